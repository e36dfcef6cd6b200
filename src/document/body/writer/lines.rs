//! Inline content: text, code and raw HTML, by reference to the file where possible.

use std::ops::Range;

use super::Writer;
use crate::config::RawHtml;
use crate::document::body::elements::is_line_break;
use crate::document::body::fixed::fixed;
use crate::document::body::text::{PlacedText, changed, changes_of};
use crate::document::text::is_verbatim;

impl Writer<'_, '_> {
    pub(super) fn text(&mut self, at: usize, text: &str, range: &Range<usize>) {
        let text = PlacedText {
            text,
            at: self.position(text, range),
            kind: self.kind(),
        };
        let changes = changes_of(self.pass.changes, at);
        text.changed(self.out(), changes);
    }

    pub(super) fn soft_break(&mut self, at: usize) {
        match changes_of(self.pass.changes, at) {
            [] => self.fixed(fixed!("\n")),
            changes => {
                let kind = self.kind();
                self.out()
                    .own(kind, &changed(" ", changes));
            }
        }
    }

    pub(super) fn code(&mut self, text: &str, range: &Range<usize>) {
        self.fixed(fixed!("<code>"));
        match self.position(text, range) {
            Some(at) => PlacedText::code(text, Some(at)).escaped(self.out()),
            None => self.code_of_lines(text, range),
        }
        self.fixed(fixed!("</code>"));
    }

    /// Writes code that spans lines; each line end becomes a space.
    fn code_of_lines(&mut self, text: &str, range: &Range<usize>) {
        let mut at = range.start + self.pass.text.offset();
        let mut rest = text;
        for line in self
            .pass
            .text
            .get(range)
            .split_inclusive('\n')
        {
            let unmarked =
                line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '`'));
            let shown = unmarked.trim_end_matches(['\n', '\r', '`']);
            if let Some(after) = rest.strip_prefix(shown) {
                let start = at + line.len() - unmarked.len();
                PlacedText::code(shown, Some(start)).escaped(self.out());
                rest = after;
            }
            let after = rest.trim_start();
            let (spaces, _) = rest.split_at(rest.len() - after.len());
            self.own(spaces);
            rest = after;
            at += line.len();
        }
        PlacedText::code(rest, None).escaped(self.out());
    }

    pub(super) fn html(&mut self, piece: usize, html: &str, range: &Range<usize>) {
        match self.pass.html {
            RawHtml::Sanitise if is_line_break(html) => self.fixed(fixed!("<br>")),
            RawHtml::Escape => {
                let at = self.position(html, range);
                PlacedText::code(html, at).escaped(self.out());
            }
            RawHtml::Sanitise | RawHtml::Allow => self.raw_html(piece, html, range),
        }
    }

    /// Returns the position of a text in the file, if it is the same there.
    fn position(&self, text: &str, range: &Range<usize>) -> Option<usize> {
        // Code is between delimiters of equal length.
        let signs = range.len().checked_sub(text.len())?;
        let start = range.start + signs / 2;
        let is_there = signs % 2 == 0
            && is_verbatim(self.pass.text.body(), &(start..start + text.len()), text);
        is_there.then(|| start + self.pass.text.offset())
    }
}
