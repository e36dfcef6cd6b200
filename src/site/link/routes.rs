//! From claims to routes: their order and conflicts.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::Claim;
use crate::diagnostic::{Code, Diagnostic};
use crate::route::{INDEX, Route};
use crate::site::Recipe;

/// Sorts the routes and reports conflicts. Among several claims to a route, the first wins.
pub(super) fn settled(mut claims: Vec<Claim>, found: &mut Vec<Diagnostic>) -> Vec<(Route, Recipe)> {
    claims.sort_by(|a, b| a.route.cmp(&b.route));
    found.extend(same_routes(&claims));
    found.extend(files_like_folders(&claims));
    found.extend(lookalikes(&claims));
    claims.dedup_by(|second, first| second.route == first.route);
    claims
        .into_iter()
        .map(|claim| (claim.route, claim.recipe))
        .collect()
}

fn same_routes(claims: &[Claim]) -> impl Iterator<Item = Diagnostic> {
    let pairs = claims
        .iter()
        .zip(claims.iter().skip(1));
    pairs
        .filter(|(first, second)| first.route == second.route)
        .map(|(first, second)| clash(Code::DuplicateAddress, first, second))
}

/// Finds files with the same name as a folder that is not empty.
fn files_like_folders(claims: &[Claim]) -> impl Iterator<Item = Diagnostic> {
    let firsts = claims
        .chunk_by(|a, b| a.route == b.route)
        .filter_map(<[Claim]>::first);
    let files = firsts.filter(|claim| !claim.route.as_str().ends_with(INDEX));
    files.filter_map(move |file| {
        let folder = format!("{}/", file.route);
        let at = claims.partition_point(|claim| *claim.route.as_str() < *folder);
        let next = claims.get(at)?;
        let is_inside = next
            .route
            .as_str()
            .starts_with(&folder);
        is_inside.then(|| clash(Code::FileIsFolder, next, file))
    })
}

/// Finds routes that some file systems treat as the same.
fn lookalikes(claims: &[Claim]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut folded: FxHashMap<String, &Claim> = FxHashMap::default();
    for claim in claims {
        let Cow::Owned(key) = claim.route.folded() else {
            continue;
        };
        let plain = claims.binary_search_by(|claim| claim.route.as_str().cmp(&key));
        let plain = plain
            .ok()
            .and_then(|at| claims.get(at));
        let other = plain
            .or_else(|| folded.get(&key).copied())
            .filter(|other| other.route != claim.route);
        found.extend(other.map(|other| clash(Code::LookalikeAddress, other, claim)));
        folded.entry(key).or_insert(claim);
    }
    found
}

/// Reports two claims at the place of the second, or of the first if only that has one.
fn clash(code: Code, first: &Claim, second: &Claim) -> Diagnostic {
    let (here, there) = match &second.by {
        Some(_) => (second, first),
        None => (first, second),
    };
    let mut finding = Diagnostic {
        place: here.by.clone(),
        ..Diagnostic::nowhere(code)
    };
    finding
        .related
        .extend(there.by.clone());
    finding
        .arg("address", address(&here.route))
        .arg("other", address(&there.route))
}

/// Returns an address as people see it.
fn address(route: &Route) -> String {
    let path = route.as_str();
    format!(
        "/{}",
        path.strip_suffix(INDEX)
            .unwrap_or(path)
    )
}
