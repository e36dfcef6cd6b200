//! Typography: the table of cases, properties of any text, and whole pages.

mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde::Deserialize;

use pakt::language::Typography;

/// The file of cases.
#[derive(Deserialize)]
struct Cases {
    table: Vec<Row>,
    #[serde(flatten)]
    languages: BTreeMap<String, BTreeMap<String, String>>,
}

/// A row of the conformance table for Czech.
#[derive(Deserialize)]
struct Row {
    row: usize,
    class: char,
    cases: BTreeMap<String, String>,
}

fn cases() -> Cases {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/typography/cases.yaml");
    serde_yaml::from_str(&fs::read_to_string(path).expect("a file of cases")).expect("cases")
}

/// Shows non-breaking spaces as the cases do.
fn shown(text: &str) -> String {
    text.replace('\u{A0}', "⍽")
}

/// Compares the typeset text with the expected one; returns the difference.
fn compare(language: &str, input: &str, expected: &str) -> Option<String> {
    let input = input.replace('⍽', "\u{A0}");
    let typography = Typography::of(language).expect("a language");
    let found = typography.set(&input);
    let expected = if expected.is_empty() {
        shown(&input)
    } else {
        expected.to_owned()
    };
    let again = typography.set(&found);
    let twice = (again != found).then(|| {
        format!(
            "{language}: {} is not final: {}",
            shown(&found),
            shown(&again)
        )
    });
    twice.or_else(|| {
        (shown(&found) != expected).then(|| {
            format!(
                "{language}: {input}\n  is  {}\n  not {expected}",
                shown(&found)
            )
        })
    })
}

fn held(wrong: Vec<String>) {
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_table_holds() {
    let table = cases().table;
    assert!(
        table
            .iter()
            .map(|row| row.row)
            .eq(1..=60),
        "every row of the table is here once"
    );
    assert!(
        table
            .iter()
            .all(|row| "SCNL".contains(row.class))
    );
    held(
        table
            .iter()
            .flat_map(|row| &row.cases)
            .filter_map(|(input, expected)| compare("cs", input, expected))
            .collect(),
    );
}

#[test]
fn the_cases_of_all_languages_hold() {
    let languages = cases().languages;
    assert!(
        languages
            .keys()
            .eq(["cs", "de", "en", "pl", "uk"])
    );
    assert!(
        languages
            .values()
            .map(BTreeMap::len)
            .sum::<usize>()
            >= 60
    );
    let cases = languages
        .iter()
        .flat_map(|(language, cases)| {
            cases
                .iter()
                .map(move |case| (language, case))
        });
    held(
        cases
            .filter_map(|(language, (input, expected))| compare(language, input, expected))
            .collect(),
    );
}

/// Texts made of characters that matter to the rules.
fn texts() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        " ", " ", " ", "\u{A0}", "\n", "\"", "'", "-", "--", ".", "...", "x", "×", "–", "—", "(",
        ")", "„", "“", "”", "‚", "‘", "’", "«", "»", ",", ":", "/", "§", "%", "+", "1", "12",
        "2026", "000", "a", "v", "V", "K", "I", "IV", "k", "s", "e", "ž", "Ž", "kraj", "Karel",
        "lidí", "č.", "Ing.", "s.", "Kč", "m²", "strana", "в", "У", "сім", "я", "€", "°", "\u{1A}",
        "\u{202F}", "ß", "\t", "",
    ]);
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

/// The part of a text that must never change: all but spaces, quotes, hyphens and dashes, dots, and
/// the multiplication sign.
fn kept(text: &str) -> String {
    let text = text
        .replace("...", "")
        .replace(['…', ' ', '\u{A0}', '"', '\''], "")
        .replace("--", "")
        .replace(['-', '–', '—'], "");
    text.replace(['„', '“', '”', '‚', '‘', '’', '«', '»', 'x', '×'], "")
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_else_changes_and_typesetting_is_idempotent(text in texts()) {
        for language in ["cs", "en", "uk", "de", "pl"] {
            let typography = Typography::of(language).expect("a language");
            let set = typography.set(&text).into_owned();
            prop_assert_eq!(kept(&set), kept(&text), "{}", language);
            prop_assert_eq!(typography.set(&set), set.as_str(), "{}", language);
            let spaces = |text: &str| text.matches([' ', '\u{A0}']).count();
            prop_assert_eq!(spaces(&set), spaces(&text), "{}", language);
            let letters = |text: &str| -> String {
                text.chars().filter(|c| c.is_alphanumeric() && *c != 'x').collect()
            };
            prop_assert_eq!(letters(&set), letters(&text), "{}", language);
        }
    }

    #[test]
    fn edits_are_ordered_and_disjoint(text in texts()) {
        for language in ["cs", "en", "uk", "de", "pl"] {
            let mut edits = Vec::new();
            Typography::of(language).expect("a language").edits(&text, &mut edits);
            prop_assert!(edits.windows(2).all(|pair| pair[0].end <= pair[1].start), "{}: {:?}", language, edits);
        }
    }
}
