//! Terms that are probably misspelt: one letter off another that the site knows better.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Linker;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::TermUse;
use crate::site::terms::{Term, TermId, Terms};

/// The shortest slug that is compared with terms that have pages of their own, in letters; a letter
/// more or less makes another word of a shorter one.
const SHORTEST: usize = 4;

/// The shortest that is compared with terms that are only used more often.
const SHORTEST_USED: usize = 5;

/// The longest slug that is compared, in bytes; each of its letters is left out once.
const LONGEST: usize = 100;

/// The most places at which one term is reported.
const MOST_PLACES: usize = 5;

/// The most similar terms that are compared with one, so that many in a row take linear time.
const MOST_COMPARED: usize = 20;

/// A term with its identifier.
type Known<'t> = (&'t TermId, &'t Term);

impl Linker<'_> {
    /// Reports terms without a page of their own that are one letter off one that has a page or is
    /// used more often. A misspelt term makes a page that lists only the page with the mistake.
    pub(super) fn doubtful_terms(&mut self, terms: &Terms) {
        let all: Vec<Known<'_>> = terms.0.iter().collect();
        let groups =
            all.chunk_by(|(a, _), (b, _)| (a.taxonomy, a.language) == (b.taxonomy, b.language));
        for group in groups {
            self.doubtful_in(group);
        }
    }

    /// Reports the doubtful terms of one taxonomy in one language.
    fn doubtful_in(&mut self, group: &[Known<'_>]) {
        let doubted: Vec<&Known<'_>> = group
            .iter()
            .filter(|(id, term)| {
                term.page.is_none() && (SHORTEST..=LONGEST).contains(&id.slug.len())
            })
            .collect();
        if doubted.is_empty() || group.len() == 1 {
            return;
        }
        let neighbours = Neighbours::new(group);
        let meant: Vec<(Known<'_>, Known<'_>)> = doubted
            .into_iter()
            .filter_map(|known| Some((*known, neighbours.meant(*known)?)))
            .collect();
        if meant.is_empty() {
            return;
        }
        let unpublished = self.unpublished_terms();
        for (doubted, meant) in meant {
            if !unpublished.contains(doubted.0) {
                self.report_doubtful(doubted, meant);
            }
        }
    }

    /// Returns the terms whose own pages are not published now; nobody doubts them.
    fn unpublished_terms(&self) -> FxHashSet<TermId> {
        let pages = self.pages.iter();
        pages
            .filter(|page| !page.published)
            .filter_map(|page| self.inputs.term_of(page))
            .collect()
    }

    fn report_doubtful(&mut self, (id, term): Known<'_>, (other_id, other): Known<'_>) {
        let known = match (other.page, &other.first) {
            (Some(page), _) => Some(self.pages[page].entry.place()),
            (None, first) => first
                .as_ref()
                .map(|(page, term_use)| self.place_of_use(*page, term_use)),
        };
        let written = written(other_id, other);
        for page in term.pages.iter().take(MOST_PLACES) {
            let entry = &self.pages[*page].entry;
            let is_own = |used: &&TermUse| used.taxonomy == id.taxonomy && used.slug == id.slug;
            let Some(used) = entry.terms.iter().find(is_own) else {
                continue;
            };
            let mut finding =
                Diagnostic::new(Code::DoubtfulTerm, Place::at(&entry.source, used.span))
                    .arg("term", &used.name)
                    .arg("near", written);
            finding.related.extend(known.clone());
            let hash = self
                .tree
                .get(&entry.source)
                .map(|source| source.hash);
            self.found.push(match hash {
                Some(hash) => finding.likely_fix(hash, written),
                None => finding,
            });
        }
    }
}

/// Returns how to write a term: as on other pages, or by its slug where that needs quotation marks.
fn written<'t>(id: &'t TermId, term: &'t Term) -> &'t str {
    let first = term
        .first
        .as_ref()
        .map(|(_, used)| &*used.name);
    let is_plain = |name: &&str| {
        name.chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
    };
    first
        .filter(is_plain)
        .unwrap_or(&id.slug)
}

/// Terms by their slugs with one letter left out: two slugs that differ in one letter share one.
struct Neighbours<'t>(FxHashMap<String, Vec<Known<'t>>>);

impl<'t> Neighbours<'t> {
    fn new(group: &[Known<'t>]) -> Self {
        let mut neighbours: FxHashMap<String, Vec<Known<'t>>> = FxHashMap::default();
        let known = group
            .iter()
            .filter(|(id, _)| id.slug.len() <= LONGEST)
            .filter(|(_, term)| term.page.is_some() || term.pages.len() > 1);
        for term in known {
            for shortened in shortened(&term.0.slug) {
                let alike = neighbours
                    .entry(shortened)
                    .or_default();
                if alike.len() < MOST_COMPARED {
                    alike.push(*term);
                }
            }
        }
        Self(neighbours)
    }

    /// Returns the term that was probably meant instead of one.
    fn meant(&self, doubted: Known<'t>) -> Option<Known<'t>> {
        let alike = shortened(&doubted.0.slug)
            .filter_map(|shortened| self.0.get(&shortened))
            .flatten();
        alike
            .filter(|known| is_meant(doubted, **known))
            .max_by_key(|(id, term)| (term.page.is_some(), term.pages.len(), &id.slug))
            .copied()
    }
}

/// Returns a slug, and the same with each of its letters left out.
fn shortened(slug: &str) -> impl Iterator<Item = String> {
    let without = slug
        .char_indices()
        .map(move |(at, letter)| {
            let (before, after) = slug.split_at(at);
            let after = after
                .strip_prefix(letter)
                .unwrap_or(after);
            format!("{before}{after}")
        });
    std::iter::once(slug.to_owned()).chain(without)
}

/// Returns whether a known term was probably meant. Numbers are no slips: `2026` is not `2027`.
fn is_meant((id, term): Known<'_>, (known_id, known): Known<'_>) -> bool {
    let digits = |id: &TermId| -> String {
        id.slug
            .chars()
            .filter(char::is_ascii_digit)
            .collect()
    };
    let is_used_more =
        || id.slug.len() >= SHORTEST_USED && term.pages.len() == 1 && known.pages.len() > 1;
    strsim::osa_distance(&id.slug, &known_id.slug) == 1
        && (known.page.is_some() || is_used_more())
        && digits(id) == digits(known_id)
}
