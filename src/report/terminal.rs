//! Draws findings for the terminal, with the source lines that they point at.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::finding::{self, TextOf};
use crate::language::Messages;
use crate::source::{Span, floor, line_and_column, line_start};

/// The width of a drawing in columns, independent of the terminal's, so that a finding looks the
/// same everywhere.
const WIDTH: usize = 120;

/// The longest line that is drawn, in bytes; of a longer one only the number is given.
const LONGEST_LINE: usize = 2_000;

/// Draws a finding.
pub(super) fn draw(
    finding: &Diagnostic,
    messages: &Messages,
    text_of: &TextOf<'_>,
    is_styled: bool,
) -> String {
    let drawing = Drawing {
        finding,
        messages,
        text_of,
    };
    let groups: Vec<Group<'_>> = [Some(drawing.places()), drawing.day(), drawing.help()]
        .into_iter()
        .flatten()
        .collect();
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

/// What a finding is drawn from.
struct Drawing<'a, 't> {
    finding: &'a Diagnostic,
    messages: &'a Messages,
    text_of: &'a TextOf<'t>,
}

impl Drawing<'_, '_> {
    /// Draws what is wrong, at all its places.
    fn places(&self) -> Group<'static> {
        let (finding, messages) = (self.finding, self.messages);
        let title = messages
            .message(finding, "")
            .unwrap_or_else(|| finding.code.id().to_owned());
        let mut group = Group::with_title(
            self.level()
                .primary_title(title)
                .id(finding.code.id()),
        );
        if let Some(place) = &finding.place {
            let label = messages
                .message(finding, ".label")
                .unwrap_or_default();
            group = self.add(group, place, AnnotationKind::Primary, label);
        }
        let related = self.message("related", "");
        finding
            .related
            .iter()
            .fold(group, |group, place| {
                self.add(group, place, AnnotationKind::Context, related.clone())
            })
    }

    /// Draws from which day on it is true, unless it is true already.
    fn day(&self) -> Option<Group<'static>> {
        let note = finding::note(self.finding, self.messages)?;
        let level = Level::NOTE.with_name(self.message("note", "note"));
        Some(Group::with_title(level.secondary_title(note)))
    }

    /// Draws what to do next, with the corrected text.
    fn help(&self) -> Option<Group<'static>> {
        let hint = self.messages.hint(self.finding)?;
        let help = Level::HELP
            .with_name(self.message("hint", "hint"))
            .secondary_title(hint);
        Some(match self.correction() {
            Some(snippet) => help.element(snippet),
            None => Group::with_title(help),
        })
    }

    fn level(&self) -> Level<'static> {
        match self.finding.severity {
            Severity::Error => Level::ERROR.with_name(self.message("severity-error", "error")),
            Severity::Warning => {
                Level::WARNING.with_name(self.message("severity-warning", "warning"))
            }
        }
    }

    fn message(&self, key: &str, own: &str) -> String {
        self.messages
            .get(key, &[])
            .unwrap_or_else(|| own.to_owned())
    }

    /// Adds a place to a drawing: the marked line, or the file's name alone.
    fn add(
        &self,
        group: Group<'static>,
        place: &Place,
        kind: AnnotationKind,
        label: String,
    ) -> Group<'static> {
        let path = place
            .source
            .as_str()
            .replace(char::is_control, "\u{FFFD}");
        let text = (self.text_of)(&place.source);
        let Some((text, span)) = text.as_deref().zip(place.span) else {
            return group.element(Origin::path(path));
        };
        let marked = MarkedLine::new(text, span);
        if marked.is_too_long() {
            let (line, column) = line_and_column(text, marked.offset + marked.span.start);
            return group.element(
                Origin::path(path)
                    .line(line)
                    .char_column(column),
            );
        }
        let annotation = kind
            .span(marked.span.clone())
            .label((!label.is_empty()).then_some(label));
        group.element(
            marked
                .snippet()
                .path(path)
                .annotation(annotation),
        )
    }

    /// Draws the corrected text.
    fn correction(&self) -> Option<Snippet<'static, Patch<'static>>> {
        let place = self.finding.place.as_ref()?;
        let text = (self.text_of)(&place.source)?;
        let marked = MarkedLine::new(&text, place.span?);
        let correction = self.finding.correction()?.to_owned();
        if correction.starts_with(['\r', '\n']) {
            return Some(marked.below_an_empty_line(&correction));
        }
        let patch = Patch::new(marked.span.clone(), correction);
        Some(marked.snippet().patch(patch))
    }
}

/// The line of a place.
struct MarkedLine<'t> {
    number: usize,
    /// Where the line starts in the text, in bytes.
    offset: usize,
    /// The line without its end.
    text: &'t str,
    /// The marked part of it, in bytes.
    span: Range<usize>,
}

impl<'t> MarkedLine<'t> {
    fn new(text: &'t str, span: Span) -> Self {
        let span = span.range();
        let start = floor(text, span.start);
        let offset = line_start(text, start);
        let (_, rest) = text.split_at(offset);
        let start = start - offset;
        let line = rest
            .split('\n')
            .next()
            .unwrap_or_default();
        let end = floor(line, span.end.saturating_sub(offset)).max(start);
        let marked = line
            .get(start..end)
            .unwrap_or_default()
            .trim_end();
        let end = start + marked.len();
        let length = line
            .trim_end_matches('\r')
            .len()
            .max(end);
        Self {
            number: line_and_column(text, offset).0,
            offset,
            text: rest.split_at(length).0,
            span: start..end,
        }
    }

    fn is_too_long(&self) -> bool {
        self.text.len() > LONGEST_LINE
    }

    fn snippet<T: Clone>(&self) -> Snippet<'static, T> {
        Snippet::source(harmless(self.text)).line_start(self.number)
    }

    /// Draws a correction that begins with an empty line. Inserting only that would be drawn as if
    /// the line were deleted, so the whole line is replaced, with a space at its end that differs.
    fn below_an_empty_line(&self, correction: &str) -> Snippet<'static, Patch<'static>> {
        let (before, _) = self.text.split_at(self.span.start);
        let (_, after) = self.text.split_at(self.span.end);
        let source = harmless(self.text) + " ";
        let corrected = format!("{before}{}{after}", correction.replace('\r', ""));
        let patch = Patch::new(0..source.len(), corrected);
        Snippet::source(source)
            .line_start(self.number)
            .patch(patch)
    }
}

/// Replaces the control characters that the drawing lets through, each with two bytes like itself,
/// so that spans stay valid.
fn harmless(text: &str) -> String {
    text.replace(|c| ('\u{80}'..='\u{9f}').contains(&c), "·")
}
