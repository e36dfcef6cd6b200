//! Raw HTML: as written, but where it leads is filled in by other files, and its tables scroll.

use std::ops::Range;

use super::Writer;
use crate::document::body::holes::{Address, Hole};
use crate::document::body::packed::{End, SegmentKind};
use crate::document::body::raw::{SpliceKind, lines};

impl Writer<'_, '_> {
    /// Writes a piece of raw HTML.
    pub(super) fn raw_html(&mut self, piece: usize, html: &str, range: &Range<usize>) {
        let lines = lines(self.pass.text.body(), range, html);
        let length: usize = lines.iter().map(Range::len).sum();
        if length != html.len() {
            return self.own(html);
        }
        let mut splices = self
            .pass
            .elements
            .splices_of(piece)
            .peekable();
        let is_one = lines.len() == 1;
        for line in lines {
            let mut at = line.start;
            while let Some(splice) = splices.next_if(|splice| splice.range.end <= line.end) {
                // The space before an attribute may be the indent of its line.
                self.raw_part(at..splice.range.start.max(at), is_one);
                self.splice(&splice.with);
                at = splice.range.end.max(at);
            }
            self.raw_part(at..line.end, is_one);
        }
    }

    /// Writes a part of the body as it is. A tag on lines that are not adjacent has no place in the
    /// file; otherwise, what is between the lines would seem to be lost.
    fn raw_part(&mut self, range: Range<usize>, has_place: bool) {
        let text = self.pass.text;
        let html = text.get(&range);
        match has_place {
            true => self
                .out()
                .file(SegmentKind::Html, text.in_file(&range), html),
            false => self.own(html),
        }
    }

    fn splice(&mut self, with: &SpliceKind) {
        match with {
            SpliceKind::TableStart => {
                let table = self.next_table();
                self.hole(table);
            }
            SpliceKind::TableEnd => self.out().end(End::Table),
            SpliceKind::Address {
                attribute,
                target,
                range,
                has_language,
            } => {
                let span = self.pass.text.span(range);
                self.hole(Hole::Address(Box::new(Address {
                    attribute: attribute.as_str().into(),
                    target: target.as_str().into(),
                    has_language: *has_language,
                    span,
                })));
            }
        }
    }
}
