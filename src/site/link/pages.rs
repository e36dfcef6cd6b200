//! The routes of documents, and folders whose names cannot be part of one.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Linker;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Entry, PageKind, is_at_or_below, last_part};
use crate::id::IdVec;
use crate::language;
use crate::route::{Route, RouteError};
use crate::site::addresses::Addresses;
use crate::site::{Page, Pages, Recipe};

/// Gives every document its route, and decides whether it is published.
pub(super) fn placed(
    entries: &[Arc<Entry>],
    addresses: &Addresses<'_>,
    is_published: impl Fn(&Entry) -> bool + Sync,
) -> IdVec<Page> {
    let page = |entry: &Arc<Entry>| Page {
        published: !addresses.is_hidden(entry) && is_published(entry),
        route: Route::of_page(&addresses.of(entry)),
        entry: Arc::clone(entry),
    };
    let pages: Vec<Page> = entries.par_iter().map(page).collect();
    pages.into()
}

impl Linker<'_> {
    /// Claims the routes of published pages, except for sections and terms, which have their own
    /// recipes.
    pub(super) fn claim_pages(&mut self) {
        for page in self
            .pages
            .iter()
            .filter(|page| page.published)
        {
            let position = &page.entry.position;
            let is_own = position.kind != PageKind::Section || position.variant.easy;
            let is_term = || {
                self.inputs
                    .taxonomy_of(&page.entry)
                    .is_some()
            };
            if is_own && !is_term() {
                self.claim_page(page);
            }
        }
    }

    pub(super) fn claim_page(&mut self, page: &Page) {
        let recipe = Recipe::Page(page.entry.source.clone());
        self.claim(page.route.clone(), recipe, Some(page.entry.place()));
    }

    /// Reports folders whose names cannot be in an address, except those with a page of their own,
    /// which reports them.
    pub(super) fn check_folders(&mut self) {
        for (folder, why) in std::mem::take(&mut self.addresses.unsound) {
            self.found
                .extend(unsound_folder(self.pages, &folder, why));
        }
    }

    /// Reports languages in which the theme has no words, at the first page in each. A theme
    /// without any words needs none.
    pub(super) fn check_words(&mut self) {
        let inputs = self.inputs;
        for (id, language) in inputs.config.languages.with_ids() {
            let Some(theme) = inputs.theme_of(self.pages, "", id) else {
                continue;
            };
            let mut known = theme.messages.keys().peekable();
            let is_silent = known.peek().is_none();
            // A code of no language is reported as such.
            let is_wrong = !language::is_language(&language.code);
            if is_silent
                || is_wrong
                || known.any(|known| language::is_same_language(known, &language.code))
            {
                continue;
            }
            let mut pages = self.pages.iter();
            if let Some(page) = pages.find(|page| page.published && page.language() == id) {
                let finding = Diagnostic::new(Code::ForeignWords, page.entry.place())
                    .arg("theme", &theme.name)
                    .arg("language", &language.code);
                self.found.push(finding);
            }
        }
    }

    /// Reports top folders that look like languages.
    pub(super) fn check_language_folders(&mut self) {
        let others = self
            .inputs
            .config
            .languages
            .iter()
            .skip(1);
        let codes: Vec<&str> = others
            .map(|language| &*language.code)
            .collect();
        if codes.is_empty() {
            return;
        }
        let mut reported: FxHashSet<&str> = FxHashSet::default();
        for page in self.pages.iter() {
            if let Some(code) = language_folder(page, &codes)
                && reported.insert(code)
            {
                let finding = Diagnostic::new(Code::LanguageFolder, page.entry.place());
                self.found
                    .push(finding.arg("name", code));
            }
        }
    }
}

/// Reports a folder at the first published page in it, unless it has a page of its own.
fn unsound_folder(pages: &Pages, folder: &str, why: RouteError) -> Option<Diagnostic> {
    let is_own = |page: &Page| {
        let position = &page.entry.position;
        position.kind != PageKind::Page && *position.folder == *folder
    };
    if pages.iter().any(is_own) {
        return None;
    }
    let is_inside =
        |page: &&Page| page.published && is_at_or_below(&page.entry.position.folder, folder);
    let page = pages.iter().find(is_inside)?;
    let code = match why {
        RouteError::Empty => Code::EmptySlug,
        _ => Code::ReservedName,
    };
    let finding = Diagnostic::new(code, page.entry.place());
    Some(finding.arg("value", last_part(folder)))
}

/// Returns the language that the top folder of a page is named after.
fn language_folder<'c>(page: &Page, codes: &[&'c str]) -> Option<&'c str> {
    let position = &page.entry.position;
    let top = position
        .folder
        .split('/')
        .next()
        .unwrap_or_default();
    let address = page
        .route
        .as_str()
        .split('/')
        .next()
        .unwrap_or_default();
    let is_like =
        |code: &&&str| **code == top || position.variant.language.is_own() && **code == address;
    codes.iter().find(is_like).copied()
}
