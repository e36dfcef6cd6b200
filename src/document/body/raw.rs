//! Raw HTML: a body that has some is sanitised level by level, with marks in place of its holes;
//! the sanitiser has the last word. Comparing the HTML before and after shows what it took out.

mod elements;
mod finder;
mod lines;
mod loss;
mod marked;
mod sanitiser;
mod tokens;
mod written;

use std::ops::Range;

use html5gum::emitters::default::Token;
use rustc_hash::FxHashSet;

use super::holes::{Hole, Picture, Placeholder};
use super::packed::{Segment, Segments};
use crate::document::account::Fate;
use crate::document::text::slice;
use crate::source::Hash;
pub(crate) use elements::{
    ElementContext, ElementKind, PlacedValue, RawElement, RawElements, SpliceKind, separates,
};
use finder::{Finder, FoundPicture};
pub(crate) use lines::lines;
use loss::Cleaned;
use marked::Marked;
pub(crate) use sanitiser::Raw;
use tokens::{span_of, tokens};
pub(crate) use written::{WrittenElement, WrittenElements};

/// Delimits a mark; it has no meaning in Unicode. A document may contain it, or `&#xF8FF;`, but not
/// followed by the document's own hash.
const MARK: char = '\u{F8FF}';

/// The number of hexadecimal digits of the hash in a mark: 128 bits, too many to guess.
const MARK_DIGITS: usize = 32;

/// Returns the kinds of holes that an attribute may mark.
fn placeholders_of(element: &str, attribute: &str) -> &'static [Placeholder] {
    match (element, attribute) {
        ("a", "href") => &[Placeholder::Link, Placeholder::Address],
        ("img", "src") => &[Placeholder::Picture, Placeholder::Source],
        ("div", "class") => &[Placeholder::Table],
        _ => &[],
    }
}

/// Sanitises the levels of one body.
pub(super) struct Cleaning<'p> {
    raw: &'p Raw,
    /// The whole file.
    file: &'p str,
    /// The beginning of every mark of this body.
    mark: String,
    taken: Taken,
}

/// What sanitising took out of a body.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    /// Parts of the file.
    pub(crate) parts: Vec<Range<usize>>,
    /// Elements, and elements that lost attributes.
    pub(crate) elements: Vec<TakenElement>,
    /// Comments and tags that hide more than their author meant, through what they hide.
    pub(crate) hiding: Vec<Range<usize>>,
    /// Links, whose text may remain.
    pub(crate) links: Vec<Range<usize>>,
    /// Whole blocks, by their index in the body.
    pub(crate) blocks: FxHashSet<usize>,
}

/// An element that sanitising changed.
#[derive(Clone, Debug)]
pub(crate) struct TakenElement {
    /// The element, with ranges of the file.
    pub(crate) element: WrittenElement,
    /// The names and ranges of attributes taken out; none if the element itself was.
    pub(crate) attributes: Vec<(Box<str>, Range<usize>)>,
}

impl<'p> Cleaning<'p> {
    pub(super) fn new(raw: &'p Raw, file: &'p str) -> Self {
        let mut hash = Hash::of(file.as_bytes()).hex();
        hash.truncate(MARK_DIGITS);
        Self {
            raw,
            file,
            mark: format!("{MARK}{hash}"),
            taken: Taken::default(),
        }
    }

    /// Sanitises a level and finds its holes again. If nothing was taken out, it keeps its
    /// references to the file. Pictures of raw HTML become whole holes.
    pub(super) fn level(
        &mut self,
        mut level: Segments,
        holes: &mut [Hole],
        is_quiet: bool,
    ) -> Segments {
        let marked = self.marked(&mut level, holes);
        let html = self.raw.clean(&marked.html);
        let tokens: Vec<Token<usize>> = tokens(&html).collect();
        let is_whole = html == marked.html;
        if !is_whole {
            let cleaned = Cleaned {
                html: &html,
                tokens: &tokens,
            };
            let hash = self.mark.trim_start_matches(MARK);
            loss::note(&marked, cleaned, hash, &mut self.taken);
        }
        let origins = match is_whole {
            true => marked.origins.as_slice(),
            false => &[],
        };
        let mut finder = Finder::new(&self.mark, &html, origins, is_quiet);
        tokens
            .iter()
            .for_each(|token| finder.token(token));
        let (out, found) = finder.finish();
        let lost = marked
            .holes
            .iter()
            .filter(|index| !found.holes.contains(index));
        self.take(lost.filter_map(|index| holes.get(*index)));
        for (index, picture) in found.pictures {
            if let Some(hole) = holes.get_mut(index) {
                whole_picture(hole, picture);
            }
        }
        out
    }

    /// Notes the holes whose marks are gone.
    fn take<'h>(&mut self, holes: impl Iterator<Item = &'h Hole>) {
        for hole in holes {
            match hole {
                Hole::Block(block) => drop(
                    self.taken
                        .blocks
                        .insert(*block as usize),
                ),
                Hole::Picture(picture) => self
                    .taken
                    .parts
                    .push(picture.span.range()),
                Hole::Address(address) => self
                    .taken
                    .parts
                    .push(address.span.range()),
                Hole::Link(link) => self
                    .taken
                    .links
                    .push(link.span.range()),
                Hole::Table { .. } | Hole::Note(_) | Hole::Message(_) => {}
            }
        }
    }

    /// Returns everything taken out, on all levels.
    pub(super) fn taken(self) -> Taken {
        self.taken
    }

    fn marked(&self, level: &mut Segments, holes: &[Hole]) -> Marked {
        let mut marked = Marked::default();
        for (segment, at) in level.iter(self.file) {
            match segment {
                Segment::Html(html) | Segment::Text(html) => marked.push(html, at),
                Segment::Hole(index) => {
                    if let Some(hole) = holes.get(index) {
                        self.mark(&mut marked, index, hole.placeholder());
                    }
                    if let Some(Hole::Address(address)) = holes.get(index) {
                        marked
                            .addresses
                            .push(address.span.range());
                    }
                }
                Segment::LinkEnd => marked.html.push_str("</a>"),
                Segment::TableEnd => marked.html.push_str("</div>"),
            }
        }
        marked
    }

    /// Writes the mark of a hole.
    fn mark(&self, marked: &mut Marked, index: usize, placeholder: Placeholder) {
        marked.holes.push(index);
        let (before, after) = match placeholder {
            Placeholder::Link => ("<a href=\"", "\">"),
            Placeholder::Picture => ("<img src=\"", "\" alt=\"\">"),
            Placeholder::Table => ("<div class=\"", "\">"),
            Placeholder::Address => (" href=\"", "\""),
            Placeholder::Source => (" src=\"", "\""),
            Placeholder::Text => ("", ""),
        };
        let (mark, letter) = (&self.mark, placeholder.letter());
        marked
            .html
            .push_str(&format!("{before}{mark}{letter}{index}{MARK}{after}"));
    }
}

/// Turns the address of a picture into the whole picture, which is not published without one.
fn whole_picture(hole: &mut Hole, picture: FoundPicture) {
    if let Hole::Address(address) = hole {
        *hole = Hole::Picture(Box::new(Picture {
            target: address.target.clone(),
            title: "".into(),
            alternative: picture.alternative,
            attributes: picture.attributes,
            span: address.span,
        }));
    }
}

/// Returns the text in raw HTML at `ranges` of the body, which is shown, and comments that hide
/// more than the author meant.
pub(crate) fn comments_and_texts(body: &str, ranges: &[Range<usize>]) -> Vec<(Range<usize>, Fate)> {
    let marked = Marked::of(body, ranges);
    let hides = |range: &Range<usize>| !is_comment(slice(&marked.html, range.clone()));
    let mut found = Vec::new();
    for token in tokens(&marked.html) {
        let Some(range) = span_of(&token) else {
            continue;
        };
        let fate = match token {
            Token::String(_) => Fate::Shown,
            Token::Comment(_) if hides(&range) => Fate::Lost,
            Token::Doctype(_) => Fate::Lost,
            _ => continue,
        };
        let parts = marked.in_file(range).into_iter();
        found.extend(parts.map(|part| (part, fate)));
    }
    found
}

/// Returns whether a comment has both delimiters, and so ends where its author meant it to.
fn is_comment(written: &str) -> bool {
    written.starts_with("<!--") && written.ends_with("-->")
}
