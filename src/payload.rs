//! Payloads: the bytes of an artifact, in memory or on the disk. `write` and `serve` both get them
//! here.

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::files;
use crate::render::Artifact;
use crate::source::SourceId;

/// The bytes of an artifact, ready to be written or sent.
#[derive(Clone, Debug)]
pub(crate) enum Payload {
    /// Bytes in memory.
    Bytes(Vec<u8>),
    /// The whole content of a file on the disk.
    File {
        /// Where the file is.
        path: PathBuf,
        /// The source that it comes from.
        source: SourceId,
    },
}

impl Payload {
    /// Finds the bytes of an artifact of the site at `root`.
    ///
    /// # Errors
    /// Fails with the finding of [`unreadable`] if the artifact's source can no longer be used.
    pub(crate) fn of(artifact: Artifact, root: &Path) -> Result<Self, Diagnostic> {
        match artifact {
            Artifact::Bytes(bytes) => Ok(Self::Bytes(bytes)),
            Artifact::File(source) => match files::path_of(root, &source) {
                Ok(path) => Ok(Self::File { path, source }),
                Err(error) => Err(unreadable(&source, &error)),
            },
        }
    }
}

/// Returns the finding that a source cannot be read: it has vanished (P0105), pakt refuses it
/// (P0102 to P0104), or the system does (P0102).
pub(crate) fn unreadable(source: &SourceId, error: &io::Error) -> Diagnostic {
    let place = Place::file(source);
    match (files::refusal(error), error.kind()) {
        (Some(why), _) => Diagnostic::unusable(source, why),
        (None, io::ErrorKind::NotFound) => Diagnostic::new(Code::Vanished, place),
        (None, _) => Diagnostic::new(Code::Unreadable, place).arg("cause", error.to_string()),
    }
}
