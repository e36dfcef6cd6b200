//! Tests of the states of a page, each in a site of its own.

use super::*;
use crate::project::Change;
use crate::serve::tests::{Stage, day};
use crate::source::{Content, Source};

const GOOD: &str = "---\ntitle: A\n---\nGood.\n";

/// Good front matter and a dead link.
const WRONG: &str = "---\ntitle: A\n---\nNew. [b](missing.md)\n";

/// Front matter that cannot be read.
const BROKEN: &str = "---\ntitle: [A\n---\nNew.\n";

/// A changing site.
struct Site {
    stage: Stage,
}

impl Site {
    fn new(page: &str) -> Self {
        Self {
            stage: Stage::new(&[("content/a.md", page)]),
        }
    }

    fn save(&mut self, text: &str) {
        let source = Source::new(SourceId::new("content/a.md"), Content::of(text));
        let snapshot = self
            .stage
            .project
            .apply(vec![Change::Present(source)]);
        self.stage.live.replace(snapshot, &[]);
    }

    fn look(&self, path: &str) -> Page {
        let live = &self.stage.live;
        let route = Route::from_request(path);
        Page::of(&live.newest().snapshot, route, &live.past)
    }

    /// What is shown of the page, and the codes of its findings.
    fn shown(&self) -> (&'static str, u16, String, Vec<&'static str>) {
        let page = self.look("/a/");
        assert_eq!(page.source, Some(SourceId::new("content/a.md")));
        let codes = page
            .found
            .iter()
            .map(|finding| finding.code.id())
            .collect();
        let status = page.showing.status();
        let (name, bytes) = match page.showing {
            Showing::Current(bytes) => ("current", bytes),
            Showing::LastGood(bytes) => ("last good", bytes),
            Showing::NeverGood => ("never good", Vec::new()),
            Showing::Missing(_) => ("missing", Vec::new()),
        };
        let html = String::from_utf8(bytes).expect("text");
        let text = ["Good.", "New."]
            .into_iter()
            .find(|text| html.contains(text));
        (name, status, text.unwrap_or_default().to_owned(), codes)
    }

    fn is(&self, name: &str, status: u16, text: &str, codes: &[&str]) {
        let shown = self.shown();
        assert_eq!(
            (shown.0, shown.1, &*shown.2, &*shown.3),
            (name, status, text, codes)
        );
    }
}

#[test]
fn a_good_page_is_current() {
    Site::new(GOOD).is("current", 200, "Good.", &[]);
}

#[test]
fn a_page_with_warnings_alone_is_current() {
    let warned = "---\ntitle: A\n---\nGood.[^1]\n";
    let site = Site::new(warned);
    let page = site.look("/a/");
    assert!(matches!(page.showing, Showing::Current(_)));
    assert!(!page.found.is_empty() && !has_errors(&page.found));
}

#[test]
fn a_wrong_page_that_was_viewed_is_in_its_last_good_version() {
    let mut site = Site::new(GOOD);
    site.is("current", 200, "Good.", &[]);
    site.save(WRONG);
    site.is("last good", 200, "Good.", &["P0401"]);
    site.save("---\ntitle: A\n---\nNew.\n");
    site.is("current", 200, "New.", &[]);
}

#[test]
fn a_wrong_page_that_was_not_viewed_is_as_in_the_last_clean_check() {
    let mut site = Site::new(GOOD);
    let newest = site.stage.live.newest();
    site.stage
        .live
        .take_checked(&newest, Vec::new());
    site.save(WRONG);
    site.is("last good", 200, "Good.", &["P0401"]);
}

#[test]
fn a_check_with_errors_is_not_clean() {
    let mut site = Site::new(GOOD);
    let newest = site.stage.live.newest();
    let error = Diagnostic::nowhere(crate::diagnostic::Code::DeadLink);
    assert!(error.is_error());
    site.stage
        .live
        .take_checked(&newest, vec![error]);
    site.save(WRONG);
    site.is("never good", 500, "", &["P0401"]);
}

#[test]
fn a_page_that_can_no_longer_be_read_is_held_back_in_its_last_good_version() {
    let mut site = Site::new(GOOD);
    site.save(BROKEN);
    let (name, status, text, codes) = site.shown();
    assert_eq!((name, status, text.as_str()), ("last good", 200, "Good."));
    assert_eq!(codes.len(), 1, "{codes:?}");
}

#[test]
fn a_page_that_has_never_been_good_is_not_shown() {
    Site::new(WRONG).is("never good", 500, "", &["P0401"]);
    let (name, status, ..) = Site::new(BROKEN).shown();
    assert_eq!((name, status), ("never good", 500));
}

#[test]
fn an_unknown_path_is_missing() {
    let page = Site::new(GOOD).look("/b/");
    assert_eq!((page.source.as_ref(), page.showing.status()), (None, 404));
    let Showing::Missing(Some(bytes)) = page.showing else {
        panic!("{:?}", page.showing)
    };
    assert!(bytes.starts_with(b"<!doctype html>") || bytes.starts_with(b"<!DOCTYPE html>"));
}

/// The facts of `content/a.md` among these files.
fn facts(files: &[(&str, &str)]) -> Facts {
    let stage = Stage::new(files);
    let numbered = stage.live.newest();
    Facts::of(&numbered.snapshot, &SourceId::new("content/a.md")).expect("a page")
}

#[test]
fn a_page_is_published_from_its_first_day_to_its_last() {
    let publication = |front: &str| {
        let page = format!("---\ntitle: A\n{front}---\n");
        let facts = facts(&[("content/a.md", &page)]);
        (facts.publication, facts.next_change)
    };
    use Publication::{Draft, Expired, Published, Scheduled};
    let (today, tomorrow) = (day("2026-11-22"), day("2026-11-23"));
    for (front, expected) in [
        ("", (Published, None)),
        (
            "draft: true\npublish_from: 2026-11-23\n",
            (Draft, Some(tomorrow)),
        ),
        ("publish_from: 2026-11-23\n", (Scheduled, Some(tomorrow))),
        ("publish_from: 2026-11-22\n", (Published, None)),
        (
            "publish_until: 2026-11-22\n",
            (Published, Some(today.next())),
        ),
        ("publish_until: 2026-11-21\n", (Expired, None)),
    ] {
        assert_eq!(publication(front), expected, "{front}");
    }
}

#[test]
fn a_translation_is_missing_older_or_the_same() {
    let state = |own: &str, other: Option<&str>| {
        let own = format!("---\ntitle: A\n{own}---\n");
        let other = other.map(|other| format!("---\ntitle: Á\n{other}---\n"));
        let mut files = vec![("content/a.md", own.as_str())];
        files.extend(
            other
                .iter()
                .map(|other| ("content/a.cs.md", other.as_str())),
        );
        let facts = facts(&files);
        let [translation] = facts.translations.as_slice() else {
            panic!("{:?}", facts.translations)
        };
        (
            translation.state,
            translation
                .route
                .as_ref()
                .map(address),
        )
    };
    use TranslationState::{Missing, Older, Same};
    let there = || Some("/cs/a/".to_owned());
    let (old, new) = ("updated: 2026-01-01\n", "updated: 2026-02-01\n");
    assert_eq!(state(new, None), (Missing, None));
    assert_eq!(state(new, Some(old)), (Older, there()));
    assert_eq!(state(old, Some(new)), (Same, there()));
    assert_eq!(state(old, Some(old)), (Same, there()));
    assert_eq!(state("", Some("")), (Same, there()));
    assert_eq!(state(new, Some("")), (Older, there()), "without a date");
    let created = "date: 2026-01-01\n";
    assert_eq!(
        state(new, Some(created)),
        (Older, there()),
        "the date counts"
    );
    let both = "date: 2026-01-01\nupdated: 2026-02-01\n";
    assert_eq!(state(both, Some(new)), (Same, there()), "the update counts");
    let between = "updated: 2026-01-15\n";
    assert_eq!(state(both, Some(between)), (Older, there()));
}

#[test]
fn a_page_knows_its_section_and_length() {
    let index = ("content/s/_index.md", "---\ntitle: Section\n---\n");
    let stage = Stage::new(&[
        index,
        ("content/s/b.md", "---\ntitle: B\n---\nOne, two – 3.\n"),
    ]);
    let numbered = stage.live.newest();
    let facts = Facts::of(&numbered.snapshot, &SourceId::new("content/s/b.md")).expect("a page");
    let section = facts.section.expect("a section");
    assert_eq!(
        (&*section.title, address(&section.route).as_str()),
        ("Section", "/s/")
    );
    assert_eq!(facts.words, 3);
    let none = Facts::of(&numbered.snapshot, &SourceId::new("content/missing.md"));
    assert!(none.is_none());
}

#[test]
fn a_finding_is_about_all_its_places() {
    let (a, b, c) = (SourceId::new("a"), SourceId::new("b"), SourceId::new("c"));
    let at = crate::diagnostic::Place::file;
    let finding = Diagnostic::new(crate::diagnostic::Code::DeadLink, at(&a)).related(at(&b));
    assert!(is_about(&finding, Some(&a)) && is_about(&finding, Some(&b)));
    assert!(!is_about(&finding, Some(&c)) && !is_about(&finding, None));
}
