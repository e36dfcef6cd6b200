//! Markdown beyond CommonMark, and raw HTML.

use insta::assert_snapshot;

use super::{SETTINGS, findings, site};
use crate::support::TestSite;

fn body(text: &str) -> TestSite {
    let page = format!("---\ntitle: X\n---\n{text}");
    site(&[
        ("content/x.md", &page),
        ("content/y.md", "---\ntitle: Y\n---\n"),
    ])
}

fn html(text: &str) -> String {
    let site = body(text);
    assert_eq!(findings(&site), "");
    site.text("x/index.html")
}

#[test]
fn table_alignment_is_a_class() {
    let site = body(
        "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | *2* | [3](y.md) | `4|` |\n| 5 | 6 | | |\n",
    );
    // A bar divides cells even in code.
    assert_eq!(
        findings(&site),
        "P0514 content/x.md:6:28 cause=cell text=`\n"
    );
    assert_snapshot!(site.text("x/index.html"), @r#"
    <table><thead><tr><th scope="col">a</th><th scope="col" class="align-left">b</th><th scope="col" class="align-center">c</th><th scope="col" class="align-right">d</th></tr></thead><tbody>
    <tr><td>1</td><td class="align-left"><em>2</em></td><td class="align-center"><a href="../y/">3</a></td><td class="align-right">`4</td></tr>
    <tr><td>5</td><td class="align-left">6</td><td class="align-center"></td><td class="align-right"></td></tr>
    </tbody></table>
    "#);
}

#[test]
fn footnotes_come_at_the_end_in_the_order_of_their_references() {
    assert_snapshot!(html("A[^b] a znovu[^b], pak[^a].\n\n[^a]: Poznámka *a*.\n[^b]: Poznámka b\n\n    s odstavcem.\n"), @r##"
    <p>A<sup class="footnote-reference"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> a znovu<sup class="footnote-reference"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup>, pak<sup class="footnote-reference"><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup>.</p>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn-1">
    <p>Poznámka b</p>
    <p>s odstavcem.</p>
    <p class="footnote-back"><a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩</a> <a href="#fnref-1-2" role="doc-backlink" aria-label="↩ 1">↩</a></p>
    </li>
    <li id="fn-2">
    <p>Poznámka <em>a</em>.</p>
    <p class="footnote-back"><a href="#fnref-2" role="doc-backlink" aria-label="↩ 2">↩</a></p>
    </li>
    </ol>
    </section>
    "##);
}

#[test]
fn tasks_have_boxes_of_text() {
    assert_snapshot!(html("- [ ] udělat\n- [x] hotovo\n- nic\n"), @r#"
    <ul class="task-list">
    <li><span class="task">☐</span> udělat</li>
    <li><span class="task task-done">☑</span> hotovo</li>
    <li>nic</li>
    </ul>
    "#);
}

#[test]
fn alerts_have_a_title_in_the_language() {
    let site = site(&[
        ("themes/t/locales/cs.ftl", "alert-note = Poznámka\n"),
        (
            "content/x.md",
            "---\ntitle: X\n---\n> [!NOTE]\n> Text\n\n> [!WARNING]\n> Text\n",
        ),
    ]);
    assert_snapshot!(site.text("x/index.html"), @r#"
    <blockquote class="markdown-alert-note">
    <p class="markdown-alert-title">Poznámka</p>
    <p>Text</p>
    </blockquote>
    <blockquote class="markdown-alert-warning">
    <p class="markdown-alert-title">Warning</p>
    <p>Text</p>
    </blockquote>
    "#);
}

#[test]
fn definitions_and_strikethrough_are_read() {
    assert_snapshot!(html("Pojem\n: vysvětlení\n: druhé\n\n~~škrtnuto~~\n"), @r"
    <dl>
    <dt>Pojem</dt>
    <dd>vysvětlení</dd>
    <dd>druhé</dd>
    </dl>
    <p><del>škrtnuto</del></p>
    ");
}

#[test]
fn headings_have_identifiers_and_classes() {
    assert_snapshot!(html("## Otázky u pohovoru\n\n## Otázky u pohovoru\n\n### Jinak {#muj .a .b}\n\n## Obsah\n\n## ???\n\n### Otázky u pohovoru 2\n"), @r#"
    <h2 id="otazky-u-pohovoru">Otázky u pohovoru</h2>
    <h2 id="otazky-u-pohovoru-2">Otázky u pohovoru</h2>
    <h3 id="muj" class="a b">Jinak</h3>
    <h2 id="obsah-2">Obsah</h2>
    <h2 id="oddil">???</h2>
    <h3 id="otazky-u-pohovoru-2-2">Otázky u pohovoru 2</h3>
    "#);
}

#[test]
fn code_keeps_its_language_and_its_characters() {
    assert_snapshot!(html("```yaml\ntitle: <b> & \"x\"\n```\n\n`a  b`\n"), @r#"
    <pre><code class="language-yaml">title: &lt;b&gt; &amp; "x"
    </code></pre>
    <p><code>a  b</code></p>
    "#);
}

/// A text with raw HTML of every kind.
const RAW: &str = "<div class=\"k\" style=\"color:red\" onclick=\"x()\">\n\n## Nadpis\n\nText <b>tučně</b><script>x()</script> [y](y.md) <a href=\"javascript:x()\">a</a> <img src=\"https://cizi.example/o.png\" alt=\"x\"> <iframe src=\"/\"></iframe>\n\n</div>\n\n- [x] hotovo\n\n| a |\n|--:|\n| 1 |\n\nPozn.[^1] <form><input></form>\n\n[^1]: <em onmouseover=\"x()\">Poznámka</em>\n";

/// Publishes the text with HTML treated in a mode, and checks what is found in it.
fn raw(mode: &str, found: &str) -> String {
    let settings = format!("{SETTINGS}markdown: {{html: {mode}}}\n");
    let page = format!("---\ntitle: X\n---\n{RAW}");
    let site = site(&[
        ("site.yaml", &settings),
        ("content/x.md", &page),
        ("content/y.md", "---\ntitle: Y\n---\n"),
    ]);
    assert_eq!(findings(&site), found);
    site.text("x/index.html")
}

/// What is found in the text where HTML is cleaned.
const UNSAFE: &str = "\
P0513 content/x.md:4:1 cause=attributes name=div attributes=style, onclick
P0513 content/x.md:8:18 cause=script name=script attributes=
P0406 content/x.md:8:52 scheme=javascript
P0408 content/x.md:8:85 target=https://cizi.example/o.png
P0513 content/x.md:8:127 cause=media name=iframe attributes=
P0513 content/x.md:18:11 cause=form name=form attributes=
P0513 content/x.md:20:7 cause=attributes name=em attributes=onmouseover
";

#[test]
fn raw_html_is_cleaned_by_default() {
    assert_snapshot!(raw("sanitise", UNSAFE), @r##"
    <div class="k">
    <h2 id="nadpis">Nadpis</h2>
    <p>Text <b>tučně</b> <a href="../y/">y</a> <a>a</a> x </p>
    </div>
    <ul class="task-list">
    <li><span class="task task-done">☑</span> hotovo</li>
    </ul>
    <table><thead><tr><th scope="col" class="align-right">a</th></tr></thead><tbody>
    <tr><td class="align-right">1</td></tr>
    </tbody></table>
    <p>Pozn.<sup class="footnote-reference"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> </p><p></p>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn-1">
    <p><em>Poznámka</em></p>
    <p class="footnote-back"><a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩</a></p>
    </li>
    </ol>
    </section>
    "##);
    let by_default = body(RAW).text("x/index.html");
    assert_eq!(by_default, raw("sanitise", UNSAFE));
}

#[test]
fn raw_html_may_be_shown_as_text() {
    assert_snapshot!(raw("escape", ""), @r##"
    &lt;div class="k" style="color:red" onclick="x()"&gt;
    <h2 id="nadpis">Nadpis</h2>
    <p>Text &lt;b&gt;tučně&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt; <a href="../y/">y</a> &lt;a href="javascript:x()"&gt;a&lt;/a&gt; &lt;img src="https://cizi.example/o.png" alt="x"&gt; &lt;iframe src="/"&gt;&lt;/iframe&gt;</p>
    &lt;/div&gt;
    <ul class="task-list">
    <li><span class="task task-done">☑</span> hotovo</li>
    </ul>
    <table><thead><tr><th scope="col" class="align-right">a</th></tr></thead><tbody>
    <tr><td class="align-right">1</td></tr>
    </tbody></table>
    <p>Pozn.<sup class="footnote-reference"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> &lt;form&gt;&lt;input&gt;&lt;/form&gt;</p>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn-1">
    <p>&lt;em onmouseover="x()"&gt;Poznámka&lt;/em&gt;</p>
    <p class="footnote-back"><a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩</a></p>
    </li>
    </ol>
    </section>
    "##);
}

#[test]
fn raw_html_may_be_published_as_it_is() {
    assert_snapshot!(raw("allow", ""), @r##"
    <div class="k" style="color:red" onclick="x()">
    <h2 id="nadpis">Nadpis</h2>
    <p>Text <b>tučně</b><script>x()</script> <a href="../y/">y</a> <a href="javascript:x()">a</a> <img src="https://cizi.example/o.png" alt="x"> <iframe src="../"></iframe></p>
    </div>
    <ul class="task-list">
    <li><span class="task task-done">☑</span> hotovo</li>
    </ul>
    <table><thead><tr><th scope="col" class="align-right">a</th></tr></thead><tbody>
    <tr><td class="align-right">1</td></tr>
    </tbody></table>
    <p>Pozn.<sup class="footnote-reference"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> <form><input></form></p>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn-1">
    <p><em onmouseover="x()">Poznámka</em></p>
    <p class="footnote-back"><a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩</a></p>
    </li>
    </ol>
    </section>
    "##);
}

#[test]
fn cleaning_changes_nothing_where_there_is_no_html() {
    let text = "## A {#a .b}\n\n1. x\n\n5) y\n\n[y](y.md) <a@b.cz> <https://nsp.cz>\n\n> [!TIP]\n> x\n\n| a |\n|:-:|\n| 1 |\n\n- [ ] x\n\nx[^1] ~~y~~\n\n[^1]: z\n\nPojem\n: popis\n\n[en](z.en.md \"T\")\n";
    let files = |page: &str| {
        let page = format!("---\ntitle: X\n---\n{page}");
        let site = site(&[
            ("content/x.md", &page),
            ("content/y.md", "---\ntitle: Y\n---\n"),
            ("content/z.en.md", "---\ntitle: Z\n---\n"),
        ]);
        site.text("x/index.html")
    };
    let (plain, cleaned) = (files(text), files(&format!("{text}\n<hr>\n")));
    assert_eq!(
        cleaned.replace("<hr>\n", "").trim(),
        plain.replace("<br />", "<br>").trim()
    );
}

#[test]
fn extensions_may_be_switched_off() {
    let settings = format!("{SETTINGS}markdown: {{extensions: false}}\n");
    let site = site(&[
        ("site.yaml", &settings),
        (
            "content/x.md",
            "---\ntitle: X\n---\n:::a\n| a |\n|---|\n\n~~x~~ :a[b]\n\n- [ ] x\n",
        ),
    ]);
    assert_snapshot!(site.text("x/index.html"), @r"
    <p>:::a
    | a |
    |---|</p>
    <p>~~x~~ :a[b]</p>
    <ul>
    <li>[ ] x</li>
    </ul>
    ");
}

#[test]
fn placeholders_of_holes_never_survive_cleaning() {
    for body in [
        "<div class=\"&#xF8FF;ččččččččččččččččč&#xF8FF;\">x</div>\n",
        "x [l](y.md) <textarea>[a](y.md)</textarea>\n",
        "<xmp>![č](x.svg)\n\n| a |\n|---|\n| b |\n",
        "<div title=\"\n\n[a](y.md)\n\n\">\n",
    ] {
        let html = self::body(body).text("x/index.html");
        assert!(
            !html.contains('\u{F8FF}') && !html.contains("l0") && !html.contains("p0"),
            "{body}: {html}"
        );
    }
}

#[test]
fn spaces_of_typography_are_spaces_where_nothing_else_is_read() {
    let site = site(&[
        (
            "site.yaml",
            &format!("{SETTINGS}typography: true\n").replace("typography: false\n", ""),
        ),
        (
            "content/x.md",
            "---\ntitle: X\n---\nx <iframe src=\"https://e.cz\">Mapa k domu</iframe> a k <b>lesu</b>\n",
        ),
    ]);
    let html = site.text("x/index.html");
    assert!(
        html.contains("k\u{a0}<b>lesu</b>") && !html.contains("nbsp"),
        "{html}"
    );
}

#[test]
fn inline_code_has_no_inline_blocks() {
    assert_eq!(
        html("```\n:lang[a]{code=en}\n```\n"),
        "<pre><code>:lang[a]{code=en}\n</code></pre>\n"
    );
}

#[test]
fn an_element_ends_where_an_inline_block_ends_it() {
    let site = site(&[
        ("themes/t/templates/blocks/lang.html", "<i>{{ title }}</i>"),
        ("content/x.md", "---\ntitle: X\n---\n> :lang[a]{code=en}"),
    ]);
    assert_eq!(
        site.text("x/index.html"),
        "<blockquote>\n<p><i>a</i></p>\n</blockquote>\n"
    );
}
