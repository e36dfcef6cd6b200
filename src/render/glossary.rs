//! The glossary: words that a site explains in one place, and where a text uses them first, so that it can lead there.
//! Its words are `data/glossary.yaml`, a list for each language; without a page that shows them there is no glossary.

use std::ops::Range;

use rustc_hash::FxHashMap;
use tera::value::Key;
use tera::{Map, Value};

use crate::language;
use crate::site::{PageIndex, Site};

/// The name of the data file.
const DATA: &str = "glossary";

/// The glossary of one language.
pub(super) struct Glossary {
    /// The page that shows it.
    pub(super) page: PageIndex,
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
    /// Reads the glossary of a language; entries without a term and its meaning are none.
    pub(super) fn new(site: &Site, language: usize) -> Option<Self> {
        let page = site.glossary(language)?;
        let code = &*site.config().languages[language].code;
        let all = site.inputs.data.as_map()?.get(&Key::Str(DATA))?.as_map()?.get(&Key::Str(code))?.as_array()?;
        let mut glossary = Self { page, value: Value::none(), ids: Vec::new(), forms: FxHashMap::default() };
        let mut shown = Vec::new();
        for entry in all.iter().filter_map(Value::as_map) {
            let text = |key: &'static str| entry.get(&Key::Str(key)).and_then(Value::as_str);
            let (Some(term), Some(meaning)) = (text("term"), text("meaning")) else { continue };
            let id = language::slug(term, code);
            if id.is_empty() || glossary.ids.contains(&id) {
                continue;
            }
            let others = entry.get(&Key::Str("also")).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            [term].into_iter().chain(others).for_each(|form| glossary.add(form));
            let values = [("id", id.as_str()), ("term", term), ("meaning", meaning)];
            shown.push(Value::from(values.into_iter().map(|(key, text)| (Key::Str(key), Value::normal_string(text))).collect::<Map>()));
            glossary.ids.push(id);
        }
        glossary.value = Value::from(shown);
        glossary.forms.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.text.len())));
        Some(glossary)
    }

    /// Adds a form of the term that comes next.
    fn add(&mut self, form: &str) {
        let text: String = form.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(first) = first_word(&text) {
            self.forms.entry(first.to_owned()).or_default().push(Form { term: self.ids.len(), text });
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
        while let Some(start) = text[at..].find(char::is_alphanumeric).map(|found| at + found) {
            let word = first_word(&text[start..]).unwrap_or_default();
            let found =
                self.forms.get(word).and_then(|forms| forms.iter().find_map(|form| Some((form.term, length(&text[start..], &form.text)?))));
            at = start + found.map_or(word.len(), |(_, length)| length);
            if let Some((term, _)) = found.filter(|(term, _)| !seen.contains(term)) {
                seen.push(term);
                uses.push((start..at, term));
            }
        }
        uses
    }
}

/// Returns the word with which a text begins, if it begins with one.
fn first_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// Returns how many bytes of a text are `form`, if it begins with that and the word ends there. Typography may have made spaces non-breaking.
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
