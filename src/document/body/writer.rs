//! Writes the pieces of a body, level by level: the page, each block, each note.

mod levels;
mod lines;
mod pictures;
mod raw;
mod tables;

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::elements::{
    element_end, escaped, escaped_address, heading, inline_start, is_line_break, is_quiet,
    is_quiet_end, line_start,
};
use super::fixed::{Fixed, fixed};
use super::holes::{Hole, Link, Message};
use super::notes::Notes;
use super::packed::{End, SegmentKind, Segments};
use super::raw::{Cleaning, Taken};
use super::text::PlacedText;
use super::{Block, Body};
use crate::config::RawHtml;
use crate::document::markdown::{Piece, PlacedPiece};
use crate::document::pass::PassContext;
use levels::{LevelKind, OpenLevel};
use pictures::OpenPicture;
use tables::{Row, TableState};

/// Writes a body, and returns what sanitising took out of it.
pub(crate) fn write(pass: PassContext<'_, '_>) -> (Body, Taken) {
    let mut writer = Writer::new(pass);
    for (at, (piece, range)) in pass.pieces.iter().enumerate() {
        match piece {
            Piece::Markdown(event) => writer.event(at, event, range),
            Piece::Open(head) => writer.open(at, head, range),
            Piece::Close => writer.close(),
        }
    }
    writer.finish()
}

/// Walks the pieces of a body and writes them.
struct Writer<'p, 't> {
    pass: PassContext<'p, 't>,
    /// Sanitises levels, if the body holds raw HTML.
    cleaning: Option<Cleaning<'p>>,
    /// The finished levels.
    packed: Vec<u8>,
    /// The innermost level.
    level: OpenLevel<'p, 't>,
    /// The levels around it, from the page inwards.
    around: Vec<OpenLevel<'p, 't>>,
    holes: Vec<Hole>,
    /// The blocks; `None` while open.
    blocks: Vec<Option<Block>>,
    notes: Notes<'t>,
    /// The number of open elements and blocks in which no glossary words are looked for.
    quiet: usize,
    /// Whether each open link is a hole.
    links: Vec<bool>,
    headings: u32,
    table: TableState<'p>,
    /// The open picture.
    picture: Option<OpenPicture>,
}

impl<'p, 't> Writer<'p, 't> {
    fn new(pass: PassContext<'p, 't>) -> Self {
        let file = pass.text.file();
        Self {
            pass,
            cleaning: needs_cleaning(&pass).then(|| Cleaning::new(pass.raw, file)),
            packed: Vec::with_capacity(file.len() / 4),
            level: OpenLevel::new(LevelKind::Page, false),
            around: Vec::new(),
            holes: Vec::new(),
            blocks: Vec::new(),
            notes: Notes::default(),
            quiet: 0,
            links: Vec::new(),
            headings: 0,
            table: TableState::default(),
            picture: None,
        }
    }

    fn finish(mut self) -> (Body, Taken) {
        let root = std::mem::take(&mut self.level.out);
        let root = self
            .cleaned(root, false)
            .finish(&mut self.packed);
        let taken = self
            .cleaning
            .map(Cleaning::taken)
            .unwrap_or_default();
        let body = Body {
            packed: self.packed.into_boxed_slice(),
            root,
            holes: self.holes.into_boxed_slice(),
            blocks: self
                .blocks
                .into_iter()
                .flatten()
                .collect(),
            notes: self.notes.finish(),
        };
        (body, taken)
    }

    fn out(&mut self) -> &mut Segments {
        &mut self.level.out
    }

    fn fixed(&mut self, html: Fixed) {
        self.out().fixed(html);
    }

    fn own(&mut self, html: &str) {
        self.out()
            .own(SegmentKind::Html, html);
    }

    /// Writes fixed HTML at the start of a line.
    fn line(&mut self, html: Fixed) {
        self.begin_line();
        self.fixed(html);
    }

    /// Writes HTML at the start of a line.
    fn own_line(&mut self, html: &str) {
        self.begin_line();
        self.own(html);
    }

    fn begin_line(&mut self) {
        if !self.out().at_line_start() {
            self.fixed(fixed!("\n"));
        }
    }

    fn hole(&mut self, hole: Hole) {
        let index = self.holes.len();
        self.holes.push(hole);
        self.out().hole(index);
    }

    /// Returns whether glossary words are looked for in text.
    fn kind(&self) -> SegmentKind {
        if self.quiet == 0 {
            SegmentKind::Text
        } else {
            SegmentKind::Html
        }
    }

    fn event(&mut self, at: usize, event: &'p Event<'t>, range: &'p Range<usize>) {
        if self.picture.is_some() {
            return self.alternative(at, event);
        }
        match event {
            Event::Start(tag) => {
                self.quiet += usize::from(is_quiet(tag));
                self.start(at, tag, range);
            }
            Event::End(end) => {
                self.quiet -= usize::from(is_quiet_end(*end));
                self.end(*end);
            }
            Event::Text(text) => self.text(at, text, range),
            Event::Code(text) => self.code(text, range),
            Event::Html(html) | Event::InlineHtml(html) => self.html(at, html, range),
            Event::SoftBreak => self.soft_break(at),
            Event::HardBreak => self.fixed(fixed!("<br />\n")),
            Event::Rule => self.line(fixed!("<hr />\n")),
            Event::FootnoteReference(name) => {
                let html = self.notes.reference(name.clone());
                self.own(&html);
            }
            Event::TaskListMarker(is_done) => self.task(*is_done),
            // The parser's mathematics is never turned on.
            Event::InlineMath(text) | Event::DisplayMath(text) => {
                PlacedText::code(text, None).escaped(self.out());
            }
        }
    }

    fn start(&mut self, at: usize, tag: &'p Tag<'t>, range: &Range<usize>) {
        if is_task_list(self.pass.pieces, at, tag) {
            return self.fixed(fixed!("<ul class=\"task-list\">\n"));
        }
        if let Some(html) = line_start(tag) {
            return self.line(html);
        }
        if let Some(html) = inline_start(tag) {
            return self.fixed(html);
        }
        match tag {
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => self.email(dest_url),
            Tag::Link {
                dest_url, title, ..
            } => self.link(dest_url, title, range),
            Tag::Image {
                dest_url, title, ..
            } => self.start_picture(dest_url, title, range),
            tag => self.start_block(at, tag),
        }
    }

    /// Starts an element that is not inline.
    fn start_block(&mut self, at: usize, tag: &'p Tag<'t>) {
        match tag {
            Tag::Heading {
                level, id, classes, ..
            } => {
                self.headings += 1;
                let id = self
                    .pass
                    .ids
                    .of(at)
                    .map(|id| &**id)
                    .or(id.as_deref());
                self.own_line(&heading(*level, id, classes));
            }
            Tag::BlockQuote(Some(kind)) => self.alert(*kind),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::FootnoteDefinition(name) => self.enter(LevelKind::Note(name.clone())),
            Tag::List(Some(start)) => self.own_line(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => self.item(at),
            Tag::Table(columns) => self.start_table(columns),
            Tag::TableHead => self.start_row(Row::Head),
            Tag::TableRow => self.start_row(Row::Body),
            Tag::TableCell => self.start_cell(),
            // The others have no start tag, or are never turned on.
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::FootnoteDefinition => self.define(),
            TagEnd::Table => self.end_table(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Link if self.links.pop() == Some(false) => self.fixed(fixed!("</a>")),
            TagEnd::Link => self.out().end(End::Link),
            end => {
                if let Some(html) = element_end(end) {
                    self.fixed(html);
                }
            }
        }
    }

    /// Starts an item; a step has an identifier.
    fn item(&mut self, at: usize) {
        match self.pass.ids.of(at) {
            Some(id) => self.own(&format!("<li id=\"{}\">", escaped(id))),
            None => self.line(fixed!("<li>")),
        }
    }

    fn task(&mut self, is_done: bool) {
        self.fixed(match is_done {
            true => fixed!("<span class=\"task task-done\">☑</span> "),
            false => fixed!("<span class=\"task\">☐</span> "),
        });
    }

    fn link(&mut self, target: &str, title: &str, range: &Range<usize>) {
        self.links.push(true);
        self.hole(Hole::Link(Link {
            target: target.into(),
            title: (!title.is_empty()).then(|| Box::new(title.to_owned())),
            span: self.pass.text.span(range),
        }));
    }

    fn email(&mut self, address: &str) {
        self.links.push(false);
        self.own(&format!("<a href=\"mailto:{}\">", escaped_address(address)));
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let (class, key, fallback) = match kind {
            BlockQuoteKind::Note => ("note", "alert-note", "Note"),
            BlockQuoteKind::Tip => ("tip", "alert-tip", "Tip"),
            BlockQuoteKind::Important => ("important", "alert-important", "Important"),
            BlockQuoteKind::Warning => ("warning", "alert-warning", "Warning"),
            BlockQuoteKind::Caution => ("caution", "alert-caution", "Caution"),
        };
        self.own_line(&format!(
            "<blockquote class=\"markdown-alert-{class}\">\n<p class=\"markdown-alert-title\">"
        ));
        self.hole(Hole::Message(Message { key, fallback }));
        self.fixed(fixed!("</p>\n"));
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info
                .split(' ')
                .next()
                .unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        match language {
            "" => self.line(fixed!("<pre><code>")),
            _ => self.own_line(&format!(
                "<pre><code class=\"language-{}\">",
                escaped(language)
            )),
        }
    }
}

/// Returns whether a body holds raw HTML that must be sanitised.
fn needs_cleaning(pass: &PassContext<'_, '_>) -> bool {
    let is_raw = |(piece, _): &PlacedPiece<'_>| match piece {
        Piece::Markdown(Event::Html(_)) => true,
        Piece::Markdown(Event::InlineHtml(html)) => !is_line_break(html),
        _ => false,
    };
    pass.html == RawHtml::Sanitise && pass.pieces.iter().any(is_raw)
}

/// Returns whether a task list begins at a piece. The checkbox follows the start of the first item,
/// and of its paragraph if the list is loose.
fn is_task_list(pieces: &[PlacedPiece<'_>], at: usize, tag: &Tag<'_>) -> bool {
    let is_box =
        |(piece, _): &PlacedPiece<'_>| matches!(piece, Piece::Markdown(Event::TaskListMarker(_)));
    matches!(tag, Tag::List(None))
        && pieces
            .iter()
            .skip(at + 1)
            .take(3)
            .any(is_box)
}
