//! Text of a body as HTML: set by its changes, escaped, and by reference to the file wherever it is
//! there as it is shown.

use memchr::memchr3_iter;

use super::fixed::fixed;
use super::packed::{Kind, Segments};
use crate::document::markdown::Change;

/// A text that is read.
#[derive(Clone, Copy)]
pub(super) struct PlacedText<'t> {
    pub(super) text: &'t str,
    /// Where it is in the file, in bytes, if it is there as it is read.
    pub(super) at: Option<usize>,
    pub(super) kind: Kind,
}

impl PlacedText<'_> {
    /// Writes the text with its changes made.
    pub(super) fn changed(self, out: &mut Segments, changes: &[Change]) {
        let mut from = 0;
        for change in changes {
            self.part(from, change.start).escaped(out);
            out.own(self.kind, change.with);
            from = change.end;
        }
        self.part(from, self.text.len()).escaped(out);
    }

    fn part(self, start: usize, end: usize) -> Self {
        Self {
            text: &self.text[start..end],
            at: self.at.map(|at| at + start),
            kind: self.kind,
        }
    }

    fn escaped(self, out: &mut Segments) {
        let mut from = 0;
        for at in memchr3_iter(b'&', b'<', b'>', self.text.as_bytes()) {
            self.part(from, at).plain(out);
            let sign = match self.text.as_bytes()[at] {
                b'&' => fixed!("&amp;"),
                b'<' => fixed!("&lt;"),
                _ => fixed!("&gt;"),
            };
            out.fixed_of(self.kind, sign);
            from = at + 1;
        }
        self.part(from, self.text.len()).plain(out);
    }

    fn plain(self, out: &mut Segments) {
        match self.at {
            Some(at) => out.file(self.kind, at..at + self.text.len(), self.text),
            None => out.own(self.kind, self.text),
        }
    }
}

/// Returns the changes of one piece among all, which are in order.
pub(in crate::document) fn changes_of(changes: &[Change], piece: usize) -> &[Change] {
    let start = changes.partition_point(|change| change.piece < piece);
    let length = changes[start..]
        .iter()
        .take_while(|change| change.piece == piece)
        .count();
    &changes[start..start + length]
}

/// Returns a text with its changes made.
pub(in crate::document) fn set(text: &str, changes: &[Change]) -> String {
    let mut shown = String::with_capacity(text.len() + changes.len() * 2);
    let mut from = 0;
    for change in changes {
        shown.push_str(&text[from..change.start]);
        shown.push_str(change.with);
        from = change.end;
    }
    shown.push_str(&text[from..]);
    shown
}
