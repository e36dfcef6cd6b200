//! Labels of blocks: inline Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::elements::{element_end, inline_start};
use super::fixed::fixed;
use super::packed::Segments;
use super::text::{PlacedText, changes_of};
use crate::document::ThemeFacts;
use crate::document::markdown::{Change, Piece, PlacedPiece, Typesetting, typeset};
use crate::document::text::is_verbatim;

/// Goes before a label so that it is not read as a list or heading. As punctuation (word separator
/// middle dot) it lets `_` and `*` open emphasis, as they do at the start of a line.
const GUARD: char = '\u{2E31}';

/// A label of a block.
pub(super) struct Label<'a> {
    /// The text between the brackets.
    pub(super) text: &'a str,
    /// Its position in the file.
    pub(super) at: usize,
    /// The language whose typography applies, if any.
    pub(super) language: Option<&'a str>,
}

/// Writes a label as inline HTML.
pub(super) fn label(label: &Label<'_>, themes: &ThemeFacts) -> Segments {
    let source = format!("{GUARD}{}", label.text);
    let mut pieces = pieces(&source);
    let changes = label.language.map(|language| {
        let typesetting = Typesetting {
            body: &source,
            language,
            themes,
        };
        typeset(&mut pieces, typesetting)
    });
    let mut writer = LabelWriter {
        source: &source,
        at: label.at,
        changes: &changes.unwrap_or_default(),
        out: Segments::default(),
    };
    for (at, (piece, range)) in pieces.iter().enumerate() {
        if let Piece::Markdown(event) = piece {
            writer.event(at, event, range);
        }
    }
    writer.out
}

/// Returns the ranges of a label that people read.
pub(crate) fn label_texts(text: &str) -> Vec<Range<usize>> {
    let source = format!("{GUARD}{text}");
    let text = |(piece, range): &PlacedPiece<'_>| match piece {
        Piece::Markdown(Event::Text(_)) => Some(range.clone()),
        Piece::Markdown(Event::Code(text)) => {
            let sign = range.len().saturating_sub(text.len()) / 2;
            Some(range.start + sign..range.end - sign)
        }
        _ => None,
    };
    let texts = pieces(&source)
        .into_iter()
        .filter_map(|piece| text(&piece));
    let guard = GUARD.len_utf8();
    texts
        .map(|range| range.start - guard..range.end - guard)
        .collect()
}

/// Writes the pieces of a label.
struct LabelWriter<'a> {
    /// The label with its guard.
    source: &'a str,
    /// The position of the label in the file.
    at: usize,
    changes: &'a [Change],
    out: Segments,
}

impl LabelWriter<'_> {
    fn event(&mut self, at: usize, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) => {
                let is_verbatim = is_verbatim(self.source, range, text);
                let place = is_verbatim.then(|| self.at + range.start - GUARD.len_utf8());
                let changes = changes_of(self.changes, at);
                PlacedText::code(text, place).changed(&mut self.out, changes);
            }
            Event::Code(text) => {
                self.out.fixed(fixed!("<code>"));
                PlacedText::code(text, None).escaped(&mut self.out);
                self.out.fixed(fixed!("</code>"));
            }
            Event::Start(tag) => inline_start(tag)
                .into_iter()
                .for_each(|html| self.out.fixed(html)),
            Event::End(end) => element_end(*end)
                .into_iter()
                .for_each(|html| self.out.fixed(html)),
            _ => {}
        }
    }
}

fn pieces(source: &str) -> Vec<PlacedPiece<'_>> {
    let events = Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH).into_offset_iter();
    let mut pieces: Vec<_> = events
        .filter(|(event, _)| is_of_label(event))
        .map(|(event, range)| (Piece::Markdown(event), range))
        .collect();
    // The guard is not part of the text.
    if let Some((Piece::Markdown(Event::Text(text)), range)) = pieces.first_mut() {
        *text = text
            .strip_prefix(GUARD)
            .unwrap_or(text)
            .to_owned()
            .into();
        range.start += GUARD.len_utf8();
    }
    pieces
}

fn is_of_label(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough),
        Event::End(end) => matches!(
            end,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough
        ),
        Event::Text(_) | Event::Code(_) => true,
        _ => false,
    }
}
