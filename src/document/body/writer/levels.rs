//! Blocks and footnotes of a body: levels of their own, finished where they end.

use std::ops::Range;

use super::{Open, What, Writer};
use crate::document::blocks::{self, Form, Head};
use crate::document::body::fixed::fixed;
use crate::document::body::holes::Hole;
use crate::document::body::label::{Label, label};
use crate::document::body::packed::Segments;
use crate::document::body::{Attribute, Block};
use crate::language::Typography;

impl<'p, 't> Writer<'p, 't> {
    pub(super) fn begin(&mut self, what: What<'p, 't>) {
        self.levels.push(Open {
            out: Segments::default(),
            quiet_around: self.quiet > 0,
            what,
        });
    }

    pub(super) fn open(&mut self, at: usize, head: &'p Head, range: &'p Range<usize>) {
        let place = self.blocks.len();
        self.blocks.push(None);
        if head.form == Form::Line {
            let title = self.label(head);
            self.blocks[place] =
                Some(self.block(Begun { at, head, range }, title, Segments::default()));
            return self.refer(place, Form::Line);
        }
        self.quiet += usize::from(self.is_quiet_block(head));
        self.begin(What::Block(place, at, head, range));
    }

    pub(super) fn close(&mut self) {
        let Some(Open {
            out,
            quiet_around,
            what: What::Block(place, at, head, range),
        }) = self.levels.pop()
        else {
            return;
        };
        self.quiet -= usize::from(self.is_quiet_block(head));
        let inside = self.cleaned(out, quiet_around);
        let begun = Begun { at, head, range };
        let block = match head.form {
            Form::Inline => self.block(begun, Some(inside), Segments::default()),
            Form::Container | Form::Line => {
                let title = self.label(head);
                self.block(begun, title, inside)
            }
        };
        self.blocks[place] = Some(block);
        self.refer(place, head.form);
    }

    /// Puts a block into the level around it.
    fn refer(&mut self, place: usize, form: Form) {
        if self.picture.is_some() {
            // It is not shown, and rendered for what is wrong in it.
            return self.holes.push(Hole::Block(place as u32));
        }
        self.hole(Hole::Block(place as u32));
        if form != Form::Inline {
            self.out().fixed(fixed!("\n"));
        }
    }

    fn block(&mut self, begun: Begun<'_>, title: Option<Segments>, inside: Segments) -> Block {
        let Begun { at, head, range } = begun;
        Block {
            name: head.name.as_str().into(),
            form: head.form,
            id: self.passes.ids.of(at).cloned().unwrap_or_default(),
            span: self.span(range),
            language: self.marked(head).map(Into::into),
            attributes: head
                .attributes
                .iter()
                .map(|attribute| self.attribute(head, attribute))
                .collect(),
            title: title.map(|title| title.finish(&mut self.packed)),
            inside: inside.finish(&mut self.packed),
        }
    }

    fn attribute(&self, head: &Head, attribute: &blocks::Attribute) -> Attribute {
        let value = match attribute.key.as_str() {
            "alt" | "title" | "aria-label" => self.shown(head, &attribute.value),
            _ => attribute.value.clone(),
        };
        Attribute {
            key: attribute.key.as_str().into(),
            value: value.into(),
            span: self.span(&attribute.range),
        }
    }

    fn label(&self, head: &Head) -> Option<Segments> {
        let place = head.label.clone()?;
        let at = place.start + self.passes.offset;
        let text = &self.passes.file[at..place.end + self.passes.offset];
        Some(label(
            &Label {
                text,
                at,
                language: self.language(head),
            },
            self.passes.themes,
        ))
    }

    /// Returns a text for people in an attribute, set by the rules of its language.
    fn shown(&self, head: &Head, text: &str) -> String {
        let typography = self.language(head).and_then(Typography::of);
        typography.map_or_else(
            || text.to_owned(),
            |typography| typography.set(text).into_owned(),
        )
    }

    /// Returns the language of a block by whose rules its text is set, if any is to be set.
    fn language<'h>(&self, head: &'h Head) -> Option<&'h str>
    where
        'p: 'h,
    {
        let own = self.passes.typography?;
        Some(self.marked(head).unwrap_or(own))
    }

    /// Returns the language that a block or one around it is marked as.
    fn marked<'h>(&self, head: &'h Head) -> Option<&'h str>
    where
        'p: 'h,
    {
        let around = |open: &Open<'p, 't>| match open.what {
            What::Block(_, _, head, _) => self.passes.themes.language(head),
            What::Page | What::Note(_) => None,
        };
        self.passes
            .themes
            .language(head)
            .or_else(|| self.levels.iter().rev().find_map(around))
    }

    /// Returns whether words in a block lead nowhere: it is within a line, or in another language.
    fn is_quiet_block(&self, head: &Head) -> bool {
        head.form == Form::Inline || self.passes.themes.language(head).is_some()
    }

    pub(super) fn define(&mut self) {
        let Some(Open {
            out,
            quiet_around,
            what: What::Note(name),
        }) = self.levels.pop()
        else {
            return;
        };
        let inside = self.cleaned(out, quiet_around).finish(&mut self.packed);
        let note = self.notes.define(name, inside);
        let line_start = self.out().at_line_start();
        self.hole(Hole::Note(note));
        self.out().shows_nothing(line_start);
    }

    /// Cleans a level of a body that holds raw HTML.
    pub(super) fn cleaned(&mut self, level: Segments, is_quiet: bool) -> Segments {
        match &mut self.cleaning {
            Some(cleaning) => cleaning.level(level, &self.holes, is_quiet),
            None => level,
        }
    }
}

/// A block's beginning: the place of its piece, its head, and where that is in the body.
#[derive(Clone, Copy)]
struct Begun<'p> {
    at: usize,
    head: &'p Head,
    range: &'p Range<usize>,
}
