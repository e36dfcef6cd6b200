//! What bodies show besides their text: steps with anchors, where links lead, facts about files,
//! tables that scroll.

use insta::assert_snapshot;

use super::{SETTINGS, findings, site, texts};

const WORDS: &str =
    "other-site = jiný web\nfile-facts = { $kind }, { $size }\ntable = Tabulka { $number }\n";
const STEPS: &str = "<section id=\"{{ id }}\">{{ body }}</section>";

#[test]
fn links_can_name_the_anchor_of_every_step() {
    let body = ":::steps\n1. První\n   - [ ] uvnitř\n   - dál\n2. Druhý\n:::\n\n:::steps\n1. Jiný\n:::\n\n## A {#steps-1}\n\n- mimo\n";
    let site = site(&[
        ("themes/t/templates/blocks/steps.html", STEPS),
        ("content/x.md", &format!("---\ntitle: X\n---\n{body}")),
        (
            "content/y.md",
            "---\ntitle: Y\n---\n[jiný](x.md#steps-3-1)\n",
        ),
    ]);
    assert_snapshot!(texts(&site, &["x/index.html"]), @r##"
    # x/index.html
    <section id="steps"><ol>
    <li id="steps-1-2">První<ul class="task-list">
    <li><span class="task">☐</span> uvnitř</li>
    <li>dál</li>
    </ul>
    </li>
    <li id="steps-2">Druhý</li>
    </ol></section>
    <section id="steps-3"><ol>
    <li id="steps-3-1">Jiný</li>
    </ol></section>
    <h2 id="steps-1">A</h2>
    <ul>
    <li>mimo</li>
    </ul>
    "##);
    assert_eq!(findings(&site), "");
}

#[test]
fn links_show_where_they_lead_and_what_files_are() {
    let body = "[A](https://a.example/) [B](y.md) [C](leták.pdf) <a@b.cz> [D](mailto:a@b.cz) [E](#e)\n\n## E\n";
    let site = site(&[
        ("themes/t/locales/cs.ftl", WORDS),
        ("content/x.md", &format!("---\ntitle: X\n---\n{body}")),
        ("content/y.md", "---\ntitle: Y\n---\n"),
        ("content/leták.pdf", &"x".repeat(1_260_000)),
    ]);
    assert_snapshot!(texts(&site, &["x/index.html"]), @r##"
    # x/index.html
    <p><a href="https://a.example/">A<span class="sign"></span><span class="visually-hidden"> (jiný web)</span></a> <a href="../y/">B</a> <a href="../letak.pdf">C <span class="file-facts">(PDF, 1,3 MB)</span></a> <a href="mailto:a@b.cz">a@b.cz</a> <a href="mailto:a@b.cz">D</a> <a href="#e">E</a></p>
    <h2 id="e">E</h2>
    "##);
    assert_eq!(findings(&site), "");
}

#[test]
fn file_sizes_are_formatted_for_each_language() {
    let settings = SETTINGS.replace(
        "  uk: {name: Українська, title: Сайт}\n",
        "  uk: {}\n  de: {}\n  pl: {}\n",
    );
    let large = "x".repeat(2_349_000);
    let pages = ["", ".en", ".uk", ".de", ".pl"].map(|language| {
        (
            format!("content/x{language}.md"),
            "---\ntitle: X\n---\n[C](c.pdf)\n",
        )
    });
    let words = ["cs", "en", "uk", "de", "pl"].map(|language| {
        (
            format!("themes/t/locales/{language}.ftl"),
            "file-facts = { $size }\n",
        )
    });
    let files = pages
        .iter()
        .chain(&words)
        .map(|(path, text)| (path.as_str(), *text));
    let site = site(
        &files
            .chain([("site.yaml", &*settings), ("content/c.pdf", &large)])
            .collect::<Vec<_>>(),
    );
    let size = |path: &str| {
        site.text(path)
            .split(['(', ')'])
            .nth(1)
            .map(|size| size.replace('\u{a0}', " "))
    };
    let written = ["", "en/", "uk/", "de/", "pl/"].map(|language| {
        let size = size(&format!("{language}x/index.html")).unwrap_or_default();
        format!("{language} {size}")
    });
    assert_eq!(
        written,
        [
            " 2,3 MB",
            "en/ 2.3 MB",
            "uk/ 2,3 MB",
            "de/ 2,3 MB",
            "pl/ 2,3 MB"
        ]
    );
}

#[test]
fn a_table_can_be_scrolled_and_has_a_name() {
    let body = "| a |\n|---|\n| b |\n\n## Lhůty & dny\n\n| c |\n|---|\n| d |\n\n<b>i s HTML</b>\n";
    let site = site(&[
        ("themes/t/locales/cs.ftl", WORDS),
        ("content/x.md", &format!("---\ntitle: X\n---\n{body}")),
    ]);
    assert_snapshot!(texts(&site, &["x/index.html"]), @r##"
    # x/index.html
    <div class="table" role="region" aria-label="Tabulka 1" tabindex="0"><table><thead><tr><th scope="col">a</th></tr></thead><tbody>
    <tr><td>b</td></tr>
    </tbody></table></div>
    <h2 id="lhuty-dny">Lhůty &amp; dny</h2>
    <div class="table" role="region" aria-label="Tabulka 2: Lhůty &amp; dny" tabindex="0"><table><thead><tr><th scope="col">c</th></tr></thead><tbody>
    <tr><td>d</td></tr>
    </tbody></table></div>
    <p><b>i s HTML</b></p>
    "##);
    assert_eq!(findings(&site), "");
}

#[test]
fn templates_can_list_the_pages_of_a_term_and_draw_facets() {
    let page = "{% for p in pages(taxonomy='topic', term='prava') %}<{{ p.title }}>{% endfor %}{{ pages(taxonomy='topic', term='nic') | length }} {{ facet(of=page.path) | length > 200 }}";
    let site = site(&[
        ("themes/t/templates/page.html", page),
        ("content/x.md", "---\ntitle: X\ntopic: [prava]\n---\n"),
        ("content/y.md", "---\ntitle: Y\ntopic: [prava]\n---\n"),
        ("content/z.md", "---\ntitle: Z\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["z/index.html"]), @r##"
    # z/index.html
    <X><Y>0 true
    "##);
    assert_eq!(findings(&site), "");
}
