//! The value of the page itself: its summary and its surroundings.

use tera::Value;
use tera::value::Key;

use super::shared::feed;
use super::subject::Subject;
use super::summary::{bare, of_folder, summary, summary_of};
use super::versions::{alternates, other_version, translations};
use super::{Shared, map, optional, terms, text};
use crate::document::{Entry, Front, Heading, parent};
use crate::route::Route;
use crate::site::{PageId, Site};

/// Returns the value of the page itself.
pub(in crate::render) fn page(
    shared: &Shared,
    site: &Site,
    subject: Subject<'_>,
    route: &Route,
) -> Value {
    let page = subject.page(site);
    let summary = match page {
        Some(page) => summary_of(site, page),
        None => {
            let kind = (subject.language(site), subject.kind());
            bare(site, &subject.title(site), route, kind)
        }
    };
    let entry = page.map(|page| &*site.pages[page].entry);
    let is_draft = entry.is_some_and(|entry| entry.front.draft);
    let is_hidden = matches!(subject, Subject::Search(_) | Subject::NotFound);
    let front = match entry {
        Some(entry) => entry.front.details(&entry.steps),
        None => Front::default().details(&[]),
    };
    let details = details(site, subject, route);
    let noindex = Value::from(shared.demo || is_hidden || is_draft);
    let details = details
        .into_iter()
        .chain([("noindex", noindex)]);
    map(summary
        .into_iter()
        .chain(details)
        .chain(front))
}

/// Returns the values of a page besides its summary and front matter.
fn details(site: &Site, subject: Subject<'_>, route: &Route) -> [(&'static str, Value); 13] {
    let page = subject.page(site);
    let entry = page.map(|page| &*site.pages[page].entry);
    let has_address = !matches!(subject, Subject::NotFound);
    let url = has_address
        .then(|| site.absolute(route))
        .flatten();
    let terms = entry.map(|entry| terms::of_page(site, entry));
    let [previous, next] = neighbours(site, subject);
    let feed = match subject {
        Subject::Section(folder, language) => feed(site, folder, language, &subject.title(site)),
        _ => Value::none(),
    };
    [
        ("kind", text(subject.kind())),
        ("lead", entry.map_or_else(Value::none, lead)),
        ("url", optional(url.as_deref())),
        ("toc", contents(entry.filter(|entry| entry.front.toc))),
        ("breadcrumbs", breadcrumbs(site, subject)),
        ("previous", previous),
        ("next", next),
        ("translations", translations(site, subject)),
        ("alternates", alternates(site, subject, route)),
        ("easy_version", other_version(site, page, true)),
        ("standard_version", other_version(site, page, false)),
        ("terms", Value::from(terms.unwrap_or_default())),
        ("feed", feed),
    ]
}

/// Returns the description that an author gave a page; its first paragraph is in the text anyway.
fn lead(entry: &Entry) -> Value {
    let own = entry.front.description.as_ref();
    optional(own.map(|_| &*entry.summary))
}

/// Returns the summaries of the folders above a subject, from the home page down.
fn breadcrumbs(site: &Site, subject: Subject<'_>) -> Value {
    let language = subject.language(site);
    let mut folder = above(site, subject);
    let mut crumbs = Vec::new();
    while let Some(name) = folder {
        crumbs.extend(of_folder(site, name, language));
        folder = (!name.is_empty()).then(|| parent(name));
    }
    crumbs.reverse();
    Value::from(crumbs)
}

/// Returns the folder above a subject; none above the home page.
fn above<'s>(site: &'s Site, subject: Subject<'s>) -> Option<&'s str> {
    match subject {
        Subject::Page(page) => site.pages[page]
            .entry
            .position
            .parent(),
        Subject::Section(folder, _) => (!folder.is_empty()).then(|| parent(folder)),
        Subject::Taxonomy(..) | Subject::Search(_) => Some(""),
        Subject::Term(id) => Some(&site.config().taxonomies[id.taxonomy].key),
        Subject::NotFound => None,
    }
}

/// Returns the summaries of the pages before and after a page in the list of its section.
fn neighbours(site: &Site, subject: Subject<'_>) -> [Value; 2] {
    let page = match subject {
        Subject::Page(page) => Some(page),
        Subject::Term(id) => site
            .term(id)
            .and_then(|term| term.page),
        _ => None,
    };
    let ids = page.map_or([None; 2], |page| neighbour_ids(site, page));
    ids.map(|id| id.map_or_else(Value::none, |id| summary(site, id)))
}

fn neighbour_ids(site: &Site, page: PageId) -> [Option<PageId>; 2] {
    let own = &site.pages[page].entry.position;
    let folder = own
        .parent()
        .filter(|_| !own.variant.easy);
    let section = folder.and_then(|folder| site.section(folder, own.variant.language));
    let Some(section) = section else {
        return [None; 2];
    };
    let position = site.position(page);
    let before = position.checked_sub(1);
    [before, Some(position + 1)].map(|position| section.pages.get(position?).copied())
}

/// Adds the contents to a page, whatever its front matter says, because a block of its text shows
/// them.
pub(in crate::render) fn with_contents(page: Value, entry: &Entry) -> Value {
    with_toc(page, contents(Some(entry)))
}

/// Removes the contents from a page whose text shows them, so that they appear once.
pub(in crate::render) fn without_contents(page: Value) -> Value {
    with_toc(page, contents(None))
}

fn with_toc(page: Value, contents: Value) -> Value {
    let mut page = page.into_map().unwrap_or_default();
    page.insert(Key::Str("toc"), contents);
    Value::from(page)
}

/// Returns the headings of levels 2 and 3 as a tree.
fn contents(entry: Option<&Entry>) -> Value {
    let mut tree: Vec<(&Heading, Vec<Value>)> = Vec::new();
    for heading in entry
        .iter()
        .flat_map(|entry| &entry.headings)
    {
        match (heading.level, tree.last_mut()) {
            (2, _) => tree.push((heading, Vec::new())),
            (3, Some((_, children))) => children.push(toc_entry(heading, Vec::new())),
            _ => {}
        }
    }
    let entries = tree.into_iter();
    let entries = entries.map(|(heading, children)| toc_entry(heading, children));
    Value::from(entries.collect::<Vec<Value>>())
}

fn toc_entry(heading: &Heading, children: Vec<Value>) -> Value {
    map([
        ("level", Value::from(u64::from(heading.level))),
        ("id", text(&heading.id)),
        ("title", text(&heading.shown)),
        ("children", Value::from(children)),
    ])
}
