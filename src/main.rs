//! The `pakt` command: hands its arguments and surroundings to the library and ends with its code.

use std::ffi::OsString;
use std::process::ExitCode;

use pakt::cli::{self, Environment};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    cli::run(&arguments, &Environment::of_process()).into()
}

/// A build allocates much and in parallel: with the system's allocator it takes a tenth more of the
/// processors.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
