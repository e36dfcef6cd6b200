//! The state of a page: whether its current version, its last good one or none is shown, and what
//! is wrong with it. Drawing is elsewhere.

mod facts;
mod past;
#[cfg(test)]
mod tests;

pub(super) use facts::{Facts, InSection, Publication, Translation, TranslationState};
pub(super) use past::Past;
use past::has_errors;

use crate::diagnostic::{Diagnostic, sorted};
use crate::project::Snapshot;
use crate::render::Artifact;
use crate::route::{LinkStyle, Route};
use crate::site::{NOT_FOUND, Site};
use crate::source::SourceId;

/// A page as shown.
#[derive(Debug)]
pub(super) struct Page {
    /// Its document, if it has one.
    pub(super) source: Option<SourceId>,
    pub(super) showing: Showing,
    /// What is wrong with it, in order.
    pub(super) found: Vec<Diagnostic>,
}

/// What is shown of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Showing {
    /// The current page.
    Current(Vec<u8>),
    /// The last good version, since something is wrong with the current one.
    LastGood(Vec<u8>),
    /// Nothing, since it has never been good.
    NeverGood,
    /// There is no such page; the site's 404 page, if it can be rendered.
    Missing(Option<Vec<u8>>),
}

impl Showing {
    /// Returns the status of the response.
    pub(super) fn status(&self) -> u16 {
        match self {
            Self::Current(_) | Self::LastGood(_) => 200,
            Self::NeverGood => 500,
            Self::Missing(_) => 404,
        }
    }
}

impl Page {
    /// Renders the page of a route, and keeps it if it is good.
    pub(super) fn of(snapshot: &Snapshot, route: Option<Route>, past: &Past) -> Self {
        let site = snapshot.renderer.site();
        let Some(route) = route.filter(|route| site.recipe(route).is_some()) else {
            return Self::missing(snapshot);
        };
        let (rendered, mut found) = render(snapshot, &route);
        let source = source_of(site, &route);
        found.extend(findings_about(snapshot, source.as_ref()));
        // A document that is held back is rendered in its last good version.
        let held = |source: &SourceId| snapshot.held.contains(source);
        let is_held = source.as_ref().is_some_and(held);
        let good = rendered.filter(|_| is_held || !has_errors(&found));
        let is_current = good.is_some() && !is_held;
        if let Some(bytes) = &good {
            past.keep(&route, bytes);
        }
        let showing = match good.or_else(|| past.get(&route)) {
            Some(bytes) if is_current => Showing::Current(bytes),
            Some(bytes) => Showing::LastGood(bytes),
            None => Showing::NeverGood,
        };
        Self {
            source,
            showing,
            found: sorted(found),
        }
    }

    fn missing(snapshot: &Snapshot) -> Self {
        let route = Route::new(NOT_FOUND).ok();
        let artifact = route.and_then(|route| snapshot.renderer.render(&route).0);
        let bytes = match artifact {
            Some(Artifact::Bytes(bytes)) => Some(bytes),
            _ => None,
        };
        Self {
            source: None,
            showing: Showing::Missing(bytes),
            found: Vec::new(),
        }
    }
}

/// Renders a page, unless that finds errors.
fn render(snapshot: &Snapshot, route: &Route) -> (Option<Vec<u8>>, Vec<Diagnostic>) {
    match snapshot.renderer.render(route) {
        (Some(Artifact::Bytes(bytes)), found) if !has_errors(&found) => (Some(bytes), found),
        (_, found) => (None, found),
    }
}

/// Returns the findings of reading and linking about a document.
fn findings_about(
    snapshot: &Snapshot,
    source: Option<&SourceId>,
) -> impl Iterator<Item = Diagnostic> {
    let all = snapshot.diagnostics.iter();
    all.filter(move |finding| is_about(finding, source))
        .cloned()
}

/// Returns whether a finding is about a document.
pub(super) fn is_about(finding: &Diagnostic, source: Option<&SourceId>) -> bool {
    let mut places = finding
        .place
        .iter()
        .chain(&finding.related);
    source.is_some_and(|source| places.any(|place| place.source == *source))
}

/// Returns the address of the page that a source makes, if it is published.
pub(super) fn address_of(site: &Site, source: &SourceId) -> Option<String> {
    let page = &site.pages[site.page_of(source.as_str())?];
    page.published
        .then(|| address(&page.route))
}

/// Returns the address of a route on this server.
pub(super) fn address(route: &Route) -> String {
    format!("/{}", route.link(LinkStyle::Folder))
}

/// Returns the document that a route shows.
fn source_of(site: &Site, route: &Route) -> Option<SourceId> {
    let page = site.page_behind(site.recipe(route)?)?;
    Some(site.pages[page].entry.source.clone())
}
