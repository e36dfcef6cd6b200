//! What templates see of the search: where it is, and everything that it finds, in its place.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use tera::Value;

use super::terms::terms_in_order;
use super::{Subject, map, text};
use crate::config::LanguageId;
use crate::document::Variant;
use crate::site::{PageId, SEARCH_FOLDER, Site};

/// How many pages a group of the list names; a longer one leads to the page that lists them all.
const MOST_IN_GROUP: usize = 100;

/// Makes `site.search`: where the page and the files of the index are; none if the language has no
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

/// Makes `search`: every page that is found, by the terms of the taxonomy that the theme names, then
/// by sections where a page has none; a page's plain-reading version comes right after it.
pub(super) fn value(site: &Site, language: LanguageId) -> Value {
    let pages = site
        .search(language)
        .map_or(&[][..], |search| &search.pages);
    let found: FxHashSet<PageId> = pages.iter().copied().collect();
    let both = |page: PageId| {
        let variant = site.pages[page].entry.position.variant;
        let plain = if variant.easy {
            None
        } else {
            site.version(
                page,
                Variant {
                    easy: true,
                    ..variant
                },
            )
        };
        [Some(page), plain]
            .into_iter()
            .flatten()
            .filter(|page| found.contains(page))
    };
    let mut listed: FxHashSet<PageId> = FxHashSet::default();
    let mut groups = Vec::new();
    let taxonomy = site
        .theme_of("", language)
        .and_then(|theme| site.taxonomy_of(theme.search_taxonomy()?));
    if let Some(taxonomy) = taxonomy {
        for (id, term) in terms_in_order(site, taxonomy, language) {
            let pages: Vec<PageId> = term.pages.iter().copied().flat_map(both).collect();
            listed.extend(pages.iter().copied().chain(term.page));
            groups.extend(group(site, Subject::Term(id), &pages));
        }
    }
    for (folder, section) in site
        .sections(language)
        .filter(|(folder, _)| !folder.is_empty())
    {
        let subject = match site.taxonomy_of(folder) {
            Some(taxonomy) => Subject::Taxonomy(taxonomy, language),
            None => Subject::Section(folder, language),
        };
        let rest: Vec<PageId> = section
            .pages
            .iter()
            .copied()
            .flat_map(both)
            .filter(|page| !listed.contains(page))
            .collect();
        listed.extend(rest.iter().copied().chain(section.index));
        groups.extend(group(site, subject, &rest));
    }
    // The home page's own, and what no section lists: hubs of a taxonomy.
    if let Some(section) = site.section("", language) {
        let own: Vec<PageId> = section
            .pages
            .iter()
            .copied()
            .flat_map(both)
            .filter(|page| !listed.contains(page))
            .collect();
        listed.extend(own.iter().copied().chain(section.index));
        let others = pages.iter().copied().filter(|page| !listed.contains(page));
        let rest: Vec<PageId> = own.iter().copied().chain(others).collect();
        groups.extend(group(
            site,
            Subject::Section(&Arc::from(""), language),
            &rest,
        ));
    }
    map([("groups", Value::from(groups))])
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
