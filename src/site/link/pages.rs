//! The routes of documents, and the names of folders that cannot be part of one.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Linker;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Entry, Kind, is_at_or_below};
use crate::id::IdVec;
use crate::route::{Route, RouteError};
use crate::site::{Page, Pages, Recipe, Site};

impl Linker<'_> {
    /// Gives every document its route and tells whether it is published.
    pub(super) fn pages(
        &mut self,
        is_published: impl Fn(&Entry) -> bool + Sync,
    ) -> IdVec<Pages, Page> {
        let addresses = &self.addresses;
        let page = |entry: &Arc<Entry>| Page {
            published: !addresses.is_hidden(entry) && is_published(entry),
            route: Route::of_page(&addresses.of(entry)),
            rank: 0,
            entry: Arc::clone(entry),
        };
        let pages: Vec<Page> = self.parts.entries.par_iter().map(page).collect();
        let pages = IdVec::from(pages);
        for Page {
            entry,
            route,
            published,
            ..
        } in &pages
        {
            let is_own = entry.position.kind != Kind::Section || entry.position.variant.easy;
            if *published && is_own && !self.is_term(entry) {
                self.claim(
                    route.clone(),
                    Recipe::Page(entry.source.clone()),
                    Some(entry.place()),
                );
            }
        }
        pages
    }

    /// Returns whether a document is the page of a term.
    fn is_term(&self, entry: &Entry) -> bool {
        let position = &entry.position;
        let is_taxonomy = || {
            self.parts
                .inputs
                .config
                .taxonomies
                .iter()
                .any(|taxonomy| taxonomy.key == position.folder)
        };
        position.kind == Kind::Page && !position.variant.easy && is_taxonomy()
    }

    /// Reports folders whose names cannot be in an address; those that have a page of their own are
    /// reported by it.
    pub(super) fn folders_are_sound(&mut self, site: &Site) {
        for (folder, why) in std::mem::take(&mut self.addresses.unsound) {
            let is_own = |page: &Page| {
                page.entry.position.kind != Kind::Page && page.entry.position.folder == folder
            };
            let is_inside = |page: &&Page| {
                page.published && is_at_or_below(&page.entry.position.folder, &folder)
            };
            if let (false, Some(page)) = (
                site.pages.iter().any(is_own),
                site.pages.iter().find(is_inside),
            ) {
                let code = if why == RouteError::Empty {
                    Code::EmptySlug
                } else {
                    Code::ReservedName
                };
                let name = folder.rsplit('/').next().unwrap_or_default();
                self.found
                    .push(Diagnostic::new(code, page.entry.place()).arg("value", name));
            }
        }
    }

    /// Reports top folders that look like languages.
    pub(super) fn addresses_are_sound(&mut self, site: &Site) {
        let codes: Vec<&str> = site
            .config()
            .languages
            .iter()
            .skip(1)
            .map(|language| &*language.code)
            .collect();
        if codes.is_empty() {
            return;
        }
        let mut reported: FxHashSet<&str> = FxHashSet::default();
        for page in &site.pages {
            let position = &page.entry.position;
            let top = position.folder.split('/').next().unwrap_or_default();
            let address = page.route.as_str().split('/').next().unwrap_or_default();
            let clash = codes.iter().find(|code| {
                **code == top || position.variant.language.is_own() && **code == address
            });
            if let Some(code) = clash
                && reported.insert(code)
            {
                self.found.push(
                    Diagnostic::new(Code::LanguageFolder, page.entry.place()).arg("name", *code),
                );
            }
        }
    }
}
