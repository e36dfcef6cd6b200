//! Segments, packed: a body costs about a fifth of its text in memory, since every page of a large
//! site keeps one.

use std::ops::Range;

use super::fixed::Fixed;
use crate::document::varint;

/// A run of segments among all of a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    start: u32,
    end: u32,
}

impl Level {
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A piece of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// HTML as it is.
    Html(&'a str),
    /// HTML of text in which words of the glossary may lead to their meaning; it holds no markup,
    /// and one run may come in several segments.
    Text(&'a str),
    /// Something to fill in, by its place among the body's holes.
    Hole(usize),
    /// The innermost link ends, with a word about where it leads.
    LinkEnd,
    /// What the innermost table is in ends.
    TableEnd,
}

/// What a segment is, in the lowest bits of its first number.
const FILE: usize = 0;
const FILE_TEXT: usize = 1;
const FIXED: usize = 2;
const FIXED_TEXT: usize = 3;
const OWN: usize = 4;
const OWN_TEXT: usize = 5;
const HOLE: usize = 6;
const END: usize = 7;

/// How many bits of the first number say what a segment is.
const KIND_BITS: u32 = 3;

/// What becomes of HTML when the glossary's words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It stays.
    Html,
    /// It is text in which they may be.
    Text,
}

/// What ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Link,
    Table,
}

impl Kind {
    fn bit(self) -> usize {
        usize::from(self == Self::Text)
    }
}

/// Segments that are being put together.
#[derive(Debug, Default)]
pub(super) struct Segments {
    packed: Vec<u8>,
    /// Bytes of the file that may still grow.
    open: Option<(Kind, Range<usize>)>,
    /// Where the last bytes of the file end: the next are counted from there.
    last: usize,
    /// Whether the last of it is no end of a line; nothing at all counts as one.
    within_line: bool,
}

impl Segments {
    /// Returns whether what comes next begins a line.
    pub(super) fn at_line_start(&self) -> bool {
        !self.within_line
    }

    /// Adds bytes of the file, which are `html`.
    pub(super) fn file(&mut self, kind: Kind, range: Range<usize>, html: &str) {
        if html.is_empty() {
            return;
        }
        if range.start < self.open.as_ref().map_or(self.last, |(_, open)| open.end) {
            return self.own(kind, html);
        }
        self.within_line = !html.ends_with('\n');
        match &mut self.open {
            Some((open, grown)) if *open == kind && grown.end == range.start => {
                grown.end = range.end
            }
            _ => {
                self.flush();
                self.open = Some((kind, range));
            }
        }
    }

    pub(super) fn fixed(&mut self, fixed: Fixed) {
        self.fixed_of(Kind::Html, fixed);
    }

    pub(super) fn fixed_of(&mut self, kind: Kind, fixed: Fixed) {
        self.flush();
        self.number(fixed.place() << KIND_BITS | FIXED | kind.bit());
        self.within_line = !fixed.html().ends_with('\n');
    }

    /// Adds HTML that is neither in the file nor in the table.
    pub(super) fn own(&mut self, kind: Kind, html: &str) {
        if html.is_empty() {
            return;
        }
        self.flush();
        self.number(html.len() << KIND_BITS | OWN | kind.bit());
        self.packed.extend_from_slice(html.as_bytes());
        self.within_line = !html.ends_with('\n');
    }

    /// Adds something to fill in.
    pub(super) fn hole(&mut self, place: usize) {
        self.flush();
        self.number(place << KIND_BITS | HOLE);
        self.within_line = true;
    }

    /// Says that what was added last shows nothing where it is.
    pub(super) fn shows_nothing(&mut self, at_line_start: bool) {
        self.within_line = !at_line_start;
    }

    /// Ends a link or what a table is in.
    pub(super) fn end(&mut self, end: End) {
        self.flush();
        self.number((end as usize) << KIND_BITS | END);
        self.within_line = true;
    }

    /// Puts the segments behind those of other levels.
    pub(super) fn finish(mut self, all: &mut Vec<u8>) -> Level {
        self.flush();
        let start = all.len() as u32;
        all.append(&mut self.packed);
        Level {
            start,
            end: all.len() as u32,
        }
    }

    /// Returns the segments as they are so far; `text` is the whole file.
    pub(super) fn iter<'a>(
        &'a mut self,
        text: &'a str,
    ) -> impl Iterator<Item = (Segment<'a>, Option<usize>)> {
        self.flush();
        located(&self.packed, text)
    }

    fn flush(&mut self) {
        if let Some((kind, range)) = self.open.take() {
            self.number((range.start - self.last) << KIND_BITS | FILE | kind.bit());
            self.number(range.len());
            self.last = range.end;
        }
    }

    fn number(&mut self, number: usize) {
        varint::write(&mut self.packed, number);
    }
}

/// Reads packed segments.
pub(super) fn segments<'a>(packed: &'a [u8], text: &'a str) -> impl Iterator<Item = Segment<'a>> {
    located(packed, text).map(|(segment, _)| segment)
}

/// Reads packed segments, with the byte of the file at which those begin that are of it.
fn located<'a>(
    mut packed: &'a [u8],
    text: &'a str,
) -> impl Iterator<Item = (Segment<'a>, Option<usize>)> {
    let mut last = 0;
    std::iter::from_fn(move || {
        let first = varint::read(&mut packed)?;
        let number = first >> KIND_BITS;
        let (html, at) = match first & ((1 << KIND_BITS) - 1) {
            FILE | FILE_TEXT => {
                let start = last + number;
                last = start + varint::read(&mut packed)?;
                (text.get(start..last)?, Some(start))
            }
            FIXED | FIXED_TEXT => (Fixed::at(number)?.html(), None),
            OWN | OWN_TEXT => {
                let (html, rest) = packed.split_at_checked(number)?;
                packed = rest;
                (std::str::from_utf8(html).ok()?, None)
            }
            HOLE => return Some((Segment::Hole(number), None)),
            _ if number == End::Link as usize => return Some((Segment::LinkEnd, None)),
            _ => return Some((Segment::TableEnd, None)),
        };
        let is_text = first & 1 == Kind::Text.bit();
        Some((
            if is_text {
                Segment::Text(html)
            } else {
                Segment::Html(html)
            },
            at,
        ))
    })
}
