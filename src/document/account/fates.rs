//! The fates of the bytes of a file; later ones replace earlier ones.

use std::ops::Range;

use super::{Account, Fate};
use crate::document::text::SourceText;

/// The fate of each byte of a file so far.
pub(super) struct Fates<'t> {
    text: SourceText<'t>,
    fates: Vec<Fate>,
}

impl<'t> Fates<'t> {
    pub(super) fn new(text: SourceText<'t>) -> Self {
        Self {
            text,
            fates: vec![Fate::Lost; text.file().len()],
        }
    }

    /// Returns the body.
    pub(super) fn body(&self) -> &'t str {
        self.text.body()
    }

    /// Assigns a fate to a range of the body.
    pub(super) fn paint(&mut self, range: Range<usize>, fate: Fate) {
        self.paint_file(self.text.in_file(&range), fate);
    }

    /// Assigns a fate to a range of the file.
    pub(super) fn paint_file(&mut self, range: Range<usize>, fate: Fate) {
        if let Some(bytes) = self.fates.get_mut(range) {
            bytes.fill(fate);
        }
    }

    /// Returns whether a byte of the body is lost so far.
    pub(super) fn is_lost(&self, byte: usize) -> bool {
        let byte = byte + self.text.offset();
        self.fates.get(byte) == Some(&Fate::Lost)
    }

    /// Turns the markup in a range of the file into lost bytes.
    pub(super) fn lose_markup(&mut self, range: Range<usize>) {
        for fate in self
            .fates
            .get_mut(range)
            .into_iter()
            .flatten()
        {
            if *fate == Fate::Markup {
                *fate = Fate::Lost;
            }
        }
    }

    /// Assigns `Markup` to these Markdown characters in a range of the body, to spaces, and to the
    /// `>` at the start of each line of a quotation.
    pub(super) fn signs(&mut self, range: Range<usize>, signs: &str) {
        let mut at = range.start;
        while at < range.end {
            // A range may begin within a character.
            let c = self
                .body()
                .get(at..)
                .and_then(|rest| rest.chars().next());
            let end = at
                + c.map_or(1, char::len_utf8)
                    .min(range.end - at);
            let is_sign = |c: char| c.is_whitespace() || c == '>' || c == '\\' || signs.contains(c);
            if c.is_some_and(is_sign) {
                self.paint(at..end, Fate::Markup);
            }
            at = end;
        }
    }

    pub(super) fn finish(self) -> Account {
        let mut ranges = Vec::new();
        let mut start = 0;
        for run in self
            .fates
            .chunk_by(|one, other| one == other)
        {
            let end = start + run.len();
            ranges.extend(
                run.first()
                    .map(|fate| (start..end, *fate)),
            );
            start = end;
        }
        Account(ranges)
    }
}
