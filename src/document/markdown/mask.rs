//! Hides fences from pulldown-cmark, and drops those that it finds to be code or raw HTML. The colon of a block within a line is hidden
//! where it would begin a definition.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::Body;
use super::inline::{bracket_of, has_inline};
use super::reader::Reader;
use crate::config::Markdown;
use crate::document::blocks::{self, Fence};

/// How often fences are looked for anew. Two rounds settle what people write; what does not settle is text.
const MOST_ROUNDS: usize = 8;

/// What a line of a definition may begin with before its colon: indents, quotation marks, marks of lists.
const BEFORE_COLON: fn(char) -> bool = |c| c.is_ascii_digit() || " \t>-+*.)".contains(c);

/// What pulldown-cmark sees instead of a colon that begins no definition: a byte that means nothing to it.
const HIDDEN_COLON: &str = ";";

/// About how many bytes of a body make one piece of it, so that the list of them rarely grows.
const BYTES_PER_PIECE: usize = 24;

/// A body with its fences out of pulldown-cmark's sight.
#[derive(Debug)]
pub struct Masked<'a> {
    pub(super) original: &'a str,
    text: Cow<'a, str>,
    pub(super) fences: Vec<Fence>,
    /// The colons of blocks within a line that begin their line, in order.
    colons: Vec<usize>,
    options: Options,
    pub(super) inline: bool,
}

impl<'a> Masked<'a> {
    /// Takes the fences out of a body.
    pub fn new(body: &'a str, markdown: Markdown) -> Self {
        let options = options(markdown);
        let fences = if markdown.extensions { blocks::fences(body) } else { Vec::new() };
        let inline = markdown.extensions && has_inline(body);
        let mut masked = Self { original: body, text: Cow::Borrowed(body), fences, colons: Vec::new(), options, inline };
        masked.settle();
        masked
    }

    /// Reads the events and blocks.
    pub fn read(&'a self) -> Body<'a> {
        let mut reader = Reader::new(self, self.text.len() / BYTES_PER_PIECE);
        for (event, range) in Parser::new_ext(&self.text, self.options).into_offset_iter() {
            let event = self.unmasked(event, &range);
            reader.event(event, range);
        }
        reader.finish()
    }

    /// Drops the fences that pulldown-cmark finds to be code or raw HTML, until the rest are all fences, and hides the colons
    /// that it takes for those of definitions.
    fn settle(&mut self) {
        let may_begin_line = self.inline && self.original.lines().any(|line| line.trim_start_matches(BEFORE_COLON).starts_with(':'));
        // Colons that turned out to stand in code or in a link once they were hidden.
        let mut elsewhere = Vec::new();
        for _ in 0..MOST_ROUNDS {
            if self.fences.is_empty() && !may_begin_line {
                break;
            }
            self.text = Cow::Owned(self.mask());
            let mut seen = vec![false; self.fences.len()];
            let (mut found, mut texts) = (Vec::new(), Vec::new());
            for (event, range) in Parser::new_ext(&self.text, self.options).into_offset_iter() {
                match event {
                    Event::Rule => self.fence_at(range.start).into_iter().for_each(|at| seen[at] = true),
                    Event::Text(_) if self.is_hidden(range.start) => texts.push(range.start),
                    Event::Start(Tag::DefinitionListDefinition) if bracket_of(self.original, range.start).is_some() => {
                        found.push(range.start)
                    }
                    _ => {}
                }
            }
            let hidden = self.colons.len();
            elsewhere.extend(self.colons.extract_if(.., |colon| texts.binary_search(colon).is_err()));
            elsewhere.sort_unstable();
            self.colons.extend(found.into_iter().filter(|colon| elsewhere.binary_search(colon).is_err()));
            self.colons.sort_unstable();
            if seen.iter().all(|seen| *seen) && self.colons.len() == hidden && texts.len() == hidden {
                return;
            }
            let mut seen = seen.into_iter();
            self.fences.retain(|_| seen.next().unwrap_or_default());
        }
        self.fences.clear();
        self.colons.clear();
        self.text = Cow::Borrowed(self.original);
    }

    fn is_hidden(&self, colon: usize) -> bool {
        self.colons.binary_search(&colon).is_ok()
    }

    /// Puts a hidden colon back into the text that begins with it.
    fn unmasked(&self, event: Event<'a>, range: &Range<usize>) -> Event<'a> {
        match event {
            Event::Text(_) if self.is_hidden(range.start) => Event::Text(self.original[range.clone()].into()),
            event => event,
        }
    }

    fn mask(&self) -> String {
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
        let at = self.fences.partition_point(|fence| fence.line.end <= offset);
        self.fences.get(at).filter(|fence| fence.line.start <= offset).map(|_| at)
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
