//! Spaces at which no line may break.

use super::Pass;
use super::dashes::{is_digits, is_year};
use super::look::{is_opening, is_space};
use crate::source::slice;

/// The most digits of a number without groups that counts or measures something; anything longer is
/// more likely a code.
const LONGEST_BARE: usize = 4;

impl Pass<'_, '_> {
    /// Returns whether no line may break at the space at byte `at`.
    pub(super) fn binds(&self, at: usize) -> bool {
        let (before, after) = (self.byte(at.wrapping_sub(1)), self.byte(at + 1));
        if self.is_between_words(at, before, after)
            || at == 0
            || is_blank(before)
            || is_blank(after)
            || self.gap_after(at + 1).is_some()
        {
            return false;
        }
        match after {
            b'-' | 0xE2 if self.is_dash(at + 1) => true,
            b'x' | b':' | 0xC3 if before.is_ascii_digit() && self.is_ratio(at + 1) => true,
            _ => self.binds_after(at, before, after),
        }
    }

    /// Returns whether the space is between two plain words of small letters, or at least where no
    /// rule can bind it. Most spaces are.
    fn is_between_words(&self, at: usize, before: u8, after: u8) -> bool {
        if !after.is_ascii_lowercase() || after == b'x' {
            return false;
        }
        match before {
            b'a'..=b'z' => {
                at > 1
                    && self
                        .byte(at - 2)
                        .is_ascii_alphanumeric()
            }
            b'A'..=b'Z' | b'0'..=b'9' | b'.' => false,
            0x80.. => !self.rules.wide_letters,
            _ => true,
        }
    }

    /// Returns whether what comes before the space binds it to what follows.
    fn binds_after(&self, at: usize, before: u8, after: u8) -> bool {
        match before {
            b'0'..=b'9' => self.binds_number(at),
            b'.' => self.binds_dot(at),
            b'x' | b':' if after.is_ascii_digit() && self.is_ratio(at - 1) => true,
            b'a'..=b'z' | b'A'..=b'Z' => self.binds_letter(at, 1) || self.binds_word(at),
            0x80.. => self.binds_wide(at),
            _ => false,
        }
    }

    fn is_ratio(&self, at: usize) -> bool {
        self.ratio_sign(at)
            .is_some_and(|length| self.is_between_numbers(at, length))
    }

    /// After a character beyond ASCII: a sign (`§`, `№`, `×`), a letter of another script, or the
    /// end of a word.
    fn binds_wide(&self, at: usize) -> bool {
        let is_number = self.byte(at + 1).is_ascii_digit();
        match self.bytes_before(at) {
            [.., 0xC2, 0xA7] | [.., 0xE2, 0x84, 0x96] => is_number,
            [.., 0xC3, 0x97] => is_number && self.is_ratio(at - 2),
            _ => self.rules.wide_letters && self.binds_letter(at, 2) || self.binds_word(at),
        }
    }

    /// After a word of one letter, `length` bytes long, that no line may end with.
    fn binds_letter(&self, at: usize, length: usize) -> bool {
        // The byte before tells most words from single letters.
        if at > length
            && matches!(self.byte(at - length - 1), b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9')
        {
            return false;
        }
        let Some(letter) = self
            .before(at)
            .filter(|letter| letter.len_utf8() == length)
        else {
            return false;
        };
        let start = at - length;
        if !self.is_clean_before(start) {
            return false;
        }
        if self.rules.letters.contains(letter) {
            return true;
        }
        self.rules.capitals.contains(letter)
            && self.starts_sentence(start)
            && !self
                .rules
                .links(self.word_after(at + 1))
    }

    /// Returns whether a sentence starts at byte `at`.
    fn starts_sentence(&self, at: usize) -> bool {
        let mut at = at;
        while let Some(c) = self
            .before(at)
            .filter(|c| is_opening(*c) && *c != '(')
        {
            at -= c.len_utf8();
            // A quotation opens with the start of a sentence.
            if self.before(at).is_none_or(is_space) {
                return true;
            }
        }
        let Some(gap) = self.gap_before(at) else {
            return self
                .before(at)
                .is_none_or(|c| c == '\n');
        };
        let mut end = at - gap;
        if let Some(c) = self
            .before(end)
            .filter(|c| matches!(c, '“' | '”' | '’' | '‘' | '»' | '"' | ')'))
        {
            end -= c.len_utf8();
        }
        self.before(end)
            .is_none_or(|c| matches!(c, '.' | '!' | '?' | '…' | ':' | '\n'))
    }

    /// After a word: before the number that it names (`strana 2`), or that of a ruler (`Karel
    /// IV.`).
    fn binds_word(&self, at: usize) -> bool {
        match self.byte(at + 1) {
            b'0'..=b'9' => {
                self.rules
                    .names_number(self.word_before(at))
                    && !self
                        .word_after(at + 1)
                        .get(..4)
                        .is_some_and(is_year)
            }
            b'I' | b'V' | b'X' if self.rules.ordinals => {
                let word = self.word_before(at);
                is_ordinal_roman(self.word_after(at + 1))
                    && word.chars().count() > 2
                    && word.starts_with(char::is_uppercase)
            }
            _ => false,
        }
    }

    /// After a number: before its sign, its unit, its next group, or what it counts.
    fn binds_number(&self, at: usize) -> bool {
        let Some(number) = self.number_before(at) else {
            return false;
        };
        let after = self.byte(at + 1);
        let first = number.trim_end_matches(|c: char| c.is_ascii_digit());
        let (_, digits) = number.split_at(first.len());
        if after.is_ascii_digit() {
            let may_go_on = first.is_empty() || number.starts_with('+') || first.ends_with('–');
            return may_go_on && self.is_group(at, number, digits.len());
        }
        if is_digits(number) && number.len() > LONGEST_BARE {
            return false;
        }
        if matches!(after, b'%' | b'$')
            || matches!(self.after(at + 1), Some('°' | '‰' | '€' | '£' | '′' | '″'))
        {
            return true;
        }
        let word = self.word_after(at + 1);
        if self.rules.measures(word) {
            return true;
        }
        let counts = !number.contains(['/', ':', '.']) && !is_year(digits);
        counts && self.rules.counts(word) && !self.is_named(at - number.len())
    }

    /// Returns the number that ends before byte `at`, with its sign and its other part (`8–12`,
    /// `8:30`, `99/2019`).
    fn number_before(&self, at: usize) -> Option<&str> {
        let mut start = at;
        while start > 0 && at - start < LONGEST_NUMBER {
            start -= match self.bytes_before(start) {
                [.., b'0'..=b'9' | b',' | b'.' | b':' | b'/' | b'-' | b'+'] => 1,
                [.., 0xE2, 0x80, 0x93] => 3,
                _ => break,
            };
        }
        let number = slice(self.text, start..at).trim_start_matches('-');
        (self.is_clean_before(start)
            && number.starts_with(|c: char| c.is_ascii_digit() || c == '+'))
        .then_some(number)
    }

    /// Returns whether the digits after byte `at` continue a number: three of them, or two of a
    /// postal code.
    fn is_group(&self, at: usize, number: &str, digits: usize) -> bool {
        let next = self
            .bytes_from(at + 1)
            .iter()
            .take(4)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let end = self.after(at + 1 + next);
        let is_clean = end
            .is_none_or(|c| !c.is_alphabetic() && !matches!(c, '/' | '-' | ':' | '×'))
            && !(end == Some('.')
                && self
                    .byte(at + 2 + next)
                    .is_ascii_digit());
        match next {
            3 => (1..=3).contains(&digits) && is_clean,
            2 => {
                self.rules.postal && digits == 3 && number.len() == 3 && self.is_clean_after(at + 3)
            }
            _ => false,
        }
    }

    /// Returns whether the number at byte `start` names something (`strana 5`, `§ 5`) and so counts
    /// nothing.
    fn is_named(&self, start: usize) -> bool {
        let word = self.word_before_gap(start);
        word == "§"
            || word == "№"
            || self.rules.names_number(word)
            || self.rules.is_before_number(word)
    }

    /// After a full stop: of a day or ordinal, of an initial, of an abbreviation.
    fn binds_dot(&self, at: usize) -> bool {
        let word = self.word_before(at);
        let Some(stem) = word
            .strip_suffix('.')
            .filter(|stem| !stem.is_empty() && stem.len() <= LONGEST_ABBREVIATION)
        else {
            return false;
        };
        if stem
            .bytes()
            .all(|byte| byte.is_ascii_digit())
        {
            return self.binds_ordinal(at, stem);
        }
        let next = self.after(at + 1).unwrap_or(' ');
        if next.is_ascii_digit() || next == '+' {
            return self.rules.is_before_number(word);
        }
        let mut letters = stem.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return self.binds_initial(at, letter, next);
        }
        let following = self.word_after(at + 1);
        if self.rules.is_title(word) {
            return next.is_uppercase() || self.rules.is_title(following);
        }
        let is_noun = next.is_lowercase() && !self.rules.is_weak(following);
        self.rules.is_before_letter(word) && (is_point(following) || is_letter_with_dot(following))
            || self.rules.is_thousands(word) && (is_noun || self.rules.measures(following))
            || self.rules.ordinals && is_noun && is_roman(stem)
    }

    /// After the full stop of a number: before a month or what is ordered, and between day and
    /// month.
    fn binds_ordinal(&self, at: usize, number: &str) -> bool {
        let following = self.word_after(at + 1);
        if !self.rules.ordinals || number.len() > 3 || !self.is_clean_before(at - number.len() - 1)
        {
            return false;
        }
        match following.as_bytes() {
            [b'0'..=b'9', b'.', ..] | [b'0'..=b'9', b'0'..=b'9', b'.', ..] => number.len() <= 2,
            _ if following.starts_with(char::is_lowercase) => !self.rules.is_weak(following),
            _ => self.rules.is_month(following),
        }
    }

    /// After one letter with a full stop: before the next of an abbreviation (`s. r. o.`) and
    /// between initials and a name.
    fn binds_initial(&self, at: usize, letter: char, next: char) -> bool {
        let following = self.word_after(at + 1);
        let start = at - 1 - letter.len_utf8();
        if letter.is_lowercase() {
            let joins = self.rules.joins_capitals || next.is_lowercase();
            return joins && is_letter_with_dot(following)
                || next.is_uppercase()
                    && self
                        .rules
                        .is_title(slice(self.text, start..at));
        }
        letter.is_uppercase()
            && next.is_uppercase()
            && is_name(following)
            && !self
                .rules
                .names_number(self.word_before_gap(start))
    }
}

/// The longest number that is looked at, in bytes.
const LONGEST_NUMBER: usize = 24;

/// The longest abbreviation that is looked at, in bytes, without its full stop.
const LONGEST_ABBREVIATION: usize = 12;

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
}

/// Returns whether a word is a letter with a bracket: `a)`, also before a comma.
fn is_point(word: &str) -> bool {
    let bare = word
        .strip_suffix([',', '.', ';'])
        .unwrap_or(word);
    bare.ends_with(')') && word.chars().nth(1) == Some(')')
}

/// Returns whether a word is one letter and a full stop, with whatever may be attached to them.
fn is_letter_with_dot(word: &str) -> bool {
    let mut letters = word.chars();
    letters
        .next()
        .is_some_and(char::is_alphabetic)
        && letters.next() == Some('.')
        && !letters
            .next()
            .is_some_and(char::is_alphanumeric)
}

/// Returns whether a word is a name or an initial rather than an abbreviation in capitals.
fn is_name(word: &str) -> bool {
    word.chars()
        .nth(1)
        .is_some_and(|c| c == '.' || c.is_lowercase())
}

fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// Returns whether a word is an ordinal in Roman numerals: `IV.`, also with what closes it.
fn is_ordinal_roman(word: &str) -> bool {
    word.split_once('.')
        .is_some_and(|(number, rest)| is_roman(number) && !rest.starts_with(char::is_alphanumeric))
}
