//! Findings about a body itself, which several passes collect.

use std::ops::Range;

use super::blocks::{self, Attribute, BadHead};
use super::ids::DuplicateId;
use super::markdown::{self, Problem};
use super::pass::PageContext;
use super::text::{SourceText, slice};
use crate::diagnostic::{Code, Diagnostic, Edit, Place};
use crate::language;
use crate::source::{Hash, Span, floor};

/// The most findings of one body; an author with more fixes these first.
const MOST_FINDINGS: usize = 200;

/// The most bytes of a line to mark for deep nesting.
const MOST_MARKED: usize = 80;

/// The findings of one body.
pub(super) struct Findings<'f> {
    page: &'f PageContext<'f>,
    text: SourceText<'f>,
    found: &'f mut Vec<Diagnostic>,
    /// The number of findings so far.
    count: usize,
}

impl<'f> Findings<'f> {
    pub(super) fn new(
        page: &'f PageContext<'f>,
        text: SourceText<'f>,
        found: &'f mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            page,
            text,
            found,
            count: 0,
        }
    }

    /// Returns the body.
    pub(super) fn body(&self) -> &'f str {
        self.text.body()
    }

    /// Returns the hash of the file, which fixes refer to.
    pub(super) fn hash(&self) -> Hash {
        self.page.hash
    }

    /// Reports a finding at a range of the body; `finish` adds the details.
    pub(super) fn report(
        &mut self,
        code: Code,
        range: Range<usize>,
        finish: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let place = self.place(&range);
        self.add(code, place, finish);
    }

    /// Reports a finding at a range of the file.
    pub(super) fn report_in_file(
        &mut self,
        code: Code,
        range: Range<usize>,
        finish: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let place = Place::at(self.page.source, Span::new(range));
        self.add(code, place, finish);
    }

    fn add(&mut self, code: Code, place: Place, finish: impl FnOnce(Diagnostic) -> Diagnostic) {
        if self.is_full() {
            return;
        }
        self.count += 1;
        self.found
            .push(finish(Diagnostic::new(code, place)));
    }

    /// Returns the places of all findings of the file so far, as ranges of it.
    pub(super) fn places(&self) -> impl Iterator<Item = Range<usize>> {
        self.found
            .iter()
            .filter_map(|finding| Some(finding.place.as_ref()?.span?.range()))
    }

    /// Returns whether a finding of this code covers a range of the body.
    pub(super) fn is_within(&self, code: Code, range: &Range<usize>) -> bool {
        let range = self.text.in_file(range);
        let covers = |finding: &Diagnostic| {
            let span = finding
                .place
                .as_ref()
                .and_then(|place| place.span);
            span.map(Span::range)
                .is_some_and(|own| own.start <= range.start && range.end <= own.end)
        };
        self.found
            .iter()
            .any(|finding| finding.code == code && covers(finding))
    }

    /// Returns whether no more findings are taken.
    pub(super) fn is_full(&self) -> bool {
        self.count == MOST_FINDINGS
    }

    /// Returns an edit that replaces a range of the file.
    pub(super) fn edit(&self, range: Range<usize>, text: &str) -> Edit {
        Edit::Text {
            source: self.page.source.clone(),
            hash: self.page.hash,
            span: Span::new(range),
            text: text.into(),
        }
    }

    /// Reports an unmerged conflict.
    pub(super) fn conflict(&mut self, range: Range<usize>) {
        let text = self.body();
        let line = slice(text, range.clone());
        let line = line
            .split('\n')
            .next()
            .unwrap_or_default();
        let range = range.start..range.start + line.len();
        self.report(Code::MergeMark, range, |finding| finding);
    }

    /// Returns the place of a range of the body.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        Place::at(self.page.source, self.span(range))
    }

    /// Returns the bytes of the file that are a range of the body.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.text.span(range)
    }

    /// Reports a code that is unknown or may not be allowed.
    pub(super) fn not_allowed(&mut self, range: Range<usize>, named: &str) {
        let finding = Diagnostic::not_allowed(self.place(&range), named, self.hash());
        self.report(Code::NotAllowed, range, |_| finding);
    }

    pub(super) fn duplicate_ids(&mut self, doubles: &[DuplicateId]) {
        for DuplicateId { id, range, first } in doubles {
            let first = first
                .as_ref()
                .map(|first| self.place(first));
            self.report(Code::DuplicateId, range.clone(), |mut finding| {
                finding.related.extend(first);
                finding.arg("id", id)
            });
        }
    }

    /// Reports an attribute whose value should be a language.
    pub(super) fn unknown_language(&mut self, attribute: &Attribute) {
        let Attribute { key, value, range } = attribute;
        self.no_language(value, range.clone(), |meant| format!("{key}={meant}"));
    }

    /// Reports a value that should be a language; `corrected` writes the one that was meant.
    pub(super) fn no_language(
        &mut self,
        value: &str,
        range: Range<usize>,
        corrected: impl Fn(&str) -> String,
    ) {
        let meant = language::meant_language(value);
        let hash = self.hash();
        self.report(Code::UnknownLanguage, range, |finding| {
            let finding = finding
                .arg("value", value)
                .arg("known", "cs, en, uk, de, pl");
            match meant {
                Some(meant) => finding.meant_language(hash, meant, corrected(meant)),
                None => finding,
            }
        });
    }

    /// Reports a level 1 heading; the page's title is the only `h1`.
    pub(super) fn heading_one(&mut self, range: &Range<usize>) {
        let line = self
            .text
            .get(range)
            .lines()
            .next()
            .unwrap_or_default();
        let hash = self.hash();
        let range = range.start..range.start + line.len();
        self.report(Code::HeadingOne, range, |finding| {
            let finding = finding.arg("form", "markdown");
            if line.starts_with("# ") {
                finding.certain_fix(hash, format!("#{line}"))
            } else {
                finding
            }
        });
    }

    /// Reports what is wrong with the blocks. At `swallowed`, something that is told by itself
    /// begins to hide the ends of the blocks before it.
    pub(super) fn problems(
        &mut self,
        problems: &[(Problem, Range<usize>)],
        swallowed: Option<usize>,
    ) {
        for (problem, range) in problems {
            let range = range.clone();
            match problem {
                Problem::Unclosed(_) if swallowed.is_some_and(|at| range.start < at) => {}
                Problem::Unclosed(name) => self.named(Code::UnclosedBlock, range, name),
                Problem::Misplaced(name) => {
                    let range = self.without_indent(range);
                    self.named(Code::MisplacedBlock, range, name);
                }
                Problem::Stray => self.report(Code::StrayFence, range, |finding| finding),
                Problem::EndOfReported => {}
                Problem::BadHead(why) => self.bad_head(*why, range),
                Problem::TooDeep => self.too_deep(range.start),
            }
        }
    }

    fn without_indent(&self, range: Range<usize>) -> Range<usize> {
        let text = slice(self.body(), range.clone());
        range.start + text.len() - text.trim_start().len()..range.end
    }

    fn bad_head(&mut self, why: BadHead, range: Range<usize>) {
        let hash = self.hash();
        let title = (why == BadHead::Title)
            .then(|| blocks::with_title_in_brackets(slice(self.body(), range.clone())));
        self.report(Code::BadAttributes, range, |finding| {
            let finding = finding.arg("cause", why.name());
            match title {
                Some(line) => finding.certain_fix(hash, line),
                None => finding,
            }
        });
    }

    /// Reports a finding that has only a name to tell.
    pub(super) fn named(&mut self, code: Code, range: Range<usize>, name: &str) {
        self.report(code, range, |finding| finding.arg("name", name));
    }

    fn too_deep(&mut self, start: usize) {
        let body = self.body();
        let rest = slice(body, start..floor(body, start + MOST_MARKED));
        let line = rest
            .split('\n')
            .next()
            .unwrap_or_default();
        self.report(Code::TooDeep, start..start + line.len(), |finding| {
            finding.arg("limit", markdown::DEEPEST.to_string())
        });
    }
}
