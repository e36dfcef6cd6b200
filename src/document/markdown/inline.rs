//! Blocks within a line, found in the text events of a stream.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Body, DEEPEST, Piece, Problem, is_at};
use crate::document::blocks::{self, Form, Head};
use crate::source::floor;

/// The longest head of an inline block, in bytes, so that many open brackets cost no more than
/// their number.
const LONGEST_HEAD: usize = 2_000;

/// Finds inline blocks in the text events of a stream.
pub(super) struct Inline<'a> {
    original: &'a str,
    pieces: Vec<(Piece<'a>, Range<usize>)>,
    problems: Vec<(Problem, Range<usize>)>,
    /// Open inline blocks: where the label ends, and where all of it ends.
    open: Vec<(usize, usize)>,
    /// Text before this byte has been used.
    skip: usize,
    /// Whether the start of each open element has been kept.
    kept: Vec<bool>,
    /// Whether a block of code is open, in which nothing is a block.
    in_code: bool,
}

impl<'a> Inline<'a> {
    /// Finds the inline blocks of a body that is read but for them.
    pub(super) fn read(original: &'a str, body: Body<'a>) -> Body<'a> {
        let Body {
            pieces,
            problems,
            definitions,
        } = body;
        let mut inline = Self {
            original,
            pieces: Vec::with_capacity(pieces.len() + 8),
            problems,
            open: Vec::new(),
            skip: 0,
            kept: Vec::new(),
            in_code: false,
        };
        pieces
            .into_iter()
            .for_each(|(piece, range)| inline.piece(piece, range));
        Body {
            pieces: inline.pieces,
            problems: inline.problems,
            definitions,
        }
    }

    fn piece(&mut self, piece: Piece<'a>, range: Range<usize>) {
        match &piece {
            Piece::Markdown(Event::Start(Tag::CodeBlock(_))) => self.in_code = true,
            Piece::Markdown(Event::End(TagEnd::CodeBlock)) => self.in_code = false,
            _ => {}
        }
        match piece {
            Piece::Markdown(Event::Text(_)) if self.in_code => self.pieces.push((piece, range)),
            // Only text that is in the file as it is read can hold a block.
            Piece::Markdown(Event::Text(text))
                if range.len() == text.len() && is_at(self.original, range.start, &text) =>
            {
                self.text(range)
            }
            Piece::Markdown(Event::Start(_)) => {
                let is_kept = !self.is_used(&range);
                self.kept.push(is_kept);
                self.pieces.extend(is_kept.then_some((piece, range)));
            }
            Piece::Markdown(Event::End(end)) => {
                if is_leaf_end(end) {
                    while self.open.pop().is_some() {
                        self.pieces.push((Piece::Close, range.end..range.end));
                    }
                }
                let is_kept = self.kept.pop().unwrap_or(true);
                self.pieces.extend(is_kept.then_some((piece, range)));
            }
            piece => {
                let is_kept = !self.is_used(&range);
                self.pieces.extend(is_kept.then_some((piece, range)));
            }
        }
    }

    /// Returns whether something is within text that has been used: in the attributes of a block.
    fn is_used(&self, range: &Range<usize>) -> bool {
        !range.is_empty() && range.end <= self.skip
    }

    fn text(&mut self, range: Range<usize>) {
        let mut at = range.start.max(self.skip);
        while at < range.end {
            if let Some((label_end, end)) = self.open.last().copied()
                && label_end < range.end
            {
                // The label may have ended within code or a link, which this text follows.
                self.scan(at, label_end.max(at));
                self.open.pop();
                self.pieces.push((Piece::Close, label_end..end));
                self.skip = self.skip.max(end);
                at = at.max(end);
                continue;
            }
            return self.scan(at, range.end);
        }
    }

    /// Passes text on up to `end`, opening the blocks whose heads start in it.
    fn scan(&mut self, start: usize, end: usize) {
        let mut at = start;
        while let Some(colon) = self.original[at..end].find(':').map(|found| at + found) {
            match self.head(colon) {
                Some(_) if self.open.len() >= DEEPEST => {
                    self.problems.push((Problem::TooDeep, colon..colon + 1));
                    at = colon + 1;
                }
                Some((head, label, stop)) => {
                    self.plain(start, colon);
                    self.pieces.push((Piece::Open(Box::new(head)), colon..stop));
                    self.open.push((label.end, stop));
                    self.skip = label.start;
                    if label.start < end {
                        self.text(label.start..end);
                    }
                    return;
                }
                None => at = colon + 1,
            }
        }
        self.plain(start, end);
    }

    fn head(&mut self, colon: usize) -> Option<(Head, Range<usize>, usize)> {
        let bracket = bracket_of(self.original, colon)?;
        let end = floor(self.original, bracket + LONGEST_HEAD);
        let end = self.original[bracket..end]
            .find("\n\n")
            .map_or(end, |blank| bracket + blank);
        match blocks::head(self.original, colon + 1, end, Form::Inline) {
            Ok((head, stop)) => {
                let label = head.label.clone()?;
                Some((head, label, stop))
            }
            Err(why) => {
                self.problems
                    .push((Problem::BadHead(why), colon..bracket + 1));
                None
            }
        }
    }

    fn plain(&mut self, start: usize, end: usize) {
        if start < end {
            let text = Event::Text(self.original[start..end].into());
            self.pieces.push((Piece::Markdown(text), start..end));
        }
    }
}

/// Returns whether some `[` follows a colon and a name.
pub(super) fn has_inline(body: &str) -> bool {
    body.match_indices('[')
        .any(|(at, _)| inline_start(body, at).is_some())
}

/// Returns where the bracket of an inline block is, if the byte at `colon` may begin one.
pub(super) fn bracket_of(body: &str, colon: usize) -> Option<usize> {
    let bracket = colon
        + 1
        + body
            .get(colon + 1..)?
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    (body[bracket..].starts_with('[') && inline_start(body, bracket) == Some(colon))
        .then_some(bracket)
}

/// Returns where the colon of an inline block is, if the bracket at `bracket` may belong to one.
fn inline_start(body: &str, bracket: usize) -> Option<usize> {
    let before = &body.as_bytes()[..bracket];
    let name = before
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-')
        .count();
    let colon = bracket.checked_sub(name + 1)?;
    let fits = name > 0 && before[colon] == b':' && before[colon + 1].is_ascii_alphabetic();
    // Only a byte that is a colon is surely the start of a character.
    let free = || {
        body[..colon]
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric() && c != ':' && c != '\\')
    };
    (fits && free()).then_some(colon)
}

/// Returns whether the end of an element ends every inline block in it.
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
