//! The lists of sections, and which lists a page has.

use tera::{Context, Value};

use super::shared::languages_with_pages;
use super::subject::Subject;
use super::summary::{of_folder, summaries};
use super::{map, search, terms, text};
use crate::site::Site;

/// Adds `section`, `taxonomy`, `term`, `search` or `languages` to a page's context.
pub(in crate::render) fn insert_subject(context: &mut Context, site: &Site, subject: Subject<'_>) {
    let (name, value) = match subject {
        Subject::Section(..) => ("section", section(site, subject)),
        Subject::Taxonomy(taxonomy, language) => {
            ("taxonomy", terms::taxonomy(site, taxonomy, language))
        }
        Subject::Term(id) => ("term", terms::term(site, id)),
        Subject::Search(language) => ("search", search::value(site, language)),
        Subject::NotFound => ("languages", languages_with_pages(site)),
        Subject::Page(_) => return,
    };
    context.insert_value(name, value);
}

fn section(site: &Site, subject: Subject<'_>) -> Value {
    let language = subject.language(site);
    let section = subject.section(site);
    let pages = section.map(|section| summaries(site, &section.pages));
    let folders = section.map_or(&[][..], |section| &section.sections);
    let sections = folders
        .iter()
        .filter_map(|folder| of_folder(site, folder, language));
    map([
        ("title", text(&subject.title(site))),
        ("path", text(&subject.path(site))),
        ("pages", Value::from(pages.unwrap_or_default())),
        ("sections", Value::from(sections.collect::<Vec<Value>>())),
    ])
}
