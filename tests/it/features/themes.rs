//! Themes: inheritance, overlay, messages, functions, assets.

use insta::assert_snapshot;

use super::{SETTINGS, findings, site, texts};
use crate::support::{TestSite, file};
use pakt::diagnostic::Code;
use pakt::project::Change;

#[test]
fn a_theme_inherits_file_by_file_and_message_by_message() {
    let site = site(&[
        (
            "themes/t/theme.yaml",
            "name: t\nextends: rodic\nsettings: {barva: modrá}\n",
        ),
        (
            "themes/rodic/theme.yaml",
            "name: rodic\nextends: prarodic\nsettings: {barva: zelená}\n",
        ),
        ("themes/prarodic/theme.yaml", "name: prarodic\n"),
        (
            "themes/prarodic/templates/base.html",
            "[{% block telo %}prarodič{% endblock %}] {{ t(key='a') }} {{ t(key='b') }} {{ t(key='c') }} {{ theme.settings.barva }}",
        ),
        (
            "themes/rodic/templates/base.html",
            "{% extends \"prarodic/base.html\" %}{% block telo %}rodič nad {{ super() }}{% endblock %}",
        ),
        (
            "themes/t/templates/page.html",
            "{% extends \"base.html\" %}{% block telo %}t nad {{ super() }} {% include \"kus.html\" %}{% endblock %}",
        ),
        ("themes/rodic/templates/kus.html", "kus rodiče"),
        ("themes/prarodic/templates/kus.html", "kus prarodiče"),
        ("themes/t/locales/cs.ftl", "a = t\n"),
        ("themes/rodic/locales/cs.ftl", "a = rodič\nb = rodič\n"),
        (
            "themes/prarodic/locales/cs.ftl",
            "a = prarodič\nb = prarodič\nc = prarodič\n",
        ),
        ("themes/rodic/static/r.txt", "rodič"),
        ("themes/prarodic/static/r.txt", "prarodič"),
        ("themes/prarodic/static/p.txt", "prarodič"),
        (
            "themes/prarodic/templates/blocks/note.html",
            "<i>{{ body }}</i>",
        ),
        ("content/x.md", "---\ntitle: X\n---\n:::note\nx\n:::\n"),
    ]);
    assert_snapshot!(texts(&site, &["x/index.html", "r.txt", "p.txt"]), @r"
    # x/index.html
    [t nad rodič nad prarodič kus rodiče] t rodič prarodič modrá
    # r.txt
    rodič
    # p.txt
    prarodič
    ");
    assert_eq!(findings(&site), "");
}

#[test]
fn settings_are_inherited_key_by_key() {
    let show = "{{ theme.settings.barva }} {{ theme.settings.menu | join(sep=' ') }} {{ theme.settings.motto or '–' }} {{ theme.settings.radky }}";
    let site = site(&[
        (
            "themes/t/theme.yaml",
            "extends: rodic\nsettings:\n  barva: modrá\n  motto:\n  menu: [b]\n",
        ),
        ("themes/rodic/theme.yaml", "extends: prarodic\n"),
        (
            "themes/prarodic/theme.yaml",
            "settings:\n  motto: Slovo\n  menu: [a, a]\n  barva: zelená\n  radky: 3\n",
        ),
        ("themes/t/templates/page.html", show),
        ("content/x.md", "---\ntitle: X\n---\n"),
    ]);
    assert_eq!(site.text("x/index.html"), "modrá b – 3");
    assert_eq!(findings(&site), "");
}

/// A theme that shows only the text, and a page with a list in a block.
fn with_facts(themes: &[(&str, &str)]) -> TestSite {
    let mut files = vec![
        ("themes/t/templates/page.html", "{{ content }}"),
        ("themes/t/templates/blocks/kroky.html", "{{ body }}"),
        (
            "content/x.md",
            "---\ntitle: X\ntypography: true\n---\n:::kroky{jazyk=en}\n1. \"a\" 1\n:::\n\n## Hlavní\n",
        ),
    ];
    files.extend_from_slice(themes);
    site(&files)
}

#[test]
fn a_text_is_read_with_the_facts_of_all_themes() {
    let plain = with_facts(&[]);
    assert_eq!(
        plain.text("x/index.html"),
        "<ol>\n<li>„a“ 1</li>\n</ol>\n<h2 id=\"hlavni\">Hlavní</h2>\n"
    );
    let said = "main: hlavni\nblocks: {kroky: {numbered: true, language: jazyk}}\n";
    let read = "<ol>\n<li id=\"kroky-1\">“a” 1</li>\n</ol>\n<h2 id=\"hlavni-2\">Hlavní</h2>\n";
    for theme in ["themes/t/theme.yaml", "themes/jiny/theme.yaml"] {
        let site = with_facts(&[(theme, said)]);
        assert_eq!(
            (site.text("x/index.html").as_str(), findings(&site).as_str()),
            (read, ""),
            "{theme}"
        );
    }
    // The texts follow a change of `theme.yaml`, and a mistake in it keeps the previous version.
    let mut site = with_facts(&[("themes/jiny/theme.yaml", said)]);
    let save = |text: &str| vec![Change::Present(file("themes/jiny/theme.yaml", text))];
    site.apply(save("main: hlavni\nblocks: [kroky]\n"));
    assert_eq!(site.text("x/index.html"), read);
    assert_eq!(site.codes(), [Code::WrongType]);
    site.apply(save("name: jiny\n"));
    assert_eq!(site.text("x/index.html"), plain.text("x/index.html"));
}

/// The findings of a site whose theme `t` starts a chain of this length.
fn findings_of_chain(length: usize) -> String {
    let name = |number: usize| match number {
        0 => "t".to_owned(),
        number => format!("t{number}"),
    };
    let files: Vec<(String, String)> = (0..length)
        .map(|number| {
            let extends = match number + 1 < length {
                true => format!("extends: {}\n", name(number + 1)),
                false => "settings: {}\n".to_owned(),
            };
            (format!("themes/{}/theme.yaml", name(number)), extends)
        })
        .collect();
    let files = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    findings(&site(&files.collect::<Vec<_>>()))
}

#[test]
fn a_chain_of_themes_has_at_most_nine() {
    assert_eq!(findings_of_chain(9), "");
    assert_snapshot!(findings_of_chain(10), @"P0702 themes/t8/theme.yaml:1:10 chain=t → t1 → t2 → t3 → t4 → t5 → t6 → t7 → t8 → t9 cause=length");
}

#[test]
fn facts_about_blocks_are_inherited_key_by_key() {
    let words = (
        "data/glossary.yaml",
        "cs:\n  - {term: práce, meaning: Činnost.}\n",
    );
    let glossary = (
        "content/slova.md",
        "---\ntitle: Slova\ntemplate: glossary\n---\n",
    );
    let page = "---\ntitle: X\n---\n:::dvere\npráce\n:::\n";
    let text = |own: &str, parent: &str| {
        let site = site(&[
            words,
            glossary,
            ("themes/t/theme.yaml", &format!("extends: rodic\n{own}")),
            ("themes/rodic/theme.yaml", parent),
            ("themes/t/templates/glossary.html", ""),
            ("themes/t/templates/blocks/dvere.html", "{{ body }}"),
            ("content/x.md", page),
        ]);
        site.text("x/index.html")
            .contains("class=\"term\"")
    };
    assert!(text("", ""));
    assert!(!text("", "blocks: {dvere: {links: true}}\n"));
    assert!(!text(
        "blocks: {dvere: {numbered: true}}\n",
        "blocks: {dvere: {links: true}}\n"
    ));
    assert!(text(
        "blocks: {dvere: {links: false}}\n",
        "blocks: {dvere: {links: true}}\n"
    ));
}

#[test]
fn an_overlay_keeps_the_facts_of_the_embedded_theme() {
    let page = "---\ntitle: X\ntheme: normalni-je-pracovat\n---\n:::steps\n1. a\n:::\n\n::toc\n\n## Obsah\n";
    let overlay = (
        "themes/normalni-je-pracovat/theme.yaml",
        "settings: {a: 1}\nblocks: {toc: {contents: false}}\n",
    );
    let index = ("content/s/_index.md", page);
    let with = TestSite::new(&[index, overlay]);
    let without = TestSite::new(&[index]);
    assert_eq!(
        (findings(&with).as_str(), findings(&without).as_str()),
        ("", "")
    );
    let (with, without) = (with.text("s/index.html"), without.text("s/index.html"));
    assert!(
        with.contains("id=\"steps-1\"") && with.contains("id=\"obsah-2\""),
        "{with}"
    );
    assert!(
        !with.contains("#obsah-2") && without.contains("#obsah-2"),
        "{with}"
    );
}

#[test]
fn an_overlay_adds_facts_for_reading_texts() {
    let page = "---\ntitle: X\n---\n:::steps{#s}\n1. a\n:::\n\n## Obsah\n\n[a](#s-1)\n";
    let mut site = TestSite::new(&[
        ("content/x.md", page),
        ("themes/pakt/theme.yaml", "settings: {x: 1}\n"),
    ]);
    let read = site.main("x/index.html");
    assert!(
        read.contains("<li id=\"s-1\">")
            && read.contains("<h2 id=\"obsah-2\">")
            && findings(&site).is_empty(),
        "{read}"
    );
    site.apply(vec![Change::Present(file(
        "themes/pakt/theme.yaml",
        "blocks: [steps]\n",
    ))]);
    assert_eq!(site.main("x/index.html"), read);
}

#[test]
fn a_child_can_extend_what_it_replaces() {
    let site = site(&[
        ("themes/t/theme.yaml", "extends: rodic\n"),
        ("themes/rodic/theme.yaml", "name: rodic\n"),
        (
            "themes/rodic/templates/page.html",
            "<{% block nadpis %}{{ page.title }}{% endblock %}>",
        ),
        (
            "themes/t/templates/page.html",
            "{% extends \"rodic/page.html\" %}{% block nadpis %}nový {{ super() }}{% endblock %}",
        ),
        ("content/x.md", "---\ntitle: X\n---\n"),
    ]);
    assert_eq!(site.text("x/index.html"), "<nový X>");
    assert_eq!(findings(&site), "");
}

#[test]
fn a_folder_named_like_an_embedded_theme_overlays_it_file_by_file() {
    let files = [
        ("content/x.md", "---\ntitle: X\n---\n"),
        (
            "themes/pakt/templates/partials/logo.html",
            "<b>Naše logo</b>",
        ),
        ("themes/pakt/assets/css/tokens.css", ":root{--nase:1px}"),
        ("themes/pakt/locales/cs.ftl", "home = Začátek\n"),
    ];
    let overlaid = TestSite::new(&files);
    let html = overlaid.text("x/index.html");
    assert_eq!(
        overlaid
            .main("x/index.html")
            .matches("<h1>")
            .count(),
        1
    );
    assert!(
        html.contains("<b>Naše logo</b>")
            && html.contains("Začátek")
            && html.contains("Přejít k obsahu"),
        "{html}"
    );
    let css = overlaid
        .snapshot
        .renderer
        .site()
        .routes
        .iter()
        .find(|(route, _)| route.as_str().ends_with(".css"))
        .map(|(route, _)| route.clone());
    assert!(
        overlaid
            .text(css.expect("a style sheet").as_str())
            .contains("--nase:1px")
    );
    assert_eq!(findings(&overlaid), "");
}

#[test]
fn a_section_chooses_its_theme_for_all_below() {
    let theme = |name: &'static str| -> Vec<(String, String)> {
        super::TEMPLATES
            .iter()
            .map(|file| {
                (
                    format!("themes/{name}/templates/{file}"),
                    format!("{name} {{{{ title or page.title }}}}"),
                )
            })
            .collect()
    };
    let (letni, zimni) = (theme("letni"), theme("zimni"));
    let mut files = vec![
        ("themes/t/templates/page.html", "t {{ page.title }}"),
        ("content/a/_index.md", "---\ntitle: A\ntheme: letni\n---\n"),
        ("content/a/x.md", "---\ntitle: X\n---\n"),
        ("content/a/x.en.md", "---\ntitle: X en\n---\n"),
        ("content/a/b/_index.md", "---\ntitle: B\n---\n"),
        ("content/a/b/y.md", "---\ntitle: Y\n---\n"),
        (
            "content/a/c/_index.md",
            "---\ntitle: C\ntheme: zimni\n---\n",
        ),
        ("content/a/c/z.md", "---\ntitle: Z\naliases: [/zet/]\n---\n"),
        ("content/a/akce/index.md", "---\ntitle: Akce\n---\n"),
        (
            "content/topic/_index.md",
            "---\ntitle: T\ntheme: zimni\n---\n",
        ),
        ("content/w.md", "---\ntitle: W\ntopic: [w]\n---\n"),
    ];
    files.extend(
        letni
            .iter()
            .chain(&zimni)
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    let site = site(&files);
    assert_snapshot!(texts(&site, &[
        "a/index.html", "a/x/index.html", "en/a/x/index.html", "a/b/index.html", "a/b/y/index.html", "a/c/z/index.html", "zet/index.html",
        "a/akce/index.html", "temata/index.html", "temata/w/index.html", "w/index.html",
    ]), @r"
    # a/index.html
    letni A
    # a/x/index.html
    letni X
    # en/a/x/index.html
    letni X en
    # a/b/index.html
    letni B
    # a/b/y/index.html
    letni Y
    # a/c/z/index.html
    zimni Z
    # zet/index.html
    zimni Z
    # a/akce/index.html
    letni Akce
    # temata/index.html
    zimni T
    # temata/w/index.html
    zimni w
    # w/index.html
    t W
    ");
}

#[test]
fn messages_fall_back_to_english_then_to_any_language() {
    let site = site(&[
        (
            "themes/t/templates/page.html",
            "{{ t(key='a') }} {{ t(key='b') }} {{ t(key='c') }} {{ t(key='a', lang='en') }} {{ t(key='pocet', count=2) }} {{ t(key='pocet', count=5) }} {{ t(key='kdo', jmeno=page.title) }}",
        ),
        (
            "themes/t/locales/cs.ftl",
            "a = česky\nc = jen česky\npocet = { $count ->\n    [one] { $count } den\n    [few] { $count } dny\n   *[other] { $count } dní\n }\nkdo = pro { $jmeno }\n",
        ),
        (
            "themes/t/locales/en.ftl",
            "a = English\nb = only English\npocet = { $count ->\n    [one] { $count } day\n   *[other] { $count } days\n }\nkdo = for { $jmeno }\n",
        ),
        ("content/x.md", "---\ntitle: <X>\n---\n"),
        ("content/x.en.md", "---\ntitle: <X>\n---\n"),
        ("content/x.uk.md", "---\ntitle: <X>\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["x/index.html", "en/x/index.html", "uk/x/index.html"]), @r#"
    # x/index.html
    česky <span lang="en">only English</span> jen česky English 2 dny 5 dní pro &lt;X&gt;
    # en/x/index.html
    English only English <span lang="cs">jen česky</span> English 2 days 5 days for &lt;X&gt;
    # uk/x/index.html
    <span lang="en">English</span> <span lang="en">only English</span> <span lang="cs">jen česky</span> English <span lang="en">2 days</span> <span lang="en">5 days</span> <span lang="en">for &lt;X&gt;</span>
    "#);
}

#[test]
fn templates_make_links_dates_and_names_of_assets() {
    let site = site(&[
        (
            "themes/t/templates/page.html",
            "{{ link(to='a/_index.md') }} {{ link(to='/a/y.md#cast') }} {{ link(to='a/y.md?q=1') }} {{ link(to='https://nsp.cz/?a=1&b=2') }} {{ link(to='_static/s.txt') }}\n{{ date(value=page.date) }} {{ date(value='2026-01-31', lang='en') }}\n{{ asset(name='a.txt') }}",
        ),
        ("themes/t/assets/a.txt", "x"),
        ("content/_static/s.txt", "x"),
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        (
            "content/a/_index.en.md",
            "---\ntitle: A en\nslug: section\n---\n",
        ),
        (
            "content/a/y.md",
            "---\ntitle: Y\ndate: 2026-12-01\n---\n## Část\n",
        ),
        (
            "content/a/y.en.md",
            "---\ntitle: Y en\ndate: 2026-12-01\n---\n## Part {#cast}\n",
        ),
    ]);
    assert_snapshot!(texts(&site, &["a/y/index.html", "en/section/y/index.html"]).replace('\u{a0}', "~"), @r"
    # a/y/index.html
    ../../a/ ../../a/y/#cast ../../a/y/?q=1 https://nsp.cz/?a=1&amp;b=2 ../../s.txt
    1.~prosince 2026 31~January 2026
    ../../assets/a.3ae7d805f6789a64.txt
    # en/section/y/index.html
    ../../../en/section/ ../../../en/section/y/#cast ../../../en/section/y/?q=1 https://nsp.cz/?a=1&amp;b=2 ../../../s.txt
    1~December 2026 31~January 2026
    ../../../assets/a.3ae7d805f6789a64.txt
    ");
    assert_snapshot!(findings(&site), @"");
}

#[test]
fn failing_functions_are_located_in_the_template_and_name_the_page() {
    let site = site(&[
        (
            "themes/t/templates/page.html",
            "{{ page.title }}\n{% if page.extra.f == 1 %}{{ link(to='neni.md') }}{% elif page.extra.f == 2 %}{{ asset(name='ccs/a.css') }}{% elif page.extra.f == 3 %}{{ t(key='neni') }}{% elif page.extra.f == 4 %}{{ date(value='1. 12.') }}{% elif page.extra.f == 5 %}{{ neznama }}{% elif page.extra.f == 6 %}{{ pages(taxonomy='tema', term='x') }}{% else %}{{ link(to='javascript:x') }}{% endif %}",
        ),
        ("themes/t/assets/css/a.css", "a{color:red}"),
        ("content/a.md", "---\ntitle: A\nextra: {f: 1}\n---\n"),
        ("content/b.md", "---\ntitle: B\nextra: {f: 2}\n---\n"),
        ("content/c.md", "---\ntitle: C\nextra: {f: 3}\n---\n"),
        ("content/d.md", "---\ntitle: D\nextra: {f: 4}\n---\n"),
        ("content/e.md", "---\ntitle: E\nextra: {f: 5}\n---\n"),
        ("content/f.md", "---\ntitle: F\nextra: {f: 6}\n---\n"),
        ("content/g.md", "---\ntitle: G\nextra: {f: 7}\n---\n"),
    ]);
    assert_snapshot!(findings(&site), @r"
    P0704 themes/t/templates/page.html:2:30 cause=link name=neni.md page=content/a.md
    P0708 themes/t/templates/page.html:2:82 name=ccs/a.css near=css/a.css page=content/b.md
    P0704 themes/t/templates/page.html:2:139 cause=words name=neni page=content/c.md
    P0704 themes/t/templates/page.html:2:186 cause=date name=1. 12. page=content/d.md
    P0704 themes/t/templates/page.html:2:240 cause=Variable `neznama` is not defined. Available variables: content, data, dir, lang, nav, page, root, section, site, taxonomy, term, theme page=content/e.md
    P0704 themes/t/templates/page.html:2:281 cause=taxonomy name=tema page=content/f.md
    P0704 themes/t/templates/page.html:2:329 cause=target name=javascript:x page=content/g.md
    ");
    let czech = site.drawn(pakt::language::ToolLanguage::Cs);
    assert_eq!(
        czech.matches("Technicky: „").count(),
        1,
        "only the engine's message is quoted: {czech}"
    );
}

#[test]
fn styles_are_bundled_minified_and_named_by_their_content() {
    let files = |color: &str| {
        let css = format!(
            "@import \"tokens.css\";\n@import \"casti/tisk.css\" print;\n\n/* poznámka */\nbody {{\n  color: {color};\n  background: url(\"../img/o.svg#x\") url(data:image/gif;base64,AA==);\n}}\n"
        );
        site(&[
            (
                "themes/t/templates/page.html",
                "{{ asset(name='css/site.css') }}",
            ),
            ("themes/t/assets/css/site.css", &css),
            ("themes/t/assets/css/tokens.css", ":root { --a: 0.50em; }\n"),
            (
                "themes/t/assets/css/casti/tisk.css",
                "nav { display: none; background: url('../../img/o.svg'); }\n",
            ),
            ("themes/t/assets/img/o.svg", "<svg/>"),
            ("themes/t/assets/js/a.js", "let a = 1;\n"),
            ("content/a/_index.md", "---\ntitle: A\n---\n"),
            ("content/a/x.md", "---\ntitle: X\n---\n"),
        ])
    };
    let red = files("red");
    let assets = |site: &TestSite| -> Vec<String> {
        site.snapshot
            .renderer
            .site()
            .routes
            .iter()
            .map(|(route, _)| route.to_string())
            .filter(|route| route.starts_with("assets/"))
            .collect()
    };
    assert_snapshot!(assets(&red).join("\n"), @r"
    assets/css/site.5dfea8b4fa735e03.css
    assets/img/o.09a1d6ef9fbcf63a.svg
    assets/js/a.23effa3e86f4e713.js
    ");
    assert_snapshot!(red.text(&assets(&red)[0]), @":root{--a:.5em}@media print{nav{background:url(../../assets/img/o.09a1d6ef9fbcf63a.svg);display:none}}body{color:red;background:url(../../assets/img/o.09a1d6ef9fbcf63a.svg#x) url(data:image/gif;base64,AA==)}");
    assert_eq!(
        red.text("a/x/index.html"),
        format!("../../{}", assets(&red)[0])
    );
    assert_eq!(findings(&red), "");
    let (blue, again) = (files("blue"), files("red"));
    assert_ne!(assets(&blue)[0], assets(&red)[0]);
    assert_eq!(assets(&blue)[1..], assets(&red)[1..]);
    assert_eq!(assets(&again), assets(&red));
}

#[test]
fn files_named_in_a_style_must_exist() {
    let site = site(&[
        (
            "themes/t/assets/site.css",
            "@import \"tokns.css\";\n@import url(https://cizi.example/a.css);\na { background: url(neni.png) }\n",
        ),
        ("themes/t/assets/tokens.css", "a{color:red}"),
    ]);
    assert_snapshot!(findings(&site), @r"
    P0708 themes/t/assets/site.css:1:10 name=tokns.css near=tokens.css
    P0708 themes/t/assets/site.css:2:13 name=https://cizi.example/a.css near=
    P0708 themes/t/assets/site.css:3:21 name=neni.png near=
    ");
}

#[test]
fn assets_of_a_child_replace_its_parents() {
    let site = site(&[
        ("themes/t/theme.yaml", "extends: rodic\n"),
        ("themes/rodic/theme.yaml", "name: rodic\n"),
        (
            "themes/rodic/assets/site.css",
            "@import \"barvy.css\";\na{color:var(--a)}",
        ),
        ("themes/rodic/assets/barvy.css", ":root{--a:red}"),
        ("themes/t/assets/barvy.css", ":root{--a:blue}"),
        (
            "themes/t/templates/page.html",
            "{{ asset(name='site.css') }}",
        ),
        ("content/x.md", "---\ntitle: X\n---\n"),
    ]);
    let link = site.text("x/index.html");
    assert_eq!(
        site.text(link.trim_start_matches("../"))
            .trim(),
        ":root{--a:blue}a{color:var(--a)}"
    );
}

#[test]
fn two_themes_that_share_an_asset_publish_it_once() {
    let site = site(&[
        ("site.yaml", SETTINGS),
        ("themes/t/assets/a.png", "x"),
        ("themes/t/static/s.txt", "x"),
        ("themes/u/theme.yaml", "extends: t\n"),
        ("content/a/_index.md", "---\ntitle: A\ntheme: u\n---\n"),
    ]);
    assert_eq!(findings(&site), "");
    let shared = site
        .snapshot
        .renderer
        .site()
        .routes
        .iter()
        .filter(|(route, _)| route.as_str().starts_with("assets/") || route.as_str() == "s.txt");
    assert_eq!(shared.count(), 2);
}
