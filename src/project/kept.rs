//! What was read of sources, in the last good version: a site advances although something in it has
//! errors.

use std::sync::Arc;

use crate::diagnostic::{Audience, Diagnostic, settled};
use crate::document::{Document, Options};

/// Something read, in its last good version, with what is wrong with the present one.
pub(super) struct Kept<T> {
    pub(super) good: Option<Arc<T>>,
    pub(super) found: Vec<Diagnostic>,
}

/// A document as it is, or in its last good version, with what is wrong with it as it is.
pub(super) struct Parsed {
    pub(super) document: Arc<Document>,
    pub(super) is_good: bool,
    pub(super) found: Vec<Diagnostic>,
}

impl<T> Kept<T> {
    pub(super) fn nothing() -> Self {
        Self {
            good: None,
            found: Vec::new(),
        }
    }

    /// Takes a new version; one with errors leaves the last good one in its place.
    pub(super) fn update(&mut self, new: Option<T>, found: Vec<Diagnostic>) {
        let is_good = self.good.is_none() || !found.iter().any(Diagnostic::is_error);
        if let Some(new) = new.filter(|_| is_good) {
            self.good = Some(Arc::new(new));
        }
        self.found = found;
    }
}

impl Parsed {
    /// Takes a document with what was found in it, as bad as that is for who sees it.
    pub(super) fn new(document: Document, found: Vec<Diagnostic>, audience: Audience) -> Self {
        let found = settled(found, audience);
        Self {
            document: Arc::new(document),
            is_good: !found.iter().any(Diagnostic::is_error),
            found,
        }
    }

    /// Goes back to the last good version, if this one has errors. `renewed` are the settings, if
    /// they read a document differently now: it knows languages and taxonomies by their places in
    /// them.
    #[must_use]
    pub(super) fn or_last_good(mut self, last: Option<&Self>, renewed: Option<&Options>) -> Self {
        let Some(held) = last.filter(|last| last.is_good && !self.is_good) else {
            return self;
        };
        self.document = match renewed {
            Some(options) => Arc::new(held.document.read_again(options)),
            None => Arc::clone(&held.document),
        };
        self.is_good = true;
        self
    }

    /// Returns whether the last good version is shown, since the present one has errors.
    pub(super) fn is_held(&self) -> bool {
        self.is_good && self.found.iter().any(Diagnostic::is_error)
    }
}
