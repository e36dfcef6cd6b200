//! The one thread that changes the project: what happens on the disk and in the bar becomes
//! changes, and those a snapshot. When it panics, the project is read anew.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use unicode_normalization::UnicodeNormalization;

use super::Event;
use super::failure::{Failure, Panic, Step, caught};
use super::live::Live;
use super::watch::Burst;
use crate::files;
use crate::language::Day;
use crate::layout;
use crate::project::{Change, Project, Snapshot};
use crate::site::Mode;
use crate::source::{Source, SourceId};

/// How often it is looked whether a new day has begun.
const CLOCK: Duration = Duration::from_secs(20);

/// When a new folder is looked at a second time: files made together with it may not have been told
/// of.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// What the worker is asked to do.
pub(super) enum Task {
    /// Look at what changed on the disk.
    Burst(Burst, Instant),
    /// Show drafts, or not.
    Drafts(bool),
    /// Read the site anew, since something failed with its snapshot of this version.
    Anew(u64),
}

/// The thread's own things.
pub(super) struct Worker {
    project: Project,
    live: Arc<Live>,
    /// New folders that are to be looked at again, with the time for it.
    again: Vec<(Instant, SourceId)>,
    /// The sources of the change that is being taken in.
    sources: Vec<SourceId>,
    /// A task that came behind a burst and is next.
    next: Option<Task>,
}

impl Worker {
    pub(super) fn new(project: Project, live: &Arc<Live>) -> Self {
        Self {
            project,
            live: Arc::clone(live),
            again: Vec::new(),
            sources: Vec::new(),
            next: None,
        }
    }

    /// Works until nobody is left to give it tasks, or until the site cannot even be read anew.
    pub(super) fn run(mut self, tasks: &Receiver<Task>) {
        loop {
            let task = match self.next.take() {
                Some(task) => Ok(task),
                None => tasks.recv_timeout(self.patience()),
            };
            let done = match task {
                Ok(Task::Burst(burst, began)) => {
                    self.work(began, |worker| worker.burst(burst, tasks))
                }
                Ok(Task::Drafts(drafts)) => {
                    self.work(Instant::now(), |worker| vec![worker.drafts(drafts)])
                }
                Ok(Task::Anew(version)) => self.doubt(version),
                Err(RecvTimeoutError::Timeout) => self.work(Instant::now(), Self::due),
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if done.is_break() {
                return;
            }
        }
    }

    fn patience(&self) -> Duration {
        self.again
            .iter()
            .map(|(when, _)| when.saturating_duration_since(Instant::now()))
            .min()
            .unwrap_or(CLOCK)
            .min(CLOCK)
    }

    /// Finds out what changed and takes it in; if that panics, the site is read anew.
    fn work(
        &mut self,
        began: Instant,
        changes: impl FnOnce(&mut Self) -> Vec<Change>,
    ) -> ControlFlow<()> {
        self.sources.clear();
        let done = caught(|| {
            let changes = changes(self);
            self.apply(changes, began);
        });
        let Err(panic) = done else {
            return ControlFlow::Continue(());
        };
        let sources = std::mem::take(&mut self.sources);
        self.read_anew(Some(self.live.failure(Step::Change(sources), &panic)))
    }

    fn drafts(&self, drafts: bool) -> Change {
        Change::Mode(Mode {
            drafts,
            ..self.live.mode()
        })
    }

    /// Turns a burst, and those that wait behind it, into changes.
    fn burst(&mut self, first: Burst, tasks: &Receiver<Task>) -> Vec<Change> {
        let mut bursts = vec![first];
        let mut changes = Vec::new();
        while let Ok(task) = tasks.try_recv() {
            match task {
                Task::Burst(burst, _) => bursts.push(burst),
                Task::Drafts(drafts) => changes.push(self.drafts(drafts)),
                Task::Anew(version) => self.next = Some(Task::Anew(version)),
            }
        }
        let root = &self.live.options.root;
        self.sources = bursts
            .iter()
            .flat_map(|burst| &burst.paths)
            .filter_map(|path| id(path, root))
            .collect();
        self.sources.sort_unstable();
        self.sources.dedup();
        if bursts.iter().any(|burst| burst.rescan) {
            changes.extend(self.everything());
            return changes;
        }
        for id in self.sources.clone() {
            changes.extend(self.look(&id, true));
        }
        changes
    }

    /// What is due by time: a second look at new folders, a new day.
    fn due(&mut self) -> Vec<Change> {
        let now = Instant::now();
        let (due, later): (Vec<_>, Vec<_>) = std::mem::take(&mut self.again)
            .into_iter()
            .partition(|(when, _)| *when <= now);
        self.again = later;
        let mut changes: Vec<Change> = due
            .into_iter()
            .flat_map(|(_, id)| self.look(&id, false))
            .collect();
        if self.live.options.at.is_none() {
            let today = Day::now(&self.project.config().timezone);
            changes.extend(
                today
                    .filter(|today| *today != self.project.today())
                    .map(Change::Today),
            );
        }
        changes
    }

    /// Compares what is on the disk at and below a path with what is known.
    fn look(&mut self, id: &SourceId, is_first: bool) -> Vec<Change> {
        let found = files::scan_below(&self.live.options.root, id);
        if is_first && (found.iter().any(|source| source.id != *id) || found.is_empty()) {
            self.again.push((Instant::now() + SECOND_LOOK, id.clone()));
        }
        difference(found, self.project.sources_below(id))
    }

    fn everything(&self) -> Vec<Change> {
        let known = layout::SOURCES
            .iter()
            .flat_map(|top| self.project.sources_below(&SourceId::new(top)));
        difference(files::scan(&self.live.options.root), known.collect())
    }

    fn apply(&mut self, changes: Vec<Change>, began: Instant) {
        let sources: Vec<SourceId> = changes
            .iter()
            .filter(|change| self.project.is_news(change))
            .filter_map(Change::source)
            .cloned()
            .collect();
        let is_news = !sources.is_empty() || changes.iter().any(|change| change.source().is_none());
        if !is_news {
            return;
        }
        self.sources.clone_from(&sources);
        let snapshot = self.project.apply(changes);
        self.live.step(|| Step::Change(sources.clone()));
        self.live.replace(snapshot, &sources);
        self.live.event(Event::Changed {
            sources,
            time: began.elapsed(),
        });
    }

    /// Reads the site anew if something failed with the newest snapshot, and that was not read anew
    /// itself.
    fn doubt(&mut self, version: u64) -> ControlFlow<()> {
        let newest = self.live.snapshot();
        if newest.version == version && !newest.is_anew {
            self.read_anew(None)
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Reads the site from the disk as if live mode began now, and tells of the failure that made
    /// it necessary.
    fn read_anew(&mut self, failure: Option<Failure>) -> ControlFlow<()> {
        match caught(|| self.fresh()) {
            Ok((project, snapshot)) => {
                self.project = project;
                if let Some(failure) = failure {
                    self.live.failed(failure);
                }
                self.live.renew(snapshot);
                ControlFlow::Continue(())
            }
            Err(panic) => {
                self.live.fall(self.second(failure, &panic));
                ControlFlow::Break(())
            }
        }
    }

    fn fresh(&self) -> (Project, Snapshot) {
        let mut project = Project::new(self.live.mode(), self.project.today());
        let snapshot = project.apply(
            files::scan(&self.live.options.root)
                .into_iter()
                .map(Change::Present)
                .collect(),
        );
        self.live.step(|| Step::Anew(Vec::new()));
        (project, snapshot)
    }

    /// Describes the second failure, with what is known of the first.
    fn second(&self, first: Option<Failure>, panic: &Panic) -> Failure {
        let mut failure = self.live.failure(Step::Anew(Vec::new()), panic);
        if let Some(Failure {
            step: Step::Change(sources),
            cause,
        }) = first
        {
            failure.step = Step::Anew(sources);
            if failure.cause != cause {
                failure.cause = format!("{cause}; {}", failure.cause);
            }
        }
        failure
    }
}

/// Returns the name of a path among the sources, if it can be one.
fn id(path: &Path, root: &Path) -> Option<SourceId> {
    let inner = path
        .strip_prefix(root)
        .ok()?
        .to_str()?
        .replace(std::path::MAIN_SEPARATOR, "/");
    let id: String = inner.nfc().collect();
    files::is_reachable(&id).then(|| SourceId::new(id))
}

fn difference(found: Vec<Source>, known: Vec<SourceId>) -> Vec<Change> {
    let gone = known
        .into_iter()
        .filter(|id| found.binary_search_by(|source| source.id.cmp(id)).is_err())
        .map(Change::Absent);
    let gone: Vec<Change> = gone.collect();
    found.into_iter().map(Change::Present).chain(gone).collect()
}
