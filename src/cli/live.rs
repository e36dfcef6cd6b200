//! The command `serve`: runs live mode and prints its events.

use std::net::{IpAddr, Ipv4Addr};
use std::panic;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::commands::Call;
use super::site::OpenSite;
use super::{Exit, arguments, display, flag, text};
use crate::language::{Argument, Day};
use crate::report::{Reporter, number};
use crate::serve::{self, Event, Failure, Options, Panics, ServeError};
use crate::site::Mode;
use crate::source::SourceId;

/// The port without `--port`.
const PORT: u16 = 4000;

/// The most names of changed files in one line.
const MOST_NAMES: usize = 3;

impl Call<'_> {
    /// Serves the site until Ctrl-C; `open` shows it in the browser.
    pub(super) fn serve(&self, open: bool) -> Exit {
        let began = Instant::now();
        let mode = Mode {
            drafts: !flag(self.matches, arguments::NO_DRAFTS),
            ..Mode::default()
        };
        let OpenSite {
            root,
            project,
            snapshot,
        } = match self.open_in(mode) {
            Ok(opened) => opened,
            Err(exit) => return exit,
        };
        let address = match self.address() {
            Ok(address) => address,
            Err(exit) => return exit,
        };
        let options = self.options(root.clone(), address, mode);
        let reporter = Arc::new(self.reporter.clone());
        let folder = display(&root);
        let ended = serve::serve(options, project, snapshot, began, move |event| {
            tell(&reporter, &folder, open, &event)
        });
        self.ended(ended)
    }

    /// Returns the address to listen on.
    fn address(&self) -> Result<IpAddr, Exit> {
        let Some(host) = text(self.matches, arguments::HOST) else {
            return Ok(Ipv4Addr::LOCALHOST.into());
        };
        host.parse().map_err(|_| {
            let arguments = [("host", Argument::Text(host))];
            self.reporter
                .failure("serve-host", &arguments);
            Exit::Usage
        })
    }

    /// Returns the options of live mode from the arguments and the environment.
    fn options(&self, root: PathBuf, address: IpAddr, mode: Mode) -> Options {
        let port = self
            .matches
            .try_get_one(arguments::PORT)
            .ok()
            .flatten();
        Options {
            root,
            address,
            port: port.copied().unwrap_or(PORT),
            host: text(self.matches, arguments::HOST).map(str::to_owned),
            mode,
            at: text(self.matches, arguments::AT).and_then(Day::parse),
            follow: flag(self.matches, arguments::FOLLOW),
            poll: flag(self.matches, arguments::POLL),
            language: self.reporter.language(),
            editor: self.environment.editor.clone(),
            panics: self.panics(),
            on_step: self.environment.on_step,
        }
    }

    /// Records panics from now on. Rust's own message is printed only with `-v`, since live mode
    /// reports the panic itself. That of the main thread is always printed, since nothing else
    /// reports a panic outside live mode's steps.
    fn panics(&self) -> Panics {
        let panics = Panics::default();
        let (noted, usual, is_verbose) = (
            panics.clone(),
            panic::take_hook(),
            self.reporter.is_verbose(),
        );
        panic::set_hook(Box::new(move |panic| {
            noted.note(panic);
            if is_verbose || thread::current().name() == Some("main") {
                usual(panic);
            }
        }));
        panics
    }

    /// Reports how live mode ended.
    fn ended(&self, ended: Result<(), ServeError>) -> Exit {
        match ended {
            Ok(()) => {
                self.reporter.note("serve-ended", &[]);
                return Exit::Done;
            }
            Err(ServeError::NoPort(address, cause)) => {
                let (address, cause) = (address.to_string(), cause.to_string());
                let arguments = [
                    ("address", Argument::Text(&address)),
                    ("cause", Argument::Text(&cause)),
                ];
                self.reporter
                    .failure("serve-no-port", &arguments);
            }
            Err(ServeError::Io(cause)) => {
                let cause = cause.to_string();
                let arguments = [("cause", Argument::Text(&cause))];
                self.reporter
                    .failure("serve-failed", &arguments);
            }
            Err(ServeError::Failed(failure)) => failed(self.reporter, &failure),
        }
        Exit::Usage
    }
}

/// Reports a failure of pakt itself.
fn failed(reporter: &Reporter, failure: &Failure) {
    failure.tell(|key, args| reporter.failure(key, args));
}

/// Reports an event.
fn tell(reporter: &Reporter, folder: &str, open: bool, event: &Event) {
    match event {
        Event::Ready { url, taken, time } => {
            if let Some(port) = taken {
                let port = port.to_string();
                reporter.note("serve-port-taken", &[("port", Argument::Text(&port))]);
            }
            ready(reporter, folder, url, *time);
            if open && open::that_detached(url).is_err() {
                reporter.note("serve-no-browser", &[("url", Argument::Text(url))]);
            }
        }
        Event::Polling => reporter.note("serve-polling", &[]),
        Event::Changed { sources, time } => changed(reporter, sources, *time),
        Event::Checked { errors, warnings } => reporter.detail(
            "serve-checked",
            &[("errors", number(*errors)), ("warnings", number(*warnings))],
        ),
        Event::Failed(failure) => failed(reporter, failure),
    }
}

/// Reports where the site can be viewed.
fn ready(reporter: &Reporter, folder: &str, url: &str, time: Duration) {
    let milliseconds = time.as_millis().to_string();
    let arguments = [
        ("url", Argument::Text(url)),
        ("folder", Argument::Text(folder)),
        ("time", Argument::Text(&milliseconds)),
    ];
    reporter.note("serve-ready", &arguments);
}

/// Reports what was saved.
fn changed(reporter: &Reporter, sources: &[SourceId], time: Duration) {
    let named = sources
        .iter()
        .take(MOST_NAMES)
        .map(SourceId::as_str);
    let names = named
        .collect::<Vec<&str>>()
        .join(", ");
    let milliseconds = time.as_millis().to_string();
    let arguments = [
        ("names", Argument::Text(&names)),
        (
            "more",
            number(
                sources
                    .len()
                    .saturating_sub(MOST_NAMES),
            ),
        ),
        ("time", Argument::Text(&milliseconds)),
    ];
    reporter.note("serve-changed", &arguments);
}
