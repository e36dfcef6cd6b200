//! Summarises many findings by kind, so that somebody who has just moved a site here sees what
//! there is to do.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::finding::{self, TextOf};
use crate::language::{Argument, Messages};

/// The most findings that are all drawn; more than this scrolls away unread.
pub(super) const MOST_DRAWN: usize = 50;

/// How many of more findings are drawn.
pub(super) const FIRST: usize = 5;

/// The longest message of a kind, in characters.
const LONGEST_MESSAGE: usize = 80;

/// All findings with one code and severity.
struct Kind<'f> {
    first: &'f Diagnostic,
    count: usize,
}

/// Writes one line for each kind of finding, the worst and most frequent first, and how to put off
/// what may be put off.
pub(super) fn summary(found: &[Diagnostic], messages: &Messages, text_of: &TextOf<'_>) -> String {
    let kinds = kinds(found);
    let width = kinds
        .iter()
        .map(|kind| kind.count.to_string().len())
        .max()
        .unwrap_or_default();
    let mut text = say(messages, "summary", &[]) + "\n";
    for kind in &kinds {
        let first = finding::told(kind.first, messages, text_of);
        let place = first
            .place
            .map_or_else(String::new, |place| {
                let line = place
                    .line
                    .map_or_else(String::new, |line| format!(":{line}"));
                format!(
                    "{}{line}",
                    place
                        .file
                        .replace(char::is_control, "\u{FFFD}")
                )
            });
        let word = match kind.first.severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
        };
        text.push_str(&format!(
            "  {:>width$}× {}[{}]  {}  {place}\n",
            kind.count,
            say(messages, word, &[]),
            kind.first.code.id(),
            shortened(&first.message.unwrap_or_default()),
        ));
    }
    text.push_str(&advice(&kinds, messages));
    text
}

/// Groups findings by code and severity.
fn kinds(found: &[Diagnostic]) -> Vec<Kind<'_>> {
    let mut kinds: BTreeMap<(Code, Severity), Kind<'_>> = BTreeMap::new();
    for finding in found {
        kinds
            .entry((finding.code, finding.severity))
            .or_insert(Kind {
                first: finding,
                count: 0,
            })
            .count += 1;
    }
    let mut kinds: Vec<Kind<'_>> = kinds.into_values().collect();
    kinds.sort_by_key(|kind| {
        (
            std::cmp::Reverse(kind.first.severity),
            std::cmp::Reverse(kind.count),
        )
    });
    kinds
}

/// Says how to see everything, and how to make errors warnings for the time being.
fn advice(kinds: &[Kind<'_>], messages: &Messages) -> String {
    let lowered: Vec<String> = kinds
        .iter()
        .filter(|kind| kind.first.is_error() && kind.first.may_be_lowered())
        .map(|kind| format!("{}: warning", kind.first.code.id()))
        .collect();
    let mut text = say(messages, "summary-all", &[]) + "\n";
    if !lowered.is_empty() {
        let setting = format!("check: {{{}}}", lowered.join(", "));
        let args = [("setting", Argument::Text(setting.as_str()))];
        text.push_str(&(say(messages, "summary-lower", &args) + "\n"));
    }
    text
}

fn say(messages: &Messages, key: &str, args: &[(&str, Argument<'_>)]) -> String {
    messages
        .get(key, args)
        .unwrap_or_else(|| key.to_owned())
}

/// Cuts a long message.
fn shortened(message: &str) -> String {
    let line = message
        .lines()
        .next()
        .unwrap_or_default();
    match line
        .char_indices()
        .nth(LONGEST_MESSAGE)
    {
        Some((at, _)) => format!("{}…", line.split_at(at).0.trim_end()),
        None => line.to_owned(),
    }
}
