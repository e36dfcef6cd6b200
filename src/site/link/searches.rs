//! The search: which pages it finds in each language, and the routes of its page and files.

use super::Linker;
use crate::config::LanguageId;
use crate::language;
use crate::route::Route;
use crate::site::search::{Search, TEMPLATE};
use crate::site::{Page, PageId, Recipe};

impl Linker<'_> {
    /// Claims the search of a language that has pages, if the settings enable it and the theme
    /// shows it.
    pub(super) fn search(&mut self, language: LanguageId) -> Option<Search> {
        let config = &self.inputs.config;
        let theme = self
            .inputs
            .theme_of(self.pages, "", language)?;
        if !config.search || !theme.has_template(TEMPLATE) {
            return None;
        }
        let is_found =
            |page: &Page| page.published && page.entry.front.search && page.language() == language;
        let pages = self
            .pages
            .with_ids()
            .filter(|(_, page)| is_found(page));
        let pages: Vec<PageId> = pages.map(|(id, _)| id).collect();
        if pages.is_empty() {
            return None;
        }
        let code = &config.languages[language].code;
        let home = self.addresses.of_folder("", language);
        let route = Route::of_page(&format!("{home}{}/", language::search_slug(code)));
        self.claim(route.clone(), Recipe::SearchPage { language }, None);
        let search = Search::new(pages, route);
        for part in search.parts() {
            self.claim_file(&part.name(code), Recipe::Search { language, part });
        }
        Some(search)
    }
}
