//! The inverted index of one language: all words in order, in files of about equal size.

use std::collections::BTreeMap;
use std::thread;

use super::encode;
use super::gather::{Gathered, Gatherer, Posting, STANDING_BITS, WordId};
use crate::config::LanguageId;
use crate::render::Renderer;
use crate::site::{PageId, Search};

/// Below so many pages, sharing the work out takes longer than doing it.
const FEW: usize = 256;

/// The most threads that share the work.
const MOST_THREADS: usize = 16;

/// A word on more pages than this, and on a tenth of all, is only listed where it is in a title, a
/// heading or a description: it tells pages apart no more, and its list would be as long as the
/// site.
const COMMON: usize = 1_000;

/// The standing of a word that is in the text alone, as [`Posting`] holds it.
const TEXT_ALONE: u32 = 3;

/// How many letters of a word tell in which file it is.
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

/// A word with what all pages say of it.
#[derive(Default)]
struct Entry {
    forms: Vec<String>,
    shown_as: Vec<String>,
    postings: Vec<Posting>,
}

/// Makes the index of some pages.
///
/// Threads are its own: those that render pages would wait for each other while one of them waits
/// for the index.
pub(in crate::render) fn build(
    renderer: &Renderer,
    language: LanguageId,
    search: &Search,
) -> Index {
    let pages = &search.pages;
    let threads = if pages.len() < FEW {
        1
    } else {
        thread::available_parallelism()
            .map_or(1, usize::from)
            .min(MOST_THREADS)
    };
    let size = pages.len().div_ceil(threads).max(1);
    let gather = |(at, chunk): (usize, &[PageId])| {
        let mut gatherer = Gatherer::new(renderer, language);
        chunk
            .iter()
            .enumerate()
            .for_each(|(number, page)| gatherer.read(at * size + number, *page));
        gatherer.finish()
    };
    let gathered: Vec<Gathered> = thread::scope(|scope| {
        let chunks = pages.chunks(size).enumerate();
        let started: Vec<_> = chunks
            .map(|chunk| scope.spawn(move || gather(chunk)))
            .collect();
        started
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .collect()
    });
    let entries = merged(gathered);
    files(&entries, search)
}

/// Joins what was gathered, in the order of the pages; in the end, what is shown instead of a word
/// are forms, not stems.
fn merged(gathered: Vec<Gathered>) -> BTreeMap<String, Entry> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for part in gathered {
        let stem = |word: &WordId| part.words[*word as usize].stem.clone();
        let shown: Vec<Vec<String>> = part
            .words
            .iter()
            .map(|word| word.shown_as.iter().map(stem).collect())
            .collect();
        for (word, shown) in part.words.into_iter().zip(shown) {
            if word.postings.is_empty() {
                continue;
            }
            let entry = entries.entry(word.stem).or_default();
            entry.forms.extend(word.forms);
            entry.shown_as.extend(shown);
            entry.postings.extend(word.postings);
        }
    }
    for entry in entries.values_mut() {
        entry.forms.sort_unstable();
        entry.forms.dedup();
    }
    let asked: Vec<(String, Vec<String>)> = entries
        .iter()
        .filter_map(|(stem, entry)| Some((stem.clone(), shown(&entries, entry)?)))
        .collect();
    for (stem, shown) in asked {
        if let Some(entry) = entries.get_mut(&stem) {
            entry.shown_as = shown;
        }
    }
    entries
}

/// Returns the forms that pages show instead of a word, if synonyms make them.
fn shown(entries: &BTreeMap<String, Entry>, entry: &Entry) -> Option<Vec<String>> {
    let words = entry.shown_as.iter().filter_map(|stem| entries.get(stem));
    let mut forms: Vec<String> = words.flat_map(|word| word.forms.iter().cloned()).collect();
    forms.sort_unstable();
    forms.dedup();
    (!forms.is_empty()).then_some(forms)
}

/// Shares the words out to files by their first letters, so that a word is in one file only, and
/// known by what is typed of it.
fn files(entries: &BTreeMap<String, Entry>, search: &Search) -> Index {
    let mut units: BTreeMap<String, String> = BTreeMap::new();
    for entry in entries.values() {
        let mut forms: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for form in &entry.forms {
            forms
                .entry(form.chars().take(KEY).collect())
                .or_default()
                .push(form);
        }
        let is_common =
            entry.postings.len() > COMMON && entry.postings.len() > search.pages.len() / 10;
        let postings: Vec<Posting> = match is_common {
            true => entry
                .postings
                .iter()
                .copied()
                .filter(|posting| posting & ((1 << STANDING_BITS) - 1) > TEXT_ALONE)
                .collect(),
            false => entry.postings.clone(),
        };
        for (key, forms) in forms {
            // The forms of a word nearly always begin alike; else it is in each file where one of
            // them is looked for.
            encode::line(
                units.entry(key).or_default(),
                &forms,
                &entry.shown_as,
                &postings,
                is_common,
            );
        }
    }
    let count = search.words_files();
    let total: usize = units.values().map(String::len).sum();
    let mut index = Index {
        starts: Vec::with_capacity(count),
        files: vec![String::new()],
    };
    let mut written = 0;
    for (key, lines) in units {
        // A file is full when the files so far hold their share.
        while index.files.len() < count
            && written * count >= total * index.files.len()
            && !index.files[index.files.len() - 1].is_empty()
        {
            index.starts.push(key.clone());
            index.files.push(String::new());
        }
        written += lines.len();
        if let Some(file) = index.files.last_mut() {
            file.push_str(&lines);
        }
    }
    index.files.resize(count, String::new());
    index
}
