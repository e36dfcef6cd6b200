//! Footnotes of a body, numbered in the order in which the text refers to them.

use pulldown_cmark::CowStr;
use rustc_hash::FxHashMap;

use super::Level;

/// A footnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number, from 1.
    pub number: u32,
    /// How often the text refers to it.
    pub references: u32,
    /// What it says.
    pub inside: Level,
}

/// Numbers footnotes.
#[derive(Default)]
pub(super) struct Notes<'a> {
    numbers: FxHashMap<CowStr<'a>, u32>,
    /// How often the text refers to each, by its number less one.
    references: Vec<u32>,
    pub(super) defined: Vec<Note>,
}

impl<'a> Notes<'a> {
    fn number(&mut self, name: CowStr<'a>) -> u32 {
        let next = self.numbers.len() as u32 + 1;
        let number = *self.numbers.entry(name).or_insert(next);
        self.references.resize(self.numbers.len(), 0);
        number
    }

    /// Counts a reference and returns the HTML that leads to its note.
    pub(super) fn reference(&mut self, name: CowStr<'a>) -> String {
        let number = self.number(name);
        let count = &mut self.references[number as usize - 1];
        *count += 1;
        let id = Note::reference_id(number, *count);
        format!(
            "<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
        )
    }

    /// Adds a footnote and returns its place among all.
    pub(super) fn define(&mut self, name: CowStr<'a>, inside: Level) -> u32 {
        let number = self.number(name);
        self.defined.push(Note {
            number,
            references: 0,
            inside,
        });
        self.defined.len() as u32 - 1
    }

    pub(super) fn finish(mut self) -> Box<[Note]> {
        for note in &mut self.defined {
            note.references = self.references[note.number as usize - 1];
        }
        self.defined.into_boxed_slice()
    }
}

impl Note {
    /// Returns the identifier of the reference to a note for the `time`th time.
    pub fn reference_id(number: u32, time: u32) -> String {
        if time == 1 {
            format!("fnref-{number}")
        } else {
            format!("fnref-{number}-{time}")
        }
    }
}
