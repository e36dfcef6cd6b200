//! Finds where a key or value is in a YAML text, line by line, since the YAML library does not say.
//! Only findings use it, so it may be slow; for shapes it does not know, it returns the nearest
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

/// Returns the bytes of the value that `path` leads to; of the key if the value is empty or spans
/// lines.
pub(super) fn value(text: &str, path: &[Step<'_>]) -> Range<usize> {
    let located = walk(text, path);
    let line = part(text, &located.value)
        .lines()
        .next()
        .unwrap_or_default();
    let value = trimmed(located.value.start, without_comment(line));
    if value.is_empty() { located.key } else { value }
}

/// Returns the bytes of the key that `path` leads to.
pub(super) fn key(text: &str, path: &[Step<'_>]) -> Range<usize> {
    walk(text, path).key
}

/// Returns the bytes of a range that was found in the text; nothing for any other range.
pub(super) fn part<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone())
        .unwrap_or_default()
}

/// A key and everything that belongs to it.
struct Located {
    key: Range<usize>,
    value: Range<usize>,
}

fn walk(text: &str, path: &[Step<'_>]) -> Located {
    let mut located = whole(text);
    for step in path {
        let next = match step {
            Step::Key(name) => entries(text, located.value.clone())
                .into_iter()
                .find(|entry| unquoted(part(text, &entry.key)) == *name),
            Step::Item(at) => items(text, located.value.clone())
                .into_iter()
                .nth(*at),
        };
        match next {
            Some(next) => located = next,
            None => break,
        }
    }
    located
}

/// The whole text, with its first line as the key.
fn whole(text: &str) -> Located {
    let from = text.trim_start();
    let start = text.len() - from.len();
    let first_line = from
        .lines()
        .next()
        .unwrap_or_default()
        .trim_end();
    Located {
        key: start..start + first_line.len(),
        value: 0..text.len(),
    }
}

/// The entries of the mapping in `range`: those in braces, or lines with the smallest indent that
/// have a key.
fn entries(text: &str, range: Range<usize>) -> Vec<Located> {
    let inner = trimmed(range.start, part(text, &range));
    if part(text, &inner).starts_with('{') {
        return flow_entries(text, inner);
    }
    blocks(text, range, |line| {
        key_end(line).map(|end| (0..end, end + 1))
    })
}

/// The items of the list in `range`, in either notation.
fn items(text: &str, range: Range<usize>) -> Vec<Located> {
    let inner = trimmed(range.start, part(text, &range));
    if part(text, &inner).starts_with('[') {
        return flow_items(text, inner);
    }
    blocks(text, range, |line| {
        line.starts_with('-')
            .then(|| (0..line.trim_end().len(), 1))
    })
}

/// Splits `range` at the lines with the smallest indent that `head` recognises; `head` returns the
/// key and where the value starts.
fn blocks(
    text: &str,
    range: Range<usize>,
    head: impl Fn(&str) -> Option<(Range<usize>, usize)>,
) -> Vec<Located> {
    let mut blocks: Vec<Located> = Vec::new();
    let mut indent = None;
    for (start, content) in lines(text, &range) {
        let column = start - line_start(text, start);
        if *indent.get_or_insert(column) != column {
            continue;
        }
        let Some((key, value)) = head(content) else {
            continue;
        };
        if let Some(last) = blocks.last_mut() {
            last.value.end = start;
        }
        blocks.push(Located {
            key: start + key.start..start + key.end,
            value: start + value..range.end,
        });
    }
    blocks
}

/// The lines of `range` that are not empty, each with the byte where its text starts.
fn lines<'t>(text: &'t str, range: &Range<usize>) -> impl Iterator<Item = (usize, &'t str)> {
    let mut end = range.start;
    let lines = part(text, range).split_inclusive('\n');
    lines.filter_map(move |line| {
        let start = end + line.len() - line.trim_start().len();
        end += line.len();
        let content = line.trim();
        (!content.is_empty() && !content.starts_with('#')).then_some((start, content))
    })
}

/// The items of a list in brackets in `range`.
fn flow_items(text: &str, range: Range<usize>) -> Vec<Located> {
    let list = part(text, &range);
    let list = list
        .split_once(']')
        .map_or(list, |(list, _)| list);
    let list = list.strip_prefix('[').unwrap_or(list);
    let mut start = range.start + 1;
    let item = |item: &str| {
        let bytes = trimmed(start, item);
        start += item.len() + 1;
        Located {
            key: bytes.clone(),
            value: bytes,
        }
    };
    list.split(',').map(item).collect()
}

/// The entries of a mapping in braces in `range`.
fn flow_entries(text: &str, range: Range<usize>) -> Vec<Located> {
    let parts = flow_parts(text, range.start + 1..range.end).into_iter();
    parts
        .filter_map(|entry| {
            let colon = entry.start + key_end(part(text, &entry))?;
            Some(Located {
                key: trimmed(entry.start, part(text, &(entry.start..colon))),
                value: colon + 1..entry.end,
            })
        })
        .collect()
}

/// Splits what is in brackets or braces at its commas; not in texts or further brackets.
fn flow_parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, c) in part(text, &range).char_indices() {
        let at = range.start + at;
        match c {
            c if quote == Some(c) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' if begins_text(part(text, &(start..at))) => quote = Some(c),
            '[' | '{' => depth += 1,
            ']' | '}' if depth == 0 => {
                parts.push(start..at);
                return parts;
            }
            ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(start..range.end);
    parts
}

/// Returns whether a quotation mark after this begins a text; it does not within one.
fn begins_text(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with([':', '[', '{', ','])
}

/// Returns where a line's key ends: at the first colon before a space or the end of the line.
pub(super) fn key_end(line: &str) -> Option<usize> {
    let mut colons = line.match_indices(':');
    let end = colons.find(|(at, _)| {
        let after = line.get(at + 1..).unwrap_or_default();
        after
            .chars()
            .next()
            .is_none_or(char::is_whitespace)
    });
    end.map(|(at, _)| at)
}

fn unquoted(key: &str) -> &str {
    key.trim().trim_matches(['"', '\''])
}

fn without_comment(line: &str) -> &str {
    if line
        .trim_start()
        .starts_with(['"', '\''])
    {
        return line;
    }
    line.split_once(" #")
        .map_or(line, |(line, _)| line)
}

fn trimmed(start: usize, text: &str) -> Range<usize> {
    let from = start + (text.len() - text.trim_start().len());
    from..from + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "title: Pohovor # poznámka\nlist: [a, b]\nmap:\n  cs: {slug: x}\n  en:\n    \
         slug: \"y\"\nitems:\n  - jedna\n  - dva\n";

    #[test]
    fn values_and_keys_are_found() {
        let at = |path: &[Step<'_>]| part(TEXT, &value(TEXT, path));
        assert_eq!(at(&[Step::Key("title")]), "Pohovor");
        assert_eq!(at(&[Step::Key("list"), Step::Item(1)]), "b");
        assert_eq!(
            at(&[Step::Key("map"), Step::Key("en"), Step::Key("slug")]),
            "\"y\""
        );
        assert_eq!(at(&[Step::Key("items"), Step::Item(1)]), "dva");
        assert_eq!(at(&[Step::Key("map")]), "map");
        assert_eq!(
            part(TEXT, &key(TEXT, &[Step::Key("map"), Step::Key("cs")])),
            "cs"
        );
        assert_eq!(
            at(&[Step::Key("map"), Step::Key("cs"), Step::Key("slug")]),
            "x"
        );
    }

    #[test]
    fn entries_in_braces_are_found() {
        let text = "a: {b: \"c, d: e}\", \"f\": {g: h, i: [j, k]}, l: m}\n";
        let at = |path: &[Step<'_>]| part(text, &value(text, path));
        assert_eq!(at(&[Step::Key("a"), Step::Key("b")]), "\"c, d: e}\"");
        assert_eq!(
            at(&[
                Step::Key("a"),
                Step::Key("f"),
                Step::Key("i"),
                Step::Item(1)
            ]),
            "k"
        );
        assert_eq!(at(&[Step::Key("a"), Step::Key("l")]), "m");
        assert_eq!(
            part(text, &key(text, &[Step::Key("a"), Step::Key("f")])),
            "\"f\""
        );
    }
}
