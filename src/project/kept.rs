//! Last good versions of what was read: a site stays up to date although something in it has
//! errors.

use std::sync::Arc;

use crate::diagnostic::{Audience, Diagnostic, Excuses, Rules, Severities, settled};
use crate::document::{Document, Options, Reading};

/// A value in its last good version, and what is wrong with the present one.
pub(super) struct Kept<T> {
    pub(super) good: Option<Arc<T>>,
    pub(super) found: Vec<Diagnostic>,
}

/// A document, present or last good, and what is wrong with the present one.
pub(super) struct Parsed {
    pub(super) document: Arc<Document>,
    pub(super) is_good: bool,
    pub(super) found: Vec<Diagnostic>,
    /// The findings that its author allows.
    pub(super) excuses: Excuses,
}

impl<T> Kept<T> {
    pub(super) fn nothing() -> Self {
        Self {
            good: None,
            found: Vec::new(),
        }
    }

    /// Takes a new version; if it has errors, the last good one stays.
    pub(super) fn update(&mut self, new: Option<T>, found: Vec<Diagnostic>) {
        let is_good = self.good.is_none() || !found.iter().any(Diagnostic::is_error);
        if let Some(new) = new.filter(|_| is_good) {
            self.good = Some(Arc::new(new));
        }
        self.found = found;
    }
}

impl Parsed {
    /// Combines a document with its findings, whose severity depends on who sees it.
    pub(super) fn new(reading: Reading, severities: &Severities, audience: Audience) -> Self {
        let document = reading.document;
        let excuses = Excuses::of(&document.entry.source, document.allows());
        let rules = Rules {
            severities,
            excuses: &excuses,
            audience,
        };
        let found = settled(reading.diagnostics, rules);
        Self {
            excuses,
            document: Arc::new(document),
            is_good: !found.iter().any(Diagnostic::is_error),
            found,
        }
    }

    /// Goes back to the last good version if this one has errors. `renewed` are the settings, if
    /// they changed how documents are read: a document refers to languages and taxonomies by
    /// position.
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
        // What is rendered is the held version, with what was allowed in it.
        self.excuses = Excuses::of(&self.document.entry.source, self.document.allows()).used();
        self
    }

    /// Returns whether the last good version is shown because the present one has errors.
    pub(super) fn is_held(&self) -> bool {
        self.is_good
            && self
                .found
                .iter()
                .any(Diagnostic::is_error)
    }
}
