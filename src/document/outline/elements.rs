//! Elements of raw HTML, as far as they count like those of Markdown.

use super::OutlineBuilder;
use crate::diagnostic::Code;
use crate::document::body::{ElementKind, RawElement};

impl OutlineBuilder<'_, '_, '_, '_> {
    /// Reads an element of raw HTML.
    pub(super) fn element(&mut self, element: &RawElement) {
        for address in &element.addresses {
            self.target(&address.value, &address.range);
        }
        match element.kind {
            ElementKind::Picture if element.alternative.is_none() => self.bare_picture(element),
            _ => {}
        }
    }

    /// Reports a picture without an alternative text.
    fn bare_picture(&mut self, element: &RawElement) {
        let Some(address) = element.addresses.first() else {
            return;
        };
        self.findings
            .report(Code::NoAlternative, element.tag.clone(), |finding| {
                finding.arg("target", &address.value)
            });
    }
}
