//! Lines that were meant as a heading and are none, and lines that were meant as text and become a
//! definition.

use super::lines::{After, Line, Lines, line_at};
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;
use crate::source::line_start;

/// The lowest level of a heading.
const LOWEST: usize = 6;

/// Reports such lines of a body.
pub(super) fn report(lines: &Lines, findings: &mut Findings<'_>) {
    for line in &lines.lines {
        heading(line, findings);
    }
    for at in &lines.definitions {
        definition(*at, findings);
    }
}

/// Reports `##Nadpis`, with no or the wrong space, and a heading whose text begins with `#`.
fn heading(line: &Line, findings: &mut Findings<'_>) {
    let body = findings.body();
    let text = slice(body, line.range.clone());
    let rest = text.trim_start_matches('#');
    let own = text.len() - rest.len();
    let title = rest.trim_start();
    if own == 0 || title.is_empty() {
        return;
    }
    let (start, before) = match line.after {
        After::Heading => {
            let start = line_start(body, line.range.start);
            (start, slice(body, start..line.range.start).trim_end())
        }
        _ => (line.range.start, ""),
    };
    if !is_meant(own, rest, line.after)
        || before
            .bytes()
            .any(|byte| byte != b'#')
    {
        return;
    }
    let level = (before.len() + own).min(LOWEST);
    let hash = findings.hash();
    findings.report(Code::NotAHeading, start..line.range.end, |finding| {
        finding.likely_fix(hash, format!("{} {title}", "#".repeat(level)))
    });
}

/// Returns whether `#` signs with this text behind them were meant to mark a heading. A single one
/// may begin a hashtag or the number of something.
fn is_meant(signs: usize, rest: &str, after: After) -> bool {
    match after {
        After::Heading => rest.starts_with(char::is_uppercase),
        _ => signs > 1 || rest.starts_with('\u{a0}'),
    }
}

/// Reports a line that begins with a colon and no space, such as `:-)`, under a paragraph.
fn definition(at: usize, findings: &mut Findings<'_>) {
    let line = line_at(findings.body(), at);
    let is_meant = line
        .get(1..)
        .is_none_or(|rest| rest.starts_with([' ', '\t', ':']) || rest.is_empty());
    if is_meant {
        return;
    }
    let hash = findings.hash();
    findings.report(Code::NotADefinition, at..at + line.len(), |finding| {
        finding.likely_fix(hash, format!("\\{line}"))
    });
}
