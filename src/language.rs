//! What a language needs: typography, slugs, words of addresses, stems for search, messages
//! (Fluent), days, numbers, order, and the tags and suffixes that name languages. Nothing here
//! reads a file or prints; `config` alone knows which languages a site has.

mod addresses;
mod calendar;
mod characters;
mod collation;
mod day;
mod messages;
mod numbers;
mod slug;
mod stems;
mod typography;

use std::borrow::Cow;

use icu_locale_core::Locale;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub use addresses::{easy_slug, heading_slug, search_slug};
pub(crate) use calendar::{Weekday, month, month_after_a_stop};
pub(crate) use characters::{Strange, Stranger, cleaned, code_point, strangers};
pub use collation::Collation;
pub use day::{Day, NoSuchDay, known_timezone, timezone_names};
pub use messages::{Argument, MessageError, MessageFault, Messages, ToolLanguage, tool_messages};
pub use numbers::size;
pub use slug::{slug, transliterated_name};
pub use stems::{Stemmer, folded, stop_words, words};
pub use typography::{BREAK, Edit, OPAQUE, Typography, edited};

/// The two-letter codes of ISO 639-1, in the order in which its registration authority (the Library
/// of Congress) lists them.
const CODES: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy \
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg \
    li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or \
    os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta \
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Codes of countries (ISO 3166-1) that are not codes of languages, with the language that people
/// mean by them.
const COUNTRIES: &[(&str, &str)] = &[
    ("at", "de"),
    ("cz", "cs"),
    ("gb", "en"),
    ("ua", "uk"),
    ("us", "en"),
    ("vn", "vi"),
];

/// Codes of three letters (ISO 639-2) for languages that have one of two, which BCP 47 wants to be
/// used instead (RFC 5646, section 2.2.1).
const LONG_CODES: &[(&str, &str)] = &[
    ("ces", "cs"),
    ("cze", "cs"),
    ("deu", "de"),
    ("eng", "en"),
    ("ger", "de"),
    ("pol", "pl"),
    ("rus", "ru"),
    ("slk", "sk"),
    ("slo", "sk"),
    ("ukr", "uk"),
    ("vie", "vi"),
];

/// Languages usually written from right to left (the likely scripts of CLDR).
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// Scripts written from right to left (ISO 15924).
const RIGHT_TO_LEFT_SCRIPTS: &[&str] = &["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// Returns whether `tag` is a well-formed language tag (BCP 47): `cs`, `pt-BR`. It need not name a
/// language that exists.
pub fn is_tag(tag: &str) -> bool {
    Locale::try_from_str(tag).is_ok()
}

/// Returns whether `tag` is well formed and begins with the code of a language. Of codes of three
/// letters, which number thousands, only those with a shorter form are refused.
pub fn is_language(tag: &str) -> bool {
    let code = primary(tag).to_ascii_lowercase();
    let is_code = match code.len() {
        2 => CODES
            .split(' ')
            .any(|known| known == code),
        3 => of_table(LONG_CODES, &code).is_none(),
        _ => false,
    };
    is_code && is_tag(tag)
}

/// Returns the language that was likely meant by a tag that is not one: `cs` for `cz`, `ces` and
/// `cs_CZ`.
pub fn meant_language(tag: &str) -> Option<&'static str> {
    let code = tag
        .split(['-', '_'])
        .next()
        .unwrap_or(tag);
    of_table(LONG_CODES, code).or_else(|| looks_like_language(code))
}

/// Returns the language that a file's suffix looks like, in any case: `uk` for `uk` and for the
/// country `ua`; none for other suffixes.
pub fn looks_like_language(suffix: &str) -> Option<&'static str> {
    of_table(COUNTRIES, suffix).or_else(|| {
        CODES
            .split(' ')
            .find(|code| code.eq_ignore_ascii_case(suffix))
    })
}

/// Finds the language that a table has for a code.
fn of_table(table: &[(&str, &'static str)], code: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(code))
        .map(|(_, language)| *language)
}

/// Joins accents to their letters (NFC): a name copied from a Mac has them apart.
pub fn composed(text: &str) -> Cow<'_, str> {
    match text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    }
}

/// Returns whether two tags name the same language, whatever the region: `de` and `de-AT`.
pub(crate) fn is_same_language(one: &str, other: &str) -> bool {
    primary(one).eq_ignore_ascii_case(primary(other))
}

/// Returns whether a language is written from right to left.
pub fn is_right_to_left(language: &str) -> bool {
    let script = locale(language).id.script;
    match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.as_str()),
        None => RIGHT_TO_LEFT.contains(&primary(language)),
    }
}

/// Reads a language tag for ICU; an invalid tag becomes `und`, with the data of no particular
/// language.
fn locale(language: &str) -> Locale {
    Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN)
}

/// Returns the language of a tag without its script, region and the like: `de` for `de-AT`.
fn primary(language: &str) -> &str {
    language
        .split('-')
        .next()
        .unwrap_or(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_well_formed() {
        for tag in [
            "cs",
            "uk",
            "en-GB",
            "zh-Hant-TW",
            "sr-Latn",
            "de-CH-1996",
            "und",
            "EN",
        ] {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in [
            "",
            "c",
            "cs_CZ",
            "cs-",
            "-cs",
            "česky",
            "easy",
            "en GB",
            "languages-and-more",
            "../x",
        ] {
            assert!(!is_tag(tag), "{tag}");
        }
    }

    #[test]
    fn some_languages_are_written_from_right_to_left() {
        for tag in ["ar", "he-IL", "fa", "ku-Arab", "az-Arab"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["cs", "vi", "ku", "ar-Latn", ""] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }

    #[test]
    fn codes_that_no_standard_knows_are_no_languages() {
        for tag in [
            "cs",
            "uk",
            "en-GB",
            "EN",
            "sr-Latn",
            "rue",
            "hsb",
            "und",
            "zh-Hant-TW",
        ] {
            assert!(is_language(tag), "{tag}");
        }
        for (tag, meant) in [
            ("cz", Some("cs")),
            ("UA", Some("uk")),
            ("cz-CZ", Some("cs")),
            ("ces", Some("cs")),
            ("cs_CZ", Some("cs")),
            ("vn", Some("vi")),
            ("xx", None),
            ("czech", None),
            ("", None),
            ("č", None),
        ] {
            assert!(!is_language(tag), "{tag}");
            assert_eq!(meant_language(tag), meant, "{tag}");
        }
    }

    #[test]
    fn suffixes_look_like_languages() {
        for (suffix, language) in [
            ("cs", "cs"),
            ("uk", "uk"),
            ("EN", "en"),
            ("cz", "cs"),
            ("ua", "uk"),
            ("us", "en"),
            ("at", "de"),
        ] {
            assert_eq!(looks_like_language(suffix), Some(language), "{suffix}");
        }
        for suffix in ["", " ", "easy", "v2", "xx", "cs uk", "ces", "č"] {
            assert_eq!(looks_like_language(suffix), None, "{suffix}");
        }
    }

    #[test]
    fn the_codes_of_languages_are_complete_and_none_is_a_country() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert_eq!(codes.len(), 183);
        assert!(
            codes
                .iter()
                .all(|code| code.len() == 2)
                && codes.is_sorted()
        );
        assert!(
            COUNTRIES
                .iter()
                .all(|(country, language)| !codes.contains(country) && codes.contains(language))
        );
    }
}
