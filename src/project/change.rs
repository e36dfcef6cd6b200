//! Changes to what a site is made of, and what they affect.

use crate::document;
use crate::language::Day;
use crate::layout;
use crate::site::Mode;
use crate::source::{Source, SourceId, Tree};

/// One change to what a site is made of.
#[derive(Clone, Debug)]
pub enum Change {
    /// A file exists, with this content.
    Present(Source),
    /// A file is gone.
    Absent(SourceId),
    /// It is another day.
    Today(Day),
    /// The build mode changed.
    Mode(Mode),
}

impl Change {
    /// Returns the file that changes, if it is one.
    pub fn source(&self) -> Option<&SourceId> {
        match self {
            Self::Present(source) => Some(&source.id),
            Self::Absent(id) => Some(id),
            Self::Today(_) | Self::Mode(_) => None,
        }
    }
}

/// The parts of a project that changes affect.
#[derive(Default)]
pub(super) struct Reach {
    pub(super) config: bool,
    pub(super) data: bool,
    pub(super) themes: bool,
    pub(super) documents: Vec<SourceId>,
    /// Whether anything else changed: an attachment, the day, the mode.
    pub(super) others: bool,
}

impl Reach {
    /// Returns whether only documents changed.
    pub(super) fn is_only_documents(&self) -> bool {
        !(self.config || self.data || self.themes || self.others)
    }

    /// Adds a file.
    pub(super) fn add(&mut self, id: SourceId) {
        if id.as_str() == layout::SETTINGS {
            self.config = true;
        } else if id.below(layout::DATA).is_some() {
            self.data = true;
        } else if id.below(layout::THEMES).is_some() {
            self.themes = true;
        } else if is_document(&id) {
            self.documents.push(id);
        } else {
            self.others = true;
        }
    }
}

/// Puts a file into the tree and returns its path, or none if the content is the same.
pub(super) fn insert(tree: &mut Tree, source: Source) -> Option<SourceId> {
    let known = tree.get(&source.id);
    if known.is_some_and(|known| known.hash == source.hash) {
        return None;
    }
    let id = source.id.clone();
    tree.insert(id.clone(), source);
    Some(id)
}

/// Returns whether a source is a page, even one whose name hides it.
pub(super) fn is_document(id: &SourceId) -> bool {
    let name = id.file_name();
    id.below(layout::CONTENT).is_some()
        && id.below(layout::STATIC).is_none()
        && (document::is_page_name(name) || name.ends_with(".md.txt"))
}
