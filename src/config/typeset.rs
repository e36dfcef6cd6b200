//! Typesets the texts of the settings that pages show.

use std::borrow::Cow;

use super::{Config, Language, LanguageId};
use crate::language::Typography;

/// The keys of `organisation` that are prose; the others are addresses and numbers, which become
/// links.
const ORGANISATION_PROSE: &[&str] = &[
    "operator",
    "address",
    "controller",
    "data_protection_officer",
    "logs_purpose",
    "logs_retention",
];

impl Config {
    /// Typesets the texts that pages show.
    pub(super) fn typeset(&mut self) {
        for language in self.languages.iter_mut() {
            let Language {
                code,
                title,
                description,
                ..
            } = language;
            set(code, [title, description]);
        }
        for taxonomy in self.taxonomies.iter_mut() {
            for id in self.languages.ids() {
                set(&self.languages[id].code, [&mut taxonomy.names[id].title]);
            }
        }
        let own = &self.languages[LanguageId::OWN].code;
        let said = self.organisation.entries.iter_mut();
        let prose = said.filter(|(key, _)| ORGANISATION_PROSE.contains(key));
        set(own, prose.filter_map(|(_, text)| text.as_mut()));
    }
}

fn set<'t>(code: &str, texts: impl IntoIterator<Item = &'t mut String>) {
    let Some(typography) = Typography::of(code) else {
        return;
    };
    for text in texts {
        if let Cow::Owned(set) = typography.set(text) {
            *text = set;
        }
    }
}
