//! The site: a map from route to recipe, and what recipes read. [`link`] rebuilds it after every
//! change; it is never modified.

mod addresses;
mod inputs;
mod link;
mod meant;
mod missing;
mod pages;
mod recipe;
mod resolve;
mod search;
mod sections;
mod sitemap;
mod spelling;
mod statement;
mod terms;

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::config::{BaseUrl, Config, Language, LanguageId, TaxonomyId};
use crate::data;
use crate::document::{Front, Variant};
use crate::id::IdVec;
use crate::language::Day;
use crate::route::{LinkStyle, Route};
use crate::source::SourceId;
use crate::theme::{Facts, Theme};
use sections::Sections;
use terms::Terms;

pub use inputs::{Inputs, Mode};
pub use link::link;
pub(crate) use meant::OwnAddress;
pub(crate) use search::{FOLDER as SEARCH_FOLDER, TEMPLATE as SEARCH_TEMPLATE, TEXTS, TITLES};
pub(crate) use statement::{STATEMENT, data_origin, data_target};

pub use missing::Written;
pub use pages::{Page, PageId, Pages};
pub use recipe::Recipe;
pub use resolve::{LinkOrigin, Missing, Resolved};
pub use search::{Search, SearchPart};
pub use sections::Section;
pub use sitemap::{Sitemap, SitemapLimits};
pub use terms::{Term, TermId};

/// The file name of a folder's feed.
pub(crate) const FEED: &str = "feed.xml";

/// The page that a server shows for a missing address.
pub(crate) const NOT_FOUND: &str = "404.html";

/// An immutable site. It contains no texts, so changing only texts keeps the same site.
#[derive(Debug)]
pub struct Site {
    /// What it depends on besides its documents.
    pub inputs: Inputs,
    /// Its pages.
    pub pages: Pages,
    /// Every route with its recipe, in order.
    pub routes: Vec<(Route, Recipe)>,
    /// The first day after today on which the site will change by itself.
    pub next_change: Option<Day>,
    indexes: Indexes,
    glossaries: IdVec<Language, Option<PageId>>,
    statements: IdVec<Language, Option<PageId>>,
}

/// What recipes look up besides pages.
#[derive(Debug)]
struct Indexes {
    sections: Sections,
    terms: Terms,
    attachments: BTreeMap<SourceId, Route>,
    menus: IdVec<Language, Menus>,
    searches: IdVec<Language, Option<Search>>,
    sitemap: Option<Sitemap>,
}

/// A menu: pages with the titles to show.
pub(crate) type Menu = Vec<(PageId, Arc<str>)>;

/// The menus of a language.
#[derive(Clone, Debug)]
pub(crate) struct Menus {
    /// The main menu.
    pub(crate) main: Menu,
    /// The footer's.
    pub(crate) footer: Menu,
}

impl Site {
    /// Returns the recipe of a route.
    pub fn recipe(&self, route: &Route) -> Option<&Recipe> {
        let known = self
            .routes
            .binary_search_by(|(known, _)| known.cmp(route));
        let (_, recipe) = self.routes.get(known.ok()?)?;
        Some(recipe)
    }

    /// Returns the settings.
    pub fn config(&self) -> &Config {
        &self.inputs.config
    }

    /// Returns the address at which the site is published, if known.
    pub fn base_url(&self) -> Option<&BaseUrl> {
        self.config().base_url.as_ref()
    }

    /// Returns the absolute address of a route, if the site's address is known.
    pub(crate) fn absolute(&self, route: &Route) -> Option<String> {
        let link = route.link(LinkStyle::Folder);
        Some(self.base_url()?.join(&link))
    }

    /// Returns the link to a route from the output's root.
    pub fn link_to(&self, route: &Route) -> String {
        route.link(self.inputs.mode.links)
    }

    /// Finds a page by its file.
    pub fn page_of(&self, source: &str) -> Option<PageId> {
        self.pages.find(source)
    }

    /// Returns the page whose text a route shows: the page itself, or what an author wrote for a
    /// list. `None` for a list without one, and for anything that is not a page.
    pub(crate) fn page_behind(&self, recipe: &Recipe) -> Option<PageId> {
        match recipe {
            Recipe::Page(source) => self.page_of(source.as_str()),
            Recipe::Section { folder, language } => self.section(folder, *language)?.index,
            Recipe::Taxonomy { taxonomy, language } => {
                let folder = &self.config().taxonomies[*taxonomy].key;
                self.section(folder, *language)?.index
            }
            Recipe::Term(id) => self.term(id)?.page,
            _ => None,
        }
    }

    /// Returns the pages that no route shows, in file order: those that lost their address to
    /// another page, drafts and expired ones; not those that are published only later.
    pub(crate) fn unrouted(&self) -> Vec<PageId> {
        let mut is_shown = self.pages.map(|_, _| false);
        let recipes = self.routes.iter();
        for page in recipes.filter_map(|(_, recipe)| self.page_behind(recipe)) {
            is_shown[page] = true;
        }
        let pages = self.pages.with_ids();
        pages
            .filter(|(id, page)| !is_shown[*id] && !self.inputs.is_scheduled(&page.entry))
            .map(|(id, _)| id)
            .collect()
    }

    /// Returns the section of a folder in a language.
    pub fn section(&self, folder: &str, language: LanguageId) -> Option<&Section> {
        self.indexes
            .sections
            .get(folder, language)
    }

    /// Returns the sections of a language in the order of their folders.
    pub(crate) fn sections(
        &self,
        language: LanguageId,
    ) -> impl Iterator<Item = (&Arc<str>, &Section)> {
        let sections = self.indexes.sections.iter();
        let sections = sections.filter(move |(_, own, _)| *own == language);
        sections.map(|(folder, _, section)| (folder, section))
    }

    /// Returns the position of a page in the list of its section.
    pub(crate) fn position(&self, page: PageId) -> usize {
        self.indexes.sections.position(page)
    }

    /// Returns a term.
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.indexes.terms.get(id)
    }

    /// Returns the term whose text is that of a page.
    pub(crate) fn term_of(&self, page: PageId) -> Option<&TermId> {
        let id = self
            .inputs
            .term_of(&self.pages[page])?;
        let (id, term) = self
            .indexes
            .terms
            .0
            .get_key_value(&id)?;
        (term.page == Some(page)).then_some(id)
    }

    /// Returns the terms of a taxonomy in a language, in the order of their slugs.
    pub(crate) fn terms(
        &self,
        taxonomy: TaxonomyId,
        language: LanguageId,
    ) -> impl Iterator<Item = (&TermId, &Term)> {
        self.indexes
            .terms
            .of(taxonomy, language)
    }

    /// Returns the slugs of the terms of all pages, in all languages and published or not.
    pub(crate) fn all_terms(&self) -> FxHashSet<(TaxonomyId, Arc<str>)> {
        let pages = self.pages.iter();
        pages
            .flat_map(|page| {
                let used = page.entry.terms.iter();
                let own = self.inputs.term_of(page);
                used.map(|used| (used.taxonomy, Arc::clone(&used.slug)))
                    .chain(own.map(|own| (own.taxonomy, own.slug)))
            })
            .collect()
    }

    /// Returns the menus of a language.
    pub(crate) fn menus(&self, language: LanguageId) -> &Menus {
        &self.indexes.menus[language]
    }

    /// Returns the published version of a page in a language, if any; this can be the page itself.
    pub fn version(&self, page: PageId, variant: Variant) -> Option<PageId> {
        self.pages.version(page, variant)
    }

    /// Returns whether a translation has been compared with its original, according to its
    /// `checked`; `None` if it is not a translation.
    pub fn is_verified(&self, page: PageId) -> Option<bool> {
        let variant = self.pages[page].variant();
        if variant.language.is_own() {
            return None;
        }
        let language = LanguageId::OWN;
        self.version(
            page,
            Variant {
                language,
                ..variant
            },
        )?;
        Some(
            self.pages[page]
                .entry
                .front
                .checked()
                .is_some(),
        )
    }

    /// Returns the page that shows the glossary of a language.
    pub fn glossary(&self, language: LanguageId) -> Option<PageId> {
        self.glossaries[language]
    }

    /// Returns whether anything uses a data file with a form; an unused file is not checked against
    /// its form.
    pub fn uses_data(&self, file: &str) -> bool {
        match file {
            data::SYNONYMS => self
                .indexes
                .searches
                .iter()
                .any(Option::is_some),
            data::GLOSSARY => self
                .glossaries
                .iter()
                .any(Option::is_some),
            data::STATEMENT => self
                .statements
                .iter()
                .any(Option::is_some),
            _ => true,
        }
    }

    /// Returns the taxonomy whose terms have their pages in the folder.
    pub fn taxonomy_of(&self, folder: &str) -> Option<TaxonomyId> {
        self.config().taxonomy_id(folder)
    }

    /// Returns the theme of a folder in a language: that of the nearest section that sets one. None
    /// if it is unusable.
    pub fn theme_of(&self, folder: &str, language: LanguageId) -> Option<&Arc<Theme>> {
        self.inputs
            .theme_of(&self.pages, folder, language)
    }

    /// Returns whether the template that a page names is described in `theme.yaml` as `is_such`
    /// requires.
    pub(crate) fn is_shown_by(&self, page: PageId, is_such: impl Fn(&Facts, &str) -> bool) -> bool {
        self.inputs
            .is_shown_by(&self.pages, &self.pages[page], is_such)
    }

    /// Returns the route of an attachment.
    pub fn attachment(&self, source: &SourceId) -> Option<&Route> {
        self.indexes.attachments.get(source)
    }

    /// Returns the day on which a page last changed, if it is dated. A day in the future has not
    /// come, so that of publication counts; the last resort is today.
    pub(crate) fn changed(&self, front: &Front) -> Option<Day> {
        let today = self.inputs.today;
        front.changed()?;
        let days = [front.updated, front.date, front.publish_from];
        let past = days
            .into_iter()
            .flatten()
            .find(|day| *day <= today);
        Some(past.unwrap_or(today))
    }

    /// Returns the pages that a feed may contain: dated, in a language, in a folder or below.
    pub(crate) fn feed_pages<'s>(
        &'s self,
        folder: &'s str,
        language: LanguageId,
    ) -> impl Iterator<Item = &'s Page> {
        self.pages.of_feed(folder, language)
    }
}
