//! The only thread that changes the project: it turns events from the disk and the bar into
//! changes, and those into a snapshot. When it panics, the project is reloaded.

mod disk;
mod looks;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::Event;
use super::failure::{Failure, Step};
use super::live::Live;
use super::panics::{Panic, caught};
use super::tasks::Task;
use super::watch::Burst;
use crate::files;
use crate::language::Day;
use crate::layout;
use crate::project::{Change, Project, Snapshot};
use crate::site::Mode;
use crate::source::SourceId;
use disk::{difference, id_of};
use looks::SecondLooks;

/// How often it checks whether a new day has begun.
const CLOCK: Duration = Duration::from_secs(20);

/// The thread's own state.
pub(super) struct Worker {
    project: Project,
    live: Arc<Live>,
    second_looks: SecondLooks,
    /// The sources of the change being applied.
    sources: Vec<SourceId>,
    /// A task that came after a burst and is next.
    next: Option<Task>,
    /// How long it waits for a task before it checks the clock.
    clock: Duration,
}

impl Worker {
    pub(super) fn new(project: Project, live: &Arc<Live>) -> Self {
        Self {
            project,
            live: Arc::clone(live),
            second_looks: SecondLooks::default(),
            sources: Vec::new(),
            next: None,
            clock: CLOCK,
        }
    }

    /// Works until no sender of tasks is left, or until the site cannot even be reloaded.
    pub(super) fn run(mut self, tasks: &Receiver<Task>) {
        while self.turn(tasks).is_continue() {}
    }

    /// Does one task, or what is due.
    fn turn(&mut self, tasks: &Receiver<Task>) -> ControlFlow<()> {
        let task = match self.next.take() {
            Some(task) => Ok(task),
            None => tasks.recv_timeout(self.patience(Instant::now())),
        };
        let began = Instant::now();
        match task {
            Ok(Task::Burst(burst, heard)) => self.work(heard, |worker| worker.burst(burst, tasks)),
            Ok(Task::Drafts(drafts)) => self.work(began, |worker| vec![worker.drafts(drafts)]),
            Ok(Task::Anew(version)) => self.reload_after_failure(version),
            Err(RecvTimeoutError::Timeout) => self.work(began, |worker| worker.due(began)),
            Err(RecvTimeoutError::Disconnected) => ControlFlow::Break(()),
        }
    }

    fn patience(&self, now: Instant) -> Duration {
        let look = self.second_looks.patience(now);
        look.map_or(self.clock, |look| look.min(self.clock))
    }

    /// Finds out what changed and applies it; if that panics, reloads the site.
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
        self.reload(Some(
            self.live
                .failure(Step::Change(sources), &panic),
        ))
    }

    fn drafts(&self, drafts: bool) -> Change {
        Change::Mode(Mode {
            drafts,
            ..self.live.mode()
        })
    }

    /// Turns a burst, and those queued behind it, into changes.
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
        self.sources = self.sources_of(&bursts);
        if bursts
            .iter()
            .any(|burst| burst.rescan)
        {
            changes.extend(self.everything());
            return changes;
        }
        for id in self.sources.clone() {
            changes.extend(self.first_look(id));
        }
        changes
    }

    fn sources_of(&self, bursts: &[Burst]) -> Vec<SourceId> {
        let root = &self.live.options.root;
        let paths = bursts
            .iter()
            .flat_map(|burst| &burst.paths);
        let mut sources: Vec<SourceId> = paths
            .filter_map(|path| id_of(path, root))
            .collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }

    /// Returns the changes that are due: from a second look at new folders, and from a new day.
    fn due(&mut self, now: Instant) -> Vec<Change> {
        let mut changes = Vec::new();
        for id in self.second_looks.take_due(now) {
            let found = files::scan_below(&self.live.options.root, &id);
            changes.extend(difference(found, self.project.sources_below(&id)));
        }
        changes.extend(self.new_day());
        changes
    }

    /// Returns the day, if another one has begun.
    fn new_day(&self) -> Option<Change> {
        if self.live.options.at.is_some() {
            return None;
        }
        let today = Day::now(&self.project.config().timezone)?;
        (today != self.project.today()).then_some(Change::Today(today))
    }

    /// Compares the disk at and below a path with the known sources. A folder, or a missing path
    /// that may come back as one, gets a second look.
    fn first_look(&mut self, id: SourceId) -> Vec<Change> {
        let found = files::scan_below(&self.live.options.root, &id);
        let known = self.project.sources_below(&id);
        if found.is_empty()
            || found
                .iter()
                .any(|source| source.id != id)
        {
            self.second_looks
                .ask(Instant::now(), id);
        }
        difference(found, known)
    }

    fn everything(&self) -> Vec<Change> {
        let known = layout::SOURCES
            .iter()
            .flat_map(|top| {
                self.project
                    .sources_below(&SourceId::new(top))
            });
        difference(files::scan(&self.live.options.root), known.collect())
    }

    fn apply(&mut self, changes: Vec<Change>, began: Instant) {
        let news = changes
            .iter()
            .filter(|change| self.project.is_news(change));
        let sources: Vec<SourceId> = news
            .filter_map(Change::source)
            .cloned()
            .collect();
        if sources.is_empty()
            && changes
                .iter()
                .all(|change| change.source().is_some())
        {
            return;
        }
        self.sources.clone_from(&sources);
        let snapshot = self.project.apply(changes);
        self.live
            .step(|| Step::Change(sources.clone()));
        self.live.replace(snapshot, &sources);
        self.live.event(Event::Changed {
            sources,
            time: began.elapsed(),
        });
    }

    /// Reloads the site if something failed with the newest snapshot, unless that comes from a
    /// reload itself.
    fn reload_after_failure(&mut self, version: u64) -> ControlFlow<()> {
        let newest = self.live.newest();
        if newest.version == version && !newest.is_anew {
            self.reload(None)
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Reads the site from the disk as if live mode had just started, and reports the failure that
    /// made it necessary.
    fn reload(&mut self, failure: Option<Failure>) -> ControlFlow<()> {
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
                self.live
                    .fall(self.second(failure, &panic));
                ControlFlow::Break(())
            }
        }
    }

    fn fresh(&self) -> (Project, Snapshot) {
        let mut project = Project::new(self.live.mode(), self.project.today());
        let found = files::scan(&self.live.options.root).into_iter();
        let snapshot = project.apply(found.map(Change::Present).collect());
        self.live
            .step(|| Step::Anew(Vec::new()));
        (project, snapshot)
    }

    /// Describes the second failure, with what is known of the first.
    fn second(&self, first: Option<Failure>, panic: &Panic) -> Failure {
        let mut failure = self
            .live
            .failure(Step::Anew(Vec::new()), panic);
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
