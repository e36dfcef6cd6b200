//! The words of some pages: which stand where, counted page by page, with those by which synonyms
//! find them.

use rustc_hash::FxHashMap;

use crate::config::LanguageId;
use crate::data::{Synonym, Synonyms};
use crate::document::ProsePart;
use crate::language::{self, Stemmer, stop_words};
use crate::render::Renderer;
use crate::site::PageId;

/// A word of the index among those of a [`Gathered`].
pub(super) type WordId = u32;

/// What separates paragraphs in a row of words: no phrase goes over it.
const GAP: WordId = WordId::MAX;

/// The longest phrase of a synonym, in words.
const LONGEST_PHRASE: usize = 8;

/// How many words a text of usual length has: in it, a word that stands once counts as usual.
const USUAL_LENGTH: f32 = 400.0;

/// A page of the search and how a word stands on it: the place of the page, then six bits as
/// [`Standing::code`] tells.
pub(super) type Posting = u32;

/// The bits of a posting that hold the standing.
pub(super) const STANDING_BITS: u32 = 6;

/// The words of some pages.
#[derive(Default)]
pub(super) struct Gathered {
    /// Words by their stems, in the order in which they were met.
    pub(super) words: Vec<Word>,
    by_stem: FxHashMap<String, WordId>,
}

/// All forms of a word.
#[derive(Default)]
pub(super) struct Word {
    /// What its forms share.
    pub(super) stem: String,
    /// The forms, folded; some may stand twice.
    pub(super) forms: Vec<String>,
    /// The words of which a page shows what was looked for by this one.
    pub(super) shown_as: Vec<WordId>,
    /// Where it stands, page by page.
    pub(super) postings: Vec<Posting>,
    /// Whether it is one that nobody looks for.
    is_stop: bool,
}

/// How a word stands on a page.
#[derive(Clone, Copy, Default)]
struct Standing {
    /// 0 if it is not in the title, up to 3 where it is most of it.
    title: u8,
    heading: bool,
    description: bool,
    /// How often it stands in the text.
    count: u16,
}

impl Standing {
    /// Returns six bits: two for the title, one each for headings and the description, two for the
    /// text.
    fn code(self, length: usize) -> u32 {
        let count = f32::from(self.count);
        // As in BM25 (Robertson and Zaragoza 2009): each further time counts less, and less in a
        // long text.
        let weight = count / (count + 1.2 * (0.4 + 0.6 * length as f32 / USUAL_LENGTH));
        let text = match weight {
            0.0 => 0,
            weight if weight < 0.5 => 1,
            weight if weight < 0.75 => 2,
            _ => 3,
        };
        u32::from(self.title) << 4
            | u32::from(self.description) << 3
            | u32::from(self.heading) << 2
            | text
    }
}

/// Where words are read.
#[derive(Clone, Copy)]
enum Field {
    Title(u8),
    Heading,
    Description,
    Text,
}

/// A synonym as words of the index.
struct Rule {
    asked: Vec<WordId>,
    meant: Vec<WordId>,
}

/// Gathers words.
pub(super) struct Gatherer<'s> {
    renderer: &'s Renderer,
    stemmer: Stemmer,
    stops: Vec<String>,
    gathered: Gathered,
    /// Words as they are written.
    written: FxHashMap<String, WordId>,
    /// Synonyms by the first word of what is meant.
    rules: FxHashMap<WordId, Vec<Rule>>,
    row: Vec<WordId>,
    /// The words of the page that is being read.
    page: Vec<(WordId, Standing)>,
    /// Where each word is in `page`, if it is.
    places: Vec<Option<u32>>,
}

impl<'s> Gatherer<'s> {
    pub(super) fn new(renderer: &'s Renderer, language: LanguageId) -> Self {
        let site = renderer.site();
        let code = &site.config().languages[language].code;
        let mut gatherer = Self {
            renderer,
            stemmer: Stemmer::new(code),
            stops: stop_words(code).collect(),
            gathered: Gathered::default(),
            written: FxHashMap::default(),
            rules: FxHashMap::default(),
            row: Vec::new(),
            page: Vec::new(),
            places: Vec::new(),
        };
        gatherer.stops.sort_unstable();
        let synonyms = site.inputs.data.get::<Synonyms>();
        for synonym in synonyms.map_or(&[][..], |synonyms| synonyms.of(code)) {
            gatherer.rule(synonym);
        }
        gatherer
    }

    /// Reads a page, which is the `number`th of the search.
    pub(super) fn read(&mut self, number: usize, page: PageId) {
        let document = self.renderer.document(page);
        let entry = &document.entry;
        let title = &entry.front.title;
        let of_title = language::words(title)
            .filter(|word| !self.is_stop(&language::folded(word)))
            .count();
        let weight = match of_title {
            0..=2 => 3,
            3..=5 => 2,
            _ => 1,
        };
        // A version for plain reading is another way to read its page, which comes first.
        self.field(
            title,
            Field::Title(
                if entry.position.variant.easy {
                    weight - 1
                } else {
                    weight
                }
                .max(1),
            ),
        );
        self.field(
            entry.front.description.as_deref().unwrap_or_default(),
            Field::Description,
        );
        for heading in &entry.headings {
            self.field(&heading.title, Field::Heading);
        }
        let mut length = 0;
        self.row.clear();
        for part in document.prose() {
            match part {
                ProsePart::Text(text) => length += self.words(text),
                ProsePart::Break | ProsePart::Heading => self.row.push(GAP),
            }
        }
        self.row(Field::Text);
        for (word, standing) in self.page.drain(..) {
            self.places[word as usize] = None;
            self.gathered.words[word as usize]
                .postings
                .push((number as u32) << STANDING_BITS | standing.code(length));
        }
    }

    pub(super) fn finish(self) -> Gathered {
        self.gathered
    }

    fn is_stop(&self, folded: &str) -> bool {
        self.stops
            .binary_search_by(|stop| stop.as_str().cmp(folded))
            .is_ok()
    }

    fn field(&mut self, text: &str, field: Field) {
        self.row.clear();
        self.words(text);
        self.row(field);
    }

    /// Adds the words of a text to the row and tells how many there are.
    fn words(&mut self, text: &str) -> usize {
        let before = self.row.len();
        for word in language::words(text) {
            let id = self.word(word);
            self.row.push(id);
        }
        self.row.len() - before
    }

    /// Returns the word of which `written` is a form.
    fn word(&mut self, written: &str) -> WordId {
        if let Some(known) = self.written.get(written) {
            return *known;
        }
        let (form, stem) = (language::folded(written), self.stemmer.key(written));
        let is_stop = self.is_stop(&form);
        // What is no word of its own is kept apart from those whose stem it shares.
        let stem = if is_stop { format!(" {form}") } else { stem };
        let words = &mut self.gathered.words;
        let id = *self
            .gathered
            .by_stem
            .entry(stem)
            .or_insert_with_key(|stem| {
                words.push(Word {
                    stem: stem.clone(),
                    is_stop,
                    ..Word::default()
                });
                words.len() as WordId - 1
            });
        words[id as usize].forms.push(form);
        self.written.insert(written.to_owned(), id);
        id
    }

    /// Counts the words of the row, and those by which synonyms find them.
    fn row(&mut self, field: Field) {
        let row = std::mem::take(&mut self.row);
        for (at, word) in row.iter().enumerate().filter(|(_, word)| **word != GAP) {
            self.count(*word, field, 0);
            let Some(rules) = self.rules.remove(word) else {
                continue;
            };
            for rule in rules
                .iter()
                .filter(|rule| row[at..].starts_with(&rule.meant))
            {
                for asked in &rule.asked {
                    self.count(*asked, field, 1);
                }
            }
            self.rules.insert(*word, rules);
        }
        self.row = row;
    }

    /// Counts a word; `less` tells how much less it counts in a title than one that stands there.
    fn count(&mut self, word: WordId, field: Field, less: u8) {
        if self.gathered.words[word as usize].is_stop {
            return;
        }
        if self.places.len() <= word as usize {
            self.places.resize(self.gathered.words.len(), None);
        }
        let place = *self.places[word as usize].get_or_insert_with(|| {
            self.page.push((word, Standing::default()));
            self.page.len() as u32 - 1
        });
        let standing = &mut self.page[place as usize].1;
        match field {
            Field::Title(weight) => {
                standing.title = standing.title.max(weight.saturating_sub(less).max(1))
            }
            Field::Heading => standing.heading = true,
            Field::Description => standing.description = true,
            Field::Text => standing.count = standing.count.saturating_add(1),
        }
    }

    fn rule(&mut self, synonym: &Synonym) {
        let mut ids = |text: &str| {
            language::words(text)
                .take(LONGEST_PHRASE)
                .map(|word| self.word(word))
                .collect::<Vec<_>>()
        };
        let (mut asked, meant) = (ids(&synonym.asked), ids(&synonym.meant));
        let words = &mut self.gathered.words;
        asked.retain(|word| !words[*word as usize].is_stop && !meant.contains(word));
        for word in &asked {
            let shown = meant
                .iter()
                .filter(|word| !words[**word as usize].is_stop)
                .copied()
                .collect::<Vec<_>>();
            words[*word as usize].shown_as.extend(shown);
        }
        if let Some(first) = meant.first() {
            self.rules
                .entry(*first)
                .or_default()
                .push(Rule { asked, meant });
        }
    }
}
