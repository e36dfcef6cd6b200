//! Links within a site: a file that several paths lead to changes under all of them, while the
//! system reports one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::scan::Walk;

/// The links to files and folders within a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Links {
    /// The site's root as it is named to us, and without links.
    root: PathBuf,
    real_root: PathBuf,
    /// Every link and what it leads to, both without links in the folders above.
    links: Vec<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Link {
    path: PathBuf,
    target: PathBuf,
}

/// A folder outside the sources that links lead into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outside {
    pub(crate) folder: PathBuf,
    /// Whether everything below it is linked, rather than some of its files.
    pub(crate) is_whole: bool,
}

impl Outside {
    fn of(target: &Path) -> Option<Self> {
        let is_whole = target.is_dir();
        // Many programs save a file by replacing it, which only its folder notices.
        let folder = match is_whole {
            true => target,
            false => target.parent()?,
        };
        Some(Self {
            folder: folder.to_path_buf(),
            is_whole,
        })
    }
}

impl Links {
    /// Finds the links of the site at `root`.
    pub(crate) fn of(root: &Path) -> Self {
        let Ok(real_root) = fs::canonicalize(root) else {
            return Self::default();
        };
        let links = Walk::all(&real_root).links;
        let links = links.into_iter().filter_map(|path| {
            let target = fs::canonicalize(&path).ok()?;
            Some(Link { path, target })
        });
        Self {
            links: links.collect(),
            root: root.to_path_buf(),
            real_root,
        }
    }

    /// Returns whether a change at these paths may change the links.
    pub(crate) fn may_change_with(&self, paths: &BTreeSet<PathBuf>) -> bool {
        let is_link = |path: &Path| {
            let real = self.real(path);
            self.links
                .iter()
                .any(|link| link.path.starts_with(&real))
        };
        let may_hold_links = |path: &Path| {
            fs::symlink_metadata(path)
                .is_ok_and(|metadata| metadata.is_symlink() || metadata.is_dir())
        };
        paths
            .iter()
            .any(|path| may_hold_links(path) || is_link(path))
    }

    /// Adds every other path that leads to one of these.
    pub(crate) fn add_other_paths(&self, paths: &mut BTreeSet<PathBuf>) {
        if self.links.is_empty() {
            return;
        }
        let others: Vec<PathBuf> = paths
            .iter()
            .flat_map(|path| self.other_paths(path))
            .collect();
        paths.extend(others);
    }

    fn other_paths(&self, path: &Path) -> Vec<PathBuf> {
        let real = self.real(path);
        let behind = |link: &Link| {
            let rest = real.strip_prefix(&link.target).ok()?;
            // Joining an empty path would add a separator.
            Some(match rest.as_os_str().is_empty() {
                true => link.path.clone(),
                false => link.path.join(rest),
            })
        };
        let links = self.links.iter().filter_map(behind);
        let all = links.chain([real.clone()]);
        all.filter_map(|path| {
            Some(
                self.root.join(
                    path.strip_prefix(&self.real_root)
                        .ok()?,
                ),
            )
        })
        .collect()
    }

    /// Returns the folders outside `folders` that must be watched because of links.
    pub(crate) fn outside(&self, folders: &[PathBuf]) -> Vec<Outside> {
        let folders: Vec<PathBuf> = folders
            .iter()
            .map(|folder| self.real(folder))
            .collect();
        let targets = self
            .links
            .iter()
            .map(|link| link.target.as_path());
        targets
            .filter(|target| {
                folders
                    .iter()
                    .all(|folder| !target.starts_with(folder))
            })
            .filter_map(Outside::of)
            .collect()
    }

    /// Returns a path without links in the folders above it; the path itself may be one, or gone.
    fn real(&self, path: &Path) -> PathBuf {
        let folder = path
            .ancestors()
            .skip(1)
            .find_map(|folder| Some((folder, fs::canonicalize(folder).ok()?)));
        match folder {
            Some((folder, real)) => path
                .strip_prefix(folder)
                .map_or_else(|_| path.to_path_buf(), |rest| real.join(rest)),
            None => path.to_path_buf(),
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    /// A site in which `content/alias` leads to `content/real`, and `content/s.md` out of content.
    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        for folder in ["content/real/deep", "shared"] {
            fs::create_dir_all(root.join(folder)).expect("a folder");
        }
        for file in ["content/real/r.md", "content/real/deep/d.md", "shared/s.md"] {
            fs::write(root.join(file), "").expect("a file");
        }
        for (target, link) in [
            ("real", "content/alias"),
            ("alias/deep", "content/deep"),
            ("../shared/s.md", "content/s.md"),
        ] {
            symlink(target, root.join(link)).expect("a link");
        }
        folder
    }

    fn all_paths(root: &Path, path: &str) -> Vec<String> {
        let mut paths = BTreeSet::from([root.join(path)]);
        Links::of(root).add_other_paths(&mut paths);
        let inner = paths.iter().map(|path| {
            let inner = path
                .strip_prefix(root)
                .expect("inside");
            inner.display().to_string()
        });
        inner.collect()
    }

    #[test]
    fn a_file_is_known_under_all_its_paths() {
        let folder = site();
        let root = folder.path();
        let both = ["content/alias/r.md", "content/real/r.md"];
        assert_eq!(all_paths(root, "content/real/r.md"), both);
        assert_eq!(all_paths(root, "content/alias/r.md"), both);
        // A chain of links, and a link within a linked folder's target.
        let deep = [
            "content/alias/deep/d.md",
            "content/deep/d.md",
            "content/real/deep/d.md",
        ];
        assert_eq!(all_paths(root, "content/real/deep/d.md"), deep);
        assert_eq!(all_paths(root, "content/deep/d.md"), deep);
        let shared = ["content/s.md", "shared/s.md"];
        assert_eq!(all_paths(root, "shared/s.md"), shared);
        // Deleted files and new ones have no path of their own on the disk.
        assert_eq!(
            all_paths(root, "content/real/new/n.md"),
            ["content/alias/new/n.md", "content/real/new/n.md"]
        );
    }

    #[test]
    fn what_links_lead_to_outside_is_watched() {
        let folder = site();
        let root = fs::canonicalize(folder.path()).expect("a path");
        let links = Links::of(&root);
        let shared = Outside {
            folder: root.join("shared"),
            is_whole: false,
        };
        assert_eq!(links.outside(&[root.join("content")]), [shared]);
        let changes = |path: &str| links.may_change_with(&BTreeSet::from([root.join(path)]));
        assert!(changes("content/alias"));
        assert!(changes("content/real"), "a folder may hold links");
        assert!(!changes("content/real/r.md"));
        fs::remove_file(root.join("content/s.md")).expect("a link");
        assert!(changes("content/s.md"), "a removed link");
    }
}
