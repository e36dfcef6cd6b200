//! What reading a text depends on in themes, whichever theme shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::blocks::{COMMON_ATTRIBUTES, Head};
use crate::diagnostic;

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
    /// The blocks by the words that people write for them, their names included.
    pub words: BTreeMap<Arc<str>, Arc<str>>,
    /// The blocks that are only containers.
    pub containers: BTreeSet<Arc<str>>,
    /// The attributes without which blocks cannot be shown.
    pub needs: BTreeMap<Arc<str>, BTreeSet<Arc<str>>>,
    /// The blocks that cannot be shown without a label or content.
    pub titled: BTreeSet<Arc<str>>,
}

impl ThemeFacts {
    /// Adds a block and the words that people write instead of its name.
    pub fn note_words<'w>(&mut self, block: &Arc<str>, words: impl Iterator<Item = &'w String>) {
        let words = words.map(|word| Arc::from(word.as_str()));
        for word in words.chain([Arc::clone(block)]) {
            self.words
                .entry(word)
                .or_insert_with(|| Arc::clone(block));
        }
    }

    /// Returns the block that a word means, if any.
    pub(super) fn block(&self, word: &str) -> Option<&str> {
        let block = self
            .words
            .get(word)
            .or_else(|| self.words.get(&*word.to_lowercase()));
        block.map(|block| &**block)
    }

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

    /// Returns the attributes that a block needs and lacks.
    pub(super) fn lacking<'s>(&'s self, head: &'s Head) -> impl Iterator<Item = &'s str> {
        let needed = self.needs.get(&*head.name);
        let needed = needed.into_iter().flatten();
        needed
            .map(|key| &**key)
            .filter(|key| {
                let given = head
                    .attribute(key)
                    .unwrap_or_default();
                let has_language =
                    self.is_language(&head.name, key) && head.attribute("lang").is_some();
                given.trim().is_empty() && !has_language && !is_misspelt(head, key)
            })
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

/// Returns whether a block has an attribute that was likely meant as this one. It is reported as
/// unknown, so nothing is said of the one that is missing.
fn is_misspelt(head: &Head, key: &str) -> bool {
    let mut attributes = head.attributes.iter();
    attributes.any(|attribute| {
        let is_own = attribute.key == key || COMMON_ATTRIBUTES.contains(&attribute.key.as_str());
        !is_own && diagnostic::nearest(&attribute.key, [key]).is_some()
    })
}
