//! Disk operations for `write`: inspecting, comparing, copying, replacing whole files, locking.
//! `write` decides what to do when.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use super::scan::Refused;
use crate::source::{Hash, Unusable};

/// The size of the chunks in which files are copied and compared, in bytes: a few hundred
/// microseconds' work.
const PIECE: usize = 128 << 10;

/// Writes a new file and creates the folders above it; never touches anything that already exists,
/// not even a link.
///
/// # Errors
/// Fails with [`ErrorKind::AlreadyExists`] if anything is there, or if the system fails.
pub fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_new(path, bytes)
}

/// Writes a new file; leaves none behind on failure.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes);
    if written.is_err() {
        // The first error is the one to report.
        let _ = fs::remove_file(path);
    }
    written
}

/// Replaces a file atomically, so that a crash or power cut leaves either the old content or the
/// new: writes it beside the old one, flushes it to the disk, and renames it.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    let mut file = File::create(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Why a copy failed.
#[derive(Debug)]
pub(crate) enum CopyError {
    /// The original could not be read.
    Read(io::Error),
    /// The copy could not be written.
    Write(io::Error),
}

/// Copies a file to a path where nothing exists yet, and returns its hash.
pub(crate) fn copy_new(from: &Path, to: &Path) -> Result<Hash, CopyError> {
    let (mut source, _) = open_regular(from).map_err(CopyError::Read)?;
    let mut copy = File::create_new(to).map_err(CopyError::Write)?;
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; PIECE];
    loop {
        let piece = read_full(&mut source, &mut buffer).map_err(CopyError::Read)?;
        if piece.is_empty() {
            return Ok(Hash::finish(&hasher));
        }
        hasher.update(piece);
        copy.write_all(piece)
            .map_err(CopyError::Write)?;
    }
}

/// Compares two files; returns their hash if they are equal.
pub(crate) fn same_as(from: &Path, to: &Path) -> Result<Option<Hash>, CopyError> {
    let (mut source, length) = open_regular(from).map_err(CopyError::Read)?;
    let (mut place, length_there) = open_regular(to).map_err(CopyError::Write)?;
    if length != length_there {
        return Ok(None);
    }
    let mut hasher = blake3::Hasher::new();
    let (mut buffer, mut buffer_there) = (vec![0; PIECE], vec![0; PIECE]);
    loop {
        let piece = read_full(&mut source, &mut buffer).map_err(CopyError::Read)?;
        let piece_there = read_full(&mut place, &mut buffer_there).map_err(CopyError::Write)?;
        if piece != piece_there {
            return Ok(None);
        }
        if piece.is_empty() {
            return Ok(Some(Hash::finish(&hasher)));
        }
        hasher.update(piece);
    }
}

/// Reads a whole file.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Fails as reading a file would.
pub(crate) fn check_readable(path: &Path) -> io::Result<()> {
    open_regular(path).map(|_| ())
}

/// Hashes a file without loading it into memory.
pub(crate) fn hash(path: &Path) -> io::Result<Hash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(open_regular(path)?.0)?;
    Ok(Hash::finish(&hasher))
}

/// What is at a path; links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// Nothing.
    Nothing,
    /// Nothing, because one of the folders above is a file.
    NoFolder,
    /// A file.
    File {
        /// Its length in bytes.
        length: u64,
    },
    /// A folder.
    Folder,
    /// A link, pipe, socket or device.
    Other,
}

/// Returns what is at `path`.
pub(crate) fn look(path: &Path) -> io::Result<Look> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(Look::File {
            length: metadata.len(),
        }),
        Ok(metadata) if metadata.is_dir() => Ok(Look::Folder),
        Ok(_) => Ok(Look::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Look::Nothing),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Ok(Look::NoFolder),
        Err(error) => Err(error),
    }
}

/// Creates a folder, unless it exists.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => made,
    }
}

/// Creates a folder and its parents; returns those that were missing, outermost first.
pub(crate) fn make_folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut missing: Vec<PathBuf> = path
        .ancestors()
        .take_while(|folder| !folder.is_dir())
        .map(Path::to_path_buf)
        .collect();
    missing.reverse();
    fs::create_dir_all(path)?;
    Ok(missing)
}

/// Removes a file or link, if it exists.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    gone(fs::remove_file(path))
}

/// Removes an empty folder, if it exists.
pub(crate) fn remove_folder(path: &Path) -> io::Result<()> {
    gone(fs::remove_dir(path))
}

/// Removes a folder and everything in it, if it exists.
pub(crate) fn remove_tree(path: &Path) -> io::Result<()> {
    gone(fs::remove_dir_all(path))
}

/// Treats `NotFound` as success.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Moves a file over another, atomically, within one file system.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Returns `path` made absolute with links resolved, as far as it exists; the rest is kept as is.
pub(crate) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut resolved = PathBuf::new();
    for component in std::path::absolute(path)?.components() {
        match component {
            Component::ParentDir => drop(resolved.pop()),
            Component::CurDir => {}
            component => resolved.push(component),
        }
        match fs::canonicalize(&resolved) {
            Ok(real) => resolved = real,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(resolved)
}

/// A lock between processes, released when dropped or when its process ends in any way.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Locks the file at `path`, creating it if needed; `None` if another process holds it.
    pub(crate) fn of_file(path: &Path) -> io::Result<Option<Self>> {
        Self::take(
            OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)?,
        )
    }

    /// Locks a folder, where the system can; `None` if another process holds it.
    pub(crate) fn of_folder(path: &Path) -> io::Result<Option<Self>> {
        Self::take(File::open(path)?)
    }

    fn take(file: File) -> io::Result<Option<Self>> {
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file is not enough: a child process that is just starting may hold a copy of
        // it.
        let _ = self.file.unlock();
    }
}

/// The prefix of a probe's name; a source's never starts with a dot.
const PROBE: &str = ".pakt-probe-";

/// A short-lived hidden file by which a watch checks that it receives events; removed when dropped.
#[derive(Debug)]
pub(crate) struct Probe(PathBuf);

impl Probe {
    /// Creates a probe in `folder`.
    pub(crate) fn new(folder: &Path) -> io::Result<Self> {
        let path = folder.join(format!("{PROBE}{}", std::process::id()));
        fs::write(&path, b"")?;
        Ok(Self(path))
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Returns whether `path` is a probe.
pub(crate) fn is_probe(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        name.to_string_lossy()
            .starts_with(PROBE)
    })
}

/// A folder's modification time, to be restored later.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamp(SystemTime);

impl Stamp {
    /// Reads the modification time of `folder`.
    pub(crate) fn of(folder: &Path) -> io::Result<Self> {
        fs::metadata(folder)?
            .modified()
            .map(Self)
    }

    /// Restores the modification time of `folder`, where the system can.
    pub(crate) fn restore(self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.set_modified(self.0)
    }
}

/// Opens a regular file and returns it with its length. Refuses pipes and devices without opening
/// them, since they might never end.
fn open_regular(path: &Path) -> io::Result<(File, u64)> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::other(Refused(Unusable::NotRegular)));
    }
    Ok((File::open(path)?, metadata.len()))
}

/// Reads until the buffer is full or the file ends; returns the bytes read.
fn read_full<'b>(file: &mut File, buffer: &'b mut [u8]) -> io::Result<&'b [u8]> {
    let mut length = 0;
    while let Some(rest @ [_, ..]) = buffer.get_mut(length..) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(buffer
        .get(..length)
        .unwrap_or_default())
}
