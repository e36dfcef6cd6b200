//! Identifiers of headings that are not written correctly, and so are text that readers see.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::LossContext;
use crate::diagnostic::Code;
use crate::document::account::Fate;
use crate::document::findings::Findings;
use crate::document::markdown::Piece;
use crate::document::text::slice;

/// Reports what is left of an identifier in the text of a heading.
pub(super) fn report(context: LossContext<'_, '_>, findings: &mut Findings<'_>) {
    let body = context.pass.text.body();
    if memchr::memchr2(b'{', b'}', body.as_bytes()).is_none() {
        return;
    }
    for (at, (piece, range)) in context.pass.pieces.iter().enumerate() {
        if matches!(piece, Piece::Markdown(Event::Start(Tag::Heading { .. })))
            && slice(body, range.clone()).contains(['{', '}'])
            && let Some(word) = left_over(context, at, range)
        {
            let rest = slice(body, word.end..range.end.max(word.end));
            tell(slice(body, word.clone()), &word, rest.trim(), findings);
        }
    }
}

/// Returns the range of the word that was meant as an identifier.
fn left_over(
    context: LossContext<'_, '_>,
    piece: usize,
    heading: &Range<usize>,
) -> Option<Range<usize>> {
    let body = context.pass.text.body();
    let inner = context.pass.pieces.iter().skip(piece);
    let inner = inner.take_while(|(_, range)| range.start < heading.end);
    let codes: Vec<Range<usize>> = inner
        .filter(|(piece, _)| matches!(piece, Piece::Markdown(Event::Code(_))))
        .map(|(_, range)| range.clone())
        .collect();
    let is_code = |at: usize| {
        let code = codes.get(codes.partition_point(|code| code.end <= at));
        code.is_some_and(|code| code.start <= at)
    };
    let written = slice(body, heading.clone()).trim_end();
    let mut end = heading.start + written.len();
    for word in written.rsplit(char::is_whitespace) {
        let start = end - word.len();
        let range = identifier_in(word).map(|inner| start + inner..end);
        if let Some(range) = range.filter(|range| !is_code(range.start) && is_wrong(context, range))
        {
            return Some(range);
        }
        end = start.saturating_sub(1);
    }
    None
}

/// Returns where an identifier seems to begin in a word: with `{#`, or with `#` if the word ends
/// with `}`.
fn identifier_in(word: &str) -> Option<usize> {
    let brace = word.find("{#").map(|at| {
        slice(word, 0..at)
            .trim_end_matches('{')
            .len()
    });
    let sign = word
        .ends_with('}')
        .then(|| word.find('#'))
        .flatten();
    brace
        .or(sign)
        .filter(|at| !slice(word, 0..*at).ends_with('\\'))
}

/// Returns whether readers see some of an identifier, or it begins with a second sign.
fn is_wrong(context: LossContext<'_, '_>, word: &Range<usize>) -> bool {
    let text = context.pass.text;
    let is_shown = word
        .clone()
        .filter_map(|byte| {
            context
                .account
                .at(byte + text.offset())
        })
        .any(|(_, fate)| fate == Fate::Shown);
    is_shown || slice(text.body(), word.clone()).starts_with("{##")
}

/// Reports a word that was meant as an identifier; `rest` comes after it in the heading.
fn tell(word: &str, range: &Range<usize>, rest: &str, findings: &mut Findings<'_>) {
    let name = word.trim_matches(['{', '}', '#']);
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let corrected = format!("{{#{name}}}");
    let hash = findings.hash();
    let is_last = rest
        .trim_matches(['-', '='])
        .is_empty();
    let is_sure = is_last && !name.is_empty() && name.chars().all(is_name);
    findings.report(Code::BrokenIdentifier, range.clone(), |finding| {
        let finding = finding
            .arg("text", word)
            .arg("name", name);
        match is_sure && corrected != word {
            true => finding.likely_fix(hash, corrected),
            false => finding,
        }
    });
}
