//! Lists of words, and what those of a language say of a word in a run. Most words are in no list,
//! which is told by a few of their bytes; the rest are looked up in order.

use super::languages::Rules;
use super::look::is_closing;

/// A sorted list of words.
#[derive(Clone, Copy)]
pub(super) struct List {
    words: &'static [&'static str],
    /// A bit for what the words start with, by three bytes.
    starts: Bits,
    /// A bit for each word, by its first three bytes, its last and its length.
    wholes: Bits,
}

/// As many bits as keep the lists, of some sixty words at most, sparse.
type Bits = [u64; 16];

impl List {
    /// An empty list.
    pub(super) const EMPTY: Self = Self::of(&[]);

    /// Makes a list of sorted words of one byte or more.
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let (mut starts, mut wholes) = ([0; 16], [0; 16]);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            let (start, whole) = (start(word), whole(word));
            starts[start / 64] |= 1 << (start % 64);
            wholes[whole / 64] |= 1 << (whole % 64);
            at += 1;
        }
        Self {
            words,
            starts,
            wholes,
        }
    }

    /// Returns whether the list is in order, as it must be.
    #[cfg(test)]
    pub(super) fn is_sorted(&self) -> bool {
        self.words.windows(2).all(|pair| pair[0] < pair[1])
    }

    /// Returns whether the list holds a word.
    fn holds(&self, word: &str) -> bool {
        let bit = whole(word.as_bytes());
        self.wholes[bit / 64] >> (bit % 64) & 1 == 1 && self.words.binary_search(&word).is_ok()
    }

    /// Returns what follows the words of the list with which a word of two bytes or more starts.
    fn endings<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let bit = start(word.as_bytes());
        let may_hold = self.starts[bit / 64] >> (bit % 64) & 1 == 1;
        let before = if may_hold {
            self.words.partition_point(|stem| *stem <= word)
        } else {
            0
        };
        // Every stem of the word stands before it, behind others that share its beginning.
        let near = self.words[..before]
            .iter()
            .rev()
            .take_while(|stem| stem.as_bytes().get(..2) == word.as_bytes().get(..2));
        near.filter_map(|stem| word.strip_prefix(stem))
    }
}

/// Returns the bit of a word's first three bytes; only a stem of two is found in no longer word.
const fn start(word: &[u8]) -> usize {
    match word {
        [first, second, third, ..] => {
            (*first as usize * 37 + *second as usize * 5 + *third as usize * 101) % 1024
        }
        [first, second] => (*first as usize * 37 + *second as usize * 5) % 1024,
        _ => 0,
    }
}

/// Returns the bit of a word.
const fn whole(word: &[u8]) -> usize {
    match word {
        [first, .., last] => {
            (start(word) + *first as usize + *last as usize * 67 + word.len() * 131) % 1024
        }
        [only] => *only as usize,
        [] => 0,
    }
}

impl Rules {
    /// Returns whether a word names the number behind it: `strana 2`, `priorita 3`.
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

    /// Returns whether an abbreviation stands before a number: `č. 9`.
    pub(super) fn is_before_number(&self, word: &str) -> bool {
        self.before_number.holds(word)
            || !word.starts_with(|c: char| c.is_ascii_lowercase())
                && Lowered::of(word).is_some_and(|word| self.before_number.holds(word.as_str()))
    }

    /// Returns whether an abbreviation stands before a letter: `písm. a)`, `př. n. l.`
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
        let word = word.find('/').map_or(word, |end| &word[..end]);
        self.units.holds(bare(word))
    }

    /// Returns whether a word is what a number counts: a noun, as far as that can be told.
    pub(super) fn counts(&self, word: &str) -> bool {
        self.counted && word.starts_with(char::is_lowercase) && !self.is_weak(word)
    }

    /// Returns whether a word is surely no noun.
    pub(super) fn is_weak(&self, word: &str) -> bool {
        let word = bare(word);
        word.chars().nth(1).is_none() || self.weak.holds(word)
    }

    /// Returns whether a word links two letters that stand for something: `A nebo B`.
    pub(super) fn links(&self, word: &str) -> bool {
        self.links.holds(bare(word))
    }

    /// Returns whether a word is a month that is written with a capital.
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
        bytes[..length].copy_from_slice(word.as_bytes());
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
        std::str::from_utf8(&self.0[..self.1]).unwrap_or_default()
    }
}

/// Returns a word without what is attached to its end.
fn bare(word: &str) -> &str {
    match word.as_bytes().last() {
        Some(last) if last.is_ascii_alphanumeric() => word,
        _ => word.trim_end_matches(|c: char| c.is_ascii_punctuation() || is_closing(c)),
    }
}
