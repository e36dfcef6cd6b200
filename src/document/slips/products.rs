//! Stars between digits, which Markdown takes for emphasis: of `200*300*50`, readers would see one
//! long number.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::markdown::Piece;
use crate::document::pass::PassContext;
use crate::document::text::slice;

/// Reports emphasis that eats the stars of a product or of a code to dial.
pub(super) fn report(pass: PassContext<'_, '_>, findings: &mut Findings<'_>) {
    for (piece, range) in pass.pieces {
        if matches!(piece, Piece::Markdown(Event::Start(Tag::Emphasis)))
            && let Some(text) = product(findings.body(), range)
        {
            let hash = findings.hash();
            let (text, fixed) = (text.to_owned(), format!("\\*{text}\\*"));
            findings.report(Code::NotShown, range.clone(), |finding| {
                finding
                    .arg("cause", "stars")
                    .arg("text", text)
                    .likely_fix(hash, fixed)
            });
        }
    }
}

/// Returns the text between two stars if it belongs to a number: `2*3*4`, `*21*485`.
fn product<'b>(body: &'b str, range: &Range<usize>) -> Option<&'b str> {
    let inner = slice(body, range.clone())
        .strip_prefix('*')?
        .strip_suffix('*')?;
    let digit = |c: char| c.is_ascii_digit();
    let before = slice(body, 0..range.start).ends_with(digit);
    let after = slice(body, range.end..body.len()).starts_with(digit);
    let is_factor = before && inner.starts_with(digit) && inner.ends_with(digit);
    let is_dialled = inner
        .chars()
        .all(|c| digit(c) || c == '#');
    (after && (is_factor || is_dialled)).then_some(inner)
}
