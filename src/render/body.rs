//! Bodies: Markdown and blocks become HTML, with links led to their routes.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use rustc_hash::FxHashMap;
use tera::value::Key as MapKey;
use tera::{Context, Value};

use super::{Renderer, suffix};
use crate::config::{Markdown, RawHtml};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Entry;
use crate::document::blocks::{Form, Head};
use crate::document::markdown::{Body, Masked, Piece};
use crate::document::target::{self, Target};
use crate::site::{Reader, Resolved, Written};
use crate::source::{Hash, Span};
use crate::theme::Theme;

/// Where a body stands in a site.
pub(super) struct Surroundings<'a> {
    pub(super) renderer: &'a Renderer,
    /// None where it cannot be used; then the body is read for what is wrong in it alone.
    pub(super) theme: Option<&'a Theme>,
    pub(super) entry: &'a Entry,
    /// What leads from the page to the output's root.
    pub(super) root: &'a str,
    /// The page as templates see it.
    pub(super) page: &'a Value,
    /// Where the body starts in its file, in bytes.
    pub(super) offset: usize,
}

/// A character around what stands for a finished block while the Markdown around it is cleaned; in Unicode it means nothing.
/// A document may bring it in, be it as `&#xF8FF;`, but not with the hash of the document itself, which follows it.
const MARK: char = '\u{F8FF}';

/// How many hexadecimal digits of the hash a mark bears: 128 bits, which nobody finds by trying.
const MARK_DIGITS: usize = 32;

/// Keeps a label from being read as a list or heading, so that it is text within a line.
/// It is punctuation (the word separator middle dot), beside which `_` and `*` open as at the start of a line.
const GUARD: char = '\u{2E31}';

/// Returns plain Markdown as HTML: without a site, links and identifiers stay as they are written.
pub fn plain(text: &str, markdown: Markdown) -> String {
    html(text, markdown, None, &mut Vec::new())
}

/// Turns a body into HTML.
pub(super) fn html(text: &str, markdown: Markdown, surroundings: Option<&Surroundings<'_>>, found: &mut Vec<Diagnostic>) -> String {
    let masked = Masked::new(text, markdown);
    let Body { pieces, .. } = masked.read();
    let has_html = pieces.iter().any(|(piece, _)| matches!(piece, Piece::Markdown(Event::Html(_) | Event::InlineHtml(_))));
    let mut writer = Writer {
        text,
        surroundings,
        raw: has_html.then_some(markdown.html),
        mark: if has_html { format!("{MARK}{}-", &Hash::of(text.as_bytes()).hex()[..MARK_DIGITS]) } else { String::new() },
        found,
        levels: vec![Level::default()],
        dropped: Vec::new(),
        columns: Vec::new(),
        cell: Cell::default(),
        headings: 0,
        blocks: 0,
        notes: Notes::default(),
        finished: Vec::new(),
    };
    let task_lists = task_lists(&pieces);
    for (at, (piece, range)) in pieces.into_iter().enumerate() {
        match task_lists.binary_search(&at) {
            Ok(_) => writer.raw_html("<ul class=\"task-list\">\n"),
            Err(_) => writer.piece(piece, range),
        }
    }
    writer.finish()
}

/// Finds the lists whose items can be ticked off, by the places of their starts.
fn task_lists(pieces: &[(Piece<'_>, Range<usize>)]) -> Vec<usize> {
    let is_list = |piece: &Piece<'_>| matches!(piece, Piece::Markdown(Event::Start(Tag::List(None))));
    let is_box = |piece: &Piece<'_>| matches!(piece, Piece::Markdown(Event::TaskListMarker(_)));
    // The box comes after the start of the item, and of its paragraph where the list is loose.
    let begins_with_box = |at: usize| pieces[at + 1..].iter().take(3).any(|(piece, _)| is_box(piece));
    (0..pieces.len()).filter(|at| is_list(&pieces[*at].0) && begins_with_box(*at)).collect()
}

/// Returns the cleaner of raw HTML: what ammonia allows, and what pakt's own HTML needs.
pub(super) fn sanitiser() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    builder
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
        .link_rel(None)
        .url_schemes(["http", "https", "mailto", "tel", "sms", "geo"].into())
        .attribute_filter(|element, attribute, value| {
            let is_foreign = element == "img" && attribute == "src" && leads_elsewhere(value);
            // A block whose mark got into an attribute would end it.
            (!is_foreign && !value.contains(MARK)).then_some(value.into())
        });
    builder
}

/// Tells whether a browser would ask another site for `address`: it drops tabs and line ends, and takes `\` for `/` (WHATWG, URL, 4.4).
fn leads_elsewhere(address: &str) -> bool {
    let address: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let address = address.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).replace('\\', "/");
    address.starts_with("//") || address.find(':').is_some_and(|colon| !address[..colon].contains(['/', '?', '#']))
}

/// The events of one block, or of the body itself.
#[derive(Default)]
struct Level<'a> {
    events: Vec<Event<'a>>,
    head: Option<(Box<Head>, usize, Range<usize>)>,
    /// The footnote that is being defined.
    note: Option<CowStr<'a>>,
}

/// Turns pieces into events of plain HTML, level by level.
struct Writer<'a, 's, 'f> {
    text: &'a str,
    surroundings: Option<&'s Surroundings<'s>>,
    /// What becomes of raw HTML, if the body holds any.
    raw: Option<RawHtml>,
    /// What the marks of finished blocks start with.
    mark: String,
    found: &'f mut Vec<Diagnostic>,
    levels: Vec<Level<'a>>,
    /// Whether each open link or image becomes its text alone.
    dropped: Vec<bool>,
    columns: Vec<Alignment>,
    cell: Cell,
    headings: usize,
    blocks: usize,
    notes: Notes<'a>,
    /// Finished blocks, for which marks stand.
    finished: Vec<String>,
}

/// Footnotes in the order in which the text refers to them.
#[derive(Default)]
struct Notes<'a> {
    numbers: FxHashMap<CowStr<'a>, usize>,
    references: BTreeMap<usize, usize>,
    texts: BTreeMap<usize, String>,
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

impl<'a> Writer<'a, '_, '_> {
    fn piece(&mut self, piece: Piece<'a>, range: Range<usize>) {
        match piece {
            Piece::Markdown(event) => self.event(event, range),
            Piece::Open(head) => self.open(head, range),
            Piece::Close => self.close(),
        }
    }

    fn push(&mut self, event: Event<'a>) {
        if let Some(level) = self.levels.last_mut() {
            level.events.push(event);
        }
    }

    fn raw_html(&mut self, html: impl Into<CowStr<'a>>) {
        self.push(Event::InlineHtml(html.into()));
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
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
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, title, range),
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
                self.raw_html("<table>");
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
                if self.dropped.pop() != Some(true) {
                    self.push(Event::End(end));
                }
            }
            TagEnd::FootnoteDefinition => self.define(),
            TagEnd::Table => self.raw_html("</tbody></table>\n"),
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

/// Links and images.
impl<'a> Writer<'a, '_, '_> {
    fn link(&mut self, link_type: LinkType, target: &str, title: CowStr<'a>, range: Range<usize>) {
        if link_type == LinkType::Email {
            self.dropped.push(false);
            return self.push(Event::Start(Tag::Link { link_type, dest_url: target.to_owned().into(), title, id: "".into() }));
        }
        match self.address(target, range) {
            Some((link, None)) => {
                self.dropped.push(false);
                self.push(Event::Start(Tag::Link { link_type, dest_url: link.into(), title, id: "".into() }));
            }
            Some((link, Some(language))) => {
                self.dropped.push(false);
                let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&title)) };
                self.raw_html(format!("<a href=\"{}\" hreflang=\"{language}\"{title}>", escaped(&link)));
            }
            None => self.dropped.push(true),
        }
    }

    /// Returns the link to an image; one on another site would make every reader ask that site.
    fn image(&mut self, target: &str, range: Range<usize>) -> Option<String> {
        let is_foreign = |around: &Surroundings<'_>| matches!(target::read(target, &around.entry.source), Ok(Target::External(_)));
        if self.surroundings.is_some_and(is_foreign) {
            self.report(Code::ExternalImage, range, |finding| finding.arg("target", target));
            return None;
        }
        self.address(target, range).map(|(link, _)| link)
    }

    /// Returns the link to what a target names, and the language there if it is another; reports what leads nowhere.
    fn address(&mut self, text: &str, range: Range<usize>) -> Option<(String, Option<String>)> {
        let Some(around) = self.surroundings else { return Some((text.to_owned(), None)) };
        let site = around.renderer.site();
        // What cannot be read as a target has been reported by the document itself.
        let target = target::read(text, &around.entry.source).ok()?;
        let reader = Reader { variant: around.entry.position.variant, document: Some(around.entry) };
        match site.resolve(reader, &target) {
            Ok(Resolved::External) => Some((text.to_owned(), None)),
            Ok(Resolved::Here) => Some((suffix(&target), None)),
            Ok(Resolved::There { route, language }) => {
                let link = format!("{}{}{}", around.root, site.link_to(route), suffix(&target));
                Some((link, language.map(|language| language.to_string())))
            }
            Err(why) => {
                let place = self.place(around, range);
                self.found.push(site.explain_missing(why, reader, &target, Written { text, place }));
                None
            }
        }
    }

    fn report(&mut self, code: Code, range: Range<usize>, finish: impl FnOnce(Diagnostic) -> Diagnostic) {
        if let Some(around) = self.surroundings {
            let place = self.place(around, range);
            self.found.push(finish(Diagnostic::new(code, place)));
        }
    }

    fn place(&self, around: &Surroundings<'_>, range: Range<usize>) -> Place {
        let end = range.start + self.text[range.clone()].trim_end().len();
        Place::at(&around.entry.source, Span::new(range.start..end).shifted(around.offset))
    }
}

/// Footnotes and alerts.
impl<'a> Writer<'a, '_, '_> {
    fn reference(&mut self, name: CowStr<'a>) {
        let number = self.notes.number(name);
        let count = self.notes.references.entry(number).or_default();
        *count += 1;
        let id = note_reference(number, *count);
        self.raw_html(format!(
            "<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    fn define(&mut self) {
        if let Some(Level { events, note: Some(name), .. }) = self.levels.pop() {
            let number = self.notes.number(name);
            let text = self.level_html(events);
            self.notes.texts.insert(number, text);
        }
    }

    fn alert_title(&mut self, kind: BlockQuoteKind) {
        let (key, own) = match kind {
            BlockQuoteKind::Note => ("alert-note", "Note"),
            BlockQuoteKind::Tip => ("alert-tip", "Tip"),
            BlockQuoteKind::Important => ("alert-important", "Important"),
            BlockQuoteKind::Warning => ("alert-warning", "Warning"),
            BlockQuoteKind::Caution => ("alert-caution", "Caution"),
        };
        let title = self.surroundings.and_then(|around| around.word(key)).unwrap_or_else(|| own.to_owned());
        self.raw_html(format!("<p class=\"markdown-alert-title\">{}</p>\n", escaped(&title)));
    }

    fn notes_html(&mut self) -> String {
        let notes = std::mem::take(&mut self.notes);
        if notes.texts.is_empty() {
            return String::new();
        }
        let back = self.surroundings.and_then(|around| around.word("footnote-back")).unwrap_or_else(|| "↩".to_owned());
        let mut html = String::from("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (number, text) in notes.texts {
            html.push_str(&format!("<li id=\"fn-{number}\">\n{text}"));
            let count = notes.references.get(&number).copied().unwrap_or_default();
            let link = |time: usize| {
                let id = note_reference(number, time);
                format!("<a href=\"#{id}\" role=\"doc-backlink\" aria-label=\"{} {number}\">↩</a>", escaped(&back))
            };
            if count > 0 {
                html.push_str(&format!("<p class=\"footnote-back\">{}</p>\n", (1..=count).map(link).collect::<Vec<_>>().join(" ")));
            }
            html.push_str("</li>\n");
        }
        html.push_str("</ol>\n</section>\n");
        html
    }
}

impl<'a> Notes<'a> {
    fn number(&mut self, name: CowStr<'a>) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name).or_insert(next)
    }
}

fn note_reference(number: usize, time: usize) -> String {
    if time == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{time}") }
}

/// Blocks.
impl<'a> Writer<'a, '_, '_> {
    fn open(&mut self, head: Box<Head>, range: Range<usize>) {
        let index = self.blocks;
        self.blocks += 1;
        match head.form {
            Form::Container | Form::Inline => self.levels.push(Level { head: Some((head, index, range)), ..Level::default() }),
            Form::Line => {
                let title = head.label.clone().map(|label| self.label(label));
                let html = self.block((&head, index, range), title.as_deref(), "");
                self.keep(html, Form::Line);
            }
        }
    }

    fn close(&mut self) {
        let Some(Level { events, head: Some((head, index, range)), .. }) = self.levels.pop() else { return };
        let body = self.level_html(events);
        let form = head.form;
        let html = match form {
            Form::Inline => self.block((&head, index, range), Some(&body), ""),
            Form::Container | Form::Line => {
                let title = head.label.clone().map(|label| self.label(label));
                self.block((&head, index, range), title.as_deref(), body.trim_end())
            }
        };
        self.keep(html, form);
    }

    /// Puts a finished block into the level around it: as it is, or as a mark while raw HTML there is cleaned.
    fn keep(&mut self, html: String, form: Form) {
        let html = if self.raw == Some(RawHtml::Sanitise) {
            self.finished.push(html);
            format!("{}{}{MARK}", self.mark, self.finished.len() - 1)
        } else {
            html
        };
        self.raw_html(if form == Form::Inline { html } else { html + "\n" });
    }

    /// Renders the template of a block; an unknown block becomes what is in it.
    fn block(&mut self, (head, index, range): (&Head, usize, Range<usize>), title: Option<&str>, body: &str) -> String {
        let Some(around) = self.surroundings else { return body.to_owned() };
        if let Some(theme) = around.theme.filter(|theme| !theme.has_template(&format!("blocks/{}.html", head.name))) {
            let known: Vec<&str> = theme.blocks().collect();
            self.report(Code::UnknownBlock, range, |finding| finding.arg("name", &head.name).nearest(&head.name, known));
            return body.to_owned();
        }
        let mut attributes = tera::Map::new();
        for attribute in &head.attributes {
            let value = match attribute.key.as_str() {
                "href" => self.address(&attribute.value, attribute.range.clone()).map(|(link, _)| link),
                "src" => self.image(&attribute.value, attribute.range.clone()),
                _ => Some(attribute.value.clone()),
            };
            if let Some(value) = value {
                attributes.insert(MapKey::String(attribute.key.as_str().into()), Value::normal_string(&value));
            }
        }
        let Some(theme) = around.theme else { return body.to_owned() };
        let id = around.entry.blocks.get(index).map_or("", |block| &*block.id);
        let mut context = Context::new();
        context.insert_value("name", Value::normal_string(&head.name));
        context.insert_value("id", Value::normal_string(id));
        context.insert_value("form", Value::normal_string(head.form.name()));
        context.insert_value("title", title.map_or_else(Value::none, Value::safe_string));
        context.insert_value("attrs", Value::from(attributes));
        context.insert_value("body", Value::safe_string(body));
        context.insert_value("page", around.page.clone());
        context.insert_value("root", Value::normal_string(around.root));
        match around.renderer.block(theme, &head.name, context, around.entry) {
            Ok(html) => html.trim().to_owned(),
            Err(finding) => {
                self.found.push(finding);
                String::new()
            }
        }
    }

    /// Turns the label of a block into HTML within a line.
    fn label(&mut self, label: Range<usize>) -> String {
        let source = format!("{GUARD}{}", &self.text[label]);
        let options = Options::ENABLE_STRIKETHROUGH;
        let events = Parser::new_ext(&source, options).filter(|event| match event {
            Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough),
            Event::End(end) => matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough),
            Event::Text(_) | Event::Code(_) => true,
            _ => false,
        });
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, events);
        html.strip_prefix(GUARD).map(str::to_owned).unwrap_or(html)
    }
}

/// From events to HTML.
impl<'a> Writer<'a, '_, '_> {
    fn level_html(&mut self, events: Vec<Event<'a>>) -> String {
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

    fn finish(mut self) -> String {
        let events = self.levels.drain(..).flat_map(|level| level.events).collect();
        let body = self.level_html(events);
        body + &self.notes_html()
    }
}

impl Surroundings<'_> {
    /// Returns one of the theme's words in the page's language.
    fn word(&self, key: &str) -> Option<String> {
        let language = self.renderer.site().config().languages.get(self.entry.position.variant.language)?;
        self.theme?.words.get(&*language.code)?.get(key, &[])
    }
}

/// Escapes a text for HTML, attributes included.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}
