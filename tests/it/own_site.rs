//! The site of this repository: the items of the pact's document, plain sentences, and what every page leads to.

use crate::support::{TestSite, day_of_review};
use pakt::document::Part;
use pakt::files;
use pakt::language::words;
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

#[test]
fn every_page_leads_to_the_accessibility_statement() {
    let site = own_site();
    let renderer = &site.snapshot.renderer;
    let statement = |language: &str| match language {
        "en" => "en/accessibility-statement/",
        "uk" => "uk/zaiava-pro-dostupnist/",
        _ => "prohlaseni-o-pristupnosti/",
    };
    let routes: Vec<&str> = renderer.site().routes.iter().map(|(route, _)| route.as_str()).collect();
    for language in ["cs", "en", "uk"] {
        assert!(routes.contains(&format!("{}index.html", statement(language)).as_str()), "{}", statement(language));
    }
    for route in routes.iter().filter(|route| route.ends_with("index.html")) {
        let html = site.text(route);
        let Some(footer) = html.split("<footer").last().filter(|_| html.contains("<footer")) else {
            assert!(html.contains("http-equiv=\"refresh\""), "{route} has no footer");
            continue;
        };
        let language = html.split("<html lang=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        assert!(footer.contains(&format!("{}\"", statement(language))), "{route} does not lead to the statement");
    }
}

/// The pages of the accessibility statement, and its headings in the order of the model statement (Implementing Decision (EU) 2018/1523).
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

#[test]
fn the_statement_has_the_headings_of_the_model_in_its_order() {
    let site = own_site();
    for (path, wanted) in STATEMENTS {
        let main = site.main(&format!("{path}index.html"));
        let headings: Vec<String> = main
            .split("<h")
            .skip(1)
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            .map(|rest| {
                let heading = rest.split("</h").next().unwrap_or_default();
                plain(&format!("<h{heading}"))
            })
            .collect();
        assert_eq!(headings, wanted, "{path}");
    }
}

#[test]
fn machines_can_read_the_statement() {
    let site = own_site();
    let copy: serde_json::Value = serde_json::from_str(&site.text("accessibility.json")).expect("JSON");
    for (path, _) in STATEMENTS {
        let url = format!("https://pakt.example/{path}");
        assert!(copy["stranky"].as_object().expect("a map").values().any(|page| *page == *url), "{url}");
        let html = site.text(&format!("{path}index.html"));
        let up = "../".repeat(path.matches('/').count());
        assert!(html.contains("<link rel=\"alternate\" type=\"application/json\" title=\""), "{path} names the copy in its head");
        assert!(html.contains(&format!("<a href=\"{up}accessibility.json\"")), "{path} leads to the copy");
    }
    let data: serde_json::Value = serde_yaml::from_str(include_str!("../../data/accessibility.yaml")).expect("YAML");
    for key in ["predpis", "rozsah", "stav", "vypracovano", "revize", "metoda", "metoda_popis"] {
        assert_eq!(copy[key], data[key], "{key}");
    }
    for key in ["popis", "sc", "duvod", "alternativa", "en", "uk"] {
        assert_eq!(copy["nepristupny_obsah"][0][key], data["nepristupny_obsah"][0][key], "{key}");
    }
}

/// The longest average sentence of a guide, in words: what people read at once (plain language, as the site's own rule).
const LONGEST_AVERAGE: f64 = 15.0;

#[test]
fn guides_are_written_in_short_sentences() {
    let site = own_site();
    let renderer = &site.snapshot.renderer;
    let mut guides = 0;
    for (index, page) in renderer.site().pages.iter().enumerate().filter(|(_, page)| page.entry.path().starts_with("pripravenost/")) {
        let mut text = String::new();
        for part in renderer.document(index).prose() {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Break | Part::Heading => text.push_str(".\n"),
            }
        }
        let sentences: Vec<usize> =
            text.split_inclusive(['.', '!', '?']).map(|sentence| words(sentence).count()).filter(|count| *count > 0).collect();
        let total: usize = sentences.iter().sum();
        let average = total as f64 / sentences.len() as f64;
        // LIX (Björnsson): the average sentence, and the share of words of more than six letters in percent. Below 40 is easy.
        let long = words(&text).filter(|word| word.chars().count() > 6).count();
        let lix = average + 100.0 * long as f64 / total as f64;
        println!("{:<55} {average:5.1} words a sentence, LIX {lix:4.1}", page.entry.path());
        assert!(total > 30 && average <= LONGEST_AVERAGE, "{}: {average:.1} words a sentence", page.entry.path());
        guides += 1;
    }
    assert!(guides > 20, "there are more guides than {guides}");
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
