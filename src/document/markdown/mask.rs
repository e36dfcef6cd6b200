//! Hides fences from pulldown-cmark, and drops those that it finds to be code or raw HTML.

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser};

use super::Body;
use super::inline::has_inline;
use super::reader::Reader;
use crate::config::Markdown;
use crate::document::blocks::{self, Fence};

/// How often fences are looked for anew. Two rounds settle what people write; what does not settle is text.
const MOST_ROUNDS: usize = 8;

/// About how many bytes of a body make one piece of it, so that the list of them rarely grows.
const BYTES_PER_PIECE: usize = 24;

/// A body with its fences out of pulldown-cmark's sight.
#[derive(Debug)]
pub struct Masked<'a> {
    pub(super) original: &'a str,
    text: Cow<'a, str>,
    pub(super) fences: Vec<Fence>,
    options: Options,
    pub(super) inline: bool,
}

impl<'a> Masked<'a> {
    /// Takes the fences out of a body.
    pub fn new(body: &'a str, markdown: Markdown) -> Self {
        let options = options(markdown);
        let fences = if markdown.extensions { blocks::fences(body) } else { Vec::new() };
        let inline = markdown.extensions && has_inline(body);
        let mut masked = Self { original: body, text: Cow::Borrowed(body), fences, options, inline };
        masked.settle();
        masked
    }

    /// Reads the events and blocks.
    pub fn read(&'a self) -> Body<'a> {
        let mut reader = Reader::new(self, self.text.len() / BYTES_PER_PIECE);
        for (event, range) in Parser::new_ext(&self.text, self.options).into_offset_iter() {
            reader.event(event, range);
        }
        reader.finish()
    }

    /// Drops the fences that pulldown-cmark finds to be code or raw HTML, until the rest are all fences.
    fn settle(&mut self) {
        for _ in 0..MOST_ROUNDS {
            if self.fences.is_empty() {
                break;
            }
            self.text = Cow::Owned(self.mask());
            let mut seen = vec![false; self.fences.len()];
            for (event, range) in Parser::new_ext(&self.text, self.options).into_offset_iter() {
                if event == Event::Rule
                    && let Some(at) = self.fence_at(range.start)
                {
                    seen[at] = true;
                }
            }
            if seen.iter().all(|seen| *seen) {
                return;
            }
            let mut seen = seen.into_iter();
            self.fences.retain(|_| seen.next().unwrap_or_default());
        }
        self.fences.clear();
        self.text = Cow::Borrowed(self.original);
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
