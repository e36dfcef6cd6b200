//! The first phase: compares each artifact with the existing file, and stages it if it differs.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use super::commit::Plan;
use super::manifest::Manifest;
use super::output::Output;
use super::staged::{Staged, State, Wave};
use super::{Destination, Summary};
use crate::diagnostic::Diagnostic;
use crate::files::{self, CopyError, ListedKind, Look};
use crate::payload::{Payload, unreadable};
use crate::route::Route;
use crate::source::Hash;

/// A build's exclusive hold on its output folder, released when dropped.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) output: Output,
    /// What earlier builds wrote.
    pub(super) manifest: Manifest,
    adopt: bool,
    /// The number of the next temporary file.
    next: AtomicU64,
}

/// What is at an artifact's path.
pub(super) enum Present {
    Nothing,
    Same(Hash),
    Obstacle,
    Other(Option<Hash>),
}

/// An existing file compared with a payload.
enum Compared {
    /// The same bytes, with this hash.
    Same(Hash),
    /// Different bytes; the hash of the file, if it had to be computed.
    Different(Option<Hash>),
}

impl Writer {
    /// Locks an output folder, creating it if needed.
    ///
    /// # Errors
    /// Refuses an output that contains or is inside the sources (P0802), is held by another build
    /// (P0804), has a broken manifest (P0805), or cannot be written (P0803).
    pub(super) fn open(destination: Destination<'_>) -> Result<Self, Diagnostic> {
        let (output, manifest) = Output::open(&destination)?;
        Ok(Self {
            output,
            manifest,
            adopt: destination.adopt,
            next: AtomicU64::new(0),
        })
    }

    /// Looks at an output folder without holding or changing it; only for [`Self::present`].
    ///
    /// # Errors
    /// Refuses what [`Self::open`] would, as far as can be known without writing.
    pub(super) fn looking_at(destination: Destination<'_>) -> Result<Self, Diagnostic> {
        let (output, manifest) = Output::look_at(&destination)?;
        Ok(Self {
            output,
            manifest,
            adopt: destination.adopt,
            next: AtomicU64::new(0),
        })
    }

    /// Stages an artifact, from any thread: compares it with what is at its path, and writes it to
    /// a temporary file if it differs.
    ///
    /// # Errors
    /// Refuses to replace what pakt did not write (P0801); fails if the output cannot be written
    /// (P0803), or with the finding of [`unreadable`] if the source of a [`Payload::File`] can no
    /// longer be read. Only that finding has a place.
    pub(super) fn stage(
        &self,
        route: &Route,
        wave: Wave,
        payload: &Payload,
    ) -> Result<Staged, Diagnostic> {
        let present = self.present(route, payload)?;
        let (hash, state) = match present {
            Present::Same(hash) => (hash, State::Unchanged),
            Present::Nothing => {
                let (hash, temporary) = self.set_aside(route, payload)?;
                (hash, State::New { temporary })
            }
            Present::Obstacle => {
                let (hash, temporary) = self.set_aside(route, payload)?;
                (hash, State::Obstructed { temporary })
            }
            Present::Other(old) => {
                let (hash, temporary) = self.set_aside(route, payload)?;
                (hash, State::Changed { temporary, old })
            }
        };
        Ok(Staged {
            route: route.clone(),
            hash,
            wave,
            state,
        })
    }

    /// Renames everything staged into place, and removes what earlier builds wrote and `staged`
    /// does not name.
    ///
    /// # Errors
    /// Before the first rename, a failure (P0803, P0801) leaves the old site. After it, the next
    /// build finishes the work.
    pub(super) fn commit(mut self, staged: Vec<Staged>) -> Result<Summary, Diagnostic> {
        Plan::make(&self.output, &self.manifest, staged)?
            .carry_out(&mut self.output, &self.manifest)
    }

    /// Abandons the build and leaves the output unchanged.
    pub(super) fn abandon(self) {}

    /// Writes an artifact to a temporary file; returns its hash and the file's number.
    fn set_aside(&self, route: &Route, payload: &Payload) -> Result<(Hash, u64), Diagnostic> {
        let temporary = self
            .next
            .fetch_add(1, Ordering::Relaxed);
        match self
            .output
            .write_temporary(temporary, payload)
        {
            Ok(hash) => Ok((hash, temporary)),
            Err(error) => Err(self.failed(route, payload, error)),
        }
    }

    /// Compares an artifact with what is at its path.
    pub(super) fn present(&self, route: &Route, payload: &Payload) -> Result<Present, Diagnostic> {
        if self.output.was_empty_for(route) {
            return Ok(Present::Nothing);
        }
        if let Some(link) = self.output.link_above(route) {
            return Err(self.output.foreign(link));
        }
        let place = self.output.place(route);
        match files::look(&place).map_err(|error| {
            self.output
                .unwritable(route.as_str(), &error)
        })? {
            Look::Nothing => Ok(Present::Nothing),
            Look::File { length } => self.file(route, payload, &place, length),
            Look::Other if self.adopt => Ok(Present::Other(None)),
            Look::Folder | Look::NoFolder if self.is_all_ours(route) => Ok(Present::Obstacle),
            Look::Other | Look::Folder | Look::NoFolder => Err(self.output.foreign(route.as_str())),
        }
    }

    /// Compares an artifact with the file of `length` bytes at `place`.
    fn file(
        &self,
        route: &Route,
        payload: &Payload,
        place: &Path,
        length: u64,
    ) -> Result<Present, Diagnostic> {
        let failed = |error| self.failed(route, payload, error);
        let old = match compare(payload, place, length).map_err(failed)? {
            Compared::Same(hash) => return Ok(Present::Same(hash)),
            Compared::Different(old) => old,
        };
        let former = self.manifest.files.get(route);
        if former.is_none() && !self.adopt {
            return Err(self.output.foreign(route.as_str()));
        }
        let old = match old {
            Some(hash) => hash,
            None => files::hash(place).map_err(|error| failed(CopyError::Write(error)))?,
        };
        // A power cut may leave a file that pakt wrote empty; an empty file has nothing to lose.
        let is_ours = former.is_some_and(|file| file.is_ours(old) || length == 0);
        if is_ours || self.adopt {
            Ok(Present::Other(Some(old)))
        } else {
            Err(self.output.foreign(route.as_str()))
        }
    }

    /// Returns whether everything in the way of `route`, above or below it, was written by pakt.
    fn is_all_ours(&self, route: &Route) -> bool {
        let obstacles = self.output.obstacles(route);
        !obstacles.is_empty()
            && obstacles
                .iter()
                .all(|obstacle| match obstacle.kind {
                    ListedKind::Folder => self
                        .manifest
                        .folders
                        .contains(&obstacle.path),
                    ListedKind::File => self
                        .manifest
                        .files
                        .contains_key(obstacle.path.as_str()),
                    ListedKind::Link => false,
                })
    }

    /// Returns the finding about a failure to stage an artifact.
    fn failed(&self, route: &Route, payload: &Payload, error: CopyError) -> Diagnostic {
        match (error, payload) {
            (CopyError::Read(error), Payload::File { source, .. }) => unreadable(source, &error),
            (CopyError::Read(error) | CopyError::Write(error), _) => self
                .output
                .unwritable(route.as_str(), &error),
        }
    }
}

/// Compares a payload with the file of `length` bytes at `place`.
fn compare(payload: &Payload, place: &Path, length: u64) -> Result<Compared, CopyError> {
    match payload {
        Payload::Bytes(bytes) if bytes.len() as u64 == length => {
            let present = files::read(place).map_err(CopyError::Write)?;
            let hash = Hash::of(&present);
            Ok(if present == *bytes {
                Compared::Same(hash)
            } else {
                Compared::Different(Some(hash))
            })
        }
        Payload::Bytes(_) => Ok(Compared::Different(None)),
        Payload::File { path, .. } => {
            Ok(files::same_as(path, place)?.map_or(Compared::Different(None), Compared::Same))
        }
    }
}
