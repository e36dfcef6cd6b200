//! Former addresses: those that authors list, and those that plain-reading versions used to have.

use rustc_hash::FxHashSet;

use super::Linker;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::last_part;
use crate::route::{INDEX, Route};
use crate::site::{Page, Recipe};

impl Linker<'_> {
    /// Claims the former addresses that published pages list.
    pub(super) fn aliases(&mut self) {
        let pages = self.pages;
        for page in pages
            .iter()
            .filter(|page| page.published)
        {
            for alias in &page.entry.front.aliases {
                let place = Place::at(&page.entry.source, alias.span);
                let Some(route) = alias_route(&alias.value) else {
                    let finding = Diagnostic::new(Code::BadAlias, place);
                    self.found
                        .push(finding.arg("value", &alias.value));
                    continue;
                };
                self.claim(route, Recipe::Redirect(page.route.clone()), Some(place));
            }
        }
    }

    /// Claims the addresses that plain-reading versions had when every language used the Czech
    /// word, except those that something else claims.
    pub(super) fn former_addresses(&mut self) {
        let pages = self.pages;
        let published = pages
            .iter()
            .filter(|page| page.published);
        let former = published.filter_map(|page| Some((page, self.addresses.former(&page.entry)?)));
        let former: Vec<(&Page, String)> = former.collect();
        if former.is_empty() {
            return;
        }
        let claims = self.claims.iter();
        let claimed: FxHashSet<String> = claims
            .map(|claim| claim.route.folded().into_owned())
            .collect();
        for (page, address) in former {
            let route = Route::of_page(&address);
            if is_free(&route, &claimed) {
                let recipe = Recipe::Redirect(page.route.clone());
                self.claim(route, recipe, Some(page.entry.place()));
            }
        }
    }
}

/// Returns whether nothing claims a page's address. A file with the name of its folder counts as a
/// claim.
fn is_free(route: &Route, claimed: &FxHashSet<String>) -> bool {
    let address = route.folded();
    let folder = address
        .trim_end_matches(INDEX)
        .trim_end_matches('/');
    !claimed.contains(&*address) && !claimed.contains(folder)
}

/// Reads a former address: `/stara-adresa/` or `/stara.html`.
fn alias_route(alias: &str) -> Option<Route> {
    let path = alias
        .strip_prefix('/')
        .unwrap_or(alias);
    let decoded = percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .ok()?;
    if decoded.contains(['?', '#']) || decoded.is_empty() {
        return None;
    }
    let name = last_part(&decoded);
    let folder: &str = match decoded.strip_suffix('/') {
        Some(folder) => folder,
        None if name.contains('.') => return Route::new(&decoded).ok(),
        None => &decoded,
    };
    Route::new(&format!("{folder}/{INDEX}")).ok()
}
