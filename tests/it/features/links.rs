//! Links and images: files become addresses.

use insta::assert_snapshot;

use super::{SETTINGS, findings, site, site_in, texts};
use pakt::route::LinkStyle;
use pakt::site::Mode;

#[test]
fn links_name_files_and_lead_to_addresses() {
    let body = "\
[vedle](y.md)
[nahoru](../b/_index.md#cast)
[od kořene](/b/z.md?q=1&r=2#cast)
[složka](../b)
[složka s lomítkem](../b/)
[bez popisu](../c)
[domů](/)
[domů souborem](../_index.md)
[sem](#nadpis)
[sama na sebe](x.md#nadpis)
[kódovaně](%C5%BElu%C5%A5.md)
[s mezerou](<dvě slova.md>)
[soubor](leták.pdf#page=2)
[nsp](https://www.nsp.cz/?a=1&b=2 \"Titulek & spol.\")
[pošta](mailto:a@b.cz)
<https://www.upcr.cz/> <a@b.cz>
[odkazem][o]

## Nadpis

[o]: ../b/z.md \"Zet\"
";
    let page = format!("---\ntitle: X\n---\n{body}");
    let site = site(&[
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        ("content/a/x.md", &page),
        ("content/a/y.md", "---\ntitle: Y\n---\n"),
        ("content/a/žluť.md", "---\ntitle: Ž\n---\n"),
        ("content/a/dvě slova.md", "---\ntitle: D\n---\n"),
        ("content/a/leták.pdf", "x"),
        ("content/b/_index.md", "---\ntitle: B\n---\n## Část\n"),
        ("content/b/z.md", "---\ntitle: Z\nslug: zet\n---\n## Část\n"),
        ("content/c/w.md", "---\ntitle: W\n---\n"),
    ]);
    assert_snapshot!(site.text("a/x/index.html"), @r##"
    <p><a href="../../a/y/">vedle</a>
    <a href="../../b/#cast">nahoru</a>
    <a href="../../b/zet/?q=1&amp;r=2#cast">od kořene</a>
    <a href="../../b/">složka</a>
    <a href="../../b/">složka s lomítkem</a>
    <a href="../../c/">bez popisu</a>
    <a href="../../">domů</a>
    <a href="../../">domů souborem</a>
    <a href="#nadpis">sem</a>
    <a href="../../a/x/#nadpis">sama na sebe</a>
    <a href="../../a/zlut/">kódovaně</a>
    <a href="../../a/dve-slova/">s mezerou</a>
    <a href="../../a/letak.pdf#page=2">soubor</a>
    <a href="https://www.nsp.cz/?a=1&amp;b=2" title="Titulek &amp; spol.">nsp</a>
    <a href="mailto:a@b.cz">pošta</a>
    <a href="https://www.upcr.cz/">https://www.upcr.cz/</a> <a href="mailto:a@b.cz">a@b.cz</a>
    <a href="../../b/zet/" title="Zet">odkazem</a></p>
    <h2 id="nadpis">Nadpis</h2>
    "##);
    assert_snapshot!(findings(&site), @"P0312 content/c/w.md folder=c file=content/c/_index.md");
}

#[test]
fn links_go_to_the_readers_language_if_it_exists() {
    let body = "---\ntitle: X\n---\n[překlad](b.md#cil) [jen česky](c.md \"T\") [anglicky](b.en.md) [složka](d) [složka jen česky](e/_index.md)\n";
    let site = site(&[
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/x.md", body),
        ("content/x.en.md", body),
        ("content/x.uk.md", body),
        ("content/b.md", "---\ntitle: B\n---\n## B {#cil}\n"),
        (
            "content/b.en.md",
            "---\ntitle: B en\nslug: bee\n---\n## B {#cil}\n",
        ),
        ("content/c.md", "---\ntitle: C\n---\n"),
        ("content/d/_index.md", "---\ntitle: D\n---\n"),
        ("content/d/_index.en.md", "---\ntitle: D en\n---\n"),
        ("content/e/_index.md", "---\ntitle: E\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["x/index.html", "en/x/index.html", "uk/x/index.html"]), @r#"
    # x/index.html
    <p><a href="../b/#cil">překlad</a> <a href="../c/" title="T">jen česky</a> <a href="../en/bee/" hreflang="en">anglicky</a> <a href="../d/">složka</a> <a href="../e/">složka jen česky</a></p>
    # en/x/index.html
    <p><a href="../../en/bee/#cil">překlad</a> <a href="../../c/" hreflang="cs" title="T">jen česky</a> <a href="../../en/bee/">anglicky</a> <a href="../../en/d/">složka</a> <a href="../../e/" hreflang="cs">složka jen česky</a></p>
    # uk/x/index.html
    <p><a href="../../b/#cil" hreflang="cs">překlad</a> <a href="../../c/" hreflang="cs" title="T">jen česky</a> <a href="../../en/bee/" hreflang="en">anglicky</a> <a href="../../d/" hreflang="cs">složka</a> <a href="../../e/" hreflang="cs">složka jen česky</a></p>
    "#);
    assert_snapshot!(findings(&site), @"P0312 content/x.uk.md folder= file=content/_index.uk.md");
}

#[test]
fn links_are_relative_from_every_depth() {
    let link = "---\ntitle: X\n---\n[b](/b.md)";
    let site = site(&[
        ("content/_index.md", link),
        ("content/b.md", "---\ntitle: B\n---\n"),
        ("content/c/_index.md", link),
        ("content/c/d/_index.md", "---\ntitle: D\n---\n"),
        ("content/c/d/e/_index.md", link),
        ("content/c/d/e/f/_index.md", "---\ntitle: F\n---\n"),
        ("content/c/d/e/f/g.md", link),
    ]);
    assert_snapshot!(texts(&site, &["index.html", "c/index.html", "c/d/e/index.html", "c/d/e/f/g/index.html"]), @r#"
    # index.html
    <p><a href="./b/">b</a></p>
    # c/index.html
    <p><a href="../b/">b</a></p>
    # c/d/e/index.html
    <p><a href="../../../b/">b</a></p>
    # c/d/e/f/g/index.html
    <p><a href="../../../../../b/">b</a></p>
    "#);
}

#[test]
fn portable_links_name_files() {
    let files = [
        (
            "themes/t/templates/page.html",
            "{{ content }} {{ root }}{{ site.home }} {{ page.url }} {% for c in page.breadcrumbs %}{{ root }}{{ c.path }} {% endfor %}{{ link(to='a.md') }}",
        ),
        ("themes/t/templates/404.html", "{{ root }}{{ site.home }}"),
        ("themes/t/templates/redirect.html", "{{ target }} {{ url }}"),
        (
            "content/a.md",
            "---\ntitle: A\naliases: [/driv/]\n---\n[domů](_index.md) [sem](#x) [b](b/_index.md#cil) [soubor](s.pdf)\n\n## X\n",
        ),
        ("content/s.pdf", "x"),
        ("content/b/_index.md", "---\ntitle: B\n---\n## Cíl\n"),
    ];
    let portable = site_in(
        &files,
        Mode {
            links: LinkStyle::File,
            ..Mode::default()
        },
    );
    assert_snapshot!(texts(&portable, &["a/index.html", "404.html", "driv/index.html"]), @r##"
    # a/index.html
    <p><a href="../index.html">domů</a> <a href="#x">sem</a> <a href="../b/index.html#cil">b</a> <a href="../s.pdf">soubor</a></p>
    <h2 id="x">X</h2>
     ../index.html https://pakt.example/web/a/ ../index.html ../a/index.html
    # 404.html
    /web/index.html
    # driv/index.html
    ../a/index.html https://pakt.example/web/a/
    "##);
    assert_eq!(
        portable.text("sitemap.xml"),
        site(&files).text("sitemap.xml")
    );
}

#[test]
fn images_lead_to_their_files() {
    let site = site(&[
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        (
            "content/a/x.md",
            "---\ntitle: X\n---\n![Mapa *kraje*](../Mapa kraje.PNG)\n\n![Mapa *kraje*](<../Mapa kraje.PNG> \"Titulek\")\n\n[![Obrázek v odkazu](foto.jpg)](_index.md)\n",
        ),
        ("content/Mapa kraje.PNG", "x"),
        ("content/a/foto.jpg", "x"),
    ]);
    assert_snapshot!(site.text("a/x/index.html"), @r#"
    <p>![Mapa <em>kraje</em>](../Mapa kraje.PNG)</p>
    <p><img src="../../mapa-kraje.png" alt="Mapa kraje" title="Titulek" /></p>
    <p><a href="../../a/"><img src="../../a/foto.jpg" alt="Obrázek v odkazu" /></a></p>
    "#);
    assert_snapshot!(findings(&site), @"P0403 content/a/x.md:4:2 target=../Mapa kraje.PNG");
}

#[test]
fn dead_links_suggest_the_nearest_target() {
    let site = site(&[
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        ("content/a/pohovor.md", "---\ntitle: P\n---\n## Otázky\n"),
        (
            "content/x.md",
            "---\ntitle: X\n---\n[a](a/pohovr.md) [b](pohovor.md) [c](a/pohovor.md#otazka) [d](#nic) [e](zivot.md) [f](a/letak.pdf)\n",
        ),
    ]);
    assert_snapshot!(findings(&site), @r"
    P0401 content/x.md:4:1 target=a/pohovr.md near=a/pohovor.md
    P0401 content/x.md:4:18 target=pohovor.md near=a/pohovor.md
    P0402 content/x.md:4:34 anchor=otazka target=a/pohovor.md near=otazky
    P0402 content/x.md:4:59 anchor=nic target=x.md near=
    P0401 content/x.md:4:69 target=zivot.md near=
    P0401 content/x.md:4:83 target=a/letak.pdf near=
    ");
}

#[test]
fn suggestions_depend_neither_on_the_order_of_pages_nor_on_links() {
    // The pictures of pages are resolved before other pages' attachments are known.
    let page = |picture: &str, body: &str| {
        format!("---\ntitle: X\nimage: {picture}\nimage_alt: X\n---\n{body}\n")
    };
    let (first, last) = (
        page("fotka.jpg", ""),
        page("dilna.jpg", "![Fotky](fotky.jpg)"),
    );
    let pictures = [("content/fotky.jpg", "x"), ("content/dilny.jpg", "x")];
    let one = site(
        &[
            &[
                ("content/a.md", first.as_str()),
                ("content/b.md", last.as_str()),
            ][..],
            &pictures,
        ]
        .concat(),
    );
    let other = site(
        &[
            &[
                ("content/b.md", first.as_str()),
                ("content/a.md", last.as_str()),
            ][..],
            &pictures,
        ]
        .concat(),
    );
    assert_snapshot!(findings(&one), @r"
    P0401 content/a.md:3:8 target=fotka.jpg near=fotky.jpg
    P0401 content/b.md:3:8 target=dilna.jpg near=dilny.jpg
    ");
    assert_snapshot!(findings(&other), @r"
    P0401 content/a.md:3:8 target=dilna.jpg near=dilny.jpg
    P0401 content/b.md:3:8 target=fotka.jpg near=fotky.jpg
    ");
}

#[test]
fn every_content_file_is_suggested_by_its_path_from_the_page() {
    let body =
        "[a](letak.pdf) [b](/formular.odt) [c](rozpis.md) [d](_static/logo.svg) [e](vcera.md)";
    let site = site(&[
        (
            "content/x/_index.md",
            &format!("---\ntitle: X\n---\n{body}\n"),
        ),
        ("content/soubory/letak.pdf", "x"),
        ("content/formulare.odt", "x"),
        (
            "content/x/rozpisy.md",
            "---\ntitle: Rozpisy\ndraft: true\n---\n",
        ),
        (
            "content/x/vcerejsi.md",
            "---\ntitle: Včera\npublish_until: 2026-11-21\n---\n",
        ),
        ("content/_static/logo.svg", "<svg/>"),
        ("data/letak.pdf", "x"),
    ]);
    assert_snapshot!(findings(&site), @r"
    P0401 content/x/_index.md:4:1 target=letak.pdf near=../soubory/letak.pdf
    P0401 content/x/_index.md:4:16 target=/formular.odt near=../formulare.odt
    P0401 content/x/_index.md:4:35 target=rozpis.md near=rozpisy.md
    P0401 content/x/_index.md:4:50 target=_static/logo.svg near=../_static/logo.svg
    P0401 content/x/_index.md:4:72 target=vcera.md near=vcerejsi.md
    ");
}

#[test]
fn only_pages_are_suggested_for_a_menu() {
    let settings = format!("{SETTINGS}navigation: {{main: [kontakty.md, letak.pdf]}}\n");
    let site = site(&[
        ("site.yaml", &settings),
        (
            "content/kontakty-mapa.md",
            "---\ntitle: K\n---\n[l](letak.pdf)\n",
        ),
        ("content/kontakty.pdf", "x"),
        ("content/letak.pdf", "x"),
    ]);
    assert_snapshot!(findings(&site), @r"
    P0401 site.yaml:15:21 target=kontakty.md near=kontakty-mapa.md
    P0401 site.yaml:15:34 target=letak.pdf near=
    ");
}

#[test]
fn files_of_the_root_are_named_as_they_are_published() {
    let body = "[logo](/logo.svg) <link rel=\"icon\" href=\"/logo.svg\">\n\n![Logo](/logo.svg)";
    let settings = format!("{SETTINGS}markdown: {{html: allow}}\n");
    let site = site(&[
        ("site.yaml", &settings),
        ("content/a.md", &format!("---\ntitle: A\n---\n{body}\n")),
        ("content/_static/logo.svg", "<svg/>"),
    ]);
    assert_eq!(findings(&site), "");
    let html = site.text("a/index.html");
    assert_eq!(
        html.matches("\"../logo.svg\"")
            .count(),
        3,
        "{html}"
    );
}
