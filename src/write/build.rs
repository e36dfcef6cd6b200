//! A build: renders and stages every route on all threads, and commits only if nothing is wrong.

use std::path::Path;

use rayon::prelude::*;

use super::staged::{Staged, Wave};
use super::writer::Writer;
use super::{Destination, Summary};
use crate::diagnostic::{Diagnostic, sorted};
use crate::payload::Payload;
use crate::render::{Artifact, Renderer};
use crate::route::Route;
use crate::site::Recipe;

/// How a build ended.
#[derive(Debug)]
pub enum Outcome {
    /// The site was written.
    Written(Summary),
    /// Something is wrong with the site; the output is unchanged.
    Refused,
    /// Something is wrong with the output; it is unchanged, or the next build will finish the work.
    Failed(Box<Diagnostic>),
}

/// Renders and stages every route, calling `tick` after each; commits them if `accept` accepts the
/// findings.
pub fn build(
    renderer: &Renderer,
    destination: Destination<'_>,
    accept: impl FnOnce(&[Diagnostic]) -> bool,
    tick: impl Fn() + Sync,
) -> (Outcome, Vec<Diagnostic>) {
    let writer = match Writer::open(destination) {
        Ok(writer) => writer,
        Err(failure) => return (Outcome::failed(failure), Vec::new()),
    };
    let staging = Staging {
        renderer,
        root: destination.root,
        writer: &writer,
    };
    let Ready {
        staged,
        found,
        failure,
    } = staging.all(tick);
    let found = sorted(found);
    let is_accepted = accept(&found);
    let outcome = match failure {
        Some(failure) if is_accepted => Outcome::failed(failure),
        None if is_accepted && staged.len() == renderer.site().routes.len() => writer
            .commit(staged)
            .map_or_else(Outcome::failed, Outcome::Written),
        _ => {
            writer.abandon();
            Outcome::Refused
        }
    };
    (outcome, found)
}

impl Outcome {
    fn failed(failure: Diagnostic) -> Self {
        Self::Failed(Box::new(failure))
    }
}

/// The first phase.
struct Staging<'a> {
    renderer: &'a Renderer,
    root: &'a Path,
    writer: &'a Writer,
}

/// The result of the first phase for one route.
struct Attempt {
    staged: Option<Staged>,
    found: Vec<Diagnostic>,
    failure: Option<Diagnostic>,
}

/// The result of the first phase for all routes.
struct Ready {
    staged: Vec<Staged>,
    /// What is wrong with the site.
    found: Vec<Diagnostic>,
    /// What is wrong with the output, first in the order of routes.
    failure: Option<Diagnostic>,
}

impl Staging<'_> {
    /// Stages every route.
    fn all(&self, tick: impl Fn() + Sync) -> Ready {
        let routes = &self.renderer.site().routes;
        let stage = |(route, recipe): &(Route, Recipe)| {
            let attempt = self.one(route, recipe);
            tick();
            attempt
        };
        let attempts: Vec<Attempt> = routes.par_iter().map(stage).collect();
        let mut ready = Ready {
            staged: Vec::with_capacity(routes.len()),
            found: Vec::new(),
            failure: None,
        };
        for attempt in attempts {
            ready.staged.extend(attempt.staged);
            ready.found.extend(attempt.found);
            ready.failure = ready.failure.or(attempt.failure);
        }
        ready
    }

    /// Renders and stages one route.
    fn one(&self, route: &Route, recipe: &Recipe) -> Attempt {
        let (artifact, found) = self.renderer.render(route);
        let mut attempt = Attempt {
            staged: None,
            found,
            failure: None,
        };
        match artifact.map(|artifact| self.stage(route, recipe, artifact)) {
            Some(Ok(staged)) => attempt.staged = Some(staged),
            Some(Err(finding)) if finding.place.is_some() => attempt.found.push(finding),
            Some(Err(failure)) => attempt.failure = Some(failure),
            None => {}
        }
        attempt
    }

    /// Stages an artifact. A finding about a source has a place; one about the output has none.
    fn stage(
        &self,
        route: &Route,
        recipe: &Recipe,
        artifact: Artifact,
    ) -> Result<Staged, Diagnostic> {
        let payload = Payload::of(artifact, self.root)?;
        self.writer
            .stage(route, wave(recipe), &payload)
    }
}

fn wave(recipe: &Recipe) -> Wave {
    match recipe {
        recipe if recipe.is_immutable() => Wave::Immutable,
        Recipe::Asset(_) | Recipe::ThemeAsset(..) | Recipe::ThemeStatic(..) => Wave::Asset,
        Recipe::Feed { .. } | Recipe::Search { .. } | Recipe::Statement => Wave::Index,
        Recipe::Sitemap | Recipe::SitemapPart(_) | Recipe::Robots => Wave::Index,
        Recipe::Page(_)
        | Recipe::Section { .. }
        | Recipe::Taxonomy { .. }
        | Recipe::Term(_)
        | Recipe::SearchPage { .. }
        | Recipe::Redirect(_)
        | Recipe::NotFound => Wave::Page,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::LanguageId;
    use crate::source::SourceId;

    #[test]
    fn what_others_refer_to_takes_its_place_before_them() {
        let theme = || Arc::from("pakt");
        let feed = Recipe::Feed {
            folder: Arc::from(""),
            language: LanguageId::OWN,
        };
        let waves = [
            Recipe::ThemeAsset(theme(), Arc::from("css/site.css")),
            Recipe::ThemeStatic(theme(), Arc::from("icon.svg")),
            Recipe::Asset(SourceId::new("content/a.pdf")),
            Recipe::Page(SourceId::new("content/a.md")),
            feed,
            Recipe::Sitemap,
        ]
        .map(|recipe| wave(&recipe));
        let expected = [
            Wave::Immutable,
            Wave::Asset,
            Wave::Asset,
            Wave::Page,
            Wave::Index,
            Wave::Index,
        ];
        assert_eq!(waves, expected);
        assert!(waves.is_sorted());
    }
}
