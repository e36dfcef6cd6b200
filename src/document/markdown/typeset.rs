//! The typography of a body: the text of each paragraph, heading, cell or item is one run, across
//! markup. Code, addresses and raw HTML stay as they are, and so does every character that was
//! escaped or written as an entity.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::verbatim::{VERBATIM, element_name};
use super::{Piece, PlacedPiece};
use crate::document::ThemeFacts;
use crate::document::blocks::{Form, Head};
use crate::document::text::is_verbatim;
use crate::language::{BREAK, Edit, OPAQUE, Typography};

/// A change of a piece, which is a text or a soft break: bytes `start..end` of its text become
/// `with`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// The index of the piece.
    pub(crate) piece: usize,
    /// The first byte; the text of a soft break is one space.
    pub(crate) start: usize,
    /// The byte after the last.
    pub(crate) end: usize,
    /// The replacement.
    pub(crate) with: &'static str,
}

/// A body and the language of its typography.
#[derive(Clone, Copy)]
pub(crate) struct Typesetting<'a> {
    /// The body.
    pub(crate) body: &'a str,
    /// The language of the page.
    pub(crate) language: &'a str,
    /// The themes' facts, which say how blocks give their language.
    pub(crate) themes: &'a ThemeFacts,
}

/// Returns the changes of a body by the typography of its language, and of the languages marked in
/// it, in order. Titles of links are changed in place.
pub(crate) fn typeset(pieces: &mut [PlacedPiece<'_>], typesetting: Typesetting<'_>) -> Vec<Change> {
    let mut typesetter = Typesetter::new(typesetting);
    for (at, (piece, range)) in pieces.iter_mut().enumerate() {
        typesetter.piece(at, piece, range);
    }
    typesetter.leaf_end();
    let mut changes = typesetter.changes;
    // Inner runs finish first.
    changes.sort_by_key(|change| change.piece);
    changes
}

/// Walks a body and typesets its runs.
struct Typesetter<'p> {
    body: &'p str,
    themes: &'p ThemeFacts,
    /// The open blocks.
    scopes: Vec<Scope>,
    /// The run of the paragraph, heading, cell or item.
    leaf: Run,
    /// The open runs inside it, the innermost last.
    inner: Vec<Run>,
    /// What is being skipped.
    quiet: Option<Quiet>,
    /// The edits of the current run.
    edits: Vec<Edit>,
    changes: Vec<Change>,
}

/// An open block.
enum Scope {
    /// With the typography around it.
    Container(Option<Typography>),
    /// Whether it is a separate run.
    Inline(bool),
}

/// What is skipped.
enum Quiet {
    Code,
    Address,
    /// An element of raw HTML, by its name.
    Element(String),
}

impl<'p> Typesetter<'p> {
    fn new(typesetting: Typesetting<'p>) -> Self {
        Self {
            body: typesetting.body,
            themes: typesetting.themes,
            scopes: Vec::new(),
            leaf: Run::new(Typography::of(typesetting.language), RunKind::Leaf),
            inner: Vec::new(),
            quiet: None,
            edits: Vec::new(),
            changes: Vec::new(),
        }
    }

    fn piece(&mut self, at: usize, piece: &mut Piece<'_>, range: &Range<usize>) {
        match piece {
            Piece::Open(head) if head.form == Form::Inline => self.open_inline(head),
            Piece::Open(head) => self.open(head),
            Piece::Close => self.close(),
            Piece::Markdown(event) => self.event(at, event, range),
        }
    }

    fn event(&mut self, at: usize, event: &mut Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) => self.text(at, text, range),
            Event::SoftBreak => self.soft_break(at),
            Event::HardBreak => self.stand_in(BREAK),
            Event::Code(_) | Event::FootnoteReference(_) | Event::InlineMath(_) => {
                self.stand_in(OPAQUE);
            }
            Event::InlineHtml(html) => self.inline_html(html),
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(*end),
            Event::TaskListMarker(_) => {}
            Event::Html(_) | Event::Rule | Event::DisplayMath(_) => self.leaf_end(),
        }
    }

    /// Returns the innermost run.
    fn run(&mut self) -> &mut Run {
        self.inner
            .last_mut()
            .unwrap_or(&mut self.leaf)
    }

    /// Adds a character to the run that stands in for something other than text.
    fn stand_in(&mut self, c: char) {
        if self.quiet.is_none() {
            self.run().text.push(c);
        }
    }

    fn text(&mut self, at: usize, text: &str, range: &Range<usize>) {
        if self.quiet.is_some() {
            return;
        }
        let kept = self.kept(text, range);
        let (kept, free) = text
            .split_at_checked(kept)
            .unwrap_or(("", text));
        let run = self.run();
        run.part(at);
        run.text
            .extend(kept.chars().map(opaque));
        run.text.push_str(free);
    }

    /// Returns how many bytes at the start of a text must stay: all of a text written as an entity,
    /// or an escaped first character.
    fn kept(&self, text: &str, range: &Range<usize>) -> usize {
        if !is_verbatim(self.body, range, text) {
            return text.len();
        }
        let before = range.start.checked_sub(1);
        let before = before.and_then(|at| self.body.as_bytes().get(at));
        usize::from(before == Some(&b'\\'))
    }

    fn soft_break(&mut self, at: usize) {
        if self.quiet.is_none() {
            let run = self.run();
            run.part(at);
            run.text.push(' ');
        }
    }

    /// Skips elements whose text is not prose.
    fn inline_html(&mut self, html: &str) {
        let closes = html.starts_with("</");
        let name = element_name(html);
        if let Some(Quiet::Element(open)) = &self.quiet {
            if closes && *open == name {
                self.quiet = None;
            }
        } else if name == "br" {
            self.stand_in(BREAK);
        } else if !closes && !html.ends_with("/>") && VERBATIM.contains(&name.as_str()) {
            self.stand_in(OPAQUE);
            self.quiet
                .get_or_insert(Quiet::Element(name));
        }
    }
}

/// Blocks.
impl Typesetter<'_> {
    fn open(&mut self, head: &Head) {
        self.leaf_end();
        if head.form == Form::Container {
            let around = self.leaf.typography;
            let own = self
                .themes
                .language(head)
                .map(Typography::of);
            self.scopes
                .push(Scope::Container(around));
            self.leaf.typography = own.unwrap_or(around);
        }
    }

    /// Opens an inline block; one in another language is a separate run.
    fn open_inline(&mut self, head: &Head) {
        let language = self.themes.language(head);
        self.scopes
            .push(Scope::Inline(language.is_some()));
        if let Some(language) = language {
            self.stand_in(OPAQUE);
            let run = Run::new(Typography::of(language), RunKind::Block);
            self.inner.push(run);
        }
    }

    /// Closes the innermost block.
    fn close(&mut self) {
        match self.scopes.pop() {
            Some(Scope::Container(around)) => {
                self.leaf_end();
                self.leaf.typography = around;
            }
            Some(Scope::Inline(true)) => self.pop(RunKind::Block),
            Some(Scope::Inline(false)) | None => {}
        }
    }

    /// Typesets and ends the innermost run, if it is of this kind.
    fn pop(&mut self, kind: RunKind) {
        if let Some(mut run) = self
            .inner
            .pop_if(|run| run.kind == kind)
        {
            run.set(&mut self.edits, &mut self.changes);
        }
    }
}

/// Elements.
impl Typesetter<'_> {
    fn start(&mut self, tag: &mut Tag<'_>) {
        let typography = self.run().typography;
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => {
                self.stand_in(OPAQUE);
                self.quiet
                    .get_or_insert(Quiet::Address);
            }
            Tag::Link { title, .. } => set_title(title, typography),
            Tag::Image { title, .. } => {
                set_title(title, typography);
                self.stand_in(OPAQUE);
                self.inner
                    .push(Run::new(typography, RunKind::Image));
            }
            tag => {
                self.leaf_end();
                self.quiet = matches!(tag, Tag::CodeBlock(_)).then_some(Quiet::Code);
            }
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
            TagEnd::Link => drop(
                self.quiet
                    .take_if(|quiet| matches!(quiet, Quiet::Address)),
            ),
            TagEnd::Image => self.pop(RunKind::Image),
            _ => self.leaf_end(),
        }
    }

    /// Ends a paragraph or similar, and typesets its runs.
    fn leaf_end(&mut self) {
        self.quiet = None;
        while let Some(mut run) = self.inner.pop() {
            run.set(&mut self.edits, &mut self.changes);
        }
        self.leaf
            .set(&mut self.edits, &mut self.changes);
    }
}

/// Text that is typeset as a unit.
struct Run {
    kind: RunKind,
    typography: Option<Typography>,
    text: String,
    /// The pieces that the text comes from.
    parts: Vec<RunPart>,
}

/// What the text of a run belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RunKind {
    Leaf,
    Image,
    Block,
}

/// A piece of a run.
#[derive(Clone, Copy)]
struct RunPart {
    piece: usize,
    /// Its first byte in the run.
    start: usize,
}

impl Run {
    fn new(typography: Option<Typography>, kind: RunKind) -> Self {
        Self {
            kind,
            typography,
            text: String::new(),
            parts: Vec::new(),
        }
    }

    /// Starts the text of a piece.
    fn part(&mut self, piece: usize) {
        let start = self.text.len();
        self.parts
            .push(RunPart { piece, start });
    }

    /// Adds the changes of the run, and clears it; `edits` is a buffer.
    fn set(&mut self, edits: &mut Vec<Edit>, changes: &mut Vec<Change>) {
        edits.clear();
        if let Some(typography) = self
            .typography
            .filter(|_| !self.parts.is_empty())
        {
            typography.edits(&self.text, edits);
        }
        let mut edits = edits.as_slice();
        let mut parts = self.parts.iter().peekable();
        while let (Some(part), false) = (parts.next(), edits.is_empty()) {
            let end = parts
                .peek()
                .map_or(self.text.len(), |next| next.start);
            let own = edits
                .iter()
                .take_while(|edit| edit.start < end)
                .count();
            let (own, rest) = edits.split_at(own);
            changes.extend(part.changes(own, end));
            edits = rest;
        }
        self.text.clear();
        self.parts.clear();
    }
}

impl RunPart {
    /// Returns the edits that start in the part as changes of its piece; the part ends at `end`.
    fn changes(self, edits: &[Edit], end: usize) -> impl Iterator<Item = Change> {
        // An edit that reaches into the next part concerns two characters, not one.
        let whole = match edits {
            [whole @ .., last] if last.end > end => whole,
            _ => edits,
        };
        whole.iter().map(move |edit| Change {
            piece: self.piece,
            start: edit.start - self.start,
            end: edit.end - self.start,
            with: edit.with,
        })
    }
}

/// Returns the stand-in for a character that must stay.
fn opaque(c: char) -> char {
    if c.is_ascii() && Typography::may_change(c as u8) {
        OPAQUE
    } else {
        c
    }
}

fn set_title(title: &mut CowStr<'_>, typography: Option<Typography>) {
    let Some(typography) = typography.filter(|_| !title.is_empty()) else {
        return;
    };
    if let Cow::Owned(set) = typography.set(title) {
        *title = CowStr::from(set);
    }
}
