//! Lists what is in an output folder. Links are not followed.

use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

/// What a listed path is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListedKind {
    /// A folder.
    Folder,
    /// A symbolic link, to anything.
    Link,
    /// A file, or anything else.
    File,
}

/// One thing below a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Its path from the folder, with `/` between the names.
    pub(crate) path: String,
    /// What it is.
    pub(crate) kind: ListedKind,
}

/// Lists everything below `folder`, unordered, except its direct children named in `but`. A folder
/// that cannot be read is listed as a file.
pub(crate) fn list(folder: &Path, but: &[&str]) -> io::Result<Vec<Listed>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<DirEntry>>>()?;
    entries.retain(|entry| {
        !but.iter()
            .any(|name| entry.file_name() == *name)
    });
    let listed = entries
        .into_par_iter()
        .flat_map_iter(|entry| at_and_below(folder, &entry.path()));
    Ok(listed.collect())
}

/// Lists what is at `path` and below it.
fn at_and_below(folder: &Path, path: &Path) -> Vec<Listed> {
    let mut listed: Vec<Listed> = Vec::new();
    for entry in WalkDir::new(path).follow_root_links(false) {
        match entry {
            Ok(entry) => listed.push(Listed {
                path: inner_path(folder, entry.path()),
                kind: kind(entry.file_type()),
            }),
            Err(error) => {
                let broken = error
                    .path()
                    .map(|path| inner_path(folder, path));
                let is_broken = |listed: &&mut Listed| match &broken {
                    Some(path) => listed.path == *path,
                    None => listed.kind == ListedKind::Folder,
                };
                // The error comes after the folder in which it occurred.
                if let Some(folder) = listed
                    .iter_mut()
                    .rev()
                    .find(is_broken)
                {
                    folder.kind = ListedKind::File;
                }
            }
        }
    }
    listed
}

fn kind(kind: FileType) -> ListedKind {
    if kind.is_dir() {
        ListedKind::Folder
    } else if kind.is_symlink() {
        ListedKind::Link
    } else {
        ListedKind::File
    }
}

/// Returns a path from `folder` with `/` between the names.
fn inner_path(folder: &Path, path: &Path) -> String {
    let inner = path
        .strip_prefix(folder)
        .unwrap_or(path)
        .to_string_lossy();
    if cfg!(windows) {
        inner.replace('\\', "/")
    } else {
        inner.into_owned()
    }
}
