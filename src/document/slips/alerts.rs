//! Marks of alerts that have no effect: with a title on their line, of a kind that there is not, or
//! outside a quotation.

use super::plain::PlainText;
use super::{Slip, begins_line, line_from, line_to, places_of};
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;

/// The kinds of alerts, with the words that people write for them: in other programs, and in the
/// languages of our readers.
const KINDS: [(&str, &[&str]); 5] = [
    (
        "NOTE",
        &[
            "note",
            "info",
            "notice",
            "abstract",
            "summary",
            "todo",
            "question",
            "faq",
            "quote",
            "example",
            "poznámka",
            "poznamka",
            "hinweis",
            "примітка",
            "uwaga",
        ],
    ),
    (
        "TIP",
        &["tip", "hint", "success", "check", "done", "rada", "порада"],
    ),
    (
        "IMPORTANT",
        &[
            "important",
            "důležité",
            "dulezite",
            "wichtig",
            "важливо",
            "ważne",
        ],
    ),
    (
        "WARNING",
        &[
            "warning",
            "attention",
            "warn",
            "varování",
            "varovani",
            "upozornění",
            "upozorneni",
            "pozor",
            "achtung",
            "warnung",
            "увага",
            "ostrzeżenie",
        ],
    ),
    (
        "CAUTION",
        &[
            "caution",
            "danger",
            "error",
            "failure",
            "bug",
            "fail",
            "missing",
            "nebezpečí",
            "nebezpeci",
            "gefahr",
            "небезпека",
        ],
    ),
];

/// Reports the marks of alerts that have no effect.
pub(super) fn report(plain: &PlainText, findings: &mut Findings<'_>) {
    let body = findings.body();
    for at in places_of([b'[', b'!'], body) {
        if findings.is_full() {
            return;
        }
        if let Some(slip) = mark(plain, body, at) {
            slip.report(Code::NotAnAlert, findings);
        }
    }
}

/// Reads the mark at byte `at`.
fn mark(plain: &PlainText, body: &str, at: usize) -> Option<Slip> {
    let line = line_from(body, at).trim_end();
    let (word, rest) = line.get(2..)?.split_once(']')?;
    let is_word = word.starts_with(char::is_alphabetic)
        && word
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    let title = rest
        .strip_prefix(['-', '+'])
        .unwrap_or(rest);
    let ends = title.is_empty() || title.starts_with(char::is_whitespace);
    if !is_word || !ends || !plain.has(at) || !begins_line(body, at) {
        return None;
    }
    let kind = kind(word);
    let title = title.trim();
    let range = at..at + line.len();
    let before = line_to(body, at);
    if !before.contains('>') {
        let slip = Slip::new(range, "alone");
        let is_simple = before.is_empty() && title.is_empty();
        return Some(match kind.filter(|_| is_simple) {
            Some(kind) => quoted(plain, body, at, kind).unwrap_or(slip),
            None => slip,
        });
    }
    let cause = match kind {
        None => "kind",
        Some(kind) if !kind.eq_ignore_ascii_case(word) => "kind",
        Some(_) if !rest.is_empty() => "title",
        Some(_) => "place",
    };
    let slip = Slip::new(range, cause);
    Some(match (kind, cause) {
        (None, _) | (_, "place") => slip,
        (Some(kind), _) => slip.fixed(with_title(kind, title, before)),
    })
}

/// Returns the kind that a word means.
fn kind(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    KINDS
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()))
        .map(|(kind, _)| *kind)
}

/// Returns a mark on its own line, with the title in a paragraph below it.
fn with_title(kind: &str, title: &str, before: &str) -> String {
    let mark = format!("[!{kind}]");
    if title.is_empty() {
        return mark;
    }
    // The first line of a list's item has the item's sign, which the next lines do not repeat.
    let prefix: String = before
        .chars()
        .map(|c| if c == '>' { '>' } else { ' ' })
        .collect();
    let empty = prefix.trim_end();
    format!("{mark}\n{prefix}**{title}**\n{empty}")
}

/// Returns a mark outside a quotation with its paragraph, all in one.
fn quoted(plain: &PlainText, body: &str, at: usize, kind: &str) -> Option<Slip> {
    let leaf = plain.part(at)?.leaf;
    let end = plain.parts_of(leaf).last()?.range.end;
    let end = end + line_from(body, end).trim_end().len();
    let text = slice(body, at..end);
    if text.len() > super::LONGEST_LINK || text.contains("\r\n") {
        return None;
    }
    let lines = text.lines().skip(1);
    let lines: String = lines
        .map(|line| format!("\n> {line}"))
        .collect();
    Some(Slip::new(at..end, "alone").fixed(format!("> [!{kind}]{lines}")))
}
