//! The inverted index of one language: all words in order, in files of about equal size.

use std::collections::BTreeMap;
use std::thread;

use super::collect::{CollectedWords, Posting, STANDING_BITS, WordCollector, WordId};
use super::encode;
use crate::config::LanguageId;
use crate::render::Renderer;
use crate::site::{PageId, Search};

/// With fewer pages than this, sharing the work takes longer than doing it.
const FEW: usize = 256;

/// The most threads that share the work.
const MOST_THREADS: usize = 16;

/// A word on more pages than this, and on more than a tenth of all, is only listed where it is in a
/// title, a heading or a description: it no longer tells pages apart, and its list would be as long
/// as the site.
const COMMON: usize = 1_000;

/// The standing of a word that is in the text alone, as [`Posting`] holds it.
const TEXT_ALONE: u32 = 3;

/// How many letters of a word tell which file it is in.
const KEY: usize = 4;

/// An index as its files hold it.
#[derive(Debug)]
pub(in crate::render) struct Index {
    /// The first letters of the first word of every file but the first; files without words have
    /// none.
    pub(super) starts: Vec<String>,
    /// The words of every file, a line each.
    pub(super) files: Vec<String>,
}

/// A word with its forms and its occurrences on all pages.
#[derive(Default)]
struct IndexedWord {
    forms: Vec<String>,
    shown_as: Vec<String>,
    postings: Vec<Posting>,
}

/// Makes the index of some pages.
///
/// It starts threads of its own: those that render pages would wait for each other while one of
/// them waits for the index.
pub(in crate::render) fn build(
    renderer: &Renderer,
    language: LanguageId,
    search: &Search,
) -> Index {
    let threads = match search.pages.len() {
        0..FEW => 1,
        _ => thread::available_parallelism().map_or(1, usize::from),
    };
    let size = search
        .pages
        .len()
        .div_ceil(threads.min(MOST_THREADS))
        .max(1);
    let collect = |first: usize, pages: &[PageId]| {
        let mut collector = WordCollector::new(renderer, language);
        for (number, page) in (first..).zip(pages) {
            collector.read(number, *page);
        }
        collector.finish()
    };
    let collected: Vec<CollectedWords> = thread::scope(|scope| {
        let chunks = search.pages.chunks(size).enumerate();
        let started: Vec<_> = chunks
            .map(|(at, pages)| scope.spawn(move || collect(at * size, pages)))
            .collect();
        let joined = started
            .into_iter()
            .filter_map(|thread| thread.join().ok());
        joined.collect()
    });
    distribute(
        lines_by_key(&merged(collected), search.pages.len()),
        search.words_files(),
    )
}

/// Joins what was collected, in the order of the pages, by stems.
fn merged(collected: Vec<CollectedWords>) -> BTreeMap<String, IndexedWord> {
    let mut words: BTreeMap<String, IndexedWord> = BTreeMap::new();
    for part in collected {
        add(part, &mut words);
    }
    for word in words.values_mut() {
        word.forms.sort_unstable();
        word.forms.dedup();
    }
    let shown: Vec<(String, Vec<String>)> = words
        .iter()
        .filter_map(|(stem, word)| Some((stem.clone(), forms_shown_as(word, &words)?)))
        .collect();
    for (stem, forms) in shown {
        if let Some(word) = words.get_mut(&stem) {
            word.shown_as = forms;
        }
    }
    words
}

/// Adds the words of some pages; as what is shown instead of them, their stems.
fn add(collected: CollectedWords, words: &mut BTreeMap<String, IndexedWord>) {
    let stem = |word: &WordId| Some(collected.get(*word)?.stem.clone());
    let shown: Vec<Vec<String>> = collected
        .words
        .iter()
        .map(|word| {
            word.shown_as
                .iter()
                .filter_map(stem)
                .collect()
        })
        .collect();
    let found = collected.words.into_iter().zip(shown);
    for (word, shown) in found.filter(|(word, _)| !word.postings.is_empty()) {
        let all = words.entry(word.stem).or_default();
        all.forms.extend(word.forms);
        all.shown_as.extend(shown);
        all.postings.extend(word.postings);
    }
}

/// Returns the forms that pages show instead of a word, if it is indexed because of synonyms.
fn forms_shown_as(
    word: &IndexedWord,
    words: &BTreeMap<String, IndexedWord>,
) -> Option<Vec<String>> {
    let shown = word
        .shown_as
        .iter()
        .filter_map(|stem| words.get(stem));
    let mut forms: Vec<String> = shown
        .flat_map(|word| word.forms.iter().cloned())
        .collect();
    forms.sort_unstable();
    forms.dedup();
    (!forms.is_empty()).then_some(forms)
}

/// Writes the lines of all words, by the first letters of their forms.
fn lines_by_key(words: &BTreeMap<String, IndexedWord>, pages: usize) -> BTreeMap<String, String> {
    let mut lines: BTreeMap<String, String> = BTreeMap::new();
    for word in words.values() {
        let is_common = word.postings.len() > COMMON && word.postings.len() > pages / 10;
        let postings = word.postings.iter().copied();
        let postings: Vec<Posting> = postings
            .filter(|posting| !is_common || !is_in_text_alone(*posting))
            .collect();
        let mut forms: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for form in &word.forms {
            let key = form.chars().take(KEY).collect();
            forms
                .entry(key)
                .or_default()
                .push(form);
        }
        // The forms of a word nearly always begin alike. Otherwise each file in which one of them
        // is looked for has the word.
        for (key, forms) in forms {
            let lines = lines.entry(key).or_default();
            encode::line(lines, &forms, &word.shown_as, &postings, is_common);
        }
    }
    lines
}

/// Returns whether a word is on a page only in the text.
fn is_in_text_alone(posting: Posting) -> bool {
    posting & ((1 << STANDING_BITS) - 1) <= TEXT_ALONE
}

/// Distributes lines to `count` files by the first letters of their words.
fn distribute(lines: BTreeMap<String, String>, count: usize) -> Index {
    let total: usize = lines.values().map(String::len).sum();
    let mut index = Index {
        starts: Vec::with_capacity(count),
        files: Vec::with_capacity(count),
    };
    let mut written = 0;
    let mut file = String::new();
    for (key, lines) in lines {
        // A file is full when the files so far hold their share.
        let is_full = written * count >= total * (index.files.len() + 1);
        if is_full && index.files.len() + 1 < count && !file.is_empty() {
            index.starts.push(key);
            index
                .files
                .push(std::mem::take(&mut file));
        }
        written += lines.len();
        file.push_str(&lines);
    }
    index.files.push(file);
    index
        .files
        .resize(count, String::new());
    index
}
