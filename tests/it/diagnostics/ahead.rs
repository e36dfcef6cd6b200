//! The days ahead: findings that are true only from a later day on.

use pakt::check::check;
use pakt::diagnostic::{Diagnostic, Foresight, Severity};
use pakt::source::line_and_column;

use crate::support::TestSite;

/// Everything that `pakt check` finds, as `code day file:line:column`.
fn checked(files: &[(&str, &str)]) -> Vec<String> {
    let site = TestSite::new(files);
    found(&site, Foresight::AsThen)
        .iter()
        .map(|finding| {
            let place = finding
                .place
                .as_ref()
                .expect("a place");
            let at = place.span.map(|span| {
                let text = site
                    .project
                    .text(&place.source)
                    .expect("a text");
                let (line, column) = line_and_column(&text, span.range().start);
                format!(":{line}:{column}")
            });
            let day = finding
                .from
                .map_or_else(|| "today".to_owned(), |day| day.to_string());
            let (code, at) = (finding.code.id(), at.unwrap_or_default());
            format!("{code} {day} {}{at}", place.source)
        })
        .collect()
}

fn found(site: &TestSite, foresight: Foresight) -> Vec<Diagnostic> {
    let mut found = check(&site.snapshot, foresight, || true).expect("a whole check");
    found.extend(
        site.snapshot
            .diagnostics
            .iter()
            .cloned(),
    );
    pakt::diagnostic::sorted(found)
}

#[test]
fn a_scheduled_page_is_checked_on_its_first_day() {
    let files = [
        (
            "content/dnes.md",
            "---\ntitle: Dnes\n---\n[kdy](vyzva.md#kdy) [jak](vyzva.md#jak) [nikam](nikam.md)\n",
        ),
        (
            "content/vyzva.md",
            "---\ntitle: Výzva\npublish_from: 2030-01-10\n---\n## Kdy\n\n[a](nikde.md) [b](druha.md) [c](pozdeji.md)\n",
        ),
        (
            "content/druha.md",
            "---\ntitle: Druhá\npublish_from: 2030-01-10\n---\n[a](vyzva.md)\n\n:::nic\n:::\n",
        ),
        (
            "content/pozdeji.md",
            "---\ntitle: Později\npublish_from: 2031-01-01\ntemplate: neni\n---\n",
        ),
    ];
    assert_eq!(
        checked(&files),
        [
            "P0405 today content/dnes.md:4:1",
            "P0402 2030-01-10 content/dnes.md:4:21",
            "P0405 today content/dnes.md:4:21",
            "P0401 today content/dnes.md:4:41",
            "P0502 2030-01-10 content/druha.md:7:1",
            "P0706 2031-01-01 content/pozdeji.md:4:11",
            "P0401 2030-01-10 content/vyzva.md:7:1",
            "P0405 2030-01-10 content/vyzva.md:7:29",
        ]
    );
}

#[test]
fn clashes_of_a_later_day_are_found_today() {
    let files = [
        ("content/a.md", "---\ntitle: A\nslug: stejna\n---\n"),
        (
            "content/b.md",
            "---\ntitle: B\nslug: stejna\npublish_from: 2027-03-01\n---\n[x](x.md)\n",
        ),
        // Two pages that follow each other at one address do not clash.
        (
            "content/c.md",
            "---\ntitle: C\nslug: dalsi\npublish_until: 2027-01-31\n---\n",
        ),
        (
            "content/d.md",
            "---\ntitle: D\nslug: dalsi\npublish_from: 2027-02-01\n---\n",
        ),
    ];
    assert_eq!(
        checked(&files),
        [
            "P0301 2027-03-01 content/b.md",
            "P0401 2027-03-01 content/b.md:6:1"
        ]
    );
}

#[test]
fn what_a_page_leaves_behind_is_found_sixty_days_ahead() {
    let checked_until = |until: &str| {
        let page = format!("---\ntitle: A\npublish_until: {until}\n---\n");
        let mut found = checked(&[
            ("content/slozka/a.md", &page),
            (
                "content/b.md",
                "---\ntitle: B\n---\n[a](slozka/a.md) [s](slozka)\n",
            ),
        ]);
        // The folder has no page of its own.
        found.retain(|finding| !finding.starts_with("P0312 today"));
        found
    };
    assert_eq!(
        checked_until("2027-01-20"),
        [
            "P0405 2027-01-21 content/b.md:4:1",
            "P0401 2027-01-21 content/b.md:4:18"
        ]
    );
    assert_eq!(checked_until("2027-01-21"), [] as [&str; 0]);
}

#[test]
fn attachments_of_a_scheduled_page_are_checked_with_it() {
    let files = [
        (
            "content/a.md",
            "---\ntitle: A\npublish_from: 2027-03-01\n---\n![popis](a.svg)\n",
        ),
        ("content/a.svg", "<svg"),
    ];
    assert_eq!(checked(&files), ["P0108 2027-03-01 content/a.svg"]);
}

#[test]
fn a_scheduled_page_that_a_folder_always_hides_is_checked_as_a_draft() {
    let files = [
        ("content/s/_index.md", "---\ntitle: S\ndraft: true\n---\n"),
        (
            "content/s/a.md",
            "---\ntitle: A\npublish_from: 2027-03-01\n---\n[x](x.md)\n",
        ),
    ];
    assert_eq!(checked(&files), ["P0401 today content/s/a.md:5:1"]);
    let found = found(&TestSite::new(&files), Foresight::AsThen);
    assert!(
        found
            .iter()
            .all(|finding| finding.severity == Severity::Warning)
    );
}

#[test]
fn many_days_are_all_checked() {
    let days = (1..=28).map(|day| format!("2031-02-{day:02}"));
    let pages: Vec<(String, String)> = days
        .map(|day| {
            let text = format!("---\ntitle: A\npublish_from: {day}\n---\n[x](x.md)\n");
            (format!("content/{day}.md"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let expected: Vec<String> = (1..=28)
        .map(|day| format!("P0401 2031-02-{day:02} content/2031-02-{day:02}.md:5:1"))
        .collect();
    assert_eq!(checked(&files), expected);
}

#[test]
fn an_error_of_a_later_day_is_a_warning_today_except_for_check() {
    let site = TestSite::new(&[(
        "content/a.md",
        "---\ntitle: A\npublish_from: 2030-01-10\n---\n[a](nikde.md)\n",
    )]);
    let severities = |foresight| -> Vec<Severity> {
        let found = found(&site, foresight);
        found
            .iter()
            .map(|finding| finding.severity)
            .collect()
    };
    assert_eq!(severities(Foresight::AsThen), [Severity::Error]);
    assert_eq!(severities(Foresight::Warning), [Severity::Warning]);
    let drawn = site.draw(
        &found(&site, Foresight::AsThen),
        pakt::language::ToolLanguage::Cs,
    );
    assert!(
        drawn.contains("poznámka: Platí až od 10. ledna 2030; do té doby je čas na opravu."),
        "{drawn}"
    );
}
