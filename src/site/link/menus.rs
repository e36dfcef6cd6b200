//! The menus of every language.

use std::sync::Arc;

use super::Linker;
use crate::config::{LanguageId, Located};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Variant;
use crate::document::target::Target;
use crate::site::{Menu, Menus, PageId, data_target};
use crate::source::SourceId;

impl Linker<'_> {
    /// Finds the pages of the menus in a language.
    pub(super) fn menus(&mut self, language: LanguageId) -> Menus {
        let config = &self.inputs.config;
        Menus {
            main: self.menu(&config.main_menu, language),
            footer: self.menu(&config.footer_menu, language),
        }
    }

    fn menu(&mut self, links: &[Located<String>], language: LanguageId) -> Menu {
        let pages = links.iter().filter_map(|link| {
            let page = self.menu_page(link, language)?;
            Some((page, Arc::clone(&self.pages[page].entry.menu_title)))
        });
        pages.collect()
    }

    /// Returns the page that a menu item leads to. A menu lists only pages in its language; the
    /// rest are reached through the language switch.
    fn menu_page(&mut self, link: &Located<String>, language: LanguageId) -> Option<PageId> {
        let Located { value, place } = link;
        let source = match data_target(value) {
            Ok(Target::File { source, .. }) => source,
            Ok(_) | Err(_) => SourceId::new(value),
        };
        let Some(named) = self.pages.named(&source) else {
            if language.is_own() {
                let finding = self
                    .pages
                    .dead_page_link(place.clone(), value, &source);
                self.found.push(finding);
            }
            return None;
        };
        let own = self.pages[named].variant();
        let page = self
            .pages
            .version(named, Variant { language, ..own });
        if page.is_none() && language == own.language {
            let finding = Diagnostic::new(Code::LinkToUnpublished, place.clone());
            self.found
                .push(finding.arg("target", value));
        }
        page
    }
}
