//! The plain text of a body, for the search: paragraph by paragraph, under its headings. It is
//! stored as ranges of the file, a few hundred bytes a page, because a large site keeps one for
//! every page.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::blocks::Form;
use super::ids::plain_text;
use super::markdown::Piece;
use super::text::{is_verbatim, slice};
use super::varint;
use crate::config::RawHtml;

/// The plain text of a body, before typography.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prose(Box<[u8]>);

/// A part of a plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProsePart<'a> {
    /// Some text.
    Text(&'a str),
    /// The end of a paragraph, item or cell.
    Break,
    /// The next heading of the page; its text is in `Heading::title`.
    Heading,
}

/// A slice of the file: how many bytes after the last one, and its length.
const SLICE: usize = 0;
const BREAK: usize = 1;
const HEADING: usize = 2;
/// A text that is not in the file as read (`&amp;`): its length and bytes.
const LITERAL: usize = 3;

/// Builds a [`Prose`] from the pieces of a body.
#[derive(Debug, Default)]
pub(super) struct ProseBuilder {
    /// How raw HTML is treated.
    html: RawHtml,
    bytes: Vec<u8>,
    /// Where the last slice ends in the body.
    at: usize,
    /// The slice of the body that may still grow.
    open: Option<Range<usize>>,
    /// Whether the last part is text.
    in_text: bool,
    /// Whether a heading is open; its text is in `Heading::title`.
    in_heading: bool,
    /// The forms of the open blocks.
    open_blocks: Vec<Form>,
}

impl ProseBuilder {
    pub(super) fn new(html: RawHtml) -> Self {
        Self {
            html,
            ..Self::default()
        }
    }

    /// Reads the next piece of a body.
    pub(super) fn piece(&mut self, piece: &Piece<'_>, range: &Range<usize>, body: &str) {
        match piece {
            Piece::Open(head) => {
                if let (Some(label), true) = (&head.label, head.form != Form::Inline) {
                    self.end();
                    self.text(slice(body, label.clone()), label, body);
                    self.end();
                }
                self.open_blocks
                    .extend(Some(head.form).filter(|form| *form != Form::Line));
            }
            Piece::Close if self.open_blocks.pop() == Some(Form::Inline) => {}
            Piece::Close => self.end(),
            Piece::Markdown(event) => self.event(event, range, body),
        }
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>, body: &str) {
        match event {
            Event::Start(
                Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. },
            ) => {}
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => {}
            Event::Start(tag) => {
                self.end();
                self.in_heading = matches!(tag, Tag::Heading { .. });
            }
            Event::End(TagEnd::Heading(_)) => {
                self.in_heading = false;
                self.heading();
            }
            Event::End(_) => self.end(),
            Event::Text(text) | Event::Code(text) if !self.in_heading => {
                self.text(text, range, body)
            }
            Event::SoftBreak | Event::HardBreak if !self.in_heading => self.text("\n", range, body),
            Event::InlineHtml(_) if !self.in_heading => {
                if let Some(text) = plain_text(event, self.html) {
                    self.text(text, range, body);
                }
            }
            _ => {}
        }
    }

    /// Adds a text that is at a range of the body.
    fn text(&mut self, text: &str, range: &Range<usize>, body: &str) {
        self.in_text = true;
        match &mut self.open {
            Some(open) if open.end == range.start && is_verbatim(body, range, text) => {
                open.end = range.end
            }
            _ => {
                self.flush();
                if range.start >= self.at && is_verbatim(body, range, text) {
                    self.open = Some(range.clone());
                } else {
                    self.number(LITERAL);
                    self.number(text.len());
                    self.bytes
                        .extend_from_slice(text.as_bytes());
                }
            }
        }
    }

    /// Ends a paragraph; consecutive breaks become one.
    fn end(&mut self) {
        self.flush();
        if std::mem::take(&mut self.in_text) {
            self.number(BREAK);
        }
    }

    /// Begins the next heading.
    fn heading(&mut self) {
        self.end();
        self.number(HEADING);
    }

    pub(super) fn finish(mut self) -> Prose {
        self.end();
        Prose(self.bytes.into_boxed_slice())
    }

    fn flush(&mut self) {
        if let Some(slice) = self.open.take() {
            self.number((slice.start - self.at) << 2 | SLICE);
            self.number(slice.len());
            self.at = slice.end;
        }
    }

    fn number(&mut self, number: usize) {
        varint::write(&mut self.bytes, number);
    }
}

impl Prose {
    /// Returns the parts; `body` is the one it was built from.
    pub(super) fn parts<'a>(&'a self, body: &'a str) -> impl Iterator<Item = ProsePart<'a>> {
        let mut rest = &*self.0;
        let mut at = 0;
        std::iter::from_fn(move || {
            let code = varint::read(&mut rest)?;
            Some(match code & 3 {
                SLICE => {
                    let start = at + (code >> 2);
                    at = start + varint::read(&mut rest)?;
                    ProsePart::Text(body.get(start..at)?)
                }
                BREAK => ProsePart::Break,
                HEADING => ProsePart::Heading,
                _ => {
                    let length = varint::read(&mut rest)?;
                    let (text, after) = rest.split_at_checked(length)?;
                    rest = after;
                    ProsePart::Text(std::str::from_utf8(text).ok()?)
                }
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Options, parse};
    use crate::source::{Content, Source, SourceId};

    fn read(body: &str) -> String {
        let text = format!("---\ntitle: T\n---\n{body}");
        let source = Source::new(SourceId::new("content/a.md"), Content::of(text));
        let document = parse(&source, &Options::new(&crate::config::Config::empty())).document;
        let parts = document
            .prose()
            .map(|part| match part {
                ProsePart::Text(text) => text.replace('\n', "~"),
                ProsePart::Break => "/".to_owned(),
                ProsePart::Heading => "#".to_owned(),
            });
        parts.collect()
    }

    #[test]
    fn prose_is_the_text_that_people_read() {
        assert_eq!(
            read("Ž*ivot*o**pis**\ndál &amp; `kód`"),
            "Životopis~dál & kód/"
        );
        assert_eq!(
            read("a\n\n## Nadpis *b*\n\nc\n\n- d\n- e\n\n| f | g |\n|---|---|\n| h | i |\n"),
            "a/#c/d/e/f/g/h/i/"
        );
        assert_eq!(
            read("[odkaz](b.md \"x\") ![obraz](o.png) <b>tučně</b>[^1]\n\n[^1]: pozn\n"),
            "odkaz obraz tučně/pozn/"
        );
        assert_eq!(
            read(
                ":::note[Pozor *vy*]\nx\n:::\n\n::button[Dál]{href=b.md}\n\n\
                 na :lang[Job]{code=en} teď"
            ),
            "Pozor *vy*/x/Dál/na Job teď/"
        );
        assert_eq!(read("```\nkód\n```\n\n> citát\n\n\\*\n"), "kód~/citát/*/");
        assert_eq!(read(""), "");
    }

    #[test]
    fn prose_is_stored_as_ranges_of_the_file() {
        let mut builder = ProseBuilder::default();
        let body = "slovo ".repeat(1000);
        builder.text(&body, &(0..body.len()), &body);
        let prose = builder.finish();
        assert!(prose.0.len() < 8, "{}", prose.0.len());
        assert_eq!(
            prose.parts(&body).collect::<Vec<_>>(),
            [ProsePart::Text(&body), ProsePart::Break]
        );
        assert_eq!(prose.parts("jiné").count(), 0);
    }
}
