//! The body of a document: HTML as pieces over the text of its file, with holes for what other
//! files decide. It is made once, when the file is read; `render` fills the holes and does nothing
//! else.

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

pub use holes::{Hole, Link, Picture, Words};
pub(super) use label::label_texts;
pub use notes::Note;
pub use packed::{Level, Segment};
pub(crate) use raw::Raw;
pub(super) use raw::{Taken, comments_and_texts};
pub(super) use text::{changes_of, set};
pub(super) use writer::{Passes, write};

/// A body, read.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The segments of all levels.
    packed: Box<[u8]>,
    /// The body itself, without what is within its blocks and notes.
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
    /// Its opening line, or its head within a line, in the file.
    pub span: Span,
    /// The language that it or a block around it is marked as.
    pub language: Option<Box<str>>,
    /// Its attributes in their order.
    pub attributes: Box<[Attribute]>,
    /// Its label, if it has one; of a block within a line, what is in it.
    pub title: Option<Level>,
    /// What is in it; empty within a line and on a line.
    pub inside: Level,
}

/// An attribute of a block, as templates see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The key.
    pub key: Box<str>,
    /// The value; texts for people are set.
    pub value: Box<str>,
    /// The whole attribute in the file.
    pub span: Span,
}

impl Body {
    /// Returns the body itself, without what is within its blocks and notes.
    pub fn root(&self) -> Level {
        self.root
    }

    /// Returns the segments of a level; `text` is the whole file.
    pub fn segments<'a>(
        &'a self,
        level: Level,
        text: &'a str,
    ) -> impl Iterator<Item = Segment<'a>> {
        packed::segments(&self.packed[level.range()], text)
    }

    /// Returns what is to be filled in, in the order of the text.
    pub fn holes(&self) -> &[Hole] {
        &self.holes
    }

    /// Returns the blocks in the order in which they begin.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Returns the footnotes in the order in which they are defined.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}
