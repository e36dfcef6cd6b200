//! What each route is made from.

use std::sync::Arc;

use super::{SearchPart, TermId};
use crate::config::{LanguageId, TaxonomyId};
use crate::route::Route;
use crate::source::SourceId;

/// What a route is made from. It can be printed, compared and tested; it reads the
/// [`Site`](super::Site), never another route's artifact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipe {
    /// A page of its own.
    Page(SourceId),
    /// A section, or a language's home page where the folder is empty.
    Section {
        /// The folder below the content folder.
        folder: Arc<str>,
        /// The language.
        language: LanguageId,
    },
    /// The terms of a taxonomy.
    Taxonomy {
        /// The taxonomy.
        taxonomy: TaxonomyId,
        /// The language.
        language: LanguageId,
    },
    /// The page of a term.
    Term(TermId),
    /// An Atom feed of a language, or of one of its sections.
    Feed {
        /// The section's folder; empty for the whole language.
        folder: Arc<str>,
        /// The language.
        language: LanguageId,
    },
    /// The page that shows search results; until a search, it lists everything.
    SearchPage {
        /// The language.
        language: LanguageId,
    },
    /// A file of the search index.
    Search {
        /// The language.
        language: LanguageId,
        /// The part of the index.
        part: SearchPart,
    },
    /// The accessibility statement for machines.
    Statement,
    /// The map of all pages for search engines, or the index of its parts.
    Sitemap,
    /// A part of a sitemap that is too large for one file, by its number from 1.
    SitemapPart(usize),
    /// `robots.txt`.
    Robots,
    /// A former address that leads to a page.
    Redirect(Route),
    /// A file published unchanged, except for SVG, which is sanitised.
    Asset(SourceId),
    /// A finished asset of a theme, by the theme's and the asset's names.
    ThemeAsset(Arc<str>, Arc<str>),
    /// A file that a theme puts at the output's root, by the theme's and the file's names.
    ThemeStatic(Arc<str>, Arc<str>),
    /// What a server answers for a missing address, in all languages.
    NotFound,
}

impl Recipe {
    /// Returns whether the bytes at its route can never change, since the route contains their
    /// hash. A browser may keep them for good, and open pages may ask for them long after the site
    /// has moved on.
    pub fn is_immutable(&self) -> bool {
        matches!(self, Self::ThemeAsset(..))
    }

    /// Returns whether it makes a page that authors wrote or that follows from their pages: one
    /// that search engines may show.
    pub(super) fn is_content(&self) -> bool {
        matches!(
            self,
            Self::Page(_) | Self::Section { .. } | Self::Taxonomy { .. } | Self::Term(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_by_hash_are_immutable() {
        let theme = || Arc::from("pakt");
        let language = LanguageId::OWN;
        let mutable = [
            Recipe::Page(SourceId::new("content/a.md")),
            Recipe::Asset(SourceId::new("content/a.0123456789abcdef.pdf")),
            Recipe::ThemeStatic(theme(), Arc::from("icon.0123456789abcdef.svg")),
            Recipe::Search {
                language,
                part: SearchPart::Head,
            },
            Recipe::Sitemap,
        ];
        assert!(Recipe::ThemeAsset(theme(), Arc::from("css/site.css")).is_immutable());
        assert!(
            !mutable
                .iter()
                .any(Recipe::is_immutable)
        );
    }
}
