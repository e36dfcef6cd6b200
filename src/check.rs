//! Checks: every route rendered for its findings alone, nothing written; given up when nobody waits
//! for them any more.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, sorted};
use crate::render::Renderer;
use crate::site::Recipe;

/// Renders every route, asking `go_on` before each, and returns what is wrong, in order; none if it
/// was told to stop.
pub fn check(renderer: &Renderer, go_on: impl Fn() -> bool + Sync) -> Option<Vec<Diagnostic>> {
    // Nothing can be wrong with the files of a search index, and they take as long as all pages.
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
