//! Severities: how serious findings are, and whether the site can be published despite them.

use super::Diagnostic;

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
}
