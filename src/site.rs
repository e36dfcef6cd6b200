//! The site: a map from route to recipe, and what recipes read. Built anew by [`link`] after every
//! change, never altered.

mod addresses;
mod link;
mod recipe;
mod resolve;
mod search;
mod sitemap;
mod statement;

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::config::{BaseUrl, Config, LanguageId, Languages, TaxonomyId};
use crate::data::{self, Data};
use crate::document::{Entry, Kind, TermUse, Variant, is_at_or_below, parent};
use crate::id::{Id, IdVec};
use crate::language::{self, Day};
use crate::route::{LinkStyle, Route};
use crate::source::{SourceId, Tree};
use crate::theme::Theme;

pub use link::{ACTIVE, link};
pub(crate) use search::{FOLDER as SEARCH_FOLDER, TEMPLATE as SEARCH_TEMPLATE, TEXTS, TITLES};
pub(crate) use statement::{STATEMENT, TEMPLATE as STATEMENT_TEMPLATE, data_reader, data_target};

pub use recipe::{Recipe, TermId};
pub use resolve::{Missing, Reader, Resolved, Written};
pub use search::{Part, Search};
pub use sitemap::{Sitemap, SitemapLimits};

/// What the feed of a folder is called.
pub(crate) const FEED: &str = "feed.xml";

/// The page that a server shows where nothing is.
pub(crate) const NOT_FOUND: &str = "404.html";

/// The kind of the ids of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pages {}

/// A page of a site.
pub type PageId = Id<Pages>;

/// A document in its place.
#[derive(Clone, Debug)]
pub struct Page {
    /// What is known of it.
    pub entry: Arc<Entry>,
    /// Its route, also while it is not published.
    pub route: Route,
    /// Whether it is published.
    pub published: bool,
    /// Its place in the list of its section.
    pub rank: usize,
}

impl Page {
    /// Returns whether its front matter names a template.
    pub(crate) fn is_shown_by(&self, name: &str) -> bool {
        self.entry
            .front
            .template
            .as_ref()
            .is_some_and(|template| template.value.trim_end_matches(".html") == name)
    }
}

/// A folder of the content, in one language.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its route, if it has a page.
    pub route: Option<Route>,
    /// Its `_index.md`, if that is there and published.
    pub index: Option<PageId>,
    /// Its title where it has no `_index.md`.
    pub name: Arc<str>,
    /// The pages that it lists, in order.
    pub pages: Vec<PageId>,
    /// The folders of the sections that it lists, in order.
    pub sections: Vec<Arc<str>>,
}

/// A term in one language.
#[derive(Clone, Debug)]
pub struct Term {
    /// The term as it is first written.
    pub name: Arc<str>,
    /// Where it is first written, if a page carries it.
    pub first: Option<(PageId, TermUse)>,
    /// Its own page, if it has one.
    pub page: Option<PageId>,
    /// The pages that carry it, in order.
    pub pages: Vec<PageId>,
    /// Its route.
    pub route: Route,
}

/// What a site depends on beside its documents.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The settings.
    pub config: Arc<Config>,
    /// The compiled themes by name.
    pub themes: BTreeMap<String, Arc<Theme>>,
    /// The data files.
    pub data: Arc<Data>,
    /// The day in the site's time zone.
    pub today: Day,
    /// How the site is built.
    pub mode: Mode,
}

/// How a site is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mode {
    /// Whether unfinished pages are part of the site.
    pub drafts: bool,
    /// How links name pages.
    pub links: LinkStyle,
    /// How much one file of the sitemap may hold.
    pub sitemap: SitemapLimits,
}

/// An immutable site. It holds no texts: who changes only those has the same site.
#[derive(Debug)]
pub struct Site {
    /// What it depends on beside its documents.
    pub inputs: Inputs,
    /// Every document, published or not, in the order of their files.
    pub pages: IdVec<Pages, Page>,
    /// Every route with its recipe, in order of routes.
    pub routes: Vec<(Route, Recipe)>,
    /// The first day after today on which the site will change by itself.
    pub next_change: Option<Day>,
    by_source: FxHashMap<SourceId, PageId>,
    versions: FxHashMap<Arc<str>, Vec<PageId>>,
    sections: BTreeMap<(Arc<str>, LanguageId), Section>,
    terms: BTreeMap<TermId, Term>,
    attachments: BTreeMap<SourceId, Route>,
    /// Every file of the content that is no page, in order, so that a dead link can name what was
    /// meant.
    files: Vec<SourceId>,
    menus: IdVec<Languages, Menus>,
    searches: IdVec<Languages, Option<Search>>,
    sitemap: Option<Sitemap>,
    glossaries: IdVec<Languages, Option<PageId>>,
    statements: IdVec<Languages, Option<PageId>>,
}

/// The menus of a language as templates see them.
#[derive(Clone, Debug, Default)]
pub struct Menus {
    /// The main menu's entries: pages with the title to show.
    pub main: Vec<(PageId, Arc<str>)>,
    /// The footer's.
    pub footer: Vec<(PageId, Arc<str>)>,
}

impl Site {
    /// Returns the recipe of a route.
    pub fn recipe(&self, route: &Route) -> Option<&Recipe> {
        let at = self
            .routes
            .binary_search_by(|(known, _)| known.cmp(route))
            .ok()?;
        Some(&self.routes[at].1)
    }

    /// Returns the settings.
    pub fn config(&self) -> &Config {
        &self.inputs.config
    }

    /// Returns the address at which the site is published, if it is known.
    pub fn base_url(&self) -> Option<&BaseUrl> {
        self.config().base_url.as_ref()
    }

    /// Returns the link to a route from the output's root.
    pub fn link_to(&self, route: &Route) -> String {
        route.link(self.inputs.mode.links)
    }

    /// Finds a page by its file.
    pub fn page_of(&self, source: &str) -> Option<PageId> {
        self.by_source.get(source).copied()
    }

    /// Returns the section of a folder in a language.
    pub fn section(&self, folder: &str, language: LanguageId) -> Option<&Section> {
        self.sections.get(&(Arc::from(folder), language))
    }

    /// Returns the sections in the order of their folders.
    pub fn sections(&self) -> impl Iterator<Item = (&(Arc<str>, LanguageId), &Section)> {
        self.sections.iter()
    }

    /// Returns a term.
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.get(id)
    }

    /// Returns the terms of a taxonomy in a language, in the order of their slugs.
    pub fn terms(
        &self,
        taxonomy: TaxonomyId,
        language: LanguageId,
    ) -> impl Iterator<Item = (&TermId, &Term)> {
        let from = TermId {
            taxonomy,
            language,
            slug: Arc::from(""),
        };
        self.terms
            .range(from..)
            .take_while(move |(id, _)| (id.taxonomy, id.language) == (taxonomy, language))
    }

    /// Returns the menus of a language.
    pub fn menus(&self, language: LanguageId) -> &Menus {
        &self.menus[language]
    }

    /// Returns the published version of a page in a language, if there is one; the page itself is
    /// its own.
    pub fn version(&self, page: PageId, variant: Variant) -> Option<PageId> {
        let versions = self.versions.get(&self.pages[page].entry.position.key)?;
        versions.iter().copied().find(|version| {
            let version = &self.pages[*version];
            version.published && version.entry.position.variant == variant
        })
    }

    /// Returns whether a translation has been compared with its original, as its `checked` says;
    /// none for what is no translation.
    pub fn is_verified(&self, page: PageId) -> Option<bool> {
        let variant = self.pages[page].entry.position.variant;
        let is_translation = !variant.language.is_own()
            && self
                .version(
                    page,
                    Variant {
                        language: LanguageId::OWN,
                        ..variant
                    },
                )
                .is_some();
        is_translation.then(|| self.pages[page].entry.front.checked().is_some())
    }

    /// Returns the page that shows the glossary of a language: that whose template is `glossary`.
    pub fn glossary(&self, language: LanguageId) -> Option<PageId> {
        self.glossaries[language]
    }

    /// Returns whether anything uses a data file that has a form of its own; what nothing uses is
    /// not judged.
    pub fn uses_data(&self, file: &str) -> bool {
        match file {
            data::SYNONYMS => self.searches.iter().any(Option::is_some),
            data::GLOSSARY => self.glossaries.iter().any(Option::is_some),
            data::STATEMENT => self.statements.iter().any(Option::is_some),
            _ => true,
        }
    }

    /// Returns the taxonomy whose terms' pages are in the folder.
    pub fn taxonomy_of(&self, folder: &str) -> Option<TaxonomyId> {
        self.config()
            .taxonomies
            .find_id(|taxonomy| *taxonomy.key == *folder)
    }

    /// Returns the term whose hub a page is.
    pub fn term_of(&self, page: PageId) -> Option<TermId> {
        let position = &self.pages[page].entry.position;
        let taxonomy = self
            .taxonomy_of(&position.folder)
            .filter(|_| position.kind == Kind::Page && !position.variant.easy)?;
        let code = &self.config().languages[position.variant.language].code;
        Some(TermId {
            taxonomy,
            language: position.variant.language,
            slug: Arc::from(language::slug(&position.name, code)),
        })
    }

    /// Returns the theme of a folder in a language: the nearest section that sets one decides. None
    /// if it cannot be used.
    pub fn theme_of(&self, folder: &str, language: LanguageId) -> Option<&Arc<Theme>> {
        let mut folder = folder;
        loop {
            for language in [language, LanguageId::OWN] {
                let index = self
                    .by_key(folder, language)
                    .and_then(|index| self.pages[index].entry.front.theme.as_ref());
                if let Some(theme) = index {
                    return self.inputs.themes.get(&*theme.value);
                }
            }
            if folder.is_empty() {
                return self.inputs.themes.get(&self.config().theme.value);
            }
            folder = parent(folder);
        }
    }

    /// Returns the route of an attachment.
    pub fn attachment(&self, source: &SourceId) -> Option<&Route> {
        self.attachments.get(source)
    }

    /// Returns the pages that a feed may hold: dated, in a language, in a folder or below.
    pub fn feed_pages<'s>(
        &'s self,
        folder: &'s str,
        language: LanguageId,
    ) -> impl Iterator<Item = PageId> + 's {
        self.pages.with_ids().filter_map(move |(index, page)| {
            let position = &page.entry.position;
            let inside = folder.is_empty() || is_at_or_below(&position.folder, folder);
            let dated = page.entry.front.date.or(page.entry.front.updated).is_some();
            (page.published && inside && dated && position.variant == Variant::standard(language))
                .then_some(index)
        })
    }

    fn by_key(&self, folder: &str, language: LanguageId) -> Option<PageId> {
        let versions = self.versions.get(format!("{folder}/_index").as_str())?;
        versions
            .iter()
            .copied()
            .find(|page| self.pages[*page].entry.position.variant == Variant::standard(language))
    }
}

/// Everything that [`link`] joins.
pub struct Parts<'a> {
    /// What the site depends on beside its documents.
    pub inputs: Inputs,
    /// What is known of the documents, in the order of their files.
    pub entries: Vec<Arc<Entry>>,
    /// The files, to see which attachments are there.
    pub tree: &'a Tree,
}
