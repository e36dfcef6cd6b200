//! Numbers that readers would see otherwise than they are written: Markdown counts on from the
//! first number of a list, and makes a list of a line that begins with a date.

use std::ops::Range;

use super::lines::{Lines, line_at};
use super::lists::Debris;
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::language::month_after_a_stop;

/// The first number that is no number of an item, but a year.
const FIRST_YEAR: u64 = 1000;

/// How far a number may be from the right one and still be a mistake in counting.
const NEAR: u64 = 3;

/// How many lists before and after one are looked at for the one that it continues.
const NEIGHBOURS: usize = 20;

/// The first line of an item.
struct Item<'t> {
    range: Range<usize>,
    number: u64,
    /// What follows the number.
    sign: char,
    rest: &'t str,
}

/// What readers would see otherwise.
struct Renumbered {
    /// The index of the item.
    item: usize,
    cause: &'static str,
    shown: u64,
    /// The number that was likely meant; none if the line is no item.
    meant: Option<u64>,
}

/// Reports all such numbers of a body.
pub(super) fn report(lines: &Lines, debris: &Debris, findings: &mut Findings<'_>) {
    let mut last = 0..0;
    for (at, list) in lines.lists.iter().enumerate() {
        let Some(first) = list.first else { continue };
        // `15. 12. 2026` is a list within a list, and one mistake.
        let is_told = list
            .items
            .first()
            .is_some_and(|item| last.contains(item));
        if is_told || findings.is_full() || debris.lists.contains(&at) {
            continue;
        }
        let items: Vec<Item<'_>> = list
            .items
            .iter()
            .filter_map(|at| Item::at(findings.body(), *at))
            .collect();
        if items.len() != list.items.len() {
            continue;
        }
        let found = match items.as_slice() {
            [item] => lone(item, at, lines)
                .into_iter()
                .collect(),
            items => several(items, first),
        };
        for renumbered in found {
            if let Some(item) = items.get(renumbered.item) {
                last = item.range.clone();
                tell(item, &renumbered, findings);
            }
        }
    }
}

/// Reports a line.
fn tell(item: &Item<'_>, renumbered: &Renumbered, findings: &mut Findings<'_>) {
    let hash = findings.hash();
    let Item {
        number, sign, rest, ..
    } = item;
    let line = match renumbered.meant {
        Some(meant) => format!("{meant}{sign} {rest}"),
        None => format!("{number}\\{sign} {rest}"),
    };
    findings.report(Code::Renumbered, item.range.clone(), |finding| {
        finding
            .arg("cause", renumbered.cause)
            .arg("written", format!("{number}{sign}"))
            .arg("shown", format!("{}{sign}", renumbered.shown))
            .likely_fix(hash, line)
    });
}

/// Finds a list of one item that is no list, but a line that begins with a date or an ordinal.
fn lone(item: &Item<'_>, at: usize, lines: &Lines) -> Option<Renumbered> {
    let is_meant = item.is_day()
        || item.sign == '.' && item.number >= FIRST_YEAR
        || item.is_ordinal() && !is_part_of_another(item.number, at, lines);
    is_meant.then_some(Renumbered {
        item: 0,
        cause: "day",
        shown: item.number,
        meant: None,
    })
}

/// Returns whether an item continues another list, as after code between two items.
fn is_part_of_another(number: u64, at: usize, lines: &Lines) -> bool {
    let parent = lines
        .lists
        .get(at)
        .and_then(|list| list.parent);
    let near = lines
        .lists
        .iter()
        .skip(at.saturating_sub(NEIGHBOURS));
    near.take(2 * NEIGHBOURS + 1)
        .any(|other| {
            let next = other
                .first
                .map(|first| first + other.items.len() as u64);
            other.parent == parent && (next == Some(number) || other.first == Some(number + 1))
        })
}

/// Finds the items of a list that are shown with another number. A number for all, as in
/// `1. 1. 1.`, is Markdown's way not to count.
fn several(items: &[Item<'_>], first: u64) -> Vec<Renumbered> {
    let has_days = items.iter().any(Item::is_day);
    let counts = items
        .iter()
        .any(|item| item.number != first);
    if !counts && !has_days && first <= 1 {
        return Vec::new();
    }
    if !has_days && let Some(wrong) = wrong_first(items) {
        return vec![wrong];
    }
    let mut shown = first..;
    let mut before = 0;
    let mut found = Vec::new();
    let mut is_wrong = false;
    for (at, item) in items.iter().enumerate() {
        let shown = shown.next().unwrap_or_default();
        let by = item
            .number
            .cast_signed()
            .wrapping_sub(shown.cast_signed());
        let is_new = by != 0 && (by != before || item.is_day());
        before = by;
        is_wrong |= by != 0;
        if is_new || item.is_numeric_day() {
            let counts_on = items
                .get(at + 1)
                .is_some_and(|next| next.number == shown + 1);
            found.push(item.renumbered(at, shown, counts_on));
        }
    }
    if is_wrong {
        right_days(items, first, &mut found);
    }
    found
}

/// Adds the days of a list that keep their number only since the list begins with it.
fn right_days(items: &[Item<'_>], first: u64, found: &mut Vec<Renumbered>) {
    let Some(item) = items
        .first()
        .filter(|item| item.is_day() && !item.is_numeric_day())
    else {
        return;
    };
    found.insert(0, item.renumbered(0, first, false));
}

/// Finds a first number from which the others do not count on, though they count among themselves.
fn wrong_first(items: &[Item<'_>]) -> Option<Renumbered> {
    let [first, second, others @ ..] = items else {
        return None;
    };
    let counts = others
        .iter()
        .zip(second.number + 1..)
        .all(|(item, number)| item.number == number);
    let is_wrong = first.number > 1
        && second.number > 0
        && first.number + 1 != second.number
        && (second.number == 2 || !others.is_empty());
    (counts && is_wrong).then(|| Renumbered {
        item: 0,
        cause: "order",
        shown: first.number,
        meant: Some(second.number - 1),
    })
}

impl<'t> Item<'t> {
    /// Reads the first line of an item.
    fn at(body: &'t str, at: usize) -> Option<Self> {
        let line = line_at(body, at);
        let text = line.trim_start();
        let start = at + line.len() - text.len();
        let end = text.find(|c: char| !c.is_ascii_digit())?;
        let (number, rest) = text.split_at_checked(end)?;
        let sign = rest
            .chars()
            .next()
            .filter(|sign| matches!(sign, '.' | ')'))?;
        Some(Self {
            range: start..at + line.len(),
            number: number.parse().ok()?,
            sign,
            rest: rest.get(1..)?.trim_start(),
        })
    }

    /// Makes what is to be said of an item that is shown with this number; `counts_on` says that
    /// the next item has the number after it.
    fn renumbered(&self, item: usize, shown: u64, counts_on: bool) -> Renumbered {
        let is_near = self.number.abs_diff(shown) <= NEAR;
        let is_counted = !self.is_day() && (is_near || counts_on);
        Renumbered {
            item,
            cause: match (self.number == shown, is_counted) {
                (true, _) => "day",
                (false, true) => "number",
                (false, false) => "date",
            },
            shown,
            meant: is_counted.then_some(shown),
        }
    }

    /// Returns whether the line begins like `20. května`, `5. 1. 2027` or `5. – 9. května`.
    fn is_day(&self) -> bool {
        let rest = after_range(self.rest).unwrap_or(self.rest);
        let word = rest
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        let is_range = rest.len() < self.rest.len();
        self.can_be_day() && (month_after_a_stop(word).is_some() || is_range && begins_month(rest))
            || self.is_numeric_day()
    }

    /// Returns whether the line begins like `5. 1. 2027` or `5. 1. –`.
    fn is_numeric_day(&self) -> bool {
        self.can_be_day() && begins_month(self.rest)
    }

    fn can_be_day(&self) -> bool {
        self.sign == '.' && (1..=31).contains(&self.number)
    }

    /// Returns whether the line goes on like a sentence: `3. ročník`.
    fn is_ordinal(&self) -> bool {
        self.sign == '.'
            && self.number > 1
            && self
                .rest
                .starts_with(char::is_lowercase)
    }
}

/// Returns what follows the last day of a range, such as `– 9. května` or `a 9. května`.
fn after_range(rest: &str) -> Option<&str> {
    let (sign, rest) = rest.split_once(char::is_whitespace)?;
    let (day, rest) = rest.trim_start().split_once('.')?;
    let is_between = matches!(
        sign,
        "–" | "—" | "-" | "a" | "až" | "i" | "und" | "bis" | "do" | "та"
    );
    let is_day = day
        .parse::<u8>()
        .is_ok_and(|day| (1..=31).contains(&day));
    (is_between && is_day).then(|| rest.trim_start())
}

/// Returns whether a text begins with the number of a month and, if anything, a year or a word.
fn begins_month(text: &str) -> bool {
    let Some((month, rest)) = text.split_once('.') else {
        return false;
    };
    let is_month = month
        .parse::<u8>()
        .is_ok_and(|month| (1..=12).contains(&month));
    let rest = rest.trim_start();
    let digits = rest
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    let ends = rest.is_empty() || rest.starts_with(['–', '-', '(', ',', ':', 'v', 'o', 'd']);
    is_month && (digits == 4 || ends)
}
