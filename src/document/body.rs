//! The body of a document: segments of HTML over the text of its file, with holes for what other
//! files decide. It is built once, when the file is read; `render` only fills the holes.

mod elements;
mod fixed;
mod holes;
mod label;
mod notes;
mod packed;
mod raw;
mod text;
mod writer;

use std::sync::Arc;

use super::blocks::Form;
use crate::source::Span;

pub use holes::{Address, Hole, Link, Message, Picture};
pub(super) use label::label_texts;
pub use notes::Note;
use packed::Unpacker;
pub use packed::{Level, Segment};
pub(crate) use raw::Raw;
pub(super) use raw::{
    ElementContext, ElementKind, PlacedValue, RawElement, RawElements, Taken, TakenElement,
    WrittenElement, WrittenElements, comments_and_texts, separates,
};
pub(super) use text::{changed, changes_of};
pub(super) use writer::write;

/// The body of a document.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The segments of all levels.
    packed: Box<[u8]>,
    /// The page itself, without the contents of blocks and notes.
    root: Level,
    holes: Box<[Hole]>,
    blocks: Box<[Block]>,
    notes: Box<[Note]>,
}

/// A block of a body.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its name.
    pub name: Box<str>,
    /// Its form.
    pub form: Form,
    /// Its identifier, unique on the page.
    pub id: Arc<str>,
    /// Its head in the file: a line, or part of one.
    pub span: Span,
    /// The `lang` of the block or of the nearest block around it, if any.
    pub language: Option<Box<str>>,
    /// Its attributes in order.
    pub attributes: Box<[Attribute]>,
    /// Its label, if any; for an inline block, its content.
    pub title: Option<Level>,
    /// Its content; empty for line and inline blocks.
    pub inside: Level,
}

/// An attribute of a block, as templates see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The key.
    pub key: Box<str>,
    /// The value, typeset if people read it.
    pub value: Box<str>,
    /// The whole attribute in the file.
    pub span: Span,
}

impl Body {
    /// Returns the page itself, without the contents of blocks and notes.
    pub fn root(&self) -> Level {
        self.root
    }

    /// Returns the segments of a level; `text` is the whole file.
    pub fn segments<'a>(
        &'a self,
        level: Level,
        text: &'a str,
    ) -> impl Iterator<Item = Segment<'a>> {
        let packed = self
            .packed
            .get(level.range())
            .unwrap_or_default();
        Unpacker::new(packed, text).map(|(segment, _)| segment)
    }

    /// Returns the holes, in the order of the text.
    pub fn holes(&self) -> &[Hole] {
        &self.holes
    }

    /// Returns the blocks, in order of where they begin.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Returns the footnotes, in the order of their definitions.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}
