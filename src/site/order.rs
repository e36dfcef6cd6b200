//! The order of pages in lists: computed once for all pages, since each is in many lists.

use std::cmp::Reverse;

use super::pages::{Page, PageId};
use crate::document::Sort;
use crate::id::IdVec;

/// The rank of every page among all, by weight and title. Keys are compared once, not in each list.
#[derive(Debug)]
pub(super) struct Order(IdVec<Page, u32>);

impl Order {
    /// Puts all pages in order.
    pub(super) fn new(pages: &IdVec<Page>) -> Self {
        // Most keys differ in their first bytes; comparing those does not touch the page.
        let keys = pages
            .with_ids()
            .map(|(id, page)| (page.entry.order.0, beginning(&page.entry.order.1), id));
        let mut keys: Vec<(i64, u64, PageId)> = keys.collect();
        keys.sort_by(|a, b| {
            (a.0, a.1)
                .cmp(&(b.0, b.1))
                .then_with(|| pages[a.2].entry.order.1.cmp(&pages[b.2].entry.order.1))
        });
        let mut places = pages.map(|_, _| 0);
        for (place, (.., id)) in (0..).zip(keys) {
            places[id] = place;
        }
        Self(places)
    }

    /// Sorts a list of pages as a section asks for.
    pub(super) fn sort(&self, list: &mut [PageId], pages: &IdVec<Page>, sort: Sort) {
        let entry = |id: &PageId| &pages[*id].entry;
        match sort {
            Sort::Weight => list.sort_unstable_by_key(|id| self.0[*id]),
            Sort::Title => list.sort_by(|a, b| entry(a).order.1.cmp(&entry(b).order.1)),
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
