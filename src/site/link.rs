//! Joins all documents into a site. Everything here is cheap: it runs over every page after every change.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::addresses::Addresses;
use super::{Menus, Page, PageIndex, Parts, Recipe, Section, Site, Term, TermId};
use crate::config::{BaseUrl, Located, RawHtml};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::document::target::{self, Target};
use crate::document::{self, Entry, Kind, Variant, parent};
use crate::language::{self, Collation};
use crate::route::{Route, check_segment};
use crate::source::SourceId;

/// The folder of the content whose files go to the output's root as they are.
const STATIC: &str = "content/_static";

/// Extensions of attachments that could run in a reader's browser.
const ACTIVE: &[&str] = &["html", "htm", "xhtml", "js", "mjs", "cjs", "xml", "xsl", "xslt"];

/// How many files on either side of a dead link's target are compared with it: a renamed folder makes thousands of such links,
/// and comparing takes a microsecond.
const MOST_COMPARED: usize = 200;

/// What feeds, and the output's other single files, are called.
const FEED: &str = "feed.xml";
const SITEMAP: &str = "sitemap.xml";
const ROBOTS: &str = "robots.txt";
const NOT_FOUND: &str = "404.html";

/// Joins documents, settings and themes into a site.
pub fn link(parts: Parts<'_>) -> (Site, Vec<Diagnostic>) {
    let entries: Vec<Arc<Entry>> = parts.documents.iter().map(|document| Arc::clone(&document.entry)).collect();
    let config = Arc::clone(&parts.inputs.config);
    let (drafts, today) = (parts.inputs.mode.drafts, parts.inputs.today);
    let is_published = |entry: &Entry| (drafts || !entry.front.draft) && entry.front.is_published_on(today);
    let addresses = Addresses::new(&config, &entries, is_published);
    let mut linker =
        Linker { addresses, found: Vec::new(), claims: Vec::with_capacity(entries.len() + 64), order: Order::default(), parts: &parts };
    let pages = linker.pages(entries, is_published);
    let by_source = || pages.iter().enumerate().map(|(index, page)| (page.entry.source.clone(), index)).collect();
    let (versions, (order, by_source)) = rayon::join(|| versions(&pages), || (Order::new(&pages), by_source()));
    linker.order = order;
    let mut site = Site {
        inputs: parts.inputs.clone(),
        next_change: pages.iter().filter_map(|page| page.entry.front.next_change(today)).min(),
        versions,
        by_source,
        sections: BTreeMap::new(),
        terms: BTreeMap::new(),
        attachments: BTreeMap::new(),
        menus: Vec::new(),
        routes: Vec::new(),
        documents: parts.documents.clone(),
        pages,
    };
    linker.sections(&mut site);
    linker.terms(&mut site);
    linker.single_files(&site);
    linker.attachments(&mut site);
    linker.aliases(&site);
    linker.theme_files(&site);
    linker.menus(&mut site);
    linker.addresses_are_sound(&site);
    site.routes = linker.routes();
    (site, linker.found)
}

/// Returns the slug by which a term's page is known.
pub(super) fn term_slug(name: &str) -> Arc<str> {
    Arc::from(language::slug(name, ""))
}

fn versions(pages: &[Page]) -> FxHashMap<Arc<str>, Vec<PageIndex>> {
    let mut versions: FxHashMap<Arc<str>, Vec<PageIndex>> = FxHashMap::default();
    versions.reserve(pages.len());
    for (index, page) in pages.iter().enumerate() {
        versions.entry(Arc::clone(&page.entry.position.key)).or_default().push(index);
    }
    versions
}

/// A route that some source asks for.
struct Claim {
    route: Route,
    recipe: Recipe,
    by: Option<Place>,
}

/// Puts a site together.
struct Linker<'a> {
    parts: &'a Parts<'a>,
    addresses: Addresses<'a>,
    order: Order,
    claims: Vec<Claim>,
    found: Vec<Diagnostic>,
}

impl Linker<'_> {
    /// Gives every document its route and tells whether it is published.
    fn pages(&mut self, entries: Vec<Arc<Entry>>, is_published: impl Fn(&Entry) -> bool + Sync) -> Vec<Page> {
        let addresses = &self.addresses;
        let page = |entry: Arc<Entry>| Page {
            published: !addresses.is_hidden(&entry) && is_published(&entry),
            route: Route::of_page(&addresses.of(&entry)),
            rank: 0,
            entry,
        };
        let pages: Vec<Page> = entries.into_par_iter().map(page).collect();
        for Page { entry, route, published, .. } in &pages {
            let is_own = entry.position.kind != Kind::Section || entry.position.variant.easy;
            if *published && is_own && !self.is_term(entry) {
                self.claim(route.clone(), Recipe::Page(entry.source.clone()), Some(entry.place()));
            }
        }
        pages
    }

    /// Tells whether a document is the page of a term.
    fn is_term(&self, entry: &Entry) -> bool {
        let position = &entry.position;
        let is_taxonomy = || self.parts.inputs.config.taxonomies.iter().any(|taxonomy| taxonomy.key == position.folder);
        position.kind == Kind::Page && !position.variant.easy && is_taxonomy()
    }

    /// Finds the sections of every language, what they list and their routes.
    fn sections(&mut self, site: &mut Site) {
        let languages = site.config().languages.len();
        let mut sections: FxHashMap<(Arc<str>, usize), Section> = FxHashMap::default();
        let mut bundles: FxHashSet<Arc<str>> = FxHashSet::default();
        for (index, page) in site.pages.iter().enumerate().filter(|(_, page)| page.published) {
            let position = &page.entry.position;
            if position.kind == Kind::Bundle {
                bundles.insert(Arc::clone(&position.folder));
            }
            if position.variant.easy {
                continue;
            }
            match (position.kind, position.parent()) {
                (Kind::Section, _) => {
                    sections.entry((Arc::clone(&position.folder), position.variant.language)).or_default().index = Some(index)
                }
                (Kind::Page, _) => sections.entry((Arc::clone(&position.folder), position.variant.language)).or_default().pages.push(index),
                (Kind::Bundle, above) => {
                    let above = Arc::from(above.unwrap_or_default());
                    sections.entry((above, position.variant.language)).or_default().pages.push(index);
                }
            }
        }
        let mut names = self.addresses.names();
        // Folders within come before those that hold them, so that a section knows all below it.
        names.reverse();
        for folder in names {
            for language in 0..languages {
                if let Some(section) = sections.remove(&(Arc::clone(&folder), language)) {
                    if !folder.is_empty() && (!bundles.contains(&folder) || section.index.is_some() || !section.pages.is_empty()) {
                        sections.entry((Arc::from(parent(&folder)), language)).or_default().sections.push(Arc::clone(&folder));
                    }
                    site.sections.insert((Arc::clone(&folder), language), section);
                }
            }
        }
        self.finish_sections(site);
        self.bundles(site, &bundles);
    }

    /// Orders what sections list, names those without `_index.md`, and claims their routes.
    fn finish_sections(&mut self, site: &mut Site) {
        let collations: Vec<Collation> = site.config().languages.iter().map(|language| Collation::new(&language.code)).collect();
        let mut sections = std::mem::take(&mut site.sections);
        let orders: BTreeMap<(Arc<str>, usize), (i64, Box<[u8]>)> = sections
            .iter()
            .map(|((folder, language), section)| {
                let order = section.index.map(|index| site.pages[index].entry.order.clone());
                ((Arc::clone(folder), *language), order.unwrap_or_else(|| (i64::MAX, collations[*language].key(folder))))
            })
            .collect();
        for ((folder, language), section) in &mut sections {
            let sort = section.index.map(|index| site.pages[index].entry.front.sort).unwrap_or_default();
            self.order.sort(&mut section.pages, &site.pages, sort);
            for (rank, index) in section.pages.iter().enumerate() {
                site.pages[*index].rank = rank;
            }
            section.sections.sort_by(|a, b| orders.get(&(Arc::clone(a), *language)).cmp(&orders.get(&(Arc::clone(b), *language))));
            section.name = Arc::from(sentence_case(document::numbered(folder.rsplit('/').next().unwrap_or_default()).1));
            let route = Route::of_page(&self.addresses.folder(folder).addresses[*language].clone());
            let place = match section.index {
                Some(index) => Some(site.pages[index].entry.place()),
                None => self.without_index(site, folder, *language, section),
            };
            section.route = Some(route.clone());
            let recipe = match site.taxonomy_of(folder) {
                Some(taxonomy) => Recipe::Taxonomy { taxonomy, language: *language },
                None => Recipe::Section { folder: Arc::clone(folder), language: *language },
            };
            self.claim(route, recipe, place);
        }
        site.sections = sections;
        let home = site.section("", 0).and_then(|home| home.index);
        if home.is_none() {
            self.found.push(Diagnostic::nowhere(Code::NoHome).arg("file", format!("{}/_index.md", document::FOLDER)));
        }
    }

    /// Tells that a folder lacks `_index.md`, at the first page in it.
    fn without_index(&mut self, site: &Site, folder: &str, language: usize, section: &Section) -> Option<Place> {
        let place = section.pages.first().map(|first| site.pages[*first].entry.place());
        let is_silent = folder.is_empty() && language == 0 || site.taxonomy_of(folder).is_some();
        if let (Some(place), false) = (&place, is_silent) {
            let suffix = if language == 0 { String::new() } else { format!(".{}", site.config().languages[language].code) };
            let folder_path = if folder.is_empty() { String::new() } else { format!("{folder}/") };
            let file = format!("{}/{folder_path}_index{suffix}.md", document::FOLDER);
            let finding = Diagnostic::new(Code::NoIndex, place.clone()).arg("folder", folder);
            self.found.push(finding.arg("file", file));
        }
        place
    }

    /// Reports `index.md` beside other pages.
    fn bundles(&mut self, site: &Site, bundles: &FxHashSet<Arc<str>>) {
        for page in
            site.pages.iter().filter(|page| page.entry.position.kind == Kind::Bundle && bundles.contains(&page.entry.position.folder))
        {
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

    /// Finds the terms that published pages carry and those that have pages.
    fn terms(&mut self, site: &mut Site) {
        let mut terms: FxHashMap<TermId, Term> = FxHashMap::default();
        let mut spellings: FxHashMap<(usize, usize, Arc<str>), PageIndex> = FxHashMap::default();
        for index in 0..site.pages.len() {
            let page = &site.pages[index];
            if !page.published || page.entry.position.variant.easy {
                continue;
            }
            if let Some(id) = site.term_of(index) {
                let term = terms.entry(id).or_insert_with(|| new_term(Arc::clone(&page.entry.front.title), page.route.clone()));
                term.page = Some(index);
                term.route = page.route.clone();
            }
        }
        for index in 0..site.pages.len() {
            let page = &site.pages[index];
            if !page.published || page.entry.position.variant.easy {
                continue;
            }
            let language = page.entry.position.variant.language;
            for term_use in &page.entry.terms {
                let id = TermId { taxonomy: term_use.taxonomy, language, slug: Arc::clone(&term_use.slug) };
                let term = match terms.get_mut(&id) {
                    Some(term) => term,
                    None => {
                        let address = self.taxonomy_address(site, term_use.taxonomy, language);
                        let route = Route::of_page(&format!("{address}{}/", term_use.slug));
                        terms.entry(id).or_insert_with(|| new_term(Arc::clone(&term_use.name), route))
                    }
                };
                if let Some((first, other)) = &term.first
                    && other.name != term_use.name
                    && (term.page.is_none() || (term_use.name != term_use.slug && other.name != other.slug))
                    && spellings.insert((term_use.taxonomy, language, Arc::clone(&term_use.name)), index).is_none()
                {
                    let finding =
                        Diagnostic::new(Code::TermsAlike, Place::at(&page.entry.source, term_use.span)).arg("term", &term_use.name);
                    let finding = finding.arg("other", &other.name).arg("slug", &term_use.slug);
                    self.found.push(finding.related(Place::at(&site.pages[*first].entry.source, other.span)));
                }
                if term.first.is_none() {
                    term.first = Some((index, term_use.clone()));
                }
                term.pages.push(index);
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "a map in order is made of it")]
        let mut terms: BTreeMap<TermId, Term> = terms.into_iter().collect();
        for (id, term) in &mut terms {
            self.order.sort(&mut term.pages, &site.pages, document::Sort::Weight);
            let place = match (term.page, &term.first) {
                (Some(page), _) => Some(site.pages[page].entry.place()),
                (None, Some((page, term_use))) => Some(Place::at(&site.pages[*page].entry.source, term_use.span)),
                (None, None) => None,
            };
            self.claim(term.route.clone(), Recipe::Term(id.clone()), place);
        }
        site.terms = terms;
        self.taxonomies(site);
    }

    /// Gives every taxonomy that has terms a page, even without an `_index.md`.
    fn taxonomies(&mut self, site: &mut Site) {
        for taxonomy in 0..site.config().taxonomies.len() {
            for language in 0..site.config().languages.len() {
                let key = (Arc::clone(&site.config().taxonomies[taxonomy].key), language);
                if site.terms(taxonomy, language).next().is_none() || site.sections.contains_key(&key) {
                    continue;
                }
                let route = Route::of_page(&self.taxonomy_address(site, taxonomy, language));
                let place = site
                    .terms(taxonomy, language)
                    .find_map(|(_, term)| term.first.as_ref())
                    .map(|(page, _)| site.pages[*page].entry.place());
                self.claim(route.clone(), Recipe::Taxonomy { taxonomy, language }, place);
                site.sections.insert(key, Section { route: Some(route), ..Section::default() });
            }
        }
    }

    fn taxonomy_address(&mut self, site: &Site, taxonomy: usize, language: usize) -> Arc<str> {
        let key = &site.config().taxonomies[taxonomy].key;
        Arc::clone(&self.addresses.folder(key).addresses[language])
    }

    /// Claims feeds, sitemap, robots.txt and 404.html.
    fn single_files(&mut self, site: &Site) {
        let not_found = Route::new(NOT_FOUND).map(|route| (route, Recipe::NotFound));
        let robots = Route::new(ROBOTS).map(|route| (route, Recipe::Robots));
        let sitemap = Route::new(SITEMAP).map(|route| (route, Recipe::Sitemap));
        let with_address = site.config().base_url.is_some();
        for (route, recipe) in [not_found, robots, sitemap].into_iter().flatten() {
            if with_address || recipe != Recipe::Sitemap {
                self.claim(route, recipe, None);
            }
        }
        if with_address {
            self.feeds(site);
        }
    }

    fn feeds(&mut self, site: &Site) {
        for ((folder, language), section) in site.sections() {
            let wants = folder.is_empty() || section.index.is_some_and(|index| site.pages[index].entry.front.feed);
            if !wants || !site.feed_pages(folder, *language).any(|_| true) {
                continue;
            }
            let address = self.addresses.folder(folder).addresses[*language].clone();
            if let Ok(route) = Route::new(&format!("{address}{FEED}")) {
                let place = section.index.map(|index| site.pages[index].entry.place());
                self.claim(route, Recipe::Feed { folder: Arc::clone(folder), language: *language }, place);
            }
        }
    }

    /// Claims the routes of attachments that published pages use, and of static files.
    fn attachments(&mut self, site: &mut Site) {
        for index in 0..site.pages.len() {
            let page = &site.pages[index];
            if !page.published || page.entry.attachments.is_empty() && page.entry.front.image.is_none() {
                continue;
            }
            self.found.extend(self.missing_image(site, &page.entry));
            for (source, span) in &page.entry.attachments {
                if !self.parts.tree.contains_key(source) || site.attachments.contains_key(source) || source.below(STATIC).is_some() {
                    continue;
                }
                let place = Place::at(&page.entry.source, *span);
                if let Some(route) = self.attachment_route(source, &place) {
                    // The published name counts: transliteration may have made it what it is.
                    let extension = route.as_str().rsplit('.').next().unwrap_or_default();
                    if ACTIVE.contains(&extension) && site.inputs.config.markdown.html != RawHtml::Allow {
                        self.found.push(Diagnostic::new(Code::ActiveAttachment, place).arg("extension", extension));
                        continue;
                    }
                    self.claim(route.clone(), Recipe::Asset(source.clone()), Some(Place::file(source)));
                    site.attachments.insert(source.clone(), route);
                }
            }
        }
        let from = SourceId::new(format!("{STATIC}/"));
        for (source, path) in self.parts.tree.range(from..).map_while(|(id, _)| Some((id, id.below(STATIC)?))) {
            match Route::new(path) {
                Ok(route) => {
                    self.claim(route.clone(), Recipe::Asset(source.clone()), Some(Place::file(source)));
                    site.attachments.insert(source.clone(), route);
                }
                Err(_) => self.found.push(Diagnostic::new(Code::ReservedName, Place::file(source)).arg("value", path)),
            }
        }
    }

    /// Tells that the picture of a page is not there, or on another site.
    fn missing_image(&self, site: &Site, entry: &Entry) -> Option<Diagnostic> {
        let image = entry.front.image.as_ref()?;
        let place = Place::at(&entry.source, image.span);
        match target::read(&image.value, &entry.source) {
            Ok(Target::File { source, .. }) if self.parts.tree.contains_key(&source) => None,
            Ok(Target::File { source, .. }) => Some(site.dead_link(place, &image.value, &source)),
            Ok(Target::External(_)) => Some(Diagnostic::new(Code::ExternalImage, place).arg("target", &image.value)),
            Ok(Target::Anchor(_)) | Err(_) => Some(Diagnostic::new(Code::DeadLink, place).arg("target", &image.value).arg("near", "")),
        }
    }

    fn attachment_route(&mut self, source: &SourceId, place: &Place) -> Option<Route> {
        let path = source.below(document::FOLDER)?;
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let address = self.addresses.folder(folder).addresses[0].clone();
        let name = language::transliterated_name(name);
        let code = if name.is_empty() || name.starts_with('.') { Code::EmptySlug } else { Code::ReservedName };
        let route =
            check_segment(&name).ok().filter(|()| code == Code::ReservedName).and_then(|()| Route::new(&format!("{address}{name}")).ok());
        if route.is_none() {
            self.found.push(Diagnostic::new(code, place.clone()).arg("value", path));
        }
        route
    }

    /// Claims the former addresses of published pages.
    fn aliases(&mut self, site: &Site) {
        for page in site.pages.iter().filter(|page| page.published) {
            for alias in &page.entry.front.aliases {
                let place = Place::at(&page.entry.source, alias.span);
                match alias_route(&alias.value) {
                    Some(route) => self.claim(route, Recipe::Redirect(page.route.clone()), Some(place)),
                    None => self.found.push(Diagnostic::new(Code::BadAlias, place).arg("value", &alias.value)),
                }
            }
        }
    }

    /// Claims the assets and static files of every theme in use.
    fn theme_files(&mut self, site: &Site) {
        let mut seen: FxHashMap<Route, crate::source::Hash> = FxHashMap::default();
        for (name, theme) in &site.inputs.themes {
            let name: Arc<str> = Arc::from(name.as_str());
            for (asset, finished) in theme.assets.iter() {
                // Themes that share a parent share its assets.
                if seen.insert(finished.route.clone(), crate::source::Hash::of(&finished.bytes)).is_none() {
                    let recipe = Recipe::ThemeAsset(Arc::clone(&name), Arc::from(asset.as_str()));
                    self.claim(finished.route.clone(), recipe, Some(Place::file(&finished.source)));
                }
            }
            for (path, source) in &theme.statics {
                let Ok(route) = Route::new(path) else {
                    self.found.push(Diagnostic::new(Code::ReservedName, Place::file(&source.id)).arg("value", path));
                    continue;
                };
                if seen.insert(route.clone(), source.hash) != Some(source.hash) {
                    let recipe = Recipe::ThemeStatic(Arc::clone(&name), Arc::from(path.as_str()));
                    self.claim(route, recipe, Some(Place::file(&source.id)));
                }
            }
        }
    }

    /// Finds the pages of the menus in every language.
    fn menus(&mut self, site: &mut Site) {
        let config = Arc::clone(&site.inputs.config);
        for language in 0..config.languages.len() {
            let menus =
                Menus { main: self.menu(site, &config.main_menu, language), footer: self.menu(site, &config.footer_menu, language) };
            site.menus.push(menus);
        }
    }

    fn menu(&mut self, site: &Site, targets: &[Located<String>], language: usize) -> Vec<(PageIndex, Arc<str>)> {
        let mut menu = Vec::new();
        for Located { value, place } in targets {
            let source = match target::read(value, &SourceId::new(format!("{}/_index.md", document::FOLDER))) {
                Ok(Target::File { source, .. }) => source,
                Ok(_) | Err(_) => SourceId::new(value),
            };
            let Some(page) = site.page_of(source.as_str()).or_else(|| site.folder_page(&source)) else {
                if language == 0 {
                    self.found.push(site.dead_link(place.clone(), value, &source));
                }
                continue;
            };
            let position = &site.pages[page].entry.position;
            // A menu holds what is there in its language; the rest is a switch away.
            match site.version(page, Variant { language, easy: position.variant.easy }) {
                Some(page) => menu.push((page, site.pages[page].entry.menu_title())),
                None if language == position.variant.language => {
                    self.found.push(Diagnostic::new(Code::LinkToUnpublished, place.clone()).arg("target", value));
                }
                None => {}
            }
        }
        menu
    }

    /// Reports top folders that look like languages.
    fn addresses_are_sound(&mut self, site: &Site) {
        let codes: Vec<&str> = site.config().languages.iter().skip(1).map(|language| &*language.code).collect();
        if codes.is_empty() {
            return;
        }
        let mut reported: FxHashSet<&str> = FxHashSet::default();
        for page in &site.pages {
            let position = &page.entry.position;
            let top = position.folder.split('/').next().unwrap_or_default();
            let address = page.route.as_str().split('/').next().unwrap_or_default();
            let clash = codes.iter().find(|code| **code == top || position.variant.language == 0 && **code == address);
            if let Some(code) = clash
                && reported.insert(code)
            {
                self.found.push(Diagnostic::new(Code::LanguageFolder, page.entry.place()).arg("name", *code));
            }
        }
    }

    fn claim(&mut self, route: Route, recipe: Recipe, by: Option<Place>) {
        self.claims.push(Claim { route, recipe, by });
    }

    /// Puts the routes in order and reports those that cannot be there together.
    fn routes(&mut self) -> Vec<(Route, Recipe)> {
        let mut claims = std::mem::take(&mut self.claims);
        claims.sort_by(|a, b| a.route.cmp(&b.route));
        let mut folded: FxHashMap<String, usize> = FxHashMap::default();
        let odd: Vec<usize> = (0..claims.len()).filter(|at| matches!(claims[*at].route.folded(), Cow::Owned(_))).collect();
        for at in 0..claims.len() {
            if at > 0 && claims[at - 1].route == claims[at].route {
                self.clash(Code::DuplicateAddress, &claims[at - 1], &claims[at]);
            } else if !claims[at].route.as_str().ends_with(crate::route::INDEX) {
                let folder = format!("{}/", claims[at].route);
                let inside = claims.partition_point(|claim| *claim.route.as_str() < *folder);
                if let Some(inside) = claims.get(inside).filter(|claim| claim.route.as_str().starts_with(&folder)) {
                    self.clash(Code::FileIsFolder, inside, &claims[at]);
                }
            }
        }
        for at in odd {
            let key = claims[at].route.folded().into_owned();
            let plain = claims.binary_search_by(|claim| claim.route.as_str().cmp(&key)).ok();
            let other = plain.or_else(|| folded.get(&key).copied()).filter(|other| claims[*other].route != claims[at].route);
            if let Some(other) = other {
                self.clash(Code::LookalikeAddress, &claims[other], &claims[at]);
            }
            folded.entry(key).or_insert(at);
        }
        let mut routes: Vec<(Route, Recipe)> = Vec::with_capacity(claims.len());
        for claim in claims {
            if routes.last().is_none_or(|(last, _)| *last != claim.route) {
                routes.push((claim.route, claim.recipe));
            }
        }
        routes
    }

    fn clash(&mut self, code: Code, first: &Claim, second: &Claim) {
        let (here, there) = if second.by.is_some() { (second, first) } else { (first, second) };
        let finding = Diagnostic { place: here.by.clone(), ..Diagnostic::nowhere(code) };
        let mut finding = finding.arg("address", shown(&here.route)).arg("other", shown(&there.route));
        finding.related.extend(there.by.clone());
        self.found.push(finding);
    }
}

/// Returns an address as people know it.
fn shown(route: &Route) -> String {
    format!("/{}", route.as_str().strip_suffix(crate::route::INDEX).unwrap_or(route.as_str()))
}

/// Reads a former address: `/stara-adresa/` or `/stara.html`.
fn alias_route(alias: &str) -> Option<Route> {
    let path = alias.strip_prefix('/').unwrap_or(alias);
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    if decoded.contains(['?', '#']) || decoded.is_empty() {
        return None;
    }
    match decoded.strip_suffix('/') {
        Some(folder) => Route::new(&format!("{folder}/{}", crate::route::INDEX)).ok(),
        None if decoded.rsplit('/').next().is_some_and(|name| name.contains('.')) => Route::new(&decoded).ok(),
        None => Route::new(&format!("{decoded}/{}", crate::route::INDEX)).ok(),
    }
}

fn new_term(name: Arc<str>, route: Route) -> Term {
    Term { name, first: None, page: None, pages: Vec::new(), route }
}

/// The place of every page among all, by weight and title. Pages stand in many lists: so their keys are compared once, not in each.
#[derive(Default)]
struct Order(Vec<u32>);

impl Order {
    fn new(pages: &[Page]) -> Self {
        // Most keys differ in their first bytes; comparing those needs no look at the page.
        let keys = pages.iter().enumerate().map(|(index, page)| (page.entry.order.0, beginning(&page.entry.order.1), index));
        let mut keys: Vec<(i64, u64, PageIndex)> = keys.collect();
        keys.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| pages[a.2].entry.order.1.cmp(&pages[b.2].entry.order.1)));
        let mut places = vec![0; pages.len()];
        for (place, (.., index)) in (0..).zip(keys) {
            places[index] = place;
        }
        Self(places)
    }

    /// Orders pages as a section asks for.
    fn sort(&self, list: &mut [PageIndex], pages: &[Page], sort: document::Sort) {
        let entry = |index: &PageIndex| &pages[*index].entry;
        match sort {
            document::Sort::Weight => list.sort_unstable_by_key(|index| self.0[*index]),
            document::Sort::Title => list.sort_by(|a, b| entry(a).order.1.cmp(&entry(b).order.1)),
            document::Sort::Date => list.sort_by_cached_key(|index| (Reverse(entry(index).front.date), self.0[*index])),
        }
    }
}

/// Returns the first eight bytes of a key as a number that compares as they do.
fn beginning(key: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let length = key.len().min(bytes.len());
    bytes[..length].copy_from_slice(&key[..length]);
    u64::from_be_bytes(bytes)
}

fn sentence_case(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Site {
    /// Returns the pages that a feed may hold: dated, in a language, in a folder or below.
    pub fn feed_pages<'s>(&'s self, folder: &'s str, language: usize) -> impl Iterator<Item = PageIndex> + 's {
        self.pages.iter().enumerate().filter_map(move |(index, page)| {
            let position = &page.entry.position;
            let inside = folder.is_empty()
                || *position.folder == *folder
                || position.folder.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
            let dated = page.entry.front.date.or(page.entry.front.updated).is_some();
            (page.published && inside && dated && position.variant == Variant { language, easy: false }).then_some(index)
        })
    }

    /// Makes the finding that a link leads nowhere, with the nearest file that is there.
    pub(crate) fn dead_link(&self, place: Place, target: &str, source: &SourceId) -> Diagnostic {
        let files =
            self.pages.iter().map(|page| page.entry.path()).chain(self.attachments.keys().filter_map(|id| id.below(document::FOLDER)));
        let wrong = source.below(document::FOLDER).unwrap_or(source.as_str());
        let name = wrong.rsplit('/').next().unwrap_or(wrong);
        let same_name = |path: &&str| path.strip_suffix(name).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'));
        let near = files.into_iter().find(same_name).or_else(|| nearest(wrong, self.files_around(source))).unwrap_or_default();
        Diagnostic::new(Code::DeadLink, place).arg("target", target).arg("near", near)
    }

    /// Returns the files of the content whose paths stand around `source` in their order; in most sites, all.
    fn files_around(&self, source: &SourceId) -> impl Iterator<Item = &str> {
        let at = self.pages.partition_point(|page| page.entry.source < *source);
        let pages = &self.pages[at.saturating_sub(MOST_COMPARED)..self.pages.len().min(at + MOST_COMPARED)];
        let before = self.attachments.range(..source.clone()).rev().take(MOST_COMPARED);
        let after = self.attachments.range(source.clone()..).take(MOST_COMPARED);
        let attachments = before.chain(after).filter_map(|(id, _)| id.below(document::FOLDER));
        pages.iter().map(|page| page.entry.path()).chain(attachments)
    }

    /// Returns the address at which the site is published, if it is known.
    pub fn base_url(&self) -> Option<&BaseUrl> {
        self.config().base_url.as_ref()
    }
}

impl Entry {
    /// Returns the title that menus show: `extra.menu`, else the title.
    pub fn menu_title(&self) -> Arc<str> {
        let extra = self.value.get(&tera::value::Key::Str("extra")).and_then(|extra| extra.as_map());
        let short = extra.and_then(|extra| extra.get(&tera::value::Key::Str("menu"))).and_then(|menu| menu.as_str());
        short.map_or_else(|| Arc::clone(&self.front.title), Arc::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_key_never_contradicts_the_key() {
        let keys: [&[u8]; 7] = [b"", b"\0", b"a", b"a\0", b"ab", b"abcdefgh", b"abcdefghi"];
        for pair in keys.windows(2) {
            assert!(beginning(pair[0]) <= beginning(pair[1]), "{pair:?}");
        }
        assert!(beginning(b"\x7f") < beginning(b"\x80"));
    }
}
