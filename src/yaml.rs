//! YAML as people write it: read into checked fields, every slip a located diagnostic with its
//! mend. What the keys mean is told by a table of [`Key`]s; who reads the fields decides what they
//! are for.

mod locate;
mod slips;

use std::borrow::Cow;

use serde_yaml::{Mapping, Value};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Day;
use crate::source::{Hash, SourceId, Span};

pub(crate) use locate::Step;
pub(crate) use slips::{cut_by_comment, quoted};

/// The longest YAML that pakt reads, in bytes: a front matter of a few lines and settings of a few
/// pages are far below.
const LONGEST: usize = 1 << 20;

/// The deepest nesting of brackets and braces, as of the YAML library itself, whose scanner takes
/// the square of the depth before it tells.
const DEEPEST: usize = 128;

/// The most texts in one list; the place of each is looked for from the start.
const MOST_TEXTS: usize = 1_000;

/// The most findings of one mapping; who has more begins with these.
const MOST_FINDINGS: usize = 200;

/// One key that a mapping may have.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What its value must be.
    pub kind: Kind,
    /// Who must or may have it.
    pub presence: Presence,
}

impl Key {
    /// Makes a key that may be left out.
    pub(crate) const fn optional(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            presence: Presence::Optional,
        }
    }
}

/// Where a key may or must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It may be left out.
    Optional,
    /// It must be there.
    Required,
    /// It may stand in the `_index.md` of a section only.
    IndexOnly,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text; a number or boolean is taken as it is written.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A day as `2026-12-01`.
    Day,
    /// A list of texts; a single text is a list of one.
    Texts,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A mapping with these keys.
    Map(&'static [Key]),
    /// A mapping from names of the author's choice to values of one kind.
    Named(&'static Kind),
    /// Anything.
    Any,
}

/// A YAML text within a source file.
#[derive(Clone, Copy, Debug)]
pub struct Yaml<'a> {
    /// The file.
    pub source: &'a SourceId,
    /// The hash of its content.
    pub hash: Hash,
    /// The YAML.
    pub text: &'a str,
    /// Where the YAML starts in the file, in bytes.
    pub offset: usize,
}

/// The checked values of a mapping. Reading one takes it out.
#[derive(Clone, Debug, Default)]
pub struct Fields(Mapping);

impl<'a> Yaml<'a> {
    /// Reads a mapping with `keys`; what cannot be used is reported and left out.
    pub fn fields(&self, keys: &[Key], context: Context, found: &mut Vec<Diagnostic>) -> Fields {
        let Some(mapping) = self.mapping(found) else {
            return Fields::default();
        };
        let mut path = Vec::new();
        let most = found.len() + MOST_FINDINGS;
        let mut checker = Checker {
            yaml: self,
            context,
            found,
            most,
        };
        Fields(checker.mapping(mapping, keys, &mut path))
    }

    /// Reads a value of any shape, for data files.
    pub fn value(&self, found: &mut Vec<Diagnostic>) -> Option<Value> {
        if self.text.len() > LONGEST {
            found.push(Diagnostic::new(
                Code::YamlTooComplex,
                Place::file(self.source),
            ));
            return None;
        }
        if let Some(at) = too_deep(self.text) {
            let place = Place::at(self.source, Span::new(at..at + 1).shifted(self.offset));
            found.push(Diagnostic::new(Code::YamlTooComplex, place));
            return None;
        }
        match serde_yaml::from_str(self.text) {
            Ok(value) => Some(value),
            Err(error) => {
                found.push(slips::explain(self, &error));
                None
            }
        }
    }

    /// Points at the key that `path` leads to.
    pub(crate) fn key_place(&self, path: &[Step<'_>]) -> Place {
        Place::at(
            self.source,
            Span::new(locate::key(self.text, path)).shifted(self.offset),
        )
    }

    /// Points at the value that `path` leads to.
    pub(crate) fn place(&self, path: &[Step<'_>]) -> Place {
        Place::at(self.source, self.span(path))
    }

    pub(crate) fn span(&self, path: &[Step<'_>]) -> Span {
        Span::new(locate::value(self.text, path)).shifted(self.offset)
    }

    /// Makes the finding that the value of `key` is no day; one in the Czech order comes with the
    /// right one.
    pub(crate) fn no_day(&self, key: &str, value: &str, path: &[Step<'_>]) -> Diagnostic {
        let finding = |code| {
            Diagnostic::new(code, self.place(path))
                .arg("key", key)
                .arg("value", value)
        };
        match slips::czech_day(value) {
            Some(day) => finding(Code::CzechDate).certain_fix(self.hash, day.to_string()),
            None => finding(Code::NoSuchDay),
        }
    }

    fn mapping(&self, found: &mut Vec<Diagnostic>) -> Option<Mapping> {
        match self.value(found)? {
            Value::Mapping(mapping) => Some(mapping),
            Value::Null => Some(Mapping::new()),
            _ => {
                let whole = Span::new(0..self.text.trim_end().len()).shifted(self.offset);
                found.push(
                    slips::first_unspaced(self)
                        .unwrap_or_else(|| wrong_type(Place::at(self.source, whole), "", "map")),
                );
                None
            }
        }
    }
}

/// Who owns a mapping, as far as its keys depend on it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// Keys of texts beside those of the table: the site's taxonomies.
    pub texts: &'a [&'a str],
    /// Whether the file is the `_index.md` of a section.
    pub index: bool,
}

/// Walks a mapping along its table of keys.
struct Checker<'a, 'f> {
    yaml: &'a Yaml<'a>,
    context: Context<'a>,
    found: &'f mut Vec<Diagnostic>,
    /// How many findings there may be in the end.
    most: usize,
}

impl<'a> Checker<'a, '_> {
    fn mapping<'k>(&mut self, mapping: Mapping, keys: &[Key], path: &mut Vec<Step<'k>>) -> Mapping {
        let top = path.is_empty();
        let mut checked = Mapping::with_capacity(mapping.len());
        for (name, value) in mapping {
            if self.found.len() >= self.most {
                break;
            }
            let name = scalar(&name).unwrap_or_default().into_owned();
            let kind = match keys.iter().find(|key| key.name == name) {
                Some(key) if key.presence == Presence::IndexOnly && !self.context.index => {
                    self.report(Code::KeyOnlyInIndex, path, &name, |finding| finding);
                    continue;
                }
                Some(key) => key.kind,
                None if top && self.context.texts.contains(&name.as_str()) => Kind::Texts,
                None => {
                    let known: Vec<&str> = keys
                        .iter()
                        .map(|key| key.name)
                        .chain(self.context.texts.iter().copied())
                        .collect();
                    self.report(Code::UnknownKey, path, &name, |finding| {
                        finding.nearest(&name, known)
                    });
                    continue;
                }
            };
            if let Some(value) = self.below(value, kind, &name, path) {
                checked.insert(Value::String(name), value);
            }
        }
        for key in keys
            .iter()
            .filter(|key| key.presence == Presence::Required && is_missing(&checked, key.name))
        {
            let place = self.yaml.place(path);
            self.found
                .push(Diagnostic::new(Code::MissingKey, place).arg("key", key.name));
        }
        checked
    }

    /// Checks the value of `name` in the mapping at `path`.
    fn below(&mut self, value: Value, kind: Kind, name: &str, path: &[Step<'_>]) -> Option<Value> {
        let mut path: Vec<Step<'_>> = path.to_vec();
        path.push(Step::Key(name));
        self.value(value, kind, name, &mut path)
    }

    fn value(
        &mut self,
        value: Value,
        kind: Kind,
        name: &str,
        path: &mut Vec<Step<'_>>,
    ) -> Option<Value> {
        match (kind, value) {
            (Kind::Any, value) => Some(value),
            // A key with nothing behind it holds nothing yet.
            (Kind::Map(_) | Kind::Named(_), Value::Null) => Some(Value::Mapping(Mapping::new())),
            (_, Value::Null) => None,
            (Kind::Text, Value::String(text)) => Some(Value::String(text)),
            (Kind::Text, value @ (Value::Number(_) | Value::Bool(_))) => {
                Some(Value::String(self.written(&value, path)))
            }
            (Kind::Number, Value::Number(number)) if number.is_i64() => Some(Value::Number(number)),
            (Kind::Boolean, Value::Bool(flag)) => Some(Value::Bool(flag)),
            (Kind::Boolean, Value::String(word)) => self.boolean_in_words(name, &word, path),
            (Kind::Day, Value::String(text)) => self.day(name, &text, path),
            (Kind::Texts, Value::Sequence(items)) if items.len() > MOST_TEXTS => {
                self.found
                    .push(Diagnostic::new(Code::YamlTooComplex, self.yaml.place(path)));
                None
            }
            (Kind::Texts, Value::Sequence(items)) => Some(self.texts(items, name, path)),
            (Kind::Texts, value) => match scalar(&value) {
                Some(_) => self
                    .value(value, Kind::Text, name, path)
                    .map(|text| Value::Sequence(vec![text])),
                None => self.wrong(Kind::Texts, name, path),
            },
            (Kind::OneOf(known), Value::String(text)) if known.contains(&text.as_str()) => {
                Some(Value::String(text))
            }
            (Kind::OneOf(known), value) => match scalar(&value) {
                Some(text) => {
                    let finding = Diagnostic::new(Code::UnknownValue, self.yaml.place(path))
                        .arg("key", name)
                        .arg("value", &text);
                    self.found.push(
                        finding
                            .arg("known", known.join(", "))
                            .nearest(&text, known.iter().copied()),
                    );
                    None
                }
                None => self.wrong(Kind::Text, name, path),
            },
            (Kind::Map(keys), Value::Mapping(mapping)) => {
                Some(Value::Mapping(self.mapping(mapping, keys, path)))
            }
            (Kind::Named(kind), Value::Mapping(mapping)) => {
                Some(Value::Mapping(self.named(mapping, *kind, path)))
            }
            (kind, _) => self.wrong(kind, name, path),
        }
    }

    fn named(&mut self, mapping: Mapping, kind: Kind, path: &[Step<'_>]) -> Mapping {
        let mut checked = Mapping::with_capacity(mapping.len());
        for (name, value) in mapping {
            let Some(name) = scalar(&name).map(Cow::into_owned) else {
                continue;
            };
            if let Some(value) = self.below(value, kind, &name, path) {
                checked.insert(Value::String(name), value);
            }
        }
        checked
    }

    fn texts(&mut self, items: Vec<Value>, name: &str, path: &mut Vec<Step<'_>>) -> Value {
        let mut texts = Vec::with_capacity(items.len());
        for (at, item) in items.into_iter().enumerate() {
            path.push(Step::Item(at));
            texts.extend(self.value(item, Kind::Text, name, path));
            path.pop();
        }
        Value::Sequence(texts)
    }

    fn boolean_in_words(&mut self, name: &str, word: &str, path: &[Step<'_>]) -> Option<Value> {
        match slips::boolean(word) {
            Some(flag) => {
                let finding = Diagnostic::new(Code::NotBoolean, self.yaml.place(path))
                    .arg("key", name)
                    .arg("value", word);
                self.found
                    .push(finding.certain_fix(self.yaml.hash, flag.to_string()));
                None
            }
            None => self.wrong(Kind::Boolean, name, path),
        }
    }

    fn day(&mut self, name: &str, text: &str, path: &[Step<'_>]) -> Option<Value> {
        if Day::parse(text).is_some() {
            return Some(Value::String(text.to_owned()));
        }
        self.found.push(self.yaml.no_day(name, text, path));
        None
    }

    fn wrong(&mut self, kind: Kind, name: &str, path: &[Step<'_>]) -> Option<Value> {
        self.found
            .push(wrong_type(self.yaml.place(path), name, kind.name()));
        None
    }

    /// Reports a finding about the key `name` itself.
    fn report(
        &mut self,
        code: Code,
        path: &[Step<'_>],
        name: &str,
        finish: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let mut path: Vec<Step<'_>> = path.to_vec();
        path.push(Step::Key(name));
        self.found.push(finish(
            Diagnostic::new(code, self.yaml.key_place(&path)).arg("key", name),
        ));
    }

    /// Returns a scalar as its author wrote it, so that `title: 1.10` keeps its zero; as it is read
    /// where it cannot be located.
    fn written(&self, value: &Value, path: &[Step<'_>]) -> String {
        let text = &self.yaml.text[locate::value(self.yaml.text, path)];
        let is_it = serde_yaml::from_str::<Value>(text).is_ok_and(|located| located == *value);
        if is_it {
            text.to_owned()
        } else {
            scalar(value).unwrap_or_default().into_owned()
        }
    }
}

impl Kind {
    /// Returns the word by which messages name the kind.
    fn name(self) -> &'static str {
        match self {
            Self::Text | Self::OneOf(_) | Self::Any => "text",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Day => "date",
            Self::Texts => "list",
            Self::Map(_) | Self::Named(_) => "map",
        }
    }
}

impl Fields {
    /// Takes a text; empty texts count as missing.
    pub fn text(&mut self, key: &str) -> Option<String> {
        match self.0.remove(key)? {
            Value::String(text) if !text.trim().is_empty() => Some(text),
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
        match self.0.remove(key) {
            Some(Value::Sequence(items)) => items
                .into_iter()
                .filter_map(|item| item.as_str().map(str::to_owned))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Takes a mapping.
    pub fn map(&mut self, key: &str) -> Self {
        match self.0.remove(key) {
            Some(Value::Mapping(mapping)) => Self(mapping),
            _ => Self::default(),
        }
    }

    /// Takes a value as it is.
    pub fn value(&mut self, key: &str) -> Option<Value> {
        self.0.remove(key)
    }

    /// Returns the names of what is left, as they are ordered in the file.
    pub fn names(&self) -> Vec<String> {
        self.0
            .keys()
            .filter_map(|key| key.as_str().map(str::to_owned))
            .collect()
    }
}

/// Returns the byte at which brackets and braces are nested too deep; those in texts count as well,
/// being mostly in pairs.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
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

fn is_missing(mapping: &Mapping, key: &str) -> bool {
    match mapping.get(key) {
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(value) => value.is_null(),
        None => true,
    }
}

fn wrong_type(place: Place, key: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(Code::WrongType, place)
        .arg("key", key)
        .arg("expected", expected)
}
