//! The files that the law is tested on, in all their versions.

/// A file and the versions that edits give it. Few paths and few versions, so that edits interact:
/// links gain and lose their targets, addresses clash, terms and languages come and go. Every path
/// has versions with errors.
pub(super) type Versions = (&'static str, &'static [&'static str]);

pub(super) const FILES: &[Versions] = &[
    (
        "site.yaml",
        &[
            "title: Web\ntheme: t\nbase_url: https://x.example/\nlanguages: {en: {}}\ntaxonomies: {topic: {}}\n",
            "title: Web\ntheme: t\nsearch: false\ntaxonomies: {topic: {cs: {slug: temata}}}\nnavigation: {main: [a.md, s/_index.md]}\n",
            "title: Jinak\ntheme: u\nlanguage: en\nlanguages: {cs: {title: Web}}\nmarkdown: {html: escape}\n",
            "title: Web\ntheme: t\nlanguages: {en: {}}\ntaxonomies: {topic: {}, druh: {}}\nbase_url: https://x.example/w/\nmarkdown: {extensions: false}\n",
            "title: Web\ntheme: t\nbase_url: https://x.example/\nlanguages: {en: {}}\ntaxonomies: {topic: {}}\ntypography: false\n",
            "title: Web\ntheme: t\nbase_url: https://x.example/\nlanguages: {uk: {}, en: {}}\ntaxonomies: {topic: {}}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
            "title: Web\ntitel: x\n",
            "title: [\n",
        ],
    ),
    (
        "content/_index.md",
        &[
            "---\ntitle: Domů\n---\n[a](a.md) [s](s)\n",
            "---\ntitle: Domů\naliases: [/driv/]\n---\n",
            "---\ntitle: Domů\ntheme: u\n---\n",
            "bez hlavičky",
        ],
    ),
    (
        "content/_index.en.md",
        &[
            "---\ntitle: Home\n---\n[a](a.md)\n",
            "---\ntitle: Home\ndraft: true\n---\n",
            "---\ntitle: \n---\n",
        ],
    ),
    (
        "content/a.md",
        &[
            "---\ntitle: A i \\\"B\\\"\n---\n[b](s/b.md#cast) ![o v ráji](o.png) - v \"kraji\"\n",
            "---\ntitle: A\ntopic: [x, Y]\ndate: 2026-11-20\n---\n<b>x</b>\n\n:::note\nx[^1]\n:::\n\n[^1]: y\n",
            "---\ntitle: Á\nslug: b\nweight: 1\ntopic: y\n---\n",
            "---\ntitle: A\nsearch: false\n---\nslovo\n",
            "---\ntitle: A\npublish_from: 2026-11-23\naliases: [/driv/]\n---\n",
            "---\ntitle: A\ndraft: true\n---\n# Chyba\n",
            "---\ntitle: A\ndraft: ano\n---\n",
            "---\ntitle: A\n---\n[neni](neni.md)\n",
            "\u{feff}---\r\ntitle: A\r\n---\r\n## Část\r\n",
        ],
    ),
    (
        "content/a.en.md",
        &[
            "---\ntitle: A en\n---\n[b](s/b.md)\n",
            "---\ntitle: A en\ntopic: [x]\nslug: ay\n---\n",
            "---\ntitle: A en\n",
        ],
    ),
    (
        "content/a.easy.md",
        &["---\ntitle: A snadno\n---\n[a](a.md)\n"],
    ),
    ("content/A.md", &["---\ntitle: Velké A\n---\n"]),
    (
        "content/b/index.md",
        &[
            "---\ntitle: Balík\n---\n[o](o.pdf)\n",
            "---\ntitle: Balík\npublish_until: 2026-11-22\n---\n[o](o.pdf) [a](../a.md)\n",
        ],
    ),
    ("content/b/o.pdf", &["1", "2"]),
    (
        "content/slova.md",
        &[
            "---\ntitle: Slova\ntemplate: glossary\n---\nslovo\n",
            "---\ntitle: Slova\ntemplate: glossary\npublish_from: 2026-11-23\n---\n",
            "---\ntitle: Slova\ntemplate: glossary\npublish_until: 2026-11-22\nslug: pojmy\n---\n",
            "---\ntitle: Slova\n---\n",
        ],
    ),
    (
        "content/slova.en.md",
        &[
            "---\ntitle: Words\ntemplate: glossary\n---\nword\n",
            "---\ntitle: Words\ntemplate: glossary\ndraft: true\n---\n",
        ],
    ),
    (
        "content/a.uk.md",
        &["---\ntitle: А\n---\nслово\n\n:::note[слово]\nслово\n:::\n"],
    ),
    (
        "content/prohlaseni.md",
        &[
            "---\ntitle: Prohlášení\ntemplate: accessibility\n---\n",
            "---\ntitle: Prohlášení\ntemplate: accessibility\npublish_until: 2026-11-23\n---\n",
        ],
    ),
    (
        "content/prohlaseni.en.md",
        &["---\ntitle: Statement\ntemplate: accessibility\n---\n"],
    ),
    (
        "content/s/_index.md",
        &[
            "---\ntitle: S\n---\n",
            "---\ntitle: S\nsort: date\nfeed: true\nslug: es\n---\n",
            "---\ntitle: S\ntheme: u\npublish_until: 2026-11-22\n---\n",
            "---\ntitle: S\ntheme: neni\n---\n",
        ],
    ),
    (
        "content/s/_index.en.md",
        &["---\ntitle: S en\nslug: section\n---\n"],
    ),
    (
        "content/s/01_b.md",
        &["---\ntitle: Pořadí\ntopic: [x]\n---\n"],
    ),
    (
        "content/s/b.md",
        &[
            "---\ntitle: B\ndate: 2026-11-21\n---\n## Část\n",
            "---\ntitle: B\nimage: ../o.png\n---\n## Část\n\n[a](../a.md)\n",
            "---\ntitle: B\n---\n:::steps\n1. slovo\n2. :::note[slovo]\n   x\n   :::\n:::\n\n:lang[word]{code=en}\n",
            "---\ntitle: B\n---\n:::steps\n1. slovo\n2. jiné\n:::\n\n:lang[word]{code=en}\n",
            "---\ntitle: B\n---\n:::note\n",
        ],
    ),
    (
        "content/s/c/d.md",
        &[
            "---\ntitle: D\n---\n[b](../b.md)\n\n## Oddíl\n\n:::note\n1. slovo\n:::\n",
            "---\ntitle: D\ntemplate: list\n---\n",
        ],
    ),
    (
        "content/topic/x.md",
        &[
            "---\ntitle: Téma X\n---\n[a](../a.md)\n",
            "---\ntitle: Téma X\nslug: iks\ndraft: true\n---\n",
        ],
    ),
    ("content/topic/_index.md", &["---\ntitle: Témata\n---\n"]),
    ("content/o.png", &["1", "2"]),
    ("content/_static/a/index.html", &["1"]),
    ("content/_static/s.txt", &["1", "2"]),
    (
        "data/synonyms.yaml",
        &[
            "cs: [[pořadí, řada]]\n",
            "cs: [[A, b], {x: [pořadí, [y]]}]\n",
            "en: [[A, ay]]\nuk: [[а, слово]]\n",
        ],
    ),
    (
        "data/glossary.yaml",
        &[
            "cs:\n  - {term: slovo, also: [kraji], meaning: Co se říká.}\nen:\n  - {term: word, meaning: What is said.}\n",
            "cs:\n  - {term: slovo, meaning: Jinak.}\n  - {term: x, meaning: Neznámá.}\n",
            "en:\n  - {term: word, meaning: Said.}\nuk:\n  - {term: слово, meaning: Мова.}\n",
            "cs:\n  - {meaning: Bez slova.}\n",
            "cs: [\n",
        ],
    ),
    (
        "data/accessibility.yaml",
        &[
            "predpis: zákon\nrozsah: [https://x.example/]\nstav: castecne\nnepristupny_obsah:\n  - {popis: Video., sc: [1.2.2], duvod: nesoulad, en: {popis: Videos.}}\nvypracovano: 2026-01-10\nrevize: 2026-11-20\nmetoda: vlastni-posouzeni\ndozor: {nazev: D, en: {nazev: E}}\nen: {predpis: Act}\n",
            "predpis: zákon\nrozsah: [https://x.example/]\nstav: plne\nvypracovano: 2025-11-23\nrevize: 2025-11-23\nmetoda: treti-strana\ndozor: {nazev: D}\n",
            "stav: plne\n",
            "stav: [\n",
        ],
    ),
    ("data/d.yaml", &["x: 1\n", "x: 2\n", "x: [\n"]),
    (
        "themes/t/theme.yaml",
        &[
            "extends: zaklad\n",
            "extends: u\nsettings: {s: 1}\n",
            "extends: neni\n",
            "extends: zaklad\nblocks: {note: {numbered: true}}\n",
        ],
    ),
    (
        "themes/t/templates/page.html",
        &[
            "{% extends \"base.html\" %}{% block b %}{{ content }} {{ t(key='w') }}{% endblock %}",
            "{{ page.title }} {{ data.d?.x or '–' }} {% if page.next %}{{ root }}{{ page.next.path }}{% endif %}",
            "{{ link(to='a.md') }}",
            "{% if %}",
        ],
    ),
    ("themes/t/templates/list.html", &["LIST {{ content }}"]),
    ("themes/t/locales/cs.ftl", &["w = slovo\n", "w = { \n"]),
    (
        "themes/t/templates/blocks/note.html",
        &[
            "<i>{{ title }}{{ body }}</i>",
            "{{ body }} {{ t(key='w') }}",
        ],
    ),
    (
        "themes/t/assets/a.css",
        &[
            "@import \"b.css\";\na{color:red}",
            "a{color:blue}",
            "@import \"neni.css\";",
        ],
    ),
    (
        "themes/u/theme.yaml",
        &[
            "extends: zaklad\n",
            "extends: t\n",
            "extends: zaklad\nmain: oddil\n",
            "blocks: 1\n",
        ],
    ),
    ("themes/u/templates/page.html", &["U {{ content }}"]),
    (
        "themes/zaklad/assets/b.css",
        &["b{color:red}", "b{color:green}"],
    ),
    ("themes/zaklad/locales/en.ftl", &["w = word\n"]),
];

/// A template of the theme that others extend: it prints what pages know of each other.
const PAGE: &str = "\
{% block b %}{{ page.title }} {{ page.url or '' }}
{% for c in page.breadcrumbs %}{{ root }}{{ c.path }} {{ c.title }};{% endfor %}
{% for t in page.translations %}{{ t.lang }} {{ t.path }} {{ t.title }} {{ t.exists }};{% endfor %}
{% for g in page.terms %}{% for t in g.terms %}{{ t.title }} {{ t.path }};{% endfor %}{% endfor %}
{% for m in nav.main %}{{ m.title }} {{ m.path }};{% endfor %}
{% if page.previous %}<{{ page.previous.path }}{% endif %}
{% if page.next %}>{{ page.next.path }}{% endif %}
{% if page.easy_version %} {{ page.easy_version.path }}{% endif %}
{% if section %}
{% for p in section.pages %}{{ p.title }} {{ p.path }} {{ p.description }};{% endfor %}
{% for s in section.sections %}{{ s.title }} {{ s.path }};{% endfor %}
{% endif %}
{% if term %}{% for p in term.pages %}{{ p.path }};{% endfor %}{% endif %}
{% if taxonomy %}
{% for t in taxonomy.terms %}{{ t.title }} {{ t.path }} {{ t.count }};{% endfor %}
{% endif %}
{{ content }} {{ site.title }} {{ site.demo }}{% endblock %}";

/// Files that always exist: the theme that others extend.
pub(super) const BASE: &[(&str, &str)] = &[
    (
        "themes/zaklad/theme.yaml",
        "name: zaklad\nblocks: {steps: {numbered: true}, lang: {language: code}}\n",
    ),
    (
        "themes/zaklad/templates/base.html",
        "[{% block b %}{% endblock %}]",
    ),
    (
        "themes/zaklad/templates/blocks/note.html",
        "<aside id=\"{{ id }}\">{{ title }}{{ body }}</aside>",
    ),
    (
        "themes/zaklad/templates/blocks/steps.html",
        "<div id=\"{{ id }}\">{{ body }}</div>",
    ),
    (
        "themes/zaklad/templates/blocks/lang.html",
        "<i lang=\"{{ attrs.code }}\">{{ title }}</i>",
    ),
    (
        "themes/zaklad/templates/search.html",
        "\
{{ page.title }} {{ site.search.path }}
{% for g in search.groups %}{{ g.title }} {{ g.path }}:
{% for p in g.pages %}{{ p.title }} {{ p.path }};{% endfor %}
{% endfor %}",
    ),
    (
        "themes/zaklad/templates/glossary.html",
        "{% for e in glossary %}{{ e.id }} {{ e.term }} {{ e.meaning }};{% endfor %}{{ content }}",
    ),
    (
        "themes/zaklad/templates/accessibility.html",
        "\
{{ data.accessibility?.stav or '' }}
{% if statement %}{{ root }}{{ statement.path }} {{ statement.size }}{% endif %}",
    ),
    (
        "themes/zaklad/templates/redirect.html",
        "{{ target }} {{ title }}",
    ),
    (
        "themes/zaklad/templates/404.html",
        "{% for l in languages %}{{ root }}{{ l.path }} {% endfor %}{{ nav.main | length }}",
    ),
    ("themes/zaklad/templates/home.html", PAGE),
    ("themes/zaklad/templates/page.html", PAGE),
    ("themes/zaklad/templates/section.html", PAGE),
    ("themes/zaklad/templates/taxonomy.html", PAGE),
    ("themes/zaklad/templates/term.html", PAGE),
];
