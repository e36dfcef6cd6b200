//! Looking around in a run: which bytes, characters and words are next to a position. Nothing looks
//! further than a rule needs, so a walk over a run is linear in its length.

use super::{BREAK, OPAQUE, Pass};
use crate::source::slice;

/// The longest word that a rule looks at, in bytes.
const LONGEST_WORD: usize = 40;

impl<'t> Pass<'t, '_> {
    /// Returns a byte; past either end, a line break.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes
            .get(at)
            .copied()
            .unwrap_or(b'\n')
    }

    /// Returns the bytes before `at`.
    pub(super) fn bytes_before(&self, at: usize) -> &'t [u8] {
        self.bytes
            .get(..at)
            .unwrap_or_default()
    }

    /// Returns the bytes from `at` on; none past the end.
    pub(super) fn bytes_from(&self, at: usize) -> &'t [u8] {
        self.bytes
            .get(at..)
            .unwrap_or_default()
    }

    /// Returns the character that ends before byte `at`.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        match self.bytes_before(at).last() {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => slice(self.text, 0..at)
                .chars()
                .next_back(),
            None => None,
        }
    }

    /// Returns the character that starts at byte `at`.
    pub(super) fn after(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => slice(self.text, at..self.text.len())
                .chars()
                .next(),
            None => None,
        }
    }

    /// Returns the length of the gap (a space, breaking or not) that ends before byte `at`.
    pub(super) fn gap_before(&self, at: usize) -> Option<usize> {
        match self.bytes_before(at) {
            [.., b' '] => Some(1),
            [.., 0xC2, 0xA0] => Some(2),
            [.., 0xE2, 0x80, 0xAF] => Some(3),
            _ => None,
        }
    }

    /// Returns the length of the gap that starts at byte `at`.
    pub(super) fn gap_after(&self, at: usize) -> Option<usize> {
        match self.bytes_from(at) {
            [b' ', ..] => Some(1),
            [0xC2, 0xA0, ..] => Some(2),
            [0xE2, 0x80, 0xAF, ..] => Some(3),
            _ => None,
        }
    }

    /// Returns the word that ends before byte `at`, without opening signs; its start is `at` less
    /// its length. Empty if it is longer than any rule looks at.
    pub(super) fn word_before(&self, at: usize) -> &'t str {
        let mut start = at;
        while let [.., last] = self.bytes_before(start)
            && *last != b'\n'
            && self.gap_before(start).is_none()
        {
            if at - start == LONGEST_WORD {
                return "";
            }
            start -= 1;
        }
        // The loop stops after an ASCII byte or a whole gap, so this is the start of a character.
        slice(self.text, start..at).trim_start_matches(is_opening)
    }

    /// Returns the word before the gap that ends at byte `at`; empty if there is none.
    pub(super) fn word_before_gap(&self, at: usize) -> &'t str {
        self.gap_before(at)
            .map_or("", |gap| self.word_before(at - gap))
    }

    /// Returns the word that starts at byte `at`, with all that is attached to its end.
    pub(super) fn word_after(&self, at: usize) -> &'t str {
        let mut end = at;
        while let Some(byte) = self.bytes.get(end)
            && *byte != b'\n'
            && self.gap_after(end).is_none()
        {
            if end - at == LONGEST_WORD {
                return "";
            }
            end += 1;
        }
        slice(self.text, at..end)
    }

    /// Returns whether a word or number may start at byte `at`: no part of a word is right before
    /// it.
    pub(super) fn is_clean_before(&self, at: usize) -> bool {
        self.before(at)
            .is_none_or(|c| is_space(c) || is_opening(c))
    }

    /// Returns whether a word or number may end at byte `at`: no part of a word follows it.
    pub(super) fn is_clean_after(&self, at: usize) -> bool {
        self.after(at)
            .is_none_or(|c| is_space(c) || is_closing(c))
            || self.byte(at) == b'.'
                && self
                    .after(at + 1)
                    .is_none_or(|c| c == '.' || is_space(c) || is_closing(c))
    }
}

/// Returns whether a character separates words.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | BREAK) || c.is_whitespace()
}

/// Returns whether a character belongs to a word.
pub(super) fn is_wordly(c: char) -> bool {
    c == OPAQUE || c.is_alphanumeric()
}

/// Returns whether a character opens what follows it.
pub(super) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '"' | '\'' | '„' | '‚' | '«' | '»' | '“' | '”' | '‘'
    )
}

/// Returns whether a character closes what precedes it.
pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '…'
            | '"'
            | '\''
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '»'
            | '«'
            | '%'
            | '–'
            | '—'
    )
}
