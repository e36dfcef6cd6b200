//! The words of addresses that no author writes, by language. They are chosen by hand because no
//! standard has them; a language without its own uses the English ones.

/// The words of one language, as slugs.
struct AddressWords {
    search: &'static str,
    /// Plain language in general: easy read, Leichte Sprache and tekst łatwy do czytania are norms
    /// that a text would have to meet.
    easy: &'static str,
    section: &'static str,
}

/// Returns the part of the address of the search page.
pub fn search_slug(language: &str) -> &'static str {
    AddressWords::of(language).search
}

/// Returns the last part of the address of a page's plain-reading version.
pub fn easy_slug(language: &str) -> &'static str {
    AddressWords::of(language).easy
}

/// Returns the identifier of a heading without a letter or digit.
pub fn heading_slug(language: &str) -> &'static str {
    AddressWords::of(language).section
}

impl AddressWords {
    fn of(language: &str) -> Self {
        match super::primary(language) {
            "cs" => Self {
                search: "hledani",
                easy: "jednoduse",
                section: "oddil",
            },
            "uk" => Self {
                search: "poshuk",
                easy: "prostoiu-movoiu",
                section: "rozdil",
            },
            "de" => Self {
                search: "suche",
                easy: "einfache-sprache",
                section: "abschnitt",
            },
            "pl" => Self {
                search: "szukaj",
                easy: "prosty-jezyk",
                section: "sekcja",
            },
            _ => Self {
                search: "search",
                easy: "plain-language",
                section: "section",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::slug;
    use super::*;

    #[test]
    fn the_words_are_the_slugs_of_words() {
        for (language, search, easy, section) in [
            ("cs", "Hledání", "Jednoduše", "Oddíl"),
            ("uk", "Пошук", "Простою мовою", "Розділ"),
            ("de-AT", "Suche", "Einfache Sprache", "Abschnitt"),
            ("pl", "Szukaj", "Prosty język", "Sekcja"),
            ("en", "Search", "Plain language", "Section"),
            ("fr", "Search", "Plain language", "Section"),
        ] {
            let words = [
                search_slug(language),
                easy_slug(language),
                heading_slug(language),
            ];
            assert_eq!(
                words.map(str::to_owned),
                [search, easy, section].map(|word| slug(word, language)),
                "{language}"
            );
        }
    }
}
