//! The command `check`: lists what is wrong with the site, for people or programs.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::commands::Call;
use super::site::OpenSite;
use super::{Exit, arguments, flag, result, text};
use crate::check;
use crate::diagnostic::{Diagnostic, Foresight, Tolerance, sorted};
use crate::finding::{self, TextOf, Told};
use crate::layout;
use crate::project::Snapshot;
use crate::report::Extent;
use crate::write::{self, Destination};

impl Call<'_> {
    pub(super) fn check(&self) -> Result<Exit, Exit> {
        let OpenSite {
            root,
            project,
            snapshot,
        } = self.open()?;
        let bar = self
            .reporter
            .progress(snapshot.renderer.site().routes.len());
        let mut found = self.check_all(&snapshot, Foresight::AsThen, || bar.inc(1));
        bar.finish_and_clear();
        let output = self.output(&root);
        let destination = Destination {
            root: &root,
            output: &output,
            adopt: false,
        };
        found.extend(write::inspect(&snapshot.renderer, destination));
        found.extend(snapshot.diagnostics);
        let found = sorted(found);
        let printed = self.print(&found, &|source| project.text(source));
        let exit = if self.fails(&found) {
            Exit::Site
        } else {
            Exit::Done
        };
        Ok(exit.max(printed))
    }

    /// Prints the findings in the requested format.
    fn print(&self, found: &[Diagnostic], text_of: &TextOf<'_>) -> Exit {
        if text(self.matches, arguments::FORMAT) == Some("json") {
            let told = |finding| finding::told(finding, self.reporter.messages(), text_of);
            let list: Vec<Told> = found.iter().map(told).collect();
            return result(self.reporter, &format!("{:#}\n", json!(list)));
        }
        self.reporter
            .findings(found, text_of, self.extent());
        if found.is_empty() {
            self.reporter.note("check-clean", &[]);
        }
        Exit::Done
    }

    /// Renders every route for its findings, calling `tick` after each.
    pub(super) fn check_all(
        &self,
        snapshot: &Snapshot,
        foresight: Foresight,
        tick: impl Fn() + Sync,
    ) -> Vec<Diagnostic> {
        let go_on = || {
            tick();
            true
        };
        check::check(snapshot, foresight, go_on).unwrap_or_default()
    }

    /// Returns how many findings are drawn.
    pub(super) fn extent(&self) -> Extent {
        match flag(self.matches, arguments::ALL) {
            true => Extent::All,
            false => Extent::Summary,
        }
    }

    /// Returns the output folder.
    pub(super) fn output(&self, root: &Path) -> PathBuf {
        match text(self.matches, arguments::OUTPUT) {
            Some(output) => self.environment.path(output),
            None => root.join(layout::OUTPUT),
        }
    }

    /// Returns whether the findings prevent publication.
    pub(super) fn fails(&self, found: &[Diagnostic]) -> bool {
        let tolerance = if flag(self.matches, arguments::STRICT) {
            Tolerance::Nothing
        } else {
            Tolerance::Warnings
        };
        tolerance.refuses(found)
    }
}
