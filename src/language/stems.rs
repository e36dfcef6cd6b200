//! Words for search: a text as words, words as people type them, and the stem that all forms of a
//! word share. The script in the browser folds words in the same way but has no stemmer; `site`
//! decides what an index is made of.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer as Snowball};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::slug::APOSTROPHES;

/// The longest word that is indexed, in characters; nobody types a longer one.
const LONGEST: usize = 40;

/// Marks a possible hyphenation, and is not part of a word.
const SOFT_HYPHEN: char = '\u{ad}';

/// Returns the words of a text as they are written, without what separates them. Signs inside a
/// word (an apostrophe, a soft hyphen, a combining accent) stay; [`folded`] removes them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find(char::is_alphanumeric)?;
            let (_, from) = rest.split_at(start);
            let (word, behind) = from.split_at(word_end(from));
            rest = behind;
            if word.len() <= LONGEST || word.chars().count() <= LONGEST {
                return Some(word);
            }
        }
    })
}

/// Returns where the word at the start of a text ends.
fn word_end(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        if c.is_alphanumeric() || is_combining_mark(c) {
            end = next;
        } else if !(APOSTROPHES.contains(&c) || c == SOFT_HYPHEN) || at != end {
            // There may be only one such sign between letters.
            break;
        }
    }
    end
}

/// Returns a word as people type it in haste: in lower case, without diacritics and apostrophes.
/// `Žlutý`, `žluty` → `zluty`.
pub fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word
        .chars()
        .flat_map(char::to_lowercase)
    {
        decompose_canonical(c, |c| fold_letter(c, &mut folded));
    }
    folded
}

/// Adds a letter, without the diacritics that Unicode does not decompose.
fn fold_letter(c: char, folded: &mut String) {
    match c {
        'ł' => folded.push('l'),
        'ß' => folded.push_str("ss"),
        'ґ' => folded.push('г'),
        'đ' => folded.push('d'),
        'ø' => folded.push('o'),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'ı' => folded.push('i'),
        'ς' => folded.push('σ'),
        c if c.is_alphanumeric() && !APOSTROPHES.contains(&c) => folded.push(c),
        _ => {}
    }
}

/// Finds the forms of a word in one language.
#[derive(Clone, Copy)]
pub struct Stemmer(Option<Snowball>);

impl Stemmer {
    /// Takes the rules of a language (Snowball 3); without rules, every form is a word of its own.
    pub fn new(language: &str) -> Self {
        let algorithm = match super::primary(language) {
            "cs" => Algorithm::Czech,
            "de" => Algorithm::German,
            "en" => Algorithm::English,
            "pl" => Algorithm::Polish,
            "uk" => Algorithm::Ukrainian,
            _ => return Self(None),
        };
        Self(Some(Snowball::new(algorithm)))
    }

    /// Returns what all forms of a word share: its stem, folded. Stemming comes first because its
    /// rules need the diacritics.
    pub fn key(self, word: &str) -> String {
        let lower: Cow<'_, str> = match word
            .chars()
            .any(|c| !c.is_lowercase())
        {
            true => word
                .chars()
                .filter(|c| !APOSTROPHES.contains(c) && *c != SOFT_HYPHEN)
                .flat_map(char::to_lowercase)
                .collect(),
            false => Cow::Borrowed(word),
        };
        match self.0 {
            Some(stemmer) => folded(&stemmer.stem(&lower)),
            None => folded(&lower),
        }
    }
}

/// Returns the words of a language that everybody writes and nobody looks for, folded.
pub fn stop_words(language: &str) -> impl Iterator<Item = String> {
    let words = match super::primary(language) {
        "cs" => CZECH,
        "en" => ENGLISH,
        "uk" => UKRAINIAN,
        "de" => GERMAN,
        "pl" => POLISH,
        _ => "",
    };
    words
        .split_ascii_whitespace()
        .map(folded)
}

const CZECH: &str = "\
    a aby ale ani asi at az by byt bych bychom byl byla bylo byli byste ci co coz cemu da do ho \
    i ja jak jaka jake jakou jako je jeho jej jeji jejich jen jeste ji jich jim jimi jine jiz \
    jsem jsi jsme jsou jste k kam kazdy kde kdo kdy kdyz ke kolik ktera ktere ktery kteri kterou \
    ma mam mame mate me mezi mi mit mne mohu moje muj muze muzu my na nad nam nas nasi ne nebo \
    nechci neco nejsem nejsou nemam nemuzu neni nevim nez o od on ona oni ono pak po pod podle \
    pokud pro proc protoze dal dale pri s se si sve svuj sveho svou ta tak take taky tam te tedy \
    ten teto ti to tom tomu toto tu tuto ty u uz v vam vas vase ve vsak vy z za ze chci chtel \
    chtela bude budu budou jestli muj moje moji me potrebuji potrebuju rad rada musim dostanu \
    udelat";

const ENGLISH: &str = "\
    a about am an and any are as at be been but by can could did do does for from had has have \
    he her his how i if in into is it its me my no not of on or our she should so some than that \
    the their them then there these they this to us was we were what when where which who why \
    will with would you your im want need";

const UKRAINIAN: &str = "\
    а або але без би був буде була були бути в вам вас ваш ви від він вона вони все всі для до є \
    ж же з за зі і із й його коли куди ли мене мені ми моє мої моя на над нам нас не ні о об \
    один під по при про саме свої себе та так також там те ти тим то того той тому тут у уже це \
    ці цей ця чи чого чому що щоб як яка яке які який я хочу де";

const GERMAN: &str = "\
    aber als am an auch auf aus bei bin bis da das dass dem den der des die du durch ein eine \
    einem einen einer er es fur hat habe ich ihr im in ist ja kann man mein mich mir mit nach \
    nicht noch nur ob oder sich sie sind so uber um und uns vom von vor wann was wenn wer wie \
    wir wo zu zum zur";

const POLISH: &str = "\
    a aby ale bez bo by byc byl byla bylo ci co czy dla do gdy gdzie go i ich ile im ja jak jaka \
    jaki jakie je jego jej jest jestem jeszcze juz kiedy kto ktora ktore ktory lub ma mam mi \
    mnie moj moja moje na nad nas nie o od on ona oni pod po przez przy sa sie ta tak tam te \
    tego ten to tu tym u w we wiec z za ze";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_letters_do() {
        let of = |text: &'static str| words(text).collect::<Vec<_>>();
        assert_eq!(
            of("Kde (v Liberci) je 50+ a e-mail?"),
            ["Kde", "v", "Liberci", "je", "50", "a", "e", "mail"]
        );
        assert_eq!(
            of("п’ять об'єкт 'a' don''t ne\u{ad}správně"),
            ["п’ять", "об'єкт", "a", "don", "t", "ne\u{ad}správně"]
        );
        assert_eq!(of("e\u{301}cole"), ["e\u{301}cole"]);
        assert!(of(" ’–\u{301} ").is_empty());
        let long = "ž".repeat(LONGEST + 1);
        assert_eq!(
            words(&format!("{long} {}", &long[2..]))
                .map(|word| word.chars().count())
                .collect::<Vec<_>>(),
            [LONGEST]
        );
    }

    #[test]
    fn words_are_folded_to_what_is_typed_in_haste() {
        for (word, expected) in [
            ("Příliš", "prilis"),
            ("ŽLUŤOUČKÝ", "zlutoucky"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("Ґанок", "ганок"),
            ("їжак", "іжак"),
            ("п’ять", "пять"),
            ("пʼять", "пять"),
            ("don't", "dont"),
            ("ne\u{ad}správně", "nespravne"),
            ("e\u{301}cole", "ecole"),
            ("İ", "i"),
            ("שלום", "שלום"),
        ] {
            assert_eq!(folded(word), expected, "{word}");
            assert_eq!(folded(&folded(word)), folded(word));
        }
    }

    #[test]
    fn forms_of_a_word_share_their_key() {
        for (language, forms) in [
            ("cs", &["práce", "práci", "prací", "Práce"][..]),
            (
                "cs",
                &["životopis", "životopisu", "ŽIVOTOPISY", "životopisem"],
            ),
            ("cs", &["absolventům", "absolvent", "absolventi"]),
            ("cs", &["úřad", "úřadu", "úřady"]),
            ("en", &["vacancy", "vacancies"]),
            ("uk", &["робота", "роботи", "роботу"]),
            ("de", &["Arbeit", "Arbeiten"]),
            ("xx", &["Slovo", "slovo"]),
        ] {
            let stemmer = Stemmer::new(language);
            assert!(
                forms
                    .iter()
                    .all(|form| stemmer.key(form) == stemmer.key(forms[0])),
                "{language}: {forms:?}"
            );
        }
        assert_ne!(
            Stemmer::new("cs").key("práce"),
            Stemmer::new("cs").key("právo")
        );
    }

    #[test]
    fn words_that_count_for_nothing_are_words() {
        for language in ["cs", "en", "uk", "de", "pl"] {
            assert!(stop_words(language).count() > 50, "{language}");
            assert!(
                stop_words(language).all(|word| words(&word).eq([&*word])),
                "{language}"
            );
        }
    }
}
