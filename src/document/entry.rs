//! The entry of a document: what the rest of a site may know about it.

use std::sync::Arc;

use super::front::Front;
use super::options::Options;
use super::outline::{Heading, Outline};
use super::place::{Position, UNORDERED};
use super::{target, typeset};
use crate::config::{LanguageId, TaxonomyId};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::{self, Typography};
use crate::layout;
use crate::route;
use crate::source::{SourceId, Span};
use crate::yaml::{Step, Yaml};

/// What the rest of a site may know about a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The file.
    pub source: SourceId,
    /// What its path says.
    pub position: Position,
    /// Its part of the address.
    pub slug: Arc<str>,
    /// The front matter.
    pub front: Front,
    /// The language whose typography applies; none if the text stays as written.
    pub typography: Option<Arc<str>>,
    /// The title, typeset.
    pub title: Arc<str>,
    /// The title in menus: `extra.menu`, else the title.
    pub menu_title: Arc<str>,
    /// The description, or the plain text of the first paragraph, typeset.
    pub summary: Arc<str>,
    /// The sort key: the weight, or the number before its name, then the title's collation key.
    pub order: (i64, Box<[u8]>),
    /// The headings of the body.
    pub headings: Vec<Heading>,
    /// The identifiers of the steps of the front matter.
    pub steps: Vec<Arc<str>>,
    /// Every identifier that a link can lead to, sorted.
    pub anchors: Vec<Arc<str>>,
    /// The attachments that it links to or shows, and where.
    pub attachments: Vec<(SourceId, Span)>,
    /// Its terms.
    pub terms: Vec<TermUse>,
}

/// A term of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// The taxonomy.
    pub taxonomy: TaxonomyId,
    /// The term as written.
    pub name: Arc<str>,
    /// Its part of the address.
    pub slug: Arc<str>,
    /// Where it is in the file.
    pub span: Span,
}

impl Entry {
    /// Returns the path of the file in the content folder.
    pub fn path(&self) -> &str {
        self.source
            .below(layout::CONTENT)
            .unwrap_or(self.source.as_str())
    }

    /// Returns the place of the whole file.
    pub fn place(&self) -> Place {
        Place::file(&self.source)
    }
}

/// Builds an entry.
pub(super) struct EntryBuilder<'a, 'f> {
    pub(super) yaml: Yaml<'a>,
    pub(super) options: &'a Options,
    /// The language of the file.
    pub(super) language: &'a str,
    pub(super) found: &'f mut Vec<Diagnostic>,
}

impl EntryBuilder<'_, '_> {
    /// Combines the file's name, front matter and outline; `typeset_language` is the language whose
    /// typography applies.
    pub(super) fn build(
        mut self,
        position: Position,
        mut front: Front,
        typeset_language: Option<Arc<str>>,
        outline: Outline,
    ) -> Entry {
        let typography = typeset_language
            .as_deref()
            .and_then(Typography::of);
        front.set(typography);
        let title = typeset(&front.title, typography);
        let summary = match &front.description {
            Some(description) => typeset(description, typography),
            None => outline.first_paragraph,
        };
        let mut attachments = outline.attachments;
        attachments.extend(self.picture(&front));
        Entry {
            slug: self.slug(&front, &position),
            terms: self.terms(&front),
            order: self.order(&front, &position),
            menu_title: match front.menu_title() {
                Some(short) => typeset(&Arc::from(short), typography),
                None => Arc::clone(&title),
            },
            source: self.yaml.source.clone(),
            headings: outline.headings,
            steps: outline.steps,
            anchors: outline.anchors,
            typography: typeset_language,
            title,
            summary,
            attachments,
            front,
            position,
        }
    }

    fn order(&self, front: &Front, position: &Position) -> (i64, Box<[u8]>) {
        let number = front
            .weight
            .or(position.number)
            .unwrap_or(UNORDERED);
        let collation = &self.options.tools.collations[position.variant.language];
        (number, collation.key(&front.title))
    }

    /// Returns the picture of the page, if it is an attachment.
    fn picture(&self, front: &Front) -> Option<(SourceId, Span)> {
        let image = front.image.as_ref()?;
        let target = target::read(&image.value, self.yaml.source).ok()?;
        Some((target.attachment()?, image.span))
    }

    /// Returns the slug from the front matter, else from the name.
    fn slug(&mut self, front: &Front, position: &Position) -> Arc<str> {
        self.own_slug(front)
            .unwrap_or_else(|| self.slug_of_name(position))
    }

    fn own_slug(&mut self, front: &Front) -> Option<Arc<str>> {
        let own = front.slug.as_ref()?;
        let place = Place::at(self.yaml.source, own.span);
        let suggestion = language::slug(&own.value, self.language);
        if *suggestion != *own.value {
            let finding = Diagnostic::new(Code::BadSlug, place).arg("value", &own.value);
            self.found
                .push(finding.arg("suggestion", &suggestion));
            return None;
        }
        self.check_reserved(&own.value, place);
        Some(Arc::clone(&own.value))
    }

    fn slug_of_name(&mut self, position: &Position) -> Arc<str> {
        if position.is_home() {
            return Arc::from("");
        }
        let place = Place::file(self.yaml.source);
        let slug = language::slug(&position.name, &self.options.languages[LanguageId::OWN]);
        if slug.is_empty() {
            self.report(Code::EmptySlug, place, &position.name);
            return Arc::from("-");
        }
        self.check_reserved(&slug, place);
        Arc::from(slug)
    }

    fn check_reserved(&mut self, slug: &str, place: Place) {
        if route::check_segment(slug).is_err() {
            self.report(Code::ReservedName, place, slug);
        }
    }

    fn terms(&mut self, front: &Front) -> Vec<TermUse> {
        let mut terms = Vec::with_capacity(front.terms.len());
        for term in &front.terms {
            let slug = language::slug(&term.name, self.language);
            let key = &self.options.taxonomies[term.taxonomy];
            let span = self
                .yaml
                .span(&[Step::Key(key), Step::Item(term.item)]);
            if slug.is_empty() {
                let place = Place::at(self.yaml.source, span);
                self.report(Code::EmptySlug, place, &term.name);
                continue;
            }
            if route::check_segment(&slug).is_err() {
                let place = Place::at(self.yaml.source, span);
                self.report(Code::ReservedName, place, &slug);
                continue;
            }
            terms.push(TermUse {
                taxonomy: term.taxonomy,
                name: Arc::clone(&term.name),
                slug: Arc::from(slug),
                span,
            });
        }
        terms
    }

    fn report(&mut self, code: Code, place: Place, value: &str) {
        self.found
            .push(Diagnostic::new(code, place).arg("value", value));
    }
}
