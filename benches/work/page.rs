//! One page: about 5 KB of Czech Markdown with headings, a list, a table, a footnote and three
//! links, made from a list of words.

use super::Work;

/// The words of all texts.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "práce", "pracovník", "zkušenost", "obor", "řemeslo", "dílna", "škola", "kurz", "zkouška", "dovednost", "poradce",
    "úřad", "pohovor", "životopis", "smlouva", "mzda", "směna", "úvazek", "nabídka", "příležitost", "rodina", "péče",
    "zdraví", "podpora", "služba", "obec", "kraj", "město", "firma", "podnik", "zaměstnavatel", "kolega", "mistr",
    "učeň", "sklář", "strojař", "textil", "bižuterie", "stroj", "nástroj", "počítač", "databáze", "žádost", "formulář",
    "dotaz", "odpověď", "rada", "cíl", "krok", "plán", "rozhodnutí", "změna", "hledat", "najít", "zkusit", "napsat",
    "zavolat", "domluvit", "připravit", "naučit", "pracovat", "podnikat", "vrátit", "začít", "nový", "první", "dobrý",
    "vhodný", "místní", "odborný", "praktický", "jistý", "klidný", "krátký", "společný", "každý", "vlastní", "dnes",
    "brzy", "společně", "postupně", "srozumitelně", "doma", "osobně", "zdarma", "včas", "znovu", "nejdřív", "potom",
    "vždy", "pro", "bez", "před", "podle", "kromě", "mezi", "také", "nebo", "protože", "jestli", "když", "aby", "který",
    "jejich", "vaše",
];

/// How many words a rich language has, without their endings.
const VOCABULARY: f64 = 50_000.0;

/// The syllables of rich words.
#[rustfmt::skip]
const SYLLABLES: &[&str] = &[
    "ba", "be", "bo", "ce", "ča", "da", "de", "do", "hla", "ho", "ja", "ka", "ko", "kra", "la", "le", "li", "lo", "ma", "me", "mi", "mo",
    "na", "ne", "ni", "no", "pa", "po", "pra", "pro", "pře", "ra", "ro", "ru", "řa", "sa", "se", "sta", "sto", "ší", "ta", "te", "to", "tro",
    "va", "ve", "vo", "vy", "za", "ze", "zna", "žá",
];

/// The endings of rich words.
const ENDINGS: &[&str] = &["", "", "a", "u", "em", "y", "ům"];

/// How many of the words can start a title: the nouns.
const NOUNS: usize = 52;

/// The days of the month used for dates; every month has them.
const DAYS: u64 = 28;

/// The content of a page, independent of a generator's format.
pub(crate) struct Page {
    /// Its title.
    pub(crate) title: String,
    /// Its date, such as `2026-11-22`.
    pub(crate) date: String,
    /// Its tags.
    pub(crate) tags: [usize; 2],
    /// The pages that it links to.
    links: [usize; 3],
    blocks: bool,
    dice: Dice,
}

impl Page {
    /// Makes a page of a site.
    pub(crate) fn new(work: Work, number: usize) -> Self {
        let mut dice = Dice::new(number, work.rich);
        let first = dice.below(work.tags);
        let second = (first + 1 + dice.below(work.tags.max(2) - 1)) % work.tags;
        let (year, month, day) = (
            2020 + dice.roll() % 6,
            1 + dice.roll() % 12,
            1 + dice.roll() % DAYS,
        );
        Self {
            title: format!(
                "{} {} {number}",
                capital(WORDS[dice.below(NOUNS)]),
                WORDS[dice.below(WORDS.len())]
            ),
            date: format!("{year}-{month:02}-{day:02}"),
            tags: [first, second],
            links: [(); 3].map(|()| dice.below(work.pages)),
            blocks: work.blocks,
            dice,
        }
    }

    /// Writes the Markdown; `link` makes a link target from a page's number.
    pub(crate) fn body(mut self, link: impl Fn(usize) -> String) -> String {
        let dice = &mut self.dice;
        // A rich page has some 800 words.
        let mut text = dice.paragraph(if dice.is_rich { 20 } else { 5 });
        for (at, to) in self.links.iter().enumerate() {
            text.push_str(&format!("\n## {}\n\n{}", dice.heading(), dice.paragraph(6)));
            text.push_str(&format!(
                "\n{} [{}]({}). {}\n",
                dice.sentence(),
                dice.heading(),
                link(*to),
                dice.sentence()
            ));
            text.push_str(&format!(
                "\n### {}\n\n{}",
                dice.heading(),
                dice.paragraph(5)
            ));
            if self.blocks {
                let label = dice.heading();
                let line_break = if at == 0 { "<br>" } else { " " };
                text.push_str(&format!(
                    "\n:::note[{label}]\n{}:::\n\n{}{line_break}{}\n",
                    dice.paragraph(1),
                    dice.sentence(),
                    dice.sentence()
                ));
            }
            match at {
                0 => text.push_str(&dice.list()),
                1 => text.push_str(&dice.table()),
                _ => text.push_str(&format!(
                    "\n{}[^1] **{}**\n\n[^1]: {}\n",
                    dice.sentence(),
                    dice.heading(),
                    dice.sentence()
                )),
            }
        }
        text
    }
}

/// Draws words with a linear congruential generator (Knuth, TAOCP 2, 3.3.4), so that every machine
/// draws the same.
struct Dice {
    state: u64,
    is_rich: bool,
}

impl Dice {
    fn new(number: usize, is_rich: bool) -> Self {
        let mut dice = Self {
            state: super::SEED
                .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                .wrapping_add(number as u64),
            is_rich,
        };
        dice.roll();
        dice
    }

    fn roll(&mut self) -> u64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.state >> 33
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.roll() % limit as u64) as usize
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count)
            .map(|_| self.word())
            .collect();
        words.join(" ")
    }

    fn word(&mut self) -> String {
        if !self.is_rich {
            return WORDS[self.below(WORDS.len())].to_owned();
        }
        // In a language, the n-th most frequent word occurs 1/n as often as the first (Zipf's law).
        let chance = self.below(1 << 20) as f64 / f64::from(1 << 20);
        let rank = (VOCABULARY.ln() * chance).exp() as usize;
        let ending = ENDINGS[self.below(ENDINGS.len())];
        let mut number = rank.wrapping_mul(2_654_435_761) % 8_000_009;
        let mut word = String::new();
        while number > 0 {
            word.push_str(SYLLABLES[number % SYLLABLES.len()]);
            number /= SYLLABLES.len();
        }
        word + ending
    }

    fn heading(&mut self) -> String {
        let count = 2 + self.below(3);
        capital(&self.words(count))
    }

    fn sentence(&mut self) -> String {
        let count = 7 + self.below(7);
        format!("{}.", capital(&self.words(count)))
    }

    fn paragraph(&mut self, sentences: usize) -> String {
        let sentences: Vec<String> = (0..sentences)
            .map(|_| self.sentence())
            .collect();
        sentences.join(" ") + "\n"
    }

    fn list(&mut self) -> String {
        (0..5).fold(String::from("\n"), |list, _| {
            format!("{list}- *{}* {}\n", self.heading(), self.sentence())
        })
    }

    fn table(&mut self) -> String {
        let head = format!(
            "\n| {} | {} | {} |\n| --- | :---: | ---: |\n",
            self.heading(),
            self.heading(),
            self.heading()
        );
        (0..4).fold(head, |table, _| {
            format!(
                "{table}| {} | {} | {} |\n",
                self.heading(),
                self.words(3),
                self.below(1000)
            )
        })
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| {
            first
                .to_uppercase()
                .chain(letters)
                .collect()
        })
}
