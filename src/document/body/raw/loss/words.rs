//! The words of a text, and their ranges in HTML.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::cursor::Cursor;

/// Returns the words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// A text as written in HTML.
#[derive(Clone, Copy)]
pub(super) struct WrittenText<'a> {
    pub(super) html: &'a str,
    /// Its position.
    pub(super) start: usize,
    /// The beginning of every mark.
    pub(super) hash: &'a str,
}

impl WrittenText<'_> {
    /// Returns the words of `text`, the decoded form of this, with their ranges.
    pub(super) fn places(self, text: &str) -> Vec<(&str, Range<usize>)> {
        let places = self.word_places();
        let words: Vec<&str> = words(text).collect();
        if places.len() == words.len() {
            return words
                .into_iter()
                .zip(places)
                .collect();
        }
        // Some letters are entities, so each word is somewhere in the text.
        let whole = self.start..self.start + self.html.len();
        let place = |word| (word, whole.clone());
        words.into_iter().map(place).collect()
    }

    /// Returns the ranges of words as written.
    fn word_places(self) -> Vec<Range<usize>> {
        let html = without_entities(self.html);
        let mut cursor = Cursor::new(&html, self.start);
        let mut places = Vec::new();
        while !cursor.rest().is_empty() {
            cursor.eat_while(|c| !c.is_alphanumeric());
            let start = cursor.at();
            let word = cursor.eat_while(char::is_alphanumeric);
            if !word.is_empty() && !word.starts_with(self.hash) {
                places.push(start..cursor.at());
            }
        }
        places
    }
}

/// Replaces entities by spaces.
fn without_entities(html: &str) -> Cow<'_, str> {
    if !html.contains('&') {
        return Cow::Borrowed(html);
    }
    let mut text = String::with_capacity(html.len());
    let mut cursor = Cursor::new(html, 0);
    while let Some(before) = cursor.eat_through('&') {
        text.push_str(before);
        let mut entity = cursor;
        let name = entity.eat_while(|c| c.is_ascii_alphanumeric() || c == '#');
        if entity.eat(';') {
            text.extend(std::iter::repeat_n(' ', name.len() + 2));
            cursor = entity;
        } else {
            text.push('&');
        }
    }
    text.push_str(cursor.rest());
    Cow::Owned(text)
}
