//! Finds the holes of a level anew, in the HTML that cleaning left of it.

use std::ops::Range;

use html5gum::HtmlString;
use html5gum::emitters::default::{StartTag, Token};
use rustc_hash::FxHashSet;

use super::tokens::{VOID, text_of};
use super::{MARK, mark_of};
use crate::document::body::holes::Mark;
use crate::document::body::packed::{End, Kind, Segments};

/// Elements in which no words of the glossary lead anywhere, beside headings and what is in another
/// language.
const QUIET: &[&str] = &["a", "code", "pre", "summary", "th"];

/// Finds the holes in a level that has been cleaned.
pub(super) struct Finder<'h> {
    mark: &'h str,
    html: &'h str,
    /// Which bytes of it are of the file, in order, and where those begin there.
    origins: &'h [(Range<usize>, usize)],
    /// What comes before this byte has been written.
    at: usize,
    open: Vec<OpenElement>,
    /// How many elements are open in which no words of the glossary lead anywhere.
    quiet: usize,
    /// The holes that are there, by their places.
    found: FxHashSet<usize>,
    out: Segments,
}

/// An element that is open in the cleaned HTML.
struct OpenElement {
    name: HtmlString,
    is_quiet: bool,
    /// What its end is the end of, if it stands for a hole.
    end: Option<End>,
}

impl<'h> Finder<'h> {
    /// Begins with the HTML; `origins` are its bytes that are of the file, in order, and where they
    /// begin there.
    pub(super) fn new(
        mark: &'h str,
        html: &'h str,
        origins: &'h [(Range<usize>, usize)],
        is_quiet: bool,
    ) -> Self {
        Self {
            mark,
            html,
            origins,
            at: 0,
            open: Vec::new(),
            quiet: usize::from(is_quiet),
            found: FxHashSet::default(),
            out: Segments::default(),
        }
    }

    pub(super) fn token(&mut self, token: &Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start(tag),
            Token::EndTag(tag) => {
                // The sanitiser closes what it opens, each in its turn.
                let Some(open) = self.open.pop_if(|open| open.name == tag.name) else {
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
        if let Some((place, _)) = hole {
            self.write(tag.span.start);
            self.hole(place);
            self.at = tag.span.end;
        }
        if VOID.contains(&text_of(&tag.name)) {
            return;
        }
        let end = match hole {
            Some((_, Mark::Link)) => Some(End::Link),
            Some((_, Mark::Table)) => Some(End::Table),
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

    /// Returns the hole that an element stands for.
    fn hole_of(&self, tag: &StartTag<usize>) -> Option<(usize, Mark)> {
        let name = text_of(&tag.name);
        tag.attributes.iter().find_map(|(key, value)| {
            let mark = mark_of(name, text_of(key))?;
            let place = text_of(value)
                .strip_prefix(self.mark)?
                .strip_prefix(mark.letter())?
                .strip_suffix(MARK)?;
            Some((place.parse().ok()?, mark))
        })
    }

    /// Writes a text, with the holes that are marked in it.
    fn text(&mut self, range: Range<usize>) {
        self.write(range.start);
        let kind = if self.quiet == 0 {
            Kind::Text
        } else {
            Kind::Html
        };
        let html = self.html;
        while let Some(found) = html[self.at..range.end].find(self.mark) {
            self.add(kind, self.at + found);
            let after = &html[self.at + self.mark.len()..range.end];
            let hole = after
                .strip_prefix(Mark::Text.letter())
                .and_then(|after| after.split_once(MARK));
            match hole.and_then(|(place, rest)| Some((place.parse().ok()?, rest))) {
                Some((place, rest)) => {
                    self.hole(place);
                    self.at = range.end - rest.len();
                }
                // A mark that should have been an attribute.
                None => {
                    self.at = after
                        .split_once(MARK)
                        .map_or(range.end, |(_, rest)| range.end - rest.len())
                }
            }
        }
        self.add(kind, range.end);
    }

    /// Writes what comes before a byte.
    fn write(&mut self, end: usize) {
        self.add(Kind::Html, end);
    }

    /// Adds what comes before a byte: by reference to the file where it is of it.
    fn add(&mut self, kind: Kind, end: usize) {
        while self.at < end {
            while self
                .origins
                .first()
                .is_some_and(|(html, _)| html.end <= self.at)
            {
                self.origins = &self.origins[1..];
            }
            let stop = match self.origins.first() {
                Some((html, at)) if html.start <= self.at => {
                    let (stop, at) = (html.end.min(end), at + self.at - html.start);
                    self.out
                        .file(kind, at..at + stop - self.at, &self.html[self.at..stop]);
                    stop
                }
                next => {
                    let stop = next.map_or(end, |(html, _)| html.start.min(end));
                    self.out.own(kind, &self.html[self.at..stop]);
                    stop
                }
            };
            self.at = stop;
        }
    }

    fn hole(&mut self, place: usize) {
        self.found.insert(place);
        self.out.hole(place);
    }

    pub(super) fn finish(mut self) -> (Segments, FxHashSet<usize>) {
        self.write(self.html.len());
        (self.out, self.found)
    }
}

fn is_quiet(tag: &StartTag<usize>) -> bool {
    let name = text_of(&tag.name);
    let is_heading = matches!(name.as_bytes(), [b'h', b'1'..=b'6']);
    is_heading || QUIET.contains(&name) || tag.attributes.keys().any(|key| text_of(key) == "lang")
}
