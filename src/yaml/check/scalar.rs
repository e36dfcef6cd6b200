//! Checks scalars, and lists of texts.

use std::borrow::Cow;

use serde_yaml::Value;

use super::{Checker, Spot};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::Day;
use crate::yaml::{Kind, locate, slips};

/// The most texts in one list; locating each searches from the start.
const MOST_TEXTS: usize = 1_000;

/// The most numbers and booleans that are located in the file to keep their spelling; each search
/// begins at the start.
pub(super) const MOST_LOOKUPS: usize = 1_000;

impl Checker<'_, '_> {
    pub(super) fn scalar(&mut self, value: Value, kind: Kind, at: Spot<'_>) -> Option<Value> {
        match (kind, value) {
            (Kind::Text, Value::String(text)) => Some(Value::String(text)),
            (Kind::Text, value @ (Value::Number(_) | Value::Bool(_))) => {
                Some(Value::String(self.written(&value, at)))
            }
            (Kind::Number, Value::Number(number)) if number.is_i64() => Some(Value::Number(number)),
            (Kind::Boolean, Value::Bool(flag)) => Some(Value::Bool(flag)),
            (Kind::Boolean, Value::String(word)) => self.boolean_in_words(&word, at),
            (Kind::Day, Value::String(text)) => self.day(text, at),
            (Kind::OneOf(known), value) => self.one_of(&value, known, at),
            (kind, _) => self.wrong(kind, at),
        }
    }

    fn boolean_in_words(&mut self, word: &str, at: Spot<'_>) -> Option<Value> {
        let Some(flag) = slips::boolean(word) else {
            return self.wrong(Kind::Boolean, at);
        };
        let finding = Diagnostic::new(Code::NotBoolean, self.place(at))
            .arg("key", at.name)
            .arg("value", word);
        self.found
            .push(finding.certain_fix(self.yaml.hash, flag.to_string()));
        None
    }

    fn day(&mut self, text: String, at: Spot<'_>) -> Option<Value> {
        if Day::parse(&text).is_some() {
            return Some(Value::String(text));
        }
        self.found.push(
            self.yaml
                .not_a_day(at.name, &text, &at.steps()),
        );
        None
    }

    fn one_of(&mut self, value: &Value, known: &[&str], at: Spot<'_>) -> Option<Value> {
        let Some(text) = scalar(value) else {
            return self.wrong(Kind::Text, at);
        };
        if value.is_string() && known.contains(&&*text) {
            return Some(Value::String(text.into_owned()));
        }
        let finding = Diagnostic::new(Code::UnknownValue, self.place(at))
            .arg("key", at.name)
            .arg("value", &text)
            .arg("known", known.join(", "));
        self.found
            .push(finding.nearest(&text, known.iter().copied()));
        None
    }

    pub(super) fn one_or_more_texts(&mut self, value: Value, at: Spot<'_>) -> Option<Value> {
        match value {
            Value::Sequence(items) if items.len() > MOST_TEXTS => self.too_many(at),
            Value::Sequence(items) => {
                let texts = items.into_iter().enumerate();
                let text = |(item, text)| self.value(text, Kind::Text, at.item(item));
                Some(Value::Sequence(texts.filter_map(text).collect()))
            }
            value if scalar(&value).is_some() => {
                let text = self.value(value, Kind::Text, at)?;
                Some(Value::Sequence(vec![text]))
            }
            _ => self.wrong(Kind::Texts, at),
        }
    }

    /// Returns a scalar as its author wrote it, so that `title: 1.10` keeps its zero; as parsed if
    /// it cannot be located.
    fn written(&mut self, value: &Value, at: Spot<'_>) -> String {
        let read = || {
            scalar(value)
                .unwrap_or_default()
                .into_owned()
        };
        let Some(left) = self.lookups.checked_sub(1) else {
            return read();
        };
        self.lookups = left;
        let range = locate::value(self.yaml.text, &at.steps());
        let text = locate::part(self.yaml.text, &range);
        match serde_yaml::from_str::<Value>(text) {
            Ok(located) if located == *value => text.to_owned(),
            _ => read(),
        }
    }
}

/// Returns a scalar as text; none for lists and mappings.
pub(super) fn scalar(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(flag) => Some(Cow::Borrowed(if *flag { "true" } else { "false" })),
        Value::Null => Some(Cow::Borrowed("")),
        Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => None,
    }
}
