//! Panics of live mode: which step failed, in which words that is told, and until when.

use std::any::Any;
use std::collections::VecDeque;
use std::mem::discriminant;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::{Arc, Mutex};

use super::live::locked;
use crate::language::Argument;
use crate::source::SourceId;

/// The most failures that are told at one time.
const MOST: usize = 8;

/// The most names of files in one message.
const MOST_NAMES: usize = 3;

/// How many panics are kept in mind: threads of one pool may panic together, and any of theirs is
/// the one that is caught.
const MOST_PANICS: usize = 32;

/// The longest words of a panic that are told, in characters.
const LONGEST_CAUSE: usize = 500;

/// A step of live mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Taking in a change of these sources.
    Change(Vec<SourceId>),
    /// Reading the whole site anew, because of a failure with these sources.
    Anew(Vec<SourceId>),
    /// The check in the background.
    Check,
    /// The answer to a request for this path.
    Answer(String),
    /// What all others rest on: the watch over the files, the server.
    Server,
}

impl Step {
    /// Returns whether live mode ends when the step fails.
    pub(super) fn is_vital(&self) -> bool {
        matches!(self, Self::Anew(_) | Self::Server)
    }
}

/// A fault of pakt itself: a step that panicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What failed.
    pub step: Step,
    /// The words of the panic and its place in the program.
    pub cause: String,
}

impl Failure {
    /// Calls `say` with what failed, what to do next, and the cause: keys of the tool's words, and
    /// the values that they name.
    pub fn tell(&self, mut say: impl FnMut(&str, &[(&str, Argument<'_>)])) {
        let (key, sources, path) = match &self.step {
            Step::Change(sources) => ("failed-change", sources.as_slice(), ""),
            Step::Anew(sources) => ("failed-anew", sources.as_slice(), ""),
            Step::Check => ("failed-check", [].as_slice(), ""),
            Step::Answer(path) => ("failed-answer", [].as_slice(), path.as_str()),
            Step::Server => ("failed-server", [].as_slice(), ""),
        };
        let mut names: Vec<&str> = sources
            .iter()
            .take(MOST_NAMES)
            .map(SourceId::as_str)
            .collect();
        names.extend((sources.len() > MOST_NAMES).then_some("…"));
        let args = [
            ("names", Argument::Text(&names.join(", "))),
            ("count", Argument::Number(names.len() as f64)),
            ("path", Argument::Text(path)),
            ("version", Argument::Text(env!("CARGO_PKG_VERSION"))),
            ("cause", Argument::Text(&self.cause)),
        ];
        for key in [key, &format!("{key}.hint"), "failed-cause"] {
            say(key, &args);
        }
    }
}

/// What was thrown by a step.
pub(super) type Panic = Box<dyn Any + Send>;

/// Runs a step. What it leaves half done when it panics must be thrown away by the caller.
pub(super) fn caught<T>(step: impl FnOnce() -> T) -> Result<T, Panic> {
    catch_unwind(AssertUnwindSafe(step))
}

/// The newest panics as the hook of the process saw them, words and place: only the hook learns
/// where in the program they were.
#[derive(Clone, Debug, Default)]
pub struct Panics(Arc<Mutex<VecDeque<(String, String)>>>);

impl Panics {
    /// Takes note of a panic.
    pub fn note(&self, panic: &PanicHookInfo<'_>) {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        let mut newest = locked(&self.0);
        newest.push_front((message(panic.payload()).to_owned(), place));
        newest.truncate(MOST_PANICS);
    }

    /// Says why a step failed.
    pub(super) fn cause(&self, panic: &Panic) -> String {
        let message = message(&**panic);
        // On one line, without what could steer a terminal: the words of a panic may quote a file.
        let shown: String = message
            .chars()
            .take(LONGEST_CAUSE)
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        match locked(&self.0).iter().find(|(words, _)| words == message) {
            Some((_, place)) => format!("{shown} ({place})"),
            None => shown,
        }
    }
}

fn message(payload: &dyn Any) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("panic")
}

/// The failures that the panel shows. One goes when a later change has been taken in, so that
/// somebody could read it; that of the check stays until a check is finished, since nobody knows
/// what else is wrong until then.
#[derive(Default)]
pub(super) struct Failures {
    /// The number of changes taken in.
    changes: u64,
    shown: Vec<Shown>,
}

struct Shown {
    failure: Failure,
    /// The number of changes before it.
    changes: u64,
    is_over: bool,
}

impl Failures {
    /// Adds a failure, in the place of an earlier one of the same step; returns whether it is to be
    /// told. A step that is done again without a change, as often as a browser asks, is told once.
    pub(super) fn add(&mut self, failure: Failure) -> bool {
        let at = self
            .shown
            .iter()
            .position(|shown| is_same(&shown.failure.step, &failure.step));
        let is_news = matches!(failure.step, Step::Change(_))
            || at.is_none_or(|at| self.shown[at].changes < self.changes);
        let is_over = failure.step != Step::Check && !failure.step.is_vital();
        let shown = Shown {
            failure,
            changes: self.changes,
            is_over,
        };
        match at {
            Some(at) => self.shown[at] = shown,
            None => self.shown.push(shown),
        }
        if self.shown.len() > MOST
            && let Some(oldest) = self
                .shown
                .iter()
                .position(|shown| matches!(shown.failure.step, Step::Answer(_)))
        {
            self.shown.remove(oldest);
        }
        is_news
    }

    /// A change was taken in.
    pub(super) fn changed(&mut self) {
        self.changes += 1;
        self.settle();
    }

    /// A check was finished.
    pub(super) fn checked(&mut self) {
        self.shown
            .iter_mut()
            .filter(|shown| shown.failure.step == Step::Check)
            .for_each(|shown| shown.is_over = true);
        self.settle();
    }

    /// Returns those that are shown, the oldest first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Failure> {
        self.shown.iter().map(|shown| &shown.failure)
    }

    fn settle(&mut self) {
        let changes = self.changes;
        self.shown
            .retain(|shown| !(shown.is_over && shown.changes < changes));
    }
}

/// Returns whether one failure takes the place of the other: of answers, only that of the same path
/// does.
fn is_same(a: &Step, b: &Step) -> bool {
    match (a, b) {
        (Step::Answer(a), Step::Answer(b)) => a == b,
        _ => discriminant(a) == discriminant(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(step: Step) -> Failure {
        Failure {
            step,
            cause: "cause".to_owned(),
        }
    }

    fn steps(failures: &Failures) -> Vec<Step> {
        failures.all().map(|failure| failure.step.clone()).collect()
    }

    #[test]
    fn a_failure_goes_with_the_next_change() {
        let mut failures = Failures::default();
        let change = Step::Change(vec![SourceId::new("content/a.md")]);
        assert!(failures.add(failure(change.clone())));
        assert!(failures.add(failure(change)), "every save is told of");
        assert!(failures.add(failure(Step::Answer("/a/".to_owned()))));
        assert!(!failures.add(Failure {
            step: Step::Answer("/a/".to_owned()),
            cause: "another".to_owned()
        }));
        assert!(failures.add(failure(Step::Answer("/b/".to_owned()))));
        assert!(failures.add(failure(Step::Change(Vec::new()))));
        failures.checked();
        assert_eq!(
            steps(&failures),
            [
                Step::Change(Vec::new()),
                Step::Answer("/a/".to_owned()),
                Step::Answer("/b/".to_owned())
            ]
        );
        failures.changed();
        assert_eq!(steps(&failures), []);
    }

    #[test]
    fn that_of_a_check_stays_until_one_is_finished_and_somebody_could_read_it() {
        let mut failures = Failures::default();
        failures.add(failure(Step::Check));
        failures.checked();
        assert_eq!(steps(&failures), [Step::Check]);
        failures.changed();
        assert_eq!(steps(&failures), []);
        failures.add(failure(Step::Check));
        failures.changed();
        assert_eq!(steps(&failures), [Step::Check]);
        assert!(
            failures.add(failure(Step::Check)),
            "it is told after every change"
        );
        failures.changed();
        failures.checked();
        assert_eq!(steps(&failures), []);
    }

    #[test]
    fn what_ends_live_mode_stays() {
        let mut failures = Failures::default();
        failures.add(failure(Step::Server));
        failures.changed();
        failures.checked();
        assert_eq!(steps(&failures), [Step::Server]);
    }

    #[test]
    fn a_site_full_of_failures_tells_the_newest() {
        let mut failures = Failures::default();
        (0..100).for_each(|page| assert!(failures.add(failure(Step::Answer(format!("/{page}/"))))));
        assert_eq!(
            (steps(&failures).len(), steps(&failures).last().cloned()),
            (MOST, Some(Step::Answer("/99/".to_owned())))
        );
    }

    #[test]
    fn a_cause_is_what_was_thrown() {
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
