//! Findings drawn for the terminal, with the lines that they are about.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::finding::TextOf;
use crate::language::Messages;
use crate::source::{floor, line_and_column, line_start};

/// The width of a drawing in columns, whatever the terminal's, so that a finding looks the same
/// everywhere.
const WIDTH: usize = 120;

/// The longest line that is drawn, in bytes; of a longer one only its number is told.
const LONGEST_LINE: usize = 2_000;

/// Draws a finding.
pub(super) fn draw(
    finding: &Diagnostic,
    words: &Messages,
    text_of: &TextOf<'_>,
    is_styled: bool,
) -> String {
    let word = |key: &str, own: &str| words.get(key, &[]).unwrap_or_else(|| own.to_owned());
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(word("severity-error", "error")),
        Severity::Warning => Level::WARNING.with_name(word("severity-warning", "warning")),
    };
    let title = words
        .message(finding, "")
        .unwrap_or_else(|| finding.code.id().to_owned());
    let label = words.message(finding, ".label").unwrap_or_default();
    let text = finding
        .place
        .as_ref()
        .and_then(|place| text_of(&place.source));
    let mut main = Group::with_title(level.primary_title(title).id(finding.code.id()));
    if let Some(place) = &finding.place {
        main = shown(main, place, text.as_deref(), AnnotationKind::Primary, label);
    }
    for place in &finding.related {
        let text = text_of(&place.source);
        main = shown(
            main,
            place,
            text.as_deref(),
            AnnotationKind::Context,
            word("related", ""),
        );
    }
    let mut groups = vec![main];
    if let Some(hint) = words.hint(finding) {
        let help = Level::HELP
            .with_name(word("hint", "hint"))
            .secondary_title(hint);
        groups.push(match correction(finding, text.as_deref()) {
            Some(snippet) => help.element(snippet),
            None => Group::with_title(help),
        });
    }
    let renderer = if is_styled {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer
        .term_width(WIDTH)
        .decor_style(DecorStyle::Ascii)
        .render(&groups)
}

/// Adds a place to a drawing: the marked line, or the file's name alone.
fn shown<'a>(
    group: Group<'a>,
    place: &Place,
    text: Option<&str>,
    kind: AnnotationKind,
    label: String,
) -> Group<'a> {
    let path = place.source.as_str().replace(char::is_control, "\u{FFFD}");
    let Some((text, span)) = text.zip(place.span) else {
        return group.element(Origin::path(path));
    };
    let span = within(text, span.range());
    let excerpt = excerpt(text, &span);
    if text[excerpt.clone()]
        .lines()
        .any(|line| line.len() > LONGEST_LINE)
    {
        let (line, column) = line_and_column(text, span.start);
        return group.element(Origin::path(path).line(line).char_column(column));
    }
    let (line, _) = line_and_column(text, excerpt.start);
    let marked = span.start - excerpt.start..span.end - excerpt.start;
    let annotation: Annotation<'a> = kind
        .span(marked)
        .label((!label.is_empty()).then_some(label));
    group.element(
        Snippet::source(harmless(&text[excerpt]))
            .line_start(line)
            .path(path)
            .annotation(annotation),
    )
}

/// Draws the text to write instead.
fn correction(
    finding: &Diagnostic,
    text: Option<&str>,
) -> Option<Snippet<'static, Patch<'static>>> {
    let span = within(text?, finding.place.as_ref()?.span?.range());
    let excerpt = excerpt(text?, &span);
    let (line, _) = line_and_column(text?, excerpt.start);
    let patch = Patch::new(
        span.start - excerpt.start..span.end - excerpt.start,
        finding.correction()?.to_owned(),
    );
    Some(
        Snippet::source(harmless(&text?[excerpt]))
            .line_start(line)
            .patch(patch),
    )
}

/// Returns a text without the control characters that the drawing lets through, each of two bytes,
/// so that spans stay true.
fn harmless(text: &str) -> String {
    text.replace(|c| ('\u{80}'..='\u{9f}').contains(&c), "·")
}

/// Returns the whole lines around a span, without the end of the last, be it Windows' own.
fn excerpt(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = line_start(text, span.start);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |at| span.end + at);
    start
        ..span
            .end
            .max(start + text[start..end].trim_end_matches('\r').len())
}

/// Returns a span cut to a text, to its characters and to its first line.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let (start, end) = (
        floor(text, span.start),
        floor(text, span.end.max(span.start)),
    );
    let first_line = text[start..end].find('\n').map_or(end, |at| start + at);
    start..start + text[start..first_line].trim_end().len()
}
