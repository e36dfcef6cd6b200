//! The account of a file: what became of every byte of it. It is shown, it is markup, or it is
//! lost.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::blocks::{Form, Head};
use super::body::{Passes, Taken, comments_and_texts, label_texts};
use super::markdown::{Definition, Piece, Problem};
use crate::config::RawHtml;

/// What became of a byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// It is not shown and has no effect.
    #[default]
    Lost,
    /// It says how something is shown, or where it leads: marks of Markdown, targets, attributes,
    /// comments, settings.
    Markup,
    /// People read it, as text or as what stands for a picture.
    Shown,
}

/// What became of a file: its bytes from first to last, in ranges of one fate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account(Vec<(Range<usize>, Fate)>);

impl Account {
    /// Returns the ranges in order; together they are the whole file.
    pub fn ranges(&self) -> &[(Range<usize>, Fate)] {
        &self.0
    }

    /// Returns the ranges of a fate.
    pub fn of(&self, fate: Fate) -> impl Iterator<Item = Range<usize>> {
        self.0
            .iter()
            .filter(move |(_, own)| *own == fate)
            .map(|(range, _)| range.clone())
    }
}

/// What an account is made from.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'e, 't> {
    pub(super) passes: Passes<'e, 't>,
    /// Whether what is before the body could be read as a front matter.
    pub(super) front: bool,
    pub(super) problems: &'e [(Problem, Range<usize>)],
    pub(super) definitions: &'e [Definition],
    /// What cleaning took out, of raw HTML and with it.
    pub(super) taken: &'e Taken,
}

/// Takes the account of a file.
pub(super) fn take(evidence: Evidence<'_, '_>) -> Account {
    let mut taker = Taker {
        evidence,
        fates: vec![Fate::Lost; evidence.passes.file.len()],
        at: 0,
        open: Vec::new(),
        html: Vec::new(),
        pictures: 0,
    };
    if evidence.front {
        taker.fates[..evidence.passes.offset].fill(Fate::Markup);
    }
    for (piece, range) in evidence.passes.pieces {
        taker.piece(piece, range);
    }
    taker.gap(taker.body().len());
    taker.definitions();
    taker.notes();
    for (problem, range) in evidence.problems {
        if !matches!(problem, Problem::Unclosed(_) | Problem::TooDeep) {
            taker.paint(range.clone(), Fate::Lost);
        }
    }
    taker.taken();
    taker.finish()
}

/// Walks the pieces and gives every byte its fate.
struct Taker<'e, 't> {
    evidence: Evidence<'e, 't>,
    fates: Vec<Fate>,
    /// What of the body is before this byte has its fate.
    at: usize,
    open: Vec<Within>,
    /// The lines of the block of raw HTML that is open.
    html: Vec<Range<usize>>,
    /// How many pictures are open: of what is in one, only the text is shown.
    pictures: usize,
}

/// What the bytes between pieces may be where they are markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    /// Anything: targets, titles, marks of alerts.
    Anything,
    /// Anything on the first line: what names a footnote, the info string of code.
    FirstLine,
    /// Signs of Markdown beside spaces, and beside the signs of quotations that begin every line of
    /// one.
    Signs(&'static str),
    /// A heading, whose attributes are in braces.
    Heading,
    /// A link in a picture: it leads nowhere.
    DeadLink,
}

const PAGE: Within = Within::Signs("");

impl<'t> Taker<'_, 't> {
    fn body(&self) -> &'t str {
        &self.evidence.passes.file[self.evidence.passes.offset..]
    }

    /// Returns whether raw HTML is shown as text.
    fn escapes(&self) -> bool {
        self.evidence.passes.html == RawHtml::Escape
    }

    fn paint(&mut self, range: Range<usize>, fate: Fate) {
        let (start, end) = (
            range.start + self.evidence.passes.offset,
            range.end + self.evidence.passes.offset,
        );
        self.fates
            .get_mut(start..end)
            .into_iter()
            .for_each(|bytes| bytes.fill(fate));
    }

    /// Gives the bytes up to `end` the fate of what is between pieces here.
    fn gap(&mut self, end: usize) {
        let (start, end) = (self.at, end.max(self.at));
        if start < end {
            match self.open.last().copied().unwrap_or(PAGE) {
                Within::Anything => self.paint(start..end, Fate::Markup),
                Within::FirstLine => {
                    let line = self.body().as_bytes()[start..end]
                        .iter()
                        .position(|byte| *byte == b'\n');
                    let line = line.map_or(end, |line| start + line + 1);
                    self.paint(start..line, Fate::Markup);
                    self.signs(line..end, "`~");
                    self.set_within(Within::Signs("`~"));
                }
                Within::Signs(signs) => self.signs(start..end, signs),
                Within::Heading => self.heading(start..end),
                Within::DeadLink => self.signs(start..end, "[]()"),
            }
            self.at = end;
        }
    }

    fn set_within(&mut self, within: Within) {
        self.open
            .last_mut()
            .into_iter()
            .for_each(|open| *open = within);
    }

    fn signs(&mut self, range: Range<usize>, signs: &str) {
        let mut at = range.start;
        while at < range.end {
            // Ranges may begin within a character.
            let c = self.body().get(at..).and_then(|rest| rest.chars().next());
            let end = at + c.map_or(1, char::len_utf8).min(range.end - at);
            if c.is_some_and(|c| c.is_whitespace() || c == '>' || c == '\\' || signs.contains(c)) {
                self.paint(at..end, Fate::Markup);
            }
            at = end;
        }
    }

    /// Identifier and classes in the braces of a heading are markup; other attributes lead to
    /// nothing.
    fn heading(&mut self, range: Range<usize>) {
        let (start, text) = (
            range.start,
            self.body().get(range.clone()).unwrap_or_default(),
        );
        self.signs(range, "#=-");
        let Some(brace) = text.find('{') else { return };
        let inner = text[brace + 1..]
            .find('}')
            .map_or(text.len(), |end| brace + 1 + end);
        self.paint(start + brace..start + brace + 1, Fate::Markup);
        self.paint(
            start + inner..start + (inner + 1).min(text.len()),
            Fate::Markup,
        );
        let mut at = brace + 1;
        for word in text[at..inner].split_inclusive(char::is_whitespace) {
            if word.starts_with(['#', '.']) {
                self.paint(start + at..start + at + word.len(), Fate::Markup);
            }
            at += word.len();
        }
    }

    fn piece(&mut self, piece: &Piece<'_>, range: &Range<usize>) {
        match piece {
            Piece::Open(head) => self.open(head, range),
            // Code that begins in a label may end behind the attributes, which it then shows.
            Piece::Close => self.leaf(
                &(range.start.max(self.at).min(range.end)..range.end),
                Fate::Markup,
            ),
            Piece::Markdown(event) => self.event(event, range),
        }
    }

    fn leaf(&mut self, range: &Range<usize>, fate: Fate) {
        self.gap(range.start);
        self.paint(range.clone(), fate);
        self.at = self.at.max(range.end);
    }

    /// The head of a block: its label is shown, a label within a line comes as pieces of its own.
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
                    self.signs_of_label(label.clone());
                }
                self.at = range.end;
            }
        }
    }

    fn signs_of_label(&mut self, label: Range<usize>) {
        self.paint(label.clone(), Fate::Lost);
        self.signs(label.clone(), "*_~`");
        for text in label_texts(&self.body()[label.clone()]) {
            self.paint(
                label.start + text.start..label.start + text.end,
                Fate::Shown,
            );
        }
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => {
                self.gap(range.start);
                // A list of definitions may claim more than it holds.
                self.at = range.start;
                self.pictures += usize::from(matches!(tag, Tag::Image { .. }));
                self.open.push(self.within(tag));
            }
            Event::End(end) => {
                self.gap(range.end);
                self.open.pop();
                self.pictures -= usize::from(*end == TagEnd::Image);
                if *end == TagEnd::HtmlBlock {
                    self.html_block();
                }
            }
            Event::Text(_) => self.leaf(range, Fate::Shown),
            Event::Code(text) => {
                self.leaf(range, Fate::Markup);
                self.code(text, range);
            }
            Event::Html(_) if !self.escapes() => {
                self.leaf(range, Fate::Markup);
                self.html.push(range.clone());
            }
            Event::InlineHtml(html) if !self.escapes() => {
                let is_seen =
                    !html.starts_with("<!") && !html.starts_with("<?") || html.starts_with("<!--");
                self.leaf(range, if is_seen { Fate::Markup } else { Fate::Lost });
            }
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => self.leaf(range, Fate::Shown),
            Event::FootnoteReference(_) if self.pictures > 0 => self.leaf(range, Fate::Lost),
            Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_)
            | Event::FootnoteReference(_) => {
                self.leaf(range, Fate::Markup);
            }
        }
    }

    /// Code within a line, which may go on in the next line of a quotation.
    fn code(&mut self, text: &str, range: &Range<usize>) {
        let written = self.body().get(range.clone()).unwrap_or_default();
        let sign = written.bytes().take_while(|byte| *byte == b'`').count();
        let inner = range.start + sign..range.end.saturating_sub(sign).max(range.start + sign);
        self.paint(inner.clone(), Fate::Shown);
        if inner.len() > text.len() {
            let breaks = self.body()[inner.clone()]
                .match_indices('\n')
                .map(|(at, _)| inner.start + at)
                .collect::<Vec<_>>();
            for start in breaks {
                let rest = &self.body()[start..inner.end];
                let length = rest
                    .find(|c: char| !c.is_whitespace() && c != '>')
                    .unwrap_or(rest.len());
                self.paint(start..start + length, Fate::Markup);
            }
        }
    }

    fn within(&self, tag: &Tag<'_>) -> Within {
        match tag {
            Tag::Link { .. } if self.pictures > 0 => Within::DeadLink,
            Tag::Image { .. } if self.pictures > 1 => Within::DeadLink,
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => Within::Signs("<"),
            Tag::Link { .. } | Tag::Image { .. } => Within::Anything,
            Tag::BlockQuote(Some(_)) | Tag::CodeBlock(_) | Tag::FootnoteDefinition(_) => {
                Within::FirstLine
            }
            Tag::Heading { .. } => Within::Heading,
            Tag::Item => Within::Signs("-+*0123456789.)"),
            Tag::DefinitionListDefinition => Within::Signs(":"),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => Within::Signs("|-:"),
            Tag::Emphasis | Tag::Strong => Within::Signs("*_"),
            Tag::Strikethrough => Within::Signs("~"),
            _ => PAGE,
        }
    }

    /// Gives the texts in a block of raw HTML their fate, and comments that hide more than the
    /// author meant.
    fn html_block(&mut self) {
        for (range, fate) in comments_and_texts(self.body(), &std::mem::take(&mut self.html)) {
            self.paint(range, fate);
        }
    }

    /// Definitions of links that some link uses are markup.
    fn definitions(&mut self) {
        for definition in self.evidence.definitions {
            let fate = if definition.is_used {
                Fate::Markup
            } else {
                Fate::Lost
            };
            for at in definition.range.clone() {
                let fate = if self.body().as_bytes()[at].is_ascii_whitespace() {
                    Fate::Markup
                } else {
                    fate
                };
                self.paint(at..at + 1, fate);
            }
        }
    }

    /// Of notes with one name, the last is shown.
    fn notes(&mut self) {
        let mut last: FxHashMap<&str, &Range<usize>> = FxHashMap::default();
        for (piece, range) in self.evidence.passes.pieces {
            if let Piece::Markdown(Event::Start(Tag::FootnoteDefinition(name))) = piece
                && let Some(earlier) = last.insert(name, range)
            {
                self.paint(earlier.clone(), Fate::Lost);
            }
        }
    }

    fn taken(&mut self) {
        let taken = self.evidence.taken;
        for range in &taken.parts {
            self.fates[range.clone()].fill(Fate::Lost);
        }
        for at in taken.links.iter().cloned().flatten() {
            // Of a link that is gone, the text may still be there.
            if self.fates[at] == Fate::Markup {
                self.fates[at] = Fate::Lost;
            }
        }
        if !taken.blocks.is_empty() {
            self.blocks();
        }
    }

    /// Gives the blocks that were taken out their fate, each with all that is in it but the notes,
    /// which are shown at the end of the page.
    fn blocks(&mut self) {
        let notes = self
            .evidence
            .passes
            .pieces
            .iter()
            .filter(|(piece, _)| is_note(piece))
            .map(|(_, range)| range.clone());
        let notes: Vec<Range<usize>> = notes.collect();
        // The number of the next block, and the open ones: whether they are gone, and where they
        // began.
        let (mut number, mut open): (usize, Vec<(bool, usize)>) = (0, Vec::new());
        for (piece, range) in self.evidence.passes.pieces {
            match piece {
                Piece::Open(head) => {
                    let is_gone = self.evidence.taken.blocks.contains(&number)
                        && !open.iter().any(|(is_gone, _)| *is_gone);
                    number += 1;
                    match head.form {
                        Form::Line if is_gone => self.lose(range.clone(), &notes),
                        Form::Line => {}
                        Form::Container | Form::Inline => open.push((is_gone, range.start)),
                    }
                }
                Piece::Close => {
                    if let Some((true, start)) = open.pop() {
                        self.lose(start..range.end, &notes);
                    }
                }
                Piece::Markdown(_) => {}
            }
        }
    }

    /// Paints what is between notes.
    fn lose(&mut self, whole: Range<usize>, notes: &[Range<usize>]) {
        let first = notes.partition_point(|note| note.start < whole.start);
        let mut start = whole.start;
        for note in notes[first..]
            .iter()
            .take_while(|note| note.end <= whole.end)
        {
            self.paint(start..note.start, Fate::Lost);
            start = start.max(note.end);
        }
        self.paint(start..whole.end, Fate::Lost);
    }

    fn finish(self) -> Account {
        let mut ranges: Vec<(Range<usize>, Fate)> = Vec::new();
        let mut start = 0;
        for run in self.fates.chunk_by(|one, other| one == other) {
            ranges.push((start..start + run.len(), run[0]));
            start += run.len();
        }
        Account(ranges)
    }
}

fn is_note(piece: &Piece<'_>) -> bool {
    matches!(
        piece,
        Piece::Markdown(Event::Start(Tag::FootnoteDefinition(_)))
    )
}
