//! The plain text of a body: what is neither markup nor code, as ranges of the body.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::document::blocks::Form;
use crate::document::markdown::{OpenElement, Piece, PlacedPiece, VERBATIM};
use crate::document::text::{has, slice};

/// Which signs of slips a body has.
#[derive(Default)]
pub(super) struct Signs {
    /// Square brackets that are no markup.
    pub(super) brackets: bool,
    /// Characters of emphasis that are no markup.
    pub(super) emphasis: bool,
    /// What begins the notation of others.
    pub(super) notation: bool,
    /// Colons that may be meant as those of a block.
    pub(super) colons: bool,
}

impl Signs {
    /// Looks for signs. pulldown-cmark begins a text at each bracket and each delimiter of emphasis
    /// that turned out to be none, so the first byte of a text is enough.
    pub(super) fn of(pieces: &[PlacedPiece<'_>], body: &str) -> Self {
        let mut signs = Self {
            notation: has_notation(body),
            emphasis: has(body, " ** ") || has(body, "\n** "),
            ..Self::default()
        };
        for (piece, _) in pieces {
            let Piece::Markdown(Event::Text(text)) = piece else {
                continue;
            };
            match text.as_bytes() {
                [b'[' | b']' | b')', ..] | [b'!', b'[', ..] => signs.brackets = true,
                [b'*' | b'_' | b'~', ..] => signs.emphasis = true,
                [b':', ..] => signs.colons = true,
                _ => {}
            }
        }
        signs.brackets |= has(body, "<www.") || has(body, "< http");
        signs.colons |= signs.brackets || has(body, ":::") || has(body, "}}");
        signs
    }

    pub(super) fn any(&self) -> bool {
        self.brackets || self.emphasis || self.notation || self.colons
    }
}

/// What begins the notation of others, but for a brace and colons.
const NOTATION: [&str; 10] = [
    "!!!", "???", "=== ", "==", "++", "%%", "[[", "import ", "\n.. ", "<<< ",
];

fn has_notation(body: &str) -> bool {
    memchr::memchr(b'{', body.as_bytes()).is_some()
        || NOTATION
            .iter()
            .any(|sign| has(body, sign))
        || body.starts_with(".. ")
        || has(body, "TOC]")
        || has(body, "toc]")
        || has_shortcode(body)
}

/// Returns whether a colon follows a letter or digit directly behind a colon.
fn has_shortcode(body: &str) -> bool {
    let bytes = body.as_bytes();
    memchr::memchr_iter(b':', bytes).any(|at| {
        let next = bytes.get(at + 1);
        next.is_some_and(|next| next.is_ascii_lowercase() || matches!(next, b'+' | b'-' | b'1'))
    })
}

/// The plain text of a body.
pub(in crate::document) struct PlainText {
    parts: Vec<Part>,
    /// The ranges of links and pictures.
    links: Vec<Range<usize>>,
}

/// A part of the plain text.
pub(super) struct Part {
    pub(super) range: Range<usize>,
    /// The number of its paragraph, heading, cell or item.
    pub(super) leaf: usize,
}

impl PlainText {
    pub(in crate::document) fn of(pieces: &[PlacedPiece<'_>], body: &str) -> Self {
        let mut gatherer = Gatherer {
            body,
            text: Self {
                parts: Vec::new(),
                links: Vec::new(),
            },
            leaf: 0,
            in_code: false,
            element: OpenElement::default(),
            end: 0,
        };
        for (piece, range) in pieces {
            gatherer.piece(piece, range);
        }
        gatherer.text
    }

    /// Returns whether a byte is plain text, and not escaped.
    pub(super) fn has(&self, at: usize) -> bool {
        self.part(at).is_some()
    }

    /// Returns whether a whole range is plain text.
    pub(super) fn has_all(&self, range: &Range<usize>) -> bool {
        let mut at = range.start;
        while let Some(part) = self.part(at) {
            at = part.range.end;
            if at >= range.end {
                return true;
            }
        }
        false
    }

    /// Returns the part that contains a byte.
    pub(super) fn part(&self, at: usize) -> Option<&Part> {
        let index = self
            .parts
            .partition_point(|part| part.range.end <= at);
        self.parts
            .get(index)
            .filter(|part| part.range.start <= at)
    }

    /// Returns the parts of a paragraph, heading, cell or item, in order.
    pub(super) fn parts_of(&self, leaf: usize) -> impl Iterator<Item = &Part> {
        let first = self
            .parts
            .partition_point(|part| part.leaf < leaf);
        self.parts
            .iter()
            .skip(first)
            .take_while(move |part| part.leaf == leaf)
    }

    /// Returns the links and pictures, in order of where they begin.
    pub(super) fn links(&self) -> &[Range<usize>] {
        &self.links
    }

    /// Returns the link or picture that begins at a byte.
    pub(super) fn link_at(&self, at: usize) -> Option<&Range<usize>> {
        let index = self
            .links
            .partition_point(|link| link.start < at);
        self.links
            .get(index)
            .filter(|link| link.start == at)
    }
}

/// Gathers the plain text.
struct Gatherer<'b> {
    body: &'b str,
    text: PlainText,
    leaf: usize,
    in_code: bool,
    /// The open element of raw HTML whose text is not prose.
    element: OpenElement,
    /// Where the last text ended.
    end: usize,
}

impl Gatherer<'_> {
    fn piece(&mut self, piece: &Piece<'_>, range: &Range<usize>) {
        match piece {
            Piece::Markdown(Event::Text(_)) => self.text(range),
            Piece::Markdown(Event::InlineHtml(html)) => self.element.tag(html, &VERBATIM),
            Piece::Markdown(Event::Start(tag)) => self.start(tag, range),
            Piece::Markdown(Event::End(end)) => self.end(*end),
            Piece::Open(head) if head.form != Form::Inline => self.leaf_end(),
            _ => {}
        }
    }

    fn text(&mut self, range: &Range<usize>) {
        if self.in_code || self.element.is_open() {
            return;
        }
        let before = slice(self.body, self.end.min(range.start)..range.start);
        let escaped = usize::from(before.ends_with('\\'));
        self.end = range.end;
        if range.start + escaped < range.end {
            self.text.parts.push(Part {
                range: range.start + escaped..range.end,
                leaf: self.leaf,
            });
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Link { .. } | Tag::Image { .. } => self.text.links.push(range.clone()),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            tag => {
                self.leaf_end();
                self.in_code = matches!(tag, Tag::CodeBlock(_));
            }
        }
    }

    fn end(&mut self, end: TagEnd) {
        let is_inline = matches!(
            end,
            TagEnd::Link
                | TagEnd::Image
                | TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
        );
        if !is_inline {
            self.leaf_end();
            self.in_code = false;
        }
    }

    fn leaf_end(&mut self) {
        self.leaf += 1;
        self.element = OpenElement::default();
    }
}
