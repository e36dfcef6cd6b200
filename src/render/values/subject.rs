//! The subjects of HTML pages: their titles, routes and documents.

use std::sync::Arc;

use crate::config::{LanguageId, TaxonomyId};
use crate::document;
use crate::language::Typography;
use crate::route::Route;
use crate::site::{NOT_FOUND, PageId, Recipe, SEARCH_TEMPLATE, Section, Site, TermId};

/// The theme's message that is the title of the search page.
const SEARCH_TITLE: &str = "search";

/// The subject of an HTML page.
#[derive(Clone, Copy)]
pub(in crate::render) enum Subject<'s> {
    Page(PageId),
    Section(&'s Arc<str>, LanguageId),
    Taxonomy(TaxonomyId, LanguageId),
    Term(&'s TermId),
    Search(LanguageId),
    NotFound,
}

impl<'s> Subject<'s> {
    /// Returns the subject of a recipe, if it makes an HTML page.
    pub(in crate::render) fn of(site: &Site, recipe: &'s Recipe) -> Option<Self> {
        Some(match recipe {
            Recipe::Page(source) => Self::Page(site.page_of(source.as_str())?),
            Recipe::Section { folder, language } => Self::Section(folder, *language),
            Recipe::Taxonomy { taxonomy, language } => Self::Taxonomy(*taxonomy, *language),
            Recipe::Term(id) => Self::Term(id),
            Recipe::SearchPage { language } => Self::Search(*language),
            Recipe::NotFound => Self::NotFound,
            _ => return None,
        })
    }

    /// Returns the subject that shows a page, even if another has its address.
    pub(in crate::render) fn of_page(site: &'s Site, page: PageId) -> Self {
        let language = site.pages[page].language();
        let folder = &site.pages[page].entry.position.folder;
        let section = site.section(folder, language);
        if section.is_some_and(|section| section.index == Some(page)) {
            return match site.taxonomy_of(folder) {
                Some(taxonomy) => Self::Taxonomy(taxonomy, language),
                None => Self::Section(folder, language),
            };
        }
        site.term_of(page)
            .map_or(Self::Page(page), Self::Term)
    }

    pub(in crate::render) fn language(self, site: &Site) -> LanguageId {
        match self {
            Self::Page(page) => site.pages[page].language(),
            Self::Section(_, language) | Self::Taxonomy(_, language) | Self::Search(language) => {
                language
            }
            Self::Term(id) => id.language,
            Self::NotFound => LanguageId::OWN,
        }
    }

    /// Returns the folder that decides its theme.
    pub(in crate::render) fn folder(self, site: &'s Site) -> &'s str {
        let of_taxonomy = |id| &*site.config().taxonomies[id].key;
        match self {
            Self::Page(page) => &site.pages[page].entry.position.folder,
            Self::Section(folder, _) => folder,
            Self::Taxonomy(taxonomy, _) => of_taxonomy(taxonomy),
            Self::Term(id) => of_taxonomy(id.taxonomy),
            Self::Search(_) | Self::NotFound => "",
        }
    }

    /// Returns the document that it shows.
    pub(in crate::render) fn page(self, site: &Site) -> Option<PageId> {
        match self {
            Self::Page(page) => Some(page),
            Self::Section(..) | Self::Taxonomy(..) => self.section(site)?.index,
            Self::Term(id) => site.term(id)?.page,
            Self::Search(_) | Self::NotFound => None,
        }
    }

    pub(super) fn section(self, site: &Site) -> Option<&Section> {
        match self {
            Self::Section(folder, language) => site.section(folder, language),
            Self::Taxonomy(taxonomy, language) => {
                site.section(&site.config().taxonomies[taxonomy].key, language)
            }
            Self::Page(_) | Self::Term(_) | Self::Search(_) | Self::NotFound => None,
        }
    }

    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Page(_) | Self::NotFound => "page",
            Self::Section(..) => "section",
            Self::Taxonomy(..) => "taxonomy",
            Self::Term(_) => "term",
            Self::Search(_) => "search",
        }
    }

    /// Returns the template of its kind.
    pub(in crate::render) fn template(self) -> &'static str {
        match self {
            Self::Page(_) => "page.html",
            Self::Section(folder, _) if folder.is_empty() => "home.html",
            Self::Section(..) => "section.html",
            Self::Taxonomy(..) => "taxonomy.html",
            Self::Term(_) => "term.html",
            Self::Search(_) => SEARCH_TEMPLATE,
            Self::NotFound => NOT_FOUND,
        }
    }

    /// Returns the title, typeset: that of its document, if it has one.
    pub(super) fn title(self, site: &Site) -> Arc<str> {
        if let Some(page) = self.page(site) {
            return Arc::clone(&site.pages[page].entry.title);
        }
        match self {
            Self::Section(folder, language) => match site.section(folder, language) {
                Some(section) => folder_title(site, folder, section, language),
                None => Arc::clone(folder),
            },
            Self::Taxonomy(taxonomy, language) => taxonomy_title(site, taxonomy, language),
            Self::Term(id) => term_title(site, id),
            Self::Search(language) => search_title(site, language),
            Self::Page(_) | Self::NotFound => Arc::from("404"),
        }
    }

    pub(super) fn route(self, site: &Site) -> Option<&Route> {
        match self {
            Self::Page(page) => Some(&site.pages[page].route),
            Self::Section(..) | Self::Taxonomy(..) => Some(&self.section(site)?.route),
            Self::Term(id) => Some(&site.term(id)?.route),
            Self::Search(language) => Some(&site.search(language)?.route),
            Self::NotFound => None,
        }
    }

    /// Returns the link from the output's root; empty if it has no route.
    pub(super) fn path(self, site: &Site) -> String {
        let route = self.route(site);
        route
            .map(|route| site.link_to(route))
            .unwrap_or_default()
    }
}

/// Returns the title of a folder without an `_index.md`.
pub(super) fn folder_title(
    site: &Site,
    folder: &str,
    section: &Section,
    language: LanguageId,
) -> Arc<str> {
    match site.taxonomy_of(folder) {
        Some(taxonomy) => taxonomy_title(site, taxonomy, language),
        None if folder.is_empty() => Arc::from(&*site.config().languages[language].title),
        None => typeset(site, &section.name, language),
    }
}

fn taxonomy_title(site: &Site, taxonomy: TaxonomyId, language: LanguageId) -> Arc<str> {
    Arc::from(&*site.config().taxonomies[taxonomy].names[language].title)
}

/// Returns the title of a term, typeset: that of its page, else the term as first written.
pub(super) fn term_title(site: &Site, id: &TermId) -> Arc<str> {
    let Some(term) = site.term(id) else {
        return Arc::clone(&id.slug);
    };
    match term.page {
        Some(page) => Arc::clone(&site.pages[page].entry.title),
        None => typeset(site, &term.name, id.language),
    }
}

/// Returns the title of the search page, a message of the theme.
fn search_title(site: &Site, language: LanguageId) -> Arc<str> {
    let theme = site.theme_of("", language);
    let code = &site.config().languages[language].code;
    let messages = theme.and_then(|theme| theme.messages.get(&**code));
    let title = messages.and_then(|messages| messages.get(SEARCH_TITLE, &[]));
    Arc::from(
        title
            .as_deref()
            .unwrap_or(SEARCH_TITLE),
    )
}

/// Typesets a text in one of the site's languages.
fn typeset(site: &Site, text: &Arc<str>, language: LanguageId) -> Arc<str> {
    let config = site.config();
    let typography = Typography::of(&config.languages[language].code);
    document::typeset(text, typography.filter(|_| config.typography))
}
