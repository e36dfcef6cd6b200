//! The identifiers of footnotes, which are numbered in the order of their first references.

use std::cell::OnceCell;

use pulldown_cmark::{Event, Tag, TagEnd};
use rustc_hash::FxHashMap;

use crate::document::markdown::{Piece, PlacedPiece};

/// The identifiers of a body's footnotes. They are found only if an identifier looks like one.
pub(super) struct NoteIds<'a> {
    pieces: &'a [PlacedPiece<'a>],
    /// The number of references to each note, by its number less one.
    references: OnceCell<Vec<u32>>,
}

impl<'a> NoteIds<'a> {
    pub(super) fn of(pieces: &'a [PlacedPiece<'a>]) -> Self {
        Self {
            pieces,
            references: OnceCell::new(),
        }
    }

    /// Returns whether an identifier is that of a note or of a reference to one.
    pub(super) fn has(&self, id: &str) -> bool {
        if !id.starts_with("fn") {
            return false;
        }
        if let Some(note) = id.strip_prefix("fn-") {
            return self.count(note).is_some();
        }
        let Some(reference) = id.strip_prefix("fnref-") else {
            return false;
        };
        // Only the second and later references say which they are.
        match reference.split_once('-') {
            None => self
                .count(reference)
                .is_some_and(|count| count > 0),
            Some((note, time)) => {
                let time = number(time).filter(|time| *time > 1);
                time.is_some_and(|time| self.count(note) >= Some(time))
            }
        }
    }

    /// Returns the number of references to the note with this number.
    fn count(&self, note: &str) -> Option<u32> {
        let references = self
            .references
            .get_or_init(|| references(self.pieces));
        let index = number(note)?.checked_sub(1)?;
        references
            .get(index as usize)
            .copied()
    }
}

/// Reads a number as identifiers have it.
fn number(text: &str) -> Option<u32> {
    let is_plain = !text.starts_with(['0', '+']);
    text.parse().ok().filter(|_| is_plain)
}

/// Counts the references to each note.
fn references(pieces: &[PlacedPiece<'_>]) -> Vec<u32> {
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    let mut counts: Vec<u32> = Vec::new();
    let mut pictures = 0_usize;
    for (piece, _) in pieces {
        let Piece::Markdown(event) = piece else {
            continue;
        };
        let (name, count) = match event {
            Event::Start(Tag::Image { .. }) => {
                pictures += 1;
                continue;
            }
            Event::End(TagEnd::Image) => {
                pictures = pictures.saturating_sub(1);
                continue;
            }
            // A reference in an alternative text is not shown.
            Event::FootnoteReference(name) if pictures == 0 => (&**name, 1),
            Event::Start(Tag::FootnoteDefinition(name)) => (&**name, 0),
            _ => continue,
        };
        let next = numbers.len();
        let index = *numbers.entry(name).or_insert(next);
        if index == counts.len() {
            counts.push(0);
        }
        if let Some(references) = counts.get_mut(index) {
            *references += count;
        }
    }
    counts
}
