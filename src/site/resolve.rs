//! Where links lead: targets as documents write them, resolved to routes of the site.

use std::sync::Arc;

use super::{Page, PageId, Site};
use crate::config::LanguageId;
use crate::data::{Glossaries, Glossary};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::document::target::Target;
use crate::document::{Entry, Variant, is_at_or_below, parent};
use crate::layout;
use crate::route::Route;
use crate::source::SourceId;

/// How many files on either side of a dead link's target are compared with it: a renamed folder
/// makes thousands of such links, and comparing takes a microsecond.
const MOST_COMPARED: usize = 200;

/// Who follows a link.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The language and version that they read.
    pub variant: Variant,
    /// The document in which the link stands; none for a template.
    pub document: Option<&'a Entry>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved<'s> {
    /// To another site, as it is written.
    External,
    /// To a heading of the page itself.
    Here,
    /// To a route; `language` is set where it is another than the reader's.
    There {
        /// The route.
        route: &'s Route,
        /// The other language's tag.
        language: Option<&'s Arc<str>>,
    },
}

/// Why a link leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// There is no such file.
    File,
    /// The file is there and has no such heading.
    Anchor,
    /// The page is there and not published now.
    Unpublished,
}

/// A link as its author wrote it.
#[derive(Clone, Debug)]
pub struct Written<'a> {
    /// Where it leads, by its own words.
    pub text: &'a str,
    /// Where it stands.
    pub place: Place,
}

impl Site {
    /// Follows a link.
    pub fn resolve(
        &self,
        reader: Reader<'_>,
        target: &Target<'_>,
    ) -> Result<Resolved<'_>, Missing> {
        match target {
            Target::External(_) => Ok(Resolved::External),
            Target::Anchor(anchor)
                if anchor.is_empty()
                    || reader
                        .document
                        .is_none_or(|entry| self.has_anchor(entry, anchor)) =>
            {
                Ok(Resolved::Here)
            }
            Target::Anchor(_) => Err(Missing::Anchor),
            Target::File { source, anchor, .. } => {
                self.resolve_file(reader, source, anchor.as_deref())
            }
        }
    }

    fn resolve_file(
        &self,
        reader: Reader<'_>,
        source: &SourceId,
        anchor: Option<&str>,
    ) -> Result<Resolved<'_>, Missing> {
        if let Some(named) = self
            .page_of(source.as_str())
            .or_else(|| self.folder_page(source))
        {
            let page = self
                .version_for(named, reader)
                .ok_or(Missing::Unpublished)?;
            let page = &self.pages[page];
            if anchor.is_some_and(|anchor| !self.has_anchor(&page.entry, anchor)) {
                return Err(Missing::Anchor);
            }
            return Ok(self.there(
                &page.route,
                page.entry.position.variant.language,
                reader.variant.language,
            ));
        }
        if let Some(route) = self.attachment(source) {
            return Ok(Resolved::There {
                route,
                language: None,
            });
        }
        let folder = source.below(layout::CONTENT).unwrap_or_default();
        for language in [reader.variant.language, LanguageId::OWN] {
            if let Some(route) = self
                .section(folder, language)
                .and_then(|section| section.route.as_ref())
            {
                return Ok(self.there(route, language, reader.variant.language));
            }
        }
        Err(Missing::File)
    }

    /// Returns the page that stands for a folder.
    pub(super) fn folder_page(&self, folder: &SourceId) -> Option<PageId> {
        ["_index.md", "index.md"]
            .iter()
            .find_map(|name| self.page_of(&format!("{folder}/{name}")))
    }

    /// Returns the version that a reader gets when a link names a page.
    fn version_for(&self, named: PageId, reader: Reader<'_>) -> Option<PageId> {
        let own = self.pages[named].entry.position.variant;
        if own != Variant::standard(LanguageId::OWN) {
            // Who names a version by its suffix means that one.
            return self.version(named, own);
        }
        let Variant { language, easy } = reader.variant;
        let easy = easy
            .then(|| {
                self.version(
                    named,
                    Variant {
                        language,
                        easy: true,
                    },
                )
            })
            .flatten();
        let is_reader = |page: PageId| {
            reader
                .document
                .is_some_and(|entry| entry.source == self.pages[page].entry.source)
        };
        let easy = easy.filter(|page| !is_reader(*page));
        easy.or_else(|| self.version(named, Variant::standard(language)))
            .or_else(|| self.version(named, own))
    }

    fn there<'s>(
        &'s self,
        route: &'s Route,
        language: LanguageId,
        reader: LanguageId,
    ) -> Resolved<'s> {
        let language = (language != reader).then(|| &self.config().languages[language].code);
        Resolved::There { route, language }
    }

    /// Makes the finding that tells why a link leads nowhere, and what was likely meant.
    pub fn explain_missing(
        &self,
        why: Missing,
        reader: Reader<'_>,
        target: &Target<'_>,
        written: Written<'_>,
    ) -> Diagnostic {
        let Written { text, place } = written;
        match (why, target) {
            (Missing::Unpublished, _) => {
                Diagnostic::new(Code::LinkToUnpublished, place).arg("target", text)
            }
            (Missing::Anchor, Target::Anchor(anchor)) => {
                self.dead_anchor(place, anchor, reader.document)
            }
            (Missing::Anchor, Target::File { source, anchor, .. }) => {
                let page = self
                    .page_of(source.as_str())
                    .or_else(|| self.folder_page(source))
                    .and_then(|named| self.version_for(named, reader));
                let entry = page.map(|page| &*self.pages[page].entry);
                self.dead_anchor(place, anchor.as_deref().unwrap_or_default(), entry)
            }
            (_, Target::File { source, .. }) => self.dead_link(place, text, source),
            (_, Target::External(_) | Target::Anchor(_)) => Diagnostic::new(Code::DeadLink, place)
                .arg("target", text)
                .arg("near", ""),
        }
    }

    /// Makes the finding that a link leads nowhere, with the nearest file that is there, whether
    /// anything links to it or not.
    pub(crate) fn dead_link(&self, place: Place, target: &str, source: &SourceId) -> Diagnostic {
        self.leads_nowhere(place, target, source, &self.files)
    }

    /// Makes the same finding where only a page will do, as in a menu.
    pub(super) fn dead_page_link(
        &self,
        place: Place,
        target: &str,
        source: &SourceId,
    ) -> Diagnostic {
        self.leads_nowhere(place, target, source, &[])
    }

    /// Offers what is nearest among the pages and `files`; never the target itself, which may be
    /// there and of no use.
    fn leads_nowhere(
        &self,
        place: Place,
        target: &str,
        source: &SourceId,
        files: &[SourceId],
    ) -> Diagnostic {
        let wrong = source.below(layout::CONTENT).unwrap_or(source.as_str());
        let name = name_of(wrong);
        let mut same_name =
            paths(&self.pages, files).filter(|path| name_of(path) == name && *path != wrong);
        // Files of one folder share most of their paths, so a name must be alike by itself.
        let pages = around(&self.pages, |page| page.entry.source < *source);
        let files = around(files, |file| file < source);
        let alike = paths(pages, files)
            .filter(|path| *path != wrong && nearest(name, [name_of(path)]).is_some());
        let near = same_name
            .next()
            .or_else(|| nearest(wrong, alike))
            .map(|near| link_from(&place.source, near))
            .unwrap_or_default();
        Diagnostic::new(Code::DeadLink, place)
            .arg("target", target)
            .arg("near", near)
    }

    /// Returns whether a page has an anchor: a heading and the like, or a word of the glossary that
    /// it shows.
    fn has_anchor(&self, entry: &Entry, anchor: &str) -> bool {
        let is_heading = entry
            .anchors
            .binary_search_by(|known| (**known).cmp(anchor))
            .is_ok();
        is_heading
            || self
                .glossary_on(entry)
                .is_some_and(|glossary| glossary.has(anchor))
    }

    /// Returns the glossary that a page shows.
    fn glossary_on(&self, entry: &Entry) -> Option<&Glossary> {
        let language = entry.position.variant.language;
        let page = &self.pages[self.glossary(language)?];
        let is_it = page.entry.source == entry.source;
        is_it.then(|| {
            let glossaries = self.inputs.data.get::<Glossaries>()?;
            glossaries.of(&self.config().languages[language].code)
        })?
    }

    fn dead_anchor(&self, place: Place, anchor: &str, entry: Option<&Entry>) -> Diagnostic {
        let finding = Diagnostic::new(Code::DeadAnchor, place)
            .arg("anchor", anchor)
            .arg("target", entry.map_or("", Entry::path));
        let headings = entry
            .iter()
            .flat_map(|entry| entry.anchors.iter().map(|known| &**known));
        let words = entry
            .and_then(|entry| self.glossary_on(entry))
            .into_iter()
            .flat_map(Glossary::ids)
            .take(MOST_COMPARED);
        finding.nearest(anchor, headings.chain(words))
    }
}

/// Returns the paths of pages and files from the content folder.
fn paths<'a>(pages: &'a [Page], files: &'a [SourceId]) -> impl Iterator<Item = &'a str> {
    pages
        .iter()
        .map(|page| page.entry.path())
        .chain(files.iter().filter_map(|file| file.below(layout::CONTENT)))
}

/// Returns what stands around the place in a list where `is_before` ends; in most sites, all.
fn around<T>(list: &[T], is_before: impl Fn(&T) -> bool) -> &[T] {
    let at = list.partition_point(is_before);
    &list[at.saturating_sub(MOST_COMPARED)..list.len().min(at + MOST_COMPARED)]
}

/// Returns the last part of a path.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Writes the link by which `from` names `path`, a file below the content folder; who is not there
/// himself writes the path alone.
fn link_from(from: &SourceId, path: &str) -> String {
    let own = from.below(layout::CONTENT).map_or("", parent);
    let mut shared = own;
    while !shared.is_empty() && !is_at_or_below(path, shared) {
        shared = parent(shared);
    }
    let up = own[shared.len()..]
        .split('/')
        .filter(|folder| !folder.is_empty())
        .count();
    format!(
        "{}{}",
        "../".repeat(up),
        path[shared.len()..].trim_start_matches('/')
    )
}
