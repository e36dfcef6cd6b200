//! The glossary: `data/glossary.yaml`, the words that a site explains, a list for each language.
//! Where texts use them is found in `render`.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};

use super::Language;
use crate::diagnostic::{Code, Diagnostic};
use crate::language;
use crate::source::Source;
use crate::yaml::{Step, Yaml};

/// The data file of the glossary.
pub const GLOSSARY: &str = "glossary";

/// The most findings; who has more begins with these. The place of each is looked for from the
/// start.
const MOST_FINDINGS: usize = 100;

/// The glossaries by the languages of a site.
pub type Glossaries = BTreeMap<String, Glossary>;

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// The words in the order of the file.
    pub words: Vec<Explained>,
    /// The item of the file in which each identifier is.
    items: BTreeMap<String, usize>,
}

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Its identifier on the page of the glossary.
    pub id: String,
    /// The word.
    pub term: String,
    /// Its other forms in texts.
    pub also: Vec<String>,
    /// What it means.
    pub meaning: String,
}

impl Glossary {
    /// Returns whether an identifier is that of a word.
    pub fn has(&self, id: &str) -> bool {
        self.items.contains_key(id)
    }

    /// Returns the identifiers in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.items.keys().map(String::as_str)
    }
}

/// Reads the glossaries of a site's languages; what cannot be used is reported and left out.
pub fn glossaries(
    source: &Source,
    languages: &[Language],
    found: &mut Vec<Diagnostic>,
) -> Glossaries {
    let text = std::str::from_utf8(source.bytes()).unwrap_or_default();
    let stripped = text.trim_start_matches('\u{feff}');
    let yaml = Yaml {
        source: &source.id,
        hash: source.hash,
        text: stripped,
        offset: text.len() - stripped.len(),
    };
    let mut reader = Reader {
        yaml,
        found: Vec::new(),
    };
    // What is no YAML, or no UTF-8, is reported by who reads all data files.
    let groups = match yaml.value(&mut Vec::new()) {
        Some(Value::Mapping(groups)) => groups,
        Some(Value::Null) | None => Mapping::new(),
        Some(_) => {
            reader.wrong("glossary", "map", &[]);
            Mapping::new()
        }
    };
    let mut glossaries = Glossaries::new();
    for (key, entries) in &groups {
        let code = key.as_str().unwrap_or_default();
        let Some(language) = languages.iter().find(|language| &*language.code == code) else {
            let known: Vec<&str> = languages.iter().map(|language| &*language.code).collect();
            let finding =
                Diagnostic::new(Code::UnknownLanguage, yaml.key_place(&[Step::Key(code)]))
                    .arg("value", code);
            reader.found.push(finding.arg("known", known.join(", ")));
            continue;
        };
        match entries {
            Value::Sequence(entries) => {
                drop(glossaries.insert(code.to_owned(), reader.glossary(&language.code, entries)))
            }
            Value::Null => {}
            _ => reader.wrong(code, "list", &[Step::Key(code)]),
        }
    }
    found.append(&mut reader.found);
    glossaries
}

/// Reads entries and gathers findings.
struct Reader<'a> {
    yaml: Yaml<'a>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn glossary(&mut self, code: &str, entries: &[Value]) -> Glossary {
        let mut glossary = Glossary::default();
        for (item, entry) in entries.iter().enumerate() {
            if self.found.len() >= MOST_FINDINGS {
                break;
            }
            let path = [Step::Key(code), Step::Item(item)];
            let Some(word) = self.word(code, entry, &path) else {
                continue;
            };
            if let Some(first) = glossary.items.get(&word.id) {
                let place = self.yaml.place(&[path[0], path[1], Step::Key("term")]);
                let mut finding = Diagnostic::new(Code::WordTwice, place).arg("term", &word.term);
                finding.related.push(self.yaml.place(&[
                    path[0],
                    Step::Item(*first),
                    Step::Key("term"),
                ]));
                self.found.push(finding);
                continue;
            }
            glossary.items.insert(word.id.clone(), item);
            glossary.words.push(word);
        }
        glossary
    }

    fn word(&mut self, code: &str, entry: &Value, path: &[Step<'_>; 2]) -> Option<Explained> {
        let Value::Mapping(entry) = entry else {
            self.wrong(code, "map", path);
            return None;
        };
        let (term, meaning) = (
            self.needed(entry, "term", path),
            self.needed(entry, "meaning", path),
        );
        let also = self.also(entry, path);
        let (term, meaning) = (term?, meaning?);
        let id = language::slug(&term, code);
        if id.is_empty() {
            let place = self.yaml.place(&[path[0], path[1], Step::Key("term")]);
            self.found
                .push(Diagnostic::new(Code::EmptySlug, place).arg("value", &term));
            return None;
        }
        Some(Explained {
            id,
            term,
            also,
            meaning,
        })
    }

    fn needed(&mut self, entry: &Mapping, key: &str, path: &[Step<'_>; 2]) -> Option<String> {
        let text = entry.get(key).and_then(text);
        match entry.get(key) {
            Some(Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_)) => {
                self.wrong(key, "text", &[path[0], path[1], Step::Key(key)])
            }
            _ if text.is_none() => self
                .found
                .push(Diagnostic::new(Code::MissingKey, self.yaml.place(path)).arg("key", key)),
            _ => {}
        }
        text
    }

    /// Reads the other forms; a single text is a list of one.
    fn also(&mut self, entry: &Mapping, path: &[Step<'_>; 2]) -> Vec<String> {
        let forms: Option<Vec<String>> = match entry.get("also") {
            None | Some(Value::Null) => Some(Vec::new()),
            Some(Value::Sequence(forms)) => forms.iter().map(text).collect(),
            Some(form) => text(form).map(|form| vec![form]),
        };
        if forms.is_none() {
            self.wrong("also", "list", &[path[0], path[1], Step::Key("also")]);
        }
        forms.unwrap_or_default()
    }

    fn wrong(&mut self, key: &str, expected: &str, path: &[Step<'_>]) {
        self.found.push(
            Diagnostic::new(Code::WrongType, self.yaml.place(path))
                .arg("key", key)
                .arg("expected", expected),
        );
    }
}

/// Returns what a text or number says, if it says anything.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
