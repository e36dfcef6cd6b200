//! Elements of Markdown whose tags are always the same, and escaping for attributes.

use pulldown_cmark::{CowStr, HeadingLevel, Tag, TagEnd};
use pulldown_cmark_escape::{escape_href, escape_html};

use super::fixed::{Fixed, fixed};

/// Returns the start tag of an element that begins a line.
pub(super) fn line_start(tag: &Tag<'_>) -> Option<Fixed> {
    Some(match tag {
        Tag::Paragraph => fixed!("<p>"),
        Tag::BlockQuote(None) => fixed!("<blockquote>\n"),
        Tag::List(None) => fixed!("<ul>\n"),
        Tag::List(Some(1)) => fixed!("<ol>\n"),
        Tag::DefinitionList => fixed!("<dl>\n"),
        Tag::DefinitionListTitle => fixed!("<dt>"),
        Tag::DefinitionListDefinition => fixed!("<dd>"),
        _ => return None,
    })
}

/// Returns the start tag of an inline element.
pub(super) fn inline_start(tag: &Tag<'_>) -> Option<Fixed> {
    Some(match tag {
        Tag::Emphasis => fixed!("<em>"),
        Tag::Strong => fixed!("<strong>"),
        Tag::Strikethrough => fixed!("<del>"),
        _ => return None,
    })
}

/// Returns the end tag of an element.
pub(super) fn element_end(end: TagEnd) -> Option<Fixed> {
    Some(match end {
        TagEnd::Paragraph => fixed!("</p>\n"),
        TagEnd::Heading(level) => heading_end(level),
        TagEnd::BlockQuote(_) => fixed!("</blockquote>\n"),
        TagEnd::CodeBlock => fixed!("</code></pre>\n"),
        TagEnd::List(true) => fixed!("</ol>\n"),
        TagEnd::List(false) => fixed!("</ul>\n"),
        TagEnd::Item => fixed!("</li>\n"),
        TagEnd::DefinitionList => fixed!("</dl>\n"),
        TagEnd::DefinitionListTitle => fixed!("</dt>\n"),
        TagEnd::DefinitionListDefinition => fixed!("</dd>\n"),
        TagEnd::TableHead => fixed!("</tr></thead><tbody>\n"),
        TagEnd::TableRow => fixed!("</tr>\n"),
        TagEnd::Emphasis => fixed!("</em>"),
        TagEnd::Strong => fixed!("</strong>"),
        TagEnd::Strikethrough => fixed!("</del>"),
        _ => return None,
    })
}

fn heading_end(level: HeadingLevel) -> Fixed {
    match level {
        HeadingLevel::H1 => fixed!("</h1>\n"),
        HeadingLevel::H2 => fixed!("</h2>\n"),
        HeadingLevel::H3 => fixed!("</h3>\n"),
        HeadingLevel::H4 => fixed!("</h4>\n"),
        HeadingLevel::H5 => fixed!("</h5>\n"),
        HeadingLevel::H6 => fixed!("</h6>\n"),
    }
}

/// Returns the start tag of a heading.
pub(super) fn heading(level: HeadingLevel, id: Option<&str>, classes: &[CowStr<'_>]) -> String {
    let mut html = format!("<{level}");
    if let Some(id) = id {
        html.push_str(&format!(" id=\"{}\"", escaped(id)));
    }
    if !classes.is_empty() {
        let classes: Vec<String> = classes
            .iter()
            .map(|class| escaped(class))
            .collect();
        html.push_str(&format!(" class=\"{}\"", classes.join(" ")));
    }
    html + ">"
}

/// Returns whether glossary words are left unlinked in an element: in links, headings, and text
/// that is not prose.
pub(super) fn is_quiet(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Heading { .. }
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::CodeBlock(_)
            | Tag::TableHead
    )
}

/// Returns whether such an element ends.
pub(super) fn is_quiet_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::TableHead
    )
}

/// Returns whether raw HTML is only a line break, which is always safe.
pub(super) fn is_line_break(html: &str) -> bool {
    let inner = html
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    inner.is_some_and(|inner| {
        let name = inner.trim_end_matches('/').trim_end();
        name.eq_ignore_ascii_case("br")
    })
}

/// Escapes a text for an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    // Writing into a string cannot fail.
    let _ = escape_html(&mut html, text);
    html
}

/// Escapes an address for an attribute.
pub(super) fn escaped_address(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let _ = escape_href(&mut html, text);
    html
}
