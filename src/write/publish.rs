//! Publishing: every route rendered and staged from all threads, and all of it put in place only if
//! nothing is wrong.

use rayon::prelude::*;

use super::{Body, Destination, Rank, Staged, Summary, Writer};
use crate::diagnostic::{Diagnostic, Place, sorted};
use crate::files;
use crate::render::{Artifact, Renderer};
use crate::route::Route;
use crate::site::Recipe;

/// How publishing ended.
#[derive(Debug)]
pub enum Outcome {
    /// The site is in its place.
    Published(Summary),
    /// Something is wrong with the site; the output is as it was.
    Refused,
    /// Something is wrong with the output; it is as it was, or the next build will finish the work.
    Failed(Box<Diagnostic>),
}

/// Renders and stages every route, telling `tick` after each; puts them in place if `accept` agrees
/// with what is wrong.
pub fn publish(
    renderer: &Renderer,
    destination: Destination<'_>,
    accept: impl FnOnce(&[Diagnostic]) -> bool,
    tick: impl Fn() + Sync,
) -> (Outcome, Vec<Diagnostic>) {
    let writer = match Writer::open(destination) {
        Ok(writer) => writer,
        Err(failure) => return (Outcome::Failed(Box::new(failure)), Vec::new()),
    };
    let stage = |(route, recipe): &(Route, Recipe)| {
        let (artifact, mut found) = renderer.render(route);
        let staged =
            artifact.map(|artifact| put_aside(&writer, destination, route, recipe, artifact));
        tick();
        match staged {
            Some(Ok(staged)) => (Some(staged), found, None),
            Some(Err(finding)) if finding.place.is_some() => {
                found.push(finding);
                (None, found, None)
            }
            Some(Err(failure)) => (None, found, Some(failure)),
            None => (None, found, None),
        }
    };
    let results: Vec<(Option<Staged>, Vec<Diagnostic>, Option<Diagnostic>)> =
        renderer.site().routes.par_iter().map(stage).collect();
    let mut staged = Vec::with_capacity(results.len());
    let mut found = Vec::new();
    let mut failure = None;
    for (ready, findings, failed) in results {
        staged.extend(ready);
        found.extend(findings);
        failure = failure.or(failed);
    }
    let found = sorted(found);
    if !accept(&found) || (failure.is_none() && staged.len() < renderer.site().routes.len()) {
        writer.abandon();
        return (Outcome::Refused, found);
    }
    let committed = match failure {
        Some(failure) => Err(failure),
        None => writer.commit(staged),
    };
    (
        committed.map_or_else(
            |failure| Outcome::Failed(Box::new(failure)),
            Outcome::Published,
        ),
        found,
    )
}

/// Stages one artifact. What is wrong with a source has its place; what is wrong with the output
/// has none.
fn put_aside(
    writer: &Writer,
    destination: Destination<'_>,
    route: &Route,
    recipe: &Recipe,
    artifact: Artifact,
) -> Result<Staged, Diagnostic> {
    match artifact {
        Artifact::Bytes(bytes) => writer.stage(route, rank(recipe), Body::Bytes(&bytes)),
        Artifact::File(source) => {
            let blamed = |mut finding: Diagnostic| {
                finding.place = Some(Place::file(&source));
                finding
            };
            let path = files::path_of(destination.root, &source)
                .map_err(|error| blamed(super::unreadable(&error)))?;
            let staged = writer.stage(route, rank(recipe), Body::File(&path));
            staged.map_err(|finding| {
                if super::is_about_source(&finding) {
                    blamed(finding)
                } else {
                    finding
                }
            })
        }
    }
}

fn rank(recipe: &Recipe) -> Rank {
    match recipe {
        Recipe::Asset(_) | Recipe::ThemeAsset(..) | Recipe::ThemeStatic(..) => Rank::Asset,
        Recipe::Feed { .. } | Recipe::Search { .. } | Recipe::Statement => Rank::Index,
        Recipe::Sitemap | Recipe::SitemapPart(_) | Recipe::Robots => Rank::Index,
        Recipe::Page(_)
        | Recipe::Section { .. }
        | Recipe::Taxonomy { .. }
        | Recipe::Term(_)
        | Recipe::SearchPage { .. }
        | Recipe::Redirect(_)
        | Recipe::NotFound => Rank::Page,
    }
}
