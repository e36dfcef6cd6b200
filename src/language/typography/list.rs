//! Sorted lists of words. Most words are in no list, which a few of their bytes tell; only the rest
//! are searched for.

/// A sorted list of words.
#[derive(Clone, Copy)]
pub(super) struct List {
    words: &'static [&'static str],
    /// A bit for what the words start with, by three bytes.
    starts: Bits,
    /// A bit for each word, by its first three bytes, its last and its length.
    wholes: Bits,
}

/// A set of numbers below 1024: enough to keep the bits of a list, of some sixty words at most,
/// sparse.
#[derive(Clone, Copy)]
struct Bits([u64; 16]);

impl Bits {
    const NONE: Self = Self([0; 16]);

    const fn add(&mut self, bit: usize) {
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    fn holds(&self, bit: usize) -> bool {
        let bits = self.0.get(bit / 64);
        bits.is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }
}

impl List {
    /// An empty list.
    pub(super) const EMPTY: Self = Self::of(&[]);

    /// Makes a list of sorted words of one byte or more.
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let (mut starts, mut wholes) = (Bits::NONE, Bits::NONE);
        let mut rest = words;
        while let [word, others @ ..] = rest {
            starts.add(start(word.as_bytes()));
            wholes.add(whole(word.as_bytes()));
            rest = others;
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
        self.words
            .windows(2)
            .all(|pair| pair[0] < pair[1])
    }

    /// Returns whether the list holds a word.
    pub(super) fn holds(&self, word: &str) -> bool {
        self.wholes
            .holds(whole(word.as_bytes()))
            && self
                .words
                .binary_search(&word)
                .is_ok()
    }

    /// Returns what is left of a word of two bytes or more behind each listed word that it starts
    /// with.
    pub(super) fn endings<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let before = if self
            .starts
            .holds(start(word.as_bytes()))
        {
            self.words
                .partition_point(|stem| *stem <= word)
        } else {
            0
        };
        // Stems of the word sort before it, next to others that share its beginning.
        let (before, _) = self.words.split_at(before);
        let near = before
            .iter()
            .rev()
            .take_while(|stem| stem.as_bytes().get(..2) == word.as_bytes().get(..2));
        near.filter_map(|stem| word.strip_prefix(stem))
    }
}

/// Returns the bit of a word's first three bytes. A stem of only two is not found in longer words.
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
