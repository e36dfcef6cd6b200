//! Code whose end is missing: everything after it is shown as code.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::markdown::Piece;
use crate::document::pass::PassContext;
use crate::document::text::{has, slice};

/// Reports code blocks that have no end, and returns whether there are any.
pub(super) fn report(pass: PassContext<'_, '_>, findings: &mut Findings<'_>) -> bool {
    let mut is_any = false;
    for code in unclosed(pass) {
        is_any = true;
        let line = pass.text.get(&code);
        let line = line
            .lines()
            .next()
            .unwrap_or_default();
        let sign = slice(line, 0..sign(line));
        let range = code.start..code.start + line.len();
        findings.report(Code::Swallowed, range, |finding| {
            finding
                .arg("cause", "code")
                .arg("name", line.trim_end())
                .arg("end", sign)
        });
    }
    is_any
}

/// Returns the ranges of code blocks that have no end.
fn unclosed<'e>(pass: PassContext<'e, '_>) -> impl Iterator<Item = Range<usize>> + use<'e> {
    let body = pass.text.body();
    let pieces = match has(body, "```") || has(body, "~~~") {
        true => pass.pieces,
        false => &[],
    };
    pieces
        .iter()
        .filter(|(piece, _)| is_fenced(piece))
        .map(|(_, range)| range.clone())
        .filter(move |range| !is_closed(slice(body, range.clone())))
}

fn is_fenced(piece: &Piece<'_>) -> bool {
    matches!(
        piece,
        Piece::Markdown(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))))
    )
}

/// Returns where code or a comment without an end begins to swallow the end of a block, if one
/// does: then it is no fault of the block that it is not closed.
pub(in crate::document) fn swallowing(pass: PassContext<'_, '_>) -> Option<usize> {
    let body = pass.text.body();
    let comments = pass
        .pieces
        .iter()
        .filter(|(piece, range)| {
            let is_html = matches!(piece, Piece::Markdown(Event::Start(Tag::HtmlBlock)));
            let html = slice(body, range.clone());
            is_html && html.trim_start().starts_with("<!--") && !html.contains("-->")
        })
        .map(|(_, range)| range.clone());
    unclosed(pass)
        .chain(comments)
        .find(|range| slice(body, range.clone()).contains("\n:::"))
        .map(|range| range.start)
}

/// Returns whether the last line of a code block ends it.
fn is_closed(code: &str) -> bool {
    let length = sign(code);
    let Some((_, last)) = code.trim_end().rsplit_once('\n') else {
        return false;
    };
    // In a quotation, each line has its sign.
    let last = last.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    last.len() >= length
        && code
            .chars()
            .next()
            .is_some_and(|c| last.chars().all(|own| own == c))
}

/// Returns the length of the sign at the beginning of code.
fn sign(code: &str) -> usize {
    let rest = code.trim_start_matches(
        code.chars()
            .next()
            .unwrap_or_default(),
    );
    code.len() - rest.len()
}
