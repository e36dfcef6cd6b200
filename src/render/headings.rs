//! Headings of a page's language versions: one that has another level than in all other languages
//! is a slip, for which nothing in the page itself speaks.

use super::Renderer;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::{Entry, Heading, Variant};
use crate::site::PageId;

/// Finds the one heading of a page whose level differs from that in all its language versions. Only
/// versions with as many headings are compared: the others are translated freely.
pub(super) fn uneven(renderer: &Renderer, page: PageId) -> Option<Diagnostic> {
    let site = renderer.site();
    let own = &site.pages[page];
    if own.entry.headings.is_empty() {
        return None;
    }
    let versions = site.config().languages.ids();
    let versions = versions
        .filter(|language| *language != own.language())
        .filter_map(|language| {
            let easy = own.variant().easy;
            site.version(page, Variant { language, easy })
        });
    let others: Vec<PageId> = versions
        .filter(|other| {
            let other = &site.pages[*other].entry;
            other.headings.len() == own.entry.headings.len()
        })
        .collect();
    let (first, rest) = others.split_first()?;
    let at = only_difference(&own.entry, &site.pages[*first].entry)?;
    let is_outlier = match rest {
        // Of two versions, the translation is the one to look at.
        [] => !own.language().is_own(),
        rest => rest.iter().all(|other| {
            let levels = levels(&site.pages[*first].entry);
            levels.eq(self::levels(&site.pages[*other].entry))
        }),
    };
    if !is_outlier {
        return None;
    }
    let heading = own.entry.headings.get(at)?;
    let other = site.pages[*first]
        .entry
        .headings
        .get(at)?;
    let finding = Diagnostic::new(Code::UnevenHeadings, place(renderer, page, at))
        .related(place(renderer, *first, at))
        .arg("title", &heading.title)
        .arg("level", heading.level.to_string())
        .arg("other", other.level.to_string());
    Some(finding)
}

fn levels(entry: &Entry) -> impl Iterator<Item = u8> {
    entry
        .headings
        .iter()
        .map(|heading: &Heading| heading.level)
}

/// Returns the position of the only heading whose level differs.
fn only_difference(one: &Entry, other: &Entry) -> Option<usize> {
    let mut differing = levels(one)
        .zip(levels(other))
        .enumerate()
        .filter(|(_, (one, other))| one != other)
        .map(|(at, _)| at);
    let first = differing.next()?;
    differing
        .next()
        .is_none()
        .then_some(first)
}

/// Returns the place of a page's heading.
fn place(renderer: &Renderer, page: PageId, at: usize) -> Place {
    let document = renderer.document(page);
    match document.heading_span(at) {
        Some(span) => Place::at(&document.entry.source, span),
        None => document.entry.place(),
    }
}
