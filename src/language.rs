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

use icu_locale_core::Locale;

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

/// Returns whether `tag` is a well-formed language tag (BCP 47): `cs`, `pt-BR`. It need not name a
/// language that exists.
pub fn is_tag(tag: &str) -> bool {
    Locale::try_from_str(tag).is_ok()
}

/// Returns the language that a file's suffix looks like, in any case: `uk` for `uk` and for the
/// country `ua`; none for other suffixes.
pub fn looks_like_language(suffix: &str) -> Option<&'static str> {
    let meant = COUNTRIES
        .iter()
        .find(|(country, _)| country.eq_ignore_ascii_case(suffix))
        .map(|(_, language)| *language);
    meant.or_else(|| {
        CODES
            .split(' ')
            .find(|code| code.eq_ignore_ascii_case(suffix))
    })
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
