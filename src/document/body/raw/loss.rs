//! What sanitising took out: words, elements and attributes that are missing in its output.

mod inventory;
mod words;

use std::ops::Range;

use html5gum::emitters::default::Token;
use rustc_hash::FxHashMap;

use super::marked::Marked;
use super::tokens::{text_of, tokens};
use super::written::WrittenElements;
use super::{Taken, TakenElement};
use crate::document::body::holes::Placeholder;
use crate::document::text::slice;
use inventory::Inventory;
use words::{WrittenText, words};

/// The most missing words to look for inside others; each costs a search of the whole text.
const MOST_LOOKED_FOR: usize = 200;

/// Sanitised HTML.
#[derive(Clone, Copy)]
pub(super) struct Cleaned<'a> {
    pub(super) html: &'a str,
    pub(super) tokens: &'a [Token<usize>],
}

/// Notes what is missing in the sanitised HTML; marks start with `hash`.
pub(super) fn note(marked: &Marked, cleaned: Cleaned<'_>, hash: &str, taken: &mut Taken) {
    let before = Inventory::of(&marked.html, tokens(&marked.html), hash);
    let published = cleaned
        .tokens
        .iter()
        .map(|token| published(token, hash));
    let after = Inventory::of(cleaned.html, published, hash);
    let mut places = lost_markup(&before, &after);
    taken
        .elements
        .extend(changed_elements(marked, &places));
    places.extend(lost_words(&before, &after, &marked.html, hash));
    // All words of a text may have the same range.
    places.dedup();
    taken.hiding.extend(
        before
            .hiding
            .iter()
            .filter_map(|range| marked.hull(range)),
    );
    places.extend(before.hiding);
    let mut lost: Vec<Range<usize>> = places
        .into_iter()
        .flat_map(|range| marked.in_file(range))
        .collect();
    // A tag without an end is no token.
    let texts = before
        .texts
        .iter()
        .map(|(_, range)| range.end);
    let tags = before
        .tags
        .iter()
        .map(|range| range.end);
    let end = texts
        .chain(tags)
        .max()
        .unwrap_or_default();
    for tag in before.tags {
        let swallowed = marked.swallowed(tag.clone());
        if !swallowed.is_empty() {
            taken.hiding.extend(marked.hull(&tag));
            lost.extend(swallowed);
        }
    }
    if let Some(open) = marked.hull(&(end..marked.html.len())) {
        lost.extend(marked.in_file(end..marked.html.len()));
        taken.hiding.push(open);
    }
    lost.sort_unstable_by_key(|range| range.start);
    taken.parts.extend(lost);
}

/// Returns the elements to which missing elements and attributes belong.
fn changed_elements(marked: &Marked, missing: &[Range<usize>]) -> Vec<TakenElement> {
    if missing.is_empty() {
        return Vec::new();
    }
    let mut missing = missing.to_vec();
    missing.sort_unstable_by_key(|range| range.start);
    let mut missing = missing.into_iter().peekable();
    let mut changed = Vec::new();
    for element in WrittenElements::of(&marked.html).all {
        let tag = element.tag.clone();
        while missing
            .next_if(|range| range.start < tag.start)
            .is_some()
        {}
        let is_gone = missing
            .next_if(|range| range.start == tag.start)
            .is_some();
        let mut attributes = Vec::new();
        while let Some(range) = missing.next_if(|range| range.start < tag.end) {
            attributes.extend(attribute(marked, range));
        }
        let is_changed = is_gone || !attributes.is_empty();
        if let Some(element) = element
            .in_file(marked)
            .filter(|_| is_changed)
        {
            let attributes = if is_gone { Vec::new() } else { attributes };
            changed.push(TakenElement {
                element,
                attributes,
            });
        }
    }
    changed
}

/// Returns the name of an attribute and its range of the file.
fn attribute(marked: &Marked, range: Range<usize>) -> Option<(Box<str>, Range<usize>)> {
    let written = slice(&marked.html, range.clone());
    let name = written
        .split(|c: char| c == '=' || c.is_ascii_whitespace())
        .next()?;
    Some((name.into(), marked.hull(&range)?))
}

/// Returns the ranges of missing elements and attributes.
fn lost_markup(before: &Inventory, after: &Inventory) -> Vec<Range<usize>> {
    let kept = || {
        after
            .markup
            .iter()
            .map(|(markup, _)| markup.as_str())
    };
    let written = before.markup.iter();
    if written
        .clone()
        .map(|(markup, _)| markup.as_str())
        .eq(kept())
    {
        return Vec::new();
    }
    let written = written.map(|(markup, range)| (markup.as_str(), range.clone()));
    missing(written, counted(kept()))
        .map(|(_, range)| range)
        .collect()
}

/// Returns the ranges of missing words.
fn lost_words(before: &Inventory, after: &Inventory, html: &str, hash: &str) -> Vec<Range<usize>> {
    if before.text == after.text {
        return Vec::new();
    }
    let kept = counted(
        after
            .texts
            .iter()
            .flat_map(|(text, _)| words(text)),
    );
    let written = before
        .texts
        .iter()
        .flat_map(|(text, range)| {
            let written = WrittenText {
                html: slice(html, range.clone()),
                start: range.start,
                hash,
            };
            written.places(text)
        });
    let mut looks = 0..MOST_LOOKED_FOR;
    // Words merge when an element between them is removed.
    missing(written, kept)
        .filter(|(word, _)| looks.next().is_none() || !after.text.contains(word))
        .map(|(_, range)| range)
        .collect()
}

/// Returns a token as published: an element with a mark becomes a hole, with all its attributes.
/// Only an address of raw HTML is a hole by itself.
fn published(token: &Token<usize>, hash: &str) -> Token<usize> {
    let mut token = token.clone();
    if let Token::StartTag(tag) = &mut token
        && tag
            .attributes
            .values()
            .any(|value| is_whole_hole(text_of(value), hash))
    {
        tag.attributes.clear();
    }
    token
}

fn is_whole_hole(value: &str, hash: &str) -> bool {
    let mark = value
        .split_once(hash)
        .map(|(_, mark)| mark);
    mark.is_some_and(|mark| {
        let own = [Placeholder::Address, Placeholder::Source];
        !own.iter()
            .any(|placeholder| mark.starts_with(placeholder.letter()))
    })
}

fn counted<'a>(things: impl Iterator<Item = &'a str>) -> FxHashMap<&'a str, usize> {
    let mut counts = FxHashMap::default();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}

/// Returns the occurrences beyond those kept; the first ones count as kept.
fn missing<'a>(
    things: impl Iterator<Item = (&'a str, Range<usize>)>,
    mut kept: FxHashMap<&'a str, usize>,
) -> impl Iterator<Item = (&'a str, Range<usize>)> {
    things.filter(move |(thing, _)| match kept.get_mut(thing) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => true,
    })
}
