//! Taxonomies and their terms: which exist, which pages have them, and how they are spelt.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Linker;
use crate::config::{LanguageId, TaxonomyId};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::{Sort, TermUse};
use crate::route::Route;
use crate::site::sections::{Section, Sections};
use crate::site::terms::{Term, TermId, Terms};
use crate::site::{Page, PageId, Recipe};

/// The spellings of terms that have been reported.
type Reported = FxHashSet<(TaxonomyId, LanguageId, Arc<str>)>;

impl Linker<'_> {
    /// Finds the terms that published pages have, and those with pages of their own.
    pub(super) fn terms(&mut self) -> Terms {
        let mut terms = self.terms_with_pages();
        let mut reported = Reported::default();
        let pages = self.pages;
        let readable = |page: &Page| page.published && !page.variant().easy;
        for (id, page) in pages
            .with_ids()
            .filter(|(_, page)| readable(page))
        {
            for term_use in &page.entry.terms {
                let term = self.used_term(&mut terms, term_use, page.language());
                if let Some(other) = other_spelling(term, term_use)
                    && reported.insert((
                        term_use.taxonomy,
                        page.language(),
                        Arc::clone(&term_use.name),
                    ))
                {
                    self.report_spelling((id, term_use), other);
                }
                term.first
                    .get_or_insert_with(|| (id, term_use.clone()));
                term.pages.push(id);
            }
        }
        let terms = self.claim_terms(terms);
        self.doubtful_terms(&terms);
        terms
    }

    /// Finds the terms that have published pages of their own. A second page for the same term is
    /// an ordinary page, reported for having the same address.
    fn terms_with_pages(&mut self) -> FxHashMap<TermId, Term> {
        let mut terms = FxHashMap::default();
        let pages = self.pages;
        for (id, page) in pages
            .with_ids()
            .filter(|(_, page)| page.published)
        {
            let Some(term_id) = self.inputs.term_of(page) else {
                continue;
            };
            let term = terms
                .entry(term_id)
                .or_insert_with(|| {
                    new_term(Arc::clone(&page.entry.front.title), page.route.clone())
                });
            match term.page {
                Some(_) => self.claim_page(page),
                None => term.page = Some(id),
            }
        }
        terms
    }

    /// Returns the term of a page, which this use may create.
    fn used_term<'t>(
        &mut self,
        terms: &'t mut FxHashMap<TermId, Term>,
        term_use: &TermUse,
        language: LanguageId,
    ) -> &'t mut Term {
        let id = TermId {
            taxonomy: term_use.taxonomy,
            language,
            slug: Arc::clone(&term_use.slug),
        };
        terms.entry(id).or_insert_with(|| {
            let address = self.taxonomy_address(term_use.taxonomy, language);
            let route = Route::of_page(&format!("{address}{}/", term_use.slug));
            new_term(Arc::clone(&term_use.name), route)
        })
    }

    /// Claims the routes of all terms, and sorts their pages.
    fn claim_terms(&mut self, terms: FxHashMap<TermId, Term>) -> Terms {
        let mut terms: BTreeMap<TermId, Term> = terms.into_iter().collect();
        for (id, term) in &mut terms {
            self.pages
                .sort(&mut term.pages, Sort::Weight);
            let place = match (term.page, &term.first) {
                (Some(page), _) => Some(self.pages[page].entry.place()),
                (None, first) => first
                    .as_ref()
                    .map(|(page, term_use)| self.place_of_use(*page, term_use)),
            };
            self.claim(term.route.clone(), Recipe::Term(id.clone()), place);
        }
        Terms(terms)
    }

    /// Gives every taxonomy that has terms a page, even without an `_index.md`.
    pub(super) fn with_taxonomies(&mut self, mut sections: Sections, terms: &Terms) -> Sections {
        let config = &self.inputs.config;
        for (taxonomy, settings) in config.taxonomies.with_ids() {
            for language in config.languages.ids() {
                let mut terms = terms
                    .of(taxonomy, language)
                    .peekable();
                if terms.peek().is_none()
                    || sections
                        .get(&settings.key, language)
                        .is_some()
                {
                    continue;
                }
                let first = terms.find_map(|(_, term)| term.first.as_ref());
                let place = first.map(|(page, _)| self.pages[*page].entry.place());
                let route = Route::of_page(self.taxonomy_address(taxonomy, language));
                let recipe = Recipe::Taxonomy { taxonomy, language };
                self.claim(route.clone(), recipe, place);
                let of_folder = sections.of_folder(&settings.key, &config.languages);
                of_folder[language] = Some(Section::empty(route));
            }
        }
        sections
    }

    fn taxonomy_address(&mut self, taxonomy: TaxonomyId, language: LanguageId) -> &str {
        let key = &self.inputs.config.taxonomies[taxonomy].key;
        self.addresses
            .of_folder(key, language)
    }

    pub(super) fn place_of_use(&self, page: PageId, term_use: &TermUse) -> Place {
        Place::at(&self.pages[page].entry.source, term_use.span)
    }

    /// Reports that a term is spelt differently from its first use.
    fn report_spelling(
        &mut self,
        (page, term_use): (PageId, &TermUse),
        (first, other): &(PageId, TermUse),
    ) {
        let finding = Diagnostic::new(Code::TermsAlike, self.place_of_use(page, term_use));
        let finding = finding
            .arg("term", &term_use.name)
            .arg("other", &other.name)
            .arg("slug", &term_use.slug)
            .related(self.place_of_use(*first, other));
        self.found.push(finding);
    }
}

fn new_term(name: Arc<str>, route: Route) -> Term {
    Term {
        name,
        first: None,
        page: None,
        pages: Vec::new(),
        route,
    }
}

/// Returns the first use of a term if it was spelt differently; a page's title and a slug are not
/// spellings.
fn other_spelling<'t>(term: &'t Term, term_use: &TermUse) -> Option<&'t (PageId, TermUse)> {
    let first = term
        .first
        .as_ref()
        .filter(|(_, other)| other.name != term_use.name)?;
    let is_slug = |term_use: &TermUse| term_use.name == term_use.slug;
    (term.page.is_none() || !is_slug(term_use) && !is_slug(&first.1)).then_some(first)
}
