//! Shared by the tests of live mode: its state over a site in a temporary folder.

use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::live::Live;
use super::tasks::{Task, Tasks};
use super::{Event, Options, Panics};
use crate::files;
use crate::language::{Day, ToolLanguage};
use crate::project::{Change, Project};
use crate::site::Mode;

/// Settings of a site without warnings.
pub(super) const SETTINGS: &str = "title: Web\nlanguage: en\nlanguages: {en: {}, cs: {}}\n\
    organisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n";

/// A path that panics where a test wants it.
pub(super) const PANICKING: &str = "/panics/";

/// The state of live mode with both ends of its channels.
pub(super) struct Stage {
    pub(super) folder: tempfile::TempDir,
    pub(super) project: Project,
    pub(super) live: Arc<Live>,
    pub(super) tasks: Receiver<Task>,
    pub(super) events: Receiver<Event>,
}

impl Stage {
    /// A site of these files, beside the settings and the home page, on 22 November 2026.
    pub(super) fn new(files: &[(&str, &str)]) -> Self {
        Self::at(Some(day("2026-11-22")), files, |_, _| {})
    }

    /// The same on a fixed day, or with a clock that starts in 2000; `hear` is called with every
    /// event and the site's folder.
    pub(super) fn at(
        at: Option<Day>,
        files: &[(&str, &str)],
        hear: impl Fn(&Path, &Event) + Send + Sync + 'static,
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().to_path_buf();
        let own = [
            ("site.yaml", SETTINGS),
            ("content/_index.md", "---\ntitle: Home\n---\n"),
        ];
        for (path, text) in own.iter().chain(files) {
            write(&root, path, text);
        }
        let mode = Mode {
            drafts: true,
            ..Mode::default()
        };
        let mut project = Project::new(mode, at.unwrap_or_else(|| day("2000-01-01")));
        let sources = files::scan(&root).into_iter();
        let snapshot = project.apply(sources.map(Change::Present).collect());
        let (tasks, received) = Tasks::new();
        let (sender, events) = mpsc::channel();
        let options = options(&root, mode, at);
        let tell = move |event| {
            hear(&root, &event);
            let _ = sender.send(event);
        };
        let live = Live::new(
            options,
            "session".to_owned(),
            snapshot,
            tasks,
            Box::new(tell),
        );
        Self {
            folder,
            project,
            live: Arc::new(live),
            tasks: received,
            events,
        }
    }
}

fn options(root: &Path, mode: Mode, at: Option<Day>) -> Options {
    Options {
        root: root.to_path_buf(),
        address: Ipv4Addr::LOCALHOST.into(),
        port: 0,
        host: None,
        mode,
        at,
        follow: false,
        poll: false,
        language: ToolLanguage::En,
        editor: None,
        panics: Panics::default(),
        on_step: None,
    }
}

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

pub(super) fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    files::make_folders(path.parent().expect("a folder")).expect("folders");
    files::replace(&path, text.as_bytes()).expect("a file");
}
