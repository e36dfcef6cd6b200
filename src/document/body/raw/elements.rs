//! The elements of raw HTML that matter beyond their own text: what has an identifier, leads
//! somewhere, is a heading or a table. They are read before the passes that depend on them.

mod reader;

use std::ops::Range;

use pulldown_cmark::Event;

use super::Raw;
use crate::config::RawHtml;
use crate::document::markdown::{Piece, PlacedPiece};
use crate::document::text::slice;
use crate::source::SourceId;
use reader::ElementReader;

/// Elements between which words do not join, besides table cells and headings (HTML, 15.3).
const SEPARATE: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// The elements of a body's raw HTML, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct RawElements {
    elements: Vec<RawElement>,
    splices: Vec<Splice>,
    /// The pieces whose text nobody sees: the contents of scripts and styles.
    hidden: Vec<Range<usize>>,
}

/// An element of raw HTML.
#[derive(Debug)]
pub(crate) struct RawElement {
    /// The index of the piece in which it begins.
    pub(crate) piece: usize,
    pub(crate) kind: ElementKind,
    /// Its start tag in the body.
    pub(crate) tag: Range<usize>,
    /// Its end tag, if it has one.
    pub(crate) end: Option<Range<usize>>,
    /// Its identifiers: `id`, and the `name` of a link.
    pub(crate) ids: Vec<PlacedValue>,
    /// The addresses that are resolved, as written.
    pub(crate) addresses: Vec<PlacedValue>,
    /// The address of a link or picture, which may be empty.
    pub(crate) target: Option<String>,
    /// Its `alt`, which is empty for a decoration.
    pub(crate) alternative: Option<PlacedValue>,
    /// Its `lang` where that is no language.
    pub(crate) no_language: Option<PlacedValue>,
    /// Whether there is something in it to read.
    pub(crate) has_words: bool,
}

/// The kind of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ElementKind {
    /// A heading of this level.
    Heading(u8),
    Link,
    Picture,
    Button,
    /// The visible part of folded text.
    Summary,
    /// A table that is in no other.
    Table,
    Other,
}

/// The value of an attribute.
#[derive(Clone, Debug)]
pub(crate) struct PlacedValue {
    pub(crate) value: String,
    /// The whole attribute in the body.
    pub(crate) range: Range<usize>,
}

/// A place in raw HTML where something else is published.
#[derive(Debug)]
pub(crate) struct Splice {
    piece: usize,
    /// What is replaced, in the body.
    pub(crate) range: Range<usize>,
    pub(crate) with: SpliceKind,
}

/// What is published in place of raw HTML.
#[derive(Debug)]
pub(crate) enum SpliceKind {
    /// An attribute that leads somewhere; without a target, it is left out.
    Address {
        attribute: String,
        target: String,
        /// The attribute alone; the splice may begin with a space.
        range: Range<usize>,
        /// Whether the element states the language of its target.
        has_language: bool,
    },
    TableStart,
    TableEnd,
}

/// What reading elements depends on besides the pieces.
#[derive(Clone, Copy)]
pub(crate) struct ElementContext<'a> {
    pub(crate) body: &'a str,
    pub(crate) html: RawHtml,
    pub(crate) raw: &'a Raw,
    pub(crate) source: &'a SourceId,
}

impl PlacedValue {
    /// Returns the range of the value alone.
    pub(crate) fn text_in(&self, body: &str) -> Range<usize> {
        let written = slice(body, self.range.clone());
        let (_, value) = written
            .split_once('=')
            .unwrap_or((written, ""));
        let value = value.trim_start();
        let start = self.range.end - value.len();
        let quoted = value.trim_start_matches(['"', '\'']);
        match value.len() - quoted.len() {
            0 => start..self.range.end,
            _ => start + 1..self.range.end - 1,
        }
    }
}

impl RawElements {
    /// Reads the elements of a body.
    pub(crate) fn of(pieces: &[PlacedPiece<'_>], context: ElementContext<'_>) -> Self {
        let is_raw = |(piece, _): &PlacedPiece<'_>| {
            matches!(
                piece,
                Piece::Markdown(Event::Html(_) | Event::InlineHtml(_))
            )
        };
        let may_have = context.html != RawHtml::Escape && context.body.contains('<');
        if !may_have || !pieces.iter().any(is_raw) {
            return Self::default();
        }
        let mut reader = ElementReader::new(context);
        for (at, (piece, range)) in pieces.iter().enumerate() {
            reader.piece(at, piece, range);
        }
        reader.finish(pieces.len())
    }

    /// Returns all elements that matter.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &RawElement> {
        self.elements.iter()
    }

    /// Returns the elements that begin in a piece.
    pub(crate) fn of_piece(&self, piece: usize) -> impl Iterator<Item = &RawElement> {
        let first = self
            .elements
            .partition_point(|element| element.piece < piece);
        let rest = self.elements.iter().skip(first);
        rest.take_while(move |element| element.piece == piece)
    }

    /// Returns what is published otherwise than written in a piece.
    pub(crate) fn splices_of(&self, piece: usize) -> impl Iterator<Item = &Splice> {
        let first = self
            .splices
            .partition_point(|splice| splice.piece < piece);
        let rest = self.splices.iter().skip(first);
        rest.take_while(move |splice| splice.piece == piece)
    }

    /// Returns whether nobody sees the text of a piece.
    pub(crate) fn is_hidden(&self, piece: usize) -> bool {
        let after = self
            .hidden
            .partition_point(|hidden| hidden.start <= piece);
        let before = after
            .checked_sub(1)
            .and_then(|at| self.hidden.get(at));
        before.is_some_and(|hidden| hidden.contains(&piece))
    }
}

/// Returns whether a tag keeps the words on both sides of it apart.
pub(crate) fn separates(tag: &str) -> bool {
    let inner = tag
        .strip_prefix('<')
        .unwrap_or(tag)
        .trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
    let (name, _) = inner.split_at(end.unwrap_or(inner.len()));
    SEPARATE
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests;
