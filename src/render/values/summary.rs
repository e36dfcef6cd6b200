//! Summaries: how lists show pages, sections and terms.

use tera::{Map, Value};

use super::subject::folder_title;
use super::{map, optional, text};
use crate::config::LanguageId;
use crate::document::{Entry, PageKind, target};
use crate::language::Day;
use crate::route::Route;
use crate::site::{PageId, Site};

/// How lists show a page: its keys in the order in which templates see them.
pub(super) type Summary = [(&'static str, Value); 13];

/// Returns the summary of a page. It is built on each use: keeping it would take a tenth of a large
/// site's memory.
pub(super) fn summary(site: &Site, page: PageId) -> Value {
    map(summary_of(site, page))
}

/// Returns the summaries of pages.
pub(in crate::render) fn summaries(site: &Site, pages: &[PageId]) -> Vec<Value> {
    pages
        .iter()
        .map(|page| summary(site, *page))
        .collect()
}

pub(super) fn summary_of(site: &Site, page: PageId) -> Summary {
    let entry = &*site.pages[page].entry;
    let front = &entry.front;
    let variant = entry.position.variant;
    let own = &site.config().languages[variant.language].code;
    let language = front
        .lang
        .as_ref()
        .map_or(own, |lang| &lang.value);
    let weight = front.weight.or(entry.position.number);
    [
        ("title", text(&entry.title)),
        ("description", text(&entry.summary)),
        ("lang", text(language)),
        ("date", day(front.date)),
        ("updated", day(front.updated)),
        ("weight", weight.map_or_else(Value::none, Value::from)),
        ("easy", Value::from(variant.easy)),
        ("time", optional(front.time())),
        ("draft", Value::from(front.draft)),
        ("extra", front.extra().clone()),
        ("path", text(&site.link_to(&site.pages[page].route))),
        ("kind", text(kind(site, entry))),
        ("image", image(site, entry)),
    ]
}

/// Returns the summary of something without a document: a section or term that exists only through
/// its pages.
pub(super) fn bare(
    site: &Site,
    title: &str,
    route: &Route,
    (language, kind): (LanguageId, &str),
) -> Summary {
    [
        ("title", text(title)),
        ("description", Value::from("")),
        ("lang", text(&site.config().languages[language].code)),
        ("date", Value::none()),
        ("updated", Value::none()),
        ("weight", Value::none()),
        ("easy", Value::from(false)),
        ("time", Value::none()),
        ("draft", Value::from(false)),
        ("extra", Value::from(Map::new())),
        ("path", text(&site.link_to(route))),
        ("kind", text(kind)),
        ("image", Value::none()),
    ]
}

/// Returns the summary of a section, if it exists.
pub(super) fn of_folder(site: &Site, folder: &str, language: LanguageId) -> Option<Value> {
    let section = site.section(folder, language)?;
    Some(match section.index {
        Some(index) => summary(site, index),
        None => {
            let title = folder_title(site, folder, section, language);
            map(bare(site, &title, &section.route, (language, "section")))
        }
    })
}

fn day(day: Option<Day>) -> Value {
    optional(
        day.map(|day| day.to_string())
            .as_deref(),
    )
}

fn kind(site: &Site, entry: &Entry) -> &'static str {
    let is_of_taxonomy = site
        .taxonomy_of(&entry.position.folder)
        .is_some();
    match entry.position.kind {
        PageKind::Section if is_of_taxonomy => "taxonomy",
        PageKind::Section => "section",
        PageKind::Page if is_of_taxonomy => "term",
        PageKind::Page | PageKind::Bundle => "page",
    }
}

fn image(site: &Site, entry: &Entry) -> Value {
    let image = entry.front.image.as_ref();
    let target = image.and_then(|image| target::read(&image.value, &entry.source).ok());
    let source = target.and_then(|target| target.attachment());
    match source.and_then(|source| site.attachment(&source)) {
        Some(route) => map([
            ("path", text(&site.link_to(route))),
            ("alt", text(entry.front.image_alt())),
        ]),
        None => Value::none(),
    }
}
