//! Watching: the file system's events about a site, gathered into bursts.

mod burst;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Config, RecommendedWatcher, RecursiveMode, Watcher};

pub(super) use burst::Burst;
use burst::{Gatherer, Heard, Incoming};

use super::panics::{Panic, caught};
use crate::files::{self, Links, Outside, Stamps};
use crate::layout::{CONTENT, SOURCE_FOLDERS};

/// How long to wait for the probe's event before falling back to polling; on a local disk it comes
/// within a millisecond.
const PROBE: Duration = Duration::from_millis(1_500);

/// How often files are polled where the system does not report all changes.
const POLL: Duration = Duration::from_secs(2);

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
    /// The system does not report all changes, so files are polled.
    Polling,
    /// The watch panicked and has ended.
    Panic(Panic),
}

/// Starts watching the site at `root`, and calls `tell` with the news. Files are polled where the
/// system does not report all changes, or anyway if `poll` is set.
pub(super) fn watch(root: &Path, poll: bool, tell: impl Fn(News) + Send + 'static) -> Watch {
    let is_over = Arc::new(AtomicBool::new(false));
    let mut watcher = SiteWatcher::new(root);
    // A share reports what is saved here, but not what others save.
    if poll || watcher.system.is_none() || is_remote(root) {
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

/// Returns whether a folder of sources is on a share or the like.
fn is_remote(root: &Path) -> bool {
    files::is_remote(root)
        || source_folders(root)
            .iter()
            .any(|folder| files::is_remote(folder))
}

/// The system's watcher, the files as last polled where that is not enough, and the links by which
/// a file has several paths.
struct SiteWatcher {
    root: PathBuf,
    receiver: Receiver<Heard>,
    system: Option<RecommendedWatcher>,
    polled: Option<Polled>,
    links: Links,
}

/// The files as last polled.
struct Polled {
    stamps: Stamps,
    when: Instant,
}

impl SiteWatcher {
    fn new(root: &Path) -> Self {
        let (sender, receiver) = mpsc::channel();
        let system = RecommendedWatcher::new(move |event| pass(&sender, event), Config::default());
        let system = system
            .and_then(|mut watcher| begin(&mut watcher, root).map(|()| watcher))
            .ok();
        Self {
            root: root.to_path_buf(),
            receiver,
            system,
            polled: None,
            links: Links::default(),
        }
    }

    /// Gathers events into bursts, after checking that events come at all.
    fn run(mut self, tell: &impl Fn(News), is_over: &AtomicBool) {
        let mut probe = match &self.polled {
            Some(_) => None,
            None => files::Probe::new(&self.root.join(CONTENT)).ok(),
        };
        let began = Instant::now();
        self.find_links();
        let mut gatherer = Gatherer::new(&self.root);
        while !is_over.load(Ordering::Relaxed) {
            let patience = match &probe {
                Some(_) => PROBE.saturating_sub(began.elapsed()),
                None => self.patience(),
            };
            match self.receiver.recv_timeout(patience) {
                Ok(first) => {
                    probe = None;
                    let burst = gatherer.gather(first, &Queue(&self.receiver));
                    self.tell_burst(burst, tell);
                }
                Err(_) if probe.take().is_some() => self.poll(tell),
                Err(RecvTimeoutError::Timeout) => {}
                // Without the system's watcher nothing is ever sent.
                Err(RecvTimeoutError::Disconnected) => thread::sleep(patience),
            }
            let polled = self.look();
            self.tell_burst(polled, tell);
        }
    }

    /// Returns how long to wait for an event.
    fn patience(&self) -> Duration {
        let due = self
            .polled
            .as_ref()
            .map(|polled| POLL.saturating_sub(polled.when.elapsed()));
        due.map_or(PATIENCE, |due| due.min(PATIENCE))
    }

    fn tell_burst(&mut self, burst: Option<Burst>, tell: &impl Fn(News)) {
        let Some(mut burst) = burst else { return };
        self.watch_new_folders(&burst);
        if burst.rescan
            || self
                .links
                .may_change_with(&burst.paths)
        {
            self.find_links();
        }
        self.links
            .add_other_paths(&mut burst.paths);
        tell(News::Burst(burst));
    }

    /// Begins to poll the files, since the system does not report all changes.
    fn poll(&mut self, tell: &impl Fn(News)) {
        self.polled = Some(Polled {
            stamps: Stamps::of(&self.root),
            when: Instant::now(),
        });
        tell(News::Polling);
    }

    /// Polls the files if that is due, and returns what changed.
    fn look(&mut self) -> Option<Burst> {
        let polled = self
            .polled
            .as_mut()
            .filter(|polled| polled.when.elapsed() >= POLL)?;
        let stamps = Stamps::of(&self.root);
        let paths = polled.stamps.changes(&stamps);
        *polled = Polled {
            stamps,
            when: Instant::now(),
        };
        let rescan = false;
        (!paths.is_empty()).then_some(Burst { paths, rescan })
    }

    /// Watches folders of sources that did not exist at the start.
    fn watch_new_folders(&mut self, burst: &Burst) {
        let folders = source_folders(&self.root);
        let new = folders
            .iter()
            .filter(|folder| burst.paths.contains(*folder));
        for folder in new {
            self.watch(folder, RecursiveMode::Recursive);
        }
    }

    /// Finds the links of the site, and watches what they lead to.
    fn find_links(&mut self) {
        self.links = Links::of(&self.root);
        let outside = self
            .links
            .outside(&source_folders(&self.root));
        for Outside { folder, is_whole } in outside {
            let mode = match is_whole {
                true => RecursiveMode::Recursive,
                false => RecursiveMode::NonRecursive,
            };
            self.watch(&folder, mode);
        }
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) {
        if let Some(system) = &mut self.system {
            let _ = system.watch(folder, mode);
        }
    }
}

fn source_folders(root: &Path) -> Vec<PathBuf> {
    SOURCE_FOLDERS
        .iter()
        .map(|folder| root.join(folder))
        .collect()
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
    for folder in source_folders(root) {
        if files::is_there(&folder) {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::tests::write;

    /// A watcher to which the system reports nothing, and that has just polled.
    fn deaf(root: &Path) -> SiteWatcher {
        let mut watcher = SiteWatcher::new(root);
        watcher.system = None;
        watcher.poll(&|_| {});
        watcher
    }

    /// Lets the time to the next poll pass.
    fn wait(watcher: &mut SiteWatcher) {
        let polled = watcher
            .polled
            .as_mut()
            .expect("a watcher that polls");
        polled.when = polled
            .when
            .checked_sub(POLL)
            .expect("a time");
    }

    #[test]
    fn polling_sees_each_change_once_and_not_too_often() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        write(root, "content/a.md", "a");
        let mut watcher = deaf(root);
        write(root, "content/b.md", "b");
        assert_eq!(watcher.look(), None, "it is too early");
        assert!(watcher.patience() <= PATIENCE);
        wait(&mut watcher);
        assert_eq!(watcher.patience(), Duration::ZERO);
        let paths = [root.join("content/b.md")].into();
        let rescan = false;
        assert_eq!(watcher.look(), Some(Burst { paths, rescan }));
        wait(&mut watcher);
        assert_eq!(watcher.look(), None);
    }
}
