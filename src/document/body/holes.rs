//! Holes: what in a body depends on other files, on the theme or on the glossary.

use crate::source::Span;

/// Something that is filled in when a page is rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hole {
    /// A link begins.
    Link(Link),
    /// A picture.
    Picture(Box<Picture>),
    /// A table begins, in what lets it be scrolled by itself.
    Table {
        /// Its number on the page, from 1.
        number: u32,
        /// The place of the heading before it among the page's.
        heading: Option<u32>,
    },
    /// A block, by its place among the body's.
    Block(u32),
    /// A footnote is defined here, by its place among the body's; it is shown at the end.
    Note(u32),
    /// A word of the theme.
    Say(Words),
}

/// A link, whole: nothing of it is there where its target is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as it is written.
    pub target: Box<str>,
    /// Its title, with typography; most have none.
    pub title: Option<Box<String>>,
    /// Where it is in the file.
    pub span: Span,
}

/// A picture, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its source, as it is written.
    pub target: Box<str>,
    /// Its title, with typography.
    pub title: Box<str>,
    /// Its alternative text, with typography.
    pub alternative: Box<str>,
    /// Where it is in the file.
    pub span: Span,
}

/// Words that a body takes from the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The key of the theme's words.
    pub key: &'static str,
    /// What is said by a theme without them.
    pub otherwise: &'static str,
}

/// A letter by which a hole is known while the HTML around it is cleaned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The address of a link.
    Link,
    /// The address of a picture.
    Picture,
    /// The class of what a table is in.
    Table,
    /// A text.
    Text,
}

impl Hole {
    /// Returns the mark that stands for the hole.
    pub(super) fn mark(&self) -> Mark {
        match self {
            Self::Link(_) => Mark::Link,
            Self::Picture(_) => Mark::Picture,
            Self::Table { .. } => Mark::Table,
            Self::Block(_) | Self::Note(_) | Self::Say(_) => Mark::Text,
        }
    }
}

impl Mark {
    pub(super) fn letter(self) -> char {
        match self {
            Self::Link => 'l',
            Self::Picture => 'p',
            Self::Table => 't',
            Self::Text => 'b',
        }
    }
}
