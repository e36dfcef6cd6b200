//! Watching: what the file system tells about a site, gathered into bursts on the leading edge.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::failure::{Panic, caught};
use crate::files;
use crate::layout::{CONTENT, SOURCE_FOLDERS};

/// How long a burst without a finished file may stay quiet before it counts as over.
const QUIET: Duration = Duration::from_millis(5);

/// The longest burst: what comes later belongs to the next one.
const LONGEST_BURST: Duration = Duration::from_millis(30);

/// How long it is quiet after a burst before the next one counts as a save of its own.
const CALM: Duration = Duration::from_millis(25);

/// The longest burst that follows another at its heels: a quarter of the time in which 500 files
/// are to be shown.
const LONGEST_STORM: Duration = Duration::from_millis(250);

/// How long the probe waits for word of its file before polling takes over; a local disk tells
/// within a millisecond.
const PROBE: Duration = Duration::from_millis(1_500);

/// How often files are looked at where the system does not tell of changes.
const POLL: Duration = Duration::from_millis(700);

/// How often a watch looks whether it is over.
const PATIENCE: Duration = Duration::from_secs(1);

/// Paths that changed together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Burst {
    /// Files and folders that are new, changed or gone.
    pub(super) paths: BTreeSet<PathBuf>,
    /// Whether something was missed, so that everything must be looked at.
    pub(super) rescan: bool,
}

/// Keeps watching as long as it lives.
pub(super) struct Watch(Arc<AtomicBool>);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What a watch tells.
pub(super) enum Heard {
    /// Something changed.
    Burst(Burst),
    /// The system does not tell of changes; files are looked at again and again.
    Polling,
    /// The watch panicked and is over.
    Panic(Panic),
}

/// Starts to watch the site at `root`, and tells what is heard of it.
pub(super) fn watch(root: &Path, tell: impl Fn(Heard) + Send + 'static) -> Watch {
    let (sender, receiver) = mpsc::channel::<Events>();
    let is_over = Arc::new(AtomicBool::new(false));
    let told = sender.clone();
    let system = RecommendedWatcher::new(move |event| pass(&told, event), Config::default());
    let system = system
        .and_then(|mut watcher| begin(&mut watcher, root).map(|()| watcher))
        .ok();
    let mut gatherer = Gatherer {
        root: root.to_path_buf(),
        sender,
        receiver,
        poller: None,
        system,
    };
    if gatherer.system.is_none() {
        gatherer.poll(&tell);
    }
    let over = Arc::clone(&is_over);
    thread::spawn(move || {
        if let Err(panic) = caught(|| gatherer.run(&tell, &over)) {
            tell(Heard::Panic(panic));
        }
    });
    Watch(is_over)
}

/// What the library of watching tells.
type Events = notify::Result<Event>;

/// Hands an event on; a receiver that is gone needs none.
fn pass(sender: &Sender<Events>, event: Events) {
    let _ = sender.send(event);
}

/// Watches the folders of the sources with all that is in them; of the root itself, its files.
fn begin(watcher: &mut impl Watcher, root: &Path) -> notify::Result<()> {
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in SOURCE_FOLDERS
        .map(|folder| root.join(folder))
        .iter()
        .filter(|folder| files::is_there(folder))
    {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(())
}

/// Gathers events into bursts, first proving that events come at all.
struct Gatherer {
    root: PathBuf,
    sender: Sender<Events>,
    receiver: Receiver<Events>,
    system: Option<RecommendedWatcher>,
    poller: Option<PollWatcher>,
}

impl Gatherer {
    fn run(mut self, tell: &impl Fn(Heard), is_over: &AtomicBool) {
        let mut probe = files::Probe::new(&self.root.join(CONTENT)).ok();
        let began = Instant::now();
        let mut previous = None;
        while !is_over.load(Ordering::Relaxed) {
            let patience = if probe.is_some() {
                PROBE.saturating_sub(began.elapsed())
            } else {
                PATIENCE
            };
            match self.receiver.recv_timeout(patience) {
                Ok(event) => {
                    probe = None;
                    if let Some(burst) = self.burst(event, previous) {
                        self.watch_new_folders(&burst);
                        tell(Heard::Burst(burst));
                        previous = Some(Instant::now());
                    }
                }
                Err(RecvTimeoutError::Timeout) if probe.take().is_some() => self.poll(tell),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Takes the first event and what comes with it. A finished file ends the burst at once, so
    /// that a save is shown without delay; what follows another burst at its heels, as when a
    /// version is checked out, waits until it is quiet.
    fn burst(&self, first: Events, previous: Option<Instant>) -> Option<Burst> {
        let began = Instant::now();
        let is_storm = previous.is_some_and(|end| end.elapsed() < CALM);
        let longest = if is_storm {
            LONGEST_STORM
        } else {
            LONGEST_BURST
        };
        let mut burst = Burst::default();
        let mut is_finished = take(first, &mut burst, &self.root);
        loop {
            while let Ok(event) = self.receiver.try_recv() {
                is_finished |= take(event, &mut burst, &self.root);
            }
            if is_finished && !is_storm || began.elapsed() > longest {
                break;
            }
            match self.receiver.recv_timeout(QUIET) {
                Ok(event) => is_finished |= take(event, &mut burst, &self.root),
                Err(_) => break,
            }
        }
        (burst.rescan || !burst.paths.is_empty()).then_some(burst)
    }

    /// Looks at the files again and again, since the system does not tell of changes.
    fn poll(&mut self, tell: &impl Fn(Heard)) {
        let sender = self.sender.clone();
        let poller = PollWatcher::new(
            move |event| pass(&sender, event),
            Config::default().with_poll_interval(POLL),
        );
        self.poller = poller
            .and_then(|mut poller| begin(&mut poller, &self.root).map(|()| poller))
            .ok();
        tell(Heard::Polling);
    }

    /// Watches a top folder that was not there at the start.
    fn watch_new_folders(&mut self, burst: &Burst) {
        for folder in SOURCE_FOLDERS
            .map(|folder| self.root.join(folder))
            .iter()
            .filter(|folder| burst.paths.contains(*folder))
        {
            if let Some(system) = &mut self.system {
                let _ = system.watch(folder, RecursiveMode::Recursive);
            }
            if let Some(poller) = &mut self.poller {
                let _ = poller.watch(folder, RecursiveMode::Recursive);
            }
        }
    }
}

/// Adds an event to a burst and tells whether it finishes a file: what it was about to become can
/// be read now. A file that is gone finishes nothing, since many editors put a new one in its
/// place. Reading a file is no change.
fn take(event: Events, burst: &mut Burst, root: &Path) -> bool {
    let Ok(event) = event else {
        burst.rescan = true;
        return true;
    };
    burst.rescan |= event.need_rescan();
    let is_finished = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Modify(ModifyKind::Name(mode)) => {
            mode != RenameMode::From && event.paths.last().is_some_and(|to| is_wanted(to, root))
        }
        EventKind::Access(_) => return false,
        EventKind::Remove(_)
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Any
        | EventKind::Other => false,
    };
    burst.paths.extend(
        event
            .paths
            .into_iter()
            .filter(|path| !files::is_probe(path)),
    );
    is_finished
}

/// Returns whether a source may stand at a path; not at that of a copy which an editor keeps.
fn is_wanted(path: &Path, root: &Path) -> bool {
    path.strip_prefix(root)
        .ok()
        .and_then(Path::to_str)
        .is_some_and(|inner| {
            let id = inner.replace(std::path::MAIN_SEPARATOR, "/");
            files::is_reachable(&id)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, RemoveKind};

    fn finishes(kind: EventKind, paths: &[&str]) -> bool {
        let root = Path::new("/web");
        let event = paths.iter().fold(Event::new(kind), |event, path| {
            event.add_path(root.join(path))
        });
        take(Ok(event), &mut Burst::default(), root)
    }

    #[test]
    fn a_file_is_finished_when_it_is_closed_or_renamed_into_its_place() {
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        assert!(finishes(
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
            &["content/a.md"]
        ));
        assert!(finishes(
            renamed(RenameMode::Both),
            &["content/.a.md.tmp", "content/a.md"]
        ));
        assert!(!finishes(
            EventKind::Create(CreateKind::File),
            &["content/a.md"]
        ));
        assert!(!finishes(
            EventKind::Modify(ModifyKind::Data(DataChange::Any)),
            &["content/a.md"]
        ));
        assert!(!finishes(
            EventKind::Access(AccessKind::Open(AccessMode::Any)),
            &["content/a.md"]
        ));
    }

    #[test]
    fn a_file_that_an_editor_puts_aside_is_not_yet_gone() {
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        assert!(!finishes(renamed(RenameMode::From), &["content/a.md"]));
        assert!(!finishes(renamed(RenameMode::To), &["content/a.md~"]));
        assert!(!finishes(
            renamed(RenameMode::Both),
            &["content/a.md", "content/a.md~"]
        ));
        assert!(!finishes(
            EventKind::Remove(RemoveKind::File),
            &["content/a.md"]
        ));
    }
}
