//! Dead links: why they lead nowhere, and what was probably meant.

use super::resolve::{LinkOrigin, Missing};
use super::{Page, Pages, Site};
use crate::data::{Glossaries, Glossary};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::document::target::Target;
use crate::document::{Entry, is_at_or_below, last_part, parent};
use crate::language;
use crate::layout;
use crate::source::SourceId;

/// How many files on either side of a dead link's target are compared with it: a renamed folder
/// makes thousands of such links, and each comparison takes a microsecond.
const MOST_COMPARED: usize = 200;

/// A link as its author wrote it.
#[derive(Clone, Debug)]
pub struct Written<'a> {
    /// Its target, as written.
    pub text: &'a str,
    /// Where it is written.
    pub place: Place,
}

impl Site {
    /// Returns the finding that says why a link leads nowhere, and what was probably meant.
    pub fn explain_missing(
        &self,
        why: Missing,
        origin: LinkOrigin<'_>,
        target: &Target<'_>,
        written: Written<'_>,
    ) -> Diagnostic {
        let Written { text, place } = written;
        match (why, target) {
            (Missing::Unpublished, _) => {
                Diagnostic::new(Code::LinkToUnpublished, place).arg("target", text)
            }
            (Missing::Anchor, Target::Anchor(anchor)) => {
                self.dead_anchor(place, anchor, origin.document)
            }
            (Missing::Anchor, Target::File { source, anchor, .. }) => {
                let named = self.pages.named(source);
                let page = named.and_then(|named| self.version_for(named, origin));
                let entry = page.map(|page| &*self.pages[page].entry);
                self.dead_anchor(place, anchor.as_deref().unwrap_or_default(), entry)
            }
            (_, Target::File { source, .. }) => self
                .pages
                .dead_link(place, text, source),
            (_, Target::External(_) | Target::Anchor(_)) => Diagnostic::new(Code::DeadLink, place)
                .arg("target", text)
                .arg("near", ""),
        }
    }

    /// Returns whether a page has an anchor: a heading or the like, an entry of the glossary that
    /// it shows, its top (HTML, 7.4.6.3) or its main part.
    pub(super) fn has_anchor(&self, entry: &Entry, anchor: &str) -> bool {
        if anchor.eq_ignore_ascii_case("top") || self.main_of(entry) == Some(anchor) {
            return true;
        }
        let anchors = &entry.anchors;
        let is_heading = anchors.binary_search_by(|known| (**known).cmp(anchor));
        let is_explained = || Some(self.glossary_on(entry)?.has(anchor));
        is_heading.is_ok() || is_explained().unwrap_or_default()
    }

    /// Returns the identifier of the main part of a page.
    fn main_of(&self, entry: &Entry) -> Option<&str> {
        let position = &entry.position;
        let theme = self.theme_of(&position.folder, position.variant.language)?;
        theme.facts.main.as_deref()
    }

    /// Returns the glossary that a page shows.
    fn glossary_on(&self, entry: &Entry) -> Option<&Glossary> {
        let language = entry.position.variant.language;
        let page = &self.pages[self.glossary(language)?];
        if page.entry.source != entry.source {
            return None;
        }
        let glossaries = self.inputs.data.get::<Glossaries>()?;
        glossaries.of(&self.config().languages[language].code)
    }

    fn dead_anchor(&self, place: Place, anchor: &str, entry: Option<&Entry>) -> Diagnostic {
        let finding = Diagnostic::new(Code::DeadAnchor, place)
            .arg("anchor", anchor)
            .arg("target", entry.map_or("", Entry::path));
        let headings = entry
            .iter()
            .flat_map(|entry| &entry.anchors);
        let glossary = entry
            .and_then(|entry| self.glossary_on(entry))
            .into_iter();
        let explained = glossary
            .flat_map(Glossary::ids)
            .take(MOST_COMPARED);
        let headings = headings.map(|known| &**known);
        let known: Vec<&str> = headings.chain(explained).collect();
        // A word with accents is unlike an anchor without them.
        let slug = language::slug(anchor, "");
        let near = nearest(&slug, known.iter().copied()).or_else(|| nearest(anchor, known));
        finding.arg("near", near.unwrap_or_default())
    }
}

impl Pages {
    /// Returns the finding for a dead link, with the nearest existing file, whether or not anything
    /// links to it.
    pub(super) fn dead_link(&self, place: Place, target: &str, source: &SourceId) -> Diagnostic {
        let near = self.nearest(source, &self.files);
        dead_link(place, target, near)
    }

    /// Returns the same finding where only a page will do, as in a menu.
    pub(super) fn dead_page_link(
        &self,
        place: Place,
        target: &str,
        source: &SourceId,
    ) -> Diagnostic {
        let near = self.nearest(source, &[]);
        dead_link(place, target, near)
    }

    /// Returns the path nearest to a file among the pages and `files`, but never the file itself,
    /// which may exist but be of no use.
    fn nearest<'s>(&'s self, source: &SourceId, files: &'s [SourceId]) -> Option<&'s str> {
        let pages = self.as_slice();
        let wrong = source
            .below(layout::CONTENT)
            .unwrap_or(source.as_str());
        let name = last_part(wrong);
        let mut same_name =
            paths(pages, files).filter(|path| last_part(path) == name && *path != wrong);
        // Files in one folder share most of their path, so the name must be similar on its own.
        let pages = around(pages, |page| page.entry.source < *source);
        let files = around(files, |file| file < source);
        let alike = paths(pages, files)
            .filter(|path| *path != wrong && nearest(name, [last_part(path)]).is_some());
        same_name
            .next()
            .or_else(|| nearest(wrong, alike))
    }
}

fn dead_link(place: Place, target: &str, near: Option<&str>) -> Diagnostic {
    let near = near.map(|near| link_from(&place.source, near));
    Diagnostic::new(Code::DeadLink, place)
        .arg("target", target)
        .arg("near", near.unwrap_or_default())
}

/// Returns the paths of pages and files in the content folder.
fn paths<'a>(pages: &'a [Page], files: &'a [SourceId]) -> impl Iterator<Item = &'a str> {
    let files = files
        .iter()
        .filter_map(|file| file.below(layout::CONTENT));
    pages
        .iter()
        .map(|page| page.entry.path())
        .chain(files)
}

/// Returns the neighbourhood of the position where `is_before` ends; on most sites, the whole list.
fn around<T>(list: &[T], is_before: impl Fn(&T) -> bool) -> &[T] {
    let at = list.partition_point(is_before);
    let end = list.len().min(at + MOST_COMPARED);
    list.get(at.saturating_sub(MOST_COMPARED)..end)
        .unwrap_or_default()
}

/// Writes the link from a file to `path` in the content folder: relative or, from outside that
/// folder, the bare path.
pub(super) fn link_from(from: &SourceId, path: &str) -> String {
    let own = from
        .below(layout::CONTENT)
        .map_or("", parent);
    let mut shared = own;
    while !shared.is_empty() && !is_at_or_below(path, shared) {
        shared = parent(shared);
    }
    let below = |path| str::strip_prefix(path, shared).unwrap_or(path);
    let up = below(own)
        .split('/')
        .filter(|folder| !folder.is_empty());
    format!(
        "{}{}",
        "../".repeat(up.count()),
        below(path).trim_start_matches('/')
    )
}
