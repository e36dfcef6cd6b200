//! Collation: the order in which a language puts words, by ICU's data (CLDR). `site` decides what
//! is sorted, and by which text.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale_core::Locale;

/// The order of one language: letters first, then accents, then case; Czech `ch` follows `h`.
///
/// Texts that differ but weigh the same are equal here, so for a total order something else must be
/// compared next.
#[derive(Debug)]
pub struct Collation {
    /// None only if ICU has lost its embedded data; then code points are compared, rather than
    /// failing the build.
    collator: Option<CollatorBorrowed<'static>>,
}

impl Collation {
    /// Makes the order of `language`, or the one for all languages (CLDR root) if it is not known.
    pub fn new(language: &str) -> Self {
        let of =
            |locale: Locale| CollatorBorrowed::try_new(locale.into(), CollatorOptions::default());
        Self {
            collator: of(super::locale(language))
                .or_else(|_| of(Locale::UNKNOWN))
                .ok(),
        }
    }

    /// Returns a sort key of `text`: keys compare as their texts do, but faster.
    pub fn key(&self, text: &str) -> Box<[u8]> {
        let Some(collator) = &self.collator else {
            return text.as_bytes().into();
        };
        let mut key = Vec::new();
        let Ok(()) = collator.write_sort_key_to(text, &mut key);
        key.into_boxed_slice()
    }

    /// Compares two texts.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator
            .as_ref()
            .map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Checks that `ordered` is in order, each text before the next, by comparison and by key.
    fn check(language: &str, ordered: &[&str]) {
        let collation = Collation::new(language);
        for pair in ordered.windows(2) {
            assert_eq!(
                collation.compare(pair[0], pair[1]),
                Ordering::Less,
                "{pair:?} ({language})"
            );
            assert!(
                collation.key(pair[0]) < collation.key(pair[1]),
                "{pair:?} ({language})"
            );
        }
    }

    #[test]
    fn czech_puts_ch_after_h() {
        check(
            "cs",
            &[
                "cibule",
                "cukr",
                "Čech",
                "čtvrt",
                "dům",
                "hora",
                "hůl",
                "chata",
                "Chrastava",
                "i",
                "rak",
                "řeka",
                "sen",
                "šest",
                "žák",
            ],
        );
        check("cs", &["data", "dáta", "ďata", "e"]);
        check("en", &["chair", "hotel", "řeka", "sen"]);
    }

    #[test]
    fn ukrainian_and_others_have_their_order() {
        check(
            "uk",
            &[
                "гора",
                "Ґанок",
                "дім",
                "евро",
                "єдність",
                "жито",
                "з",
                "и",
                "і",
                "ї",
                "й",
                "к",
                "ч",
                "щ",
                "ь",
                "ю",
                "я",
            ],
        );
        check("pl", &["lampa", "łąka", "mama"]);
        check("de", &["Apfel", "Ärzte", "Azubi"]);
        check("sk", &["cukor", "čaj", "hora", "chata"]);
    }

    #[test]
    fn an_unknown_language_has_the_order_of_all() {
        check("not a tag", &["a", "á", "b", "ch", "h"]);
        check("xx", &["a", "á", "b", "ch", "h"]);
    }

    #[test]
    fn the_same_letters_weigh_the_same() {
        let czech = Collation::new("cs");
        assert_eq!(czech.compare("\u{10d}aj", "c\u{30c}aj"), Ordering::Equal);
        assert_eq!(czech.key("\u{10d}aj"), czech.key("c\u{30c}aj"));
    }

    proptest! {
        #[test]
        fn keys_compare_as_their_texts_do(
            a in "[a-eA-Echč ]{0,6}|\\PC{0,6}",
            b in "[a-eA-Echč ]{0,6}|\\PC{0,6}",
        ) {
            let czech = Collation::new("cs");
            prop_assert_eq!(czech.key(&a).cmp(&czech.key(&b)), czech.compare(&a, &b));
        }
    }
}
