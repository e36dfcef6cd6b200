//! The output's single files: feeds, the sitemap, robots.txt, 404.html, the statement for machines,
//! and the files of themes.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Linker;
use crate::data::Statement;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document;
use crate::layout::{self, STATIC};
use crate::route::Route;
use crate::site::sections::{Section, Sections};
use crate::site::sitemap::{SITEMAP, Sitemap};
use crate::site::{FEED, NOT_FOUND, Recipe, STATEMENT};
use crate::source::{Hash, SourceId, Tree, files_below};
use crate::theme::Theme;

/// The file that robots read first.
const ROBOTS: &str = "robots.txt";

/// The files of themes that have been claimed, and the hashes of their contents.
type Seen = FxHashMap<Route, Hash>;

/// Lists the files in the content folder that are not pages.
pub(super) fn non_page_files(tree: &Tree) -> Vec<SourceId> {
    let content = files_below(tree, layout::CONTENT).map(|(_, source)| &source.id);
    content
        .filter(|id| !document::is_page_name(id.as_str()) || id.below(STATIC).is_some())
        .cloned()
        .collect()
}

impl Linker<'_> {
    /// Claims robots.txt, 404.html and, if the site has one, the accessibility statement for
    /// machines.
    pub(super) fn single_files(&mut self, statement: Option<&Statement>) {
        self.claim_file(NOT_FOUND, Recipe::NotFound);
        self.claim_file(ROBOTS, Recipe::Robots);
        if statement.is_some() {
            self.claim_file(STATEMENT, Recipe::Statement);
        }
    }

    /// Claims the sitemap and its parts, if the site has an address. All pages have been claimed
    /// before.
    pub(super) fn sitemap(&mut self) -> Option<Sitemap> {
        let inputs = self.inputs;
        inputs.config.base_url.as_ref()?;
        let pages = self
            .claims
            .iter()
            .filter(|claim| claim.recipe.is_content());
        let routes = pages.map(|claim| &claim.route);
        let sitemap = Sitemap::new(&inputs.config, inputs.mode.sitemap, routes);
        self.claim_file(SITEMAP, Recipe::Sitemap);
        for part in sitemap.parts() {
            self.claim_file(&Sitemap::name(part), Recipe::SitemapPart(part));
        }
        Some(sitemap)
    }

    pub(super) fn claim_file(&mut self, name: &str, recipe: Recipe) {
        if let Ok(route) = Route::new(name) {
            self.claim(route, recipe, None);
        }
    }

    /// Claims the feed of every language, and of sections that ask for one, if the site has an
    /// address.
    pub(super) fn feeds(&mut self, sections: &Sections) {
        if self.inputs.config.base_url.is_none() {
            return;
        }
        for (folder, language, section) in sections.iter() {
            let has_pages = || {
                self.pages
                    .of_feed(folder, language)
                    .next()
                    .is_some()
            };
            if !self.wants_feed(folder, section) || !has_pages() {
                continue;
            }
            let address = self
                .addresses
                .of_folder(folder, language);
            if let Ok(route) = Route::new(&format!("{address}{FEED}")) {
                let place = section
                    .index
                    .map(|index| self.pages[index].entry.place());
                let folder = Arc::clone(folder);
                self.claim(route, Recipe::Feed { folder, language }, place);
            }
        }
    }

    fn wants_feed(&self, folder: &str, section: &Section) -> bool {
        let index = section
            .index
            .map(|index| &self.pages[index].entry);
        folder.is_empty() || index.is_some_and(|index| index.front.feed)
    }

    /// Claims the assets and static files of every theme in use.
    pub(super) fn theme_files(&mut self) {
        let inputs = self.inputs;
        let mut seen = Seen::default();
        for (name, theme) in &inputs.themes {
            let name: Arc<str> = Arc::from(name.as_str());
            self.theme_assets(&name, theme, &mut seen);
            self.theme_statics(&name, theme, &mut seen);
        }
    }

    fn theme_assets(&mut self, theme_name: &Arc<str>, theme: &Theme, seen: &mut Seen) {
        let has_search = self.inputs.config.search;
        for (name, asset) in theme.assets.iter() {
            if !has_search && theme.is_of_search(name) {
                continue;
            }
            // Themes that share a parent share its assets.
            let hash = Hash::of(&asset.bytes);
            if seen
                .insert(asset.route.clone(), hash)
                .is_none()
            {
                let recipe = Recipe::ThemeAsset(Arc::clone(theme_name), Arc::from(name.as_str()));
                self.claim(
                    asset.route.clone(),
                    recipe,
                    Some(Place::file(&asset.source)),
                );
            }
        }
    }

    fn theme_statics(&mut self, theme_name: &Arc<str>, theme: &Theme, seen: &mut Seen) {
        for (path, source) in &theme.statics {
            let place = Place::file(&source.id);
            let Ok(route) = Route::new(path) else {
                let finding = Diagnostic::new(Code::ReservedName, place);
                self.found
                    .push(finding.arg("value", path));
                continue;
            };
            if seen.insert(route.clone(), source.hash) != Some(source.hash) {
                let recipe = Recipe::ThemeStatic(Arc::clone(theme_name), Arc::from(path.as_str()));
                self.claim(route, recipe, Some(place));
            }
        }
    }
}
