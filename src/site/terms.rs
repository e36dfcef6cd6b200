//! The terms of a site: entries of its taxonomies, language by language.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pages::PageId;
use crate::config::{LanguageId, TaxonomyId};
use crate::document::TermUse;
use crate::route::Route;

/// Names a term in one language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId {
    /// The taxonomy.
    pub taxonomy: TaxonomyId,
    /// The language.
    pub language: LanguageId,
    /// The term's slug: the file name of its page, if it has one.
    pub slug: Arc<str>,
}

/// A term in one language.
#[derive(Clone, Debug)]
pub struct Term {
    /// The term as first written.
    pub name: Arc<str>,
    /// Where it is first written, if any page has it.
    pub first: Option<(PageId, TermUse)>,
    /// Its own page, if it has one.
    pub page: Option<PageId>,
    /// The pages that have it, in order.
    pub pages: Vec<PageId>,
    /// Its route.
    pub route: Route,
}

/// All terms.
#[derive(Debug)]
pub(super) struct Terms(pub(super) BTreeMap<TermId, Term>);

impl Terms {
    pub(super) fn get(&self, id: &TermId) -> Option<&Term> {
        self.0.get(id)
    }

    /// Returns the terms of a taxonomy in a language, in the order of their slugs.
    pub(super) fn of(
        &self,
        taxonomy: TaxonomyId,
        language: LanguageId,
    ) -> impl Iterator<Item = (&TermId, &Term)> {
        let slug = Arc::from("");
        let first = TermId {
            taxonomy,
            language,
            slug,
        };
        self.0
            .range(first..)
            .take_while(move |(id, _)| (id.taxonomy, id.language) == (taxonomy, language))
    }
}
