//! Turns what changed on the disk into changes of the project.

use std::path::{MAIN_SEPARATOR, Path};

use unicode_normalization::UnicodeNormalization;

use crate::files;
use crate::project::Change;
use crate::source::{Source, SourceId};

/// Returns the source at a path, if it can be one.
pub(super) fn id_of(path: &Path, root: &Path) -> Option<SourceId> {
    let inner = path
        .strip_prefix(root)
        .ok()?
        .to_str()?;
    let id: String = inner
        .replace(MAIN_SEPARATOR, "/")
        .nfc()
        .collect();
    files::is_reachable(&id).then(|| SourceId::new(id))
}

/// Returns the changes from the known sources to those found; `found` is in order.
pub(super) fn difference(found: Vec<Source>, known: Vec<SourceId>) -> Vec<Change> {
    let is_gone = |id: &SourceId| {
        found
            .binary_search_by(|source| source.id.cmp(id))
            .is_err()
    };
    let gone: Vec<Change> = known
        .into_iter()
        .filter(is_gone)
        .map(Change::Absent)
        .collect();
    found
        .into_iter()
        .map(Change::Present)
        .chain(gone)
        .collect()
}
