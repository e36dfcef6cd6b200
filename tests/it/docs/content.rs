//! Checks the claims of the content guide about names, addresses, attachments, blocks, typography
//! and the data that pakt reads.

use std::collections::BTreeSet;

use super::{between, codes, guide, is_sound, lists_the_same, section, site_with, table};
use crate::support::TestSite;
use pakt::diagnostic::Code;
use pakt::files;
use pakt::language::{Typography, easy_slug, heading_slug, search_slug};
use serde_json::Value;

const CONTENT: &str = "content.md";

/// Builds the example site with one more file, linked from a page beside it.
fn site_with_file(path: &str) -> TestSite {
    let (folder, name) = path
        .rsplit_once('/')
        .expect("a folder");
    let page = (
        format!("{folder}/x.md"),
        format!("---\ntitle: X\n---\n[x](<{name}>)\n"),
    );
    site_with("", &[(path, "---\ntitle: X\n---\n"), (&page.0, &page.1)])
}

fn has_route(site: &TestSite, route: &str) -> bool {
    site.snapshot
        .renderer
        .site()
        .routes
        .iter()
        .any(|(known, _)| known.as_str() == route)
}

#[test]
fn files_have_the_addresses_in_the_table() {
    let rows = table(guide(CONTENT), "| file | address |");
    for row in &rows {
        let (file, address) = (codes(&row[0])[0], codes(&row[1])[0]);
        let (file, address) = (
            file.replace("audience", "topic"),
            address.replace("<slug of the taxonomy>", "topic"),
        );
        let route = if address.ends_with('/') {
            format!("{}index.html", &address[1..])
        } else {
            address[1..].to_owned()
        };
        assert!(
            has_route(&site_with_file(&file), &route),
            "{file} has not the address {address}"
        );
    }
    assert!(rows.len() > 7);
}

#[test]
fn each_language_has_the_address_words_that_the_guide_gives() {
    let languages = [
        ("Czech", "cs"),
        ("Ukrainian", "uk"),
        ("German", "de"),
        ("Polish", "pl"),
        ("English", "en"),
        ("other", "fr"),
    ];
    // The lines of an item are joined, so that it may be wrapped anywhere.
    let text = guide(CONTENT).replace("\n  ", " ");
    let easy = between(&text, "Its address is the page's plus", "redirects there");
    let heading = between(&text, "A heading without a letter or digit is", "\n- ");
    let search = codes(between(guide("settings.md"), "has a search page (", ")"));
    lists_the_same(
        search.iter().map(|path| {
            path.trim_end_matches('/')
                .rsplit('/')
                .next()
                .unwrap_or(path)
        }),
        languages.map(|(_, code)| search_slug(code)),
    );
    for (name, code) in languages {
        let told = |text: &str, other: &str| match text.find(&format!(" ({name})")) {
            Some(at) => text[..at]
                .rsplit('`')
                .nth(1)
                .expect("a word")
                .trim_end_matches('/')
                .to_owned(),
            None => codes(between(text, other, "."))[0]
                .trim_end_matches('/')
                .to_owned(),
        };
        assert_eq!(told(easy, ", else"), easy_slug(code), "{name}");
        if heading.contains(&format!("({name})")) || code == "cs" {
            let told = if code == "cs" {
                codes(heading)[0].to_owned()
            } else {
                told(heading, "")
            };
            assert_eq!(told, heading_slug(code), "{name}");
        }
    }
}

#[test]
fn files_are_ignored_as_the_guide_says() {
    let text = section(guide(CONTENT), "## Files and folders");
    let ignored = between(text, "- Ignored: ", "Within `_static`");
    let (starts, exceptions) = ignored
        .split_once("(but ")
        .expect("exceptions");
    let ends = between(ignored, "end in ", "\n\n");
    for start in codes(starts) {
        assert!(
            !files::is_text_source(&format!("content/{start}x.md")),
            "{start}"
        );
        assert!(
            !files::is_text_source(&format!("content/{start}x/y.md")),
            "{start}"
        );
    }
    for end in codes(ends) {
        assert!(
            !files::is_text_source(&format!("content/x.md{end}")),
            "{end}"
        );
    }
    assert_eq!((codes(starts).len(), codes(ends).len()), (3, 3));
    assert!(
        exceptions.starts_with("`_index….md`")
            && files::is_text_source("content/_index.easy.en.md")
    );
    assert!(files::is_text_source("content/x.md"));
}

#[test]
fn active_attachments_are_those_in_the_guide() {
    let text = section(guide(CONTENT), "## Attachments");
    let told = codes(between(
        text,
        "Files that can run in a reader's browser (",
        ")",
    ));
    for ending in told {
        let file = format!("content/x{ending}");
        let files = [
            (file.as_str(), "x"),
            (
                "content/x.md",
                &*format!("---\ntitle: X\n---\n[x](x{ending})\n"),
            ),
        ];
        assert_eq!(
            site_with("", &files).codes(),
            [Code::ActiveAttachment],
            "{ending}"
        );
        is_sound(&site_with("markdown: {html: allow}", &files), ending);
    }
}

#[test]
fn links_may_have_the_schemes_in_the_guide() {
    let text = section(guide(CONTENT), "## Links");
    let told = codes(between(
        text,
        "- Links to other sites start with",
        "are allowed, too",
    ));
    let page = |target: &str| format!("---\ntitle: X\n---\n[x]({target}a)\n");
    for scheme in &told {
        is_sound(&site_with("", &[("content/x.md", &page(scheme))]), scheme);
    }
    assert_eq!(told.len(), 6);
    assert_eq!(
        site_with("", &[("content/x.md", &page("ftp://"))]).codes(),
        [Code::UnsafeLink]
    );
}

#[test]
fn the_picture_of_a_page_is_found_as_the_guide_says() {
    let text = section(guide(CONTENT), "## Images").replace("\n  ", " ");
    let told = between(&text, "- The picture of a page (`image`)", "\n");
    let with = |image: &str| {
        site_with(
            "",
            &[(
                "content/x.md",
                &format!("---\ntitle: X\nimage: {image}\n---\n"),
            )],
        )
        .codes()
    };
    for (image, code) in [
        ("neni.png", Code::DeadLink),
        ("https://www.example.cz/a.png", Code::ExternalImage),
    ] {
        assert_eq!(with(image), [code]);
        assert!(told.contains(&format!("({})", code.id())), "{told}");
    }
    assert_eq!(with("pripravenost/mapa.png"), []);
}

#[test]
fn attributes_without_values_are_what_the_guide_says() {
    let rows = table(guide(CONTENT), "| notation | meaning |");
    let row = rows
        .iter()
        .find(|row| row[0] == "`key`")
        .expect("a row");
    let value = codes(&row[1])[0];
    let print = (
        "themes/urad/templates/blocks/ukaz.html",
        "<p>[{{ attrs.klic }}]</p>",
    );
    let site = site_with(
        "theme: urad",
        &[
            print,
            ("content/x.md", "---\ntitle: X\n---\n::ukaz{klic}\n"),
        ],
    );
    assert!(
        site.text("x/index.html")
            .contains(&format!("<p>[{value}]</p>")),
        "{}",
        site.main("x/index.html")
    );
}

#[test]
fn blocks_are_nested_as_deep_as_the_guide_says() {
    let depth: usize = between(guide(CONTENT), "blocks can be nested ", " deep")
        .parse()
        .expect("a number");
    let with = |depth: usize| {
        site_with(
            "",
            &[(
                "content/x.md",
                &format!("---\ntitle: X\n---\n{} x\n", ">".repeat(depth)),
            )],
        )
        .codes()
    };
    assert_eq!(
        (with(depth), with(depth + 1)),
        (vec![], vec![Code::TooDeep])
    );
}

/// The languages with typography rules.
const LANGUAGES: [&str; 5] = ["cs", "en", "de", "pl", "uk"];

#[test]
fn typography_changes_what_the_guide_says() {
    let text = section(guide(CONTENT), "## Typography");
    let is_set = |written: &str| {
        LANGUAGES
            .iter()
            .any(|code| Typography::of(code).is_some_and(|rules| rules.set(written) != written))
    };
    let rows = table(text, "| what is written | what is shown |");
    let examples: Vec<&str> = rows
        .iter()
        .flat_map(|row| codes(&row[0]))
        .collect();
    for example in &examples {
        assert!(
            is_set(&example.replace('…', "slovo")),
            "{example} stays as it is"
        );
    }
    assert!(examples.len() > 15);
    let kept = codes(between(text, "is left alone:", "unpaired quotes"));
    let better = codes(between(text, "Style choices", ")"));
    for example in kept
        .iter()
        .chain(&better)
        .chain(&codes(between(text, "with a backslash", "stays as it is"))[3..])
    {
        assert!(!is_set(example), "{example} is changed");
    }
    assert!(better.len() > 3 && kept.len() > 1);
}

/// A statement with every key.
const STATEMENT: &str = "predpis: P\nrozsah: [https://www.example.cz/]\nstav: castecne\nnepristupny_obsah:\n  - {popis: P, sc: [1.1.1], \
    duvod: neprimerena-zatez, zduvodneni: Z, alternativa: A}\nvypracovano: 2026-01-10\nrevize: 2026-11-22\nmetoda: vlastni-posouzeni\n\
    metoda_popis: M\ndoklad: o-nas.md\nzverejneno: 2026-01-10\ndozor: {nazev: N, url: https://www.example.cz/, adresa: A, email: a@b.cz, \
    telefon: 123, overeno: true}\n";

/// The keys of a JSON object.
fn keys(value: &Value) -> BTreeSet<&str> {
    value
        .as_object()
        .map(|object| {
            object
                .keys()
                .map(String::as_str)
                .collect()
        })
        .unwrap_or_default()
}

#[test]
fn the_keys_of_the_statement_are_those_of_the_program() {
    let text = section(guide(CONTENT), "## The accessibility statement");
    let page = (
        "content/prohlaseni.md",
        "---\ntitle: Prohlášení\ntemplate: accessibility\n---\n",
    );
    let site = site_with("", &[page, ("data/accessibility.yaml", STATEMENT)]);
    is_sound(&site, "the statement");
    let copy: Value = serde_json::from_str(&site.text("accessibility.json")).expect("JSON");
    let rows = table(text, "| key | what it is |");
    let copied = table(
        &text[text
            .find("For machines")
            .expect("a paragraph")..],
        "| key | what it is |",
    );
    let own = |rows: &[Vec<String>]| -> Vec<String> {
        rows.iter()
            .flat_map(|row| codes(&row[0]))
            .map(str::to_owned)
            .collect()
    };
    lists_the_same(
        own(&rows)
            .into_iter()
            .chain(own(&copied)),
        keys(&copy),
    );
    let row = |rows: &[Vec<String>], key: &str| {
        rows.iter()
            .find(|row| codes(&row[0]).contains(&key))
            .map(|row| row[1].clone())
            .expect("a row")
    };
    lists_the_same(
        codes(between(&row(&copied, "provozovatel"), ": ", "|")),
        keys(&copy["provozovatel"]),
    );
    lists_the_same(
        codes(between(&row(&rows, "dozor"), ": ", "|")),
        keys(&copy["dozor"]),
    );
    let item = row(&rows, "nepristupny_obsah");
    let values = ["nesoulad", "neprimerena-zatez", "mimo-pusobnost"];
    lists_the_same(
        codes(&item)
            .into_iter()
            .filter(|code| !values.contains(code)),
        keys(&copy["nepristupny_obsah"][0]),
    );
}
