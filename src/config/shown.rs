//! The texts of the settings as pages show them, with typography.

use std::borrow::Cow;

use super::Config;
use crate::language::Typography;

/// The keys of `organisation` that are prose; the others are addresses and numbers, of which
/// programs make links.
const PROSE_OF_ORGANISATION: &[&str] = &[
    "operator",
    "address",
    "controller",
    "data_protection_officer",
    "logs_purpose",
    "logs_retention",
];

impl Config {
    /// Sets the texts that pages show by the rules of their languages.
    pub(super) fn set(&mut self) {
        for id in self.languages.ids() {
            let language = &mut self.languages[id];
            let Some(typography) = Typography::of(&language.code) else {
                continue;
            };
            let titles = self
                .taxonomies
                .iter_mut()
                .map(|taxonomy| &mut taxonomy.names[id].title);
            for text in titles.chain([&mut language.title, &mut language.description]) {
                if let Cow::Owned(set) = typography.set(text) {
                    *text = set;
                }
            }
        }
        let own = Typography::of(&self.language().code);
        for (_, text) in self
            .organisation
            .entries
            .iter_mut()
            .filter(|(key, _)| PROSE_OF_ORGANISATION.contains(key))
        {
            if let (Some(typography), Some(text)) = (own, text) {
                *text = typography.set(text).into_owned();
            }
        }
    }
}
