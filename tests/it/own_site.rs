//! The site of this repository: the items of the pact's document, plain sentences, and what every
//! page leads to.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{TestSite, day_of_review, file};
use pakt::document::Part;
use pakt::files;
use pakt::language::{easy_slug, words};
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

/// The same with words that stand in for those of its operator.
fn filled_site() -> TestSite {
    let words = [
        ("operator", "Zkušební provozovatel"),
        ("email", "web@pakt.test"),
        ("accessibility_contact", "pristupnost@pakt.test"),
    ];
    let settings = words.iter().fold(
        include_str!("../../site.yaml").to_owned(),
        |settings, (key, value)| {
            settings.replace(
                &format!("\n  {key}: \"\""),
                &format!("\n  {key}: \"{value}\""),
            )
        },
    );
    let mut site = own_site();
    site.apply(vec![Change::Present(file("site.yaml", settings))]);
    site
}

/// The pages that people read, by their addresses: that of the home page is empty, others end with
/// a slash.
fn pages(site: &TestSite) -> BTreeMap<String, String> {
    let routes = site
        .snapshot
        .renderer
        .site()
        .routes
        .iter()
        .map(|(route, _)| route.as_str());
    let pages = routes.filter_map(|route| {
        route
            .strip_suffix("index.html")
            .map(|address| (address.to_owned(), site.text(route)))
    });
    pages
        .filter(|(_, html)| !html.contains("http-equiv=\"refresh\""))
        .collect()
}

/// The address of the home page of a language.
fn home_of(language: &str) -> &'static str {
    match language {
        "en" => "en/",
        "uk" => "uk/",
        _ => "",
    }
}

fn language_of(html: &str) -> &str {
    between(html, ("<html lang=\"", "\""))
}

/// What stands between two marks, the first time.
fn between<'h>(html: &'h str, (start, end): (&str, &str)) -> &'h str {
    let rest = html.split_once(start).map_or("", |(_, rest)| rest);
    rest.split_once(end).map_or(rest, |(part, _)| part)
}

/// Where the links of a page's part lead, without anchors, and what they say.
fn links(html: &str, page: &str) -> Vec<(String, String)> {
    let links = html.split("<a ").skip(1).map(|link| {
        (
            between(link, ("href=\"", "\"")),
            between(link, (">", "</a>")),
        )
    });
    links
        .map(|(to, text)| (address(page, to), plain(text)))
        .collect()
}

/// The address that a link leads to from a page; those of other sites stay as they are.
fn address(page: &str, to: &str) -> String {
    let to = to.split('#').next().unwrap_or_default();
    if to.contains(':') {
        return to.to_owned();
    }
    let mut folders: Vec<&str> = page.split_terminator('/').collect();
    for part in to.split_terminator('/') {
        match part {
            "." => {}
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    folders.iter().map(|folder| format!("{folder}/")).collect()
}

/// The pages that the main text of a page leads to.
fn ways(pages: &BTreeMap<String, String>, page: &str) -> impl Iterator<Item = String> {
    let main = between(&pages[page], ("<main", "</main>"));
    links(main, page)
        .into_iter()
        .map(|(to, _)| to)
        .filter(|to| pages.contains_key(to))
}

fn is_next_step(html: &str) -> bool {
    let main = between(html, ("<main", "</main>"));
    NEXT_STEPS.iter().any(|step| main.contains(step))
}

#[test]
fn every_item_of_the_document_is_on_its_page() {
    let site = own_site();
    let items: Vec<Item> =
        serde_yaml::from_str(include_str!("../site/items.yaml")).expect("a list of items");
    let mut missing = Vec::new();
    for item in &items {
        let renderer = &site.snapshot.renderer;
        let page = renderer
            .site()
            .page_of(&format!("content/{}", item.page))
            .unwrap_or_else(|| panic!("no page {}", item.page));
        let html = site.text(renderer.site().pages[page].route.as_str());
        if !plain(&html).contains(&plain(&item.find)) {
            missing.push(format!("{}: {}", item.page, item.item));
        }
    }
    assert!(
        items.len() >= 45,
        "the document has more items than {}",
        items.len()
    );
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_own_site_has_no_errors() {
    let site = own_site();
    assert_eq!(
        site.findings()
            .into_iter()
            .filter(pakt::diagnostic::Diagnostic::is_error)
            .collect::<Vec<_>>(),
        []
    );
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
    let routes: Vec<&str> = renderer
        .site()
        .routes
        .iter()
        .map(|(route, _)| route.as_str())
        .collect();
    for language in ["cs", "en", "uk"] {
        assert!(
            routes.contains(&format!("{}index.html", statement(language)).as_str()),
            "{}",
            statement(language)
        );
    }
    for route in routes.iter().filter(|route| route.ends_with("index.html")) {
        let html = site.text(route);
        let Some(footer) = html
            .split("<footer")
            .last()
            .filter(|_| html.contains("<footer"))
        else {
            assert!(
                html.contains("http-equiv=\"refresh\""),
                "{route} has no footer"
            );
            continue;
        };
        let language = html
            .split("<html lang=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default();
        assert!(
            footer.contains(&format!("{}\"", statement(language))),
            "{route} does not lead to the statement"
        );
    }
}

#[test]
fn menus_and_ways_to_help_come_in_the_same_order_on_every_page() {
    let site = filled_site();
    let pages = pages(&site);
    let mut wrong = Vec::new();
    for (address, html) in &pages {
        let home = &pages[home_of(language_of(html))];
        for part in [("<nav class=\"menu", "</nav>"), ("<footer", "</footer>")] {
            if links(between(html, part), address)
                != links(between(home, part), home_of(language_of(html)))
            {
                wrong.push(format!("{address}: other links in {}", part.0));
            }
        }
        let landmarks = [
            "skip-link",
            "class=\"brand",
            "class=\"search",
            "class=\"languages",
            "class=\"menu",
            "class=\"breadcrumbs",
            "<main",
            "<footer",
        ];
        let places: Vec<usize> = landmarks
            .iter()
            .filter_map(|landmark| html.find(landmark))
            .collect();
        if !places.is_sorted() || places.len() < 7 {
            wrong.push(format!("{address}: parts in another order"));
        }
    }
    let help = links(between(&pages[""], ("<footer", "</footer>")), "");
    for way in [
        "kontakt/",
        "prohlaseni-o-pristupnosti/",
        "mailto:web@pakt.test",
        "mailto:pristupnost@pakt.test",
    ] {
        assert!(
            help.iter().any(|(to, _)| to == way),
            "the footer does not lead to {way}"
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The most clicks from the home page to a next step, in the language of the door.
const MOST_CLICKS: usize = 3;

/// What a reader can act on: numbered steps, or official places to turn to.
const NEXT_STEPS: [&str; 2] = ["class=\"steps\"", "class=\"official\""];

#[test]
fn every_door_of_the_home_pages_leads_to_a_next_step_in_three_clicks() {
    let site = own_site();
    let pages = pages(&site);
    let mut far = Vec::new();
    for home in ["cs", "en", "uk"].map(home_of) {
        let doors: BTreeSet<String> = ways(&pages, home).collect();
        assert!(doors.len() > 5, "{home} has {} doors", doors.len());
        for door in doors {
            let mut reached = BTreeSet::from([door.clone()]);
            let mut clicks = 1;
            while !reached.iter().any(|address| is_next_step(&pages[address]))
                && clicks < MOST_CLICKS
            {
                let further: Vec<String> = reached
                    .iter()
                    .flat_map(|address| ways(&pages, address))
                    .collect();
                reached.extend(
                    further
                        .into_iter()
                        .filter(|to| language_of(&pages[to]) == language_of(&pages[&door])),
                );
                clicks += 1;
            }
            println!("{clicks} clicks by {door}");
            if !reached.iter().any(|address| is_next_step(&pages[address])) {
                far.push(door);
            }
        }
    }
    assert_eq!(far, Vec::<String>::new());
}

#[test]
fn the_search_page_leads_to_every_page_of_its_language() {
    let site = own_site();
    let pages = pages(&site);
    for (search, language) in [
        ("hledani/", "cs"),
        ("en/search/", "en"),
        ("uk/poshuk/", "uk"),
    ] {
        let listed: BTreeSet<String> = links(&pages[search], search)
            .into_iter()
            .map(|(to, _)| to)
            .collect();
        let there = pages
            .iter()
            .filter(|(address, html)| language_of(html) == language && *address != search);
        let missing: Vec<&String> = there
            .map(|(address, _)| address)
            .filter(|address| !listed.contains(*address))
            .collect();
        assert_eq!(missing, Vec::<&String>::new());
    }
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
    let copy: serde_json::Value =
        serde_json::from_str(&site.text("accessibility.json")).expect("JSON");
    for (path, _) in STATEMENTS {
        let url = format!("https://pakt.example/{path}");
        assert!(
            copy["stranky"]
                .as_object()
                .expect("a map")
                .values()
                .any(|page| *page == *url),
            "{url}"
        );
        let html = site.text(&format!("{path}index.html"));
        let up = "../".repeat(path.matches('/').count());
        assert!(
            html.contains("<link rel=\"alternate\" type=\"application/json\" title=\""),
            "{path} names the copy in its head"
        );
        assert!(
            html.contains(&format!("<a href=\"{up}accessibility.json\"")),
            "{path} leads to the copy"
        );
    }
    let data: serde_json::Value =
        serde_yaml::from_str(include_str!("../../data/accessibility.yaml")).expect("YAML");
    for key in [
        "predpis",
        "rozsah",
        "stav",
        "vypracovano",
        "revize",
        "metoda",
        "metoda_popis",
    ] {
        assert_eq!(copy[key], data[key], "{key}");
    }
    for key in ["popis", "sc", "duvod", "alternativa", "en", "uk"] {
        assert_eq!(
            copy["nepristupny_obsah"][0][key], data["nepristupny_obsah"][0][key],
            "{key}"
        );
    }
}

/// The folders of guides, and a word of the sentence that says that a guide does not bind (its end
/// in each language).
const GUIDES: [(&str, &str); 3] = [
    ("pripravenost/", "ávazné"),
    ("en/guides/", "binding"),
    ("uk/porady/", "обов’язков"),
];

/// What a guide consists of: how long it takes, what to bring, what to do, where to ask.
const GUIDE_PARTS: [&str; 4] = [
    "class=\"time\"",
    "class=\"checklist\"",
    "class=\"steps\"",
    "class=\"official\"",
];

#[test]
fn guides_have_all_their_parts() {
    let site = own_site();
    let pages = pages(&site);
    for (folder, binding) in GUIDES {
        let guides: Vec<_> = pages
            .iter()
            .filter(|(address, _)| address.starts_with(folder) && *address != folder)
            .collect();
        assert!(guides.len() >= 14, "{folder} has {} guides", guides.len());
        for (address, html) in guides {
            let main = between(html, ("<main", "</main>"));
            for part in GUIDE_PARTS {
                assert!(main.contains(part), "{address} has no {part}");
            }
            let after_places = main.rsplit("class=\"official\"").next().unwrap_or_default();
            assert!(
                between(after_places, ("</section>", "class=\"page-end\"")).contains(binding),
                "{address} does not say that it does not bind"
            );
            // A plainer version leads to its page, which leads to the groups and priorities.
            let is_plain = ["cs", "en", "uk"]
                .iter()
                .any(|code| address.ends_with(&format!("/{}/", easy_slug(code))));
            assert_eq!(
                main.contains("class=\"terms\""),
                !is_plain,
                "{address}: the groups and priorities"
            );
        }
    }
}

/// The longest average sentence of a guide, in words: what people read at once (plain language, as
/// the site's own rule).
const LONGEST_AVERAGE: f64 = 15.0;

#[test]
fn guides_are_written_in_short_sentences() {
    let site = own_site();
    let renderer = &site.snapshot.renderer;
    let mut guides = 0;
    for (index, page) in renderer
        .site()
        .pages
        .with_ids()
        .filter(|(_, page)| page.entry.path().starts_with("pripravenost/"))
    {
        let mut text = String::new();
        for part in renderer.document(index).prose() {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Break | Part::Heading => text.push_str(".\n"),
            }
        }
        let sentences: Vec<usize> = text
            .split_inclusive(['.', '!', '?'])
            .map(|sentence| words(sentence).count())
            .filter(|count| *count > 0)
            .collect();
        let total: usize = sentences.iter().sum();
        let average = total as f64 / sentences.len() as f64;
        // LIX (Björnsson): the average sentence, and the share of words of more than six letters in
        // percent. Below 40 is easy.
        let long = words(&text).filter(|word| word.chars().count() > 6).count();
        let lix = average + 100.0 * long as f64 / total as f64;
        println!(
            "{:<55} {average:5.1} words a sentence, LIX {lix:4.1}",
            page.entry.path()
        );
        assert!(
            total > 30 && average <= LONGEST_AVERAGE,
            "{}: {average:.1} words a sentence",
            page.entry.path()
        );
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
