//! Typography of whole pages, through the real renderer: what is typeset, what must stay, and in
//! which language.

use super::held;
use crate::support::{TestSite, file};
use pakt::project::Change;

/// Settings of a site whose theme prints only the text.
const SETTINGS: &str = "title: Web o práci\ndescription: \"Vše o \\\"práci\\\" v kraji\"\ntheme: t\nlanguages: {en: {title: \"A \\\"site\\\"\"}}\n\
    taxonomies: {topic: {cs: {title: Témata v kraji}}}\nbase_url: https://x.example/\n";

/// Builds a site with a theme that prints only the text, and blocks that print everything they get.
fn site(files: &[(&str, &str)]) -> TestSite {
    let template = "{{ content or '' }}";
    let mut all = vec![
        ("site.yaml", SETTINGS),
        ("themes/t/theme.yaml", "name: t\n"),
    ];
    for name in [
        "home", "page", "section", "taxonomy", "term", "redirect", "404",
    ] {
        all.push((
            Box::leak(format!("themes/t/templates/{name}.html").into_boxed_str()),
            template,
        ));
    }
    all.push((
        "themes/t/templates/blocks/lang.html",
        "<i lang={{ attrs.code }}>{{ title or '' }}|{{ body }}</i>",
    ));
    all.push((
        "themes/t/templates/blocks/note.html",
        "<aside lang={{ attrs.lang or '' }}>{{ title or '' }}|{{ body }}|{{ attrs.alt or '' }}</aside>",
    ));
    // The last file with a path counts.
    let mut kept: Vec<(&str, &str)> = Vec::new();
    for file in all
        .into_iter()
        .chain(files.iter().copied())
    {
        kept.retain(|(path, _)| *path != file.0);
        kept.push(file);
    }
    TestSite::new(&kept)
}

/// Shows HTML with non-breaking spaces and quotes made visible, however they are written.
fn shown(html: &str) -> String {
    super::shown(html)
        .replace("&nbsp;", "⍽")
        .replace("&quot;", "\"")
}

/// The HTML of a body in a language, as one line.
fn html_in(language: &str, body: &str) -> String {
    let page = format!("---\ntitle: A\nlang: {language}\n---\n{body}\n");
    shown(
        site(&[("content/a.md", &page)])
            .text("a/index.html")
            .trim(),
    )
    .replace('\n', " ")
}

/// Compares bodies in Czech with the HTML that they become.
fn check(cases: &[(&str, &str)]) {
    let wrong = |(body, expected): &(&str, &str)| {
        let found = html_in("cs", body);
        (found != *expected).then(|| format!("{body}\n  is  {found}\n  not {expected}"))
    };
    held(
        cases
            .iter()
            .filter_map(wrong)
            .collect(),
    );
}

#[test]
fn text_is_typeset_across_markup() {
    check(&[
        ("v *Liberci*", "<p>v⍽<em>Liberci</em></p>"),
        ("**k** lesu", "<p><strong>k</strong>⍽lesu</p>"),
        ("*k*&#32;lesu", "<p><em>k</em> lesu</p>"),
        ("bydlí v\nLiberci", "<p>bydlí v⍽Liberci</p>"),
        ("bydlí v  \nLiberci", "<p>bydlí v<br /> Liberci</p>"),
        ("bydlí tam\ni jinde", "<p>bydlí tam i⍽jinde</p>"),
        (
            "\"*ahoj*\" a \"**ne**, 'ano'\"",
            "<p>„<em>ahoj</em>“ a⍽„<strong>ne</strong>, ‚ano‘“</p>",
        ),
        (
            "viz [v kraji](/) a [5](/) %",
            "<p>viz <a href=\"../\">v⍽kraji</a> a⍽<a href=\"../\">5</a>⍽%</p>",
        ),
        ("## V *kraji*", "<h2 id=\"v-kraji\">V⍽<em>kraji</em></h2>"),
        ("- k lesu\n- 5 %", "<ul> <li>k⍽lesu</li> <li>5⍽%</li> </ul>"),
        (
            "1 000\n: v *kraji*",
            "<dl> <dt>1⍽000</dt> <dd>v⍽<em>kraji</em></dd> </dl>",
        ),
        (
            "slovo `kód` - v `k lesu`",
            "<p>slovo <code>kód</code>⍽– v⍽<code>k lesu</code></p>",
        ),
        (
            "> v kraji\n> a v\n> lese",
            "<blockquote> <p>v⍽kraji a⍽v⍽lese</p> </blockquote>",
        ),
        ("~~s~~ bratrem", "<p><del>s</del>⍽bratrem</p>"),
        (
            "Text.[^1] V kraji.\n\n[^1]: V lese.",
            "<p>Text.<sup class=\"footnote-reference\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup> V kraji.</p> <section class=\"footnotes\" role=\"doc-endnotes\"> <ol> <li id=\"fn-1\"> <p>V⍽lese.</p> <p class=\"footnote-back\"><a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"↩ 1\">↩</a></p> </li> </ol> </section>",
        ),
    ]);
    assert!(
        html_in("cs", "| v kraji | 5 % |\n|---|---|\n| \"a\" | 1 - 2 |")
            .contains("<td>„a“</td><td>1⍽– 2</td>")
    );
}

#[test]
fn code_addresses_and_html_stay() {
    check(&[
        (
            "`v kraji - \"x\"...`",
            "<p><code>v kraji - \"x\"...</code></p>",
        ),
        (
            "    v kraji - x...",
            "<pre><code>v kraji - x... </code></pre>",
        ),
        (
            "```\n5 % \"a\"\n```\nv kraji",
            "<pre><code>5 % \"a\" </code></pre> <p>v⍽kraji</p>",
        ),
        (
            "<https://x.cz/8-12/a...b>",
            "<p><a href=\"https://x.cz/8-12/a...b\">https://x.cz/8-12/a...b</a></p>",
        ),
        (
            "<a.8-12@x.cz>",
            "<p><a href=\"mailto:a.8-12@x.cz\">a.8-12@x.cz</a></p>",
        ),
        (
            "[k 5 %](https://x.cz/k-5/8-12)",
            "<p><a href=\"https://x.cz/k-5/8-12\">k⍽5⍽%</a></p>",
        ),
        (
            "piš na jan@x.cz, www.x.cz/8-12",
            "<p>piš na <a href=\"mailto:jan@x.cz\">jan@x.cz</a>, \
             <a href=\"https://www.x.cz/8-12\">www.x.cz/8-12</a></p>",
        ),
        (
            "v <kbd>k lesu - x</kbd> a <code>1 - 2</code>",
            "<p>v⍽<kbd>k lesu - x</kbd> a⍽<code>1 - 2</code></p>",
        ),
        (
            "<b title=\"v kraji\">v</b> kraji",
            "<p><b title=\"v kraji\">v</b>⍽kraji</p>",
        ),
        (
            "<div title=\"v kraji - x\">\n\nv kraji\n\n</div>",
            "<div title=\"v kraji - x\"> <p>v⍽kraji</p> </div>",
        ),
        ("<div>v kraji</div>", "<div>v kraji</div>"),
        ("konec v<br>kraji", "<p>konec v<br>kraji</p>"),
    ]);
}

#[test]
fn entities_and_escapes_stay() {
    check(&[
        ("&quot;ahoj&quot; a \\\"ne\\\"", "<p>\"ahoj\" a⍽\"ne\"</p>"),
        (
            "slovo \\- slovo, slovo &#45; slovo",
            "<p>slovo - slovo, slovo - slovo</p>",
        ),
        ("konec\\... konec.\\..", "<p>konec... konec...</p>"),
        ("v&nbsp;kraji, v&#32;kraji", "<p>v⍽kraji, v kraji</p>"),
        ("\\'x\\' 8\\-12", "<p>'x' 8-12</p>"),
        ("\\\\ v kraji", "<p>\\ v⍽kraji</p>"),
    ]);
}

#[test]
fn titles_and_alternatives_are_typeset() {
    let page = "---\ntitle: A\n---\n![V kraji - \"tam\"](o.png \"k 'věci'\") [x](/ \"5 %\")\n";
    let site = site(&[("content/a.md", page), ("content/o.png", "1")]);
    let html = shown(&site.text("a/index.html"));
    assert!(
        html.contains("alt=\"V⍽kraji⍽– „tam“\" title=\"k⍽‚věci‘\"")
            && html.contains("title=\"5⍽%\""),
        "{html}"
    );
}

#[test]
fn a_part_in_another_language_follows_its_own_rules() {
    check(&[
        (
            "v :lang[a \"Centre\" v x]{code=en} \"tam\"",
            "<p>v⍽<i lang=en>a “Centre” v x|</i> „tam“</p>",
        ),
        (
            ":::lang{code=en}\nv kraji \"a\"\n:::\nv kraji",
            "<i lang=en>|<p>v kraji “a”</p></i> <p>v⍽kraji</p>",
        ),
        (
            "::::lang{code=en}\n:::note[\"x\"]{alt=\"'y'\"}\nv \"a\"\n:::\n::::",
            "<i lang=en>|<aside lang=>“x”|<p>v “a”</p>|‘y’</aside></i>",
        ),
        (
            ":::note[v \"kraji\"]{lang=uk}\n\"так\" v x\n:::",
            "<aside lang=uk>v «kraji»|<p>«так» v x</p>|</aside>",
        ),
        (
            ":::note[v *\"kraji\"* `\"k\"`]\nv\n:::",
            "<aside lang=>v⍽<em>„kraji“</em> <code>\"k\"</code>|<p>v</p>|</aside>",
        ),
        ("::lang[v \"x\"]{code=fr}", "<i lang=fr>v \"x\"|</i>"),
        (
            "*v :lang[\"x\"]{code=en}* k",
            "<p><em>v⍽<i lang=en>“x”|</i></em> k</p>",
        ),
    ]);
    assert_eq!(
        html_in("fr", "v kraji \"a\" :lang[v kraji]{code=cs}"),
        "<p>v kraji \"a\" <i lang=cs>v⍽kraji|</i></p>"
    );
    let page = "---\ntitle: A\n---\n:::note{lang=angličtina}\nx\n:::\n";
    assert_eq!(
        site(&[("content/a.md", page)])
            .codes()
            .first()
            .map(|code| code.id()),
        Some("P0508")
    );
}

#[test]
fn the_theme_marks_blocks_in_another_language_and_uses_its_messages() {
    let page = "---\ntitle: A\n---\n:::note{lang=en}\n\"x\" v y\n:::\n\n:::quote[v \"x\"]{lang=en}\nx\n:::\n";
    let settings = "title: Web\nlanguages: {en: {}}\n";
    let html = shown(
        &TestSite::new(&[("site.yaml", settings), ("content/a.md", page)]).main("a/index.html"),
    );
    let note = "<div class=\"callout callout-note\" role=\"note\" aria-labelledby=\"note\" lang=\"en\">\n<p class=\"block-title\" id=\"note\">Note</p>\n<p>“x” v y</p>";
    assert!(html.contains(note), "{html}");
    assert!(
        html.contains("<figure class=\"quote\" id=\"quote\" lang=\"en\">")
            && html.contains("</span>v “x”</figcaption>"),
        "{html}"
    );
}

/// A template that prints everything a page can show.
const EVERYTHING: &str = "{{ site.title }}|{{ site.description }}|{{ page.title }}|{{ page.description }}|{{ page.image.alt }}|{{ page.steps[0].text }}|\
    {{ page.owner }}|{{ page.time }}|{{ page.toc[0].title }} {{ page.toc[0].id }}|{{ page.terms[0].title }}|{{ page.terms[0].terms[0].title }}|\
    {{ page.breadcrumbs[0].title }}|{{ nav.main[0].title }}|{{ page.extra.k }}|{{ page.extra.k | typography }}|{{ page.extra.k | typography(lang='en') }}";

const PAGE: &str = "---\ntitle: Cesta k \"práci\"\nimage: o.png\nimage_alt: Stůl v\u{20}kanceláři\nsteps: [Zavolejte v 8 hodin]\nowner: Odbor s. r. o.\n\
    time: 20 minut\ntoc: true\ntopic: [práce v kraji]\nextra: {k: \"\\\"x\\\" v y\", menu: \"K práci\"}\n---\nPrvní \"odstavec\" o `k ničemu`\nv kraji.\n\n## V kraji\n";

/// The texts of the page above, with and without typography.
fn everything(typography: &str) -> String {
    let settings = format!("{SETTINGS}navigation: {{main: [a.md]}}\n{typography}");
    let files = [
        ("site.yaml", settings.as_str()),
        ("content/_index.md", "---\ntitle: Domů a zpět\n---\n"),
        ("content/a.md", PAGE),
        ("content/o.png", "1"),
        ("themes/t/templates/page.html", EVERYTHING),
    ];
    shown(&site(&files).text("a/index.html"))
}

#[test]
fn what_templates_show_is_typeset() {
    let found = everything("");
    let expected = "Web o⍽práci|Vše o⍽„práci“ v⍽kraji|Cesta k⍽„práci“|První „odstavec“ o⍽k ničemu v⍽kraji.|Stůl v⍽kanceláři|\
        Zavolejte v⍽8⍽hodin|Odbor s.⍽r.⍽o.|20⍽minut|V⍽kraji v-kraji|Témata v⍽kraji|práce v⍽kraji|Domů a⍽zpět|K⍽práci|\
        \"x\" v y|„x“ v⍽y|“x” v y";
    assert_eq!(found, expected);
}

#[test]
fn a_site_or_a_page_may_switch_typography_off() {
    let plain = everything("typography: false\n");
    assert!(
        !plain.contains('⍽') && plain.contains("První \"odstavec\" o k ničemu v kraji."),
        "{plain}"
    );
    let page = |flag: &str| {
        format!("---\ntitle: V kraji\ntypography: {flag}\n---\nv kraji :lang[\"x\"]{{code=en}}\n")
    };
    let text = |settings: &str, page: &str| {
        let files = [
            ("site.yaml", settings),
            ("content/a.md", page),
            (
                "themes/t/templates/page.html",
                "{{ page.title }} {{ content }}",
            ),
        ];
        shown(
            site(&files)
                .text("a/index.html")
                .trim(),
        )
    };
    let without = "V kraji <p>v kraji <i lang=en>\"x\"|</i></p>";
    assert_eq!(text(SETTINGS, &page("false")), without);
    assert_eq!(
        text(
            &format!("{SETTINGS}typography: false\n"),
            "---\ntitle: V kraji\n---\nv kraji :lang[\"x\"]{code=en}\n"
        ),
        without
    );
    let with = "V⍽kraji <p>v⍽kraji <i lang=en>“x”|</i></p>";
    assert_eq!(
        text(&format!("{SETTINGS}typography: false\n"), &page("true")),
        with
    );
}

#[test]
fn a_change_of_the_settings_reaches_every_page() {
    let mut site = site(&[
        ("content/a.md", "---\ntitle: V kraji\n---\nv kraji\n"),
        (
            "themes/t/templates/page.html",
            "{{ page.title }} {{ content }}",
        ),
    ]);
    assert_eq!(
        shown(site.text("a/index.html").trim()),
        "V⍽kraji <p>v⍽kraji</p>"
    );
    site.apply(vec![Change::Present(file(
        "site.yaml",
        format!("{SETTINGS}typography: false\n"),
    ))]);
    assert_eq!(
        shown(site.text("a/index.html").trim()),
        "V kraji <p>v kraji</p>"
    );
}

#[test]
fn feeds_are_typeset_and_addresses_are_not() {
    let files = [
        ("content/_index.md", "---\ntitle: Domů\nfeed: true\n---\n"),
        (
            "content/K lesu - 5 %.md",
            "---\ntitle: K lesu\ndate: 2026-11-20\n---\nV \"kraji\".\n",
        ),
    ];
    let site = site(&files);
    let feed = shown(&site.text("feed.xml"));
    assert!(
        feed.contains("<title>K⍽lesu</title>") && feed.contains("V⍽„kraji“."),
        "{feed}"
    );
    assert!(
        site.paths()
            .iter()
            .any(|path| path == "k-lesu-5/index.html"),
        "{:?}",
        site.paths()
    );
}
