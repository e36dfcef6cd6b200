//! Bodies: fills their holes from the site, the theme and the glossary. No Markdown is read here.

mod attributes;
mod blocks;
mod fill;
mod links;
mod signs;
mod terms;

use tera::Value;

use super::Renderer;
use crate::config::Markdown;
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, Entry};
use crate::language::Argument;
use crate::site::PageId;
use crate::theme::Theme;
use fill::Filler;

/// The page around a body.
pub(super) struct Surroundings<'a> {
    pub(super) renderer: &'a Renderer,
    /// None if unusable; then the body is rendered only to find what is wrong in it.
    pub(super) theme: Option<&'a Theme>,
    pub(super) entry: &'a Entry,
    /// The path from the page to the output's root.
    pub(super) root: &'a str,
    /// The page as templates see it.
    pub(super) page: &'a Value,
}

impl Surroundings<'_> {
    /// Returns the link from the body to a page.
    fn link_to_page(&self, page: PageId) -> String {
        let site = self.renderer.site();
        format!("{}{}", self.root, site.link_to(&site.pages[page].route))
    }

    /// Returns a message of the theme in the page's language.
    fn word(&self, key: &str) -> Option<String> {
        self.word_with(key, &[])
    }

    fn word_with(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        self.theme?
            .messages
            .get(self.language())?
            .get(key, arguments)
    }

    fn language(&self) -> &str {
        let languages = &self
            .renderer
            .site()
            .config()
            .languages;
        &languages[self.entry.position.variant.language].code
    }
}

/// Converts plain Markdown to HTML: without a site, links and identifiers stay as written.
pub fn plain(text: &str, markdown: Markdown) -> String {
    let body = document::plain(text, markdown);
    Filler::new(&body, text, None, &mut Vec::new()).page()
}

/// Fills the holes of a document's body.
pub(super) fn html(
    document: &Document,
    surroundings: &Surroundings<'_>,
    found: &mut Vec<Diagnostic>,
) -> String {
    Filler::new(document.body(), document.text(), Some(surroundings), found).page()
}
