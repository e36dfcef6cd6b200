//! Notices: what listening browsers are told.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::broadcast;

/// How many notices a slow browser may miss before it is told to refresh.
const MOST_MISSED: usize = 64;

/// A notice to the browsers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// Another version of the site can be viewed.
    Change {
        version: u64,
        /// The address of the saved page, if browsers should navigate there.
        follow: Option<String>,
    },
    /// The check of a version has finished.
    Checked { version: u64 },
    /// A step of live mode failed.
    Failed,
}

/// The channel of notices to browsers.
pub(super) struct Notices {
    listeners: broadcast::Sender<Notice>,
    told: AtomicU64,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self {
            listeners: broadcast::channel(MOST_MISSED).0,
            told: AtomicU64::new(0),
        }
    }

    pub(super) fn tell(&self, notice: Notice) {
        self.told
            .fetch_add(1, Ordering::SeqCst);
        // Nobody may be listening.
        let _ = self.listeners.send(notice);
    }

    pub(super) fn listen(&self) -> broadcast::Receiver<Notice> {
        self.listeners.subscribe()
    }

    /// Returns the number of notices so far. A browser whose state is from an earlier moment has
    /// missed something.
    pub(super) fn moment(&self) -> u64 {
        self.told.load(Ordering::SeqCst)
    }
}
