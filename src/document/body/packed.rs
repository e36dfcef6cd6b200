//! Packed segments: a body takes about a fifth of the memory of its text, because a large site
//! keeps one for every page.

use std::ops::Range;

use super::fixed::Fixed;
use crate::document::varint;

/// A range of a body's segments: the page, or the content of a block or note.
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
    /// HTML of text in which glossary words may be linked. It contains no markup; one text may be
    /// split into several segments.
    Text(&'a str),
    /// A hole, by its index in the body.
    Hole(usize),
    /// The end of the innermost link, with a note on where it leads.
    LinkEnd,
    /// The end of the innermost table's wrapper.
    TableEnd,
}

/// The kind of a segment, in the lowest bits of its first number.
const FILE: usize = 0;
const FILE_TEXT: usize = 1;
const FIXED: usize = 2;
const FIXED_TEXT: usize = 3;
const OWN: usize = 4;
const OWN_TEXT: usize = 5;
const HOLE: usize = 6;
const END: usize = 7;

/// The number of bits for the kind.
const KIND_BITS: u32 = 3;

/// Whether glossary words are looked for in a piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SegmentKind {
    /// It stays as it is.
    Html,
    /// It is text.
    Text,
}

/// The kind of end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Link,
    Table,
}

impl SegmentKind {
    fn bit(self) -> usize {
        usize::from(self == Self::Text)
    }
}

/// Segments being written.
#[derive(Debug, Default)]
pub(super) struct Segments {
    packed: Vec<u8>,
    /// Bytes of the file that may still grow.
    open: Option<(SegmentKind, Range<usize>)>,
    /// Where the last bytes of the file end; the next are relative to it.
    last: usize,
    /// Whether the current line has content; an empty body counts as the start of a line.
    within_line: bool,
}

impl Segments {
    /// Returns whether the next segment begins a line.
    pub(super) fn at_line_start(&self) -> bool {
        !self.within_line
    }

    /// Adds bytes of the file, whose HTML is `html`.
    pub(super) fn file(&mut self, kind: SegmentKind, range: Range<usize>, html: &str) {
        if html.is_empty() {
            return;
        }
        if range.start
            < self
                .open
                .as_ref()
                .map_or(self.last, |(_, open)| open.end)
        {
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
        self.fixed_of(SegmentKind::Html, fixed);
    }

    pub(super) fn fixed_of(&mut self, kind: SegmentKind, fixed: Fixed) {
        self.flush();
        self.number(fixed.index() << KIND_BITS | FIXED | kind.bit());
        self.within_line = !fixed.html().ends_with('\n');
    }

    /// Adds HTML that is neither in the file nor in the table.
    pub(super) fn own(&mut self, kind: SegmentKind, html: &str) {
        if html.is_empty() {
            return;
        }
        self.flush();
        self.number(html.len() << KIND_BITS | OWN | kind.bit());
        self.packed
            .extend_from_slice(html.as_bytes());
        self.within_line = !html.ends_with('\n');
    }

    /// Adds a hole by its index.
    pub(super) fn hole(&mut self, index: usize) {
        self.flush();
        self.number(index << KIND_BITS | HOLE);
        self.within_line = true;
    }

    /// Notes that the last segment outputs nothing where it is.
    pub(super) fn shows_nothing(&mut self, at_line_start: bool) {
        self.within_line = !at_line_start;
    }

    /// Ends a link or a table's wrapper.
    pub(super) fn end(&mut self, end: End) {
        self.flush();
        self.number((end as usize) << KIND_BITS | END);
        self.within_line = true;
    }

    /// Appends the segments to those of other levels.
    pub(super) fn finish(mut self, all: &mut Vec<u8>) -> Level {
        self.flush();
        let start = all.len() as u32;
        all.append(&mut self.packed);
        Level {
            start,
            end: all.len() as u32,
        }
    }

    /// Returns the segments so far; `text` is the whole file.
    pub(super) fn iter<'a>(&'a mut self, text: &'a str) -> Unpacker<'a> {
        self.flush();
        Unpacker::new(&self.packed, text)
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

/// Unpacks segments; those of the file come with their position in it.
pub(super) struct Unpacker<'a> {
    packed: &'a [u8],
    text: &'a str,
    /// Where the last bytes of the file end.
    last: usize,
}

impl<'a> Unpacker<'a> {
    /// Unpacks segments over the text of a file.
    pub(super) fn new(packed: &'a [u8], text: &'a str) -> Self {
        Self {
            packed,
            text,
            last: 0,
        }
    }

    /// Reads a slice of the file that starts `skipped` bytes after the last, and its position.
    fn file(&mut self, skipped: usize) -> Option<(&'a str, usize)> {
        let start = self.last + skipped;
        self.last = start + varint::read(&mut self.packed)?;
        Some((self.text.get(start..self.last)?, start))
    }

    fn own(&mut self, length: usize) -> Option<&'a str> {
        let (html, rest) = self.packed.split_at_checked(length)?;
        self.packed = rest;
        std::str::from_utf8(html).ok()
    }
}

impl<'a> Iterator for Unpacker<'a> {
    type Item = (Segment<'a>, Option<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let first = varint::read(&mut self.packed)?;
        let number = first >> KIND_BITS;
        let (html, at) = match first & ((1 << KIND_BITS) - 1) {
            FILE | FILE_TEXT => self
                .file(number)
                .map(|(html, at)| (html, Some(at)))?,
            FIXED | FIXED_TEXT => (Fixed::at(number)?.html(), None),
            OWN | OWN_TEXT => (self.own(number)?, None),
            HOLE => return Some((Segment::Hole(number), None)),
            _ if number == End::Link as usize => return Some((Segment::LinkEnd, None)),
            _ => return Some((Segment::TableEnd, None)),
        };
        let is_text = first & 1 == SegmentKind::Text.bit();
        let segment = if is_text {
            Segment::Text(html)
        } else {
            Segment::Html(html)
        };
        Some((segment, at))
    }
}
