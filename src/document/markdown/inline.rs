//! Inline blocks, found in the text events of a body.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{DEEPEST, Parsed, Piece, PlacedPiece, Problem};
use crate::document::blocks::{self, Form, Head, is_name_char};
use crate::document::cursor::Cursor;
use crate::document::text::{is_verbatim, slice};
use crate::source::floor;

/// The longest head of an inline block, in bytes; it keeps the cost of many open brackets linear.
const LONGEST_HEAD: usize = 2_000;

/// Finds inline blocks in the text events of a body.
pub(super) struct InlineScanner<'a> {
    body: &'a str,
    pieces: Vec<PlacedPiece<'a>>,
    problems: Vec<(Problem, Range<usize>)>,
    /// The open inline blocks, the innermost last.
    open: Vec<OpenInline>,
    /// Text before this byte is part of a head or has been written.
    used: usize,
    /// Whether the start of each open element was kept.
    kept: Vec<bool>,
    /// Whether a code block is open, where there are no inline blocks.
    in_code: bool,
}

/// An open inline block.
#[derive(Clone, Copy)]
struct OpenInline {
    label_end: usize,
    /// Where its attributes end.
    end: usize,
}

/// The head of an inline block.
struct InlineHead {
    head: Head,
    label: Range<usize>,
    /// From its colon to the end of its attributes.
    range: Range<usize>,
}

impl<'a> InlineScanner<'a> {
    /// Adds the inline blocks to a parsed body.
    pub(super) fn scan(body: &'a str, parsed: Parsed<'a>) -> Parsed<'a> {
        let mut scanner = Self {
            body,
            pieces: Vec::with_capacity(parsed.pieces.len() + 8),
            problems: parsed.problems,
            open: Vec::new(),
            used: 0,
            kept: Vec::new(),
            in_code: false,
        };
        for (piece, range) in parsed.pieces {
            scanner.piece(piece, range);
        }
        Parsed {
            pieces: scanner.pieces,
            problems: scanner.problems,
            definitions: parsed.definitions,
            comments: parsed.comments,
        }
    }

    fn piece(&mut self, piece: Piece<'a>, range: Range<usize>) {
        let is_kept = match &piece {
            Piece::Markdown(Event::Text(_)) if self.in_code => true,
            // Only text that is the same in the file can contain a block.
            Piece::Markdown(Event::Text(text)) if is_verbatim(self.body, &range, text) => {
                return self.text(range);
            }
            Piece::Markdown(Event::Start(tag)) => self.start(tag, &range),
            Piece::Markdown(Event::End(end)) => self.end(*end, range.end),
            _ => !self.is_used(&range),
        };
        self.pieces
            .extend(is_kept.then_some((piece, range)));
    }

    /// Starts an element, and returns whether it is kept.
    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) -> bool {
        self.in_code |= matches!(tag, Tag::CodeBlock(_));
        let is_kept = !self.is_used(range);
        self.kept.push(is_kept);
        is_kept
    }

    /// Ends an element, and returns whether it was kept.
    fn end(&mut self, element: TagEnd, at: usize) -> bool {
        self.in_code &= element != TagEnd::CodeBlock;
        if is_leaf_end(element) {
            while self.open.pop().is_some() {
                self.pieces
                    .push((Piece::Close, at..at));
            }
        }
        self.kept.pop().unwrap_or(true)
    }

    /// Returns whether a range is in used text: in the attributes of a block.
    fn is_used(&self, range: &Range<usize>) -> bool {
        !range.is_empty() && range.end <= self.used
    }

    fn text(&mut self, range: Range<usize>) {
        let mut at = range.start.max(self.used);
        while at < range.end {
            let ending = self
                .open
                .last()
                .filter(|open| open.label_end < range.end);
            let Some(OpenInline { label_end, end }) = ending.copied() else {
                return self.heads(at, range.end);
            };
            // The label may have ended in code or a link before this text.
            self.heads(at, label_end.max(at));
            self.open.pop();
            self.pieces
                .push((Piece::Close, label_end..end));
            self.used = self.used.max(end);
            at = at.max(end);
        }
    }

    /// Writes text up to `end`, opening the blocks whose heads start in it.
    fn heads(&mut self, start: usize, end: usize) {
        let mut at = start;
        while let Some(found) = slice(self.body, at..end).find(':') {
            let colon = at + found;
            at = colon + 1;
            let Some(head) = self.head(colon) else {
                continue;
            };
            if self.open.len() >= DEEPEST {
                self.problems
                    .push((Problem::TooDeep, colon..at));
                continue;
            }
            self.plain(start, colon);
            return self.open(head, end);
        }
        self.plain(start, end);
    }

    /// Opens a block, and continues with its label up to `end`.
    fn open(&mut self, inline: InlineHead, end: usize) {
        let InlineHead { head, label, range } = inline;
        self.open.push(OpenInline {
            label_end: label.end,
            end: range.end,
        });
        self.pieces
            .push((Piece::Open(Box::new(head)), range));
        self.used = label.start;
        if label.start < end {
            self.text(label.start..end);
        }
    }

    /// Reads the head whose colon is at a byte, if any.
    fn head(&mut self, colon: usize) -> Option<InlineHead> {
        let bracket = bracket_of(self.body, colon)?;
        let start = colon + 1;
        let end = floor(self.body, bracket + LONGEST_HEAD);
        let text = slice(self.body, start..end);
        // A head ends with its paragraph.
        let (text, _) = text
            .split_once("\n\n")
            .unwrap_or((text, ""));
        let mut cursor = Cursor::new(text, start);
        match blocks::head(&mut cursor, Form::Inline) {
            Ok(head) => Some(InlineHead {
                label: head.label.clone()?,
                head,
                range: colon..cursor.at(),
            }),
            Err(why) => {
                let range = colon..bracket + 1;
                self.problems
                    .push((Problem::BadHead(why), range));
                None
            }
        }
    }

    fn plain(&mut self, start: usize, end: usize) {
        if start < end {
            let text = Event::Text(slice(self.body, start..end).into());
            self.pieces
                .push((Piece::Markdown(text), start..end));
        }
    }
}

/// Returns whether a `[` follows a colon and a name anywhere in the body.
pub(super) fn has_inline(body: &str) -> bool {
    body.match_indices('[')
        .any(|(at, _)| colon_of(body, at).is_some())
}

/// Returns the position of an inline block's bracket, if one may begin at byte `colon`.
pub(super) fn bracket_of(body: &str, colon: usize) -> Option<usize> {
    let after = body
        .get(colon + 1..)?
        .trim_start_matches(is_name_char);
    let bracket = body.len() - after.len();
    (after.starts_with('[') && colon_of(body, bracket) == Some(colon)).then_some(bracket)
}

/// Returns the position of an inline block's colon, if the bracket at byte `bracket` may belong to
/// one.
fn colon_of(body: &str, bracket: usize) -> Option<usize> {
    let before = body.get(..bracket)?;
    let name_start = before
        .trim_end_matches(is_name_char)
        .len();
    let (named, name) = before.split_at_checked(name_start)?;
    let around = named.strip_suffix(':')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_free = || !around.ends_with(|c: char| c.is_alphanumeric() || c == ':' || c == '\\');
    (is_name && is_free()).then_some(around.len())
}

/// Returns whether the end of an element ends all inline blocks in it.
fn is_leaf_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::TableCell
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
    )
}
