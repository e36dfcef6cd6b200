//! Checks mappings: with known keys, or with languages or names as keys.

use std::borrow::Cow;

use serde_yaml::{Mapping, Value};

use super::scalar::scalar;
use super::{Checker, Spot};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::yaml::{Key, Kind, Presence};

/// A misspelt key may have one wrong letter per this many letters of a known key.
const LETTERS_PER_SLIP: usize = 3;

impl Checker<'_, '_> {
    /// Checks the content of a mapping of one of the kinds.
    pub(super) fn within(&mut self, mapping: Mapping, kind: Kind, at: Spot<'_>) -> Mapping {
        match kind {
            Kind::Map(keys) => self.map(mapping, keys, at),
            Kind::Open(keys) | Kind::Translated(keys) => {
                self.report_missing(&mapping, keys, at);
                self.open(mapping, kind, keys, at)
            }
            Kind::ByLanguage(inner) => self.by_language(mapping, *inner, at),
            Kind::Named(inner) => self.named(mapping, *inner, at),
            _ => mapping,
        }
    }

    pub(in crate::yaml) fn map(&mut self, mapping: Mapping, keys: &[Key], at: Spot<'_>) -> Mapping {
        let mut checked = Mapping::with_capacity(mapping.len());
        for (name, value) in mapping {
            if self.is_full() {
                break;
            }
            let name = scalar(&name)
                .unwrap_or_default()
                .into_owned();
            let Some(kind) = self.kind_of(&name, keys, at) else {
                continue;
            };
            if let Some(value) = self.value(value, kind, at.key(&name)) {
                checked.insert(Value::String(name), value);
            }
        }
        self.report_missing(&checked, keys, at);
        checked
    }

    /// Returns the kind of a key's value; reports a key that is not allowed.
    fn kind_of(&mut self, name: &str, keys: &[Key], at: Spot<'_>) -> Option<Kind> {
        match keys
            .iter()
            .find(|key| key.name == name)
        {
            Some(key) if key.presence == Presence::IndexOnly && !self.context.index => {
                let finding = self.about_key(Code::KeyOnlyInIndex, at.key(name));
                self.found.push(finding);
                None
            }
            Some(key) => Some(key.kind),
            None if at.is_top() && self.context.texts.contains(&name) => Some(Kind::Texts),
            None => {
                let known = keys.iter().map(|key| key.name);
                let finding = self
                    .about_key(Code::UnknownKey, at.key(name))
                    .nearest(name, known.chain(self.context.texts.iter().copied()));
                self.found.push(finding);
                None
            }
        }
    }

    /// Reports the required keys that a mapping lacks; at the top of a data file, as missing in the
    /// file, because its first line means nothing.
    fn report_missing(&mut self, mapping: &Mapping, keys: &[Key], at: Spot<'_>) {
        let is_missing =
            |key: &&Key| key.presence == Presence::Required && is_empty(mapping.get(key.name));
        for key in keys.iter().filter(is_missing) {
            let place = match at.is_top() && self.context.is_data {
                true => Place::file(self.yaml.source),
                false => self.place(at),
            };
            self.found
                .push(Diagnostic::new(Code::MissingKey, place).arg("key", key.name));
        }
    }

    /// Checks the known keys of a mapping that may have others. An empty value says nothing yet.
    fn open(&mut self, mapping: Mapping, kind: Kind, keys: &[Key], at: Spot<'_>) -> Mapping {
        let absent: Vec<&'static str> = keys
            .iter()
            .map(|key| key.name)
            .filter(|name| !mapping.contains_key(name))
            .collect();
        let mut checked = Mapping::with_capacity(mapping.len());
        for (key, value) in mapping {
            if self.is_full() {
                break;
            }
            let value = match key.as_str() {
                Some(name) if !is_empty(Some(&value)) => {
                    self.entry(value, (kind, keys, &absent), at.key(name))
                }
                _ => Some(value),
            };
            if let Some(value) = value {
                checked.insert(key, value);
            }
        }
        checked
    }

    /// Checks a value of an open mapping, given its known keys and those of them that are absent.
    fn entry(
        &mut self,
        value: Value,
        (kind, keys, absent): (Kind, &[Key], &[&'static str]),
        at: Spot<'_>,
    ) -> Option<Value> {
        if let Some(known) = keys
            .iter()
            .find(|known| known.name == at.name)
        {
            return self.value(value, known.kind, at);
        }
        if matches!(kind, Kind::Translated(_)) && self.is_language(at.name) {
            return self.words(value, keys, at);
        }
        self.report_slip(absent, at);
        Some(value)
    }

    /// Checks the translations into one language: the same keys again, none of them required.
    fn words(&mut self, value: Value, keys: &[Key], at: Spot<'_>) -> Option<Value> {
        match value {
            Value::Mapping(words) => {
                Some(Value::Mapping(self.open(words, Kind::Open(&[]), keys, at)))
            }
            _ => self.wrong(Kind::Open(&[]), at),
        }
    }

    /// Reports an unknown key that is probably a misspelling of an absent one.
    fn report_slip(&mut self, absent: &[&'static str], at: Spot<'_>) {
        let is_near =
            |known: &&&str| strsim::osa_distance(known, at.name) <= known.len() / LETTERS_PER_SLIP;
        if let Some(meant) = absent.iter().find(is_near) {
            let finding = self
                .about_key(Code::UnknownKey, at)
                .arg("near", meant);
            self.found.push(finding);
        }
    }

    fn by_language(&mut self, mapping: Mapping, kind: Kind, at: Spot<'_>) -> Mapping {
        let mut checked = Mapping::with_capacity(mapping.len());
        for (key, value) in mapping {
            if self.is_full() {
                break;
            }
            let code = scalar(&key)
                .unwrap_or_default()
                .into_owned();
            let at = at.key(&code);
            if !self.is_language(&code) {
                self.report_language(at);
            } else if super::is_nothing(&value) {
                checked.insert(key, value);
            } else if let Some(value) = self.value(value, kind, at) {
                checked.insert(key, value);
            }
        }
        checked
    }

    fn is_language(&self, code: &str) -> bool {
        self.context.languages.contains(&code)
    }

    fn report_language(&mut self, at: Spot<'_>) {
        let code = self
            .context
            .own
            .unwrap_or(Code::UnknownLanguage);
        let finding = Diagnostic::new(code, self.yaml.key_place(&at.steps()))
            .arg("value", at.name)
            .arg("known", self.context.languages.join(", "));
        self.found
            .push(match self.context.own {
                Some(_) => finding.arg("cause", "language"),
                None => finding,
            });
    }

    fn named(&mut self, mapping: Mapping, kind: Kind, at: Spot<'_>) -> Mapping {
        let mut checked = Mapping::with_capacity(mapping.len());
        for (name, value) in mapping {
            let Some(name) = scalar(&name).map(Cow::into_owned) else {
                continue;
            };
            // The name itself may say something.
            let is_name_alone = super::is_nothing(&value);
            match self.value(value, kind, at.key(&name)) {
                Some(value) => checked.insert(Value::String(name), value),
                None if is_name_alone => checked.insert(Value::String(name), Value::Null),
                None => None,
            };
        }
        checked
    }
}

/// Returns whether a value says nothing.
fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(Value::Sequence(items)) => items.is_empty(),
        Some(_) => false,
    }
}
