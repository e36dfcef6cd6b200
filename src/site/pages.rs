//! The pages of a site: documents with their routes, and how they are found.

use std::cmp::Reverse;
use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::config::LanguageId;
use crate::document::{Entry, Sort, Variant, is_at_or_below};
use crate::id::{Id, IdVec};
use crate::route::Route;
use crate::source::SourceId;

/// A page of a site.
pub type PageId = Id<Page>;

/// A document with its route.
#[derive(Clone, Debug)]
pub struct Page {
    /// What other files may know about it.
    pub entry: Arc<Entry>,
    /// Its route, even if it is not published.
    pub route: Route,
    /// Whether it is published.
    pub published: bool,
}

/// All pages, published or not, in file order.
#[derive(Debug)]
pub struct Pages {
    list: IdVec<Page>,
    order: Order,
    by_source: FxHashMap<SourceId, PageId>,
    /// The versions of every page, by the path that they share.
    versions: FxHashMap<Arc<str>, Vec<PageId>>,
    /// The files in the content folder that are not pages, in order, so that a dead link can
    /// suggest one.
    pub(super) files: Vec<SourceId>,
}

impl Page {
    /// Returns its language and version.
    pub(crate) fn variant(&self) -> Variant {
        self.entry.position.variant
    }

    /// Returns its language.
    pub(crate) fn language(&self) -> LanguageId {
        self.variant().language
    }
}

impl Pages {
    /// Builds the indexes for finding pages.
    pub(super) fn new(list: IdVec<Page>, files: Vec<SourceId>) -> Self {
        let by_source = || {
            let pages = list.with_ids();
            pages
                .map(|(id, page)| (page.entry.source.clone(), id))
                .collect()
        };
        let (versions, (order, by_source)) =
            rayon::join(|| versions(&list), || (Order::new(&list), by_source()));
        Self {
            list,
            order,
            by_source,
            versions,
            files,
        }
    }

    /// Finds a page by its file.
    pub(super) fn find(&self, source: &str) -> Option<PageId> {
        self.by_source.get(source).copied()
    }

    /// Finds the page that a link to a file or folder names; for a folder, its `_index.md`, else
    /// its `index.md`.
    pub(super) fn named(&self, source: &SourceId) -> Option<PageId> {
        let of_folder = || {
            let names = ["_index.md", "index.md"];
            let mut pages = names
                .iter()
                .map(|name| self.find(&format!("{source}/{name}")));
            pages.find_map(|page| page)
        };
        self.find(source.as_str())
            .or_else(of_folder)
    }

    /// Returns the published version of a page for a language and kind of reader.
    pub(super) fn version(&self, page: PageId, variant: Variant) -> Option<PageId> {
        let versions = self
            .versions
            .get(&self.list[page].entry.position.key)?;
        versions
            .iter()
            .copied()
            .find(|version| {
                let version = &self.list[*version];
                version.published && version.variant() == variant
            })
    }

    /// Returns all versions of a page, published or not.
    pub(crate) fn versions_of(&self, page: PageId) -> &[PageId] {
        let versions = self
            .versions
            .get(&self.list[page].entry.position.key);
        versions
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Sorts a list of pages as a section asks for.
    pub(super) fn sort(&self, list: &mut [PageId], sort: Sort) {
        self.order
            .sort(list, &self.list, sort);
    }

    /// Returns the `_index.md` of a folder in a language, published or not.
    pub(super) fn index(&self, folder: &str, language: LanguageId) -> Option<&Page> {
        let versions = self
            .versions
            .get(format!("{folder}/_index").as_str())?;
        let mut versions = versions
            .iter()
            .map(|page| &self.list[*page]);
        versions.find(|page| page.variant() == Variant::standard(language))
    }

    /// Returns the pages that a feed may contain: dated, in a language, in a folder or below.
    pub(super) fn of_feed<'s>(
        &'s self,
        folder: &'s str,
        language: LanguageId,
    ) -> impl Iterator<Item = &'s Page> {
        let fits = move |page: &Page| {
            let Entry {
                front, position, ..
            } = &*page.entry;
            page.published
                && (folder.is_empty() || is_at_or_below(&position.folder, folder))
                && front.changed().is_some()
                && position.variant == Variant::standard(language)
        };
        self.list
            .iter()
            .filter(move |page| fits(page))
    }
}

impl Deref for Pages {
    type Target = IdVec<Page>;

    fn deref(&self) -> &IdVec<Page> {
        &self.list
    }
}

fn versions(pages: &IdVec<Page>) -> FxHashMap<Arc<str>, Vec<PageId>> {
    let mut versions: FxHashMap<Arc<str>, Vec<PageId>> = FxHashMap::default();
    versions.reserve(pages.count());
    for (id, page) in pages.with_ids() {
        let key = Arc::clone(&page.entry.position.key);
        versions
            .entry(key)
            .or_default()
            .push(id);
    }
    versions
}

/// The rank of every page among all, by weight and title. Keys are compared once, not in each list.
#[derive(Debug)]
struct Order(IdVec<Page, u32>);

impl Order {
    /// Puts all pages in order.
    fn new(pages: &IdVec<Page>) -> Self {
        // Most keys differ in their first bytes; comparing those does not touch the page.
        let keys = pages
            .with_ids()
            .map(|(id, page)| (page.entry.order.0, beginning(&page.entry.order.1), id));
        let mut keys: Vec<(i64, u64, PageId)> = keys.collect();
        keys.sort_by(|a, b| {
            (a.0, a.1)
                .cmp(&(b.0, b.1))
                .then_with(|| {
                    pages[a.2]
                        .entry
                        .order
                        .1
                        .cmp(&pages[b.2].entry.order.1)
                })
        });
        let mut places = pages.map(|_, _| 0);
        for (place, (.., id)) in (0..).zip(keys) {
            places[id] = place;
        }
        Self(places)
    }

    /// Sorts a list of pages as a section asks for.
    fn sort(&self, list: &mut [PageId], pages: &IdVec<Page>, sort: Sort) {
        let entry = |id: &PageId| &pages[*id].entry;
        match sort {
            Sort::Weight => list.sort_unstable_by_key(|id| self.0[*id]),
            Sort::Title => list.sort_by(|a, b| {
                entry(a)
                    .order
                    .1
                    .cmp(&entry(b).order.1)
            }),
            Sort::Date => {
                list.sort_by_cached_key(|id| (Reverse(entry(id).front.date), self.0[*id]))
            }
        }
    }
}

/// Returns the first eight bytes of a key as a number that compares the same way.
fn beginning(key: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (byte, of_key) in bytes.iter_mut().zip(key) {
        *byte = *of_key;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_key_never_contradicts_the_key() {
        let keys: [&[u8]; 7] = [b"", b"\0", b"a", b"a\0", b"ab", b"abcdefgh", b"abcdefghi"];
        for pair in keys.windows(2) {
            assert!(beginning(pair[0]) <= beginning(pair[1]), "{pair:?}");
        }
        assert!(beginning(b"\x7f") < beginning(b"\x80"));
    }
}
