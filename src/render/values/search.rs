//! What templates see of the search: where it is, and a list of everything that it can find.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use tera::Value;

use super::terms::terms_in_order;
use super::{Subject, map, text};
use crate::config::LanguageId;
use crate::document::Variant;
use crate::site::{PageId, SEARCH_FOLDER, Section, Site};

/// How many pages a group lists; a longer one links to the page that lists them all.
const MOST_IN_GROUP: usize = 100;

/// Returns `site.search`: where the page and the index files are; none if the language has no
/// search.
pub(super) fn of_site(site: &Site, language: LanguageId) -> Value {
    let code = &site.config().languages[language].code;
    match site.search(language) {
        Some(search) => map([
            ("path", text(&site.link_to(&search.route))),
            ("index", text(&format!("{SEARCH_FOLDER}/{code}"))),
            ("lang", text(code)),
        ]),
        None => Value::none(),
    }
}

/// Returns `search`: all pages that can be found, by the terms of the taxonomy that the theme
/// names, or by section for pages without one; a page's plain-reading version comes right after it.
pub(super) fn value(site: &Site, language: LanguageId) -> Value {
    let pages = site
        .search(language)
        .map_or(&[][..], |search| &search.pages);
    let mut groups = Groups {
        site,
        language,
        found: pages.iter().copied().collect(),
        listed: FxHashSet::default(),
        made: Vec::new(),
    };
    groups.terms();
    groups.sections();
    groups.home(pages);
    map([("groups", Value::from(groups.made))])
}

/// The groups of the list so far.
struct Groups<'s> {
    site: &'s Site,
    language: LanguageId,
    /// The pages that the search can find.
    found: FxHashSet<PageId>,
    /// The pages that are in a group.
    listed: FxHashSet<PageId>,
    made: Vec<Value>,
}

impl Groups<'_> {
    /// Adds a group for each term of the taxonomy that the theme names.
    fn terms(&mut self) {
        let site = self.site;
        let theme = site.theme_of("", self.language);
        let taxonomy = theme.and_then(|theme| site.taxonomy_of(theme.search_taxonomy()?));
        let Some(taxonomy) = taxonomy else {
            return;
        };
        for (id, term) in terms_in_order(site, taxonomy, self.language) {
            let pages: Vec<PageId> = self.versions(&term.pages).collect();
            self.listed
                .extend(pages.iter().copied().chain(term.page));
            self.made
                .extend(group(site, Subject::Term(id), &pages));
        }
    }

    /// Adds a group for each section except the home page's, with the pages that have no term.
    fn sections(&mut self) {
        let (site, language) = (self.site, self.language);
        let sections = site.sections(language);
        for (folder, section) in sections.filter(|(folder, _)| !folder.is_empty()) {
            let subject = match site.taxonomy_of(folder) {
                Some(taxonomy) => Subject::Taxonomy(taxonomy, language),
                None => Subject::Section(folder, language),
            };
            let pages = self.unlisted(section);
            self.made
                .extend(group(site, subject, &pages));
        }
    }

    /// Adds the home page's group: its own pages, and those that no section lists, such as the
    /// pages of terms.
    fn home(&mut self, pages: &[PageId]) {
        let Some(section) = self.site.section("", self.language) else {
            return;
        };
        let mut rest = self.unlisted(section);
        let others = pages
            .iter()
            .filter(|page| !self.listed.contains(page));
        rest.extend(others.copied());
        let home = Arc::from("");
        let subject = Subject::Section(&home, self.language);
        self.made
            .extend(group(self.site, subject, &rest));
    }

    /// Takes the pages of a section that are in no group yet.
    fn unlisted(&mut self, section: &Section) -> Vec<PageId> {
        let pages = self.versions(&section.pages);
        let pages: Vec<PageId> = pages
            .filter(|page| !self.listed.contains(page))
            .collect();
        self.listed.extend(
            pages
                .iter()
                .copied()
                .chain(section.index),
        );
        pages
    }

    /// Returns the pages that can be found, each followed by its plain-reading version.
    fn versions(&self, pages: &[PageId]) -> impl Iterator<Item = PageId> {
        let both = pages
            .iter()
            .flat_map(|page| [Some(*page), self.plain(*page)]);
        both.flatten()
            .filter(|page| self.found.contains(page))
    }

    /// Returns the plain-reading version of a page, unless the page is one itself.
    fn plain(&self, page: PageId) -> Option<PageId> {
        let variant = self.site.pages[page].variant();
        let plain = Variant {
            easy: true,
            ..variant
        };
        (!variant.easy)
            .then(|| self.site.version(page, plain))
            .flatten()
    }
}

fn group(site: &Site, subject: Subject<'_>, pages: &[PageId]) -> Option<Value> {
    if pages.is_empty() {
        return None;
    }
    let page = |page: &PageId| {
        let page = &site.pages[*page];
        map([
            ("title", text(&page.entry.title)),
            ("path", text(&site.link_to(&page.route))),
        ])
    };
    Some(map([
        ("title", text(&subject.title(site))),
        ("path", text(&subject.path(site))),
        (
            "pages",
            Value::from(
                pages
                    .iter()
                    .take(MOST_IN_GROUP)
                    .map(page)
                    .collect::<Vec<Value>>(),
            ),
        ),
        ("more", Value::from(pages.len() > MOST_IN_GROUP)),
    ]))
}
