//! Rendering: turns a route of a site into an artifact. Pure, and the same for `build`, `check` and
//! `serve`.

pub mod body;
mod escape;
mod feed;
mod functions;
mod glossary;
mod headings;
mod html;
mod search;
mod sitemap;
mod statement;
mod svg;
mod values;
mod xml;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;
use tera::Tera;

use crate::config::{Language, LanguageId, TaxonomyId};
use crate::diagnostic::{Audience, Code, Diagnostic, Excuses, Rules, settled};
use crate::document::{Document, Entry};
use crate::id::IdVec;
use crate::language::cleaned;
use crate::layout;
use crate::route::Route;
use crate::site::{Page, PageId, Recipe, Site};
use crate::source::{SourceId, Tree};
use glossary::Glossary;
use values::{Shared, Subject};

pub(crate) use escape::escaped;

/// The content of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Artifact {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a source file, read when it is written or served.
    File(SourceId),
}

/// A site with its templates bound to it.
pub struct Renderer {
    site: Arc<Site>,
    /// The documents of the site's pages.
    documents: IdVec<Page, Arc<Document>>,
    tree: Arc<Tree>,
    /// The templates of every theme, by theme name.
    engines: BTreeMap<String, Tera>,
    shared: Shared,
    /// The search index of every language, built from this renderer alone on first use.
    indexes: IdVec<Language, OnceLock<search::Index>>,
    /// The slugs of all terms of all pages, published or not; built on first use, too.
    terms: OnceLock<FxHashSet<(TaxonomyId, Arc<str>)>>,
    /// The glossary of every language that has one.
    glossaries: IdVec<Language, Option<Glossary>>,
    /// The findings that pages allow, and which of them have occurred so far.
    excuses: Arc<Excuses>,
}

impl Renderer {
    /// Binds the templates of a site's themes to it; `documents` are the documents of its pages.
    pub fn new(
        site: Arc<Site>,
        documents: Vec<Arc<Document>>,
        tree: Arc<Tree>,
        excuses: Arc<Excuses>,
    ) -> Self {
        let themes = site.inputs.themes.iter();
        let languages = &site.config().languages;
        Self {
            engines: themes
                .map(|(name, theme)| (name.clone(), functions::bound(theme, &site)))
                .collect(),
            shared: Shared::new(&site),
            indexes: languages.map(|_, _| OnceLock::new()),
            terms: OnceLock::new(),
            glossaries: languages.map(|language, _| Glossary::new(&site, language)),
            documents: documents.into(),
            tree,
            excuses,
            site,
        }
    }

    /// Binds the templates to another site of the same documents.
    #[must_use]
    pub fn with(&self, site: Arc<Site>) -> Self {
        let documents = self.documents.iter().cloned();
        let tree = Arc::clone(&self.tree);
        Self::new(site, documents.collect(), tree, Arc::clone(&self.excuses))
    }

    /// Returns the findings that pages allow.
    pub(crate) fn excuses(&self) -> &Excuses {
        &self.excuses
    }

    /// Returns the site.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// Returns the document of a page.
    pub fn document(&self, page: PageId) -> &Document {
        &self.documents[page]
    }

    /// Returns the sources.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Renders a route. If there is no artifact, at least one finding is an error.
    pub fn render(&self, route: &Route) -> (Option<Artifact>, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let recipe = self.site.recipe(route);
        let artifact = recipe.and_then(|recipe| self.recipe(route, recipe, &mut found));
        (artifact, self.settled(found, Audience::Readers))
    }

    /// Renders a page only for its findings, even if it has no route. What nobody sees has only
    /// warnings.
    pub fn findings_of(&self, page: PageId) -> Vec<Diagnostic> {
        let audience = match self.site.pages[page].published {
            true => Audience::Readers,
            false => Audience::Nobody,
        };
        let mut found = Vec::new();
        let subject = Subject::of_page(&self.site, page);
        // Without the page itself there are only its findings, which is all that is wanted.
        let _ = self.html(&self.site.pages[page].route, subject, &mut found);
        let mut found = self.settled(found, audience);
        if audience == Audience::Nobody {
            // Drafts may refer to each other and to attachments of their own.
            found.retain(|finding| finding.code != Code::LinkToUnpublished);
        }
        found
    }

    /// Reports what pages allow although it does not occur. Only right once every route, and every
    /// page without one, has been rendered.
    pub fn unused_excuses(&self) -> Vec<Diagnostic> {
        let mut unused = self.excuses.unused();
        unused.retain(|finding| {
            let source = finding
                .place
                .as_ref()
                .map(|place| place.source.as_str());
            source.is_some_and(|source| self.site.page_of(source).is_some())
        });
        settled(unused, Rules::of(&self.site.config().severities))
    }

    fn settled(&self, found: Vec<Diagnostic>, audience: Audience) -> Vec<Diagnostic> {
        let rules = Rules {
            severities: &self.site.config().severities,
            excuses: &self.excuses,
            audience,
        };
        settled(found, rules)
    }

    fn recipe(
        &self,
        route: &Route,
        recipe: &Recipe,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Artifact> {
        let site = &*self.site;
        let bytes = match recipe {
            Recipe::Page(_)
            | Recipe::Section { .. }
            | Recipe::Taxonomy { .. }
            | Recipe::Term(_)
            | Recipe::SearchPage { .. }
            | Recipe::NotFound => self.html(route, Subject::of(site, recipe)?, found)?,
            Recipe::Redirect(to) => self.redirect(route, to, found)?,
            Recipe::Search { language, part } => search::file(self, *language, *part)?,
            Recipe::Feed { folder, language } => feed::feed(site, route, folder, *language),
            Recipe::Statement => statement::copy(site)?,
            Recipe::Sitemap => sitemap::sitemap(site),
            Recipe::SitemapPart(part) => sitemap::sitemap_part(site, Some(*part)),
            Recipe::Robots => sitemap::robots(site),
            Recipe::Asset(source) => return self.asset(route, source, found),
            Recipe::ThemeAsset(theme, name) => {
                return self
                    .theme_asset(theme, name)
                    .map(Artifact::Bytes);
            }
            Recipe::ThemeStatic(theme, name) => {
                return self
                    .theme_static(theme, name)
                    .map(Artifact::Bytes);
            }
        };
        Some(Artifact::Bytes(readable(bytes)))
    }

    fn asset(
        &self,
        route: &Route,
        source: &SourceId,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Artifact> {
        let is_static = source.below(layout::STATIC).is_some();
        if !route.as_str().ends_with(".svg") || is_static {
            return Some(Artifact::File(source.clone()));
        }
        let cleaned = svg::cleaned(self.tree.get(source)?.bytes());
        let bytes = reported(cleaned.map_err(|why| why.finding(source)), found)?;
        Some(Artifact::Bytes(bytes))
    }

    fn theme_asset(&self, theme: &str, name: &str) -> Option<Vec<u8>> {
        let theme = self.site.inputs.themes.get(theme)?;
        Some(theme.assets.get(name)?.bytes.to_vec())
    }

    fn theme_static(&self, theme: &str, name: &str) -> Option<Vec<u8>> {
        let theme = self.site.inputs.themes.get(theme)?;
        Some(
            theme
                .statics
                .get(name)?
                .bytes()
                .to_vec(),
        )
    }

    /// Returns the glossary to which a page's words link; the glossary's own page has no such
    /// links.
    fn glossary(&self, entry: &Entry) -> Option<&Glossary> {
        let glossary = self.glossaries[entry.position.variant.language].as_ref()?;
        (self.site.pages[glossary.page]
            .entry
            .source
            != entry.source)
            .then_some(glossary)
    }

    /// Returns whether any page has a term, or is its page, in any language and published or not.
    fn has_term(&self, taxonomy: TaxonomyId, slug: &str) -> bool {
        let terms = self
            .terms
            .get_or_init(|| self.site.all_terms());
        terms.contains(&(taxonomy, Arc::from(slug)))
    }

    /// Returns the search index of a language.
    fn index(&self, language: LanguageId) -> Option<&search::Index> {
        let search = self.site.search(language)?;
        Some(self.indexes[language].get_or_init(|| search::build(self, language, search)))
    }
}

/// Returns a text without what no output may hold.
fn readable(bytes: Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(&bytes).map(cleaned) {
        Ok(Cow::Owned(cleaned)) => cleaned.into_bytes(),
        Ok(Cow::Borrowed(_)) | Err(_) => bytes,
    }
}

/// Returns the result, or adds the reason for its absence to the findings.
fn reported<T>(made: Result<T, Diagnostic>, found: &mut Vec<Diagnostic>) -> Option<T> {
    made.map_err(|finding| found.push(finding))
        .ok()
}
