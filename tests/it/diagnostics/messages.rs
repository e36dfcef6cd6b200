//! The messages of every code: complete in both languages, with no value missing.

use pakt::diagnostic::{Code, Diagnostic};
use pakt::language::{Argument, Messages, ToolLanguage, tool_messages};

const LANGUAGES: [ToolLanguage; 2] = [ToolLanguage::Cs, ToolLanguage::En];

/// The parts of a message that every code has.
const PARTS: [&str; 4] = ["", ".label", ".hint", ".explain"];

fn formatted(words: &Messages, finding: &Diagnostic, part: &str) -> Option<String> {
    let args: Vec<(&str, Argument<'_>)> = finding
        .args
        .iter()
        .map(|(name, value)| (*name, Argument::Text(value)))
        .collect();
    words.get(&format!("{}{part}", finding.code.id()), &args)
}

#[test]
fn every_code_has_all_its_messages() {
    for language in LANGUAGES {
        let words = tool_messages(language);
        for code in Code::ALL {
            for part in PARTS {
                let text = formatted(&words, &Diagnostic::nowhere(*code), part);
                assert!(
                    text.is_some_and(|text| !text.trim().is_empty()),
                    "{}{part} has no message in {language:?}",
                    code.id()
                );
            }
        }
    }
}

#[test]
fn no_message_is_of_an_unknown_code() {
    for (file, words) in [
        (
            "cs",
            include_str!("../../../src/language/messages/cs/diagnostics.ftl"),
        ),
        (
            "en",
            include_str!("../../../src/language/messages/en/diagnostics.ftl"),
        ),
    ] {
        for id in words
            .lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| id.starts_with('P'))
        {
            assert!(
                Code::ALL
                    .iter()
                    .any(|code| code.id() == id),
                "{file}: {id}"
            );
        }
    }
}

/// Checks that a finding has every value that its messages name.
pub(super) fn check_values(finding: &Diagnostic) {
    for language in LANGUAGES {
        let words = tool_messages(language);
        for part in ["", ".label", ".hint", ".hint-near", ".explain"] {
            let text = formatted(&words, finding, part).unwrap_or_default();
            assert!(
                !text.contains("{$"),
                "{}{part} in {language:?} lacks a value: {text}",
                finding.code.id()
            );
        }
    }
}

/// The codes whose documentation names a closed set of causes, and these causes.
fn closed_sets() -> Vec<(&'static str, Vec<String>)> {
    let mut sets = Vec::new();
    let mut documented = String::new();
    for line in include_str!("../../../src/diagnostic/code.rs")
        .lines()
        .map(str::trim)
    {
        if let Some(text) = line.strip_prefix("///") {
            documented.push_str(text);
            continue;
        }
        let id = line
            .split('"')
            .nth(1)
            .filter(|_| line.contains(" = \"P"));
        if let (Some(id), Some((_, set))) = (id, documented.split_once("(one of ")) {
            let set = set
                .split([';', ')'])
                .next()
                .unwrap_or_default();
            sets.push((
                id,
                set.split(", ")
                    .filter(|word| !word.contains(' '))
                    .map(str::to_owned)
                    .collect(),
            ));
        }
        documented.clear();
    }
    sets
}

#[test]
fn every_cause_of_a_closed_set_has_its_own_text() {
    let sets = closed_sets();
    assert!(sets.len() >= 11, "only {sets:?}");
    for (file, words) in [
        (
            "cs",
            include_str!("../../../src/language/messages/cs/diagnostics.ftl"),
        ),
        (
            "en",
            include_str!("../../../src/language/messages/en/diagnostics.ftl"),
        ),
    ] {
        for (id, set) in &sets {
            let message = words
                .split("\nP")
                .find_map(|message| message.strip_prefix(&id[1..]))
                .unwrap_or_default();
            for word in set {
                assert!(
                    message.contains(&format!("[{word}] ")),
                    "{file}: {id} has no text of its own for `{word}`"
                );
            }
        }
    }
}

#[test]
fn explanations_need_no_values() {
    for language in LANGUAGES {
        let words = tool_messages(language);
        for code in Code::ALL {
            let text = words
                .get(&format!("{}.explain", code.id()), &[])
                .unwrap_or_default();
            assert!(
                !text.contains("{$"),
                "{} in {language:?}: {text}",
                code.id()
            );
        }
    }
}
