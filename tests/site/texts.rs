//! The texts of the site: the items of the pact's document, the accessibility statement, the parts
//! of a guide, plain sentences.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use crate::built::{Built, repository, yaml};
use crate::html::{between, main_of, plain, sentences};

/// One item of the document.
#[derive(Deserialize)]
struct Item {
    item: String,
    page: String,
    find: String,
}

#[test]
fn every_item_of_the_document_is_on_its_page() {
    let items: Vec<Item> = yaml("tests/site/items.yaml");
    assert!(
        items.len() >= 45,
        "the document has more items than {}",
        items.len()
    );
    let mains = Built::own().mains("");
    let is_missing = |item: &&Item| {
        let main = mains
            .get(&item.page)
            .unwrap_or_else(|| panic!("no page {}", item.page));
        !plain(main).contains(&plain(&item.find))
    };
    let missing = items.iter().filter(is_missing);
    let missing: Vec<_> = missing
        .map(|item| format!("{}: {}", item.page, item.item))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// The pages of the accessibility statement, and its headings in the order of the model statement
/// (Implementing Decision (EU) 2018/1523).
const STATEMENTS: [(&str, [&str; 6]); 3] = [
    (
        "prohlaseni-o-pristupnosti/",
        [
            "Prohlášení o přístupnosti",
            "Stav souladu",
            "Nepřístupný obsah",
            "Vypracování tohoto prohlášení",
            "Zpětná vazba a kontaktní údaje",
            "Postup pro prosazování práva",
        ],
    ),
    (
        "en/accessibility-statement/",
        [
            "Accessibility statement",
            "Compliance status",
            "Content that is not accessible",
            "Preparation of this statement",
            "Feedback and contact information",
            "Enforcement procedure",
        ],
    ),
    (
        "uk/zaiava-pro-dostupnist/",
        [
            "Заява про доступність",
            "Стан відповідності",
            "Недоступний вміст",
            "Підготовка цієї заяви",
            "Зворотний зв’язок і контакти",
            "Порядок захисту прав",
        ],
    ),
];

/// The headings of a part of a page.
fn headings(html: &str) -> Vec<String> {
    let is_heading = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
    let headings = html
        .split("<h")
        .skip(1)
        .filter(is_heading);
    headings
        .map(|rest| plain(between(rest, (">", "</h"))))
        .collect()
}

#[test]
fn the_statement_has_the_headings_of_the_model_in_its_order() {
    let pages = Built::own().pages();
    for (address, wanted) in STATEMENTS {
        assert_eq!(headings(main_of(&pages[address])), wanted, "{address}");
    }
}

#[test]
fn the_statement_links_to_its_machine_readable_copy() {
    let (site, pages) = (Built::own(), Built::own().pages());
    let copy: Value = serde_json::from_str(&site.text("accessibility.json")).expect("JSON");
    let addresses = copy["stranky"]
        .as_object()
        .expect("a map");
    for (address, _) in STATEMENTS {
        let url = format!("https://pakt.example/{address}");
        assert!(
            addresses
                .values()
                .any(|other| *other == *url),
            "{url}"
        );
        let up = "../".repeat(address.matches('/').count());
        let in_head = "<link rel=\"alternate\" type=\"application/json\" title=\"";
        let in_text = format!("<a href=\"{up}accessibility.json\"");
        for link in [in_head, &in_text] {
            assert!(pages[address].contains(link), "{address} has no {link}");
        }
    }
}

#[test]
fn the_machine_readable_copy_matches_the_file() {
    const KEYS: [&str; 7] = [
        "predpis",
        "rozsah",
        "stav",
        "vypracovano",
        "revize",
        "metoda",
        "metoda_popis",
    ];
    const KEYS_OF_PART: [&str; 6] = ["popis", "sc", "duvod", "alternativa", "en", "uk"];
    let copy: Value = serde_json::from_str(&Built::own().text("accessibility.json")).expect("JSON");
    let data: Value = yaml("data/accessibility.yaml");
    for key in KEYS {
        assert_eq!(copy[key], data[key], "{key}");
    }
    for key in KEYS_OF_PART {
        let part = |value: &Value| value["nepristupny_obsah"][0][key].clone();
        assert_eq!(part(&copy), part(&data), "{key}");
    }
}

/// The folders of guides, and how the sentence that a guide is not binding ends in each language.
const GUIDES: [(&str, &str); 3] = [
    ("pripravenost/", "ávazné"),
    ("en/guides/", "binding"),
    ("uk/porady/", "обов’язков"),
];

/// The parts of a guide: how long it takes, what to bring, what to do, where to ask.
const GUIDE_PARTS: [&str; 4] = [
    "class=\"time\"",
    "class=\"checklist\"",
    "class=\"steps\"",
    "class=\"official\"",
];

/// The addresses of plainer versions end with one of these.
const PLAINER: [&str; 3] = ["/jednoduse/", "/plain-language/", "/prostoiu-movoiu/"];

#[test]
fn guides_have_all_their_parts() {
    let pages = Built::own().pages();
    for (folder, binding) in GUIDES {
        let is_guide = |address: &str| address.starts_with(folder) && address != folder;
        let guides = pages
            .iter()
            .filter(|(address, _)| is_guide(address));
        let guides: BTreeMap<_, _> = guides.collect();
        assert!(guides.len() >= 14, "{folder} has {} guides", guides.len());
        for (address, html) in guides {
            check_guide(address, main_of(html), binding);
        }
    }
}

fn check_guide(address: &str, main: &str, binding: &str) {
    for part in GUIDE_PARTS {
        assert!(main.contains(part), "{address} has no {part}");
    }
    let after_places = main
        .rsplit("class=\"official\"")
        .next()
        .unwrap_or_default();
    let end = between(after_places, ("</section>", "class=\"page-end\""));
    assert!(
        end.contains(binding),
        "{address} does not say that it is not binding"
    );
    // A plainer version leads to its page, which leads to the groups and priorities.
    let is_plainer = PLAINER
        .iter()
        .any(|end| address.ends_with(end));
    let has_terms = main.contains("class=\"terms\"");
    assert_eq!(
        has_terms, !is_plainer,
        "{address}: the groups and priorities"
    );
}

/// The longest average sentence of a guide, in words (the site's own rule for plain language).
const LONGEST_AVERAGE: f64 = 15.0;

/// The most letters of a short word, for LIX (Björnsson).
const SHORT_WORD: usize = 6;

#[test]
fn guides_are_written_in_short_sentences() {
    let guides = Built::own().mains("pripravenost/");
    assert!(
        guides.len() > 20,
        "there are more guides than {}",
        guides.len()
    );
    for (source, main) in guides {
        let text = between(&main, ("<div class=\"prose\"", "class=\"page-end\""));
        let sentences = sentences(text);
        let words: Vec<&String> = sentences.iter().flatten().collect();
        let average = words.len() as f64 / sentences.len() as f64;
        let long = words
            .iter()
            .filter(|word| word.chars().count() > SHORT_WORD)
            .count();
        // The average sentence length plus the percentage of long words; below 40 is easy.
        let lix = average + 100.0 * long as f64 / words.len() as f64;
        println!("{source:<55} {average:5.1} words a sentence, LIX {lix:4.1}");
        assert!(
            words.len() > 30 && average <= LONGEST_AVERAGE,
            "{source}: {average:.1} words a sentence"
        );
    }
}

/// The languages in which the search is tested, and the fewest queries in each.
const QUERIES: [(&str, usize); 3] = [("cs", 120), ("en", 30), ("uk", 30)];

#[test]
fn the_queries_of_the_quality_test_name_pages() {
    let queries: BTreeMap<String, Vec<Vec<String>>> = yaml("tests/search/queries.yaml");
    for (language, least) in QUERIES {
        let queries = &queries[language];
        let asked: BTreeSet<&String> = queries
            .iter()
            .filter_map(|query| query.first())
            .collect();
        assert!(asked.len() >= least, "{language}: {}", asked.len());
        assert_eq!(
            asked.len(),
            queries.len(),
            "{language}: a query is listed twice"
        );
        for query in queries {
            assert!(query.len() > 1, "{query:?} names no page");
            for page in &query[1..] {
                let path = repository()
                    .join("content")
                    .join(page);
                assert!(path.exists(), "{query:?}: no page {page}");
            }
        }
    }
}
