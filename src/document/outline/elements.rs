//! Elements of raw HTML, as far as they count like those of Markdown.

use std::ops::Range;

use super::OutlineBuilder;
use crate::config::RawHtml;
use crate::diagnostic::Code;
use crate::document::body::{ElementKind, PlacedValue, RawElement};
use crate::document::text::slice;

/// The form of a finding in raw HTML, where its correction is written otherwise.
pub(super) const HTML: &str = "html";

impl OutlineBuilder<'_, '_, '_, '_> {
    /// Reads an element of raw HTML.
    pub(super) fn element(&mut self, element: &RawElement) {
        for address in &element.addresses {
            self.target(&address.value, &address.range);
        }
        if let ElementKind::Heading(level) = element.kind {
            self.count_level(level, &element.tag);
        }
        match element.kind {
            ElementKind::Heading(1) => self.main_heading(element),
            ElementKind::Link if self.leads_nowhere(element) => self.empty_link(element, "link"),
            ElementKind::Picture => self.picture(element),
            _ => {}
        }
        if let Some(PlacedValue { value, range }) = &element.no_language {
            let corrected = |meant: &str| format!("lang=\"{meant}\"");
            self.findings
                .no_language(value, range.clone(), corrected);
        }
        self.words(element);
    }

    /// Reports a picture without an address or alternative text.
    fn picture(&mut self, element: &RawElement) {
        let Some(target) = target(element) else {
            return self.empty_link(element, "picture");
        };
        if element.alternative.is_none() {
            self.findings
                .report(Code::NoAlternative, element.tag.clone(), |finding| {
                    finding
                        .arg("target", target)
                        .arg("form", HTML)
                });
        }
    }

    /// Returns whether a link leads nowhere, though it is neither an anchor nor, where scripts are
    /// allowed, one of theirs.
    fn leads_nowhere(&self, element: &RawElement) -> bool {
        match element.target.as_deref() {
            Some(target) => target.is_empty(),
            None => element.ids.is_empty() && self.pass.html != RawHtml::Allow,
        }
    }

    fn empty_link(&mut self, element: &RawElement, kind: &str) {
        self.findings
            .report(Code::EmptyLink, element.tag.clone(), |finding| {
                finding
                    .arg("kind", kind)
                    .arg("form", HTML)
            });
    }

    /// Reports an element without anything to read in it.
    fn words(&mut self, element: &RawElement) {
        let kind = match element.kind {
            ElementKind::Heading(_) => "heading",
            ElementKind::Link if target(element).is_some() => "link",
            ElementKind::Button => "button",
            ElementKind::Summary => "summary",
            _ => return,
        };
        if element.end.is_none() || element.has_words {
            return;
        }
        self.findings
            .report(Code::NoWords, whole(element), |finding| {
                finding
                    .arg("kind", kind)
                    .arg("form", HTML)
            });
    }

    /// Reports a second main heading.
    fn main_heading(&mut self, element: &RawElement) {
        let html = slice(self.findings.body(), whole(element));
        let correction = corrected(html);
        let hash = self.findings.hash();
        self.findings
            .report(Code::HeadingOne, whole(element), |finding| {
                let finding = finding.arg("form", HTML);
                match correction {
                    Some(correction) => finding.certain_fix(hash, correction),
                    None => finding,
                }
            });
    }
}

/// Returns where a link leads, or the file of a picture.
fn target(element: &RawElement) -> Option<&str> {
    element
        .target
        .as_deref()
        .filter(|target| !target.is_empty())
}

/// Returns the range of an element on its line, or else of its start tag.
fn whole(element: &RawElement) -> Range<usize> {
    let end = element
        .end
        .as_ref()
        .unwrap_or(&element.tag);
    element.tag.start..end.end
}

/// Returns a main heading as one below it.
fn corrected(html: &str) -> Option<String> {
    let (start, rest) = html.split_at_checked("<h1".len())?;
    let (inner, end) = rest.split_at_checked(
        rest.len()
            .checked_sub("</h1>".len())?,
    )?;
    let fits = start.eq_ignore_ascii_case("<h1") && end.eq_ignore_ascii_case("</h1>");
    fits.then(|| format!("<h2{inner}</h2>"))
}
