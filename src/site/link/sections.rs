//! Sections: what each lists, in which order, and its route.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Linker;
use crate::config::{Language, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::{self, PageKind, Position, last_part, parent};
use crate::id::IdVec;
use crate::language::Collation;
use crate::layout;
use crate::route::Route;
use crate::site::sections::{ByFolder, Section, Sections};
use crate::site::{PageId, Pages, Recipe};

/// The sort key of a section among its siblings: its number, then its name's collation key.
type FolderOrder = (i64, Box<[u8]>);

/// What a section lists, before sorting.
#[derive(Clone, Default)]
struct Draft {
    index: Option<PageId>,
    pages: Vec<PageId>,
    sections: Vec<(FolderOrder, Arc<str>)>,
}

/// What all sections list.
struct Drafts<'a> {
    pages: &'a Pages,
    languages: &'a IdVec<Language>,
    collations: IdVec<Language, Collation>,
    by_folder: FxHashMap<Arc<str>, IdVec<Language, Option<Draft>>>,
    /// The folders with an `index.md`, which are pages rather than sections, and the languages of
    /// these.
    bundles: Bundles,
}

type Bundles = FxHashMap<Arc<str>, IdVec<Language, bool>>;

impl Linker<'_> {
    /// Finds the sections of every language, sorts what they list, and claims their routes.
    pub(super) fn sections(&mut self) -> Sections {
        let folders = self.addresses.names();
        let mut drafts = Drafts::new(self.pages, &self.inputs.config.languages);
        drafts.nest(&folders);
        let Drafts {
            mut by_folder,
            bundles,
            ..
        } = drafts;
        let mut sections = ByFolder::new();
        for folder in folders {
            if let Some(drafts) = by_folder.remove(&folder) {
                let of_folder = self.sections_of(&folder, drafts, bundles.get(&folder));
                sections.insert(folder, of_folder);
            }
        }
        let sections = Sections::new(sections, self.pages);
        self.check_home(&sections);
        self.check_bundles(&sections, &bundles);
        sections
    }

    fn sections_of(
        &mut self,
        folder: &Arc<str>,
        drafts: IdVec<Language, Option<Draft>>,
        bundles: Option<&IdVec<Language, bool>>,
    ) -> IdVec<Language, Option<Section>> {
        drafts.into_map(|language, draft| {
            let section = self.section(folder, language, draft?);
            // Without `_index.md`, the address belongs to `index.md`, which is reported for not
            // being alone.
            if section.index.is_some() || bundles.is_none_or(|bundles| !bundles[language]) {
                self.claim_section(folder, language, &section);
            }
            Some(section)
        })
    }

    /// Sorts what a section lists, and names it.
    fn section(&mut self, folder: &str, language: LanguageId, draft: Draft) -> Section {
        let Draft {
            index,
            mut pages,
            mut sections,
        } = draft;
        let sort = index.map(|index| self.pages[index].entry.front.sort);
        self.pages
            .sort(&mut pages, sort.unwrap_or_default());
        sections.sort_by(|(a, _), (b, _)| a.cmp(b));
        Section {
            route: Route::of_page(
                self.addresses
                    .of_folder(folder, language),
            ),
            index,
            name: Arc::from(sentence_case(document::numbered(last_part(folder)).1)),
            pages,
            sections: sections
                .into_iter()
                .map(|(_, folder)| folder)
                .collect(),
        }
    }

    fn claim_section(&mut self, folder: &Arc<str>, language: LanguageId, section: &Section) {
        let place = match section.index {
            Some(index) => Some(self.pages[index].entry.place()),
            None => self.without_index(folder, language, section),
        };
        let recipe = match self.inputs.config.taxonomy_id(folder) {
            Some(taxonomy) => Recipe::Taxonomy { taxonomy, language },
            None => Recipe::Section {
                folder: Arc::clone(folder),
                language,
            },
        };
        self.claim(section.route.clone(), recipe, place);
    }

    /// Reports at its first page that a folder lacks `_index.md`, and returns that page.
    fn without_index(
        &mut self,
        folder: &str,
        language: LanguageId,
        section: &Section,
    ) -> Option<Place> {
        let config = &self.inputs.config;
        let place = self.pages[*section.pages.first()?]
            .entry
            .place();
        let is_home = folder.is_empty() && language.is_own();
        if !is_home && config.taxonomy_id(folder).is_none() {
            let suffix = match language.is_own() {
                true => String::new(),
                false => format!(".{}", config.languages[language].code),
            };
            let within = match folder {
                "" => String::new(),
                folder => format!("{folder}/"),
            };
            let file = format!("{}/{within}_index{suffix}.md", layout::CONTENT);
            let finding = Diagnostic::new(Code::NoIndex, place.clone()).arg("folder", folder);
            self.found
                .push(finding.arg("file", file));
        }
        Some(place)
    }

    /// Reports that the site has no home page.
    fn check_home(&mut self, sections: &Sections) {
        let home = sections.get("", LanguageId::OWN);
        if home.is_none_or(|home| home.index.is_none()) {
            let file = format!("{}/_index.md", layout::CONTENT);
            self.found
                .push(Diagnostic::nowhere(Code::NoHome).arg("file", file));
        }
    }

    /// Reports every `index.md` beside other pages.
    fn check_bundles(&mut self, sections: &Sections, bundles: &Bundles) {
        for page in self.pages.iter() {
            let Position { kind, folder, .. } = &page.entry.position;
            if *kind != PageKind::Bundle || !bundles.contains_key(folder) {
                continue;
            }
            if let Some(section) = sections.get(folder, page.language()) {
                let other = section
                    .index
                    .or(section.pages.first().copied());
                let mut finding = Diagnostic::new(Code::IndexBesidePages, page.entry.place());
                finding
                    .related
                    .extend(other.map(|other| self.pages[other].entry.place()));
                self.found.push(finding);
            }
        }
    }
}

impl<'a> Drafts<'a> {
    /// Finds which published pages each folder lists.
    fn new(pages: &'a Pages, languages: &'a IdVec<Language>) -> Self {
        let mut drafts = Self {
            pages,
            languages,
            collations: languages.map(|_, language| Collation::new(&language.code)),
            by_folder: FxHashMap::default(),
            bundles: FxHashMap::default(),
        };
        for (id, page) in pages
            .with_ids()
            .filter(|(_, page)| page.published)
        {
            drafts.add(id, &page.entry.position);
        }
        drafts
    }

    fn add(&mut self, page: PageId, position: &Position) {
        let folder = &position.folder;
        let language = position.variant.language;
        if position.kind == PageKind::Bundle {
            let bundles = self.bundles.entry(Arc::clone(folder));
            bundles.or_insert_with(|| self.languages.map(|_, _| false))[language] = true;
        }
        if position.variant.easy {
            return;
        }
        match position.kind {
            PageKind::Section => {
                self.draft(Arc::clone(folder), language)
                    .index = Some(page)
            }
            PageKind::Page => self
                .draft(Arc::clone(folder), language)
                .pages
                .push(page),
            PageKind::Bundle => {
                let above = Arc::from(position.parent().unwrap_or_default());
                self.draft(above, language)
                    .pages
                    .push(page);
            }
        }
    }

    fn draft(&mut self, folder: Arc<str>, language: LanguageId) -> &mut Draft {
        let drafts = self.by_folder.entry(folder);
        let drafts = drafts.or_insert_with(|| self.languages.map(|_, _| None));
        drafts[language].get_or_insert_default()
    }

    /// Lists every folder in the one above it. Inner folders come first, since an outer one may be
    /// a section only because of them.
    fn nest(&mut self, folders: &[Arc<str>]) {
        for folder in folders
            .iter()
            .rev()
            .filter(|folder| !folder.is_empty())
        {
            for language in self.languages.ids() {
                if let Some(order) = self.listed(folder, language) {
                    let above = self.draft(Arc::from(parent(folder)), language);
                    above
                        .sections
                        .push((order, Arc::clone(folder)));
                }
            }
        }
    }

    /// Returns the sort key of a folder, from its `_index.md` or else its name; `None` if no
    /// section lists it, such as a folder that is a page.
    fn listed(&self, folder: &Arc<str>, language: LanguageId) -> Option<FolderOrder> {
        let draft = self.by_folder.get(folder)?[language].as_ref()?;
        if let Some(index) = draft.index {
            return Some(self.pages[index].entry.order.clone());
        }
        if draft.pages.is_empty() && self.bundles.contains_key(folder) {
            return None;
        }
        let (number, name) = document::numbered(last_part(folder));
        let number = number.unwrap_or(document::UNORDERED);
        Some((number, self.collations[language].key(name)))
    }
}

fn sentence_case(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| {
            first
                .to_uppercase()
                .chain(letters)
                .collect()
        })
}
