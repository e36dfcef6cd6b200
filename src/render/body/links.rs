//! Links and images of bodies, led to their routes.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::Surroundings;
use super::writer::Writer;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::target::{self, Target};
use crate::render::{escaped, suffix};
use crate::site::{Reader, Resolved, Written};
use crate::source::Span;

impl<'a> Writer<'a, '_, '_> {
    pub(super) fn link(&mut self, link_type: LinkType, target: &str, title: CowStr<'a>, range: Range<usize>) {
        if link_type == LinkType::Email {
            self.dropped.push(false);
            return self.push(Event::Start(Tag::Link { link_type, dest_url: target.to_owned().into(), title, id: "".into() }));
        }
        match self.address(target, range) {
            Some((link, None)) => {
                self.dropped.push(false);
                self.push(Event::Start(Tag::Link { link_type, dest_url: link.into(), title, id: "".into() }));
            }
            Some((link, Some(language))) => {
                self.dropped.push(false);
                let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&title)) };
                self.raw_html(format!("<a href=\"{}\" hreflang=\"{language}\"{title}>", escaped(&link)));
            }
            None => self.dropped.push(true),
        }
    }

    /// Returns the link to an image; one on another site would make every reader ask that site.
    pub(super) fn image(&mut self, target: &str, range: Range<usize>) -> Option<String> {
        let is_foreign = |around: &Surroundings<'_>| matches!(target::read(target, &around.entry.source), Ok(Target::External(_)));
        if self.surroundings.is_some_and(is_foreign) {
            self.report(Code::ExternalImage, range, |finding| finding.arg("target", target));
            return None;
        }
        self.address(target, range).map(|(link, _)| link)
    }

    /// Returns the link to what a target names, and the language there if it is another; reports what leads nowhere.
    pub(super) fn address(&mut self, text: &str, range: Range<usize>) -> Option<(String, Option<String>)> {
        let Some(around) = self.surroundings else { return Some((text.to_owned(), None)) };
        let site = around.renderer.site();
        // What cannot be read as a target has been reported by the document itself.
        let target = target::read(text, &around.entry.source).ok()?;
        let reader = Reader { variant: around.entry.position.variant, document: Some(around.entry) };
        match site.resolve(reader, &target) {
            Ok(Resolved::External) => Some((text.to_owned(), None)),
            Ok(Resolved::Here) => Some((suffix(&target), None)),
            Ok(Resolved::There { route, language }) => {
                let link = format!("{}{}{}", around.root, site.link_to(route), suffix(&target));
                Some((link, language.map(|language| language.to_string())))
            }
            Err(why) => {
                let place = self.place(around, range);
                self.found.push(site.explain_missing(why, reader, &target, Written { text, place }));
                None
            }
        }
    }

    pub(super) fn report(&mut self, code: Code, range: Range<usize>, finish: impl FnOnce(Diagnostic) -> Diagnostic) {
        if let Some(around) = self.surroundings {
            let place = self.place(around, range);
            self.found.push(finish(Diagnostic::new(code, place)));
        }
    }

    fn place(&self, around: &Surroundings<'_>, range: Range<usize>) -> Place {
        let end = range.start + self.text[range.clone()].trim_end().len();
        Place::at(&around.entry.source, Span::new(range.start..end).shifted(around.offset))
    }
}
