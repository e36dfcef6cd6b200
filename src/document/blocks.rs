//! The notation of blocks: `:::name[Title]{key=value}`, `::name[Text]{…}` on a line and
//! `:name[text]{…}` within one. This module reads a fence; `markdown` decides where a fence counts.

use std::ops::Range;

use super::cursor::Cursor;
use super::text::has;

/// The attributes that every block may have.
pub(crate) const COMMON_ATTRIBUTES: [&str; 3] = ["id", "class", "lang"];

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
    /// Returns the name of the form in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Container => "container",
            Self::Line => "line",
            Self::Inline => "inline",
        }
    }
}

/// The head of a block: its name, label and attributes. All ranges are bytes of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The form.
    pub(super) form: Form,
    /// The name.
    pub(super) name: String,
    /// The bytes between the brackets: inline Markdown.
    pub(super) label: Option<Range<usize>>,
    /// The attributes in order; `#id` is `id`, `.class` is `class`.
    pub(super) attributes: Vec<Attribute>,
}

/// An attribute of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    /// The key.
    pub(super) key: String,
    /// The value; `true` for a key alone.
    pub(super) value: String,
    /// The bytes of the whole attribute.
    pub(super) range: Range<usize>,
}

impl Head {
    /// Returns the value of an attribute.
    pub(super) fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.key == key)
            .map(|attribute| attribute.value.as_str())
    }
}

/// Why a head cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadHead {
    /// A quotation mark is not closed.
    Quote,
    /// A brace is not closed, or something follows it.
    Brace,
    /// An attribute has no proper name.
    Name,
    /// An attribute is repeated.
    Double,
    /// A bracket is not closed.
    Bracket,
    /// The title is not in brackets.
    Title,
}

impl BadHead {
    /// Returns the word that selects the message.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Brace => "brace",
            Self::Name => "name",
            Self::Double => "double",
            Self::Bracket => "bracket",
            Self::Title => "title",
        }
    }
}

/// A line that may open or close a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    /// The bytes of the line without its end.
    pub(super) line: Range<usize>,
    pub(super) kind: FenceKind,
}

/// What a fence does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FenceKind {
    Open {
        colons: usize,
        head: Head,
    },
    Close {
        colons: usize,
    },
    Line {
        head: Head,
    },
    /// A line whose head cannot be read. A container opens nonetheless, so that its end is not a
    /// second error.
    Bad {
        why: BadHead,
        opens: Option<(usize, Head)>,
    },
}

impl FenceKind {
    /// Returns the name of the block that begins; empty if none does.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Open { head, .. } | Self::Line { head } => &head.name,
            Self::Bad { opens, .. } => opens
                .as_ref()
                .map_or("", |(_, head)| &head.name),
            Self::Close { .. } => "",
        }
    }
}

/// The most spaces before a fence, as before CommonMark's own fences (spec 0.31.2, section 4.5).
const MOST_INDENT: usize = 3;

/// Finds every line of `body` that has the shape of a fence.
pub(super) fn fences(body: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    if !has(body, "::") {
        return found;
    }
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        found.extend(fence(line.trim_end(), start));
        start += line.len();
    }
    found
}

/// Reads a line that starts at byte `start`, if it is a fence.
fn fence(line: &str, start: usize) -> Option<Fence> {
    let mut cursor = Cursor::new(line, start);
    let indent = cursor.eat_while(|c| c == ' ').len();
    if indent > MOST_INDENT || !cursor.rest().starts_with("::") {
        return None;
    }
    Some(Fence {
        kind: fence_kind(cursor)?,
        line: start..start + line.len(),
    })
}

/// Reads a fence from its first colon to the end of its line.
fn fence_kind(mut cursor: Cursor<'_>) -> Option<FenceKind> {
    let colons = cursor.eat_while(|c| c == ':').len();
    let spaces = cursor
        .eat_while(char::is_whitespace)
        .len();
    if cursor.rest().is_empty() {
        return (colons >= 3).then_some(FenceKind::Close { colons });
    }
    if !cursor
        .rest()
        .starts_with(char::is_alphabetic)
    {
        return None;
    }
    let is_line = colons == 2;
    if is_line && (spaces > 0 || !is_head_alone(cursor.rest())) {
        return None;
    }
    let form = if is_line { Form::Line } else { Form::Container };
    let alone = Head {
        form,
        name: foreign_name(cursor.rest()).to_owned(),
        label: None,
        attributes: Vec::new(),
    };
    let bad = |why| FenceKind::Bad {
        why,
        opens: (!is_line).then_some((colons, alone)),
    };
    Some(match head(&mut cursor, form) {
        Ok(head) if !cursor.rest().trim().is_empty() => bad(excess(&head, cursor.rest())),
        Ok(head) if is_line => FenceKind::Line { head },
        Ok(head) => FenceKind::Open { colons, head },
        Err(why) => bad(why),
    })
}

/// Returns what is wrong with a head that something follows.
fn excess(head: &Head, rest: &str) -> BadHead {
    let is_title = head.label.is_none() && rest.starts_with(char::is_whitespace);
    if is_title && head.form == Form::Container {
        BadHead::Title
    } else {
        BadHead::Brace
    }
}

/// Returns the line of a container with its title in brackets.
pub(super) fn with_title_in_brackets(line: &str) -> String {
    let start = line.find(|c: char| c.is_alphabetic());
    let (colons, rest) = line.split_at(start.unwrap_or_default());
    let (name, rest) = rest.split_at(foreign_name(rest).len());
    let (attributes, title) = match rest.split_once('}') {
        Some((attributes, title)) if rest.starts_with('{') => (format!("{attributes}}}"), title),
        _ => (String::new(), rest),
    };
    let (title, attributes) = match title.trim().split_once(" {") {
        Some((title, more)) if more.ends_with('}') => (title, format!("{{{more}")),
        _ => (title, attributes),
    };
    let title = title.trim();
    let is_closed = closing_bracket(&format!("{title}]")) == Some(title.len());
    let title = match is_closed {
        true => title.to_owned(),
        false => title
            .replace('[', "\\[")
            .replace(']', "\\]"),
    };
    format!("{colons}{name}[{title}]{attributes}")
}

/// Returns the name at the start of a text, as people write it: a name beyond ASCII belongs to no
/// block, but is surely meant as one.
fn foreign_name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '-');
    text.get(..end.unwrap_or(text.len()))
        .unwrap_or_default()
}

/// Returns whether a text is a name alone, or with a head after it.
fn is_head_alone(text: &str) -> bool {
    let name = foreign_name(text);
    match text.get(name.len()..) {
        Some("") => name.is_ascii(),
        after => after.is_some_and(|after| after.starts_with(['[', '{'])),
    }
}

/// Reads name, label and attributes.
pub(super) fn head(cursor: &mut Cursor<'_>, form: Form) -> Result<Head, BadHead> {
    let name = match form {
        Form::Inline => cursor.eat_while(is_name_char),
        Form::Container | Form::Line => cursor.take(foreign_name(cursor.rest()).len()),
    };
    let name = name.to_owned();
    let label = label(cursor)?;
    let attributes = attributes(cursor)?;
    Ok(Head {
        form,
        name,
        label,
        attributes,
    })
}

/// Returns whether a character is allowed in the name of a block.
pub(super) fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

/// Reads `[…]`, if it comes next.
fn label(cursor: &mut Cursor<'_>) -> Result<Option<Range<usize>>, BadHead> {
    if !cursor.eat('[') {
        return Ok(None);
    }
    let start = cursor.at();
    let length = closing_bracket(cursor.rest()).ok_or(BadHead::Bracket)?;
    cursor.take(length);
    let label = start..cursor.at();
    cursor.eat(']');
    Ok(Some(label))
}

/// Returns the position of the bracket that closes the one opened before `text`.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut depth = 1;
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

/// Reads `{…}`, if it comes next.
fn attributes(cursor: &mut Cursor<'_>) -> Result<Vec<Attribute>, BadHead> {
    let mut found: Vec<Attribute> = Vec::new();
    if !cursor.eat('{') {
        return Ok(found);
    }
    loop {
        cursor.eat_while(char::is_whitespace);
        if cursor.eat('}') {
            return Ok(found);
        }
        if cursor.rest().is_empty() {
            return Err(BadHead::Brace);
        }
        let attribute = attribute(cursor)?;
        if found
            .iter()
            .any(|other| other.key == attribute.key)
        {
            return Err(BadHead::Double);
        }
        found.push(attribute);
    }
}

/// Reads `#id`, `.class`, `key=value` or a key alone.
fn attribute(cursor: &mut Cursor<'_>) -> Result<Attribute, BadHead> {
    let start = cursor.at();
    let (key, value) = if cursor.eat('#') {
        ("id", named(word(cursor))?)
    } else if cursor.eat('.') {
        ("class", named(word(cursor))?)
    } else {
        let key = cursor.eat_while(|c| is_name_char(c) || c == '_');
        (named(key)?, value(cursor)?)
    };
    Ok(Attribute {
        key: key.to_owned(),
        value: value.to_owned(),
        range: start..cursor.at(),
    })
}

fn named(name: &str) -> Result<&str, BadHead> {
    if name.is_empty() {
        return Err(BadHead::Name);
    }
    Ok(name)
}

/// Reads what follows a key.
fn value<'t>(cursor: &mut Cursor<'t>) -> Result<&'t str, BadHead> {
    if !cursor.eat('=') {
        return Ok("true");
    }
    for quote in ['"', '\''] {
        if cursor.eat(quote) {
            return cursor
                .eat_through(quote)
                .ok_or(BadHead::Quote);
        }
    }
    Ok(word(cursor))
}

fn word<'t>(cursor: &mut Cursor<'t>) -> &'t str {
    cursor.eat_while(|c| !c.is_whitespace() && c != '}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(body: &str) -> Option<FenceKind> {
        fences(body)
            .into_iter()
            .next()
            .map(|fence| fence.kind)
    }

    #[test]
    fn fences_have_three_forms() {
        let Some(FenceKind::Open { colons: 3, head }) =
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
        assert_eq!(only("   ::::\n"), Some(FenceKind::Close { colons: 4 }));
        assert!(matches!(
            only("::image[]{src=x.svg}"),
            Some(FenceKind::Line { .. })
        ));
        assert!(matches!(only("::toc \n"), Some(FenceKind::Line { .. })));
        assert!(matches!(only("::: note\n"), Some(FenceKind::Open { .. })));
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
    fn a_name_beyond_ascii_is_a_name() {
        for (text, name) in [
            (":::poznámka", "poznámka"),
            ("::: důležité", "důležité"),
            (":::úkol[x]{a=b}", "úkol"),
            ("::tlačítko[x]", "tlačítko"),
            (":::замітка", "замітка"),
        ] {
            let kind = only(text).expect("a fence");
            assert_eq!(kind.name(), name, "{text}");
        }
        assert_eq!(only("::čas"), None);
    }

    #[test]
    fn bad_heads_say_why() {
        for (text, why) in [
            (":::note[x", BadHead::Bracket),
            (":::note{a=\"b}", BadHead::Quote),
            (":::note{a=b", BadHead::Brace),
            (":::note{=b}", BadHead::Name),
            (":::note{a=1 a=2}", BadHead::Double),
            (":::note[x] text", BadHead::Brace),
            ("::note[x] text", BadHead::Brace),
            (":::note text", BadHead::Title),
            (":::note{a=b} text", BadHead::Title),
            ("::: poznámka text", BadHead::Title),
        ] {
            let Some(FenceKind::Bad { why: found, opens }) = only(text) else {
                panic!("{text}")
            };
            assert_eq!(found, why, "{text}");
            assert_eq!(opens.is_some(), text.starts_with(":::"), "{text}");
        }
    }
}
