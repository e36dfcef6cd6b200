//! Slips: text that was meant as something else, such as a link or a footnote. Each kind of slip
//! looks at the pieces once, and reports only what is surely meant otherwise.

mod alerts;
mod characters;
mod code;
mod emphasis;
mod html;
mod lines;
mod lists;
mod loose_blocks;
mod misread;
mod notation;
mod notes;
mod numbers;
mod plain;
mod products;
mod references;
mod tables;
mod targets;
mod weekdays;

use std::ops::Range;

use super::findings::Findings;
use super::markdown::Problem;
use super::pass::PassContext;
use super::text::slice;
use crate::diagnostic::Code;
use crate::source::{conflicts, floor};
use lines::Lines;
use plain::Signs;

pub(super) use notes::mark;
pub(super) use plain::PlainText;

/// How far around a `](` a link may reach, in bytes; people write far shorter ones.
const LONGEST_LINK: usize = 2_000;

/// Reports all slips of a body.
pub(super) fn report(
    pass: PassContext<'_, '_>,
    problems: &[(Problem, Range<usize>)],
    findings: &mut Findings<'_>,
) {
    by_line(pass, findings);
    inline(pass, problems, findings);
    html::report(pass, findings);
    products::report(pass, findings);
}

/// Reports lines that Markdown reads otherwise than people do, and what no line should have.
fn by_line(pass: PassContext<'_, '_>, findings: &mut Findings<'_>) {
    let lines = Lines::of(pass.pieces, findings.body());
    let debris = lists::report(&lines, findings);
    numbers::report(&lines, &debris, findings);
    misread::report(&lines, findings);
    tables::report(&lines, findings);
    code::report(&lines, findings);
    weekdays::report(pass.text, &lines, findings);
    characters::report(&lines, &debris, findings);
    for conflict in conflicts(findings.body()) {
        if !lines.is_verbatim(conflict.start) {
            findings.conflict(conflict);
        }
    }
}

/// Reports slips within lines. Most bodies have no sign of any, and cost one walk.
fn inline(
    pass: PassContext<'_, '_>,
    problems: &[(Problem, Range<usize>)],
    findings: &mut Findings<'_>,
) {
    let body = findings.body();
    let signs = Signs::of(pass.pieces, body);
    if !signs.any() {
        return;
    }
    let plain = PlainText::of(pass.pieces, body);
    if signs.brackets {
        alerts::report(&plain, findings);
        references::report(&plain, findings);
    }
    if signs.emphasis {
        emphasis::report(&plain, findings);
    }
    if signs.notation {
        notation::report(&plain, pass.themes, findings);
    }
    if signs.colons {
        loose_blocks::report(&plain, problems, pass.themes, findings);
    }
}

/// Text that was meant as something else.
struct Slip {
    range: Range<usize>,
    /// The word that selects the message; empty if there is only one.
    cause: &'static str,
    /// The text as it was meant, if that is known.
    fix: Option<String>,
}

impl Slip {
    fn new(range: Range<usize>, cause: &'static str) -> Self {
        Self {
            range,
            cause,
            fix: None,
        }
    }

    fn fixed(self, text: impl Into<String>) -> Self {
        Self {
            fix: Some(text.into()),
            ..self
        }
    }

    /// Reports the slip; the message names what is written.
    fn report(self, code: Code, findings: &mut Findings<'_>) {
        // A broken marker of an item breaks the emphasis behind it, too.
        if code == Code::UnclosedEmphasis && findings.is_within(Code::NotAList, &self.range) {
            return;
        }
        let (body, hash) = (findings.body(), findings.hash());
        let written = first_line(slice(body, self.range.clone())).to_owned();
        findings.report(code, self.range, |finding| {
            let finding = finding.arg("written", written);
            let finding = match self.cause {
                "" => finding,
                cause => finding.arg("cause", cause),
            };
            match self.fix {
                Some(text) => finding.likely_fix(hash, text),
                None => finding,
            }
        });
    }
}

fn first_line(text: &str) -> &str {
    text.lines()
        .next()
        .unwrap_or_default()
}

/// Finds two adjacent ASCII characters.
fn places_of([first, second]: [u8; 2], body: &str) -> impl Iterator<Item = usize> {
    memchr::memchr_iter(first, body.as_bytes())
        .filter(move |at| body.as_bytes().get(at + 1) == Some(&second))
}

/// Returns the rest of the line from byte `at`, as far as a link may reach.
fn line_from(body: &str, at: usize) -> &str {
    let rest = slice(body, at..floor(body, at + LONGEST_LINK));
    first_line(rest)
}

/// Returns the line before byte `at`, as far as a link may reach.
fn line_to(body: &str, at: usize) -> &str {
    let from = floor(body, at.saturating_sub(LONGEST_LINK));
    let before = slice(body, from..at);
    before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
}

/// Returns whether only markup of lists and quotations precedes byte `at` on its line.
fn begins_line(body: &str, at: usize) -> bool {
    let mut before = line_to(body, at);
    loop {
        before = before.trim_start_matches([' ', '\t', '>']);
        if !before.starts_with(|c: char| matches!(c, '-' | '*' | '+') || c.is_ascii_digit()) {
            return before.is_empty();
        }
        let (sign, rest) = before
            .split_once([' ', '\t'])
            .unwrap_or((before, ""));
        if sign.is_empty() || !is_list_sign(sign) {
            return before.is_empty();
        }
        before = rest;
    }
}

/// Returns whether a word is the sign of a list's item.
fn is_list_sign(sign: &str) -> bool {
    let is_number = |number: &str| {
        !number.is_empty()
            && number
                .bytes()
                .all(|byte| byte.is_ascii_digit())
    };
    matches!(sign, "-" | "*" | "+")
        || sign
            .strip_suffix(['.', ')'])
            .is_some_and(is_number)
}
