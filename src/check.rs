//! Checks: renders every route only for its findings and writes nothing; cancelled when the result
//! is no longer needed.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, sorted};
use crate::render::Renderer;
use crate::site::Recipe;

/// Renders every route, calling `go_on` before each, and returns the findings in order; `None` if
/// `go_on` returned false.
pub fn check(renderer: &Renderer, go_on: impl Fn() -> bool + Sync) -> Option<Vec<Diagnostic>> {
    // The files of a search index have no findings, and take as long as all pages together.
    let routes = renderer
        .site()
        .routes
        .par_iter()
        .filter(|(_, recipe)| !matches!(recipe, Recipe::Search { .. }));
    let found: Option<Vec<Vec<Diagnostic>>> = routes
        .map(|(route, _)| go_on().then(|| renderer.render(route).1))
        .collect();
    Some(sorted(found?.into_iter().flatten().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Day;
    use crate::project::{Change, Project};
    use crate::site::Mode;
    use crate::source::{Content, Source, SourceId};
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// A site with a dead link on each of these pages.
    fn renderer(pages: &[&str]) -> Renderer {
        let day = Day::parse("2026-11-22").expect("a day");
        let mut project = Project::new(Mode::default(), day);
        let page = |path: &&str| {
            let text = "---\ntitle: A\n---\n[b](missing.md)\n";
            Change::Present(Source::new(SourceId::new(path), Content::of(text)))
        };
        project
            .apply(pages.iter().map(page).collect())
            .renderer
    }

    #[test]
    fn findings_come_in_order_of_their_places() {
        let pages = ["content/c.md", "content/a.md", "content/b.md"];
        let found = check(&renderer(&pages), || true).expect("a whole check");
        let places = found
            .iter()
            .filter_map(|finding| finding.place.as_ref());
        let files: Vec<&str> = places
            .map(|place| place.source.as_str())
            .collect();
        assert_eq!(files, ["content/a.md", "content/b.md", "content/c.md"]);
    }

    #[test]
    fn a_check_asks_before_every_route_and_stops_when_told() {
        let renderer = renderer(&["content/a.md", "content/b.md"]);
        let asked = AtomicUsize::new(0);
        let ask = || asked.fetch_add(1, Ordering::SeqCst);
        let recipes = renderer
            .site()
            .routes
            .iter()
            .map(|(_, recipe)| recipe);
        let others = recipes.filter(|recipe| !matches!(recipe, Recipe::Search { .. }));
        let others = others.count();
        assert!(check(&renderer, || ask() < others).is_some());
        assert_eq!(asked.load(Ordering::SeqCst), others);
        for allowed in [0, 1, others - 1] {
            asked.store(0, Ordering::SeqCst);
            assert_eq!(
                check(&renderer, || ask() < allowed),
                None,
                "after {allowed}"
            );
        }
    }
}
