//! What a day changes: the pages and routes whose findings can differ from those of the day before.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet};

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::document::body::Hole;
use crate::document::target::{self, Target};
use crate::document::{Document, parent};
use crate::layout;
use crate::render::Renderer;
use crate::route::Route;
use crate::site::{PageId, Recipe, Site};
use crate::source::SourceId;

/// Which pages name a file or folder.
pub(super) struct Links(FxHashMap<SourceId, Vec<PageId>>);

impl Links {
    /// Reads the links of all pages.
    pub(super) fn new(renderer: &Renderer) -> Self {
        let ids: Vec<PageId> = renderer.site().pages.ids().collect();
        let named: Vec<(SourceId, PageId)> = ids
            .into_par_iter()
            .flat_map_iter(|page| {
                let document = renderer.document(page);
                let named: FxHashSet<SourceId> = targets(document)
                    .filter_map(|written| file_of(written, document))
                    .collect();
                named
                    .into_iter()
                    .map(move |source| (source, page))
            })
            .collect();
        let mut links: FxHashMap<SourceId, Vec<PageId>> = FxHashMap::default();
        for (source, page) in named {
            links
                .entry(source)
                .or_default()
                .push(page);
        }
        Self(links)
    }

    fn to(&self, source: &str) -> &[PageId] {
        self.0
            .get(source)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

/// Returns the targets in a body, as written.
fn targets(document: &Document) -> impl Iterator<Item = &str> {
    let body = document.body();
    let of_holes = body
        .holes()
        .iter()
        .filter_map(|hole| match hole {
            Hole::Link(link) => Some(&*link.target),
            Hole::Picture(picture) => Some(&*picture.target),
            Hole::Address(address) => Some(&*address.target),
            Hole::Table { .. } | Hole::Block(_) | Hole::Note(_) | Hole::Message(_) => None,
        });
    let attributes = body
        .blocks()
        .iter()
        .flat_map(|block| &block.attributes);
    let of_blocks = attributes
        .filter(|attribute| matches!(&*attribute.key, "href" | "src"))
        .map(|attribute| &*attribute.value);
    of_holes.chain(of_blocks)
}

fn file_of(written: &str, document: &Document) -> Option<SourceId> {
    match target::read(written, &document.entry.source) {
        Ok(Target::File { source, .. }) => Some(source),
        Ok(Target::External(_) | Target::Anchor(_)) | Err(_) => None,
    }
}

/// What has to be checked on a day.
pub(super) struct Changes<'s> {
    /// Pages that appear, and those that link to what appears or disappears.
    pub(super) pages: Vec<PageId>,
    /// Other routes that are new, and lists of what appears or disappears.
    pub(super) routes: Vec<&'s Route>,
}

impl<'s> Changes<'s> {
    /// Compares the sites of two days.
    pub(super) fn between(before: &Site, site: &'s Site, links: &Links) -> Self {
        let mut pages: HashSet<PageId, FxBuildHasher> = HashSet::default();
        let mut routes: BTreeSet<&Route> = new_routes(before, site).collect();
        for (id, page) in site.pages.with_ids() {
            if page.published == before.pages[id].published {
                continue;
            }
            if page.published {
                pages.insert(id);
            }
            pages.extend(linking(site, id, links));
            routes.extend(lists(site, id));
        }
        let is_known = |route: &&Route| {
            let recipe = site.recipe(route);
            let page = recipe.and_then(|recipe| site.page_behind(recipe));
            page.is_some_and(|page| pages.contains(&page))
        };
        routes.retain(|route| !is_known(route));
        let mut pages: Vec<PageId> = pages.into_iter().collect();
        pages.sort_unstable();
        Self {
            pages,
            routes: routes.into_iter().collect(),
        }
    }
}

/// Returns the published pages that name a version of a page, or a folder of it.
fn linking(site: &Site, page: PageId, links: &Links) -> Vec<PageId> {
    let versions = site.pages.versions_of(page).iter();
    let mut names: Vec<String> = versions
        .map(|version| {
            site.pages[*version]
                .entry
                .source
                .to_string()
        })
        .collect();
    names.extend(folders(site, page).map(|folder| {
        format!("{}/{folder}", layout::CONTENT)
            .trim_end_matches('/')
            .to_owned()
    }));
    let naming = names
        .iter()
        .flat_map(|name| links.to(name))
        .copied();
    naming
        .filter(|page| site.pages[*page].published)
        .collect()
}

/// Returns the routes of the sections that a page is in.
fn lists(site: &Site, page: PageId) -> impl Iterator<Item = &Route> {
    let language = site.pages[page].language();
    folders(site, page).filter_map(move |folder| Some(&site.section(folder, language)?.route))
}

/// Returns the folder of a page and those above it; the last is empty.
fn folders(site: &Site, page: PageId) -> impl Iterator<Item = &str> {
    let folder = &*site.pages[page].entry.position.folder;
    std::iter::successors(Some(folder), |folder| {
        (!folder.is_empty()).then(|| parent(folder))
    })
}

/// Returns the routes that a site has and another has not, or from something else. The files of a
/// search index have no findings.
fn new_routes<'s>(before: &Site, site: &'s Site) -> impl Iterator<Item = &'s Route> {
    let mut old = before.routes.iter().peekable();
    let mut is_old = move |route: &Route, recipe: &Recipe| {
        while let Some((known, made)) = old.peek() {
            match known.cmp(route) {
                Ordering::Less => old.next(),
                Ordering::Equal => return made == recipe,
                Ordering::Greater => return false,
            };
        }
        false
    };
    let routes = site.routes.iter();
    routes
        .filter(move |(route, recipe)| !is_old(route, recipe))
        .filter(|(_, recipe)| !matches!(recipe, Recipe::Search { .. }))
        .map(|(route, _)| route)
}
