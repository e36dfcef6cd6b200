//! Tables that are none, since their second line is missing or has another number of cells, and
//! rows that are too short.

use std::ops::Range;

use super::lines::{After, Line, Lines, cells, line_at, prefix};
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;
use crate::source::line_start;

/// The most columns of a table that a fix writes.
const MOST_COLUMNS: usize = 100;

/// Reports such tables of a body.
pub(super) fn report(lines: &Lines, findings: &mut Findings<'_>) {
    let mut last = 0;
    for (range, columns) in &lines.rows {
        // Several lines of text below a table are one mistake.
        let is_told = range.start == last && !slice(findings.body(), range.clone()).contains('|');
        if !is_told {
            row(range, *columns, findings);
        }
        last = next_line(findings.body(), range.end);
    }
    let mut told = 0;
    let mut rest = lines.lines.as_slice();
    while let [line, others @ ..] = rest {
        rest = others;
        if line.range.start < told || line.after == After::Heading {
            continue;
        }
        if let Some(end) = paragraph(line, others, findings) {
            told = end;
        }
    }
}

/// Reports a row with fewer cells than its table has columns, or a text right below a table.
fn row(range: &Range<usize>, columns: usize, findings: &mut Findings<'_>) {
    let text = slice(findings.body(), range.clone());
    if text.trim() == "|" && joined_bar(range, findings) {
        return;
    }
    let has_cells = text.contains('|');
    // An empty row parts two groups of rows, however many cells it has.
    let is_empty = text
        .bytes()
        .all(|byte| matches!(byte, b'|' | b' '));
    if is_empty && text.len() > 1 {
        return;
    }
    let fixed = match has_cells {
        true => filled(text, columns),
        false => format!("\n{}{text}", prefix(findings.body(), range.start)),
    };
    let hash = findings.hash();
    findings.report(Code::NotATable, range.clone(), |finding| {
        finding
            .arg("cause", if has_cells { "cells" } else { "text" })
            .arg("columns", columns.to_string())
            .likely_fix(hash, fixed)
    });
}

/// Adds the missing cells to a row.
fn filled(row: &str, columns: usize) -> String {
    let missing = columns
        .min(MOST_COLUMNS)
        .saturating_sub(cells(row));
    let end = if row.ends_with('|') { "" } else { " |" };
    format!("{row}{end}{}", "  |".repeat(missing))
}

/// Reports lines of a paragraph that were meant as a table; returns where the paragraph ends.
fn paragraph(line: &Line, others: &[Line], findings: &mut Findings<'_>) -> Option<usize> {
    let body = findings.body();
    let text = slice(body, line.range.clone());
    if text == "|" && line.after == After::Block {
        joined_bar(&line.range, findings);
        return None;
    }
    if is_delimiter(text) {
        let above = line_start(body, line.range.start).checked_sub(1)?;
        let above = above_line(body, above);
        let is_head = line.after == After::Line && slice(body, above.clone()).contains('|');
        if is_head {
            mismatch(above, line, findings);
            return Some(end_of_run(line, others));
        }
    }
    let next = others
        .first()
        .filter(|next| is_next(line, next))?;
    let below = slice(body, next.range.clone());
    let is_row = |text: &str| text.starts_with('|') && text.matches('|').count() > 1;
    if !is_row(text) || !below.starts_with('|') {
        return None;
    }
    if is_delimiter(below) {
        mismatch(line.range.clone(), next, findings);
        return Some(end_of_run(line, others));
    }
    if !is_row(below) {
        return None;
    }
    let prefix = prefix(body, line.range.start);
    let blank = match line.after {
        After::Line => format!("\n{prefix}"),
        _ => String::new(),
    };
    let delimiter = format!("|{}", "---|".repeat(cells(text).min(MOST_COLUMNS)));
    let fixed = format!("{blank}{text}\n{prefix}{delimiter}");
    not_a_table("line", line.range.clone(), fixed, findings);
    Some(end_of_run(line, others))
}

/// Reports a row whose last bar is on a line of its own; returns whether there is such a row above.
fn joined_bar(bar: &Range<usize>, findings: &mut Findings<'_>) -> bool {
    let body = findings.body();
    let above = line_start(body, bar.start).checked_sub(1);
    let Some(above) = above.map(|end| above_line(body, end)) else {
        return false;
    };
    let row = slice(body, above.clone());
    let is_row = row.contains('|') && !row.trim_end().ends_with('|');
    if is_row {
        let fixed = format!("{} |", row.trim_end());
        not_a_table("bar", above.start..bar.end, fixed, findings);
    }
    is_row
}

/// Reports a second line of a table that does not have as many cells as the first; the
/// rows below tell which of the two is wrong.
fn mismatch(head: Range<usize>, delimiter: &Line, findings: &mut Findings<'_>) {
    let body = findings.body();
    let text = slice(body, head.clone());
    let (of_head, of_delimiter) = (cells(text), cells(slice(body, delimiter.range.clone())));
    let below = line_at(body, next_line(body, delimiter.range.end));
    let of_below = below
        .contains('|')
        .then(|| cells(below));
    // Which of too many cells should go, nobody knows: the line with dashes is completed instead.
    let is_mendable = of_head < of_delimiter || text.contains("||");
    let is_head_wrong = match of_below {
        _ if of_head == of_delimiter || !is_mendable => false,
        Some(count) => count == of_delimiter,
        None => text.contains("||"),
    };
    if text.trim() == "|" && joined_bar(&head, findings) {
        return;
    }
    if is_head_wrong {
        let fixed = match of_head < of_delimiter {
            true => filled(text, of_delimiter),
            false => text.replace("||", "|"),
        };
        not_a_table("head", head, fixed, findings);
    } else {
        let fixed = format!("|{}", "---|".repeat(of_head.min(MOST_COLUMNS)));
        not_a_table("delimiter", delimiter.range.clone(), fixed, findings);
    }
}

fn not_a_table(cause: &str, range: Range<usize>, fixed: String, findings: &mut Findings<'_>) {
    let hash = findings.hash();
    findings.report(Code::NotATable, range, |finding| {
        finding
            .arg("cause", cause)
            .arg("columns", "")
            .likely_fix(hash, fixed)
    });
}

/// Returns whether a line can only be the second one of a table.
fn is_delimiter(text: &str) -> bool {
    text.contains('|')
        && text.contains("--")
        && text
            .bytes()
            .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// Returns whether a line is the next one of the same paragraph.
fn is_next(line: &Line, next: &Line) -> bool {
    next.number == line.number + 1 && next.after == After::Line
}

/// Returns where consecutive lines end.
fn end_of_run(line: &Line, others: &[Line]) -> usize {
    let mut last = line;
    for next in others {
        if !is_next(last, next) {
            break;
        }
        last = next;
    }
    last.range.end
}

/// Returns where the text of the line after the one that ends at a byte begins.
fn next_line(body: &str, end: usize) -> usize {
    let rest = slice(body, end..body.len());
    let Some((_, below)) = rest.split_once('\n') else {
        return body.len();
    };
    body.len()
        - below
            .trim_start_matches([' ', '>', '\t'])
            .len()
}

/// Returns the line that ends at a byte, without the markers of quotations and indentation.
fn above_line(body: &str, end: usize) -> Range<usize> {
    let start = line_start(body, end);
    let line = slice(body, start..end);
    let text = line.trim_start_matches([' ', '>', '\t']);
    let start = end - text.len();
    start..start + text.trim_end().len()
}
