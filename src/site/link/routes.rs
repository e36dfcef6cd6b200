//! From claims to routes: former addresses, the order of all routes, and those that cannot be there
//! together.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Claim, Linker};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::route::{INDEX, Route};
use crate::site::{Page, Recipe, Site};

impl Linker<'_> {
    /// Claims the former addresses of published pages.
    pub(super) fn aliases(&mut self, site: &Site) {
        for page in site.pages.iter().filter(|page| page.published) {
            for alias in &page.entry.front.aliases {
                let place = Place::at(&page.entry.source, alias.span);
                match alias_route(&alias.value) {
                    Some(route) => {
                        self.claim(route, Recipe::Redirect(page.route.clone()), Some(place))
                    }
                    None => self
                        .found
                        .push(Diagnostic::new(Code::BadAlias, place).arg("value", &alias.value)),
                }
            }
        }
    }

    /// Claims the addresses that plain-reading versions had when all languages took the Czech word,
    /// but those that something else claims.
    pub(super) fn former_addresses(&mut self, site: &Site) {
        let former = site
            .pages
            .iter()
            .filter(|page| page.published)
            .filter_map(|page| Some((page, self.addresses.former(&page.entry)?)));
        let former: Vec<(&Page, Route)> = former
            .map(|(page, address)| (page, Route::of_page(&address)))
            .collect();
        if former.is_empty() {
            return;
        }
        let claimed: FxHashSet<String> = self
            .claims
            .iter()
            .map(|claim| claim.route.folded().into_owned())
            .collect();
        for (page, route) in former {
            let address = route.folded();
            // A file with the name of its folder claims it, too.
            let is_free = [
                &*address,
                address.trim_end_matches(INDEX).trim_end_matches('/'),
            ]
            .iter()
            .all(|path| !claimed.contains(*path));
            if is_free {
                self.claim(
                    route,
                    Recipe::Redirect(page.route.clone()),
                    Some(page.entry.place()),
                );
            }
        }
    }

    /// Puts the routes in order and reports those that cannot be there together.
    pub(super) fn routes(&mut self) -> Vec<(Route, Recipe)> {
        let mut claims = std::mem::take(&mut self.claims);
        claims.sort_by(|a, b| a.route.cmp(&b.route));
        let mut folded: FxHashMap<String, usize> = FxHashMap::default();
        let odd: Vec<usize> = (0..claims.len())
            .filter(|at| matches!(claims[*at].route.folded(), Cow::Owned(_)))
            .collect();
        for at in 0..claims.len() {
            if at > 0 && claims[at - 1].route == claims[at].route {
                self.clash(Code::DuplicateAddress, &claims[at - 1], &claims[at]);
            } else if !claims[at].route.as_str().ends_with(INDEX) {
                let folder = format!("{}/", claims[at].route);
                let inside = claims.partition_point(|claim| *claim.route.as_str() < *folder);
                if let Some(inside) = claims
                    .get(inside)
                    .filter(|claim| claim.route.as_str().starts_with(&folder))
                {
                    self.clash(Code::FileIsFolder, inside, &claims[at]);
                }
            }
        }
        for at in odd {
            let key = claims[at].route.folded().into_owned();
            let plain = claims
                .binary_search_by(|claim| claim.route.as_str().cmp(&key))
                .ok();
            let other = plain
                .or_else(|| folded.get(&key).copied())
                .filter(|other| claims[*other].route != claims[at].route);
            if let Some(other) = other {
                self.clash(Code::LookalikeAddress, &claims[other], &claims[at]);
            }
            folded.entry(key).or_insert(at);
        }
        let mut routes: Vec<(Route, Recipe)> = Vec::with_capacity(claims.len());
        for claim in claims {
            if routes.last().is_none_or(|(last, _)| *last != claim.route) {
                routes.push((claim.route, claim.recipe));
            }
        }
        routes
    }

    fn clash(&mut self, code: Code, first: &Claim, second: &Claim) {
        let (here, there) = if second.by.is_some() {
            (second, first)
        } else {
            (first, second)
        };
        let finding = Diagnostic {
            place: here.by.clone(),
            ..Diagnostic::nowhere(code)
        };
        let mut finding = finding
            .arg("address", shown(&here.route))
            .arg("other", shown(&there.route));
        finding.related.extend(there.by.clone());
        self.found.push(finding);
    }
}

/// Returns an address as people know it.
fn shown(route: &Route) -> String {
    format!(
        "/{}",
        route.as_str().strip_suffix(INDEX).unwrap_or(route.as_str())
    )
}

/// Reads a former address: `/stara-adresa/` or `/stara.html`.
fn alias_route(alias: &str) -> Option<Route> {
    let path = alias.strip_prefix('/').unwrap_or(alias);
    let decoded = percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .ok()?;
    if decoded.contains(['?', '#']) || decoded.is_empty() {
        return None;
    }
    match decoded.strip_suffix('/') {
        Some(folder) => Route::new(&format!("{folder}/{}", INDEX)).ok(),
        None if decoded
            .rsplit('/')
            .next()
            .is_some_and(|name| name.contains('.')) =>
        {
            Route::new(&decoded).ok()
        }
        None => Route::new(&format!("{decoded}/{}", INDEX)).ok(),
    }
}
