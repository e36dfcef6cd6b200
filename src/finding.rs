//! A finding in words, with the lines of its places, for `pakt check --format json` and the
//! browser's panel. `report` draws findings for the terminal.

use std::borrow::Cow;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::language::{Argument, Day, Messages};
use crate::source::{SourceId, floor, line_and_column, line_start};

/// Returns the text of a source, if it has one.
pub type TextOf<'a> = dyn Fn(&SourceId) -> Option<Cow<'a, str>> + 'a;

/// The longest excerpt of a line, in characters.
const LONGEST_EXCERPT: usize = 300;

/// How much of a longer line is shown before the marked part, in characters.
const LEAD: usize = 100;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The identifier of its code: `P0123`.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The first day on which it is true, as ISO 8601; `None` if it is true already.
    pub from: Option<String>,
    /// What is wrong.
    pub message: Option<String>,
    /// What to do next.
    pub hint: Option<String>,
    /// The text that should replace the place, if pakt knows it.
    pub correction: Option<String>,
    /// That it is true only from a later day on.
    pub note: Option<String>,
    /// Where it is; `None` if it is not about a file.
    pub place: Option<ToldPlace>,
    /// Other places involved.
    pub related: Vec<ToldPlace>,
}

/// A place of a finding. Lines and columns count from 1, columns in characters; a whole file has
/// neither.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ToldPlace {
    /// The file's path from the site's folder.
    pub file: String,
    /// The line on which it starts.
    pub line: Option<usize>,
    /// The column at which it starts.
    pub column: Option<usize>,
    /// The line on which it ends.
    pub end_line: Option<usize>,
    /// The column after its end.
    pub end_column: Option<usize>,
    /// What is at the place, in a few words.
    pub label: Option<String>,
    /// The line on which it starts, as text.
    pub excerpt: Option<Excerpt>,
}

/// A line, or the part of a long one around the marked characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// The text as it is in the file.
    pub text: String,
    /// The first marked character, from 0.
    pub from: usize,
    /// The character after the last marked one.
    pub to: usize,
}

/// Puts a finding into words.
pub fn told(finding: &Diagnostic, messages: &Messages, text_of: &TextOf<'_>) -> Told {
    let place = |place: &Place, label| told_place(place, label, text_of);
    Told {
        code: finding.code.id(),
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        from: finding
            .from
            .map(|day| day.to_string()),
        message: messages.message(finding, ""),
        hint: messages.hint(finding),
        correction: finding
            .correction()
            .map(str::to_owned),
        note: note(finding, messages),
        place: finding
            .place
            .as_ref()
            .map(|own| place(own, messages.message(finding, ".label"))),
        related: finding
            .related
            .iter()
            .map(|other| place(other, messages.get("related", &[])))
            .collect(),
    }
}

/// Says from which day on a finding is true, unless it is true already.
pub fn note(finding: &Diagnostic, messages: &Messages) -> Option<String> {
    let day = Day::parse(&finding.from?.to_string())?.long(&messages.language());
    messages.get("from-day", &[("day", Argument::Text(&day))])
}

fn told_place(place: &Place, label: Option<String>, text_of: &TextOf<'_>) -> ToldPlace {
    let file = place.source.to_string();
    let Some((span, text)) = place
        .span
        .and_then(|span| Some((span.range(), text_of(&place.source)?)))
    else {
        return ToldPlace {
            file,
            label,
            ..ToldPlace::default()
        };
    };
    let (line, column) = line_and_column(&text, span.start);
    let (end_line, end_column) = line_and_column(&text, span.end);
    ToldPlace {
        file,
        line: Some(line),
        column: Some(column),
        end_line: Some(end_line),
        end_column: Some(end_column),
        label,
        excerpt: Some(excerpt(&text, span.start, span.end)),
    }
}

/// Cuts out the first marked line of a text whose bytes from `start` to `end` are marked.
fn excerpt(text: &str, start: usize, end: usize) -> Excerpt {
    let start = floor(text, start);
    let line_start = line_start(text, start);
    let (_, rest) = text.split_at(line_start);
    let line = rest
        .lines()
        .next()
        .unwrap_or_default();
    let end = end
        .min(line_start + line.len())
        .max(start);
    let from = line_and_column(rest, start - line_start).1 - 1;
    let to = line_and_column(rest, end - line_start).1 - 1;
    let too_long = line
        .chars()
        .count()
        .saturating_sub(LONGEST_EXCERPT);
    let cut = from
        .saturating_sub(LEAD)
        .min(too_long);
    let shown = line
        .chars()
        .skip(cut)
        .take(LONGEST_EXCERPT)
        .collect();
    Excerpt {
        text: shown,
        from: from - cut,
        to: (to - cut).min(LONGEST_EXCERPT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marked part of an excerpt.
    fn marked(excerpt: &Excerpt) -> String {
        excerpt
            .text
            .chars()
            .take(excerpt.to)
            .skip(excerpt.from)
            .collect()
    }

    #[test]
    fn an_excerpt_is_the_first_marked_line() {
        let text = "první\r\ndruhý řádek\r\ntřetí\r\n";
        let at = text.find("řádek").expect("a word");
        let shown = excerpt(text, at, text.len());
        assert_eq!(
            (shown.text.as_str(), marked(&shown).as_str()),
            ("druhý řádek", "řádek")
        );
        let shown = excerpt(text, 0, 0);
        assert_eq!((shown.text.as_str(), shown.from, shown.to), ("první", 0, 0));
        assert_eq!(
            excerpt("", 9, 9),
            Excerpt {
                text: String::new(),
                from: 0,
                to: 0
            }
        );
    }

    #[test]
    fn the_excerpt_of_a_long_line_holds_what_is_marked() {
        let text = format!("{}[tam](nikde.md){}", "ž ".repeat(400), " ž".repeat(400));
        let at = text.find('[').expect("a link");
        let shown = excerpt(&text, at, at + "[tam](nikde.md)".len());
        assert_eq!(
            (marked(&shown).as_str(), shown.from),
            ("[tam](nikde.md)", LEAD)
        );
        assert_eq!(shown.text.chars().count(), LONGEST_EXCERPT);
        let end = excerpt(&text, text.len() - "ž".len(), text.len());
        assert_eq!((marked(&end).as_str(), end.to), ("ž", LONGEST_EXCERPT));
        let whole = excerpt(&text, 0, text.len());
        assert_eq!((whole.from, whole.to), (0, LONGEST_EXCERPT));
    }
}
