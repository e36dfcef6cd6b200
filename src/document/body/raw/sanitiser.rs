//! The sanitiser: what raw HTML may contain.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{MARK, MARK_DIGITS, placeholders_of};
use crate::document::body::holes::Placeholder;

/// Attributes allowed on any element, besides those that ammonia allows.
const GENERIC_ATTRIBUTES: [&str; 10] = [
    "id",
    "class",
    "lang",
    "dir",
    "title",
    "role",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-hidden",
];

/// The sanitiser of raw HTML.
#[derive(Debug)]
pub(crate) struct Raw {
    sanitiser: ammonia::Builder<'static>,
    /// The elements that it lets through.
    elements: HashSet<&'static str>,
}

impl Raw {
    /// Makes the sanitiser: what ammonia allows, plus what pakt's own HTML needs.
    pub(crate) fn new() -> Self {
        let mut sanitiser = ammonia::Builder::default();
        sanitiser
            .add_tags(["section"])
            .add_generic_attributes(GENERIC_ATTRIBUTES)
            .add_tag_attributes("th", ["scope"])
            .add_tag_attributes("a", ["hreflang", "name"])
            .add_tag_attributes("ol", ["start", "reversed", "type"])
            .add_tag_attributes("li", ["value"])
            .add_tag_attributes("details", ["open"])
            .add_tag_attribute_values("div", "tabindex", ["0"])
            .link_rel(None)
            .url_schemes(["http", "https", "mailto", "tel", "sms", "geo"].into())
            .attribute_filter(|element, attribute, value| {
                may_stay(element, attribute, value).then_some(Cow::Borrowed(value))
            });
        Self {
            elements: sanitiser.clone_tags(),
            sanitiser,
        }
    }

    /// Returns whether an element may stay.
    pub(super) fn allows(&self, element: &str) -> bool {
        self.elements.contains(element)
    }

    /// Sanitises some HTML. A non-breaking space is written as on all other pages.
    pub(super) fn clean(&self, html: &str) -> String {
        let cleaned = self.sanitiser.clean(html).to_string();
        cleaned.replace("&nbsp;", "\u{a0}")
    }
}

/// Returns whether an attribute may stay. Pictures must be on this site, and a mark anywhere but in
/// its own attribute would break out of it.
fn may_stay(element: &str, attribute: &str, value: &str) -> bool {
    if element == "img" && attribute == "src" && leads_elsewhere(value) {
        return false;
    }
    !value.contains(MARK)
        || placeholders_of(element, attribute)
            .iter()
            .any(|placeholder| is_whole_mark(value, *placeholder))
}

fn is_whole_mark(value: &str, placeholder: Placeholder) -> bool {
    let inner = value
        .strip_prefix(MARK)
        .and_then(|rest| rest.strip_suffix(MARK))
        .filter(|inner| !inner.contains(MARK));
    let letter = inner.and_then(|inner| inner.get(MARK_DIGITS..));
    letter.is_some_and(|rest| rest.starts_with(placeholder.letter()))
}

/// Returns whether a browser would request `address` from another site. Browsers drop tabs and line
/// ends, and treat `\` as `/` (WHATWG URL, 4.4).
fn leads_elsewhere(address: &str) -> bool {
    let address: String = address
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let address = address
        .trim_start_matches(|c: char| c.is_whitespace() || c.is_control())
        .replace('\\', "/");
    let scheme = address
        .split_once(':')
        .map(|(scheme, _)| scheme);
    address.starts_with("//") || scheme.is_some_and(|scheme| !scheme.contains(['/', '?', '#']))
}
