//! Footnotes that nothing refers to.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};
use rustc_hash::FxHashSet;

/// The footnotes that are referred to, and those that are defined.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    used: FxHashSet<&'a str>,
    defined: Vec<(&'a str, Range<usize>)>,
}

impl<'a> Footnotes<'a> {
    pub(super) fn event(&mut self, event: &'a Event<'_>, range: &Range<usize>) {
        match event {
            Event::FootnoteReference(name) => {
                self.used.insert(name);
            }
            Event::Start(Tag::FootnoteDefinition(name)) => self
                .defined
                .push((name, range.clone())),
            _ => {}
        }
    }

    pub(super) fn lone(self) -> impl Iterator<Item = (&'a str, Range<usize>)> {
        self.defined
            .into_iter()
            .filter(move |(name, _)| !self.used.contains(name))
    }
}
