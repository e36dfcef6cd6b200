//! Reads the parts of a project that changed, or all if the settings that reading depends on
//! changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Project;
use super::change::is_document;
use super::kept::{Kept, Parsed};
use crate::config::{self, Config};
use crate::data::Data;
use crate::diagnostic::{Audience, Diagnostic, Place, Rules, settled};
use crate::document::{self, Document, Reading, ThemeFacts};
use crate::layout;
use crate::source::{Content, SourceId};
use crate::theme;

impl Project {
    pub(super) fn read_config(&mut self) {
        let Some(source) = self.tree.get(layout::SETTINGS) else {
            self.config
                .update(Some(Config::empty()), Vec::new());
            return;
        };
        let (config, mut found) = config::parse(source);
        if let Content::Unusable(why) = &source.content {
            found = vec![Diagnostic::unusable(&source.id, why)];
        }
        if self.documents.is_empty() {
            // Before the first reading there is no last good version to keep.
            self.config.good = None;
        }
        self.config
            .update(Some(config), found);
    }

    /// Reads what themes say about themselves, even unused ones: together they affect how every
    /// text is read.
    pub(super) fn read_facts(&mut self) {
        let mut known = std::mem::take(&mut self.facts);
        for (id, facts, found) in theme::facts(&self.tree) {
            let mut kept = known
                .remove(&id)
                .unwrap_or_else(Kept::nothing);
            let found = settled(found, Rules::of(&self.config().severities));
            kept.update(Some(facts), found);
            self.facts.insert(id, kept);
        }
    }

    /// Combines what all themes say: a text is read the same way, whichever theme shows it.
    fn theme_facts(&self) -> ThemeFacts {
        let mut joined = ThemeFacts::default();
        let of_site = self
            .facts
            .values()
            .filter_map(|kept| kept.good.as_deref());
        for facts in self.embedded.iter().chain(of_site) {
            joined
                .main
                .extend(facts.main.as_deref().map(Arc::from));
            for (name, said) in &facts.blocks {
                let name: Arc<str> = Arc::from(name.as_str());
                joined.note_words(&name, said.like.iter().flatten());
                if said.numbered == Some(true) {
                    joined
                        .numbered
                        .insert(Arc::clone(&name));
                }
                if said.is_only_container() {
                    joined
                        .containers
                        .insert(Arc::clone(&name));
                }
                let needs = said.needs.iter().flatten();
                for key in needs {
                    if key == theme::TITLE {
                        joined
                            .titled
                            .insert(Arc::clone(&name));
                        continue;
                    }
                    let keys = joined
                        .needs
                        .entry(Arc::clone(&name))
                        .or_default();
                    keys.insert(Arc::from(key.as_str()));
                }
                if let Some(key) = &said.language {
                    let keys = joined
                        .languages
                        .entry(name)
                        .or_default();
                    keys.insert(Arc::from(key.as_str()));
                }
            }
        }
        joined
    }

    /// Reads the documents that changed, or all if the settings that reading depends on changed.
    pub(super) fn read_documents(&mut self, changed: Vec<SourceId>) {
        let options = self
            .options
            .renewed(&self.config())
            .with_themes(Arc::new(self.theme_facts()));
        let renewed = !options.agrees(&self.options);
        self.options = options;
        let ids = if renewed {
            self.documents_with(changed)
        } else {
            changed
        };
        let (tree, options, drafts) = (&self.tree, &self.options, self.mode.drafts);
        // Accounts are not kept: together they would be a third of the memory of a large site.
        let parsed: Vec<(SourceId, Option<Parsed>)> = ids
            .into_par_iter()
            .map(|id| {
                let reading = tree
                    .get(&id)
                    .map(|source| document::parse(source, options));
                let parsed = |reading: Reading| {
                    let audience = audience(&reading.document, drafts);
                    Parsed::new(reading, &options.severities, audience)
                };
                (id, reading.map(parsed))
            })
            .collect();
        for (id, parsed) in parsed {
            match parsed {
                Some(parsed) => self.keep_document(id, parsed, renewed),
                None => {
                    self.documents.remove(&id);
                    self.copies.remove(&id);
                    self.linked = None;
                }
            }
        }
    }

    /// Returns all documents of the tree, and changed ones that no longer exist.
    fn documents_with(&self, changed: Vec<SourceId>) -> Vec<SourceId> {
        let gone = changed
            .into_iter()
            .filter(|id| !self.tree.contains_key(id));
        let there = self
            .tree
            .keys()
            .filter(|id| is_document(id));
        there.cloned().chain(gone).collect()
    }

    /// Keeps a document, present or last good.
    fn keep_document(&mut self, id: SourceId, parsed: Parsed, renewed: bool) {
        let known = self.documents.get(&id);
        let parsed = parsed.or_last_good(known, renewed.then_some(&self.options));
        if known.is_none() {
            self.copies.add(&id);
        }
        let is_renewed = known.is_none_or(|known| known.document.entry != parsed.document.entry);
        if is_renewed || self.copies.concern(&id) {
            self.linked = None;
        }
        self.documents.insert(id, parsed);
    }

    /// Reads the data files; one with errors stays in its last good version.
    pub(super) fn read_data(&mut self) {
        self.newest_data = Arc::new(Data::read(&self.tree, &self.config()));
        self.data = Arc::new(
            self.newest_data
                .or_last_good(&self.data),
        );
    }

    /// Compiles the themes in use: all of them if a theme's file changed, else those that are new.
    pub(super) fn read_themes(&mut self, changed: bool) {
        let wanted = self.themes_in_use();
        let config = self.config();
        let severities = &config.severities;
        self.themes
            .retain(|name, _| wanted.contains_key(name));
        for (name, asked) in wanted {
            let is_new = !self.themes.contains_key(&name);
            let kept = self
                .themes
                .entry(name.clone())
                .or_insert_with(Kept::nothing);
            if is_new || changed || kept.good.is_none() {
                let (theme, found) = theme::compile(&name, &asked, &self.tree, severities);
                kept.update(theme, found);
            }
        }
    }

    /// Returns the themes that settings and documents name, and where.
    fn themes_in_use(&self) -> BTreeMap<String, Place> {
        let mut wanted = BTreeMap::new();
        for parsed in self.documents.values() {
            let entry = &parsed.document.entry;
            if let Some(theme) = &entry.front.theme {
                wanted
                    .entry(theme.value.to_string())
                    .or_insert_with(|| Place::at(&entry.source, theme.span));
            }
        }
        let own = self.config().theme.clone();
        wanted.insert(own.value, own.place);
        wanted
    }
}

/// Returns who sees a document: nobody sees a draft, unless drafts are built.
fn audience(document: &Document, drafts: bool) -> Audience {
    if document.entry.front.draft && !drafts {
        Audience::Nobody
    } else {
        Audience::Readers
    }
}
