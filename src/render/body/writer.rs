//! From pieces to events of plain HTML, level by level, and from events to HTML.

use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd};

use super::notes::Notes;
use super::terms::{is_unlinked, is_unlinked_end};
use super::{MARK, Surroundings};
use crate::config::RawHtml;
use crate::diagnostic::Diagnostic;
use crate::document::blocks::Head;
use crate::document::markdown::Piece;
use crate::render::escaped;
use crate::source::Hash;

/// How many hexadecimal digits of the hash a mark bears: 128 bits, which nobody finds by trying.
const MARK_DIGITS: usize = 32;

/// Turns pieces into events of plain HTML, level by level.
pub(super) struct Writer<'a, 's, 'f> {
    pub(super) text: &'a str,
    pub(super) surroundings: Option<&'s Surroundings<'s>>,
    /// What becomes of raw HTML, if the body holds any.
    pub(super) raw: Option<RawHtml>,
    /// What the marks of finished blocks start with.
    pub(super) mark: String,
    pub(super) found: &'f mut Vec<Diagnostic>,
    pub(super) levels: Vec<Level<'a>>,
    /// Whether each open link or image becomes its text alone.
    pub(super) dropped: Vec<bool>,
    /// What each open link ends with: a word about where it leads.
    pub(super) signs: Vec<Option<String>>,
    pub(super) tables: usize,
    /// How many elements and blocks are open whose words lead nowhere.
    pub(super) unlinked: usize,
    /// The terms of the glossary that the page has used.
    pub(super) explained: Vec<usize>,
    columns: Vec<Alignment>,
    cell: Cell,
    pub(super) headings: usize,
    pub(super) blocks: usize,
    pub(super) notes: Notes<'a>,
    /// Finished blocks, for which marks stand.
    pub(super) finished: Vec<String>,
}

/// The events of one block, or of the body itself.
#[derive(Default)]
pub(super) struct Level<'a> {
    pub(super) events: Vec<Event<'a>>,
    pub(super) head: Option<(Box<Head>, usize, Range<usize>)>,
    /// The footnote that is being defined.
    pub(super) note: Option<CowStr<'a>>,
    /// How many lists are open.
    pub(super) lists: usize,
    /// How many steps have begun.
    pub(super) steps: usize,
}

/// The cell of a table that comes next.
#[derive(Clone, Copy, Default)]
struct Cell {
    head: bool,
    column: usize,
}

impl Cell {
    /// Returns its start tag; alignment is a class, since no page has inline styles.
    fn start(self, columns: &[Alignment]) -> &'static str {
        match (self.head, columns.get(self.column)) {
            (true, Some(Alignment::Left)) => "<th scope=\"col\" class=\"align-left\">",
            (true, Some(Alignment::Center)) => "<th scope=\"col\" class=\"align-center\">",
            (true, Some(Alignment::Right)) => "<th scope=\"col\" class=\"align-right\">",
            (true, _) => "<th scope=\"col\">",
            (false, Some(Alignment::Left)) => "<td class=\"align-left\">",
            (false, Some(Alignment::Center)) => "<td class=\"align-center\">",
            (false, Some(Alignment::Right)) => "<td class=\"align-right\">",
            (false, _) => "<td>",
        }
    }
}

impl<'a, 's, 'f> Writer<'a, 's, 'f> {
    /// Starts a body; `raw` tells what becomes of raw HTML, if the body holds any.
    pub(super) fn new(
        text: &'a str,
        raw: Option<RawHtml>,
        surroundings: Option<&'s Surroundings<'s>>,
        found: &'f mut Vec<Diagnostic>,
    ) -> Self {
        let mark = if raw.is_some() { format!("{MARK}{}-", &Hash::of(text.as_bytes()).hex()[..MARK_DIGITS]) } else { String::new() };
        Self {
            text,
            surroundings,
            raw,
            mark,
            found,
            levels: vec![Level::default()],
            dropped: Vec::new(),
            signs: Vec::new(),
            tables: 0,
            columns: Vec::new(),
            cell: Cell::default(),
            headings: 0,
            blocks: 0,
            notes: Notes::default(),
            unlinked: 0,
            explained: Vec::new(),
            finished: Vec::new(),
        }
    }
}

impl<'a> Writer<'a, '_, '_> {
    pub(super) fn piece(&mut self, piece: Piece<'a>, range: Range<usize>) {
        match piece {
            Piece::Markdown(event) => self.event(event, range),
            Piece::Open(head) => self.open(head, range),
            Piece::Close => self.close(),
        }
    }

    pub(super) fn push(&mut self, event: Event<'a>) {
        if let Some(level) = self.levels.last_mut() {
            level.events.push(event);
        }
    }

    pub(super) fn raw_html(&mut self, html: impl Into<CowStr<'a>>) {
        self.push(Event::InlineHtml(html.into()));
    }

    pub(super) fn task_list(&mut self) {
        self.enter_list();
        self.raw_html("<ul class=\"task-list\">\n");
    }

    fn enter_list(&mut self) {
        self.levels.iter_mut().rev().take(1).for_each(|level| level.lists += 1);
    }

    /// Returns the identifier of the item that begins, if it is a step.
    fn step(&mut self) -> Option<String> {
        let level = self.levels.last_mut().filter(|level| level.lists == 1)?;
        let (_, block, _) = level.head.as_ref()?;
        let id = self.surroundings?.entry.blocks.get(*block)?.steps.get(level.steps)?;
        level.steps += 1;
        Some(id.to_string())
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match &event {
            Event::Start(tag) => self.unlinked += usize::from(is_unlinked(tag)),
            Event::End(end) => self.unlinked -= usize::from(is_unlinked_end(*end)),
            _ => {}
        }
        match event {
            Event::Text(text) => self.words(text),
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end),
            Event::Html(html) | Event::InlineHtml(html) if self.raw == Some(RawHtml::Escape) => self.push(Event::Text(html)),
            Event::Html(html) | Event::InlineHtml(html) => self.push(Event::InlineHtml(html)),
            Event::FootnoteReference(name) => self.reference(name),
            Event::TaskListMarker(done) => {
                self.raw_html(if done { "<span class=\"task task-done\">☑</span> " } else { "<span class=\"task\">☐</span> " });
            }
            event => self.push(event),
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, id, classes, .. } => {
                let known = self.surroundings.and_then(|around| around.entry.headings.get(self.headings));
                let id = known.map_or(id, |heading| Some(heading.id.to_string().into()));
                self.headings += 1;
                self.push(Event::Start(Tag::Heading { level, id, classes, attrs: Vec::new() }));
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let sign = self.sign(link_type, &dest_url);
                self.signs.push(sign);
                self.link(link_type, &dest_url, title, range);
            }
            Tag::List(_) => {
                self.enter_list();
                self.push(Event::Start(tag));
            }
            Tag::Item => match self.step() {
                Some(id) => self.raw_html(format!("<li id=\"{}\">", escaped(&id))),
                None => self.push(Event::Start(tag)),
            },
            Tag::Image { link_type, dest_url, title, id } => match self.image(&dest_url, range) {
                Some(link) => {
                    self.dropped.push(false);
                    self.push(Event::Start(Tag::Image { link_type, dest_url: link.into(), title, id }));
                }
                None => self.dropped.push(true),
            },
            Tag::BlockQuote(Some(kind)) => {
                self.push(Event::Start(Tag::BlockQuote(Some(kind))));
                self.alert_title(kind);
            }
            Tag::FootnoteDefinition(name) => self.levels.push(Level { note: Some(name), ..Level::default() }),
            Tag::Table(columns) => {
                self.columns = columns;
                let start = self.table_start();
                self.raw_html(start);
            }
            Tag::TableHead => {
                self.cell = Cell { head: true, column: 0 };
                self.raw_html("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = Cell { head: false, column: 0 };
                self.raw_html("<tr>");
            }
            Tag::TableCell => self.raw_html(self.cell.start(&self.columns)),
            tag => self.push(Event::Start(tag)),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link | TagEnd::Image => {
                let sign = if end == TagEnd::Link { self.signs.pop().flatten() } else { None };
                if self.dropped.pop() != Some(true) {
                    if let Some(sign) = sign {
                        self.raw_html(sign);
                    }
                    self.push(Event::End(end));
                }
            }
            TagEnd::FootnoteDefinition => self.define(),
            TagEnd::Table => {
                let end = self.table_end();
                self.raw_html(end);
            }
            TagEnd::List(_) => {
                self.levels.iter_mut().rev().take(1).for_each(|level| level.lists = level.lists.saturating_sub(1));
                self.push(Event::End(end));
            }
            TagEnd::TableHead => self.raw_html("</tr></thead><tbody>\n"),
            TagEnd::TableRow => self.raw_html("</tr>\n"),
            TagEnd::TableCell => {
                self.cell.column += 1;
                self.raw_html(if self.cell.head { "</th>" } else { "</td>" });
            }
            end => self.push(Event::End(end)),
        }
    }
}

/// From events to HTML.
impl<'a> Writer<'a, '_, '_> {
    pub(super) fn level_html(&mut self, events: Vec<Event<'a>>) -> String {
        let mut html = String::with_capacity(events.len() * 24);
        pulldown_cmark::html::push_html(&mut html, events.into_iter());
        match (self.raw, self.surroundings) {
            (Some(RawHtml::Sanitise), Some(around)) => self.filled(&around.renderer.sanitiser.clean(&html).to_string()),
            _ => html,
        }
    }

    /// Puts finished blocks back where their marks are.
    fn filled(&self, html: &str) -> String {
        let mut parts = html.split(&self.mark);
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (index, rest) = part.split_once(MARK).unwrap_or(("", part));
            filled.extend(index.parse().ok().and_then(|index: usize| self.finished.get(index)).map(String::as_str));
            filled.push_str(rest);
        }
        filled
    }

    pub(super) fn finish(mut self) -> String {
        let events = self.levels.drain(..).flat_map(|level| level.events).collect();
        let body = self.level_html(events);
        body + &self.notes_html()
    }
}
