//! Bodies: Markdown and blocks become HTML, with links led to their routes.

mod blocks;
mod links;
mod notes;
mod signs;
mod terms;
mod writer;

use std::ops::Range;

use pulldown_cmark::{Event, Tag};
use tera::Value;

use super::Renderer;
use crate::config::Markdown;
use crate::diagnostic::Diagnostic;
use crate::document::Entry;
use crate::document::markdown::{Body, Masked, Piece, typeset};
use crate::language::Word;
use crate::site::PageIndex;
use crate::theme::Theme;
use writer::Writer;

/// Where a body stands in a site.
pub(super) struct Surroundings<'a> {
    pub(super) renderer: &'a Renderer,
    /// None where it cannot be used; then the body is read for what is wrong in it alone.
    pub(super) theme: Option<&'a Theme>,
    pub(super) entry: &'a Entry,
    /// What leads from the page to the output's root.
    pub(super) root: &'a str,
    /// The page as templates see it.
    pub(super) page: &'a Value,
    /// Where the body starts in its file, in bytes.
    pub(super) offset: usize,
}

impl Surroundings<'_> {
    /// Returns the link that leads from the body to a page.
    fn link_to_page(&self, page: PageIndex) -> String {
        let site = self.renderer.site();
        format!("{}{}", self.root, site.link_to(&site.pages[page].route))
    }

    /// Returns one of the theme's words in the page's language.
    fn word(&self, key: &str) -> Option<String> {
        self.word_with(key, &[])
    }

    fn word_with(&self, key: &str, arguments: &[(&str, Word<'_>)]) -> Option<String> {
        self.theme?.words.get(self.language())?.get(key, arguments)
    }

    fn language(&self) -> &str {
        let language = self.renderer.site().config().languages.get(self.entry.position.variant.language);
        language.map_or("", |language| &language.code)
    }
}

/// A character around what stands for a finished block while the Markdown around it is cleaned; in Unicode it means nothing.
/// A document may bring it in, be it as `&#xF8FF;`, but not with the hash of the document itself, which follows it.
const MARK: char = '\u{F8FF}';

/// Returns plain Markdown as HTML: without a site, links and identifiers stay as they are written.
pub fn plain(text: &str, markdown: Markdown) -> String {
    html(text, markdown, None, &mut Vec::new())
}

/// Turns a body into HTML.
pub(super) fn html(text: &str, markdown: Markdown, surroundings: Option<&Surroundings<'_>>, found: &mut Vec<Diagnostic>) -> String {
    let masked = Masked::new(text, markdown);
    let Body { mut pieces, .. } = masked.read();
    if let Some(language) = surroundings.and_then(|around| around.entry.typography.as_deref()) {
        typeset(&mut pieces, text, language);
    }
    let has_html = pieces.iter().any(|(piece, _)| matches!(piece, Piece::Markdown(Event::Html(_) | Event::InlineHtml(_))));
    let mut writer = Writer::new(text, has_html.then_some(markdown.html), surroundings, found);
    let task_lists = task_lists(&pieces);
    for (at, (piece, range)) in pieces.into_iter().enumerate() {
        match task_lists.binary_search(&at) {
            Ok(_) => writer.task_list(),
            Err(_) => writer.piece(piece, range),
        }
    }
    writer.finish()
}

/// Finds the lists whose items can be ticked off, by the places of their starts.
fn task_lists(pieces: &[(Piece<'_>, Range<usize>)]) -> Vec<usize> {
    let is_list = |piece: &Piece<'_>| matches!(piece, Piece::Markdown(Event::Start(Tag::List(None))));
    let is_box = |piece: &Piece<'_>| matches!(piece, Piece::Markdown(Event::TaskListMarker(_)));
    // The box comes after the start of the item, and of its paragraph where the list is loose.
    let begins_with_box = |at: usize| pieces[at + 1..].iter().take(3).any(|(piece, _)| is_box(piece));
    (0..pieces.len()).filter(|at| is_list(&pieces[*at].0) && begins_with_box(*at)).collect()
}

/// Returns the cleaner of raw HTML: what ammonia allows, and what pakt's own HTML needs.
pub(super) fn sanitiser() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    builder
        .add_tags(["section"])
        .add_generic_attributes([
            "id",
            "class",
            "lang",
            "dir",
            "title",
            "role",
            "aria-label",
            "aria-labelledby",
            "aria-describedby",
            "aria-hidden",
        ])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attributes("a", ["hreflang"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attribute_values("div", "tabindex", ["0"])
        .link_rel(None)
        .url_schemes(["http", "https", "mailto", "tel", "sms", "geo"].into())
        .attribute_filter(|element, attribute, value| {
            let is_foreign = element == "img" && attribute == "src" && leads_elsewhere(value);
            // A block whose mark got into an attribute would end it.
            (!is_foreign && !value.contains(MARK)).then_some(value.into())
        });
    builder
}

/// Tells whether a browser would ask another site for `address`: it drops tabs and line ends, and takes `\` for `/` (WHATWG, URL, 4.4).
fn leads_elsewhere(address: &str) -> bool {
    let address: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let address = address.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).replace('\\', "/");
    address.starts_with("//") || address.find(':').is_some_and(|colon| !address[..colon].contains(['/', '?', '#']))
}
