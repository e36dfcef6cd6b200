//! Characters that nobody means to write: pasted from a document, or left by a conversion.

use std::ops::Range;

use memchr::memmem;

use super::line_to;
use super::lines::Lines;
use super::lists::Debris;
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;
use crate::language::{Strange, code_point, strangers};

/// The longest reference to a character: `&#x10FFFF;`.
const LONGEST_REFERENCE: usize = 10;

/// Reports the strange characters of a body; a run of the same is one finding.
pub(super) fn report(lines: &Lines, debris: &Debris, findings: &mut Findings<'_>) {
    let body = findings.body();
    let mut run: Option<(Range<usize>, char)> = None;
    for stranger in strangers(body) {
        if findings.is_full() {
            return;
        }
        let range = stranger.at..stranger.at + stranger.sign.len_utf8();
        if let Some((run, sign)) = &mut run
            && *sign == stranger.sign
            && run.end == range.start
        {
            run.end = range.end;
            continue;
        }
        if let Some((range, sign)) = run.replace((range, stranger.sign)) {
            tell(range, sign, lines, debris, findings);
        }
    }
    if let Some((range, sign)) = run {
        tell(range, sign, lines, debris, findings);
    }
    references(lines, findings);
}

/// Reports a character, unless it is shown as an example or told of as the bullet of a list.
fn tell(
    range: Range<usize>,
    sign: char,
    lines: &Lines,
    debris: &Debris,
    findings: &mut Findings<'_>,
) {
    let Some(why) = Strange::of(sign) else { return };
    let is_example = matches!(why, Strange::Lost | Strange::Private)
        && (lines.is_verbatim(range.start) || is_named(sign, &range, findings.body()));
    // `@\u{200b}name` keeps a name from becoming a mention on other sites.
    let is_guard = slice(findings.body(), 0..range.start).ends_with('@');
    if is_example || is_guard || debris.holds(range.start) {
        return;
    }
    let hash = findings.hash();
    let fixed = instead_of(sign, &range, findings.body());
    findings.report(Code::StrangeCharacter, range, |finding| {
        let finding = finding
            .arg("cause", why.name())
            .arg("sign", code_point(sign));
        match why {
            Strange::Lost | Strange::Private => finding,
            _ => finding.certain_fix(hash, fixed),
        }
    });
}

/// Returns whether the text right before a character is about it: `U+FFFD �`.
fn is_named(sign: char, range: &Range<usize>, body: &str) -> bool {
    line_to(body, range.start).contains(&code_point(sign))
}

/// Returns what a character is best replaced with: Word's line break within a paragraph with a
/// space, unless there is one.
fn instead_of(sign: char, range: &Range<usize>, body: &str) -> &'static str {
    let is_break = matches!(sign, '\u{b}' | '\u{c}');
    let (before, after) = (
        slice(body, 0..range.start),
        slice(body, range.end..body.len()),
    );
    let has_space = before.ends_with(char::is_whitespace)
        || after.is_empty()
        || after.starts_with(char::is_whitespace);
    if is_break && !has_space { " " } else { "" }
}

/// Reports references such as `&#x10;` to characters that no output can hold.
fn references(lines: &Lines, findings: &mut Findings<'_>) {
    let body = findings.body();
    for at in memmem::find_iter(body.as_bytes(), "&#") {
        let Some((sign, length)) = referred(body, at) else {
            continue;
        };
        if Strange::of(sign) == Some(Strange::Control) && !lines.is_verbatim(at) {
            findings.report(Code::StrangeCharacter, at..at + length, |finding| {
                finding
                    .arg("cause", Strange::Control.name())
                    .arg("sign", code_point(sign))
            });
        }
    }
}

/// Reads the reference at a byte: its character and length.
fn referred(body: &str, at: usize) -> Option<(char, usize)> {
    let digits = body.get(at + 2..)?;
    let end = digits
        .bytes()
        .take(LONGEST_REFERENCE)
        .position(|byte| byte == b';')?;
    let digits = digits.get(..end)?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => digits.parse(),
    };
    Some((char::from_u32(number.ok()?)?, end + 3))
}
