//! Atom feeds (RFC 4287).

use std::cmp::Reverse;

use super::xml::Xml;
use crate::config::LanguageId;
use crate::language::Day;
use crate::route::Route;
use crate::site::{Page, Site};

/// The namespace of feeds.
const ATOM: &str = "http://www.w3.org/2005/Atom";

/// Writes the feed of a folder in a language: its newest dated pages with their summaries.
pub(super) fn feed(site: &Site, route: &Route, folder: &str, language: LanguageId) -> Vec<u8> {
    let pages = newest(site, folder, language);
    let code = &site.config().languages[language].code;
    let mut xml = Xml::new();
    xml.element("feed", &[("xmlns", ATOM), ("xml:lang", code)], |xml| {
        let url = absolute(site, route);
        let section = site.section(folder, language);
        let updated = pages
            .first()
            .map(|(day, _)| stamp(site, *day));
        xml.text("id", &url);
        xml.text("title", &title(site, folder, language));
        xml.text("updated", &updated.unwrap_or_default());
        xml.empty("link", &[("rel", "self"), ("href", &url)]);
        if let Some(home) = section.and_then(|section| site.absolute(&section.route)) {
            link(xml, &home);
        }
        xml.element("author", &[], |xml| {
            xml.text("name", author(site, language))
        });
        for (day, page) in pages {
            xml.element("entry", &[], |xml| entry(xml, site, day, page));
        }
    });
    xml.finish()
}

/// Returns the pages of a feed with the days on which they changed.
fn newest<'s>(site: &'s Site, folder: &'s str, language: LanguageId) -> Vec<(Day, &'s Page)> {
    let mut pages: Vec<(Day, &Page)> = site
        .feed_pages(folder, language)
        .filter_map(|page| Some((site.changed(&page.entry.front)?, page)))
        .collect();
    pages.sort_by_key(|(day, page)| (Reverse(*day), &page.route));
    pages.truncate(site.config().feed_limit);
    pages
}

/// Returns the title of the section, unless it is the home page, and that of the site.
fn title(site: &Site, folder: &str, language: LanguageId) -> String {
    let of_site = &site.config().languages[language].title;
    let index = site
        .section(folder, language)
        .and_then(|section| section.index);
    match index.filter(|_| !folder.is_empty()) {
        Some(index) => format!("{} – {of_site}", site.pages[index].entry.title),
        None => of_site.clone(),
    }
}

/// Returns the site's operator, or its title.
fn author(site: &Site, language: LanguageId) -> &str {
    let config = site.config();
    let operator = config.organisation.get("operator");
    operator.unwrap_or(&config.languages[language].title)
}

fn entry(xml: &mut Xml, site: &Site, day: Day, page: &Page) {
    let url = absolute(site, &page.route);
    xml.text("id", &url);
    xml.text("title", &page.entry.title);
    xml.text("updated", &stamp(site, day));
    let date = page.entry.front.date;
    if let Some(date) = date.filter(|date| *date <= day) {
        xml.text("published", &stamp(site, date));
    }
    link(xml, &url);
    xml.text("summary", &page.entry.summary);
}

fn link(xml: &mut Xml, url: &str) {
    let attributes = [("rel", "alternate"), ("type", "text/html"), ("href", url)];
    xml.empty("link", &attributes);
}

fn absolute(site: &Site, route: &Route) -> String {
    site.absolute(route)
        .unwrap_or_default()
}

fn stamp(site: &Site, day: Day) -> String {
    day.rfc3339(&site.config().timezone)
}
