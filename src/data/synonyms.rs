//! Synonyms: `data/synonyms.yaml`, which lets the search find pages by other words than they use.
//! `render` applies them to the index.

use std::collections::BTreeMap;

use serde_yaml::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::language;
use crate::yaml::{Fields, Kind, Step};

use super::form::{Form, Reading, Schema};

/// The name of the data file.
pub(crate) const NAME: &str = "synonyms";

/// An entry: a list of equal words, or a map from words to others that they also find.
const ENTRY: Kind = Kind::Either(&[Kind::List(&Kind::Text), Kind::Named(&Kind::Texts)]);

/// The most words in one list; in a list of equal words, every one finds every other.
const MOST_IN_LIST: usize = 30;

/// The most synonyms of a language: more than a large dictionary has.
const MOST: usize = 50_000;

/// The synonyms, by language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Synonyms(BTreeMap<String, Vec<Synonym>>);

/// A word or phrase that also finds pages with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Synonym {
    /// What people search for.
    pub(crate) asked: String,
    /// What the pages say.
    pub(crate) meant: String,
}

/// Why an entry is of no use: the word that selects the message.
struct Wrong(&'static str);

impl Synonyms {
    /// Returns the synonyms of a language.
    pub(crate) fn of(&self, code: &str) -> &[Synonym] {
        self.0
            .get(code)
            .map_or(&[], Vec::as_slice)
    }
}

impl Form for Synonyms {
    const SCHEMA: Schema = Schema {
        name: NAME,
        kind: Kind::ByLanguage(&Kind::List(&ENTRY)),
        own: Some(Code::BadSynonyms),
    };

    fn read(mut fields: Fields, reading: &mut Reading<'_>) -> Self {
        let mut synonyms = BTreeMap::new();
        for code in fields.names() {
            let entries = fields.list(&code).unwrap_or_default();
            let of_language = of_language(&code, entries, reading);
            synonyms.insert(code, of_language);
        }
        Self(synonyms)
    }
}

impl Synonym {
    fn new(asked: &str, meant: &str) -> Self {
        Self {
            asked: asked.to_owned(),
            meant: meant.to_owned(),
        }
    }
}

fn of_language(code: &str, entries: Vec<Value>, reading: &mut Reading<'_>) -> Vec<Synonym> {
    let mut synonyms = Vec::new();
    for (position, entry) in entries.into_iter().enumerate() {
        let read = match entry {
            // It did not fit, and has been reported.
            Value::Null => continue,
            Value::Sequence(words) => equal(&words),
            entry => one_way(Fields::of(entry).unwrap_or_default()),
        };
        match read {
            Ok(read) if synonyms.len() + read.len() <= MOST => synonyms.extend(read),
            _ if reading.is_full() => break,
            read => {
                let cause = read
                    .err()
                    .map_or("many", |Wrong(cause)| cause);
                let place = reading.place(&[Step::Key(code), Step::Item(position)]);
                let finding = Diagnostic::new(Code::BadSynonyms, place).arg("cause", cause);
                reading.found.push(finding);
            }
        }
    }
    synonyms
}

/// Makes every word in a list find every other.
fn equal(words: &[Value]) -> Result<Vec<Synonym>, Wrong> {
    let words = texts(words)?;
    let pairs = words
        .iter()
        .flat_map(|asked| {
            words
                .iter()
                .map(move |meant| (*asked, *meant))
        })
        .filter(|(asked, meant)| asked != meant);
    useful(
        pairs
            .map(|(asked, meant)| Synonym::new(asked, meant))
            .collect(),
    )
}

/// Makes each word find the ones listed under it.
fn one_way(mut words: Fields) -> Result<Vec<Synonym>, Wrong> {
    let mut synonyms = Vec::new();
    for asked in words.names() {
        let meant = words.list(&asked).unwrap_or_default();
        let meant = texts(&meant)?;
        word(&asked)?;
        synonyms.extend(
            meant
                .into_iter()
                .map(|meant| Synonym::new(&asked, meant)),
        );
    }
    useful(synonyms)
}

/// Refuses an entry that finds nothing: a single word, or one listed with only itself.
fn useful(synonyms: Vec<Synonym>) -> Result<Vec<Synonym>, Wrong> {
    if synonyms.is_empty() {
        return Err(Wrong("lone"));
    }
    Ok(synonyms)
}

fn texts(words: &[Value]) -> Result<Vec<&str>, Wrong> {
    if words.len() > MOST_IN_LIST {
        return Err(Wrong("many"));
    }
    words
        .iter()
        .filter_map(Value::as_str)
        .map(word)
        .collect()
}

fn word(text: &str) -> Result<&str, Wrong> {
    language::words(text)
        .next()
        .map(|_| text)
        .ok_or(Wrong("words"))
}
