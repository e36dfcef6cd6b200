//! What a build would refuse, found without writing anything: for `check`.

use std::path::Path;

use rayon::prelude::*;

use super::Destination;
use super::output::Output;
use super::writer::Writer;
use crate::diagnostic::{Diagnostic, sorted};
use crate::files::{self, ListedKind};
use crate::payload::{Payload, unreadable};
use crate::render::{Artifact, Renderer};
use crate::route::Route;
use crate::site::Recipe;

/// Returns why a build to a destination would fail: files of the site that cannot be read, and
/// what is in the output folder or wrong with it. Another build that is running is no reason.
pub fn inspect(renderer: &Renderer, destination: Destination<'_>) -> Vec<Diagnostic> {
    let root = destination.root;
    let routes = &renderer.site().routes;
    let assets = routes
        .par_iter()
        .filter(|(_, recipe)| matches!(recipe, Recipe::Asset(_)));
    let mut found: Vec<Diagnostic> = assets
        .filter_map(|(route, _)| unusable(renderer, route, root))
        .collect();
    match Writer::looking_at(destination) {
        Err(failure) => found.push(failure),
        Ok(writer) => {
            let refused = routes
                .par_iter()
                .filter_map(|(route, _)| refused(renderer, &writer, route, root));
            found.par_extend(refused);
        }
    }
    sorted(found)
}

/// Returns why the file that a route publishes cannot be read.
fn unusable(renderer: &Renderer, route: &Route, root: &Path) -> Option<Diagnostic> {
    let artifact = renderer.render(route).0?;
    match Payload::of(artifact, root) {
        Ok(Payload::Bytes(_)) => None,
        Ok(Payload::File { path, source }) => files::check_readable(&path)
            .err()
            .map(|error| unreadable(&source, &error)),
        Err(finding) => Some(finding),
    }
}

/// Returns why a route cannot be written where it belongs. Only what is neither missing nor as
/// pakt left it has to be compared with the artifact.
fn refused(renderer: &Renderer, writer: &Writer, route: &Route, root: &Path) -> Option<Diagnostic> {
    if is_free(&writer.output, route) || is_ours(writer, route) {
        return None;
    }
    let artifact: Artifact = renderer.render(route).0?;
    // An unreadable source has been reported.
    let payload = Payload::of(artifact, root).ok()?;
    writer.present(route, &payload).err()
}

/// Returns whether nothing is at a route, nor in its way.
fn is_free(output: &Output, route: &Route) -> bool {
    output.was_empty_for(route)
        || output
            .listed(route.as_str())
            .is_none()
            && output.obstacles(route).is_empty()
}

/// Returns whether the file at a route is as pakt wrote it.
fn is_ours(writer: &Writer, route: &Route) -> bool {
    let is_file = writer
        .output
        .listed(route.as_str())
        .is_some_and(|entry| entry.kind == ListedKind::File);
    let known = writer
        .manifest
        .files
        .get(route)
        .filter(|_| is_file);
    known.is_some_and(|record| {
        let hash = files::hash(&writer.output.place(route));
        hash.is_ok_and(|hash| record.is_ours(hash))
    })
}
