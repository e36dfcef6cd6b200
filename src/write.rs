//! Write: the output's two phases. Artifacts are staged beside the published site one by one; only
//! when all are, they take its place.
//!
//! What pakt did not write is never overwritten or removed. What an artifact holds, and when a
//! build may be written, is decided above.

mod commit;
mod manifest;
mod output;
mod publish;
#[cfg(test)]
mod tests;

use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use self::manifest::Manifest;
use self::output::Output;
use crate::diagnostic::{Code, Diagnostic};
use crate::document;
use crate::files::{self, CopyError, Look};
use crate::route::Route;
use crate::source::Hash;

pub use publish::{Outcome, publish};

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

/// The content of an artifact.
#[derive(Clone, Copy, Debug)]
pub enum Body<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// What is in this file, which is copied.
    File(&'a Path),
}

/// When an artifact takes its place: what others name comes before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Styles, scripts, images, attachments: what pages need.
    Asset,
    /// Pages: new ones first, then changed ones.
    Page,
    /// Sitemap, feeds, search: what names pages.
    Index,
}

/// An artifact that is ready to take its place.
#[derive(Clone, Debug)]
pub struct Staged {
    route: Route,
    hash: Hash,
    rank: Rank,
    state: State,
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

/// A build's hold on its output folder: at most one at a time, given up when dropped.
#[derive(Debug)]
pub struct Writer {
    output: Output,
    /// What former builds wrote.
    manifest: Manifest,
    adopt: bool,
    /// The number of the next temporary file.
    next: AtomicU64,
}

/// How a staged artifact relates to what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The same bytes stand there.
    Unchanged,
    /// Nothing stands there.
    New { temporary: u64 },
    /// A file or folder of a former build stands in the way, and must go first.
    Obstructed { temporary: u64 },
    /// A file of another content stands there; its hash, unless it is a link.
    Changed { temporary: u64, old: Option<Hash> },
}

/// What stands in an artifact's place.
enum Standing {
    Nothing,
    Same(Hash),
    Obstacle,
    Other(Option<Hash>),
}

impl Writer {
    /// Takes hold of an output folder, which is made if need be.
    ///
    /// # Errors
    /// Refuses an output that contains or lies in the sources (P0802), one that another build holds
    /// (P0804), one whose manifest is no manifest (P0805), and one that cannot be written (P0803).
    pub fn open(destination: Destination<'_>) -> Result<Self, Diagnostic> {
        let (output, manifest) = Output::open(&destination)?;
        Ok(Self {
            output,
            manifest,
            adopt: destination.adopt,
            next: AtomicU64::new(0),
        })
    }

    /// Makes an artifact ready, from any thread: compares it with what stands in its place, and
    /// writes it beside the site if it differs.
    ///
    /// # Errors
    /// Refuses to replace what pakt did not write (P0801); tells if the output cannot be written
    /// (P0803). The file of a [`Body::File`] may have vanished (P0105) or be unreadable (P0102):
    /// these findings have no place, which the caller knows.
    pub fn stage(&self, route: &Route, rank: Rank, body: Body<'_>) -> Result<Staged, Diagnostic> {
        let staged = |hash, state| Staged {
            route: route.clone(),
            hash,
            rank,
            state,
        };
        let standing = self.standing(route, body)?;
        if let Standing::Same(hash) = standing {
            return Ok(staged(hash, State::Unchanged));
        }
        let temporary = self.next.fetch_add(1, Ordering::Relaxed);
        let hash = self
            .output
            .write_temporary(temporary, body)
            .map_err(|error| self.failed(route, error))?;
        let state = match standing {
            Standing::Other(old) => State::Changed { temporary, old },
            Standing::Obstacle => State::Obstructed { temporary },
            Standing::Nothing | Standing::Same(_) => State::New { temporary },
        };
        Ok(staged(hash, state))
    }

    /// Puts everything that was staged in its place and removes what former builds wrote and
    /// `staged` does not name.
    ///
    /// # Errors
    /// Up to the first file that takes its place, a failure (P0803, P0801) leaves the old site.
    /// After it, the next build finishes the work.
    pub fn commit(mut self, staged: Vec<Staged>) -> Result<Summary, Diagnostic> {
        commit::Plan::make(&self.output, &self.manifest, staged)?
            .carry_out(&mut self.output, &self.manifest)
    }

    /// Gives up: the output is as it was.
    pub fn abandon(self) {}

    /// Compares an artifact with what stands in its place.
    fn standing(&self, route: &Route, body: Body<'_>) -> Result<Standing, Diagnostic> {
        if self.output.was_empty_for(route) {
            return Ok(Standing::Nothing);
        }
        if let Some(link) = self.output.link_above(route) {
            return Err(self.output.foreign(link));
        }
        let place = self.output.place(route);
        match files::look(&place).map_err(|error| self.output.unwritable(route.as_str(), &error))? {
            Look::Nothing => Ok(Standing::Nothing),
            Look::File { length } => self
                .compare(route, &place, length, body)
                .map_err(|error| self.failed(route, error))?,
            Look::Other if self.adopt => Ok(Standing::Other(None)),
            Look::Folder | Look::NoFolder if self.is_all_ours(route) => Ok(Standing::Obstacle),
            Look::Other | Look::Folder | Look::NoFolder => Err(self.output.foreign(route.as_str())),
        }
    }

    /// Compares an artifact with the file of `length` bytes that stands at `place`; the inner error
    /// is that the file is foreign.
    fn compare(
        &self,
        route: &Route,
        place: &Path,
        length: u64,
        body: Body<'_>,
    ) -> Result<Result<Standing, Diagnostic>, CopyError> {
        let former = self.manifest.files.get(route);
        let mut old = None;
        match body {
            Body::Bytes(bytes) if bytes.len() as u64 == length => {
                let standing = files::read(place).map_err(CopyError::Write)?;
                if standing == bytes {
                    return Ok(Ok(Standing::Same(Hash::of(bytes))));
                }
                old = Some(Hash::of(&standing));
            }
            Body::Bytes(_) => {}
            Body::File(file) => {
                if let Some(hash) = files::same_as(file, place)? {
                    return Ok(Ok(Standing::Same(hash)));
                }
            }
        }
        if former.is_none() && !self.adopt {
            return Ok(Err(self.output.foreign(route.as_str())));
        }
        let old = match old {
            Some(hash) => hash,
            None => files::hash(place).map_err(CopyError::Write)?,
        };
        // A power cut may leave a file that pakt wrote without its content; an empty file holds
        // nothing to lose.
        let is_ours = former.is_some_and(|entry| entry.is_ours(old) || length == 0);
        Ok(if is_ours || self.adopt {
            Ok(Standing::Other(Some(old)))
        } else {
            Err(self.output.foreign(route.as_str()))
        })
    }

    /// Returns whether all that stands in the way of `route`, being above or below it, was written
    /// by pakt.
    fn is_all_ours(&self, route: &Route) -> bool {
        let obstacles = self.output.obstacles(route);
        !obstacles.is_empty()
            && obstacles.iter().all(|obstacle| match obstacle.kind {
                files::Kind::Folder => self.manifest.folders.contains(&obstacle.path),
                files::Kind::File => self.manifest.files.contains_key(obstacle.path.as_str()),
                files::Kind::Link => false,
            })
    }

    /// Tells what failed while an artifact was staged.
    fn failed(&self, route: &Route, error: CopyError) -> Diagnostic {
        match error {
            CopyError::Read(error) => unreadable(&error),
            CopyError::Write(error) => self.output.unwritable(route.as_str(), &error),
        }
    }
}

/// Tells why a source cannot be read.
fn unreadable(error: &std::io::Error) -> Diagnostic {
    match (files::refusal(error), error.kind()) {
        (Some(why), _) => document::refused(why),
        (None, ErrorKind::NotFound) => Diagnostic::nowhere(Code::Vanished),
        (None, _) => Diagnostic::nowhere(Code::Unreadable).arg("cause", error.to_string()),
    }
}

/// Returns whether a finding of staging is about the source rather than the output.
fn is_about_source(finding: &Diagnostic) -> bool {
    matches!(finding.code, Code::Vanished | Code::Unreadable)
}
