//! Data files: `data/<name>.yaml`, each read once. Templates see any of them as `data.<name>`;
//! those that pakt itself uses have a `Schema` and a typed value, and misfits are reported.
//!
//! A new data file is a file in `src/data/` that implements `Form`, and a line in `FORMS`. Read
//! its value with `Data::get`; the messages `data-<name>-<key>` describe its keys.

mod accessibility;
mod files;
mod form;
mod glossary;
mod synonyms;

use std::fmt;
use std::sync::Arc;

use tera::value::Key;
use tera::{Map, Value};

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Place, Rules, settled};
use crate::source::{Content, Source, Tree};
use crate::yaml::{Context, Fields, Yaml};

pub(crate) use accessibility::{EVIDENCE, NAME as STATEMENT, Statement, plain};
pub(crate) use files::{file, is_file_name};
use form::{AnyForm, Reading, Typed, form};
pub(crate) use form::{Form, Schema};
pub(crate) use glossary::{Explained, Glossaries, Glossary, NAME as GLOSSARY};
pub(crate) use synonyms::{NAME as SYNONYMS, Synonym, Synonyms};

/// The data files that pakt itself uses.
const FORMS: &[AnyForm] = &[
    form::<Statement>(),
    form::<Glossaries>(),
    form::<Synonyms>(),
];

/// The most findings in one file, since locating each searches from the start; an author with more
/// fixes these first.
const MOST_FINDINGS: usize = 100;

/// The data files of a site: all as they are, or each in its last good version.
#[derive(Clone)]
pub struct Data {
    /// In order of path.
    files: Vec<File>,
    /// All of them, as templates see them.
    value: Value,
    /// What is wrong with files that are not in the list.
    found: Vec<Diagnostic>,
}

/// The result of reading a data file.
#[derive(Clone, Default)]
struct File {
    name: String,
    /// The file as templates see it.
    value: Option<Value>,
    /// The value that pakt itself uses.
    typed: Option<Typed>,
    /// Why it is unreadable.
    unreadable: Vec<Diagnostic>,
    /// What does not fit its form.
    misfits: Vec<Diagnostic>,
}

/// Returns the schemas of the data files that pakt itself uses, in order of name.
pub(crate) fn schemas() -> impl Iterator<Item = &'static Schema> {
    FORMS.iter().map(|form| &form.schema)
}

impl Data {
    /// Reads all data files. If two have the same name, the first counts.
    pub(crate) fn read(tree: &Tree, config: &Config) -> Self {
        let mut files = Vec::new();
        let mut found = Vec::new();
        for (name, source) in files::in_order(tree) {
            match file(tree, name).filter(|first| first.id != source.id) {
                Some(first) => found.push(
                    Diagnostic::new(Code::DataTwice, Place::file(&source.id))
                        .arg("name", name)
                        .related(Place::file(&first.id)),
                ),
                None => files.push(File::read(name, source, config)),
            }
        }
        Self::of(files, found)
    }

    fn of(files: Vec<File>, found: Vec<Diagnostic>) -> Self {
        let value = |file: &File| {
            let value = file
                .value
                .clone()
                .unwrap_or_else(Value::none);
            (Key::String(file.name.as_str().into()), value)
        };
        Self {
            value: Value::from(
                files
                    .iter()
                    .map(value)
                    .collect::<Map>(),
            ),
            files,
            found,
        }
    }

    /// Returns the same files, with the last good version of those that have errors.
    #[must_use]
    pub(crate) fn or_last_good(&self, last: &Self) -> Self {
        let files = self.files.iter();
        Self::of(
            files
                .map(|file| match last.file(&file.name) {
                    Some(last) => file.or_last_good(last),
                    None => file.clone(),
                })
                .collect(),
            Vec::new(),
        )
    }

    /// Returns all files as templates see them, by name.
    pub(crate) fn value(&self) -> &Value {
        &self.value
    }

    /// Returns what pakt itself uses of a file, if it exists.
    pub(crate) fn get<F: Form>(&self) -> Option<&F> {
        self.file(F::SCHEMA.name)?
            .typed
            .as_ref()?
            .downcast_ref()
    }

    /// Returns what is wrong with the files. A file that does not fit its form is reported only if
    /// something uses it.
    pub(crate) fn findings(&self, is_used: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let mut found = self.found.clone();
        for file in &self.files {
            found.extend(file.unreadable.iter().cloned());
            if is_used(&file.name) {
                found.extend(file.misfits.iter().cloned());
            }
        }
        found
    }

    fn file(&self, name: &str) -> Option<&File> {
        self.files
            .iter()
            .find(|file| file.name == name)
    }
}

impl Default for Data {
    fn default() -> Self {
        Self::of(Vec::new(), Vec::new())
    }
}

impl fmt::Debug for Data {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("Data")
            .field(&self.value)
            .finish()
    }
}

impl File {
    fn read(name: &str, source: &Source, config: &Config) -> Self {
        let mut file = Self {
            name: name.to_owned(),
            ..Self::default()
        };
        match readable(source) {
            Ok((yaml, read)) => file.take(yaml, read, config),
            Err(finding) => file.unreadable.push(finding),
        }
        file
    }

    /// Takes the content of a file. An empty file says nothing yet, so it need not fit.
    fn take(&mut self, yaml: Yaml<'_>, read: serde_yaml::Value, config: &Config) {
        let form = FORMS
            .iter()
            .find(|form| form.schema.name == self.name);
        match form.filter(|_| read != serde_yaml::Value::Null) {
            Some(form) => self.check(yaml, read, form, config),
            None => self.value = Some(Value::from_serializable(&read)),
        }
        self.misfits
            .extend(yaml.cut_by_comments());
        self.misfits.extend(yaml.strange());
    }

    /// Checks the content. Templates see a file that fits in its checked form, with texts and lists
    /// where they must be; any other file as written.
    fn check(&mut self, yaml: Yaml<'_>, read: serde_yaml::Value, form: &AnyForm, config: &Config) {
        let Schema { name, kind, own } = form.schema;
        let languages: Vec<&str> = config
            .languages
            .iter()
            .map(|known| &*known.code)
            .collect();
        let context = Context {
            languages: &languages,
            is_data: true,
            own,
            most: MOST_FINDINGS,
            ..Context::default()
        };
        let mut found = Vec::new();
        let checked = yaml.checked((name, read.clone()), kind, context, &mut found);
        let seen = checked
            .as_ref()
            .filter(|_| found.is_empty());
        self.value = Some(Value::from_serializable(seen.unwrap_or(&read)));
        let mut reading = Reading {
            yaml,
            config,
            found,
        };
        let fields = checked.and_then(Fields::of);
        self.typed = fields.map(|fields| (form.read)(fields, &mut reading));
        self.misfits = settled(reading.found, Rules::of(&config.severities));
    }

    /// Returns the file; if it has errors, in its last good version as far as there is one.
    fn or_last_good(&self, last: &Self) -> Self {
        let is_readable = self.unreadable.is_empty();
        let fits = is_readable
            && !self
                .misfits
                .iter()
                .any(Diagnostic::is_error);
        Self {
            name: self.name.clone(),
            value: if is_readable {
                &self.value
            } else {
                &last.value
            }
            .clone(),
            typed: match &last.typed {
                Some(last) if !fits => Some(Arc::clone(last)),
                _ => self.typed.clone(),
            },
            ..Self::default()
        }
    }
}

fn readable(source: &Source) -> Result<(Yaml<'_>, serde_yaml::Value), Diagnostic> {
    if let Content::Unusable(why) = &source.content {
        return Err(Diagnostic::unusable(&source.id, why));
    }
    let yaml = Yaml::of(source)?;
    Ok((yaml, yaml.read()?))
}
