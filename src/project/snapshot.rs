//! A site at one moment, linked and checked.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::change::is_document;
use super::copies::{self, Originals};
use super::kept::{Kept, Parsed};
use super::{Linked, Project, text_in};
use crate::data::{self, Data, Statement};
use crate::diagnostic::{Code, Diagnostic, Excuses, Place, Rules, settled, sorted};
use crate::language::Day;
use crate::layout;
use crate::render::Renderer;
use crate::site::{self, Inputs, Site};
use crate::source::{Content, SourceId};

/// A site at one moment, with all findings of reading and linking.
pub struct Snapshot {
    /// The site, ready to render.
    pub renderer: Renderer,
    /// The findings of reading and linking, in order of place; rendering adds more.
    pub diagnostics: Vec<Diagnostic>,
    /// The documents shown in their last good version because the present one has errors.
    pub held: BTreeSet<SourceId>,
    /// The data files in their present version.
    data: Arc<Data>,
}

impl Snapshot {
    /// Returns the text of a source at this moment.
    pub fn text(&self, source: &SourceId) -> Option<Cow<'_, str>> {
        text_in(self.renderer.tree(), source)
    }

    /// Links the same files on another day. Of the findings, these are only the ones that depend on
    /// the day.
    #[must_use]
    pub fn on(&self, day: Day) -> Self {
        let today = self.renderer.site();
        let inputs = Inputs {
            today: day,
            ..today.inputs.clone()
        };
        let entries = today
            .pages
            .iter()
            .map(|page| Arc::clone(&page.entry));
        let entries: Vec<_> = entries.collect();
        let (site, found) = site::link(inputs, &entries, self.renderer.tree());
        Self {
            diagnostics: sorted(settled_by(
                of_day(&site, &self.data, found),
                &site,
                self.renderer.excuses(),
            )),
            renderer: self.renderer.with(Arc::new(site)),
            held: self.held.clone(),
            data: Arc::clone(&self.data),
        }
    }
}

impl Project {
    pub(super) fn snapshot(&mut self) -> Snapshot {
        let linked = self
            .linked
            .take()
            .unwrap_or_else(|| self.link());
        let Linked {
            site,
            copies,
            found,
        } = self.linked.insert(linked).clone();
        let mut excuses = Excuses::default();
        for (_, parsed) in self.pages(&copies) {
            excuses.add(&parsed.excuses);
        }
        let diagnostics = self.findings(&site, &copies, found, &excuses);
        let held = self.pages(&copies);
        let held = held.filter(|(_, parsed)| parsed.is_held());
        let documents = self.pages(&copies);
        Snapshot {
            held: held
                .map(|(id, _)| id.clone())
                .collect(),
            renderer: Renderer::new(
                site,
                documents
                    .map(|(_, parsed)| Arc::clone(&parsed.document))
                    .collect(),
                Arc::clone(&self.tree),
                Arc::new(excuses),
            ),
            diagnostics,
            data: Arc::clone(&self.newest_data),
        }
    }

    fn link(&self) -> Linked {
        let themes = self.themes.iter();
        let inputs = Inputs {
            config: self.config(),
            themes: themes
                .filter_map(|(name, kept)| Some((name.clone(), Arc::clone(kept.good.as_ref()?))))
                .collect(),
            data: Arc::clone(&self.data),
            today: self.today,
            mode: self.mode,
        };
        let copies = self.copies.originals(&self.documents);
        let entries: Vec<_> = self
            .pages(&copies)
            .map(|(_, parsed)| Arc::clone(&parsed.document.entry))
            .collect();
        let (site, mut found) = site::link(inputs, &entries, &self.tree);
        found.extend(copies::of_pages(&copies));
        found.extend(copies::of_data(&self.tree));
        Linked {
            site: Arc::new(site),
            copies: Arc::new(copies),
            found,
        }
    }

    /// Returns the documents that are pages, in order.
    fn pages<'s>(
        &'s self,
        copies: &'s Originals,
    ) -> impl Iterator<Item = (&'s SourceId, &'s Parsed)> {
        self.documents
            .iter()
            .filter(|(id, _)| !copies.contains_key(*id))
    }

    /// Collects the findings of reading and linking, in order.
    fn findings(
        &self,
        site: &Site,
        copies: &Originals,
        linking: Vec<Diagnostic>,
        excuses: &Excuses,
    ) -> Vec<Diagnostic> {
        if self.has_unreadable_settings() {
            // With such settings, every page would look wrong.
            return sorted(self.config.found.clone());
        }
        let mut found = of_day(site, &self.newest_data, linking);
        found.extend(self.unusable());
        found.extend(self.incomplete());
        let mut found = settled_by(found, site, excuses);
        found.extend(self.read_findings(copies));
        sorted(found)
    }

    /// Collects the findings of reading, which are settled because they decide what is held.
    fn read_findings(&self, copies: &Originals) -> Vec<Diagnostic> {
        let mut found = self.config.found.clone();
        found.extend(found_in(self.themes.values()));
        let documents = self.pages(copies);
        found.extend(documents.flat_map(|(_, parsed)| parsed.found.iter().cloned()));
        found.extend(found_in(self.facts.values()));
        found
    }

    /// Returns whether the settings have errors and no good version exists.
    fn has_unreadable_settings(&self) -> bool {
        self.config
            .found
            .iter()
            .any(Diagnostic::is_error)
            && self
                .config()
                .language()
                .title
                .is_empty()
    }

    /// Reports unusable files, except those that something reads and reports itself.
    fn unusable(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        let is_read = |id: &SourceId| {
            is_document(id) || id.below(layout::DATA).is_some() || id.as_str() == layout::SETTINGS
        };
        let sources = self
            .tree
            .values()
            .filter(move |source| !is_read(&source.id));
        sources.filter_map(|source| match &source.content {
            Content::Unusable(why) => Some(Diagnostic::unusable(&source.id, why)),
            _ => None,
        })
    }

    /// Reports that the settings do not say who operates the site.
    fn incomplete(&self) -> Option<Diagnostic> {
        let source = self.tree.get(layout::SETTINGS)?;
        let missing = self.config().organisation.missing();
        let finding = || {
            Diagnostic::new(Code::OrganisationIncomplete, Place::file(&source.id))
                .arg("missing", missing.join(", "))
        };
        (!missing.is_empty()).then(finding)
    }
}

/// Returns the findings that depend on the day: those of linking, and of the data files that a site
/// uses.
fn of_day(site: &Site, data: &Data, linking: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut found = linking;
    found.extend(data.findings(|name| site.uses_data(name)));
    let statement = data.get::<Statement>();
    if let Some(statement) = statement.filter(|_| site.uses_data(data::STATEMENT)) {
        found.extend(site.check_statement(statement));
    }
    found
}

/// Settles findings by what a site and its pages say.
fn settled_by(found: Vec<Diagnostic>, site: &Site, excuses: &Excuses) -> Vec<Diagnostic> {
    let rules = Rules {
        excuses,
        ..Rules::of(&site.config().severities)
    };
    settled(found, rules)
}

fn found_in<'k, T: 'k>(
    kept: impl Iterator<Item = &'k Kept<T>>,
) -> impl Iterator<Item = Diagnostic> {
    kept.flat_map(|kept| kept.found.iter().cloned())
}
