//! The menus of every language.

use std::sync::Arc;

use super::Linker;
use crate::config::{LanguageId, Located};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Variant;
use crate::document::target::{self, Target};
use crate::layout;
use crate::site::{Menus, PageId, Site};
use crate::source::SourceId;

impl Linker<'_> {
    /// Finds the pages of the menus in every language.
    pub(super) fn menus(&mut self, site: &mut Site) {
        let config = Arc::clone(&site.inputs.config);
        site.menus = config.languages.map(|language, _| Menus {
            main: self.menu(site, &config.main_menu, language),
            footer: self.menu(site, &config.footer_menu, language),
        });
    }

    fn menu(
        &mut self,
        site: &Site,
        targets: &[Located<String>],
        language: LanguageId,
    ) -> Vec<(PageId, Arc<str>)> {
        let mut menu = Vec::new();
        for Located { value, place } in targets {
            let source = match target::read(
                value,
                &SourceId::new(format!("{}/_index.md", layout::CONTENT)),
            ) {
                Ok(Target::File { source, .. }) => source,
                Ok(_) | Err(_) => SourceId::new(value),
            };
            let Some(page) = site
                .page_of(source.as_str())
                .or_else(|| site.folder_page(&source))
            else {
                if language.is_own() {
                    self.found
                        .push(site.dead_page_link(place.clone(), value, &source));
                }
                continue;
            };
            let position = &site.pages[page].entry.position;
            // A menu holds what is there in its language; the rest is a switch away.
            match site.version(
                page,
                Variant {
                    language,
                    easy: position.variant.easy,
                },
            ) {
                Some(page) => menu.push((page, Arc::clone(&site.pages[page].entry.menu_title))),
                None if language == position.variant.language => {
                    self.found.push(
                        Diagnostic::new(Code::LinkToUnpublished, place.clone())
                            .arg("target", value),
                    );
                }
                None => {}
            }
        }
        menu
    }
}
