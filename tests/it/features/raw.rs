//! Raw HTML that counts like Markdown: links, pictures, anchors, tables, plain text.

use insta::assert_snapshot;

use super::{SETTINGS, findings, site, site_in, texts};
use crate::support::TestSite;
use pakt::route::LinkStyle;
use pakt::site::Mode;

/// Builds a site around a page `content/x.md` with this body, which begins in line 4.
fn around(body: &str) -> TestSite {
    site(&files(&page(body)))
}

fn page(body: &str) -> String {
    format!("---\ntitle: X\n---\n{body}")
}

/// A page and what it may lead to.
fn files(page: &str) -> Vec<(&str, &str)> {
    vec![
        ("content/x.md", page),
        ("content/y.md", "---\ntitle: Y\n---\n## Otázky\n"),
        ("content/y.en.md", "---\ntitle: Why\n---\n"),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        (
            "content/koncept.md",
            "---\ntitle: Koncept\ndraft: true\n---\n",
        ),
        ("content/a b.pdf", "%PDF"),
        ("content/o.png", "x"),
    ]
}

/// Returns the page and its findings.
fn published(body: &str) -> String {
    let site = around(body);
    format!("{}\n{}", site.text("x/index.html").trim(), findings(&site))
}

#[test]
fn links_and_pictures_lead_to_files() {
    assert_snapshot!(published(
        "Víc <a class=\"c\" href=\"y.md#otazky\" id='i'>tam</a>, <a href=y.en.md>anglicky</a>, \
         <A HREF='a%20b.pdf' title=t>leták</A>.\n\n\
         <p><img src=\"/o.png\" alt=\"A &amp; B\" width=\"3\"></p>\n\n\
         > - <a\n>   href=\"./y.md\">v seznamu</a> <a href=\"#i\">sem</a>\n"
    ), @r##"
    <p>Víc <a class="c" href="../y/#otazky" id="i">tam</a>, <a href="../en/y/" hreflang="en">anglicky</a>, <a href="../a-b.pdf" title="t">leták</a>.</p>
    <p><img src="../o.png" alt="A &amp; B" width="3"></p>
    <blockquote>
    <ul>
    <li><a href="../y/">v seznamu</a> <a href="#i">sem</a></li>
    </ul>
    </blockquote>
    "##);
}

#[test]
fn files_named_in_raw_html_are_published() {
    let site = around("<a href=\"a b.pdf\">leták</a> <img src=o.png alt=o>\n");
    let paths = site.paths();
    assert!(
        paths.contains(&"a-b.pdf".to_owned()) && paths.contains(&"o.png".to_owned()),
        "{paths:?}"
    );
}

#[test]
fn dead_links_and_pictures_are_found_where_they_are() {
    assert_snapshot!(published(
        "Víc <a href=\"nikde.md\">tady</a> a <a href=y.md#nic>tam</a>.\n\
         Brzy <a href=\"koncept.md\" class=\"b\">něco</a>.\n\n\
         - <div>\n  <img src='nic.png' alt=\"Mapa\">\n  </div>\n\n\
         :::z\n<a href=\"../../ven.md\">ven</a>\n:::\n"
    ), @r#"
    <p>Víc <a>tady</a> a <a>tam</a>.
    Brzy <a class="b">něco</a>.</p>
    <ul>
    <li><div>
    Mapa
    </div>
    </li>
    </ul>
    <p><a>ven</a></p>
    P0401 content/x.md:4:8 target=nikde.md near=_index.md
    P0402 content/x.md:4:38 anchor=nic target=y.md near=
    P0405 content/x.md:5:9 target=koncept.md
    P0401 content/x.md:8:8 target=nic.png near=
    P0502 content/x.md:11:1 name=z known=no-blocks near=
    P0407 content/x.md:12:4 target=../../ven.md
    "#);
}

#[test]
fn what_is_unsafe_or_elsewhere_is_found_and_left_out() {
    assert_snapshot!(published(
        "<a href=\"javascript:x()\">a</a> <img src=\"https://jinde.example/o.png\" alt=\"O\">\n\
         <img alt=d src=\"data:image/png;base64,AA\"> <a href=\"https://jinde.example/?a=1&b=2\">j</a>\n"
    ), @r#"
    <p><a>a</a> O
    d <a href="https://jinde.example/?a=1&amp;b=2">j</a></p>
    P0406 content/x.md:4:4 scheme=javascript
    P0408 content/x.md:4:37 target=https://jinde.example/o.png
    P0406 content/x.md:5:12 scheme=data
    "#);
}

#[test]
fn a_picture_needs_an_alternative_text() {
    assert_snapshot!(published(
        "Text <img src=\"o.png\"> a ozdoba <img src=\"o.png\" alt=\"\">.\n"
    ), @r#"
    <p>Text <img src="../o.png" alt="" /> a ozdoba <img src="../o.png" alt="">.</p>
    P0404 content/x.md:4:6 target=o.png form=html
    "#);
}

#[test]
fn allowed_html_is_led_to_files_but_not_judged() {
    let settings = format!("{SETTINGS}markdown: {{html: allow}}\n");
    let page = page(
        "<video src=\"a%20b.pdf\" poster=o.png></video> <a onclick=x() href=y.md>y</a>\n\
         <a href=\"javascript:x()\">a</a> <img src=\"https://jinde.example/o.png\" alt=\"O\"> <a href=n.md>n</a>\n",
    );
    let mut files = files(&page);
    files.push(("site.yaml", &settings));
    let site = site(&files);
    assert_snapshot!(format!("{}{}", site.text("x/index.html"), findings(&site)), @r#"
    <p><video src="../a-b.pdf" poster="../o.png"></video> <a onclick=x() href="../y/">y</a>
    <a href="javascript:x()">a</a> <img src="https://jinde.example/o.png" alt="O"> <a>n</a></p>
    P0401 content/x.md:5:83 target=n.md near=x.md
    "#);
}

#[test]
fn raw_links_are_relative_from_every_depth_and_portable() {
    let text = page("<a href=\"/y.md\">y</a> <img src=\"/o.png\" alt=\"o\">");
    let mut files = files(&text);
    files.extend([("content/a/_index.md", &*text), ("content/a/b/c.md", &text)]);
    let routes = ["a/index.html", "a/b/c/index.html"];
    let mode = Mode {
        links: LinkStyle::File,
        ..Mode::default()
    };
    assert_snapshot!(format!("{}{}", texts(&site(&files), &routes), texts(&site_in(&files, mode), &routes)), @r#"
    # a/index.html
    <p><a href="../y/">y</a> <img src="../o.png" alt="o"></p>
    # a/b/c/index.html
    <p><a href="../../../y/">y</a> <img src="../../../o.png" alt="o"></p>
    # a/index.html
    <p><a href="../y/index.html">y</a> <img src="../o.png" alt="o"></p>
    # a/b/c/index.html
    <p><a href="../../../y/index.html">y</a> <img src="../../../o.png" alt="o"></p>
    "#);
}

#[test]
fn identifiers_are_anchors_and_unique() {
    assert_snapshot!(published(
        "[a](#cast) [b](#jmeno) [c](#dva) [d](x.md#cast)\n\n\
         <h2 id=\"cast\">Část</h2>\n\n<a name=\"jmeno\"></a>Text <b id=dva>2</b>[^p]\n\n\
         ## Dva\n\n## Fn 1\n\n<div id=\"cast\">\n\n## Tři {#dva}\n\n</div>\n\n\
         ### Čtyři {#fnref-1}\n\n[^p]: Poznámka\n"
    ), @r##"
    <p><a href="#cast">a</a> <a href="#jmeno">b</a> <a href="#dva">c</a> <a href="../x/#cast">d</a></p>
    <h2 id="cast">Část</h2>
    <p><a name="jmeno"></a>Text <b id="dva">2</b><sup class="footnote-reference"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p>
    <h2 id="dva-2">Dva</h2>
    <h2 id="fn-1-2">Fn 1</h2>
    <div id="cast">
    <h2 id="dva">Tři</h2>
    </div>
    <h3 id="fnref-1">Čtyři</h3>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn-1">
    <p>Poznámka</p>
    <p class="footnote-back"><a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩</a></p>
    </li>
    </ol>
    </section>
    P0509 content/x.md:14:1 id=cast
    P0509 content/x.md:16:1 id=dva
    P0509 content/x.md:20:1 id=fnref-1
    "##);
}

#[test]
fn an_identifier_that_cleaning_removes_is_no_anchor() {
    assert_snapshot!(published("[a](#f)\n\n<form id=\"f\">x</form>\n"), @r##"
    <p>a</p>
    x
    P0402 content/x.md:4:1 anchor=f target=x.md near=
    P0513 content/x.md:6:1 cause=form name=form attributes=
    "##);
}

#[test]
fn tables_scroll_like_those_of_markdown() {
    let messages = "table = Tabulka { $number }\n";
    let text = page(
        "## Kdy\n\n<table>\n<tr><td>a<table><tr><td>b</td></tr></table></td></tr>\n</table>\n\n\
         | c |\n|---|\n\n> <table class=k><tr><td>\n>\n> *d*\n>\n> </td></tr></table>\n\n<table>\n",
    );
    let mut files = files(&text);
    files.push(("themes/t/locales/cs.ftl", messages));
    assert_snapshot!(site(&files).text("x/index.html"), @r##"
    <h2 id="kdy">Kdy</h2>
    <div class="table" role="region" aria-label="Tabulka 1: Kdy" tabindex="0"><table>
    <tbody><tr><td>a<table><tbody><tr><td>b</td></tr></tbody></table></td></tr>
    </tbody></table></div>
    <div class="table" role="region" aria-label="Tabulka 2: Kdy" tabindex="0"><table><thead><tr><th scope="col">c</th></tr></thead><tbody>
    </tbody></table></div>
    <blockquote>
    <div class="table" role="region" aria-label="Tabulka 3: Kdy" tabindex="0"><table class="k"><tbody><tr><td>
    <p><em>d</em></p>
    </td></tr></tbody></table></div>
    </blockquote>
    <table>
    </table>
    "##);
}

#[test]
fn numbers_of_lists_stay() {
    assert_snapshot!(published("<ol start=\"5\" reversed>\n<li>a</li>\n<li value=\"2\">b</li>\n</ol>\n"), @r#"
    <ol start="5" reversed="">
    <li>a</li>
    <li value="2">b</li>
    </ol>
    "#);
}

#[test]
fn line_breaks_separate_words_in_plain_text() {
    let body = page(
        "Úřad<br>v<br/>Turnově<BR />na <b>náměstí</b> a <script>skript()</script>dom<wbr>ek\n\n\
         ## Kdy<br>přijít <style>styl</style>\n",
    );
    let mut files = files(&body);
    files.push((
        "themes/t/templates/page.html",
        "{{ page.description }}|{{ content }}",
    ));
    let site = site(&files);
    let html = site.text("x/index.html");
    assert!(
        html.starts_with("Úřad v Turnově na náměstí a domek|"),
        "{html}"
    );
    assert!(html.contains("<h2 id=\"kdy-prijit\">"), "{html}");
    let index: String = site
        .snapshot
        .renderer
        .site()
        .routes
        .iter()
        .map(|(route, _)| route.to_string())
        .filter(|route| route.contains("hledani") || route.contains("search"))
        .map(|route| site.text(&route))
        .collect();
    assert!(
        !index.contains("skript") && !index.contains("styl"),
        "{index}"
    );
}

#[test]
fn html_shown_as_text_is_text_everywhere() {
    let settings = format!("{SETTINGS}markdown: {{html: escape}}\n");
    let body = page("a<br>b <a href=\"n.md\" id=\"x\">c</a> ![d<br>e](o.png)\n\n## f<br>g\n");
    let mut files = files(&body);
    files.push(("site.yaml", &settings));
    let site = site(&files);
    assert_snapshot!(format!("{}{}", site.text("x/index.html"), findings(&site)), @r#"
    <p>a&lt;br&gt;b &lt;a href="n.md" id="x"&gt;c&lt;/a&gt; <img src="../o.png" alt="d&lt;br&gt;e" /></p>
    <h2 id="f-br-g">f&lt;br&gt;g</h2>
    "#);
}

#[test]
fn elements_without_target_or_words_are_found_at_their_tags() {
    let page = published(
        "a <a href=\"\">b</a> <a>c</a> <a id=\"i\"></a> <img alt=\"e\"> <img src=\"\" alt=\"f\">\n\n\
         > - <h2> </h2>\n\nd <a href=y.md><img src=o.png alt=''></a> <a href=y.md>[^1]</a>\n\n\
         <details><summary></summary>\n\nText\n\n</details>\n\n[^1]: <h1>g</h1>\n",
    );
    assert_snapshot!(page, @r##"
    <p>a <a>b</a> <a>c</a> <a id="i"></a> e f</p>
    <blockquote>
    <ul>
    <li><h2> </h2>
    </li>
    </ul>
    </blockquote>
    <p>d <a href="../y/"><img src="../o.png" alt=""></a> <a href="../y/"><sup class="footnote-reference"></sup></a><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></p>
    <details><summary></summary>
    <p>Text</p>
    </details>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn-1">
    <h1>g</h1>
    <p class="footnote-back"><a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩</a></p>
    </li>
    </ol>
    </section>
    P0409 content/x.md:4:3 kind=link form=html
    P0409 content/x.md:4:20 kind=link form=html
    P0409 content/x.md:4:44 kind=picture form=html
    P0409 content/x.md:4:58 kind=picture form=html
    P0517 content/x.md:6:5 kind=heading form=html
    P0517 content/x.md:8:3 kind=link form=html
    P0517 content/x.md:10:10 kind=summary form=html
    P0501 content/x.md:16:7 form=html
    "##);
}

#[test]
fn an_element_ends_on_its_own_level() {
    assert_snapshot!(published("<h2>\n\n::a\n\n:::b\n\n</h2>\n\n:::\n\n</h2>\n"), @r"
    <h2>


    </h2>
    P0502 content/x.md:6:1 name=a known=no-blocks near=
    P0502 content/x.md:8:1 name=b known=no-blocks near=
    P0538 content/x.md:10:1 cause=end name=h2
    ");
}

#[test]
fn headings_of_raw_html_count_for_skipped_levels() {
    assert_snapshot!(findings(&around("## A\n\n<h4>B</h4>\n\n<h3>C</h3>\n\n#### D\n")), @r"
    P0518 content/x.md:6:1 level=4 previous=2 right=3 form=html
    ");
}
