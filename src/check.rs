//! Checks: renders every route, and every page without one, only for its findings and writes
//! nothing; cancelled when the result is no longer needed.

mod ahead;
mod changes;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Foresight, sorted};
use crate::project::Snapshot;
use crate::render::Renderer;
use crate::site::Recipe;

pub use ahead::check_ahead;

/// Checks every route, every page without one and the days ahead, calling `go_on` before each, and
/// returns the findings in order; `None` if `go_on` returned false.
pub fn check(
    snapshot: &Snapshot,
    foresight: Foresight,
    go_on: impl Fn() -> bool + Sync,
) -> Option<Vec<Diagnostic>> {
    let renderer = &snapshot.renderer;
    // The files of a search index have no findings, and take as long as all pages together.
    let routes = renderer
        .site()
        .routes
        .par_iter()
        .filter(|(_, recipe)| !matches!(recipe, Recipe::Search { .. }));
    let of_routes: Option<Vec<Vec<Diagnostic>>> = routes
        .map(|(route, _)| go_on().then(|| renderer.render(route).1))
        .collect();
    let mut found: Vec<Diagnostic> = of_routes?
        .into_iter()
        .flatten()
        .collect();
    found.extend(check_unrouted(renderer, &go_on)?);
    found.extend(check_ahead(snapshot, foresight, &go_on)?);
    found.extend(renderer.unused_excuses());
    Some(sorted(found))
}

/// Checks the pages that no route shows: those that lost their address to another page, drafts and
/// expired pages.
pub fn check_unrouted(
    renderer: &Renderer,
    go_on: impl Fn() -> bool + Sync,
) -> Option<Vec<Diagnostic>> {
    let found: Option<Vec<Vec<Diagnostic>>> = renderer
        .site()
        .unrouted()
        .into_par_iter()
        .map(|page| go_on().then(|| renderer.findings_of(page)))
        .collect();
    Some(sorted(found?.into_iter().flatten().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Severity};
    use crate::language::Day;
    use crate::project::{Change, Project};
    use crate::site::Mode;
    use crate::source::{Content, Source, SourceId};
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// A site with a dead link on each of these pages.
    fn snapshot(pages: &[&'static str]) -> Snapshot {
        let page = |path: &&'static str| (*path, "title: A");
        snapshot_with(
            &pages
                .iter()
                .map(page)
                .collect::<Vec<_>>(),
        )
    }

    /// The same with front matter.
    fn snapshot_with(pages: &[(&str, &str)]) -> Snapshot {
        let day = Day::parse("2026-11-22").expect("a day");
        let mut project = Project::new(Mode::default(), day);
        let page = |(path, front): &(&str, &str)| {
            let text = format!("---\n{front}\n---\n[b](missing.md)\n");
            Change::Present(Source::new(SourceId::new(path), Content::of(text)))
        };
        project.apply(pages.iter().map(page).collect())
    }

    /// Today's findings and those of the days ahead.
    fn checked(snapshot: &Snapshot) -> Vec<Diagnostic> {
        check(snapshot, Foresight::AsThen, || true).expect("a whole check")
    }

    /// The files with findings, each with its severity.
    fn files(snapshot: &Snapshot) -> Vec<(String, Severity)> {
        let mut found = checked(snapshot);
        // Those of linking are in the snapshot, too.
        found.retain(|finding| finding.code == Code::DeadLink);
        let places = found.iter().filter_map(|finding| {
            let place = finding.place.as_ref()?;
            Some((place.source.to_string(), finding.severity))
        });
        places.collect()
    }

    #[test]
    fn findings_come_in_order_of_their_places() {
        let pages = ["content/c.md", "content/a.md", "content/b.md"];
        let found = checked(&snapshot(&pages));
        let places = found
            .iter()
            .filter_map(|finding| finding.place.as_ref());
        let files: Vec<&str> = places
            .map(|place| place.source.as_str())
            .collect();
        assert_eq!(files, ["content/a.md", "content/b.md", "content/c.md"]);
    }

    #[test]
    fn pages_without_a_route_are_checked_too() {
        let snapshot = snapshot_with(&[
            ("content/a.md", "title: A\nslug: x"),
            ("content/b.md", "title: B\nslug: x"),
            ("content/c.md", "title: C\nslug: x"),
            ("content/draft.md", "title: D\ndraft: true"),
            ("content/expired.md", "title: E\npublish_until: 2026-11-21"),
            ("content/hidden/_index.md", "title: F\ndraft: true"),
            ("content/hidden/g.md", "title: G"),
            ("content/later.md", "title: H\npublish_from: 2026-11-23"),
        ]);
        let expected = [
            ("content/a.md", Severity::Error),
            ("content/b.md", Severity::Error),
            ("content/c.md", Severity::Error),
            ("content/draft.md", Severity::Warning),
            ("content/expired.md", Severity::Warning),
            ("content/hidden/_index.md", Severity::Warning),
            ("content/hidden/g.md", Severity::Warning),
            ("content/later.md", Severity::Error),
        ];
        assert_eq!(
            files(&snapshot),
            expected.map(|(file, severity)| (file.to_owned(), severity))
        );
    }

    #[test]
    fn what_a_scheduled_page_allows_is_looked_for_on_its_first_day() {
        let later = |allowed: &str| {
            let front = format!("title: A\npublish_from: 2026-12-24\nallow: {{{allowed}: zákon}}");
            let found = checked(&snapshot_with(&[("content/a.md", &front)]));
            let codes = found
                .iter()
                .map(|finding| finding.code);
            codes
                .filter(|code| *code != Code::NoHome)
                .collect::<Vec<_>>()
        };
        assert_eq!(later("P0401"), []);
        let found = later("P0402");
        assert!(found.contains(&Code::AllowExcusesNothing), "{found:?}");
        assert!(found.contains(&Code::DeadLink), "{found:?}");
    }

    #[test]
    fn a_check_asks_before_every_route_and_stops_when_told() {
        let snapshot = snapshot(&["content/a.md", "content/b.md"]);
        let asked = AtomicUsize::new(0);
        let ask = || asked.fetch_add(1, Ordering::SeqCst);
        let recipes = snapshot
            .renderer
            .site()
            .routes
            .iter()
            .map(|(_, recipe)| recipe);
        let others = recipes.filter(|recipe| !matches!(recipe, Recipe::Search { .. }));
        let others = others.count();
        assert!(check(&snapshot, Foresight::AsThen, || ask() < others).is_some());
        assert_eq!(asked.load(Ordering::SeqCst), others);
        for allowed in [0, 1, others - 1] {
            asked.store(0, Ordering::SeqCst);
            assert_eq!(
                check(&snapshot, Foresight::AsThen, || ask() < allowed),
                None,
                "after {allowed}"
            );
        }
    }
}
