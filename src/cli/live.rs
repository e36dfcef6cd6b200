//! The command `serve`: live mode, told in words.

use std::net::IpAddr;
use std::panic;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use super::commands::{Call, Opened};
use super::{Exit, arguments, flag, shown, text};
use crate::language::{Argument, Day};
use crate::report::{Reporter, number};
use crate::serve::{self, Event, Failure, Options, Panics, ServeError};
use crate::site::Mode;

/// The port where `--port` does not say.
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
        let Opened {
            root,
            project,
            snapshot,
        } = match self.open_in(mode) {
            Ok(opened) => opened,
            Err(exit) => return exit,
        };
        let host = text(self.matches, arguments::HOST);
        let address = match host.map(str::parse::<IpAddr>) {
            None => IpAddr::from([127, 0, 0, 1]),
            Some(Ok(address)) => address,
            Some(Err(_)) => {
                self.reporter.failure(
                    "serve-host",
                    &[("host", Argument::Text(host.unwrap_or_default()))],
                );
                return Exit::Usage;
            }
        };
        let options = Options {
            address,
            port: self
                .matches
                .try_get_one(arguments::PORT)
                .ok()
                .flatten()
                .copied()
                .unwrap_or(PORT),
            host: host.map(str::to_owned),
            mode,
            at: text(self.matches, arguments::AT).and_then(Day::parse),
            follow: flag(self.matches, arguments::FOLLOW),
            language: self.reporter.language(),
            editor: self.environment.editor.clone(),
            root: root.clone(),
            panics: self.panics(),
            on_step: self.environment.on_step,
        };
        let reporter = Arc::new(self.reporter.clone());
        let folder = shown(&root);
        let ended = serve::serve(options, project, snapshot, began, move |event| {
            tell(&reporter, &folder, open, &event)
        });
        self.ended(ended)
    }

    /// Takes note of panics from now on. Rust's own words about them go to the terminal only under
    /// `-v`, since live mode tells of them itself; those of the main thread always do, since a
    /// panic outside live mode's steps has nobody else.
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

    /// Tells how live mode ended.
    fn ended(&self, ended: Result<(), ServeError>) -> Exit {
        let cause = match ended {
            Ok(()) => {
                self.reporter.note("serve-ended", &[]);
                return Exit::Done;
            }
            Err(ServeError::NoPort(address, cause)) => {
                let (address, cause) = (address.to_string(), cause.to_string());
                self.reporter.failure(
                    "serve-no-port",
                    &[
                        ("address", Argument::Text(&address)),
                        ("cause", Argument::Text(&cause)),
                    ],
                );
                return Exit::Usage;
            }
            Err(ServeError::Io(cause)) => cause.to_string(),
            Err(ServeError::Failed(failure)) => {
                failed(self.reporter, &failure);
                return Exit::Usage;
            }
        };
        self.reporter
            .failure("serve-failed", &[("cause", Argument::Text(&cause))]);
        Exit::Usage
    }
}

/// Tells of a fault of pakt itself.
fn failed(reporter: &Reporter, failure: &Failure) {
    failure.tell(|key, args| reporter.failure(key, args));
}

/// Tells what happens.
fn tell(reporter: &Reporter, folder: &str, open: bool, event: &Event) {
    match event {
        Event::Ready { url, taken, time } => {
            if let Some(port) = taken {
                reporter.note(
                    "serve-port-taken",
                    &[("port", Argument::Text(&port.to_string()))],
                );
            }
            let milliseconds = time.as_millis().to_string();
            reporter.note(
                "serve-ready",
                &[
                    ("url", Argument::Text(url)),
                    ("folder", Argument::Text(folder)),
                    ("time", Argument::Text(&milliseconds)),
                ],
            );
            if open && open::that_detached(url).is_err() {
                reporter.note("serve-no-browser", &[("url", Argument::Text(url))]);
            }
        }
        Event::Polling => reporter.note("serve-polling", &[]),
        Event::Changed { sources, time } => {
            let names: Vec<&str> = sources
                .iter()
                .take(MOST_NAMES)
                .map(|source| source.as_str())
                .collect();
            let milliseconds = time.as_millis().to_string();
            let more = sources.len().saturating_sub(MOST_NAMES);
            reporter.note(
                "serve-changed",
                &[
                    ("names", Argument::Text(&names.join(", "))),
                    ("more", number(more)),
                    ("time", Argument::Text(&milliseconds)),
                ],
            );
        }
        Event::Checked { errors, warnings } => reporter.detail(
            "serve-checked",
            &[("errors", number(*errors)), ("warnings", number(*warnings))],
        ),
        Event::Failed(failure) => failed(reporter, failure),
    }
}
