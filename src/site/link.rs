//! Joins all documents into a site. Everything here is cheap: it runs over every page after every
//! change.

mod files;
mod menus;
mod order;
mod pages;
mod routes;
mod searches;
mod sections;
mod terms;

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use self::order::Order;
use super::addresses::Addresses;
use super::{Menus, Page, PageId, Pages, Parts, Recipe, Site};
use crate::config::{Language, Languages};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::Entry;
use crate::id::IdVec;
use crate::route::Route;

pub use files::ACTIVE;

/// Joins documents, settings and themes into a site, and tells what is wrong between them.
pub fn link(parts: Parts<'_>) -> (Site, Vec<Diagnostic>) {
    let config = Arc::clone(&parts.inputs.config);
    let (drafts, today) = (parts.inputs.mode.drafts, parts.inputs.today);
    let is_published =
        |entry: &Entry| (drafts || !entry.front.draft) && entry.front.is_published_on(today);
    let addresses = Addresses::new(&config, &parts.entries, is_published);
    let claims = Vec::with_capacity(parts.entries.len() + 64);
    let mut linker = Linker {
        addresses,
        found: Vec::new(),
        claims,
        order: Order::new(&IdVec::from(Vec::new())),
        parts: &parts,
    };
    let pages = linker.pages(is_published);
    let by_source = || {
        pages
            .with_ids()
            .map(|(id, page)| (page.entry.source.clone(), id))
            .collect()
    };
    let (versions, (order, by_source)) =
        rayon::join(|| versions(&pages), || (Order::new(&pages), by_source()));
    linker.order = order;
    let mut site = Site {
        inputs: parts.inputs.clone(),
        next_change: pages
            .iter()
            .filter(|page| drafts || !page.entry.front.draft)
            .filter_map(|page| page.entry.front.next_change(today))
            .min(),
        versions,
        by_source,
        sections: BTreeMap::new(),
        terms: BTreeMap::new(),
        attachments: BTreeMap::new(),
        files: files::beside_pages(parts.tree),
        menus: config.languages.map(|_, _| Menus::default()),
        searches: config.languages.map(|_, _| None),
        sitemap: None,
        glossaries: by_template(&pages, "glossary", &config.languages),
        statements: by_template(&pages, super::statement::TEMPLATE, &config.languages),
        routes: Vec::new(),
        pages,
    };
    linker.sections(&mut site);
    linker.terms(&mut site);
    linker.single_files(&site);
    linker.sitemap(&mut site);
    linker.searches(&mut site);
    linker.attachments(&mut site);
    linker.aliases(&site);
    linker.theme_files(&site);
    linker.former_addresses(&site);
    linker.menus(&mut site);
    linker.folders_are_sound(&site);
    linker.addresses_are_sound(&site);
    site.routes = linker.routes();
    (site, linker.found)
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
    /// Asks for a route; who else asks for it is found when all have.
    fn claim(&mut self, route: Route, recipe: Recipe, by: Option<Place>) {
        self.claims.push(Claim { route, recipe, by });
    }
}

/// Finds the page of every language that a template shows: the first, and a plain-reading version
/// where there is no other.
fn by_template(
    pages: &IdVec<Pages, Page>,
    name: &str,
    languages: &IdVec<Languages, Language>,
) -> IdVec<Languages, Option<PageId>> {
    let mut found = languages.map(|_, _| None);
    for easy in [false, true] {
        let is_shown = |page: &Page| {
            page.published && page.entry.position.variant.easy == easy && page.is_shown_by(name)
        };
        for (index, page) in pages.with_ids().filter(|(_, page)| is_shown(page)) {
            found[page.entry.position.variant.language].get_or_insert(index);
        }
    }
    found
}

fn versions(pages: &IdVec<Pages, Page>) -> FxHashMap<Arc<str>, Vec<PageId>> {
    let mut versions: FxHashMap<Arc<str>, Vec<PageId>> = FxHashMap::default();
    versions.reserve(pages.len());
    for (index, page) in pages.with_ids() {
        versions
            .entry(Arc::clone(&page.entry.position.key))
            .or_default()
            .push(index);
    }
    versions
}
