//! Writes the output in two phases: artifacts are staged beside the current site one by one, and
//! replace it only when all are ready.
//!
//! What pakt did not write is never overwritten or removed. The content of an artifact, and whether
//! a build may be written, are decided above.

mod build;
mod commit;
mod inspect;
mod manifest;
mod output;
mod staged;
#[cfg(test)]
mod tests;
mod writer;

use std::path::Path;

pub use build::{Outcome, build};
pub use inspect::inspect;

/// Where a site is written.
#[derive(Clone, Copy, Debug)]
pub struct Destination<'a> {
    /// The site's own folder; the manifest is below its `.pakt/`.
    pub root: &'a Path,
    /// The output folder; it need not exist.
    pub output: &'a Path,
    /// Whether foreign files at the site's paths are taken over.
    pub adopt: bool,
}

/// What a build did to the output folder, in numbers of files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// New and changed files.
    pub written: usize,
    /// Files that were already up to date.
    pub unchanged: usize,
    /// Files of earlier builds that the site no longer has.
    pub removed: usize,
    /// Files that pakt did not write and left alone.
    pub foreign: usize,
}
