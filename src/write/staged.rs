//! Artifacts that are staged: ready to be renamed into place.

use crate::route::Route;
use crate::source::Hash;

/// When an artifact is renamed into place: what others refer to comes before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Wave {
    /// Assets that are named by the hash of their content, so that a new one never replaces
    /// another. The old one stays for one more build, since open pages still refer to it.
    Immutable,
    /// Other styles, scripts, images, attachments: what pages need.
    Asset,
    /// Pages: new ones first, then changed ones.
    Page,
    /// Sitemap, feeds, search: what refers to pages.
    Index,
}

/// An artifact ready to be renamed into place.
#[derive(Clone, Debug)]
pub(super) struct Staged {
    pub(super) route: Route,
    pub(super) hash: Hash,
    pub(super) wave: Wave,
    pub(super) state: State,
}

/// How a staged artifact compares with what is at its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The same bytes.
    Unchanged,
    /// Nothing.
    New { temporary: u64 },
    /// A file or folder of an earlier build, which must be removed first.
    Obstructed { temporary: u64 },
    /// A file with different content; its hash, unless it is a link.
    Changed { temporary: u64, old: Option<Hash> },
}
