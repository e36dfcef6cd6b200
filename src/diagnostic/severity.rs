//! Severities: how serious findings are, and whether the site can be published despite them.

use std::sync::LazyLock;

use super::{Diagnostic, Excuses, FirstDay, Setting, Severities};

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site can be published; something should be fixed.
    Warning,
    /// The site cannot be published.
    Error,
}

/// Who sees the output of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Readers of the site.
    Readers,
    /// Nobody: it is a draft that is not built.
    Nobody,
}

/// How serious an error is that is true only from a later day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foresight {
    /// As on that day: `check` is asked what has to be fixed.
    AsThen,
    /// A warning: nothing is wrong with the site of today, which is built or viewed.
    Warning,
}

/// Which findings do not prevent publication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tolerance {
    /// Warnings.
    #[default]
    Warnings,
    /// None at all: `--strict`.
    Nothing,
}

impl Tolerance {
    /// Returns whether these findings prevent publication.
    pub fn refuses(self, found: &[Diagnostic]) -> bool {
        match self {
            Self::Warnings => found.iter().any(Diagnostic::is_error),
            Self::Nothing => !found.is_empty(),
        }
    }
}

/// What decides how serious findings are.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// What the site says about codes.
    pub severities: &'a Severities,
    /// What pages allow.
    pub excuses: &'a Excuses,
    /// Who sees the sources of the findings.
    pub audience: Audience,
}

impl<'a> Rules<'a> {
    /// Returns the rules for files that cannot allow anything themselves.
    pub fn of(severities: &'a Severities) -> Self {
        static NOTHING: LazyLock<Excuses> = LazyLock::new(Excuses::default);
        Self {
            severities,
            excuses: &NOTHING,
            audience: Audience::Readers,
        }
    }
}

/// Decides how serious findings are, and drops those that the site turns off or a page allows. Only
/// here may a severity differ from its code's: first by `check:` in `site.yaml`, then errors that
/// nobody can see become warnings.
#[must_use]
pub fn settled(mut found: Vec<Diagnostic>, rules: Rules<'_>) -> Vec<Diagnostic> {
    found.retain_mut(|finding| {
        match rules.severities.of(finding) {
            Some(Setting::Off) => return false,
            Some(Setting::As(severity)) => finding.severity = severity,
            None => {}
        }
        if rules.audience == Audience::Nobody {
            finding.severity = Severity::Warning;
        }
        !rules.excuses.excuse(finding)
    });
    found
}

/// Marks findings as true only from a day on.
#[must_use]
pub fn foretold(
    mut found: Vec<Diagnostic>,
    day: Option<FirstDay>,
    foresight: Foresight,
) -> Vec<Diagnostic> {
    for finding in &mut found {
        finding.from = day;
        if foresight == Foresight::Warning {
            finding.severity = Severity::Warning;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn errors_in_a_draft_are_warnings() {
        let found = vec![Diagnostic::nowhere(Code::MissingKey)];
        let severities = Severities::default();
        let rules = Rules::of(&severities);
        assert_eq!(settled(found.clone(), rules), found);
        let settled = settled(
            found,
            Rules {
                audience: Audience::Nobody,
                ..rules
            },
        );
        assert!(!Tolerance::Warnings.refuses(&settled));
        assert!(Tolerance::Nothing.refuses(&settled));
        assert!(!Tolerance::Nothing.refuses(&[]));
    }

    #[test]
    fn errors_of_a_later_day_do_not_stop_a_build_today() {
        let found = || vec![Diagnostic::nowhere(Code::MissingKey)];
        let day = FirstDay::parse("2027-01-01");
        let then = foretold(found(), day, Foresight::AsThen);
        assert!(Tolerance::Warnings.refuses(&then));
        let warned = foretold(found(), day, Foresight::Warning);
        assert!(!Tolerance::Warnings.refuses(&warned));
        assert!(
            warned
                .iter()
                .all(|finding| finding.from == day)
        );
    }

    #[test]
    fn a_site_sets_severities() {
        let severities = Severities::new(vec![
            (Code::HeadingOne, Setting::As(Severity::Warning)),
            (Code::DeadLink, Setting::Off),
            (Code::MissingKey, Setting::Off),
        ]);
        let found = [Code::MissingKey, Code::DeadLink, Code::HeadingOne].map(Diagnostic::nowhere);
        let settled = settled(found.to_vec(), Rules::of(&severities));
        let left: Vec<_> = settled
            .iter()
            .map(|finding| (finding.code, finding.severity))
            .collect();
        assert_eq!(
            left,
            [
                (Code::MissingKey, Severity::Error),
                (Code::HeadingOne, Severity::Warning)
            ]
        );
    }
}
