//! Integration tests: in-memory sites, real folders and the command line.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "tests look at the disk themselves, stop where they fail, and share what is in `support`"
)]

mod account;
mod allows;
mod cli;
mod commonmark;
mod contrast;
mod data;
mod diagnostics;
mod docs;
mod features;
mod golden;
mod law;
mod live;
#[path = "../browser/panicking.rs"]
mod panicking;
mod support;
mod tidy;
mod typography;
