//! Stamps: what tells two versions of files apart without reading them, for systems that do not
//! report changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::scan::Walk;

/// The length and time of every source of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamps(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Stamps {
    /// Looks at all sources of the site at `root`, under every path that leads to them.
    pub(crate) fn of(root: &Path) -> Self {
        let Ok(real_root) = fs::canonicalize(root) else {
            return Self::default();
        };
        let found = Walk::all(&real_root)
            .found
            .into_iter();
        let stamps = found.filter_map(|found| {
            let metadata = fs::metadata(&found.path).ok();
            let stamp = metadata.map_or((0, None), |metadata| {
                (metadata.len(), metadata.modified().ok())
            });
            let inner = found
                .path
                .strip_prefix(&real_root)
                .ok()?;
            Some((root.join(inner), stamp))
        });
        Self(stamps.collect())
    }

    /// Returns the paths that are new, changed or gone in `newer`.
    pub(crate) fn changes(&self, newer: &Self) -> BTreeSet<PathBuf> {
        let gone = self
            .0
            .keys()
            .filter(|path| !newer.0.contains_key(*path));
        let changed = newer
            .0
            .iter()
            .filter(|(path, stamp)| self.0.get(*path) != Some(stamp))
            .map(|(path, _)| path);
        gone.chain(changed).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_changed_and_removed_files_are_seen() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        let write = |name: &str, text: &str| {
            fs::write(root.join("content").join(name), text).expect("a file");
        };
        fs::create_dir(root.join("content")).expect("a folder");
        write("a.md", "a");
        write("b.md", "b");
        let before = Stamps::of(root);
        assert_eq!(before.changes(&Stamps::of(root)), BTreeSet::new());
        write("a.md", "longer");
        write("c.md", "c");
        fs::remove_file(root.join("content/b.md")).expect("a file");
        let changed = ["a.md", "b.md", "c.md"].map(|name| root.join("content").join(name));
        assert_eq!(before.changes(&Stamps::of(root)), BTreeSet::from(changed));
    }
}
