//! Rendering: a route of a site becomes an artifact. Pure; the same for `build`, `check` and
//! `serve`.

pub mod body;
mod feed;
mod glossary;
mod search;
mod sitemap;
mod statement;
mod svg;
mod values;
mod xml;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::config::{Language, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::target::{self, Target};
use crate::document::{self, Document, Entry, Variant};
use crate::id::IdVec;
use crate::language::Typography;
use crate::layout;
use crate::route::Route;
use crate::site::{LinkOrigin, Page, PageId, Recipe, Resolved, SEARCH_TEMPLATE, Site, TermId};
use crate::source::{SourceId, Tree};
use crate::theme::{self, Theme};
use body::Surroundings;
use glossary::Glossary;
use values::{Shared, Subject};

/// What a route holds.
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
    engines: BTreeMap<String, Tera>,
    shared: Shared,
    /// The search index of every language, made of this renderer alone when it is first asked for:
    /// the one memo.
    indexes: IdVec<Language, OnceLock<search::Index>>,
    /// The glossary of every language that has one.
    glossaries: IdVec<Language, Option<Glossary>>,
}

/// Where a block stands.
struct BlockPlace<'a> {
    entry: &'a Entry,
    /// The language that it or a block around it is marked as.
    language: Option<&'a str>,
}

/// The usual size of a page in bytes, so that its buffer rarely grows.
const USUAL_PAGE: usize = 24 * 1024;

impl Renderer {
    /// Binds the templates of a site's themes to it; `documents` are those of its pages.
    pub fn new(site: Arc<Site>, documents: Vec<Arc<Document>>, tree: Arc<Tree>) -> Self {
        let engines = site
            .inputs
            .themes
            .iter()
            .map(|(name, theme)| (name.clone(), bound(theme, &site)))
            .collect();
        let languages = &site.config().languages;
        let indexes = languages.map(|_, _| OnceLock::new());
        let glossaries = languages.map(|language, _| Glossary::new(&site, language));
        Self {
            shared: Shared::new(&site),
            engines,
            indexes,
            glossaries,
            site,
            documents: documents.into(),
            tree,
        }
    }

    /// Returns the site.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// Returns the document of a page.
    pub fn document(&self, page: PageId) -> &Document {
        &self.documents[page]
    }

    /// Returns the glossary to which a page's words lead; its own page explains them itself.
    fn glossary(&self, entry: &Entry) -> Option<&Glossary> {
        let glossary = self.glossaries[entry.position.variant.language].as_ref()?;
        (self.site.pages[glossary.page].entry.source != entry.source).then_some(glossary)
    }

    /// Returns the search index of a language.
    fn index(&self, language: LanguageId) -> Option<&search::Index> {
        let search = self.site.search(language)?;
        Some(self.indexes[language].get_or_init(|| search::build(self, language, search)))
    }

    /// Returns the sources.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Renders a route. Without an artifact, at least one finding is an error.
    pub fn render(&self, route: &Route) -> (Option<Artifact>, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let artifact = match self.site.recipe(route) {
            Some(recipe) => self.recipe(route, recipe, &mut found),
            None => None,
        };
        (artifact, found)
    }

    fn recipe(
        &self,
        route: &Route,
        recipe: &Recipe,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Artifact> {
        let site = &*self.site;
        match recipe {
            Recipe::Page(source) => self.html(
                route,
                Subject::Page(site.page_of(source.as_str())?),
                "page.html",
                found,
            ),
            Recipe::Section { folder, language } => {
                let template = if folder.is_empty() {
                    "home.html"
                } else {
                    "section.html"
                };
                self.html(route, Subject::Section(folder, *language), template, found)
            }
            Recipe::Taxonomy { taxonomy, language } => self.html(
                route,
                Subject::Taxonomy(*taxonomy, *language),
                "taxonomy.html",
                found,
            ),
            Recipe::Term(id) => self.html(route, Subject::Term(id), "term.html", found),
            Recipe::NotFound => self.html(route, Subject::NotFound, "404.html", found),
            Recipe::SearchPage { language } => {
                self.html(route, Subject::Search(*language), SEARCH_TEMPLATE, found)
            }
            Recipe::Search { language, part } => {
                Some(Artifact::Bytes(search::file(self, *language, *part)?))
            }
            Recipe::Redirect(to) => self.redirect(route, to, found),
            Recipe::Feed { folder, language } => {
                Some(Artifact::Bytes(feed::feed(site, route, folder, *language)))
            }
            Recipe::Statement => Some(Artifact::Bytes(statement::copy(site)?)),
            Recipe::Sitemap => Some(Artifact::Bytes(sitemap::sitemap(site))),
            Recipe::SitemapPart(part) => {
                Some(Artifact::Bytes(sitemap::sitemap_part(site, Some(*part))))
            }
            Recipe::Robots => Some(Artifact::Bytes(sitemap::robots(site))),
            Recipe::Asset(source) => self.asset(route, source, found),
            Recipe::ThemeAsset(theme, name) => Some(Artifact::Bytes(
                site.inputs
                    .themes
                    .get(&**theme)?
                    .assets
                    .get(&**name)?
                    .bytes
                    .to_vec(),
            )),
            Recipe::ThemeStatic(theme, name) => Some(Artifact::Bytes(
                site.inputs
                    .themes
                    .get(&**theme)?
                    .statics
                    .get(&**name)?
                    .bytes()
                    .to_vec(),
            )),
        }
    }

    /// Renders a page by the template that it chooses, else by that of its kind.
    fn html(
        &self,
        route: &Route,
        subject: Subject<'_>,
        template_of_kind: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Artifact> {
        let site = &*self.site;
        let theme = site
            .theme_of(subject.folder(site), subject.language(site))
            .map(|theme| &**theme);
        let root = self.root(route, subject);
        let page = subject.page(site);
        let value = values::page(&self.shared, site, subject, route);
        let in_text =
            page.filter(|page| theme.is_some_and(|theme| self.has_contents(theme, *page)));
        let value = in_text.iter().fold(value, |value, page| {
            values::with_contents(value, &site.pages[*page].entry)
        });
        let content = page.map(|page| {
            let entry = &site.pages[page].entry;
            let surroundings = Surroundings {
                renderer: self,
                theme,
                entry,
                root: &root,
                page: &value,
            };
            body::html(self.document(page), &surroundings, found)
        });
        let value = if in_text.is_some() {
            values::without_contents(value)
        } else {
            value
        };
        // Without a theme there is no page, but what is wrong in its body has been told all the
        // same.
        let theme = theme?;
        let mut context = self.shared.context(subject.language(site), theme, &root);
        values::insert_subject(&mut context, site, subject);
        context.insert_value("page", value);
        if let Some(glossary) = self
            .glossaries
            .iter()
            .flatten()
            .find(|glossary| page == Some(glossary.page))
        {
            context.insert_value("glossary", glossary.value.clone());
        }
        if let Some(statement) = page.and_then(|page| statement::value(site, page, &root)) {
            context.insert_value("statement", statement);
        }
        context.insert_value("content", Value::safe_string(&content.unwrap_or_default()));
        let template = self
            .chosen_template(theme, page)
            .map_err(|finding| found.push(finding))
            .ok()?;
        let template = template.as_deref().unwrap_or(template_of_kind);
        let blamed = page.map_or_else(
            || SourceId::new(route.as_str()),
            |page| site.pages[page].entry.source.clone(),
        );
        self.template(theme, template, &context, &blamed)
            .map_err(|finding| found.push(finding))
            .ok()
            .map(Artifact::Bytes)
    }

    /// Returns what leads from a page to the output's root.
    fn root(&self, route: &Route, subject: Subject<'_>) -> String {
        match subject {
            // The page for missing addresses is served anywhere, so it leads to the root from the
            // server's.
            Subject::NotFound => self
                .site
                .base_url()
                .map_or("/", |base| base.path())
                .to_owned(),
            _ => route.root().into_owned(),
        }
    }

    /// Returns the template that the front matter of a page names, if it names one that is there.
    fn chosen_template(
        &self,
        theme: &Theme,
        page: Option<PageId>,
    ) -> Result<Option<String>, Diagnostic> {
        let entry = page.map(|page| &self.site.pages[page].entry);
        let Some((entry, chosen)) =
            entry.and_then(|entry| Some((entry, entry.front.template.as_ref()?)))
        else {
            return Ok(None);
        };
        let name = if chosen.value.ends_with(".html") {
            chosen.value.to_string()
        } else {
            format!("{}.html", chosen.value)
        };
        if theme.has_template(&name) {
            return Ok(Some(name));
        }
        let known = theme
            .files
            .keys()
            .map(String::as_str)
            .filter(|name| !name.contains('/'));
        Err(
            Diagnostic::new(Code::UnknownTemplate, Place::at(&entry.source, chosen.span))
                .arg("name", &name)
                .nearest(&name, known),
        )
    }

    /// Returns whether a block of a page's text shows the contents.
    fn has_contents(&self, theme: &Theme, page: PageId) -> bool {
        self.document(page)
            .body()
            .blocks()
            .iter()
            .any(|block| theme.is_of_contents(&block.name))
    }

    fn redirect(&self, route: &Route, to: &Route, found: &mut Vec<Diagnostic>) -> Option<Artifact> {
        let site = &*self.site;
        let page = &site.pages[Subject::of(site, site.recipe(to)?)?.page(site)?];
        let language = page.entry.position.variant.language;
        let theme = site.theme_of(&page.entry.position.folder, language)?;
        let mut context = self.shared.context(language, theme, &route.root());
        let link = site.link_to(to);
        context.insert_value(
            "target",
            Value::normal_string(&format!("{}{link}", route.root())),
        );
        context.insert_value(
            "url",
            site.absolute(to)
                .map_or_else(Value::none, |url| Value::normal_string(&url)),
        );
        context.insert_value("title", Value::normal_string(&page.entry.title));
        let html = self.template(theme, "redirect.html", &context, &page.entry.source);
        html.map_err(|finding| found.push(finding))
            .ok()
            .map(Artifact::Bytes)
    }

    /// Renders a template; what fails is told at its own place, and `page` is named as the one that
    /// met it.
    fn template(
        &self,
        theme: &Theme,
        name: &str,
        context: &Context,
        page: &SourceId,
    ) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::with_capacity(USUAL_PAGE);
        let engine = self.engines.get(&theme.name).unwrap_or(&theme.tera);
        engine
            .render_to(name, context, &mut bytes)
            .map_err(|error| theme::failure(&error, &theme.files, page))?;
        Ok(bytes)
    }

    /// Renders the template of a block; in another language than the page, it gets the theme's
    /// words in that, if it has some.
    fn block(
        &self,
        theme: &Theme,
        name: &str,
        mut context: Context,
        around: BlockPlace<'_>,
    ) -> Result<String, Diagnostic> {
        self.shared
            .add_to_block(&mut context, around.entry.position.variant.language, theme);
        if let Some(language) = around
            .language
            .filter(|language| theme.messages.contains_key(*language))
        {
            context.insert_value("lang", Value::normal_string(language));
        }
        let bytes = self.template(
            theme,
            &format!("blocks/{name}.html"),
            &context,
            &around.entry.source,
        )?;
        Ok(String::from_utf8(bytes).unwrap_or_default())
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
        match svg::cleaned(self.tree.get(source)?.bytes()) {
            Ok(bytes) => Some(Artifact::Bytes(bytes)),
            Err(why) => {
                found.push(why.finding(source));
                None
            }
        }
    }
}

impl Site {
    /// Returns the absolute address of a route, if the site's is known.
    pub(crate) fn absolute(&self, route: &Route) -> Option<String> {
        Some(
            self.base_url()?
                .join(&route.link(crate::route::LinkStyle::Folder)),
        )
    }

    /// Returns a text in one of the site's languages as it is shown.
    pub(crate) fn shown(&self, text: &Arc<str>, language: LanguageId) -> Arc<str> {
        let config = self.config();
        document::shown(
            text,
            Typography::of(&config.languages[language].code).filter(|_| config.typography),
        )
    }

    /// Returns the term as pages of its language know it, as it is shown.
    pub(crate) fn term_title(&self, id: &TermId) -> Arc<str> {
        match self.term(id) {
            Some(term) => term.page.map_or_else(
                || self.shown(&term.name, id.language),
                |page| Arc::clone(&self.pages[page].entry.title),
            ),
            None => Arc::clone(&id.slug),
        }
    }
}

/// Binds `link` and `typography` to a site.
fn bound(theme: &Theme, site: &Arc<Site>) -> Tera {
    let mut tera = theme.tera.clone();
    let site = Arc::clone(site);
    let all = Arc::clone(&site);
    tera.register_function(
        "pages",
        move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
            term_pages(&all, &kwargs, state)
        },
    );
    let is_set = site.config().typography;
    tera.register_filter(
        "typography",
        move |text: &str, kwargs: Kwargs, state: &State<'_>| {
            typography(is_set, text, &kwargs, state)
        },
    );
    tera.register_function(
        "link",
        move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
            template_link(&site, &kwargs, state)
        },
    );
    tera
}

/// Returns the summaries of the pages that carry a term, in the page's language; none if nothing
/// carries it.
fn term_pages(site: &Site, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let (key, name) = (
        kwargs.must_get::<&str>("taxonomy")?,
        kwargs.must_get::<&str>("term")?,
    );
    let language = state
        .get::<String>("lang")?
        .and_then(|code| site.config().language_id(&code))
        .unwrap_or(LanguageId::OWN);
    let Some(taxonomy) = site.taxonomy_of(key) else {
        return Err(theme::refused("taxonomy", key));
    };
    let slug = Arc::from(crate::language::slug(
        name,
        &site.config().languages[language].code,
    ));
    let term = site.term(&TermId {
        taxonomy,
        language,
        slug,
    });
    let pages: Vec<Value> = term
        .map(|term| {
            term.pages
                .iter()
                .map(|page| values::summary(site, *page))
                .collect()
        })
        .unwrap_or_default();
    Ok(Value::from(pages))
}

/// Sets a text of the theme's own data by the rules of `lang`, else of the page's language.
fn typography(is_set: bool, text: &str, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let language = theme::language(kwargs, state)?;
    let typography = Typography::of(&language).filter(|_| is_set);
    Ok(typography.map_or_else(
        || text.to_owned(),
        |typography| typography.set(text).into_owned(),
    ))
}

/// Follows a link that a template writes, from the content folder.
fn template_link(site: &Site, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let to = kwargs.must_get::<&str>("to")?;
    let root = state.get::<String>("root")?.unwrap_or_default();
    let language = state
        .get::<String>("lang")?
        .and_then(|code| site.config().language_id(&code))
        .unwrap_or(LanguageId::OWN);
    let origin = LinkOrigin {
        variant: Variant::standard(language),
        document: None,
    };
    let from = SourceId::new(format!("{}/_index.md", layout::CONTENT));
    let target = target::read(to, &from).map_err(|_| theme::refused("target", to))?;
    match site.resolve(origin, &target) {
        Ok(Resolved::External) => Ok(to.to_owned()),
        Ok(Resolved::Here) => Ok(to.to_owned()),
        Ok(Resolved::There { route, .. }) => {
            Ok(format!("{root}{}{}", site.link_to(route), suffix(&target)))
        }
        Err(_) => Err(theme::refused("link", to)),
    }
}

/// Returns what follows the path of a link: query and heading.
fn suffix(target: &Target<'_>) -> String {
    match target {
        Target::File {
            anchor: Some(anchor),
            query,
            ..
        } => format!("{query}#{}", fragment(anchor)),
        Target::File {
            anchor: None,
            query,
            ..
        } => (*query).to_owned(),
        Target::Anchor(anchor) => format!("#{}", fragment(anchor)),
        Target::External(_) => String::new(),
    }
}

/// Encodes what follows `#`. What RFC 3986 (section 3.5) allows there stays, since
/// `leták.pdf#page=2` is read as it is written.
fn fragment(anchor: &str) -> String {
    const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'_')
        .remove(b'.')
        .remove(b'~');
    const KEPT: &AsciiSet = &UNRESERVED
        .remove(b'=')
        .remove(b'&')
        .remove(b'+')
        .remove(b',')
        .remove(b';')
        .remove(b':')
        .remove(b'/');
    utf8_percent_encode(anchor, KEPT).to_string()
}

/// Escapes a text for HTML, attributes included.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}
