//! Text as HTML: typeset, escaped, and by reference to the file wherever it is the same there.

use std::borrow::Cow;

use memchr::memchr3_iter;

use super::fixed::fixed;
use super::packed::{SegmentKind, Segments};
use crate::document::markdown::Change;
use crate::document::text::slice;

/// A text of an event.
#[derive(Clone, Copy)]
pub(super) struct PlacedText<'t> {
    pub(super) text: &'t str,
    /// Its position in the file, if it is the same there.
    pub(super) at: Option<usize>,
    pub(super) kind: SegmentKind,
}

impl<'t> PlacedText<'t> {
    /// Makes a text in which no glossary words are looked for.
    pub(super) fn code(text: &'t str, at: Option<usize>) -> Self {
        Self {
            text,
            at,
            kind: SegmentKind::Html,
        }
    }

    /// Writes the text with changes applied.
    pub(super) fn changed(self, out: &mut Segments, changes: &[Change]) {
        let mut from = 0;
        for change in changes {
            self.part(from, change.start)
                .escaped(out);
            out.own(self.kind, change.with);
            from = change.end;
        }
        self.part(from, self.text.len())
            .escaped(out);
    }

    /// Writes the text without changes.
    pub(super) fn escaped(self, out: &mut Segments) {
        let mut from = 0;
        for at in memchr3_iter(b'&', b'<', b'>', self.text.as_bytes()) {
            self.part(from, at).plain(out);
            let sign = match self.text.as_bytes().get(at) {
                Some(b'&') => fixed!("&amp;"),
                Some(b'<') => fixed!("&lt;"),
                _ => fixed!("&gt;"),
            };
            out.fixed_of(self.kind, sign);
            from = at + 1;
        }
        self.part(from, self.text.len())
            .plain(out);
    }

    fn part(self, start: usize, end: usize) -> Self {
        Self {
            text: slice(self.text, start..end),
            at: self.at.map(|at| at + start),
            kind: self.kind,
        }
    }

    fn plain(self, out: &mut Segments) {
        match self.at {
            Some(at) => out.file(self.kind, at..at + self.text.len(), self.text),
            None => out.own(self.kind, self.text),
        }
    }
}

/// Returns the changes of a piece; `changes` are in order.
pub(crate) fn changes_of(changes: &[Change], piece: usize) -> &[Change] {
    let (_, rest) = changes.split_at(changes.partition_point(|change| change.piece < piece));
    let of_piece = rest
        .iter()
        .take_while(|change| change.piece == piece);
    rest.split_at(of_piece.count()).0
}

/// Returns a text with changes applied.
pub(crate) fn changed<'t>(text: &'t str, changes: &[Change]) -> Cow<'t, str> {
    if changes.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + changes.len() * 2);
    let mut from = 0;
    for change in changes {
        shown.push_str(slice(text, from..change.start));
        shown.push_str(change.with);
        from = change.end;
    }
    shown.push_str(slice(text, from..text.len()));
    Cow::Owned(shown)
}
