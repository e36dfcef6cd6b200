//! What the word lists of a language say of a word in a run.

use super::languages::Rules;
use super::look::is_closing;

impl Rules {
    /// Returns whether a word names the number after it: `strana 2`, `priorita 3`.
    pub(super) fn names_number(&self, word: &str) -> bool {
        let names = |word: &str| {
            self.names
                .endings(word)
                .any(|ending| ending.is_empty() || self.endings.holds(ending))
        };
        names(word)
            || !word.starts_with(|c: char| c.is_ascii_lowercase())
                && Lowered::of(word).is_some_and(|word| names(word.as_str()))
    }

    /// Returns whether an abbreviation comes before a number: `č. 9`.
    pub(super) fn is_before_number(&self, word: &str) -> bool {
        self.before_number.holds(word)
            || !word.starts_with(|c: char| c.is_ascii_lowercase())
                && Lowered::of(word).is_some_and(|word| {
                    self.before_number
                        .holds(word.as_str())
                })
    }

    /// Returns whether an abbreviation comes before a letter: `písm. a)`, `př. n. l.`
    pub(super) fn is_before_letter(&self, word: &str) -> bool {
        self.before_letter.holds(word)
    }

    /// Returns whether a word is a title before a name: `Ing. Novák`.
    pub(super) fn is_title(&self, word: &str) -> bool {
        self.titles.holds(word)
    }

    /// Returns whether a word stands for thousands and more: `5 tis. Kč`.
    pub(super) fn is_thousands(&self, word: &str) -> bool {
        self.thousands.holds(word)
    }

    /// Returns whether a word is a unit of what a number measures, with what may be attached to it.
    pub(super) fn measures(&self, word: &str) -> bool {
        let word = word
            .split_once('/')
            .map_or(word, |(unit, _)| unit);
        self.units.holds(bare(word))
    }

    /// Returns whether a word is what a number counts: a noun, as far as can be told.
    pub(super) fn counts(&self, word: &str) -> bool {
        self.counted && word.starts_with(char::is_lowercase) && !self.is_weak(word)
    }

    /// Returns whether a word is certainly not a noun.
    pub(super) fn is_weak(&self, word: &str) -> bool {
        let word = bare(word);
        word.chars().nth(1).is_none() || self.weak.holds(word)
    }

    /// Returns whether a word links two letters that stand for something: `A nebo B`.
    pub(super) fn links(&self, word: &str) -> bool {
        self.links.holds(bare(word))
    }

    /// Returns whether a word is a month written with a capital.
    pub(super) fn is_month(&self, word: &str) -> bool {
        self.months.holds(bare(word))
    }
}

/// The longest word that is looked up whatever its case, in bytes.
const LONGEST: usize = 24;

/// A word of two bytes or more that starts with a small letter, whatever it was.
struct Lowered([u8; LONGEST], usize);

impl Lowered {
    fn of(word: &str) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        let length = word.len();
        if !(2..=LONGEST).contains(&length) {
            return None;
        }
        bytes
            .get_mut(..length)?
            .copy_from_slice(word.as_bytes());
        match word.chars().next()? {
            first if first.is_ascii() => bytes[0] = first.to_ascii_lowercase() as u8,
            first if first.is_lowercase() => {}
            first => {
                let small = first
                    .to_lowercase()
                    .next()
                    .filter(|small| small.len_utf8() == first.len_utf8())?;
                small.encode_utf8(&mut bytes);
            }
        }
        Some(Self(bytes, length))
    }

    fn as_str(&self) -> &str {
        let bytes = self
            .0
            .get(..self.1)
            .unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// Returns a word without what is attached to its end.
fn bare(word: &str) -> &str {
    match word.as_bytes().last() {
        Some(last) if last.is_ascii_alphanumeric() => word,
        _ => word.trim_end_matches(|c: char| c.is_ascii_punctuation() || is_closing(c)),
    }
}
