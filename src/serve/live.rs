//! The state shared by all threads of live mode: the newest snapshot, the findings of the
//! background check, and the steps that failed. The worker and the check write it; answers read it.

mod failing;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::Notify;

use super::failure::Failures;
use super::notices::{Notice, Notices};
use super::numbered::Numbered;
use super::page::{Past, address_of};
use super::panics::locked;
use super::pulse::Pulse;
use super::tasks::Tasks;
use super::{Event, Options};
use crate::diagnostic::{Diagnostic, sorted};
use crate::language::{Messages, tool_messages};
use crate::project::Snapshot;
use crate::site::Mode;
use crate::source::SourceId;

/// The state that all threads share.
pub(super) struct Live {
    pub(super) options: Options,
    /// The tool's messages, in the language of the panel.
    pub(super) messages: Messages,
    /// Distinguishes this run of the server from all others; random.
    pub(super) session: String,
    pub(super) notices: Notices,
    pub(super) pulse: Pulse,
    pub(super) tasks: Tasks,
    pub(super) past: Past,
    is_polling: AtomicBool,
    current: RwLock<Arc<Numbered>>,
    checked: Mutex<Checked>,
    failures: Mutex<Failures>,
    fall: Notify,
    tell: Box<dyn Fn(Event) + Send + Sync>,
}

/// The findings of the newest finished check.
#[derive(Clone, Default)]
pub(super) struct Checked {
    /// The version that was checked; 0 before the first check.
    pub(super) version: u64,
    pub(super) found: Arc<Vec<Diagnostic>>,
}

impl Live {
    pub(super) fn new(
        options: Options,
        session: String,
        snapshot: Snapshot,
        tasks: Tasks,
        tell: Box<dyn Fn(Event) + Send + Sync>,
    ) -> Self {
        let first = Numbered {
            version: 1,
            snapshot,
            is_anew: false,
        };
        Self {
            messages: tool_messages(options.language),
            options,
            session,
            notices: Notices::new(),
            pulse: Pulse::new(first.version),
            tasks,
            past: Past::default(),
            is_polling: AtomicBool::new(false),
            current: RwLock::new(Arc::new(first)),
            checked: Mutex::default(),
            failures: Mutex::default(),
            fall: Notify::new(),
            tell,
        }
    }

    pub(super) fn newest(&self) -> Arc<Numbered> {
        Arc::clone(
            &self
                .current
                .read()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    pub(super) fn version(&self) -> u64 {
        self.newest().version
    }

    pub(super) fn mode(&self) -> Mode {
        self.newest()
            .snapshot
            .renderer
            .site()
            .inputs
            .mode
    }

    /// Publishes the snapshot of a change and notifies the browsers.
    pub(super) fn replace(&self, snapshot: Snapshot, sources: &[SourceId]) {
        let follow = if self.options.follow {
            followed(&snapshot, sources)
        } else {
            None
        };
        locked(&self.failures).changed();
        self.put(snapshot, false, follow);
    }

    /// Publishes the snapshot of a reloaded site.
    pub(super) fn renew(&self, snapshot: Snapshot) {
        self.put(snapshot, true, None);
    }

    fn put(&self, snapshot: Snapshot, is_anew: bool, follow: Option<String>) {
        let version = self.version() + 1;
        let new = Arc::new(Numbered {
            version,
            snapshot,
            is_anew,
        });
        let old = std::mem::replace(
            &mut *self
                .current
                .write()
                .unwrap_or_else(PoisonError::into_inner),
            new,
        );
        self.pulse.set(version);
        self.notices
            .tell(Notice::Change { version, follow });
        // Last, because freeing a large site takes a moment.
        drop(old);
    }

    /// Stores the findings of the background check, and reports the number of errors and warnings.
    pub(super) fn take_checked(&self, numbered: &Arc<Numbered>, found: Vec<Diagnostic>) {
        let known = numbered
            .snapshot
            .diagnostics
            .iter()
            .cloned();
        let found = sorted(
            found
                .into_iter()
                .chain(known)
                .collect(),
        );
        let errors = found
            .iter()
            .filter(|finding| finding.is_error())
            .count();
        let warnings = found.len() - errors;
        if errors == 0 {
            self.past.keep_clean(numbered);
        }
        let version = numbered.version;
        *locked(&self.checked) = Checked {
            version,
            found: Arc::new(found),
        };
        locked(&self.failures).checked();
        self.notices
            .tell(Notice::Checked { version });
        self.event(Event::Checked { errors, warnings });
    }

    /// Notes and reports that files are polled from now on.
    pub(super) fn begin_polling(&self) {
        self.is_polling
            .store(true, Ordering::Relaxed);
        self.event(Event::Polling);
    }

    /// Returns whether files are polled, so that a change is shown after up to two seconds.
    pub(super) fn is_polling(&self) -> bool {
        self.is_polling
            .load(Ordering::Relaxed)
    }

    /// Returns the findings of the newest finished check.
    pub(super) fn checked(&self) -> Checked {
        locked(&self.checked).clone()
    }

    /// Reports an event.
    pub(super) fn event(&self, event: Event) {
        (self.tell)(event);
    }

    /// Makes the other threads end.
    pub(super) fn end(&self) {
        self.tasks.close();
        self.pulse.end();
    }
}

/// Returns the address of the first saved page, if any.
fn followed(snapshot: &Snapshot, sources: &[SourceId]) -> Option<String> {
    let site = snapshot.renderer.site();
    let is_page = |source: &&SourceId| {
        site.page_of(source.as_str())
            .is_some()
    };
    address_of(site, sources.iter().find(is_page)?)
}
