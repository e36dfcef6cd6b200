//! The same page in other languages and for other readers.

use std::sync::Arc;

use tera::Value;

use super::subject::Subject;
use super::summary::summary;
use super::{map, text};
use crate::config::LanguageId;
use crate::document::Variant;
use crate::route::Route;
use crate::site::{PageId, Site, TermId};

/// Returns the links to the page in all other languages.
pub(super) fn translations(site: &Site, subject: Subject<'_>) -> Value {
    let own = subject.language(site);
    let languages = site.config().languages.ids();
    let others = languages.filter(|language| *language != own);
    let values = others.filter_map(|language| translation(site, subject, language));
    Value::from(values.collect::<Vec<Value>>())
}

/// Returns the link to the page in another language, or to the home page there if the page has no
/// translation; none for a language without pages.
fn translation(site: &Site, subject: Subject<'_>, language: LanguageId) -> Option<Value> {
    let own = &site.config().languages[language];
    let translated = translated(site, subject, language);
    let exists = translated.is_some();
    let (route, title) = match translated {
        Some(translated) => translated,
        None => (&site.section("", language)?.route, Arc::from(&*own.title)),
    };
    Some(map([
        ("lang", text(&own.code)),
        ("name", text(&own.name)),
        ("path", text(&site.link_to(route))),
        ("title", text(&title)),
        ("exists", Value::from(exists)),
    ]))
}

/// Returns the addresses of a page in every language, for search engines; the one in the site's own
/// language is the default.
pub(in crate::render) fn alternate_routes<'s>(
    site: &'s Site,
    subject: Subject<'_>,
    route: &'s Route,
) -> Vec<(&'s str, &'s Route)> {
    let own = subject.language(site);
    let mut found: Vec<(&str, &Route)> = Vec::new();
    let mut default = None;
    for (id, language) in site.config().languages.with_ids() {
        let there = match id == own {
            true => Some(route),
            false => alternate(site, subject, id),
        };
        if id.is_own() {
            default = there;
        }
        found.extend(there.map(|route| (&*language.code, route)));
    }
    if found.len() < 2 {
        return Vec::new();
    }
    found.extend(default.map(|route| ("x-default", route)));
    found
}

/// Returns the addresses of a page in every language.
pub(super) fn alternates(site: &Site, subject: Subject<'_>, route: &Route) -> Value {
    if matches!(subject, Subject::NotFound) {
        return Value::from(Vec::<Value>::new());
    }
    let routes = alternate_routes(site, subject, route).into_iter();
    let values = routes.filter_map(|(code, route)| {
        let url = site.absolute(route)?;
        Some(map([("lang", text(code)), ("url", text(&url))]))
    });
    Value::from(values.collect::<Vec<Value>>())
}

/// Returns the summary of a page's plain-reading version, or of its standard one.
pub(super) fn other_version(site: &Site, page: Option<PageId>, easy: bool) -> Value {
    let other = page.and_then(|page| {
        let variant = site.pages[page].variant();
        let other = Variant { easy, ..variant };
        (other != variant).then(|| site.version(page, other))?
    });
    other.map_or_else(Value::none, |other| summary(site, other))
}

/// Returns the route and title of a subject in another language, if it exists.
fn translated<'s>(
    site: &'s Site,
    subject: Subject<'_>,
    language: LanguageId,
) -> Option<(&'s Route, Arc<str>)> {
    let page = subject.page(site);
    if let Some(other) = page.and_then(|page| version_in(site, page, language)) {
        let other = &site.pages[other];
        return Some((&other.route, Arc::clone(&other.entry.title)));
    }
    let term;
    let other = match subject {
        Subject::Section(folder, _) => Subject::Section(folder, language),
        Subject::Taxonomy(taxonomy, _) => Subject::Taxonomy(taxonomy, language),
        Subject::Term(id) => {
            let id = id.clone();
            term = TermId { language, ..id };
            Subject::Term(&term)
        }
        Subject::Search(_) => Subject::Search(language),
        Subject::Page(_) | Subject::NotFound => return None,
    };
    Some((other.route(site)?, other.title(site)))
}

/// Returns the version of a page in another language; for plain reading if the page is.
fn version_in(site: &Site, page: PageId, language: LanguageId) -> Option<PageId> {
    let easy = site.pages[page].variant().easy;
    site.version(page, Variant { language, easy })
        .or_else(|| site.version(page, Variant::standard(language)))
}

/// Returns the route of the same version of a subject in another language: alternates must refer to
/// each other.
fn alternate<'s>(site: &'s Site, subject: Subject<'_>, language: LanguageId) -> Option<&'s Route> {
    match subject.page(site) {
        Some(page) if site.pages[page].variant().easy => {
            let easy = true;
            let other = site.version(page, Variant { language, easy })?;
            Some(&site.pages[other].route)
        }
        _ => translated(site, subject, language).map(|(route, _)| route),
    }
}
