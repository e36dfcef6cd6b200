//! Sentences that become code, since their line is indented by four spaces or a tab.

use std::ops::Range;

use super::lines::Lines;
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;

/// The fewest words of a sentence.
const FEWEST_WORDS: usize = 4;

/// The most lines that are indented by mistake; longer text is laid out by hand.
const MOST_LINES: usize = 4;

/// Signs of code, or of text that is laid out by hand.
const SIGNS: [char; 19] = [
    '{', '}', '[', ']', '<', '>', '=', '|', '\\', '`', '$', '#', '_', '*', '~', '^', '@', '\t', '&',
];

/// Reports indented code that reads as prose.
pub(super) fn report(lines: &Lines, findings: &mut Findings<'_>) {
    for block in &lines.indented {
        if let (Some(first), Some(last)) = (block.first(), block.last())
            && is_prose(block, findings.body())
        {
            let end = slice(findings.body(), last.clone())
                .trim_end()
                .len()
                + last.start;
            findings.report(Code::CodeOfProse, first.start..end, |finding| finding);
        }
    }
}

fn is_prose(block: &[Range<usize>], body: &str) -> bool {
    let lines = block
        .iter()
        .map(|range| slice(body, range.clone()).trim_end());
    let lines: Vec<&str> = lines
        .filter(|line| !line.is_empty())
        .collect();
    let first = lines
        .first()
        .copied()
        .unwrap_or_default();
    let last = lines
        .last()
        .copied()
        .unwrap_or_default();
    lines.len() <= MOST_LINES
        && first.starts_with(char::is_uppercase)
        && last.ends_with(['.', '!', '?', '…', ':'])
        && !first.contains("Copyright")
        && lines
            .iter()
            .all(|line| is_sentence(line))
}

/// Returns whether a line is of words as in a sentence.
fn is_sentence(line: &str) -> bool {
    if line.contains(SIGNS) || line.contains("  ") || line.contains("::") || line.contains("//") {
        return false;
    }
    let words = line.split_whitespace().count();
    let plain = line
        .split_whitespace()
        .filter(|word| is_word(word))
        .count();
    words >= FEWEST_WORDS && plain * 5 >= words * 4
}

/// Returns whether a word is of letters alone, but for punctuation around it.
fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
}
