//! Raw HTML: a level that holds some is cleaned as a whole, with marks where its holes are; the sanitiser has the last word.
//! What it took out is found by comparing what was there before with what is there after.

mod loss;

use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Tokenizer, naive_next_state};
use rustc_hash::FxHashSet;

use super::holes::{Hole, Mark};
use super::packed::{End, Kind, Segment, Segments};
use crate::document::account::Fate;
use crate::source::Hash;

/// A character around what marks a hole while the HTML around it is cleaned; in Unicode it means nothing.
/// A document may bring it in, also as `&#xF8FF;`, but not with the hash of the document itself, which follows it.
const MARK: char = '\u{F8FF}';

/// How many hexadecimal digits of the hash a mark bears: 128 bits, which nobody finds by trying.
const MARK_DIGITS: usize = 32;

/// Elements in which no words of the glossary lead anywhere, beside headings and what is in another language.
const QUIET: &[&str] = &["a", "code", "pre", "summary", "th"];

/// Elements with rules of their own for what is in them.
const FOREIGN: &[&str] = &["svg", "math"];

/// Elements that are left out where no table is open.
const TABLE_PARTS: &[&str] = &["caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// Elements beyond which an end tag ends nothing (HTML, 13.2.4.2).
const SCOPES: &[&str] = &["applet", "caption", "marquee", "object", "table", "td", "template", "th"];

/// How many open elements are followed: each tag looks at all of them.
const DEEPEST_OPEN: usize = 64;

/// Elements that end drawings and mathematics around them.
#[rustfmt::skip]
const BREAKOUT: &[&str] = &[
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strike", "strong",
    "sub", "sup", "table", "tt", "u", "ul", "var",
];

/// Elements that have no end (HTML, 13.1.2).
const VOID: &[&str] = &["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

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
                let is_broken = value.contains(MARK) && mark_of(element, attribute).is_none_or(|mark| !is_whole_mark(value, mark));
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
    let inner = value.strip_prefix(MARK).and_then(|rest| rest.strip_suffix(MARK));
    inner.is_some_and(|inner| !inner.contains(MARK) && inner[..inner.len().min(MARK_DIGITS + 1)].ends_with(mark.letter()))
}

/// Returns whether a browser would ask another site for `address`: it drops tabs and line ends, and takes `\` for `/` (WHATWG, URL, 4.4).
fn leads_elsewhere(address: &str) -> bool {
    let address: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let address = address.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).replace('\\', "/");
    address.starts_with("//") || address.find(':').is_some_and(|colon| !address[..colon].contains(['/', '?', '#']))
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
    /// Whole blocks, by their places among the body's.
    pub(in crate::document) blocks: Vec<usize>,
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
    /// Adds HTML as the sanitiser writes it, so that what it leaves as it is can be told; `at` is where it begins in the file.
    fn push(&mut self, html: &str, at: Option<usize>) {
        match html {
            "<br />\n" => self.html.push_str("<br>\n"),
            "<hr />\n" => self.html.push_str("<hr>\n"),
            _ => {
                let mut from = 0;
                for (space, _) in html.match_indices('\u{a0}') {
                    self.plain(&html[from..space], at.map(|at| at + from));
                    self.html.push_str("&nbsp;");
                    from = space + '\u{a0}'.len_utf8();
                }
                self.plain(&html[from..], at.map(|at| at + from));
            }
        }
    }

    fn plain(&mut self, html: &str, at: Option<usize>) {
        let start = self.html.len();
        self.html.push_str(html);
        self.origins.extend(at.map(|at| (start..self.html.len(), at)));
    }
}

impl<'p> Cleaning<'p> {
    pub(super) fn new(raw: &'p Raw, file: &'p str) -> Self {
        Self { raw, file, mark: format!("{MARK}{}", &Hash::of(file.as_bytes()).hex()[..MARK_DIGITS]), taken: Taken::default() }
    }

    /// Cleans a level and finds its holes anew. Where nothing was taken out, it stays by reference to the file.
    pub(super) fn level(&mut self, mut level: Segments, holes: &[Hole], is_quiet: bool) -> Segments {
        let marked = self.marked(&mut level, holes);
        let cleaned = self.raw.sanitiser.clean(&marked.html).to_string();
        let tokens: Vec<Token<usize>> = tokens(&cleaned).collect();
        let is_whole = cleaned == marked.html;
        if !is_whole {
            self.taken.parts.extend(loss::lost(&marked, (&cleaned, &tokens), self.mark.trim_start_matches(MARK)));
        }
        let origins = if is_whole { marked.origins.as_slice() } else { &[] };
        let mut finder = Finder {
            mark: &self.mark,
            html: &cleaned,
            origins,
            at: 0,
            open: Vec::new(),
            quiet: usize::from(is_quiet),
            found: FxHashSet::default(),
            out: Segments::default(),
        };
        tokens.iter().for_each(|token| finder.token(token));
        let (out, found) = finder.finish();
        self.take(marked.holes.iter().filter(|place| !found.contains(place)).map(|place| &holes[*place]));
        out
    }

    /// Notes what is gone with its mark.
    fn take<'h>(&mut self, holes: impl Iterator<Item = &'h Hole>) {
        for hole in holes {
            match hole {
                Hole::Block(block) => self.taken.blocks.push(*block as usize),
                Hole::Picture(picture) => self.taken.parts.push(picture.span.range()),
                Hole::Link(_) | Hole::Table { .. } | Hole::Note(_) | Hole::Say(_) => {}
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
        let Some(mark) = hole.mark() else { return };
        marked.holes.push(place);
        let (before, after) = match mark {
            Mark::Link => ("<a href=\"", "\">"),
            Mark::Picture => ("<img src=\"", "\" alt=\"\">"),
            Mark::Table => ("<div class=\"", "\">"),
            Mark::Text => ("", ""),
        };
        marked.html.push_str(&format!("{before}{}{}{place}{MARK}{after}", self.mark, mark.letter()));
    }
}

/// Returns what some raw HTML holds beside tags: texts, which are shown, and comments that hide what nobody meant to hide. The HTML is the
/// given ranges of a body.
pub(in crate::document) fn comments_and_texts(body: &str, ranges: &[Range<usize>]) -> Vec<(Range<usize>, Fate)> {
    let mut marked = Marked::default();
    for range in ranges {
        marked.plain(&body[range.clone()], Some(range.start));
    }
    let mut found = Vec::new();
    for token in tokens(&marked.html) {
        let (span, fate) = match token {
            Token::String(text) => (text.span, Fate::Shown),
            Token::Comment(comment) if !is_comment(&marked.html[comment.span.start..comment.span.end]) => (comment.span, Fate::Lost),
            Token::Doctype(doctype) => (doctype.span, Fate::Lost),
            _ => continue,
        };
        found.extend(marked.in_file(span.start..span.end).into_iter().map(|range| (range, fate)));
    }
    found
}

/// Returns whether a comment is one to the person who wrote it, and ends where they ended it.
fn is_comment(written: &str) -> bool {
    written.starts_with("<!--") && written.ends_with("-->")
}

/// Finds the holes in a level that has been cleaned.
struct Finder<'h> {
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

impl Finder<'_> {
    fn token(&mut self, token: &Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start(tag),
            Token::EndTag(tag) => {
                // The sanitiser closes what it opens, each in its turn.
                let Some(open) = self.open.pop_if(|open| open.name == tag.name) else { return };
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
        self.open.push(OpenElement { name: tag.name.clone(), is_quiet, end });
    }

    /// Returns the hole that an element stands for.
    fn hole_of(&self, tag: &StartTag<usize>) -> Option<(usize, Mark)> {
        let name = text_of(&tag.name);
        tag.attributes.iter().find_map(|(key, value)| {
            let mark = mark_of(name, text_of(key))?;
            let place = text_of(value).strip_prefix(self.mark)?.strip_prefix(mark.letter())?.strip_suffix(MARK)?;
            Some((place.parse().ok()?, mark))
        })
    }

    /// Writes a text, with the holes that are marked in it.
    fn text(&mut self, range: Range<usize>) {
        self.write(range.start);
        let kind = if self.quiet == 0 { Kind::Text } else { Kind::Html };
        let html = self.html;
        while let Some(found) = html[self.at..range.end].find(self.mark) {
            self.add(kind, self.at + found);
            let after = &html[self.at + self.mark.len()..range.end];
            let hole = after.strip_prefix(Mark::Text.letter()).and_then(|after| after.split_once(MARK));
            match hole.and_then(|(place, rest)| Some((place.parse().ok()?, rest))) {
                Some((place, rest)) => {
                    self.hole(place);
                    self.at = range.end - rest.len();
                }
                None => self.at += self.mark.len(),
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
            while self.origins.first().is_some_and(|(html, _)| html.end <= self.at) {
                self.origins = &self.origins[1..];
            }
            let stop = match self.origins.first() {
                Some((html, at)) if html.start <= self.at => {
                    let (stop, at) = (html.end.min(end), at + self.at - html.start);
                    self.out.file(kind, at..at + stop - self.at, &self.html[self.at..stop]);
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

    fn finish(mut self) -> (Segments, FxHashSet<usize>) {
        self.write(self.html.len());
        (self.out, self.found)
    }
}

fn is_quiet(tag: &StartTag<usize>) -> bool {
    let name = text_of(&tag.name);
    let is_heading = matches!(name.as_bytes(), [b'h', b'1'..=b'6']);
    is_heading || QUIET.contains(&name) || tag.attributes.keys().any(|key| text_of(key) == "lang")
}

/// Returns the tokens of some HTML, with their places.
fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut tokenizer = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
    let mut open = OpenNames::default();
    let mut end = 0;
    std::iter::from_fn(move || {
        let Ok(mut token) = tokenizer.next()?;
        match &mut token {
            // A text after a change of state claims to begin where the text before it began.
            Token::String(text) => text.span.start = text.span.start.max(end),
            Token::StartTag(tag) if open.start(tag) => {
                // What such an element holds is text up to its end.
                if let Some(state) = naive_next_state(&tag.name) {
                    tokenizer.set_state(state);
                }
            }
            Token::EndTag(tag) => open.end(&tag.name),
            _ => {}
        }
        end = span_of(&token).map_or(end, |span| span.end);
        Some(token)
    })
}

/// The names of the elements that are open, as far as it matters for how others are read.
#[derive(Default)]
struct OpenNames(Vec<HtmlString>);

impl OpenNames {
    /// Takes in a start tag, and returns whether it is one of HTML: in drawings and mathematics all elements are read alike (HTML, 13.2.6.5).
    fn start(&mut self, tag: &StartTag<usize>) -> bool {
        let name = text_of(&tag.name);
        if BREAKOUT.contains(&name) {
            self.leave_foreign();
        }
        let is_foreign = FOREIGN.contains(&name) || self.0.iter().any(|open| FOREIGN.contains(&text_of(open)));
        let is_empty = if is_foreign { tag.self_closing } else { VOID.contains(&name) };
        // Parts of a table are none outside one.
        let is_nothing = TABLE_PARTS.contains(&name) && !self.0.iter().any(|open| text_of(open) == "table");
        if !is_empty && !is_nothing && self.0.len() < DEEPEST_OPEN {
            self.0.push(tag.name.clone());
        }
        !is_foreign
    }

    fn end(&mut self, name: &HtmlString) {
        if matches!(text_of(name), "p" | "br") {
            self.leave_foreign();
        }
        let is_of_table = text_of(name) == "table" || TABLE_PARTS.contains(&text_of(name));
        let ends_search = |open: &HtmlString| text_of(open) == "table" || !is_of_table && SCOPES.contains(&text_of(open));
        if let Some(at) = self.0.iter().rposition(|open| open == name || ends_search(open)).filter(|at| self.0[*at] == *name) {
            self.0.truncate(at);
        }
    }

    fn leave_foreign(&mut self) {
        if let Some(at) = self.0.iter().position(|open| FOREIGN.contains(&text_of(open))) {
            self.0.truncate(at);
        }
    }
}

/// Returns where a token is, unless it is an error.
fn span_of(token: &Token<usize>) -> Option<Range<usize>> {
    let span = match token {
        Token::StartTag(tag) => tag.span,
        Token::EndTag(tag) => tag.span,
        Token::String(text) => text.span,
        Token::Comment(comment) => comment.span,
        Token::Doctype(doctype) => doctype.span,
        Token::Error(_) => return None,
    };
    Some(span.start..span.end)
}

/// Returns a text of the tokeniser; what it was given was text.
fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
