//! Hides fences from pulldown-cmark, and drops those that it finds to be code or raw HTML. The
//! colon of a block within a line is hidden where it would begin a definition.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::Body;
use super::definitions::References;
use super::inline::{bracket_of, has_inline};
use super::reader::Reader;
use crate::config::Markdown;
use crate::document::blocks::{self, Fence};

/// How often fences are looked for anew. Two rounds settle what people write; what does not settle
/// is text.
const MOST_ROUNDS: usize = 8;

/// What pulldown-cmark sees instead of a colon that begins no definition: a byte that means nothing
/// to it.
const HIDDEN_COLON: &str = ";";

/// About how many bytes of a body make one piece of it, so that the list of them rarely grows.
const BYTES_PER_PIECE: usize = 24;

/// Reads a body and hands its pieces on. The round in which everything hidden proves to be what it
/// was taken for is the reading: most bodies are parsed once.
pub fn read<R>(body: &str, markdown: Markdown, finish: impl FnOnce(Body<'_>) -> R) -> R {
    let mut mask = Mask::new(body, markdown);
    for _ in 0..MOST_ROUNDS {
        let text = mask.text();
        let (pieces, round) = mask.round(&text);
        if round.holds(&mask) {
            return finish(pieces);
        }
        mask.learn(round);
    }
    mask.hide_nothing();
    finish(mask.round(body).0)
}

/// What of a body is out of pulldown-cmark's sight.
pub(super) struct Mask<'a> {
    pub(super) original: &'a str,
    pub(super) fences: Vec<Fence>,
    /// The colons of blocks within a line that begin their line, in order.
    colons: Vec<usize>,
    /// Colons that turned out to be in code or in a link once they were hidden, in order.
    elsewhere: Vec<usize>,
    options: Options,
    pub(super) inline: bool,
}

/// What one reading shows of what was hidden.
struct Round {
    /// Whether each fence came back as one.
    seen: Vec<bool>,
    /// The colons of blocks within a line that were taken for those of definitions.
    definitions: Vec<usize>,
    /// The hidden colons that came back as text.
    texts: Vec<usize>,
}

impl Round {
    fn holds(&self, mask: &Mask<'_>) -> bool {
        let is_new = |colon: &usize| mask.elsewhere.binary_search(colon).is_err();
        self.seen.iter().all(|seen| *seen)
            && self.texts.len() == mask.colons.len()
            && !self.definitions.iter().any(is_new)
    }
}

impl<'a> Mask<'a> {
    fn new(original: &'a str, markdown: Markdown) -> Self {
        let fences = if markdown.extensions {
            blocks::fences(original)
        } else {
            Vec::new()
        };
        let inline = markdown.extensions && has_inline(original);
        Self {
            original,
            fences,
            colons: Vec::new(),
            elsewhere: Vec::new(),
            options: options(markdown),
            inline,
        }
    }

    /// Reads the events and blocks of the masked text.
    fn round<'t>(&self, text: &'t str) -> (Body<'t>, Round)
    where
        'a: 't,
    {
        let mut round = Round {
            seen: vec![false; self.fences.len()],
            definitions: Vec::new(),
            texts: Vec::new(),
        };
        let mut reader = Reader::new(self, text.len() / BYTES_PER_PIECE);
        let mut events = Parser::new_ext(text, self.options).into_offset_iter();
        let mut references = References::default();
        for (event, range) in events.by_ref() {
            references.event(&event);
            match &event {
                Event::Rule => self
                    .fence_at(range.start)
                    .into_iter()
                    .for_each(|at| round.seen[at] = true),
                Event::Text(_) if self.is_hidden(range.start) => round.texts.push(range.start),
                Event::Start(Tag::DefinitionListDefinition)
                    if self.inline && bracket_of(self.original, range.start).is_some() =>
                {
                    round.definitions.push(range.start);
                }
                _ => {}
            }
            let event = self.unmasked(event, &range);
            reader.event(event, range);
        }
        let mut body = reader.finish();
        body.definitions = references.definitions(events.reference_definitions());
        (body, round)
    }

    /// Drops the fences that are code or raw HTML, and hides the colons that were taken for those
    /// of definitions.
    fn learn(&mut self, round: Round) {
        self.elsewhere.extend(
            self.colons
                .extract_if(.., |colon| round.texts.binary_search(colon).is_err()),
        );
        self.elsewhere.sort_unstable();
        let elsewhere = &self.elsewhere;
        self.colons.extend(
            round
                .definitions
                .into_iter()
                .filter(|colon| elsewhere.binary_search(colon).is_err()),
        );
        self.colons.sort_unstable();
        let mut seen = round.seen.into_iter();
        self.fences.retain(|_| seen.next().unwrap_or_default());
    }

    fn hide_nothing(&mut self) {
        self.fences.clear();
        self.colons.clear();
    }

    fn text(&self) -> Cow<'a, str> {
        if self.fences.is_empty() && self.colons.is_empty() {
            Cow::Borrowed(self.original)
        } else {
            Cow::Owned(self.masked())
        }
    }

    fn is_hidden(&self, colon: usize) -> bool {
        self.colons.binary_search(&colon).is_ok()
    }

    /// Puts a hidden colon back into the text that begins with it.
    fn unmasked<'t>(&self, event: Event<'t>, range: &Range<usize>) -> Event<'t>
    where
        'a: 't,
    {
        match event {
            Event::Text(_) if self.is_hidden(range.start) => {
                Event::Text(self.original[range.clone()].into())
            }
            event => event,
        }
    }

    fn masked(&self) -> String {
        let mut masked = String::with_capacity(self.original.len());
        let mut at = 0;
        for fence in &self.fences {
            masked.push_str(&self.original[at..fence.line.start]);
            let line = &self.original[fence.line.clone()];
            let indent = line.len() - line.trim_start_matches(' ').len();
            masked.push_str(&line[..indent]);
            masked.push_str("***");
            masked.extend(std::iter::repeat_n(' ', line.len() - indent - 3));
            at = fence.line.end;
        }
        masked.push_str(&self.original[at..]);
        for colon in &self.colons {
            masked.replace_range(*colon..colon + 1, HIDDEN_COLON);
        }
        masked
    }

    /// Returns the fence that a byte lies in.
    pub(super) fn fence_at(&self, offset: usize) -> Option<usize> {
        let at = self
            .fences
            .partition_point(|fence| fence.line.end <= offset);
        self.fences
            .get(at)
            .filter(|fence| fence.line.start <= offset)
            .map(|_| at)
    }
}

/// What of Markdown is read beyond CommonMark.
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

    /// How often a body is parsed before everything hidden is what it was taken for.
    fn rounds(body: &str) -> usize {
        let mut mask = Mask::new(body, Markdown::default());
        for number in 1..=MOST_ROUNDS {
            let text = mask.text();
            let (_, round) = mask.round(&text);
            if round.holds(&mask) {
                return number;
            }
            mask.learn(round);
        }
        MOST_ROUNDS + 1
    }

    #[test]
    fn a_body_is_parsed_once_unless_something_is_not_what_it_seems() {
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
