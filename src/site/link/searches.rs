//! The search: which pages it finds in each language, and the routes of its page and files.

use super::Linker;
use crate::language;
use crate::route::Route;
use crate::site::search::{Search, TEMPLATE};
use crate::site::{PageIndex, Recipe, Site};

impl Linker<'_> {
    /// Claims the search of every language that has pages, if the settings want one and the theme
    /// shows it.
    pub(super) fn searches(&mut self, site: &mut Site) {
        for language in 0..site.config().languages.len() {
            let has_page = site
                .theme_of("", language)
                .is_some_and(|theme| theme.has_template(TEMPLATE));
            let search = if site.config().search && has_page {
                self.search(site, language)
            } else {
                None
            };
            site.searches.push(search);
        }
    }

    fn search(&mut self, site: &Site, language: usize) -> Option<Search> {
        let is_found = |index: &PageIndex| {
            let page = &site.pages[*index];
            page.published
                && page.entry.front.search
                && page.entry.position.variant.language == language
        };
        let pages: Vec<PageIndex> = (0..site.pages.len()).filter(is_found).collect();
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
