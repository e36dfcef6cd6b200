//! Watching: the file system's events about a site, gathered into bursts.

mod burst;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

pub(super) use burst::Burst;
use burst::{Gatherer, Heard, Incoming};

use super::panics::{Panic, caught};
use crate::files;
use crate::layout::{CONTENT, SOURCE_FOLDERS};

/// How long to wait for the probe's event before falling back to polling; on a local disk it comes
/// within a millisecond.
const PROBE: Duration = Duration::from_millis(1_500);

/// How often files are polled where the system does not report changes.
const POLL: Duration = Duration::from_millis(700);

/// How often a watch checks whether it has been dropped.
const PATIENCE: Duration = Duration::from_secs(1);

/// Watches until it is dropped.
pub(super) struct Watch(Arc<AtomicBool>);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// News from a watch.
pub(super) enum News {
    /// Something changed.
    Burst(Burst),
    /// The system does not report changes, so files are polled.
    Polling,
    /// The watch panicked and has ended.
    Panic(Panic),
}

/// Starts watching the site at `root`, and calls `tell` with the news.
pub(super) fn watch(root: &Path, tell: impl Fn(News) + Send + 'static) -> Watch {
    let is_over = Arc::new(AtomicBool::new(false));
    let mut watcher = Watchers::new(root);
    if watcher.system.is_none() {
        watcher.poll(&tell);
    }
    let over = Arc::clone(&is_over);
    thread::spawn(move || {
        if let Err(panic) = caught(|| watcher.run(&tell, &over)) {
            tell(News::Panic(panic));
        }
    });
    Watch(is_over)
}

/// The system's watcher, and the poller that replaces it where the system reports nothing.
struct Watchers {
    root: PathBuf,
    sender: Sender<Heard>,
    receiver: Receiver<Heard>,
    system: Option<RecommendedWatcher>,
    poller: Option<PollWatcher>,
}

impl Watchers {
    fn new(root: &Path) -> Self {
        let (sender, receiver) = mpsc::channel();
        let heard = sender.clone();
        let system = RecommendedWatcher::new(move |event| pass(&heard, event), Config::default());
        let system = system
            .and_then(|mut watcher| begin(&mut watcher, root).map(|()| watcher))
            .ok();
        Self {
            root: root.to_path_buf(),
            sender,
            receiver,
            system,
            poller: None,
        }
    }

    /// Gathers events into bursts, after checking that events come at all.
    fn run(mut self, tell: &impl Fn(News), is_over: &AtomicBool) {
        let mut probe = files::Probe::new(&self.root.join(CONTENT)).ok();
        let mut gatherer = Gatherer::new(&self.root);
        let began = Instant::now();
        while !is_over.load(Ordering::Relaxed) {
            let patience = match &probe {
                Some(_) => PROBE.saturating_sub(began.elapsed()),
                None => PATIENCE,
            };
            match self.receiver.recv_timeout(patience) {
                Ok(first) => {
                    probe = None;
                    if let Some(burst) = gatherer.gather(first, &Queue(&self.receiver)) {
                        self.watch_new_folders(&burst);
                        tell(News::Burst(burst));
                    }
                }
                Err(RecvTimeoutError::Timeout) if probe.take().is_some() => self.poll(tell),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Polls the files, since the system does not report changes.
    fn poll(&mut self, tell: &impl Fn(News)) {
        let heard = self.sender.clone();
        let poller = PollWatcher::new(
            move |event| pass(&heard, event),
            Config::default().with_poll_interval(POLL),
        );
        self.poller = poller
            .and_then(|mut poller| begin(&mut poller, &self.root).map(|()| poller))
            .ok();
        tell(News::Polling);
    }

    /// Watches folders of sources that did not exist at the start.
    fn watch_new_folders(&mut self, burst: &Burst) {
        let folders = SOURCE_FOLDERS.map(|folder| self.root.join(folder));
        for folder in folders
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

/// The events of the system's watcher, as they come.
struct Queue<'a>(&'a Receiver<Heard>);

impl Incoming for Queue<'_> {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn next(&self, patience: Duration) -> Option<Heard> {
        self.0.recv_timeout(patience).ok()
    }
}

/// Passes on an event; a dropped receiver needs none.
fn pass(sender: &Sender<Heard>, event: Heard) {
    let _ = sender.send(event);
}

/// Watches the folders of the sources recursively, and the root itself only for its own files.
fn begin(watcher: &mut impl Watcher, root: &Path) -> notify::Result<()> {
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    let folders = SOURCE_FOLDERS.map(|folder| root.join(folder));
    for folder in folders
        .iter()
        .filter(|folder| files::is_there(folder))
    {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(())
}
