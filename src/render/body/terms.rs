//! The first use of a glossary word on a page becomes a link to its explanation.

use std::borrow::Cow;

use super::fill::Filler;
use crate::language;
use crate::render::escaped;
use crate::render::glossary::Glossary;

/// Characters as HTML escapes them, and as people read them.
const SIGNS: [(&str, &str); 5] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&nbsp;", "\u{a0}"),
];

impl<'s> Filler<'_, 's, '_> {
    /// Returns the glossary to which words link here.
    pub(super) fn glossary(&self) -> Option<&'s Glossary> {
        let around = self
            .surroundings
            .filter(|_| self.in_links == 0)?;
        around.renderer.glossary(around.entry)
    }

    /// Writes a run of text, with links on the first uses of glossary words.
    pub(super) fn run(&mut self, run: &str, glossary: &Glossary, html: &mut String) {
        let Some(around) = self.surroundings else {
            return;
        };
        // Words are compared as they look, however their accents are stored.
        let run = &*language::composed(run);
        let text = read(run);
        let uses = glossary.first_uses(&text, &mut self.explained);
        if uses.is_empty() {
            return html.push_str(run);
        }
        let path = escaped(&around.link_to_page(glossary.page));
        let mut cursor = Cursor::new(run);
        for (range, term) in uses {
            html.push_str(cursor.up_to(range.start));
            html.push_str(&format!(
                "<a class=\"term\" href=\"{path}#{}\">",
                escaped(glossary.id(term))
            ));
            html.push_str(cursor.up_to(range.end));
            html.push_str("</a>");
        }
        html.push_str(cursor.rest);
    }
}

/// Returns a text as people read it.
fn read(html: &str) -> Cow<'_, str> {
    if !html.contains('&') {
        return Cow::Borrowed(html);
    }
    let mut text = String::with_capacity(html.len());
    let mut cursor = Cursor::new(html);
    while let Some(part) = cursor.peek() {
        text.push_str(part.read);
        cursor.pass(part);
    }
    Cow::Owned(text)
}

/// A position in escaped text that also counts bytes of the text as people read it.
struct Cursor<'r> {
    /// What is still ahead.
    rest: &'r str,
    /// How many bytes have been passed, as people read them.
    read: usize,
}

/// A part of a text: an escaped character, or what precedes the next one.
#[derive(Clone, Copy)]
struct Part<'r> {
    /// The part as people read it.
    read: &'r str,
    /// How long it is in HTML, in bytes.
    length: usize,
}

impl<'r> Cursor<'r> {
    fn new(html: &'r str) -> Self {
        Self {
            rest: html,
            read: 0,
        }
    }

    /// Returns the next part.
    fn peek(&self) -> Option<Part<'r>> {
        let first = self.rest.chars().next()?;
        let sign = SIGNS
            .iter()
            .find(|(written, _)| self.rest.starts_with(written));
        if let Some((written, read)) = sign {
            let length = written.len();
            return Some(Part { read, length });
        }
        let after_first = self.rest.get(first.len_utf8()..)?;
        let length = match after_first.find('&') {
            Some(at) => first.len_utf8() + at,
            None => self.rest.len(),
        };
        let read = self.rest.get(..length)?;
        Some(Part { read, length })
    }

    fn pass(&mut self, part: Part<'_>) {
        self.rest = self
            .rest
            .get(part.length..)
            .unwrap_or_default();
        self.read += part.read.len();
    }

    /// Advances to a byte of the text as people read it, and returns the HTML in between.
    fn up_to(&mut self, end: usize) -> &'r str {
        let start = self.rest;
        while self.read < end {
            let Some(part) = self.peek() else {
                break;
            };
            self.pass(part.up_to(end - self.read));
        }
        let passed = start.len() - self.rest.len();
        start
            .get(..passed)
            .unwrap_or_default()
    }
}

impl Part<'_> {
    /// Returns the first bytes of the part as people read it; an escaped character counts as a
    /// whole.
    fn up_to(self, length: usize) -> Self {
        let is_sign = self.read.len() != self.length;
        match self.read.get(..length) {
            Some(read) if !is_sign => Self { read, length },
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_counts_bytes_of_the_text() {
        let html = "a &amp; b&nbsp;c&lt;d";
        assert_eq!(read(html), "a & b\u{a0}c<d");
        let mut cursor = Cursor::new(html);
        assert_eq!(cursor.up_to(2), "a ");
        assert_eq!(cursor.up_to(3), "&amp;");
        assert_eq!(cursor.up_to(8), " b&nbsp;c");
        assert_eq!(cursor.rest, "&lt;d");
    }
}
