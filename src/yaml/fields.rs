//! The checked values of a mapping, taken out one by one.

use std::borrow::Cow;

use serde_yaml::{Mapping, Value};

use crate::language::{self, Day};

/// The checked values of a mapping. Reading one takes it out.
#[derive(Clone, Debug, Default)]
pub struct Fields(Mapping);

impl Fields {
    pub(crate) fn new(mapping: Mapping) -> Self {
        Self(mapping)
    }

    /// Takes the values of a mapping; none for any other value.
    pub(crate) fn of(value: Value) -> Option<Self> {
        match value {
            Value::Mapping(mapping) => Some(Self(mapping)),
            _ => None,
        }
    }

    /// Returns a value without taking it.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// Takes a text; an empty text counts as missing.
    pub fn text(&mut self, key: &str) -> Option<String> {
        match self.0.remove(key)? {
            Value::String(text) if !text.trim().is_empty() => Some(composed(text)),
            _ => None,
        }
    }

    /// Takes a whole number.
    pub fn number(&mut self, key: &str) -> Option<i64> {
        self.0.remove(key)?.as_i64()
    }

    /// Takes a boolean.
    pub fn flag(&mut self, key: &str) -> Option<bool> {
        self.0.remove(key)?.as_bool()
    }

    /// Takes a day.
    pub fn day(&mut self, key: &str) -> Option<Day> {
        Day::parse(self.0.remove(key)?.as_str()?)
    }

    /// Takes a list of texts.
    pub fn texts(&mut self, key: &str) -> Vec<String> {
        let items = self
            .list(key)
            .unwrap_or_default()
            .into_iter();
        items
            .filter_map(|item| match item {
                Value::String(text) => Some(composed(text)),
                _ => None,
            })
            .collect()
    }

    /// Takes a list. An item that did not fit is `null`, so that the others keep their positions.
    pub(crate) fn list(&mut self, key: &str) -> Option<Vec<Value>> {
        match self.0.remove(key) {
            Some(Value::Sequence(items)) => Some(items),
            _ => None,
        }
    }

    /// Takes a list of mappings; one that did not fit is empty.
    pub(crate) fn maps(&mut self, key: &str) -> Option<Vec<Self>> {
        let maps = self.list(key)?.into_iter();
        Some(
            maps.map(|map| Self::of(map).unwrap_or_default())
                .collect(),
        )
    }

    /// Takes a mapping.
    pub fn map(&mut self, key: &str) -> Self {
        self.0
            .remove(key)
            .and_then(Self::of)
            .unwrap_or_default()
    }

    /// Takes a value as it is.
    pub fn value(&mut self, key: &str) -> Option<Value> {
        self.0.remove(key)
    }

    /// Returns the names of what is left, in the order of the file.
    pub fn names(&self) -> Vec<String> {
        self.0
            .keys()
            .filter_map(|key| key.as_str().map(str::to_owned))
            .collect()
    }
}

/// Joins accents to their letters, so that names compare as they look.
fn composed(text: String) -> String {
    match language::composed(&text) {
        Cow::Owned(composed) => composed,
        Cow::Borrowed(_) => text,
    }
}
