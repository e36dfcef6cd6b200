//! The sections of a site: the folders of its content, language by language.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pages::{Page, PageId};
use crate::config::{Language, LanguageId};
use crate::id::IdVec;
use crate::route::Route;

/// A folder of the content, in one language.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its route.
    pub route: Route,
    /// Its `_index.md`, if published.
    pub index: Option<PageId>,
    /// Its title if it has no `_index.md`.
    pub name: Arc<str>,
    /// The pages that it lists, in order.
    pub pages: Vec<PageId>,
    /// The folders of the sections that it lists, in order.
    pub sections: Vec<Arc<str>>,
}

/// The sections by folder and language.
pub(super) type ByFolder = BTreeMap<Arc<str>, IdVec<Language, Option<Section>>>;

/// All sections, and the position of each page in its section's list.
#[derive(Debug)]
pub(super) struct Sections {
    by_folder: ByFolder,
    positions: IdVec<Page, usize>,
}

impl Section {
    /// Makes a section that lists nothing.
    pub(super) fn empty(route: Route) -> Self {
        Self {
            route,
            index: None,
            name: Arc::from(""),
            pages: Vec::new(),
            sections: Vec::new(),
        }
    }
}

impl Sections {
    pub(super) fn new(by_folder: ByFolder, pages: &IdVec<Page>) -> Self {
        let mut positions = pages.map(|_, _| 0);
        for section in by_folder.values().flatten().flatten() {
            for (position, page) in section.pages.iter().enumerate() {
                positions[*page] = position;
            }
        }
        Self {
            by_folder,
            positions,
        }
    }

    pub(super) fn get(&self, folder: &str, language: LanguageId) -> Option<&Section> {
        self.by_folder.get(folder)?[language].as_ref()
    }

    /// Returns the slots for the sections of a folder.
    pub(super) fn of_folder(
        &mut self,
        folder: &Arc<str>,
        languages: &IdVec<Language>,
    ) -> &mut IdVec<Language, Option<Section>> {
        let sections = self
            .by_folder
            .entry(Arc::clone(folder));
        sections.or_insert_with(|| languages.map(|_, _| None))
    }

    /// Returns the position of a page in its section's list.
    pub(super) fn position(&self, page: PageId) -> usize {
        self.positions[page]
    }

    /// Returns the sections in order of folder, then language.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, LanguageId, &Section)> {
        self.by_folder
            .iter()
            .flat_map(|(folder, sections)| {
                let sections = sections.with_ids();
                sections.filter_map(move |(language, section)| {
                    Some((folder, language, section.as_ref()?))
                })
            })
    }
}
