//! SVG pictures stripped of what could run or make requests: only drawing elements and attributes
//! stay.

use quick_xml::escape::unescape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, Writer};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::SourceId;

/// The elements that draw (SVG 2, chapters 5 to 14), with filters and text, without links, scripts,
/// styles and animation.
const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "linearGradient",
    "radialGradient",
    "stop",
    "pattern",
    "clipPath",
    "mask",
    "marker",
    "view",
    "switch",
    "filter",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "feTile",
    "feTurbulence",
];

/// The most nested elements; real drawings stay far below.
const DEEPEST: usize = 256;

/// Why a picture cannot be used.
#[derive(Debug)]
pub(super) enum Broken {
    /// It is not in UTF-8.
    Encoding,
    /// Its first element is not `<svg>`, or it has none.
    NoSvg,
    /// It ends before all elements are closed.
    End,
    /// Its elements are nested too deeply.
    Deep,
    /// It is not XML: the XML library's message, in English.
    Xml(String),
}

impl Broken {
    /// Returns the finding about the picture's file.
    pub(super) fn finding(&self, source: &SourceId) -> Diagnostic {
        let cause = match self {
            Self::Encoding => "encoding",
            Self::NoSvg => "none",
            Self::End => "end",
            Self::Deep => "deep",
            Self::Xml(words) => words,
        };
        Diagnostic::new(Code::BrokenSvg, Place::file(source))
            .arg("cause", cause)
            .arg("limit", DEEPEST.to_string())
    }

    fn xml(error: impl ToString) -> Self {
        Self::Xml(error.to_string())
    }
}

/// Returns the picture with only its drawing.
///
/// Fails if the bytes are not well-formed XML, or not SVG.
pub(super) fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    let text = std::str::from_utf8(bytes).map_err(|_| Broken::Encoding)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut cleaner = Cleaner {
        writer: Writer::new(Vec::with_capacity(bytes.len())),
        open: Vec::new(),
        is_svg: false,
    };
    loop {
        match reader
            .read_event()
            .map_err(Broken::xml)?
        {
            Event::Eof => return cleaner.finish(),
            Event::Start(start) => cleaner.start(&start)?,
            Event::Empty(start) => cleaner.empty(&start)?,
            Event::End(end) => cleaner.end(end)?,
            text @ (Event::Text(_) | Event::GeneralRef(_)) => cleaner.text(text)?,
            // Declarations, document types (and with them entities), comments, CDATA and
            // instructions draw nothing.
            _ => {}
        }
    }
}

/// Writes a picture with only its drawing.
struct Cleaner {
    writer: Writer<Vec<u8>>,
    /// Whether each open element is left out.
    open: Vec<bool>,
    /// Whether the outermost element was `<svg>`.
    is_svg: bool,
}

impl Cleaner {
    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Broken> {
        self.is_svg |= self.open.is_empty() && start.local_name().as_ref() == "svg";
        let is_left_out = self.is_hidden() || !self.is_svg || !is_drawing(start);
        self.open.push(is_left_out);
        if self.open.len() > DEEPEST {
            return Err(Broken::Deep);
        }
        if is_left_out {
            return Ok(());
        }
        self.write(Event::Start(kept(start)?))
    }

    fn empty(&mut self, start: &BytesStart<'_>) -> Result<(), Broken> {
        if self.is_hidden() || !is_drawing(start) {
            return Ok(());
        }
        self.write(Event::Empty(kept(start)?))
    }

    fn end(&mut self, end: BytesEnd<'_>) -> Result<(), Broken> {
        match self.open.pop() {
            Some(false) => self.write(Event::End(end)),
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: Event<'_>) -> Result<(), Broken> {
        match self.is_hidden() {
            true => Ok(()),
            false => self.write(text),
        }
    }

    /// Returns whether the innermost open element is left out.
    fn is_hidden(&self) -> bool {
        self.open.last() == Some(&true)
    }

    fn write(&mut self, event: Event<'_>) -> Result<(), Broken> {
        self.writer
            .write_event(event)
            .map_err(Broken::xml)
    }

    fn finish(self) -> Result<Vec<u8>, Broken> {
        if !self.is_svg {
            return Err(Broken::NoSvg);
        }
        if !self.open.is_empty() {
            return Err(Broken::End);
        }
        Ok(self.writer.into_inner())
    }
}

fn is_drawing(start: &BytesStart<'_>) -> bool {
    start.name().prefix().is_none()
        && ELEMENTS
            .iter()
            .any(|name| *name == start.local_name().as_ref())
}

/// Returns an element with only the attributes that draw.
fn kept(start: &BytesStart<'_>) -> Result<BytesStart<'static>, Broken> {
    let name = start.name().as_ref().to_owned();
    let mut clean = BytesStart::new(name);
    for attribute in start.attributes() {
        let attribute = attribute.map_err(Broken::xml)?;
        let key = attribute.key.as_ref();
        let value = &*attribute.value;
        if is_safe(key, value) {
            clean.push_attribute(Attribute {
                key: attribute.key,
                value: attribute.value.clone(),
            });
        }
    }
    Ok(clean)
}

/// Returns whether an attribute neither runs anything nor leads out of the picture.
fn is_safe(key: &str, value: &str) -> bool {
    // The browser sees the decoded value.
    let Ok(value) = unescape(value.trim()) else {
        return false;
    };
    match key {
        "xmlns" | "xmlns:xlink" => true,
        "href" | "xlink:href" => value.starts_with('#'),
        _ => {
            !key.to_ascii_lowercase()
                .starts_with("on")
                && !key.contains(':')
                && !leads_out(&value)
        }
    }
}

/// Returns whether a value, read as CSS, may refer to something outside the picture. An escape
/// could hide such a reference, so it counts as one.
fn leads_out(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let is_outside = |rest: &str| {
        !rest
            .trim_start_matches(['"', '\'', ' '])
            .starts_with('#')
    };
    value
        .split("url(")
        .skip(1)
        .any(is_outside)
        || ["\\", "image(", "image-set(", "src(", "expression("]
            .iter()
            .any(|sign| value.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(svg: &str) -> String {
        cleaned(svg.as_bytes())
            .map(|bytes| String::from_utf8(bytes).expect("text"))
            .unwrap_or_else(|why| format!("! {why:?}"))
    }

    #[test]
    fn only_drawing_stays() {
        let svg = [
            r##"<?xml version="1.0"?><!DOCTYPE svg>"##,
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" onload="x()">"##,
            r##"<script>alert(1)</script><a href="https://x.cz"><path d="M0 0"/></a>"##,
            r##"<use href="#a"/><use href="x.svg#a"/><image href="y.png"/>"##,
            r##"<path fill="url(#g)" d="M1 1"/><path fill="url(https://x.cz)" d="M2 2"/></svg>"##,
        ];
        let kept = [
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">"##,
            r##"<use href="#a"/><use/>"##,
            r##"<path fill="url(#g)" d="M1 1"/><path d="M2 2"/></svg>"##,
        ];
        assert_eq!(clean(&svg.concat()), kept.concat());
    }

    #[test]
    fn broken_pictures_are_refused() {
        assert!(clean("<svg><g></svg>").starts_with('!'));
        assert!(clean("<html></html>").starts_with('!'));
        assert!(clean("").starts_with('!'));
        assert!(clean(&"<svg>".repeat(300)).starts_with('!'));
    }
}
