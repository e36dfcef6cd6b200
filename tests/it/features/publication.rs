//! Publication by day.

use insta::assert_snapshot;

use super::{findings, site, texts};
use crate::support::TestSite;
use pakt::language::Day;
use pakt::project::Change;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// Lists the pages published on each of the days.
fn on_days(site: &mut TestSite, days: &[&str]) -> String {
    let mut out = String::new();
    for on in days {
        site.apply(vec![Change::Today(day(on))]);
        let next = site
            .snapshot
            .renderer
            .site()
            .next_change
            .map_or_else(|| "–".to_owned(), |day| day.to_string());
        let pages: Vec<String> = site
            .paths()
            .into_iter()
            .filter(|path| path.ends_with("/index.html"))
            .collect();
        out.push_str(&format!("{on} (next {next}): {}\n", pages.join(" ")));
    }
    out
}

#[test]
fn both_days_of_publication_are_included() {
    let mut site = site(&[
        (
            "content/a.md",
            "---\ntitle: A\npublish_from: 2026-12-01\npublish_until: 2026-12-03\n---\n",
        ),
        (
            "content/b.md",
            "---\ntitle: B\npublish_until: 2026-12-01\n---\n",
        ),
        ("content/c.md", "---\ntitle: C\ndate: 2027-01-01\n---\n"),
        // A draft is not published by its date alone.
        (
            "content/d.md",
            "---\ntitle: D\ndraft: true\npublish_from: 2026-12-02\n---\n",
        ),
    ]);
    assert_snapshot!(on_days(&mut site, &["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"]), @r"
    2026-11-30 (next 2026-12-01): b/index.html c/index.html
    2026-12-01 (next 2026-12-02): a/index.html b/index.html c/index.html
    2026-12-02 (next 2026-12-04): a/index.html c/index.html
    2026-12-03 (next 2026-12-04): a/index.html c/index.html
    2026-12-04 (next –): c/index.html
    ");
}

#[test]
fn a_link_to_an_unpublished_page_becomes_its_text() {
    let site = site(&[
        (
            "content/a.md",
            "---\ntitle: A\n---\n[*koncept* strany](k.md), [brzy](brzy.md#kdy), ![obraz](k.md), [oddíl](skryty)\n",
        ),
        ("content/k.md", "---\ntitle: K\ndraft: true\n---\n"),
        (
            "content/brzy.md",
            "---\ntitle: Brzy\npublish_from: 2026-12-24\n---\n## Kdy\n",
        ),
        (
            "content/skryty/_index.md",
            "---\ntitle: S\ndraft: true\n---\n",
        ),
    ]);
    assert_snapshot!(site.text("a/index.html"), @"<p><em>koncept</em> strany, brzy, obraz, oddíl</p>");
    assert_snapshot!(findings(&site), @r"
    P0405 content/a.md:4:1 target=k.md
    P0405 content/a.md:4:27 target=brzy.md#kdy
    P0405 content/a.md:4:48 target=k.md
    P0405 content/a.md:4:64 target=skryty
    ");
}

#[test]
fn an_unpublished_section_hides_all_below_in_its_language() {
    let mut site = site(&[
        (
            "themes/t/templates/home.html",
            "{% for s in section.sections %}{{ s.title }} {% endfor %}",
        ),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        (
            "content/a/_index.md",
            "---\ntitle: A\npublish_until: 2026-11-30\n---\n",
        ),
        ("content/a/_index.en.md", "---\ntitle: A en\n---\n"),
        ("content/a/x.md", "---\ntitle: X\n---\n![o](o.png)"),
        ("content/a/o.png", "x"),
        ("content/a/b/_index.md", "---\ntitle: B\n---\n"),
        ("content/a/b/y.md", "---\ntitle: Y\naliases: [/y/]\n---\n"),
        ("content/a/b/y.en.md", "---\ntitle: Y en\n---\n"),
    ]);
    assert_snapshot!(on_days(&mut site, &["2026-11-30", "2026-12-01"]), @r"
    2026-11-30 (next 2026-12-01): a/b/index.html a/b/y/index.html a/index.html a/x/index.html en/a/b/index.html en/a/b/y/index.html en/a/index.html en/index.html y/index.html
    2026-12-01 (next –): en/a/b/index.html en/a/b/y/index.html en/a/index.html en/index.html
    ");
    assert_eq!(
        texts(&site, &["index.html", "en/index.html"]),
        "# index.html\n\n# en/index.html\nA en\n"
    );
    assert!(
        !site
            .paths()
            .contains(&"a/o.png".to_owned())
    );
}
