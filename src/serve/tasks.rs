//! Tasks: requests to the worker, from the watch, from browsers and after panics.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Instant;

use super::panics::locked;
use super::watch::Burst;

/// A task of the worker.
pub(super) enum Task {
    /// Look at what changed on the disk; the time is that of the first event.
    Burst(Burst, Instant),
    /// Show drafts, or not.
    Drafts(bool),
    /// Reload the site, since something failed with its snapshot of this version.
    Anew(u64),
}

/// The sending end of the worker's queue.
pub(super) struct Tasks(Mutex<Option<Sender<Task>>>);

impl Tasks {
    /// Makes both ends of a queue of tasks.
    pub(super) fn new() -> (Self, Receiver<Task>) {
        let (sender, receiver) = mpsc::channel();
        (Self(Mutex::new(Some(sender))), receiver)
    }

    /// Sends a task. It is lost if live mode is ending, since then there is no worker.
    pub(super) fn send(&self, task: Task) {
        let _ = locked(&self.0)
            .as_ref()
            .map(|tasks| tasks.send(task));
    }

    /// Ends the worker once it has done the tasks sent so far.
    pub(super) fn close(&self) {
        locked(&self.0).take();
    }
}
