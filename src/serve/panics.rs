//! Panics: how the panic of one step is kept from the others, and how it is reported.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many panics are remembered: threads of a pool may panic together, and any one of them may be
/// caught.
const MOST_PANICS: usize = 32;

/// The longest panic message that is reported, in characters.
const LONGEST_CAUSE: usize = 500;

/// The payload of a step's panic.
pub(super) type Panic = Box<dyn Any + Send>;

/// Runs a step. If it panics, the caller must discard what the step left half done.
pub(super) fn caught<T>(step: impl FnOnce() -> T) -> Result<T, Panic> {
    catch_unwind(AssertUnwindSafe(step))
}

/// Locks even after a thread has panicked: the guarded value is always replaced as a whole.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}

/// The newest panics of the process, with message and location: only the panic hook learns the
/// location.
#[derive(Clone, Debug, Default)]
pub struct Panics(Arc<Mutex<VecDeque<(String, String)>>>);

impl Panics {
    /// Remembers a panic.
    pub fn note(&self, panic: &PanicHookInfo<'_>) {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        let mut newest = locked(&self.0);
        newest.push_front((message(panic.payload()).to_owned(), place));
        newest.truncate(MOST_PANICS);
    }

    /// Describes why a step failed.
    pub(super) fn cause(&self, panic: &Panic) -> String {
        let message = message(&**panic);
        let shown = on_one_line(message);
        match locked(&self.0)
            .iter()
            .find(|(known, _)| known == message)
        {
            Some((_, place)) => format!("{shown} ({place})"),
            None => shown,
        }
    }
}

/// Removes control characters, since the message of a panic may quote a file.
fn on_one_line(message: &str) -> String {
    message
        .chars()
        .take(LONGEST_CAUSE)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

fn message(payload: &dyn Any) -> &str {
    let text = payload
        .downcast_ref::<&str>()
        .copied();
    text.or_else(|| {
        payload
            .downcast_ref::<String>()
            .map(String::as_str)
    })
    .unwrap_or("panic")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_the_message_of_the_panic() {
        let panics = Panics::default();
        assert_eq!(panics.cause(&(Box::new("words") as Panic)), "words");
        assert_eq!(
            panics.cause(&(Box::new("words".to_owned()) as Panic)),
            "words"
        );
        assert_eq!(panics.cause(&(Box::new(1) as Panic)), "panic");
        locked(&panics.0).push_front(("words".to_owned(), "src/lib.rs:1:2".to_owned()));
        assert_eq!(
            panics.cause(&(Box::new("words") as Panic)),
            "words (src/lib.rs:1:2)"
        );
        assert_eq!(panics.cause(&(Box::new("others") as Panic)), "others");
        assert_eq!(
            panics.cause(&(Box::new("a\n\u{1b}[31mb") as Panic)),
            "a  [31mb"
        );
    }
}
