//! What cleaning took out: the words, elements and attributes that were there before and are not
//! there after.

use std::borrow::Cow;
use std::ops::Range;

use html5gum::Error;
use html5gum::emitters::default::Token;
use rustc_hash::FxHashMap;

use super::tokens::{span_of, text_of, tokens};
use super::{MARK, Marked, is_comment};

/// How many words that are missing are looked for within others: each costs a look at the whole
/// text.
const MOST_LOOKED_FOR: usize = 200;

/// What readers and browsers take from some HTML.
#[derive(Debug, Default)]
struct Things {
    /// The text without its spaces and marks.
    text: String,
    /// Elements by their names and attributes by name and value, with their places.
    markup: Vec<(String, Range<usize>)>,
    /// The texts as they are read, with their places.
    texts: Vec<(String, Range<usize>)>,
    /// The places of tags and comments.
    tags: Vec<Range<usize>>,
    /// The places of comments that hide more than the author meant.
    hiding: Vec<Range<usize>>,
}

/// Returns the parts of the file that are not in the cleaned HTML, which has these tokens; `hash`
/// is what marks of holes begin with.
pub(super) fn lost(
    marked: &Marked,
    (cleaned, cleaned_tokens): (&str, &[Token<usize>]),
    hash: &str,
) -> Vec<Range<usize>> {
    let before = Things::of(&marked.html, tokens(&marked.html), hash);
    let after = Things::of(
        cleaned,
        cleaned_tokens.iter().map(|token| published(token, hash)),
        hash,
    );
    let mut lost = Vec::new();
    if !before
        .markup
        .iter()
        .map(|(markup, _)| markup)
        .eq(after.markup.iter().map(|(markup, _)| markup))
    {
        let kept = counted(after.markup.iter().map(|(mark, _)| mark.as_str()));
        lost.extend(missing(
            before
                .markup
                .iter()
                .map(|(mark, range)| (mark.as_str(), range.clone())),
            kept,
        ));
    }
    if before.text != after.text {
        let kept = counted(after.texts.iter().flat_map(|(text, _)| words(text)));
        let written = before.texts.iter().flat_map(|(text, range)| {
            placed(
                text,
                TextToken {
                    html: &marked.html[range.clone()],
                    start: range.start,
                    hash,
                },
            )
        });
        let mut looks = 0..MOST_LOOKED_FOR;
        // Where an element between two words is gone, they are one.
        lost.extend(
            missing(written, kept)
                .into_iter()
                .filter(|(word, _)| looks.next().is_none() || !after.text.contains(word)),
        );
    }
    let mut places: Vec<Range<usize>> = lost.into_iter().map(|(_, range)| range).collect();
    // The words of a text may all have its place.
    places.dedup();
    let mut lost: Vec<Range<usize>> = places
        .into_iter()
        .flat_map(|range| marked.in_file(range))
        .collect();
    lost.extend(
        before
            .tags
            .iter()
            .flat_map(|range| marked.swallowed(range.clone())),
    );
    lost.extend(
        before
            .hiding
            .iter()
            .flat_map(|range| marked.in_file(range.clone())),
    );
    lost.sort_unstable_by_key(|range| range.start);
    lost
}

/// Returns a token as it is published: an element that stands for a hole is replaced by it, with
/// whatever else it says.
fn published(token: &Token<usize>, hash: &str) -> Token<usize> {
    let mut token = token.clone();
    if let Token::StartTag(tag) = &mut token
        && tag
            .attributes
            .values()
            .any(|value| text_of(value).contains(hash))
    {
        tag.attributes.clear();
    }
    token
}

fn counted<'a>(things: impl Iterator<Item = &'a str>) -> FxHashMap<&'a str, usize> {
    let mut counts = FxHashMap::default();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}

/// Returns what is there more often than it is kept: the first are taken for the kept ones.
fn missing<'a>(
    things: impl Iterator<Item = (&'a str, Range<usize>)>,
    mut kept: FxHashMap<&'a str, usize>,
) -> Vec<(&'a str, Range<usize>)> {
    let is_kept = |thing: &str, kept: &mut FxHashMap<&str, usize>| match kept.get_mut(thing) {
        Some(count @ 1..) => {
            *count -= 1;
            true
        }
        _ => false,
    };
    things
        .filter(|(thing, _)| !is_kept(thing, &mut kept))
        .collect()
}

impl Things {
    /// Takes what is in some HTML from its tokens.
    fn of(html: &str, tokens: impl Iterator<Item = Token<usize>>, hash: &str) -> Self {
        let mut things = Self::default();
        for token in tokens {
            things
                .tags
                .extend(span_of(&token).filter(|_| !matches!(token, Token::String(_))));
            match token {
                Token::StartTag(tag) => {
                    things.markup.push((
                        text_of(&tag.name).to_owned(),
                        tag.span.start..tag.span.start + 1 + tag.name.len(),
                    ));
                    let attributes = tag
                        .attributes
                        .iter()
                        .filter(|(_, value)| !text_of(value).contains(hash));
                    things.markup.extend(attributes.map(|(key, value)| {
                        // A sign that no name has keeps attributes apart from elements.
                        (
                            format!("{}={}", text_of(key), text_of(value)),
                            value.span.start..value.span.end,
                        )
                    }));
                }
                Token::String(text) => {
                    let (written, range) = (text_of(&text), text.span.start..text.span.end);
                    let written = if written.contains(hash) {
                        without_marks(written, hash)
                    } else {
                        written.to_owned()
                    };
                    things.text.extend(written.split_ascii_whitespace());
                    things.texts.push((written, range));
                }
                Token::Error(error) if error.value == Error::DuplicateAttribute => {
                    things.markup.push((
                        "=".to_owned(),
                        error.span.start..attribute_end(html, error.span.start),
                    ));
                }
                Token::Comment(comment) => {
                    let range = comment.span.start..comment.span.end;
                    things
                        .hiding
                        .extend((!is_comment(&html[range.clone()])).then_some(range));
                }
                Token::EndTag(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        things
    }
}

/// Returns where an attribute ends that begins at a byte of some HTML: that of a name which is
/// there twice, of which the tokeniser tells no value.
fn attribute_end(html: &str, start: usize) -> usize {
    let rest = &html[start..];
    let name = rest
        .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'))
        .unwrap_or(rest.len());
    let Some(value) = rest[name..]
        .trim_start()
        .strip_prefix('=')
        .map(str::trim_start)
    else {
        return start + name;
    };
    let value_start = html.len() - value.len();
    let length = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].find(quote).map_or(value.len(), |end| end + 2),
        _ => value
            .find(|c: char| c.is_ascii_whitespace() || c == '>')
            .unwrap_or(value.len()),
    };
    value_start + length
}

/// Takes the marks of holes out of a text.
fn without_marks(text: &str, hash: &str) -> String {
    text.split(MARK)
        .filter(|part| !part.starts_with(hash))
        .collect::<Vec<_>>()
        .join(" ")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Puts spaces in the place of entities.
fn without_entities(html: &str) -> Cow<'_, str> {
    if !html.contains('&') {
        return Cow::Borrowed(html);
    }
    let mut text = html.to_owned();
    for (at, _) in html.match_indices('&') {
        let name = html[at + 1..]
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '#')
            .map_or(html.len(), |end| at + 1 + end);
        if html[name..].starts_with(';') {
            text.replace_range(at..=name, &" ".repeat(name + 1 - at));
        }
    }
    Cow::Owned(text)
}

/// A text in the HTML, where it begins in it, and what marks of holes begin with.
#[derive(Clone, Copy)]
struct TextToken<'a> {
    html: &'a str,
    start: usize,
    hash: &'a str,
}

/// Returns the words of a text with their places.
fn placed<'a>(text: &'a str, token: TextToken<'_>) -> Vec<(&'a str, Range<usize>)> {
    let place = |html: &str, word: &str| {
        let at = token.start + (word.as_ptr() as usize - html.as_ptr() as usize);
        at..at + word.len()
    };
    let html = without_entities(token.html);
    let places: Vec<Range<usize>> = words(&html)
        .filter(|word| !word.starts_with(token.hash))
        .map(|word| place(&html, word))
        .collect();
    let words: Vec<&str> = words(text).collect();
    if places.len() == words.len() {
        return words.into_iter().zip(places).collect();
    }
    // Some letters are written as entities: the words are somewhere in it.
    words
        .into_iter()
        .map(|word| (word, token.start..token.start + token.html.len()))
        .collect()
}

impl Marked {
    /// Returns the parts of the file within a tag or comment that are no part of it as it was
    /// written: text between two pieces of raw HTML.
    fn swallowed(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        self.in_file(range).into_iter().skip(1)
    }

    /// Returns the parts of the file that are in a range of the HTML.
    pub(super) fn in_file(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let first = self
            .origins
            .partition_point(|(html, _)| html.end <= range.start);
        let of_range = self.origins[first..]
            .iter()
            .take_while(|(html, _)| html.start < range.end);
        let parts = of_range.map(|(html, at)| {
            let (start, end) = (range.start.max(html.start), range.end.min(html.end));
            at + start - html.start..at + end - html.start
        });
        parts.collect()
    }
}
