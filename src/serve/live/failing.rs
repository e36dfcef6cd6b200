//! How live mode continues after a step that panicked, and how it fails.

use super::Live;
use crate::serve::Event;
use crate::serve::failure::{Failure, Step};
use crate::serve::notices::Notice;
use crate::serve::panics::{Panic, locked};
use crate::serve::tasks::Task;

impl Live {
    /// Notes that a step has begun.
    pub(in crate::serve) fn step(&self, step: impl FnOnce() -> Step) {
        if let Some(on_step) = self.options.on_step {
            on_step(&step());
        }
    }

    /// Describes a panic.
    pub(in crate::serve) fn failure(&self, step: Step, panic: &Panic) -> Failure {
        Failure {
            step,
            cause: self.options.panics.cause(panic),
        }
    }

    /// Reports a step that panicked.
    pub(in crate::serve) fn failed(&self, failure: Failure) {
        let is_news = locked(&self.failures).add(failure.clone());
        if is_news {
            self.notices.tell(Notice::Failed);
            self.event(Event::Failed(failure));
        }
    }

    /// Reports a step that panicked on a snapshot, and asks for a reload of the site, since the
    /// snapshot may be the cause.
    pub(in crate::serve) fn fail_and_reload(&self, step: Step, panic: &Panic, version: u64) {
        self.failed(self.failure(step, panic));
        self.tasks.send(Task::Anew(version));
    }

    /// Ends live mode, since it cannot continue.
    pub(in crate::serve) fn fall(&self, failure: Failure) {
        locked(&self.failures).add(failure);
        self.notices.tell(Notice::Failed);
        self.fall.notify_one();
    }

    /// Waits until live mode fails.
    pub(in crate::serve) async fn until_fallen(&self) {
        self.fall.notified().await;
    }

    /// Returns why live mode failed, if it did.
    pub(in crate::serve) fn fallen(&self) -> Option<Failure> {
        locked(&self.failures)
            .all()
            .find(|failure| failure.step.is_vital())
            .cloned()
    }

    /// Returns the failures that the panel shows.
    pub(in crate::serve) fn failures(&self) -> Vec<Failure> {
        locked(&self.failures)
            .all()
            .cloned()
            .collect()
    }
}
