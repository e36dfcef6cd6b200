//! Closing fences of blocks that are reported where they begin: containers that lost a colon, and
//! those within lists and the like. Such a fence needs no finding of its own.

use std::ops::Range;

use super::blocks::Form;
use super::markdown::{Piece, PlacedPiece, Problem};
use super::themes::ThemeFacts;

/// Finds such fences among the problems of a body.
pub(super) fn pair(
    problems: &mut [(Problem, Range<usize>)],
    pieces: &[PlacedPiece<'_>],
    themes: &ThemeFacts,
) {
    if problems.is_empty() {
        return;
    }
    let mut short = pieces
        .iter()
        .filter(|(piece, _)| is_short(piece, themes))
        .map(|(_, range)| range.start)
        .peekable();
    // A container that lost a colon is reported when it is rendered.
    let mut open_short = 0_usize;
    let mut open_misplaced = 0_usize;
    for (problem, range) in problems {
        while short
            .next_if(|start| *start < range.start)
            .is_some()
        {
            open_short += 1;
        }
        let open = match problem {
            Problem::Stray => &mut open_short,
            Problem::Misplaced(name) if name.is_empty() => &mut open_misplaced,
            Problem::Misplaced(_) => {
                open_misplaced += 1;
                continue;
            }
            _ => continue,
        };
        if *open > 0 {
            *open -= 1;
            *problem = Problem::EndOfReported;
        }
    }
}

/// Returns whether a block on a line can only be a container that lost a colon.
fn is_short(piece: &Piece<'_>, themes: &ThemeFacts) -> bool {
    match piece {
        Piece::Open(head) => {
            head.form == Form::Line
                && themes
                    .containers
                    .contains(&*head.name)
        }
        _ => false,
    }
}
