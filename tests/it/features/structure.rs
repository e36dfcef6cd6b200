//! Sections, pages, bundles, attachments, drafts, order and former addresses.

use insta::assert_snapshot;

use super::{findings, paths, site, site_in, texts};
use pakt::language::ToolLanguage;
use pakt::site::Mode;

const A: &str = "---\ntitle: A\n---\n";

#[test]
fn addresses_are_made_from_the_names() {
    let site = site(&[
        ("content/O paktu/_index.md", A),
        ("content/O paktu/Životopis a pohovor.md", A),
        ("content/O paktu/01_uvod.md", A),
        ("content/O paktu/50-plus.md", A),
        ("content/O paktu/verze-1.2.md", A),
        (
            "content/O paktu/jmeno.md",
            "---\ntitle: A\nslug: jinak\n---\n",
        ),
        (
            "content/02_firmy/_index.md",
            "---\ntitle: F\nslug: podniky\n---\n",
        ),
        ("content/02_firmy/hluboko/_index.md", A),
        ("content/02_firmy/hluboko/stranka.md", A),
        ("content/kontakt.md", A),
    ]);
    assert_snapshot!(paths(&site), @r"
    404.html
    index.html
    kontakt/index.html
    o-paktu/50-plus/index.html
    o-paktu/index.html
    o-paktu/jinak/index.html
    o-paktu/uvod/index.html
    o-paktu/verze-1-2/index.html
    o-paktu/zivotopis-a-pohovor/index.html
    podniky/hluboko/index.html
    podniky/hluboko/stranka/index.html
    podniky/index.html
    robots.txt
    sitemap.xml
    ");
    assert_eq!(findings(&site), "");
}

#[test]
fn a_section_lists_its_pages_and_sections() {
    let site = site(&[
        (
            "themes/t/templates/section.html",
            "{{ section.title }} ({{ section.path }}):\
             {% for p in section.pages %} {{ p.title }} {{ p.path }} {{ p.kind }};{% endfor %}\
             {% for s in section.sections %} [{{ s.title }} {{ s.path }} {{ s.kind }}]{% endfor %}",
        ),
        ("content/a/_index.md", "---\ntitle: Oddíl\n---\n"),
        ("content/a/jedna.md", "---\ntitle: Jedna\n---\n"),
        ("content/a/dve.md", "---\ntitle: Dvě\n---\n"),
        ("content/a/b/_index.md", "---\ntitle: Uvnitř\n---\n"),
        ("content/a/b/tri.md", "---\ntitle: Tři\n---\n"),
        ("content/a/akce/index.md", "---\ntitle: Akce\n---\n"),
        ("content/a/bez-popisu/ctyri.md", "---\ntitle: Čtyři\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["a/index.html", "a/b/index.html", "a/bez-popisu/index.html"]), @r"
    # a/index.html
    Oddíl (a/): Akce a/akce/ page; Dvě a/dve/ page; Jedna a/jedna/ page; [Bez popisu a/bez-popisu/ section] [Uvnitř a/b/ section]
    # a/b/index.html
    Uvnitř (a/b/): Tři a/b/tri/ page;
    # a/bez-popisu/index.html
    Bez popisu (a/bez-popisu/): Čtyři a/bez-popisu/ctyri/ page;
    ");
    assert_snapshot!(findings(&site), @"P0312 content/a/bez-popisu/ctyri.md folder=a/bez-popisu file=content/a/bez-popisu/_index.md");
}

#[test]
fn a_bundle_is_a_page_with_its_attachments() {
    let site = site(&[
        (
            "content/akce/Den řemesel/index.md",
            "---\ntitle: Den řemesel\n---\n[plakát](plakát.pdf) ![Dílna](foto/dílna.jpg)",
        ),
        ("content/akce/Den řemesel/plakát.pdf", "%PDF"),
        ("content/akce/Den řemesel/foto/dílna.jpg", "jpg"),
        ("content/akce/Den řemesel/zbylo.pdf", "%PDF"),
        ("content/akce/_index.md", "---\ntitle: Akce\n---\n"),
    ]);
    assert_snapshot!(paths(&site), @r"
    404.html
    akce/den-remesel/foto/dilna.jpg
    akce/den-remesel/index.html
    akce/den-remesel/plakat.pdf
    akce/index.html
    index.html
    robots.txt
    sitemap.xml
    ");
    assert_snapshot!(site.text("akce/den-remesel/index.html"), @r#"<p><a href="../../akce/den-remesel/plakat.pdf">plakát</a> <img src="../../akce/den-remesel/foto/dilna.jpg" alt="Dílna" /></p>"#);
    assert_eq!(findings(&site), "");
}

#[test]
fn attachments_are_published_only_if_a_published_page_uses_them() {
    let site = site(&[
        (
            "site.yaml",
            "title: Web\ntheme: t\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
        ),
        (
            "themes/t/templates/blocks/figure.html",
            "<img src=\"{{ attrs.src }}\">",
        ),
        (
            "content/a/_index.md",
            "---\ntitle: A\nimage: titul.jpg\nimage_alt: Titul\n---\n[ž](<Žádost o práci 2.PDF>) ![m](mapa.png)\n\n::figure[]{src=linka.png}\n",
        ),
        ("content/a/Žádost o práci 2.PDF", "x"),
        ("content/a/mapa.png", "x"),
        ("content/a/linka.png", "x"),
        ("content/a/titul.jpg", "x"),
        ("content/a/nikdo.png", "x"),
        (
            "content/a/koncept.md",
            "---\ntitle: K\ndraft: true\n---\n![k](jen-koncept.png)",
        ),
        ("content/a/jen-koncept.png", "x"),
        ("content/_static/.well-known/security.txt", "x"),
        ("content/_static/Soubor.pdf", "x"),
    ]);
    assert_snapshot!(paths(&site), @r"
    .well-known/security.txt
    404.html
    Soubor.pdf
    a/index.html
    a/linka.png
    a/mapa.png
    a/titul.jpg
    a/zadost-o-praci-2.pdf
    index.html
    robots.txt
    ");
    assert_snapshot!(site.text("a/index.html"), @r#"
    <p><a href="../a/zadost-o-praci-2.pdf">ž</a> <img src="../a/mapa.png" alt="m" /></p>
    <img src="../a/linka.png">
    "#);
    assert_eq!(
        site.text("a/zadost-o-praci-2.pdf"),
        "file content/a/Žádost o práci 2.PDF"
    );
    assert_eq!(site.text("Soubor.pdf"), "file content/_static/Soubor.pdf");
}

#[test]
fn svg_attachments_are_cleaned_and_static_ones_are_not() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"><script>x()</script><path d=\"M0 0\"/></svg>";
    let site = site(&[
        ("content/a.md", "---\ntitle: A\n---\n![o](o.svg)"),
        ("content/o.svg", svg),
        ("content/_static/s.svg", svg),
    ]);
    assert_snapshot!(site.text("o.svg"), @r#"<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>"#);
    assert_eq!(site.text("s.svg"), "file content/_static/s.svg");
}

#[test]
fn drafts_are_left_out_unless_asked_for() {
    let files = [
        (
            "themes/t/templates/page.html",
            "{{ page.title }} draft={{ page.draft }} noindex={{ page.noindex }}",
        ),
        ("content/hotovo.md", "---\ntitle: Hotovo\n---\n"),
        (
            "content/koncept.md",
            "---\ntitle: Koncept\ndraft: true\n---\n",
        ),
    ];
    assert_eq!(
        site(&files).paths(),
        [
            "404.html",
            "hotovo/index.html",
            "index.html",
            "robots.txt",
            "sitemap.xml"
        ]
    );
    let site = site_in(
        &files,
        Mode {
            drafts: true,
            ..Mode::default()
        },
    );
    assert_snapshot!(texts(&site, &["hotovo/index.html", "koncept/index.html"]), @r"
    # hotovo/index.html
    Hotovo draft=false noindex=false
    # koncept/index.html
    Koncept draft=true noindex=true
    ");
    assert!(
        !site
            .text("sitemap.xml")
            .contains("koncept")
    );
}

#[test]
fn what_is_wrong_in_a_draft_is_a_warning() {
    let files = [(
        "content/koncept.md",
        "---\ntitle: Koncept\ndraft: true\ntitel: x\n---\n# Nadpis\n",
    )];
    let left_out = site(&files);
    assert_eq!(
        left_out
            .findings()
            .iter()
            .map(|finding| (finding.code.id(), finding.is_error()))
            .collect::<Vec<_>>(),
        [("P0206", false), ("P0501", false)]
    );
    let shown = site_in(
        &files,
        Mode {
            drafts: true,
            ..Mode::default()
        },
    );
    assert!(
        shown
            .findings()
            .iter()
            .all(pakt::diagnostic::Diagnostic::is_error)
    );
    assert_eq!(shown.codes(), left_out.codes());
    assert!(
        left_out
            .drawn(ToolLanguage::Cs)
            .contains("varování[P0206]")
            && shown
                .drawn(ToolLanguage::Cs)
                .contains("chyba[P0206]")
    );
}

#[test]
fn pages_come_by_weight_then_number_then_title() {
    let list = "{% for p in section.pages %}{{ p.title }} {% endfor %}| {% for s in section.sections %}{{ s.title }} {% endfor %}";
    let site = site(&[
        ("themes/t/templates/section.html", list),
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        ("content/a/02_druha.md", "---\ntitle: druhá\n---\n"),
        ("content/a/01_prvni.md", "---\ntitle: první\n---\n"),
        (
            "content/a/09_lehka.md",
            "---\ntitle: lehká\nweight: -5\n---\n",
        ),
        ("content/a/p1.md", "---\ntitle: idea\n---\n"),
        ("content/a/p2.md", "---\ntitle: chata\n---\n"),
        ("content/a/p3.md", "---\ntitle: hůl\n---\n"),
        ("content/a/p4.md", "---\ntitle: čaj\n---\n"),
        ("content/a/p5.md", "---\ntitle: cukr\n---\n"),
        ("content/a/02_b/_index.md", "---\ntitle: B\n---\n"),
        ("content/a/01_z/_index.md", "---\ntitle: Z\n---\n"),
        ("content/a/c/_index.md", "---\ntitle: C\nweight: 0\n---\n"),
        ("content/a/03_bez-popisu/x.md", "---\ntitle: X\n---\n"),
        ("content/a/k/_index.md", "---\ntitle: K\n---\n"),
        ("content/a/l-bez-popisu/x.md", "---\ntitle: X\n---\n"),
        ("content/a/m/_index.md", "---\ntitle: M\n---\n"),
    ]);
    assert_snapshot!(site.text("a/index.html"), @"lehká první druhá cukr čaj hůl chata idea | C Z B Bez popisu K L bez popisu M");
}

#[test]
fn a_section_may_sort_by_date_or_title() {
    let list = "{% for p in section.pages %}{{ p.title }} {% endfor %}";
    let page = |title: &str, more: &str| format!("---\ntitle: {title}\n{more}---\n");
    let (cs, b, c, d) = (
        page("čas", "date: 2026-01-01\n"),
        page("bez data", ""),
        page("chyba", "date: 2026-03-01\n"),
        page("horko", "date: 2026-03-01\nweight: 1\n"),
    );
    let files = |sort: &'static str| {
        [
            ("themes/t/templates/section.html", list),
            ("content/a/_index.md", sort),
            ("content/a/1.md", &*cs),
            ("content/a/2.md", &*b),
            ("content/a/3.md", &*c),
            ("content/a/4.md", &*d),
        ]
    };
    assert_eq!(
        site(&files("---\ntitle: A\nsort: date\n---\n"))
            .text("a/index.html")
            .trim(),
        "horko chyba čas bez data"
    );
    assert_eq!(
        site(&files("---\ntitle: A\nsort: title\n---\n"))
            .text("a/index.html")
            .trim(),
        "bez data čas horko chyba"
    );
    assert_eq!(
        site(&files("---\ntitle: A\nsort: weight\n---\n"))
            .text("a/index.html")
            .trim(),
        "horko bez data čas chyba"
    );
}

#[test]
fn former_addresses_lead_to_the_page() {
    let site = site(&[
        (
            "themes/t/templates/redirect.html",
            "{{ target }} | {{ url }} | {{ title }} | {{ lang }} | {{ root }}",
        ),
        (
            "content/a/_index.md",
            "---\ntitle: Oddíl\naliases: /stary-oddil/\n---\n",
        ),
        (
            "content/a/b.md",
            "---\ntitle: Stránka\naliases: [/stara/adresa/, /stara.html, bez-lomitka, '/s mezerou/']\n---\n",
        ),
        (
            "content/a/b.en.md",
            "---\ntitle: Page\naliases: [/en/old/]\n---\n",
        ),
        (
            "content/a/k.md",
            "---\ntitle: Koncept\ndraft: true\naliases: [/koncept-driv/]\n---\n",
        ),
        // An unpublished page with the same address: redirects must not lead to it.
        ("content/a/00_b.md", "---\ntitle: Jiná\ndraft: true\n---\n"),
    ]);
    let redirects: Vec<String> = site
        .paths()
        .into_iter()
        .filter(|path| {
            path.contains("star")
                || path.contains("old")
                || path.contains("mez")
                || path.contains("driv")
        })
        .collect();
    let redirects: Vec<&str> = redirects
        .iter()
        .map(String::as_str)
        .collect();
    assert_snapshot!(texts(&site, &redirects), @r"
    # en/old/index.html
    ../../en/a/b/ | https://pakt.example/web/en/a/b/ | Page | en | ../../
    # s mezerou/index.html
    ../a/b/ | https://pakt.example/web/a/b/ | Stránka | cs | ../
    # stara.html
    ./a/b/ | https://pakt.example/web/a/b/ | Stránka | cs | ./
    # stara/adresa/index.html
    ../../a/b/ | https://pakt.example/web/a/b/ | Stránka | cs | ../../
    # stary-oddil/index.html
    ../a/ | https://pakt.example/web/a/ | Oddíl | cs | ../
    ");
}
