//! Taxonomies, terms, and the terms of a page.

use std::sync::Arc;

use tera::Value;

use super::subject::{Subject, term_title};
use super::summary::summaries;
use super::{map, text};
use crate::config::{LanguageId, TaxonomyId};
use crate::document::{self, Entry};
use crate::language::Collation;
use crate::site::{Site, Term, TermId};

/// Returns `taxonomy`.
pub(super) fn taxonomy(site: &Site, taxonomy: TaxonomyId, language: LanguageId) -> Value {
    let subject = Subject::Taxonomy(taxonomy, language);
    let code = &site.config().languages[language].code;
    let term = |(id, term): (&TermId, &Term)| {
        let description = term
            .page
            .map_or("", |page| &site.pages[page].entry.summary);
        map([
            ("title", text(&term_title(site, id))),
            ("path", text(&site.link_to(&term.route))),
            ("description", text(description)),
            ("count", Value::from(term.pages.len())),
            ("lang", text(code)),
        ])
    };
    let terms = terms_in_order(site, taxonomy, language);
    let terms: Vec<Value> = terms.into_iter().map(term).collect();
    map([
        ("key", text(&site.config().taxonomies[taxonomy].key)),
        ("title", text(&subject.title(site))),
        ("path", text(&subject.path(site))),
        ("terms", Value::from(terms)),
    ])
}

/// Returns the terms of a taxonomy, by the order of their own pages; a term without one comes after
/// those whose pages have a weight.
pub(super) fn terms_in_order(
    site: &Site,
    taxonomy: TaxonomyId,
    language: LanguageId,
) -> Vec<(&TermId, &Term)> {
    let mut terms: Vec<(&TermId, &Term)> = site
        .terms(taxonomy, language)
        .collect();
    let collation = Collation::new(&site.config().languages[language].code);
    let order = |term: &Term| match term.page {
        Some(page) => site.pages[page].entry.order.clone(),
        None => (document::UNORDERED, collation.key(&term.name)),
    };
    terms.sort_by_cached_key(|(_, term)| order(term));
    terms
}

/// Returns `term`.
pub(super) fn term(site: &Site, id: &TermId) -> Value {
    let subject = Subject::Term(id);
    let taxonomy = Subject::Taxonomy(id.taxonomy, id.language);
    let taxonomy = map([
        ("title", text(&taxonomy.title(site))),
        ("path", text(&taxonomy.path(site))),
    ]);
    let pages = site
        .term(id)
        .map(|term| summaries(site, &term.pages));
    map([
        ("title", text(&subject.title(site))),
        ("path", text(&subject.path(site))),
        ("taxonomy", taxonomy),
        ("pages", Value::from(pages.unwrap_or_default())),
    ])
}

/// Returns the terms of a page, taxonomy by taxonomy.
pub(super) fn of_page(site: &Site, entry: &Entry) -> Vec<Value> {
    let taxonomies = site.config().taxonomies.ids();
    let groups = taxonomies.filter_map(|taxonomy| {
        let terms = terms_of_page(site, entry, taxonomy);
        if terms.is_empty() {
            return None;
        }
        let subject = Subject::Taxonomy(taxonomy, entry.position.variant.language);
        Some(map([
            ("key", text(&site.config().taxonomies[taxonomy].key)),
            ("title", text(&subject.title(site))),
            ("path", text(&subject.path(site))),
            ("terms", Value::from(terms)),
        ]))
    });
    groups.collect()
}

fn terms_of_page(site: &Site, entry: &Entry, taxonomy: TaxonomyId) -> Vec<Value> {
    let language = entry.position.variant.language;
    let carried = entry.terms.iter();
    let terms = carried.filter(|term| term.taxonomy == taxonomy);
    let values = terms.filter_map(|term| {
        let id = TermId {
            taxonomy,
            language,
            slug: Arc::clone(&term.slug),
        };
        let term = site.term(&id)?;
        Some(map([
            ("title", text(&term_title(site, &id))),
            ("path", text(&site.link_to(&term.route))),
            ("lang", text(&site.config().languages[language].code)),
        ]))
    });
    values.collect()
}
