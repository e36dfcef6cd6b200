//! The first use of a word of the glossary on a page: it leads to where the word is explained.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::writer::Writer;
use crate::document::blocks::{Form, Head};
use crate::render::escaped;

/// Blocks whose texts are links, or become parts of one.
const BLOCKS_OF_LINKS: &[&str] = &["button", "cards", "links"];

impl<'a> Writer<'a, '_, '_> {
    /// Passes a text on, with links at the first uses of the glossary's words.
    pub(super) fn words(&mut self, text: CowStr<'a>) {
        let found = self.surroundings.filter(|_| self.unlinked == 0).and_then(|around| {
            let glossary = around.renderer.glossary(around.entry)?;
            let uses = glossary.first_uses(&text, &mut self.explained);
            (!uses.is_empty()).then(|| (glossary, around.link_to_page(glossary.page), uses))
        });
        let Some((glossary, path, uses)) = found else { return self.push(Event::Text(text)) };
        let mut at = 0;
        for (range, term) in uses {
            self.push(Event::Text(text[at..range.start].to_owned().into()));
            self.raw_html(format!("<a class=\"term\" href=\"{}#{}\">", escaped(&path), escaped(glossary.id(term))));
            self.push(Event::Text(text[range.clone()].to_owned().into()));
            self.raw_html("</a>");
            at = range.end;
        }
        self.push(Event::Text(text[at..].to_owned().into()));
    }
}

/// Tells whether words in an element lead nowhere: it is a link itself, a heading, or no text that people read as such.
pub(super) fn is_unlinked(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Heading { .. } | Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::TableHead)
}

/// Tells whether the end is that of such an element.
pub(super) fn is_unlinked_end(end: TagEnd) -> bool {
    matches!(end, TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::TableHead)
}

/// Tells whether words in a block lead nowhere: it holds links, is within a line, or in another language.
pub(super) fn is_unlinked_block(head: &Head) -> bool {
    head.form == Form::Inline || head.language().is_some() || BLOCKS_OF_LINKS.contains(&head.name.as_str())
}
