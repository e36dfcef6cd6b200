//! Sources: the files that a site is made of, with their names, bytes and hashes, and spans in
//! them. Nothing here knows what a file means or where it is on the disk.

mod merge;

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub(crate) use merge::conflicts;

/// Names a source file by its path from the site's root, with `/` between folders:
/// `content/o-paktu/_index.md`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(Arc<str>);

impl SourceId {
    /// Names the file at `path`, given from the site's root with `/` between folders.
    pub fn new(path: impl AsRef<str>) -> Self {
        Self(Arc::from(path.as_ref()))
    }

    /// Returns the path from the site's root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the path below `folder`, if the file is inside it.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0
            .strip_prefix(folder)?
            .strip_prefix('/')
    }

    /// Returns the file's name without its folders.
    pub fn file_name(&self) -> &str {
        self.0
            .rsplit('/')
            .next()
            .unwrap_or(&self.0)
    }

    /// Returns the extension in lower case, empty if there is none.
    pub fn extension(&self) -> String {
        match self.file_name().rsplit_once('.') {
            Some((_, extension)) => extension.to_ascii_lowercase(),
            None => String::new(),
        }
    }
}

impl Borrow<str> for SourceId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// A 256-bit content hash (BLAKE3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Hashes `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// Returns the hash of everything fed to `hasher`, for files that are not held in memory.
    pub fn finish(hasher: &blake3::Hasher) -> Self {
        Self(*hasher.finalize().as_bytes())
    }

    /// Writes the hash as 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        blake3::Hash::from_bytes(self.0)
            .to_hex()
            .to_string()
    }

    /// Reads 64 hexadecimal digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        Some(Self(
            *blake3::Hash::from_hex(hex)
                .ok()?
                .as_bytes(),
        ))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

/// What is known of a source file's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A file that pakt reads: Markdown, settings, templates, styles, words, data, SVG.
    Text(Arc<str>),
    /// The bytes of such a file that is not UTF-8.
    Bytes(Arc<[u8]>),
    /// A file that is published unchanged, and read only when it is written or served.
    Opaque {
        /// Its length in bytes.
        length: u64,
        /// Its modification time in nanoseconds since 1970, used only to tell two versions apart.
        modified: u128,
    },
    /// A file that exists but cannot be used.
    Unusable(Unusable),
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// The operating system refused to read it, for this reason.
    Unreadable(String),
    /// A symbolic link that leads outside the site's folder.
    LinkOutside,
    /// A symbolic link that leads to a folder above itself.
    LinkCycle,
    /// A text larger than pakt reads.
    TooLarge,
    /// The name is not UTF-8.
    NameNotUtf8,
    /// A pipe, a socket or a device.
    NotRegular,
    /// Two files whose names differ only in Unicode form, so that both would be the same source.
    Twins,
}

/// A source file: its name, content and hash.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file's name.
    pub id: SourceId,
    /// The file's content.
    pub content: Content,
    /// The hash of the content, to tell two versions apart.
    pub hash: Hash,
}

impl Content {
    /// Makes the content from the bytes of a file that pakt reads. Only here is it decided whether
    /// they are text.
    pub fn of(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        match simdutf8::basic::from_utf8(&bytes) {
            Ok(text) => Self::Text(Arc::from(text)),
            Err(_) => Self::Bytes(Arc::from(bytes)),
        }
    }
}

impl Source {
    /// Makes a source of `id` and `content`.
    pub fn new(id: SourceId, content: Content) -> Self {
        let hash = match &content {
            Content::Text(text) => Hash::of(text.as_bytes()),
            Content::Bytes(bytes) => Hash::of(bytes),
            Content::Opaque { length, modified } => {
                Hash::of(format!("{length} {modified}").as_bytes())
            }
            Content::Unusable(why) => Hash::of(format!("{why:?}").as_bytes()),
        };
        Self { id, content, hash }
    }

    /// Returns the bytes, empty where the file is not read.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Text(text) => text.as_bytes(),
            Content::Bytes(bytes) => bytes,
            Content::Opaque { .. } | Content::Unusable(_) => &[],
        }
    }
}

/// The source files of a site, ordered by name.
pub type Tree = BTreeMap<SourceId, Source>;

/// Returns the files below a folder, with their paths in it, in order of path.
pub(crate) fn files_below<'t>(
    tree: &'t Tree,
    folder: &'t str,
) -> impl Iterator<Item = (&'t str, &'t Source)> {
    let from = SourceId::new(format!("{folder}/"));
    tree.range(from..)
        .map_while(move |(id, source)| Some((id.below(folder)?, source)))
}

/// A range of byte offsets in a source file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// Makes the span of `range`; offsets over 4 GiB saturate.
    pub fn new(range: Range<usize>) -> Self {
        let cut = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            start: cut(range.start),
            end: cut(range.end),
        }
    }

    /// Returns the span as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the span moved by `offset` bytes.
    pub fn shifted(self, offset: usize) -> Self {
        Self::new(self.start as usize + offset..self.end as usize + offset)
    }
}

/// Returns the line and column of a byte offset in `text`, both counted from 1; columns in
/// characters.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let (before, _) = text.split_at(floor(text, offset));
    let (_, line) = before.split_at(line_start(text, before.len()));
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// Returns where the line of a byte offset starts.
pub(crate) fn line_start(text: &str, offset: usize) -> usize {
    let (before, _) = text.split_at(floor(text, offset));
    before
        .rfind('\n')
        .map_or(0, |at| at + 1)
}

/// Returns a slice of a text at a range that was found in it. A wrong range is the caller's bug:
/// debug builds panic, release builds carry on with an empty slice.
pub(crate) fn slice(text: &str, range: Range<usize>) -> &str {
    let part = text.get(range.clone());
    debug_assert!(part.is_some(), "bytes {range:?} are not in the text");
    part.unwrap_or_default()
}

/// Returns the nearest character boundary at or before a byte offset, which may be beyond the end
/// of the text.
pub(crate) fn floor(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}
