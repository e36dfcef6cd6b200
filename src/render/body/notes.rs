//! Footnotes and the titles of alerts.

use std::collections::BTreeMap;

use pulldown_cmark::{BlockQuoteKind, CowStr};
use rustc_hash::FxHashMap;

use super::writer::{Level, Writer};
use crate::render::escaped;

/// Footnotes in the order in which the text refers to them.
#[derive(Default)]
pub(super) struct Notes<'a> {
    numbers: FxHashMap<CowStr<'a>, usize>,
    references: BTreeMap<usize, usize>,
    texts: BTreeMap<usize, String>,
}

impl<'a> Notes<'a> {
    fn number(&mut self, name: CowStr<'a>) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name).or_insert(next)
    }
}

impl<'a> Writer<'a, '_, '_> {
    pub(super) fn reference(&mut self, name: CowStr<'a>) {
        let number = self.notes.number(name);
        let count = self.notes.references.entry(number).or_default();
        *count += 1;
        let id = note_reference(number, *count);
        self.raw_html(format!(
            "<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    pub(super) fn define(&mut self) {
        if let Some(Level { events, note: Some(name), .. }) = self.levels.pop() {
            let number = self.notes.number(name);
            let text = self.level_html(events);
            self.notes.texts.insert(number, text);
        }
    }

    pub(super) fn alert_title(&mut self, kind: BlockQuoteKind) {
        let (key, own) = match kind {
            BlockQuoteKind::Note => ("alert-note", "Note"),
            BlockQuoteKind::Tip => ("alert-tip", "Tip"),
            BlockQuoteKind::Important => ("alert-important", "Important"),
            BlockQuoteKind::Warning => ("alert-warning", "Warning"),
            BlockQuoteKind::Caution => ("alert-caution", "Caution"),
        };
        let title = self.surroundings.and_then(|around| around.word(key)).unwrap_or_else(|| own.to_owned());
        self.raw_html(format!("<p class=\"markdown-alert-title\">{}</p>\n", escaped(&title)));
    }

    pub(super) fn notes_html(&mut self) -> String {
        let notes = std::mem::take(&mut self.notes);
        if notes.texts.is_empty() {
            return String::new();
        }
        let back = self.surroundings.and_then(|around| around.word("footnote-back")).unwrap_or_else(|| "↩".to_owned());
        let mut html = String::from("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (number, text) in notes.texts {
            html.push_str(&format!("<li id=\"fn-{number}\">\n{text}"));
            let count = notes.references.get(&number).copied().unwrap_or_default();
            let link = |time: usize| {
                let id = note_reference(number, time);
                format!("<a href=\"#{id}\" role=\"doc-backlink\" aria-label=\"{} {number}\">↩</a>", escaped(&back))
            };
            if count > 0 {
                html.push_str(&format!("<p class=\"footnote-back\">{}</p>\n", (1..=count).map(link).collect::<Vec<_>>().join(" ")));
            }
            html.push_str("</li>\n");
        }
        html.push_str("</ol>\n</section>\n");
        html
    }
}

fn note_reference(number: usize, time: usize) -> String {
    if time == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{time}") }
}
