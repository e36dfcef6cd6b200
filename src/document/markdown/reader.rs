//! Puts the events of Markdown and the fences of blocks together.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::inline::Inline;
use super::mask::Mask;
use super::{Body, DEEPEST, Piece, Problem};
use crate::document::blocks::{Fence, Mark};

/// Puts events and fences together.
pub(super) struct Reader<'m, 't> {
    mask: &'m Mask<'t>,
    body: Body<'t>,
    open: Vec<Opened>,
    depth: usize,
    /// The first fence that has not come yet.
    next: usize,
}

/// A container that is open.
struct Opened {
    colons: usize,
    name: String,
    line: Range<usize>,
}

impl<'m, 't> Reader<'m, 't> {
    pub(super) fn new(mask: &'m Mask<'t>, usual: usize) -> Self {
        let body = Body {
            pieces: Vec::with_capacity(usual),
            problems: Vec::new(),
            definitions: Vec::new(),
        };
        Self {
            mask,
            body,
            open: Vec::new(),
            depth: 0,
            next: 0,
        }
    }

    pub(super) fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        match &event {
            Event::Rule => {
                if let Some(at) = self
                    .mask
                    .fence_at(range.start)
                    .filter(|at| *at >= self.next)
                {
                    self.next = at + 1;
                    return self.fence(&self.mask.fences[at]);
                }
            }
            Event::Start(tag) if is_nesting(tag) => {
                self.depth += 1;
                if self.depth == DEEPEST + 1 {
                    self.body.problems.push((Problem::TooDeep, range.clone()));
                }
            }
            Event::End(end) if is_nesting_end(*end) => self.depth -= 1,
            _ => {}
        }
        self.body.pieces.push((Piece::Markdown(event), range));
    }

    fn fence(&mut self, fence: &Fence) {
        let line = fence.line.clone();
        if self.depth > 0 {
            let name = match &fence.mark {
                Mark::Open { head, .. } | Mark::Line { head } => head.name.clone(),
                Mark::Close { .. } | Mark::Bad { .. } => String::new(),
            };
            return self.body.problems.push((Problem::Misplaced(name), line));
        }
        match &fence.mark {
            Mark::Open { colons, head } => {
                self.open.push(Opened {
                    colons: *colons,
                    name: head.name.clone(),
                    line: line.clone(),
                });
                if self.open.len() == DEEPEST + 1 {
                    self.body.problems.push((Problem::TooDeep, line.clone()));
                }
                // What is deeper is left out: every block holds what is in it, so that the cost
                // would grow with the square of the depth.
                if self.open.len() <= DEEPEST {
                    self.body
                        .pieces
                        .push((Piece::Open(Box::new(head.clone())), line));
                }
            }
            Mark::Line { head } => self
                .body
                .pieces
                .push((Piece::Open(Box::new(head.clone())), line)),
            Mark::Close { colons } => self.close(*colons, line),
            Mark::Bad { why } => self.body.problems.push((Problem::BadHead(*why), line)),
        }
    }

    /// Closes the nearest block with as many colons; what is open inside it was not closed.
    fn close(&mut self, colons: usize, line: Range<usize>) {
        if !self.open.iter().rev().any(|open| open.colons == colons) {
            return self.body.problems.push((Problem::Stray, line));
        }
        while let Some(open) = self.pop(&line) {
            if open.colons == colons {
                return;
            }
            self.body
                .problems
                .push((Problem::Unclosed(open.name), open.line));
        }
    }

    /// Ends the innermost block at a range.
    fn pop(&mut self, at: &Range<usize>) -> Option<Opened> {
        if (1..=DEEPEST).contains(&self.open.len()) {
            self.body.pieces.push((Piece::Close, at.clone()));
        }
        self.open.pop()
    }

    pub(super) fn finish(mut self) -> Body<'t> {
        let end = self.mask.original.len();
        while let Some(open) = self.pop(&(end..end)) {
            self.body
                .problems
                .push((Problem::Unclosed(open.name), open.line));
        }
        if self.mask.inline {
            return Inline::read(self.mask.original, self.body);
        }
        self.body
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
