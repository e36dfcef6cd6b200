//! The account of a file: what became of every byte. It is shown, it is markup, or it is lost.

mod definitions;
mod fates;
mod gaps;
mod taken;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};
use rustc_hash::FxHashSet;

use super::allows::Comment;
use super::blocks::{Form, Head};
use super::body::{ElementKind, Taken, comments_and_texts, label_texts};
use super::markdown::{Definition, Piece, Problem};
use super::pass::PassContext;
use super::text::slice;
use crate::config::RawHtml;
use fates::Fates;
use gaps::Gap;

/// What became of a byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// It is not shown and has no effect.
    #[default]
    Lost,
    /// It affects how something is shown or where it links to: Markdown syntax, targets,
    /// attributes, comments, settings.
    Markup,
    /// People read it, as text or as alternative text.
    Shown,
}

/// The fates of all bytes of a file, as ranges in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account(Vec<(Range<usize>, Fate)>);

impl Account {
    /// Returns the ranges with this fate, in order. The ranges of all fates cover the whole file.
    pub fn of(&self, fate: Fate) -> impl Iterator<Item = Range<usize>> {
        self.0
            .iter()
            .filter(move |(_, own)| *own == fate)
            .map(|(range, _)| range.clone())
    }

    /// Returns the fate of a byte, and the range around it that has the same.
    pub(super) fn at(&self, byte: usize) -> Option<(Range<usize>, Fate)> {
        let index = self
            .0
            .partition_point(|(range, _)| range.end <= byte);
        self.0.get(index).cloned()
    }
}

/// What an account is made from.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'e, 't> {
    pub(super) pass: PassContext<'e, 't>,
    /// Whether the front matter could be read.
    pub(super) has_front: bool,
    pub(super) problems: &'e [(Problem, Range<usize>)],
    pub(super) definitions: &'e [Definition],
    /// The lines that were read as if they were not there.
    pub(super) comments: &'e [Comment],
    /// What sanitising took out.
    pub(super) taken: &'e Taken,
}

/// Builds the account of a file.
pub(super) fn take(evidence: Evidence<'_, '_>) -> Account {
    let text = evidence.pass.text;
    let mut builder = AccountBuilder {
        pass: evidence.pass,
        fates: Fates::new(text),
        at: 0,
        open: Vec::new(),
        html: Vec::new(),
        pictures: 0,
    };
    if evidence.has_front {
        builder
            .fates
            .paint_file(0..text.offset(), Fate::Markup);
    }
    for (piece, range) in evidence.pass.pieces {
        builder.piece(piece, range);
    }
    builder.gap(text.body().len());
    builder.definitions(evidence.definitions);
    definitions::paint_harmless(&mut builder.fates, evidence.definitions);
    builder.notes();
    builder.alternatives();
    builder.problems(evidence.problems);
    taken::paint(&mut builder.fates, evidence.pass.pieces, evidence.taken);
    for comment in evidence.comments {
        builder.paint(comment.line.clone(), Fate::Markup);
    }
    builder.fates.finish()
}

/// Walks the pieces and assigns every byte its fate.
struct AccountBuilder<'e, 't> {
    pass: PassContext<'e, 't>,
    fates: Fates<'t>,
    /// Every byte of the body before this one has its fate.
    at: usize,
    /// The gaps between pieces in each open element.
    open: Vec<Gap>,
    /// The lines of the open block of raw HTML.
    html: Vec<Range<usize>>,
    /// The number of open pictures; only the text in them is shown.
    pictures: usize,
}

impl<'t> AccountBuilder<'_, 't> {
    fn body(&self) -> &'t str {
        self.pass.text.body()
    }

    fn paint(&mut self, range: Range<usize>, fate: Fate) {
        self.fates.paint(range, fate);
    }

    /// Assigns the bytes up to `end` the fate of gaps here.
    fn gap(&mut self, end: usize) {
        if end <= self.at {
            return;
        }
        let range = self.at..end;
        self.at = end;
        let mut page = Gap::PAGE;
        let gap = self
            .open
            .last_mut()
            .unwrap_or(&mut page);
        gap.paint(range, &mut self.fates);
    }

    fn piece(&mut self, piece: &Piece<'_>, range: &Range<usize>) {
        match piece {
            Piece::Open(head) => self.open(head, range),
            // Code that begins in a label may end after the attributes, and then shows them.
            Piece::Close => {
                let start = range
                    .start
                    .max(self.at)
                    .min(range.end);
                self.leaf(&(start..range.end), Fate::Markup);
            }
            Piece::Markdown(event) => self.event(event, range),
        }
    }

    /// Assigns a fate to a piece without inner pieces.
    fn leaf(&mut self, range: &Range<usize>, fate: Fate) {
        self.gap(range.start);
        self.paint(range.clone(), fate);
        self.at = self.at.max(range.end);
    }

    /// The head of a block: its label is shown. An inline label has pieces of its own.
    fn open(&mut self, head: &Head, range: &Range<usize>) {
        self.gap(range.start);
        match &head.label {
            Some(label) if head.form == Form::Inline => {
                self.paint(range.start..label.start, Fate::Markup);
                self.at = label.start;
            }
            label => {
                self.paint(range.clone(), Fate::Markup);
                if let Some(label) = label {
                    self.label(label);
                }
                self.at = range.end;
            }
        }
    }

    fn label(&mut self, label: &Range<usize>) {
        self.paint(label.clone(), Fate::Lost);
        self.fates
            .signs(label.clone(), "*_~`");
        let written = self.pass.text.get(label);
        for (at, _) in written.match_indices("<!--") {
            let comment = slice(written, at..written.len()).split_inclusive("-->");
            let length = comment
                .map(str::len)
                .next()
                .unwrap_or_default();
            self.paint(label.start + at..label.start + at + length, Fate::Markup);
        }
        for text in label_texts(written) {
            let range = label.start + text.start..label.start + text.end;
            self.paint(range, Fate::Shown);
        }
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(*end, range),
            Event::Text(_) => self.leaf(range, Fate::Shown),
            Event::Code(text) => self.code(text, range),
            Event::Html(_) | Event::InlineHtml(_) if self.pass.html == RawHtml::Escape => {
                self.leaf(range, Fate::Shown);
            }
            Event::Html(_) => {
                self.leaf(range, Fate::Markup);
                self.html.push(range.clone());
            }
            Event::InlineHtml(html) => {
                self.leaf(range, fate_of_inline_html(html));
                // Browsers end a comment there, but Markdown goes on.
                if html.starts_with("<!--") && html.contains("--!>") {
                    self.html.push(range.clone());
                    self.html_block();
                }
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => self.leaf(range, Fate::Shown),
            Event::FootnoteReference(_) if self.pictures > 0 => self.leaf(range, Fate::Lost),
            Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_)
            | Event::FootnoteReference(_) => self.leaf(range, Fate::Markup),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        self.gap(range.start);
        // A definition list may claim more than it holds.
        self.at = range.start;
        self.pictures += usize::from(matches!(tag, Tag::Image { .. }));
        self.open
            .push(Gap::of(tag, self.pictures));
    }

    fn end(&mut self, end: TagEnd, range: &Range<usize>) {
        self.gap(range.end);
        self.open.pop();
        match end {
            TagEnd::Link => self.collapsed(range),
            TagEnd::Image => {
                self.pictures -= 1;
                self.collapsed(range);
            }
            TagEnd::HtmlBlock => self.html_block(),
            _ => {}
        }
    }

    /// The `[]` after a link such as `[text][]`, which is not in its range.
    fn collapsed(&mut self, link: &Range<usize>) {
        let after = self
            .body()
            .get(link.end - 1..)
            .unwrap_or_default();
        if after.starts_with("][]") {
            self.leaf(&(link.end..link.end + 2), Fate::Markup);
        }
    }

    /// Inline code, which may continue on the next line of a quotation.
    fn code(&mut self, text: &str, range: &Range<usize>) {
        self.leaf(range, Fate::Markup);
        let written = self
            .body()
            .get(range.clone())
            .unwrap_or_default();
        let sign = written.len() - written.trim_start_matches('`').len();
        let start = range.start + sign;
        let inner = start
            ..range
                .end
                .saturating_sub(sign)
                .max(start);
        self.paint(inner.clone(), Fate::Shown);
        if inner.len() > text.len() {
            self.line_starts(inner);
        }
    }

    /// Line breaks in code are markup, with the `>` and spaces after them.
    fn line_starts(&mut self, code: Range<usize>) {
        let mut at = code.start;
        for line in self
            .pass
            .text
            .get(&code)
            .split_inclusive('\n')
        {
            let end = at + line.len();
            if line.ends_with('\n') {
                let rest = self
                    .pass
                    .text
                    .get(&(end - 1..code.end));
                let text = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
                self.paint(end - 1..code.end - text.len(), Fate::Markup);
            }
            at = end;
        }
    }

    /// Assigns fates to the texts in a block of raw HTML, and to comments that hide more than the
    /// author meant.
    fn html_block(&mut self) {
        let html = std::mem::take(&mut self.html);
        for (range, fate) in comments_and_texts(self.body(), &html) {
            self.paint(range, fate);
        }
    }

    /// Link definitions are markup if some link uses them.
    fn definitions(&mut self, definitions: &[Definition]) {
        for Definition { range, is_used } in definitions {
            let fate = match is_used {
                true => Fate::Markup,
                false => Fate::Lost,
            };
            self.paint(range.clone(), fate);
            let bytes = self.body().bytes().enumerate();
            let bytes = bytes
                .skip(range.start)
                .take(range.len());
            for (at, _) in bytes.filter(|(_, byte)| byte.is_ascii_whitespace()) {
                self.paint(at..at + 1, Fate::Markup);
            }
        }
    }

    /// Of notes with the same name, the first is shown.
    fn notes(&mut self) {
        let mut names: FxHashSet<&str> = FxHashSet::default();
        for (piece, range) in self.pass.pieces {
            if let Piece::Markdown(Event::Start(Tag::FootnoteDefinition(name))) = piece
                && !names.insert(name)
            {
                self.fates
                    .paint(range.clone(), Fate::Lost);
            }
        }
    }

    /// The alternative texts of pictures in raw HTML are shown like those of Markdown.
    fn alternatives(&mut self) {
        for element in self.pass.elements.iter() {
            if let (ElementKind::Picture, Some(alternative)) = (element.kind, &element.alternative)
            {
                self.paint(alternative.text_in(self.body()), Fate::Shown);
            }
        }
    }

    /// A fence that is not part of a block is not shown.
    fn problems(&mut self, problems: &[(Problem, Range<usize>)]) {
        for (problem, range) in problems {
            match problem {
                Problem::Unclosed(_) | Problem::TooDeep => {}
                Problem::EndOfReported => self.paint(range.clone(), Fate::Markup),
                _ => self.paint(range.clone(), Fate::Lost),
            }
        }
    }
}

/// Returns the fate of inline raw HTML: declarations and instructions are dropped.
fn fate_of_inline_html(html: &str) -> Fate {
    let is_dropped = html.starts_with("<!") || html.starts_with("<?");
    if is_dropped && !html.starts_with("<!--") {
        Fate::Lost
    } else {
        Fate::Markup
    }
}
