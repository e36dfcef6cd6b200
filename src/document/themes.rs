//! What reading a text depends on in themes, whichever theme shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::blocks::Head;

/// What the themes of a site say about identifiers and blocks, combined: what one theme says
/// applies to every text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFacts {
    /// The `id`s that themes give to the main part of a page, which no heading may have.
    pub main: BTreeSet<Arc<str>>,
    /// The blocks whose items are steps with identifiers of their own.
    pub numbered: BTreeSet<Arc<str>>,
    /// The attributes that give a block's language, besides `lang`, which every block may have.
    pub languages: BTreeMap<Arc<str>, BTreeSet<Arc<str>>>,
}

impl ThemeFacts {
    /// Returns the language of a block, if it has one.
    pub(super) fn language<'h>(&self, head: &'h Head) -> Option<&'h str> {
        let mut own = self
            .languages
            .get(&*head.name)
            .into_iter()
            .flatten();
        head.attribute("lang")
            .or_else(|| own.find_map(|key| head.attribute(key)))
    }

    /// Returns whether an attribute of a block gives its language.
    pub(super) fn is_language(&self, block: &str, attribute: &str) -> bool {
        attribute == "lang"
            || self
                .languages
                .get(block)
                .is_some_and(|keys| keys.contains(attribute))
    }
}
