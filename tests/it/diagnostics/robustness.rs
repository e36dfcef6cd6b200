//! Input that nobody writes on purpose: it may be refused, but must not cause a panic, a hang or
//! unbounded memory use.

use pakt::config::{self, Config};
use pakt::diagnostic::{Code, Diagnostic};
use pakt::document::{self, Options};
use pakt::source::{Content, Source, SourceId};
use proptest::prelude::*;

use crate::support::{TestSite, file};

/// How many times a fragment is repeated.
const MANY: usize = 10_000;

fn page(body: &str) -> String {
    format!("---\ntitle: A\n---\n{body}")
}

/// Reads, links and renders a page in a site, and returns the codes found.
fn codes(text: impl AsRef<[u8]>) -> Vec<Code> {
    let home = file("content/_index.md", "---\ntitle: Domů\n---\n");
    let settings = file("site.yaml", super::SETTINGS);
    TestSite::of_sources(
        vec![settings, home, file("content/a.md", text)],
        pakt::site::Mode::default(),
    )
    .codes()
}

/// Parses a page alone.
fn parsed(text: &str) -> (document::Document, Vec<Diagnostic>) {
    let source = Source::new(SourceId::new("content/a.md"), Content::of(text.as_bytes()));
    let reading = document::parse(&source, &Options::new(&Config::empty()));
    (reading.document, reading.diagnostics)
}

#[test]
fn byte_order_marks_and_windows_line_ends_are_read() {
    let text = "\u{feff}---\r\ntitle: A\r\ntopic: x\r\ndate: 2026-13-01\r\n---\r\n\r\n## Nadpis\r\n\r\n:::note\r\nText\r\n:::\r\n";
    let site = TestSite::new(&[("content/a.md", text)]);
    assert_eq!(site.codes(), [Code::UnknownKey, Code::NoSuchDay]);
    insta::assert_snapshot!(site.drawn(pakt::language::ToolLanguage::Cs), @r#"
    chyba[P0206]: Klíč „topic“ tady pakt nezná.
     --> content/a.md:3:1
      |
    3 | topic: x
      | ^^^^^ neznámý klíč
      |
    rada: Smažte řádek, nebo opravte název klíče. Všechny klíče vypíše příkaz „pakt schema“.

    chyba[P0212]: Hodnota „2026-13-01“ u klíče „date“ není datum, které by pakt znal.
     --> content/a.md:4:7
      |
    4 | date: 2026-13-01
      |       ^^^^^^^^^^ není datum
      |
    rada: Zkontrolujte, že takový den v kalendáři je, a napište rok, měsíc a den se spojovníky, třeba 2026-12-01.
    "#);
    assert_eq!(codes("---\rtitle: A\r---\r"), [Code::NoFrontMatter]);
}

#[test]
fn columns_count_characters() {
    let site = TestSite::new(&[(
        "content/a.md",
        "\u{feff}---\ntitle: Žluťoučký kůň\n---\nPříliš žluťoučký [kůň](x.md) úpěl 🐎 [ódy](y.md).\n",
    )]);
    insta::assert_snapshot!(site.drawn(pakt::language::ToolLanguage::Cs), @r#"
    chyba[P0401]: Odkaz vede na soubor „x.md“, který tu není.
     --> content/a.md:4:18
      |
    4 | Příliš žluťoučký [kůň](x.md) úpěl 🐎 [ódy](y.md).
      |                  ^^^^^^^^^^^ soubor tu není
      |
    rada: Nemysleli jste „a.md“?

    chyba[P0401]: Odkaz vede na soubor „y.md“, který tu není.
     --> content/a.md:4:37
      |
    4 | Příliš žluťoučký [kůň](x.md) úpěl 🐎 [ódy](y.md).
      |                                      ^^^^^^^^^^^ soubor tu není
      |
    rada: Nemysleli jste „a.md“?
    "#);
}

#[test]
fn tabs_are_text_in_bodies() {
    assert_eq!(codes(page("\tcode\n\n-\tbod\n\n:::note\t\nx\n:::\t\n")), []);
}

#[test]
fn files_with_little_in_them_are_read() {
    assert_eq!(codes(""), [Code::NoFrontMatter]);
    assert_eq!(codes("\n"), [Code::NoFrontMatter]);
    assert_eq!(codes("\u{feff}"), [Code::NoFrontMatter]);
    assert_eq!(codes("---"), [Code::UnclosedFrontMatter]);
    assert_eq!(codes("---\n"), [Code::UnclosedFrontMatter]);
    assert_eq!(codes("---\n---"), [Code::MissingKey]);
    assert_eq!(codes("---\n---\n"), [Code::MissingKey]);
    assert_eq!(codes("---\n# nic\n---\n"), [Code::MissingKey]);
    assert_eq!(codes("---\ntitle:\n---\n"), [Code::MissingKey]);
    assert_eq!(codes(page("\0")), [Code::StrangeCharacter]);
    assert_eq!(codes(b"\xff\xfe-\0-\0-\0"), [Code::NotUtf8]);
}

#[test]
fn settings_with_little_in_them_are_read() {
    for text in ["", "\n", "---\n", "[]", "x", "title: {}", "- a"] {
        let (_, found) = config::parse(&file("site.yaml", text));
        assert!(found.iter().any(Diagnostic::is_error), "{text}");
        assert!(
            !TestSite::new(&[("site.yaml", text)])
                .findings()
                .is_empty(),
            "{text}"
        );
    }
}

#[test]
fn deep_nesting_is_refused_or_read() {
    assert!(codes(page(&">".repeat(MANY))).contains(&Code::TooDeep));
    assert!(codes(page(&"> ".repeat(MANY))).contains(&Code::TooDeep));
    assert!(codes(page(&format!("{}x", "- ".repeat(MANY)))).contains(&Code::TooDeep));
    assert!(codes(page(&format!("<b>x</b>\n\n{}x", ">".repeat(MANY)))).contains(&Code::TooDeep));
    for body in [
        "[", "](", "![", "*", "**a ", "_a_", "`", "<", "<b>", "&", "\\", "|", "~~", "$", "[^",
        "[^a]", "{", ":a", ":a[", "[x](", "<!--",
    ] {
        codes(page(&body.repeat(MANY)));
    }
}

/// Where a check looks at everything once more for each finding, one of these takes minutes.
#[test]
fn many_faults_are_found_in_one_walk() {
    for (start, fault) in [
        ("- a\n- b\n", " x\n"),
        ("`", "<!-- "),
        ("a\n\n", "    <!-- a\n"),
        ("", "<!-- pakt-allow "),
        ("", "## A #b}\n\n"),
        ("## ", "`{#b}` "),
        ("<form>", "<input>"),
        ("", "<jmeno>x "),
        ("", "<div>**a**</div>\n\n"),
        ("", "[!NOTE]\n"),
        ("", "[^x] "),
        ("", "[a]: b\n"),
        ("", ":term[a] "),
        ("", "www.a_b*"),
        ("https://a.cz/", ")"),
    ] {
        codes(page(&format!("{start}{}", fault.repeat(4 * MANY))));
    }
}

#[test]
fn a_long_term_is_read() {
    let long = "a".repeat(50_000);
    let page = |term: &str| format!("---\ntitle: A\ntopic: [{term}]\n---\n");
    let settings = format!(
        "{}\ntaxonomies:\n  topic:\n    cs: {{slug: temata, title: Témata}}\n",
        super::SETTINGS
    );
    TestSite::new(&[
        ("site.yaml", &settings),
        ("content/a.md", &page(&long)),
        ("content/b.md", &page(&format!("{long}b"))),
        ("content/c.md", &page(&format!("{long}b"))),
    ])
    .findings();
}

#[test]
fn deep_raw_html_is_cleaned() {
    codes(page(&"<div>\n".repeat(2_000)));
    codes(page(&"<b><i>".repeat(1_000)));
}

#[test]
fn deep_blocks_are_refused() {
    assert!(codes(page(&":::note\n".repeat(MANY))).contains(&Code::TooDeep));
    assert!(
        codes(page(&format!(
            "{}{}",
            ":::note\n".repeat(MANY),
            ":::\n".repeat(MANY)
        )))
        .contains(&Code::TooDeep)
    );
    assert!(
        codes(page(&format!(
            "<b>x</b>\n\n{}{}",
            ":::note\n".repeat(MANY),
            ":::\n".repeat(MANY)
        )))
        .contains(&Code::TooDeep)
    );
    assert!(
        codes(page(&format!(
            "{}{}",
            "::::note\n".repeat(MANY),
            ":::\n".repeat(MANY)
        )))
        .contains(&Code::TooDeep)
    );
    assert!(
        codes(page(&format!(
            "{}x{}",
            ":lang[".repeat(MANY),
            "]{code=en}".repeat(MANY)
        )))
        .contains(&Code::BadAttributes)
    );
    assert!(
        codes(page(&format!(
            "{}x{}",
            ":lang[".repeat(190),
            "]{code=en}".repeat(190)
        )))
        .contains(&Code::TooDeep)
    );
}

#[test]
fn many_fences_are_read() {
    assert!(codes(page(&":::\n".repeat(MANY))).contains(&Code::StrayFence));
    assert!(codes(page(&":::".repeat(MANY))).contains(&Code::StrayFence));
    assert!(codes(page(&":::note{\n".repeat(MANY))).contains(&Code::BadAttributes));
    assert_eq!(
        codes(page(&"::image[]{src=neni.svg}\n".repeat(MANY))),
        [Code::DeadLink; MANY]
    );
}

#[test]
fn many_inline_blocks_are_read() {
    assert_eq!(codes(page(&":lang[Job Centre]{code=en} ".repeat(MANY))), []);
}

#[test]
fn many_equal_headings_are_numbered() {
    let (document, found) = parsed(&page(&"## Otázky\n\n".repeat(100_000)));
    assert_eq!(found, []);
    assert_eq!(
        document
            .entry
            .headings
            .last()
            .map(|heading| heading.id.to_string())
            .as_deref(),
        Some("otazky-100000")
    );
}

#[test]
fn a_huge_line_is_read() {
    assert_eq!(codes(page(&"slovo ".repeat(200_000))), []);
    let (_, found) = parsed(&page(&format!("{}[x](a b)", "slovo ".repeat(200_000))));
    assert_eq!(
        found
            .iter()
            .map(|finding| finding.code)
            .collect::<Vec<_>>(),
        [Code::SpaceInLink]
    );
    assert_eq!(
        codes(format!("---\ntitle: {}\n---\n", "slovo ".repeat(10_000))),
        []
    );
}

#[test]
fn absurd_yaml_is_refused() {
    let mut bomb = String::from("title: A\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let above = format!("*a{}, ", level - 1).repeat(10);
        bomb.push_str(&format!(
            "a{level}: &a{level} [{}]\n",
            above.trim_end_matches(", ")
        ));
    }
    let nested = |count: usize| {
        format!(
            "title: A\nextra: {}{}\n",
            "[".repeat(count),
            "]".repeat(count)
        )
    };
    let mapped = |count: usize| {
        format!(
            "title: A\nextra: {}{}\n",
            "{a: ".repeat(count),
            "}".repeat(count)
        )
    };
    let listed = |count: usize| format!("title: A\nextra:\n  {}x\n", "- ".repeat(count));
    let cases = [
        bomb,
        nested(MANY),
        nested(30_000),
        mapped(MANY),
        listed(MANY),
        format!("title: A\nextra: {}\n", "[".repeat(10_000)),
    ];
    for yaml in cases {
        assert_eq!(
            codes(format!("---\n{yaml}---\n")),
            [Code::YamlTooComplex],
            "{}",
            &yaml[..60]
        );
        let site = TestSite::new(&[("data/x.yaml", &yaml)]);
        assert_eq!(site.codes(), [Code::YamlTooComplex], "{}", &yaml[..60]);
        let site = TestSite::new(&[("site.yaml", &yaml)]);
        assert!(
            site.codes()
                .contains(&Code::YamlTooComplex),
            "{}",
            &yaml[..60]
        );
    }
}

#[test]
fn a_large_front_matter_is_refused() {
    let large = format!(
        "---\ntitle: A\ndescription: {}\n---\n",
        "slovo ".repeat(350_000)
    );
    assert_eq!(codes(large), [Code::YamlTooComplex]);
}

#[test]
fn of_many_mistakes_in_yaml_only_some_are_reported() {
    let lines = |count: usize, line: fn(usize) -> String| {
        (0..count)
            .map(line)
            .collect::<String>()
    };
    let unknown = codes(format!(
        "---\ntitle: A\n{}---\n",
        lines(4_000, |at| format!("klic{at}: 1\n"))
    ));
    assert_eq!(unknown, [Code::UnknownKey; 200]);
    let (_, found) = config::parse(&file(
        "site.yaml",
        lines(10_000, |at| format!("klic{at}: 1\n")),
    ));
    assert!(
        found
            .iter()
            .all(|finding| matches!(finding.code, Code::UnknownKey | Code::MissingKey))
            && found.len() <= 201
    );
    let (_, found) = config::parse(&file(
        "site.yaml",
        format!("{}klic0: 2\n", lines(10_000, |at| format!("klic{at}: 1\n"))),
    ));
    assert_eq!(
        found
            .iter()
            .map(|finding| finding.code)
            .collect::<Vec<_>>(),
        [Code::DuplicateKey]
    );
    let aliases = |count| {
        codes(format!(
            "---\ntitle: A\naliases:\n{}---\n",
            lines(count, |at| format!("  - /a{at}/../\n"))
        ))
    };
    assert_eq!(aliases(900), [Code::BadAlias; 900]);
    assert_eq!(aliases(1_100), [Code::YamlTooComplex]);
}

#[test]
fn cyclic_templates_are_reported() {
    // Unoptimised, the template engine needs a large stack, which the command line gives to its
    // threads.
    let thread = std::thread::Builder::new()
        .stack_size(pakt::cli::STACK)
        .spawn(go_round)
        .expect("a thread");
    thread.join().expect("no panic");
}

fn go_round() {
    let include = |name: &str| format!("{{% include \"partials/{name}.html\" %}}");
    let mut files = vec![("themes/pakt/templates/page.html".to_owned(), include("p0"))];
    files.extend((0..30).map(|at| {
        (
            format!("themes/pakt/templates/partials/p{at}.html"),
            include(&format!("p{}", at + 1)),
        )
    }));
    files.push((
        "themes/pakt/templates/partials/p30.html".to_owned(),
        "konec".to_owned(),
    ));
    files.push(("content/a.md".to_owned(), page("")));
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    TestSite::new(&files).findings();
    let macros = "{% component c() %}{{ <c/> }}{% endcomponent c %}<main>{{ <c/> }}</main>";
    TestSite::new(&[
        ("themes/pakt/templates/page.html", macros),
        ("content/a.md", &page("")),
    ])
    .findings();
    let extends = "{% extends \"a.html\" %}";
    let files = [
        ("themes/pakt/templates/page.html", extends),
        (
            "themes/pakt/templates/a.html",
            "{% extends \"page.html\" %}",
        ),
    ];
    assert_eq!(TestSite::new(&files).codes(), [Code::TemplateCycle]);
}

#[test]
fn a_deep_template_is_refused_or_rendered() {
    for (open, close) in [
        ("{% if true %}", "{% endif %}"),
        ("{% for x in [1] %}", "{% endfor %}"),
        ("{{ (", "1) }}"),
    ] {
        let template = format!("{}{}", open.repeat(1_000), close.repeat(1_000));
        TestSite::new(&[
            ("themes/pakt/templates/page.html", &template),
            ("content/a.md", &page("")),
        ])
        .findings();
    }
    let template = format!("{{{{ {}1{} }}}}", "(".repeat(MANY), ")".repeat(MANY));
    TestSite::new(&[
        ("themes/pakt/templates/page.html", &template),
        ("content/a.md", &page("")),
    ])
    .findings();
}

#[test]
fn a_deep_style_is_refused_or_minified() {
    for (open, close) in [
        ("a{", "}"),
        ("@media print{", "}"),
        (":is(", ")"),
        ("a{b:calc(", ")}"),
    ] {
        let style = format!("{}{}", open.repeat(1_000), close.repeat(1_000));
        TestSite::new(&[("themes/pakt/assets/css/x.css", &style)]).findings();
    }
}

#[test]
fn a_deep_picture_is_refused() {
    let svg = format!("<svg>{}{}</svg>", "<g>".repeat(MANY), "</g>".repeat(MANY));
    let site = TestSite::new(&[
        ("content/a.md", &page("![x](x.svg)")),
        ("content/x.svg", &svg),
    ]);
    assert_eq!(site.codes(), [Code::BrokenSvg]);
}

#[test]
#[ignore = "50 MB of Markdown take a while without optimisation"]
fn fifty_megabytes_are_read() {
    let paragraph = "## Nadpis\n\nPřijďte *včas* a vezměte si [občanku](#nadpis) s sebou.\n\n- jedna\n- dvě\n\n:::note\nPozor.\n:::\n\n";
    assert_eq!(
        codes(page(&paragraph.repeat((50 << 20) / paragraph.len()))),
        []
    );
}

/// Fragments of random pages.
fn fragment() -> impl Strategy<Value = String> {
    const FRAGMENTS: [&str; 72] = [
        "---\n",
        ":::",
        "::::note[x]\n",
        ":::note\n",
        ":::\n",
        "::image[]{src=x.svg}\n",
        ":a[",
        ":lang[x]{code=en}",
        "]",
        "]{",
        "{",
        "}",
        "{#id .c}",
        "\"",
        "'",
        "`",
        "```\n",
        "~~~\n",
        "> ",
        ">",
        "- ",
        "1. ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\0",
        "\u{f8ff}",
        "0\u{f8ff}",
        "\u{2060}",
        "\u{feff}",
        "🐎",
        "👩‍👩‍👧",
        "ě\u{301}",
        "\u{202e}",
        "# ",
        "## ",
        "===\n",
        "***\n",
        "|a|b|\n|-|-|\n",
        "| x |",
        "[^1]",
        "[^1]: ",
        "[x](",
        "](y z)",
        "![](",
        ")",
        "<",
        "<b>",
        "</b>",
        "<div>\n",
        "</div>\n",
        "<!--",
        "-->",
        "<script>",
        "&#xf8ff;",
        "&amp;",
        "&",
        "\\",
        "title: A\n",
        "title: a: b\n",
        "x",
        "*",
        "**",
        "_",
        "~~",
        ": ",
        "[ ] ",
        "[x]: y\n",
    ];
    let known = prop::sample::select(&FRAGMENTS[..]).prop_map(str::to_owned);
    prop_oneof![10 => known, 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_and_rendered(
        has_front in any::<bool>(),
        fragments in prop::collection::vec(fragment(), 0..60),
    ) {
        let body = fragments.concat();
        let text = if has_front { page(&body) } else { body };
        let (document, found) = parsed(&text);
        let length = text.len() as u32;
        for finding in &found {
            let span = finding.place.as_ref().and_then(|place| place.span).unwrap_or_default();
            prop_assert!(span.start <= span.end && span.end <= length, "{:?}", finding);
            prop_assert!(text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize), "{:?}", finding);
        }
        pakt::render::body::plain(document.markdown(), Config::empty().markdown);
        RENDERED.with(|site| {
            let mut site = site.borrow_mut();
            site.apply(vec![pakt::project::Change::Present(file("content/a.md", &text))]);
            site.drawn(pakt::language::ToolLanguage::Cs);
        });
    }

    #[test]
    fn any_yaml_is_read(lines in prop::collection::vec(prop::sample::select(&["title: ", "a", ": ", "\n", "- ", "[", "]", "{", "}", "\"", "'", " #", "&a ", "*a", "|", ">", "  ", "\t", "!!x ", "? ", "date: ", "2026-02-31", "ano", "draft: ", "slug: ", "..", "\r\n", "%", "@", "---\n", "...\n", "é", "\0", "<<: "][..]), 0..40)) {
        let yaml = lines.concat();
        parsed(&format!("---\n{yaml}\n---\n"));
        config::parse(&file("site.yaml", &yaml));
    }
}

thread_local! {
    /// A site whose theme is compiled once for all cases.
    static RENDERED: std::cell::RefCell<TestSite> = std::cell::RefCell::new(TestSite::new(&[]));
}
