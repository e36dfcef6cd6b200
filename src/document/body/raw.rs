//! Raw HTML: a body that holds some is cleaned level by level, with marks where its holes are; the
//! sanitiser has the last word. What it took out is found by comparing what was there before with
//! what is there after.

mod finder;
mod loss;
mod tokens;

use std::ops::Range;

use html5gum::emitters::default::Token;
use rustc_hash::FxHashSet;

use super::holes::{Hole, Mark};
use super::packed::{Segment, Segments};
use crate::document::account::Fate;
use crate::source::Hash;
use finder::Finder;
use tokens::tokens;

/// A character around what marks a hole while the HTML around it is cleaned; in Unicode it means
/// nothing. A document may bring it in, also as `&#xF8FF;`, but not with the hash of the document
/// itself, which follows it.
const MARK: char = '\u{F8FF}';

/// How many hexadecimal digits of the hash a mark bears: 128 bits, which nobody finds by trying.
const MARK_DIGITS: usize = 32;

/// What cleans raw HTML.
#[derive(Debug)]
pub(crate) struct Raw {
    sanitiser: ammonia::Builder<'static>,
}

impl Raw {
    /// Makes the cleaner: what ammonia allows, and what pakt's own HTML needs.
    pub(in crate::document) fn new() -> Self {
        let mut sanitiser = ammonia::Builder::default();
        sanitiser
            .add_tags(["section"])
            .add_generic_attributes([
                "id",
                "class",
                "lang",
                "dir",
                "title",
                "role",
                "aria-label",
                "aria-labelledby",
                "aria-describedby",
                "aria-hidden",
            ])
            .add_tag_attributes("th", ["scope"])
            .add_tag_attributes("a", ["hreflang"])
            .add_tag_attributes("ol", ["start"])
            .add_tag_attribute_values("div", "tabindex", ["0"])
            .link_rel(None)
            .url_schemes(["http", "https", "mailto", "tel", "sms", "geo"].into())
            .attribute_filter(|element, attribute, value| {
                let is_foreign = element == "img" && attribute == "src" && leads_elsewhere(value);
                // A mark that got into an attribute in another way would end it.
                let is_broken = value.contains(MARK)
                    && mark_of(element, attribute).is_none_or(|mark| !is_whole_mark(value, mark));
                (!is_foreign && !is_broken).then_some(value.into())
            });
        Self { sanitiser }
    }
}

/// Returns the mark that an attribute may be.
fn mark_of(element: &str, attribute: &str) -> Option<Mark> {
    match (element, attribute) {
        ("a", "href") => Some(Mark::Link),
        ("img", "src") => Some(Mark::Picture),
        ("div", "class") => Some(Mark::Table),
        _ => None,
    }
}

fn is_whole_mark(value: &str, mark: Mark) -> bool {
    let inner = value
        .strip_prefix(MARK)
        .and_then(|rest| rest.strip_suffix(MARK));
    inner.is_some_and(|inner| {
        !inner.contains(MARK)
            && inner
                .get(MARK_DIGITS..)
                .is_some_and(|rest| rest.starts_with(mark.letter()))
    })
}

/// Returns whether a browser would ask another site for `address`: it drops tabs and line ends, and
/// takes `\` for `/` (WHATWG, URL, 4.4).
fn leads_elsewhere(address: &str) -> bool {
    let address: String = address
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let address = address
        .trim_start_matches(|c: char| c.is_whitespace() || c.is_control())
        .replace('\\', "/");
    address.starts_with("//")
        || address
            .find(':')
            .is_some_and(|colon| !address[..colon].contains(['/', '?', '#']))
}

/// Cleans the levels of one body.
pub(super) struct Cleaning<'p> {
    raw: &'p Raw,
    /// The whole file.
    file: &'p str,
    /// What every mark of this body begins with.
    mark: String,
    taken: Taken,
}

/// What cleaning took out of a body.
#[derive(Debug, Default)]
pub(in crate::document) struct Taken {
    /// Parts of the file.
    pub(in crate::document) parts: Vec<Range<usize>>,
    /// Links, of which the text may still be there.
    pub(in crate::document) links: Vec<Range<usize>>,
    /// Whole blocks, by their places among the body's.
    pub(in crate::document) blocks: FxHashSet<usize>,
}

/// A level as the HTML that is cleaned.
#[derive(Default)]
struct Marked {
    html: String,
    /// Which bytes of it are of the file, in order, and where those begin there.
    origins: Vec<(Range<usize>, usize)>,
    /// The holes that are marked in it.
    holes: Vec<usize>,
}

impl Marked {
    /// Adds HTML as the sanitiser writes it, so that what it leaves as it is can be told; `at` is
    /// where it begins in the file.
    fn push(&mut self, html: &str, at: Option<usize>) {
        match html {
            "<br />\n" => self.html.push_str("<br>\n"),
            "<hr />\n" => self.html.push_str("<hr>\n"),
            _ => self.plain(html, at),
        }
    }

    fn plain(&mut self, html: &str, at: Option<usize>) {
        let start = self.html.len();
        self.html.push_str(html);
        self.origins
            .extend(at.map(|at| (start..self.html.len(), at)));
    }
}

impl<'p> Cleaning<'p> {
    pub(super) fn new(raw: &'p Raw, file: &'p str) -> Self {
        Self {
            raw,
            file,
            mark: format!("{MARK}{}", &Hash::of(file.as_bytes()).hex()[..MARK_DIGITS]),
            taken: Taken::default(),
        }
    }

    /// Cleans a level and finds its holes anew. Where nothing was taken out, it stays by reference
    /// to the file.
    pub(super) fn level(
        &mut self,
        mut level: Segments,
        holes: &[Hole],
        is_quiet: bool,
    ) -> Segments {
        let marked = self.marked(&mut level, holes);
        // A non-breaking space is spelled as on all other pages.
        let cleaned = self
            .raw
            .sanitiser
            .clean(&marked.html)
            .to_string()
            .replace("&nbsp;", "\u{a0}");
        let tokens: Vec<Token<usize>> = tokens(&cleaned).collect();
        let is_whole = cleaned == marked.html;
        if !is_whole {
            self.taken.parts.extend(loss::lost(
                &marked,
                (&cleaned, &tokens),
                self.mark.trim_start_matches(MARK),
            ));
        }
        let origins = if is_whole {
            marked.origins.as_slice()
        } else {
            &[]
        };
        let mut finder = Finder::new(&self.mark, &cleaned, origins, is_quiet);
        tokens.iter().for_each(|token| finder.token(token));
        let (out, found) = finder.finish();
        self.take(
            marked
                .holes
                .iter()
                .filter(|place| !found.contains(place))
                .map(|place| &holes[*place]),
        );
        out
    }

    /// Notes what is gone with its mark.
    fn take<'h>(&mut self, holes: impl Iterator<Item = &'h Hole>) {
        for hole in holes {
            match hole {
                Hole::Block(block) => drop(self.taken.blocks.insert(*block as usize)),
                Hole::Picture(picture) => self.taken.parts.push(picture.span.range()),
                Hole::Link(link) => self.taken.links.push(link.span.range()),
                Hole::Table { .. } | Hole::Note(_) | Hole::Say(_) => {}
            }
        }
    }

    /// Returns what was taken out of all levels.
    pub(super) fn taken(self) -> Taken {
        self.taken
    }

    fn marked(&self, level: &mut Segments, holes: &[Hole]) -> Marked {
        let mut marked = Marked::default();
        for (segment, at) in level.iter(self.file) {
            match segment {
                Segment::Html(html) | Segment::Text(html) => marked.push(html, at),
                Segment::Hole(place) => self.mark(&mut marked, place, &holes[place]),
                Segment::LinkEnd => marked.html.push_str("</a>"),
                Segment::TableEnd => marked.html.push_str("</div>"),
            }
        }
        marked
    }

    /// Writes what stands for a hole.
    fn mark(&self, marked: &mut Marked, place: usize, hole: &Hole) {
        let mark = hole.mark();
        marked.holes.push(place);
        let (before, after) = match mark {
            Mark::Link => ("<a href=\"", "\">"),
            Mark::Picture => ("<img src=\"", "\" alt=\"\">"),
            Mark::Table => ("<div class=\"", "\">"),
            Mark::Text => ("", ""),
        };
        marked.html.push_str(&format!(
            "{before}{}{}{place}{MARK}{after}",
            self.mark,
            mark.letter()
        ));
    }
}

/// Returns the texts in raw HTML, which are shown, and comments that hide more than the author
/// meant. The HTML is the given ranges of a body.
pub(in crate::document) fn comments_and_texts(
    body: &str,
    ranges: &[Range<usize>],
) -> Vec<(Range<usize>, Fate)> {
    let mut marked = Marked::default();
    for range in ranges {
        marked.plain(&body[range.clone()], Some(range.start));
    }
    let mut found = Vec::new();
    for token in tokens(&marked.html) {
        let (span, fate) = match token {
            Token::String(text) => (text.span, Fate::Shown),
            Token::Comment(comment)
                if !is_comment(&marked.html[comment.span.start..comment.span.end]) =>
            {
                (comment.span, Fate::Lost)
            }
            Token::Doctype(doctype) => (doctype.span, Fate::Lost),
            _ => continue,
        };
        found.extend(
            marked
                .in_file(span.start..span.end)
                .into_iter()
                .map(|range| (range, fate)),
        );
    }
    found
}

/// Returns whether a comment is one to the person who wrote it, and ends where they ended it.
fn is_comment(written: &str) -> bool {
    written.starts_with("<!--") && written.ends_with("-->")
}
