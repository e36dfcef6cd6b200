//! Live mode: serves from memory what a build would write, and shows every change as soon as it is
//! saved. What happens is told as [`Event`]s; nothing is printed here, and nothing is written but a
//! short-lived probe.

mod failure;
mod good;
mod http;
mod live;
mod panel;
mod script;
mod token;
mod watch;
mod worker;

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::check;
use crate::language::{Day, ToolLanguage};
use crate::project::{Project, Snapshot};
use crate::site::Mode;
use crate::source::SourceId;
use failure::caught;
use live::Live;
use watch::Heard;
use worker::{Task, Worker};

pub use failure::{Failure, Panics, Step};

#[cfg(panic = "abort")]
compile_error!(
    "live mode goes on after a panic of one step, so pakt must be built with panic = \"unwind\""
);

/// How many ports after the wanted one are tried.
const PORTS: u16 = 50;

/// How long the background check waits for a further change, so that it does not slow the page that
/// is being looked at.
const CHECK_DELAY: Duration = Duration::from_millis(250);

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
    /// What the process knows of panics.
    pub panics: Panics,
    /// Called within every step; only tests give it, to make a step panic.
    pub on_step: Option<fn(&Step)>,
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
    /// A step panicked, and live mode goes on.
    Failed(Failure),
}

/// Why a site cannot be served.
#[derive(Debug)]
pub enum ServeError {
    /// No port is free.
    NoPort(SocketAddr, std::io::Error),
    /// The system refused.
    Io(std::io::Error),
    /// pakt itself failed, and nothing is left to go on with.
    Failed(Failure),
}

/// Serves a site until Ctrl-C; `project` holds it as it is now.
///
/// A step that panics is told in the panel and as an event, and live mode goes on: with the project
/// read anew from the disk, since nobody knows what the panic left half done. If reading it anew
/// panics too, live mode ends.
///
/// # Errors
/// Fails if no port is free, as the system does, or if there is nothing left to go on with after a
/// panic.
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
    let session = token::random().map_err(ServeError::Io)?;
    let live = Arc::new(Live::new(
        options,
        session,
        snapshot,
        sender.clone(),
        Box::new(tell),
    ));
    let heard = Arc::clone(&live);
    let watch = watch::watch(&live.options.root, move |what| match what {
        Heard::Burst(burst) => {
            heard.step(|| Step::Server);
            // Without a worker live mode is ending.
            let _ = sender.send(Task::Burst(burst, Instant::now()));
        }
        Heard::Polling => heard.event(Event::Polling),
        Heard::Panic(panic) => heard.fall(heard.failure(Step::Server, &panic)),
    });
    start(&live, check_always);
    let worker = Worker::new(project, &live);
    start(&live, move |_| worker.run(&receiver));
    live.event(Event::Ready {
        url: format!("http://{address}/"),
        taken,
        time: began.elapsed(),
    });
    let ended = caught(|| http::run(listener, Arc::clone(&live)));
    drop(watch);
    live.end();
    match ended {
        Ok(ended) => ended.map_err(ServeError::Io)?,
        Err(panic) => return Err(ServeError::Failed(live.failure(Step::Server, &panic))),
    }
    live.fallen()
        .map_or(Ok(()), |failure| Err(ServeError::Failed(failure)))
}

/// Listens on the wanted port or the next that is free.
fn listen(address: IpAddr, port: u16) -> Result<(TcpListener, Option<u16>), ServeError> {
    let mut refused = None;
    for next in 0..PORTS {
        let Some(candidate) = port.checked_add(next) else {
            break;
        };
        match TcpListener::bind((address, candidate)) {
            Ok(listener) => return Ok((listener, (next > 0).then_some(port))),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => refused = Some(error),
            Err(error) => {
                return Err(ServeError::NoPort(
                    SocketAddr::new(address, candidate),
                    error,
                ));
            }
        }
    }
    let error = refused.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into());
    Err(ServeError::NoPort(SocketAddr::new(address, port), error))
}

/// Starts a thread of live mode, which ends if the thread panics: what it does would not be done
/// any more.
fn start(live: &Arc<Live>, work: impl FnOnce(&Live) + Send + 'static) {
    let live = Arc::clone(live);
    thread::spawn(move || {
        if let Err(panic) = caught(|| work(&live)) {
            live.fall(live.failure(Step::Server, &panic));
        }
    });
}

/// Checks the whole site after every change, as soon as none follows.
fn check_always(live: &Live) {
    let mut checked = 0;
    while let Some(version) = live.wait_for_other_than(checked) {
        if !live.stays(version, CHECK_DELAY) {
            continue;
        }
        let numbered = live.snapshot();
        let go_on = || {
            live.step(|| Step::Check);
            live.version() == version
        };
        checked = version;
        match caught(|| check::check(&numbered.snapshot.renderer, go_on)) {
            Ok(Some(found)) => live.checked(&numbered, found),
            // Another version has come.
            Ok(None) => {}
            Err(panic) => live.doubted(Step::Check, &panic, version),
        }
    }
}
