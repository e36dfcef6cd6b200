//! Snapshots, numbered within a run of live mode.

use crate::project::Snapshot;

/// A snapshot with its number.
pub(super) struct Numbered {
    /// The number; the first is 1.
    pub(super) version: u64,
    pub(super) snapshot: Snapshot,
    /// Whether it comes from a project that was reloaded after a panic.
    pub(super) is_anew: bool,
}
