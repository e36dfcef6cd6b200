//! Severities: how serious findings are, and whether the site can be published despite them.

use super::{Diagnostic, FirstDay};

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

/// Decides how serious the findings in one source are. Only here may a severity differ from its
/// code's: errors that nobody can see are warnings.
///
/// `check:` in `site.yaml` and comments that allow a finding will be applied here.
#[must_use]
pub fn settled(mut found: Vec<Diagnostic>, audience: Audience) -> Vec<Diagnostic> {
    if audience == Audience::Nobody {
        for finding in &mut found {
            finding.severity = Severity::Warning;
        }
    }
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
        assert_eq!(settled(found.clone(), Audience::Readers), found);
        let settled = settled(found, Audience::Nobody);
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
}
