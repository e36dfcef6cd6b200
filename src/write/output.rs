//! The output folder while a build holds it: its lock, its temporary files, its listing, and how it
//! is restored.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Destination;
use super::manifest::Manifest;
use crate::diagnostic::{Code, Diagnostic};
use crate::files::{self, CopyError, Listed, ListedKind, Lock, Stamp};
use crate::layout::{self, MEMORY};
use crate::payload::Payload;
use crate::route::Route;
use crate::source::Hash;

/// The prefix of the folder of temporary files in the output folder; the process id follows.
const TEMPORARY: &str = ".pakt-tmp-";

/// What people keep in an output folder besides the site; not even counted as foreign.
const UNSEEN: [&str; 2] = [".git", ".gitignore"];

/// An output folder held by one build.
#[derive(Debug)]
pub(super) struct Output {
    /// The folder, with links resolved.
    folder: PathBuf,
    /// The folder as named by the user.
    shown: PathBuf,
    /// The folder of temporary files, created on demand.
    temporary: PathBuf,
    /// The file of the manifest.
    memory: PathBuf,
    /// What was in the folder, sorted by path.
    listing: Vec<Listed>,
    /// Whether the listing contains links.
    has_links: bool,
    /// The folders created for this build, outermost first: the output itself, and what was missing
    /// above it.
    made: Vec<PathBuf>,
    /// The folder's modification time.
    stamp: Option<Stamp>,
    /// The locks on the manifest and, where the system can, on the folder itself, held until
    /// dropped; none if nothing is written.
    _locks: [Option<Lock>; 2],
}

impl Output {
    /// Locks the output folder and reads its manifest.
    pub(super) fn open(destination: &Destination<'_>) -> Result<(Self, Manifest), Diagnostic> {
        let shown = destination.output.to_path_buf();
        let root = resolved(destination.root)?;
        let folder = resolved(&shown)?;
        refuse_sources(&root, &folder, &shown)?;

        let memory = memory(&root, &folder);
        make_memory(&root)?;
        let lock = lock_memory(&memory, &shown)?;
        let manifest = read_manifest(&memory)?;

        let made = files::make_folders(&folder).map_err(|error| unwritable(&shown, &error))?;
        let own = lock_folder(&folder, &shown)?;
        let temporary = temporary_in(&folder);
        let stamp = Stamp::of(&folder).ok();
        let _locks = [Some(lock), own];
        let mut output = Self {
            folder,
            shown,
            temporary,
            memory,
            listing: Vec::new(),
            has_links: false,
            made,
            stamp,
            _locks,
        };
        output.look_round()?;
        Ok((output, manifest))
    }

    /// Reads the manifest and lists the output folder without writing anything.
    pub(super) fn look_at(destination: &Destination<'_>) -> Result<(Self, Manifest), Diagnostic> {
        let shown = destination.output.to_path_buf();
        let root = resolved(destination.root)?;
        let folder = resolved(&shown)?;
        refuse_sources(&root, &folder, &shown)?;
        let memory = memory(&root, &folder);
        let manifest = read_manifest(&memory)?;
        let mut output = Self {
            temporary: temporary_in(&folder),
            folder,
            shown,
            memory,
            listing: Vec::new(),
            has_links: false,
            made: Vec::new(),
            stamp: None,
            _locks: [None, None],
        };
        match files::list(&output.folder, &UNSEEN) {
            Ok(listing) => output.take(listing),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(unwritable(&output.shown, &error)),
        }
        Ok((output, manifest))
    }

    /// Removes what a dead build left, and lists the rest.
    fn look_round(&mut self) -> Result<(), Diagnostic> {
        let listing =
            files::list(&self.folder, &UNSEEN).map_err(|error| unwritable(&self.shown, &error))?;
        for entry in listing
            .iter()
            .filter(|entry| is_temporary(entry))
        {
            files::remove_tree(&self.folder.join(&entry.path))
                .map_err(|error| self.unwritable(&entry.path, &error))?;
        }
        self.take(listing);
        Ok(())
    }

    /// Keeps what has been listed, without temporary files.
    fn take(&mut self, mut listing: Vec<Listed>) {
        listing.retain(|entry| !entry.path.starts_with(TEMPORARY));
        listing.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        self.has_links = listing
            .iter()
            .any(|entry| entry.kind == ListedKind::Link);
        self.listing = listing;
    }

    /// Returns whether the listing shows that nothing can be at `route`, so that there is no need
    /// to look.
    pub(super) fn was_empty_for(&self, route: &Route) -> bool {
        self.listing.is_empty() && !route.as_str().starts_with('.')
    }

    /// Returns what was in the folder, sorted by path.
    pub(super) fn listing(&self) -> &[Listed] {
        &self.listing
    }

    /// Returns what was at `path`, from the output's root.
    pub(super) fn listed(&self, path: &str) -> Option<&Listed> {
        let at = self
            .listing
            .binary_search_by(|entry| entry.path.as_str().cmp(path))
            .ok()?;
        self.listing.get(at)
    }

    /// Returns the first link on the path to `route`, if any; links are never followed, wherever
    /// they lead.
    pub(super) fn link_above(&self, route: &Route) -> Option<&str> {
        if !self.has_links {
            return None;
        }
        folders_above(route.as_str())
            .filter_map(|folder| self.listed(folder))
            .find(|entry| entry.kind == ListedKind::Link)
            .map(|entry| &*entry.path)
    }

    /// Returns what must be removed before a file can be at `route`: files where its folders should
    /// be, and a folder in its place with everything in it.
    pub(super) fn obstacles(&self, route: &Route) -> Vec<&Listed> {
        let above = folders_above(route.as_str())
            .filter_map(|folder| self.listed(folder))
            .filter(|entry| entry.kind != ListedKind::Folder);
        let place = self
            .listed(route.as_str())
            .filter(|entry| entry.kind == ListedKind::Folder);
        let inside = format!("{route}/");
        let start = self
            .listing
            .partition_point(|entry| entry.path < inside);
        let below = self
            .listing
            .iter()
            .skip(start)
            .take_while(|entry| entry.path.starts_with(&inside));
        above
            .chain(place)
            .chain(below)
            .collect()
    }

    /// Returns the path of an artifact on the disk.
    pub(super) fn place(&self, route: &Route) -> PathBuf {
        route.to_disk(&self.folder)
    }

    /// Returns the path of a folder of the output on the disk.
    pub(super) fn folder(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Returns the path of a temporary file.
    pub(super) fn temporary(&self, number: u64) -> PathBuf {
        self.temporary
            .join(number.to_string())
    }

    /// Writes an artifact to a temporary file and returns its hash.
    pub(super) fn write_temporary(
        &self,
        number: u64,
        payload: &Payload,
    ) -> Result<Hash, CopyError> {
        let place = self.temporary(number);
        let write = || match payload {
            Payload::Bytes(bytes) => files::write_new(&place, bytes)
                .map(|()| Hash::of(bytes))
                .map_err(CopyError::Write),
            Payload::File { path, .. } => files::copy_new(path, &place),
        };
        match write() {
            // The folder is created only when needed, so that a build without changes leaves no
            // trace.
            Err(CopyError::Write(error)) if error.kind() == ErrorKind::NotFound => {
                files::make_folder(&self.temporary).map_err(CopyError::Write)?;
                write()
            }
            written => written,
        }
    }

    /// Writes the manifest.
    pub(super) fn remember(&self, manifest: &Manifest) -> Result<(), Diagnostic> {
        files::replace(&self.memory, manifest.print().as_bytes())
            .map_err(|error| unwritable(&self.memory, &error))
    }

    /// Keeps the output as it is now when the build ends.
    pub(super) fn keep(&mut self) {
        self.made.clear();
        self.stamp = None;
    }

    /// Makes the finding that `path`, from the output's root, is not pakt's to replace.
    pub(super) fn foreign(&self, path: &str) -> Diagnostic {
        Diagnostic::nowhere(Code::ForeignFile).arg(
            "path",
            self.shown
                .join(path)
                .to_string_lossy(),
        )
    }

    /// Makes the finding that `path`, from the output's root, cannot be written.
    pub(super) fn unwritable(&self, path: &str, error: &io::Error) -> Diagnostic {
        unwritable(&self.shown.join(path), error)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // The next build cleans up what cannot be cleaned up now.
        let _ = files::remove_tree(&self.temporary);
        if let Some(stamp) = self.stamp {
            let _ = stamp.restore(&self.folder);
        }
        for folder in self.made.iter().rev() {
            let _ = files::remove_folder(folder);
        }
    }
}

/// Returns the paths of the folders above `path`, outermost first.
pub(super) fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/')
        .filter_map(|(at, _)| path.get(..at))
}

/// Refuses an output that contains or is inside a source folder or `.pakt`, by name or through a
/// link.
fn refuse_sources(root: &Path, folder: &Path, shown: &Path) -> Result<(), Diagnostic> {
    for name in layout::SOURCES
        .into_iter()
        .chain([MEMORY])
    {
        let source = root.join(name);
        let real = files::resolve(&source).unwrap_or_else(|_| source.clone());
        let meets = |source: &Path| source.starts_with(folder) || folder.starts_with(source);
        if meets(&source) || meets(&real) {
            return Err(
                Diagnostic::nowhere(Code::OutputInSources).arg("path", shown.to_string_lossy())
            );
        }
    }
    Ok(())
}

fn resolved(path: &Path) -> Result<PathBuf, Diagnostic> {
    files::resolve(path).map_err(|error| unwritable(path, &error))
}

/// Returns the path of this process's temporary files in an output folder.
fn temporary_in(folder: &Path) -> PathBuf {
    folder.join(format!("{TEMPORARY}{}", std::process::id()))
}

/// Returns the path of an output folder's manifest.
fn memory(root: &Path, folder: &Path) -> PathBuf {
    root.join(MEMORY)
        .join(manifest_name(root, folder))
}

/// Creates the folder of manifests if needed.
fn make_memory(root: &Path) -> Result<(), Diagnostic> {
    let memory = root.join(MEMORY);
    files::make_folder(&memory).map_err(|error| unwritable(&memory, &error))
}

/// Locks the manifest of an output folder, so that no other build of this site writes there.
fn lock_memory(memory: &Path, shown: &Path) -> Result<Lock, Diagnostic> {
    let path = memory.with_extension("lock");
    match Lock::of_file(&path) {
        Ok(Some(lock)) => Ok(lock),
        Ok(None) => Err(busy(shown)),
        Err(error) => Err(unwritable(&path, &error)),
    }
}

/// Locks an output folder, since another site may be writing to it. Where the system cannot lock a
/// folder, the lock on the manifest must suffice.
fn lock_folder(folder: &Path, shown: &Path) -> Result<Option<Lock>, Diagnostic> {
    match Lock::of_folder(folder) {
        Ok(Some(lock)) => Ok(Some(lock)),
        Ok(None) => Err(busy(shown)),
        Err(_) => Ok(None),
    }
}

fn busy(shown: &Path) -> Diagnostic {
    Diagnostic::nowhere(Code::BuildRunning).arg("path", shown.to_string_lossy())
}

/// Reads a manifest; a missing one is empty.
fn read_manifest(path: &Path) -> Result<Manifest, Diagnostic> {
    let broken = || Diagnostic::nowhere(Code::BrokenManifest).arg("path", path.to_string_lossy());
    match files::read(path) {
        Ok(bytes) => str::from_utf8(&bytes)
            .ok()
            .and_then(Manifest::parse)
            .ok_or_else(broken),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Manifest::default()),
        Err(_) => Err(broken()),
    }
}

/// Names the manifest of an output folder: by its path from the site's root if it is inside, so
/// that the whole site can be moved.
fn manifest_name(root: &Path, folder: &Path) -> String {
    let path = folder
        .strip_prefix(root)
        .unwrap_or(folder)
        .to_string_lossy();
    let hash: String = Hash::of(path.as_bytes())
        .hex()
        .chars()
        .take(NAME)
        .collect();
    format!("{hash}.manifest")
}

/// The number of hexadecimal digits that distinguish output folders: 64 bits, so two never collide
/// in practice.
const NAME: usize = 16;

/// Returns whether a listed entry is a folder of temporary files. Its build is dead, since this one
/// holds the locks.
fn is_temporary(entry: &Listed) -> bool {
    let process = entry.path.strip_prefix(TEMPORARY);
    entry.kind == ListedKind::Folder
        && process.is_some_and(|process| {
            process
                .bytes()
                .all(|byte| byte.is_ascii_digit())
        })
}

/// Makes the finding that `path` cannot be written.
fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::nowhere(Code::OutputNotWritable)
        .arg("path", path.to_string_lossy())
        .arg("cause", error.to_string())
}
