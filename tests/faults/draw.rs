//! Draws faults by a seed.

use std::fmt;

use crate::constructs::Place;

/// What can happen to a character. The operators are fixed: each is as likely as the others.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Operator {
    Drop,
    Double,
    /// Swaps it with the next character.
    Swap,
}

const OPERATORS: [Operator; 3] = [Operator::Drop, Operator::Double, Operator::Swap];

/// One fault in one file.
pub(crate) struct Fault<'p> {
    pub(crate) place: &'p Place,
    pub(crate) operator: Operator,
}

impl<'p> Fault<'p> {
    /// Draws a construct, then one of its places, then an operator, so that rare constructs count
    /// as much as common ones.
    pub(crate) fn draw(places: &'p [Vec<Place>], random: &mut Random) -> Self {
        let of_construct = random.pick(places);
        Self {
            place: random.pick(of_construct),
            operator: *random.pick(&OPERATORS),
        }
    }

    /// Returns whether the fault, which is in this text, has moved a line break.
    pub(crate) fn moves_line_break(&self, text: &str) -> bool {
        let moved = text.as_bytes().get(self.place.at);
        matches!(self.operator, Operator::Swap) && moved == Some(&b'\n')
    }

    /// Returns the text with the fault.
    pub(crate) fn apply(&self, text: &str) -> String {
        let (before, from) = text.split_at(self.place.at);
        let mut rest = from.chars();
        let Some(sign) = rest.next() else {
            return text.to_owned();
        };
        let after = rest.as_str();
        match self.operator {
            Operator::Drop => format!("{before}{after}"),
            Operator::Double => format!("{before}{sign}{sign}{after}"),
            Operator::Swap => match rest.next() {
                Some(next) => format!("{before}{next}{sign}{}", rest.as_str()),
                None => text.to_owned(),
            },
        }
    }
}

impl fmt::Display for Fault<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place {
            file,
            line,
            column,
            construct,
            ..
        } = self.place;
        let operator = self.operator;
        write!(out, "{file}:{line}:{column} {construct:?} {operator:?}")
    }
}

/// A sequence of random numbers (SplitMix64), the same on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let count = u64::try_from(from.len()).expect("a length");
        let at = self.next() % count.max(1);
        from.get(usize::try_from(at).expect("an index"))
            .expect("something to pick from")
    }
}
