//! The form of a data file: how it is checked and what pakt makes of it.

use std::any::Any;
use std::sync::Arc;

use crate::config::{Config, Located};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::yaml::{Fields, Kind, Step, Yaml};

use super::MOST_FINDINGS;

/// What a data file must be. It is checked by this, and its JSON Schema is made of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schema {
    /// The name of the file, without folder and ending.
    pub(crate) name: &'static str,
    /// What the file as a whole must be: a mapping of some kind.
    pub(crate) kind: Kind,
    /// The code by which all that does not fit is reported, if it is one of the file's own. Its
    /// argument `cause` is `language`, `entry` or `many`.
    pub(crate) own: Option<Code>,
}

/// What pakt makes of a data file.
pub(crate) trait Form: Any + Send + Sync {
    /// What the file must be.
    const SCHEMA: Schema;

    /// Makes the value of fields that have been checked, and reports what a schema cannot say.
    fn read(fields: Fields, reading: &mut Reading<'_>) -> Self;
}

/// The value of some [`Form`].
pub(super) type Typed = Arc<dyn Any + Send + Sync>;

/// A form with its type left out, for a table.
pub(super) struct AnyForm {
    pub(super) schema: Schema,
    pub(super) read: fn(Fields, &mut Reading<'_>) -> Typed,
}

/// Makes the line of a table for a form.
pub(super) const fn form<F: Form>() -> AnyForm {
    AnyForm {
        schema: F::SCHEMA,
        read: |fields, reading| Arc::new(F::read(fields, reading)),
    }
}

/// A data file that is being read.
pub(crate) struct Reading<'a> {
    pub(super) yaml: Yaml<'a>,
    pub(super) config: &'a Config,
    pub(super) found: Vec<Diagnostic>,
}

impl Reading<'_> {
    /// Returns whether so much is wrong that no more is looked for.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST_FINDINGS
    }

    pub(super) fn place(&self, path: &[Step<'_>]) -> Place {
        self.yaml.place(path)
    }

    /// Gives a value of the top its place.
    pub(super) fn located<T>(&self, key: &str, value: Option<T>) -> Option<Located<T>> {
        Some(Located {
            value: value?,
            place: self.place(&[Step::Key(key)]),
        })
    }
}
