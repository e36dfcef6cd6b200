//! The text of a file as seen by passes over its body, and slices at known ranges.

use std::ops::Range;

use crate::source::Span;
pub(super) use crate::source::slice;

/// The text of a file. Passes use byte ranges of the body; what they keep uses ranges of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct SourceText<'t> {
    file: &'t str,
    body: &'t str,
}

impl<'t> SourceText<'t> {
    /// Takes a file whose body starts at byte `offset`.
    pub(super) fn new(file: &'t str, offset: usize) -> Self {
        let body = slice(file, offset..file.len());
        Self { file, body }
    }

    /// Returns the whole file.
    pub(super) fn file(self) -> &'t str {
        self.file
    }

    /// Returns the body.
    pub(super) fn body(self) -> &'t str {
        self.body
    }

    /// Returns where the body starts in the file, in bytes.
    pub(super) fn offset(self) -> usize {
        self.file.len() - self.body.len()
    }

    /// Returns a part of the body.
    pub(super) fn get(self, range: &Range<usize>) -> &'t str {
        slice(self.body, range.clone())
    }

    /// Converts a range of the body to one of the file.
    pub(super) fn in_file(self, range: &Range<usize>) -> Range<usize> {
        range.start + self.offset()..range.end + self.offset()
    }

    /// Returns the span of a part of the body, without trailing spaces unless it is all spaces.
    pub(super) fn span(self, range: &Range<usize>) -> Span {
        let start = range.start + self.offset();
        let part = self.get(range);
        let length = match part.trim_end().len() {
            0 => part.len(),
            length => length,
        };
        Span::new(start..start + length)
    }
}

/// Returns whether a body has a sign. Many checks look for signs before they do any work, so this
/// is several times faster than `str::contains`.
pub(super) fn has(body: &str, sign: &str) -> bool {
    memchr::memmem::find(body.as_bytes(), sign.as_bytes()).is_some()
}

/// Returns whether a text has `part` at a range. Most event texts point into the text itself and
/// need no comparison.
pub(super) fn is_verbatim(text: &str, range: &Range<usize>, part: &str) -> bool {
    text.as_bytes()
        .get(range.clone())
        .is_some_and(|found| std::ptr::eq(found, part.as_bytes()) || found == part.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_the_body_become_ranges_of_the_file() {
        let text = SourceText::new("---\nč a \n", 4);
        assert_eq!((text.body(), text.offset()), ("č a \n", 4));
        assert_eq!((text.get(&(3..4)), text.in_file(&(3..4))), ("a", 7..8));
        assert_eq!(text.span(&(0..6)), Span::new(4..8));
    }

    #[test]
    fn only_equal_bytes_are_verbatim() {
        assert!(is_verbatim("a&amp;b", &(6..7), "b"));
        assert!(!is_verbatim("a&amp;b", &(1..6), "&"));
        assert!(!is_verbatim("ab", &(1..3), "b"));
    }
}
