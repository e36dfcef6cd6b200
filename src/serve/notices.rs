//! Notices: what the browsers that listen are told.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::broadcast;

/// How many notices a slow browser may miss before it is told to look anew.
const MOST_MISSED: usize = 64;

/// What browsers are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// Another version of the site can be looked at.
    Change {
        version: u64,
        /// The address of the page that was saved, if browsers are to go there.
        follow: Option<String>,
    },
    /// The check of a version is finished.
    Checked { version: u64 },
    /// A step of live mode failed.
    Failed,
}

/// Where browsers are told from.
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
        self.told.fetch_add(1, Ordering::SeqCst);
        // Nobody may be listening.
        let _ = self.listeners.send(notice);
    }

    pub(super) fn listen(&self) -> broadcast::Receiver<Notice> {
        self.listeners.subscribe()
    }

    /// Returns how much has been told so far. A browser whose state is of an earlier moment has
    /// missed something.
    pub(super) fn moment(&self) -> u64 {
        self.told.load(Ordering::SeqCst)
    }
}
