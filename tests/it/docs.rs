//! Checks the guides in `docs/` and the editors' `NAVOD.md` against the program: their examples
//! work, their lists are complete.

mod content;
mod examples;
mod keys;
mod themes;

use std::collections::BTreeSet;

use crate::support::TestSite;
use pakt::diagnostic::{Code, Severity};
use pakt::language::ToolLanguage;

/// The guides, by file name.
const GUIDES: [(&str, &str); 5] = [
    ("content.md", include_str!("../../docs/content.md")),
    ("settings.md", include_str!("../../docs/settings.md")),
    ("themes.md", include_str!("../../docs/themes.md")),
    ("README.md", include_str!("../../README.md")),
    (
        "NAVOD.md",
        include_str!("../../src/scaffold/starter/NAVOD.md"),
    ),
];

/// The files of the example site, besides the example itself.
const FILES: [(&str, &str); 17] = [
    ("content/_index.md", "---\ntitle: Domů\n---\n"),
    ("content/_index.en.md", "---\ntitle: Home\n---\n"),
    ("content/o-nas.md", "---\ntitle: O nás\n---\n"),
    ("content/o-paktu/_index.md", "---\ntitle: O paktu\n---\n"),
    (
        "content/aktuality/_index.md",
        "---\ntitle: Aktuality\n---\n",
    ),
    ("content/topic/_index.md", "---\ntitle: Témata\n---\n"),
    (
        "content/slovnicek.md",
        "---\ntitle: Slovníček\ntemplate: glossary\n---\n",
    ),
    (
        "content/pripravenost/_index.md",
        "---\ntitle: Připravenost\n---\n",
    ),
    (
        "content/pripravenost/pohovor.md",
        "---\ntitle: Pohovor\n---\n## Otázky\n",
    ),
    (
        "content/pripravenost/kontakt.md",
        "---\ntitle: Kontakt\n---\n",
    ),
    (
        "content/pripravenost/zivotopis.md",
        "---\ntitle: Životopis\n---\n",
    ),
    ("content/pripravenost/letak k akci.pdf", "pdf"),
    ("content/pripravenost/mapa.png", "png"),
    (
        "content/pripravenost/linka.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>",
    ),
    ("content/pripravenost/schuzka.jpg", "jpg"),
    (
        "data/links.yaml",
        "nsk: {name: NSK, url: https://nsk.example/}\nuradprace: {name: Úřad práce, url: https://up.example/}\n",
    ),
    ("themes/urad/theme.yaml", "extends: pakt\n"),
];

/// The settings of that site, one per line, so that an example can replace some.
const SETTINGS: [&str; 6] = [
    "title: Web",
    "base_url: https://www.example.cz/",
    "languages: {cs: {}, en: {}}",
    "organisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}",
    "taxonomies: {topic: {}}",
    "navigation: {main: [o-nas.md]}",
];

/// Returns the text of a guide.
fn guide(name: &str) -> &'static str {
    GUIDES
        .iter()
        .find(|(guide, _)| *guide == name)
        .map(|(_, text)| *text)
        .expect("a guide")
}

/// Builds the example site; `settings` replace those with the same keys, `files` those with the
/// same paths.
fn site_with(settings: &str, files: &[(&str, &str)]) -> TestSite {
    let key = |line: &str| {
        line.split(':')
            .next()
            .map(str::to_owned)
    };
    let is_kept = |line: &&str| {
        settings
            .lines()
            .all(|other| key(other) != key(line))
    };
    let kept: Vec<&str> = SETTINGS
        .into_iter()
        .filter(is_kept)
        .collect();
    let settings = format!("{}\n{settings}", kept.join("\n"));
    TestSite::new(&[&FILES[..], &[("site.yaml", &settings)], files].concat())
}

/// Checks that a site has no findings; `place` names the sentence or example that made it.
#[track_caller]
fn is_sound(site: &TestSite, place: &str) {
    assert!(
        site.findings().is_empty(),
        "{place}\n{}",
        site.drawn(ToolLanguage::En)
    );
}

/// Returns the part of a guide below a heading, up to the next heading of the same or a higher
/// level.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let start = text
        .find(&format!("{heading}\n"))
        .unwrap_or_else(|| panic!("no heading {heading}"))
        + heading.len();
    let level = heading
        .chars()
        .take_while(|c| *c == '#')
        .count();
    let ends =
        (1..=level).filter_map(|level| text[start..].find(&format!("\n{} ", "#".repeat(level))));
    &text[start
        ..ends
            .min()
            .map_or(text.len(), |end| start + end)]
}

/// Returns the rows of the table with this head, as cells; `\|` does not end a cell.
fn table(text: &str, head: &str) -> Vec<Vec<String>> {
    let start = text
        .find(head)
        .unwrap_or_else(|| panic!("no table {head}"));
    let rows = text[start..]
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let cells = |row: &str| {
        row.replace("\\|", "\u{0}")
            .trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().replace('\u{0}', "|"))
            .collect()
    };
    rows.map(cells).collect()
}

/// Returns the code spans of a text.
fn codes(text: &str) -> Vec<&str> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .collect()
}

/// Returns the text between two others.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text
        .find(from)
        .unwrap_or_else(|| panic!("no `{from}`"))
        + from.len();
    &text[start
        ..text[start..]
            .find(to)
            .map_or(text.len(), |end| start + end)]
}

/// Compares a guide's list with the program's, ignoring order.
#[track_caller]
fn lists_the_same<A: Into<String>, B: Into<String>>(
    told: impl IntoIterator<Item = A>,
    known: impl IntoIterator<Item = B>,
) {
    let told: BTreeSet<String> = told
        .into_iter()
        .map(Into::into)
        .collect();
    let known: BTreeSet<String> = known
        .into_iter()
        .map(Into::into)
        .collect();
    let missing: Vec<&String> = known.difference(&told).collect();
    let extra: Vec<&String> = told.difference(&known).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "the guide lacks {missing:?} and has {extra:?}, which the program does not know"
    );
}

/// The sentences of a guide that name a finding by its code, with the code.
fn sentences_with_codes(text: &str) -> Vec<(String, Code)> {
    let text = text
        .replace("\n- ", ". ")
        .replace("\n|", ". ")
        .replace('\n', " ");
    let mut found = Vec::new();
    for sentence in text.split(". ") {
        let words = sentence.split(|c: char| !c.is_ascii_alphanumeric());
        let ids = words.filter(|word| {
            word.len() == 5
                && word.starts_with('P')
                && word[1..]
                    .bytes()
                    .all(|byte| byte.is_ascii_digit())
        });
        for id in ids {
            let code = Code::ALL
                .iter()
                .find(|code| code.id() == id);
            found.push((
                sentence.to_owned(),
                *code.unwrap_or_else(|| panic!("no such code: {sentence}")),
            ));
        }
    }
    found
}

#[test]
fn the_guides_name_the_right_findings() {
    let mut named = BTreeSet::new();
    for (guide, text) in GUIDES {
        for (sentence, code) in sentences_with_codes(text) {
            named.insert(code);
            let called = |word: &str| sentence.contains(&format!(" {word}"));
            let is_right = match code.severity() {
                Severity::Error => called("error") || !called("warning"),
                Severity::Warning => called("warning") || !called("error"),
            };
            assert!(
                is_right,
                "{guide}: {} is something else: {sentence}",
                code.id()
            );
        }
    }
    assert!(named.len() > 40, "only {} codes are named", named.len());
}

#[test]
fn the_guides_name_every_mistake_of_editors() {
    // Findings about files, the output and the internals of a theme are explained only by `pakt
    // explain`.
    let is_of_editors = |code: &&Code| {
        ["P02", "P03", "P04", "P05", "P06"]
            .iter()
            .any(|group| code.id().starts_with(group))
    };
    let told: BTreeSet<Code> = GUIDES
        .iter()
        .flat_map(|(_, text)| sentences_with_codes(text))
        .map(|(_, code)| code)
        .collect();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(is_of_editors)
        .filter(|code| !told.contains(code))
        .map(|code| code.id())
        .collect();
    assert!(missing.is_empty(), "no guide names {missing:?}");
}
