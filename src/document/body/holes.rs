//! Holes: the parts of a body that depend on other files or on the theme.
//!
//! A new kind of hole is a variant of [`Hole`]: `writer` writes it, [`Hole::placeholder`] says how
//! it survives the sanitiser, and `fill` in `render` fills it.

use crate::source::Span;

/// A part that is filled in when the page is rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hole {
    /// The start of a link.
    Link(Link),
    /// A picture.
    Picture(Box<Picture>),
    /// An attribute of raw HTML that leads somewhere, with the space before it.
    Address(Box<Address>),
    /// The start of a table, in a scrolling wrapper.
    Table {
        /// Its number on the page, from 1.
        number: u32,
        /// The index of the heading before it.
        heading: Option<u32>,
    },
    /// A block, by its index in the body.
    Block(u32),
    /// The definition of a footnote, by its index in the body; it is shown at the end.
    Note(u32),
    /// A message of the theme.
    Message(Message),
}

/// A whole link, because nothing but its text remains if its target is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its target, as written.
    pub target: Box<str>,
    /// Its title, typeset; most links have none.
    pub title: Option<Box<String>>,
    /// Where it is in the file.
    pub span: Span,
}

/// A whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its source, as written.
    pub target: Box<str>,
    /// Its title, typeset.
    pub title: Box<str>,
    /// Its alternative text, typeset.
    pub alternative: Box<str>,
    /// All its other attributes, as HTML, if it is of raw HTML; the title and alternative text are
    /// among them.
    pub attributes: Box<str>,
    /// Where it is in the file.
    pub span: Span,
}

/// An attribute of raw HTML that leads somewhere. Without its target, only the attribute is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Its name, such as `href`.
    pub attribute: Box<str>,
    /// Its target, as written.
    pub target: Box<str>,
    /// Whether its element states the language of the target.
    pub has_language: bool,
    /// Where it is in the file.
    pub span: Span,
}

/// A message that a body takes from the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// The key of the message.
    pub key: &'static str,
    /// The text to use if the theme lacks the message.
    pub fallback: &'static str,
}

/// What stands in for a hole while the HTML around it is sanitised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placeholder {
    /// The address of a link.
    Link,
    /// The address of a picture.
    Picture,
    /// The address of a link in raw HTML, whose other attributes stay.
    Address,
    /// The address of a picture in raw HTML.
    Source,
    /// The class of a table's wrapper.
    Table,
    /// A text.
    Text,
}

impl Hole {
    /// Returns what stands in for the hole.
    pub(super) fn placeholder(&self) -> Placeholder {
        match self {
            Self::Link(_) => Placeholder::Link,
            Self::Picture(_) => Placeholder::Picture,
            Self::Address(address) if &*address.attribute == "src" => Placeholder::Source,
            Self::Address(_) => Placeholder::Address,
            Self::Table { .. } => Placeholder::Table,
            Self::Block(_) | Self::Note(_) | Self::Message(_) => Placeholder::Text,
        }
    }
}

impl Placeholder {
    /// Returns its letter in a mark.
    pub(super) fn letter(self) -> char {
        match self {
            Self::Link => 'l',
            Self::Picture => 'p',
            Self::Address => 'h',
            Self::Source => 's',
            Self::Table => 't',
            Self::Text => 'b',
        }
    }
}
