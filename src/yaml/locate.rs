//! Finds where a key or value stands in a YAML text, line by line, since the YAML library does not
//! tell. Only findings ask, so it may be slow; for shapes it does not know it points at the nearest
//! line above.

use std::ops::Range;

use crate::source::line_start;

/// One step from a mapping or list to what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// To the value of a key.
    Key(&'a str),
    /// To an item of a list, from 0.
    Item(usize),
}

/// Returns the bytes of the value that `path` leads to; of the key where the value is empty or of
/// many lines.
pub(crate) fn value(text: &str, path: &[Step<'_>]) -> Range<usize> {
    let found = walk(text, path);
    let line = text[found.value.clone()].lines().next().unwrap_or_default();
    let value = trimmed(found.value.start, without_comment(line));
    if value.is_empty() { found.key } else { value }
}

/// Returns the bytes of the key that `path` leads to.
pub(crate) fn key(text: &str, path: &[Step<'_>]) -> Range<usize> {
    walk(text, path).key
}

/// A key and all that belongs to it.
struct Found {
    key: Range<usize>,
    value: Range<usize>,
}

fn walk(text: &str, path: &[Step<'_>]) -> Found {
    let first = text.len() - text.trim_start().len();
    let first_line = first
        ..first
            + text[first..]
                .lines()
                .next()
                .unwrap_or_default()
                .trim_end()
                .len();
    let mut found = Found {
        key: first_line,
        value: 0..text.len(),
    };
    for step in path {
        let next = match step {
            Step::Key(name) => entries(text, found.value.clone())
                .into_iter()
                .find(|entry| unquoted(&text[entry.key.clone()]) == *name),
            Step::Item(at) => items(text, found.value.clone()).into_iter().nth(*at),
        };
        match next {
            Some(next) => found = next,
            None => break,
        }
    }
    found
}

/// The entries of the block mapping in `range`: lines of the smallest indent that hold a key.
fn entries(text: &str, range: Range<usize>) -> Vec<Found> {
    blocks(text, range, |line| {
        key_end(line).map(|end| (0..end, end + 1))
    })
}

/// The items of the list in `range`, in either notation.
fn items(text: &str, range: Range<usize>) -> Vec<Found> {
    let inner = trimmed(range.start, &text[range.clone()]);
    if text[inner.clone()].starts_with('[') {
        return flow_items(text, inner);
    }
    blocks(text, range, |line| {
        line.starts_with('-').then(|| (0..line.trim_end().len(), 1))
    })
}

/// Splits `range` at the lines of smallest indent that `head` recognises; `head` returns the key
/// and where the value starts.
fn blocks(
    text: &str,
    range: Range<usize>,
    head: impl Fn(&str) -> Option<(Range<usize>, usize)>,
) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut indent = None;
    let mut at = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let column = start - line_start(text, start);
        if *indent.get_or_insert(column) != column {
            continue;
        }
        if let Some((key, value)) = head(content) {
            if let Some(last) = found.last_mut() {
                last.value.end = start;
            }
            found.push(Found {
                key: start + key.start..start + key.end,
                value: start + value..range.end,
            });
        }
    }
    found
}

fn flow_items(text: &str, range: Range<usize>) -> Vec<Found> {
    let end = text[range.clone()]
        .find(']')
        .map_or(range.end, |at| range.start + at);
    let mut start = range.start + 1;
    let mut found = Vec::new();
    for part in text[start..end.max(start)].split(',') {
        let item = trimmed(start, part);
        found.push(Found {
            key: item.clone(),
            value: item,
        });
        start += part.len() + 1;
    }
    found
}

/// Returns where a line's key ends: before the first colon that a space or the line's end follows.
pub(super) fn key_end(line: &str) -> Option<usize> {
    line.char_indices()
        .find(|(at, c)| {
            *c == ':'
                && line[at + 1..]
                    .chars()
                    .next()
                    .is_none_or(char::is_whitespace)
        })
        .map(|(at, _)| at)
}

fn unquoted(key: &str) -> &str {
    key.trim().trim_matches(['"', '\''])
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with(['"', '\'']) {
        return line;
    }
    line.find(" #").map_or(line, |at| &line[..at])
}

fn trimmed(start: usize, text: &str) -> Range<usize> {
    let from = start + (text.len() - text.trim_start().len());
    from..from + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "title: Pohovor # poznámka\nlist: [a, b]\nmap:\n  cs: {slug: x}\n  en:\n    slug: \"y\"\nitems:\n  - jedna\n  - dva\n";

    #[test]
    fn values_and_keys_are_found() {
        let at = |path: &[Step<'_>]| &TEXT[value(TEXT, path)];
        assert_eq!(at(&[Step::Key("title")]), "Pohovor");
        assert_eq!(at(&[Step::Key("list"), Step::Item(1)]), "b");
        assert_eq!(
            at(&[Step::Key("map"), Step::Key("en"), Step::Key("slug")]),
            "\"y\""
        );
        assert_eq!(at(&[Step::Key("items"), Step::Item(1)]), "dva");
        assert_eq!(at(&[Step::Key("map")]), "map");
        assert_eq!(&TEXT[key(TEXT, &[Step::Key("map"), Step::Key("cs")])], "cs");
    }
}
