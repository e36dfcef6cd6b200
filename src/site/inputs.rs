//! What a site depends on besides its documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pages::{Page, PageId, Pages};
use super::{SitemapLimits, TermId};
use crate::config::{Config, Language, LanguageId, TaxonomyId};
use crate::data::Data;
use crate::document::{Entry, PageKind, parent};
use crate::id::IdVec;
use crate::language::{self, Day};
use crate::route::LinkStyle;
use crate::theme::{Facts, Theme};

/// What a site depends on besides its documents.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The settings.
    pub config: Arc<Config>,
    /// The compiled themes by name.
    pub themes: BTreeMap<String, Arc<Theme>>,
    /// The data files.
    pub data: Arc<Data>,
    /// The day in the site's time zone.
    pub today: Day,
    /// How the site is built.
    pub mode: Mode,
}

/// How a site is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mode {
    /// Whether unfinished pages are part of the site.
    pub drafts: bool,
    /// How links name pages.
    pub links: LinkStyle,
    /// How much one sitemap file may contain.
    pub sitemap: SitemapLimits,
}

impl Inputs {
    /// Returns whether a document is published today; its folder may still hide it.
    pub(super) fn is_published(&self, entry: &Entry) -> bool {
        (self.mode.drafts || !entry.front.draft)
            && entry
                .front
                .is_published_on(self.today)
    }

    /// Returns whether a document will be published, but only on a later day.
    pub(crate) fn is_scheduled(&self, entry: &Entry) -> bool {
        let from = entry.front.publish_from;
        (self.mode.drafts || !entry.front.draft) && from.is_some_and(|from| from > self.today)
    }

    /// Returns the taxonomy of which this is a term's page.
    pub(super) fn taxonomy_of(&self, entry: &Entry) -> Option<TaxonomyId> {
        let position = &entry.position;
        if position.kind != PageKind::Page || position.variant.easy {
            return None;
        }
        self.config
            .taxonomy_id(&position.folder)
    }

    /// Returns the term whose page this is.
    pub(super) fn term_of(&self, page: &Page) -> Option<TermId> {
        let taxonomy = self.taxonomy_of(&page.entry)?;
        let position = &page.entry.position;
        let language = position.variant.language;
        let code = &self.config.languages[language].code;
        Some(TermId {
            taxonomy,
            language,
            slug: Arc::from(language::slug(&position.name, code)),
        })
    }

    /// Returns the theme of a folder in a language: that of the nearest section that sets one. None
    /// if it is unusable.
    pub(super) fn theme_of(
        &self,
        pages: &Pages,
        folder: &str,
        language: LanguageId,
    ) -> Option<&Arc<Theme>> {
        let mut folder = folder;
        loop {
            for language in [language, LanguageId::OWN] {
                let index = pages.index(folder, language);
                if let Some(theme) = index.and_then(|index| index.entry.front.theme.as_ref()) {
                    return self.themes.get(&*theme.value);
                }
            }
            if folder.is_empty() {
                return self
                    .themes
                    .get(&self.config.theme.value);
            }
            folder = parent(folder);
        }
    }

    /// Returns whether the template that a page names is described in `theme.yaml` as `is_such`
    /// requires. An unusable theme is one that says nothing.
    pub(super) fn is_shown_by(
        &self,
        pages: &Pages,
        page: &Page,
        is_such: impl Fn(&Facts, &str) -> bool,
    ) -> bool {
        let Some(template) = &page.entry.front.template else {
            return false;
        };
        let theme = self.theme_of(pages, &page.entry.position.folder, page.language());
        let silent = Facts::default();
        let facts = theme.map_or(&silent, |theme| &theme.facts);
        is_such(facts, &template.value)
    }

    /// Finds the page of each language that such a template shows: the first, a standard version if
    /// there is one.
    pub(super) fn by_template(
        &self,
        pages: &Pages,
        is_such: impl Fn(&Facts, &str) -> bool,
    ) -> IdVec<Language, Option<PageId>> {
        let mut found = self.config.languages.map(|_, _| None);
        for easy in [false, true] {
            let is_shown = |page: &Page| {
                page.published
                    && page.variant().easy == easy
                    && self.is_shown_by(pages, page, &is_such)
            };
            for (id, page) in pages
                .with_ids()
                .filter(|(_, page)| is_shown(page))
            {
                found[page.language()].get_or_insert(id);
            }
        }
        found
    }
}
