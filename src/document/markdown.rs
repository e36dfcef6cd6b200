//! The body of a document as a stream of Markdown events and blocks, with spans of the original file.
//!
//! pulldown-cmark decides what is code, raw HTML, a list or a quotation: every fence of a block is shown to it
//! as a thematic break of the same length, and what comes back as one at the top level is a fence.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::blocks::{self, BadHead, Fence, Form, Head, Mark};
use crate::config::Markdown;

/// The deepest nesting of quotations, lists and blocks; what people write stays under ten.
pub const DEEPEST: usize = 64;

/// How often fences are looked for anew. Two rounds settle what people write; what does not settle is text.
const MOST_ROUNDS: usize = 8;

/// The longest head of an inline block, in bytes, so that many open brackets cost no more than their number.
const LONGEST_HEAD: usize = 2_000;

/// A body with its fences out of pulldown-cmark's sight.
#[derive(Debug)]
pub struct Masked<'a> {
    original: &'a str,
    text: Cow<'a, str>,
    fences: Vec<Fence>,
    options: Options,
    inline: bool,
}

/// One step of a body.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// Markdown.
    Markdown(Event<'a>),
    /// A block begins; a line block has no end.
    Open(Box<Head>),
    /// The innermost block ends.
    Close,
}

/// A body, read.
#[derive(Debug)]
pub struct Body<'a> {
    /// The steps with their bytes in the body.
    pub pieces: Vec<(Piece<'a>, Range<usize>)>,
    /// What is wrong with the blocks, with bytes in the body.
    pub problems: Vec<(Problem, Range<usize>)>,
}

/// What can be wrong with blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A block of this name is not closed.
    Unclosed(String),
    /// A fence stands in a list, quotation or footnote; the name is empty for a closing one.
    Misplaced(String),
    /// A closing fence closes nothing.
    Stray,
    /// The head cannot be read.
    BadHead(BadHead),
    /// The nesting is deeper than [`DEEPEST`].
    TooDeep,
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
        let mut reader =
            Reader { masked: self, body: Body { pieces: Vec::new(), problems: Vec::new() }, open: Vec::new(), depth: 0, next: 0 };
        reader.body.pieces.reserve(self.text.len() / 24);
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

    fn fence_at(&self, offset: usize) -> Option<usize> {
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

/// Tells whether some `[` follows a colon and a name.
fn has_inline(body: &str) -> bool {
    body.match_indices('[').any(|(at, _)| inline_start(body, at).is_some())
}

/// Returns where the colon of an inline block stands, if the bracket at `bracket` may belong to one.
fn inline_start(body: &str, bracket: usize) -> Option<usize> {
    let before = &body.as_bytes()[..bracket];
    let name = before.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
    let colon = bracket.checked_sub(name + 1)?;
    let fits = name > 0 && before[colon] == b':' && before[colon + 1].is_ascii_alphabetic();
    let free = body[..colon].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != ':' && c != '\\');
    (fits && free).then_some(colon)
}

/// Puts events and fences together.
struct Reader<'a> {
    masked: &'a Masked<'a>,
    body: Body<'a>,
    open: Vec<Opened>,
    depth: usize,
    /// The first fence that has not come yet.
    next: usize,
}

/// A container that is open, or an inline block with the byte after its bracket and attributes.
struct Opened {
    colons: usize,
    name: String,
    line: Range<usize>,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match &event {
            Event::Rule => {
                if let Some(at) = self.masked.fence_at(range.start).filter(|at| *at >= self.next) {
                    self.next = at + 1;
                    return self.fence(&self.masked.fences[at]);
                }
            }
            Event::Start(tag) if is_nesting(tag) => {
                self.depth += 1;
                if self.depth == DEEPEST + 1 {
                    self.body.problems.push((Problem::TooDeep, range.clone()));
                }
            }
            Event::End(end) if is_nesting_end(*end) => self.depth -= 1,
            _ => {}
        }
        self.body.pieces.push((Piece::Markdown(event), range));
    }

    fn fence(&mut self, fence: &Fence) {
        let line = fence.line.clone();
        if self.depth > 0 {
            let name = match &fence.mark {
                Mark::Open { head, .. } | Mark::Line { head } => head.name.clone(),
                Mark::Close { .. } | Mark::Bad { .. } => String::new(),
            };
            return self.body.problems.push((Problem::Misplaced(name), line));
        }
        match &fence.mark {
            Mark::Open { colons, head } => {
                self.open.push(Opened { colons: *colons, name: head.name.clone(), line: line.clone() });
                if self.open.len() == DEEPEST + 1 {
                    self.body.problems.push((Problem::TooDeep, line.clone()));
                }
                self.body.pieces.push((Piece::Open(Box::new(head.clone())), line));
            }
            Mark::Line { head } => self.body.pieces.push((Piece::Open(Box::new(head.clone())), line)),
            Mark::Close { colons } => self.close(*colons, line),
            Mark::Bad { why } => self.body.problems.push((Problem::BadHead(*why), line)),
        }
    }

    /// Closes the nearest block with as many colons; what is open inside it was not closed.
    fn close(&mut self, colons: usize, line: Range<usize>) {
        if !self.open.iter().any(|open| open.colons == colons) {
            return self.body.problems.push((Problem::Stray, line));
        }
        while let Some(open) = self.open.pop() {
            self.body.pieces.push((Piece::Close, line.clone()));
            if open.colons == colons {
                return;
            }
            self.body.problems.push((Problem::Unclosed(open.name), open.line));
        }
    }

    fn finish(mut self) -> Body<'a> {
        let end = self.masked.original.len();
        while let Some(open) = self.open.pop() {
            self.body.pieces.push((Piece::Close, end..end));
            self.body.problems.push((Problem::Unclosed(open.name), open.line));
        }
        if self.masked.inline {
            let Body { pieces, problems } = self.body;
            let mut inline = Inline {
                original: self.masked.original,
                pieces: Vec::with_capacity(pieces.len() + 8),
                problems,
                open: Vec::new(),
                skip: 0,
            };
            pieces.into_iter().for_each(|(piece, range)| inline.piece(piece, range));
            return Body { pieces: inline.pieces, problems: inline.problems };
        }
        self.body
    }
}

fn is_nesting(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::BlockQuote(_) | Tag::List(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList | Tag::Table(_))
}

fn is_nesting_end(end: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(end, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition | TagEnd::DefinitionList | TagEnd::Table)
}

/// Finds inline blocks in the text events of a stream.
struct Inline<'a> {
    original: &'a str,
    pieces: Vec<(Piece<'a>, Range<usize>)>,
    problems: Vec<(Problem, Range<usize>)>,
    /// Open inline blocks: where the label ends, and where all of it ends.
    open: Vec<(usize, usize)>,
    /// Text before this byte has been used.
    skip: usize,
}

impl<'a> Inline<'a> {
    fn piece(&mut self, piece: Piece<'a>, range: Range<usize>) {
        match piece {
            // Only text that stands in the file as it is can hold a block.
            Piece::Markdown(Event::Text(text)) if self.original.get(range.clone()) == Some(&*text) => self.text(range),
            Piece::Markdown(Event::End(end)) if is_leaf_end(end) => {
                while self.open.pop().is_some() {
                    self.pieces.push((Piece::Close, range.start..range.start));
                }
                self.pieces.push((Piece::Markdown(Event::End(end)), range));
            }
            piece if range.start < self.skip && !range.is_empty() => self.overlapping(piece, range),
            piece => self.pieces.push((piece, range)),
        }
    }

    /// Keeps what starts within used text only if it ends after it, as an enclosing element does.
    fn overlapping(&mut self, piece: Piece<'a>, range: Range<usize>) {
        if range.end > self.skip {
            self.pieces.push((piece, range));
        }
    }

    fn text(&mut self, range: Range<usize>) {
        let mut at = range.start.max(self.skip);
        while at < range.end {
            if let Some((label_end, end)) = self.open.last().copied()
                && label_end < range.end
            {
                self.scan(at, label_end);
                self.open.pop();
                self.pieces.push((Piece::Close, label_end..end));
                self.skip = end;
                at = end.max(label_end);
                continue;
            }
            return self.scan(at, range.end);
        }
    }

    /// Passes text on up to `end`, opening the blocks whose heads start in it.
    fn scan(&mut self, start: usize, end: usize) {
        let mut at = start;
        while let Some(colon) = self.original[at..end].find(':').map(|found| at + found) {
            match self.head(colon) {
                Some((head, label, stop)) => {
                    self.plain(start, colon);
                    self.pieces.push((Piece::Open(Box::new(head)), colon..stop));
                    self.open.push((label.end, stop));
                    self.skip = label.start;
                    if label.start < end {
                        self.text(label.start..end);
                    }
                    return;
                }
                None => at = colon + 1,
            }
        }
        self.plain(start, end);
    }

    fn head(&mut self, colon: usize) -> Option<(Head, Range<usize>, usize)> {
        let bracket = colon + 1 + self.original[colon + 1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
        if !self.original[bracket..].starts_with('[') || inline_start(self.original, bracket) != Some(colon) {
            return None;
        }
        let end = (bracket..=self.original.len().min(bracket + LONGEST_HEAD)).rev().find(|at| self.original.is_char_boundary(*at))?;
        let end = self.original[bracket..end].find("\n\n").map_or(end, |blank| bracket + blank);
        match blocks::head(self.original, colon + 1, end, Form::Inline) {
            Ok((head, stop)) => {
                let label = head.label.clone()?;
                Some((head, label, stop))
            }
            Err(why) => {
                self.problems.push((Problem::BadHead(why), colon..bracket + 1));
                None
            }
        }
    }

    fn plain(&mut self, start: usize, end: usize) {
        if start < end {
            let text = Event::Text(self.original[start..end].into());
            self.pieces.push((Piece::Markdown(text), start..end));
        }
    }
}

/// Tells whether the end of an element ends every inline block in it.
fn is_leaf_end(end: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(
        end,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::TableCell
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(body: &str) -> String {
        let masked = Masked::new(body, Markdown::default());
        let read = masked.read();
        let mut out = String::new();
        for (piece, _) in &read.pieces {
            match piece {
                Piece::Open(head) => out.push_str(&format!("<{} {}>", head.form.name(), head.name)),
                Piece::Close => out.push_str("</>"),
                Piece::Markdown(Event::Text(text)) => out.push_str(text),
                Piece::Markdown(Event::Code(text)) => out.push_str(&format!("`{text}`")),
                Piece::Markdown(Event::Start(Tag::Item)) => out.push_str("* "),
                Piece::Markdown(Event::Start(Tag::Emphasis)) => out.push('_'),
                Piece::Markdown(Event::Rule) => out.push_str("---"),
                Piece::Markdown(_) => {}
            }
        }
        for (problem, range) in read.problems {
            out.push_str(&format!(" !{problem:?} {range:?}"));
        }
        out
    }

    #[test]
    fn containers_nest_and_end_markdown() {
        assert_eq!(shape("text\n:::note\n- a\n:::\nb"), "text<container note>* a</>b");
        assert_eq!(shape("::::a\n:::b\nx\n:::\n::::"), "<container a><container b>x</></>");
        assert_eq!(shape("::x[Y]{k=v}\n***"), "<line x>---");
    }

    #[test]
    fn fences_in_code_and_html_are_text() {
        assert_eq!(shape("```\n:::note\n```\n\n:::a\nx\n:::"), ":::note\n<container a>x</>");
        assert_eq!(shape("<div>\n:::note\n</div>\n"), "");
    }

    #[test]
    fn misplaced_unclosed_and_stray_fences_are_problems() {
        assert_eq!(shape("- a\n\n  :::note\n"), "* a !Misplaced(\"note\") 5..14");
        assert_eq!(shape(":::note\nx"), "<container note>x</> !Unclosed(\"note\") 0..7");
        assert_eq!(shape("x\n\n:::"), "x !Stray 3..6");
        assert_eq!(shape("::::a\n:::b\nx\n::::"), "<container a><container b>x</></> !Unclosed(\"b\") 6..10");
    }

    #[test]
    fn inline_blocks_hold_markdown() {
        assert_eq!(shape("Na :lang[Job *Centre*]{code=en} teď."), "Na <inline lang>Job _Centre</> teď.");
        assert_eq!(shape("a:b[c] \\:lang[x] 1:x[y]"), "a:b[c] :lang[x] 1:x[y]");
        assert_eq!(shape(":a[x :b[y]{k=\"1 2\"} z] w"), "<inline a>x <inline b>y</> z</> w");
        assert_eq!(shape("`:lang[x]`"), "`:lang[x]`");
    }

    #[test]
    fn a_footnote_may_be_defined_outside_a_block() {
        let masked = Masked::new(":::note\nx[^1]\n:::\n\n[^1]: y", Markdown::default());
        assert!(masked.read().pieces.iter().any(|(piece, _)| matches!(piece, Piece::Markdown(Event::FootnoteReference(_)))));
    }
}
