//! Finds and reads the sources of a site: a walk that follows only links within the site, then a
//! parallel read.

use std::fmt;
use std::fs::{self, File, FileType};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::rules::{self, SourceKind};
use crate::layout;
use crate::source::{Content, Source, SourceId, Unusable};

/// The largest text that pakt reads, in bytes: far more than anyone writes, and small enough to
/// hold several in memory.
const LARGEST_TEXT: u64 = 64 << 20;

/// The length from which a chain of links counts as a loop, as in Linux (path_resolution(7)).
const LONGEST_CHAIN: usize = 40;

/// Finds and reads every source of the site at `root`: `site.yaml`, `content/`, `data/` and
/// `themes/`, in the order of their names.
///
/// A file that cannot be used is [`Content::Unusable`]; one that vanishes meanwhile is left out.
pub fn scan(root: &Path) -> Vec<Source> {
    let Ok(root) = fs::canonicalize(root) else {
        return Vec::new();
    };
    read_all(Walk::all(&root).found)
}

/// Finds and reads the sources at and below `folder` of the site at `root`, by the rules of
/// [`scan`](scan()). For new folders.
pub fn scan_below(root: &Path, folder: &SourceId) -> Vec<Source> {
    let Ok(root) = fs::canonicalize(root) else {
        return Vec::new();
    };
    let mut walk = Walk::new(&root);
    spellings(&root, folder)
        .into_iter()
        .for_each(|path| walk.visit(path));
    read_all(walk.found)
}

/// Reads one source of the site at `root` by the rules of [`scan`](scan()); `None` if it does not
/// exist or is not a source.
pub fn read_one(root: &Path, id: &SourceId) -> Option<Source> {
    let root = fs::canonicalize(root).ok()?;
    let found = spellings(&root, id)
        .into_iter()
        .filter_map(|path| Found::at(&root, path))
        .collect();
    read_all(found).pop()
}

/// Returns the path of the source `id` of the site at `root`; names on the disk may be in another
/// Unicode form.
///
/// # Errors
/// Fails if there is no such file, or if it cannot be used, for example behind a link that leads
/// outside the site.
pub fn path_of(root: &Path, id: &SourceId) -> io::Result<PathBuf> {
    let root = fs::canonicalize(root)?;
    let mut found = spellings(&root, id)
        .into_iter()
        .filter_map(|path| Found::at(&root, path));
    match found.next() {
        Some(Found {
            path,
            what: What::File(_),
            ..
        }) => Ok(path),
        Some(Found {
            what: What::Broken(why),
            ..
        }) => Err(io::Error::other(Refused(why))),
        None => Err(ErrorKind::NotFound.into()),
    }
}

/// Why pakt itself refuses a file, wrapped in an [`io::Error`].
#[derive(Debug)]
pub(super) struct Refused(pub(super) Unusable);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for Refused {}

/// Returns why pakt itself refuses a file; `None` if `error` is the system's.
pub(crate) fn refusal(error: &io::Error) -> Option<&Unusable> {
    error
        .get_ref()?
        .downcast_ref::<Refused>()
        .map(|refused| &refused.0)
}

/// A source that was found but not read yet.
pub(super) struct Found {
    id: SourceId,
    pub(super) path: PathBuf,
    what: What,
}

/// What was found.
enum What {
    File(SourceKind),
    Broken(Unusable),
}

impl Found {
    /// Looks at one path; `None` if it is not a source or does not exist.
    fn at(root: &Path, path: PathBuf) -> Option<Self> {
        let id = id_of(root, &path);
        let what = match Node::at(root, &path)? {
            Node::File => What::File(rules::kind(id.as_str())?),
            Node::Broken(why) => What::Broken(why),
            Node::Folder => What::Broken(unreadable(fs::read_dir(&path).err()?)?),
        };
        Some(Self { id, path, what })
    }

    /// Reads what was found; `None` if it has vanished.
    fn read(self) -> Option<Source> {
        let content = match self.what {
            What::File(SourceKind::Text) => read_text(&self.path),
            What::File(SourceKind::Opaque) => read_metadata(&self.path),
            What::Broken(why) => Ok(Content::Unusable(why)),
        };
        let content = match content {
            Ok(content) => content,
            Err(error) => Content::Unusable(unreadable(error)?),
        };
        Some(Source::new(self.id, content))
    }
}

/// What is at a path, after following links within the site.
enum Node {
    File,
    Folder,
    Broken(Unusable),
}

impl Node {
    /// Looks at `path`; `None` if nothing is there.
    fn at(root: &Path, path: &Path) -> Option<Self> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Self::of(root, path, metadata.file_type()),
            Err(error) => unreadable(error).map(Self::Broken),
        }
    }

    /// Looks at `path`, known to be of type `kind`; `None` if it has vanished.
    fn of(root: &Path, path: &Path, kind: FileType) -> Option<Self> {
        if path
            .file_name()
            .is_some_and(|name| name.to_str().is_none())
        {
            return Some(Self::Broken(Unusable::NameNotUtf8));
        }
        if kind.is_symlink() {
            return Self::behind(root, path);
        }
        Some(match kind {
            kind if kind.is_file() => Self::File,
            kind if kind.is_dir() => Self::Folder,
            _ => Self::Broken(Unusable::NotRegular),
        })
    }

    /// Looks at the target of the link `path`; opens nothing outside the site.
    fn behind(root: &Path, path: &Path) -> Option<Self> {
        match fs::canonicalize(path) {
            Ok(target) if !target.starts_with(root) => Some(Self::Broken(Unusable::LinkOutside)),
            Ok(target) if leads_up(root, path, &target) => Some(Self::Broken(Unusable::LinkCycle)),
            Ok(target) => Self::at(root, &target),
            Err(_) if goes_round(path) => Some(Self::Broken(Unusable::LinkCycle)),
            Err(error) if fs::symlink_metadata(path).is_ok() => {
                Some(Self::Broken(Unusable::Unreadable(error.to_string())))
            }
            Err(_) => None,
        }
    }
}

/// A walk through the sources of a site.
pub(super) struct Walk<'a> {
    /// The site's root, without links.
    root: &'a Path,
    pub(super) found: Vec<Found>,
    /// The links to files and folders within the site.
    pub(super) links: Vec<PathBuf>,
}

impl<'a> Walk<'a> {
    /// Walks through all sources of the site at `root`, whose path has no links.
    pub(super) fn all(root: &'a Path) -> Self {
        let mut walk = Self::new(root);
        layout::SOURCES
            .iter()
            .for_each(|top| walk.visit(root.join(top)));
        walk
    }

    fn new(root: &'a Path) -> Self {
        Self {
            root,
            found: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Adds what is at `path` and everything below.
    fn visit(&mut self, path: PathBuf) {
        let node = Node::at(self.root, &path);
        if fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink()) {
            self.link(&path, node.as_ref());
        }
        match node {
            Some(Node::Folder) => self.folder(&path),
            Some(node) => self.add(path, node),
            None => {}
        }
    }

    /// Adds everything below `folder`, which may be a link.
    fn folder(&mut self, folder: &Path) {
        let mut entries = WalkDir::new(folder)
            .min_depth(1)
            .into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.refused(folder, error);
                    continue;
                }
            };
            let kind = entry.file_type();
            let is_ignored = rules::is_ignored(id_of(self.root, entry.path()).as_str());
            let node = if is_ignored {
                None
            } else {
                Node::of(self.root, entry.path(), kind)
            };
            if kind.is_symlink() {
                self.link(entry.path(), node.as_ref());
            }
            match node {
                Some(Node::Folder) if kind.is_symlink() => self.folder(entry.path()),
                Some(Node::Folder) => {}
                node => {
                    if kind.is_dir() {
                        entries.skip_current_dir();
                    }
                    node.into_iter()
                        .for_each(|node| self.add(entry.path().to_path_buf(), node));
                }
            }
        }
    }

    /// Records a link that leads somewhere within the site.
    fn link(&mut self, path: &Path, node: Option<&Node>) {
        if matches!(node, Some(Node::File | Node::Folder)) {
            self.links.push(path.to_path_buf());
        }
    }

    /// Records that a folder could not be listed.
    fn refused(&mut self, folder: &Path, error: walkdir::Error) {
        let path = error
            .path()
            .unwrap_or(folder)
            .to_path_buf();
        let cause = error
            .into_io_error()
            .unwrap_or_else(|| ErrorKind::Other.into());
        if let Some(why) = unreadable(cause) {
            self.add(path, Node::Broken(why));
        }
    }

    /// Adds one source.
    fn add(&mut self, path: PathBuf, node: Node) {
        let id = id_of(self.root, &path);
        let what = match node {
            Node::Broken(why) => Some(What::Broken(why)),
            Node::File => rules::kind(id.as_str()).map(What::File),
            Node::Folder => None,
        };
        self.found
            .extend(what.map(|what| Found { id, path, what }));
    }
}

/// Reads what was found, in parallel; two sources with the same name become one that cannot be
/// used.
fn read_all(found: Vec<Found>) -> Vec<Source> {
    let mut sources: Vec<Source> = found
        .into_par_iter()
        .filter_map(Found::read)
        .collect();
    sources.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    sources.dedup_by(|next, first| {
        let are_twins = next.id == first.id;
        if are_twins {
            *first = Source::new(next.id.clone(), Content::Unusable(Unusable::Twins));
        }
        are_twins
    });
    sources
}

/// Reads a text, unless it is too large.
fn read_text(path: &Path) -> io::Result<Content> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > LARGEST_TEXT {
        return Ok(Content::Unusable(Unusable::TooLarge));
    }
    // With one spare byte, the read sees the end of the file without growing the buffer.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    file.take(LARGEST_TEXT + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_TEXT {
        return Ok(Content::Unusable(Unusable::TooLarge));
    }
    Ok(Content::of(bytes))
}

/// Reads the metadata that distinguishes two versions of a file, without opening it.
fn read_metadata(path: &Path) -> io::Result<Content> {
    let metadata = fs::metadata(path)?;
    let since = metadata
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Ok(Content::Opaque {
        length: metadata.len(),
        modified: since.map_or(0, |since| since.as_nanos()),
    })
}

/// Returns why a file could not be read; `None` if it does not exist.
fn unreadable(error: io::Error) -> Option<Unusable> {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => None,
        _ => Some(Unusable::Unreadable(error.to_string())),
    }
}

/// Names the source at `path`.
fn id_of(root: &Path, path: &Path) -> SourceId {
    let path = path
        .strip_prefix(root)
        .unwrap_or(path)
        .to_string_lossy();
    let name = rules::nfc(path);
    if cfg!(windows) {
        SourceId::new(name.replace('\\', "/"))
    } else {
        SourceId::new(name)
    }
}

/// Finds the paths on the disk that a walk would name `id`: usually one, more where names differ
/// only in Unicode form.
fn spellings(root: &Path, id: &SourceId) -> Vec<PathBuf> {
    if !rules::is_reachable(id.as_str()) {
        return Vec::new();
    }
    let mut paths = vec![root.to_path_buf()];
    for (depth, name) in id.as_str().split('/').enumerate() {
        paths.retain(|folder| depth == 0 || matches!(Node::at(root, folder), Some(Node::Folder)));
        paths = paths
            .iter()
            .flat_map(|folder| entries_named(folder, name))
            .collect();
    }
    paths
}

/// Finds the entries of `folder` whose name in NFC is `name`.
fn entries_named(folder: &Path, name: &str) -> Vec<PathBuf> {
    // Where the file system ignores case, only a listing shows how a name is really written.
    if name.is_ascii() && !cfg!(any(windows, target_os = "macos")) {
        return vec![folder.join(name)];
    }
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten();
    entries
        .filter(|entry| rules::nfc(entry.file_name().to_string_lossy()) == name)
        .map(|entry| entry.path())
        .collect()
}

/// Returns whether the link at `path` leads to `target`, one of the folders above it.
fn leads_up(root: &Path, path: &Path, target: &Path) -> bool {
    let folders = path
        .ancestors()
        .skip(1)
        .take_while(|folder| folder.starts_with(root));
    folders
        .into_iter()
        .any(|folder| fs::canonicalize(folder).is_ok_and(|folder| folder == target))
}

/// Returns whether the link at `path` leads only to further links.
fn goes_round(path: &Path) -> bool {
    let mut path = path.to_path_buf();
    for _ in 0..LONGEST_CHAIN {
        let Ok(target) = fs::read_link(&path) else {
            return false;
        };
        path = path
            .parent()
            .map_or_else(|| target.clone(), |folder| folder.join(&target));
    }
    true
}
