//! The accessibility statement of a site: whether there is one, which pages show it, and what it
//! names as evidence. What it says is checked in `accessibility`; its copy for machines is made in
//! `render`.

use tera::Map;
use tera::value::Key;

use super::{PageId, Site};
use crate::config::LanguageId;
use crate::document::target::{self, Target, TargetError};
use crate::layout;
use crate::source::SourceId;

/// The copy of the statement for machines.
pub(crate) const STATEMENT: &str = "accessibility.json";

/// The data file of the statement.
pub(crate) const STATEMENT_DATA: &str = "accessibility";

impl Site {
    /// Returns the data of the accessibility statement, if a page shows them.
    pub(crate) fn statement(&self) -> Option<&Map> {
        self.statements.iter().flatten().next()?;
        self.inputs
            .data
            .as_map()?
            .get(&Key::Str(STATEMENT_DATA))?
            .as_map()
    }

    /// Returns the page that shows the statement in a language.
    pub(crate) fn statement_page(&self, language: LanguageId) -> Option<PageId> {
        self.statements[language]
    }

    /// Returns what the statement names as evidence, as it is written.
    pub(crate) fn evidence(&self) -> Option<&str> {
        self.statement()?
            .get(&Key::Str("doklad"))?
            .as_str()
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }
}

/// Reads a link as data write it: from the content folder.
pub(crate) fn data_target(link: &str) -> Result<Target<'_>, TargetError<'_>> {
    target::read(
        link,
        &SourceId::new(format!("{}/_index.md", layout::CONTENT)),
    )
}
