//! Synonyms: `data/synonyms.yaml`, by which the search finds what people call by other words than
//! the pages. What they do to an index is told in `site`.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::Language;
use crate::diagnostic::{Code, Diagnostic};
use crate::language;
use crate::source::Source;
use crate::yaml::{Step, Yaml};

/// The data file of the synonyms.
pub const SYNONYMS: &str = "synonyms";

/// The most words in one list; in a list of equal words, every one finds every other.
const MOST_IN_LIST: usize = 30;

/// The most synonyms of a language: more than a large dictionary has.
const MOST: usize = 50_000;

/// The most findings; who has more begins with these.
const MOST_FINDINGS: usize = 100;

/// The synonyms by the languages of a site.
pub type Synonyms = BTreeMap<String, Vec<Synonym>>;

/// One word or phrase by which pages with another are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    /// What people look for.
    pub asked: String,
    /// What the pages say.
    pub meant: String,
}

/// Why an entry is of no use: the word that the message chooses by.
struct Wrong(&'static str);

/// Reads the synonyms of a site's languages; what cannot be used is reported and left out.
pub fn synonyms(source: &Source, languages: &[Language], found: &mut Vec<Diagnostic>) -> Synonyms {
    let mut synonyms = Synonyms::new();
    let text = std::str::from_utf8(source.bytes()).unwrap_or_default();
    let stripped = text.trim_start_matches('\u{feff}');
    let yaml = Yaml {
        source: &source.id,
        hash: source.hash,
        text: stripped,
        offset: text.len() - stripped.len(),
    };
    // What is no YAML, or no UTF-8, is reported by who reads all data files.
    let groups = match yaml.value(&mut Vec::new()) {
        Some(Value::Mapping(groups)) => groups,
        Some(Value::Null) | None => return synonyms,
        Some(_) => {
            found
                .push(Diagnostic::new(Code::BadSynonyms, yaml.place(&[])).arg("cause", "language"));
            return synonyms;
        }
    };
    let before = found.len();
    for (key, entries) in &groups {
        let code = key.as_str().unwrap_or_default();
        let is_known = languages.iter().any(|language| &*language.code == code);
        let (true, Value::Sequence(entries)) = (is_known, entries) else {
            let finding = Diagnostic::new(Code::BadSynonyms, yaml.key_place(&[Step::Key(code)]));
            found.push(finding.arg("cause", if is_known { "entry" } else { "language" }));
            continue;
        };
        let synonyms = synonyms.entry(code.to_owned()).or_default();
        for (at, entry) in entries.iter().enumerate() {
            let room = MOST.saturating_sub(synonyms.len());
            match read(entry).and_then(|read| {
                if read.len() > room {
                    Err(Wrong("many"))
                } else {
                    Ok(read)
                }
            }) {
                Ok(read) => synonyms.extend(read),
                Err(Wrong(cause)) if found.len() < before + MOST_FINDINGS => {
                    let place = yaml.place(&[Step::Key(code), Step::Item(at)]);
                    found.push(Diagnostic::new(Code::BadSynonyms, place).arg("cause", cause));
                }
                Err(_) => break,
            }
        }
    }
    synonyms
}

/// Reads an entry: a list of equal words, or words each of which finds others too.
fn read(entry: &Value) -> Result<Vec<Synonym>, Wrong> {
    let synonym = |asked: &String, meant: &String| Synonym {
        asked: asked.clone(),
        meant: meant.clone(),
    };
    match entry {
        Value::Sequence(_) => {
            let words = texts(entry)?;
            let of = |asked| {
                words
                    .iter()
                    .filter(move |meant| *meant != asked)
                    .map(move |meant| synonym(asked, meant))
            };
            pairs(words.iter().flat_map(of).collect())
        }
        Value::Mapping(words) => {
            let mut read = Vec::new();
            for (asked, meant) in words {
                let asked = word(asked)?;
                read.extend(texts(meant)?.iter().map(|meant| synonym(&asked, meant)));
            }
            pairs(read)
        }
        _ => Err(Wrong("entry")),
    }
}

/// Refuses an entry by which nothing is found: a word alone, or beside nothing but itself.
fn pairs(read: Vec<Synonym>) -> Result<Vec<Synonym>, Wrong> {
    if read.is_empty() {
        Err(Wrong("lone"))
    } else {
        Ok(read)
    }
}

fn texts(value: &Value) -> Result<Vec<String>, Wrong> {
    match value {
        Value::Sequence(values) if values.len() > MOST_IN_LIST => Err(Wrong("many")),
        Value::Sequence(values) => values.iter().map(word).collect(),
        value => word(value).map(|word| vec![word]),
    }
}

/// Reads a word or phrase; a number is written as it is.
fn word(value: &Value) -> Result<String, Wrong> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return Err(Wrong("entry")),
    };
    if language::words(&text).next().is_some() {
        Ok(text)
    } else {
        Err(Wrong("words"))
    }
}
