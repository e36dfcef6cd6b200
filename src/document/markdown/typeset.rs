//! The typography of a body: the text of each paragraph, heading, cell or item is one run, across
//! the markup in it. Code, addresses and raw HTML stay, and so does every character that was
//! written with a backslash or as an entity.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::{Piece, is_at};
use crate::document::ThemeFacts;
use crate::document::blocks::Form;
use crate::language::{BREAK, Edit, OPAQUE, Typography};

/// A change of a piece, which is a text or the end of a line: the bytes `start..end` of its text
/// become `with`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The place of the piece among all.
    pub piece: usize,
    /// The first byte; the end of a line is a text of one space.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What is there instead.
    pub with: &'static str,
}

/// What a body is, and whose rules its text is set by.
#[derive(Clone, Copy)]
pub struct Typesetting<'a> {
    /// What the ranges are of.
    pub body: &'a str,
    /// The language of the page.
    pub language: &'a str,
    /// What marks another language.
    pub themes: &'a ThemeFacts,
}

/// Finds what changes in a body by the rules of its language and of those that are marked in it, in
/// order; titles of links are set at once.
pub fn typeset(pieces: &mut [(Piece<'_>, Range<usize>)], prose: Typesetting<'_>) -> Vec<Change> {
    let runs = vec![Run::of(Typography::of(prose.language), Within::Leaf)];
    let mut setter = Setter {
        prose,
        blocks: Vec::new(),
        runs,
        quiet: None,
        edits: Vec::new(),
        changes: Vec::new(),
    };
    for at in 0..pieces.len() {
        setter.piece(pieces, at);
    }
    setter.end();
    // A run within another is finished first.
    setter.changes.sort_by_key(|change| change.piece);
    setter.changes
}

/// Walks a body and sets its runs.
struct Setter<'p> {
    prose: Typesetting<'p>,
    /// The open blocks.
    blocks: Vec<Opened>,
    /// The runs that are being gathered, each within the one before.
    runs: Vec<Run>,
    /// What is passed over.
    quiet: Option<Quiet>,
    /// Those of the run that is being set.
    edits: Vec<Edit>,
    changes: Vec<Change>,
}

/// Text that is set as one.
struct Run {
    typography: Option<Typography>,
    text: String,
    /// Where the pieces of the text are in it: the piece, and its first byte.
    parts: Vec<(usize, usize)>,
    within: Within,
}

/// What a run is the text of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Leaf,
    Image,
    Block,
}

/// A block that is open.
enum Opened {
    /// With the typography around it.
    Container(Option<Typography>),
    /// Whether it is a run of its own.
    Inline(bool),
}

/// What is passed over.
enum Quiet {
    Code,
    Address,
    /// An element of raw HTML, by its name.
    Element(String),
}

/// Elements of HTML whose text is no prose.
const VERBATIM: [&str; 10] = [
    "code", "kbd", "pre", "samp", "script", "style", "svg", "textarea", "tt", "var",
];

impl Run {
    fn of(typography: Option<Typography>, within: Within) -> Self {
        Self {
            typography,
            text: String::new(),
            parts: Vec::new(),
            within,
        }
    }
}

impl Setter<'_> {
    fn piece(&mut self, pieces: &mut [(Piece<'_>, Range<usize>)], at: usize) {
        let (piece, range) = &pieces[at];
        match piece {
            Piece::Open(head) if head.form == Form::Inline => {
                self.open_inline(self.prose.themes.language(head))
            }
            Piece::Open(head) => {
                let own = self.prose.themes.language(head).map(Typography::of);
                self.end();
                if head.form == Form::Container {
                    let around = self.runs[0].typography;
                    self.blocks.push(Opened::Container(around));
                    self.runs[0].typography = own.unwrap_or(around);
                }
            }
            Piece::Close => self.close(),
            Piece::Markdown(Event::Text(text)) => {
                let verbatim =
                    range.len() == text.len() && is_at(self.prose.body, range.start, text);
                let escaped = self.prose.body[..range.start].ends_with('\\');
                self.text(at, text, verbatim, escaped);
            }
            Piece::Markdown(Event::SoftBreak) if self.quiet.is_none() => {
                let run = self.run();
                run.parts.push((at, run.text.len()));
                run.text.push(' ');
            }
            Piece::Markdown(Event::HardBreak) => self.stand_in(BREAK),
            Piece::Markdown(
                Event::Code(_) | Event::FootnoteReference(_) | Event::InlineMath(_),
            ) => self.stand_in(OPAQUE),
            Piece::Markdown(Event::InlineHtml(html)) => self.inline_html(html),
            Piece::Markdown(Event::Start(_)) => self.start(pieces, at),
            Piece::Markdown(Event::End(end)) => self.end_of(*end),
            Piece::Markdown(Event::TaskListMarker(_) | Event::SoftBreak) => {}
            Piece::Markdown(Event::Html(_) | Event::Rule | Event::DisplayMath(_)) => self.end(),
        }
    }
}

/// What is within a line.
impl Setter<'_> {
    fn run(&mut self) -> &mut Run {
        let last = self.runs.len() - 1;
        &mut self.runs[last]
    }

    /// Puts a character into the run for what is no text.
    fn stand_in(&mut self, c: char) {
        if self.quiet.is_none() {
            self.run().text.push(c);
        }
    }

    /// Adds a text event. What differs from the file was written as an entity; the first character
    /// may be escaped.
    fn text(&mut self, at: usize, text: &str, verbatim: bool, escaped: bool) {
        if self.quiet.is_some() {
            return;
        }
        let run = self.run();
        run.parts.push((at, run.text.len()));
        let kept = if verbatim {
            usize::from(escaped)
        } else {
            text.len()
        };
        let kept = if text.is_char_boundary(kept) { kept } else { 0 };
        run.text.extend(text[..kept].chars().map(|c| {
            if c.is_ascii() && Typography::may_change(c as u8) {
                OPAQUE
            } else {
                c
            }
        }));
        run.text.push_str(&text[kept..]);
    }

    fn inline_html(&mut self, html: &str) {
        let closes = html.starts_with("</");
        let name = html.trim_start_matches(['<', '/']);
        let name = name[..name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len())]
            .to_ascii_lowercase();
        if let Some(Quiet::Element(open)) = &self.quiet {
            if closes && *open == name {
                self.quiet = None;
            }
        } else if name == "br" {
            self.stand_in(BREAK);
        } else if !closes && !html.ends_with("/>") && VERBATIM.contains(&name.as_str()) {
            self.stand_in(OPAQUE);
            self.quiet.get_or_insert(Quiet::Element(name));
        }
    }

    /// Begins a block within a line; one in another language is a run of its own.
    fn open_inline(&mut self, language: Option<&str>) {
        self.blocks.push(Opened::Inline(language.is_some()));
        if let Some(language) = language {
            self.stand_in(OPAQUE);
            self.runs
                .push(Run::of(Typography::of(language), Within::Block));
        }
    }

    /// Ends the innermost block.
    fn close(&mut self) {
        match self.blocks.pop() {
            Some(Opened::Container(around)) => {
                self.end();
                self.runs[0].typography = around;
            }
            Some(Opened::Inline(true)) if self.run().within == Within::Block => self.pop(),
            Some(Opened::Inline(_)) | None => {}
        }
    }

    fn pop(&mut self) {
        if let Some(mut run) = self.runs.pop() {
            self.set(&mut run);
        }
    }
}

/// What is around lines.
impl Setter<'_> {
    fn start(&mut self, pieces: &mut [(Piece<'_>, Range<usize>)], at: usize) {
        let typography = self.run().typography;
        let (Piece::Markdown(Event::Start(tag)), _) = &mut pieces[at] else {
            return;
        };
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => {
                self.stand_in(OPAQUE);
                self.quiet.get_or_insert(Quiet::Address);
            }
            Tag::Link { title, .. } => set_title(title, typography),
            Tag::Image { title, .. } => {
                set_title(title, typography);
                self.stand_in(OPAQUE);
                self.runs.push(Run::of(typography, Within::Image));
            }
            _ => {
                let is_code = matches!(tag, Tag::CodeBlock(_));
                self.end();
                self.quiet = is_code.then_some(Quiet::Code);
            }
        }
    }

    fn end_of(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
            TagEnd::Link => {
                if matches!(self.quiet, Some(Quiet::Address)) {
                    self.quiet = None;
                }
            }
            TagEnd::Image => {
                if self.run().within == Within::Image {
                    self.pop();
                }
            }
            _ => self.end(),
        }
    }

    /// Ends a paragraph or whatever is like one: all its runs are set.
    fn end(&mut self) {
        self.quiet = None;
        while self.runs.len() > 1 {
            self.pop();
        }
        if let Some(mut run) = self.runs.pop() {
            self.set(&mut run);
            self.runs.push(run);
        }
    }

    /// Sets a run, and empties it.
    fn set(&mut self, run: &mut Run) {
        self.edits.clear();
        if let Some(typography) = run.typography.filter(|_| !run.parts.is_empty()) {
            typography.edits(&run.text, &mut self.edits);
        }
        let mut edits = self.edits.as_slice();
        let mut parts = run.parts.iter().peekable();
        while let (Some((piece, start)), false) = (parts.next(), edits.is_empty()) {
            let end = parts.peek().map_or(run.text.len(), |(_, next)| *next);
            let own = edits.iter().take_while(|edit| edit.start < end).count();
            // What reaches into the next part is two signs rather than one.
            let whole = if own > 0 && edits[own - 1].end > end {
                own - 1
            } else {
                own
            };
            let change = |edit: &Edit| Change {
                piece: *piece,
                start: edit.start - start,
                end: edit.end - start,
                with: edit.with,
            };
            self.changes.extend(edits[..whole].iter().map(change));
            edits = &edits[own..];
        }
        run.text.clear();
        run.parts.clear();
    }
}

fn set_title(title: &mut CowStr<'_>, typography: Option<Typography>) {
    let Some(typography) = typography.filter(|_| !title.is_empty()) else {
        return;
    };
    if let std::borrow::Cow::Owned(set) = typography.set(title) {
        *title = CowStr::from(set);
    }
}
