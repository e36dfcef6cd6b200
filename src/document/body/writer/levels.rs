//! Blocks and footnotes: levels of their own, finished where they end.

use std::mem;
use std::ops::Range;

use pulldown_cmark::CowStr;

use super::Writer;
use crate::document::blocks::{self, Form, Head};
use crate::document::body::fixed::fixed;
use crate::document::body::holes::Hole;
use crate::document::body::label::{Label, label};
use crate::document::body::packed::Segments;
use crate::document::body::{Attribute, Block};
use crate::language::Typography;

/// A level being written.
pub(super) struct OpenLevel<'p, 't> {
    pub(super) out: Segments,
    /// Whether no glossary words are looked for in the whole level.
    is_quiet: bool,
    kind: LevelKind<'p, 't>,
}

/// What the level is the content of.
pub(super) enum LevelKind<'p, 't> {
    Page,
    Block(BlockStart<'p>),
    Note(CowStr<'t>),
}

/// The beginning of a block.
#[derive(Clone, Copy)]
pub(super) struct BlockStart<'p> {
    /// Its index among the body's blocks.
    block: usize,
    /// The index of its piece.
    piece: usize,
    head: &'p Head,
    /// The range of the head in the body.
    range: &'p Range<usize>,
}

impl<'p, 't> OpenLevel<'p, 't> {
    pub(super) fn new(kind: LevelKind<'p, 't>, is_quiet: bool) -> Self {
        Self {
            out: Segments::default(),
            is_quiet,
            kind,
        }
    }

    /// Returns the head of the block, if the level is the content of one.
    fn head(&self) -> Option<&'p Head> {
        match self.kind {
            LevelKind::Block(start) => Some(start.head),
            LevelKind::Page | LevelKind::Note(_) => None,
        }
    }
}

impl<'p, 't> Writer<'p, 't> {
    /// Starts a level inside the innermost.
    pub(super) fn enter(&mut self, kind: LevelKind<'p, 't>) {
        let level = OpenLevel::new(kind, self.quiet > 0);
        self.around
            .push(mem::replace(&mut self.level, level));
    }

    /// Ends the innermost level, unless it is the page.
    fn leave(&mut self) -> Option<OpenLevel<'p, 't>> {
        let outer = self.around.pop()?;
        Some(mem::replace(&mut self.level, outer))
    }

    pub(super) fn open(&mut self, piece: usize, head: &'p Head, range: &'p Range<usize>) {
        let start = BlockStart {
            block: self.blocks.len(),
            piece,
            head,
            range,
        };
        self.blocks.push(None);
        if head.form == Form::Line {
            let title = self.label(head);
            return self.block(start, title, Segments::default());
        }
        self.quiet += usize::from(self.is_quiet_block(head));
        self.enter(LevelKind::Block(start));
    }

    pub(super) fn close(&mut self) {
        let Some(OpenLevel {
            out,
            is_quiet,
            kind: LevelKind::Block(start),
        }) = self.leave()
        else {
            return;
        };
        self.quiet -= usize::from(self.is_quiet_block(start.head));
        let inside = self.cleaned(out, is_quiet);
        if start.head.form == Form::Inline {
            return self.block(start, Some(inside), Segments::default());
        }
        let title = self.label(start.head);
        self.block(start, title, inside);
    }

    /// Finishes a block, and adds its hole to the level around it.
    fn block(&mut self, start: BlockStart<'p>, title: Option<Segments>, inside: Segments) {
        let BlockStart {
            block: place,
            piece,
            head,
            range,
        } = start;
        let attributes = head.attributes.iter();
        let block = Block {
            name: head.name.as_str().into(),
            form: head.form,
            id: self
                .pass
                .ids
                .of(piece)
                .cloned()
                .unwrap_or_default(),
            span: self.pass.text.span(range),
            language: self.marked(head).map(Into::into),
            attributes: attributes
                .map(|attribute| self.attribute(head, attribute))
                .collect(),
            title: title.map(|title| title.finish(&mut self.packed)),
            inside: inside.finish(&mut self.packed),
        };
        if let Some(slot) = self.blocks.get_mut(place) {
            *slot = Some(block);
        }
        self.refer(place, head.form);
    }

    fn refer(&mut self, place: usize, form: Form) {
        let hole = Hole::Block(place as u32);
        if self.picture.is_some() {
            // It is not shown, but is rendered to find what is wrong in it.
            return self.holes.push(hole);
        }
        self.hole(hole);
        if form != Form::Inline {
            self.fixed(fixed!("\n"));
        }
    }

    fn attribute(&self, head: &Head, attribute: &blocks::Attribute) -> Attribute {
        let value = match attribute.key.as_str() {
            "alt" | "title" | "aria-label" => self.typeset(head, &attribute.value),
            _ => attribute.value.clone(),
        };
        Attribute {
            key: attribute.key.as_str().into(),
            value: value.into(),
            span: self.pass.text.span(&attribute.range),
        }
    }

    fn label(&self, head: &Head) -> Option<Segments> {
        let range = head.label.as_ref()?;
        let text = Label {
            text: self.pass.text.get(range),
            at: self.pass.text.in_file(range).start,
            language: self.language(head),
        };
        Some(label(&text, self.pass.themes))
    }

    /// Applies typography to an attribute that people read.
    fn typeset(&self, head: &Head, text: &str) -> String {
        let typography = self
            .language(head)
            .and_then(Typography::of);
        typography.map_or_else(
            || text.to_owned(),
            |typography| typography.set(text).into_owned(),
        )
    }

    /// Returns the language whose typography applies in a block, if any.
    fn language<'h>(&self, head: &'h Head) -> Option<&'h str>
    where
        'p: 'h,
    {
        let own = self.pass.typography?;
        Some(self.marked(head).unwrap_or(own))
    }

    /// Returns the language of a block, or else of the nearest one around it.
    fn marked<'h>(&self, head: &'h Head) -> Option<&'h str>
    where
        'p: 'h,
    {
        let themes = self.pass.themes;
        let mut levels = std::iter::once(&self.level).chain(self.around.iter().rev());
        themes
            .language(head)
            .or_else(|| levels.find_map(|level| themes.language(level.head()?)))
    }

    /// Returns whether glossary words are left unlinked in a block: in inline blocks and in other
    /// languages.
    fn is_quiet_block(&self, head: &Head) -> bool {
        head.form == Form::Inline
            || self
                .pass
                .themes
                .language(head)
                .is_some()
    }

    /// Ends a footnote.
    pub(super) fn define(&mut self) {
        let Some(OpenLevel {
            out,
            is_quiet,
            kind: LevelKind::Note(name),
        }) = self.leave()
        else {
            return;
        };
        let inside = self
            .cleaned(out, is_quiet)
            .finish(&mut self.packed);
        let note = self.notes.define(name, inside);
        let line_start = self.out().at_line_start();
        self.hole(Hole::Note(note));
        self.out().shows_nothing(line_start);
    }

    /// Sanitises a level, if the body holds raw HTML.
    pub(super) fn cleaned(&mut self, level: Segments, is_quiet: bool) -> Segments {
        match &mut self.cleaning {
            Some(cleaning) => cleaning.level(level, &mut self.holes, is_quiet),
            None => level,
        }
    }
}
