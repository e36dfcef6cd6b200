//! The mask over a body: it hides fences from pulldown-cmark, those colons of inline blocks that
//! would begin a definition, and the lines of comments that allow a finding. Fences and colons are
//! hidden at equal length; the lines are left out, so that the text is exactly what it would be
//! without them.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::Event;

use super::inline::{bracket_of, has_inline};
use crate::config::Markdown;
use crate::document::allows::{self, Comment};
use crate::document::blocks::{self, Fence};
use crate::document::text::slice;

/// What pulldown-cmark sees in place of a hidden colon: a byte with no meaning.
const HIDDEN_COLON: &str = ";";

/// What it sees in place of a fence, padded with spaces.
const RULE: &str = "***";

/// The most rounds in which comments are left out, so that some rounds are left for the rest. Only
/// a comment that makes another look like code needs more than one.
const MOST_CUTS: usize = 4;

/// The parts of a body that are hidden from pulldown-cmark.
pub(super) struct Mask<'a> {
    body: &'a str,
    fences: Vec<Fence>,
    /// The hidden colons, in order.
    colons: Vec<usize>,
    /// Colons that, once hidden, turned out to be in code or a link, in order.
    elsewhere: Vec<usize>,
    /// The lines that may be comments that allow a finding, in order.
    comments: Vec<Comment>,
    /// The lines of them that are left out, in order.
    cuts: Vec<Comment>,
    /// Where each of them would be in what pulldown-cmark sees, and how many bytes are missing from
    /// there on.
    missing: Vec<(usize, usize)>,
    /// How many more times lines may be left out.
    cuts_left: usize,
    has_inline: bool,
}

impl<'a> Mask<'a> {
    /// Hides every line that may be a fence.
    pub(super) fn new(body: &'a str, markdown: Markdown) -> Self {
        let fences = match markdown.extensions {
            true => blocks::fences(body),
            false => Vec::new(),
        };
        Self {
            body,
            fences,
            colons: Vec::new(),
            elsewhere: Vec::new(),
            comments: allows::comments(body),
            cuts: Vec::new(),
            missing: Vec::new(),
            cuts_left: MOST_CUTS,
            has_inline: markdown.extensions && has_inline(body),
        }
    }

    /// Returns the body as written.
    pub(super) fn body(&self) -> &'a str {
        self.body
    }

    /// Returns whether the body may contain inline blocks.
    pub(super) fn has_inline(&self) -> bool {
        self.has_inline
    }

    /// Returns the hidden fences, in order.
    pub(super) fn fences(&self) -> &[Fence] {
        &self.fences
    }

    /// Returns the hidden colons, in order.
    pub(super) fn colons(&self) -> &[usize] {
        &self.colons
    }

    /// Returns the fence that contains a byte, and its index.
    pub(super) fn fence_at(&self, offset: usize) -> Option<(usize, &Fence)> {
        let at = self
            .fences
            .partition_point(|fence| fence.line.end <= offset);
        let fence = self.fences.get(at)?;
        (fence.line.start <= offset).then_some((at, fence))
    }

    /// Returns whether a byte is a hidden colon.
    pub(super) fn is_hidden(&self, colon: usize) -> bool {
        self.colons
            .binary_search(&colon)
            .is_ok()
    }

    /// Returns whether the colon at a byte belongs to an inline block, not to a definition.
    pub(super) fn is_colon_of_block(&self, colon: usize) -> bool {
        self.has_inline && bracket_of(self.body, colon).is_some()
    }

    /// Returns whether hiding a colon was tried and turned out wrong.
    pub(super) fn is_elsewhere(&self, colon: usize) -> bool {
        self.elsewhere
            .binary_search(&colon)
            .is_ok()
    }

    /// Restores the hidden colon of a text that begins with one.
    pub(super) fn unmasked<'t>(&self, event: Event<'t>, range: &Range<usize>) -> Event<'t>
    where
        'a: 't,
    {
        match event {
            Event::Text(_) if self.is_hidden(range.start) => {
                Event::Text(slice(self.body, range.clone()).into())
            }
            event => event,
        }
    }

    /// Keeps the fences that came back as fences; the others are code or raw HTML.
    pub(super) fn keep_fences(&mut self, is_fence: Vec<bool>) {
        let mut is_fence = is_fence.into_iter();
        self.fences
            .retain(|_| is_fence.next().unwrap_or_default());
    }

    /// Keeps the hidden colons that came back as text, and hides those that began definitions; both
    /// are in order.
    pub(super) fn hide_colons(&mut self, texts: &[usize], definitions: Vec<usize>) {
        let is_lost = |colon: &mut usize| texts.binary_search(colon).is_err();
        self.elsewhere
            .extend(self.colons.extract_if(.., is_lost));
        self.elsewhere.sort_unstable();
        let is_new = |colon: &usize| {
            self.elsewhere
                .binary_search(colon)
                .is_err()
        };
        self.colons
            .extend(definitions.into_iter().filter(is_new));
        self.colons.sort_unstable();
    }

    /// Returns the index of the line whose comment an element that starts at a byte begins with.
    pub(super) fn comment_at(&self, start: usize) -> Option<usize> {
        let at = self
            .comments
            .partition_point(|comment| comment.open < start);
        let comment = self
            .comments
            .get(at)
            .filter(|_| self.cuts_left > 0)?;
        (comment.line.start <= start).then_some(at)
    }

    /// Leaves out the lines with these indices, which are in order.
    pub(super) fn leave_out(&mut self, comments: &[usize]) {
        self.cuts_left -= 1;
        let mut at = 0;
        let is_one = |_: &mut Comment| {
            at += 1;
            comments
                .binary_search(&(at - 1))
                .is_ok()
        };
        self.cuts
            .extend(self.comments.extract_if(.., is_one));
        self.cuts
            .sort_unstable_by_key(|comment| comment.open);
        let mut missing = 0;
        let cuts = self.cuts.iter();
        self.missing = cuts
            .map(|cut| {
                let seen = cut.line.start - missing;
                missing += cut.line.len();
                (seen, missing)
            })
            .collect();
    }

    /// Returns the comments whose lines are left out.
    pub(super) fn comments(&self) -> Vec<Comment> {
        self.cuts.clone()
    }

    /// Returns the range of the body that is a range of what pulldown-cmark sees.
    pub(super) fn in_body(&self, range: Range<usize>) -> Range<usize> {
        if self.cuts.is_empty() {
            return range;
        }
        let start = self.byte_in_body(range.start);
        match range.end.checked_sub(1) {
            Some(last) if range.start <= last => start..self.byte_in_body(last) + 1,
            _ => start..start,
        }
    }

    fn byte_in_body(&self, seen: usize) -> usize {
        let cuts = self
            .missing
            .partition_point(|(cut, _)| *cut <= seen);
        let last = cuts
            .checked_sub(1)
            .and_then(|at| self.missing.get(at));
        seen + last.map_or(0, |(_, missing)| *missing)
    }

    /// Stops hiding anything.
    pub(super) fn clear(&mut self) {
        self.fences.clear();
        self.colons.clear();
        self.cuts.clear();
        self.missing.clear();
        self.comments.clear();
    }

    /// Returns what pulldown-cmark sees.
    pub(super) fn text(&self) -> Cow<'a, str> {
        if self.fences.is_empty() && self.colons.is_empty() && self.cuts.is_empty() {
            Cow::Borrowed(self.body)
        } else {
            Cow::Owned(self.masked())
        }
    }

    fn masked(&self) -> String {
        let mut masked = String::with_capacity(self.body.len());
        let mut at = 0;
        for fence in &self.fences {
            masked.push_str(slice(self.body, at..fence.line.start));
            push_rule(&mut masked, slice(self.body, fence.line.clone()));
            at = fence.line.end;
        }
        masked.push_str(slice(self.body, at..self.body.len()));
        for colon in &self.colons {
            masked.replace_range(*colon..colon + 1, HIDDEN_COLON);
        }
        self.without_cuts(masked)
    }

    /// Leaves out lines of a text that is as long as the body.
    fn without_cuts(&self, masked: String) -> String {
        if self.cuts.is_empty() {
            return masked;
        }
        let mut rest = String::with_capacity(masked.len());
        let mut at = 0;
        for cut in &self.cuts {
            rest.push_str(slice(&masked, at..cut.line.start));
            at = cut.line.end;
        }
        rest.push_str(slice(&masked, at..masked.len()));
        rest
    }
}

/// Adds a thematic break as long as a fence.
fn push_rule(masked: &mut String, line: &str) {
    let fence = line.trim_start_matches(' ');
    masked.extend(std::iter::repeat_n(' ', line.len() - fence.len()));
    masked.push_str(RULE);
    masked.extend(std::iter::repeat_n(
        ' ',
        fence.len().saturating_sub(RULE.len()),
    ));
}
