//! What `theme.yaml` tells the program, with names that no theme of pakt uses.

use super::{SETTINGS, findings, site};
use crate::support::TestSite;
use pakt::diagnostic::Code;
use pakt::language::ToolLanguage;
use pakt::source::line_and_column;

/// A site whose theme `t` has `own` as its `theme.yaml`, and whose parent has `parent`.
fn inheriting(own: &str, parent: &str, files: &[(&str, &str)]) -> TestSite {
    let own = format!("extends: rodic\n{own}");
    let mut all = vec![
        ("themes/t/theme.yaml", own.as_str()),
        ("themes/rodic/theme.yaml", parent),
    ];
    all.extend_from_slice(files);
    site(&all)
}

/// A glossary shown by the template `slovnik`, and a page whose block `dvere` is a link with a
/// glossary word that is also in the text below.
const GLOSSARY: [(&str, &str); 6] = [
    (
        "data/glossary.yaml",
        "cs:\n  - {term: práce, meaning: Činnost.}\n",
    ),
    ("themes/t/templates/slovnik.html", "{{ glossary | length }}"),
    ("themes/t/templates/glossary.html", "{{ content }}"),
    (
        "themes/t/templates/blocks/dvere.html",
        "<a href=\"{{ attrs.href }}\">{{ title }}{{ body }}</a>",
    ),
    (
        "content/slova.md",
        "---\ntitle: Slova\ntemplate: slovnik\n---\n",
    ),
    (
        "content/x.md",
        "---\ntitle: X\n---\n:::dvere[Vaše práce]{href=slova.md}\nKaždá práce\n:::\n\nJaká práce\n",
    ),
];

#[test]
fn no_link_of_the_glossary_is_in_a_link_block_of_any_theme() {
    let site = inheriting(
        "blocks: {dvere: {numbered: false}}\n",
        "blocks: {dvere: {links: true}}\ntemplates: {slovnik.html: {glossary: true}}\n",
        &GLOSSARY,
    );
    assert_eq!(
        site.text("x/index.html"),
        "<a href=\"../slova/\">Vaše práce<p>Každá práce</p></a>\n\
        <p>Jaká <a class=\"term\" href=\"../slova/#prace\">práce</a></p>\n"
    );
    assert_eq!(site.text("slova/index.html"), "1");
    assert_eq!(findings(&site), "");
}

#[test]
fn a_child_may_say_that_another_template_shows_the_glossary() {
    let words = |own: &str, parent: &str| {
        let site = inheriting(own, parent, &GLOSSARY);
        site.text("x/index.html")
            .contains("class=\"term\"")
    };
    let slovnik = "templates: {slovnik: {glossary: true}}\n";
    assert!(!words("", ""));
    assert!(words(slovnik, ""));
    assert!(words("", slovnik));
    assert!(words("templates: {slovnik: {statement: false}}\n", slovnik));
    assert!(!words("templates: {slovnik: {glossary: false}}\n", slovnik));
}

#[test]
fn a_theme_may_say_that_another_template_shows_the_statement() {
    let copy = |own: &str, template: &str| {
        let page = format!("---\ntitle: P\ntemplate: {template}\n---\n");
        let site = inheriting(
            own,
            "templates: {prohlaseni: {statement: true}}\n",
            &[
                (
                    "data/accessibility.yaml",
                    "stav: plne\nrevize: 2026-11-01\n",
                ),
                ("themes/t/templates/prohlaseni.html", "{{ statement.path }}"),
                ("themes/t/templates/accessibility.html", ""),
                ("content/p.md", &page),
            ],
        );
        site.routes()
            .contains("accessibility.json")
    };
    assert!(copy("", "prohlaseni"));
    assert!(copy("", "accessibility.html"));
    assert!(!copy(
        "templates: {accessibility: {statement: false}}\n",
        "accessibility"
    ));
    assert!(!copy("", "page"));
}

#[test]
fn scripts_for_the_search_alone_are_published_with_it() {
    let scripts = |own: &str, settings: &str| {
        let settings = format!("{SETTINGS}{settings}");
        let site = inheriting(
            own,
            "scripts: {js/hledej.js: {search: true}}\n",
            &[
                ("site.yaml", &settings),
                ("themes/t/assets/js/hledej.js", "1"),
                ("themes/rodic/assets/js/search.js", "2"),
            ],
        );
        let routes = &site.snapshot.renderer.site().routes;
        let count = |name: &str| {
            let is_it = |route: &str| route.starts_with(&format!("assets/{name}"));
            routes
                .iter()
                .filter(|(route, _)| is_it(route.as_str()))
                .count()
        };
        (count("js/hledej."), count("js/search."))
    };
    assert_eq!(scripts("", ""), (1, 1));
    assert_eq!(scripts("", "search: false\n"), (0, 1));
    let own = "scripts: {js/hledej.js: {search: false}, js/search.js: {search: true}}\n";
    assert_eq!(scripts(own, "search: false\n"), (1, 0));
}

#[test]
fn the_search_page_groups_pages_by_the_taxonomy_that_the_theme_names() {
    let groups = |own: &str, parent: &str| {
        let settings = SETTINGS.replace("  topic:\n", "  pro:\n");
        let show = "{% for group in search.groups %}{{ group.title }}: {% for page in group.pages %}{{ page.title }} {% endfor %}{% endfor %}";
        let site = inheriting(
            own,
            parent,
            &[
                ("site.yaml", &settings),
                ("themes/t/templates/search.html", show),
                (
                    "content/o/a.md",
                    "---\ntitle: A\npro: [rodice]\nsearch: true\n---\n",
                ),
            ],
        );
        site.text("hledani/index.html")
            .trim()
            .to_owned()
    };
    let of_taxonomy = "rodice: A";
    let named = "search: {taxonomy: pro}\n";
    assert_eq!(groups("", named), of_taxonomy);
    assert_eq!(groups(named, "search: {taxonomy: topic}\n"), of_taxonomy);
    assert_eq!(groups("", ""), "O: A");
    assert_eq!(groups("search: {taxonomy: topic}\n", named), "O: A");
}

#[test]
fn styles_are_compiled_for_the_browsers_that_the_theme_names() {
    let css = |own: &str, parent: &str| {
        let site = inheriting(
            own,
            parent,
            &[(
                "themes/rodic/assets/a.css",
                ".a { user-select: none; inset: 1px }",
            )],
        );
        let routes = &site.snapshot.renderer.site().routes;
        let mut paths = routes
            .iter()
            .map(|(route, _)| route.as_str());
        site.text(
            paths
                .find(|path| path.ends_with(".css"))
                .expect("a style sheet"),
        )
    };
    let old = "browsers: {chrome: 80, safari: 14}\n";
    let lowered =
        ".a{-webkit-user-select:none;user-select:none;top:1px;bottom:1px;left:1px;right:1px}";
    assert_eq!(css("", ""), ".a{user-select:none;inset:1px}");
    assert_eq!(css("", old), lowered);
    assert_eq!(
        css("browsers: {chrome: 100}\n", old),
        lowered,
        "one browser alone is replaced"
    );
    assert_eq!(
        css("browsers: {safari: 18}\n", "browsers: {safari: 14}\n"),
        ".a{-webkit-user-select:none;user-select:none;inset:1px}"
    );
}

#[test]
fn mistakes_are_reported_at_their_places() {
    for (said, code, line, column) in [
        (
            "scripts:\n  js/a.js:\n    serch: true",
            Code::UnknownKey,
            4,
            5,
        ),
        ("scripts: [js/a.js]", Code::WrongType, 2, 10),
        (
            "templates:\n  a:\n    glossary: ano",
            Code::NotBoolean,
            4,
            15,
        ),
        ("templates:\n  a:\n    terms: true", Code::UnknownKey, 4, 5),
        ("search:\n  taxonomies: topic", Code::UnknownKey, 3, 3),
        ("search: topic", Code::WrongType, 2, 9),
        ("search:\n  taxonomy: [a]", Code::WrongType, 3, 13),
        ("browsers:\n  chrom: 90", Code::UnknownKey, 3, 3),
        ("browsers:\n  chrome: nový", Code::WrongType, 3, 11),
        (
            "browsers:\n  edge: 90\n  safari: 14.1",
            Code::WrongType,
            4,
            11,
        ),
        ("browsers:\n  edge: 90\n  chrome: 0", Code::WrongType, 4, 11),
        ("browsers:\n  edge: 70000", Code::WrongType, 3, 9),
    ] {
        let text = format!("name: t\n{said}\n");
        let site = site(&[("themes/t/theme.yaml", &text)]);
        let places: Vec<_> = site
            .findings()
            .into_iter()
            .map(|finding| {
                let place = finding.place.expect("a place");
                assert_eq!(place.source.as_str(), "themes/t/theme.yaml");
                let span = place.span.expect("a span");
                (finding.code, line_and_column(&text, span.start as usize))
            })
            .collect();
        assert_eq!(places, [(code, (line, column))], "{said}");
    }
}

#[test]
fn the_suggested_blocks_are_those_of_the_sites_theme() {
    let hint = |files: &[(&str, &str)]| {
        let mut all = vec![("content/x.md", "---\ntitle: X\n---\n:::postup\nText\n:::\n")];
        all.extend_from_slice(files);
        let drawn = site(&all).drawn(ToolLanguage::Cs);
        let line = drawn
            .lines()
            .find_map(|line| line.trim().strip_prefix("rada: "));
        line.expect("a hint").to_owned()
    };
    let blocks = [
        ("themes/t/templates/blocks/dvere.html", ""),
        ("themes/t/templates/blocks/okno.html", ""),
    ];
    assert_eq!(
        hint(&blocks),
        "Zkontrolujte název bloku. Motiv webu má bloky: dvere, okno."
    );
    assert_eq!(
        hint(&[]),
        "Motiv webu žádné bloky nemá. Napište totéž jako obyčejný text."
    );
}
