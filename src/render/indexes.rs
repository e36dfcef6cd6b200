//! What machines read: Atom feeds (RFC 4287), the sitemap (sitemaps.org 0.9) and robots.txt (RFC
//! 9309).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::values::{Subject, alternate_routes};
use crate::config::LanguageId;
use crate::language::Day;
use crate::route::Route;
use crate::site::{PageId, Recipe, Site, Sitemap};

/// The namespace of sitemaps and of their indexes.
const SITEMAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Writes the feed of a folder in a language: its newest dated pages with their summaries.
pub(super) fn feed(site: &Site, route: &Route, folder: &str, language: LanguageId) -> Vec<u8> {
    let mut pages: Vec<(Day, PageId)> = site
        .feed_pages(folder, language)
        .filter_map(|page| Some((updated(site, page)?, page)))
        .collect();
    pages.sort_by(|a, b| {
        b.0.cmp(&a.0)
            .then_with(|| site.pages[a.1].route.cmp(&site.pages[b.1].route))
    });
    pages.truncate(site.config().feed_limit);
    let own = &site.config().languages[language];
    let url = site.absolute(route).unwrap_or_default();
    let section = site.section(folder, language);
    let title = section
        .and_then(|section| section.index)
        .filter(|_| !folder.is_empty())
        .map(|index| &site.pages[index].entry.title);
    let author = site
        .config()
        .organisation
        .get("operator")
        .unwrap_or(&own.title);
    let mut xml = Xml::new();
    xml.open(
        "feed",
        &[
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", &own.code),
        ],
    );
    xml.text("id", &url);
    xml.text(
        "title",
        &title.map_or_else(
            || own.title.clone(),
            |title| format!("{title} – {}", own.title),
        ),
    );
    xml.text(
        "updated",
        &pages
            .first()
            .map(|(day, _)| stamp(site, *day))
            .unwrap_or_default(),
    );
    xml.empty("link", &[("rel", "self"), ("href", &url)]);
    if let Some(home) = section
        .and_then(|section| section.route.as_ref())
        .and_then(|route| site.absolute(route))
    {
        xml.empty(
            "link",
            &[("rel", "alternate"), ("type", "text/html"), ("href", &home)],
        );
    }
    xml.open("author", &[]);
    xml.text("name", author);
    xml.close("author");
    for (day, page) in pages {
        let page = &site.pages[page];
        let url = site.absolute(&page.route).unwrap_or_default();
        xml.open("entry", &[]);
        xml.text("id", &url);
        xml.text("title", &page.entry.title);
        xml.text("updated", &stamp(site, day));
        if let Some(date) = page.entry.front.date {
            xml.text("published", &stamp(site, date));
        }
        xml.empty(
            "link",
            &[("rel", "alternate"), ("type", "text/html"), ("href", &url)],
        );
        xml.text("summary", &page.entry.summary);
        xml.close("entry");
    }
    xml.close("feed");
    xml.finish()
}

/// Writes the sitemap: the pages themselves, or the addresses of the parts that list them.
pub(super) fn sitemap(site: &Site) -> Vec<u8> {
    let parts = site.sitemap().map(Sitemap::parts).unwrap_or_default();
    if parts.is_empty() {
        return sitemap_part(site, None);
    }
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[("xmlns", SITEMAPS)]);
    for part in parts {
        xml.open("sitemap", &[]);
        xml.text(
            "loc",
            &site
                .base_url()
                .map(|base| base.join(&Sitemap::name(part)))
                .unwrap_or_default(),
        );
        xml.close("sitemap");
    }
    xml.close("sitemapindex");
    xml.finish()
}

/// Writes the pages of a part of the sitemap, or all: those that search engines may show, with
/// their versions in other languages.
pub(super) fn sitemap_part(site: &Site, part: Option<usize>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "urlset",
        &[
            ("xmlns", SITEMAPS),
            ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
        ],
    );
    for (route, subject) in site
        .sitemap_routes(part)
        .filter_map(|(route, recipe)| Some((route, subject(site, recipe)?)))
    {
        let entry = subject
            .page(site)
            .map(|page| (page, &site.pages[page].entry));
        if entry.is_some_and(|(_, entry)| entry.front.draft) {
            continue;
        }
        xml.open("url", &[]);
        xml.text("loc", &site.absolute(route).unwrap_or_default());
        if let Some(day) = entry.and_then(|(page, _)| updated(site, page)) {
            xml.text("lastmod", &day.to_string());
        }
        for (code, route) in alternate_routes(site, subject, route) {
            let url = site.absolute(route).unwrap_or_default();
            xml.empty(
                "xhtml:link",
                &[("rel", "alternate"), ("hreflang", code), ("href", &url)],
            );
        }
        xml.close("url");
    }
    xml.close("urlset");
    xml.finish()
}

/// Writes what robots may read: everything.
pub(super) fn robots(site: &Site) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = site.base_url() {
        text.push_str(&format!("Sitemap: {}\n", base.join("sitemap.xml")));
    }
    text.into_bytes()
}

/// Returns what a recipe's page is about, if it makes a page that search engines may show.
pub(super) fn subject<'s>(site: &'s Site, recipe: &'s Recipe) -> Option<Subject<'s>> {
    match recipe {
        Recipe::Page(source) => site.page_of(source.as_str()).map(Subject::Page),
        Recipe::Section { folder, language } => Some(Subject::Section(folder, *language)),
        Recipe::Taxonomy { taxonomy, language } => Some(Subject::Taxonomy(*taxonomy, *language)),
        Recipe::Term(id) => Some(Subject::Term(id)),
        _ => None,
    }
}

fn updated(site: &Site, page: PageId) -> Option<Day> {
    let front = &site.pages[page].entry.front;
    front.updated.or(front.date)
}

fn stamp(site: &Site, day: Day) -> String {
    day.rfc3339(&site.config().timezone)
}

/// Writes XML to memory, where writing cannot fail.
struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn new() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    fn event(&mut self, event: Event<'_>) {
        let written = self.0.write_event(event);
        debug_assert!(written.is_ok(), "memory takes every byte");
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(
            BytesStart::new(name).with_attributes(attributes.iter().copied()),
        ));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(
            BytesStart::new(name).with_attributes(attributes.iter().copied()),
        ));
    }

    fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn text(&mut self, name: &str, text: &str) {
        self.open(name, &[]);
        self.event(Event::Text(BytesText::new(text)));
        self.close(name);
    }

    fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }
}
