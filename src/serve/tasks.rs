//! Tasks: what the worker is asked to do, by the watch, by browsers and after panics.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Instant;

use super::panics::locked;
use super::watch::Burst;

/// What the worker is asked to do.
pub(super) enum Task {
    /// Look at what changed on the disk, first heard of at this time.
    Burst(Burst, Instant),
    /// Show drafts, or not.
    Drafts(bool),
    /// Read the site anew, since something failed with its snapshot of this version.
    Anew(u64),
}

/// Where tasks are sent to the worker.
pub(super) struct Tasks(Mutex<Option<Sender<Task>>>);

impl Tasks {
    /// Returns both ends of a queue of tasks.
    pub(super) fn new() -> (Self, Receiver<Task>) {
        let (sender, receiver) = mpsc::channel();
        (Self(Mutex::new(Some(sender))), receiver)
    }

    /// Sends a task. It is lost if live mode is ending, since then there is no worker.
    pub(super) fn send(&self, task: Task) {
        let _ = locked(&self.0).as_ref().map(|tasks| tasks.send(task));
    }

    /// Ends the worker once it has done what was sent.
    pub(super) fn close(&self) {
        locked(&self.0).take();
    }
}
