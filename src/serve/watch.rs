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

use crate::files;

/// Folders of a site that are watched with all that is in them; of the root itself, only its files are.
const FOLDERS: [&str; 3] = ["content", "data", "themes"];

/// How long a burst without a finished file may stay quiet before it counts as over.
const QUIET: Duration = Duration::from_millis(5);

/// The longest burst: what comes later belongs to the next one.
const LONGEST_BURST: Duration = Duration::from_millis(30);

/// How long the probe waits for word of its file before polling takes over; a local disk tells within a millisecond.
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

/// Starts to watch the site at `root`; every burst goes to `send`, and `polling` is called if the system does not tell of changes.
pub(super) fn watch(root: &Path, send: impl Fn(Burst) + Send + 'static, polling: impl Fn() + Send + 'static) -> Watch {
    let (sender, receiver) = mpsc::channel::<Events>();
    let is_over = Arc::new(AtomicBool::new(false));
    let told = sender.clone();
    let system = RecommendedWatcher::new(move |event| pass(&told, event), Config::default());
    let system = system.and_then(|mut watcher| begin(&mut watcher, root).map(|()| watcher)).ok();
    let mut gatherer = Gatherer { root: root.to_path_buf(), sender, receiver, poller: None, system, polling };
    if gatherer.system.is_none() {
        gatherer.poll();
    }
    let over = Arc::clone(&is_over);
    thread::spawn(move || gatherer.run(&send, &over));
    Watch(is_over)
}

/// What the library of watching tells.
type Events = notify::Result<Event>;

/// Hands an event on; a receiver that is gone needs none.
fn pass(sender: &Sender<Events>, event: Events) {
    let _ = sender.send(event);
}

fn begin(watcher: &mut impl Watcher, root: &Path) -> notify::Result<()> {
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|folder| root.join(folder)).iter().filter(|folder| files::is_there(folder)) {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(())
}

/// Gathers events into bursts, first proving that events come at all.
struct Gatherer<P> {
    root: PathBuf,
    sender: Sender<Events>,
    receiver: Receiver<Events>,
    system: Option<RecommendedWatcher>,
    poller: Option<PollWatcher>,
    polling: P,
}

impl<P: Fn()> Gatherer<P> {
    fn run(mut self, send: &impl Fn(Burst), is_over: &AtomicBool) {
        let mut probe = files::Probe::new(&self.root.join(FOLDERS[0])).ok();
        let began = Instant::now();
        while !is_over.load(Ordering::Relaxed) {
            let patience = if probe.is_some() { PROBE.saturating_sub(began.elapsed()) } else { PATIENCE };
            match self.receiver.recv_timeout(patience) {
                Ok(event) => {
                    probe = None;
                    if let Some(burst) = burst(event, &self.receiver) {
                        self.watch_new_folders(&burst);
                        send(burst);
                    }
                }
                Err(RecvTimeoutError::Timeout) if probe.take().is_some() => self.poll(),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Looks at the files again and again, since the system does not tell of changes.
    fn poll(&mut self) {
        let sender = self.sender.clone();
        let poller = PollWatcher::new(move |event| pass(&sender, event), Config::default().with_poll_interval(POLL));
        self.poller = poller.and_then(|mut poller| begin(&mut poller, &self.root).map(|()| poller)).ok();
        (self.polling)();
    }

    /// Watches a top folder that was not there at the start.
    fn watch_new_folders(&mut self, burst: &Burst) {
        for folder in FOLDERS.map(|folder| self.root.join(folder)).iter().filter(|folder| burst.paths.contains(*folder)) {
            if let Some(system) = &mut self.system {
                let _ = system.watch(folder, RecursiveMode::Recursive);
            }
            if let Some(poller) = &mut self.poller {
                let _ = poller.watch(folder, RecursiveMode::Recursive);
            }
        }
    }
}

/// Takes the first event and what comes with it. A finished file ends the burst at once; one that is being written, when it is quiet.
fn burst(first: notify::Result<Event>, receiver: &Receiver<notify::Result<Event>>) -> Option<Burst> {
    let began = Instant::now();
    let mut burst = Burst::default();
    let mut is_finished = take(first, &mut burst);
    loop {
        while let Ok(event) = receiver.try_recv() {
            is_finished |= take(event, &mut burst);
        }
        if is_finished || began.elapsed() > LONGEST_BURST {
            break;
        }
        match receiver.recv_timeout(QUIET) {
            Ok(event) => is_finished |= take(event, &mut burst),
            Err(_) => break,
        }
    }
    (burst.rescan || !burst.paths.is_empty()).then_some(burst)
}

/// Adds an event to a burst and tells whether it finishes a file. Reading a file is no change.
fn take(event: notify::Result<Event>, burst: &mut Burst) -> bool {
    let Ok(event) = event else {
        burst.rescan = true;
        return true;
    };
    burst.rescan |= event.need_rescan();
    let is_finished = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Remove(_) => true,
        EventKind::Modify(ModifyKind::Name(mode)) => mode != RenameMode::From,
        EventKind::Access(_) => return false,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Any | EventKind::Other => false,
    };
    burst.paths.extend(event.paths.into_iter().filter(|path| !files::is_probe(path)));
    is_finished
}
