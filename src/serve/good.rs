//! The last good bytes of pages that were looked at, for the time when a page is not good.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use crate::route::Route;

/// The most bytes that are kept.
const MOST_BYTES: usize = 48 << 20;

/// Pages as they last were good, the oldest forgotten first.
#[derive(Default)]
pub(super) struct Good {
    pages: FxHashMap<Route, Vec<u8>>,
    order: VecDeque<Route>,
    bytes: usize,
}

impl Good {
    pub(super) fn get(&self, route: &Route) -> Option<&[u8]> {
        self.pages.get(route).map(Vec::as_slice)
    }

    pub(super) fn keep(&mut self, route: &Route, bytes: &[u8]) {
        self.bytes += bytes.len();
        match self.pages.insert(route.clone(), bytes.to_vec()) {
            Some(old) => self.bytes -= old.len(),
            None => self.order.push_back(route.clone()),
        }
        while self.bytes > MOST_BYTES {
            let Some(oldest) = self.order.pop_front() else {
                return;
            };
            self.bytes -= self.pages.remove(&oldest).map_or(0, |old| old.len());
        }
    }
}
