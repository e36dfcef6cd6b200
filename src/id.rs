//! Ids: typed positions in the lists that a site is made of, so that a language is never taken for
//! a taxonomy, or for a number.
//!
//! The list that owns its items numbers them when it is made ([`IdVec::from`]); nothing else makes
//! an [`Id`]. [`IdVec::map`] makes further lists by the same ids, so an id that one list gave is
//! right in all of them, and looking it up needs no check at the caller.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut, Index, IndexMut};

/// The position of an item in the lists of one kind, such as
/// [`Languages`](crate::config::Languages).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<K> {
    index: usize,
    kind: PhantomData<K>,
}

/// A list of which every item has an id; apart from that it is a slice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdVec<K, T> {
    items: Vec<T>,
    kind: PhantomData<K>,
}

impl<K> Id<K> {
    /// The first item of a list that is never empty.
    pub(crate) const FIRST: Self = Self::new(0);

    const fn new(index: usize) -> Self {
        let kind = PhantomData;
        Self { index, kind }
    }
}

impl<K, T> IdVec<K, T> {
    /// Returns the ids in their order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<K>> + use<K, T> {
        (0..self.items.len()).map(Id::new)
    }

    /// Returns the items with their ids, in order.
    pub fn with_ids(&self) -> impl DoubleEndedIterator<Item = (Id<K>, &T)> {
        let items = self.items.iter().enumerate();
        items.map(|(index, item)| (Id::new(index), item))
    }

    /// Finds the first item that fits.
    pub fn find_id(&self, fits: impl FnMut(&T) -> bool) -> Option<Id<K>> {
        self.items.iter().position(fits).map(Id::new)
    }

    /// Makes a list by the same ids.
    pub fn map<U>(&self, mut make: impl FnMut(Id<K>, &T) -> U) -> IdVec<K, U> {
        let made = self.with_ids().map(|(id, item)| make(id, item));
        IdVec::from(made.collect::<Vec<U>>())
    }
}

impl<K, T> From<Vec<T>> for IdVec<K, T> {
    /// Numbers the items in their order.
    fn from(items: Vec<T>) -> Self {
        let kind = PhantomData;
        Self { items, kind }
    }
}

impl<K, T> Index<Id<K>> for IdVec<K, T> {
    type Output = T;

    fn index(&self, id: Id<K>) -> &T {
        &self.items[id.index]
    }
}

impl<K, T> IndexMut<Id<K>> for IdVec<K, T> {
    fn index_mut(&mut self, id: Id<K>) -> &mut T {
        &mut self.items[id.index]
    }
}

impl<K, T> Deref for IdVec<K, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<K, T> DerefMut for IdVec<K, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<'v, K, T> IntoIterator for &'v IdVec<K, T> {
    type Item = &'v T;
    type IntoIter = std::slice::Iter<'v, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}
