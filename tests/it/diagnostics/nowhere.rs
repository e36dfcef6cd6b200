//! Links and names that lead nowhere, or are spelled otherwise than what they lead to.

use crate::support::TestSite;
use pakt::source::line_and_column;

/// Settings with the address of the site.
const WITH_ADDRESS: &str = "title: Web\nbase_url: https://www.example.cz/\nlanguages: {en: {name: English}}\n\
    organisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n";

/// Returns the findings in a page, as code, line and column in its body.
fn in_body(body: &str) -> Vec<String> {
    let head = "---\ntitle: A\n---\n";
    let page = format!("{head}{body}\n");
    let site = TestSite::new(&[
        ("site.yaml", WITH_ADDRESS),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/a.md", &page),
        (
            "content/b.md",
            "---\ntitle: B\n---\n\n## Úřední hodiny\n\n## Vlastní {#muj}\n\n## A/B testy\n\n## Krok\n\n## Krok\n",
        ),
        (
            "content/c.md",
            "---\ntitle: C\npublish_until: 2020-01-01\n---\n",
        ),
        ("content/o.png", "x"),
        (
            "content/složka/_index.md",
            "---\ntitle: S\naliases: [/stara/]\n---\n",
        ),
        ("content/složka/d.en.md", "---\ntitle: D\n---\n"),
    ]);
    let lines = head.lines().count();
    let found = site.findings();
    let found = found.iter().filter_map(|finding| {
        let place = finding.place.as_ref()?;
        let (line, column) = line_and_column(&page, place.span?.range().start);
        let is_here = place.source.as_str() == "content/a.md";
        is_here.then(|| format!("{} {}:{column}", finding.code.id(), line - lines))
    });
    found.collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (body, expected) in cases {
        assert_eq!(in_body(body), *expected, "{body}");
    }
}

#[test]
fn own_addresses_are_links_to_files() {
    check(&[
        ("[b](https://www.example.cz/b/)", &["P0410 1:1"]),
        ("[b](http://www.EXAMPLE.cz/b)", &["P0410 1:1"]),
        ("[b](//www.example.cz/b/index.html)", &["P0410 1:1"]),
        ("[b](https://www.example.cz/stara/)", &["P0410 1:1"]),
        ("- x\n- [b](https://www.example.cz)", &["P0410 2:3"]),
        ("[b](https://www.example.cz/b/#muj)", &["P0410 1:1"]),
        ("[b](https://www.example.cz/b/#nic)", &["P0402 1:1"]),
        ("[b](https://www.example.cz/nic/)", &["P0401 1:1"]),
        ("[b](https://www.example.cz/c/)", &["P0405 1:1"]),
        ("[b](https://www.example.cz/c#x)", &["P0405 1:1"]),
        (
            "::button[B]{href=https://www.example.cz/b/}",
            &["P0410 1:13"],
        ),
        (
            "Viz [b].\r\n\r\n[b]: https://www.example.cz/b/\r",
            &["P0410 1:5"],
        ),
        ("[s](https://www.example.cz/slozka/)", &["P0410 1:1"]),
        ("[d](https://www.example.cz/en/slozka/d/)", &["P0410 1:1"]),
        // The file leads to the same page for these readers only.
        ("[en](https://www.example.cz/en/)", &["P0410 1:1"]),
        ("[o](https://www.example.cz/sitemap.xml)", &[]),
        ("[x](https://www.example.cz.jinde.cz/b/)", &[]),
        ("[x](https://example.cz/b/)", &[]),
        ("[x](mailto:a@www.example.cz)", &[]),
        ("`https://www.example.cz/b/`", &[]),
    ]);
}

#[test]
fn anchors_are_found_as_other_programs_spell_them() {
    check(&[
        ("[b](b.md#uredni-hodiny)", &[]),
        ("[b](b.md#úřední-hodiny)", &["P0411 1:1"]),
        ("[b](b.md#%C3%BA%C5%99edn%C3%AD-hodiny)", &["P0411 1:1"]),
        ("[b](b.md#Uredni-Hodiny)", &["P0411 1:1"]),
        ("> [b](b.md#uredni_hodiny)", &["P0411 1:3"]),
        ("[b](<b.md#Úřední hodiny>)", &["P0411 1:1"]),
        ("[b](b.md#vlastní)", &["P0411 1:1"]),
        ("[b](b.md#ab-testy)", &["P0411 1:1"]),
        ("[b](b.md#krok-1)", &["P0411 1:1"]),
        ("[b](b.md#krok-2)", &[]),
        ("[b](b.md#krok-3)", &["P0402 1:1"]),
        ("[b](b.md#nic)", &["P0402 1:1"]),
        ("## Část\n\n[zde](#část)", &["P0411 3:1"]),
        (
            "<p><a href=\"b.md#úřední-hodiny\">b</a></p>",
            &["P0411 1:7"],
        ),
        ("[nahoru](#top) [nahoru](#TOP) [b](b.md#top)", &[]),
        ("[obsah](#obsah) [b](b.md#obsah)", &[]),
        ("[zde](#)", &[]),
    ]);
}

#[test]
fn a_dead_anchor_offers_the_nearest_whatever_its_accents() {
    let site = TestSite::new(&[(
        "content/a.md",
        "---\ntitle: A\n---\n## Žádost o příspěvek\n\n[x](#žádosti-o-příspěvek)\n",
    )]);
    let found = site.findings();
    let near = found[0]
        .args
        .iter()
        .find(|(name, _)| *name == "near");
    assert_eq!(near.map(|(_, near)| &**near), Some("zadost-o-prispevek"));
}

#[test]
fn accents_may_be_stored_apart() {
    let apart = |text: &str| {
        text.replace('ž', "z\u{30c}")
            .replace('á', "a\u{301}")
    };
    let page = format!(
        "---\ntitle: A\n---\n[x](slož{0}ka/žádost.pdf) [y](b.md#{1})\n\n## {2} {{#{2}}}\n\n[z](#žák)\n",
        "",
        "žák",
        apart("žák"),
    );
    let site = TestSite::new(&[
        ("content/a.md", &apart(&page)),
        (
            "content/b.md",
            &format!("---\ntitle: B\n---\n## B {{#{}}}\n", apart("žák")),
        ),
        ("content/složka/žádost.pdf", "x"),
        ("content/složka/_index.md", "---\ntitle: S\n---\n"),
    ]);
    assert_eq!(site.codes(), []);
}

#[test]
fn what_leads_nowhere_is_found_where_it_is() {
    check(&[
        ("Viz [x]().", &["P0409 1:5"]),
        ("- Viz [x](<>)\n  a [y]( )", &["P0409 1:7", "P0409 2:5"]),
        ("> ![x]()", &["P0409 1:3"]),
        ("![]()", &["P0409 1:1"]),
        ("[]()", &["P0409 1:1"]),
        ("Viz [x] a [y][x].\n\n[x]: <>", &["P0409 1:5", "P0409 1:11"]),
        (":::note\n[x]()\n:::", &["P0409 2:1"]),
        ("Text[^1].\n\n[^1]: Viz [x]().", &["P0409 3:11"]),
        ("## [x]()", &["P0409 1:4"]),
        ("::button[Přihláška]", &["P0409 1:1"]),
        ("::button[Přihláška]{href=\"\"}", &["P0409 1:1"]),
        ("Text :button[x] text.", &["P0409 1:6"]),
        ("::image", &["P0409 1:1"]),
        ("Text :lang[x] text.", &["P0412 1:6"]),
        ("Text :lang[x]{ode=en} text.", &["P0905 1:15"]),
        ("::links[]{id=urad}", &["P0412 1:1"]),
        ("Text :lang[x]{#cod} text.", &["P0412 1:6"]),
        ("::button[C]{href=c.md}", &["P0405 1:13"]),
        ("[`x`](b.md) [x](# \"x\") `[x]()` \\[x]()", &[]),
    ]);
}

#[test]
fn languages_of_raw_html_are_checked() {
    check(&[
        ("<p lang=\"cz\">x</p>", &["P0508 1:4"]),
        ("> - a <b lang=ua>x</b>", &["P0508 1:10"]),
        (
            "<p lang=\"\">x</p> <b lang=en-GB>x</b>\n\nText `<b lang=cz>` text.",
            &[],
        ),
    ]);
}

#[test]
fn what_has_no_words_is_found_where_it_is() {
    check(&[
        ("##", &["P0517 1:1"]),
        ("Text.\r\n\r\n## {#x}\r", &["P0517 3:1"]),
        ("> ##", &["P0517 1:3"]),
        ("[](b.md)", &["P0517 1:1"]),
        ("- [ ](b.md \"B\")", &["P0517 1:3"]),
        ("- [&nbsp;](b.md)", &["P0517 1:3"]),
        ("[**  **](b.md) [<b></b>](b.md)", &["P0517 1:16"]),
        ("## [](b.md)", &["P0517 1:4"]),
        ("::button{href=b.md}", &["P0517 1:1"]),
        ("::button[]{href=b.md}", &["P0517 1:1"]),
        ("Text :button[]{href=b.md}.", &["P0517 1:6"]),
        ("[![Obr](o.png)](b.md) [![](o.png)](b.md)", &["P0404 1:24"]),
        ("## ![Obr](o.png)\n\n## `x`\n\n## :lang[x]{code=en}", &[]),
        ("[<img src=\"o.png\" alt=\"x\">](b.md)", &[]),
    ]);
}

#[test]
fn headings_do_not_skip_levels() {
    check(&[
        ("### A", &["P0540 1:1"]),
        ("## A\n\n#### B\n\n##### C\n\n###### D", &["P0518 3:1"]),
        (":::note\n## A\n\n#### B\n:::", &["P0518 4:1"]),
        (
            "## A\n\n<h4>B</h4>\n\n###### C",
            &["P0518 3:1", "P0518 5:1"],
        ),
        ("## A\n\n### B\n\n#### C\n\n## D\n\n### E", &[]),
        ("# A\n\n### B", &["P0501 1:1"]),
    ]);
}

#[test]
fn a_heading_of_a_picture_is_named_by_the_picture() {
    let site = TestSite::new(&[
        (
            "content/a.md",
            "---\ntitle: A\ntoc: true\n---\n## ![Mapa kraje](o.png)\n\n## ![x](o.png) Úřady\n\n[m](#mapa-kraje)\n",
        ),
        ("content/o.png", "x"),
    ]);
    assert_eq!(site.codes(), []);
    let html = site.text("a/index.html");
    assert!(html.contains("<h2 id=\"mapa-kraje\">") && html.contains("<h2 id=\"urady\">"));
    assert!(
        html.contains("href=\"#mapa-kraje\">Mapa kraje</a>"),
        "{html}"
    );
}

#[test]
fn a_button_to_what_is_not_published_becomes_its_text() {
    let site = TestSite::new(&[
        (
            "content/a.md",
            "---\ntitle: A\n---\n::button[Přihlásit se]{href=c.md}\n\nText :button[zde]{href=c.md}.\n",
        ),
        (
            "content/c.md",
            "---\ntitle: C\npublish_until: 2020-01-01\n---\n",
        ),
    ]);
    let html = site.main("a/index.html");
    assert!(
        html.contains("<p>Přihlásit se</p>") && html.contains("Text zde."),
        "{html}"
    );
    assert!(!html.contains("href=\"\""), "{html}");
}
