//! Looking around in a run: what stands beside a byte, and which word. Words are looked at as far
//! as a rule needs, no further, so that a walk over a run is linear in its length.

use super::{BREAK, OPAQUE, Pass};

/// The longest word that a rule looks at, in bytes.
const LONGEST_WORD: usize = 40;

impl<'t> Pass<'t, '_> {
    /// Returns a byte; past the ends, a line break.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'\n')
    }

    /// Returns the character that ends before byte `at`.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        match at.checked_sub(1).map(|last| self.bytes[last]) {
            Some(byte) if byte.is_ascii() => Some(char::from(byte)),
            Some(_) => self.text[..at].chars().next_back(),
            None => None,
        }
    }

    /// Returns the character that starts at byte `at`.
    pub(super) fn after(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    /// Returns the length of the gap (a space, breaking or not) that ends before byte `at`.
    pub(super) fn gap_before(&self, at: usize) -> Option<usize> {
        match self.bytes[..at] {
            [.., b' '] => Some(1),
            [.., 0xC2, 0xA0] => Some(2),
            [.., 0xE2, 0x80, 0xAF] => Some(3),
            _ => None,
        }
    }

    /// Returns the length of the gap that starts at byte `at`.
    pub(super) fn gap_after(&self, at: usize) -> Option<usize> {
        match self.bytes.get(at..).unwrap_or_default() {
            [b' ', ..] => Some(1),
            [0xC2, 0xA0, ..] => Some(2),
            [0xE2, 0x80, 0xAF, ..] => Some(3),
            _ => None,
        }
    }

    /// Returns the word that ends before byte `at`, without what opens it; its start is `at` less
    /// its length. It is empty if it is longer than rules look at.
    pub(super) fn word_before(&self, at: usize) -> &'t str {
        let mut start = at;
        while start > 0 && self.bytes[start - 1] != b'\n' && self.gap_before(start).is_none() {
            if at - start == LONGEST_WORD {
                return "";
            }
            start -= 1;
        }
        // The loop stops behind an ASCII byte or a whole gap, so this is the start of a character.
        self.text[start..at].trim_start_matches(is_opening)
    }

    /// Returns the word before the gap that ends at byte `at`; empty if there is none.
    pub(super) fn word_before_gap(&self, at: usize) -> &'t str {
        self.gap_before(at)
            .map_or("", |gap| self.word_before(at - gap))
    }

    /// Returns the word that starts at byte `at`, with all that is attached to its end.
    pub(super) fn word_after(&self, at: usize) -> &'t str {
        let mut end = at;
        while end < self.bytes.len() && self.bytes[end] != b'\n' && self.gap_after(end).is_none() {
            if end - at == LONGEST_WORD {
                return "";
            }
            end += 1;
        }
        &self.text[at..end]
    }

    /// Returns whether nothing of a word stands right before byte `at`: a word or number may start
    /// there.
    pub(super) fn is_clean_before(&self, at: usize) -> bool {
        self.before(at).is_none_or(|c| is_space(c) || is_opening(c))
    }

    /// Returns whether nothing of a word stands at byte `at`: a word or number may end there.
    pub(super) fn is_clean_after(&self, at: usize) -> bool {
        self.after(at).is_none_or(|c| is_space(c) || is_closing(c))
            || self.byte(at) == b'.'
                && self
                    .after(at + 1)
                    .is_none_or(|c| c == '.' || is_space(c) || is_closing(c))
    }
}

/// Returns whether a character parts words.
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
