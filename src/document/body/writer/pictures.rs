//! Pictures: the alternative text is the text inside, without markup.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Writer;
use crate::config::RawHtml;
use crate::document::body::holes::{Hole, Picture};
use crate::document::body::raw::separates;
use crate::document::body::text::{changed, changes_of};

/// An open picture, whose alternative text is being collected.
pub(super) struct OpenPicture {
    picture: Picture,
    alternative: String,
    /// The number of pictures open inside it.
    inner: usize,
}

impl Writer<'_, '_> {
    pub(super) fn start_picture(&mut self, target: &str, title: &str, range: &Range<usize>) {
        self.picture = Some(OpenPicture {
            picture: Picture {
                target: target.into(),
                title: title.into(),
                alternative: "".into(),
                attributes: "".into(),
                span: self.pass.text.span(range),
            },
            alternative: String::new(),
            inner: 0,
        });
    }

    /// Adds an event to the open picture.
    pub(super) fn alternative(&mut self, at: usize, event: &Event<'_>) {
        let changes = changes_of(self.pass.changes, at);
        let Some(open) = &mut self.picture else {
            return;
        };
        match event {
            Event::Start(Tag::Image { .. }) => open.inner += 1,
            Event::End(TagEnd::Image) if open.inner > 0 => open.inner -= 1,
            Event::End(TagEnd::Image) => self.end_picture(),
            Event::Text(text) => open
                .alternative
                .push_str(&changed(text, changes)),
            Event::SoftBreak => open
                .alternative
                .push_str(&changed(" ", changes)),
            Event::HardBreak | Event::Rule => open.alternative.push(' '),
            Event::Code(text) => open.alternative.push_str(text),
            Event::InlineHtml(html) if self.pass.html == RawHtml::Escape => {
                open.alternative.push_str(html);
            }
            Event::InlineHtml(html) if separates(html) => open.alternative.push(' '),
            _ => {}
        }
    }

    fn end_picture(&mut self) {
        if let Some(open) = self.picture.take() {
            self.quiet -= 1;
            self.hole(Hole::Picture(Box::new(Picture {
                alternative: open.alternative.into(),
                ..open.picture
            })));
        }
    }
}
