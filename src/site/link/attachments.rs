//! The files that authors add: attachments of pages and of the accessibility statement, and static
//! files.

use std::collections::BTreeMap;

use super::Linker;
use crate::config::{LanguageId, RawHtml};
use crate::data::Statement;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Entry;
use crate::document::target::{self, Target};
use crate::language;
use crate::layout::{self, STATIC};
use crate::route::{Route, check_segment};
use crate::site::{Recipe, data_target};
use crate::source::{SourceId, files_below};

/// Extensions of attachments that could run code in a reader's browser.
const ACTIVE: &[&str] = &[
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "js", "mjs", "cjs", "xml", "xsl",
    "xslt", "svgz", "swf",
];

/// The routes of files that authors add.
type Attachments = BTreeMap<SourceId, Route>;

impl Linker<'_> {
    /// Claims the routes of attachments that published pages use, and of static files.
    pub(super) fn attachments(&mut self, statement: Option<&Statement>) -> Attachments {
        let mut attachments = Attachments::new();
        let pages = self.pages;
        for page in pages
            .iter()
            .filter(|page| page.published)
        {
            self.found
                .extend(self.missing_image(&page.entry));
            for (source, span) in &page.entry.attachments {
                if self.is_new(source, &attachments) {
                    let place = Place::at(&page.entry.source, *span);
                    self.attach(source, place, &mut attachments);
                }
            }
        }
        if let Some((source, place)) = self.evidence(statement)
            && self.is_new(&source, &attachments)
        {
            self.attach(&source, place, &mut attachments);
        }
        self.static_files(&mut attachments);
        attachments
    }

    /// Returns whether a file exists and is not an attachment yet.
    fn is_new(&self, source: &SourceId, attachments: &Attachments) -> bool {
        self.tree.contains_key(source)
            && !attachments.contains_key(source)
            && source.below(STATIC).is_none()
    }

    /// Claims the route of an attachment named at `place`.
    fn attach(&mut self, source: &SourceId, place: Place, attachments: &mut Attachments) {
        let Some(path) = source.below(layout::CONTENT) else {
            return;
        };
        let route = match self.attachment_route(path) {
            Ok(route) => route,
            Err(code) => {
                self.found
                    .push(Diagnostic::new(code, place).arg("value", path));
                return;
            }
        };
        // The published name counts: transliteration may have produced a forbidden extension.
        let extension = route
            .as_str()
            .rsplit('.')
            .next()
            .unwrap_or_default();
        if ACTIVE.contains(&extension) && self.inputs.config.markdown.html != RawHtml::Allow {
            let finding = Diagnostic::new(Code::ActiveAttachment, place);
            self.found
                .push(finding.arg("extension", extension));
        } else {
            let recipe = Recipe::Asset(source.clone());
            self.claim(route.clone(), recipe, Some(Place::file(source)));
        }
        // A link to a refused file still leads to a file.
        attachments.insert(source.clone(), route);
    }

    /// Returns the route of an attachment, or the problem with its name.
    fn attachment_route(&mut self, path: &str) -> Result<Route, Code> {
        let (folder, name) = path
            .rsplit_once('/')
            .unwrap_or(("", path));
        let name = language::transliterated_name(name);
        if name.is_empty() || name.starts_with('.') {
            return Err(Code::EmptySlug);
        }
        let address = self
            .addresses
            .of_folder(folder, LanguageId::OWN);
        check_segment(&name)
            .and_then(|()| Route::new(&format!("{address}{name}")))
            .map_err(|_| Code::ReservedName)
    }

    /// Returns the file that the accessibility statement names as evidence, and where.
    fn evidence(&self, statement: Option<&Statement>) -> Option<(SourceId, Place)> {
        let written = statement?.evidence.as_ref()?;
        let source = data_target(&written.value)
            .ok()?
            .attachment()?;
        Some((source, Place::file(&written.place.source)))
    }

    /// Claims the routes of static files, which are their paths.
    fn static_files(&mut self, attachments: &mut Attachments) {
        for (path, file) in files_below(self.tree, STATIC) {
            let source = &file.id;
            let place = Place::file(source);
            let Ok(route) = Route::new(path) else {
                let finding = Diagnostic::new(Code::ReservedName, place);
                self.found
                    .push(finding.arg("value", path));
                continue;
            };
            self.claim(route.clone(), Recipe::Asset(source.clone()), Some(place));
            attachments.insert(source.clone(), route);
        }
    }

    /// Reports a page's picture that does not exist, or is on another site.
    fn missing_image(&self, entry: &Entry) -> Option<Diagnostic> {
        let image = entry.front.image.as_ref()?;
        let place = Place::at(&entry.source, image.span);
        match target::read(&image.value, &entry.source) {
            Ok(Target::File { source, .. }) if self.tree.contains_key(&source) => None,
            Ok(Target::File { source, .. }) => Some(self.pages.dead_link(
                place,
                &image.value,
                &source,
            )),
            Ok(Target::External(_)) => {
                Some(Diagnostic::new(Code::ExternalImage, place).arg("target", &image.value))
            }
            Ok(Target::Anchor(_)) | Err(_) => Some(
                Diagnostic::new(Code::DeadLink, place)
                    .arg("target", &image.value)
                    .arg("near", ""),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_what_is_refused() {
        let docs = include_str!("../../../docs/content.md");
        for ending in ACTIVE {
            assert!(docs.contains(&format!("`.{ending}`")), "{ending}");
        }
    }
}
