//! Sections: what each lists, in which order, and at which route.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Linker;
use super::order::Order;
use crate::config::LanguageId;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::{self, Kind, parent};
use crate::language::Collation;
use crate::layout;
use crate::route::Route;
use crate::site::{Recipe, Section, Site};

/// What a section is found by: its folder and language.
type Key = (Arc<str>, LanguageId);

/// By which a section stands among those beside it: its number, then its name as the language sorts
/// it.
type FolderOrder = (i64, Box<[u8]>);

impl Linker<'_> {
    /// Finds the sections of every language, what they list and their routes.
    pub(super) fn sections(&mut self, site: &mut Site) {
        let mut sections: FxHashMap<(Arc<str>, LanguageId), Section> = FxHashMap::default();
        let mut bundles: FxHashSet<Arc<str>> = FxHashSet::default();
        for (index, page) in site.pages.with_ids().filter(|(_, page)| page.published) {
            let position = &page.entry.position;
            if position.kind == Kind::Bundle {
                bundles.insert(Arc::clone(&position.folder));
            }
            if position.variant.easy {
                continue;
            }
            match (position.kind, position.parent()) {
                (Kind::Section, _) => {
                    sections
                        .entry((Arc::clone(&position.folder), position.variant.language))
                        .or_default()
                        .index = Some(index)
                }
                (Kind::Page, _) => sections
                    .entry((Arc::clone(&position.folder), position.variant.language))
                    .or_default()
                    .pages
                    .push(index),
                (Kind::Bundle, above) => {
                    let above = Arc::from(above.unwrap_or_default());
                    sections
                        .entry((above, position.variant.language))
                        .or_default()
                        .pages
                        .push(index);
                }
            }
        }
        let mut names = self.addresses.names();
        // Folders within come before those that hold them, so that a section knows all below it.
        names.reverse();
        for folder in names {
            for language in site.config().languages.ids() {
                if let Some(section) = sections.remove(&(Arc::clone(&folder), language)) {
                    if !folder.is_empty()
                        && (!bundles.contains(&folder)
                            || section.index.is_some()
                            || !section.pages.is_empty())
                    {
                        sections
                            .entry((Arc::from(parent(&folder)), language))
                            .or_default()
                            .sections
                            .push(Arc::clone(&folder));
                    }
                    site.sections
                        .insert((Arc::clone(&folder), language), section);
                }
            }
        }
        self.finish_sections(site);
        self.bundles(site, &bundles);
    }

    /// Orders what sections list, names those without `_index.md`, and claims their routes.
    fn finish_sections(&mut self, site: &mut Site) {
        let mut sections = std::mem::take(&mut site.sections);
        let bundles: FxHashSet<Key> = site
            .pages
            .iter()
            .filter(|page| page.published && page.entry.position.kind == Kind::Bundle)
            .map(|page| {
                (
                    Arc::clone(&page.entry.position.folder),
                    page.entry.position.variant.language,
                )
            })
            .collect();
        let orders = orders(site, &sections);
        for (key, section) in &mut sections {
            arrange(site, key, section, (&self.order, &orders));
            let (folder, language) = key;
            let route = Route::of_page(&self.addresses.folder(folder).addresses[*language].clone());
            section.route = Some(route.clone());
            // Without `_index.md`, the address is that of `index.md`, which is reported for
            // standing beside pages.
            if section.index.is_some() || !bundles.contains(key) {
                self.claim_section(site, key, section, route);
            }
        }
        site.sections = sections;
        let home = site
            .section("", LanguageId::OWN)
            .and_then(|home| home.index);
        if home.is_none() {
            self.found.push(
                Diagnostic::nowhere(Code::NoHome)
                    .arg("file", format!("{}/_index.md", layout::CONTENT)),
            );
        }
    }

    fn claim_section(
        &mut self,
        site: &Site,
        (folder, language): &Key,
        section: &Section,
        route: Route,
    ) {
        let place = match section.index {
            Some(index) => Some(site.pages[index].entry.place()),
            None => self.without_index(site, folder, *language, section),
        };
        let recipe = match site.taxonomy_of(folder) {
            Some(taxonomy) => Recipe::Taxonomy {
                taxonomy,
                language: *language,
            },
            None => Recipe::Section {
                folder: Arc::clone(folder),
                language: *language,
            },
        };
        self.claim(route, recipe, place);
    }

    /// Tells that a folder lacks `_index.md`, at the first page in it.
    fn without_index(
        &mut self,
        site: &Site,
        folder: &str,
        language: LanguageId,
        section: &Section,
    ) -> Option<Place> {
        let place = section
            .pages
            .first()
            .map(|first| site.pages[*first].entry.place());
        let is_silent =
            folder.is_empty() && language.is_own() || site.taxonomy_of(folder).is_some();
        if let (Some(place), false) = (&place, is_silent) {
            let suffix = if language.is_own() {
                String::new()
            } else {
                format!(".{}", site.config().languages[language].code)
            };
            let folder_path = if folder.is_empty() {
                String::new()
            } else {
                format!("{folder}/")
            };
            let file = format!("{}/{folder_path}_index{suffix}.md", layout::CONTENT);
            let finding = Diagnostic::new(Code::NoIndex, place.clone()).arg("folder", folder);
            self.found.push(finding.arg("file", file));
        }
        place
    }

    /// Reports `index.md` beside other pages.
    fn bundles(&mut self, site: &Site, bundles: &FxHashSet<Arc<str>>) {
        for page in site.pages.iter().filter(|page| {
            page.entry.position.kind == Kind::Bundle
                && bundles.contains(&page.entry.position.folder)
        }) {
            let folder = &page.entry.position.folder;
            let language = page.entry.position.variant.language;
            if let Some(section) = site.section(folder, language) {
                let other = section.index.or(section.pages.first().copied());
                let finding = Diagnostic::new(Code::IndexBesidePages, page.entry.place());
                self.found.push(match other {
                    Some(other) => finding.related(site.pages[other].entry.place()),
                    None => finding,
                });
            }
        }
    }
}

/// Returns the order of every section: that of its `_index.md`, else that of its folder's name.
fn orders(site: &Site, sections: &BTreeMap<Key, Section>) -> BTreeMap<Key, FolderOrder> {
    let languages = &site.config().languages;
    let collations = languages.map(|_, language| Collation::new(&language.code));
    let order = |((folder, language), section): (&Key, &Section)| {
        let by_name = || {
            let (number, name) = document::numbered(folder.rsplit('/').next().unwrap_or_default());
            (
                number.unwrap_or(document::UNORDERED),
                collations[*language].key(name),
            )
        };
        let order = section
            .index
            .map(|index| site.pages[index].entry.order.clone())
            .unwrap_or_else(by_name);
        ((Arc::clone(folder), *language), order)
    };
    sections.iter().map(order).collect()
}

/// Puts what a section lists in order, tells its pages their ranks, and names it.
fn arrange(
    site: &mut Site,
    (folder, language): &Key,
    section: &mut Section,
    (order, orders): (&Order, &BTreeMap<Key, FolderOrder>),
) {
    let sort = section
        .index
        .map(|index| site.pages[index].entry.front.sort)
        .unwrap_or_default();
    order.sort(&mut section.pages, &site.pages, sort);
    for (rank, index) in section.pages.iter().enumerate() {
        site.pages[*index].rank = rank;
    }
    section
        .sections
        .sort_by_cached_key(|folder| orders.get(&(Arc::clone(folder), *language)));
    section.name = Arc::from(sentence_case(
        document::numbered(folder.rsplit('/').next().unwrap_or_default()).1,
    ));
}

fn sentence_case(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
