//! HTML pages, rendered by the templates of the theme.

use std::borrow::Cow;

use tera::{Context, Value};

use super::body::{self, Surroundings};
use super::values::{self, Subject};
use super::{Renderer, headings, reported, statement};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Entry;
use crate::route::Route;
use crate::site::PageId;
use crate::source::SourceId;
use crate::theme::{self, Theme};

/// The usual size of a page in bytes, so that its buffer rarely grows.
const USUAL_PAGE: usize = 24 * 1024;

/// A page being rendered.
struct View<'a> {
    route: &'a Route,
    subject: Subject<'a>,
    /// None if unusable.
    theme: Option<&'a Theme>,
    /// The path from the page to the output's root.
    root: Cow<'a, str>,
}

/// The place of a block.
pub(super) struct BlockPlace<'a> {
    /// The page.
    pub(super) entry: &'a Entry,
    /// The language of the block or of the nearest one around it.
    pub(super) language: Option<&'a str>,
}

impl Renderer {
    /// Renders a page with the template that it chooses, else with that of its kind.
    pub(super) fn html(
        &self,
        route: &Route,
        subject: Subject<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Vec<u8>> {
        let site = &*self.site;
        let theme = site.theme_of(subject.folder(site), subject.language(site));
        let view = View {
            route,
            subject,
            theme: theme.map(|theme| &**theme),
            root: self.root(route, subject),
        };
        let (page, content) = self.page_and_content(&view, found);
        let uneven = subject
            .page(site)
            .and_then(|page| headings::uneven(self, page));
        found.extend(uneven);
        // Without a theme there is no page, but the findings in its body have been reported.
        let theme = view.theme?;
        let context = self.page_context(&view, theme, page, &content);
        let blamed = subject.page(site).map_or_else(
            || SourceId::new(route.as_str()),
            |page| site.pages[page].entry.source.clone(),
        );
        let html = self
            .template_of(theme, subject)
            .and_then(|template| self.template(theme, &template, &context, &blamed));
        reported(html.map(theme::with_languages), found)
    }

    /// Renders a page that redirects to another route.
    pub(super) fn redirect(
        &self,
        route: &Route,
        to: &Route,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Vec<u8>> {
        let site = &*self.site;
        let page = site.page_behind(site.recipe(to)?)?;
        let page = &site.pages[page];
        let theme = site.theme_of(&page.entry.position.folder, page.language())?;
        let root = route.root();
        let target = format!("{root}{}", site.link_to(to));
        let url = site.absolute(to);
        let mut context = self
            .shared
            .context(page.language(), theme, &root);
        context.insert_value("target", Value::normal_string(&target));
        context.insert_value("url", values::optional(url.as_deref()));
        context.insert_value("title", Value::normal_string(&page.entry.title));
        let html = self.template(theme, "redirect.html", &context, &page.entry.source);
        reported(html.map(theme::with_languages), found)
    }

    /// Renders the template of a block. In another language than the page's, it gets the theme's
    /// messages in that language, if there are any.
    pub(super) fn block(
        &self,
        theme: &Theme,
        name: &str,
        mut context: Context,
        place: BlockPlace<'_>,
    ) -> Result<String, Diagnostic> {
        let BlockPlace { entry, language } = place;
        self.shared
            .add_to_block(&mut context, entry.position.variant.language, theme);
        if let Some(language) = language.filter(|code| theme.messages.contains_key(*code)) {
            context.insert_value("lang", Value::normal_string(language));
        }
        let template = format!("blocks/{name}.html");
        let bytes = self.template(theme, &template, &context, &entry.source)?;
        Ok(String::from_utf8(bytes).unwrap_or_default())
    }

    /// Returns the path from a page to the output's root.
    fn root<'a>(&'a self, route: &'a Route, subject: Subject<'_>) -> Cow<'a, str> {
        match (subject, self.site.base_url()) {
            // The “page not found” page is served at any address, so it starts from the server's
            // root.
            (Subject::NotFound, base) => Cow::Borrowed(base.map_or("/", |base| base.path())),
            _ => route.root(),
        }
    }

    /// Returns the page as its template sees it, and the HTML of its text. If a block of the text
    /// shows the contents, the page itself does not.
    fn page_and_content(&self, view: &View<'_>, found: &mut Vec<Diagnostic>) -> (Value, String) {
        let site = &*self.site;
        let value = values::page(&self.shared, site, view.subject, view.route);
        let Some(page) = view.subject.page(site) else {
            return (value, String::new());
        };
        let entry = &*site.pages[page].entry;
        let has_contents = view
            .theme
            .is_some_and(|theme| self.has_contents(theme, page));
        let value = match has_contents {
            true => values::with_contents(value, entry),
            false => value,
        };
        let surroundings = Surroundings {
            renderer: self,
            theme: view.theme,
            entry,
            root: &view.root,
            page: &value,
        };
        let html = body::html(self.document(page), &surroundings, found);
        match has_contents {
            true => (values::without_contents(value), html),
            false => (value, html),
        }
    }

    /// Returns whether a block of a page's text shows the contents.
    fn has_contents(&self, theme: &Theme, page: PageId) -> bool {
        let blocks = self.document(page).body().blocks();
        blocks
            .iter()
            .any(|block| theme.is_of_contents(&block.name))
    }

    fn page_context(&self, view: &View<'_>, theme: &Theme, page: Value, content: &str) -> Context {
        let site = &*self.site;
        let language = view.subject.language(site);
        let mut context = self
            .shared
            .context(language, theme, &view.root);
        values::insert_subject(&mut context, site, view.subject);
        context.insert_value("page", page);
        if let Some(page) = view.subject.page(site) {
            let glossary = self.glossaries[language].as_ref();
            if let Some(glossary) = glossary.filter(|glossary| glossary.page == page) {
                context.insert_value("glossary", glossary.value.clone());
            }
            if let Some(statement) = statement::value(site, page, &view.root) {
                context.insert_value("statement", statement);
            }
        }
        context.insert_value("content", Value::safe_string(content));
        context
    }

    /// Returns the template that the front matter of a page names, else that of its kind.
    fn template_of(
        &self,
        theme: &Theme,
        subject: Subject<'_>,
    ) -> Result<Cow<'static, str>, Diagnostic> {
        let page = subject.page(&self.site);
        let entry = page.map(|page| &self.site.pages[page].entry);
        let chosen = entry.and_then(|entry| Some((entry, entry.front.template.as_ref()?)));
        let Some((entry, chosen)) = chosen else {
            return Ok(Cow::Borrowed(subject.template()));
        };
        let name = match chosen.value.ends_with(".html") {
            true => chosen.value.to_string(),
            false => format!("{}.html", chosen.value),
        };
        if theme.has_template(&name) {
            return Ok(Cow::Owned(name));
        }
        let known = theme.files.keys().map(String::as_str);
        let pages = known.filter(|name| !name.contains('/'));
        let place = Place::at(&entry.source, chosen.span);
        Err(Diagnostic::new(Code::UnknownTemplate, place)
            .arg("name", &name)
            .nearest(&name, pages))
    }

    /// Renders a template. A failure is reported at its own place, and names `page` as the page
    /// that hit it.
    fn template(
        &self,
        theme: &Theme,
        name: &str,
        context: &Context,
        page: &SourceId,
    ) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::with_capacity(USUAL_PAGE);
        let engine = self
            .engines
            .get(&theme.name)
            .unwrap_or(&theme.tera);
        engine
            .render_to(name, context, &mut bytes)
            .map_err(|error| theme::failure(&error, &theme.files, page))?;
        Ok(bytes)
    }
}
