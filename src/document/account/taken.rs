//! What sanitising took out, and what disappeared with it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Fate;
use super::fates::Fates;
use crate::document::blocks::Form;
use crate::document::body::Taken;
use crate::document::markdown::{Piece, PlacedPiece};

/// Assigns fates to what sanitising took out.
pub(super) fn paint(fates: &mut Fates<'_>, pieces: &[PlacedPiece<'_>], taken: &Taken) {
    for part in &taken.parts {
        fates.paint_file(part.clone(), Fate::Lost);
    }
    for link in &taken.links {
        // The text of a lost link may remain.
        fates.lose_markup(link.clone());
    }
    if taken.blocks.is_empty() {
        return;
    }
    let notes: Vec<Range<usize>> = notes(pieces).collect();
    for block in lost_blocks(pieces, taken) {
        paint_between(fates, block, &notes);
    }
}

/// Returns the ranges of notes, which are shown at the end of the page even if a block around them
/// is lost.
fn notes(pieces: &[PlacedPiece<'_>]) -> impl Iterator<Item = Range<usize>> {
    pieces
        .iter()
        .filter_map(|(piece, range)| match piece {
            Piece::Markdown(Event::Start(Tag::FootnoteDefinition(_))) => Some(range.clone()),
            _ => None,
        })
}

/// An open block.
struct OpenBlock {
    is_lost: bool,
    start: usize,
}

/// Returns the ranges of the outermost blocks that were taken out.
fn lost_blocks(pieces: &[PlacedPiece<'_>], taken: &Taken) -> Vec<Range<usize>> {
    let mut lost = Vec::new();
    let mut number = 0;
    let mut open: Vec<OpenBlock> = Vec::new();
    for (piece, range) in pieces {
        match piece {
            Piece::Open(head) => {
                let is_outermost = !open.iter().any(|open| open.is_lost);
                let is_lost = is_outermost && taken.blocks.contains(&number);
                number += 1;
                if head.form != Form::Line {
                    let start = range.start;
                    open.push(OpenBlock { is_lost, start });
                } else if is_lost {
                    lost.push(range.clone());
                }
            }
            Piece::Close => {
                if let Some(OpenBlock {
                    is_lost: true,
                    start,
                }) = open.pop()
                {
                    lost.push(start..range.end);
                }
            }
            Piece::Markdown(_) => {}
        }
    }
    lost
}

/// Assigns `Lost` to a range except for the notes in it.
fn paint_between(fates: &mut Fates<'_>, whole: Range<usize>, notes: &[Range<usize>]) {
    let first = notes.partition_point(|note| note.start < whole.start);
    let inside = notes.iter().skip(first);
    let mut start = whole.start;
    for note in inside.take_while(|note| note.end <= whole.end) {
        fates.paint(start..note.start, Fate::Lost);
        start = start.max(note.end);
    }
    fates.paint(start..whole.end, Fate::Lost);
}
