//! The pulse: the number of the newest version, for threads that wait for another one.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::panics::locked;

/// The newest version, and whether live mode is ending.
pub(super) struct Pulse {
    beat: Mutex<Beat>,
    changed: Condvar,
}

struct Beat {
    version: u64,
    is_over: bool,
}

impl Pulse {
    pub(super) fn new(version: u64) -> Self {
        Self {
            beat: Mutex::new(Beat {
                version,
                is_over: false,
            }),
            changed: Condvar::new(),
        }
    }

    /// Sets the version and wakes the waiting threads.
    pub(super) fn set(&self, version: u64) {
        locked(&self.beat).version = version;
        self.changed.notify_all();
    }

    /// Makes all waiting threads end.
    pub(super) fn end(&self) {
        locked(&self.beat).is_over = true;
        self.changed.notify_all();
    }

    /// Waits for another version and returns it; `None` if live mode is ending.
    pub(super) fn wait_for_other_than(&self, known: u64) -> Option<u64> {
        let is_same = |beat: &mut Beat| beat.version == known && !beat.is_over;
        let beat = self
            .changed
            .wait_while(locked(&self.beat), is_same)
            .unwrap_or_else(PoisonError::into_inner);
        (!beat.is_over).then_some(beat.version)
    }

    /// Waits for `time` and returns whether the version stayed the same.
    pub(super) fn stays(&self, version: u64, time: Duration) -> bool {
        let is_same = |beat: &mut Beat| beat.version == version && !beat.is_over;
        self.changed
            .wait_timeout_while(locked(&self.beat), time, is_same)
            .unwrap_or_else(PoisonError::into_inner)
            .1
            .timed_out()
    }
}
