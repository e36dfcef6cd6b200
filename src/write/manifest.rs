//! The manifest of an output folder: a text file that lists what pakt wrote there. It is all that a
//! build remembers, and losing it loses nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use rustc_hash::FxHashSet;

use crate::route::Route;
use crate::source::Hash;

/// The first line of a manifest; the number is the version of the format.
const HEADER: &str = "pakt manifest 1";

/// What a line has instead of a missing hash.
const NONE: &str = "-";

/// What pakt wrote into an output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The files.
    pub(super) files: BTreeMap<Route, FileRecord>,
    /// The folders that pakt created, by their paths from the output's root.
    pub(super) folders: BTreeSet<String>,
}

/// One file that pakt wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileRecord {
    /// The hash of its content after the build that wrote the manifest.
    pub(super) new: Hash,
    /// The hash of its content before that build, until the build has finished.
    pub(super) old: Option<Hash>,
    /// What happens to it when the site no longer has it.
    pub(super) retention: Retention,
}

/// What happens to a file that the site no longer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Retention {
    /// It is removed.
    Remove,
    /// It stays for one more build: open pages still refer to it.
    KeepOnce,
    /// It stayed for one build and will be removed by the next.
    Kept,
}

impl FileRecord {
    /// Returns whether pakt wrote this content, before or after a crash.
    pub(super) fn is_ours(&self, hash: Hash) -> bool {
        self.new == hash || self.old == Some(hash)
    }
}

impl Manifest {
    /// Parses a manifest; `None` if the text is not one.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next()? != HEADER {
            return None;
        }
        let mut manifest = Self::default();
        lines.try_for_each(|line| manifest.read_line(line))?;
        Some(manifest)
    }

    /// Returns the routes of all files as a file system that ignores case compares them.
    pub(super) fn folded_routes(&self) -> FxHashSet<String> {
        let routes = self.files.keys();
        routes
            .map(|route| route.folded().into_owned())
            .collect()
    }

    /// Writes the manifest as text: a line for each path, `new-hash old-hash flag path`.
    pub(super) fn print(&self) -> String {
        let mut text = String::with_capacity((self.files.len() + self.folders.len()) * LINE);
        text.push_str(HEADER);
        text.push('\n');
        for (route, record) in &self.files {
            let old = record.old.map(|hash| hash.hex());
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{} {} {} {route}",
                record.new.hex(),
                old.as_deref().unwrap_or(NONE),
                record.retention.flag()
            );
        }
        for folder in &self.folders {
            let _ = writeln!(text, "{NONE} {NONE} {FOLDER} {folder}");
        }
        text
    }

    /// Reads one line; `None` if it is not a line of a manifest.
    fn read_line(&mut self, line: &str) -> Option<()> {
        let mut parts = line.splitn(4, ' ');
        let (new, old, flag, path) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        // The path is checked like any route, so that nothing outside the output is ever removed.
        let route = Route::new(path).ok()?;
        if flag == FOLDER {
            self.folders.insert(path.to_owned());
            return Some(());
        }
        let old = if old == NONE {
            None
        } else {
            Some(Hash::from_hex(old)?)
        };
        let record = FileRecord {
            new: Hash::from_hex(new)?,
            old,
            retention: Retention::of_flag(flag)?,
        };
        self.files.insert(route, record);
        Some(())
    }
}

/// The flag of a folder that pakt created.
const FOLDER: &str = "d";

/// The usual length of a line in bytes, to reserve space for the text: a hash, a dash, a flag, a
/// path.
const LINE: usize = 120;

impl Retention {
    /// Returns the retention's flag in the manifest.
    fn flag(self) -> &'static str {
        match self {
            Self::Remove => NONE,
            Self::KeepOnce => "h",
            Self::Kept => "k",
        }
    }

    /// Reads the retention from its flag in the manifest.
    fn of_flag(flag: &str) -> Option<Self> {
        [Self::Remove, Self::KeepOnce, Self::Kept]
            .into_iter()
            .find(|retention| retention.flag() == flag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_manifest_is_read_back() {
        let mut manifest = Manifest::default();
        let (a, b) = (Hash::of(b"a"), Hash::of(b"b"));
        manifest.files.insert(
            Route::new("a b/č.html").unwrap(),
            FileRecord {
                new: a,
                old: Some(b),
                retention: Retention::Remove,
            },
        );
        manifest.files.insert(
            Route::new("s.0123456789abcdef.css").unwrap(),
            FileRecord {
                new: b,
                old: None,
                retention: Retention::Kept,
            },
        );
        manifest.folders.insert("a b".into());
        assert_eq!(Manifest::parse(&manifest.print()), Some(manifest));
        assert_eq!(
            Manifest::parse(&Manifest::default().print()),
            Some(Manifest::default())
        );
    }

    #[test]
    fn other_text_is_refused() {
        let hash = Hash::of(b"a").hex();
        for text in [
            "",
            "\n",
            "pakt manifest 2\n",
            "pakt manifest 1",
            &format!("pakt manifest 1\n{hash} - - ../outside\n"),
            &format!("pakt manifest 1\n{hash} - - a"),
            &format!("pakt manifest 1\n{hash} - x a\n"),
            "pakt manifest 1\n- - d /etc\n",
            "pakt manifest 1\n12 - - a\n",
        ] {
            assert_eq!(Manifest::parse(text), None, "{text:?}");
        }
    }
}
