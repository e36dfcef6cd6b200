//! The notation of blocks: `:::name[Title]{key=value}`, `::name[Text]{…}` on a line and
//! `:name[text]{…}` within one. Here is what a fence says; where fences count is decided in
//! `markdown`.

use std::ops::Range;

/// The form of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `:::name` … `:::` around Markdown.
    Container,
    /// `::name[Text]` on a line, or `::name` alone.
    Line,
    /// `:name[text]` within a line.
    Inline,
}

impl Form {
    /// Returns the word by which templates know the form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Container => "container",
            Self::Line => "line",
            Self::Inline => "inline",
        }
    }
}

/// What opens a block: its name, label and attributes. All ranges are bytes of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The form.
    pub form: Form,
    /// The name.
    pub name: String,
    /// The bytes between the brackets: Markdown within a line.
    pub label: Option<Range<usize>>,
    /// The attributes in their order; `#id` is `id`, `.class` is `class`.
    pub attributes: Vec<Attribute>,
}

/// One attribute of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The key.
    pub key: String,
    /// The value; a key alone has `true`.
    pub value: String,
    /// The bytes of the whole attribute.
    pub range: Range<usize>,
}

impl Head {
    /// Returns the value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.key == key)
            .map(|attribute| attribute.value.as_str())
    }
}

/// Why a head cannot be read: the word that the message chooses by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadHead {
    /// A quotation mark is not closed.
    Quote,
    /// A brace is not closed, or something follows it.
    Brace,
    /// An attribute has no proper name.
    Name,
    /// An attribute stands twice.
    Double,
    /// A bracket is not closed.
    Bracket,
}

impl BadHead {
    /// Returns the word by which messages choose.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Brace => "brace",
            Self::Name => "name",
            Self::Double => "double",
            Self::Bracket => "bracket",
        }
    }
}

/// A line that may open or close a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    /// The bytes of the line without its end.
    pub(super) line: Range<usize>,
    pub(super) mark: Mark,
}

/// What a fence does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Open { colons: usize, head: Head },
    Close { colons: usize },
    Line { head: Head },
    Bad { why: BadHead },
}

/// The most spaces before a fence, as before CommonMark's own fences (spec 0.31.2, section 4.5).
const MOST_INDENT: usize = 3;

/// Finds every line of `body` that has the shape of a fence.
pub(super) fn fences(body: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    if !body.contains("::") {
        return found;
    }
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        let content = line.trim_end();
        let indent = content.len() - content.trim_start_matches(' ').len();
        if indent <= MOST_INDENT
            && content[indent..].starts_with("::")
            && let Some(mark) = mark(body, start + indent, start + content.len())
        {
            found.push(Fence {
                line: start..start + content.len(),
                mark,
            });
        }
        start += line.len();
    }
    found
}

/// Reads the fence that fills `start..end`.
fn mark(body: &str, start: usize, end: usize) -> Option<Mark> {
    let text = &body[start..end];
    let colons = text.len() - text.trim_start_matches(':').len();
    let rest = text[colons..].trim_start();
    if rest.is_empty() {
        return (colons >= 3).then_some(Mark::Close { colons });
    }
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let form = if colons == 2 {
        Form::Line
    } else {
        Form::Container
    };
    let name_end = name_end(rest);
    let is_head = rest.len() == name_end || rest[name_end..].starts_with(['[', '{']);
    if form == Form::Line && (rest.len() != text.len() - colons || !is_head) {
        return None;
    }
    Some(match head(body, end - rest.len(), end, form) {
        Ok((_, stop)) if !body[stop..end].trim().is_empty() => Mark::Bad {
            why: BadHead::Brace,
        },
        Ok((head, _)) if form == Form::Line => Mark::Line { head },
        Ok((head, _)) => Mark::Open { colons, head },
        Err(why) => Mark::Bad { why },
    })
}

/// Reads name, label and attributes from `start`, at most up to `end`; also tells where they stop.
pub(super) fn head(
    body: &str,
    start: usize,
    end: usize,
    form: Form,
) -> Result<(Head, usize), BadHead> {
    let mut at = start + name_end(&body[start..end]);
    let name = body[start..at].to_owned();
    let label = match body[at..end].starts_with('[') {
        true => {
            let close = closing_bracket(&body[at..end]).ok_or(BadHead::Bracket)?;
            let label = at + 1..at + close;
            at += close + 1;
            Some(label)
        }
        false => None,
    };
    let attributes = match body[at..end].starts_with('{') {
        true => {
            let (attributes, stop) = attributes(body, at, end)?;
            at = stop;
            attributes
        }
        false => Vec::new(),
    };
    Ok((
        Head {
            form,
            name,
            label,
            attributes,
        },
        at,
    ))
}

fn name_end(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(text.len())
}

/// Returns where the bracket that opens `text` closes.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => depth += 1,
            ']' if depth == 1 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Reads `{…}` from `start`; also tells where it stops.
pub(super) fn attributes(
    body: &str,
    start: usize,
    end: usize,
) -> Result<(Vec<Attribute>, usize), BadHead> {
    let mut found: Vec<Attribute> = Vec::new();
    let mut at = start + 1;
    loop {
        at += body[at..end].len() - body[at..end].trim_start().len();
        let rest = &body[at..end];
        match rest.chars().next() {
            None => return Err(BadHead::Brace),
            Some('}') => return Ok((found, at + 1)),
            Some(_) => {}
        }
        let (attribute, length) = attribute(rest, at)?;
        if found.iter().any(|other| other.key == attribute.key) {
            return Err(BadHead::Double);
        }
        found.push(attribute);
        at += length;
    }
}

/// Reads one attribute from the start of `text`, which starts at byte `offset`; also tells its
/// length.
fn attribute(text: &str, offset: usize) -> Result<(Attribute, usize), BadHead> {
    let short = match text.as_bytes()[0] {
        b'#' => Some("id"),
        b'.' => Some("class"),
        _ => None,
    };
    if let Some(key) = short {
        let length = 1 + word_end(&text[1..]);
        let value = text[1..length].to_owned();
        let attribute = Attribute {
            key: key.to_owned(),
            value,
            range: offset..offset + length,
        };
        return if length == 1 {
            Err(BadHead::Name)
        } else {
            Ok((attribute, length))
        };
    }
    let key_end = text
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
        .unwrap_or(text.len());
    if key_end == 0 {
        return Err(BadHead::Name);
    }
    let key = text[..key_end].to_owned();
    let (value, length) = match text[key_end..].strip_prefix('=') {
        Some(rest) => {
            let (value, length) = value(rest)?;
            (value, key_end + 1 + length)
        }
        None => ("true".to_owned(), key_end),
    };
    Ok((
        Attribute {
            key,
            value,
            range: offset..offset + length,
        },
        length,
    ))
}

fn value(text: &str) -> Result<(String, usize), BadHead> {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let end = text[1..].find(quote).ok_or(BadHead::Quote)?;
            Ok((text[1..=end].to_owned(), end + 2))
        }
        _ => {
            let end = word_end(text);
            Ok((text[..end].to_owned(), end))
        }
    }
}

fn word_end(text: &str) -> usize {
    text.find(|c: char| c.is_whitespace() || c == '}')
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(body: &str) -> Option<Mark> {
        fences(body).into_iter().next().map(|fence| fence.mark)
    }

    #[test]
    fn fences_have_three_forms() {
        let Some(Mark::Open { colons: 3, head }) =
            only(":::note[Pozor]{#x .wide key=\"a b\" flag}\n")
        else {
            panic!("no container")
        };
        assert_eq!((head.name.as_str(), head.label), ("note", Some(8..13)));
        let attributes: Vec<_> = head
            .attributes
            .iter()
            .map(|a| (a.key.as_str(), a.value.as_str()))
            .collect();
        assert_eq!(
            attributes,
            [
                ("id", "x"),
                ("class", "wide"),
                ("key", "a b"),
                ("flag", "true")
            ]
        );
        assert_eq!(only("   ::::\n"), Some(Mark::Close { colons: 4 }));
        assert!(matches!(
            only("::image[]{src=x.svg}"),
            Some(Mark::Line { .. })
        ));
        assert!(matches!(only("::toc \n"), Some(Mark::Line { .. })));
        assert!(matches!(only("::: note\n"), Some(Mark::Open { .. })));
    }

    #[test]
    fn other_colons_are_text() {
        for text in [
            "    :::note",
            "::std::fs",
            "::std fs",
            ":: x",
            "a :::note",
            ":::1",
            "::",
        ] {
            assert_eq!(only(text), None, "{text}");
        }
    }

    #[test]
    fn bad_heads_tell_why() {
        for (text, why) in [
            (":::note[x", BadHead::Bracket),
            (":::note{a=\"b}", BadHead::Quote),
            (":::note{a=b", BadHead::Brace),
            (":::note{=b}", BadHead::Name),
            (":::note{a=1 a=2}", BadHead::Double),
            (":::note text", BadHead::Brace),
        ] {
            assert_eq!(only(text), Some(Mark::Bad { why }), "{text}");
        }
    }
}
