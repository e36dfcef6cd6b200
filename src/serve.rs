//! Live mode: serves from memory what a build would write, and shows every change as soon as it is saved.
//! What happens is told as [`Event`]s; nothing is printed here, and nothing is written but a short-lived probe.

mod http;
mod live;
mod panel;
mod watch;

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use unicode_normalization::UnicodeNormalization;

use crate::check;
use crate::files;
use crate::language::{Day, ToolLanguage};
use crate::project::{Change, Project, Snapshot};
use crate::site::Mode;
use crate::source::{Source, SourceId};
use live::Live;
use watch::Burst;

/// How many ports after the wanted one are tried.
const PORTS: u16 = 50;

/// How long the background check waits for a further change, so that it does not slow the page that is being looked at.
const CHECK_DELAY: Duration = Duration::from_millis(250);

/// How often it is looked whether a new day has begun.
const CLOCK: Duration = Duration::from_secs(20);

/// When a new folder is looked at a second time: files made together with it may not have been told of.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// How a site is served.
#[derive(Clone, Debug)]
pub struct Options {
    /// The site's folder.
    pub root: PathBuf,
    /// The address to listen on.
    pub address: IpAddr,
    /// The wanted port; another is taken if it is not free. 0 means any.
    pub port: u16,
    /// The name under which the server may be asked beside the loopback names.
    pub host: Option<String>,
    /// How the site is built.
    pub mode: Mode,
    /// The day, if it stands still.
    pub at: Option<Day>,
    /// Whether the browser goes to the page that was saved.
    pub follow: bool,
    /// The language of the panel.
    pub language: ToolLanguage,
    /// How a link opens a place in the editor's program: `vscode://file/{path}:{line}:{column}`.
    pub editor: Option<String>,
}

/// What happens while a site is served.
#[derive(Clone, Debug)]
pub enum Event {
    /// The site can be looked at.
    Ready {
        /// Its address.
        url: String,
        /// The wanted port, if another had to be taken.
        taken: Option<u16>,
        /// How long it took.
        time: Duration,
    },
    /// The system does not tell of changes; files are looked at again and again.
    Polling,
    /// Something changed and can be looked at.
    Changed {
        /// The sources that changed, in order.
        sources: Vec<SourceId>,
        /// How long it took from the first word of it.
        time: Duration,
    },
    /// The whole site has been checked.
    Checked {
        /// The number of errors.
        errors: usize,
        /// The number of warnings.
        warnings: usize,
    },
}

/// Why a site cannot be served.
#[derive(Debug)]
pub enum ServeError {
    /// No port is free.
    NoPort(SocketAddr, std::io::Error),
    /// The system refused.
    Io(std::io::Error),
}

/// What the one thread that changes the project is asked to do.
enum Task {
    Burst(Burst, Instant),
    Drafts(bool),
}

/// Serves a site until Ctrl-C; `project` holds it as it is now.
///
/// # Errors
/// Fails if no port is free, or as the system does.
pub fn serve(
    options: Options,
    project: Project,
    snapshot: Snapshot,
    began: Instant,
    tell: impl Fn(Event) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    let (listener, taken) = listen(options.address, options.port)?;
    let address = listener.local_addr().map_err(ServeError::Io)?;
    let (sender, receiver) = mpsc::channel::<Task>();
    let live = Arc::new(Live::new(options.clone(), snapshot, sender.clone()));
    let tell = Arc::new(tell);
    let polling = Arc::clone(&tell);
    let watch = watch::watch(
        &options.root,
        move |burst| {
            let _ = sender.send(Task::Burst(burst, Instant::now()));
        },
        move || polling(Event::Polling),
    );
    start_checks(&live, &tell);
    let worker = Worker { root: options.root.clone(), at: options.at, project, live: Arc::clone(&live), again: Vec::new() };
    let told = Arc::clone(&tell);
    thread::spawn(move || worker.run(&receiver, &*told));
    tell(Event::Ready { url: format!("http://{address}/"), taken, time: began.elapsed() });
    let ended = http::run(listener, live, options.host.as_deref()).map_err(ServeError::Io);
    drop(watch);
    ended
}

/// Listens on the wanted port or the next that is free.
fn listen(address: IpAddr, port: u16) -> Result<(TcpListener, Option<u16>), ServeError> {
    let mut refused = None;
    for next in 0..PORTS {
        let Some(candidate) = port.checked_add(next) else { break };
        match TcpListener::bind((address, candidate)) {
            Ok(listener) => return Ok((listener, (next > 0).then_some(port))),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => refused = Some(error),
            Err(error) => return Err(ServeError::NoPort(SocketAddr::new(address, candidate), error)),
        }
    }
    let error = refused.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into());
    Err(ServeError::NoPort(SocketAddr::new(address, port), error))
}

/// Checks the whole site after every change, as soon as none follows.
fn start_checks(live: &Arc<Live>, tell: &Arc<impl Fn(Event) + Send + Sync + 'static>) {
    let (live, tell) = (Arc::clone(live), Arc::clone(tell));
    thread::spawn(move || {
        let mut checked = 0;
        loop {
            let version = live.wait_for_other_than(checked);
            thread::sleep(CHECK_DELAY);
            let snapshot = live.snapshot();
            if snapshot.version != version {
                continue;
            }
            let found = check::check(&snapshot.snapshot.renderer, || live.version() == version);
            checked = version;
            if let Some(found) = found {
                let (errors, warnings) = live.checked(version, &snapshot, found);
                tell(Event::Checked { errors, warnings });
            }
        }
    });
}

/// The one thread that changes the project.
struct Worker {
    root: PathBuf,
    at: Option<Day>,
    project: Project,
    live: Arc<Live>,
    /// New folders that are to be looked at again, with the time for it.
    again: Vec<(Instant, SourceId)>,
}

impl Worker {
    fn run(mut self, tasks: &Receiver<Task>, tell: &impl Fn(Event)) {
        loop {
            let patience =
                self.again.iter().map(|(when, _)| when.saturating_duration_since(Instant::now())).min().unwrap_or(CLOCK).min(CLOCK);
            let (changes, began) = match tasks.recv_timeout(patience) {
                Ok(Task::Burst(burst, began)) => (self.burst(burst, tasks), began),
                Ok(Task::Drafts(drafts)) => (vec![Change::Mode(Mode { drafts, ..self.live.mode() })], Instant::now()),
                Err(RecvTimeoutError::Timeout) => (self.due(), Instant::now()),
                Err(RecvTimeoutError::Disconnected) => return,
            };
            self.apply(changes, began, tell);
        }
    }

    /// Turns a burst, and those that wait behind it, into changes.
    fn burst(&mut self, first: Burst, tasks: &Receiver<Task>) -> Vec<Change> {
        let mut bursts = vec![first];
        let mut changes = Vec::new();
        while let Ok(task) = tasks.try_recv() {
            match task {
                Task::Burst(burst, _) => bursts.push(burst),
                Task::Drafts(drafts) => changes.push(Change::Mode(Mode { drafts, ..self.live.mode() })),
            }
        }
        if bursts.iter().any(|burst| burst.rescan) {
            changes.extend(self.everything());
            return changes;
        }
        let mut ids: Vec<SourceId> = bursts.iter().flat_map(|burst| &burst.paths).filter_map(|path| self.id(path)).collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            changes.extend(self.look(&id, true));
        }
        changes
    }

    /// What is due by time: a second look at new folders, a new day.
    fn due(&mut self) -> Vec<Change> {
        let now = Instant::now();
        let (due, later): (Vec<_>, Vec<_>) = std::mem::take(&mut self.again).into_iter().partition(|(when, _)| *when <= now);
        self.again = later;
        let mut changes: Vec<Change> = due.into_iter().flat_map(|(_, id)| self.look(&id, false)).collect();
        if self.at.is_none() {
            let today = Day::now(&self.project.config().timezone);
            changes.extend(today.filter(|today| *today != self.project.today()).map(Change::Today));
        }
        changes
    }

    /// Compares what is on the disk at and below a path with what is known.
    fn look(&mut self, id: &SourceId, is_first: bool) -> Vec<Change> {
        let found = files::scan_below(&self.root, id);
        if is_first && (found.iter().any(|source| source.id != *id) || found.is_empty()) {
            self.again.push((Instant::now() + SECOND_LOOK, id.clone()));
        }
        difference(found, self.project.sources_below(id))
    }

    fn everything(&self) -> Vec<Change> {
        let known = ["site.yaml", "content", "data", "themes"].iter().flat_map(|top| self.project.sources_below(&SourceId::new(top)));
        difference(files::scan(&self.root), known.collect())
    }

    /// Returns the name of a path among the sources, if it can be one.
    fn id(&self, path: &Path) -> Option<SourceId> {
        let inner = path.strip_prefix(&self.root).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
        let id: String = inner.nfc().collect();
        files::is_reachable(&id).then(|| SourceId::new(id))
    }

    fn apply(&mut self, changes: Vec<Change>, began: Instant, tell: &impl Fn(Event)) {
        let sources: Vec<SourceId> =
            changes.iter().filter(|change| self.project.is_news(change)).filter_map(Change::source).cloned().collect();
        let is_news = !sources.is_empty() || changes.iter().any(|change| change.source().is_none());
        if !is_news {
            return;
        }
        let snapshot = self.project.apply(changes);
        self.live.replace(snapshot, &sources);
        tell(Event::Changed { sources, time: began.elapsed() });
    }
}

fn difference(found: Vec<Source>, known: Vec<SourceId>) -> Vec<Change> {
    let gone = known.into_iter().filter(|id| found.binary_search_by(|source| source.id.cmp(id)).is_err()).map(Change::Absent);
    let gone: Vec<Change> = gone.collect();
    found.into_iter().map(Change::Present).chain(gone).collect()
}

/// Sends a task to the worker; without one the server is ending.
fn send(sender: &Sender<Task>, task: Task) {
    let _ = sender.send(task);
}
