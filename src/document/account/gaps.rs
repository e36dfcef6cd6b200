//! Gaps between pieces: Markdown characters, targets, titles.

use std::ops::Range;

use pulldown_cmark::{LinkType, Tag};

use super::Fate;
use super::fates::Fates;
use crate::document::cursor::Cursor;

/// Which bytes between the pieces of an element are markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// All: targets, titles, alert markers.
    Anything,
    /// All on the first line: the name of a footnote, the info string of code.
    FirstLine,
    /// These Markdown characters, and spaces.
    Signs(&'static str),
    /// Markdown characters of a heading, and its attributes in braces.
    Heading,
    /// Brackets of a link in a picture, which leads nowhere.
    DeadLink,
}

impl Gap {
    /// The gaps of the page itself.
    pub(super) const PAGE: Self = Self::Signs("");

    /// Returns the gaps of an element; `pictures` are open, including it.
    pub(super) fn of(tag: &Tag<'_>, pictures: usize) -> Self {
        match tag {
            Tag::Link { .. } if pictures > 0 => Self::DeadLink,
            Tag::Image { .. } if pictures > 1 => Self::DeadLink,
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => Self::Signs("<"),
            Tag::Link { .. } | Tag::Image { .. } => Self::Anything,
            Tag::BlockQuote(Some(_)) | Tag::CodeBlock(_) | Tag::FootnoteDefinition(_) => {
                Self::FirstLine
            }
            Tag::Heading { .. } => Self::Heading,
            Tag::Item => Self::Signs("-+*0123456789.)"),
            Tag::DefinitionListDefinition => Self::Signs(":"),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => Self::Signs("|-:"),
            Tag::Emphasis | Tag::Strong => Self::Signs("*_"),
            Tag::Strikethrough => Self::Signs("~"),
            _ => Self::PAGE,
        }
    }

    /// Assigns a gap its fate; later gaps of the element may be of another kind.
    pub(super) fn paint(&mut self, range: Range<usize>, fates: &mut Fates<'_>) {
        match *self {
            Self::Anything => fates.paint(range, Fate::Markup),
            Self::FirstLine => {
                let line = first_line(fates.body(), &range);
                *self = Self::Signs("`~");
                fates.signs(line..range.end, "`~");
                fates.paint(range.start..line, Fate::Markup);
            }
            Self::Signs(signs) => fates.signs(range, signs),
            Self::Heading => heading(range, fates),
            Self::DeadLink => fates.signs(range, "[]()"),
        }
    }
}

/// Returns where the first line of a range ends.
fn first_line(body: &str, range: &Range<usize>) -> usize {
    // A range may begin within a character.
    let bytes = body
        .as_bytes()
        .get(range.clone())
        .unwrap_or_default();
    let line = bytes
        .iter()
        .position(|byte| *byte == b'\n');
    line.map_or(range.end, |at| range.start + at + 1)
}

/// The identifier and classes in the braces of a heading are markup; other attributes have no
/// effect.
fn heading(range: Range<usize>, fates: &mut Fates<'_>) {
    let text = fates
        .body()
        .get(range.clone())
        .unwrap_or_default();
    let mut cursor = Cursor::new(text, range.start);
    fates.signs(range, "#=-");
    cursor.eat_while(|c| c != '{');
    let mut at = cursor.at();
    if !cursor.eat('{') {
        return;
    }
    fates.paint(at..cursor.at(), Fate::Markup);
    at = cursor.at();
    for word in cursor
        .eat_while(|c| c != '}')
        .split_inclusive(char::is_whitespace)
    {
        let end = at + word.len();
        if word.starts_with(['#', '.']) {
            fates.paint(at..end, Fate::Markup);
        }
        at = end;
    }
    if cursor.eat('}') {
        fates.paint(at..cursor.at(), Fate::Markup);
    }
}
