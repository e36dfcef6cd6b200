//! Languages by suffix, translations, and the plain-reading version.

use insta::assert_snapshot;

use super::{SETTINGS, findings, paths, site, texts};
use crate::support::TestSite;
use pakt::diagnostic::Code;

/// Settings without findings, of a site with the theme `pakt`.
const WITH_OPERATOR: &str =
    "title: Web\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n";

#[test]
fn a_suffix_is_a_language_and_other_dots_are_not() {
    let site = site(&[
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/_index.uk.md", "---\ntitle: Домівка\n---\n"),
        ("content/o-nas/_index.md", "---\ntitle: O nás\n---\n"),
        (
            "content/o-nas/_index.en.md",
            "---\ntitle: About\nslug: about\n---\n",
        ),
        ("content/o-nas/_index.uk.md", "---\ntitle: Про нас\n---\n"),
        ("content/o-nas/lide.md", "---\ntitle: Lidé\n---\n"),
        (
            "content/o-nas/lide.en.md",
            "---\ntitle: People\nslug: people\n---\n",
        ),
        ("content/o-nas/lide.uk.md", "---\ntitle: Люди\n---\n"),
        (
            "content/o-nas/lide.easy.md",
            "---\ntitle: Lidé snadno\n---\n",
        ),
        (
            "content/o-nas/lide.easy.en.md",
            "---\ntitle: People, easy\n---\n",
        ),
        ("content/o-nas/verze.2.md", "---\ntitle: Verze\n---\n"),
        ("content/o-nas/pohovor.cz.md", "---\ntitle: Pohovor\n---\n"),
    ]);
    assert_snapshot!(paths(&site), @r"
    404.html
    en/about/index.html
    en/about/lide/jednoduse/index.html
    en/about/lide/plain-language/index.html
    en/about/people/index.html
    en/index.html
    index.html
    o-nas/index.html
    o-nas/lide/index.html
    o-nas/lide/jednoduse/index.html
    o-nas/pohovor-cz/index.html
    o-nas/verze-2/index.html
    robots.txt
    sitemap.xml
    uk/index.html
    uk/o-nas/index.html
    uk/o-nas/lide/index.html
    ");
    assert_snapshot!(findings(&site), @"P0311 content/o-nas/pohovor.cz.md suffix=cz language=cs");
}

/// Prints the translations and alternates of a page.
const VERSIONS: &str = "{% for t in page.translations %}{{ t.lang }} {{ t.name }} {{ root }}{{ t.path }} {{ t.title }} {{ t.exists }}\n{% endfor %}{% for a in page.alternates %}{{ a.lang }}={{ a.url }}\n{% endfor %}";

#[test]
fn translations_are_linked_to_each_other_or_to_the_languages_home() {
    let site = site(&[
        ("themes/t/templates/home.html", VERSIONS),
        ("themes/t/templates/page.html", VERSIONS),
        ("themes/t/templates/section.html", VERSIONS),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/_index.uk.md", "---\ntitle: Домівка\n---\n"),
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        (
            "content/a/_index.en.md",
            "---\ntitle: A en\nslug: section\n---\n",
        ),
        ("content/a/x.md", "---\ntitle: X\n---\n"),
        ("content/a/x.en.md", "---\ntitle: X en\nslug: ex\n---\n"),
        ("content/a/x.uk.md", "---\ntitle: X uk\ndraft: true\n---\n"),
        ("content/a/sama.md", "---\ntitle: Sama\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["index.html", "a/index.html", "a/x/index.html", "en/section/ex/index.html", "a/sama/index.html"]), @r"
    # index.html
    en English ./en/ Home true
    uk Українська ./uk/ Домівка true
    cs=https://pakt.example/web/
    en=https://pakt.example/web/en/
    uk=https://pakt.example/web/uk/
    x-default=https://pakt.example/web/
    # a/index.html
    en English ../en/section/ A en true
    uk Українська ../uk/ Сайт false
    cs=https://pakt.example/web/a/
    en=https://pakt.example/web/en/section/
    x-default=https://pakt.example/web/a/
    # a/x/index.html
    en English ../../en/section/ex/ X en true
    uk Українська ../../uk/ Сайт false
    cs=https://pakt.example/web/a/x/
    en=https://pakt.example/web/en/section/ex/
    x-default=https://pakt.example/web/a/x/
    # en/section/ex/index.html
    cs Čeština ../../../a/x/ X true
    uk Українська ../../../uk/ Сайт false
    cs=https://pakt.example/web/a/x/
    en=https://pakt.example/web/en/section/ex/
    x-default=https://pakt.example/web/a/x/
    # a/sama/index.html
    en English ../../en/ Site false
    uk Українська ../../uk/ Сайт false
    ");
}

#[test]
fn a_language_without_pages_is_not_offered() {
    let template = ("themes/t/templates/page.html", VERSIONS);
    let site = site(&[
        template,
        ("content/x.md", "---\ntitle: X\n---\n"),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
    ]);
    assert_eq!(
        site.text("x/index.html").trim(),
        "en English ../en/ Site false"
    );
}

#[test]
fn the_easy_version_and_the_standard_one_link_to_each_other() {
    let template = "{{ page.easy }} easy={% if page.easy_version %}{{ root }}{{ page.easy_version.path }}{% endif %} standard={% if page.standard_version %}{{ root }}{{ page.standard_version.path }}{% endif %} {{ page.title }}\n{{ content }}";
    let site = site(&[
        ("themes/t/templates/page.html", template),
        ("themes/t/templates/section.html", template),
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        ("content/a/_index.easy.md", "---\ntitle: A snadno\n---\n"),
        ("content/a/x.md", "---\ntitle: X\n---\n[y](y.md)"),
        (
            "content/a/x.easy.md",
            "---\ntitle: X snadno\n---\n[y](y.md) [z](z.md) [standardní](x.md)",
        ),
        (
            "content/a/x.easy.en.md",
            "---\ntitle: X easy\n---\n[y](y.md)",
        ),
        (
            "content/a/y.md",
            "---\ntitle: Y\n---\n[x snadno](x.easy.md)",
        ),
        ("content/a/y.easy.md", "---\ntitle: Y snadno\n---\n"),
        ("content/a/z.md", "---\ntitle: Z\n---\n"),
        ("content/a/balik/index.md", "---\ntitle: B\n---\n"),
        (
            "content/a/balik/index.easy.md",
            "---\ntitle: B snadno\n---\n",
        ),
    ]);
    assert_snapshot!(texts(&site, &[
        "a/index.html", "a/jednoduse/index.html", "a/x/index.html", "a/x/jednoduse/index.html", "en/a/x/plain-language/index.html",
        "a/y/index.html", "a/z/index.html", "a/balik/index.html", "a/balik/jednoduse/index.html",
    ]), @r#"
    # a/index.html
    false easy=../a/jednoduse/ standard= A
    # a/jednoduse/index.html
    true easy= standard=../../a/ A snadno
    # a/x/index.html
    false easy=../../a/x/jednoduse/ standard= X
    <p><a href="../../a/y/">y</a></p>
    # a/x/jednoduse/index.html
    true easy= standard=../../../a/x/ X snadno
    <p><a href="../../../a/y/jednoduse/">y</a> <a href="../../../a/z/">z</a> <a href="../../../a/x/">standardní</a></p>
    # en/a/x/plain-language/index.html
    true easy= standard= X easy
    <p><a href="../../../../a/y/" hreflang="cs">y</a></p>
    # a/y/index.html
    false easy=../../a/y/jednoduse/ standard= Y
    <p><a href="../../a/x/jednoduse/">x snadno</a></p>
    # a/z/index.html
    false easy= standard= Z
    # a/balik/index.html
    false easy=../../a/balik/jednoduse/ standard= B
    # a/balik/jednoduse/index.html
    true easy= standard=../../../a/balik/ B snadno
    "#);
}

#[test]
fn the_easy_version_has_an_address_in_each_language_and_the_former_one_redirects() {
    let settings = SETTINGS.replace("  uk: {", "  de: {}\n  fr: {}\n  pl: {}\n  uk: {");
    let pages = ["", ".en", ".uk", ".de", ".pl", ".fr"]
        .map(|language| format!("content/x.easy{language}.md"));
    let mut files: Vec<(&str, &str)> = pages
        .iter()
        .map(|path| (path.as_str(), "---\ntitle: X\n---\n"))
        .collect();
    files.extend([
        ("site.yaml", &*settings),
        ("themes/t/templates/redirect.html", "{{ target }}"),
    ]);
    let site = site(&files);
    let paths = site.paths();
    let (former, present): (Vec<&String>, Vec<&String>) = paths
        .iter()
        .filter(|path| path.contains("x/"))
        .partition(|path| path.contains("/x/jednoduse/"));
    assert_snapshot!(present.into_iter().cloned().collect::<Vec<_>>().join("\n"), @r"
    de/x/einfache-sprache/index.html
    en/x/plain-language/index.html
    fr/x/plain-language/index.html
    pl/x/prosty-jezyk/index.html
    uk/x/prostoiu-movoiu/index.html
    x/jednoduse/index.html
    ");
    assert_snapshot!(texts(&site, &former.into_iter().map(String::as_str).collect::<Vec<_>>()), @r"
    # de/x/jednoduse/index.html
    ../../../de/x/einfache-sprache/
    # en/x/jednoduse/index.html
    ../../../en/x/plain-language/
    # fr/x/jednoduse/index.html
    ../../../fr/x/plain-language/
    # pl/x/jednoduse/index.html
    ../../../pl/x/prosty-jezyk/
    # uk/x/jednoduse/index.html
    ../../../uk/x/prostoiu-movoiu/
    ");
}

#[test]
fn a_former_address_gives_way_to_a_real_page() {
    let names = ["a", "b", "c", "d", "e"];
    let easy = names.map(|name| format!("content/{name}.easy.en.md"));
    let mut files: Vec<(&str, &str)> = easy
        .iter()
        .map(|path| (path.as_str(), "---\ntitle: X\n---\n"))
        .collect();
    files.extend([
        ("themes/t/templates/redirect.html", "{{ target }}"),
        (
            "content/a/jednoduse.en.md",
            "---\ntitle: Page\n---\nThe page\n",
        ),
        (
            "content/y.en.md",
            "---\ntitle: Y\naliases: [/en/b/jednoduse/]\n---\n",
        ),
        ("content/_static/en/c/JEDNODUSE/index.html", "c"),
        ("content/_static/en/d/jednoduse", "d"),
    ]);
    let site = site(&files);
    assert!(
        site.findings()
            .iter()
            .all(|finding| !finding.is_error()),
        "{}",
        findings(&site)
    );
    let paths = site.paths();
    let former: Vec<&str> = paths
        .iter()
        .map(String::as_str)
        .filter(|path| {
            path.to_lowercase()
                .contains("jednoduse")
        })
        .collect();
    assert_snapshot!(texts(&site, &former), @r"
    # en/a/jednoduse/index.html
    <p>The page</p>
    # en/b/jednoduse/index.html
    ../../../en/y/
    # en/c/JEDNODUSE/index.html
    file content/_static/en/c/JEDNODUSE/index.html
    # en/d/jednoduse
    file content/_static/en/d/jednoduse
    # en/e/jednoduse/index.html
    ../../../en/e/plain-language/
    ");
}

#[test]
fn a_heading_without_letters_gets_an_id_in_the_language_of_the_page() {
    let page = "---\ntitle: X\n---\n## ???\n\n## !!!\n\n[dál](#IDENTIFIER)\n";
    let pages = [
        ("content/x.md", "oddil-2"),
        ("content/x.en.md", "section-2"),
        ("content/x.uk.md", "rozdil-2"),
    ];
    let pages = pages.map(|(path, id)| (path, page.replace("IDENTIFIER", id)));
    let site = site(
        &pages
            .each_ref()
            .map(|(path, text)| (*path, text.as_str())),
    );
    assert_snapshot!(texts(&site, &["x/index.html", "en/x/index.html", "uk/x/index.html"]), @r##"
    # x/index.html
    <h2 id="oddil">???</h2>
    <h2 id="oddil-2">!!!</h2>
    <p><a href="#oddil-2">dál</a></p>
    # en/x/index.html
    <h2 id="section">???</h2>
    <h2 id="section-2">!!!</h2>
    <p><a href="#section-2">dál</a></p>
    # uk/x/index.html
    <h2 id="rozdil">???</h2>
    <h2 id="rozdil-2">!!!</h2>
    <p><a href="#rozdil-2">dál</a></p>
    "##);
    assert!(
        !site
            .codes()
            .contains(&Code::DeadAnchor),
        "{}",
        findings(&site)
    );
}

#[test]
fn the_sites_own_language_may_be_any() {
    let settings = SETTINGS.replace("language: cs", "language: de");
    let site = site(&[
        ("site.yaml", &settings),
        (
            "themes/t/templates/page.html",
            "{{ lang }} {{ page.title }} {{ site.title }} {{ site.language }} {{ site.home }}",
        ),
        ("content/Für alle.md", "---\ntitle: Für alle\n---\n"),
        ("content/Für alle.cs.md", "---\ntitle: Pro všechny\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["fuer-alle/index.html", "cs/fuer-alle/index.html"]), @r"
    # fuer-alle/index.html
    de Für alle Web de
    # cs/fuer-alle/index.html
    cs Pro všechny Web de cs/
    ");
}

#[test]
fn pages_know_the_languages_of_the_site() {
    let site = site(&[
        (
            "themes/t/templates/home.html",
            "{% for l in site.languages %}{{ l.lang }} {{ l.name }} {{ root }}{{ l.path }}; {% endfor %}{{ site.title }} {{ site.home }}",
        ),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["index.html", "en/index.html"]), @r"
    # index.html
    cs Čeština ./; en English ./en/; uk Українська ./; Web
    # en/index.html
    cs Čeština ../; en English ../en/; uk Українська ../; Site en/
    ");
}

#[test]
fn words_of_another_language_are_marked_and_languages_without_pages_are_not_named() {
    let settings = format!(
        "{WITH_OPERATOR}languages: {{en: {{name: English}}, uk: {{name: Українська}}, ar: {{name: العربية}}}}\n"
    );
    let site = TestSite::new(&[
        ("site.yaml", settings.as_str()),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/_index.ar.md", "---\ntitle: بيت\n---\n\nنص\n"),
    ]);
    let page = site.text("ar/index.html");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(
        page.contains("<span lang=\"en\">Skip to content</span>"),
        "{page}"
    );
    assert!(
        !page.contains("=\"<span") && !page.contains('\u{fdd0}'),
        "{page}"
    );
    let missing = site.text("404.html");
    assert!(
        missing.contains("<section class=\"prose\" lang=\"ar\">"),
        "{missing}"
    );
    assert!(!missing.contains("lang=\"uk\""), "{missing}");
    let found = site.findings();
    let codes: Vec<&str> = found
        .iter()
        .map(|finding| finding.code.id())
        .collect();
    assert_eq!(codes, ["P0711"]);
    assert!(
        site.text("index.html")
            .contains("<html lang=\"cs\">")
    );
}

#[test]
fn terms_and_words_match_however_their_accents_are_stored() {
    let settings =
        format!("{WITH_OPERATOR}taxonomies: {{topic: {{cs: {{slug: temata, title: Témata}}}}}}\n");
    let apart = |text: &str| {
        text.replace('ž', "z\u{30c}")
            .replace('á', "a\u{301}")
    };
    let site = TestSite::new(&[
        ("site.yaml", settings.as_str()),
        ("content/a.md", "---\ntitle: A\ntopic: [žáci]\n---\n"),
        (
            "content/b.md",
            &apart("---\ntitle: B\ntopic: [žáci]\n---\nDávka žáků.\n"),
        ),
        (
            "content/slovnik.md",
            "---\ntitle: Slovník\ntemplate: glossary.html\n---\n",
        ),
        (
            "data/glossary.yaml",
            "cs:\n  - {term: dávka, also: [Dávka], meaning: Peníze.}\n",
        ),
    ]);
    assert_eq!(site.codes(), []);
    let page = site.text("b/index.html");
    assert!(page.contains("#davka\">Dávka</a>"), "{page}");
}
