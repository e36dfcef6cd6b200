//! Write: the output's two phases. Artifacts are staged beside the present site one by one; only
//! when all are, they take its place.
//!
//! What pakt did not write is never overwritten or removed. What an artifact holds, and when a
//! build may be written, is decided above.

mod build;
mod commit;
mod manifest;
mod output;
#[cfg(test)]
mod tests;
mod writer;

use std::path::Path;

pub use build::{Outcome, build};

/// Where a site is written.
#[derive(Clone, Copy, Debug)]
pub struct Destination<'a> {
    /// The site's own folder, below whose `.pakt/` the manifest lies.
    pub root: &'a Path,
    /// The output folder; it need not exist.
    pub output: &'a Path,
    /// Whether foreign files on the paths of the site are taken over.
    pub adopt: bool,
}

/// What a build did to the output folder, in numbers of files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// New and changed files.
    pub written: usize,
    /// Files that were as they should be.
    pub unchanged: usize,
    /// Files of former builds that the site does not want any more.
    pub removed: usize,
    /// Files that pakt did not write and left alone.
    pub foreign: usize,
}
