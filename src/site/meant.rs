//! What links mean that are written otherwise than pakt expects: anchors as other programs make
//! them, and addresses of the site itself.

use super::missing::link_from;
use super::resolve::{LinkOrigin, Missing};
use super::{Recipe, Site, spelling};
use crate::document::Entry;
use crate::document::target::Target;
use crate::language;
use crate::layout;
use crate::route::Route;
use crate::source::SourceId;

/// What is published at an address of the site itself.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct OwnAddress<'a> {
    pub(crate) route: Route,
    /// Everything from `?` or `#` on.
    pub(crate) rest: &'a str,
    /// The link to the source of the route; none if no file of an author makes it.
    pub(crate) file: Option<String>,
}

impl Site {
    /// Returns the target whose anchor is the one that is meant. Many editors make anchors of
    /// headings as GitHub does, with accents; they lead to the heading with the same slug.
    pub(crate) fn with_meant_anchor<'t>(
        &self,
        origin: LinkOrigin<'_>,
        target: &Target<'t>,
    ) -> Option<Target<'t>> {
        match target {
            Target::Anchor(anchor) => {
                let meant = self.meant_anchor(origin.document?, anchor)?;
                Some(Target::Anchor(meant))
            }
            Target::File {
                source,
                anchor: Some(anchor),
                query,
            } => {
                let named = self.pages.named(source)?;
                let page = self.version_for(named, origin)?;
                let meant = self.meant_anchor(&self.pages[page].entry, anchor)?;
                Some(Target::File {
                    source: source.clone(),
                    anchor: Some(meant),
                    query,
                })
            }
            Target::File { .. } | Target::External(_) => None,
        }
    }

    fn meant_anchor(&self, entry: &Entry, anchor: &str) -> Option<String> {
        let language = &self.config().languages[entry.position.variant.language];
        let of_heading = || spelling::of_heading(entry, anchor, &language.code);
        let meant = language::slug(anchor, &language.code);
        spelling::composed(entry, anchor)
            .or_else(of_heading)
            .or_else(|| (!meant.is_empty() && self.has_anchor(entry, &meant)).then_some(meant))
    }

    /// Reads a link in the file `from` that is written with the address of the site itself; `None`
    /// for any other address.
    pub(crate) fn own_address<'a>(
        &self,
        from: &SourceId,
        url: &'a str,
    ) -> Option<Result<OwnAddress<'a>, Missing>> {
        let inner = self.inner_path(url)?;
        let end = inner
            .find(['?', '#'])
            .unwrap_or(inner.len());
        let (path, rest) = inner.split_at(end);
        let requests = [format!("/{path}"), format!("/{path}/")];
        let routes: Vec<Route> = requests
            .iter()
            .filter_map(|request| Route::from_request(request))
            .collect();
        let recipe = |route: &Route| Some((route.clone(), self.recipe(route)?));
        let Some((route, recipe)) = routes.iter().find_map(recipe) else {
            return Some(Err(self.why_missing(&routes)));
        };
        let file = self
            .source_of(recipe)
            .map(|path| format!("{}{rest}", link_from(from, path)));
        Some(Ok(OwnAddress { route, rest, file }))
    }

    /// Returns why nothing is published at routes: perhaps a page is not published now.
    fn why_missing(&self, routes: &[Route]) -> Missing {
        let mut pages = self.pages.iter();
        match pages.any(|page| routes.contains(&page.route)) {
            true => Missing::Unpublished,
            false => Missing::File,
        }
    }

    /// Returns whether a web address is below that of the site itself.
    pub(crate) fn is_own_address(&self, url: &str) -> bool {
        self.inner_path(url).is_some()
    }

    /// Returns the part of a web address below that of the site.
    fn inner_path<'a>(&self, url: &'a str) -> Option<&'a str> {
        let inner = after_scheme(url)?;
        let base = after_scheme(self.base_url()?.as_str())?;
        if inner.eq_ignore_ascii_case(base.trim_end_matches('/')) {
            return Some("");
        }
        let (start, path) = inner.split_at_checked(base.len())?;
        start
            .eq_ignore_ascii_case(base)
            .then_some(path)
    }

    /// Returns the path in the content folder of what makes a route.
    fn source_of<'s>(&'s self, recipe: &'s Recipe) -> Option<&'s str> {
        let source = match recipe {
            Recipe::Asset(source) => source,
            recipe => {
                // A former address leads to the page of today.
                let recipe = match recipe {
                    Recipe::Redirect(to) => self.recipe(to)?,
                    recipe => recipe,
                };
                let page = self.page_behind(recipe)?;
                &self.pages[page].entry.source
            }
        };
        source.below(layout::CONTENT)
    }
}

/// Returns a web address without its scheme.
fn after_scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://").or_else(|| {
        let rest = url.strip_prefix("//")?;
        Some(("https", rest))
    })?;
    let is_web = ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    is_web.then_some(rest)
}
