//! Parses a body in rounds: fences are hidden from pulldown-cmark, and those that turn out to be
//! code or raw HTML are shown to it in the next round. Colons of inline blocks are hidden once they
//! turn out to begin definitions, and the lines of comments that allow a finding once they turn out
//! to be comments.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::Parsed;
use super::addresses;
use super::builder::PieceBuilder;
use super::definitions::References;
use super::mask::Mask;
use crate::config::Markdown;

/// The most rounds. Two are enough for what people write; blocks that still do not settle are text.
const MOST_ROUNDS: usize = 8;

/// The average bytes of a body per piece, so that the list of pieces rarely grows.
const BYTES_PER_PIECE: usize = 24;

/// Parses a body and calls `finish` with its pieces. The first round that confirms everything
/// hidden is final, so most bodies are parsed once.
pub(crate) fn read<R>(body: &str, markdown: Markdown, finish: impl FnOnce(Parsed<'_>) -> R) -> R {
    let options = options(markdown);
    let mut mask = Mask::new(body, markdown);
    for _ in 0..MOST_ROUNDS {
        let text = mask.text();
        let (parsed, round) = round(&mask, &text, options);
        if round.holds(&mask) {
            return finish(linked(body, parsed, markdown));
        }
        round.update(&mut mask);
    }
    mask.clear();
    let (parsed, _) = round(&mask, body, options);
    finish(linked(body, parsed, markdown))
}

/// Makes links of bare addresses.
fn linked<'t>(body: &'t str, parsed: Parsed<'t>, markdown: Markdown) -> Parsed<'t> {
    match markdown.extensions {
        true => Parsed {
            pieces: addresses::link(body, parsed.pieces),
            ..parsed
        },
        false => parsed,
    }
}

/// Parses the masked text.
fn round<'t>(mask: &Mask<'t>, text: &'t str, options: Options) -> (Parsed<'t>, Round) {
    let mut round = Round::new(mask);
    let mut builder = PieceBuilder::new(mask, text.len() / BYTES_PER_PIECE);
    let mut references = References::default();
    let mut events = Parser::new_ext(text, options).into_offset_iter();
    for (event, range) in events.by_ref() {
        let range = mask.in_body(range);
        references.event(&event);
        round.event(mask, &event, &range);
        builder.event(mask.unmasked(event, &range), range);
    }
    let mut parsed = builder.finish();
    parsed.definitions = references.definitions(events.reference_definitions());
    for definition in &mut parsed.definitions {
        definition.range = mask.in_body(definition.range.clone());
    }
    parsed.comments = mask.comments();
    (parsed, round)
}

/// What a round reveals about what was hidden.
struct Round {
    /// Whether each fence came back as one.
    seen: Vec<bool>,
    /// The colons of inline blocks that began definitions.
    definitions: Vec<usize>,
    /// The hidden colons that came back as text.
    texts: Vec<usize>,
    /// The lines that turned out to be comments that allow a finding.
    comments: Vec<usize>,
}

impl Round {
    fn new(mask: &Mask<'_>) -> Self {
        Self {
            seen: vec![false; mask.fences().len()],
            definitions: Vec::new(),
            texts: Vec::new(),
            comments: Vec::new(),
        }
    }

    fn event(&mut self, mask: &Mask<'_>, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Rule => self.rule(mask, range.start),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                self.comments
                    .extend(mask.comment_at(range.start));
            }
            Event::Text(_) if mask.is_hidden(range.start) => self.texts.push(range.start),
            Event::Start(Tag::DefinitionListDefinition) if mask.is_colon_of_block(range.start) => {
                self.definitions.push(range.start);
            }
            _ => {}
        }
    }

    fn rule(&mut self, mask: &Mask<'_>, start: usize) {
        let fence = mask.fence_at(start);
        if let Some(seen) = fence.and_then(|(at, _)| self.seen.get_mut(at)) {
            *seen = true;
        }
    }

    /// Returns whether hiding was right everywhere.
    fn holds(&self, mask: &Mask<'_>) -> bool {
        self.comments.is_empty()
            && self.seen.iter().all(|seen| *seen)
            && self.texts.len() == mask.colons().len()
            && self
                .definitions
                .iter()
                .all(|colon| mask.is_elsewhere(*colon))
    }

    /// Updates the mask for the next round.
    fn update(self, mask: &mut Mask<'_>) {
        if !self.comments.is_empty() {
            // Without them, everything else may be something else.
            return mask.leave_out(&self.comments);
        }
        mask.hide_colons(&self.texts, self.definitions);
        mask.keep_fences(self.seen);
    }
}

/// The extensions of CommonMark.
fn options(markdown: Markdown) -> Options {
    if !markdown.extensions {
        return Options::empty();
    }
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns how often a body is parsed.
    fn rounds(body: &str) -> usize {
        let mut mask = Mask::new(body, Markdown::default());
        for number in 1..=MOST_ROUNDS {
            let text = mask.text();
            let (_, round) = round(&mask, &text, options(Markdown::default()));
            if round.holds(&mask) {
                return number;
            }
            round.update(&mut mask);
        }
        MOST_ROUNDS + 1
    }

    #[test]
    fn a_body_is_parsed_twice_only_if_a_guess_was_wrong() {
        for body in [
            "",
            "text\n\n- a\n",
            "::::a[A]\n:::b\nx<br>y\n:::\n::::\n\n::c[C]\n\nna :lang[x]{code=en} teď\n",
            "x\n\n:::",
        ] {
            assert_eq!(rounds(body), 1, "{body}");
        }
        for body in ["```\n:::note\n```\n", "Text\n:lang[a]{code=en}\n"] {
            assert_eq!(rounds(body), 2, "{body}");
        }
    }
}
