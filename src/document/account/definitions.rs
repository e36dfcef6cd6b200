//! Link definitions that may be lost: comments, such as `[//]: # (a comment)`, and repetitions.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Fate;
use super::fates::Fates;
use crate::document::markdown::Definition;
use crate::document::text::{has, slice};
use crate::source::floor;

/// The most bytes of such a comment that has several lines.
const LONGEST_COMMENT: usize = 2_000;

/// Labels of comments, whatever their target.
const LABELS: &[&str] = &["//", "comment"];

/// Assigns `Markup` to definitions that are comments, and to those that repeat a used one.
pub(super) fn paint_harmless(fates: &mut Fates<'_>, definitions: &[Definition]) {
    let body = fates.body();
    if definitions.is_empty() && !has(body, "]:") {
        return;
    }
    let used: FxHashSet<&str> = definitions
        .iter()
        .filter(|definition| definition.is_used)
        .map(|definition| slice(body, definition.range.clone()).trim_end())
        .collect();
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        let written = line.trim_start_matches([' ', '>']);
        let end = start + line.len();
        let at = end - written.len();
        start = end;
        if !written.starts_with('[') || !fates.is_lost(at) {
            continue;
        }
        if is_comment(written) {
            fates.paint(at..end_of_title(body, at..end), Fate::Markup);
        } else if used.contains(written.trim_end()) {
            fates.paint(at..end, Fate::Markup);
        }
    }
}

/// Returns whether a line begins a definition that is a comment.
fn is_comment(line: &str) -> bool {
    let Some((label, target)) = line
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]:"))
    else {
        return false;
    };
    let target = target.trim_start();
    let rest = target
        .strip_prefix('#')
        .or_else(|| target.strip_prefix("<>"));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        || LABELS.contains(&label)
}

/// Returns where the title of a definition ends, which may be on a later line.
fn end_of_title(body: &str, line: Range<usize>) -> usize {
    let own = slice(body, line.clone()).trim_end();
    if !own.contains('(') || own.ends_with(')') {
        return line.end;
    }
    let rest = slice(body, line.start..floor(body, line.start + LONGEST_COMMENT));
    let paragraph = rest
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .trim_end();
    match paragraph.find(")\n") {
        Some(close) => line.start + close + 1,
        None if paragraph.ends_with(')') => line.start + paragraph.len(),
        None => line.end,
    }
}
