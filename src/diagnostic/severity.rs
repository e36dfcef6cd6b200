//! Severities: how bad findings are, and whether the site can be published with them.

use super::Diagnostic;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site can be published; something should be fixed.
    Warning,
    /// The site cannot be published.
    Error,
}

/// Who sees what a source brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Readers of the site.
    Readers,
    /// Nobody: it is a draft, and drafts are not built.
    Nobody,
}

/// Which findings a site may be published with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tolerance {
    /// Warnings.
    #[default]
    Warnings,
    /// None at all: `--strict`.
    Nothing,
}

impl Tolerance {
    /// Returns whether these findings keep the site from being published.
    pub fn refuses(self, found: &[Diagnostic]) -> bool {
        match self {
            Self::Warnings => found.iter().any(Diagnostic::is_error),
            Self::Nothing => !found.is_empty(),
        }
    }
}

/// Settles how bad the findings in one source are. Only here does a severity become another than
/// its code's: errors nobody can see are warnings.
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
