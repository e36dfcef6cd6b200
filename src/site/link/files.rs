//! What is no page: feeds and the output's other single files, attachments, static files, and the
//! files of themes.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Linker;
use crate::config::{LanguageId, RawHtml};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::target::{self, Target};
use crate::document::{self, Entry};
use crate::language;
use crate::layout::{self, STATIC};
use crate::route::{Route, check_segment};
use crate::site::search::SCRIPTS;
use crate::site::sitemap::{SITEMAP, Sitemap};
use crate::site::{FEED, NOT_FOUND, Recipe, STATEMENT, Site, data_target};
use crate::source::{Hash, SourceId, Tree};

/// Extensions of attachments that could run in a reader's browser.
pub const ACTIVE: &[&str] = &[
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "js", "mjs", "cjs", "xml", "xsl",
    "xslt", "svgz", "swf",
];

/// What robots read first.
const ROBOTS: &str = "robots.txt";

/// Lists the files of the content that are no pages.
pub(super) fn beside_pages(tree: &Tree) -> Vec<SourceId> {
    let content = tree
        .range(SourceId::new(format!("{}/", layout::CONTENT))..)
        .map(|(id, _)| id);
    let files = content.take_while(|id| id.below(layout::CONTENT).is_some());
    files
        .filter(|id| !document::is_page_name(id.as_str()) || id.below(STATIC).is_some())
        .cloned()
        .collect()
}

impl Linker<'_> {
    /// Claims feeds, robots.txt, 404.html and the accessibility statement for machines.
    pub(super) fn single_files(&mut self, site: &Site) {
        let not_found = Route::new(NOT_FOUND).map(|route| (route, Recipe::NotFound));
        let robots = Route::new(ROBOTS).map(|route| (route, Recipe::Robots));
        for (route, recipe) in [not_found, robots].into_iter().flatten() {
            self.claim(route, recipe, None);
        }
        if site.statement().is_some()
            && let Ok(route) = Route::new(STATEMENT)
        {
            self.claim(route, Recipe::Statement, None);
        }
        if site.base_url().is_some() {
            self.feeds(site);
        }
    }

    /// Claims the sitemap and its parts, if the site has an address. All pages have been claimed by
    /// then.
    pub(super) fn sitemap(&mut self, site: &mut Site) {
        if site.base_url().is_none() {
            return;
        }
        let pages = self
            .claims
            .iter()
            .filter(|claim| claim.recipe.is_content())
            .map(|claim| &claim.route);
        let sitemap = Sitemap::new(site.config(), site.inputs.mode.sitemap, pages);
        let parts = sitemap
            .parts()
            .map(|part| (Sitemap::name(part), Recipe::SitemapPart(part)));
        for (name, recipe) in [(SITEMAP.to_owned(), Recipe::Sitemap)]
            .into_iter()
            .chain(parts)
        {
            if let Ok(route) = Route::new(&name) {
                self.claim(route, recipe, None);
            }
        }
        site.sitemap = Some(sitemap);
    }

    fn feeds(&mut self, site: &Site) {
        for ((folder, language), section) in site.sections() {
            let wants = folder.is_empty()
                || section
                    .index
                    .is_some_and(|index| site.pages[index].entry.front.feed);
            if !wants || !site.feed_pages(folder, *language).any(|_| true) {
                continue;
            }
            let address = self.addresses.folder(folder).addresses[*language].clone();
            if let Ok(route) = Route::new(&format!("{address}{FEED}")) {
                let place = section.index.map(|index| site.pages[index].entry.place());
                self.claim(
                    route,
                    Recipe::Feed {
                        folder: Arc::clone(folder),
                        language: *language,
                    },
                    place,
                );
            }
        }
    }

    /// Claims the routes of attachments that published pages use, and of static files.
    pub(super) fn attachments(&mut self, site: &mut Site) {
        for page in &site.pages {
            if !page.published
                || page.entry.attachments.is_empty() && page.entry.front.image.is_none()
            {
                continue;
            }
            self.found.extend(self.missing_image(site, &page.entry));
            for (source, span) in &page.entry.attachments {
                if !self.parts.tree.contains_key(source)
                    || site.attachments.contains_key(source)
                    || source.below(STATIC).is_some()
                {
                    continue;
                }
                let place = Place::at(&page.entry.source, *span);
                if let Some(route) = self.attachment(source, place) {
                    site.attachments.insert(source.clone(), route);
                }
            }
        }
        if let Some((source, place)) = self.evidence(site)
            && let Some(route) = self.attachment(&source, place)
        {
            site.attachments.insert(source, route);
        }
        let from = SourceId::new(format!("{STATIC}/"));
        for (source, path) in self
            .parts
            .tree
            .range(from..)
            .map_while(|(id, _)| Some((id, id.below(STATIC)?)))
        {
            match Route::new(path) {
                Ok(route) => {
                    self.claim(
                        route.clone(),
                        Recipe::Asset(source.clone()),
                        Some(Place::file(source)),
                    );
                    site.attachments.insert(source.clone(), route);
                }
                Err(_) => self.found.push(
                    Diagnostic::new(Code::ReservedName, Place::file(source)).arg("value", path),
                ),
            }
        }
    }

    /// Claims the route of an attachment that `place` names, and returns it.
    fn attachment(&mut self, source: &SourceId, place: Place) -> Option<Route> {
        let route = self.attachment_route(source, &place)?;
        // The published name counts: transliteration may have made it what it is.
        let extension = route.as_str().rsplit('.').next().unwrap_or_default();
        if ACTIVE.contains(&extension) && self.parts.inputs.config.markdown.html != RawHtml::Allow {
            self.found
                .push(Diagnostic::new(Code::ActiveAttachment, place).arg("extension", extension));
        } else {
            self.claim(
                route.clone(),
                Recipe::Asset(source.clone()),
                Some(Place::file(source)),
            );
        }
        // The links to a file that is refused do lead to a file.
        Some(route)
    }

    /// Returns the attachment that the accessibility statement names as evidence, with the file of
    /// the statement, if no page has made it one.
    fn evidence(&self, site: &Site) -> Option<(SourceId, Place)> {
        let written = site.evidence()?;
        let source = data_target(&written.value).ok()?.attachment()?;
        let is_new = self.parts.tree.contains_key(&source)
            && !site.attachments.contains_key(&source)
            && source.below(STATIC).is_none();
        is_new.then(|| (source, Place::file(&written.place.source)))
    }

    /// Tells that the picture of a page is not there, or on another site.
    fn missing_image(&self, site: &Site, entry: &Entry) -> Option<Diagnostic> {
        let image = entry.front.image.as_ref()?;
        let place = Place::at(&entry.source, image.span);
        match target::read(&image.value, &entry.source) {
            Ok(Target::File { source, .. }) if self.parts.tree.contains_key(&source) => None,
            Ok(Target::File { source, .. }) => Some(site.dead_link(place, &image.value, &source)),
            Ok(Target::External(_)) => {
                Some(Diagnostic::new(Code::ExternalImage, place).arg("target", &image.value))
            }
            Ok(Target::Anchor(_)) | Err(_) => Some(
                Diagnostic::new(Code::DeadLink, place)
                    .arg("target", &image.value)
                    .arg("near", ""),
            ),
        }
    }

    fn attachment_route(&mut self, source: &SourceId, place: &Place) -> Option<Route> {
        let path = source.below(layout::CONTENT)?;
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let address = self.addresses.folder(folder).addresses[LanguageId::OWN].clone();
        let name = language::transliterated_name(name);
        let code = if name.is_empty() || name.starts_with('.') {
            Code::EmptySlug
        } else {
            Code::ReservedName
        };
        let route = check_segment(&name)
            .ok()
            .filter(|()| code == Code::ReservedName)
            .and_then(|()| Route::new(&format!("{address}{name}")).ok());
        if route.is_none() {
            self.found
                .push(Diagnostic::new(code, place.clone()).arg("value", path));
        }
        route
    }

    /// Claims the assets and static files of every theme in use.
    pub(super) fn theme_files(&mut self, site: &Site) {
        let mut seen: FxHashMap<Route, Hash> = FxHashMap::default();
        for (name, theme) in &site.inputs.themes {
            let name: Arc<str> = Arc::from(name.as_str());
            let is_wanted = |asset: &str| site.config().search || !SCRIPTS.contains(&asset);
            for (asset, finished) in theme.assets.iter().filter(|(asset, _)| is_wanted(asset)) {
                // Themes that share a parent share its assets.
                if seen
                    .insert(finished.route.clone(), Hash::of(&finished.bytes))
                    .is_none()
                {
                    let recipe = Recipe::ThemeAsset(Arc::clone(&name), Arc::from(asset.as_str()));
                    self.claim(
                        finished.route.clone(),
                        recipe,
                        Some(Place::file(&finished.source)),
                    );
                }
            }
            for (path, source) in &theme.statics {
                let Ok(route) = Route::new(path) else {
                    self.found.push(
                        Diagnostic::new(Code::ReservedName, Place::file(&source.id))
                            .arg("value", path),
                    );
                    continue;
                };
                if seen.insert(route.clone(), source.hash) != Some(source.hash) {
                    let recipe = Recipe::ThemeStatic(Arc::clone(&name), Arc::from(path.as_str()));
                    self.claim(route, recipe, Some(Place::file(&source.id)));
                }
            }
        }
    }
}
