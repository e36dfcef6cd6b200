//! From pieces to a body, level by level: the page, each block, each note.

mod levels;

use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd,
};
use pulldown_cmark_escape::{escape_href, escape_html};

use super::fixed::{Fixed, fixed};
use super::holes::{Hole, Link, Picture, Words};
use super::notes::Notes;
use super::packed::{End, Kind, Segments};
use super::raw::{Cleaning, Raw, Taken};
use super::text::{PlacedText, changes_of, set};
use super::{Block, Body};
use crate::config::RawHtml;
use crate::document::ThemeFacts;
use crate::document::blocks::Head;
use crate::document::ids::Ids;
use crate::document::markdown::{self, Change, Piece};
use crate::source::Span;

/// What a body is made of: its pieces, and what passes over them found.
#[derive(Clone, Copy)]
pub(in crate::document) struct Passes<'p, 't> {
    /// The whole file.
    pub(in crate::document) file: &'t str,
    /// Where the body begins in it, in bytes.
    pub(in crate::document) offset: usize,
    pub(in crate::document) pieces: &'p [(Piece<'t>, Range<usize>)],
    pub(in crate::document) changes: &'p [Change],
    pub(in crate::document) ids: &'p Ids,
    pub(in crate::document) themes: &'p ThemeFacts,
    /// The language by whose rules the text is set, if it is.
    pub(in crate::document) typography: Option<&'p str>,
    /// What becomes of raw HTML.
    pub(in crate::document) html: RawHtml,
    pub(in crate::document) raw: &'p Raw,
}

/// Writes a body. Also returns what cleaning took out of it.
pub(in crate::document) fn write(passes: Passes<'_, '_>) -> (Body, Taken) {
    let is_html = |piece: &Piece<'_>| match piece {
        Piece::Markdown(Event::Html(_)) => true,
        Piece::Markdown(Event::InlineHtml(html)) => !is_line_break(html),
        _ => false,
    };
    let cleans =
        passes.html == RawHtml::Sanitise && passes.pieces.iter().any(|(piece, _)| is_html(piece));
    let task_lists = task_lists(passes.pieces);
    let mut writer = Writer {
        passes,
        cleaning: cleans.then(|| Cleaning::new(passes.raw, passes.file)),
        packed: Vec::with_capacity(passes.file.len() / 4),
        levels: vec![Open {
            out: Segments::default(),
            quiet_around: false,
            what: What::Page,
        }],
        holes: Vec::new(),
        blocks: Vec::new(),
        notes: Notes::default(),
        quiet: 0,
        links: Vec::new(),
        tables: 0,
        headings: 0,
        columns: &[],
        cell: Cell::default(),
        picture: None,
    };
    for (at, (piece, range)) in passes.pieces.iter().enumerate() {
        match piece {
            Piece::Markdown(Event::Start(Tag::List(None)))
                if task_lists.binary_search(&at).is_ok() =>
            {
                writer.out().fixed(fixed!("<ul class=\"task-list\">\n"));
            }
            Piece::Markdown(event) => writer.event(at, event, range),
            Piece::Open(head) => writer.open(at, head, range),
            Piece::Close => writer.close(),
        }
    }
    writer.finish()
}

/// Finds the lists whose items can be ticked off, by the places of their starts.
fn task_lists(pieces: &[(Piece<'_>, Range<usize>)]) -> Vec<usize> {
    let is_list =
        |piece: &Piece<'_>| matches!(piece, Piece::Markdown(Event::Start(Tag::List(None))));
    let is_box = |piece: &Piece<'_>| matches!(piece, Piece::Markdown(Event::TaskListMarker(_)));
    // The box comes after the start of the item, and of its paragraph where the list is loose.
    let begins_with_box = |at: usize| {
        pieces[at + 1..]
            .iter()
            .take(3)
            .any(|(piece, _)| is_box(piece))
    };
    (0..pieces.len())
        .filter(|at| is_list(&pieces[*at].0) && begins_with_box(*at))
        .collect()
}

/// Walks the pieces of a body and writes them.
struct Writer<'p, 't> {
    passes: Passes<'p, 't>,
    /// Cleans levels of a body that holds raw HTML.
    cleaning: Option<Cleaning<'p>>,
    /// The levels that are finished.
    packed: Vec<u8>,
    levels: Vec<Open<'p, 't>>,
    holes: Vec<Hole>,
    /// The blocks that have begun; `None` while open.
    blocks: Vec<Option<Block>>,
    notes: Notes<'t>,
    /// How many elements and blocks are open in which no words of the glossary lead anywhere.
    quiet: usize,
    /// Whether each open link is a hole.
    links: Vec<bool>,
    tables: u32,
    headings: u32,
    columns: &'p [Alignment],
    cell: Cell,
    /// The picture that is open.
    picture: Option<OpenPicture>,
}

/// A level that is being written.
struct Open<'p, 't> {
    out: Segments,
    /// Whether no words of the glossary lead anywhere in the whole level.
    quiet_around: bool,
    what: What<'p, 't>,
}

/// What a level is the inside of.
enum What<'p, 't> {
    Page,
    /// A block: its place among all, the place of its piece, its head, and where that is in the
    /// body.
    Block(usize, usize, &'p Head, &'p Range<usize>),
    Note(CowStr<'t>),
}

/// A picture whose alternative text is being gathered.
struct OpenPicture {
    picture: Picture,
    alternative: String,
    /// How many pictures are open in it.
    inner: usize,
}

/// The cell of a table that comes next.
#[derive(Clone, Copy, Default)]
struct Cell {
    head: bool,
    column: usize,
}

impl Cell {
    /// Returns its start tag; alignment is a class, since no page has inline styles.
    fn start(self, columns: &[Alignment]) -> Fixed {
        match (self.head, columns.get(self.column)) {
            (true, Some(Alignment::Left)) => fixed!("<th scope=\"col\" class=\"align-left\">"),
            (true, Some(Alignment::Center)) => fixed!("<th scope=\"col\" class=\"align-center\">"),
            (true, Some(Alignment::Right)) => fixed!("<th scope=\"col\" class=\"align-right\">"),
            (true, _) => fixed!("<th scope=\"col\">"),
            (false, Some(Alignment::Left)) => fixed!("<td class=\"align-left\">"),
            (false, Some(Alignment::Center)) => fixed!("<td class=\"align-center\">"),
            (false, Some(Alignment::Right)) => fixed!("<td class=\"align-right\">"),
            (false, _) => fixed!("<td>"),
        }
    }
}

impl<'p, 't> Writer<'p, 't> {
    fn out(&mut self) -> &mut Segments {
        let last = self.levels.len() - 1;
        &mut self.levels[last].out
    }

    /// Writes what begins a line, at the start of one.
    fn line(&mut self, fixed: Fixed) {
        if !self.out().at_line_start() {
            self.out().fixed(fixed!("\n"));
        }
        self.out().fixed(fixed);
    }

    /// Writes HTML that begins a line.
    fn own_line(&mut self, html: &str) {
        if !self.out().at_line_start() {
            self.out().fixed(fixed!("\n"));
        }
        self.out().own(Kind::Html, html);
    }

    fn hole(&mut self, hole: Hole) {
        let place = self.holes.len();
        self.holes.push(hole);
        self.out().hole(place);
    }

    /// Returns where a range of the body is in the file, without the spaces at its end.
    fn span(&self, range: &Range<usize>) -> Span {
        let (start, end) = (
            range.start + self.passes.offset,
            range.end + self.passes.offset,
        );
        Span::new(start..start + self.passes.file[start..end].trim_end().len())
    }

    /// Returns where a text is in the file, if it is there as it is read.
    fn place(&self, text: &str, range: &Range<usize>) -> Option<usize> {
        let (start, end) = (
            range.start + self.passes.offset,
            range.end + self.passes.offset,
        );
        // Code is between signs of equal length.
        let sign = (end - start)
            .checked_sub(text.len())
            .filter(|signs| signs % 2 == 0)?
            / 2;
        markdown::is_at(self.passes.file, start + sign, text).then_some(start + sign)
    }

    fn kind(&self) -> Kind {
        if self.quiet == 0 {
            Kind::Text
        } else {
            Kind::Html
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
            Event::Text(text) => {
                let written = PlacedText {
                    text,
                    at: self.place(text, range),
                    kind: self.kind(),
                };
                let changes = changes_of(self.passes.changes, at);
                written.changed(self.out(), changes);
            }
            Event::Code(text) => self.code(text, range),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html, range),
            Event::SoftBreak => match changes_of(self.passes.changes, at) {
                [] => self.out().fixed(fixed!("\n")),
                changes => {
                    let text = set(" ", changes);
                    let kind = self.kind();
                    self.out().own(kind, &text);
                }
            },
            Event::HardBreak => self.out().fixed(fixed!("<br />\n")),
            Event::Rule => self.line(fixed!("<hr />\n")),
            Event::FootnoteReference(name) => {
                let html = self.notes.reference(name.clone());
                self.out().own(Kind::Html, &html);
            }
            Event::TaskListMarker(true) => self
                .out()
                .fixed(fixed!("<span class=\"task task-done\">☑</span> ")),
            Event::TaskListMarker(false) => {
                self.out().fixed(fixed!("<span class=\"task\">☐</span> "))
            }
            // No option asks for mathematics.
            Event::InlineMath(text) | Event::DisplayMath(text) => PlacedText {
                text,
                at: None,
                kind: Kind::Html,
            }
            .changed(self.out(), &[]),
        }
    }

    fn code(&mut self, text: &str, range: &Range<usize>) {
        self.out().fixed(fixed!("<code>"));
        match self.place(text, range) {
            Some(at) => PlacedText {
                text,
                at: Some(at),
                kind: Kind::Html,
            }
            .changed(self.out(), &[]),
            None => self.code_of_lines(text, range),
        }
        self.out().fixed(fixed!("</code>"));
    }

    /// Writes code over several lines: the end of each is read as a space.
    fn code_of_lines(&mut self, text: &str, range: &Range<usize>) {
        let (mut at, mut rest) = (range.start + self.passes.offset, text);
        for line in self.passes.file[at..range.end + self.passes.offset].split_inclusive('\n') {
            let shown = line
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '`'))
                .trim_end_matches(['\n', '\r', '`']);
            if let Some(after) = rest.strip_prefix(shown) {
                let start = at + (shown.as_ptr() as usize - line.as_ptr() as usize);
                PlacedText {
                    text: shown,
                    at: Some(start),
                    kind: Kind::Html,
                }
                .changed(self.out(), &[]);
                rest = after;
            }
            let space = rest.len() - rest.trim_start().len();
            self.out().own(Kind::Html, &rest[..space]);
            rest = &rest[space..];
            at += line.len();
        }
        PlacedText {
            text: rest,
            at: None,
            kind: Kind::Html,
        }
        .changed(self.out(), &[]);
    }

    fn html(&mut self, html: &str, range: &Range<usize>) {
        let place = self.place(html, range);
        match (self.passes.html, place) {
            (RawHtml::Sanitise, _) if is_line_break(html) => self.out().fixed(fixed!("<br>")),
            (RawHtml::Escape, _) => PlacedText {
                text: html,
                at: place,
                kind: Kind::Html,
            }
            .changed(self.out(), &[]),
            (_, Some(at)) => self.out().file(Kind::Html, at..at + html.len(), html),
            (_, None) => self.out().own(Kind::Html, html),
        }
    }

    fn start(&mut self, at: usize, tag: &'p Tag<'t>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.line(fixed!("<p>")),
            Tag::Heading {
                level, id, classes, ..
            } => {
                self.headings += 1;
                let id = self.passes.ids.of(at).map(|id| &**id).or(id.as_deref());
                self.own_line(&heading(*level, id, classes));
            }
            Tag::BlockQuote(None) => self.line(fixed!("<blockquote>\n")),
            Tag::BlockQuote(Some(kind)) => self.alert(*kind),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::FootnoteDefinition(name) => self.begin(What::Note(name.clone())),
            Tag::List(_)
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => self.list(at, tag),
            Tag::Table(columns) => self.table(columns),
            Tag::TableHead => self.row(
                Cell {
                    head: true,
                    column: 0,
                },
                fixed!("<thead><tr>"),
            ),
            Tag::TableRow => self.row(
                Cell {
                    head: false,
                    column: 0,
                },
                fixed!("<tr>"),
            ),
            Tag::TableCell => {
                let start = self.cell.start(self.columns);
                self.out().fixed(start);
            }
            Tag::Emphasis => self.out().fixed(fixed!("<em>")),
            Tag::Strong => self.out().fixed(fixed!("<strong>")),
            Tag::Strikethrough => self.out().fixed(fixed!("<del>")),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.link(*link_type, dest_url, title, range),
            Tag::Image {
                dest_url, title, ..
            } => {
                let (target, title) = ((&**dest_url).into(), (&**title).into());
                let picture = Picture {
                    target,
                    title,
                    alternative: "".into(),
                    span: self.span(range),
                };
                self.picture = Some(OpenPicture {
                    picture,
                    alternative: String::new(),
                    inner: 0,
                });
            }
            // The last two are what no option asks for.
            Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn list(&mut self, at: usize, tag: &Tag<'_>) {
        match tag {
            Tag::List(None) => self.line(fixed!("<ul>\n")),
            Tag::List(Some(1)) => self.line(fixed!("<ol>\n")),
            Tag::List(Some(start)) => self.own_line(&format!("<ol start=\"{start}\">\n")),
            Tag::DefinitionList => self.line(fixed!("<dl>\n")),
            Tag::DefinitionListTitle => self.line(fixed!("<dt>")),
            Tag::DefinitionListDefinition => self.line(fixed!("<dd>")),
            _ => match self.passes.ids.of(at) {
                Some(id) => {
                    let html = format!("<li id=\"{}\">", escaped(id));
                    self.out().own(Kind::Html, &html);
                }
                None => self.line(fixed!("<li>")),
            },
        }
    }

    fn row(&mut self, first: Cell, start: Fixed) {
        self.cell = first;
        self.out().fixed(start);
    }

    fn link(&mut self, link_type: LinkType, target: &str, title: &str, range: &Range<usize>) {
        let is_hole = link_type != LinkType::Email;
        self.links.push(is_hole);
        if !is_hole {
            let html = format!("<a href=\"mailto:{}\">", address(target));
            return self.out().own(Kind::Html, &html);
        }
        let title = (!title.is_empty()).then(|| Box::new(title.to_owned()));
        self.hole(Hole::Link(Link {
            target: target.into(),
            title,
            span: self.span(range),
        }));
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::FootnoteDefinition => self.define(),
            TagEnd::Table => {
                self.out().fixed(fixed!("</tbody></table>"));
                self.out().end(End::Table);
                self.out().fixed(fixed!("\n"));
            }
            TagEnd::TableCell => {
                self.cell.column += 1;
                let end = if self.cell.head {
                    fixed!("</th>")
                } else {
                    fixed!("</td>")
                };
                self.out().fixed(end);
            }
            TagEnd::Link if self.links.pop() == Some(false) => self.out().fixed(fixed!("</a>")),
            TagEnd::Link => self.out().end(End::Link),
            end => {
                let html = element_end(end);
                html.into_iter().for_each(|html| self.out().fixed(html));
            }
        }
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let (class, key, otherwise) = match kind {
            BlockQuoteKind::Note => ("markdown-alert-note", "alert-note", "Note"),
            BlockQuoteKind::Tip => ("markdown-alert-tip", "alert-tip", "Tip"),
            BlockQuoteKind::Important => {
                ("markdown-alert-important", "alert-important", "Important")
            }
            BlockQuoteKind::Warning => ("markdown-alert-warning", "alert-warning", "Warning"),
            BlockQuoteKind::Caution => ("markdown-alert-caution", "alert-caution", "Caution"),
        };
        self.own_line(&format!(
            "<blockquote class=\"{class}\">\n<p class=\"markdown-alert-title\">"
        ));
        self.hole(Hole::Say(Words { key, otherwise }));
        self.out().fixed(fixed!("</p>\n"));
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split(' ').next().unwrap_or_default(),
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

    fn table(&mut self, columns: &'p [Alignment]) {
        self.columns = columns;
        self.tables += 1;
        self.hole(Hole::Table {
            number: self.tables,
            heading: self.headings.checked_sub(1),
        });
        self.out().fixed(fixed!("<table>"));
    }

    /// Gathers the alternative text of a picture: what is in it without its markup.
    fn alternative(&mut self, at: usize, event: &Event<'_>) {
        let changes = changes_of(self.passes.changes, at);
        let Some(OpenPicture {
            alternative, inner, ..
        }) = &mut self.picture
        else {
            return;
        };
        match event {
            Event::Start(Tag::Image { .. }) => *inner += 1,
            Event::End(TagEnd::Image) if *inner > 0 => *inner -= 1,
            Event::End(TagEnd::Image) => self.picture(),
            Event::Text(text) => alternative.push_str(&set(text, changes)),
            Event::SoftBreak => alternative.push_str(&set(" ", changes)),
            Event::HardBreak | Event::Rule => alternative.push(' '),
            Event::Code(text) | Event::InlineHtml(text) => alternative.push_str(text),
            _ => {}
        }
    }

    fn picture(&mut self) {
        if let Some(OpenPicture {
            picture,
            alternative,
            ..
        }) = self.picture.take()
        {
            self.quiet -= 1;
            self.hole(Hole::Picture(Box::new(Picture {
                alternative: alternative.into(),
                ..picture
            })));
        }
    }
}

impl Writer<'_, '_> {
    fn finish(mut self) -> (Body, Taken) {
        let root = self.levels.pop().map(|open| open.out).unwrap_or_default();
        let root = self.cleaned(root, false).finish(&mut self.packed);
        let taken = self.cleaning.map(Cleaning::taken).unwrap_or_default();
        let body = Body {
            packed: self.packed.into_boxed_slice(),
            root,
            holes: self.holes.into_boxed_slice(),
            blocks: self.blocks.into_iter().flatten().collect(),
            notes: self.notes.finish(),
        };
        (body, taken)
    }
}

/// Returns whether raw HTML is a line break and nothing else: there is nothing to clean in one.
fn is_line_break(html: &str) -> bool {
    let name = html
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'))
        .map(|inner| inner.trim_end_matches('/').trim_end());
    name.is_some_and(|name| name.eq_ignore_ascii_case("br"))
}

fn heading(level: HeadingLevel, id: Option<&str>, classes: &[CowStr<'_>]) -> String {
    let mut html = format!("<{level}");
    if let Some(id) = id {
        html.push_str(&format!(" id=\"{}\"", escaped(id)));
    }
    if !classes.is_empty() {
        let classes: Vec<String> = classes.iter().map(|class| escaped(class)).collect();
        html.push_str(&format!(" class=\"{}\"", classes.join(" ")));
    }
    html + ">"
}

/// Returns how an element ends that always ends alike.
fn element_end(end: TagEnd) -> Option<Fixed> {
    Some(match end {
        TagEnd::Paragraph => fixed!("</p>\n"),
        TagEnd::Heading(level) => heading_end(level),
        TagEnd::BlockQuote(_) => fixed!("</blockquote>\n"),
        TagEnd::CodeBlock => fixed!("</code></pre>\n"),
        TagEnd::List(true) => fixed!("</ol>\n"),
        TagEnd::List(false) => fixed!("</ul>\n"),
        TagEnd::Item => fixed!("</li>\n"),
        TagEnd::DefinitionList => fixed!("</dl>\n"),
        TagEnd::DefinitionListTitle => fixed!("</dt>\n"),
        TagEnd::DefinitionListDefinition => fixed!("</dd>\n"),
        TagEnd::TableHead => fixed!("</tr></thead><tbody>\n"),
        TagEnd::TableRow => fixed!("</tr>\n"),
        TagEnd::Emphasis => fixed!("</em>"),
        TagEnd::Strong => fixed!("</strong>"),
        TagEnd::Strikethrough => fixed!("</del>"),
        _ => return None,
    })
}

fn heading_end(level: HeadingLevel) -> Fixed {
    match level {
        HeadingLevel::H1 => fixed!("</h1>\n"),
        HeadingLevel::H2 => fixed!("</h2>\n"),
        HeadingLevel::H3 => fixed!("</h3>\n"),
        HeadingLevel::H4 => fixed!("</h4>\n"),
        HeadingLevel::H5 => fixed!("</h5>\n"),
        HeadingLevel::H6 => fixed!("</h6>\n"),
    }
}

/// Returns whether words in an element lead nowhere: it is a link itself, a heading, or no text
/// that people read as such.
fn is_quiet(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Heading { .. }
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::CodeBlock(_)
            | Tag::TableHead
    )
}

/// Returns whether the end is that of such an element.
fn is_quiet_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::TableHead
    )
}

/// Escapes a text for an attribute.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    // Writing into a string cannot fail.
    let _ = escape_html(&mut html, text);
    html
}

/// Escapes an address for an attribute.
fn address(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let _ = escape_href(&mut html, text);
    html
}
