//! The pact's document on the site: each of its items stands on the page that carries it.

use crate::support::{TestSite, day_of_review};
use pakt::files;
use pakt::project::{Change, Project};
use pakt::site::Mode;

/// One item of the document.
#[derive(serde::Deserialize)]
struct Item {
    item: String,
    page: String,
    find: String,
}

/// The repository's own site.
fn own_site() -> TestSite {
    let sources = files::scan(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut project = Project::new(Mode::default(), day_of_review());
    let snapshot = project.apply(sources.into_iter().map(Change::Present).collect());
    TestSite { project, snapshot }
}

#[test]
fn every_item_of_the_document_is_on_its_page() {
    let site = own_site();
    let items: Vec<Item> = serde_yaml::from_str(include_str!("../site/items.yaml")).expect("a list of items");
    let mut missing = Vec::new();
    for item in &items {
        let renderer = &site.snapshot.renderer;
        let page = renderer.site().page_of(&format!("content/{}", item.page)).unwrap_or_else(|| panic!("no page {}", item.page));
        let html = site.text(renderer.site().pages[page].route.as_str());
        if !plain(&html).contains(&plain(&item.find)) {
            missing.push(format!("{}: {}", item.page, item.item));
        }
    }
    assert!(items.len() >= 45, "the document has more items than {}", items.len());
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_own_site_has_no_errors() {
    let site = own_site();
    assert_eq!(site.findings().into_iter().filter(pakt::diagnostic::Diagnostic::is_error).collect::<Vec<_>>(), []);
}

/// The text that a reader sees, with plain spaces.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if in_tag => {}
            '\u{a0}' => text.push(' '),
            c => text.push(c),
        }
    }
    let text = text.replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
