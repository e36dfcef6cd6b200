//! Opens the site of a call: finds its folder, its day and its contents.

use std::path::PathBuf;

use super::commands::Call;
use super::{Exit, arguments, display, flag, text};
use crate::config;
use crate::files;
use crate::language::{Argument, Day};
use crate::layout;
use crate::project::{Change, Project, Snapshot};
use crate::report::number;
use crate::route::LinkStyle;
use crate::site::Mode;

/// An opened site.
pub(super) struct OpenSite {
    pub(super) root: PathBuf,
    pub(super) project: Project,
    pub(super) snapshot: Snapshot,
}

impl Call<'_> {
    /// Finds, reads and links the site.
    pub(super) fn open(&self) -> Result<OpenSite, Exit> {
        let links = if flag(self.matches, arguments::PORTABLE) {
            LinkStyle::File
        } else {
            LinkStyle::Folder
        };
        self.open_in(Mode {
            drafts: flag(self.matches, arguments::DRAFTS),
            links,
            ..Mode::default()
        })
    }

    pub(super) fn open_in(&self, mode: Mode) -> Result<OpenSite, Exit> {
        let Some(root) = self.root() else {
            return Err(self.no_site());
        };
        let sources = files::scan(&root);
        let timezone = sources
            .iter()
            .find(|source| source.id.as_str() == layout::SETTINGS)
            .map(|source| config::parse(source).0.timezone);
        let today = self.today(&timezone.unwrap_or_default())?;
        let mut project = Project::new(mode, today);
        self.reporter.detail(
            "open-done",
            &[
                ("count", number(sources.len())),
                ("folder", Argument::Text(&display(&root))),
            ],
        );
        let snapshot = project.apply(
            sources
                .into_iter()
                .map(Change::Present)
                .collect(),
        );
        Ok(OpenSite {
            root,
            project,
            snapshot,
        })
    }

    /// The day: `--at`, else `SOURCE_DATE_EPOCH`, else the clock's in the site's time zone.
    fn today(&self, timezone: &str) -> Result<Day, Exit> {
        let wrong = |key: &str, value: &str| {
            self.reporter
                .failure(key, &[("value", Argument::Text(value))]);
            Exit::Usage
        };
        if let Some(at) = text(self.matches, arguments::AT) {
            return Day::parse(at).ok_or_else(|| wrong("at-wrong", at));
        }
        let day = match &self.environment.source_date_epoch {
            Some(epoch) => epoch
                .parse()
                .ok()
                .and_then(|seconds| Day::at(seconds, timezone))
                .ok_or_else(|| wrong("epoch-wrong", epoch))?,
            None => Day::now(timezone).ok_or_else(|| wrong("clock-wrong", timezone))?,
        };
        Ok(day)
    }

    /// Returns the folder of the site, if any.
    pub(super) fn root(&self) -> Option<PathBuf> {
        match text(self.matches, arguments::ROOT) {
            Some(root) => Some(self.environment.path(root))
                .filter(|root| files::is_there(&root.join(layout::SETTINGS))),
            None => files::find_site(&self.environment.folder),
        }
    }

    /// Reports that there is no site.
    pub(super) fn no_site(&self) -> Exit {
        let environment = self.environment;
        match text(self.matches, arguments::ROOT) {
            Some(root) => self.reporter.failure(
                "no-site-here",
                &[("folder", Argument::Text(&display(&environment.path(root))))],
            ),
            None => self.reporter.failure(
                "no-site",
                &[("folder", Argument::Text(&display(&environment.folder)))],
            ),
        }
        Exit::Usage
    }
}
