//! The addresses of folders: what the slugs of sections make of the folders' names, language by
//! language.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::config::{Config, LanguageId, Languages};
use crate::document::{Entry, Kind, Variant, numbered, parent};
use crate::id::IdVec;
use crate::language;
use crate::route::{RouteError, check_segment};

/// The last part of the address of plain-reading versions in every language, before each language
/// had a word of its own.
const FORMER_EASY: &str = "jednoduse";

/// The part of the address of a folder whose name has no slug, so that no part is ever empty.
const NAMELESS: &str = "-";

/// The addresses of all folders.
pub(super) struct Addresses<'a> {
    config: &'a Config,
    folders: FxHashMap<Arc<str>, Folder>,
    /// The folders whose names are no part of an address, and why.
    pub(super) unsound: Vec<(Arc<str>, RouteError)>,
}

/// One folder, by language.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    /// Each ends with `/`; the home page's of the site's own language is empty.
    pub(super) addresses: IdVec<Languages, Arc<str>>,
    /// Whether it or a folder above is hidden by an unpublished `_index.md`.
    pub(super) hidden: IdVec<Languages, bool>,
}

impl<'a> Addresses<'a> {
    /// Takes the folders' slugs from their `_index.md` and `index.md`; `is_published` tells which
    /// of them count as published.
    pub(super) fn new(
        config: &'a Config,
        entries: &[Arc<Entry>],
        is_published: impl Fn(&Entry) -> bool,
    ) -> Self {
        let languages = &config.languages;
        let mut slugs: FxHashMap<(&str, LanguageId), &str> = FxHashMap::default();
        let mut unpublished: FxHashMap<&str, IdVec<Languages, bool>> = FxHashMap::default();
        for entry in entries
            .iter()
            .filter(|entry| entry.position.kind != Kind::Page && !entry.position.variant.easy)
        {
            let (folder, language) = (&*entry.position.folder, entry.position.variant.language);
            // A slug that is none has been reported, and the document goes by its name.
            if entry
                .front
                .slug
                .as_ref()
                .is_some_and(|slug| slug.value == entry.slug)
            {
                slugs.insert((folder, language), &entry.slug);
            }
            if entry.position.kind == Kind::Section && !is_published(entry) {
                unpublished
                    .entry(folder)
                    .or_insert_with(|| languages.map(|_, _| false))[language] = true;
            }
        }
        let mut addresses = Self {
            config,
            folders: FxHashMap::default(),
            unsound: Vec::new(),
        };
        let mut last: Option<&Arc<str>> = None;
        for folder in entries.iter().map(|entry| &entry.position.folder) {
            if last.is_none_or(|last| **last != **folder) {
                addresses.add(folder, &slugs, &unpublished);
                last = Some(folder);
            }
        }
        addresses
    }

    /// Returns a folder; one without documents takes its name as it is.
    pub(super) fn folder(&mut self, folder: &str) -> &Folder {
        if !self.folders.contains_key(folder) {
            self.add(
                &Arc::from(folder),
                &FxHashMap::default(),
                &FxHashMap::default(),
            );
        }
        &self.folders[folder]
    }

    /// Returns the folders that hold documents, and those above them.
    pub(super) fn names(&self) -> Vec<Arc<str>> {
        let mut names: Vec<Arc<str>> = self.folders.keys().cloned().collect();
        names.sort_unstable();
        names
    }

    /// Returns the address of a document.
    pub(super) fn of(&self, entry: &Entry) -> String {
        let position = &entry.position;
        let mut address = self.of_standard(entry);
        if position.variant.easy {
            address.push_str(language::easy_slug(
                &self.config.languages[position.variant.language].code,
            ));
            address.push('/');
        }
        address
    }

    /// Returns the address that a plain-reading version had before its language had a word for it.
    pub(super) fn former(&self, entry: &Entry) -> Option<String> {
        let Variant { easy, language } = entry.position.variant;
        let is_other =
            easy && language::easy_slug(&self.config.languages[language].code) != FORMER_EASY;
        is_other.then(|| format!("{}{FORMER_EASY}/", self.of_standard(entry)))
    }

    /// Returns the address of a document, or that of which it is the plain-reading version.
    fn of_standard(&self, entry: &Entry) -> String {
        let position = &entry.position;
        let language = position.variant.language;
        let folder = &self.folders[&position.folder].addresses[language];
        let mut address = String::with_capacity(folder.len() + entry.slug.len() + 24);
        address.push_str(folder);
        if position.kind == Kind::Page {
            address.push_str(&entry.slug);
            address.push('/');
        }
        address
    }

    /// Returns whether the folder of a document hides it.
    pub(super) fn is_hidden(&self, entry: &Entry) -> bool {
        self.folders[&entry.position.folder].hidden[entry.position.variant.language]
    }

    fn add(
        &mut self,
        folder: &Arc<str>,
        slugs: &FxHashMap<(&str, LanguageId), &str>,
        unpublished: &FxHashMap<&str, IdVec<Languages, bool>>,
    ) {
        if self.folders.contains_key(folder) {
            return;
        }
        let languages = &self.config.languages;
        let here = unpublished.get(&**folder);
        let is_hidden = |language: LanguageId| here.is_some_and(|hidden| hidden[language]);
        let made = if folder.is_empty() {
            let address = |language: LanguageId| {
                if language.is_own() {
                    Arc::from("")
                } else {
                    Arc::from(format!("{}/", self.config.languages[language].code))
                }
            };
            Folder {
                addresses: languages.map(|language, _| address(language)),
                hidden: languages.map(|language, _| is_hidden(language)),
            }
        } else {
            let above = Arc::from(parent(folder));
            self.add(&above, slugs, unpublished);
            let name = folder.rsplit('/').next().unwrap_or_default();
            let plain = self.plain(folder, name);
            let above = &self.folders[&above];
            let taxonomy = self
                .config
                .taxonomies
                .iter()
                .find(|taxonomy| taxonomy.key == *folder);
            let address = |language: LanguageId| {
                let slug = slugs.get(&(&**folder, language)).copied();
                let slug = slug
                    .or_else(|| taxonomy.map(|taxonomy| taxonomy.names[language].slug.as_str()))
                    .unwrap_or(&plain);
                Arc::from(format!("{}{slug}/", above.addresses[language]))
            };
            Folder {
                addresses: languages.map(|language, _| address(language)),
                hidden: languages.map(|language, _| above.hidden[language] || is_hidden(language)),
            }
        };
        self.folders.insert(Arc::clone(folder), made);
    }

    /// The part of the address that a folder's name makes; a name that makes none is noted.
    fn plain(&mut self, folder: &Arc<str>, name: &str) -> String {
        let slug = language::slug(numbered(name).1, &self.config.language().code);
        if let Err(why) = check_segment(&slug) {
            self.unsound.push((Arc::clone(folder), why));
        }
        if slug.is_empty() {
            NAMELESS.to_owned()
        } else {
            slug
        }
    }
}
