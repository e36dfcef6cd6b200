//! The lines of a body that begin like something other than a sentence, the lists around them, and
//! whatever else the slips of lines look at, gathered in one walk over the pieces.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::document::markdown::{Piece, PlacedPiece};
use crate::document::text::slice;
use crate::source::line_start;

/// What stands before a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// The beginning of a paragraph, or of an item without one.
    Block,
    /// The marker of a heading.
    Heading,
    /// A line of the same paragraph.
    Line,
    /// A line of the same paragraph that ends with a forced break.
    Break,
}

/// A line of text that begins like something else, or that lost what it began with.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its text up to the end of the line, without the markers of what it is in.
    pub(super) range: Range<usize>,
    pub(super) after: After,
    /// Its number among all lines of text.
    pub(super) number: usize,
    /// The innermost list that it is in, and its item's index there.
    pub(super) item: Option<(usize, usize)>,
}

/// A list.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// The number of its first item; none in a list of bullets.
    pub(super) first: Option<u64>,
    /// Where its items begin.
    pub(super) items: Vec<usize>,
    /// The list around it.
    pub(super) parent: Option<usize>,
    pub(super) end: usize,
}

/// What the walk gathers.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The lines that may be a slip, in order.
    pub(super) lines: Vec<Line>,
    pub(super) lists: Vec<List>,
    /// Where the definitions of definition lists begin.
    pub(super) definitions: Vec<usize>,
    /// The rows of tables that do not have as many cells as their table has columns.
    pub(super) rows: Vec<(Range<usize>, usize)>,
    /// Indented code: its lines.
    pub(super) indented: Vec<Vec<Range<usize>>>,
    /// Code, inline code and raw HTML, in order.
    pub(super) verbatim: Vec<Range<usize>>,
}

/// Walks the pieces.
struct Walker<'b> {
    body: &'b str,
    found: Lines,
    /// The open lists, as indices.
    open: Vec<usize>,
    /// What text that comes next would follow.
    after: Option<After>,
    number: usize,
    /// The number of columns of the open table.
    columns: usize,
    in_code: bool,
    in_indented: bool,
}

impl Lines {
    /// Walks the pieces of a body.
    pub(super) fn of(pieces: &[PlacedPiece<'_>], body: &str) -> Self {
        let mut walker = Walker {
            body,
            found: Self::default(),
            open: Vec::new(),
            after: None,
            number: 0,
            columns: 0,
            in_code: false,
            in_indented: false,
        };
        for (piece, range) in pieces {
            walker.piece(piece, range);
        }
        walker.found
    }

    /// Returns whether a byte is in code or raw HTML.
    pub(super) fn is_verbatim(&self, at: usize) -> bool {
        let next = self
            .verbatim
            .partition_point(|range| range.end <= at);
        self.verbatim
            .get(next)
            .is_some_and(|range| range.start <= at)
    }
}

impl Walker<'_> {
    fn piece(&mut self, piece: &Piece<'_>, range: &Range<usize>) {
        let Piece::Markdown(event) = piece else {
            self.after = None;
            return;
        };
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(*end, range),
            Event::Text(_) => self.text(range),
            Event::SoftBreak => self.after = Some(After::Line),
            Event::HardBreak => self.after = Some(After::Break),
            Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => {
                self.begin_line();
                self.after = None;
                self.found
                    .verbatim
                    .push(range.clone());
            }
            _ => {
                self.begin_line();
                self.after = None;
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.after = Some(After::Block),
            Tag::Heading { .. } => self.after = Some(After::Heading),
            Tag::List(first) => self.list(*first, range),
            Tag::Item => {
                let list = self
                    .open
                    .last()
                    .and_then(|list| self.found.lists.get_mut(*list));
                if let Some(list) = list {
                    list.items.push(range.start);
                }
                self.after = Some(After::Block);
            }
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                self.in_indented = *kind == CodeBlockKind::Indented;
                self.found
                    .verbatim
                    .push(range.clone());
                if self.in_indented {
                    self.found.indented.push(Vec::new());
                }
            }
            Tag::Table(columns) => self.columns = columns.len(),
            Tag::TableRow => self.row(range),
            Tag::DefinitionListDefinition => {
                self.found
                    .definitions
                    .push(range.start);
                self.after = Some(After::Block);
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {
                self.begin_line();
                if let Some(after) = self.after.take()
                    && self.is_indented(range.start, after)
                {
                    self.line(range.start, after);
                }
            }
            _ => self.after = None,
        }
    }

    /// Returns whether a line in a list, or at the beginning of a paragraph, is indented by one
    /// space, less than an item's text is.
    fn is_indented(&self, at: usize, after: After) -> bool {
        let bytes = self.body.as_bytes();
        let may_be_item = match after {
            After::Line => !self.open.is_empty(),
            After::Block => self.open.is_empty(),
            After::Heading | After::Break => false,
        };
        may_be_item
            && at
                .checked_sub(2)
                .and_then(|from| bytes.get(from..at))
                == Some(b"\n ")
    }

    fn list(&mut self, first: Option<u64>, range: &Range<usize>) {
        let parent = self.open.last().copied();
        self.open.push(self.found.lists.len());
        self.found.lists.push(List {
            first,
            items: Vec::new(),
            parent,
            end: range.end,
        });
    }

    fn end(&mut self, end: TagEnd, _range: &Range<usize>) {
        match end {
            TagEnd::List(_) => {
                self.open.pop();
            }
            TagEnd::CodeBlock => self.in_code = false,
            _ => {}
        }
        self.after = None;
    }

    fn row(&mut self, range: &Range<usize>) {
        let row = slice(self.body, range.clone()).trim_end();
        if cells(row) < self.columns {
            let range = range.start..range.start + row.len();
            self.found
                .rows
                .push((range, self.columns));
        }
    }

    /// Counts a line that has begun.
    fn begin_line(&mut self) {
        self.number += usize::from(self.after.is_some());
    }

    fn text(&mut self, range: &Range<usize>) {
        if self.in_code {
            if let (true, Some(lines)) = (self.in_indented, self.found.indented.last_mut()) {
                lines.push(range.clone());
            }
            return;
        }
        self.begin_line();
        let Some(after) = self.after.take() else {
            return;
        };
        let rest = slice(self.body, range.start..self.body.len());
        let may_be_slip = may_be_slip(rest, after) || self.is_indented(range.start, after);
        if !may_be_slip || is_escaped(self.body, range.start) {
            return;
        }
        self.line(range.start, after);
    }

    /// Adds a line that may be a slip.
    fn line(&mut self, at: usize, after: After) {
        let line = line_at(self.body, at);
        let item = self.open.last().and_then(|list| {
            let items = self
                .found
                .lists
                .get(*list)?
                .items
                .len();
            Some((*list, items.saturating_sub(1)))
        });
        self.found.lines.push(Line {
            range: at..at + line.len(),
            after,
            number: self.number,
            item,
        });
    }
}

/// Returns whether a line begins with a sign, a digit or `a)`.
fn may_be_slip(line: &str, after: After) -> bool {
    let mut bytes = line.bytes();
    match bytes.next() {
        Some(b'#' | b'-' | b'*' | b'+' | b'|' | b'.' | b':' | b'0'..=b'9' | 0xc2 | 0xe2 | 0xef) => {
            after != After::Heading || line.starts_with('#')
        }
        Some(b'a'..=b'z' | b'A'..=b'Z') => bytes.next() == Some(b')'),
        _ => false,
    }
}

/// Returns a line from a byte on, without its end.
pub(super) fn line_at(body: &str, at: usize) -> &str {
    let rest = slice(body, at..body.len());
    rest.split('\n')
        .next()
        .unwrap_or_default()
        .trim_end()
}

/// Returns what a new line must begin with to be in the same quotation and item as the text at a
/// byte.
pub(super) fn prefix(body: &str, at: usize) -> String {
    let before = slice(body, line_start(body, at)..at);
    let kept = |sign| if sign == '>' { '>' } else { ' ' };
    before.chars().map(kept).collect()
}

/// Returns whether a backslash escapes what is at a byte.
fn is_escaped(body: &str, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| body.as_bytes().get(before))
        == Some(&b'\\')
}

/// Counts the cells of a table's row as GitHub does.
pub(super) fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    if row.is_empty() {
        return 0;
    }
    let mut cells = 1;
    let mut is_escaped = false;
    for byte in row.bytes() {
        cells += usize::from(byte == b'|' && !is_escaped);
        is_escaped = byte == b'\\' && !is_escaped;
    }
    let is_closed = row.ends_with('|') && !row.ends_with("\\|");
    cells - usize::from(is_closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted() {
        for (row, count) in [
            ("| a | b |", 2),
            ("a | b", 2),
            ("| a | b", 2),
            ("|| a |", 2),
            ("a \\| b | c", 2),
            ("text", 1),
            ("|", 0),
            ("", 0),
        ] {
            assert_eq!(cells(row), count, "{row}");
        }
    }
}
