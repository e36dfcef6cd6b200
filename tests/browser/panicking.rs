//! `pakt` with steps of live mode that panic: those whose names are lines of the file
//! in `PAKT_TEST_PANICS`. A program of its own, since the published one has no way to be told so.

#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "it reads what a test wrote, and panics as it is told"
)]

use std::ffi::OsString;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use pakt::cli::{self, Environment, Exit};
use pakt::serve::Step;

/// The variable with the path of the file that names the steps that should panic.
pub(crate) const PANICS: &str = "PAKT_TEST_PANICS";

/// How often it has panicked.
static PANICKED: AtomicUsize = AtomicUsize::new(0);

#[cfg(not(test))]
fn main() -> std::process::ExitCode {
    run(&std::env::args_os().collect::<Vec<OsString>>()).into()
}

/// Runs a command.
pub(crate) fn run(arguments: &[OsString]) -> Exit {
    cli::run(
        arguments,
        &Environment {
            on_step: Some(panic_as_told),
            ..Environment::of_process()
        },
    )
}

/// Panics if the step should.
pub(crate) fn panic_as_told(step: &Step) {
    let name = match step {
        Step::Change(_) => "change".to_owned(),
        Step::Anew(_) => "anew".to_owned(),
        Step::Check => "check".to_owned(),
        Step::Answer(path) => format!("answer {path}"),
        Step::Server => "server".to_owned(),
    };
    let told = std::env::var_os(PANICS)
        .and_then(|file| fs::read_to_string(file).ok())
        .unwrap_or_default();
    if told.lines().any(|line| line == name) {
        // Each in words of its own, so that one can be told from the next.
        panic!(
            "the test wants: {name}, panic {}",
            PANICKED.fetch_add(1, Ordering::Relaxed)
        );
    }
}
