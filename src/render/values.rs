//! What templates see: the site, menus, pages and lists as values, shared where pages share them.

mod lists;
mod page;
mod search;
mod shared;
mod versions;

use std::sync::Arc;

use tera::value::Key;
use tera::{Map, Value};

use crate::config::{LanguageId, TaxonomyId};
use crate::document::{Entry, Kind, target};
use crate::language::Day;
use crate::route::Route;
use crate::site::{FEED, PageId, Recipe, Section, Site, TermId};

pub(super) use lists::insert_subject;
pub(super) use page::{page, with_contents, without_contents};
pub(super) use shared::Shared;
pub(super) use versions::alternate_routes;

/// What lists show of a page: its keys in the order in which templates meet them.
type Summary = [(&'static str, Value); 13];

/// What a page of HTML is about.
#[derive(Clone, Copy)]
pub(super) enum Subject<'s> {
    Page(PageId),
    Section(&'s Arc<str>, LanguageId),
    Taxonomy(TaxonomyId, LanguageId),
    Term(&'s TermId),
    Search(LanguageId),
    NotFound,
}

impl<'s> Subject<'s> {
    /// Returns what a recipe's page is about, if it makes a page that search engines may show.
    pub(super) fn of(site: &Site, recipe: &'s Recipe) -> Option<Self> {
        match recipe {
            Recipe::Page(source) => site.page_of(source.as_str()).map(Self::Page),
            Recipe::Section { folder, language } => Some(Self::Section(folder, *language)),
            Recipe::Taxonomy { taxonomy, language } => Some(Self::Taxonomy(*taxonomy, *language)),
            Recipe::Term(id) => Some(Self::Term(id)),
            _ => None,
        }
    }

    pub(super) fn language(self, site: &Site) -> LanguageId {
        match self {
            Self::Page(page) => site.pages[page].entry.position.variant.language,
            Self::Section(_, language) | Self::Taxonomy(_, language) | Self::Search(language) => {
                language
            }
            Self::Term(id) => id.language,
            Self::NotFound => LanguageId::OWN,
        }
    }

    /// The folder whose theme it takes.
    pub(super) fn folder(self, site: &'s Site) -> &'s str {
        match self {
            Self::Page(page) => &site.pages[page].entry.position.folder,
            Self::Section(folder, _) => folder,
            Self::Taxonomy(taxonomy, _) => &site.config().taxonomies[taxonomy].key,
            Self::Term(id) => &site.config().taxonomies[id.taxonomy].key,
            Self::Search(_) | Self::NotFound => "",
        }
    }

    /// The document that it shows.
    pub(super) fn page(self, site: &Site) -> Option<PageId> {
        match self {
            Self::Page(page) => Some(page),
            Self::Section(..) | Self::Taxonomy(..) => self.section(site)?.index,
            Self::Term(id) => site.term(id)?.page,
            Self::Search(_) | Self::NotFound => None,
        }
    }

    fn section(self, site: &Site) -> Option<&Section> {
        match self {
            Self::Section(folder, language) => site.section(folder, language),
            Self::Taxonomy(taxonomy, language) => {
                site.section(&site.config().taxonomies[taxonomy].key, language)
            }
            Self::Page(_) | Self::Term(_) | Self::Search(_) | Self::NotFound => None,
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Page(_) | Self::NotFound => "page",
            Self::Section(..) => "section",
            Self::Taxonomy(..) => "taxonomy",
            Self::Term(_) => "term",
            Self::Search(_) => "search",
        }
    }
}

/// Makes the summary of a page, as lists show it. It is made where it is shown: kept, it would be a
/// tenth of what a large site holds.
pub(super) fn summary(site: &Site, page: PageId) -> Value {
    map(summary_of(site, page))
}

fn summary_of(site: &Site, page: PageId) -> Summary {
    let (entry, route) = (&site.pages[page].entry, &site.pages[page].route);
    let Entry {
        front, position, ..
    } = &**entry;
    let day = |day: Option<Day>| optional(day.map(|day| day.to_string()).as_deref());
    let kind = match position.kind {
        Kind::Section if site.taxonomy_of(&position.folder).is_some() => "taxonomy",
        Kind::Section => "section",
        Kind::Page if site.taxonomy_of(&position.folder).is_some() => "term",
        Kind::Page | Kind::Bundle => "page",
    };
    let language = &site.config().languages[position.variant.language].code;
    [
        ("title", text(&entry.title)),
        ("description", text(&entry.summary)),
        (
            "lang",
            text(front.lang.as_ref().map_or(language, |lang| &lang.value)),
        ),
        ("date", day(front.date)),
        ("updated", day(front.updated)),
        (
            "weight",
            front
                .weight
                .or(position.number)
                .map_or_else(Value::none, Value::from),
        ),
        ("easy", Value::from(position.variant.easy)),
        ("time", optional(front.time())),
        ("draft", Value::from(front.draft)),
        ("extra", front.extra().clone()),
        ("path", text(&site.link_to(route))),
        ("kind", text(kind)),
        ("image", image(site, page)),
    ]
}

/// Makes a summary of what has no document: a section or term that its pages alone bring about.
fn bare(title: &str, route: &Route, site: &Site, language: LanguageId, kind: &str) -> Summary {
    let config = site.config();
    [
        ("title", text(title)),
        ("description", Value::from("")),
        ("lang", text(&config.languages[language].code)),
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

fn folder_summary(site: &Site, folder: &str, language: LanguageId) -> Option<Value> {
    let section = site.section(folder, language)?;
    Some(match section.index {
        Some(index) => summary(site, index),
        None => map(bare(
            &folder_title(site, folder, section, language),
            &section.route,
            site,
            language,
            "section",
        )),
    })
}

fn image(site: &Site, page: PageId) -> Value {
    let entry = &site.pages[page].entry;
    let source = entry
        .front
        .image
        .as_ref()
        .and_then(|image| target::read(&image.value, &entry.source).ok()?.attachment());
    match source.and_then(|source| site.attachment(&source).cloned()) {
        Some(route) => map([
            ("path", text(&site.link_to(&route))),
            ("alt", text(entry.front.image_alt())),
        ]),
        None => Value::none(),
    }
}

fn language_value(site: &Site, language: LanguageId) -> Value {
    let own = &site.config().languages[language];
    map([
        ("lang", text(&own.code)),
        ("name", text(&own.name)),
        ("path", text(&home(site, language))),
        ("title", text(&own.title)),
    ])
}

/// Returns the link to a language's home page; to the site's own where it has none.
fn home(site: &Site, language: LanguageId) -> String {
    let home = site
        .section("", language)
        .or_else(|| site.section("", LanguageId::OWN));
    home.map(|home| site.link_to(&home.route))
        .unwrap_or_default()
}

/// Returns the feed of a folder in a language, if it has one.
fn feed(site: &Site, folder: &str, language: LanguageId, title: &str) -> Value {
    let route = site.section(folder, language).map(|section| &section.route);
    let route = route.and_then(|route| Route::new(&format!("{}{FEED}", route.folder())).ok());
    match route.filter(|route| matches!(site.recipe(route), Some(Recipe::Feed { .. }))) {
        Some(route) => map([
            ("path", text(&site.link_to(&route))),
            ("title", text(title)),
        ]),
        None => Value::none(),
    }
}

fn title(site: &Site, subject: Subject<'_>) -> Arc<str> {
    let document = subject
        .page(site)
        .map(|page| Arc::clone(&site.pages[page].entry.title));
    document.unwrap_or_else(|| match subject {
        Subject::Section(folder, language) => {
            let section = site.section(folder, language);
            section.map_or_else(
                || Arc::clone(folder),
                |section| folder_title(site, folder, section, language),
            )
        }
        Subject::Taxonomy(taxonomy, language) => Arc::from(
            site.config().taxonomies[taxonomy].names[language]
                .title
                .as_str(),
        ),
        Subject::Term(id) => site.term_title(id),
        Subject::Search(language) => search::title_of(site, language),
        Subject::Page(_) | Subject::NotFound => Arc::from("404"),
    })
}

fn folder_title(site: &Site, folder: &str, section: &Section, language: LanguageId) -> Arc<str> {
    match site.taxonomy_of(folder) {
        Some(taxonomy) => Arc::from(
            site.config().taxonomies[taxonomy].names[language]
                .title
                .as_str(),
        ),
        None if folder.is_empty() => Arc::from(site.config().languages[language].title.as_str()),
        None => site.shown(&section.name, language),
    }
}

fn route_of<'s>(site: &'s Site, subject: Subject<'_>) -> Option<&'s Route> {
    match subject {
        Subject::Page(page) => Some(&site.pages[page].route),
        Subject::Section(folder, language) => Some(&site.section(folder, language)?.route),
        Subject::Taxonomy(taxonomy, language) => {
            let folder = &site.config().taxonomies[taxonomy].key;
            Some(&site.section(folder, language)?.route)
        }
        Subject::Term(id) => Some(&site.term(id)?.route),
        Subject::Search(language) => site.search(language).map(|search| &search.route),
        Subject::NotFound => None,
    }
}

fn path(site: &Site, subject: Subject<'_>) -> String {
    route_of(site, subject)
        .map(|route| site.link_to(route))
        .unwrap_or_default()
}

pub(super) fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::from(
        entries
            .into_iter()
            .map(|(key, value)| (Key::Str(key), value))
            .collect::<Map>(),
    )
}

fn text(text: &str) -> Value {
    Value::normal_string(text)
}

fn optional(text: Option<&str>) -> Value {
    text.map_or_else(Value::none, Value::normal_string)
}
