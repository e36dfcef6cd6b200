//! Combines the events of Markdown and the fences of blocks into pieces.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::inline::InlineScanner;
use super::mask::Mask;
use super::{DEEPEST, Parsed, Piece, Problem};
use crate::document::blocks::{Fence, FenceKind, Head};

/// Builds the pieces of a body from its events and fences.
pub(super) struct PieceBuilder<'m, 't> {
    mask: &'m Mask<'t>,
    parsed: Parsed<'t>,
    open: Vec<OpenContainer>,
    /// The number of open quotations, lists and the like.
    depth: usize,
    /// The index of the next fence.
    next: usize,
}

/// An open container.
struct OpenContainer {
    colons: usize,
    name: String,
    line: Range<usize>,
}

impl<'m, 't> PieceBuilder<'m, 't> {
    /// Starts a body of about `pieces` pieces.
    pub(super) fn new(mask: &'m Mask<'t>, pieces: usize) -> Self {
        Self {
            mask,
            parsed: Parsed {
                pieces: Vec::with_capacity(pieces),
                ..Parsed::default()
            },
            open: Vec::new(),
            depth: 0,
            next: 0,
        }
    }

    pub(super) fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        match &event {
            Event::Rule => {
                let fence = self.mask.fence_at(range.start);
                if let Some((at, fence)) = fence.filter(|(at, _)| *at >= self.next) {
                    self.next = at + 1;
                    return self.fence(fence);
                }
            }
            Event::Start(tag) if is_nesting(tag) => self.nest(&range),
            Event::End(end) if is_nesting_end(*end) => self.depth -= 1,
            _ => {}
        }
        self.piece(Piece::Markdown(event), range);
    }

    fn nest(&mut self, range: &Range<usize>) {
        self.depth += 1;
        if self.depth == DEEPEST + 1 {
            self.problem(Problem::TooDeep, range.clone());
        }
    }

    fn fence(&mut self, fence: &Fence) {
        let line = fence.line.clone();
        if self.depth > 0 {
            let name = fence.kind.name().to_owned();
            return self.problem(Problem::Misplaced(name), line);
        }
        match &fence.kind {
            FenceKind::Open { colons, head } => self.open(*colons, head, line),
            FenceKind::Line { head } => self.piece(Piece::Open(Box::new(head.clone())), line),
            FenceKind::Close { colons } => self.close(*colons, line),
            FenceKind::Bad { why, opens } => {
                self.problem(Problem::BadHead(*why), line.clone());
                if let Some((colons, head)) = opens {
                    self.open(*colons, head, line);
                }
            }
        }
    }

    fn open(&mut self, colons: usize, head: &Head, line: Range<usize>) {
        self.open.push(OpenContainer {
            colons,
            name: head.name.clone(),
            line: line.clone(),
        });
        if self.open.len() == DEEPEST + 1 {
            self.problem(Problem::TooDeep, line.clone());
        }
        // Deeper blocks are left out: every block stores its content, so the cost would grow with
        // the square of the depth.
        if self.open.len() <= DEEPEST {
            self.piece(Piece::Open(Box::new(head.clone())), line);
        }
    }

    /// Closes the nearest block with this many colons; the open blocks inside it are unclosed.
    fn close(&mut self, colons: usize, line: Range<usize>) {
        if !self
            .open
            .iter()
            .rev()
            .any(|open| open.colons == colons)
        {
            return self.problem(Problem::Stray, line);
        }
        while let Some(open) = self.pop(&line) {
            if open.colons == colons {
                return;
            }
            self.problem(Problem::Unclosed(open.name), open.line);
        }
    }

    /// Ends the innermost block at a range.
    fn pop(&mut self, at: &Range<usize>) -> Option<OpenContainer> {
        if (1..=DEEPEST).contains(&self.open.len()) {
            self.piece(Piece::Close, at.clone());
        }
        self.open.pop()
    }

    fn piece(&mut self, piece: Piece<'t>, range: Range<usize>) {
        self.parsed
            .pieces
            .push((piece, range));
    }

    fn problem(&mut self, problem: Problem, range: Range<usize>) {
        self.parsed
            .problems
            .push((problem, range));
    }

    pub(super) fn finish(mut self) -> Parsed<'t> {
        let end = self.mask.body().len();
        while let Some(open) = self.pop(&(end..end)) {
            self.problem(Problem::Unclosed(open.name), open.line);
        }
        if self.mask.has_inline() {
            return InlineScanner::scan(self.mask.body(), self.parsed);
        }
        self.parsed
    }
}

fn is_nesting(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::Table(_)
    )
}

fn is_nesting_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::Table
    )
}
