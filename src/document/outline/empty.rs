//! Links, pictures, headings and blocks without a target or without words, and headings that skip a
//! level.

use std::ops::Range;

use super::OutlineBuilder;
use super::elements::HTML;
use crate::diagnostic::Code;
use crate::document::blocks::{Form, Head};
use crate::document::body::{ElementKind, RawElement};
use crate::document::markdown::Piece;
use crate::document::text::slice;

/// The form of a finding in Markdown, where its correction is written otherwise.
pub(super) const MARKDOWN: &str = "markdown";

/// An open heading or link, in which there must be something to read.
pub(super) struct OpenText {
    /// The word that selects the message.
    kind: &'static str,
    range: Range<usize>,
    /// Whether it has words, or another finding says what is wrong with it.
    is_settled: bool,
}

impl OutlineBuilder<'_, '_, '_, '_> {
    /// Reports a link or picture without a target; returns whether it is one.
    pub(super) fn without_target(
        &mut self,
        kind: &'static str,
        target: &str,
        range: &Range<usize>,
    ) -> bool {
        let is_empty = target.trim().is_empty();
        if is_empty {
            self.findings
                .report(Code::EmptyLink, range.clone(), |finding| {
                    finding
                        .arg("kind", kind)
                        .arg("form", MARKDOWN)
                });
        }
        is_empty
    }

    pub(super) fn open_text(&mut self, kind: &'static str, range: &Range<usize>) {
        self.texts.push(OpenText {
            kind,
            range: range.clone(),
            is_settled: false,
        });
    }

    /// Notes that there is something to read in what is open, or that it has a finding already.
    pub(super) fn settle_texts(&mut self) {
        for text in &mut self.texts {
            text.is_settled = true;
        }
    }

    /// Ends the innermost heading or link.
    pub(super) fn close_text(&mut self) {
        let Some(OpenText { kind, range, .. }) = self
            .texts
            .pop()
            .filter(|text| !text.is_settled)
        else {
            return;
        };
        // A heading around an empty link is empty for the same reason.
        self.settle_texts();
        self.findings
            .report(Code::NoWords, range, |finding| {
                finding
                    .arg("kind", kind)
                    .arg("form", MARKDOWN)
            });
    }

    /// Notes what an element of raw HTML adds to the headings and links around it.
    pub(super) fn count_element(&mut self, element: &RawElement) {
        match element.kind {
            ElementKind::Heading(level) => self.count_level(level, &element.tag),
            ElementKind::Picture => self.settle_texts(),
            _ if element.has_words => self.settle_texts(),
            _ => {}
        }
    }

    /// Notes the level of a heading, and reports one that is skipped.
    pub(super) fn count_level(&mut self, level: u8, range: &Range<usize>) {
        // A second main heading is reported as such, and should be a level lower.
        let previous = std::mem::replace(&mut self.level, level.max(2));
        if level <= previous + 1 {
            return;
        }
        let signs = |level: u8| "#".repeat(usize::from(level));
        let written = slice(self.findings.body(), range.clone());
        let fixed = written
            .strip_prefix(&signs(level))
            .map(|rest| signs(previous + 1) + rest.trim_end());
        let hash = self.findings.hash();
        // Below the title, the order is still clear; between headings, something is missing.
        let code = match previous {
            1 => Code::DeepStart,
            _ => Code::SkippedLevel,
        };
        self.findings
            .report(code, range.clone(), |finding| {
                let finding = finding
                    .arg("level", level.to_string())
                    .arg("previous", previous.to_string())
                    .arg("right", (previous + 1).to_string());
                match fixed {
                    Some(fixed) => finding
                        .arg("form", MARKDOWN)
                        .likely_fix(hash, fixed),
                    None => finding.arg("form", HTML),
                }
            });
    }

    /// Reports what a block needs and lacks.
    pub(super) fn lacking(&mut self, at: usize, head: &Head, range: &Range<usize>) {
        for key in self.pass.themes.lacking(head) {
            let (code, kind) = match key {
                "href" => (Code::EmptyLink, "link"),
                "src" => (Code::EmptyLink, "picture"),
                _ => (Code::MissingAttribute, ""),
            };
            self.findings
                .report(code, range.clone(), |finding| match code {
                    Code::EmptyLink => finding
                        .arg("kind", kind)
                        .arg("form", "block"),
                    _ => finding
                        .arg("name", &head.name)
                        .arg("key", key),
                });
        }
        let titled = &self.pass.themes.titled;
        if titled.contains(&*head.name) && !self.has_text(at, head) {
            self.findings
                .report(Code::NoWords, range.clone(), |finding| {
                    finding
                        .arg("kind", "block")
                        .arg("name", &head.name)
                });
        }
    }

    /// Returns whether a block has a label or content.
    fn has_text(&self, at: usize, head: &Head) -> bool {
        let label = head.label.as_ref();
        let is_said = |range| {
            !self
                .pass
                .text
                .get(range)
                .trim()
                .is_empty()
        };
        let inside = || {
            let mut pieces = self.pass.pieces.iter().skip(at + 1);
            pieces
                .next()
                .is_some_and(|(piece, _)| !matches!(piece, Piece::Close))
        };
        label.is_some_and(is_said) || head.form == Form::Container && inside()
    }
}
