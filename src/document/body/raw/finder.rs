//! Finds the holes of a level again in its sanitised HTML.

use std::ops::Range;

use html5gum::HtmlString;
use html5gum::emitters::default::{StartTag, Token};
use rustc_hash::FxHashSet;

use super::marked::Origin;
use super::tokens::{VOID, text_of};
use super::{MARK, placeholders_of};
use crate::document::body::elements::escaped;
use crate::document::body::holes::Placeholder;
use crate::document::body::packed::{End, SegmentKind, Segments};
use crate::document::text::slice;

/// Elements in which no glossary words are looked for, besides headings and other languages.
const QUIET: &[&str] = &["a", "code", "pre", "summary", "th"];

/// Finds the holes in a sanitised level.
pub(super) struct Finder<'h> {
    mark: &'h str,
    html: &'h str,
    /// The rest of its bytes that come from the file, in order.
    origins: &'h [Origin],
    /// Everything before this byte has been written.
    at: usize,
    open: Vec<OpenElement>,
    /// The number of open elements in which no glossary words are looked for.
    quiet: usize,
    found: Found,
    out: Segments,
}

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    /// The holes, by index.
    pub(super) holes: FxHashSet<usize>,
    /// The pictures of raw HTML, by the index of their addresses.
    pub(super) pictures: Vec<(usize, FoundPicture)>,
}

/// A picture of raw HTML.
pub(super) struct FoundPicture {
    pub(super) alternative: Box<str>,
    /// All its attributes but the address, as HTML.
    pub(super) attributes: Box<str>,
}

/// An open element of the sanitised HTML.
struct OpenElement {
    name: HtmlString,
    is_quiet: bool,
    /// What ends with it, if it marks a hole.
    end: Option<End>,
}

impl<'h> Finder<'h> {
    /// Starts at the beginning of the HTML. `origins` are its bytes that come from the file, in
    /// order.
    pub(super) fn new(mark: &'h str, html: &'h str, origins: &'h [Origin], is_quiet: bool) -> Self {
        Self {
            mark,
            html,
            origins,
            at: 0,
            open: Vec::new(),
            quiet: usize::from(is_quiet),
            found: Found::default(),
            out: Segments::default(),
        }
    }

    pub(super) fn token(&mut self, token: &Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start(tag),
            Token::EndTag(tag) => {
                // The sanitiser closes what it opens, in order.
                let Some(open) = self
                    .open
                    .pop_if(|open| open.name == tag.name)
                else {
                    return;
                };
                if let Some(end) = open.end {
                    self.write(tag.span.start);
                    self.out.end(end);
                    self.at = tag.span.end;
                }
                self.quiet -= usize::from(open.is_quiet);
            }
            Token::String(text) => self.text(text.span.start..text.span.end),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let hole = self.hole_of(tag);
        match hole {
            Some((index, Placeholder::Address)) => self.address(tag, index),
            Some((index, placeholder)) => {
                if placeholder == Placeholder::Source {
                    let picture = self.picture(tag);
                    self.found
                        .pictures
                        .push((index, picture));
                }
                self.write(tag.span.start);
                self.hole(index);
                self.at = tag.span.end;
            }
            None => self.lone_picture(tag),
        }
        if VOID.contains(&text_of(&tag.name)) {
            return;
        }
        let end = match hole {
            Some((_, Placeholder::Link)) => Some(End::Link),
            Some((_, Placeholder::Table)) => Some(End::Table),
            _ => None,
        };
        let is_quiet = is_quiet(tag);
        self.quiet += usize::from(is_quiet);
        self.open.push(OpenElement {
            name: tag.name.clone(),
            is_quiet,
            end,
        });
    }

    /// Returns the hole that an element marks.
    fn hole_of(&self, tag: &StartTag<usize>) -> Option<(usize, Placeholder)> {
        let name = text_of(&tag.name);
        tag.attributes
            .iter()
            .find_map(|(key, value)| {
                let marked = text_of(value)
                    .strip_prefix(self.mark)?
                    .strip_suffix(MARK)?;
                let mut kinds = placeholders_of(name, text_of(key)).iter();
                kinds.find_map(|kind| {
                    let index = marked.strip_prefix(kind.letter())?;
                    Some((index.parse().ok()?, *kind))
                })
            })
    }

    /// Writes a hole in place of the attribute that marks it.
    fn address(&mut self, tag: &StartTag<usize>, index: usize) {
        if let Some(attribute) = self.marked_attribute(tag) {
            self.write(attribute.start);
            self.hole(index);
            self.at = attribute.end;
        }
    }

    /// Returns the range of the attribute with a mark, including the space before it.
    fn marked_attribute(&self, tag: &StartTag<usize>) -> Option<Range<usize>> {
        let html = slice(self.html, tag.span.start..tag.span.end);
        let (before, after) = html.split_once(self.mark)?;
        let start = before.rfind(' ')?;
        let end = html.len() - after.len() + after.find('"')? + 1;
        Some(tag.span.start + start..tag.span.start + end)
    }

    fn picture(&self, tag: &StartTag<usize>) -> FoundPicture {
        let range = self
            .marked_attribute(tag)
            .unwrap_or(tag.span.end..tag.span.end);
        let before = slice(self.html, tag.span.start..range.start);
        let after = slice(self.html, range.end..tag.span.end);
        let before = before.trim_start_matches("<img");
        let after = after.trim_end_matches('>');
        FoundPicture {
            alternative: alternative(tag).into(),
            attributes: format!("{before}{after}").into(),
        }
    }

    /// Writes the text of a picture without an address, which shows nothing else.
    fn lone_picture(&mut self, tag: &StartTag<usize>) {
        if text_of(&tag.name) == "img"
            && !tag
                .attributes
                .contains_key(b"src".as_slice())
        {
            self.write(tag.span.start);
            self.out
                .own(SegmentKind::Html, &escaped(alternative(tag)));
            self.at = tag.span.end;
        }
    }

    /// Writes a text, with the holes marked in it.
    fn text(&mut self, range: Range<usize>) {
        self.write(range.start);
        let kind = match self.quiet {
            0 => SegmentKind::Text,
            _ => SegmentKind::Html,
        };
        loop {
            let text = slice(self.html, self.at..range.end);
            let Some((before, after)) = text.split_once(self.mark) else {
                return self.add(kind, range.end);
            };
            self.add(kind, self.at + before.len());
            self.at = range.end - self.marked(after).len();
        }
    }

    /// Writes the hole whose mark continues in `text`, and returns the text after the mark. A mark
    /// that belongs in an attribute is dropped.
    fn marked(&mut self, text: &'h str) -> &'h str {
        let Some((mark, rest)) = text.split_once(MARK) else {
            return "";
        };
        let index = mark.strip_prefix(Placeholder::Text.letter());
        if let Some(index) = index.and_then(|index| index.parse().ok()) {
            self.hole(index);
        }
        rest
    }

    /// Writes the HTML before a byte.
    fn write(&mut self, end: usize) {
        self.add(SegmentKind::Html, end);
    }

    /// Adds the HTML before a byte: by reference where it comes from the file.
    fn add(&mut self, kind: SegmentKind, end: usize) {
        while self.at < end {
            self.pass_origins();
            match self.origins.first() {
                Some((html, at)) if html.start <= self.at => {
                    let start = at + self.at - html.start;
                    let part = self.take(html.end.min(end));
                    self.out
                        .file(kind, start..start + part.len(), part);
                }
                next => {
                    let part = self.take(next.map_or(end, |(html, _)| html.start.min(end)));
                    self.out.own(kind, part);
                }
            }
        }
    }

    /// Drops the origins that end here.
    fn pass_origins(&mut self) {
        while let [(html, _), rest @ ..] = self.origins
            && html.end <= self.at
        {
            self.origins = rest;
        }
    }

    /// Consumes the HTML before a byte.
    fn take(&mut self, end: usize) -> &'h str {
        let part = slice(self.html, self.at..end);
        self.at = end;
        part
    }

    fn hole(&mut self, index: usize) {
        self.found.holes.insert(index);
        self.out.hole(index);
    }

    pub(super) fn finish(mut self) -> (Segments, Found) {
        self.write(self.html.len());
        (self.out, self.found)
    }
}

/// Returns the alternative text of a picture.
fn alternative(tag: &StartTag<usize>) -> &str {
    tag.attributes
        .get(b"alt".as_slice())
        .map_or("", |value| text_of(value))
}

fn is_quiet(tag: &StartTag<usize>) -> bool {
    let name = text_of(&tag.name);
    let is_heading = matches!(name.as_bytes(), [b'h', b'1'..=b'6']);
    is_heading
        || QUIET.contains(&name)
        || tag
            .attributes
            .keys()
            .any(|key| text_of(key) == "lang")
}
