//! Kinds of single mistakes: each is found with its code at its line and column, alone, and the
//! page heals when it is put right.

mod links;
mod names;
mod settings;
mod text;
mod vanishing;

use pakt::diagnostic::{Diagnostic, Foresight};
use pakt::language::Day;
use pakt::project::{Change, Project, Snapshot};
use pakt::site::Mode;
use pakt::source::{Content, Source, SourceId, line_and_column};

/// The page in which mistakes are made.
const PAGE: &str = "content/a.md";

/// The lines of its front matter, before its body.
const HEAD: &str = "---\ntitle: A\n---\n";

/// The site around it, without findings.
const SITE: &[(&str, &str)] = &[
    (
        "site.yaml",
        "title: Web\nbase_url: https://www.example.cz/\nlanguage: cs\nlanguages:\n  cs: {name: Čeština}\n  \
         en: {name: English}\n  uk: {name: Українська}\norganisation: {operator: O, email: a@example.cz, \
         accessibility_contact: a@example.cz}\ntaxonomies:\n  topic:\n    cs: {slug: temata, title: Témata}\n    \
         en: {slug: topics, title: Topics}\n    uk: {slug: temy, title: Теми}\n",
    ),
    ("content/_index.md", "---\ntitle: Domů\n---\nÚvod.\n"),
    (
        "content/_index.en.md",
        "---\ntitle: Home\n---\nIntroduction.\n",
    ),
    ("content/_index.uk.md", "---\ntitle: Головна\n---\nВступ.\n"),
    (
        "content/b.md",
        "---\ntitle: B\ntopic: [rekvalifikace]\n---\n## Úřední hodiny\n\nPondělí.\n",
    ),
    (
        "content/e.md",
        "---\ntitle: E\ntopic: [rekvalifikace]\n---\nText.\n",
    ),
    ("content/o.png", "\u{89}PNG"),
    (PAGE, "---\ntitle: A\n---\nText.\n"),
];

/// A mistake, and what must be found.
pub(crate) struct Mistake {
    /// The file with the mistake.
    path: &'static str,
    text: String,
    code: &'static str,
    /// Line and column, from 1; none for the whole file.
    place: Option<(usize, usize)>,
}

/// A mistake in the body of the page; lines count from the body's first.
fn body(text: &str, code: &'static str, line: usize, column: usize) -> Mistake {
    Mistake {
        path: PAGE,
        text: format!("{HEAD}{text}\n"),
        code,
        place: Some((line + HEAD.lines().count(), column)),
    }
}

/// A mistake in the front matter of the page; the first `---` is line 1.
fn front(lines: &str, code: &'static str, line: usize, column: usize) -> Mistake {
    Mistake {
        path: PAGE,
        text: format!("---\n{lines}\n---\nText.\n"),
        code,
        place: Some((line, column)),
    }
}

/// A mistake at a place in some file.
fn file(
    path: &'static str,
    text: impl Into<String>,
    code: &'static str,
    place: Option<(usize, usize)>,
) -> Mistake {
    Mistake {
        path,
        text: text.into(),
        code,
        place,
    }
}

/// The settings of the site with something replaced.
fn settings(from: &str, to: &str, code: &'static str, place: (usize, usize)) -> Mistake {
    let (path, text) = SITE
        .first()
        .copied()
        .unwrap_or_default();
    assert!(text.contains(from), "{from}");
    file(path, text.replacen(from, to, 1), code, Some(place))
}

fn source(path: &str, text: &str) -> Change {
    Change::Present(Source::new(SourceId::new(path), Content::of(text)))
}

/// Every finding, as `pakt check` has them.
fn findings(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let of_rendering = pakt::check::check(snapshot, Foresight::AsThen, || true);
    snapshot
        .diagnostics
        .iter()
        .cloned()
        .chain(of_rendering.unwrap_or_default())
        .collect()
}

/// Writes a finding as `P0401 content/a.md:5:3`.
fn written(finding: &Diagnostic, snapshot: &Snapshot) -> String {
    let code = finding.code.id();
    let Some(place) = &finding.place else {
        return code.to_owned();
    };
    let text = snapshot.text(&place.source);
    let at = place
        .span
        .zip(text)
        .map(|(span, text)| {
            let (line, column) = line_and_column(&text, span.range().start);
            format!(":{line}:{column}")
        });
    format!("{code} {}{}", place.source, at.unwrap_or_default())
}

#[test]
fn single_mistakes_are_found_at_their_place_and_heal() {
    let mistakes: Vec<Mistake> = [
        text::mistakes(),
        vanishing::mistakes(),
        links::mistakes(),
        names::mistakes(),
        settings::mistakes(),
    ]
    .into_iter()
    .flatten()
    .collect();
    assert!(mistakes.len() >= 120, "{} mistakes", mistakes.len());
    let mut project = Project::new(Mode::default(), Day::parse("2026-12-01").expect("a day"));
    let clean = SITE
        .iter()
        .map(|(path, text)| source(path, text));
    let snapshot = project.apply(clean.collect());
    assert_eq!(findings(&snapshot), []);

    let mut wrong = Vec::new();
    for mistake in &mistakes {
        let snapshot = project.apply(vec![source(mistake.path, &mistake.text)]);
        let found: Vec<String> = findings(&snapshot)
            .iter()
            .map(|finding| written(finding, &snapshot))
            .collect();
        let place = mistake.place;
        let place = place.map(|(line, column)| format!(":{line}:{column}"));
        let expected = format!(
            "{} {}{}",
            mistake.code,
            mistake.path,
            place.unwrap_or_default()
        );
        if found != [expected.clone()] {
            wrong.push(format!("{:?}\n  {expected}\n  {found:?}", mistake.text));
        }
        let put_right = match SITE
            .iter()
            .find(|(path, _)| *path == mistake.path)
        {
            Some((path, text)) => source(path, text),
            None => Change::Absent(SourceId::new(mistake.path)),
        };
        let healed = project.apply(vec![put_right]);
        assert_eq!(findings(&healed), [], "after {:?}", mistake.text);
    }
    let count = mistakes.len();
    assert!(
        wrong.is_empty(),
        "{} of {count} are found elsewhere, not alone or not at all:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
