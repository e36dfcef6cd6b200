//! Ids: typed positions in the lists that make up a site, so that a language is never mistaken for
//! a taxonomy or a number.
//!
//! The list that owns its items numbers them when it is made ([`IdVec::from`]); nothing else makes
//! an [`Id`]. [`IdVec::map`] makes further lists with the same ids, so an id from one list is valid
//! in all of them, and callers need no check to look it up.

use std::cmp::Ordering;
use std::fmt::{Debug, Formatter, Result};
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// The position of a `K` in the list of all, and in every list with the same ids.
pub struct Id<K> {
    index: usize,
    kind: PhantomData<fn() -> K>,
}

/// A list with a `T` for every `K`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdVec<K, T = K> {
    items: Vec<T>,
    kind: PhantomData<fn() -> K>,
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
    /// Returns the ids in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = Id<K>> + DoubleEndedIterator + use<K, T> {
        (0..self.items.len()).map(Id::new)
    }

    /// Returns the items in the order of their ids.
    pub fn as_slice(&self) -> &[T] {
        &self.items
    }

    /// Returns the items in the order of their ids.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Returns the items in the order of their ids.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// Returns the number of items.
    pub fn count(&self) -> usize {
        self.items.len()
    }

    /// Returns the items with their ids, in order.
    pub fn with_ids(&self) -> impl DoubleEndedIterator<Item = (Id<K>, &T)> {
        self.ids().zip(&self.items)
    }

    /// Finds the first item that `fits`.
    pub fn find_id(&self, fits: impl FnMut(&T) -> bool) -> Option<Id<K>> {
        self.items
            .iter()
            .position(fits)
            .map(Id::new)
    }

    /// Makes a list with the same ids.
    pub fn map<U>(&self, mut make: impl FnMut(Id<K>, &T) -> U) -> IdVec<K, U> {
        let made = self
            .with_ids()
            .map(|(id, item)| make(id, item));
        IdVec::from(made.collect::<Vec<U>>())
    }

    /// Converts every item.
    pub fn into_map<U>(self, mut make: impl FnMut(Id<K>, T) -> U) -> IdVec<K, U> {
        let made = self
            .ids()
            .zip(self.items)
            .map(|(id, item)| make(id, item));
        IdVec::from(made.collect::<Vec<U>>())
    }
}

impl<K, T> From<Vec<T>> for IdVec<K, T> {
    /// Numbers the items in order.
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

impl<'v, K, T> IntoIterator for &'v IdVec<K, T> {
    type Item = &'v T;
    type IntoIter = std::slice::Iter<'v, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

// An id is a number, whatever `K` is; derived impls would require the same traits of `K`.

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Id<K> {}

impl<K> Debug for Id<K> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Id({})", self.index)
    }
}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
