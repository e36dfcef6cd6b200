//! What a page knows of its neighbours and itself: previous and next, breadcrumbs, contents,
//! summaries, menus, values.

use insta::assert_snapshot;

use super::{SETTINGS, findings, site, texts};

#[test]
fn neighbours_follow_the_order_of_the_section() {
    let site = site(&[
        (
            "themes/t/templates/page.html",
            "{% if page.previous %}{{ page.previous.title }}{% endif %} < {{ page.title }} > {% if page.next %}{{ page.next.title }} {{ root }}{{ page.next.path }}{% endif %}",
        ),
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        ("content/a/01_x.md", "---\ntitle: X\n---\n"),
        ("content/a/02_y/index.md", "---\ntitle: Y\n---\n"),
        ("content/a/03_z.md", "---\ntitle: Z\n---\n"),
        ("content/a/02_w.md", "---\ntitle: W\ndraft: true\n---\n"),
        ("content/a/03_z.easy.md", "---\ntitle: Z snadno\n---\n"),
        ("content/a/01_x.en.md", "---\ntitle: X en\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["a/x/index.html", "a/y/index.html", "a/z/index.html", "a/z/jednoduse/index.html", "en/a/x/index.html"]), @r"
    # a/x/index.html
    < X > Y ../../a/y/
    # a/y/index.html
    X < Y > Z ../../a/z/
    # a/z/index.html
    Y < Z >
    # a/z/jednoduse/index.html
    < Z snadno >
    # en/a/x/index.html
    < X en >
    ");
}

#[test]
fn breadcrumbs_lead_from_home_to_the_parent() {
    let crumbs = "{% for c in page.breadcrumbs %}{{ c.title }} {{ root }}{{ c.path }} > {% endfor %}{{ page.title }}";
    let site = site(&[
        ("themes/t/templates/home.html", crumbs),
        ("themes/t/templates/page.html", crumbs),
        ("themes/t/templates/section.html", crumbs),
        ("themes/t/templates/term.html", crumbs),
        ("themes/t/templates/taxonomy.html", crumbs),
        ("content/a/_index.md", "---\ntitle: A\n---\n"),
        ("content/a/b/x.md", "---\ntitle: X\ntopic: [práva]\n---\n"),
        ("content/a/b/akce/index.md", "---\ntitle: Akce\n---\n"),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/a/_index.en.md", "---\ntitle: A en\n---\n"),
        ("content/a/b/x.en.md", "---\ntitle: X en\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &[
        "index.html", "a/index.html", "a/b/index.html", "a/b/x/index.html", "a/b/akce/index.html", "en/a/b/x/index.html",
        "temata/index.html", "temata/prava/index.html",
    ]), @r"
    # index.html
    Domů
    # a/index.html
    Domů ../ > A
    # a/b/index.html
    Domů ../../ > A ../../a/ > B
    # a/b/x/index.html
    Domů ../../../ > A ../../../a/ > B ../../../a/b/ > X
    # a/b/akce/index.html
    Domů ../../../ > A ../../../a/ > B ../../../a/b/ > Akce
    # en/a/b/x/index.html
    Home ../../../../en/ > A en ../../../../en/a/ > B ../../../../en/a/b/ > X en
    # temata/index.html
    Domů ../ > Témata
    # temata/prava/index.html
    Domů ../../ > Témata ../../temata/ > práva
    ");
}

#[test]
fn contents_are_the_headings_of_levels_two_and_three() {
    let site = site(&[
        (
            "themes/t/templates/page.html",
            "{% for h in page.toc %}{{ h.level }} {{ h.id }} {{ h.title }}\n{% for c in h.children %}  {{ c.level }} {{ c.id }} {{ c.title }}\n{% endfor %}{% endfor %}",
        ),
        (
            "content/a.md",
            "---\ntitle: A\ntoc: true\n---\n### Bez rodiče\n\n## První *část*\n\n### Pod\n\n#### Hluboko\n\n### Pod\n\n## Druhá {#vlastni .t}\n\n:::note\n## V bloku\n:::\n",
        ),
        (
            "themes/t/templates/blocks/note.html",
            "<div>{{ body }}</div>",
        ),
        ("content/b.md", "---\ntitle: B\n---\n## Nic\n"),
    ]);
    assert_snapshot!(texts(&site, &["a/index.html", "b/index.html"]), @r"
    # a/index.html
    2 prvni-cast První část
      3 pod Pod
      3 pod-2 Pod
    2 vlastni Druhá
    2 v-bloku V bloku
    # b/index.html
    ");
}

#[test]
fn a_summary_is_the_description_or_the_first_paragraph() {
    let long = format!(
        "---\ntitle: L\n---\n{}",
        "Slovo, které má být v textu. ".repeat(12)
    );
    let site = site(&[
        ("themes/t/templates/page.html", "{{ page.description }}"),
        (
            "content/a.md",
            "---\ntitle: A\ndescription: Popis & spol.\n---\nText.\n",
        ),
        (
            "content/b.md",
            "---\ntitle: B\n---\n## Nadpis\n\n- položka\n\nPrvní *odstavec* s [odkazem](a.md), `kódem`\na řádkem ![obrázek](o.png).\n\nDruhý.",
        ),
        ("content/o.png", "x"),
        ("content/c.md", "---\ntitle: C\n---\n"),
        ("content/d.md", &long),
    ]);
    assert_snapshot!(texts(&site, &["a/index.html", "b/index.html", "c/index.html", "d/index.html"]), @r"
    # a/index.html
    Popis &amp; spol.
    # b/index.html
    První odstavec s odkazem, kódem a řádkem .
    # c/index.html

    # d/index.html
    Slovo, které má být v textu. Slovo, které má být v textu. Slovo, které má být v textu. Slovo, které má být v textu. Slovo, které má být v textu. Slovo, které má být v textu. Slovo, které má být v…
    ");
}

#[test]
fn front_matter_reaches_the_templates() {
    let site = site(&[
        (
            "themes/t/templates/page.html",
            "{{ page.title }}|{{ page.date }}|{{ page.updated }}|{{ page.weight }}|{{ page.time }}|{{ page.owner }}|{{ page.checked }}|{{ page.review_by }}|{{ page.publish_until }}|{{ page.event.place }}|{% for s in page.steps %}{{ s.id }} {{ s.text }};{% endfor %}|{{ page.image.path }} {{ page.image.alt }}|{{ page.extra.barva }}|{{ page.url }}|{{ page.lang }}|{{ page.kind }}|{{ page.easy }}",
        ),
        (
            "themes/t/templates/letak.html",
            "leták {{ page.title }}{% if page.image %}{% endif %}{% if page.steps %}!{% endif %}{% if page.date %}!{% endif %}",
        ),
        (
            "content/a.md",
            "---\ntitle: 2026\ndate: 2026-12-01\nupdated: 2026-12-02\nweight: 7\ntime: 5\nowner: Eva\nchecked: 2026-11-01\nreview_by: 2027-01-01\npublish_until: 2027-02-01\nevent: {place: Liberec}\nsteps: [Jedna, Dvě <b>]\nimage: o.png\nimage_alt: Obraz\nextra: {barva: modrá}\nlang: de\n---\n",
        ),
        ("content/o.png", "x"),
        ("content/b.md", "---\ntitle: B\ntemplate: letak\n---\n"),
        ("content/c.md", "---\ntitle: C\ntemplate: letak.html\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["a/index.html", "b/index.html", "c/index.html"]), @r"
    # a/index.html
    2026|2026-12-01|2026-12-02|7|5|Eva|2026-11-01|2027-01-01|2027-02-01|Liberec|step-1 Jedna;step-2 Dvě &lt;b&gt;;|o.png Obraz|modrá|https://pakt.example/web/a/|de|page|false
    # b/index.html
    leták B
    # c/index.html
    leták C
    ");
    assert_eq!(findings(&site), "");
}

#[test]
fn menus_list_what_exists_in_the_language() {
    let settings = format!(
        "{SETTINGS}navigation:\n  main: [a/_index.md, b.md, b.easy.md, skryta.md]\n  footer: topic/prava.md\n"
    );
    let menu = "{% for m in nav.main %}{{ m.title }} {{ root }}{{ m.path }}; {% endfor %}| {% for m in nav.footer %}{{ m.title }} {{ root }}{{ m.path }}{% endfor %}";
    let site = site(&[
        ("site.yaml", &settings),
        ("themes/t/templates/home.html", menu),
        ("themes/t/templates/page.html", menu),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/a/_index.md", "---\ntitle: Oddíl\n---\n"),
        ("content/a/_index.en.md", "---\ntitle: Section\n---\n"),
        (
            "content/b.md",
            "---\ntitle: Dlouhý název stránky\nextra: {menu: Krátce}\n---\n",
        ),
        ("content/b.easy.md", "---\ntitle: Snadno\n---\n"),
        (
            "content/skryta.md",
            "---\ntitle: Skrytá\npublish_from: 2026-12-24\n---\n",
        ),
        ("content/topic/prava.md", "---\ntitle: Práva\n---\n"),
    ]);
    assert_snapshot!(texts(&site, &["index.html", "b/index.html", "en/index.html"]), @r"
    # index.html
    Oddíl ./a/; Krátce ./b/; Snadno ./b/jednoduse/; | Práva ./temata/prava/
    # b/index.html
    Oddíl ../a/; Krátce ../b/; Snadno ../b/jednoduse/; | Práva ../temata/prava/
    # en/index.html
    Section ../en/a/; |
    ");
    assert_snapshot!(findings(&site), @"P0405 site.yaml:16:40 target=skryta.md");
}

#[test]
fn data_files_reach_templates_and_blocks() {
    let site = site(&[
        (
            "data/links.yaml",
            "nsp: {name: NSP, url: 'https://www.nsp.cz/'}\n",
        ),
        ("data/pojmy.yml", "- rekvalifikace\n- úvazek\n"),
        ("data/poznamky.txt", "není YAML: ["),
        (
            "themes/t/templates/page.html",
            "{{ data.pojmy | join(sep=', ') }}\n{{ content }}{% if data.poznamky %}!{% endif %}",
        ),
        (
            "themes/t/templates/blocks/mista.html",
            "{{ data.links[attrs.id].name }} {{ data.links.nsp.url }}",
        ),
        ("content/a.md", "---\ntitle: A\n---\n::mista[]{#nsp}\n"),
    ]);
    assert_snapshot!(texts(&site, &["a/index.html"]), @r"
    # a/index.html
    rekvalifikace, úvazek
    NSP https://www.nsp.cz/
    ");
    assert_eq!(findings(&site), "");
}
