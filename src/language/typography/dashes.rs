//! Hyphens used as dashes, three dots, and `x` as a cross.

use super::look::is_wordly;
use super::{CROSS, ELLIPSIS, EN_DASH, Pass};
use crate::source::slice;

/// The longest number of a range, in digits; anything longer is an account number or a code.
const LONGEST_IN_RANGE: usize = 6;

/// The most digits of a number before a cross: `10×`.
const LONGEST_TIMES: usize = 5;

impl Pass<'_, '_> {
    /// Sets the hyphens that start at byte `at` and returns their length.
    pub(super) fn hyphens(&mut self, at: usize) -> usize {
        let length = self
            .bytes_from(at)
            .iter()
            .take_while(|byte| **byte == b'-')
            .count();
        if self.is_dash(at) {
            self.edit(at, at + length, self.rules.dash);
        } else if length <= 2 && self.is_range(at, at + length) {
            self.edit(at, at + length, EN_DASH);
        }
        length
    }

    /// Returns whether the hyphens or the dash at byte `at` are between spaces inside a text.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let length = match self.bytes_from(at) {
            [0xE2, 0x80, 0x93 | 0x94, ..] => 3,
            bytes => bytes
                .iter()
                .take(4)
                .take_while(|byte| **byte == b'-')
                .count(),
        };
        let Some(gap) = self.gap_before(at) else {
            return false;
        };
        let within = self
            .before(at - gap)
            .is_some_and(|c| c != '\n')
            && self.gap_before(at - gap).is_none();
        (1..=3).contains(&length) && within && self.gap_after(at + length).is_some()
    }

    /// Returns whether hyphens separate two bare numbers or times, the second of which is larger.
    fn is_range(&self, start: usize, end: usize) -> bool {
        let left = self.time_or_number_before(start);
        let right = self.time_or_number_after(end);
        let fits = |number: &str| !number.is_empty() && number.len() <= LONGEST_IN_RANGE;
        if !fits(left)
            || !fits(right)
            || !self.is_clean_before(start - left.len())
            || !self.is_clean_after(end + right.len())
        {
            return false;
        }
        match (time(left), time(right)) {
            (Some((from, sign)), Some((to, other))) => sign == other && from < to,
            (None, None) => is_range_of_numbers(left, right),
            _ => false,
        }
    }

    fn time_or_number_before(&self, end: usize) -> &str {
        let fits = |byte: &&u8| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b',' | b'/');
        let length = self
            .bytes_before(end)
            .iter()
            .rev()
            .take(LONGEST_IN_RANGE + 1)
            .take_while(fits)
            .count();
        slice(self.text, end - length..end)
    }

    fn time_or_number_after(&self, start: usize) -> &str {
        let is_digit = |at: usize| self.byte(at).is_ascii_digit();
        let mut end = start;
        // A sign belongs to the number only between digits; a full stop may end the sentence.
        while end - start <= LONGEST_IN_RANGE
            && (is_digit(end) || matches!(self.byte(end), b':' | b'.' | b',') && is_digit(end + 1))
        {
            end += 1;
        }
        slice(self.text, start..end)
    }

    /// Sets the dots that start at byte `at` and returns their length.
    pub(super) fn dots(&mut self, at: usize) -> usize {
        let length = self
            .bytes_from(at)
            .iter()
            .take_while(|byte| **byte == b'.')
            .count();
        let (before, after) = (self.before(at), self.after(at + length));
        let is_part = |c: Option<char>| c.is_some_and(|c| is_wordly(c) || c == '×');
        let is_path = |c: Option<char>| matches!(c, Some('/' | '\\' | '_' | '-' | '='));
        let is_code = is_part(before) && is_part(after) || is_path(before) || is_path(after);
        if length == 3 && !is_code {
            self.edit(at, at + 3, ELLIPSIS);
        }
        length
    }

    /// Returns whether the `x` at byte `at` is a sign: between two numbers, or right after one
    /// (`10x`).
    pub(super) fn is_cross(&self, at: usize) -> bool {
        if self
            .byte(at.wrapping_sub(1))
            .is_ascii_digit()
        {
            let digits = self
                .bytes_before(at)
                .iter()
                .rev()
                .take(LONGEST_TIMES + 1)
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            return digits <= LONGEST_TIMES
                && self.is_clean_before(at - digits)
                && self.is_clean_after(at + 1);
        }
        self.is_between_numbers(at, 1)
    }

    /// Returns whether the `length` bytes at byte `at` have a gap and a number on either side.
    pub(super) fn is_between_numbers(&self, at: usize, length: usize) -> bool {
        let (Some(before), Some(after)) = (self.gap_before(at), self.gap_after(at + length)) else {
            return false;
        };
        self.byte((at - before).wrapping_sub(1))
            .is_ascii_digit()
            && self
                .byte(at + length + after)
                .is_ascii_digit()
    }

    /// Returns the length of the cross, `x` or colon at byte `at`.
    pub(super) fn ratio_sign(&self, at: usize) -> Option<usize> {
        match self.byte(at) {
            b'x' | b':' => Some(1),
            _ => self
                .bytes_from(at)
                .starts_with(CROSS.as_bytes())
                .then_some(CROSS.len()),
        }
    }
}

/// Returns whether one number and the next are the ends of a range.
fn is_range_of_numbers(left: &str, right: &str) -> bool {
    let is_plain = |number: &str| {
        let padded = number.len() > 1 && number.starts_with('0');
        is_digits(number) && !padded
    };
    // `5-2026` is the number of a document.
    let is_code = left.len() < 3 && is_year(right);
    let rises = left.len() < right.len() || left.len() == right.len() && left < right;
    is_plain(left) && is_plain(right) && !is_code && rises
}

/// Returns whether a text is all digits.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit())
}

/// Returns whether a number is a recent year.
pub(super) fn is_year(number: &str) -> bool {
    number.len() == 4
        && is_digits(number)
        && matches!(
            number.as_bytes(),
            [b'1', b'5'..=b'9', ..] | [b'2', b'0' | b'1', ..]
        )
}

/// Reads a time of day: minutes after midnight, and the sign between hours and minutes.
fn time(text: &str) -> Option<(u32, char)> {
    let sign = text
        .chars()
        .find(|c| matches!(c, ':' | '.'))?;
    let (hours, minutes) = text.split_once(sign)?;
    if !is_digits(hours) || hours.len() > 2 || !is_digits(minutes) || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes) = (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
    (hours <= 24 && minutes < 60).then_some((hours * 60 + minutes, sign))
}
