//! What every pass over a body gets. `reading` runs the passes.

use super::Options;
use super::body::{Raw, RawElements};
use super::ids::Ids;
use super::markdown::{Change, PlacedPiece};
use super::text::SourceText;
use super::themes::ThemeFacts;
use crate::config::RawHtml;
use crate::source::{Hash, SourceId};

/// How the page's body is to be read.
pub(super) struct PageContext<'a> {
    pub(super) source: &'a SourceId,
    /// The hash of its content.
    pub(super) hash: Hash,
    pub(super) options: &'a Options,
    /// Whether the front matter could be read.
    pub(super) has_front: bool,
    pub(super) language: &'a str,
    /// The language whose typography applies, if any.
    pub(super) typography: Option<&'a str>,
    /// How many steps the front matter has.
    pub(super) steps: usize,
    /// Whether the search covers the page.
    pub(super) search: bool,
}

/// The pieces of a body, and the results of earlier passes.
#[derive(Clone, Copy)]
pub(super) struct PassContext<'p, 't> {
    pub(super) text: SourceText<'t>,
    pub(super) pieces: &'p [PlacedPiece<'t>],
    /// What typography changes, in order.
    pub(super) changes: &'p [Change],
    pub(super) ids: &'p Ids,
    pub(super) themes: &'p ThemeFacts,
    /// The language whose typography applies, if any.
    pub(super) typography: Option<&'p str>,
    /// How raw HTML is treated.
    pub(super) html: RawHtml,
    pub(super) raw: &'p Raw,
    /// The elements of raw HTML.
    pub(super) elements: &'p RawElements,
}
