//! Taxonomies and their terms: which there are, who carries them, and how they are spelt.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Linker;
use crate::config::{LanguageId, TaxonomyId};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::{Sort, TermUse};
use crate::route::Route;
use crate::site::{PageId, Recipe, Section, Site, Term, TermId};

impl Linker<'_> {
    /// Finds the terms that published pages carry and those that have pages.
    pub(super) fn terms(&mut self, site: &mut Site) {
        let (mut terms, others) = terms_with_pages(site);
        for page in others.into_iter().map(|page| &site.pages[page]) {
            // It is a page like others; at the same address, it is reported as any other.
            self.claim(
                page.route.clone(),
                Recipe::Page(page.entry.source.clone()),
                Some(page.entry.place()),
            );
        }
        let mut spellings: FxHashSet<(TaxonomyId, LanguageId, Arc<str>)> = FxHashSet::default();
        let pages = site
            .pages
            .with_ids()
            .filter(|(_, page)| page.published && !page.entry.position.variant.easy);
        for (index, page) in pages {
            let language = page.entry.position.variant.language;
            for term_use in &page.entry.terms {
                let id = TermId {
                    taxonomy: term_use.taxonomy,
                    language,
                    slug: Arc::clone(&term_use.slug),
                };
                let term = match terms.get_mut(&id) {
                    Some(term) => term,
                    None => {
                        let address = self.taxonomy_address(site, term_use.taxonomy, language);
                        let route = Route::of_page(&format!("{address}{}/", term_use.slug));
                        terms
                            .entry(id)
                            .or_insert_with(|| new_term(Arc::clone(&term_use.name), route))
                    }
                };
                if let Some(other) = other_spelling(term, term_use)
                    && spellings.insert((term_use.taxonomy, language, Arc::clone(&term_use.name)))
                {
                    self.found
                        .push(spelt_otherwise(site, (index, term_use), other));
                }
                term.first.get_or_insert_with(|| (index, term_use.clone()));
                term.pages.push(index);
            }
        }
        site.terms = self.claim_terms(site, terms);
        self.taxonomies(site);
    }

    /// Claims the routes of all terms, and orders the pages that carry them.
    fn claim_terms(
        &mut self,
        site: &Site,
        terms: FxHashMap<TermId, Term>,
    ) -> BTreeMap<TermId, Term> {
        let mut terms: BTreeMap<TermId, Term> = terms.into_iter().collect();
        for (id, term) in &mut terms {
            self.order.sort(&mut term.pages, &site.pages, Sort::Weight);
            let place = match (term.page, &term.first) {
                (Some(page), _) => Some(site.pages[page].entry.place()),
                (None, Some((page, term_use))) => {
                    Some(Place::at(&site.pages[*page].entry.source, term_use.span))
                }
                (None, None) => None,
            };
            self.claim(term.route.clone(), Recipe::Term(id.clone()), place);
        }
        terms
    }

    /// Gives every taxonomy that has terms a page, even without an `_index.md`.
    fn taxonomies(&mut self, site: &mut Site) {
        for taxonomy in site.config().taxonomies.ids() {
            for language in site.config().languages.ids() {
                let key = (
                    Arc::clone(&site.config().taxonomies[taxonomy].key),
                    language,
                );
                if site.terms(taxonomy, language).next().is_none()
                    || site.sections.contains_key(&key)
                {
                    continue;
                }
                let route = Route::of_page(&self.taxonomy_address(site, taxonomy, language));
                let place = site
                    .terms(taxonomy, language)
                    .find_map(|(_, term)| term.first.as_ref())
                    .map(|(page, _)| site.pages[*page].entry.place());
                self.claim(
                    route.clone(),
                    Recipe::Taxonomy { taxonomy, language },
                    place,
                );
                site.sections.insert(
                    key,
                    Section {
                        route: Some(route),
                        ..Section::default()
                    },
                );
            }
        }
    }

    fn taxonomy_address(
        &mut self,
        site: &Site,
        taxonomy: TaxonomyId,
        language: LanguageId,
    ) -> Arc<str> {
        let key = &site.config().taxonomies[taxonomy].key;
        Arc::clone(&self.addresses.folder(key).addresses[language])
    }
}

/// Returns the terms that have published pages of their own, and the pages of terms that have one
/// already.
fn terms_with_pages(site: &Site) -> (FxHashMap<TermId, Term>, Vec<PageId>) {
    let mut terms = FxHashMap::default();
    let mut others = Vec::new();
    for (index, page) in site.pages.with_ids() {
        if !page.published || page.entry.position.variant.easy {
            continue;
        }
        if let Some(id) = site.term_of(index) {
            let term = terms.entry(id).or_insert_with(|| {
                new_term(Arc::clone(&page.entry.front.title), page.route.clone())
            });
            match term.page {
                Some(_) => others.push(index),
                None => term.page = Some(index),
            }
        }
    }
    (terms, others)
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

/// Returns where a term was first written, if it was written otherwise; a page's title and a slug
/// are no spellings.
fn other_spelling<'t>(term: &'t Term, term_use: &TermUse) -> Option<&'t (PageId, TermUse)> {
    let first = term
        .first
        .as_ref()
        .filter(|(_, other)| other.name != term_use.name)?;
    let is_slug = |term_use: &TermUse| term_use.name == term_use.slug;
    (term.page.is_none() || !is_slug(term_use) && !is_slug(&first.1)).then_some(first)
}

fn spelt_otherwise(
    site: &Site,
    (page, term_use): (PageId, &TermUse),
    (first, other): &(PageId, TermUse),
) -> Diagnostic {
    let place =
        |page: PageId, term_use: &TermUse| Place::at(&site.pages[page].entry.source, term_use.span);
    let finding =
        Diagnostic::new(Code::TermsAlike, place(page, term_use)).arg("term", &term_use.name);
    finding
        .arg("other", &other.name)
        .arg("slug", &term_use.slug)
        .related(place(*first, other))
}
