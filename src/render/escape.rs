//! Texts escaped for HTML, and anchors for addresses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::document::target::Target;

/// The characters of an anchor that stay as they are: RFC 3986 (section 3.5) allows them, and
/// `leták.pdf#page=2` works only if they do.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'=')
    .remove(b'&')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b':')
    .remove(b'/');

/// Escapes a text for HTML, attributes included.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

/// Returns what follows the path of a link: query and anchor.
pub(super) fn suffix(target: &Target<'_>) -> String {
    match target {
        Target::File { anchor, query, .. } => match anchor {
            Some(anchor) => format!("{query}#{}", fragment(anchor)),
            None => (*query).to_owned(),
        },
        Target::Anchor(anchor) => format!("#{}", fragment(anchor)),
        Target::External(_) => String::new(),
    }
}

fn fragment(anchor: &str) -> String {
    utf8_percent_encode(anchor, KEPT).to_string()
}
