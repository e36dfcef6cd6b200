//! The glossary: words link to their explanations at their first use on a page.

use super::site;

const WORDS: &str = "cs:\n  - {term: rekvalifikace, also: [rekvalifikaci, Rekvalifikace], meaning: Příprava na jinou práci.}\n  - {term: Úřad práce, also: [ÚP], meaning: Úřad.}\n  - {term: práce, meaning: Činnost.}\n  - {meaning: Bez slova.}\nen:\n  - {term: Job Centre, meaning: An office.}\n";

const PAGE: &str = "---\ntitle: Rekvalifikace\n---\n\n";

/// The text of a page on a site with a glossary.
fn shown(body: &str) -> String {
    let site = site(&[
        ("data/glossary.yaml", WORDS),
        ("themes/t/theme.yaml", "blocks: {cards: {links: true}}\n"),
        (
            "themes/t/templates/glossary.html",
            "{% for e in glossary %}{{ e.id }}: {{ e.term }} – {{ e.meaning }}\n{% endfor %}{{ content }}",
        ),
        (
            "themes/t/templates/blocks/note.html",
            "<div>{{ title }}{{ body }}</div>",
        ),
        (
            "themes/t/templates/blocks/cards.html",
            "<div>{{ body }}</div>",
        ),
        (
            "themes/t/templates/blocks/lang.html",
            "<i>{{ title }}{{ body }}</i>",
        ),
        (
            "content/slova.md",
            "---\ntitle: Slova\ntemplate: glossary\n---\n\nÚP a rekvalifikace.\n",
        ),
        ("content/a.md", &format!("{PAGE}{body}\n")),
        ("content/b.en.md", "---\ntitle: B\n---\n\nThe Job Centre.\n"),
    ]);
    assert_eq!(
        site.text("slova/index.html"),
        "rekvalifikace: rekvalifikace – Příprava na jinou práci.\nurad-prace: Úřad práce – Úřad.\nprace: práce – Činnost.\n<p>ÚP a rekvalifikace.</p>\n"
    );
    assert_eq!(
        site.text("en/b/index.html"),
        "<p>The Job Centre.</p>\n",
        "a language without a page of the glossary has none"
    );
    site.text("a/index.html")
}

/// A link to a term from the page.
fn link(id: &str, text: &str) -> String {
    format!("<a class=\"term\" href=\"../slova/#{id}\">{text}</a>")
}

#[test]
fn the_first_use_of_a_word_leads_to_its_meaning() {
    let (course, office, work) = (
        link("rekvalifikace", "rekvalifikaci"),
        link("urad-prace", "Úřad práce"),
        link("prace", "práce"),
    );
    assert_eq!(
        shown("O rekvalifikaci ví Úřad práce, o práce též."),
        format!("<p>O {course} ví {office}, o {work} též.</p>\n")
    );
    assert_eq!(
        shown("O rekvalifikaci.\n\nRekvalifikace a rekvalifikace."),
        format!("<p>O {course}.</p>\n<p>Rekvalifikace a rekvalifikace.</p>\n")
    );
    assert_eq!(
        shown("Na ÚP."),
        format!("<p>Na {}.</p>\n", link("urad-prace", "ÚP"))
    );
    assert_eq!(
        shown("Úřad\u{a0}práce"),
        format!("<p>{}</p>\n", link("urad-prace", "Úřad\u{a0}práce")),
        "a space may be non-breaking"
    );
    assert_eq!(
        shown(":::note[rekvalifikace]\no rekvalifikaci\n:::"),
        format!("<div>rekvalifikace<p>o {course}</p></div>\n")
    );
}

#[test]
fn only_whole_words_in_plain_text_are_links() {
    for body in [
        "rekvalifikacemi",
        "nerekvalifikace",
        "ÚPa 1ÚP",
        "Rekvalifikační",
    ] {
        assert_eq!(shown(body), format!("<p>{body}</p>\n"));
    }
    for body in [
        "## ÚP",
        "[ÚP](https://x.example/)",
        "`ÚP`",
        "```\nÚP\n```",
        "| ÚP |\n|---|\n| x |",
        ":lang[ÚP]{code=en}",
        ":::cards\n- ÚP\n:::",
    ] {
        assert!(!shown(body).contains("class=\"term\""), "{body}");
    }
    let after = shown("## ÚP\n\n[ÚP](https://x.example/) a ÚP");
    assert!(
        after.contains(&format!("a {}", link("urad-prace", "ÚP"))),
        "the first use in plain text counts: {after}"
    );
}

#[test]
fn words_are_found_in_cleaned_and_escaped_texts_too() {
    assert!(shown("<b>ÚP</b>").contains(&link("urad-prace", "ÚP")));
}

#[test]
fn a_manual_link_leads_to_a_word() {
    assert_eq!(
        shown("[co je úřad](slova.md#urad-prace)"),
        "<p><a href=\"../slova/#urad-prace\">co je úřad</a></p>\n"
    );
}

#[test]
fn a_link_to_an_unexplained_word_is_dead() {
    let findings = |body: &str, own: &str| {
        let site = site(&[
            (
                "data/glossary.yaml",
                "cs: [{term: Úřad práce, meaning: Úřad.}]\nen: [{term: Job Centre, meaning: An office.}]\n",
            ),
            ("themes/t/templates/glossary.html", "{{ content }}"),
            (
                "content/slova.md",
                &format!("---\ntitle: Slova\ntemplate: glossary\n---\n\n{own}\n"),
            ),
            ("content/a.md", &format!("---\ntitle: A\n---\n\n{body}\n")),
        ]);
        site.findings()
            .iter()
            .flat_map(|finding| {
                finding
                    .args
                    .iter()
                    .map(|(_, value)| value.to_string())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        findings("[x](slova.md#urad-prace)", "[x](#urad-prace)"),
        Vec::<String>::new()
    );
    assert_eq!(
        findings("[x](slova.md#urad-praci)", ""),
        ["urad-praci", "slova.md", "urad-prace"],
        "the nearest word is suggested"
    );
    assert_eq!(
        findings("", "[x](#urad-praci)"),
        ["urad-praci", "slova.md", "urad-prace"]
    );
    assert_eq!(
        findings("[x](slova.md#job-centre)", ""),
        ["job-centre", "slova.md", ""],
        "words of another language are on another page"
    );
    assert_eq!(
        findings("[x](#urad-prace)", ""),
        ["urad-prace", "a.md", ""],
        "another page shows no words"
    );
}

#[test]
fn the_first_use_is_the_first_in_the_text_also_where_html_is_cleaned() {
    for html in ["", " <b>b</b>"] {
        let page = shown(&format!("x[^1]\n\n[^1]: ÚP\n\nÚP{html}"));
        let (text, note) = page
            .split_once("<section")
            .expect("a note");
        assert!(
            note.contains("class=\"term\"") && !text.contains("class=\"term\""),
            "{page}"
        );
    }
}

#[test]
fn words_are_found_in_raw_html_but_not_in_its_links_and_headings() {
    assert!(shown("<div>ÚP</div>").contains("class=\"term\""));
    assert!(shown("<div>R&amp;D a ÚP</div>").contains("R&amp;D a <a class=\"term\""));
    for body in [
        "<a href=\"https://x.example/\">ÚP</a>",
        "<h2>ÚP</h2>",
        "<code>ÚP</code>",
        "<details><summary>ÚP</summary>x</details>",
        "<b lang=en>ÚP</b>",
    ] {
        assert!(!shown(body).contains("class=\"term\""), "{body}");
    }
}
