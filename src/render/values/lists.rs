//! What sections, taxonomies and terms list.

use tera::{Context, Value};

use super::{Subject, folder_summary, language_value, map, path, search, summary, text, title};
use crate::config::{LanguageId, TaxonomyId};
use crate::document;
use crate::language::Collation;
use crate::site::{Site, Term, TermId};

/// Adds `section`, `taxonomy` or `term` to a page's context.
pub(in crate::render) fn insert_subject(context: &mut Context, site: &Site, subject: Subject<'_>) {
    match subject {
        Subject::Section(..) => context.insert_value("section", section(site, subject)),
        Subject::Taxonomy(taxonomy, language) => context.insert_value(
            "taxonomy",
            taxonomy_value(site, subject, taxonomy, language),
        ),
        Subject::Term(id) => context.insert_value("term", term(site, id)),
        Subject::NotFound => {
            let languages: Vec<Value> = site
                .config()
                .languages
                .ids()
                .map(|language| language_value(site, language))
                .collect();
            context.insert_value("languages", Value::from(languages));
        }
        Subject::Search(language) => context.insert_value("search", search::value(site, language)),
        Subject::Page(_) => {}
    }
}

fn section(site: &Site, subject: Subject<'_>) -> Value {
    let language = subject.language(site);
    let (pages, sections) = match subject.section(site) {
        Some(section) => {
            let sections = section
                .sections
                .iter()
                .filter_map(|folder| folder_summary(site, folder, language));
            (
                section
                    .pages
                    .iter()
                    .map(|page| summary(site, *page))
                    .collect(),
                sections.collect(),
            )
        }
        None => (Vec::new(), Vec::<Value>::new()),
    };
    map([
        ("title", text(&title(site, subject))),
        ("path", text(&path(site, subject))),
        ("pages", Value::from(pages)),
        ("sections", Value::from(sections)),
    ])
}

fn taxonomy_value(
    site: &Site,
    subject: Subject<'_>,
    taxonomy: TaxonomyId,
    language: LanguageId,
) -> Value {
    let terms = terms_in_order(site, taxonomy, language);
    let term = |(id, term): (&TermId, &Term)| {
        map([
            ("title", text(&site.term_title(id))),
            ("path", text(&site.link_to(&term.route))),
            (
                "description",
                text(term.page.map_or("", |page| &site.pages[page].entry.summary)),
            ),
            ("count", Value::from(term.pages.len())),
            ("lang", text(&site.config().languages[language].code)),
        ])
    };
    map([
        ("key", text(&site.config().taxonomies[taxonomy].key)),
        ("title", text(&title(site, subject))),
        ("path", text(&path(site, subject))),
        (
            "terms",
            Value::from(terms.into_iter().map(term).collect::<Vec<Value>>()),
        ),
    ])
}

/// Returns the terms of a taxonomy: those with pages in the order of their pages, then the others.
pub(super) fn terms_in_order(
    site: &Site,
    taxonomy: TaxonomyId,
    language: LanguageId,
) -> Vec<(&TermId, &Term)> {
    let mut terms: Vec<(&TermId, &Term)> = site.terms(taxonomy, language).collect();
    let collation = Collation::new(&site.config().languages[language].code);
    let order = |term: &Term| match term.page {
        Some(page) => site.pages[page].entry.order.clone(),
        None => (document::UNORDERED, collation.key(&term.name)),
    };
    terms.sort_by_cached_key(|(_, term)| order(term));
    terms
}

fn term(site: &Site, id: &TermId) -> Value {
    let subject = Subject::Term(id);
    let taxonomy = Subject::Taxonomy(id.taxonomy, id.language);
    let pages: Vec<Value> = site
        .term(id)
        .map(|term| term.pages.iter().map(|page| summary(site, *page)).collect())
        .unwrap_or_default();
    map([
        ("title", text(&title(site, subject))),
        ("path", text(&path(site, subject))),
        (
            "taxonomy",
            map([
                ("title", text(&title(site, taxonomy))),
                ("path", text(&path(site, taxonomy))),
            ]),
        ),
        ("pages", Value::from(pages)),
    ])
}
