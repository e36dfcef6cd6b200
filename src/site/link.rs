//! Links all documents into a site. Everything here is cheap: it runs over every page after every
//! change.

mod aliases;
mod attachments;
mod doubtful;
mod files;
mod menus;
mod pages;
mod passed_over;
mod routes;
mod searches;
mod sections;
mod terms;

use std::sync::Arc;

use super::addresses::Addresses;
use super::{Indexes, Inputs, Pages, Recipe, Site, statement};
use crate::data::Statement;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::Entry;
use crate::language::Day;
use crate::route::Route;
use crate::source::Tree;
use crate::theme::Facts;

/// Links documents, settings and themes into a site, and reports what is wrong between them. The
/// entries are in file order; the tree says which attachments exist.
pub fn link(inputs: Inputs, entries: &[Arc<Entry>], tree: &Tree) -> (Site, Vec<Diagnostic>) {
    let config = Arc::clone(&inputs.config);
    let is_published = |entry: &Entry| inputs.is_published(entry);
    let addresses = Addresses::new(&config, entries, is_published);
    let placed = pages::placed(entries, &addresses, is_published);
    let pages = Pages::new(placed, files::non_page_files(tree));
    let glossaries = inputs.by_template(&pages, Facts::is_of_glossary);
    let statements = inputs.by_template(&pages, Facts::is_of_statement);

    let mut linker = Linker {
        inputs: &inputs,
        tree,
        pages: &pages,
        addresses,
        claims: Vec::with_capacity(pages.count() + 64),
        found: Vec::new(),
    };
    let indexes = linker.indexes(statement::statement(&inputs, &statements));
    let (routes, found) = linker.finish();

    let next_change = next_change(&inputs, &pages);
    let site = Site {
        inputs,
        pages,
        routes,
        next_change,
        indexes,
        glossaries,
        statements,
    };
    (site, found)
}

/// A route that a source claims.
struct Claim {
    route: Route,
    recipe: Recipe,
    by: Option<Place>,
}

/// What the steps of linking read, and the routes and findings that they collect.
struct Linker<'a> {
    inputs: &'a Inputs,
    tree: &'a Tree,
    pages: &'a Pages,
    addresses: Addresses<'a>,
    claims: Vec<Claim>,
    found: Vec<Diagnostic>,
}

impl Linker<'_> {
    /// Runs all steps in order: later ones look up what earlier ones found, and the first claim to
    /// a route wins.
    fn indexes(&mut self, statement: Option<&Statement>) -> Indexes {
        let languages = &self.inputs.config.languages;
        self.claim_pages();
        let sections = self.sections();
        let terms = self.terms();
        let sections = self.with_taxonomies(sections, &terms);
        self.single_files(statement);
        self.feeds(&sections);
        let sitemap = self.sitemap();
        let searches = languages.map(|language, _| self.search(language));
        let attachments = self.attachments(statement);
        self.passed_over(&attachments);
        self.aliases();
        self.theme_files();
        self.former_addresses();
        let menus = languages.map(|language, _| self.menus(language));
        self.check_folders();
        self.check_language_folders();
        self.check_words();
        Indexes {
            sections,
            terms,
            attachments,
            menus,
            searches,
            sitemap,
        }
    }

    /// Claims a route. Conflicting claims are found at the end.
    fn claim(&mut self, route: Route, recipe: Recipe, by: Option<Place>) {
        self.claims
            .push(Claim { route, recipe, by });
    }

    /// Resolves the claims.
    fn finish(self) -> (Vec<(Route, Recipe)>, Vec<Diagnostic>) {
        let mut found = self.found;
        (routes::settled(self.claims, &mut found), found)
    }
}

/// Returns the first day on which a page appears or disappears.
fn next_change(inputs: &Inputs, pages: &Pages) -> Option<Day> {
    let fronts = pages
        .iter()
        .map(|page| &page.entry.front);
    fronts
        .filter(|front| inputs.mode.drafts || !front.draft)
        .filter_map(|front| front.next_change(inputs.today))
        .min()
}
