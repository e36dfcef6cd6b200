//! What search engines read: the sitemap (sitemaps.org 0.9) and robots.txt (RFC 9309).

use super::values::{Subject, alternate_routes};
use super::xml::Xml;
use crate::route::Route;
use crate::site::{Site, Sitemap};

/// The namespace of sitemaps and of their indexes.
const SITEMAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The namespace of links to other languages.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Writes the sitemap: the pages themselves, or the addresses of its parts.
pub(super) fn sitemap(site: &Site) -> Vec<u8> {
    let parts = site
        .sitemap()
        .map(Sitemap::parts)
        .unwrap_or_default();
    if parts.is_empty() {
        return sitemap_part(site, None);
    }
    let mut xml = Xml::new();
    xml.element("sitemapindex", &[("xmlns", SITEMAPS)], |xml| {
        for part in parts {
            let url = site
                .base_url()
                .map(|base| base.join(&Sitemap::name(part)));
            let url = url.unwrap_or_default();
            xml.element("sitemap", &[], |xml| xml.text("loc", &url));
        }
    });
    xml.finish()
}

/// Writes one part of the sitemap, or all of it: the pages that search engines may show, with their
/// versions in other languages.
pub(super) fn sitemap_part(site: &Site, part: Option<usize>) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespaces = [("xmlns", SITEMAPS), ("xmlns:xhtml", XHTML)];
    xml.element("urlset", &namespaces, |xml| {
        for (route, recipe) in site.sitemap_routes(part) {
            if let Some(subject) = Subject::of(site, recipe) {
                page(xml, site, route, subject);
            }
        }
    });
    xml.finish()
}

/// Writes a page, unless it is a draft.
fn page(xml: &mut Xml, site: &Site, route: &Route, subject: Subject<'_>) {
    let front = subject
        .page(site)
        .map(|page| &site.pages[page].entry.front);
    if front.is_some_and(|front| front.draft) {
        return;
    }
    xml.element("url", &[], |xml| {
        xml.text(
            "loc",
            &site
                .absolute(route)
                .unwrap_or_default(),
        );
        if let Some(day) = front.and_then(|front| site.changed(front)) {
            xml.text("lastmod", &day.to_string());
        }
        for (code, route) in alternate_routes(site, subject, route) {
            let url = site
                .absolute(route)
                .unwrap_or_default();
            let attributes = [("rel", "alternate"), ("hreflang", code), ("href", &url)];
            xml.empty("xhtml:link", &attributes);
        }
    });
}

/// Writes `robots.txt`, which allows everything.
pub(super) fn robots(site: &Site) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = site.base_url() {
        text.push_str(&format!("Sitemap: {}\n", base.join("sitemap.xml")));
    }
    text.into_bytes()
}
