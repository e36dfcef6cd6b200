//! The glossary: words that a site explains in one place, and where a text uses them first, so that
//! it can lead there. Its words are read in `config`; without a page that shows them there is no
//! glossary.

use std::ops::Range;

use rustc_hash::FxHashMap;
use tera::value::Key;
use tera::{Map, Value};

use crate::config::{Explained, LanguageId};
use crate::site::{PageId, Site};

/// The glossary of one language.
pub(super) struct Glossary {
    /// The page that shows it.
    pub(super) page: PageId,
    /// What templates see of it.
    pub(super) value: Value,
    /// The identifier of each term on that page.
    ids: Vec<String>,
    /// The forms of terms by their first words: the longer before the shorter.
    forms: FxHashMap<String, Vec<Form>>,
}

/// A form of a term, as texts use it.
struct Form {
    text: String,
    term: usize,
}

/// The use of a term: where it stands in a text, and which term it is.
pub(super) type Use = (Range<usize>, usize);

impl Glossary {
    /// Makes the glossary of a language, if it has words and a page that shows them.
    pub(super) fn new(site: &Site, language: LanguageId) -> Option<Self> {
        let page = site.glossary(language)?;
        let words = &site
            .inputs
            .glossaries
            .get(&*site.config().languages[language].code)?
            .words;
        let value = Value::from(words.iter().map(shown).collect::<Vec<Value>>());
        let mut glossary = Self {
            page,
            value,
            ids: Vec::with_capacity(words.len()),
            forms: FxHashMap::default(),
        };
        for Explained { id, term, also, .. } in words {
            [term]
                .into_iter()
                .chain(also)
                .for_each(|form| glossary.add(form));
            glossary.ids.push(id.clone());
        }
        glossary
            .forms
            .values_mut()
            .for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.text.len())));
        Some(glossary)
    }

    /// Adds a form of the term that comes next.
    fn add(&mut self, form: &str) {
        let text: String = form.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(first) = first_word(&text) {
            self.forms.entry(first.to_owned()).or_default().push(Form {
                term: self.ids.len(),
                text,
            });
        }
    }

    /// Returns the identifier of a term.
    pub(super) fn id(&self, term: usize) -> &str {
        &self.ids[term]
    }

    /// Finds the terms of a text that are not among those `seen`, and adds them there.
    pub(super) fn first_uses(&self, text: &str, seen: &mut Vec<usize>) -> Vec<Use> {
        let mut uses = Vec::new();
        let mut at = 0;
        while let Some(start) = text[at..]
            .find(char::is_alphanumeric)
            .map(|found| at + found)
        {
            let word = first_word(&text[start..]).unwrap_or_default();
            let found = self.forms.get(word).and_then(|forms| {
                forms
                    .iter()
                    .find_map(|form| Some((form.term, length(&text[start..], &form.text)?)))
            });
            at = start + found.map_or(word.len(), |(_, length)| length);
            if let Some((term, _)) = found.filter(|(term, _)| !seen.contains(term)) {
                seen.push(term);
                uses.push((start..at, term));
            }
        }
        uses
    }
}

/// Makes what templates see of a word.
fn shown(word: &Explained) -> Value {
    let values = [
        ("id", &word.id),
        ("term", &word.term),
        ("meaning", &word.meaning),
    ];
    Value::from(
        values
            .into_iter()
            .map(|(key, text)| (Key::Str(key), Value::normal_string(text)))
            .collect::<Map>(),
    )
}

/// Returns the word with which a text begins, if it begins with one.
fn first_word(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// Returns how many bytes of a text are `form`, if it begins with that and the word ends there.
/// Typography may have made spaces non-breaking.
fn length(text: &str, form: &str) -> Option<usize> {
    let mut rest = text;
    for expected in form.chars() {
        let c = rest.chars().next()?;
        if c != expected && !(expected == ' ' && c == '\u{a0}') {
            return None;
        }
        rest = &rest[c.len_utf8()..];
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some(text.len() - rest.len())
}
