//! Lists what is in an output folder. Links are not followed.

use std::fs::{self, FileType};
use std::io;
use std::path::Path;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

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

/// How deep folders are listed before threads share what is below: a site may be one large section.
const SHARED_DEPTH: usize = 2;

/// Lists everything below `folder`, unordered, except its direct children named in `but`. A folder
/// that cannot be read is listed as a file.
pub(crate) fn list(folder: &Path, but: &[&str]) -> io::Result<Vec<Listed>> {
    fs::read_dir(folder)?;
    let is_wanted = |entry: &DirEntry| {
        entry.depth() != 1
            || !but
                .iter()
                .any(|name| entry.file_name() == *name)
    };
    let shallow = WalkDir::new(folder)
        .min_depth(1)
        .max_depth(SHARED_DEPTH)
        .into_iter()
        .filter_entry(is_wanted);
    let listed = listed(folder, shallow)
        .into_par_iter()
        .flat_map_iter(|entry| with_contents(folder, entry));
    Ok(listed.collect())
}

/// Adds to a listed folder at the shared depth what is in it.
fn with_contents(folder: &Path, entry: Listed) -> Vec<Listed> {
    let depth = entry.path.split('/').count();
    if entry.kind != ListedKind::Folder || depth < SHARED_DEPTH {
        return vec![entry];
    }
    let path = folder.join(&entry.path);
    listed(folder, WalkDir::new(path))
}

/// Lists what a walk in `folder` finds.
fn listed(folder: &Path, walk: impl IntoIterator<Item = walkdir::Result<DirEntry>>) -> Vec<Listed> {
    let mut listed: Vec<Listed> = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) => listed.push(Listed {
                path: inner_path(folder, entry.path()),
                kind: kind(entry.file_type()),
            }),
            Err(error) => {
                let broken = error
                    .path()
                    .map(|path| inner_path(folder, path));
                mark_broken(&mut listed, broken.as_deref());
            }
        }
    }
    listed
}

/// Turns a folder that cannot be read into a file. Its error comes after the folder.
fn mark_broken(listed: &mut [Listed], broken: Option<&str>) {
    let is_broken = |listed: &&mut Listed| match broken {
        Some(path) => listed.path == path,
        None => listed.kind == ListedKind::Folder,
    };
    let folder = listed
        .iter_mut()
        .rev()
        .find(is_broken);
    if let Some(folder) = folder {
        folder.kind = ListedKind::File;
    }
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
