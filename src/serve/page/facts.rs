//! Facts about a document's page: whether it is published, its translations, its length.

use std::sync::Arc;

use crate::config::LanguageId;
use crate::document::{Front, Variant};
use crate::language::Day;
use crate::project::Snapshot;
use crate::route::Route;
use crate::site::{Page, PageId, Site};
use crate::source::SourceId;

/// What the bar says about a page.
#[derive(Debug)]
pub(in crate::serve) struct Facts {
    pub(in crate::serve) language: LanguageId,
    pub(in crate::serve) translations: Vec<Translation>,
    pub(in crate::serve) publication: Publication,
    /// The next day on which the page appears or disappears.
    pub(in crate::serve) next_change: Option<Day>,
    /// The number of words in its text.
    pub(in crate::serve) words: usize,
    pub(in crate::serve) section: Option<InSection>,
}

/// Whether a page is published, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::serve) enum Publication {
    Published,
    Draft,
    /// Its first day is in the future.
    Scheduled,
    /// Its last day has passed.
    Expired,
}

/// A page in another language of the site.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::serve) struct Translation {
    pub(in crate::serve) language: LanguageId,
    pub(in crate::serve) state: TranslationState,
    pub(in crate::serve) route: Option<Route>,
}

/// How a translation compares with the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::serve) enum TranslationState {
    Missing,
    /// It was updated before the page was.
    Older,
    /// It is as new as the page, or newer.
    Same,
}

/// The section that a page is in.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::serve) struct InSection {
    pub(in crate::serve) title: Arc<str>,
    pub(in crate::serve) route: Route,
}

impl Facts {
    /// Returns the facts of the page that a source makes, if it makes one.
    pub(in crate::serve) fn of(snapshot: &Snapshot, source: &SourceId) -> Option<Self> {
        let site = snapshot.renderer.site();
        let id = site.page_of(source.as_str())?;
        let page = &site.pages[id];
        let front = &page.entry.front;
        let today = site.inputs.today;
        Some(Self {
            language: page.entry.position.variant.language,
            translations: translations(site, id),
            publication: Publication::of(front, today),
            next_change: front.next_change(today),
            words: count_words(
                snapshot
                    .renderer
                    .document(id)
                    .markdown(),
            ),
            section: section_of(site, page),
        })
    }
}

impl Publication {
    fn of(front: &Front, today: Day) -> Self {
        if front.draft {
            Self::Draft
        } else if front
            .publish_from
            .is_some_and(|from| from > today)
        {
            Self::Scheduled
        } else if front
            .publish_until
            .is_some_and(|until| until < today)
        {
            Self::Expired
        } else {
            Self::Published
        }
    }
}

fn translations(site: &Site, id: PageId) -> Vec<Translation> {
    let page = &site.pages[id];
    let variant = page.entry.position.variant;
    let languages = site.config().languages.ids();
    let translation = |language: LanguageId| {
        let other = site
            .version(
                id,
                Variant {
                    language,
                    ..variant
                },
            )
            .map(|other| &site.pages[other]);
        Translation {
            language,
            state: other.map_or(TranslationState::Missing, |other| compare(other, page)),
            route: other.map(|other| other.route.clone()),
        }
    };
    languages
        .filter(|language| *language != variant.language)
        .map(translation)
        .collect()
}

fn compare(translation: &Page, page: &Page) -> TranslationState {
    let updated = |page: &Page| {
        page.entry
            .front
            .updated
            .or(page.entry.front.date)
    };
    if updated(translation) < updated(page) {
        TranslationState::Older
    } else {
        TranslationState::Same
    }
}

fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| {
            word.chars()
                .any(char::is_alphanumeric)
        })
        .count()
}

/// Returns the section of a page.
fn section_of(site: &Site, page: &Page) -> Option<InSection> {
    let position = &page.entry.position;
    let section = site.section(position.parent()?, position.variant.language)?;
    let title = section
        .index
        .map_or(&section.name, |index| &site.pages[index].entry.front.title);
    Some(InSection {
        title: Arc::clone(title),
        route: section.route.clone(),
    })
}
