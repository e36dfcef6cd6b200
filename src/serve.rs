//! Live mode: serves from memory what a build would write, and shows every change as soon as it is
//! saved. Progress is reported as [`Event`]s; nothing is printed here, and nothing is written
//! except a short-lived probe.

mod alone;
mod answer;
mod bar;
mod checker;
mod editor;
mod failure;
mod http;
mod live;
mod notices;
mod numbered;
mod page;
mod panel;
mod panics;
mod pulse;
mod script;
mod tasks;
#[cfg(test)]
mod tests;
mod token;
mod watch;
mod worker;

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crate::language::{Day, ToolLanguage};
use crate::project::{Project, Snapshot};
use crate::site::Mode;
use crate::source::SourceId;
use http::{Answering, Hosts};
use live::Live;
use panics::{Panic, caught};
use tasks::{Task, Tasks};
use watch::{News, Watch};
use worker::Worker;

pub use failure::{Failure, Step};
pub use panics::Panics;

#[cfg(panic = "abort")]
compile_error!(
    "live mode goes on after a panic of one step, so pakt must be built with panic = \"unwind\""
);

/// How many ports are tried, from the requested one upwards.
const PORTS: u16 = 50;

/// How a site is served.
#[derive(Clone, Debug)]
pub struct Options {
    /// The site's folder.
    pub root: PathBuf,
    /// The address to listen on.
    pub address: IpAddr,
    /// The requested port; the next free one is used if it is taken. 0 means any.
    pub port: u16,
    /// A host name that browsers may use besides the loopback names.
    pub host: Option<String>,
    /// How the site is built.
    pub mode: Mode,
    /// A fixed day; `None` follows the clock.
    pub at: Option<Day>,
    /// Whether browsers navigate to the saved page.
    pub follow: bool,
    /// Whether files are polled even where the system seems to report all changes.
    pub poll: bool,
    /// The language of the panel.
    pub language: ToolLanguage,
    /// The link that opens a place in a text editor: `vscode://file/{path}:{line}:{column}`.
    pub editor: Option<String>,
    /// The newest panics of the process.
    pub panics: Panics,
    /// Called in every step; only tests set it, to make a step panic.
    pub on_step: Option<fn(&Step)>,
}

/// What happens while a site is served.
#[derive(Clone, Debug)]
pub enum Event {
    /// The site can be viewed.
    Ready {
        /// Its address.
        url: String,
        /// The requested port, if another one had to be used.
        taken: Option<u16>,
        /// How long it took.
        time: Duration,
    },
    /// The system does not report all changes, so files are polled.
    Polling,
    /// A change can be viewed.
    Changed {
        /// The sources that changed, in order.
        sources: Vec<SourceId>,
        /// The time since the system reported the first of them.
        time: Duration,
    },
    /// The whole site has been checked.
    Checked {
        /// The number of errors.
        errors: usize,
        /// The number of warnings.
        warnings: usize,
    },
    /// A step panicked, and live mode goes on.
    Failed(Failure),
}

/// Why serving failed.
#[derive(Debug)]
pub enum ServeError {
    /// No port is free.
    NoPort(SocketAddr, std::io::Error),
    /// The system failed.
    Io(std::io::Error),
    /// pakt itself failed and cannot continue.
    Failed(Failure),
}

/// Serves a site until Ctrl-C; `project` holds its current state.
///
/// A step that panics is reported in the panel and as an event, and live mode continues with the
/// project reloaded from the disk, since the panic may have left it half changed. If reloading
/// panics too, live mode ends.
///
/// # Errors
/// Fails if no port is free, if the system fails, or if live mode cannot continue after a panic.
pub fn serve(
    options: Options,
    project: Project,
    snapshot: Snapshot,
    began: Instant,
    tell: impl Fn(Event) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    let (listener, taken) = listen(options.address, options.port)?;
    let address = listener
        .local_addr()
        .map_err(ServeError::Io)?;
    let session = token::random().map_err(ServeError::Io)?;
    let (sender, tasks) = Tasks::new();
    let live = Live::new(options, session, snapshot, sender, Box::new(tell));
    let live = Arc::new(live);
    let watch = watch_site(&live);
    start(&live, checker::run);
    let worker = Worker::new(project, &live);
    start(&live, move |_| worker.run(&tasks));
    live.event(Event::Ready {
        url: format!("http://{address}/"),
        taken,
        time: began.elapsed(),
    });
    let ended = caught(|| answer_all(listener, &live));
    drop(watch);
    live.end();
    outcome(&live, ended)
}

/// Listens on the requested port, or on the next free one.
fn listen(address: IpAddr, port: u16) -> Result<(TcpListener, Option<u16>), ServeError> {
    let wanted = SocketAddr::new(address, port);
    let mut refused = std::io::ErrorKind::AddrInUse.into();
    for candidate in (0..PORTS).map_while(|next| port.checked_add(next)) {
        let candidate = SocketAddr::new(address, candidate);
        match TcpListener::bind(candidate) {
            Ok(listener) => return Ok((listener, (candidate != wanted).then_some(port))),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => refused = error,
            Err(error) => return Err(ServeError::NoPort(candidate, error)),
        }
    }
    Err(ServeError::NoPort(wanted, refused))
}

/// Starts watching the site's folder.
fn watch_site(live: &Arc<Live>) -> Watch {
    let hearing = Arc::clone(live);
    let Options { root, poll, .. } = &live.options;
    watch::watch(root, *poll, move |news| hear(&hearing, news))
}

/// Passes on what the watch reports.
fn hear(live: &Live, news: News) {
    match news {
        News::Burst(burst) => {
            live.step(|| Step::Server);
            live.tasks
                .send(Task::Burst(burst, Instant::now()));
        }
        News::Polling => live.begin_polling(),
        News::Panic(panic) => live.fall(live.failure(Step::Server, &panic)),
    }
}

/// Answers browsers until live mode ends or fails.
fn answer_all(listener: TcpListener, live: &Arc<Live>) -> std::io::Result<()> {
    let hosts = Hosts {
        named: live.options.host.clone(),
        is_open: live.options.address.is_unspecified(),
    };
    let answering: Answering = {
        let live = Arc::clone(live);
        Arc::new(move |asked| answer::answer(&live, asked))
    };
    http::run(listener, hosts, answering, live.until_fallen())
}

/// Returns how live mode ended, given how the server did.
fn outcome(live: &Live, ended: Result<std::io::Result<()>, Panic>) -> Result<(), ServeError> {
    match (ended, live.fallen()) {
        (Err(panic), _) => Err(ServeError::Failed(live.failure(Step::Server, &panic))),
        (Ok(Err(error)), _) => Err(ServeError::Io(error)),
        (Ok(Ok(())), Some(failure)) => Err(ServeError::Failed(failure)),
        (Ok(Ok(())), None) => Ok(()),
    }
}

/// Starts a thread of live mode. If it panics, live mode ends, since nothing else does its work.
fn start(live: &Arc<Live>, work: impl FnOnce(&Live) + Send + 'static) {
    let live = Arc::clone(live);
    thread::spawn(move || {
        if let Err(panic) = caught(|| work(&live)) {
            live.fall(live.failure(Step::Server, &panic));
        }
    });
}
