//! The elements of raw HTML: where each starts and ends, and which end tags have no start.

use std::ops::Range;

use html5gum::emitters::default::Token;
use rustc_hash::FxHashMap;

use super::marked::Marked;
use super::tokens::{VOID, text_of, tokens};

/// WrittenElements whose contents are text up to their end tag.
const RAW_TEXT: &[&str] = &[
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// An element of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenElement {
    /// Its name.
    pub(crate) name: Box<str>,
    /// Its start tag.
    pub(crate) tag: Range<usize>,
    /// Its end tag, if it has one.
    pub(crate) end: Option<Range<usize>>,
    /// Whether it needs an end tag; `<x/>` and `<br>` do not.
    pub(crate) has_end: bool,
    /// The element with its contents, as far as they are text rather than HTML.
    pub(crate) whole: Range<usize>,
}

/// The elements of some raw HTML.
#[derive(Debug, Default)]
pub(crate) struct WrittenElements {
    /// In the order of their start tags.
    pub(crate) all: Vec<WrittenElement>,
    /// End tags without a start, by name.
    pub(crate) strays: Vec<(Box<str>, Range<usize>)>,
}

impl WrittenElements {
    /// Finds the elements of some HTML. An end tag belongs to the nearest open element of its name,
    /// whatever else is open: `<b><i></b></i>` is read as its author meant it.
    pub(super) fn of(html: &str) -> Self {
        let mut elements = Self::default();
        let mut open: FxHashMap<Box<str>, Vec<usize>> = FxHashMap::default();
        for token in tokens(html) {
            match token {
                Token::StartTag(start) => {
                    let name: Box<str> = text_of(&start.name).into();
                    let tag = start.span.start..start.span.end;
                    let has_end = !VOID.contains(&&*name) && !start.self_closing;
                    if has_end {
                        open.entry(name.clone())
                            .or_default()
                            .push(elements.all.len());
                    }
                    elements.all.push(WrittenElement {
                        name,
                        whole: tag.clone(),
                        tag,
                        end: None,
                        has_end,
                    });
                }
                Token::EndTag(end) => {
                    let name = text_of(&end.name);
                    let of_name = open.get_mut(name).and_then(Vec::pop);
                    elements.end(of_name, name, end.span.start..end.span.end);
                }
                _ => {}
            }
        }
        elements.run_to_end(html.len());
        elements
    }

    /// Finds the elements of raw HTML at some ranges of a text.
    pub(crate) fn at(text: &str, ranges: &[Range<usize>]) -> Self {
        let marked = Marked::of(text, ranges);
        let Self { all, strays } = Self::of(&marked.html);
        Self {
            all: all
                .into_iter()
                .filter_map(|element| element.in_file(&marked))
                .collect(),
            strays: strays
                .into_iter()
                .filter_map(|(name, tag)| Some((name, marked.hull(&tag)?)))
                .collect(),
        }
    }

    fn end(&mut self, of: Option<usize>, name: &str, tag: Range<usize>) {
        match of.and_then(|index| self.all.get_mut(index)) {
            Some(element) => {
                element.whole.end = tag.end;
                element.end = Some(tag);
            }
            None => self.strays.push((name.into(), tag)),
        }
    }

    /// Text up to an end tag that is missing is text up to the end.
    fn run_to_end(&mut self, end: usize) {
        for element in &mut self.all {
            if element.is_unclosed_text() {
                element.whole.end = end;
            }
        }
    }
}

impl WrittenElement {
    /// Returns whether everything after its start tag is swallowed as text.
    pub(crate) fn is_unclosed_text(&self) -> bool {
        self.end.is_none() && RAW_TEXT.contains(&&*self.name)
    }

    /// Returns the element with ranges of the file; none if its start tag is not from there.
    pub(super) fn in_file(self, marked: &Marked) -> Option<Self> {
        Some(Self {
            tag: marked.hull(&self.tag)?,
            end: self
                .end
                .and_then(|end| marked.hull(&end)),
            whole: marked.hull(&self.whole)?,
            has_end: self.has_end,
            name: self.name,
        })
    }
}
