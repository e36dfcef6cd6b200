//! What the typography of languages differs in. Words are written as they stand within a sentence;
//! lists are sorted.

mod czech;
mod english;
mod german;
mod polish;
mod ukrainian;

use super::EN_DASH;
use super::list::List;

pub(super) use czech::CZECH;
pub(super) use english::ENGLISH;
pub(super) use german::GERMAN;
pub(super) use polish::POLISH;
pub(super) use ukrainian::UKRAINIAN;

/// The rules of a language.
pub(super) struct Rules {
    /// The quotes of the outer kind.
    pub(super) outer: [&'static str; 2],
    /// The quotes within quotes.
    pub(super) inner: [&'static str; 2],
    /// Whether single quotes that stand in no others are quotes as well.
    pub(super) single: bool,
    /// Whether an apostrophe within a word is set.
    pub(super) apostrophe: bool,
    /// Whether an apostrophe may end a word.
    pub(super) possessive: bool,
    /// The dash between spaces.
    pub(super) dash: &'static str,
    /// Words of one letter that no line may end with.
    pub(super) letters: &'static str,
    /// The same in capitals, which are such words only where a sentence starts.
    pub(super) capitals: &'static str,
    /// Whether these letters are of two bytes each.
    pub(super) wide_letters: bool,
    /// Whether a number is kept with what it counts.
    pub(super) counted: bool,
    /// Whether a number with a full stop is an ordinal.
    pub(super) ordinals: bool,
    /// Whether postal codes are written in groups of three and two digits.
    pub(super) postal: bool,
    /// Whether capitals take part in abbreviations of single letters: `z. B.`
    pub(super) joins_capitals: bool,
    /// Words that link letters: `A nebo B`.
    pub(super) links: List,
    /// Words that are no nouns, but stand behind numbers.
    pub(super) weak: List,
    /// Units, without full stops.
    pub(super) units: List,
    /// Stems of words that name the number behind them.
    pub(super) names: List,
    /// The endings of these stems.
    pub(super) endings: List,
    /// Abbreviations that stand before numbers.
    pub(super) before_number: List,
    /// Abbreviations that stand before single letters.
    pub(super) before_letter: List,
    /// Titles that stand before names.
    pub(super) titles: List,
    /// Abbreviations of thousands and more.
    pub(super) thousands: List,
    /// Months that are written with a capital.
    pub(super) months: List,
}

/// What the languages have in common; no language by itself.
const COMMON: Rules = Rules {
    outer: ["“", "”"],
    inner: ["‘", "’"],
    single: true,
    apostrophe: false,
    possessive: false,
    dash: EN_DASH,
    letters: "",
    capitals: "",
    wide_letters: false,
    counted: false,
    ordinals: true,
    postal: false,
    joins_capitals: false,
    links: List::EMPTY,
    weak: List::EMPTY,
    units: List::EMPTY,
    names: List::EMPTY,
    endings: List::EMPTY,
    before_number: List::EMPTY,
    before_letter: List::EMPTY,
    titles: List::EMPTY,
    thousands: List::EMPTY,
    months: List::EMPTY,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for rules in [CZECH, ENGLISH, GERMAN, POLISH, UKRAINIAN] {
            let Rules {
                links,
                weak,
                units,
                names,
                endings,
                before_number,
                before_letter,
                titles,
                thousands,
                months,
                ..
            } = rules;
            for list in [
                links,
                weak,
                units,
                names,
                endings,
                before_number,
                before_letter,
                titles,
                thousands,
                months,
            ] {
                assert!(list.is_sorted());
            }
        }
    }
}
