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
        let splices = self.pass.elements.splices_of(piece);
        for line in lines {
            let is_here = |range: &Range<usize>| line.start <= range.start && range.end <= line.end;
            let mut at = line.start;
            for splice in splices.clone() {
                if is_here(&splice.range) && at <= splice.range.start {
                    self.raw_part(at..splice.range.start);
                    self.splice(&splice.with);
                    at = splice.range.end;
                }
            }
            self.raw_part(at..line.end);
        }
    }

    /// Writes a part of the body as it is.
    fn raw_part(&mut self, range: Range<usize>) {
        let text = self.pass.text;
        let html = text.get(&range);
        self.out()
            .file(SegmentKind::Html, text.in_file(&range), html);
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
