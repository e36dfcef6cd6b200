//! Links and images of bodies, resolved to routes.

use pulldown_cmark_escape::{escape_href, escape_html};

use super::Surroundings;
use super::fill::Filler;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::body::{Address, Link, Picture};
use crate::document::target::{self, Target};
use crate::language;
use crate::render::escape::{escaped, suffix};
use crate::site::{LinkOrigin, Missing, OwnAddress, Resolved, Written};
use crate::source::{Hash, Span};

impl Filler<'_, '_, '_> {
    /// Opens a link; if it leads nowhere, only its text remains.
    pub(super) fn link(&mut self, link: &Link, html: &mut String) {
        let Some((address, language)) = self.address(&link.target, link.span) else {
            return self.links.push(None);
        };
        html.push_str("<a href=\"");
        match language {
            Some(language) => {
                html.push_str(&format!("{}\" hreflang=\"{language}", escaped(&address)))
            }
            None => write_href(html, &address),
        }
        write_title(
            html,
            link.title
                .as_deref()
                .map_or("", String::as_str),
        );
        html.push_str("\">");
        let sign = self
            .sign(&link.target)
            .unwrap_or_default();
        self.links.push(Some(sign));
    }

    /// Ends the innermost link.
    pub(super) fn link_end(&mut self, html: &mut String) {
        if let Some(sign) = self.links.pop().unwrap_or_default() {
            html.push_str(&sign);
            html.push_str("</a>");
        }
    }

    /// Writes a picture; a missing one becomes its alternative text.
    pub(super) fn picture(&mut self, picture: &Picture, html: &mut String) {
        let Some(address) = self.image(&picture.target, picture.span) else {
            return html.push_str(&escaped(&picture.alternative));
        };
        html.push_str("<img src=\"");
        write_href(html, &address);
        if !picture.attributes.is_empty() {
            return html.push_str(&format!("\"{}>", picture.attributes));
        }
        html.push_str("\" alt=\"");
        write_text(html, &picture.alternative);
        write_title(html, &picture.title);
        html.push_str("\" />");
    }

    /// Writes an attribute of raw HTML that leads somewhere; without its target, there is none.
    pub(super) fn attribute(&mut self, address: &Address, html: &mut String) {
        if address.target.is_empty() {
            return;
        }
        let resolved = match &*address.attribute {
            "href" => self.address(&address.target, address.span),
            _ => self
                .image(&address.target, address.span)
                .map(|link| (link, None)),
        };
        let Some((link, language)) = resolved else {
            return;
        };
        html.push_str(&format!(" {}=\"{}\"", address.attribute, escaped(&link)));
        if let Some(language) = language.filter(|_| !address.has_language) {
            html.push_str(&format!(" hreflang=\"{language}\""));
        }
    }

    /// Returns the link to an image, never on another site: every reader would send that site a
    /// request.
    pub(super) fn image(&mut self, target: &str, span: Span) -> Option<String> {
        if target.is_empty() {
            return None;
        }
        let is_foreign = |around: &Surroundings<'_>| {
            matches!(
                target::read(target, &around.entry.source),
                Ok(Target::External(_))
            )
        };
        if self
            .surroundings
            .is_some_and(is_foreign)
        {
            self.report(Code::ExternalImage, span, |finding| {
                finding.arg("target", target)
            });
            return None;
        }
        self.address(target, span)
            .map(|(link, _)| link)
    }

    /// Returns the link to a target, and the language there if different; reports a dead link.
    pub(super) fn address(&mut self, text: &str, span: Span) -> Option<(String, Option<String>)> {
        let Some(around) = self.surroundings else {
            return Some((text.to_owned(), None));
        };
        if text.trim().is_empty() {
            // The document itself has reported it.
            return None;
        }
        let site = around.renderer.site();
        // The document itself has reported an unreadable target.
        let target = target::read(text, &around.entry.source).ok()?;
        if let Target::External(url) = target
            && let Some(own) = site.own_address(&around.entry.source, url)
        {
            return self.own_address(text, own, span);
        }
        let origin = LinkOrigin {
            variant: around.entry.position.variant,
            document: Some(around.entry),
        };
        let resolved = match site.resolve(origin, &target) {
            Err(Missing::Anchor) => match site.with_meant_anchor(origin, &target) {
                Some(meant) => {
                    self.spelled(text, &meant, span);
                    return Some(written(
                        around,
                        site.resolve(origin, &meant).ok()?,
                        &meant,
                        text,
                    ));
                }
                None => Err(Missing::Anchor),
            },
            resolved => resolved,
        };
        match resolved {
            Ok(resolved) => Some(written(around, resolved, &target, text)),
            Err(why) => {
                let place = Place::at(&around.entry.source, span);
                let link = Written { text, place };
                self.found
                    .push(site.explain_missing(why, origin, &target, link));
                None
            }
        }
    }

    /// Reports an anchor that is written otherwise than the identifier that is meant.
    fn spelled(&mut self, text: &str, meant: &Target<'_>, span: Span) {
        let (
            Some((_, anchor)),
            Target::Anchor(meant)
            | Target::File {
                anchor: Some(meant),
                ..
            },
        ) = (text.split_once('#'), meant)
        else {
            return;
        };
        if language::composed(anchor) == language::composed(meant) {
            // It looks the same.
            return;
        }
        let correction = self.replaced(span, anchor, meant);
        self.report(Code::AnchorSpelling, span, |finding| {
            let finding = finding
                .arg("anchor", anchor)
                .arg("meant", meant);
            with_fix(finding, correction)
        });
    }

    /// Returns the link to what is published at an address of the site itself.
    fn own_address(
        &mut self,
        text: &str,
        own: Result<OwnAddress<'_>, Missing>,
        span: Span,
    ) -> Option<(String, Option<String>)> {
        let around = self.surroundings?;
        let own = match own {
            Ok(own) => own,
            Err(why) => {
                let code = match why {
                    Missing::Unpublished => Code::LinkToUnpublished,
                    Missing::File | Missing::Anchor => Code::DeadLink,
                };
                self.report(code, span, |finding| {
                    finding
                        .arg("target", text)
                        .arg("near", "")
                });
                return None;
            }
        };
        let Some(file) = own.file else {
            let link = around
                .renderer
                .site()
                .link_to(&own.route);
            return Some((format!("{}{link}{}", around.root, own.rest), None));
        };
        // What is wrong with it is said first, and then alone.
        let link = self.address(&file, span)?;
        let correction = self.replaced(span, text, &file);
        self.report(Code::OwnAddress, span, |finding| {
            let finding = finding
                .arg("target", text)
                .arg("file", &file);
            with_fix(finding, correction)
        });
        Some(link)
    }

    /// Returns the text at a span with a part of it replaced, and the hash of the file; `None` if
    /// the part is not there exactly once, as in a link whose target is defined elsewhere.
    fn replaced(&self, span: Span, part: &str, with: &str) -> Option<(Hash, String)> {
        let around = self.surroundings?;
        let source = around
            .renderer
            .tree()
            .get(&around.entry.source)?;
        let text = self.text.get(span.range())?;
        let (before, after) = text.rsplit_once(part)?;
        let is_only = !part.is_empty() && !before.contains(part);
        is_only.then(|| (source.hash, format!("{before}{with}{after}")))
    }

    pub(super) fn report(
        &mut self,
        code: Code,
        span: Span,
        finish: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        if let Some(around) = self.surroundings {
            self.found
                .push(finish(Diagnostic::new(
                    code,
                    Place::at(&around.entry.source, span),
                )));
        }
    }
}

/// Writes the link to where a target leads, with the language there if it is another.
fn written(
    around: &Surroundings<'_>,
    resolved: Resolved<'_>,
    target: &Target<'_>,
    text: &str,
) -> (String, Option<String>) {
    match resolved {
        Resolved::External => (text.to_owned(), None),
        Resolved::Here => (suffix(target), None),
        Resolved::There { route, language } => {
            let link = around.renderer.site().link_to(route);
            let link = format!("{}{link}{}", around.root, suffix(target));
            (link, language.map(|language| language.to_string()))
        }
    }
}

fn with_fix(finding: Diagnostic, correction: Option<(Hash, String)>) -> Diagnostic {
    match correction {
        Some((hash, text)) => finding.likely_fix(hash, text),
        None => finding,
    }
}

fn write_title(html: &mut String, title: &str) {
    if !title.is_empty() {
        html.push_str("\" title=\"");
        write_text(html, title);
    }
}

/// Writes a text into an attribute.
fn write_text(html: &mut String, text: &str) {
    // Writing into a string cannot fail.
    let _ = escape_html(html, text);
}

/// Writes an address into an attribute.
fn write_href(html: &mut String, address: &str) {
    let _ = escape_href(html, address);
}
