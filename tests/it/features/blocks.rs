//! Blocks in their three forms.

use insta::assert_snapshot;

use super::{findings, site, texts};
use crate::support::TestSite;

/// A block template that prints everything it gets.
const SHOW: &str = "<b-{{ form }} n=\"{{ name }}\" id=\"{{ id }}\"{% for k, v in attrs %} {{ k }}=\"{{ v }}\"{% endfor %}>{% if title %}[{{ title }}]{% endif %}{{ body }}</b-{{ form }}>\n";

/// Builds a site with one page of this body and the blocks `a`, `b` and `c`.
fn body(text: &str) -> TestSite {
    let page = format!("---\ntitle: X\n---\n{text}");
    site(&[
        ("themes/t/templates/blocks/a.html", SHOW),
        ("themes/t/templates/blocks/b.html", SHOW),
        ("themes/t/templates/blocks/c.html", SHOW),
        ("content/x.md", &page),
        ("content/y.md", "---\ntitle: Y\n---\n## Část\n"),
        ("content/o.png", "x"),
    ])
}

#[test]
fn a_container_holds_markdown() {
    let site =
        body("Text\n:::a\n- položka\n- [ ] úkol\n\n## Nadpis\n:::\nza ním\n\n:::b[Název]\n:::\n");
    assert_snapshot!(site.text("x/index.html"), @r#"
    <p>Text</p>
    <b-container n="a" id="a"><ul>
    <li>položka</li>
    <li><span class="task">☐</span> úkol</li>
    </ul>
    <h2 id="nadpis">Nadpis</h2></b-container>
    <p>za ním</p>
    <b-container n="b" id="b">[Název]</b-container>
    "#);
    assert_eq!(findings(&site), "");
}

#[test]
fn a_line_and_an_inline_block_hold_text() {
    let site = body(
        "::a[Zavolat *hned*]{k=1}\n\n::b{k=1}\n\nVěta s :c[textem **tučným** a `kódem`]{k=\"a b\"} a :a[bez atributů]. Ne a:b[c], ne \\:a[x], ne `:a[x]`.\n",
    );
    assert_snapshot!(site.text("x/index.html"), @r#"
    <b-line n="a" id="a" k="1">[Zavolat <em>hned</em>]</b-line>
    <b-line n="b" id="b" k="1"></b-line>
    <p>Věta s <b-inline n="c" id="c" k="a b">[textem <strong>tučným</strong> a <code>kódem</code>]</b-inline> a <b-inline n="a" id="a-2">[bez atributů]</b-inline>. Ne a:b[c], ne :a[x], ne <code>:a[x]</code>.</p>
    "#);
    assert_eq!(findings(&site), "");
}

#[test]
fn contents_are_shown_once() {
    let page = |front: &str, block: &str| {
        format!("---\ntitle: X\n{front}---\n{block}\n\n## První\n\n## Druhá\n")
    };
    let site = site(&[
        ("themes/t/theme.yaml", "blocks: {toc: {contents: true}}\n"),
        (
            "themes/t/templates/blocks/toc.html",
            "<toc>{% for heading in page.toc %}{{ heading.id }} {% endfor %}</toc>",
        ),
        (
            "themes/t/templates/page.html",
            "{{ page.toc | length }} {{ content }}",
        ),
        ("content/neither.md", &page("", "")),
        ("content/place.md", &page("toc: true\n", "")),
        ("content/text.md", &page("", "::toc")),
        ("content/both.md", &page("toc: true\n", "::toc")),
    ]);
    let headings = "<h2 id=\"prvni\">První</h2>\n<h2 id=\"druha\">Druhá</h2>";
    assert_eq!(
        site.text("neither/index.html").trim(),
        format!("0 {headings}")
    );
    assert_eq!(
        site.text("place/index.html").trim(),
        format!("2 {headings}")
    );
    assert_eq!(
        site.text("text/index.html").trim(),
        format!("0 <toc>prvni druha </toc>\n{headings}")
    );
    assert_eq!(site.text("both/index.html"), site.text("text/index.html"));
}

#[test]
fn blocks_nest_by_their_colons() {
    let site = body(
        ":::::a\n::::b[B]\n:::c\nuvnitř :a[:b[hluboko]]\n:::\n::::\nza nimi\n\n::c[řádek]\n:::::\n",
    );
    assert_snapshot!(site.text("x/index.html"), @r#"
    <b-container n="a" id="a"><b-container n="b" id="b">[B]<b-container n="c" id="c"><p>uvnitř <b-inline n="a" id="a-2">[<b-inline n="b" id="b-2">[hluboko]</b-inline>]</b-inline></p></b-container></b-container>
    <p>za nimi</p>
    <b-line n="c" id="c-2">[řádek]</b-line></b-container>
    "#);
    assert_eq!(findings(&site), "");
}

#[test]
fn attributes_are_read_in_every_notation() {
    let site = body(
        ":::a{k=v q=\"dvě slova\" r='jedna \"uvnitř\"' prazdny .trida #muj-blok h_1=<b>}\n:::\n",
    );
    assert_snapshot!(site.text("x/index.html"), @r#"<b-container n="a" id="muj-blok" k="v" q="dvě slova" r="jedna &quot;uvnitř&quot;" prazdny="true" class="trida" id="muj-blok" h_1="&lt;b&gt;"></b-container>"#);
    assert_eq!(findings(&site), "");
}

#[test]
fn links_can_name_the_identifier_of_every_block() {
    let site = body(
        "## A\n\n:::a\n:::\n\n::a[x]\n\n:::a{#a-2}\n:::\n\nText :b[x] a :b[y].\n\n[první](#a-3) [druhý](#a-2) [vložený](#b-2) [nadpis](#a)\n",
    );
    assert_snapshot!(site.text("x/index.html"), @r##"
    <h2 id="a">A</h2>
    <b-container n="a" id="a-3"></b-container>
    <b-line n="a" id="a-4">[x]</b-line>
    <b-container n="a" id="a-2" id="a-2"></b-container>
    <p>Text <b-inline n="b" id="b">[x]</b-inline> a <b-inline n="b" id="b-2">[y]</b-inline>.</p>
    <p><a href="#a-3">první</a> <a href="#a-2">druhý</a> <a href="#b-2">vložený</a> <a href="#a">nadpis</a></p>
    "##);
    assert_eq!(findings(&site), "");
}

#[test]
fn a_title_is_inline_markdown() {
    let site = body(
        ":::a[**Tučně**, *kurzívou*, ~~škrtnuto~~, `kód`, a & b, <b>ne</b>, [odkaz](y.md)]\n:::\n\n:::a[_Kurzívou_ hned]\n:::\n\n:::a[# není nadpis]\n:::\n\n:::a[1. není seznam]\n:::\n\n:::a[**„Uvozovky“** hned]\n:::\n\n:::a[závorka [uvnitř] a \\] ven]\n:::\n\n:::a[]\n:::\n",
    );
    assert_snapshot!(site.text("x/index.html"), @r#"
    <b-container n="a" id="a">[<strong>Tučně</strong>, <em>kurzívou</em>, <del>škrtnuto</del>, <code>kód</code>, a &amp; b, ne, odkaz]</b-container>
    <b-container n="a" id="a-2">[<em>Kurzívou</em> hned]</b-container>
    <b-container n="a" id="a-3">[# není nadpis]</b-container>
    <b-container n="a" id="a-4">[1. není seznam]</b-container>
    <b-container n="a" id="a-5">[<strong>„Uvozovky“</strong> hned]</b-container>
    <b-container n="a" id="a-6">[závorka [uvnitř] a ] ven]</b-container>
    <b-container n="a" id="a-7"></b-container>
    "#);
    assert_eq!(
        findings(&site),
        "P0514 content/x.md:4:57 cause=label text=<b>ne</b>, [odkaz](y.md)\n"
    );
}

#[test]
fn an_attribute_that_the_template_does_not_read_is_reported() {
    let site = site(&[
        (
            "themes/t/templates/blocks/a.html",
            "<p>{{ attrs.znamy or '–' }} {{ body }}</p>",
        ),
        (
            "content/x.md",
            "---\ntitle: X\n---\n:::a{neznamy=1}\nText\n:::\n",
        ),
    ]);
    assert_snapshot!(site.text("x/index.html"), @"<p>– <p>Text</p></p>");
    assert_eq!(
        findings(&site),
        "P0905 content/x.md:4:6 name=a key=neznamy near=znamy\n"
    );
}

#[test]
fn links_in_attributes_are_links() {
    let site = body(
        "::a[]{href=y.md#cast src=o.png}\n\n::a[]{href=https://www.nsp.cz/}\n\n::b[]{href=neni.md}\n\n::c[]{src=#nic}\n",
    );
    assert_snapshot!(site.text("x/index.html"), @r#"
    <b-line n="a" id="a" href="../y/#cast" src="../o.png"></b-line>
    <b-line n="a" id="a-2" href="https://www.nsp.cz/"></b-line>
    <b-line n="b" id="b"></b-line>
    <b-line n="c" id="c"></b-line>
    "#);
    assert_snapshot!(findings(&site), @r"
    P0401 content/x.md:8:7 target=neni.md near=
    P0402 content/x.md:10:7 anchor=nic target=x.md near=
    ");
    assert!(
        site.paths()
            .contains(&"o.png".to_owned())
    );
}

#[test]
fn footnotes_and_references_belong_to_the_whole_file() {
    let site = body(
        "Nahoře[^1] a [odkaz][y].\n\n:::a\nV bloku[^2], znovu[^1] a [odkaz][y].\n\n[^1]: První.\n:::\n\n[^2]: Druhá.\n\n[y]: y.md\n",
    );
    assert_snapshot!(site.text("x/index.html"), @r##"
    <p>Nahoře<sup class="footnote-reference"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> a <a href="../y/">odkaz</a>.</p>
    <b-container n="a" id="a"><p>V bloku<sup class="footnote-reference"><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup>, znovu<sup class="footnote-reference"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup> a <a href="../y/">odkaz</a>.</p></b-container>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn-1">
    <p>První.</p>
    <p class="footnote-back"><a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩</a> <a href="#fnref-1-2" role="doc-backlink" aria-label="↩ 1">↩</a></p>
    </li>
    <li id="fn-2">
    <p>Druhá.</p>
    <p class="footnote-back"><a href="#fnref-2" role="doc-backlink" aria-label="↩ 2">↩</a></p>
    </li>
    </ol>
    </section>
    "##);
    assert_eq!(findings(&site), "");
}

#[test]
fn fences_end_markdown_and_are_text_in_code() {
    let site = body(
        "- položka\n:::a\nx\n:::\n> citát\n::b[y]\n\n```\n:::a\n:::\n```\n\n    :::a\n\ntext :::a není plot\n\nkonec\n",
    );
    assert_snapshot!(site.text("x/index.html"), @r#"
    <ul>
    <li>položka</li>
    </ul>
    <b-container n="a" id="a"><p>x</p></b-container>
    <blockquote>
    <p>citát</p>
    </blockquote>
    <b-line n="b" id="b">[y]</b-line>
    <pre><code>:::a
    :::
    </code></pre>
    <pre><code>:::a
    </code></pre>
    <p>text :::a není plot</p>
    <p>konec</p>
    "#);
    assert_eq!(findings(&site), "");
}

#[test]
fn an_unknown_block_is_an_error_that_offers_the_nearest() {
    let site = site(&[
        ("themes/t/templates/blocks/note.html", "{{ body }}"),
        (
            "content/x.md",
            "---\ntitle: X\n---\n:::nota\nText\n:::\n\n:::neco-jineho\n:::\n",
        ),
    ]);
    assert_snapshot!(findings(&site), @r"
    P0502 content/x.md:4:1 name=nota known=note near=note
    P0502 content/x.md:8:1 name=neco-jineho known=note near=
    ");
}

#[test]
fn blocks_keep_their_html_while_the_text_around_is_cleaned() {
    let site = site(&[
        (
            "themes/t/templates/blocks/a.html",
            "<button onclick=\"x()\">{{ title or body }}</button>",
        ),
        (
            "content/x.md",
            "---\ntitle: X\n---\n<p onclick=\"x()\">Ven <script>x()</script></p>\n\n:::a\n<i style=\"x\">Uvnitř</i>\n:::\n\nText &#63743;1&#63743; a <b>&#xF8FF;0&#xF8FF;</b> \u{f8ff}0\u{f8ff} :a[vložený]{} konec.\n\n::a[řádek]\n",
        ),
    ]);
    assert_snapshot!(site.text("x/index.html"), @r#"
    <p>Ven </p>
    <button onclick="x()"><p><i>Uvnitř</i></p></button>
    <p>Text 1 a <b>0</b> 0 <button onclick="x()">vložený</button> konec.</p>
    <button onclick="x()">řádek</button>
    "#);
}

#[test]
fn blocks_see_the_page_and_the_site() {
    let site = site(&[
        (
            "themes/t/templates/blocks/a.html",
            "{{ page.title }} {{ page.path }} {{ site.title }} {{ lang }} {{ root }} {{ theme.name }} {{ t(key='slovo') }} {{ asset(name='i.png') }} {{ link(to='y.md') }}{% for h in page.toc %} {{ h.title }}{% endfor %}",
        ),
        ("themes/t/locales/cs.ftl", "slovo = Slovo\n"),
        ("themes/t/assets/i.png", "x"),
        (
            "content/x.md",
            "---\ntitle: X\ntoc: true\n---\n::a[]\n\n## Jedna\n",
        ),
        ("content/y.md", "---\ntitle: Y\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["x/index.html"]), @r#"
    # x/index.html
    X x/ Web cs ../ t Slovo ../assets/i.3ae7d805f6789a64.png ../y/ Jedna
    <h2 id="jedna">Jedna</h2>
    "#);
    assert_eq!(findings(&site), "");
}

#[test]
fn every_block_of_the_theme_with_text_declares_its_language() {
    let body = ":::contact[Contact]{lang=en}\n:::\n\n::list[Pages]{taxonomy=topic term=x lang=en}\n\n:::print[Paper]{lang=en}\nText.\n:::\n\n\
        Na :print[paper]{lang=en}.\n";
    let settings = "title: Web\ntaxonomies: {topic: {}}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n";
    let site = TestSite::new(&[
        ("site.yaml", settings),
        ("content/x.md", &format!("---\ntitle: X\n---\n{body}")),
    ]);
    assert_eq!(site.findings(), []);
    let main = site.main("x/index.html");
    // The list consists of a title and its text for an empty list.
    assert_eq!(main.matches(" lang=\"en\"").count(), 5, "{main}");
}
