//! The glossary: `data/glossary.yaml`, the words that a site explains, one list per language.
//! `render` finds where texts use them.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language;
use crate::yaml::{Fields, Key, Kind, Step};

use super::form::{Form, Reading, Schema};

/// The name of the data file.
pub(crate) const NAME: &str = "glossary";

/// The keys of an entry.
const ENTRY: &[Key] = &[
    Key::required("term", Kind::Text),
    Key::optional("also", Kind::Texts),
    Key::required("meaning", Kind::Text),
];

/// The glossaries, by language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Glossaries(BTreeMap<String, Glossary>);

/// The glossary of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Glossary {
    /// Its entries in the order of the file.
    pub(crate) entries: Vec<Explained>,
    /// The positions of the entries in the file, by identifier.
    positions: BTreeMap<String, usize>,
}

/// An entry: a word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Explained {
    /// Its identifier on the page of the glossary.
    pub(crate) id: String,
    /// The word.
    pub(crate) term: String,
    /// Its other forms in texts.
    pub(crate) also: Vec<String>,
    /// The explanation.
    pub(crate) meaning: String,
}

impl Glossaries {
    /// Returns the glossary of a language.
    pub(crate) fn of(&self, code: &str) -> Option<&Glossary> {
        self.0.get(code)
    }
}

impl Glossary {
    /// Returns whether an entry has this identifier.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.positions.contains_key(id)
    }

    /// Returns the identifiers, sorted.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.positions
            .keys()
            .map(String::as_str)
    }
}

impl Form for Glossaries {
    const SCHEMA: Schema = Schema {
        name: NAME,
        kind: Kind::ByLanguage(&Kind::List(&Kind::Open(ENTRY))),
        own: None,
    };

    fn read(mut fields: Fields, reading: &mut Reading<'_>) -> Self {
        let mut glossaries = BTreeMap::new();
        for code in fields.names() {
            if let Some(entries) = fields.maps(&code) {
                let glossary = Glossary::read(&code, entries, reading);
                glossaries.insert(code, glossary);
            }
        }
        Self(glossaries)
    }
}

impl Glossary {
    fn read(code: &str, entries: Vec<Fields>, reading: &mut Reading<'_>) -> Self {
        let mut glossary = Self::default();
        for (position, fields) in entries.into_iter().enumerate() {
            if reading.is_full() {
                break;
            }
            if let Some(entry) = Explained::read(code, fields) {
                let place = |position| {
                    let item = Step::Item(position);
                    reading.place(&[Step::Key(code), item, Step::Key("term")])
                };
                let finding = glossary.add(entry, position, place);
                reading.found.extend(finding);
            }
        }
        glossary
    }

    /// Adds an entry, or reports that its identifier is empty or taken. `place` is that of the
    /// word.
    fn add(
        &mut self,
        entry: Explained,
        position: usize,
        place: impl Fn(usize) -> Place,
    ) -> Option<Diagnostic> {
        if entry.id.is_empty() {
            let finding = Diagnostic::new(Code::EmptySlug, place(position));
            return Some(finding.arg("value", &entry.term));
        }
        if let Some(first) = self.positions.get(&entry.id) {
            let finding = Diagnostic::new(Code::WordTwice, place(position))
                .arg("term", &entry.term)
                .related(place(*first));
            return Some(finding);
        }
        self.positions
            .insert(entry.id.clone(), position);
        self.entries.push(entry);
        None
    }
}

impl Explained {
    /// Reads an entry, if it is complete.
    fn read(code: &str, mut fields: Fields) -> Option<Self> {
        let term = fields.text("term")?;
        Some(Self {
            id: language::slug(&term, code),
            also: fields.texts("also"),
            meaning: fields.text("meaning")?,
            term,
        })
    }
}
