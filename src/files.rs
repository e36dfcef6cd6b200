//! Files: the only module that touches the file system. It finds and reads a site's sources, and
//! does the disk work for `write` and for new sites. It does not know what a file means.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the module that touches the file system"
)]

mod disk;
mod links;
mod list;
mod mounts;
mod rules;
mod scan;
mod stamps;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use disk::create_new;
pub(crate) use disk::{
    CopyError, Lock, Look, Stamp, check_readable, copy_new, hash, look, make_folder, make_folders,
    read, remove, remove_folder, remove_tree, rename, replace, resolve, same_as, write_new,
};
pub(crate) use disk::{Probe, is_probe};
pub(crate) use links::{Links, Outside};
pub(crate) use list::{Listed, ListedKind, list};
pub(crate) use mounts::is_remote;
pub(crate) use rules::is_reachable;
pub(crate) use scan::refusal;
pub use scan::{path_of, read_one, scan, scan_below};
pub(crate) use stamps::Stamps;

use crate::layout;
use crate::source::SourceId;

/// Finds the nearest folder with a `site.yaml`, from `start` upwards.
pub fn find_site(start: &Path) -> Option<PathBuf> {
    let start = fs::canonicalize(start).ok()?;
    start
        .ancestors()
        .find(|folder| {
            folder
                .join(layout::SETTINGS)
                .is_file()
        })
        .map(Path::to_path_buf)
}

/// Reads the user's own settings, if any; `folder` is where all programs keep theirs.
pub fn user_settings(folder: &Path) -> Option<String> {
    fs::read_to_string(
        folder
            .join("pakt")
            .join("settings.yaml"),
    )
    .ok()
}

/// Returns whether anything is at `path`, even a dangling link.
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Returns whether pakt would read a file at `id`, a path from the site's root, as text.
pub fn is_text_source(id: &str) -> bool {
    is_reachable(id) && rules::kind(id) == Some(rules::SourceKind::Text)
}

/// Reads a whole source of the site at `root`, of any kind, by the rules of [`scan`](scan()).
///
/// # Errors
/// Fails if there is no such source, if a link on its path leads outside the site, or if the system
/// fails.
pub fn read_bytes(root: &Path, id: &SourceId) -> io::Result<Vec<u8>> {
    fs::read(path_of(root, id)?)
}
