//! What all readers of theme files share: their text, and places in it.

use crate::diagnostic::{Diagnostic, Place};
use crate::source::{Source, Span, slice};

/// Returns the text of a file; reports a file that is not UTF-8.
pub(super) fn text_of<'s>(source: &'s Source, found: &mut Vec<Diagnostic>) -> Option<&'s str> {
    match std::str::from_utf8(source.bytes()) {
        Ok(text) => Some(text),
        Err(error) => {
            found.push(Diagnostic::not_utf8(&source.id, error.valid_up_to()));
            None
        }
    }
}

/// Returns where a file first mentions `text`, or the whole file if it does not.
pub(super) fn mention(source: &Source, text: &str) -> Place {
    let file = std::str::from_utf8(source.bytes()).unwrap_or_default();
    match file.find(text) {
        Some(at) => Place::at(&source.id, Span::new(at..at + text.len())),
        None => Place::file(&source.id),
    }
}

/// Returns the span of the character at a line and a column, both counted from 0.
pub(super) fn character_at(text: &str, line: usize, column: usize) -> Span {
    let start: usize = text
        .split_inclusive('\n')
        .take(line)
        .map(str::len)
        .sum();
    let mut rest = slice(text, start..text.len()).chars();
    let before: usize = rest
        .by_ref()
        .take(column)
        .map(char::len_utf8)
        .sum();
    let at = start + before;
    Span::new(at..at + rest.next().map_or(0, char::len_utf8))
}
