//! The lines of raw HTML within a paragraph, which in a quotation or list are not adjacent.

use std::ops::Range;

use crate::document::text::{is_verbatim, slice};

/// Returns the ranges of the body that make up a piece of raw HTML.
pub(crate) fn lines(body: &str, range: &Range<usize>, html: &str) -> Vec<Range<usize>> {
    if is_verbatim(body, range, html) {
        return vec![range.clone()];
    }
    let mut at = range.start;
    let mut ranges = Vec::new();
    let written = slice(body, range.clone()).split_inclusive('\n');
    for (line, shown) in written.zip(html.split_inclusive('\n')) {
        let end = at + line.len();
        // A line may end with a carriage return that the parser leaves out.
        let text = line.trim_end_matches(['\r', '\n']);
        let shown = shown.trim_end_matches(['\r', '\n']);
        if text.ends_with(shown) {
            ranges.push(end - (line.len() - text.len()) - shown.len()..end);
        }
        at = end;
    }
    ranges
}
