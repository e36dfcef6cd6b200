//! What templates see: the site, menus, pages and lists as values, shared where pages share them.

use std::sync::Arc;

use tera::value::Key;
use tera::{Context, Map, Value};

use crate::document::{Heading, Kind, Variant, target};
use crate::route::Route;
use crate::site::{PageIndex, Recipe, Section, Site, TermId};
use crate::theme::Theme;

/// What a page of HTML is about.
#[derive(Clone, Copy)]
pub(super) enum Subject<'s> {
    Page(PageIndex),
    Section(&'s Arc<str>, usize),
    Taxonomy(usize, usize),
    Term(&'s TermId),
    NotFound,
}

impl<'s> Subject<'s> {
    pub(super) fn language(self, site: &Site) -> usize {
        match self {
            Self::Page(page) => site.pages[page].entry.position.variant.language,
            Self::Section(_, language) | Self::Taxonomy(_, language) => language,
            Self::Term(id) => id.language,
            Self::NotFound => 0,
        }
    }

    /// The folder whose theme it takes.
    pub(super) fn folder(self, site: &'s Site) -> &'s str {
        match self {
            Self::Page(page) => &site.pages[page].entry.position.folder,
            Self::Section(folder, _) => folder,
            Self::Taxonomy(taxonomy, _) => &site.config().taxonomies[taxonomy].key,
            Self::Term(id) => &site.config().taxonomies[id.taxonomy].key,
            Self::NotFound => "",
        }
    }

    /// The document that it shows.
    pub(super) fn page(self, site: &Site) -> Option<PageIndex> {
        match self {
            Self::Page(page) => Some(page),
            Self::Section(..) | Self::Taxonomy(..) => self.section(site)?.index,
            Self::Term(id) => site.term(id)?.page,
            Self::NotFound => None,
        }
    }

    fn section(self, site: &Site) -> Option<&Section> {
        match self {
            Self::Section(folder, language) => site.section(folder, language),
            Self::Taxonomy(taxonomy, language) => site.section(&site.config().taxonomies[taxonomy].key, language),
            Self::Page(_) | Self::Term(_) | Self::NotFound => None,
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Page(_) | Self::NotFound => "page",
            Self::Section(..) => "section",
            Self::Taxonomy(..) => "taxonomy",
            Self::Term(_) => "term",
        }
    }
}

/// Values that many pages share, per language.
pub(super) struct Shared {
    languages: Vec<PerLanguage>,
    data: Value,
    demo: bool,
}

struct PerLanguage {
    code: Value,
    site: Value,
    nav: Value,
}

impl Shared {
    pub(super) fn new(site: &Site) -> Self {
        let languages = 0..site.config().languages.len();
        let demo = !site.config().organisation.missing().is_empty();
        Self { languages: languages.map(|language| per_language(site, language, demo)).collect(), data: site.inputs.data.clone(), demo }
    }

    /// Starts the context of a page.
    pub(super) fn context(&self, language: usize, theme: &Theme, root: &str) -> Context {
        let mut context = Context::new();
        self.add_to_block(&mut context, language, theme);
        context.insert_value("nav", self.languages[language].nav.clone());
        context.insert_value("root", Value::normal_string(root));
        for absent in ["section", "taxonomy", "term"] {
            context.insert_value(absent, Value::none());
        }
        context
    }

    /// Adds what pages and blocks alike see.
    pub(super) fn add_to_block(&self, context: &mut Context, language: usize, theme: &Theme) {
        let own = &self.languages[language];
        context.insert_value("site", own.site.clone());
        context.insert_value("lang", own.code.clone());
        context.insert_value("theme", theme.value.clone());
        context.insert_value("data", self.data.clone());
    }
}

fn per_language(site: &Site, language: usize, demo: bool) -> PerLanguage {
    let config = site.config();
    let own = &config.languages[language];
    let home = home(site, language);
    let organisation =
        config.organisation.entries.iter().map(|(key, value)| (Key::Str(key), value.as_deref().map_or_else(Value::none, Value::from)));
    let organisation: Map = organisation.collect();
    let languages: Vec<Value> = (0..config.languages.len()).map(|language| language_value(site, language)).collect();
    let values = [
        ("title", text(&own.title)),
        ("description", text(&own.description)),
        ("language", text(&config.language().code)),
        ("base_url", optional(config.base_url.as_ref().map(|base| base.as_str()))),
        ("languages", Value::from(languages)),
        ("home", text(&home)),
        ("demo", Value::from(demo)),
        ("organisation", Value::from(organisation)),
        ("feed", feed(site, "", language, &own.title)),
        ("generator", text(concat!("pakt ", env!("CARGO_PKG_VERSION")))),
    ];
    let menu = |entries: &[(PageIndex, Arc<str>)]| {
        let entry =
            |(page, title): &(PageIndex, Arc<str>)| map([("title", text(title)), ("path", text(&site.link_to(&site.pages[*page].route)))]);
        Value::from(entries.iter().map(entry).collect::<Vec<Value>>())
    };
    let menus = site.menus(language);
    let nav = map([("main", menu(&menus.main)), ("footer", menu(&menus.footer))]);
    PerLanguage { code: text(&own.code), site: map(values), nav }
}

fn language_value(site: &Site, language: usize) -> Value {
    let own = &site.config().languages[language];
    map([("lang", text(&own.code)), ("name", text(&own.name)), ("path", text(&home(site, language))), ("title", text(&own.title))])
}

/// Returns the link to a language's home page; to the site's own where it has none.
fn home(site: &Site, language: usize) -> String {
    let home = site.section("", language).and_then(|home| home.route.as_ref()).or_else(|| site.section("", 0)?.route.as_ref());
    home.map(|route| site.link_to(route)).unwrap_or_default()
}

/// Returns the feed of a folder in a language, if it has one.
fn feed(site: &Site, folder: &str, language: usize, title: &str) -> Value {
    let route = site.section(folder, language).and_then(|section| section.route.as_ref());
    let route = route.and_then(|route| Route::new(&format!("{}feed.xml", route.folder())).ok());
    match route.filter(|route| matches!(site.recipe(route), Some(Recipe::Feed { .. }))) {
        Some(route) => map([("path", text(&site.link_to(&route))), ("title", text(title))]),
        None => Value::none(),
    }
}

/// Makes the summary of a page, as lists show it.
pub(super) fn summary(site: &Site, page: PageIndex) -> Value {
    Value::from(summary_map(site, page))
}

fn summary_map(site: &Site, page: PageIndex) -> Map {
    let Page { entry, route } = Page::of(site, page);
    let mut summary = Map::with_capacity(32);
    summary.extend(entry.value.iter().map(|(key, value)| (key.clone(), value.clone())));
    summary.insert(Key::Str("path"), text(&site.link_to(route)));
    let kind = match entry.position.kind {
        Kind::Section if site.taxonomy_of(&entry.position.folder).is_some() => "taxonomy",
        Kind::Section => "section",
        Kind::Page if site.taxonomy_of(&entry.position.folder).is_some() => "term",
        Kind::Page | Kind::Bundle => "page",
    };
    summary.insert(Key::Str("kind"), text(kind));
    summary.insert(Key::Str("image"), image(site, page));
    summary
}

struct Page<'s> {
    entry: &'s crate::document::Entry,
    route: &'s Route,
}

impl<'s> Page<'s> {
    fn of(site: &'s Site, page: PageIndex) -> Self {
        Self { entry: &site.pages[page].entry, route: &site.pages[page].route }
    }
}

fn image(site: &Site, page: PageIndex) -> Value {
    let entry = &site.pages[page].entry;
    let source = entry.front.image.as_ref().and_then(|image| target::read(&image.value, &entry.source).ok()?.attachment());
    match source.and_then(|source| site.attachment(&source).cloned()) {
        Some(route) => map([("path", text(&site.link_to(&route))), ("alt", text(entry.front.image_alt()))]),
        None => Value::none(),
    }
}

/// Makes a summary of what has no document: a section or term that its pages alone bring about.
fn bare(title: &str, route: &Route, site: &Site, language: usize, kind: &str) -> Map {
    let config = site.config();
    let entries = [
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
    ];
    entries.into_iter().map(|(key, value)| (Key::Str(key), value)).collect()
}

/// Makes the value of the page itself.
pub(super) fn page(shared: &Shared, site: &Site, subject: Subject<'_>, route: &Route) -> Value {
    let language = subject.language(site);
    let index = subject.page(site);
    let mut page = match index {
        Some(index) => summary_map(site, index),
        None => bare(&title(site, subject), route, site, language, subject.kind()),
    };
    let entry = index.map(|index| &*site.pages[index].entry);
    let url = if matches!(subject, Subject::NotFound) { None } else { site.absolute(route) };
    let (previous, next) = neighbours(site, subject);
    let feed_folder = match subject {
        Subject::Section(folder, _) => folder,
        _ => "",
    };
    let details = [
        ("kind", text(subject.kind())),
        ("url", optional(url.as_deref())),
        ("toc", entry.filter(|entry| entry.front.toc).map_or_else(|| Value::from(Vec::<Value>::new()), |entry| toc(&entry.headings))),
        ("breadcrumbs", breadcrumbs(site, subject)),
        ("previous", previous),
        ("next", next),
        ("translations", translations(site, subject)),
        ("alternates", alternates(site, subject, route)),
        ("easy_version", other_version(site, index, true)),
        ("standard_version", other_version(site, index, false)),
        ("terms", entry.map_or_else(|| Value::from(Vec::<Value>::new()), |entry| terms(site, entry))),
        ("noindex", Value::from(shared.demo || matches!(subject, Subject::NotFound) || entry.is_some_and(|entry| entry.front.draft))),
        ("feed", feed(site, feed_folder, language, &title(site, subject))),
    ];
    page.extend(details.into_iter().map(|(key, value)| (Key::Str(key), value)));
    let front = entry.map(|entry| entry.front.details()).unwrap_or_else(|| crate::document::Front::default().details());
    page.extend(front.into_iter().map(|(key, value)| (Key::Str(key), value)));
    Value::from(page)
}

/// Adds `section`, `taxonomy` or `term` to a page's context.
pub(super) fn insert_subject(context: &mut Context, shared: &Shared, site: &Site, subject: Subject<'_>) {
    match subject {
        Subject::Section(..) => context.insert_value("section", section(site, subject)),
        Subject::Taxonomy(taxonomy, language) => context.insert_value("taxonomy", taxonomy_value(site, subject, taxonomy, language)),
        Subject::Term(id) => context.insert_value("term", term(site, id)),
        Subject::NotFound => {
            let languages: Vec<Value> = (0..shared.languages.len()).map(|language| language_value(site, language)).collect();
            context.insert_value("languages", Value::from(languages));
        }
        Subject::Page(_) => {}
    }
}

fn section(site: &Site, subject: Subject<'_>) -> Value {
    let language = subject.language(site);
    let (pages, sections) = match subject.section(site) {
        Some(section) => {
            let sections = section.sections.iter().filter_map(|folder| folder_summary(site, folder, language));
            (section.pages.iter().map(|page| summary(site, *page)).collect(), sections.collect())
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

fn folder_summary(site: &Site, folder: &str, language: usize) -> Option<Value> {
    let section = site.section(folder, language)?;
    Some(match section.index {
        Some(index) => summary(site, index),
        None => Value::from(bare(&folder_title(site, folder, section, language), section.route.as_ref()?, site, language, "section")),
    })
}

fn taxonomy_value(site: &Site, subject: Subject<'_>, taxonomy: usize, language: usize) -> Value {
    let mut terms: Vec<(&TermId, &crate::site::Term)> = site.terms(taxonomy, language).collect();
    let order = |term: &crate::site::Term| term.page.map(|page| site.pages[page].entry.order.clone());
    terms.sort_by_key(|(id, term)| (term.page.is_none(), order(term), id.slug.clone()));
    let term = |(id, term): (&TermId, &crate::site::Term)| {
        map([
            ("title", text(&site.term_title(id))),
            ("path", text(&site.link_to(&term.route))),
            ("description", text(term.page.map_or("", |page| &site.pages[page].entry.summary))),
            ("count", Value::from(term.pages.len())),
            ("lang", text(&site.config().languages[language].code)),
        ])
    };
    map([
        ("key", text(&site.config().taxonomies[taxonomy].key)),
        ("title", text(&title(site, subject))),
        ("path", text(&path(site, subject))),
        ("terms", Value::from(terms.into_iter().map(term).collect::<Vec<Value>>())),
    ])
}

fn term(site: &Site, id: &TermId) -> Value {
    let subject = Subject::Term(id);
    let taxonomy = Subject::Taxonomy(id.taxonomy, id.language);
    let pages: Vec<Value> = site.term(id).map(|term| term.pages.iter().map(|page| summary(site, *page)).collect()).unwrap_or_default();
    map([
        ("title", text(&title(site, subject))),
        ("path", text(&path(site, subject))),
        ("taxonomy", map([("title", text(&title(site, taxonomy))), ("path", text(&path(site, taxonomy)))])),
        ("pages", Value::from(pages)),
    ])
}

fn title(site: &Site, subject: Subject<'_>) -> Arc<str> {
    let document = subject.page(site).map(|page| Arc::clone(&site.pages[page].entry.front.title));
    document.unwrap_or_else(|| match subject {
        Subject::Section(folder, language) => {
            let section = site.section(folder, language);
            section.map_or_else(|| Arc::clone(folder), |section| folder_title(site, folder, section, language))
        }
        Subject::Taxonomy(taxonomy, language) => Arc::from(site.config().taxonomies[taxonomy].names[language].title.as_str()),
        Subject::Term(id) => site.term_title(id),
        Subject::Page(_) | Subject::NotFound => Arc::from("404"),
    })
}

fn folder_title(site: &Site, folder: &str, section: &Section, language: usize) -> Arc<str> {
    match site.taxonomy_of(folder) {
        Some(taxonomy) => Arc::from(site.config().taxonomies[taxonomy].names[language].title.as_str()),
        None if folder.is_empty() => Arc::from(site.config().languages[language].title.as_str()),
        None => Arc::clone(&section.name),
    }
}

fn route_of<'s>(site: &'s Site, subject: Subject<'_>) -> Option<&'s Route> {
    match subject {
        Subject::Page(page) => Some(&site.pages[page].route),
        Subject::Section(folder, language) => site.section(folder, language)?.route.as_ref(),
        Subject::Taxonomy(taxonomy, language) => site.section(&site.config().taxonomies[taxonomy].key, language)?.route.as_ref(),
        Subject::Term(id) => Some(&site.term(id)?.route),
        Subject::NotFound => None,
    }
}

fn path(site: &Site, subject: Subject<'_>) -> String {
    route_of(site, subject).map(|route| site.link_to(route)).unwrap_or_default()
}

/// The folders above a subject, from the home page down.
fn breadcrumbs(site: &Site, subject: Subject<'_>) -> Value {
    let language = subject.language(site);
    let above = match subject {
        Subject::Page(page) => site.pages[page].entry.position.parent().map(str::to_owned),
        Subject::Section(folder, _) if folder.is_empty() => None,
        Subject::Section(folder, _) => Some(crate::document::parent(folder).to_owned()),
        Subject::Taxonomy(..) => Some(String::new()),
        Subject::Term(id) => Some(site.config().taxonomies[id.taxonomy].key.to_string()),
        Subject::NotFound => None,
    };
    let mut folder = above;
    let mut crumbs = Vec::new();
    while let Some(name) = folder {
        crumbs.extend(folder_summary(site, &name, language));
        folder = (!name.is_empty()).then(|| crate::document::parent(&name).to_owned());
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
    let around = page.and_then(|page| {
        let page = &site.pages[page];
        let position = &page.entry.position;
        let section = site.section(position.parent()?, position.variant.language).filter(|_| !position.variant.easy)?;
        let at = |rank: Option<usize>| rank.and_then(|rank| section.pages.get(rank)).map_or_else(Value::none, |page| summary(site, *page));
        Some((at(page.rank.checked_sub(1)), at(Some(page.rank + 1))))
    });
    around.unwrap_or_else(|| (Value::none(), Value::none()))
}

/// Returns the route of a subject in another language, if it is there.
fn translated<'s>(site: &'s Site, subject: Subject<'_>, language: usize) -> Option<(&'s Route, Arc<str>)> {
    let by_page = subject.page(site).and_then(|page| {
        let variant = site.pages[page].entry.position.variant;
        let other =
            site.version(page, Variant { language, ..variant }).or_else(|| site.version(page, Variant { language, easy: false }))?;
        Some((&site.pages[other].route, Arc::clone(&site.pages[other].entry.front.title)))
    });
    by_page.or_else(|| {
        let term_id;
        let other = match subject {
            Subject::Section(folder, _) => Subject::Section(folder, language),
            Subject::Taxonomy(taxonomy, _) => Subject::Taxonomy(taxonomy, language),
            Subject::Term(id) => {
                term_id = TermId { language, ..id.clone() };
                Subject::Term(&term_id)
            }
            Subject::Page(_) | Subject::NotFound => return None,
        };
        Some((route_of(site, other)?, title(site, other)))
    })
}

fn translations(site: &Site, subject: Subject<'_>) -> Value {
    let own = subject.language(site);
    let others = (0..site.config().languages.len()).filter(|language| *language != own).map(|language| {
        let words = &site.config().languages[language];
        let (path, title, exists) = match translated(site, subject, language) {
            Some((route, title)) => (site.link_to(route), title, true),
            None => (home(site, language), Arc::from(words.title.as_str()), false),
        };
        let values = [
            ("lang", text(&words.code)),
            ("name", text(&words.name)),
            ("path", text(&path)),
            ("title", text(&title)),
            ("exists", Value::from(exists)),
        ];
        map(values)
    });
    Value::from(others.collect::<Vec<Value>>())
}

/// The addresses of a page in every language, for search engines; the site's own language is the default.
pub(super) fn alternate_routes<'s>(site: &'s Site, subject: Subject<'_>, route: &'s Route) -> Vec<(&'s str, &'s Route)> {
    let own = subject.language(site);
    let mut found: Vec<(&str, &Route)> = Vec::new();
    for language in 0..site.config().languages.len() {
        let there = if language == own { Some(route) } else { translated(site, subject, language).map(|(route, _)| route) };
        found.extend(there.map(|route| (&*site.config().languages[language].code, route)));
    }
    if found.len() < 2 {
        return Vec::new();
    }
    let default = found.iter().find(|(code, _)| *code == &*site.config().language().code).map(|(_, route)| *route);
    found.extend(default.map(|route| ("x-default", route)));
    found
}

fn alternates(site: &Site, subject: Subject<'_>, route: &Route) -> Value {
    if matches!(subject, Subject::NotFound) {
        return Value::from(Vec::<Value>::new());
    }
    let alternates = alternate_routes(site, subject, route)
        .into_iter()
        .filter_map(|(code, route)| Some(map([("lang", text(code)), ("url", text(&site.absolute(route)?))])));
    Value::from(alternates.collect::<Vec<Value>>())
}

/// Returns the plain-reading version of a page, or its standard one.
fn other_version(site: &Site, page: Option<PageIndex>, easy: bool) -> Value {
    let other = page.and_then(|page| {
        let variant = site.pages[page].entry.position.variant;
        if variant.easy == easy { None } else { site.version(page, Variant { easy, ..variant }) }
    });
    other.map_or_else(Value::none, |other| summary(site, other))
}

/// The terms that a page carries, taxonomy by taxonomy.
fn terms(site: &Site, entry: &crate::document::Entry) -> Value {
    let language = entry.position.variant.language;
    let groups = site.config().taxonomies.iter().enumerate().filter_map(|(taxonomy, settings)| {
        let carried = entry.terms.iter().filter(|term_use| term_use.taxonomy == taxonomy);
        let items: Vec<Value> = carried
            .filter_map(|term_use| {
                let id = TermId { taxonomy, language, slug: Arc::clone(&term_use.slug) };
                let term = site.term(&id)?;
                let code = text(&site.config().languages[language].code);
                Some(map([("title", text(&site.term_title(&id))), ("path", text(&site.link_to(&term.route))), ("lang", code)]))
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

/// The headings of levels 2 and 3 as a tree.
fn toc(headings: &[Heading]) -> Value {
    let mut tree: Vec<(&Heading, Vec<Value>)> = Vec::new();
    for heading in headings {
        match (heading.level, tree.last_mut()) {
            (2, _) => tree.push((heading, Vec::new())),
            (3, Some((_, children))) => children.push(toc_entry(heading, Vec::new())),
            _ => {}
        }
    }
    Value::from(tree.into_iter().map(|(heading, children)| toc_entry(heading, children)).collect::<Vec<Value>>())
}

fn toc_entry(heading: &Heading, children: Vec<Value>) -> Value {
    map([
        ("level", Value::from(u64::from(heading.level))),
        ("id", text(&heading.id)),
        ("title", text(&heading.title)),
        ("children", Value::from(children)),
    ])
}

fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(entries.into_iter().map(|(key, value)| (Key::Str(key), value)).collect::<Map>())
}

fn text(text: &str) -> Value {
    Value::normal_string(text)
}

fn optional(text: Option<&str>) -> Value {
    text.map_or_else(Value::none, Value::normal_string)
}
