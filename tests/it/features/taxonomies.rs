//! Taxonomies and the hubs of their terms.

use insta::assert_snapshot;

use super::{SETTINGS, findings, paths, site, texts};

const TERM: &str = "{{ term.title }} {{ term.path }} in {{ term.taxonomy.title }} {{ root }}{{ term.taxonomy.path }}: {% for p in term.pages %}{{ p.title }} {{ p.path }}; {% endfor %}\n{{ content }}";
const TAXONOMY: &str = "{{ taxonomy.key }} {{ taxonomy.title }} {{ taxonomy.path }}: {% for t in taxonomy.terms %}{{ t.title }} {{ t.path }} {{ t.count }} {{ t.lang }} „{{ t.description }}“; {% endfor %}{{ content }}";
const PAGE: &str = "{% for g in page.terms %}{{ g.key }} {{ g.title }} {{ root }}{{ g.path }}: {% for t in g.terms %}{{ t.title }} {{ root }}{{ t.path }} {{ t.lang }}; {% endfor %}{% endfor %}";

#[test]
fn terms_without_pages_are_sorted_by_the_language() {
    let site = site(&[
        (
            "themes/t/templates/taxonomy.html",
            "{% for t in taxonomy.terms %}{{ t.title }}; {% endfor %}",
        ),
        (
            "content/a.md",
            "---\ntitle: A\ntopic: [Cukr, Chata, Čtení, Hora, Duha, Cesta]\n---\n",
        ),
    ]);
    assert_eq!(
        texts(&site, &["temata/index.html"])
            .lines()
            .last(),
        Some("Cesta; Cukr; Čtení; Duha; Hora; Chata;")
    );
}

#[test]
fn a_term_is_a_hub_with_or_without_a_page_of_its_own() {
    let site = site(&[
        ("themes/t/templates/term.html", TERM),
        ("themes/t/templates/taxonomy.html", TAXONOMY),
        ("themes/t/templates/page.html", PAGE),
        (
            "content/topic/02_hledani-prace.md",
            "---\ntitle: Hledání práce\n---\nO hledání.\n",
        ),
        ("content/topic/01_prava.md", "---\ntitle: Vaše práva\n---\n"),
        (
            "content/topic/nikdo.md",
            "---\ntitle: Nikdo\nslug: nekdo\n---\n",
        ),
        (
            "content/a.md",
            "---\ntitle: A\nweight: 2\ntopic: [hledani-prace, Péče o blízké]\n---\n",
        ),
        (
            "content/b.md",
            "---\ntitle: B\nweight: 1\ntopic: Hledání práce\n---\n",
        ),
        (
            "content/c.md",
            "---\ntitle: C\ndraft: true\ntopic: [jen-v-konceptu]\n---\n",
        ),
        (
            "content/b.easy.md",
            "---\ntitle: B snadno\ntopic: [hledani-prace]\n---\n",
        ),
    ]);
    assert_snapshot!(paths(&site), @r"
    404.html
    a/index.html
    b/index.html
    b/jednoduse/index.html
    index.html
    robots.txt
    sitemap.xml
    temata/hledani-prace/index.html
    temata/index.html
    temata/nekdo/index.html
    temata/pece-o-blizke/index.html
    temata/prava/index.html
    ");
    assert_snapshot!(texts(&site, &[
        "temata/index.html", "temata/hledani-prace/index.html", "temata/pece-o-blizke/index.html", "temata/nekdo/index.html",
        "a/index.html", "b/index.html",
    ]), @r"
    # temata/index.html
    topic Témata temata/: Vaše práva temata/prava/ 0 cs „“; Hledání práce temata/hledani-prace/ 2 cs „O hledání.“; Nikdo temata/nekdo/ 0 cs „“; Péče o blízké temata/pece-o-blizke/ 1 cs „“;
    # temata/hledani-prace/index.html
    Hledání práce temata/hledani-prace/ in Témata ../../temata/: B b/; A a/; 
    <p>O hledání.</p>
    # temata/pece-o-blizke/index.html
    Péče o blízké temata/pece-o-blizke/ in Témata ../../temata/: A a/;
    # temata/nekdo/index.html
    Nikdo temata/nekdo/ in Témata ../../temata/:
    # a/index.html
    topic Témata ../temata/: Hledání práce ../temata/hledani-prace/ cs; Péče o blízké ../temata/pece-o-blizke/ cs;
    # b/index.html
    topic Témata ../temata/: Hledání práce ../temata/hledani-prace/ cs;
    ");
    assert_eq!(findings(&site), "");
}

#[test]
fn every_language_has_its_own_hubs() {
    let versions = "{{ term.title }}: {% for p in term.pages %}{{ p.title }} {% endfor %}\n{% for t in page.translations %}{{ t.lang }} {{ root }}{{ t.path }} {{ t.exists }}; {% endfor %}\n{% for a in page.alternates %}{{ a.lang }} {{ a.url }}; {% endfor %}";
    let site = site(&[
        ("themes/t/templates/term.html", versions),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        (
            "content/topic/_index.md",
            "---\ntitle: Všechna témata\nslug: o-cem\n---\n",
        ),
        ("content/topic/prava.md", "---\ntitle: Práva\n---\n"),
        (
            "content/topic/prava.en.md",
            "---\ntitle: Rights\nslug: rights\n---\n",
        ),
        (
            "content/a.md",
            "---\ntitle: A\ntopic: [prava, práce]\n---\n",
        ),
        (
            "content/a.en.md",
            "---\ntitle: A en\ntopic: [prava, jobs]\n---\n",
        ),
        (
            "content/a.uk.md",
            "---\ntitle: A uk\ntopic: [допомога]\n---\n",
        ),
        (
            "content/topic/допомога.uk.md",
            "---\ntitle: Допомога\n---\n",
        ),
    ]);
    assert_snapshot!(paths(&site), @r"
    404.html
    a/index.html
    en/a/index.html
    en/index.html
    en/topics/index.html
    en/topics/jobs/index.html
    en/topics/rights/index.html
    index.html
    o-cem/index.html
    o-cem/prace/index.html
    o-cem/prava/index.html
    robots.txt
    sitemap.xml
    uk/a/index.html
    uk/index.html
    uk/topic/dopomoga/index.html
    uk/topic/index.html
    ");
    assert_snapshot!(texts(&site, &["o-cem/prava/index.html", "o-cem/prace/index.html", "en/topics/rights/index.html", "en/topics/jobs/index.html"]), @r"
    # o-cem/prava/index.html
    Práva: A 
    en ../../en/topics/rights/ true; uk ../../uk/ false; 
    cs https://pakt.example/web/o-cem/prava/; en https://pakt.example/web/en/topics/rights/; x-default https://pakt.example/web/o-cem/prava/;
    # o-cem/prace/index.html
    práce: A 
    en ../../en/ false; uk ../../uk/ false;
    # en/topics/rights/index.html
    Rights: A en 
    cs ../../../o-cem/prava/ true; uk ../../../uk/ false; 
    cs https://pakt.example/web/o-cem/prava/; en https://pakt.example/web/en/topics/rights/; x-default https://pakt.example/web/o-cem/prava/;
    # en/topics/jobs/index.html
    jobs: A en 
    cs ../../../ false; uk ../../../uk/ false;
    ");
    assert_eq!(
        site.text("uk/topic/dopomoga/index.html")
            .lines()
            .next(),
        Some("Допомога: A uk ")
    );
}

#[test]
fn a_terms_page_is_found_in_any_script() {
    let settings = SETTINGS.replace("language: cs", "language: de");
    let site = site(&[
        ("site.yaml", &settings),
        (
            "themes/t/templates/term.html",
            "{{ page.title }}: {% for p in term.pages %}{{ p.title }} {% endfor %}",
        ),
        ("content/topic/für-alle.md", "---\ntitle: Hub\n---\n"),
        ("content/a.md", "---\ntitle: A\ntopic: [Für alle]\n---\n"),
    ]);
    assert_eq!(site.text("topic/fuer-alle/index.html"), "Hub: A ");
}

#[test]
fn terms_with_equal_slugs_are_an_error_unless_one_is_the_name_of_a_page() {
    let without_page = site(&[
        ("content/a.md", "---\ntitle: A\ntopic: [práce]\n---\n"),
        (
            "content/b.md",
            "---\ntitle: B\ntopic: [Práce, prace, '!']\n---\n",
        ),
    ]);
    assert_snapshot!(findings(&without_page), @r"
    P0309 content/b.md:3:9 term=Práce other=práce slug=prace
    P0309 content/b.md:3:16 term=prace other=práce slug=prace
    P0310 content/b.md:3:23 value=!
    ");
    let with_page = site(&[
        ("content/topic/prace.md", "---\ntitle: Hub\n---\n"),
        ("content/a.md", "---\ntitle: A\ntopic: [Práce]\n---\n"),
        ("content/b.md", "---\ntitle: B\ntopic: [prace]\n---\n"),
    ]);
    assert_eq!(findings(&with_page), "");
}

#[test]
fn two_pages_of_one_term_are_an_error() {
    let site = site(&[
        ("content/topic/01_prava.md", "---\ntitle: Práva\n---\n"),
        ("content/topic/02_prava.md", "---\ntitle: Jiná práva\n---\n"),
    ]);
    assert_snapshot!(findings(&site), @"P0301 content/topic/01_prava.md address=/temata/prava/ other=/temata/prava/");
}

#[test]
fn a_hub_is_a_page_like_others() {
    let site = site(&[
        (
            "themes/t/templates/term.html",
            "{{ page.kind }} {{ page.title }} {% if page.previous %}{{ page.previous.title }}{% endif %}<>{% if page.next %}{{ page.next.title }}{% endif %} {{ content }}",
        ),
        (
            "content/topic/01_prava.md",
            "---\ntitle: Práva\naliases: [/prava/]\n---\n[o hledání](02_hledani.md#jak)\n",
        ),
        (
            "content/topic/02_hledani.md",
            "---\ntitle: Hledání\n---\n## Jak\n",
        ),
        (
            "content/a.md",
            "---\ntitle: A\n---\n[práva](topic/01_prava.md) [témata](topic)\n",
        ),
    ]);
    assert_snapshot!(texts(&site, &["temata/prava/index.html", "temata/hledani/index.html", "a/index.html"]), @r#"
    # temata/prava/index.html
    term Práva <>Hledání <p><a href="../../temata/hledani/#jak">o hledání</a></p>
    # temata/hledani/index.html
    term Hledání Práva<> <h2 id="jak">Jak</h2>
    # a/index.html
    <p><a href="../temata/prava/">práva</a> <a href="../temata/">témata</a></p>
    "#);
    assert_eq!(findings(&site), "");
}
