//! Raw HTML: a level that holds some is cleaned as a whole, with marks where its holes are; the sanitiser has the last word.
//! What it took out is found by comparing what was there before with what is there after.

mod loss;

use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Tokenizer};

use super::holes::{Hole, Mark};
use super::packed::{End, Kind, Segment, Segments};
use crate::source::Hash;

/// A character around what marks a hole while the HTML around it is cleaned; in Unicode it means nothing.
/// A document may bring it in, also as `&#xF8FF;`, but not with the hash of the document itself, which follows it.
const MARK: char = '\u{F8FF}';

/// How many hexadecimal digits of the hash a mark bears: 128 bits, which nobody finds by trying.
const MARK_DIGITS: usize = 32;

/// Elements in which no words of the glossary lead anywhere, beside headings and what is in another language.
const QUIET: &[&str] = &["a", "code", "pre", "summary", "th"];

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
    lost: Vec<Range<usize>>,
}

/// A level as the HTML that is cleaned.
#[derive(Default)]
struct Marked {
    html: String,
    /// Which bytes of it are of the file, in order, and where those begin there.
    origins: Vec<(Range<usize>, usize)>,
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
        Self { raw, file, mark: format!("{MARK}{}", &Hash::of(file.as_bytes()).hex()[..MARK_DIGITS]), lost: Vec::new() }
    }

    /// Cleans a level and finds its holes anew. Where nothing was taken out, it stays by reference to the file.
    pub(super) fn level(&mut self, mut level: Segments, holes: &[Hole], is_quiet: bool) -> Segments {
        let marked = self.marked(&mut level, holes);
        let cleaned = self.raw.sanitiser.clean(&marked.html).to_string();
        let tokens: Vec<Token<usize>> = tokens(&cleaned).collect();
        let is_whole = cleaned == marked.html;
        if !is_whole {
            self.lost.extend(loss::lost(&marked, &tokens, self.mark.trim_start_matches(MARK)));
        }
        let origins = if is_whole { marked.origins.as_slice() } else { &[] };
        let quiet = usize::from(is_quiet);
        let mut found =
            Finder { mark: &self.mark, html: &cleaned, origins, at: 0, open: Vec::new(), quiet, out: Segments::default() };
        tokens.iter().for_each(|token| found.token(token));
        found.finish()
    }

    /// Returns the parts of the file that were taken out.
    pub(super) fn lost(self) -> Vec<Range<usize>> {
        self.lost
    }

    fn marked(&self, level: &mut Segments, holes: &[Hole]) -> Marked {
        let mut marked = Marked::default();
        for (segment, at) in level.iter(self.file) {
            match segment {
                Segment::Html(html) | Segment::Text(html) => marked.push(html, at),
                Segment::Hole(place) => self.mark(&mut marked.html, place, &holes[place]),
                Segment::LinkEnd => marked.html.push_str("</a>"),
                Segment::TableEnd => marked.html.push_str("</div>"),
            }
        }
        marked
    }

    /// Writes what stands for a hole.
    fn mark(&self, html: &mut String, place: usize, hole: &Hole) {
        let Some(mark) = hole.mark() else { return };
        let (before, after) = match mark {
            Mark::Link => ("<a href=\"", "\">"),
            Mark::Picture => ("<img src=\"", "\" alt=\"\">"),
            Mark::Table => ("<div class=\"", "\">"),
            Mark::Text => ("", ""),
        };
        html.push_str(&format!("{before}{}{}{place}{MARK}{after}", self.mark, mark.letter()));
    }
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
            self.out.hole(place);
            self.at = tag.span.end;
        }
        if VOID.iter().any(|name| name.as_bytes() == &**tag.name) {
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
                    self.out.hole(place);
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

    fn finish(mut self) -> Segments {
        self.write(self.html.len());
        self.out
    }
}

fn is_quiet(tag: &StartTag<usize>) -> bool {
    let name = text_of(&tag.name);
    let is_heading = matches!(name.as_bytes(), [b'h', b'1'..=b'6']);
    is_heading || QUIET.contains(&name) || tag.attributes.keys().any(|key| text_of(key) == "lang")
}

/// Returns the tokens of some HTML, with their places.
fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).flatten()
}

/// Returns a text of the tokeniser; what it was given was text.
fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
