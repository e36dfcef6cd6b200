//! The days ahead: what is wrong only from a later day on. A page is checked in the site of the
//! first day on which it is published, with all that is published by then.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::changes::{Changes, Links};
use crate::diagnostic::{Diagnostic, FirstDay, Foresight, foretold, sorted};
use crate::id::IdVec;
use crate::language::Day;
use crate::project::Snapshot;
use crate::site::{Page, PageId, Site};

/// How many days ahead it is checked what pages leave behind. What is due later can still change
/// often, and an author could do nothing but wait.
const DEPARTURES: i64 = 60;

/// Checks the days on which pages appear or disappear: every scheduled page on its first day, the
/// pages that link to what appears or disappears, and new routes. Each finding says its day.
/// `None` if `go_on`, called before each page, returned false.
pub fn check_ahead(
    snapshot: &Snapshot,
    foresight: Foresight,
    go_on: impl Fn() -> bool + Sync,
) -> Option<Vec<Diagnostic>> {
    let days = days_of_change(snapshot.renderer.site());
    if days.is_empty() {
        return Some(Vec::new());
    }
    let ahead = Ahead {
        links: Links::new(&snapshot.renderer),
        foresight,
        go_on: &go_on,
    };
    ahead.check(snapshot, days)
}

/// Returns the days after today on which pages appear or, in the near future, disappear.
fn days_of_change(site: &Site) -> BTreeSet<Day> {
    let Some(first) = site.next_change else {
        return BTreeSet::new();
    };
    let today = site.inputs.today;
    let is_near = |day: &Day| *day >= first && day.days_since(today) <= DEPARTURES;
    let mut days = BTreeSet::new();
    for page in site.pages.iter() {
        let front = &page.entry.front;
        if site.inputs.is_scheduled(&page.entry) {
            days.extend(front.publish_from);
        }
        if page.published || site.inputs.is_scheduled(&page.entry) {
            days.extend(
                front
                    .publish_until
                    .map(Day::next)
                    .filter(is_near),
            );
        }
    }
    days
}

/// A check of the days ahead.
struct Ahead<'a, G> {
    links: Links,
    foresight: Foresight,
    go_on: &'a G,
}

impl<G: Fn() -> bool + Sync> Ahead<'_, G> {
    fn check(&self, today: &Snapshot, days: BTreeSet<Day>) -> Option<Vec<Diagnostic>> {
        let mut before = Arc::clone(today.renderer.site());
        let mut is_shown = before
            .pages
            .map(|_, page| page.published);
        let mut found = Vec::new();
        for day in days {
            if !(self.go_on)() {
                return None;
            }
            let then = today.on(day);
            let of_day = self.day(&before, &then)?;
            let first_day = FirstDay::parse(&day.to_string());
            found.extend(foretold(of_day, first_day, self.foresight));
            before = Arc::clone(then.renderer.site());
            for (id, page) in before.pages.with_ids() {
                is_shown[id] |= page.published;
            }
        }
        found.extend(self.never(today, &is_shown)?);
        Some(sorted(found))
    }

    /// Checks what a day changes.
    fn day(&self, before: &Site, then: &Snapshot) -> Option<Vec<Diagnostic>> {
        let renderer = &then.renderer;
        let site = renderer.site();
        let changes = Changes::between(before, site, &self.links);
        let of_pages = self.all(&changes.pages, |page| renderer.findings_of(*page))?;
        let of_routes = self.all(&changes.routes, |route| renderer.render(route).1)?;
        let mut found = then.diagnostics.clone();
        found.extend(of_pages);
        found.extend(of_routes);
        Some(found)
    }

    /// Checks the scheduled pages that a folder hides on every day, as drafts are checked.
    fn never(&self, today: &Snapshot, is_shown: &IdVec<Page, bool>) -> Option<Vec<Diagnostic>> {
        let site = today.renderer.site();
        let hidden = site.pages.with_ids();
        let hidden: Vec<PageId> = hidden
            .filter(|(id, page)| !is_shown[*id] && site.inputs.is_scheduled(&page.entry))
            .map(|(id, _)| id)
            .collect();
        self.all(&hidden, |page| today.renderer.findings_of(*page))
    }

    fn all<T: Sync>(
        &self,
        list: &[T],
        check: impl Fn(&T) -> Vec<Diagnostic> + Sync,
    ) -> Option<Vec<Diagnostic>> {
        let found: Option<Vec<Vec<Diagnostic>>> = list
            .par_iter()
            .map(|one| (self.go_on)().then(|| check(one)))
            .collect();
        Some(found?.into_iter().flatten().collect())
    }
}
