//! Where the pages of the site lead.

use std::collections::{BTreeMap, BTreeSet};

use crate::built::Built;
use crate::html::{between, language_of, links, main_of};

type Pages = BTreeMap<String, String>;

const LANGUAGES: [&str; 3] = ["cs", "en", "uk"];

const MENU: (&str, &str) = ("<nav class=\"menu", "</nav>");
const FOOTER: (&str, &str) = ("<footer", "</footer>");

/// The address of the home page of a language.
fn home_of(language: &str) -> &'static str {
    match language {
        "en" => "en/",
        "uk" => "uk/",
        _ => "",
    }
}

/// The address of the accessibility statement in a language.
fn statement_of(language: &str) -> &'static str {
    match language {
        "en" => "en/accessibility-statement/",
        "uk" => "uk/zaiava-pro-dostupnist/",
        _ => "prohlaseni-o-pristupnosti/",
    }
}

/// The pages linked from the main part of a page.
fn ways(pages: &Pages, page: &str) -> BTreeSet<String> {
    let targets = links(main_of(&pages[page]), page)
        .into_iter()
        .map(|(target, _)| target);
    targets
        .filter(|target| pages.contains_key(target))
        .collect()
}

#[test]
fn every_page_leads_to_the_accessibility_statement() {
    let pages = Built::own().pages();
    for language in LANGUAGES {
        assert!(
            pages.contains_key(statement_of(language)),
            "{language} has no statement"
        );
    }
    for (address, html) in &pages {
        let statement = statement_of(language_of(html));
        let footer = links(between(html, FOOTER), address);
        assert!(
            footer
                .iter()
                .any(|(target, _)| target == statement),
            "{address} does not lead to {statement}"
        );
    }
}

/// The parts of a page, in order.
const LANDMARKS: [&str; 8] = [
    "skip-link",
    "class=\"brand",
    "class=\"search",
    "class=\"languages",
    "class=\"menu",
    "class=\"breadcrumbs",
    "<main",
    "<footer",
];

#[test]
fn menus_and_links_to_help_come_in_the_same_order_on_every_page() {
    let pages = Built::filled().pages();
    let mut wrong = Vec::new();
    for (address, html) in &pages {
        let home = home_of(language_of(html));
        for part in [MENU, FOOTER] {
            if links(between(html, part), address) != links(between(&pages[home], part), home) {
                wrong.push(format!("{address}: other links in {}", part.0));
            }
        }
        let found = LANDMARKS
            .iter()
            .filter_map(|landmark| html.find(landmark));
        let places: Vec<usize> = found.collect();
        if !places.is_sorted() || places.len() < LANDMARKS.len() - 1 {
            wrong.push(format!("{address}: parts in another order"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_footer_leads_to_help() {
    let footer = links(between(&Built::filled().pages()[""], FOOTER), "");
    let contacts = ["mailto:web@pakt.test", "mailto:pristupnost@pakt.test"];
    for way in ["kontakt/", statement_of("cs")]
        .into_iter()
        .chain(contacts)
    {
        assert!(
            footer
                .iter()
                .any(|(target, _)| target == way),
            "no link to {way}"
        );
    }
}

/// The most clicks from the home page to a next step, in the door's language.
const MOST_CLICKS: usize = 3;

/// What a reader can act on: numbered steps, or official contacts.
const NEXT_STEPS: [&str; 2] = ["class=\"steps\"", "class=\"official\""];

fn is_next_step(html: &str) -> bool {
    NEXT_STEPS
        .iter()
        .any(|step| main_of(html).contains(step))
}

/// Returns whether a door, one click away, leads to a next step within the limit.
fn leads_on(pages: &Pages, door: &str) -> bool {
    let language = language_of(&pages[door]);
    let mut reached = BTreeSet::from([door.to_owned()]);
    for _ in 1..MOST_CLICKS {
        let further: Vec<String> = reached
            .iter()
            .flat_map(|page| ways(pages, page))
            .collect();
        reached.extend(
            further
                .into_iter()
                .filter(|page| language_of(&pages[page]) == language),
        );
    }
    reached
        .iter()
        .any(|page| is_next_step(&pages[page]))
}

#[test]
fn every_door_of_the_home_pages_leads_to_a_next_step_in_three_clicks() {
    let pages = Built::own().pages();
    for home in LANGUAGES.map(home_of) {
        let doors = ways(&pages, home);
        assert!(doors.len() > 5, "{home} has {} doors", doors.len());
        let far: Vec<&String> = doors
            .iter()
            .filter(|door| !leads_on(&pages, door))
            .collect();
        assert_eq!(far, Vec::<&String>::new());
    }
}

/// The search pages and their languages.
const SEARCHES: [(&str, &str); 3] = [
    ("hledani/", "cs"),
    ("en/search/", "en"),
    ("uk/poshuk/", "uk"),
];

#[test]
fn the_search_page_leads_to_every_page_of_its_language() {
    let pages = Built::own().pages();
    for (search, language) in SEARCHES {
        let listed: BTreeSet<String> = links(&pages[search], search)
            .into_iter()
            .map(|(target, _)| target)
            .collect();
        let all = pages
            .iter()
            .filter(|(_, html)| language_of(html) == language);
        let others = all
            .map(|(address, _)| address)
            .filter(|address| *address != search);
        let missing: Vec<&String> = others
            .filter(|address| !listed.contains(*address))
            .collect();
        assert_eq!(missing, Vec::<&String>::new());
    }
}
