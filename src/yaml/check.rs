//! Checks a value against its kind: walks it along the tables of keys and reports all that does
//! not fit.

use std::borrow::Cow;

use serde_yaml::{Mapping, Value};

use super::{Context, Key, Kind, Presence, Step, Yaml, locate, slips};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Day;

/// The most texts in one list; the place of each is looked for from the start.
const MOST_TEXTS: usize = 1_000;

/// The most numbers and booleans that are looked for in the file, each from the start, to be taken
/// as they are written.
const MOST_LOOKUPS: usize = 1_000;

/// Of so many letters of a known key, one may be wrong in the slip of which it is reported.
const LETTERS_PER_SLIP: usize = 3;

/// Where a value is: the steps to it, and the key by which messages name it.
#[derive(Clone, Copy)]
pub(super) struct Spot<'s> {
    above: Option<&'s Spot<'s>>,
    step: Option<Step<'s>>,
    name: &'s str,
}

impl<'s> Spot<'s> {
    /// The top of a YAML text.
    pub(super) fn top(name: &'s str) -> Self {
        Self {
            above: None,
            step: None,
            name,
        }
    }

    fn key(&'s self, name: &'s str) -> Self {
        Self {
            above: Some(self),
            step: Some(Step::Key(name)),
            name,
        }
    }

    fn item(&'s self, at: usize) -> Self {
        Self {
            above: Some(self),
            step: Some(Step::Item(at)),
            name: self.name,
        }
    }

    fn is_top(&self) -> bool {
        self.step.is_none()
    }

    fn steps(&self) -> Vec<Step<'s>> {
        let mut steps = self.above.map_or_else(Vec::new, Self::steps);
        steps.extend(self.step);
        steps
    }
}

/// Checks values and gathers what does not fit.
pub(super) struct Checker<'y, 'f> {
    yaml: &'y Yaml<'y>,
    context: Context<'y>,
    found: &'f mut Vec<Diagnostic>,
    /// How many findings there may be in the end.
    most: usize,
    /// How many more scalars may be looked for in the file.
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
            lookups: MOST_LOOKUPS,
        }
    }

    /// Checks a value; none for one that does not fit.
    pub(super) fn value(&mut self, value: Value, kind: Kind, at: Spot<'_>) -> Option<Value> {
        match kind {
            Kind::Any => Some(value),
            // A key with nothing behind it holds nothing yet.
            Kind::Map(_) | Kind::Named(_) if value.is_null() => {
                Some(Value::Mapping(Mapping::new()))
            }
            _ if value.is_null() => None,
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

    fn scalar(&mut self, value: Value, kind: Kind, at: Spot<'_>) -> Option<Value> {
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
        self.found
            .push(self.yaml.no_day(at.name, &text, &at.steps()));
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

    fn one_or_more_texts(&mut self, value: Value, at: Spot<'_>) -> Option<Value> {
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

    /// Checks the items of a list; in the place of one that does not fit is nothing, so that the
    /// others keep their positions.
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

    /// Checks a value by the first kind that has its shape. It fits as a whole or not at all, and
    /// that is reported once.
    fn either(&mut self, value: Value, kinds: &'static [Kind], at: Spot<'_>) -> Option<Value> {
        let Some(kind) = kinds.iter().find(|kind| kind.has_shape_of(&value)) else {
            return self.wrong(Kind::Either(kinds), at);
        };
        let before = self.found.len();
        let checked = self.value(value, *kind, at);
        let fits = self.found.len() == before;
        self.found.truncate(before + 1);
        checked.filter(|_| fits)
    }

    /// Checks what is in a mapping of one of the kinds.
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

    pub(super) fn map(&mut self, mapping: Mapping, keys: &[Key], at: Spot<'_>) -> Mapping {
        let mut checked = Mapping::with_capacity(mapping.len());
        for (name, value) in mapping {
            if self.is_full() {
                break;
            }
            let name = scalar(&name).unwrap_or_default().into_owned();
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

    /// Returns what the value of a key must be; a key that must not be there is reported.
    fn kind_of(&mut self, name: &str, keys: &[Key], at: Spot<'_>) -> Option<Kind> {
        match keys.iter().find(|key| key.name == name) {
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
    /// file, whose first line is of no meaning.
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

    /// Checks the known keys of a mapping that may have others. What is empty says nothing yet.
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

    /// Checks a value of an open mapping, of which the known keys are given, and those of them that
    /// are not there.
    fn entry(
        &mut self,
        value: Value,
        (kind, keys, absent): (Kind, &[Key], &[&'static str]),
        at: Spot<'_>,
    ) -> Option<Value> {
        if let Some(known) = keys.iter().find(|known| known.name == at.name) {
            return self.value(value, known.kind, at);
        }
        if matches!(kind, Kind::Translated(_)) && self.is_language(at.name) {
            return self.words(value, keys, at);
        }
        self.report_slip(absent, at);
        Some(value)
    }

    /// Checks the words of a language: the same keys again, of which none is required.
    fn words(&mut self, value: Value, keys: &[Key], at: Spot<'_>) -> Option<Value> {
        match value {
            Value::Mapping(words) => {
                Some(Value::Mapping(self.open(words, Kind::Open(&[]), keys, at)))
            }
            _ => self.wrong(Kind::Open(&[]), at),
        }
    }

    /// Reports an unknown key if it is most likely a known one that is not there.
    fn report_slip(&mut self, absent: &[&'static str], at: Spot<'_>) {
        let is_near =
            |known: &&&str| strsim::osa_distance(known, at.name) <= known.len() / LETTERS_PER_SLIP;
        if let Some(meant) = absent.iter().find(is_near) {
            let finding = self.about_key(Code::UnknownKey, at).arg("near", meant);
            self.found.push(finding);
        }
    }

    fn by_language(&mut self, mapping: Mapping, kind: Kind, at: Spot<'_>) -> Mapping {
        let mut checked = Mapping::with_capacity(mapping.len());
        for (key, value) in mapping {
            if self.is_full() {
                break;
            }
            let code = scalar(&key).unwrap_or_default().into_owned();
            let at = at.key(&code);
            if !self.is_language(&code) {
                self.report_language(at);
            } else if value.is_null() {
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
        let code = self.context.own.unwrap_or(Code::UnknownLanguage);
        let finding = Diagnostic::new(code, self.yaml.key_place(&at.steps()))
            .arg("value", at.name)
            .arg("known", self.context.languages.join(", "));
        self.found.push(match self.context.own {
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
            if let Some(value) = self.value(value, kind, at.key(&name)) {
                checked.insert(Value::String(name), value);
            }
        }
        checked
    }

    fn is_full(&self) -> bool {
        self.found.len() >= self.most
    }

    /// Reports a value of another type.
    pub(super) fn wrong<T>(&mut self, kind: Kind, at: Spot<'_>) -> Option<T> {
        let finding = self.own_misfit(at, "entry").unwrap_or_else(|| {
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

    /// Makes the finding of a file that has a code of its own for what does not fit, at the entry
    /// of a language.
    fn own_misfit(&self, at: Spot<'_>, cause: &str) -> Option<Diagnostic> {
        let code = self.context.own?;
        let mut steps = at.steps();
        steps.truncate(2);
        let cause = if steps.is_empty() { "language" } else { cause };
        Some(Diagnostic::new(code, self.yaml.place(&steps)).arg("cause", cause))
    }

    /// Makes a finding about a key itself.
    fn about_key(&self, code: Code, at: Spot<'_>) -> Diagnostic {
        Diagnostic::new(code, self.yaml.key_place(&at.steps())).arg("key", at.name)
    }

    fn place(&self, at: Spot<'_>) -> Place {
        self.yaml.place(&at.steps())
    }

    /// Returns a scalar as its author wrote it, so that `title: 1.10` keeps its zero; as it is read
    /// where it cannot be located.
    fn written(&mut self, value: &Value, at: Spot<'_>) -> String {
        let read = || scalar(value).unwrap_or_default().into_owned();
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

/// Returns what a scalar says; none for lists and mappings.
fn scalar(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(flag) => Some(Cow::Borrowed(if *flag { "true" } else { "false" })),
        Value::Null => Some(Cow::Borrowed("")),
        Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => None,
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
