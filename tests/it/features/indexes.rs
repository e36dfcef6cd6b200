//! Feeds, sitemap, robots.txt, 404.html, and demonstration sites.

use insta::assert_snapshot;

use super::{SETTINGS, findings, paths, site, site_in, texts};
use crate::support::{TestSite, file};
use pakt::project::Change;
use pakt::site::{Mode, SitemapLimits};

const DATED: &[(&str, &str)] = &[
    ("content/_index.en.md", "---\ntitle: Home\n---\n"),
    (
        "content/a/_index.md",
        "---\ntitle: Aktuality & spol.\nfeed: true\n---\n",
    ),
    (
        "content/a/stara.md",
        "---\ntitle: Stará\ndate: 2026-01-05\nupdated: 2026-07-01\n---\nText <b>tučně</b> & dál.\n",
    ),
    (
        "content/a/nova.md",
        "---\ntitle: Nová\ndate: 2026-08-01\ndescription: Popis\n---\n",
    ),
    ("content/a/b/_index.md", "---\ntitle: B\n---\n"),
    (
        "content/a/b/hluboka.md",
        "---\ntitle: Hluboká\nupdated: 2026-03-29\n---\n",
    ),
    (
        "content/a/nova.en.md",
        "---\ntitle: New\ndate: 2026-08-02\n---\n",
    ),
    (
        "content/a/nova.easy.md",
        "---\ntitle: Nová snadno\ndate: 2026-08-02\n---\n",
    ),
    (
        "content/a/koncept.md",
        "---\ntitle: Koncept\ndate: 2026-08-02\ndraft: true\n---\n",
    ),
    ("content/c/_index.md", "---\ntitle: C\nfeed: true\n---\n"),
    ("content/c/bez-data.md", "---\ntitle: Bez data\n---\n"),
    ("content/d.md", "---\ntitle: D\ndate: 2025-01-01\n---\n"),
];

#[test]
fn no_output_holds_what_xml_cannot() {
    let site = site(&[
        ("content/_index.md", "---\ntitle: Domů\nfeed: true\n---\n"),
        (
            "content/a.md",
            "---\ntitle: \"A\\x01\\u000b\\uFFFF\"\ndate: 2026-01-05\n---\n\
             Slovo\u{b}jiné &#x10; znak\u{1}.\n\n## Nadpis\u{2}\n\nText\u{ffff} <b>\u{3}</b>\n",
        ),
        ("data/x.yaml", "a: \"\\x02\"\n"),
    ]);
    let is_forbidden = |c: char| {
        c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let escapes = ["\\u000", "\\u001", "&#x10;"];
    let mut feeds = 0;
    for (path, bytes) in site.artifacts() {
        // Styles and scripts of the theme are as their authors wrote them.
        if path.starts_with("theme/") {
            continue;
        }
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        assert!(!text.contains(is_forbidden), "{path}: {text}");
        assert!(
            !escapes
                .iter()
                .any(|sign| text.contains(sign)),
            "{path}: {text}"
        );
        feeds += usize::from(path.ends_with("feed.xml") && text.contains("Slovo jiné"));
    }
    assert_eq!(feeds, 1);
    assert!(
        site.text("a/index.html")
            .contains("Slovo jiné")
    );
}

#[test]
fn every_language_and_requesting_section_has_a_feed() {
    let site = site(DATED);
    let feeds: Vec<String> = site
        .paths()
        .into_iter()
        .filter(|path| path.ends_with("feed.xml"))
        .collect();
    assert_eq!(feeds, ["a/feed.xml", "en/feed.xml", "feed.xml"]);
    assert_snapshot!(texts(&site, &["a/feed.xml", "en/feed.xml"]), @r#"
    # a/feed.xml
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="cs">
     <id>https://pakt.example/web/a/feed.xml</id>
     <title>Aktuality &amp; spol. – Web</title>
     <updated>2026-08-01T00:00:00+02:00</updated>
     <link rel="self" href="https://pakt.example/web/a/feed.xml"/>
     <link rel="alternate" type="text/html" href="https://pakt.example/web/a/"/>
     <author>
      <name>Úřad</name>
     </author>
     <entry>
      <id>https://pakt.example/web/a/nova/</id>
      <title>Nová</title>
      <updated>2026-08-01T00:00:00+02:00</updated>
      <published>2026-08-01T00:00:00+02:00</published>
      <link rel="alternate" type="text/html" href="https://pakt.example/web/a/nova/"/>
      <summary>Popis</summary>
     </entry>
     <entry>
      <id>https://pakt.example/web/a/stara/</id>
      <title>Stará</title>
      <updated>2026-07-01T00:00:00+02:00</updated>
      <published>2026-01-05T00:00:00+01:00</published>
      <link rel="alternate" type="text/html" href="https://pakt.example/web/a/stara/"/>
      <summary>Text tučně &amp; dál.</summary>
     </entry>
     <entry>
      <id>https://pakt.example/web/a/b/hluboka/</id>
      <title>Hluboká</title>
      <updated>2026-03-29T00:00:00+01:00</updated>
      <link rel="alternate" type="text/html" href="https://pakt.example/web/a/b/hluboka/"/>
      <summary></summary>
     </entry>
    </feed>
    # en/feed.xml
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
     <id>https://pakt.example/web/en/feed.xml</id>
     <title>Site</title>
     <updated>2026-08-02T00:00:00+02:00</updated>
     <link rel="self" href="https://pakt.example/web/en/feed.xml"/>
     <link rel="alternate" type="text/html" href="https://pakt.example/web/en/"/>
     <author>
      <name>Úřad</name>
     </author>
     <entry>
      <id>https://pakt.example/web/en/a/nova/</id>
      <title>New</title>
      <updated>2026-08-02T00:00:00+02:00</updated>
      <published>2026-08-02T00:00:00+02:00</published>
      <link rel="alternate" type="text/html" href="https://pakt.example/web/en/a/nova/"/>
      <summary></summary>
     </entry>
    </feed>
    "#);
    assert_eq!(
        site.text("feed.xml")
            .matches("<entry>")
            .count(),
        4
    );
}

#[test]
fn no_date_in_a_feed_or_sitemap_is_in_the_future() {
    let site = site(&[
        ("site.yaml", SETTINGS),
        (
            "content/a.md",
            "---\ntitle: A\ndate: 2027-05-05\npublish_from: 2026-11-02\n---\n",
        ),
        ("content/b.md", "---\ntitle: B\ndate: 2027-05-05\n---\n"),
        (
            "content/c.md",
            "---\ntitle: C\ndate: 2026-11-03\nupdated: 2027-05-05\n---\n",
        ),
    ]);
    let feed = site.text("feed.xml");
    let days: Vec<&str> = feed
        .lines()
        .filter(|line| line.contains("<updated>") || line.contains("<published>"))
        .filter_map(|line| line.trim().get(..20))
        .collect();
    assert_eq!(
        days,
        [
            "<updated>2026-11-22T",
            "<updated>2026-11-22T",
            "<updated>2026-11-03T",
            "<published>2026-11-0",
            "<updated>2026-11-02T",
        ]
    );
    let sitemap = site.text("sitemap.xml");
    assert!(
        sitemap.contains("<lastmod>2026-11-02</lastmod>"),
        "{sitemap}"
    );
    assert!(!feed.contains("2027") && !sitemap.contains("2027"));
}

#[test]
fn a_feed_has_as_many_entries_as_the_settings_say() {
    let settings = format!("{SETTINGS}feeds: {{limit: 2}}\ntimezone: UTC\n");
    let mut files = DATED.to_vec();
    files.push(("site.yaml", &settings));
    let feed = site(&files).text("feed.xml");
    assert_eq!(feed.matches("<entry>").count(), 2);
    assert!(
        feed.contains("<published>2026-08-01T00:00:00+00:00</published>"),
        "{feed}"
    );
}

#[test]
fn pages_know_their_feeds() {
    let mut files = DATED.to_vec();
    let show = "{% if page.feed %}{{ root }}{{ page.feed.path }} {{ page.feed.title }}{% endif %} | {% if site.feed %}{{ root }}{{ site.feed.path }} {{ site.feed.title }}{% endif %}";
    files.extend(
        ["home.html", "page.html", "section.html"]
            .map(|name| (name, show))
            .map(|(name, show)| {
                (
                    [
                        "themes/t/templates/home.html",
                        "themes/t/templates/page.html",
                        "themes/t/templates/section.html",
                    ]
                    .into_iter()
                    .find(|path| path.ends_with(name))
                    .unwrap_or_default(),
                    show,
                )
            }),
    );
    let site = site(&files);
    assert_snapshot!(texts(&site, &["index.html", "en/index.html", "a/index.html", "a/b/index.html", "c/index.html", "a/nova/index.html"]), @r"
    # index.html
    ./feed.xml Domů | ./feed.xml Web
    # en/index.html
    ../en/feed.xml Home | ../en/feed.xml Site
    # a/index.html
    ../a/feed.xml Aktuality &amp; spol. | ../feed.xml Web
    # a/b/index.html
    | ../../feed.xml Web
    # c/index.html
    | ../feed.xml Web
    # a/nova/index.html
    | ../../feed.xml Web
    ");
}

#[test]
fn the_sitemap_lists_pages_with_their_alternates() {
    let site = site(&[
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        (
            "content/a.md",
            "---\ntitle: A\nupdated: 2026-05-05\ntopic: [práva]\naliases: [/driv/]\n---\n[s](<Žluť 1.pdf>)",
        ),
        ("content/a.en.md", "---\ntitle: A\nslug: b\n---\n"),
        ("content/a.easy.md", "---\ntitle: A snadno\n---\n"),
        ("content/Žluť 1.pdf", "x"),
        (
            "content/budouci.md",
            "---\ntitle: B\npublish_from: 2027-01-01\n---\n",
        ),
    ]);
    assert_snapshot!(site.text("sitemap.xml"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
     <url>
      <loc>https://pakt.example/web/a/</loc>
      <lastmod>2026-05-05</lastmod>
      <xhtml:link rel="alternate" hreflang="cs" href="https://pakt.example/web/a/"/>
      <xhtml:link rel="alternate" hreflang="en" href="https://pakt.example/web/en/b/"/>
      <xhtml:link rel="alternate" hreflang="x-default" href="https://pakt.example/web/a/"/>
     </url>
     <url>
      <loc>https://pakt.example/web/a/jednoduse/</loc>
     </url>
     <url>
      <loc>https://pakt.example/web/en/b/</loc>
      <xhtml:link rel="alternate" hreflang="cs" href="https://pakt.example/web/a/"/>
      <xhtml:link rel="alternate" hreflang="en" href="https://pakt.example/web/en/b/"/>
      <xhtml:link rel="alternate" hreflang="x-default" href="https://pakt.example/web/a/"/>
     </url>
     <url>
      <loc>https://pakt.example/web/en/</loc>
      <xhtml:link rel="alternate" hreflang="cs" href="https://pakt.example/web/"/>
      <xhtml:link rel="alternate" hreflang="en" href="https://pakt.example/web/en/"/>
      <xhtml:link rel="alternate" hreflang="x-default" href="https://pakt.example/web/"/>
     </url>
     <url>
      <loc>https://pakt.example/web/</loc>
      <xhtml:link rel="alternate" hreflang="cs" href="https://pakt.example/web/"/>
      <xhtml:link rel="alternate" hreflang="en" href="https://pakt.example/web/en/"/>
      <xhtml:link rel="alternate" hreflang="x-default" href="https://pakt.example/web/"/>
     </url>
     <url>
      <loc>https://pakt.example/web/temata/</loc>
     </url>
     <url>
      <loc>https://pakt.example/web/temata/prava/</loc>
     </url>
    </urlset>
    "#);
    assert_snapshot!(site.text("robots.txt"), @r"
    User-agent: *
    Allow: /
    Sitemap: https://pakt.example/web/sitemap.xml
    ");
}

/// Pages with long addresses in three languages, each with an alternate in each.
fn long_pages() -> Vec<(String, String)> {
    let languages = ["", ".en", ".uk"];
    let home = languages.map(|language| {
        (
            format!("content/_index{language}.md"),
            "---\ntitle: Domů\n---\n".to_owned(),
        )
    });
    let name = |number, language| {
        format!(
            "content/{number}{}{language}.md",
            "-a-dlouhe-jmeno".repeat(16)
        )
    };
    let page = |number, language| {
        (
            name(number, language),
            "---\ntitle: A\ndate: 2026-05-05\n---\n".to_owned(),
        )
    };
    home.into_iter()
        .chain((0..8).flat_map(|number| languages.map(|language| page(number, language))))
        .collect()
}

/// Builds the site of `long_pages` with these limits for the files of its sitemap.
fn site_within(sitemap: SitemapLimits, more: &[(&str, &str)]) -> TestSite {
    let pages = long_pages();
    let mut files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    files.extend(more);
    site_in(
        &files,
        Mode {
            sitemap,
            ..Mode::default()
        },
    )
}

/// The names of a sitemap's parts.
fn parts(site: &TestSite) -> Vec<String> {
    site.paths()
        .into_iter()
        .filter(|path| path.starts_with("sitemap-"))
        .collect()
}

/// The contents of all `loc` elements.
fn addresses(xml: &str) -> Vec<&str> {
    xml.split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .collect()
}

#[test]
fn a_sitemap_that_is_too_large_is_an_index_of_its_parts() {
    let usual = SitemapLimits::default();
    let whole = site_within(usual, &[]);
    assert_eq!(parts(&whole), [""; 0]);
    let whole = whole.text("sitemap.xml");
    assert_eq!(addresses(&whole).len(), 27);
    let site = site_within(
        SitemapLimits {
            addresses: 10,
            ..usual
        },
        &[],
    );
    assert_snapshot!(site.text("sitemap.xml"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
     <sitemap>
      <loc>https://pakt.example/web/sitemap-1.xml</loc>
     </sitemap>
     <sitemap>
      <loc>https://pakt.example/web/sitemap-2.xml</loc>
     </sitemap>
     <sitemap>
      <loc>https://pakt.example/web/sitemap-3.xml</loc>
     </sitemap>
    </sitemapindex>
    "#);
    assert_eq!(
        parts(&site),
        ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    );
    let texts: Vec<String> = parts(&site)
        .iter()
        .map(|part| site.text(part))
        .collect();
    assert_eq!(
        texts
            .iter()
            .map(|text| addresses(text).len())
            .collect::<Vec<_>>(),
        [10, 10, 7]
    );
    assert_eq!(
        texts
            .iter()
            .flat_map(|text| addresses(text))
            .collect::<Vec<_>>(),
        addresses(&whole)
    );
    let head = |text: &str| text[..text.find(" <url>").expect("an entry")].to_owned();
    assert!(
        texts
            .iter()
            .all(|text| head(text) == head(&whole))
    );
    assert!(
        site.text("robots.txt")
            .ends_with("Sitemap: https://pakt.example/web/sitemap.xml\n")
    );
    assert_eq!(findings(&site), "");
}

#[test]
fn a_sitemap_is_not_split_while_it_fits_in_one_file() {
    let with = |addresses| {
        parts(&site_within(
            SitemapLimits {
                addresses,
                ..SitemapLimits::default()
            },
            &[],
        ))
        .len()
    };
    assert_eq!(
        [28, 27, 26, 14, 13, 1, 0].map(with),
        [0, 0, 2, 2, 3, 27, 27]
    );
}

#[test]
fn no_file_of_a_sitemap_is_larger_than_its_limit() {
    let whole = site_within(SitemapLimits::default(), &[])
        .text("sitemap.xml")
        .len();
    for bytes in (2_500..50_000).step_by(2_500) {
        let site = site_within(
            SitemapLimits {
                bytes,
                ..SitemapLimits::default()
            },
            &[],
        );
        let names = parts(&site);
        let files = || {
            names
                .iter()
                .map(String::as_str)
                .chain(["sitemap.xml"])
        };
        assert!(
            files().all(|name| site.text(name).len() <= bytes),
            "{bytes}"
        );
        assert!(bytes >= whole || !names.is_empty(), "{bytes}");
        // The bound is tight: a limit of twice the size splits nothing.
        assert!(bytes < 2 * whole || names.is_empty(), "{bytes}");
    }
}

#[test]
fn a_part_of_a_sitemap_clashes_as_any_route_does() {
    let own = [("content/_static/sitemap-2.xml", "<x/>")];
    assert_eq!(findings(&site_within(SitemapLimits::default(), &own)), "");
    let limits = SitemapLimits {
        addresses: 14,
        ..SitemapLimits::default()
    };
    assert_snapshot!(findings(&site_within(limits, &own)), @"P0301 content/_static/sitemap-2.xml address=/sitemap-2.xml other=/sitemap-2.xml");
}

#[test]
fn the_limits_of_a_sitemap_are_those_of_the_protocol() {
    let pages: Vec<String> = (0..50_000)
        .map(|number| format!("content/{number}.md"))
        .collect();
    let text = "---\ntitle: A\n---\n";
    let most: Vec<(&str, &str)> = pages[1..]
        .iter()
        .map(|path| (path.as_str(), text))
        .collect();
    let mut site = site(&most);
    assert_eq!(parts(&site), [""; 0]);
    site.apply(vec![Change::Present(file(&pages[0], text))]);
    assert_eq!(parts(&site), ["sitemap-1.xml", "sitemap-2.xml"]);
}

#[test]
fn without_an_address_there_is_no_sitemap_and_no_feed() {
    let settings = SETTINGS.replace("base_url: https://pakt.example/web/\n", "");
    let mut files = DATED.to_vec();
    files.push(("site.yaml", &settings));
    files.push(("themes/t/templates/page.html", "{% if page.url %}!{% endif %}{% for a in page.alternates %}!{% endfor %}{% if site.base_url %}!{% endif %}{% if site.feed %}!{% endif %}"));
    files.push(("themes/t/templates/404.html", "{{ root }}"));
    let site = site(&files);
    assert_snapshot!(paths(&site), @r"
    404.html
    a/b/hluboka/index.html
    a/b/index.html
    a/index.html
    a/nova/index.html
    a/nova/jednoduse/index.html
    a/stara/index.html
    c/bez-data/index.html
    c/index.html
    d/index.html
    en/a/index.html
    en/a/nova/index.html
    en/index.html
    index.html
    robots.txt
    ");
    assert_snapshot!(texts(&site, &["robots.txt", "404.html", "a/nova/index.html"]), @r"
    # robots.txt
    User-agent: *
    Allow: /
    # 404.html
    /
    # a/nova/index.html
    ");
}

#[test]
fn the_404_page_is_in_all_languages_and_links_from_the_servers_root() {
    let site = site(&[
        (
            "themes/t/templates/404.html",
            "{% for l in languages %}{{ l.lang }} {{ l.name }} {{ root }}{{ l.path }} {{ t(key='neni', lang=l.lang) }}\n{% endfor %}{{ page.noindex }} {{ lang }} {{ asset(name='a.css') }} {{ link(to='a.md') }} {% if page.url %}!{% endif %}",
        ),
        ("themes/t/assets/a.css", "a{color:red}"),
        ("themes/t/locales/cs.ftl", "neni = Stránka tu není\n"),
        ("themes/t/locales/en.ftl", "neni = Not here\n"),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/a.md", "---\ntitle: A\n---\n"),
    ]);
    assert_snapshot!(site.text("404.html"), @r"
    cs Čeština /web/ Stránka tu není
    en English /web/en/ Not here
    true cs /web/assets/a.cacce409717c8e91.css /web/a/
    ");
}

#[test]
fn a_site_without_an_operator_is_a_demonstration() {
    let show = "{{ site.demo }} {{ page.noindex }} {{ site.organisation.operator or '–' }} {{ site.organisation.phone or '–' }}";
    let with = |organisation: &str| {
        let settings = format!("title: Web\ntheme: t\n{organisation}");
        let site = site(&[
            ("site.yaml", &settings),
            ("themes/t/templates/home.html", show),
        ]);
        format!("{}\n{}", site.text("index.html"), findings(&site))
    };
    assert_snapshot!(with(""), @r"
    true true – –
    P0603 site.yaml missing=operator, email, accessibility_contact
    ");
    assert_snapshot!(with("organisation: {operator: Úřad, email: '', phone: 123}\n"), @r"
    true true Úřad 123
    P0603 site.yaml missing=email, accessibility_contact
    ");
    assert_snapshot!(with("organisation: {operator: Úřad, email: a@b.cz, accessibility_contact: a@b.cz}\n"), @"false false Úřad –");
}
