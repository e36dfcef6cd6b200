//! Raw HTML as tokens with spans. Text and tags are distinguished as browsers do.

use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Tokenizer, naive_next_state};

use crate::document::cursor::Cursor;
use crate::document::text::slice;

/// Elements whose contents are parsed by other rules.
const FOREIGN: &[&str] = &["svg", "math"];

/// Parts of a table, which are ignored elsewhere.
const TABLE_PARTS: &[&str] = &[
    "caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Elements that an end tag cannot close across (HTML, 13.2.4.2).
const SCOPES: &[&str] = &[
    "applet", "caption", "marquee", "object", "table", "td", "template", "th",
];

/// The most open elements that are tracked; each tag looks at all of them.
const DEEPEST_OPEN: usize = 64;

/// Elements that end a surrounding drawing or formula.
const BREAKOUT: &[&str] = &[
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
];

/// Elements without an end tag (HTML, 13.1.2).
pub(super) const VOID: &[&str] = &[
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
];

/// Returns the tokens of some HTML.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut tokenizer = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
    let mut open = OpenNames::default();
    let mut end = 0;
    std::iter::from_fn(move || {
        let Ok(mut token) = tokenizer.next()?;
        match &mut token {
            // After a change of state, a text claims to begin where the previous text began.
            Token::String(text) => text.span.start = text.span.start.max(end),
            Token::StartTag(tag) if open.start(tag) => {
                // The contents of some elements are text up to their end.
                if let Some(state) = naive_next_state(&tag.name) {
                    tokenizer.set_state(state);
                }
            }
            Token::EndTag(tag) => open.end(&tag.name),
            _ => {}
        }
        end = span_of(&token).map_or(end, |span| span.end);
        Some(token)
    })
}

/// The names of open elements, as far as they affect how others are read.
#[derive(Default)]
struct OpenNames(Vec<OpenName>);

struct OpenName {
    name: HtmlString,
    /// Whether it is, or is inside, a drawing or formula.
    is_foreign: bool,
}

impl OpenNames {
    /// Opens an element, and returns whether it is an HTML one: in drawings and formulas, all
    /// elements are parsed alike (HTML, 13.2.6.5).
    fn start(&mut self, tag: &StartTag<usize>) -> bool {
        let name = text_of(&tag.name);
        if BREAKOUT.contains(&name) {
            self.leave_foreign();
        }
        let is_foreign = FOREIGN.contains(&name)
            || self
                .0
                .iter()
                .any(|open| open.is_foreign);
        let is_empty = if is_foreign {
            tag.self_closing
        } else {
            VOID.contains(&name)
        };
        // Outside a table, its parts are ignored.
        let is_nothing = TABLE_PARTS.contains(&name)
            && !self
                .0
                .iter()
                .any(|open| text_of(&open.name) == "table");
        if !is_empty && !is_nothing && self.0.len() < DEEPEST_OPEN {
            self.0.push(OpenName {
                name: tag.name.clone(),
                is_foreign,
            });
        }
        !is_foreign
    }

    fn end(&mut self, name: &HtmlString) {
        if matches!(text_of(name), "p" | "br") {
            self.leave_foreign();
        }
        let is_of_table = text_of(name) == "table" || TABLE_PARTS.contains(&text_of(name));
        let is_scope = |open: &str| open == "table" || !is_of_table && SCOPES.contains(&open);
        let ends_search = |open: &OpenName| {
            open.name == *name || !open.is_foreign && is_scope(text_of(&open.name))
        };
        if let Some(at) = self.0.iter().rposition(ends_search)
            && self
                .0
                .get(at)
                .is_some_and(|open| open.name == *name)
        {
            self.0.truncate(at);
        }
    }

    fn leave_foreign(&mut self) {
        if let Some(at) = self
            .0
            .iter()
            .position(|open| open.is_foreign)
        {
            self.0.truncate(at);
        }
    }
}

/// Returns the span of a token, unless it is an error.
pub(super) fn span_of(token: &Token<usize>) -> Option<Range<usize>> {
    let span = match token {
        Token::StartTag(tag) => tag.span,
        Token::EndTag(tag) => tag.span,
        Token::String(text) => text.span,
        Token::Comment(comment) => comment.span,
        Token::Doctype(doctype) => doctype.span,
        Token::Error(_) => return None,
    };
    Some(span.start..span.end)
}

/// Returns the end of the attribute at byte `start`. The tokeniser reports neither the value of a
/// repeated attribute nor an empty one, and takes a byte too many without quotes.
pub(super) fn attribute_end(html: &str, start: usize) -> usize {
    let mut cursor = Cursor::new(slice(html, start..html.len()), start);
    cursor.eat_while(|c| !c.is_ascii_whitespace() && !matches!(c, '=' | '>' | '/'));
    let name_end = cursor.at();
    cursor.eat_while(char::is_whitespace);
    if !cursor.eat('=') {
        return name_end;
    }
    cursor.eat_while(char::is_whitespace);
    for quote in ['"', '\''] {
        if cursor.eat(quote) {
            let is_closed = cursor.eat_through(quote).is_some();
            return if is_closed { cursor.at() } else { html.len() };
        }
    }
    cursor.eat_while(|c| !c.is_ascii_whitespace() && c != '>');
    cursor.at()
}

/// Returns a string of the tokeniser as text; the tokeniser's input was text.
pub(super) fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
