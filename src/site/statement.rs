//! The accessibility statement of a site: whether there is one, which pages show it, and whether
//! its evidence exists. `data` checks the rest; `render` makes the copy for machines.

use super::{Inputs, LinkOrigin, PageId, Site, Written};
use crate::config::{Contact, Language, LanguageId, Located};
use crate::data::{EVIDENCE, Statement};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Variant;
use crate::document::target::{self, Target, TargetError};
use crate::id::IdVec;
use crate::layout;
use crate::source::SourceId;

/// The copy of the statement for machines.
pub(crate) const STATEMENT: &str = "accessibility.json";

impl Site {
    /// Returns the accessibility statement, if a page shows it.
    pub(crate) fn statement(&self) -> Option<&Statement> {
        statement(&self.inputs, &self.statements)
    }

    /// Returns the page that shows the statement in a language.
    pub(crate) fn statement_page(&self, language: LanguageId) -> Option<PageId> {
        self.statements[language]
    }

    /// Returns the link to the statement's evidence, as written.
    pub(crate) fn evidence(&self) -> Option<&Located<String>> {
        self.statement()?.evidence.as_ref()
    }

    /// Returns what is wrong with a statement, given the site's day and files.
    pub(crate) fn check_statement(&self, statement: &Statement) -> Vec<Diagnostic> {
        let mut found = statement.findings_on(self.inputs.today);
        let evidence = statement.evidence.as_ref();
        found.extend(evidence.and_then(|evidence| self.check_evidence(evidence)));
        found
    }

    /// The evidence is on another site, or a file of this one.
    fn check_evidence(&self, evidence: &Located<String>) -> Option<Diagnostic> {
        let (written, place) = (evidence.value.as_str(), evidence.place.clone());
        match data_target(written) {
            Ok(Target::External(_) | Target::Anchor(_)) => {
                Contact::Web.finding(EVIDENCE, written, place)
            }
            Ok(target) => {
                let origin = data_origin(LanguageId::OWN);
                let why = self.resolve(origin, &target).err()?;
                let written = Written {
                    text: written,
                    place,
                };
                Some(self.explain_missing(why, origin, &target, written))
            }
            Err(TargetError::Scheme(scheme)) => {
                Some(Diagnostic::new(Code::UnsafeLink, place).arg("scheme", scheme))
            }
            Err(TargetError::Outside) => {
                Some(Diagnostic::new(Code::LinkLeavesContent, place).arg("target", written))
            }
        }
    }
}

/// Returns the accessibility statement, if any of `pages` shows it.
pub(super) fn statement<'i>(
    inputs: &'i Inputs,
    pages: &IdVec<Language, Option<PageId>>,
) -> Option<&'i Statement> {
    pages.iter().flatten().next()?;
    inputs.data.get()
}

/// Reads a link in data, from the content folder.
pub(crate) fn data_target(link: &str) -> Result<Target<'_>, TargetError<'_>> {
    target::read(
        link,
        &SourceId::new(format!("{}/_index.md", layout::CONTENT)),
    )
}

/// Returns the origin of a link in data: no page, for readers of a language.
pub(crate) fn data_origin(language: LanguageId) -> LinkOrigin<'static> {
    LinkOrigin {
        variant: Variant::standard(language),
        document: None,
    }
}
