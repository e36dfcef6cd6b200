//! The form of a data file: how it is checked, and its typed value.

use std::any::Any;
use std::sync::Arc;

use crate::config::{Config, Located};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::yaml::{Fields, Kind, Step, Yaml};

use super::MOST_FINDINGS;

/// What a data file must contain, both for checking it and for its JSON Schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schema {
    /// The name of the file, without folder and extension.
    pub(crate) name: &'static str,
    /// The kind of the whole file: some mapping.
    pub(crate) kind: Kind,
    /// The code for everything that does not fit, if the file has its own. Its argument `cause` is
    /// `language`, `entry` or `many`.
    pub(crate) own: Option<Code>,
}

/// The typed value of a data file.
pub(crate) trait Form: Any + Send + Sync {
    /// What the file must contain.
    const SCHEMA: Schema;

    /// Builds the value from checked fields, and reports what a schema cannot express.
    fn read(fields: Fields, reading: &mut Reading<'_>) -> Self;
}

/// A value of some [`Form`].
pub(super) type Typed = Arc<dyn Any + Send + Sync>;

/// A type-erased form, for a table.
pub(super) struct AnyForm {
    pub(super) schema: Schema,
    pub(super) read: fn(Fields, &mut Reading<'_>) -> Typed,
}

/// Makes the table entry of a form.
pub(super) const fn form<F: Form>() -> AnyForm {
    AnyForm {
        schema: F::SCHEMA,
        read: |fields, reading| Arc::new(F::read(fields, reading)),
    }
}

/// A data file being read.
pub(crate) struct Reading<'a> {
    pub(super) yaml: Yaml<'a>,
    pub(super) config: &'a Config,
    pub(super) found: Vec<Diagnostic>,
}

impl Reading<'_> {
    /// Returns whether there are so many findings that checking stops.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST_FINDINGS
    }

    pub(super) fn place(&self, path: &[Step<'_>]) -> Place {
        self.yaml.place(path)
    }

    /// Locates a value of a top-level key.
    pub(super) fn located<T>(&self, key: &str, value: Option<T>) -> Option<Located<T>> {
        Some(Located {
            value: value?,
            place: self.place(&[Step::Key(key)]),
        })
    }
}
