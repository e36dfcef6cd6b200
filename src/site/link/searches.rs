//! The search: which pages it finds in each language, and the routes of its page and files.

use std::sync::Arc;

use super::Linker;
use crate::config::LanguageId;
use crate::language;
use crate::route::Route;
use crate::site::search::{Search, TEMPLATE};
use crate::site::{PageId, Recipe, Site};

impl Linker<'_> {
    /// Claims the search of every language that has pages, if the settings want one and the theme
    /// shows it.
    pub(super) fn searches(&mut self, site: &mut Site) {
        let config = Arc::clone(&site.inputs.config);
        site.searches = config.languages.map(|language, _| {
            let has_page = site
                .theme_of("", language)
                .is_some_and(|theme| theme.has_template(TEMPLATE));
            if config.search && has_page {
                self.search(site, language)
            } else {
                None
            }
        });
    }

    fn search(&mut self, site: &Site, language: LanguageId) -> Option<Search> {
        let is_found = |index: &PageId| {
            let page = &site.pages[*index];
            page.published
                && page.entry.front.search
                && page.entry.position.variant.language == language
        };
        let pages: Vec<PageId> = site.pages.ids().filter(is_found).collect();
        if pages.is_empty() {
            return None;
        }
        let code = &site.config().languages[language].code;
        let home = &self.addresses.folder("").addresses[language];
        let search = Search::new(
            pages,
            Route::of_page(&format!("{home}{}/", language::search_slug(code))),
        );
        self.claim(search.route.clone(), Recipe::SearchPage { language }, None);
        for part in search.parts() {
            if let Ok(route) = Route::new(&part.name(code)) {
                self.claim(route, Recipe::Search { language, part }, None);
            }
        }
        Some(search)
    }
}
