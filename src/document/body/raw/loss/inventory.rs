//! What a reader or browser finds in some HTML.

use std::ops::Range;

use html5gum::emitters::default::{StartTag, Token};
use html5gum::{Error, HtmlString, Spanned};

use crate::document::body::raw::tokens::{attribute_end, span_of, text_of};
use crate::document::body::raw::{MARK, is_comment};
use crate::document::text::slice;

/// The contents of some HTML.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// The text without spaces and marks.
    pub(super) text: String,
    /// Elements by name and attributes by name and value, with their ranges.
    pub(super) markup: Vec<(String, Range<usize>)>,
    /// The texts, with their ranges.
    pub(super) texts: Vec<(String, Range<usize>)>,
    /// The ranges of tags and comments.
    pub(super) tags: Vec<Range<usize>>,
    /// The ranges of comments that hide more than the author meant.
    pub(super) hiding: Vec<Range<usize>>,
}

impl Inventory {
    /// Collects the contents of some HTML from its tokens; marks start with `hash`.
    pub(super) fn of(html: &str, tokens: impl Iterator<Item = Token<usize>>, hash: &str) -> Self {
        let mut inventory = Self::default();
        for token in tokens {
            inventory.add(&token, html, hash);
        }
        inventory
    }

    fn add(&mut self, token: &Token<usize>, html: &str, hash: &str) {
        if !matches!(token, Token::String(_)) {
            self.tags.extend(span_of(token));
        }
        match token {
            Token::StartTag(tag) => self.start_tag(tag, hash),
            Token::String(text) => self.string(text, hash),
            Token::Comment(comment) => {
                let range = comment.span.start..comment.span.end;
                if !is_comment(slice(html, range.clone())) {
                    self.hiding.push(range);
                }
            }
            Token::Error(error) if error.value == Error::DuplicateAttribute => {
                let start = error.span.start;
                let range = start..attribute_end(html, start);
                self.markup
                    .push(("=".to_owned(), range));
            }
            Token::EndTag(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }

    fn start_tag(&mut self, tag: &StartTag<usize>, hash: &str) {
        let start = tag.span.start;
        let range = start..start + 1 + tag.name.len();
        self.markup
            .push((text_of(&tag.name).to_owned(), range));
        for (key, value) in &tag.attributes {
            let (key, text) = (text_of(key), text_of(value));
            if !text.contains(hash) {
                // No name contains this character, so attributes never collide with elements.
                let range = value.span.start..value.span.end;
                self.markup
                    .push((format!("{key}={text}"), range));
            }
        }
    }

    fn string(&mut self, string: &Spanned<HtmlString, usize>, hash: &str) {
        let range = string.span.start..string.span.end;
        let text = text_of(string);
        let text = match text.contains(hash) {
            true => without_marks(text, hash),
            false => text.to_owned(),
        };
        self.text
            .extend(text.split_ascii_whitespace());
        self.texts.push((text, range));
    }
}

/// Removes the marks of holes from a text.
fn without_marks(text: &str, hash: &str) -> String {
    text.split(MARK)
        .filter(|part| !part.starts_with(hash))
        .collect::<Vec<_>>()
        .join(" ")
}
