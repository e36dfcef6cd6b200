//! Days of the week beside dates that are another day: „čtvrtek 10. února 2027“ is a Wednesday.

use std::ops::Range;

use memchr::memmem;

use super::lines::Lines;
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::{SourceText, slice};
use crate::language::{Day, Weekday, month};
use crate::source::floor;

/// The first two digits of the years that are looked at.
const CENTURIES: [&str; 2] = ["20", "19"];

/// How far before the year its date and day of the week may begin, in bytes.
const FARTHEST: usize = 120;

/// Words between a day of the week and its date.
const BETWEEN: [&str; 7] = ["dne", "den", "dem", "am", "the", "dnia", "of"];

/// Words and signs between a date and a day of the week that follows.
const YEAR_WORDS: [&str; 5] = ["року", "р.", "roku", "r.", "рік"];

/// Signs between words that are no part of them.
const SIGNS: [char; 8] = [' ', '\u{a0}', '\u{202f}', '\n', '\r', '\t', '*', '_'];

/// A date in a text.
struct Date {
    range: Range<usize>,
    day: Day,
}

/// Reports all days of the week of a file that are not those of their dates.
pub(super) fn report(text: SourceText<'_>, lines: &Lines, findings: &mut Findings<'_>) {
    let file = text.file();
    let is_verbatim = |at: usize| {
        let at = at.checked_sub(text.offset());
        at.is_some_and(|at| lines.is_verbatim(at))
    };
    for century in CENTURIES {
        for at in memmem::find_iter(file.as_bytes(), century) {
            if let Some((range, written, date)) = wrong(file, at)
                && !is_verbatim(range.start)
            {
                tell(file, range, written, &date, findings);
            }
        }
    }
}

fn tell(
    file: &str,
    range: Range<usize>,
    written: Weekday,
    date: &Date,
    findings: &mut Findings<'_>,
) {
    let right = written.name_of(date.day.weekday());
    let near = date
        .day
        .nearest_on(written.number)
        .long(written.language);
    findings.report_in_file(Code::WrongWeekday, range, |finding| {
        finding
            .arg("date", one_line(slice(file, date.range.clone())))
            .arg("right", right)
            .arg("written", written.name_of(written.number))
            .arg("near", near)
    });
}

/// Finds a wrong day of the week beside the date whose year is at a byte, and the range of both.
fn wrong(body: &str, at: usize) -> Option<(Range<usize>, Weekday, Date)> {
    let date = date_at(body, at)?;
    let before = slice(
        body,
        floor(
            body,
            date.range
                .start
                .saturating_sub(FARTHEST),
        )..date.range.start,
    );
    let (range, weekday) = match weekday_before(before) {
        Some((length, weekday)) => (date.range.start - length..date.range.end, weekday),
        None => {
            let (length, weekday) = weekday_after(slice(body, date.range.end..body.len()))?;
            (date.range.start..date.range.end + length, weekday)
        }
    };
    (weekday.number != date.day.weekday()).then_some((range, weekday, date))
}

/// Reads the date whose year is at a byte.
fn date_at(body: &str, at: usize) -> Option<Date> {
    let digits = body.get(at..at + 4)?;
    let year: i16 = digits.parse().ok()?;
    let before = slice(body, floor(body, at.saturating_sub(FARTHEST))..at);
    let after = slice(body, at + 4..body.len());
    if after.starts_with(|c: char| c.is_ascii_digit())
        || before.ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    if let Some(iso) = body
        .get(at..at + 10)
        .and_then(Day::parse)
    {
        return Some(Date {
            range: at..at + 10,
            day: iso,
        });
    }
    let (rest, day, month) = day_and_month(before)?;
    Some(Date {
        range: at - (before.len() - rest.len())..at + 4,
        day: Day::of_numbers(year, month, day)?,
    })
}

/// Reads day and month before a year, and returns what is before them.
fn day_and_month(before: &str) -> Option<(&str, u8, u8)> {
    let text = before.trim_end_matches(SIGNS);
    if let Some(text) = text.strip_suffix(',') {
        // `February 10, 2027`
        let (text, day) = day_number(text)?;
        let (text, word) = last_word(text.trim_end_matches(SIGNS));
        return Some((text, day, month(word)?));
    }
    let stopped = text.strip_suffix('.').unwrap_or(text);
    let (rest, word) = last_word(stopped);
    if !word.is_empty() {
        let rest = rest.trim_end_matches(SIGNS);
        let rest = rest
            .strip_suffix("of")
            .unwrap_or(rest)
            .trim_end_matches(SIGNS);
        let (rest, day) = day_number(rest)?;
        return Some((rest, day, month(word)?));
    }
    let text = text.strip_suffix('.')?;
    let (rest, number) = last_number(text)?;
    let rest = rest
        .trim_end_matches(SIGNS)
        .strip_suffix('.')?;
    let (rest, day) = last_number(rest)?;
    Some((rest, day, number))
}

/// Reads a day with what may follow it: `10.`, `10th`, `10`.
fn day_number(text: &str) -> Option<(&str, u8)> {
    let text = ["st", "nd", "rd", "th", "."]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text);
    last_number(text)
}

/// Splits off the number of at most two digits that a text ends with.
fn last_number(text: &str) -> Option<(&str, u8)> {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.get(rest.len()..)?;
    (digits.len() <= 2).then_some((rest, digits.parse().ok()?))
}

/// Splits off the word that a text ends with.
fn last_word(text: &str) -> (&str, &str) {
    let rest = text.trim_end_matches(is_of_word);
    text.split_at_checked(rest.len())
        .unwrap_or((text, ""))
}

/// Finds the day of the week before a date, and its distance to the date from its first byte.
fn weekday_before(before: &str) -> Option<(usize, Weekday)> {
    let is_between = |c: char| SIGNS.contains(&c) || matches!(c, ',' | '(');
    let text = before.trim_end_matches(is_between);
    let (rest, word) = last_word(text);
    let (text, word) = match BETWEEN.contains(&word.to_lowercase().as_str()) {
        true => {
            let text = rest.trim_end_matches(is_between);
            (text, last_word(text).1)
        }
        false => (text.strip_suffix('.').unwrap_or(text), word),
    };
    let word = if word.is_empty() {
        last_word(text).1
    } else {
        word
    };
    let weekday = Weekday::of(word)?;
    let start = text.len() - word.len();
    Some((before.len() - start, weekday))
}

/// Finds the day of the week after a date, in brackets or after a comma, and the length up to its
/// end. After a comma it may also belong to the next date.
fn weekday_after(after: &str) -> Option<(usize, Weekday)> {
    let mut text = after.trim_start_matches(SIGNS);
    for word in YEAR_WORDS {
        text = text
            .strip_prefix(word)
            .unwrap_or(text);
    }
    text = text.trim_start_matches(SIGNS);
    let is_bracketed = text.starts_with('(');
    let text = text
        .strip_prefix(['(', ','])?
        .trim_start_matches(SIGNS);
    let end = text
        .find(|c: char| !is_of_word(c))
        .unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end)?;
    let weekday = Weekday::of(word)?;
    let rest = rest.trim_start_matches(|c: char| SIGNS.contains(&c) || c == ',');
    let is_of_next = !is_bracketed && !rest.is_empty() && !rest.starts_with(['.', ')', ';']);
    (!is_of_next).then(|| (after.len() - text.len() + word.len(), weekday))
}

fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '’' | '\'')
}

/// Returns a date as it would be on one line.
fn one_line(date: &str) -> String {
    let words: Vec<&str> = date.split_whitespace().collect();
    words
        .join(" ")
        .replace(['*', '_'], "")
}
