//! The HTML of a level before it is sanitised, and where its bytes are in the file.

use std::ops::Range;

use crate::document::text::slice;

/// Bytes of some HTML that come from the file, and their position there.
pub(super) type Origin = (Range<usize>, usize);

/// The HTML of a level, with marks in place of its holes.
#[derive(Default)]
pub(super) struct Marked {
    pub(super) html: String,
    /// Its bytes that come from the file, in order.
    pub(super) origins: Vec<Origin>,
    /// The holes marked in it, by index.
    pub(super) holes: Vec<usize>,
    /// The attributes in the file that are holes, in order.
    pub(super) addresses: Vec<Range<usize>>,
}

impl Marked {
    /// Joins the HTML at some ranges of a text.
    pub(super) fn of(text: &str, ranges: &[Range<usize>]) -> Self {
        let mut marked = Self::default();
        for range in ranges {
            marked.plain(slice(text, range.clone()), Some(range.start));
        }
        marked
    }

    /// Adds HTML in the sanitiser's spelling, so that untouched HTML compares equal; `at` is its
    /// position in the file.
    pub(super) fn push(&mut self, html: &str, at: Option<usize>) {
        match html {
            "<br />\n" => self.html.push_str("<br>\n"),
            "<hr />\n" => self.html.push_str("<hr>\n"),
            _ => self.plain(html, at),
        }
    }

    fn plain(&mut self, html: &str, at: Option<usize>) {
        let start = self.html.len();
        self.html.push_str(html);
        self.origins
            .extend(at.map(|at| (start..self.html.len(), at)));
    }

    /// Returns the ranges of the file that a range of the HTML comes from.
    pub(super) fn in_file(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let first = self
            .origins
            .partition_point(|(html, _)| html.end <= range.start);
        let of_range = self.origins.iter().skip(first);
        let of_range = of_range.take_while(|(html, _)| html.start < range.end);
        of_range
            .map(|origin| part_of(origin, &range))
            .collect()
    }

    /// Returns the range of the file from the first to the last byte that a range of the HTML comes
    /// from.
    pub(super) fn hull(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = self
            .origins
            .partition_point(|(html, _)| html.end <= range.start);
        let after = self
            .origins
            .partition_point(|(html, _)| html.start < range.end);
        let parts = self.origins.get(first..after)?;
        let start = part_of(parts.first()?, range).start;
        Some(start..part_of(parts.last()?, range).end)
    }

    /// Returns the ranges of the file that a tag or comment swallowed: text between two pieces of
    /// raw HTML.
    pub(super) fn swallowed(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = self.in_file(range).into_iter();
        let mut end = parts
            .next()
            .map_or(0, |part| part.end);
        let mut swallowed = Vec::new();
        for part in parts {
            if self.is_address(end..part.start) {
                end = part.end;
            } else {
                swallowed.push(part);
            }
        }
        swallowed
    }

    /// Returns whether nothing but an attribute is at a range of the file.
    fn is_address(&self, range: Range<usize>) -> bool {
        let at = self
            .addresses
            .binary_search_by_key(&range.end, |address| address.end);
        let address = at
            .ok()
            .and_then(|at| self.addresses.get(at));
        // The space before an attribute goes with it.
        address.is_some_and(|address| {
            (0..=1).contains(
                &(address
                    .start
                    .wrapping_sub(range.start)),
            )
        })
    }
}

/// Returns the part of an origin in the file that a range of the HTML comes from.
fn part_of((html, at): &Origin, range: &Range<usize>) -> Range<usize> {
    let (start, end) = (range.start.max(html.start), range.end.min(html.end));
    at + start - html.start..at + end - html.start
}
