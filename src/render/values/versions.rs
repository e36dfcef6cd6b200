//! The same page in other languages and for other readers.

use std::sync::Arc;

use tera::Value;

use super::{Subject, map, route_of, summary, text, title};
use crate::config::LanguageId;
use crate::document::Variant;
use crate::route::Route;
use crate::site::{PageId, Site, TermId};

pub(super) fn translations(site: &Site, subject: Subject<'_>) -> Value {
    let own = subject.language(site);
    let others = site
        .config()
        .languages
        .ids()
        .filter(|language| *language != own)
        .filter_map(|language| {
            let words = &site.config().languages[language];
            // Without the page, its home; a language without pages is not offered.
            let (path, title, exists) = match translated(site, subject, language) {
                Some((route, title)) => (site.link_to(route), title, true),
                None => (
                    site.link_to(&site.section("", language)?.route),
                    Arc::from(words.title.as_str()),
                    false,
                ),
            };
            let values = [
                ("lang", text(&words.code)),
                ("name", text(&words.name)),
                ("path", text(&path)),
                ("title", text(&title)),
                ("exists", Value::from(exists)),
            ];
            Some(map(values))
        });
    Value::from(others.collect::<Vec<Value>>())
}

/// The addresses of a page in every language, for search engines; the site's own language is the
/// default.
pub(in crate::render) fn alternate_routes<'s>(
    site: &'s Site,
    subject: Subject<'_>,
    route: &'s Route,
) -> Vec<(&'s str, &'s Route)> {
    let own = subject.language(site);
    let mut found: Vec<(&str, &Route)> = Vec::new();
    for language in site.config().languages.ids() {
        let there = if language == own {
            Some(route)
        } else {
            alternate(site, subject, language)
        };
        found.extend(there.map(|route| (&*site.config().languages[language].code, route)));
    }
    if found.len() < 2 {
        return Vec::new();
    }
    let default = found
        .iter()
        .find(|(code, _)| *code == &*site.config().language().code)
        .map(|(_, route)| *route);
    found.extend(default.map(|route| ("x-default", route)));
    found
}

pub(super) fn alternates(site: &Site, subject: Subject<'_>, route: &Route) -> Value {
    if matches!(subject, Subject::NotFound) {
        return Value::from(Vec::<Value>::new());
    }
    let alternates = alternate_routes(site, subject, route)
        .into_iter()
        .filter_map(|(code, route)| {
            Some(map([
                ("lang", text(code)),
                ("url", text(&site.absolute(route)?)),
            ]))
        });
    Value::from(alternates.collect::<Vec<Value>>())
}

/// Returns the plain-reading version of a page, or its standard one.
pub(super) fn other_version(site: &Site, page: Option<PageId>, easy: bool) -> Value {
    let other = page.and_then(|page| {
        let variant = site.pages[page].entry.position.variant;
        if variant.easy == easy {
            None
        } else {
            site.version(page, Variant { easy, ..variant })
        }
    });
    other.map_or_else(Value::none, |other| summary(site, other))
}

/// Returns the route of a subject in another language, if it is there.
fn translated<'s>(
    site: &'s Site,
    subject: Subject<'_>,
    language: LanguageId,
) -> Option<(&'s Route, Arc<str>)> {
    let by_page = subject.page(site).and_then(|page| {
        let variant = site.pages[page].entry.position.variant;
        let other = site
            .version(
                page,
                Variant {
                    language,
                    ..variant
                },
            )
            .or_else(|| site.version(page, Variant::standard(language)))?;
        Some((
            &site.pages[other].route,
            Arc::clone(&site.pages[other].entry.title),
        ))
    });
    by_page.or_else(|| {
        let term_id;
        let other = match subject {
            Subject::Section(folder, _) => Subject::Section(folder, language),
            Subject::Taxonomy(taxonomy, _) => Subject::Taxonomy(taxonomy, language),
            Subject::Term(id) => {
                term_id = TermId {
                    language,
                    ..id.clone()
                };
                Subject::Term(&term_id)
            }
            Subject::Search(_) => Subject::Search(language),
            Subject::Page(_) | Subject::NotFound => return None,
        };
        Some((route_of(site, other)?, title(site, other)))
    })
}

/// Returns the route of the same version of a subject in another language: each alternate must name
/// the others.
fn alternate<'s>(site: &'s Site, subject: Subject<'_>, language: LanguageId) -> Option<&'s Route> {
    match subject
        .page(site)
        .filter(|page| site.pages[*page].entry.position.variant.easy)
    {
        Some(page) => site
            .version(
                page,
                Variant {
                    language,
                    easy: true,
                },
            )
            .map(|other| &site.pages[other].route),
        None => translated(site, subject, language).map(|(route, _)| route),
    }
}
