//! Where links lead: resolves targets in documents to routes of the site.

use std::sync::Arc;

use super::{PageId, Recipe, Site};
use crate::config::LanguageId;
use crate::document::target::Target;
use crate::document::{Entry, Variant};
use crate::layout;
use crate::route::Route;
use crate::source::SourceId;

/// Where a link is followed from.
#[derive(Clone, Copy, Debug)]
pub struct LinkOrigin<'a> {
    /// The language and version that the reader is reading.
    pub variant: Variant,
    /// The document that contains it; none for a template.
    pub document: Option<&'a Entry>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved<'s> {
    /// To another site, as written.
    External,
    /// To a heading of the page itself.
    Here,
    /// To a route; `language` is set if it differs from the reader's.
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
    /// The file exists but has no such heading.
    Anchor,
    /// The page exists but is not published now; or the file does, but only such pages use it.
    Unpublished,
}

impl Site {
    /// Follows a link.
    pub fn resolve(
        &self,
        origin: LinkOrigin<'_>,
        target: &Target<'_>,
    ) -> Result<Resolved<'_>, Missing> {
        match target {
            Target::External(_) => Ok(Resolved::External),
            Target::Anchor(anchor) => {
                let is_missing = |entry| !anchor.is_empty() && !self.has_anchor(entry, anchor);
                if origin
                    .document
                    .is_some_and(is_missing)
                {
                    return Err(Missing::Anchor);
                }
                Ok(Resolved::Here)
            }
            Target::File { source, anchor, .. } => match self.pages.named(source) {
                Some(named) => self.resolve_page(origin, named, anchor.as_deref()),
                None => self.resolve_file(origin, source),
            },
        }
    }

    fn resolve_page(
        &self,
        origin: LinkOrigin<'_>,
        named: PageId,
        anchor: Option<&str>,
    ) -> Result<Resolved<'_>, Missing> {
        let page = self.version_for(named, origin);
        let page = &self.pages[page.ok_or(Missing::Unpublished)?];
        if anchor.is_some_and(|anchor| !self.has_anchor(&page.entry, anchor)) {
            return Err(Missing::Anchor);
        }
        Ok(self.there(origin, &page.route, page.language()))
    }

    /// Follows a link to an attachment, or to a folder without a page.
    fn resolve_file(
        &self,
        origin: LinkOrigin<'_>,
        source: &SourceId,
    ) -> Result<Resolved<'_>, Missing> {
        let own = origin.variant.language;
        if let Some(route) = self.attachment(source) {
            return Ok(self.there(origin, route, own));
        }
        if let Some(route) = self.at_the_root(source) {
            return Ok(self.there(origin, route, own));
        }
        let folder = source
            .below(layout::CONTENT)
            .unwrap_or_default();
        let mut languages = [own, LanguageId::OWN].into_iter();
        languages
            .find_map(|language| {
                let section = self.section(folder, language)?;
                Some(self.there(origin, &section.route, language))
            })
            .ok_or_else(|| match self.is_of_unpublished(origin, source) {
                true => Missing::Unpublished,
                false => Missing::File,
            })
    }

    /// Returns whether a file exists to which a page that is not published refers.
    fn is_of_unpublished(&self, origin: LinkOrigin<'_>, source: &SourceId) -> bool {
        let is_published = |entry: &Entry| {
            let page = self.page_of(entry.source.as_str());
            page.is_some_and(|page| self.pages[page].published)
        };
        let document = origin.document;
        document.is_some_and(|entry| !is_published(entry))
            && self
                .pages
                .files
                .binary_search(source)
                .is_ok()
    }

    /// Returns the route of a file of `_static`, which is published at the root as it is, so links
    /// name it as if it were there: `/logo.svg`.
    fn at_the_root(&self, source: &SourceId) -> Option<&Route> {
        let path = source.below(layout::CONTENT)?;
        let known = self
            .routes
            .binary_search_by(|(route, _)| route.as_str().cmp(path));
        let (route, recipe) = self.routes.get(known.ok()?)?;
        let is_static =
            matches!(recipe, Recipe::Asset(file) if file.below(layout::STATIC).is_some());
        is_static.then_some(route)
    }

    /// Returns the version that a reader gets when a link names a page.
    pub(super) fn version_for(&self, named: PageId, origin: LinkOrigin<'_>) -> Option<PageId> {
        let own = self.pages[named].variant();
        if own != Variant::standard(LanguageId::OWN) {
            // A link that names a version by its suffix means exactly that one.
            return self.version(named, own);
        }
        let Variant { language, easy } = origin.variant;
        let is_elsewhere = |page: &PageId| {
            let source = &self.pages[*page].entry.source;
            origin
                .document
                .is_none_or(|entry| entry.source != *source)
        };
        let easy = easy
            .then(|| self.version(named, origin.variant))
            .flatten()
            .filter(is_elsewhere);
        easy.or_else(|| self.version(named, Variant::standard(language)))
            .or_else(|| self.version(named, own))
    }

    fn there<'s>(
        &'s self,
        origin: LinkOrigin<'_>,
        route: &'s Route,
        language: LanguageId,
    ) -> Resolved<'s> {
        let is_other = language != origin.variant.language;
        let language = is_other.then(|| &self.config().languages[language].code);
        Resolved::There { route, language }
    }
}
