//! Copies of pages that people and synchronised folders leave beside the originals: they are no
//! pages, since readers would find everything twice, and one of the two soon out of date.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::kept::Parsed;
use crate::data;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Document;
use crate::layout;
use crate::source::{SourceId, Tree, files_below};

/// The words for a copy in the languages of our editors' computers, in lower case.
const COPY: &[&str] = &["kopie", "copy", "kopia", "копія", "copia", "kopija"];

/// How a name begins that says whose copy it is, in lower case.
const COPY_OF: &[&str] = &[
    "kopie souboru ",
    "kopie von ",
    "kopie ",
    "copy of ",
    "kopia ",
    "копія ",
];

/// What the names of copies contain that a synchronised folder makes when two people change a file,
/// in lower case.
const CONFLICT: &[&str] = &["conflict", "konflikt", "конфлікт"];

/// What separates a name from the mark of a copy.
const SEPARATORS: [char; 7] = [' ', '\u{a0}', '-', '–', '—', '_', '.'];

/// The most originals that one name may have.
const MOST_ORIGINALS: usize = 32;

/// The copies among the pages, each with its original.
pub(super) type Originals = BTreeMap<SourceId, SourceId>;

/// The pages that are called like copies.
#[derive(Default)]
pub(super) struct Copies {
    /// With the files of which each may be a copy, whether or not these exist.
    named: BTreeMap<SourceId, Vec<SourceId>>,
}

impl Copies {
    /// Takes notice of a page.
    pub(super) fn add(&mut self, id: &SourceId) {
        let originals = originals(id);
        if !originals.is_empty() {
            self.named
                .insert(id.clone(), originals);
        }
    }

    /// Forgets a page.
    pub(super) fn remove(&mut self, id: &SourceId) {
        self.named.remove(id);
    }

    /// Returns whether the text of a page may decide what is a copy.
    pub(super) fn concern(&self, id: &SourceId) -> bool {
        let mut originals = self.named.values().flatten();
        self.named.contains_key(id) || originals.any(|original| original == id)
    }

    /// Finds the pages that are copies: they have the title or most lines of an original.
    pub(super) fn originals(&self, documents: &BTreeMap<SourceId, Parsed>) -> Originals {
        let original_of = |(id, originals): (&SourceId, &Vec<SourceId>)| {
            let copy = &documents.get(id)?.document;
            let original = originals.iter().find(|original| {
                documents
                    .get(*original)
                    .is_some_and(|original| is_copy(copy, &original.document))
            });
            Some((id.clone(), original?.clone()))
        };
        self.named
            .iter()
            .filter_map(original_of)
            .collect()
    }
}

/// Reports the copies of pages.
pub(super) fn of_pages(originals: &Originals) -> impl Iterator<Item = Diagnostic> {
    originals
        .iter()
        .map(|(copy, original)| finding("page", copy, original))
}

/// Reports the copies of data files: an edit may have ended up in one.
pub(super) fn of_data(tree: &Tree) -> impl Iterator<Item = Diagnostic> {
    let files = files_below(tree, layout::DATA).map(|(_, source)| source);
    files
        .filter(|source| data::is_file_name(source.id.file_name()))
        .filter_map(|copy| {
            let text = String::from_utf8_lossy(copy.bytes());
            let original = originals(&copy.id)
                .into_iter()
                .filter_map(|id| tree.get(&id))
                .find(|original| {
                    has_most_lines(&text, &String::from_utf8_lossy(original.bytes()))
                })?;
            Some(finding("data", &copy.id, &original.id))
        })
}

fn finding(kind: &str, copy: &SourceId, original: &SourceId) -> Diagnostic {
    Diagnostic::new(Code::CopyOfFile, Place::file(copy))
        .arg("kind", kind)
        .arg("original", original.file_name())
        .related(Place::file(original))
}

fn is_copy(copy: &Arc<Document>, original: &Arc<Document>) -> bool {
    copy.entry.front.title == original.entry.front.title
        || has_most_lines(copy.text(), original.text())
}

/// Returns whether most lines of a text are in another.
fn has_most_lines(text: &str, other: &str) -> bool {
    let lines = |text: &'_ str| -> Vec<String> {
        let lines = text.lines().map(str::trim);
        lines
            .filter(|line| !matches!(*line, "" | "---"))
            .map(str::to_owned)
            .collect()
    };
    let known: FxHashSet<String> = lines(other).into_iter().collect();
    let own = lines(text);
    let shared = own
        .iter()
        .filter(|line| known.contains(*line));
    2 * shared.count() > own.len()
}

/// Returns the files beside a file of which it may be a copy, judging by its name.
fn originals(id: &SourceId) -> Vec<SourceId> {
    let name = id.file_name();
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return Vec::new();
    };
    let folder = id
        .as_str()
        .strip_suffix(name)
        .unwrap_or_default();
    let mut stems = Vec::new();
    add_originals(stem, &mut stems);
    stems
        .into_iter()
        .map(|stem| SourceId::new(format!("{folder}{stem}.{ending}")))
        .collect()
}

/// Adds the names of which a name may mark a copy, without endings.
fn add_originals<'s>(stem: &'s str, stems: &mut Vec<&'s str>) {
    let lower = stem.to_lowercase();
    if stems.len() >= MOST_ORIGINALS || !is_marked(stem, &lower) {
        return;
    }
    let mut found = Vec::new();
    found.extend(before_number(stem));
    found.extend(before_word(stem));
    found.extend(after_words(stem));
    found.extend(before_computer(stem));
    if CONFLICT
        .iter()
        .any(|word| lower.contains(word))
    {
        let ends = stem.match_indices(SEPARATORS);
        found.extend(ends.filter_map(|(end, _)| stem.get(..end)));
    }
    for name in found {
        let name = name.trim_end_matches(SEPARATORS);
        if !name.is_empty() && name != stem && !stems.contains(&name) {
            stems.push(name);
            // `x – kopie (2)` is a copy of `x`, too.
            add_originals(name, stems);
        }
    }
}

/// Returns whether a name has any mark of a copy, so that most names cost nothing.
fn is_marked(stem: &str, lower: &str) -> bool {
    let is_computer = |c: char| c.is_ascii_uppercase();
    let has = |words: &[&str]| {
        words
            .iter()
            .any(|word| lower.contains(word))
    };
    stem.ends_with(|c: char| c == ')' || c.is_ascii_digit())
        || stem.contains('-') && stem.contains(is_computer)
        || has(COPY)
        || has(CONFLICT)
}

/// `x (1)`, `x (kopie)`, `x (conflicted copy 2026-12-01)`, `x 2`.
fn before_number(stem: &str) -> Option<&str> {
    let is_number = |text: &str| {
        (1..=2).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit())
    };
    if let Some((name, inner)) = stem
        .strip_suffix(')')
        .and_then(|stem| stem.rsplit_once('('))
    {
        let lower = inner.to_lowercase();
        let mut words = COPY.iter().chain(CONFLICT);
        return (is_number(inner) || words.any(|word| lower.contains(word))).then_some(name);
    }
    let (name, number) = stem.rsplit_once(' ')?;
    is_number(number).then_some(name)
}

/// `x – kopie`, `x copy`.
fn before_word(stem: &str) -> Option<&str> {
    let at = stem.rfind(SEPARATORS)?;
    let (name, word) = stem.split_at_checked(at)?;
    let word = word
        .trim_start_matches(SEPARATORS)
        .to_lowercase();
    COPY.contains(&word.as_str())
        .then_some(name)
}

/// `Kopie x`, `Copy of x`.
fn after_words(stem: &str) -> Option<&str> {
    let lower = stem.to_lowercase();
    let words = COPY_OF
        .iter()
        .find(|words| lower.starts_with(**words))?;
    // Lower case has as many letters, but maybe not as many bytes.
    let (at, _) = stem
        .char_indices()
        .nth(words.chars().count())?;
    let name = stem.get(at..)?;
    Some(name.trim_start_matches(SEPARATORS))
}

/// `x-KANCELAR2`, `x-DESKTOP-AB12CD3`: the name of a computer.
fn before_computer(stem: &str) -> Option<&str> {
    let is_of_computer = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let is_name = |mark: &str| {
        mark.chars().all(is_of_computer) && mark.contains(|c: char| c.is_ascii_uppercase())
    };
    let mut splits = stem
        .match_indices('-')
        .filter_map(|(at, _)| stem.split_at_checked(at));
    splits
        .find(|(_, mark)| is_name(mark))
        .map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of which a name may mark a copy.
    fn names(name: &str) -> Vec<String> {
        originals(&SourceId::new(format!("content/a/{name}")))
            .iter()
            .map(|id| id.as_str().replace("content/a/", ""))
            .collect()
    }

    #[test]
    fn marks_of_copies_are_known_in_all_their_forms() {
        for name in [
            "x – kopie.md",
            "x - kopie (2).md",
            "x - Copy.md",
            "x copy 2.md",
            "x_kopie.md",
            "x — копія.md",
            "Kopie – x.md",
            "Kopie souboru x.md",
            "Copy of x.md",
            "x (1).md",
            "x(2).md",
            "x 2.md",
            "x (další kopie).md",
            "x (conflicted copy 2026-11-30).md",
            "x (Jan's conflicted copy 2026-11-30).md",
            "x (konfliktní kopie uživatele Jan 2026-11-30).md",
            "x.sync-conflict-20261130-101010-ABCDEFG.md",
            "x_conflict-20261130-101010.md",
            "x_DiskStation_Nov-30-1010-2026_Conflict.md",
            "x-KANCELAR2.md",
            "x-DESKTOP-AB12CD3.md",
            "x-PC-2.md",
        ] {
            assert!(
                names(name).contains(&"x.md".to_owned()),
                "{name}: {:?}",
                names(name)
            );
        }
        assert_eq!(names("x.en – kopie.md"), ["x.en.md"]);
        assert_eq!(names("x – kopie.yaml"), ["x.yaml"]);
    }

    #[test]
    fn other_names_mark_no_copy() {
        for name in [
            "x.md",
            "jak-na-kopie-dokladu.md",
            "50-plus.md",
            "kurz-2026.md",
            "akce 2026.md",
            "EU-fondy.md",
            "01_uvod.md",
            "kopie.md",
            "(1).md",
        ] {
            assert_eq!(names(name), [] as [&str; 0], "{name}");
        }
    }

    #[test]
    fn a_copy_has_most_lines_of_its_original() {
        assert!(has_most_lines("a\nb\nc\n", "c\r\n\r\n  a\nd\n"));
        assert!(!has_most_lines("a\nb\n", "a\nc\n"));
        assert!(!has_most_lines("---\n\n", "---\n"));
    }
}
