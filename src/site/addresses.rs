//! The addresses of folders: folder names with the slugs of sections applied, language by language.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::config::{Config, Language, LanguageId};
use crate::document::{Entry, PageKind, Variant, last_part, numbered, parent};
use crate::id::IdVec;
use crate::language;
use crate::route::{RouteError, check_segment};

/// The last part of the address of plain-reading versions in every language, before each language
/// had its own word.
const FORMER_EASY: &str = "jednoduse";

/// The part of the address for a folder whose name has no slug, so that no part is ever empty.
const NAMELESS: &str = "-";

/// The addresses of all folders.
pub(super) struct Addresses<'a> {
    config: &'a Config,
    folders: FxHashMap<Arc<str>, IdVec<Language, Folder>>,
    /// The folders whose names cannot be part of an address, and why.
    pub(super) unsound: Vec<(Arc<str>, RouteError)>,
}

/// A folder in one language.
struct Folder {
    /// Ends with `/`; empty for the home page in the site's own language.
    address: Arc<str>,
    /// Whether it or a folder above is hidden by an unpublished `_index.md`.
    is_hidden: bool,
}

/// What a folder's `_index.md` and `index.md` say about it in one language.
#[derive(Clone, Copy, Default)]
struct FolderFront<'e> {
    slug: Option<&'e str>,
    is_unpublished: bool,
}

type FolderFronts<'e> = FxHashMap<&'e str, IdVec<Language, FolderFront<'e>>>;

impl<'a> Addresses<'a> {
    /// Takes the folders' slugs from their `_index.md` and `index.md`; `is_published` says which of
    /// these are published.
    pub(super) fn new(
        config: &'a Config,
        entries: &[Arc<Entry>],
        is_published: impl Fn(&Entry) -> bool,
    ) -> Self {
        let fronts = folder_fronts(config, entries, is_published);
        let mut addresses = Self {
            config,
            folders: FxHashMap::default(),
            unsound: Vec::new(),
        };
        let by_folder = entries.chunk_by(|a, b| a.position.folder == b.position.folder);
        for entry in by_folder.filter_map(<[Arc<Entry>]>::first) {
            addresses.add(&entry.position.folder, &fronts);
        }
        addresses
    }

    /// Returns the address of a folder; one without documents keeps its name.
    pub(super) fn of_folder(&mut self, folder: &str, language: LanguageId) -> &str {
        if !self.folders.contains_key(folder) {
            self.add(&Arc::from(folder), &FolderFronts::default());
        }
        &self.folder(folder)[language].address
    }

    /// Returns the folders that contain documents, and those above them.
    pub(super) fn names(&self) -> Vec<Arc<str>> {
        let mut names: Vec<Arc<str>> = self.folders.keys().cloned().collect();
        names.sort_unstable();
        names
    }

    /// Returns the address of a document.
    pub(super) fn of(&self, entry: &Entry) -> String {
        let mut address = self.of_standard(entry);
        let Variant { language, easy } = entry.position.variant;
        if easy {
            address.push_str(self.easy_slug(language));
            address.push('/');
        }
        address
    }

    /// Returns the former address of a plain-reading version, from before its language had its own
    /// word.
    pub(super) fn former(&self, entry: &Entry) -> Option<String> {
        let Variant { easy, language } = entry.position.variant;
        let is_other = easy && self.easy_slug(language) != FORMER_EASY;
        is_other.then(|| format!("{}{FORMER_EASY}/", self.of_standard(entry)))
    }

    /// Returns whether the folder of a document hides it.
    pub(super) fn is_hidden(&self, entry: &Entry) -> bool {
        let position = &entry.position;
        self.folder(&position.folder)[position.variant.language].is_hidden
    }

    /// Returns the address of a document, or of the standard version if it is a plain-reading one.
    fn of_standard(&self, entry: &Entry) -> String {
        let position = &entry.position;
        let folder = &self.folder(&position.folder)[position.variant.language].address;
        let mut address = String::with_capacity(folder.len() + entry.slug.len() + 24);
        address.push_str(folder);
        if position.kind == PageKind::Page {
            address.push_str(&entry.slug);
            address.push('/');
        }
        address
    }

    fn easy_slug(&self, language: LanguageId) -> &'static str {
        language::easy_slug(&self.config.languages[language].code)
    }

    /// Returns a folder that has been added, as all that contain documents have.
    fn folder(&self, folder: &str) -> &IdVec<Language, Folder> {
        &self.folders[folder]
    }

    fn add(&mut self, folder: &Arc<str>, fronts: &FolderFronts<'_>) {
        if self.folders.contains_key(folder) {
            return;
        }
        let made = if folder.is_empty() {
            self.home(fronts)
        } else {
            self.inner(folder, fronts)
        };
        self.folders
            .insert(Arc::clone(folder), made);
    }

    fn home(&self, fronts: &FolderFronts<'_>) -> IdVec<Language, Folder> {
        self.config
            .languages
            .map(|id, language| Folder {
                address: match id.is_own() {
                    true => Arc::from(""),
                    false => Arc::from(format!("{}/", language.code)),
                },
                is_hidden: front("", id, fronts).is_unpublished,
            })
    }

    fn inner(&mut self, folder: &Arc<str>, fronts: &FolderFronts<'_>) -> IdVec<Language, Folder> {
        let above = parent(folder);
        self.add(&Arc::from(above), fronts);
        let plain = self.plain(folder);
        let taxonomies = &self.config.taxonomies;
        let taxonomy = taxonomies
            .iter()
            .find(|taxonomy| taxonomy.key == *folder);
        self.folder(above)
            .map(|language, above| {
                let front = front(folder, language, fronts);
                let of_taxonomy = || taxonomy.map(|taxonomy| &*taxonomy.names[language].slug);
                let slug = front
                    .slug
                    .or_else(of_taxonomy)
                    .unwrap_or(&plain);
                Folder {
                    address: Arc::from(format!("{}{slug}/", above.address)),
                    is_hidden: above.is_hidden || front.is_unpublished,
                }
            })
    }

    /// Returns the part of the address for a folder's name; records a name that cannot be one.
    fn plain(&mut self, folder: &Arc<str>) -> String {
        let slug = language::slug(numbered(last_part(folder)).1, &self.config.language().code);
        if let Err(why) = check_segment(&slug) {
            self.unsound
                .push((Arc::clone(folder), why));
        }
        if slug.is_empty() {
            NAMELESS.to_owned()
        } else {
            slug
        }
    }
}

fn folder_fronts<'e>(
    config: &Config,
    entries: &'e [Arc<Entry>],
    is_published: impl Fn(&Entry) -> bool,
) -> FolderFronts<'e> {
    let mut fronts = FolderFronts::default();
    let is_of_folder =
        |entry: &&Arc<Entry>| entry.position.kind != PageKind::Page && !entry.position.variant.easy;
    for entry in entries.iter().filter(is_of_folder) {
        let of_folder = fronts.entry(&*entry.position.folder);
        let of_folder = of_folder.or_insert_with(|| {
            config
                .languages
                .map(|_, _| FolderFront::default())
        });
        let front = &mut of_folder[entry.position.variant.language];
        // An invalid slug has been reported, and the document uses its name instead.
        let slug = entry.front.slug.as_ref();
        if slug.is_some_and(|slug| slug.value == entry.slug) {
            front.slug = Some(&entry.slug);
        }
        front.is_unpublished |= entry.position.kind == PageKind::Section && !is_published(entry);
    }
    fronts
}

fn front<'e>(folder: &str, language: LanguageId, fronts: &FolderFronts<'e>) -> FolderFront<'e> {
    let fronts = fronts.get(folder);
    fronts
        .map(|fronts| fronts[language])
        .unwrap_or_default()
}
