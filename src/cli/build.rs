//! The command `build`: writes the site to its output folder and reports what changed.

use std::cell::OnceCell;
use std::path::Path;
use std::time::Instant;

use super::commands::Call;
use super::site::OpenSite;
use super::{Exit, arguments, display, flag};
use crate::check;
use crate::diagnostic::{Diagnostic, Foresight, sorted};
use crate::language::Argument;
use crate::project::Snapshot;
use crate::report::number;
use crate::site::{Recipe, Site};
use crate::write::{self, Destination, Outcome, Summary};

impl Call<'_> {
    pub(super) fn build(&self) -> Result<Exit, Exit> {
        let began = Instant::now();
        let OpenSite {
            root,
            project,
            snapshot,
        } = self.open()?;
        let output = self.output(&root);
        let destination = Destination {
            root: &root,
            output: &output,
            adopt: flag(self.matches, arguments::ADOPT),
        };
        let (outcome, found) = self.write(&snapshot, destination);
        self.reporter
            .findings(&found, &|source| project.text(source), self.extent());
        Ok(match outcome {
            Outcome::Written(summary) => {
                self.written(snapshot.renderer.site(), &summary, began);
                Exit::Done
            }
            Outcome::Refused => {
                self.refused_build(&output);
                Exit::Site
            }
            Outcome::Failed(_) => Exit::Usage,
        })
    }

    /// Writes the site unless it has errors; returns all findings, a failure of the output last.
    fn write(
        &self,
        snapshot: &Snapshot,
        destination: Destination<'_>,
    ) -> (Outcome, Vec<Diagnostic>) {
        let bar = self
            .reporter
            .progress(snapshot.renderer.site().routes.len());
        let tick = || bar.inc(1);
        let is_fine = |found: &[Diagnostic]| !self.fails(found);
        let mut known = check::check_unrouted(&snapshot.renderer, || true).unwrap_or_default();
        known.extend(snapshot.diagnostics.iter().cloned());
        let ahead = check::check_ahead(snapshot, Foresight::Warning, || true);
        known.extend(ahead.unwrap_or_default());
        let unused = OnceCell::new();
        let is_whole_fine = |found: &[Diagnostic]| {
            let unused = unused.get_or_init(|| snapshot.renderer.unused_excuses());
            is_fine(found) && is_fine(unused)
        };
        let (outcome, mut found) = if is_fine(&known) {
            write::build(&snapshot.renderer, destination, is_whole_fine, tick)
        } else {
            (
                Outcome::Refused,
                self.check_all(snapshot, Foresight::Warning, tick),
            )
        };
        bar.finish_and_clear();
        found.extend(known);
        found.extend(
            unused
                .into_inner()
                .unwrap_or_default(),
        );
        found = sorted(found);
        if let Outcome::Failed(failure) = &outcome {
            found.push((**failure).clone());
        }
        (outcome, found)
    }

    fn refused_build(&self, output: &Path) {
        let folder = display(output);
        self.reporter
            .note("build-refused", &[("folder", Argument::Text(&folder))]);
    }

    /// Reports what a build did, and when scheduled content will next change.
    fn written(&self, site: &Site, summary: &Summary, began: Instant) {
        let language = self.reporter.language().tag();
        let seconds = seconds_since(began, language);
        let counts = [
            ("pages", number(pages_of(site))),
            ("written", number(summary.written)),
            ("unchanged", number(summary.unchanged)),
            ("removed", number(summary.removed)),
            ("seconds", Argument::Text(&seconds)),
        ];
        self.reporter
            .note("build-done", &counts);
        if summary.foreign > 0 {
            self.reporter
                .note("build-foreign", &[("count", number(summary.foreign))]);
        }
        if let Some(day) = site.next_change {
            let day = day.long(language);
            self.reporter
                .note("build-next-change", &[("day", Argument::Text(&day))]);
        }
    }
}

/// Counts the pages of a site, without redirects.
fn pages_of(site: &Site) -> usize {
    let pages = site
        .routes
        .iter()
        .filter(|(route, recipe)| {
            route.as_str().ends_with(".html") && !matches!(recipe, Recipe::Redirect(_))
        });
    pages.count()
}

/// Returns the seconds since a moment, formatted for the language.
fn seconds_since(moment: Instant, language: &str) -> String {
    let seconds = format!("{:.1}", moment.elapsed().as_secs_f64());
    if language == "cs" {
        seconds.replace('.', ",")
    } else {
        seconds
    }
}
