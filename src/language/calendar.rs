//! Words of the calendar as people write them in sentences: months and days of the week, in every
//! case that a date may be in. They only recognise; `day` writes dates.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The words of each month, January first, in Czech, German, Polish, Slovak and Ukrainian.
const MONTHS: [&str; 12] = [
    "leden ledna lednu lednem januar jänner january január januára styczeń stycznia styczniu \
     січень січня січні",
    "únor února únoru únorem februar feber február februára luty lutego lutym лютий лютого лютому",
    "březen března březnu březnem märz marec marca marzec marcu березень березня березні",
    "duben dubna dubnu dubnem april apríl apríla kwiecień kwietnia kwietniu квітень квітня квітні",
    "květen května květnu květnem mai máj mája maj maja maju травень травня травні",
    "červen června červnu červnem juni jún júna czerwiec czerwca czerwcu червень червня червні",
    "červenec července červenci červencem juli júl júla lipiec lipca lipcu липень липня липні",
    "srpen srpna srpnu srpnem august augusta sierpień sierpnia sierpniu серпень серпня серпні",
    "září september septembra wrzesień września wrześniu вересень вересня вересні",
    "říjen října říjnu říjnem oktober október októbra październik października październiku \
     жовтень жовтня жовтні",
    "listopad listopadu listopadem listopada november novembra листопад листопада листопаді",
    "prosinec prosince prosinci prosincem dezember december decembra grudzień grudnia grudniu \
     грудень грудня грудні",
];

/// The English months. They are apart since no English date is a number, a full stop and a month.
const ENGLISH: [&str; 12] = [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
];

/// The days of the week in one language.
struct Weekdays {
    language: &'static str,
    /// Monday first, as a subject.
    names: [&'static str; 7],
    /// Their other forms.
    forms: [&'static str; 7],
}

const WEEKDAYS: [Weekdays; 6] = [
    Weekdays {
        language: "cs",
        names: [
            "pondělí",
            "úterý",
            "středa",
            "čtvrtek",
            "pátek",
            "sobota",
            "neděle",
        ],
        forms: [
            "pondělím",
            "úterým út",
            "středu středy středě středou",
            "čtvrtka čtvrtku čtvrtkem čt",
            "pátku pátkem pá",
            "sobotu soboty sobotě sobotou",
            "neděli nedělí",
        ],
    },
    Weekdays {
        language: "en",
        names: [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
        forms: ["Mon", "Tue Tues", "Wed", "Thu Thurs", "Fri", "Sat", "Sun"],
    },
    Weekdays {
        language: "uk",
        names: [
            "понеділок",
            "вівторок",
            "середа",
            "четвер",
            "п’ятниця",
            "субота",
            "неділя",
        ],
        forms: [
            "понеділка понеділку",
            "вівторка вівторку",
            "середу середи середі",
            "четверга четвергу",
            "п’ятницю п’ятниці п'ятниця п'ятницю п'ятниці",
            "суботу суботи суботі",
            "неділю неділі",
        ],
    },
    Weekdays {
        language: "de",
        names: [
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "Samstag",
            "Sonntag",
        ],
        forms: ["", "", "", "", "", "Sonnabend", ""],
    },
    Weekdays {
        language: "pl",
        names: [
            "poniedziałek",
            "wtorek",
            "środa",
            "czwartek",
            "piątek",
            "sobota",
            "niedziela",
        ],
        forms: [
            "poniedziałku",
            "wtorku",
            "środę środy środzie",
            "czwartku",
            "piątku",
            "sobotę soboty sobocie",
            "niedzielę niedzieli",
        ],
    },
    Weekdays {
        language: "sk",
        names: [
            "pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota", "nedeľa",
        ],
        forms: [
            "pondelka",
            "utorka",
            "stredu stredy",
            "štvrtka",
            "piatka",
            "sobotu",
            "nedeľu",
        ],
    },
];

/// A day of the week in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Weekday {
    /// Monday is 0.
    pub(crate) number: usize,
    /// The language of the word.
    pub(crate) language: &'static str,
}

/// The words of days of the week, in lower case.
static WEEKDAY_WORDS: LazyLock<FxHashMap<String, Weekday>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    // Of words in two languages, the first one counts.
    for days in WEEKDAYS.iter().rev() {
        let all = days.names.iter().zip(&days.forms);
        for (number, (name, forms)) in all.enumerate() {
            let weekday = Weekday {
                number,
                language: days.language,
            };
            let forms = forms
                .split_whitespace()
                .chain([*name]);
            words.extend(forms.map(|word| (word.to_lowercase(), weekday)));
        }
    }
    words
});

/// The words of months, in lower case, with their numbers.
static MONTH_WORDS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| numbered(&MONTHS));

/// The same in English.
static ENGLISH_WORDS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| numbered(&ENGLISH));

fn numbered(months: &[&'static str]) -> FxHashMap<&'static str, u8> {
    let months = (1..).zip(months);
    months
        .flat_map(|(number, forms)| {
            forms
                .split_whitespace()
                .map(move |form| (form, number))
        })
        .collect()
}

/// The longest word that is looked up, in bytes: none here is longer.
const LONGEST: usize = 32;

/// Returns a word in lower case, unless it cannot be one of the calendar.
fn lowered(word: &str) -> Option<String> {
    let may_be = word.len() <= LONGEST && word.starts_with(char::is_alphabetic);
    may_be.then(|| word.to_lowercase())
}

impl Weekday {
    /// Reads a word; short English words only with a capital, since `sat` and `sun` are words too.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let day = *WEEKDAY_WORDS.get(&lowered(word)?)?;
        let is_short_english = day.language == "en" && word.len() < "Friday".len();
        let is_written_right =
            !is_short_english || word.starts_with(char::is_uppercase) && !is_all_caps(word);
        is_written_right.then_some(day)
    }

    /// Returns the name of a day in the language of this one.
    pub(crate) fn name_of(self, number: usize) -> &'static str {
        WEEKDAYS
            .iter()
            .find(|days| days.language == self.language)
            .and_then(|days| days.names.get(number))
            .copied()
            .unwrap_or_default()
    }
}

/// Returns whether a word has no small letters: `SUN` and `MON` are abbreviations of other things.
fn is_all_caps(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

/// Reads the name of a month in any language, in any case; January is 1.
pub(crate) fn month(word: &str) -> Option<u8> {
    let word = lowered(word)?;
    let in_english = || ENGLISH_WORDS.get(&*word);
    MONTH_WORDS
        .get(&*word)
        .or_else(in_english)
        .copied()
}

/// Reads the name of a month of a language in which a full stop follows the number of the day.
pub(crate) fn month_after_a_stop(word: &str) -> Option<u8> {
    MONTH_WORDS
        .get(&*lowered(word)?)
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_read_in_all_cases() {
        for (word, number, language) in [
            ("Čtvrtek", 3, "cs"),
            ("středu", 2, "cs"),
            ("nedělí", 6, "cs"),
            ("THURSDAY", 3, "en"),
            ("Sun", 6, "en"),
            ("четверга", 3, "uk"),
            ("П’ятниця", 4, "uk"),
            ("Sonnabend", 5, "de"),
            ("środę", 2, "pl"),
        ] {
            assert_eq!(
                Weekday::of(word),
                Some(Weekday { number, language }),
                "{word}"
            );
        }
        for word in ["", "sun", "sat", "ne", "den", "mondayish"] {
            assert_eq!(Weekday::of(word), None, "{word}");
        }
        let day = Weekday::of("středu").expect("a day");
        assert_eq!(day.name_of(3), "čtvrtek");
    }

    #[test]
    fn months_are_read_in_all_cases() {
        for (word, number) in [
            ("ledna", 1),
            ("Května", 5),
            ("März", 3),
            ("listopada", 11),
            ("серпня", 8),
            ("Feb", 2),
            ("May", 5),
        ] {
            assert_eq!(month(word), Some(number), "{word}");
        }
        assert_eq!(
            (month_after_a_stop("May"), month("rok"), month("")),
            (None, None, None)
        );
    }
}
