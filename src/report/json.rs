//! Findings as JSON for other programs.

use serde_json::{Value, json as object};

use super::{Reporter, TextOf};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::line_and_column;

/// Writes findings as a JSON array; lines and columns count from 1, columns in characters.
pub fn json(found: &[Diagnostic], reporter: &Reporter, text_of: &TextOf<'_>) -> String {
    let list: Vec<Value> = found.iter().map(|finding| value(finding, reporter, text_of)).collect();
    format!("{:#}\n", Value::from(list))
}

fn value(finding: &Diagnostic, reporter: &Reporter, text_of: &TextOf<'_>) -> Value {
    let words = reporter.words();
    object!({
        "code": finding.code.id(),
        "severity": match finding.severity { Severity::Error => "error", Severity::Warning => "warning" },
        "message": words.message(finding, ""),
        "hint": words.hint(finding),
        "correction": finding.correction.as_deref(),
        "place": finding.place.as_ref().map(|place| place_value(place, text_of)),
        "related": finding.related.iter().map(|place| place_value(place, text_of)).collect::<Vec<Value>>(),
    })
}

fn place_value(place: &Place, text_of: &TextOf<'_>) -> Value {
    let text = place.span.and_then(|_| text_of(&place.source));
    let position = |at: u32| text.as_deref().map(|text| line_and_column(text, at as usize));
    let (start, end) = match place.span {
        Some(span) => (position(span.start), position(span.end)),
        None => (None, None),
    };
    object!({
        "file": place.source.as_str(),
        "line": start.map(|start| start.0),
        "column": start.map(|start| start.1),
        "end_line": end.map(|end| end.0),
        "end_column": end.map(|end| end.1),
    })
}
