//! The glossary: words that a site explains in one place, and the first use of each in a text,
//! which links there. Its entries are read in `data`; without a page that shows them there is no
//! glossary.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;
use tera::Value;

use super::values;
use crate::config::LanguageId;
use crate::data::{Explained, Glossaries};
use crate::site::{PageId, Site};

/// The glossary of one language.
pub(super) struct Glossary {
    /// The page that shows it.
    pub(super) page: PageId,
    /// The glossary as templates see it.
    pub(super) value: Value,
    /// The identifier of each entry on that page.
    ids: Vec<String>,
    /// The forms of words by their first words, longer ones first.
    forms: FxHashMap<String, Vec<Form>>,
}

/// A form of an explained word, as texts use it.
struct Form {
    text: String,
    entry: EntryId,
}

/// An entry of the glossary of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EntryId(usize);

/// The use of an entry: the position of its word in a text, and the entry.
pub(super) type Use = (Range<usize>, EntryId);

impl Glossary {
    /// Makes the glossary of a language, if it has entries and a page that shows them.
    pub(super) fn new(site: &Site, language: LanguageId) -> Option<Self> {
        let page = site.glossary(language)?;
        let code = &site.config().languages[language].code;
        let entries = &site
            .inputs
            .data
            .get::<Glossaries>()?
            .of(code)?
            .entries;
        let values: Vec<Value> = entries.iter().map(value).collect();
        Some(Self {
            page,
            value: Value::from(values),
            ids: entries
                .iter()
                .map(|entry| entry.id.clone())
                .collect(),
            forms: forms(entries),
        })
    }

    /// Returns the identifier of an entry.
    pub(super) fn id(&self, entry: EntryId) -> &str {
        self.ids
            .get(entry.0)
            .map_or("", String::as_str)
    }

    /// Finds the words of a text whose entries are not yet in `seen`, and adds them to it.
    pub(super) fn first_uses(&self, text: &str, seen: &mut Vec<EntryId>) -> Vec<Use> {
        let mut uses = Vec::new();
        let mut rest = text;
        while let Some((_, from)) = rest
            .find(char::is_alphanumeric)
            .and_then(|start| rest.split_at_checked(start))
        {
            let start = text.len() - from.len();
            let word = first_word(from).unwrap_or_default();
            let (used, entry) = match self.used_at(word, from) {
                Some((length, entry)) => (length, Some(entry)),
                None => (word.len(), None),
            };
            rest = from.get(used..).unwrap_or_default();
            if let Some(entry) = entry.filter(|entry| !seen.contains(entry)) {
                seen.push(entry);
                uses.push((start..start + used, entry));
            }
        }
        uses
    }

    /// Returns the longest form that a text begins with: its length in the text, and its entry.
    fn used_at(&self, first_word: &str, text: &str) -> Option<(usize, EntryId)> {
        let forms = self.forms.get(first_word)?;
        forms
            .iter()
            .find_map(|form| Some((length(text, &form.text)?, form.entry)))
    }
}

/// Collects the forms of all words by their first words.
fn forms(entries: &[Explained]) -> FxHashMap<String, Vec<Form>> {
    let mut forms: FxHashMap<String, Vec<Form>> = FxHashMap::default();
    for (entry, Explained { term, also, .. }) in entries.iter().enumerate() {
        for form in [term].into_iter().chain(also) {
            let text = form
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            if let Some(first) = first_word(&text) {
                let entry = EntryId(entry);
                let same_start = forms
                    .entry(first.to_owned())
                    .or_default();
                same_start.push(Form { text, entry });
            }
        }
    }
    forms
        .values_mut()
        .for_each(|same_start| same_start.sort_by_key(|form| Reverse(form.text.len())));
    forms
}

/// Returns an entry as templates see it.
fn value(entry: &Explained) -> Value {
    values::map([
        ("id", Value::normal_string(&entry.id)),
        ("term", Value::normal_string(&entry.term)),
        ("meaning", Value::normal_string(&entry.meaning)),
    ])
}

/// Returns the word that a text begins with, if any.
fn first_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric());
    let word = end.map_or(Some(text), |end| text.get(..end))?;
    (!word.is_empty()).then_some(word)
}

/// Returns how many bytes of a text match `form`, if it begins with that form and the word ends
/// there. Typography may have made spaces non-breaking.
fn length(text: &str, form: &str) -> Option<usize> {
    let mut rest = text.chars();
    for expected in form.chars() {
        let c = rest.next()?;
        if c != expected && !(expected == ' ' && c == '\u{a0}') {
            return None;
        }
    }
    let rest = rest.as_str();
    (!rest.starts_with(char::is_alphanumeric)).then_some(text.len() - rest.len())
}
