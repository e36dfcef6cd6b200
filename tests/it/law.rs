//! The law: after any sequence of changes that ends without errors, a project equals a clean build
//! of its files.

mod files;

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::{TestSite, file, today};
use files::{BASE, FILES};
use pakt::diagnostic::Diagnostic;
use pakt::language::Day;
use pakt::project::{Change, Project};
use pakt::site::Mode;
use pakt::source::SourceId;

/// The files of a site.
type Files = BTreeMap<String, String>;

/// An edit of one file, as a person or an editor makes it.
#[derive(Clone, Debug)]
enum Edit {
    /// Writes one of a file's versions, even if the file did not exist.
    Write(Index, Index),
    Delete(Index),
    /// Renames a page to another's name, replacing it.
    Rename(Index, Index),
    /// Sets a day on which something is published or hidden.
    Day(Day),
}

impl Edit {
    /// Applies the edit and returns the changes.
    fn make(&self, files: &mut Files, day: &mut Day) -> Vec<Change> {
        let path = |at: &Index| {
            FILES[at.index(FILES.len())]
                .0
                .to_owned()
        };
        match self {
            Self::Write(at, version) => {
                let (path, versions) = FILES[at.index(FILES.len())];
                let text = versions[version.index(versions.len())];
                files.insert(path.to_owned(), text.to_owned());
                vec![Change::Present(file(path, text))]
            }
            Self::Delete(at) => {
                files.remove(&path(at));
                vec![Change::Absent(SourceId::new(path(at)))]
            }
            Self::Rename(from, to) => {
                let (from, to) = (path(from), path(to));
                let same_kind = from.rsplit('.').next() == to.rsplit('.').next() && from != to;
                match files
                    .remove(&from)
                    .filter(|_| same_kind)
                {
                    Some(text) => {
                        files.insert(to.clone(), text.clone());
                        vec![
                            Change::Absent(SourceId::new(&from)),
                            Change::Present(file(&to, text)),
                        ]
                    }
                    None => vec![Change::Absent(SourceId::new(&from))],
                }
            }
            Self::Day(new) => {
                *day = *new;
                vec![Change::Today(*new)]
            }
        }
    }
}

fn edits() -> impl Strategy<Value = Vec<Vec<Edit>>> {
    let day = select(vec!["2026-11-22", "2026-11-23", "2026-11-24"])
        .prop_map(|day| Edit::Day(Day::parse(day).expect("a day")));
    let index = any::<Index>;
    let edit = prop_oneof![
        12 => (index(), index()).prop_map(|(at, version)| Edit::Write(at, version)),
        3 => index().prop_map(Edit::Delete),
        2 => (index(), index()).prop_map(|(from, to)| Edit::Rename(from, to)),
        2 => day,
    ];
    // Each inner list is applied at once, like the events of one save.
    prop::collection::vec(prop::collection::vec(edit, 1..4), 1..14)
}

/// Builds a site of files from scratch.
fn clean(files: &Files, day: Day) -> TestSite {
    let mut project = Project::new(Mode::default(), day);
    let snapshot = project.apply(
        files
            .iter()
            .map(|(path, text)| Change::Present(file(path, text)))
            .collect(),
    );
    TestSite { project, snapshot }
}

/// Paths of `FILES` that do not exist at the start: each would clash with another.
const LATER: [&str; 4] = [
    "content/A.md",
    "content/b/index.md",
    "content/s/01_b.md",
    "content/_static/a/index.html",
];

/// The files at the start, in their first versions.
fn start() -> Files {
    let base = BASE.iter().copied();
    let first = FILES
        .iter()
        .map(|(path, versions)| (*path, versions[0]));
    let files = base
        .chain(first)
        .filter(|(path, _)| !LATER.contains(path));
    files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// Fixes what is wrong by taking the files to blame back to their first version, or away;
/// everything if that does not help.
fn fix(files: &mut Files, day: Day) -> Vec<Change> {
    let start = start();
    let mut changes = Vec::new();
    for round in 0..4 {
        let errors: Vec<Diagnostic> = clean(files, day)
            .findings()
            .into_iter()
            .filter(Diagnostic::is_error)
            .collect();
        if errors.is_empty() {
            break;
        }
        let places = errors.iter().flat_map(|error| {
            error
                .place
                .iter()
                .chain(&error.related)
        });
        let blamed: Vec<String> = match round {
            3 => files
                .keys()
                .chain(start.keys())
                .cloned()
                .collect(),
            _ => places
                .map(|place| place.source.to_string())
                .chain(["site.yaml".to_owned()])
                .collect(),
        };
        for path in blamed {
            changes.push(match start.get(&path) {
                Some(text) => {
                    files.insert(path.clone(), text.clone());
                    Change::Present(file(&path, text))
                }
                None => {
                    files.remove(&path);
                    Change::Absent(SourceId::new(path))
                }
            });
        }
    }
    changes
}

/// Everything visible of a site: routes, artifacts and findings.
#[derive(Debug, PartialEq)]
struct Seen {
    text: String,
    has_errors: bool,
}

fn seen(site: &TestSite) -> Seen {
    let (artifacts, findings) = site.rendered();
    let artifacts = artifacts
        .iter()
        .map(|(route, bytes)| format!("# {route}\n{}\n", String::from_utf8_lossy(bytes)));
    Seen {
        text: artifacts
            .chain(
                findings
                    .iter()
                    .map(|finding| format!("{finding:?}\n")),
            )
            .chain([site.routes()])
            .collect(),
        has_errors: findings
            .iter()
            .any(Diagnostic::is_error),
    }
}

/// How many sequences are tried; each builds a dozen sites.
const CASES: u32 = 40;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: CASES,
        max_shrink_iters: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn after_any_edits_a_project_equals_a_clean_build(
        batches in edits(),
        fixed_halfway in any::<bool>(),
    ) {
        let (mut files, mut day) = (start(), today());
        let mut site = clean(&files, day);
        let half = batches.len() / 2;
        for (at, batch) in batches.iter().enumerate() {
            let changes = batch.iter().flat_map(|edit| edit.make(&mut files, &mut day)).collect();
            site.apply(changes);
            if at == half && fixed_halfway {
                let changes = fix(&mut files, day);
                site.apply(changes);
                prop_assert_eq!(seen(&site), seen(&clean(&files, day)));
            }
        }
        let changes = fix(&mut files, day);
        site.apply(changes);
        let built = seen(&clean(&files, day));
        prop_assert!(!built.has_errors, "{}", built.text);
        prop_assert_eq!(seen(&site), built);
    }

    #[test]
    fn the_order_of_changes_in_one_step_does_not_matter(batches in edits(), seed in any::<u64>()) {
        let (mut files, mut day) = (start(), today());
        let (mut one, mut other) = (clean(&files, day), clean(&files, day));
        for batch in batches {
            // One change per file: of several, the last counts.
            let mut last: BTreeMap<String, Change> = BTreeMap::new();
            for change in batch.iter().flat_map(|edit| edit.make(&mut files, &mut day)) {
                let key = match &change {
                    Change::Present(source) => source.id.to_string(),
                    Change::Absent(id) => id.to_string(),
                    Change::Today(_) | Change::Mode(_) => String::new(),
                };
                last.insert(key, change);
            }
            let changes: Vec<Change> = last.into_values().collect();
            let mut shuffled = changes.clone();
            let by = usize::try_from(seed % 7).unwrap_or_default() % shuffled.len().max(1);
            shuffled.rotate_left(by);
            if seed % 2 == 0 {
                shuffled.reverse();
            }
            one.apply(changes);
            other.apply(shuffled);
            prop_assert_eq!(seen(&one), seen(&other));
        }
    }
}

/// The last of the days on which the law is tested.
fn last_day() -> Day {
    Day::parse("2026-11-24").expect("a day")
}

#[test]
fn the_start_has_no_errors() {
    let errors = clean(&start(), today())
        .findings()
        .into_iter();
    assert_eq!(
        errors
            .filter(Diagnostic::is_error)
            .collect::<Vec<_>>(),
        []
    );
}

/// Every file in every version.
fn all_versions() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES
        .iter()
        .flat_map(|(path, versions)| {
            versions
                .iter()
                .map(move |text| (*path, *text))
        })
}

/// A site with its files and day, edited step by step.
struct Edited {
    site: TestSite,
    files: Files,
    day: Day,
    log: String,
}

impl Edited {
    fn start() -> Self {
        let files = start();
        Self {
            site: clean(&files, today()),
            files,
            day: today(),
            log: String::new(),
        }
    }

    fn write(&mut self, path: &str, text: &str) {
        self.files
            .insert(path.to_owned(), text.to_owned());
        self.apply(Change::Present(file(path, text)));
    }

    fn remove(&mut self, path: &str) {
        self.files.remove(path);
        self.apply(Change::Absent(SourceId::new(path)));
    }

    fn set_day(&mut self, day: Day) {
        self.day = day;
        self.apply(Change::Today(day));
    }

    /// Applies a change and checks the law, unless there are errors: then last good versions stay.
    fn apply(&mut self, change: Change) {
        self.log
            .push_str(&format!("{change:?}\n"));
        self.site.apply(vec![change]);
        let built = seen(&clean(&self.files, self.day));
        if !built.has_errors {
            assert_eq!(seen(&self.site), built, "{}", self.log);
        }
    }
}

#[test]
fn after_each_edit_a_project_equals_a_clean_build() {
    for (path, text) in all_versions() {
        let mut edited = Edited::start();
        edited.write(path, text);
        edited.set_day(last_day());
        edited.remove(path);
    }
}

#[test]
fn data_follow_the_languages_of_the_settings() {
    let is_of_languages = |path: &str| ["data/glossary.yaml", "data/synonyms.yaml"].contains(&path);
    let settings = || all_versions().filter(|(path, _)| *path == "site.yaml");
    for (path, text) in all_versions().filter(|(path, _)| is_of_languages(path)) {
        let mut edited = Edited::start();
        edited.write(path, text);
        for (path, text) in settings() {
            edited.write(path, text);
        }
    }
}

#[test]
fn an_error_keeps_the_last_good_version_until_it_is_fixed() {
    let mut files = start();
    let mut site = clean(&files, today());
    let good = site.artifacts();
    for (path, broken) in [
        ("site.yaml", "title: [\n"),
        ("content/a.md", "bez hlavičky"),
        ("data/d.yaml", "x: [\n"),
        ("themes/t/templates/page.html", "{% if %}"),
        ("themes/t/assets/a.css", "@import \"neni.css\";"),
    ] {
        site.apply(vec![Change::Present(file(path, broken))]);
        assert!(
            site.snapshot
                .diagnostics
                .iter()
                .any(Diagnostic::is_error),
            "{path}"
        );
        assert_eq!(site.artifacts(), good, "{path}");
        site.apply(vec![Change::Present(file(path, &files[path]))]);
        assert_eq!(seen(&site), seen(&clean(&files, today())), "{path}");
    }
    files.insert(
        "content/a.md".to_owned(),
        "---\ntitle: Nové\n---\n".to_owned(),
    );
    site.apply(vec![Change::Present(file(
        "content/a.md",
        &files["content/a.md"],
    ))]);
    assert_eq!(seen(&site), seen(&clean(&files, today())));
    assert_ne!(site.artifacts(), good);
}

#[test]
fn changing_only_a_text_keeps_the_same_site() {
    let mut site = clean(&start(), today());
    let mut is_same = |text: &str| {
        let before = Arc::clone(site.snapshot.renderer.site());
        site.apply(vec![Change::Present(file("content/a.md", text))]);
        Arc::ptr_eq(&before, site.snapshot.renderer.site())
    };
    assert!(!is_same("---\ntitle: A\n---\nPrvní.\n"));
    assert!(is_same("---\ntitle: A\n---\nPrvní.\n\nDruhý.\n"));
    assert!(
        !is_same("---\ntitle: A\n---\nJinak.\n"),
        "lists show the first paragraph"
    );
    assert!(
        !is_same("---\ntitle: A\n---\nJinak.\n\n## Část\n"),
        "links may lead to a heading"
    );
    assert!(
        site.text("a/index.html")
            .contains("Část")
    );
}

#[test]
fn the_search_depends_on_the_words_of_a_text_alone() {
    let mut files = start();
    let mut site = clean(&files, today());
    let search = |site: &TestSite| -> BTreeMap<String, Vec<u8>> {
        site.artifacts()
            .into_iter()
            .filter(|(path, _)| path.starts_with("search/"))
            .collect()
    };
    let mut edit = |text: &str| {
        files.insert("content/a.md".to_owned(), text.to_owned());
        site.apply(vec![Change::Present(file("content/a.md", text))]);
        let made = search(&site);
        assert_eq!(made, search(&clean(&files, today())), "{text}");
        made
    };
    let first = edit("---\ntitle: A\n---\nPrvní.\n\nDruhý, třetí.\n");
    assert_ne!(
        edit("---\ntitle: A\n---\nPrvní.\n\nDruhý, čtvrtý.\n"),
        first,
        "another word, in the same site"
    );
    assert_eq!(
        edit("---\ntitle: A\n---\nPrvní.\n\nDruhý, **třetí**.\n"),
        first,
        "the same words, marked"
    );
    assert_eq!(
        edit("---\ntitle: A\nweight: 5\n---\n\n\nPrvní.\n\n[Druhý](s/b.md),\ntřetí.\n\n---\n"),
        first,
        "the same words, elsewhere"
    );
}

#[test]
fn a_last_good_version_is_read_with_the_current_settings() {
    let mut site = clean(&start(), today());
    // A term of a removed taxonomy is an error in the page, and its last good version does not know
    // the taxonomy either.
    site.apply(vec![Change::Present(file(
        "content/a.md",
        "---\ntitle: A\ntopic: [x]\n---\n",
    ))]);
    site.apply(vec![Change::Absent(SourceId::new("site.yaml"))]);
    assert!(
        site.findings()
            .iter()
            .any(|finding| finding.code.id() == "P0206")
    );
    assert!(
        site.text("a/index.html")
            .contains("<h1>A</h1>")
    );
}

#[test]
fn a_page_that_becomes_a_draft_is_gone_even_with_errors_in_it() {
    let mut files = start();
    let mut site = clean(&files, today());
    let path = "content/s/c/d.md";
    for (text, is_error) in [
        ("---\ntitle: D\ndraft: true\n---\n# Chyba\n", false),
        ("---\ntitle: D\n---\n# Chyba\n", true),
        ("---\ntitle: D\ndraft: true\ntitel: D\n---\n", false),
    ] {
        files.insert(path.to_owned(), text.to_owned());
        site.apply(vec![Change::Present(file(path, text))]);
        assert_eq!(
            site.findings()
                .iter()
                .any(Diagnostic::is_error),
            is_error,
            "{text}"
        );
        assert!(
            !site
                .paths()
                .contains(&"s/c/d/index.html".to_owned()),
            "{text}"
        );
        assert!(
            is_error || seen(&site) == seen(&clean(&files, today())),
            "{text}"
        );
    }
}
