//! Collects the words of some pages: where each occurs, page by page, including words that synonyms
//! add.

use rustc_hash::FxHashMap;

use crate::config::LanguageId;
use crate::data::{Synonym, Synonyms};
use crate::document::{Document, Entry, ProsePart};
use crate::language::{self, Stemmer, stop_words};
use crate::render::Renderer;
use crate::site::PageId;

/// A word of the index among those of a [`CollectedWords`].
pub(super) type WordId = u32;

/// Separates paragraphs in a row of words: no phrase crosses it.
const GAP: WordId = WordId::MAX;

/// The longest phrase of a synonym, in words.
const LONGEST_PHRASE: usize = 8;

/// The words in a text of usual length, where one occurrence of a word has its usual weight.
const USUAL_LENGTH: f32 = 400.0;

/// An occurrence of a word on a page of the search: the number of the page, then the six bits of
/// [`Standing::code`].
pub(super) type Posting = u32;

/// The bits of a posting that hold the standing.
pub(super) const STANDING_BITS: u32 = 6;

/// The words of some pages.
#[derive(Default)]
pub(super) struct CollectedWords {
    /// Words by their stems, in the order in which they were met.
    pub(super) words: Vec<Word>,
    by_stem: FxHashMap<String, WordId>,
}

/// All forms of a word.
#[derive(Default)]
pub(super) struct Word {
    /// What its forms share.
    pub(super) stem: String,
    /// The forms, folded, possibly with duplicates.
    pub(super) forms: Vec<String>,
    /// The words that pages show when this one is searched for.
    pub(super) shown_as: Vec<WordId>,
    /// Its occurrences, page by page.
    pub(super) postings: Vec<Posting>,
    /// Whether it is a stop word.
    is_stop: bool,
    /// Its weight on the page being read, if it occurs there.
    standing: Option<Standing>,
}

impl CollectedWords {
    pub(super) fn get(&self, word: WordId) -> Option<&Word> {
        self.words.get(word as usize)
    }

    fn get_mut(&mut self, word: WordId) -> Option<&mut Word> {
        self.words.get_mut(word as usize)
    }

    fn is_stop(&self, word: WordId) -> bool {
        self.get(word)
            .is_some_and(|word| word.is_stop)
    }

    /// Returns the word of a stem, a new one if it was not met before.
    fn with_stem(&mut self, stem: String, is_stop: bool) -> WordId {
        let words = &mut self.words;
        let new = |stem: &String| {
            words.push(Word {
                stem: stem.clone(),
                is_stop,
                ..Word::default()
            });
            words.len() as WordId - 1
        };
        *self
            .by_stem
            .entry(stem)
            .or_insert_with_key(new)
    }
}

/// How a word occurs on a page.
#[derive(Clone, Copy, Default)]
struct Standing {
    /// 0 if it is not in the title, up to 3 where it is most of it.
    title: u8,
    heading: bool,
    description: bool,
    /// How often it occurs in the text.
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
struct SynonymRule {
    asked: Vec<WordId>,
    meant: Vec<WordId>,
}

/// Collects the words of pages.
pub(super) struct WordCollector<'s> {
    renderer: &'s Renderer,
    stemmer: Stemmer,
    stops: Vec<String>,
    collected: CollectedWords,
    /// Words as they are written.
    written: FxHashMap<String, WordId>,
    /// Synonyms by the first word of what is meant.
    rules: FxHashMap<WordId, Vec<SynonymRule>>,
    row: Vec<WordId>,
    /// The words of the page that is being read.
    page: Vec<WordId>,
}

impl<'s> WordCollector<'s> {
    pub(super) fn new(renderer: &'s Renderer, language: LanguageId) -> Self {
        let site = renderer.site();
        let code = &site.config().languages[language].code;
        let mut collector = Self {
            renderer,
            stemmer: Stemmer::new(code),
            stops: stop_words(code).collect(),
            collected: CollectedWords::default(),
            written: FxHashMap::default(),
            rules: FxHashMap::default(),
            row: Vec::new(),
            page: Vec::new(),
        };
        collector.stops.sort_unstable();
        let synonyms = site.inputs.data.get::<Synonyms>();
        for synonym in synonyms.map_or(&[][..], |synonyms| synonyms.of(code)) {
            collector.rule(synonym);
        }
        collector
    }

    /// Reads a page, which is the `number`th of the search.
    pub(super) fn read(&mut self, number: usize, page: PageId) {
        let document = self.renderer.document(page);
        let entry = &*document.entry;
        self.field(&entry.front.title, Field::Title(self.title_weight(entry)));
        let description = entry.front.description.as_deref();
        self.field(description.unwrap_or_default(), Field::Description);
        for heading in &entry.headings {
            self.field(&heading.title, Field::Heading);
        }
        let length = self.text(document);
        self.finish_page(number as u32, length);
    }

    /// Returns how much a word in the title of a page counts: more if the title is short.
    fn title_weight(&self, entry: &Entry) -> u8 {
        let words = language::words(&entry.front.title)
            .filter(|word| !self.is_stop(&language::folded(word)))
            .count();
        let weight = match words {
            0..=2 => 3,
            3..=5 => 2,
            _ => 1,
        };
        // The plain-language version of a page comes after the page itself.
        let less = u8::from(entry.position.variant.easy);
        (weight - less).max(1)
    }

    /// Reads the text of a page, and returns how many words it has.
    fn text(&mut self, document: &Document) -> usize {
        let mut length = 0;
        self.row.clear();
        for part in document.prose() {
            match part {
                ProsePart::Text(text) => length += self.words(text),
                ProsePart::Break | ProsePart::Heading => self.row.push(GAP),
            }
        }
        self.row(Field::Text);
        length
    }

    /// Adds a posting to each word of the page.
    fn finish_page(&mut self, number: u32, length: usize) {
        for word in self.page.drain(..) {
            let word = self
                .collected
                .words
                .get_mut(word as usize);
            let standing = word.and_then(|word| Some((word.standing.take()?, &mut word.postings)));
            if let Some((standing, postings)) = standing {
                postings.push(number << STANDING_BITS | standing.code(length));
            }
        }
    }

    pub(super) fn finish(self) -> CollectedWords {
        self.collected
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

    /// Adds the words of a text to the row, and returns how many there are.
    fn words(&mut self, text: &str) -> usize {
        let before = self.row.len();
        for word in language::words(text) {
            let id = self.word(word);
            self.row.push(id);
        }
        self.row.len() - before
    }

    /// Returns the word that `written` is a form of.
    fn word(&mut self, written: &str) -> WordId {
        if let Some(known) = self.written.get(written) {
            return *known;
        }
        let (form, stem) = (language::folded(written), self.stemmer.key(written));
        let is_stop = self.is_stop(&form);
        // A stop word is kept apart from words with the same stem.
        let stem = if is_stop { format!(" {form}") } else { stem };
        let id = self
            .collected
            .with_stem(stem, is_stop);
        if let Some(word) = self.collected.get_mut(id) {
            word.forms.push(form);
        }
        self.written
            .insert(written.to_owned(), id);
        id
    }

    /// Counts the words of the row, and those by which synonyms find them.
    fn row(&mut self, field: Field) {
        let row = std::mem::take(&mut self.row);
        let mut rest = &*row;
        while let [word, behind @ ..] = rest {
            self.count(*word, field, 0);
            if let Some(rules) = self.rules.remove(word) {
                for rule in rules
                    .iter()
                    .filter(|rule| rest.starts_with(&rule.meant))
                {
                    for asked in &rule.asked {
                        self.count(*asked, field, 1);
                    }
                }
                self.rules.insert(*word, rules);
            }
            rest = behind;
        }
        self.row = row;
    }

    /// Counts a word, unless it is a gap or a stop word. In a title, it counts `less` than a word
    /// written there.
    fn count(&mut self, word: WordId, field: Field, less: u8) {
        let known = self.collected.get_mut(word);
        let Some(known) = known.filter(|known| !known.is_stop) else {
            return;
        };
        let page = &mut self.page;
        let standing = known.standing.get_or_insert_with(|| {
            page.push(word);
            Standing::default()
        });
        match field {
            Field::Title(weight) => {
                standing.title = standing
                    .title
                    .max(weight.saturating_sub(less).max(1))
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
        let words = &mut self.collected;
        asked.retain(|word| !words.is_stop(*word) && !meant.contains(word));
        for asked in &asked {
            let shown = meant
                .iter()
                .copied()
                .filter(|word| !words.is_stop(*word));
            let shown: Vec<WordId> = shown.collect();
            if let Some(asked) = words.get_mut(*asked) {
                asked.shown_as.extend(shown);
            }
        }
        if let Some(first) = meant.first() {
            self.rules
                .entry(*first)
                .or_default()
                .push(SynonymRule { asked, meant });
        }
    }
}
