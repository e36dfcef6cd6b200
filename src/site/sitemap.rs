//! The sitemap of a site: how many addresses it has, and in how many files. `render` writes the
//! files.

use std::ops::Range;

use super::{Recipe, Site};
use crate::config::Config;
use crate::route::Route;

/// The address of the sitemap, named in `robots.txt`: the addresses themselves, or an index of the
/// files that list them.
pub(super) const SITEMAP: &str = "sitemap.xml";

/// The most bytes of an entry without its addresses: the tags of `url`, `loc` and `lastmod`.
const ENTRY: usize = 128;

/// The most bytes of an alternate without its address and language.
const ALTERNATE: usize = 64;

/// The language tag that search engines use when no other fits.
const DEFAULT: &str = "x-default";

/// The most bytes of a file without its entries.
const FRAME: usize = 512;

/// How much one sitemap file may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SitemapLimits {
    /// The most addresses.
    pub addresses: usize,
    /// The most bytes, uncompressed.
    pub bytes: usize,
}

impl Default for SitemapLimits {
    /// The limits of the protocol (sitemaps.org 0.9).
    fn default() -> Self {
        Self {
            addresses: 50_000,
            bytes: 52_428_800,
        }
    }
}

/// The addresses of a site in order, divided among files. Drafts that are shown take a slot, but no
/// file lists them.
#[derive(Debug)]
pub struct Sitemap {
    addresses: usize,
    /// How many addresses each file has.
    per_file: usize,
}

impl Sitemap {
    /// Divides the addresses of these pages so that no file can exceed a limit.
    ///
    /// Linking does not know the bytes, but it knows every address: an entry contains its own and
    /// one per language, each at most as long as the longest. A route is at least as long as its
    /// link, since slugs contain nothing to encode, and addresses nothing that XML escapes.
    pub(super) fn new<'r>(
        config: &Config,
        limits: SitemapLimits,
        pages: impl Iterator<Item = &'r Route>,
    ) -> Self {
        let (addresses, longest) = pages.fold((0, 0), |(count, longest), route| {
            (count + 1, longest.max(route.as_str().len()))
        });
        let address = config
            .base_url
            .as_ref()
            .map_or(0, |base| base.as_str().len())
            + longest;
        let languages = config
            .languages
            .iter()
            .map(|language| &*language.code)
            .chain([DEFAULT]);
        let alternates: usize = languages
            .map(|language| ALTERNATE + language.len() + address)
            .sum();
        let entry = ENTRY + address + alternates;
        let fitting = limits.bytes.saturating_sub(FRAME) / entry;
        Self {
            addresses,
            per_file: fitting.min(limits.addresses).max(1),
        }
    }

    /// Returns the numbers of the files that list the addresses, from 1; none if `sitemap.xml`
    /// lists them itself.
    pub fn parts(&self) -> Range<usize> {
        match self.addresses.div_ceil(self.per_file) {
            0 | 1 => 1..1,
            files => 1..files + 1,
        }
    }

    /// Returns the name of a part. It is in the root, since a sitemap may list only what is beside
    /// and below it.
    pub(crate) fn name(part: usize) -> String {
        format!("sitemap-{part}.xml")
    }
}

impl Site {
    /// Returns the sitemap, if the site has an address.
    pub fn sitemap(&self) -> Option<&Sitemap> {
        self.indexes.sitemap.as_ref()
    }

    /// Returns the routes that a part of the sitemap lists, or those of all parts.
    pub(crate) fn sitemap_routes(
        &self,
        part: Option<usize>,
    ) -> impl Iterator<Item = (&Route, &Recipe)> {
        let per_file = self
            .sitemap()
            .map_or(0, |sitemap| sitemap.per_file);
        let (skipped, taken) = part.map_or((0, usize::MAX), |part| {
            (part.saturating_sub(1) * per_file, per_file)
        });
        self.routes
            .iter()
            .filter(|(_, recipe)| recipe.is_content())
            .skip(skipped)
            .take(taken)
            .map(|(route, recipe)| (route, recipe))
    }
}
