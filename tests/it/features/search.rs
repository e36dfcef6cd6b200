//! The search: the contents and files of its index, and what changes them.

use std::collections::BTreeMap;

use pakt::project::Change;
use pakt::site::{Mode, Recipe};

use crate::support::{TestSite, file};

/// The files of the index by their routes.
fn index(site: &TestSite) -> BTreeMap<String, String> {
    let renderer = &site.snapshot.renderer;
    let routes = renderer
        .site()
        .routes
        .iter()
        .filter(|(_, recipe)| matches!(recipe, Recipe::Search { .. }));
    routes
        .map(|(route, _)| (route.to_string(), site.text(route.as_str())))
        .collect()
}

/// The index lines of all words of a language, as the script reads them.
fn lines(site: &TestSite, language: &str) -> Vec<String> {
    let start = format!("search/{language}-w");
    let files = index(site)
        .into_iter()
        .filter(|(route, _)| route.starts_with(&start));
    let text = |file: String| {
        let from = file
            .find(",\"w")
            .and_then(|at| Some(at + 1 + file[at + 1..].find(',')? + 1))
            .expect("a call");
        serde_json::from_str::<String>(
            file[from..]
                .trim_end()
                .trim_end_matches(");"),
        )
        .expect("a text")
    };
    let mut lines: Vec<String> = files
        .flat_map(|(_, file)| {
            text(file)
                .lines()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    lines.sort_unstable();
    lines
}

fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\n---\n{body}\n")
}

#[test]
fn an_index_lists_words_by_their_stems() {
    let (first, second) = (
        page("Životopis", "O životopisu a práci.\n\n## Jaká práce\n"),
        page("Jiná", "Prací na životopisu."),
    );
    let site = TestSite::new(&[("content/a.md", &first), ("content/b.md", &second)]);
    insta::assert_snapshot!(lines(&site, "cs").join("\n"), @r"
    domu|||A|w
    jina|||C|w
    prac|e,i||BB|GC
    zivotopis|,u||BB|yC
    ");
    insta::assert_snapshot!(site.text("search/cs-t0.js"), @r#"pakt_search("cs","t0",[["Domů","",0],["Životopis","a/",0],["Jiná","b/",0]]);"#);
    insta::assert_snapshot!(site.text("search/cs-x0.js"), @r#"pakt_search("cs","x0",[[],["","","O životopisu a práci.","jaka-prace","Jaká práce",""],["","","Prací na životopisu."]]);"#);
}

#[test]
fn the_routes_depend_on_the_number_of_pages_alone() {
    let site = |text: &str| {
        let pages: Vec<(String, String)> = (0..40)
            .map(|number| (format!("content/p{number}.md"), page("Stránka", text)))
            .collect();
        let pages: Vec<(&str, &str)> = pages
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        index(&TestSite::new(&pages))
            .into_keys()
            .collect::<Vec<_>>()
    };
    let many = (0..3000)
        .map(|number| format!("slovo{number} "))
        .collect::<String>();
    assert_eq!(site(""), site(&many));
    assert_eq!(site("").len(), 1 + 30 + 2 + 11);
}

#[test]
fn a_save_that_changes_no_words_changes_no_file() {
    let mut site = TestSite::new(&[
        ("content/a.md", &page("A", "Text *stránky*.")),
        ("content/b.md", &page("B", "Jiný text.")),
    ]);
    let before = index(&site);
    site.apply(vec![Change::Present(file(
        "content/a.md",
        "---\nweight: 3\ntitle: A\n---\n\nText\n**stránky**.\n",
    ))]);
    assert_eq!(index(&site), before);
    site.apply(vec![Change::Present(file(
        "content/a.md",
        page("A", "Text knihy."),
    ))]);
    let changed: Vec<String> = index(&site)
        .into_iter()
        .filter(|(route, text)| before.get(route) != Some(text))
        .map(|(route, _)| route)
        .collect();
    assert!(
        changed
            .iter()
            .any(|route| route.contains("-w"))
            && changed.contains(&"search/cs-x0.js".to_owned()),
        "{changed:?}"
    );
    assert!(
        !changed.contains(&"search/cs-t0.js".to_owned()),
        "{changed:?}"
    );
}

#[test]
fn pages_and_sites_may_be_left_out() {
    let hidden = "---\ntitle: Skrytá\nsearch: false\n---\ntajemství\n";
    let site = TestSite::new(&[
        ("content/a.md", hidden),
        ("content/c.md", "---\ntitle: Koncept\ndraft: true\n---\n"),
    ]);
    assert!(
        index(&site)
            .values()
            .all(|text| !text.contains("tajemstvi")
                && !text.contains("Skrytá")
                && !text.contains("Koncept"))
    );
    assert!(
        !site
            .text("hledani/index.html")
            .contains("Skrytá")
    );
    assert!(
        site.text("a/index.html")
            .contains("role=\"search\"")
    );
    assert!(
        site.routes()
            .contains("js/search-start")
            && site.routes().contains("js/search.")
    );
    let site = TestSite::new(&[("site.yaml", "title: Web\nsearch: false\n")]);
    assert!(
        index(&site).is_empty()
            && !site
                .text("index.html")
                .contains("role=\"search\"")
    );
    assert!(!site.routes().contains("SearchPage"));
    assert!(
        !site.routes().contains("js/search"),
        "unneeded scripts are not published: {}",
        site.routes()
    );
}

#[test]
fn a_theme_without_a_search_page_has_no_search() {
    let template = "{{ page.title }}{% if site.search %}hledat{% endif %}";
    let names = [
        "home", "page", "section", "taxonomy", "term", "redirect", "404",
    ];
    let files: Vec<(String, &str)> = names
        .iter()
        .map(|name| (format!("themes/t/templates/{name}.html"), template))
        .collect();
    let mut files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), *text))
        .collect();
    files.push(("site.yaml", "title: Web\ntheme: t\n"));
    let site = TestSite::new(&files);
    assert!(index(&site).is_empty());
    assert_eq!(site.text("index.html"), "Domů");
}

#[test]
fn the_search_page_lists_everything_by_topic_in_every_language() {
    let site = TestSite::new(&[
        (
            "site.yaml",
            "title: Web\nlanguages: {en: {title: Site}, uk: {}}\ntaxonomies: {topic: {cs: {slug: temata, title: Témata}}}\n",
        ),
        ("content/_index.en.md", &page("Home", "")),
        ("content/topic/prava.md", &page("Práva", "")),
        ("content/a.md", "---\ntitle: Smlouva\ntopic: [prava]\n---\n"),
        ("content/o/_index.md", &page("Oddíl", "")),
        ("content/o/b.md", &page("Volná", "")),
        ("content/o/b.en.md", &page("Free", "")),
        ("content/o/b.easy.md", &page("Snadno", "")),
    ]);
    let html = site.main("hledani/index.html");
    for expected in [
        "<h2><a href=\"../temata/prava/\">Práva</a></h2>\n<ul>\n<li><a href=\"../a/\">Smlouva</a></li>",
        "<h2><a href=\"../o/\">Oddíl</a></h2>\n<ul>\n<li><a href=\"../o/b/\">Volná</a></li>",
        "<li><a href=\"../o/b/jednoduse/\">Snadno</a></li>",
    ] {
        assert!(html.contains(expected), "{html}");
    }
    assert_eq!(html.matches("Smlouva").count(), 1);
    assert!(
        site.main("en/search/index.html")
            .contains(">Free</a>")
    );
    assert!(
        !site.routes().contains("uk/poshuk"),
        "a language without pages has no search"
    );
    assert!(
        site.text("en/o/b/index.html")
            .contains("action=\"../../../en/search/\"")
    );
}

#[test]
fn a_site_on_a_disk_has_links_to_files() {
    let site = TestSite::with_mode(
        &[("content/a.md", &page("A", ""))],
        Mode {
            links: pakt::route::LinkStyle::File,
            ..Mode::default()
        },
    );
    assert!(
        site.text("search/cs-t0.js")
            .contains("\"a/index.html\"")
    );
    assert!(
        site.text("a/index.html")
            .contains("action=\"../hledani/index.html\"")
    );
}

#[test]
fn synonyms_find_pages_that_use_other_words() {
    let site = TestSite::new(&[
        ("content/a.md", &page("Životopis", "")),
        ("content/b.md", &page("Úřad práce", "")),
        ("content/c.md", &page("Úřad", "Doklady.\n\npráce")),
        (
            "data/synonyms.yaml",
            "cs:\n  - [životopis, CV]\n  - pracák: úřad práce\n  - papíry: [doklad, neznámé]\n",
        ),
    ]);
    let lines = lines(&site, "cs").join("\n");
    for expected in [
        "cv||zivotopis|B|g",
        "pracak||prace,urad|C|g",
        "papiry||doklad,doklady|D|C",
    ] {
        assert!(lines.contains(expected), "{expected} in:\n{lines}");
    }
    assert!(
        !lines.contains("neznam"),
        "what no page says is not in the index"
    );
}

#[test]
fn the_index_is_the_same_on_any_number_of_threads() {
    let pages: Vec<(String, String)> = (0..600)
        .map(|number| {
            (
                format!("content/p{number:03}.md"),
                page(
                    &format!("Stránka {number}"),
                    &format!("práce slovo{} cv{}", number % 7, number % 251),
                ),
            )
        })
        .collect();
    let mut files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    files.push((
        "data/synonyms.yaml",
        "cs: [[práce, job], {slovo3: [cv250, job]}]\n",
    ));
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("a pool of threads");
        pool.install(|| TestSite::new(&files).artifacts())
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn hostile_pages_are_limited() {
    let long = "a".repeat(100_000);
    let many = (0..20_000)
        .map(|number| format!("w{number}x "))
        .collect::<String>();
    let right_to_left = "\u{202e}שלום עולם مرحبا \u{2028} \\\\ \"</script> `${x}`";
    let site = TestSite::new(&[
        ("content/a.md", &page("A", &long)),
        ("content/b.md", &page("B", &many)),
        ("content/c.md", &page("C", right_to_left)),
        ("content/d.md", &page("D", "")),
    ]);
    let files = index(&site);
    assert!(
        files
            .iter()
            .filter(|(route, _)| route.contains("-w"))
            .all(|(_, text)| !text.contains(&long[..50]))
    );
    assert!(
        lines(&site, "cs")
            .iter()
            .any(|line| line.starts_with("שלום|"))
    );
    let size: usize = files.values().map(String::len).sum();
    assert!(size < 1_000_000, "{size}");
    // Every file is one call with data: the text of pages cannot break out of its string.
    for text in files.values() {
        let data = text
            .splitn(3, ',')
            .nth(2)
            .and_then(|rest| rest.trim_end().strip_suffix(");"))
            .expect("a call");
        assert!(
            serde_json::from_str::<serde_json::Value>(data).is_ok(),
            "{data}"
        );
    }
}
