//! Diagnostics as values: what is wrong in a site, where, and what to do next. Their texts live in
//! `language`, and `report` draws them; nothing is printed here.

mod code;
mod first_day;
mod fix;
mod policy;
mod severity;

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::source::{Hash, SourceId, Span, Unusable, slice};

pub use code::Code;
pub use first_day::FirstDay;
pub use fix::{Edit, Fix, FixError};
pub use policy::{Allow, Excuses, Setting, Severities};
pub use severity::{Audience, Foresight, Rules, Severity, Tolerance, foretold, settled};

/// A place in a source file, or the whole file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub source: SourceId,
    /// The bytes in it; `None` means the whole file.
    pub span: Option<Span>,
}

impl Place {
    /// Points at a whole file.
    pub fn file(source: &SourceId) -> Self {
        Self {
            source: source.clone(),
            span: None,
        }
    }

    /// Points at some bytes of a file.
    pub fn at(source: &SourceId, span: Span) -> Self {
        Self {
            source: source.clone(),
            span: Some(span),
        }
    }
}

/// One finding, shown by the terminal, the browser and JSON alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// Where it is; `None` if it is not about a file.
    pub place: Option<Place>,
    /// What it is.
    pub code: Code,
    /// How bad it is here.
    pub severity: Severity,
    /// The values that its message and hint name.
    pub args: Vec<(&'static str, Arc<str>)>,
    /// Other places involved, such as the second of two files with the same address.
    pub related: Vec<Place>,
    /// The edits that fix it, if pakt knows them.
    pub fix: Option<Fix>,
    /// The first day on which it is true; `None` if it is true already.
    pub from: Option<FirstDay>,
}

impl Diagnostic {
    /// Makes a finding with the usual severity of its code.
    pub fn new(code: Code, place: Place) -> Self {
        Self {
            place: Some(place),
            ..Self::nowhere(code)
        }
    }

    /// Makes a finding that is not about a file.
    pub fn nowhere(code: Code) -> Self {
        Self {
            place: None,
            code,
            severity: code.severity(),
            args: Vec::new(),
            related: Vec::new(),
            fix: None,
            from: None,
        }
    }

    /// Makes the finding that a text stops being UTF-8 at byte `at`.
    pub fn not_utf8(source: &SourceId, at: usize) -> Self {
        Self::new(Code::NotUtf8, Place::at(source, Span::new(at..at + 1)))
    }

    /// Makes the finding that a text has an unmerged conflict in this range, whose first line is
    /// its place; `offset` is where the text starts in its file.
    pub(crate) fn merge_mark(
        source: &SourceId,
        text: &str,
        range: Range<usize>,
        offset: usize,
    ) -> Self {
        let line = slice(text, range.clone())
            .split('\n')
            .next()
            .unwrap_or_default();
        let span = Span::new(range.start..range.start + line.trim_end().len());
        Self::new(Code::MergeMark, Place::at(source, span.shifted(offset)))
    }

    /// Makes the finding that a code is not that of a language, or not of one of the site.
    pub fn unknown_language(place: Place, code: &str, known: &str) -> Self {
        Self::new(Code::UnknownLanguage, place)
            .arg("value", code)
            .arg("known", known)
    }

    /// Adds the language that was likely meant; `text` replaces the place.
    #[must_use]
    pub fn meant_language(self, hash: Hash, language: &str, text: impl AsRef<str>) -> Self {
        self.arg("near", language)
            .likely_fix(hash, text)
    }

    /// Makes the finding that says why a file cannot be used.
    pub(crate) fn unusable(source: &SourceId, why: &Unusable) -> Self {
        let finding = |code| Self::new(code, Place::file(source));
        let unreadable = |cause| finding(Code::Unreadable).arg("cause", cause);
        match why {
            Unusable::Unreadable(cause) => unreadable(cause.as_str()),
            Unusable::NameNotUtf8 => unreadable("name"),
            Unusable::NotRegular => unreadable("kind"),
            Unusable::Twins => unreadable("twins"),
            Unusable::LinkOutside => finding(Code::LinkOutside),
            Unusable::LinkCycle => finding(Code::LinkCycle),
            Unusable::TooLarge => finding(Code::TooLarge).arg("limit", "64"),
        }
    }

    /// Adds a value that the message names.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.args
            .push((name, Arc::from(value.as_ref())));
        self
    }

    /// Adds the nearest known name to `wrong`, if one is near, as the argument `near` (empty
    /// otherwise).
    #[must_use]
    pub fn nearest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.arg("near", nearest(wrong, known).unwrap_or_default())
    }

    /// Adds another place involved.
    #[must_use]
    pub fn related(mut self, place: Place) -> Self {
        self.related.push(place);
        self
    }

    /// Adds a fix that is certain from the file alone: replace the place with `text`. `hash` is the
    /// file's.
    #[must_use]
    pub fn certain_fix(mut self, hash: Hash, text: impl AsRef<str>) -> Self {
        self.fix = self
            .replacement(hash, text.as_ref())
            .map(Fix::certain);
        self
    }

    /// Adds the likeliest fix: replace the place with `text`. `hash` is the file's.
    #[must_use]
    pub fn likely_fix(mut self, hash: Hash, text: impl AsRef<str>) -> Self {
        self.fix = self
            .replacement(hash, text.as_ref())
            .map(Fix::likely);
        self
    }

    /// Adds a fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Returns the text that replaces the place, if that is what the fix does.
    pub fn correction(&self) -> Option<&str> {
        let place = self.place.as_ref()?;
        match self.fix.as_ref()?.edits.as_slice() {
            [
                Edit::Text {
                    source, span, text, ..
                },
            ] if *source == place.source && Some(*span) == place.span => Some(text),
            _ => None,
        }
    }

    /// Makes the edit that replaces the marked text.
    fn replacement(&self, hash: Hash, text: &str) -> Option<Edit> {
        let place = self.place.as_ref()?;
        Some(Edit::Text {
            source: place.source.clone(),
            hash,
            span: place.span?,
            text: Arc::from(text),
        })
    }

    /// Returns whether this finding prevents publication.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Sorts findings and drops duplicates: those of a later day that are true before it, too.
pub fn sorted(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort();
    found.dedup();
    if found
        .iter()
        .any(|finding| finding.from.is_some())
    {
        found = earliest(found);
    }
    found
}

/// Keeps of equal findings on several days those of the first.
fn earliest(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let fault = |finding: &Diagnostic| {
        let Diagnostic {
            code, place, args, ..
        } = finding;
        (*code, place.clone(), args.clone())
    };
    let mut first = FxHashMap::default();
    for finding in &found {
        let day = first
            .entry(fault(finding))
            .or_insert(finding.from);
        // None, which is today, is the least.
        *day = finding.from.min(*day);
    }
    let is_first = |finding: &Diagnostic| first.get(&fault(finding)) == Some(&finding.from);
    found
        .into_iter()
        .filter(is_first)
        .collect()
}

/// Returns the known name most similar to `wrong`, if any is similar enough.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&wrong, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|a, b| {
            a.0.total_cmp(&b.0)
                .then_with(|| b.1.cmp(a.1))
        })
        .map(|(_, name)| name)
}

/// The lowest Jaro-Winkler similarity at which a name is suggested: `titel` and `title` reach 0.95,
/// `slug` and `sort` stay under 0.75.
const NEAR: f64 = 0.8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_of_several_days_is_said_once_with_the_first() {
        let finding = |from: Option<&str>, name: &str| Diagnostic {
            from: from.and_then(FirstDay::parse),
            ..Diagnostic::nowhere(Code::DeadLink).arg("target", name)
        };
        let days = [
            finding(Some("2027-02-01"), "a"),
            finding(None, "a"),
            finding(Some("2027-02-01"), "b"),
            finding(Some("2027-01-01"), "b"),
        ];
        let expected = [finding(None, "a"), finding(Some("2027-01-01"), "b")];
        assert_eq!(sorted(days.to_vec()), expected);
    }

    #[test]
    fn near_names_are_offered() {
        assert_eq!(nearest("titel", ["slug", "title", "time"]), Some("title"));
        assert_eq!(nearest("nadpis", ["slug", "title", "time"]), None);
    }
}
