//! Reads the elements of raw HTML, level by level: the page, each block, each note.

use std::ops::Range;

use html5gum::emitters::default::{EndTag, StartTag, Token};
use html5gum::{HtmlString, Spanned};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    ElementContext, ElementKind, PlacedValue, RawElement, RawElements, Splice, SpliceKind,
};
use crate::config::RawHtml;
use crate::document::blocks::Form;
use crate::document::body::raw::lines::lines;
use crate::document::body::raw::marked::Marked;
use crate::document::body::raw::tokens::{attribute_end, text_of, tokens};
use crate::document::markdown::Piece;
use crate::document::target::{self, Target, TargetError};
use crate::language;

/// Elements whose contents nobody sees.
const HIDDEN: &[&str] = &["script", "style"];

/// The most open elements that are tracked on a level; each end tag looks at all of them.
const DEEPEST_OPEN: usize = 64;

/// Reads elements, piece by piece.
pub(super) struct ElementReader<'a> {
    context: ElementContext<'a>,
    found: RawElements,
    level: Level,
    /// The levels around it.
    around: Vec<Level>,
    /// The lines of the open block of raw HTML, by piece.
    block: Vec<(usize, Range<usize>)>,
}

/// The open elements of a level.
#[derive(Default)]
struct Level {
    open: Vec<OpenElement>,
    /// The open element whose contents nobody sees, and its first piece.
    hidden: Option<(HtmlString, usize)>,
}

/// An open element.
struct OpenElement {
    name: HtmlString,
    /// Its index; none for a table in a table.
    element: Option<usize>,
}

/// Raw HTML and where its bytes are.
struct Written<'l> {
    marked: Marked,
    lines: &'l [(usize, Range<usize>)],
}

impl<'a> ElementReader<'a> {
    pub(super) fn new(context: ElementContext<'a>) -> Self {
        Self {
            context,
            found: RawElements::default(),
            level: Level::default(),
            around: Vec::new(),
            block: Vec::new(),
        }
    }

    pub(super) fn piece(&mut self, at: usize, piece: &Piece<'_>, range: &Range<usize>) {
        match piece {
            Piece::Open(head) => {
                self.words();
                if head.form != Form::Line {
                    self.enter();
                }
            }
            Piece::Close => self.leave(at),
            Piece::Markdown(event) => self.event(at, event, range),
        }
    }

    fn event(&mut self, at: usize, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Html(_) => self.block.push((at, range.clone())),
            Event::End(TagEnd::HtmlBlock) => {
                let block = std::mem::take(&mut self.block);
                self.html(&block);
            }
            Event::InlineHtml(html) => {
                let lines = lines(self.context.body, range, html);
                let lines: Vec<_> = lines
                    .into_iter()
                    .map(|line| (at, line))
                    .collect();
                self.html(&lines);
            }
            Event::Start(Tag::FootnoteDefinition(_)) => self.enter(),
            Event::End(TagEnd::FootnoteDefinition) => self.leave(at),
            Event::Text(text) | Event::Code(text) => self.text(text),
            Event::FootnoteReference(_) => self.words(),
            _ => {}
        }
    }

    fn enter(&mut self) {
        self.around
            .push(std::mem::take(&mut self.level));
    }

    fn leave(&mut self, at: usize) {
        self.reveal(at);
        self.level = self.around.pop().unwrap_or_default();
    }

    /// Ends the open element whose contents nobody sees.
    fn reveal(&mut self, at: usize) {
        if let Some((_, start)) = self.level.hidden.take()
            && start < at
        {
            self.found.hidden.push(start..at);
        }
    }

    fn html(&mut self, lines: &[(usize, Range<usize>)]) {
        let ranges: Vec<_> = lines
            .iter()
            .map(|(_, range)| range.clone())
            .collect();
        let written = Written {
            marked: Marked::of(self.context.body, &ranges),
            lines,
        };
        for token in tokens(&written.marked.html) {
            self.token(&token, &written);
        }
    }

    fn token(&mut self, token: &Token<usize>, written: &Written<'_>) {
        match token {
            Token::EndTag(tag) => self.end(tag, written),
            Token::StartTag(tag) if self.level.hidden.is_none() => self.start(tag, written),
            Token::String(text) => self.text(text_of(text)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.level.hidden.is_none() && !text.trim().is_empty() {
            self.words();
        }
    }

    /// Notes that the open elements have something in them to read.
    fn words(&mut self) {
        for open in self.level.open.iter().rev() {
            let element = open
                .element
                .and_then(|element| self.found.elements.get_mut(element));
            if let Some(element) = element {
                element.has_words = true;
            }
        }
    }

    fn start(&mut self, tag: &StartTag<usize>, written: &Written<'_>) {
        let name = text_of(&tag.name);
        let Some((piece, range)) = written.place(tag.span.start..tag.span.end) else {
            return;
        };
        let is_allowed = self.context.html == RawHtml::Allow || self.context.raw.allows(name);
        if is_allowed {
            self.element(tag, (piece, range), written);
        }
        if HIDDEN.contains(&name) {
            self.level.hidden = Some((tag.name.clone(), piece + 1));
        }
    }

    fn element(
        &mut self,
        tag: &StartTag<usize>,
        (piece, range): (usize, Range<usize>),
        written: &Written<'_>,
    ) {
        let name = text_of(&tag.name);
        let is_inner = name == "table"
            && self
                .level
                .open
                .iter()
                .any(|open| open.name == tag.name);
        let kind = if is_inner {
            ElementKind::Other
        } else {
            kind(name)
        };
        if tag.attributes.iter().any(is_name) {
            self.words();
        }
        let element = RawElement {
            piece,
            kind,
            tag: range,
            end: None,
            ids: ids(tag, written),
            addresses: self.addresses(tag, written),
            target: attribute(tag, if name == "img" { "src" } else { "href" })
                .map(|target| target.trim_ascii().to_owned()),
            alternative: placed(tag, "alt", written),
            no_language: placed(tag, "lang", written).filter(|lang| {
                // An empty one says that the language is unknown.
                !lang.value.is_empty() && !language::is_language(&lang.value)
            }),
            has_words: tag.attributes.iter().any(is_name),
        };
        let matters = kind != ElementKind::Other
            || !element.ids.is_empty()
            || !element.addresses.is_empty()
            || element.no_language.is_some();
        let index = matters.then_some(self.found.elements.len());
        self.found
            .elements
            .extend(matters.then_some(element));
        let is_open = is_inner || !matches!(kind, ElementKind::Picture | ElementKind::Other);
        if is_open && self.level.open.len() < DEEPEST_OPEN {
            self.level.open.push(OpenElement {
                name: tag.name.clone(),
                element: index.filter(|_| !is_inner),
            });
        }
    }

    /// Returns where an element leads, and notes where its addresses go.
    fn addresses(&mut self, tag: &StartTag<usize>, written: &Written<'_>) -> Vec<PlacedValue> {
        let mut addresses = Vec::new();
        for (key, value) in &tag.attributes {
            let (key, span) = (text_of(key), written.attribute(value));
            let target = text_of(value).trim_ascii();
            if !self.is_address(text_of(&tag.name), key, target) {
                continue;
            }
            let Some((piece, range)) = written.place(span.clone()) else {
                continue;
            };
            let with = SpliceKind::Address {
                attribute: key.to_owned(),
                target: target.to_owned(),
                range: range.clone(),
                has_language: attribute(tag, "hreflang").is_some(),
            };
            let is_unsafe = matches!(
                target::read(target, self.context.source),
                Err(TargetError::Scheme(_))
            );
            // The sanitiser removes what is unsafe; an attribute on several lines stays.
            if !is_unsafe && written.marked.in_file(span).len() == 1 {
                let range = with_space(self.context.body, &range);
                self.found
                    .splices
                    .push(Splice { piece, range, with });
            }
            addresses.extend((!target.is_empty()).then(|| PlacedValue {
                value: target.to_owned(),
                range,
            }));
        }
        addresses
    }

    /// Returns whether an attribute leads somewhere that is resolved.
    fn is_address(&self, element: &str, key: &str, target: &str) -> bool {
        let is_link = (element, key) == ("a", "href");
        if self.context.html != RawHtml::Allow {
            return is_link || (element, key) == ("img", "src");
        }
        matches!(key, "href" | "src" | "poster")
            && match target::read(target, self.context.source) {
                Ok(Target::File { .. }) | Err(TargetError::Outside) => true,
                Ok(Target::Anchor(_)) => is_link || target.is_empty() && element == "img",
                Ok(Target::External(_)) => is_link,
                // Whoever allows all HTML may run code.
                Err(TargetError::Scheme(_)) => false,
            }
    }

    fn end(&mut self, tag: &EndTag<usize>, written: &Written<'_>) {
        let Some((piece, range)) = written.place(tag.span.start..tag.span.end) else {
            return;
        };
        if let Some((hidden, _)) = &self.level.hidden {
            if *hidden == tag.name {
                self.reveal(piece);
            }
            return;
        }
        let open = &mut self.level.open;
        let Some(at) = open
            .iter()
            .rposition(|open| open.name == tag.name)
        else {
            return;
        };
        let element = open
            .drain(at..)
            .next()
            .and_then(|open| open.element);
        let element = element.and_then(|element| self.found.elements.get_mut(element));
        let Some(element) = element else { return };
        element.end = Some(range.clone());
        if element.kind == ElementKind::Table {
            let start = element.tag.start;
            let splices = [
                (element.piece, start..start, SpliceKind::TableStart),
                (piece, range.end..range.end, SpliceKind::TableEnd),
            ];
            let splices = splices.map(|(piece, range, with)| Splice { piece, range, with });
            self.found.splices.extend(splices);
        }
    }

    pub(super) fn finish(mut self, end: usize) -> RawElements {
        self.reveal(end);
        while !self.around.is_empty() {
            self.leave(end);
        }
        self.found
            .hidden
            .sort_by_key(|hidden| hidden.start);
        self.found
            .splices
            .sort_by_key(|splice| (splice.piece, splice.range.start));
        self.found
    }
}

impl Written<'_> {
    /// Returns the range of a whole attribute in the HTML.
    fn attribute(&self, value: &Spanned<HtmlString, usize>) -> Range<usize> {
        let start = value.span.start;
        start..attribute_end(&self.marked.html, start)
    }

    /// Returns the piece and the range of the body that a range of the HTML comes from.
    fn place(&self, range: Range<usize>) -> Option<(usize, Range<usize>)> {
        let parts = self.marked.in_file(range);
        let (start, end) = (parts.first()?.start, parts.last()?.end);
        let line = self
            .lines
            .partition_point(|(_, line)| line.end <= start);
        let (piece, _) = self.lines.get(line)?;
        Some((*piece, start..end))
    }
}

fn kind(name: &str) -> ElementKind {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => ElementKind::Heading(level - b'0'),
        b"a" => ElementKind::Link,
        b"img" => ElementKind::Picture,
        b"button" => ElementKind::Button,
        b"summary" => ElementKind::Summary,
        b"table" => ElementKind::Table,
        _ => ElementKind::Other,
    }
}

fn attribute<'t>(tag: &'t StartTag<usize>, name: &str) -> Option<&'t str> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(text_of(value))
}

/// Returns whether an attribute names its element for those who cannot see it.
fn is_name((key, value): (&HtmlString, &Spanned<HtmlString, usize>)) -> bool {
    let is_read = matches!(
        text_of(key),
        "alt" | "aria-label" | "aria-labelledby" | "title"
    );
    is_read && !text_of(value).trim().is_empty()
}

/// Returns an attribute with its place.
fn placed(tag: &StartTag<usize>, name: &str, written: &Written<'_>) -> Option<PlacedValue> {
    let value = tag.attributes.get(name.as_bytes())?;
    let (_, range) = written.place(written.attribute(value))?;
    Some(PlacedValue {
        value: text_of(value).to_owned(),
        range,
    })
}

/// Returns the identifiers of an element.
fn ids(tag: &StartTag<usize>, written: &Written<'_>) -> Vec<PlacedValue> {
    let is_link = text_of(&tag.name) == "a";
    let keys: &[&str] = if is_link { &["id", "name"] } else { &["id"] };
    let ids = keys
        .iter()
        .filter_map(|key| placed(tag, key, written))
        .filter(|id| !id.value.is_empty());
    let mut ids: Vec<PlacedValue> = ids.collect();
    // Older pages repeat the identifier as the name.
    ids.dedup_by(|second, first| second.value == first.value);
    ids
}

/// Extends the range of an attribute by the space before it, which goes with it.
fn with_space(body: &str, range: &Range<usize>) -> Range<usize> {
    let before = range.start.checked_sub(1);
    let space = before.filter(|at| body.as_bytes().get(*at) == Some(&b' '));
    space.unwrap_or(range.start)..range.end
}
