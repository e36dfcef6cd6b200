//! Slips: text that was meant as something else, such as a link or a footnote. Each kind of slip
//! looks at the pieces once, and reports only what is surely meant otherwise.

use std::ops::Range;

use pulldown_cmark::Event;

use super::findings::Findings;
use super::markdown::Piece;
use super::pass::PassContext;
use super::text::slice;
use crate::diagnostic::Code;
use crate::source::floor;

/// How far around a `](` a link may reach, in bytes; people write far shorter ones.
const LONGEST_LINK: usize = 2_000;

/// Reports all slips of a body.
pub(super) fn report(pass: PassContext<'_, '_>, findings: &mut Findings<'_>) {
    references(pass, findings);
}

/// Reports text that was meant as a link or footnote.
fn references(pass: PassContext<'_, '_>, findings: &mut Findings<'_>) {
    let body = findings.body();
    if !body.contains("](") && !body.contains("[^") {
        return;
    }
    let plain: Vec<&Range<usize>> = texts(pass).collect();
    let is_plain = |at: &usize| {
        plain
            .get(plain.partition_point(|range| range.end <= *at))
            .is_some_and(|range| range.start <= *at)
    };
    for at in places_of([b']', b'('], body).filter(is_plain) {
        space_in_link(findings, at);
    }
    for at in places_of([b'[', b'^'], body).filter(is_plain) {
        lone_reference(findings, at);
    }
}

/// Returns the ranges of text, in order.
fn texts<'p>(pass: PassContext<'p, '_>) -> impl Iterator<Item = &'p Range<usize>> {
    let is_text = |piece: &Piece<'_>| matches!(piece, Piece::Markdown(Event::Text(_)));
    pass.pieces
        .iter()
        .filter(move |(piece, _)| is_text(piece))
        .map(|(_, range)| range)
}

/// Reports a link whose target contains spaces; its `](` is at byte `at`.
fn space_in_link(findings: &mut Findings<'_>, at: usize) {
    let body = findings.body();
    let Some((target, _)) = line_from(body, at + 2).split_once(')') else {
        return;
    };
    if !target.contains(' ') || target.contains('"') || target.starts_with('<') {
        return;
    }
    let from = floor(body, at.saturating_sub(LONGEST_LINK));
    let Some(bracket) = slice(body, from..at).rfind('[') else {
        return;
    };
    let open = from + bracket;
    let correction = format!("{}](<{target}>)", slice(body, open..at));
    let hash = findings.hash();
    let range = open..at + 2 + target.len() + 1;
    findings.report(Code::SpaceInLink, range, |finding| {
        finding
            .arg("target", target)
            .likely_fix(hash, correction)
    });
}

/// Reports a reference to an undefined footnote; its `[^` is at byte `at`.
fn lone_reference(findings: &mut Findings<'_>, at: usize) {
    if let Some((name, _)) = line_from(findings.body(), at + 2).split_once(']')
        && !name.is_empty()
    {
        let range = at..at + 2 + name.len() + 1;
        findings.report(Code::LoneFootnote, range, |finding| {
            finding.arg("name", name)
        });
    }
}

/// Finds two adjacent ASCII characters. Searching for one of them is several times faster than for
/// the pair.
fn places_of([first, second]: [u8; 2], body: &str) -> impl Iterator<Item = usize> {
    body.match_indices(char::from(first))
        .map(|(at, _)| at)
        .filter(move |at| body.as_bytes().get(at + 1) == Some(&second))
}

/// Returns the rest of the line from byte `at`, as far as a link may reach.
fn line_from(body: &str, at: usize) -> &str {
    let rest = slice(body, at..floor(body, at + LONGEST_LINK));
    rest.split('\n')
        .next()
        .unwrap_or_default()
}
