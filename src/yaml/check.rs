//! Checks a value against its kind, along the tables of keys, and reports everything that does not
//! fit.

mod mapping;
mod scalar;
mod spot;

use serde_yaml::{Mapping, Value};

use super::{Context, Kind, Yaml};
use crate::diagnostic::{Code, Diagnostic, Place};

pub(super) use spot::Spot;

/// Checks values and collects what does not fit.
pub(super) struct Checker<'y, 'f> {
    yaml: &'y Yaml<'y>,
    context: Context<'y>,
    found: &'f mut Vec<Diagnostic>,
    /// The most findings in total.
    most: usize,
    /// How many more scalars may be located in the file.
    lookups: usize,
}

impl<'y, 'f> Checker<'y, 'f> {
    pub(super) fn new(
        yaml: &'y Yaml<'y>,
        context: Context<'y>,
        found: &'f mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            yaml,
            context,
            most: found.len() + context.most,
            found,
            lookups: scalar::MOST_LOOKUPS,
        }
    }

    /// Checks a value; none for one that does not fit.
    pub(super) fn value(&mut self, value: Value, kind: Kind, at: Spot<'_>) -> Option<Value> {
        match kind {
            Kind::Any => Some(value),
            // A key without a value says nothing yet.
            Kind::Map(_) | Kind::Named(_) if is_nothing(&value) => {
                Some(Value::Mapping(Mapping::new()))
            }
            _ if is_nothing(&value) => None,
            Kind::Text | Kind::Number | Kind::Boolean | Kind::Day | Kind::OneOf(_) => {
                self.scalar(value, kind, at)
            }
            Kind::Texts => self.one_or_more_texts(value, at),
            Kind::List(inner) => match value {
                Value::Sequence(items) => Some(self.list(items, *inner, at)),
                _ => self.wrong(kind, at),
            },
            Kind::Either(kinds) => self.either(value, kinds, at),
            _ => match value {
                Value::Mapping(mapping) => Some(Value::Mapping(self.within(mapping, kind, at))),
                _ => self.wrong(kind, at),
            },
        }
    }

    /// Checks the items of a list. One that does not fit becomes null, so that the others keep
    /// their positions.
    fn list(&mut self, items: Vec<Value>, kind: Kind, at: Spot<'_>) -> Value {
        let mut list = Vec::with_capacity(items.len());
        for (position, item) in items.into_iter().enumerate() {
            if self.is_full() {
                break;
            }
            let at = at.item(position);
            let checked = match item {
                Value::Null => self.wrong(kind, at),
                item => self.value(item, kind, at),
            };
            list.push(checked.unwrap_or_default());
        }
        Value::Sequence(list)
    }

    /// Checks a value by the first kind that has its shape. It fits as a whole or not at all; a
    /// misfit is reported once.
    fn either(&mut self, value: Value, kinds: &'static [Kind], at: Spot<'_>) -> Option<Value> {
        let Some(kind) = kinds
            .iter()
            .find(|kind| kind.has_shape_of(&value))
        else {
            return self.wrong(Kind::Either(kinds), at);
        };
        let before = self.found.len();
        let checked = self.value(value, *kind, at);
        let fits = self.found.len() == before;
        self.found.truncate(before + 1);
        checked.filter(|_| fits)
    }

    fn is_full(&self) -> bool {
        self.found.len() >= self.most
    }

    /// Reports a value of another type.
    pub(super) fn wrong<T>(&mut self, kind: Kind, at: Spot<'_>) -> Option<T> {
        let finding = self
            .own_misfit(at, "entry")
            .unwrap_or_else(|| {
                Diagnostic::new(Code::WrongType, self.place(at))
                    .arg("key", at.name)
                    .arg("expected", kind.name())
            });
        self.found.push(finding);
        None
    }

    fn too_many<T>(&mut self, at: Spot<'_>) -> Option<T> {
        let finding = self
            .own_misfit(at, "many")
            .unwrap_or_else(|| Diagnostic::new(Code::YamlTooComplex, self.place(at)));
        self.found.push(finding);
        None
    }

    /// Returns the finding at the entry of a language, if the file has its own code for misfits.
    fn own_misfit(&self, at: Spot<'_>, cause: &str) -> Option<Diagnostic> {
        let code = self.context.own?;
        let mut steps = at.steps();
        steps.truncate(2);
        let cause = if steps.is_empty() { "language" } else { cause };
        Some(Diagnostic::new(code, self.yaml.place(&steps)).arg("cause", cause))
    }

    /// Returns a finding about a key itself.
    fn about_key(&self, code: Code, at: Spot<'_>) -> Diagnostic {
        Diagnostic::new(code, self.yaml.key_place(&at.steps())).arg("key", at.name)
    }

    fn place(&self, at: Spot<'_>) -> Place {
        self.yaml.place(&at.steps())
    }
}

/// Returns whether nothing is written. `!Title` is a tag on nothing, but it is something to report.
fn is_nothing(value: &Value) -> bool {
    matches!(value, Value::Null)
}
