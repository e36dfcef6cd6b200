//! The value of the page itself: its summary, and where it stands among the others.

use std::sync::Arc;

use tera::Value;
use tera::value::Key;

use super::versions::{alternates, other_version, translations};
use super::{
    Shared, Subject, bare, feed, folder_summary, map, optional, path, summary, summary_of, text,
    title,
};
use crate::document::{Entry, Front, Heading, parent};
use crate::route::Route;
use crate::site::{Site, TermId};

/// Makes the value of the page itself.
pub(in crate::render) fn page(
    shared: &Shared,
    site: &Site,
    subject: Subject<'_>,
    route: &Route,
) -> Value {
    let language = subject.language(site);
    let index = subject.page(site);
    let summary = match index {
        Some(index) => summary_of(site, index),
        None => bare(&title(site, subject), route, site, language, subject.kind()),
    };
    let entry = index.map(|index| &*site.pages[index].entry);
    let url = if matches!(subject, Subject::NotFound) {
        None
    } else {
        site.absolute(route)
    };
    let (previous, next) = neighbours(site, subject);
    let feed = match subject {
        Subject::Section(folder, _) => feed(site, folder, language, &title(site, subject)),
        _ => Value::none(),
    };
    let details = [
        ("kind", text(subject.kind())),
        ("url", optional(url.as_deref())),
        ("toc", contents(entry.filter(|entry| entry.front.toc))),
        ("breadcrumbs", breadcrumbs(site, subject)),
        ("previous", previous),
        ("next", next),
        ("translations", translations(site, subject)),
        ("alternates", alternates(site, subject, route)),
        ("easy_version", other_version(site, index, true)),
        ("standard_version", other_version(site, index, false)),
        (
            "terms",
            entry.map_or_else(
                || Value::from(Vec::<Value>::new()),
                |entry| terms(site, entry),
            ),
        ),
        (
            "noindex",
            Value::from(
                shared.demo
                    || matches!(subject, Subject::Search(_) | Subject::NotFound)
                    || entry.is_some_and(|entry| entry.front.draft),
            ),
        ),
        ("feed", feed),
    ];
    let front = entry
        .map(|entry| entry.front.details(&entry.steps))
        .unwrap_or_else(|| Front::default().details(&[]));
    map(summary.into_iter().chain(details).chain(front))
}

/// The folders above a subject, from the home page down.
fn breadcrumbs(site: &Site, subject: Subject<'_>) -> Value {
    let language = subject.language(site);
    let above = match subject {
        Subject::Page(page) => site.pages[page].entry.position.parent().map(str::to_owned),
        Subject::Section(folder, _) if folder.is_empty() => None,
        Subject::Section(folder, _) => Some(parent(folder).to_owned()),
        Subject::Taxonomy(..) | Subject::Search(_) => Some(String::new()),
        Subject::Term(id) => Some(site.config().taxonomies[id.taxonomy].key.to_string()),
        Subject::NotFound => None,
    };
    let mut folder = above;
    let mut crumbs = Vec::new();
    while let Some(name) = folder {
        crumbs.extend(folder_summary(site, &name, language));
        folder = (!name.is_empty()).then(|| parent(&name).to_owned());
    }
    crumbs.reverse();
    Value::from(crumbs)
}

fn neighbours(site: &Site, subject: Subject<'_>) -> (Value, Value) {
    let page = match subject {
        Subject::Page(page) => Some(page),
        Subject::Term(id) => site.term(id).and_then(|term| term.page),
        _ => None,
    };
    let around = page.and_then(|id| {
        let page = &site.pages[id];
        let position = &page.entry.position;
        let section = site
            .section(position.parent()?, position.variant.language)
            .filter(|_| !position.variant.easy)?;
        let at = |position: Option<usize>| {
            position
                .and_then(|position| section.pages.get(position))
                .map_or_else(Value::none, |page| summary(site, *page))
        };
        let own = site.position(id);
        Some((at(own.checked_sub(1)), at(Some(own + 1))))
    });
    around.unwrap_or_else(|| (Value::none(), Value::none()))
}

/// The terms that a page carries, taxonomy by taxonomy.
fn terms(site: &Site, entry: &Entry) -> Value {
    let language = entry.position.variant.language;
    let groups = site
        .config()
        .taxonomies
        .with_ids()
        .filter_map(|(taxonomy, settings)| {
            let carried = entry
                .terms
                .iter()
                .filter(|term_use| term_use.taxonomy == taxonomy);
            let items: Vec<Value> = carried
                .filter_map(|term_use| {
                    let id = TermId {
                        taxonomy,
                        language,
                        slug: Arc::clone(&term_use.slug),
                    };
                    let term = site.term(&id)?;
                    let code = text(&site.config().languages[language].code);
                    Some(map([
                        ("title", text(&site.term_title(&id))),
                        ("path", text(&site.link_to(&term.route))),
                        ("lang", code),
                    ]))
                })
                .collect();
            if items.is_empty() {
                return None;
            }
            let subject = Subject::Taxonomy(taxonomy, language);
            let key = text(&settings.key);
            Some(map([
                ("key", key),
                ("title", text(&title(site, subject))),
                ("path", text(&path(site, subject))),
                ("terms", Value::from(items)),
            ]))
        });
    Value::from(groups.collect::<Vec<Value>>())
}

/// Gives a page its contents, whatever its front matter says: a block of its text shows them.
pub(in crate::render) fn with_contents(page: Value, entry: &Entry) -> Value {
    let mut page = page.into_map().unwrap_or_default();
    page.insert(Key::Str("toc"), contents(Some(entry)));
    Value::from(page)
}

/// Takes the contents from a page whose text shows them, so that they are there once.
pub(in crate::render) fn without_contents(page: Value) -> Value {
    let mut page = page.into_map().unwrap_or_default();
    page.insert(Key::Str("toc"), contents(None));
    Value::from(page)
}

/// The headings of levels 2 and 3 as a tree.
fn contents(entry: Option<&Entry>) -> Value {
    let mut tree: Vec<(&Heading, Vec<Value>)> = Vec::new();
    for heading in entry.iter().flat_map(|entry| &entry.headings) {
        match (heading.level, tree.last_mut()) {
            (2, _) => tree.push((heading, Vec::new())),
            (3, Some((_, children))) => children.push(toc_entry(heading, Vec::new())),
            _ => {}
        }
    }
    Value::from(
        tree.into_iter()
            .map(|(heading, children)| toc_entry(heading, children))
            .collect::<Vec<Value>>(),
    )
}

fn toc_entry(heading: &Heading, children: Vec<Value>) -> Value {
    map([
        ("level", Value::from(u64::from(heading.level))),
        ("id", text(&heading.id)),
        ("title", text(&heading.shown)),
        ("children", Value::from(children)),
    ])
}
