//! The last good versions of pages, shown while the current ones are not good.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use rustc_hash::FxHashMap;

use crate::diagnostic::Diagnostic;
use crate::render::Artifact;
use crate::route::Route;
use crate::serve::numbered::Numbered;
use crate::serve::panics::locked;

/// The most bytes of pages kept.
const MOST_BYTES: usize = 48 << 20;

/// The last good versions of pages: of those that were viewed, and of all others from the last
/// snapshot without errors.
#[derive(Default)]
pub(in crate::serve) struct Past {
    looked_at: Mutex<Kept>,
    clean: RwLock<Option<Arc<Numbered>>>,
}

impl Past {
    /// Returns the last good version of a page.
    pub(super) fn get(&self, route: &Route) -> Option<Vec<u8>> {
        let kept = locked(&self.looked_at)
            .pages
            .get(route)
            .cloned();
        kept.or_else(|| self.in_clean_site(route))
    }

    /// Keeps a good page.
    pub(super) fn keep(&self, route: &Route, bytes: &[u8]) {
        locked(&self.looked_at).keep(route, bytes);
    }

    /// Keeps a snapshot in which a check found no errors.
    pub(in crate::serve) fn keep_clean(&self, numbered: &Arc<Numbered>) {
        *self
            .clean
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(numbered));
    }

    fn in_clean_site(&self, route: &Route) -> Option<Vec<u8>> {
        let clean = self
            .clean
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()?;
        match clean.snapshot.renderer.render(route) {
            (Some(Artifact::Bytes(bytes)), found) if !has_errors(&found) => Some(bytes),
            _ => None,
        }
    }
}

/// Pages that were viewed while they were good; the oldest is dropped first.
#[derive(Default)]
struct Kept {
    pages: FxHashMap<Route, Vec<u8>>,
    order: VecDeque<Route>,
    bytes: usize,
}

impl Kept {
    fn keep(&mut self, route: &Route, bytes: &[u8]) {
        self.bytes += bytes.len();
        match self
            .pages
            .insert(route.clone(), bytes.to_vec())
        {
            Some(old) => self.bytes -= old.len(),
            None => self.order.push_back(route.clone()),
        }
        while self.bytes > MOST_BYTES
            && let Some(oldest) = self.order.pop_front()
        {
            self.bytes -= self
                .pages
                .remove(&oldest)
                .map_or(0, |old| old.len());
        }
    }
}

pub(super) fn has_errors(found: &[Diagnostic]) -> bool {
    found.iter().any(Diagnostic::is_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(name: usize) -> Route {
        Route::new(&format!("{name}/index.html")).expect("a route")
    }

    /// Which of the first `count` pages are kept.
    fn kept(past: &Past, count: usize) -> Vec<usize> {
        (0..count)
            .filter(|name| past.get(&route(*name)).is_some())
            .collect()
    }

    #[test]
    fn the_oldest_pages_are_dropped_beyond_the_limit() {
        let past = Past::default();
        let quarter = vec![b'a'; MOST_BYTES / 4];
        for name in 0..4 {
            past.keep(&route(name), &quarter);
        }
        assert_eq!(kept(&past, 7), [0, 1, 2, 3], "the limit itself is kept");
        past.keep(&route(4), b"a");
        assert_eq!(kept(&past, 7), [1, 2, 3, 4]);
        past.keep(&route(5), &quarter);
        assert_eq!(kept(&past, 7), [2, 3, 4, 5]);
    }

    #[test]
    fn a_page_that_is_kept_again_replaces_its_older_version() {
        let past = Past::default();
        let half = vec![b'a'; MOST_BYTES / 2];
        for _ in 0..9 {
            past.keep(&route(0), &half);
            past.keep(&route(1), b"old");
            past.keep(&route(1), b"new");
        }
        assert_eq!(kept(&past, 2), [0, 1]);
        assert_eq!(past.get(&route(1)).as_deref(), Some(b"new".as_slice()));
    }

    #[test]
    fn a_page_beyond_the_limit_is_not_kept() {
        let past = Past::default();
        past.keep(&route(0), &vec![b'a'; MOST_BYTES + 1]);
        past.keep(&route(1), b"a");
        assert_eq!(kept(&past, 2), [1]);
    }
}
