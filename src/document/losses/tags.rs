//! Tags of raw HTML without a partner. The browser, or cleaning, ends an open element somewhere,
//! and everything up to there changes; an end tag without a start does nothing.

use std::ops::Range;

use crate::diagnostic::Code;
use crate::document::body::WrittenElements;
use crate::document::findings::Findings;
use crate::document::pass::PassContext;

/// WrittenElements that need no end tag (HTML, 13.1.2.4), besides those that have none.
const OPTIONAL_END: &[&str] = &[
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
    "rb", "rp", "rt", "rtc", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// End tags that are no mistake without a start: a browser makes up the start, or the element has
/// no end and some write it all the same.
const HARMLESS_END: &[&str] = &[
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "p", "source", "track",
    "wbr",
];

/// Reports the lone tags of raw HTML at some ranges of the body, unless they are reported already.
pub(super) fn report(
    pass: PassContext<'_, '_>,
    html: &[Range<usize>],
    findings: &mut Findings<'_>,
) {
    let elements = WrittenElements::at(pass.text.body(), html);
    let open = elements
        .all
        .into_iter()
        .filter(|element| {
            element.has_end && element.end.is_none() && !OPTIONAL_END.contains(&&*element.name)
        });
    let open = open.map(|element| ("start", element.name, element.tag));
    let strays = elements.strays.into_iter();
    let strays = strays.filter(|(name, _)| !HARMLESS_END.contains(&&**name));
    let strays = strays.map(|(name, tag)| ("end", name, tag));
    let told: Vec<Range<usize>> = findings.places().collect();
    for (cause, name, tag) in open.chain(strays) {
        let place = pass.text.in_file(&tag);
        if told
            .iter()
            .any(|told| told.start <= place.start && place.start < told.end)
        {
            continue;
        }
        findings.report(Code::LoneTag, tag, |finding| {
            finding
                .arg("cause", cause)
                .arg("name", name)
        });
    }
}
