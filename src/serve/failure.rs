//! Failures of live mode: which step failed, the messages about it, and how long they stay.

use std::mem::discriminant;

use crate::language::{Argument, Messages};
use crate::source::SourceId;

/// The most failures shown at once.
const MOST: usize = 8;

/// The most file names in one message.
const MOST_NAMES: usize = 3;

/// A step of live mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Applying a change of these sources.
    Change(Vec<SourceId>),
    /// Reloading the whole site, because of a failure with these sources.
    Anew(Vec<SourceId>),
    /// The background check.
    Check,
    /// The answer to a request for this path.
    Answer(String),
    /// What all the others depend on: the file watch and the server.
    Server,
}

impl Step {
    /// Returns whether live mode ends when the step fails.
    pub(super) fn is_vital(&self) -> bool {
        matches!(self, Self::Anew(_) | Self::Server)
    }

    /// Returns the key of the message about the failed step.
    fn key(&self) -> &'static str {
        match self {
            Self::Change(_) => "failed-change",
            Self::Anew(_) => "failed-anew",
            Self::Check => "failed-check",
            Self::Answer(_) => "failed-answer",
            Self::Server => "failed-server",
        }
    }

    /// Returns the sources that the message names.
    fn names(&self) -> Vec<&str> {
        let sources = match self {
            Self::Change(sources) | Self::Anew(sources) => sources.as_slice(),
            Self::Check | Self::Answer(_) | Self::Server => &[],
        };
        let named = sources
            .iter()
            .take(MOST_NAMES)
            .map(SourceId::as_str);
        let more = (sources.len() > MOST_NAMES).then_some("…");
        named.chain(more).collect()
    }

    /// Returns the path that the message names.
    fn path(&self) -> &str {
        match self {
            Self::Answer(path) => path,
            Self::Change(_) | Self::Anew(_) | Self::Check | Self::Server => "",
        }
    }

    /// Returns whether a failure of this step replaces one of the other: of answers, only those for
    /// the same path.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Answer(path), Self::Answer(other)) => path == other,
            _ => discriminant(self) == discriminant(other),
        }
    }
}

/// A bug in pakt itself: a step that panicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What failed.
    pub step: Step,
    /// The message of the panic and its location in the program.
    pub cause: String,
}

impl Failure {
    /// Calls `say` with the key and arguments of a message for each of: what failed, what to do
    /// next, and the cause.
    pub fn tell(&self, mut say: impl FnMut(&str, &[(&str, Argument<'_>)])) {
        let key = self.step.key();
        let names = self.step.names();
        let arguments = [
            ("names", Argument::Text(&names.join(", "))),
            ("count", Argument::Number(names.len() as f64)),
            ("path", Argument::Text(self.step.path())),
            ("version", Argument::Text(env!("CARGO_PKG_VERSION"))),
            ("cause", Argument::Text(&self.cause)),
        ];
        for key in [key, &format!("{key}.hint"), "failed-cause"] {
            say(key, &arguments);
        }
    }

    /// Returns what failed, what to do next, and the cause, in the language of the messages.
    pub(super) fn sentences(&self, messages: &Messages) -> Vec<Option<String>> {
        let mut sentences = Vec::new();
        self.tell(|key, arguments| sentences.push(messages.get(key, arguments)));
        sentences
    }
}

/// The failures that the panel shows. One is dropped after the next change, so that there is time
/// to read it; that of a check stays until a check finishes, since until then the findings are not
/// complete.
#[derive(Default)]
pub(super) struct Failures {
    /// The number of changes so far.
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
    /// Adds a failure, replacing an earlier one of the same step, and returns whether it is new. A
    /// step repeated without a change, such as a reloaded page, is reported once.
    pub(super) fn add(&mut self, failure: Failure) -> bool {
        let (step, changes) = (failure.step.clone(), self.changes);
        let shown = Shown {
            failure,
            changes,
            is_over: step != Step::Check && !step.is_vital(),
        };
        let earlier = self
            .shown
            .iter_mut()
            .find(|earlier| earlier.failure.step.is_same(&step));
        let Some(earlier) = earlier else {
            self.shown.push(shown);
            self.drop_oldest_answer();
            return true;
        };
        let is_news = matches!(step, Step::Change(_)) || earlier.changes < changes;
        *earlier = shown;
        is_news
    }

    /// Notes that a change was applied.
    pub(super) fn changed(&mut self) {
        self.changes += 1;
        self.settle();
    }

    /// Notes that a check finished.
    pub(super) fn checked(&mut self) {
        for shown in &mut self.shown {
            shown.is_over |= shown.failure.step == Step::Check;
        }
        self.settle();
    }

    /// Returns the failures to show, oldest first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Failure> {
        self.shown
            .iter()
            .map(|shown| &shown.failure)
    }

    fn settle(&mut self) {
        let changes = self.changes;
        self.shown
            .retain(|shown| !(shown.is_over && shown.changes < changes));
    }

    /// Makes room; only answers can be many.
    fn drop_oldest_answer(&mut self) {
        let is_answer = |shown: &Shown| matches!(shown.failure.step, Step::Answer(_));
        if self.shown.len() > MOST
            && let Some(oldest) = self.shown.iter().position(is_answer)
        {
            self.shown.remove(oldest);
        }
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
        failures
            .all()
            .map(|failure| failure.step.clone())
            .collect()
    }

    #[test]
    fn a_failure_is_dropped_after_the_next_change() {
        let mut failures = Failures::default();
        let change = Step::Change(vec![SourceId::new("content/a.md")]);
        assert!(failures.add(failure(change.clone())));
        assert!(failures.add(failure(change)), "every save is reported");
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
    fn a_failed_check_stays_until_a_change_and_a_finished_check() {
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
            "it is reported after every change"
        );
        failures.changed();
        failures.checked();
        assert_eq!(steps(&failures), []);
    }

    #[test]
    fn a_vital_failure_stays() {
        let mut failures = Failures::default();
        failures.add(failure(Step::Server));
        failures.changed();
        failures.checked();
        assert_eq!(steps(&failures), [Step::Server]);
    }

    #[test]
    fn of_many_failures_the_newest_are_shown() {
        let mut failures = Failures::default();
        (0..100).for_each(|page| assert!(failures.add(failure(Step::Answer(format!("/{page}/"))))));
        assert_eq!(
            (steps(&failures).len(), steps(&failures).last().cloned()),
            (MOST, Some(Step::Answer("/99/".to_owned())))
        );
    }
}
