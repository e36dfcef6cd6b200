//! Footnotes of a body, numbered in the order of their first references.

use pulldown_cmark::CowStr;
use rustc_hash::FxHashMap;

use super::Level;

/// A footnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number, from 1.
    pub number: u32,
    /// The number of references to it.
    pub references: u32,
    /// Its inside.
    pub inside: Level,
}

/// Numbers footnotes.
#[derive(Default)]
pub(super) struct Notes<'a> {
    counts: FxHashMap<CowStr<'a>, Count>,
    /// The notes by name, in the order of their definitions.
    defined: Vec<(CowStr<'a>, Level)>,
}

/// The number and references of a name.
#[derive(Clone, Copy, Default)]
struct Count {
    number: u32,
    references: u32,
}

impl<'a> Notes<'a> {
    fn count(&mut self, name: CowStr<'a>) -> &mut Count {
        let number = self.counts.len() as u32 + 1;
        self.counts
            .entry(name)
            .or_insert(Count {
                number,
                references: 0,
            })
    }

    /// Counts a reference and returns its HTML.
    pub(super) fn reference(&mut self, name: CowStr<'a>) -> String {
        let count = self.count(name);
        count.references += 1;
        let number = count.number;
        let id = Note::reference_id(number, count.references);
        format!(
            "<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" id=\"{id}\" \
             role=\"doc-noteref\">{number}</a></sup>"
        )
    }

    /// Adds a footnote and returns its index.
    pub(super) fn define(&mut self, name: CowStr<'a>, inside: Level) -> u32 {
        self.count(name.clone());
        self.defined.push((name, inside));
        self.defined.len() as u32 - 1
    }

    pub(super) fn finish(self) -> Box<[Note]> {
        let note = |(name, inside): (CowStr<'a>, Level)| {
            let count = self
                .counts
                .get(&name)
                .copied()
                .unwrap_or_default();
            Note {
                number: count.number,
                references: count.references,
                inside,
            }
        };
        self.defined
            .into_iter()
            .map(note)
            .collect()
    }
}

impl Note {
    /// Returns the identifier of the `time`th reference to a note.
    pub fn reference_id(number: u32, time: u32) -> String {
        if time == 1 {
            format!("fnref-{number}")
        } else {
            format!("fnref-{number}-{time}")
        }
    }
}
