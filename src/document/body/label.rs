//! Labels of blocks: Markdown within a line.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::fixed::fixed;
use super::packed::{Kind, Segments};
use super::text::{PlacedText, changes_of};
use crate::document::ThemeFacts;
use crate::document::markdown::{Piece, Typesetting, typeset};

/// Keeps a label from being read as a list or heading, so that it is text within a line. It is
/// punctuation (the word separator middle dot), beside which `_` and `*` open as at the start of a
/// line.
const GUARD: char = '\u{2E31}';

/// A label in the body that it is of.
pub(super) struct Label<'a> {
    /// The text between the brackets.
    pub(super) text: &'a str,
    /// Where that is in the file, in bytes.
    pub(super) at: usize,
    /// The language by whose rules it is set, if it is.
    pub(super) language: Option<&'a str>,
}

/// Turns a label into HTML within a line.
pub(super) fn label(label: &Label<'_>, themes: &ThemeFacts) -> Segments {
    let source = format!("{GUARD}{}", label.text);
    let mut pieces = pieces(&source);
    let changes = label
        .language
        .map(|language| {
            typeset(
                &mut pieces,
                Typesetting {
                    body: &source,
                    language,
                    themes,
                },
            )
        })
        .unwrap_or_default();
    let mut out = Segments::default();
    for (at, (piece, range)) in pieces.iter().enumerate() {
        let Piece::Markdown(event) = piece else {
            continue;
        };
        match event {
            Event::Text(text) => {
                let is_verbatim = source.get(range.clone()) == Some(text);
                let place = is_verbatim.then(|| label.at + range.start - GUARD.len_utf8());
                PlacedText {
                    text,
                    at: place,
                    kind: Kind::Html,
                }
                .changed(&mut out, changes_of(&changes, at));
            }
            Event::Code(text) => {
                out.fixed(fixed!("<code>"));
                PlacedText {
                    text,
                    at: None,
                    kind: Kind::Html,
                }
                .changed(&mut out, &[]);
                out.fixed(fixed!("</code>"));
            }
            Event::Start(Tag::Emphasis) => out.fixed(fixed!("<em>")),
            Event::Start(Tag::Strong) => out.fixed(fixed!("<strong>")),
            Event::Start(Tag::Strikethrough) => out.fixed(fixed!("<del>")),
            Event::End(TagEnd::Emphasis) => out.fixed(fixed!("</em>")),
            Event::End(TagEnd::Strong) => out.fixed(fixed!("</strong>")),
            Event::End(TagEnd::Strikethrough) => out.fixed(fixed!("</del>")),
            _ => {}
        }
    }
    out
}

/// Returns the parts of a label that people read, in bytes of it.
pub(in crate::document) fn label_texts(text: &str) -> Vec<Range<usize>> {
    let source = format!("{GUARD}{text}");
    let text = |(piece, range): &(Piece<'_>, Range<usize>)| match piece {
        Piece::Markdown(Event::Text(_)) => Some(range.clone()),
        Piece::Markdown(Event::Code(text)) => {
            let sign = range.len().saturating_sub(text.len()) / 2;
            Some(range.start + sign..range.end - sign)
        }
        _ => None,
    };
    let in_label =
        |range: Range<usize>| range.start - GUARD.len_utf8()..range.end - GUARD.len_utf8();
    pieces(&source)
        .iter()
        .filter_map(text)
        .map(in_label)
        .collect()
}

fn pieces(source: &str) -> Vec<(Piece<'_>, Range<usize>)> {
    let events = Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH).into_offset_iter();
    let mut pieces: Vec<_> = events
        .filter(|(event, _)| is_of_label(event))
        .map(|(event, range)| (Piece::Markdown(event), range))
        .collect();
    // The guard is no part of the text.
    if let Some((Piece::Markdown(Event::Text(text)), range)) = pieces.first_mut() {
        *text = text.strip_prefix(GUARD).unwrap_or(text).to_owned().into();
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
