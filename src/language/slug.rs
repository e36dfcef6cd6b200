//! Slugs: any text as a lower-case ASCII part of an address, by the rules of its language. `route`
//! decides what an address may contain; `site` finds clashes of slugs.

use std::borrow::Cow;

use deunicode::deunicode_char;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Returns `text` as a part of an address: `[a-z0-9]` and single hyphens, none at the ends; empty
/// if the text has no letter or digit.
///
/// Ukrainian is transliterated by the table of the resolution of the Cabinet of Ministers of
/// Ukraine No. 55 of 27 January 2010 (KMU 55/2010), and so is text in another language that holds a
/// letter of Ukrainian; German umlauts become two letters in German only.
pub fn slug(text: &str, language: &str) -> String {
    join(&latin(text, language), "")
}

/// Returns the name of an attachment as a part of an address: a slug that keeps the dots and
/// underscores inside it: `zadost-o-praci-2.pdf`.
///
/// Hyphens are only between letters and digits (`Příloha č. 2.pdf` → `priloha-c.2.pdf`). Empty if
/// there is no letter or digit before the extension.
pub fn transliterated_name(file_name: &str) -> String {
    let name = join(&latin(file_name, ""), "._");
    let name = name.trim_end_matches(EDGES);
    let (stem, extension) = name
        .rsplit_once('.')
        .unwrap_or((name, ""));
    match stem.trim_matches(EDGES) {
        "" => String::new(),
        stem if extension.is_empty() => stem.to_owned(),
        stem => format!("{stem}.{extension}"),
    }
}

/// Characters that neither a name nor its stem may start or end with.
const EDGES: [char; 3] = ['.', '-', '_'];

/// Letters that make a text in any language count as Ukrainian.
const UKRAINIAN: [char; 4] = ['є', 'і', 'ї', 'ґ'];

/// Characters used as apostrophes, including the letter U+02BC, the grave and the acute accent.
pub(super) const APOSTROPHES: [char; 6] = ['\'', '’', 'ʼ', '‘', '`', '´'];

/// The alphabet of a text, as far as it changes the spelling.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    German,
    Ukrainian,
    Other,
}

impl Letters {
    /// Finds the letters of `text`, which is in lower case.
    fn of(text: &str, language: &str) -> Self {
        match super::primary(language) {
            "uk" => Self::Ukrainian,
            _ if text.contains(UKRAINIAN) => Self::Ukrainian,
            "de" => Self::German,
            _ => Self::Other,
        }
    }
}

/// Spells `text` in ASCII. Combining accents (in names of files from a Mac) are joined to their
/// letters first.
fn latin<'a>(text: &'a str, language: &str) -> Cow<'a, str> {
    if text.is_ascii() && super::primary(language) != "uk" {
        return Cow::Borrowed(text);
    }
    let text = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_lowercase(),
        IsNormalized::No | IsNormalized::Maybe => text
            .nfc()
            .collect::<String>()
            .to_lowercase(),
    };
    Cow::Owned(match Letters::of(&text, language) {
        Letters::German => text
            .chars()
            .map(|c| german(c).unwrap_or_else(|| other(c)))
            .collect(),
        Letters::Ukrainian => ukrainian(&text),
        Letters::Other => text.chars().map(other).collect(),
    })
}

/// Spells any other character; spaces and what cannot be spelled separate words, and so do signs:
/// `deunicode` would give a pictogram its English name. A character without a shape of its own,
/// such as a soft hyphen, is left out.
fn other(c: char) -> &'static str {
    // deunicode drops tabs and other control characters, which would join the words around them.
    if c.is_whitespace() || c.is_control() {
        return " ";
    }
    let spelled = deunicode_char(c).unwrap_or(" ");
    let is_kept = c.is_ascii() || c.is_alphanumeric() || is_combining_mark(c);
    if spelled.is_empty() || is_kept && !is_pictogram(c) {
        spelled
    } else {
        " "
    }
}

/// Returns whether a letter of Unicode is drawn as a sign: letters in squares and circles, and the
/// halves of flags.
fn is_pictogram(c: char) -> bool {
    matches!(c, '\u{1F100}'..='\u{1F1FF}')
}

/// Spells a letter that German writes as two where umlauts are not available.
fn german(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ => return None,
    })
}

/// Spells lower-case Ukrainian text by KMU 55/2010; apostrophes, the soft sign and stress marks are
/// left out and do not separate words.
fn ukrainian(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text
        .chars()
        .filter(|c| !is_silent(*c))
    {
        latin.push_str(match c {
            'г' if before == 'з' => "gh",
            _ if before.is_alphanumeric() => inside(c)
                .or_else(|| anywhere(c))
                .unwrap_or_else(|| other(c)),
            _ => anywhere(c).unwrap_or_else(|| other(c)),
        });
        before = c;
    }
    latin
}

/// Returns whether Ukrainian leaves `c` out when it is spelled in ASCII.
fn is_silent(c: char) -> bool {
    c == 'ь' || APOSTROPHES.contains(&c) || is_combining_mark(c)
}

/// Spells a letter that KMU 55/2010 spells differently inside a word than at its start.
fn inside(c: char) -> Option<&'static str> {
    Some(match c {
        'є' => "ie",
        'ї' | 'й' => "i",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

/// Spells a letter by KMU 55/2010, as at the start of a word.
fn anywhere(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'ґ' => "g",
        'д' => "d",
        'е' => "e",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' => "y",
        'і' => "i",
        'ї' => "yi",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

/// Joins the letters, the digits and the `kept` characters of ASCII `text`; anything else between
/// letters and digits becomes a hyphen.
fn join(text: &str, kept: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            joined.push(c.to_ascii_lowercase());
        } else if kept.contains(c) {
            joined.truncate(joined.trim_end_matches('-').len());
            joined.push(c);
        } else if joined.ends_with(|last: char| last.is_ascii_alphanumeric()) {
            joined.push('-');
        }
    }
    joined.truncate(joined.trim_end_matches('-').len());
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(language: &str, cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(slug(text, language), *expected, "{text} ({language})");
        }
    }

    #[test]
    fn czech_and_polish_lose_their_accents() {
        let cases = [
            (
                "Příliš žluťoučký kůň úpěl ďábelské ódy",
                "prilis-zlutoucky-kun-upel-dabelske-ody",
            ),
            ("Životopis a pohovor", "zivotopis-a-pohovor"),
            ("50+ let: co dál?", "50-let-co-dal"),
            (
                "  „Normální je pracovat“ – 1. díl… ",
                "normalni-je-pracovat-1-dil",
            ),
            ("a\u{a0}b\tc/d_e", "a-b-c-d-e"),
            ("ZAM\u{11a}STN\u{c1}N\u{cd}", "zamestnani"),
            ("zame\u{30c}stna\u{301}ni\u{301}", "zamestnani"),
            ("dlou\u{ad}ho", "dlouho"),
        ];
        check("cs", &cases);
        check(
            "pl",
            &[("Zażółć gęślą jaźń – Łódź", "zazolc-gesla-jazn-lodz")],
        );
    }

    #[test]
    fn german_umlauts_are_two_letters_in_german_only() {
        check(
            "de",
            &[
                ("Größe für Ärzte & Öl", "groesse-fuer-aerzte-oel"),
                ("u\u{308}ber", "ueber"),
                ("Café", "cafe"),
            ],
        );
        check("de-AT", &[("Jänner", "jaenner")]);
        check("cs", &[("Müller & Weiß", "muller-weiss")]);
    }

    #[test]
    fn ukrainian_follows_the_examples_of_the_resolution() {
        let cases = [
            ("Алушта", "alushta"),
            ("Борщагівка", "borshchahivka"),
            ("Вінниця", "vinnytsia"),
            ("Гадяч", "hadiach"),
            ("Згурський", "zghurskyi"),
            ("Ґалаґан", "galagan"),
            ("Єнакієве", "yenakiieve"),
            ("Гаєвич", "haievych"),
            ("Короп’є", "koropie"),
            ("Житомир", "zhytomyr"),
            ("Закарпаття", "zakarpattia"),
            ("Їжакевич", "yizhakevych"),
            ("Кадиївка", "kadyivka"),
            ("Мар’їне", "marine"),
            ("Йосипівка", "yosypivka"),
            ("Стрий", "stryi"),
            ("Олексій", "oleksii"),
            ("Харків", "kharkiv"),
            ("Біла Церква", "bila-tserkva"),
            ("Гоща", "hoshcha"),
            ("Юрій", "yurii"),
            ("Корюківка", "koriukivka"),
            ("Яготин", "yahotyn"),
            ("Костянтин", "kostiantyn"),
            ("Знам'янка", "znamianka"),
            ("Феодосія", "feodosiia"),
            ("Розгон", "rozghon"),
        ];
        check("uk", &cases);
    }

    #[test]
    fn ukrainian_words_start_anew_and_accents_do_not_start_one() {
        let cases = [
            ("ЗГОРАНИ", "zghorany"),
            ("«Єдність» – 'Яна' (Юля)", "yednist-yana-yulia"),
            ("Анна-Ярина", "anna-yaryna"),
            ("моє́ї", "moiei"),
            ("Ки\u{456}\u{308}в, и\u{306}од", "kyiv-yod"),
            ("об`єкт об´єкт обʼєкт", "obiekt-obiekt-obiekt"),
            ("Don't", "dont"),
            ("Робота ІТ 2.0", "robota-it-2-0"),
            ("Эйфель", "eifel"),
        ];
        check("uk", &cases);
        check("uk-UA", &[("Гоголь", "hohol")]);
    }

    #[test]
    fn ukrainian_is_known_by_its_letters_in_other_languages() {
        check(
            "cs",
            &[
                ("Київ", "kyiv"),
                ("Гоголь і Ґанок", "hohol-i-ganok"),
                ("Щука", "shchuka"),
                ("Don't", "don-t"),
            ],
        );
        check("de", &[("Київ", "kyiv")]);
    }

    #[test]
    fn signs_become_hyphens_and_no_english_words() {
        check(
            "cs",
            &[
                ("📌 Důležité", "dulezite"),
                ("Hotovo ✅", "hotovo"),
                ("Knihy 📚 a časopisy", "knihy-a-casopisy"),
                ("a❤️b", "a-b"),
                ("👩\u{200d}🦽 na vozíku", "na-voziku"),
                ("🇨🇿 česky", "cesky"),
                ("1️⃣ Krok", "1-krok"),
                ("Plat 20 000 € měsíčně", "plat-20-000-mesicne"),
                ("5 °C", "5-c"),
            ],
        );
        check("uk", &[("📌 Важливо", "vazhlyvo")]);
        check("de", &[("☎ Über uns", "ueber-uns")]);
    }

    #[test]
    fn some_texts_have_no_slug() {
        check(
            "cs",
            &[
                ("", ""),
                ("?!", ""),
                ("—", ""),
                ("\u{200b}", ""),
                (" - ", ""),
                ("\u{e000}", ""),
            ],
        );
        check("uk", &[("ь", ""), ("''", "")]);
    }

    #[test]
    fn names_of_attachments_keep_dots_and_underscores() {
        for (name, expected) in [
            ("Žádost o práci 2.PDF", "zadost-o-praci-2.pdf"),
            ("Příloha č. 2.pdf", "priloha-c.2.pdf"),
            ("foto_1.jpg", "foto_1.jpg"),
            ("plán - verze _ 2 .tar.gz", "plan-verze_2.tar.gz"),
            ("README", "readme"),
            (
                "Заява про роботу (Україна).docx",
                "zaiava-pro-robotu-ukraina.docx",
            ),
            ("konec.", "konec"),
            ("konec_._.", "konec"),
            ("_.a.", ""),
            ("a..č.", "a.c"),
            ("smlouva.«»", "smlouva"),
            ("..", ""),
            (".pdf", ""),
            ("…/._.pdf", ""),
            ("../../x.pdf", "x.pdf"),
        ] {
            assert_eq!(transliterated_name(name), expected, "{name}");
        }
    }

    /// Returns whether a text consists of small letters, digits and some other characters, none of
    /// which are at its ends.
    fn is_plain(made: &str, others: &[char]) -> bool {
        let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        made.chars()
            .all(|c| is_letter(c) || others.contains(&c))
            && !made.starts_with(others)
            && !made.ends_with(others)
    }

    proptest! {
        #[test]
        fn a_slug_is_of_allowed_characters_and_its_own_slug(
            text in "\\PC{0,24}|[а-яєіїґ'ьA-Z äöüß.-]{0,24}",
            language in prop::sample::select(&["cs", "de", "uk"]),
        ) {
            let made = slug(&text, language);
            prop_assert!(is_plain(&made, &['-']) && !made.contains("--"), "{made}");
            prop_assert_eq!(&slug(&made, language), &made);
        }

        #[test]
        fn the_name_of_an_attachment_is_a_segment_and_its_own_name(
            text in "\\PC{0,24}|[a-cč ._-]{0,12}",
        ) {
            let made = transliterated_name(&text);
            prop_assert!(is_plain(&made, &EDGES), "{made}");
            prop_assert_eq!(&transliterated_name(&made), &made);
        }
    }
}
