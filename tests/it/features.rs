//! One small site per feature, with a tiny theme that prints what the test is about.

mod blocks;
mod facts;
mod glossary;
mod indexes;
mod languages;
mod links;
mod markdown;
mod navigation;
mod publication;
mod raw;
mod search;
mod signs;
mod statement;
mod structure;
mod taxonomies;
mod themes;

use std::collections::BTreeMap;

use crate::support::{TestSite, file};
use pakt::site::Mode;
use pakt::source::line_and_column;

/// Settings with everything that tests need: three languages, a taxonomy, an address. Typography is
/// off; it has its own tests.
const SETTINGS: &str = "\
title: Web
theme: t
base_url: https://pakt.example/web/
language: cs
typography: false
languages:
  cs: {name: Čeština}
  en: {name: English, title: Site}
  uk: {name: Українська, title: Сайт}
taxonomies:
  topic:
    cs: {slug: temata, title: Témata}
    en: {slug: topics, title: Topics}
organisation: {operator: Úřad, email: a@b.cz, accessibility_contact: a@b.cz}
";

/// The templates of the theme `t`, which print only the text.
const TEMPLATES: [&str; 7] = [
    "home.html",
    "page.html",
    "section.html",
    "taxonomy.html",
    "term.html",
    "redirect.html",
    "404.html",
];

/// Builds a site of these files with the theme `t`.
fn site(files: &[(&str, &str)]) -> TestSite {
    site_in(files, Mode::default())
}

/// Builds a site of these files with the theme `t`, in a mode.
fn site_in(files: &[(&str, &str)], mode: Mode) -> TestSite {
    let mut all: BTreeMap<String, &str> = BTreeMap::from([
        ("site.yaml".to_owned(), SETTINGS),
        ("themes/t/theme.yaml".to_owned(), "name: t\n"),
        ("content/_index.md".to_owned(), "---\ntitle: Domů\n---\n"),
    ]);
    all.extend(TEMPLATES.map(|name| (format!("themes/t/templates/{name}"), "{{ content or '' }}")));
    all.extend(
        files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), *text)),
    );
    TestSite::of_sources(
        all.into_iter()
            .map(|(path, text)| file(&path, text))
            .collect(),
        mode,
    )
}

/// Prints some routes, each under its path.
fn texts(site: &TestSite, paths: &[&str]) -> String {
    paths
        .iter()
        .map(|path| format!("# {path}\n{}\n", site.text(path).trim()))
        .collect()
}

/// Prints all routes, one per line.
fn paths(site: &TestSite) -> String {
    site.paths().join("\n")
}

/// Prints the findings, one per line: code, place and the message's arguments.
fn findings(site: &TestSite) -> String {
    let line = |finding: &pakt::diagnostic::Diagnostic| {
        let place = finding
            .place
            .as_ref()
            .map_or_else(String::new, |place| {
                let text = site
                    .project
                    .text(&place.source)
                    .unwrap_or_default()
                    .into_owned();
                let at = place
                    .span
                    .map(|span| line_and_column(&text, span.start as usize));
                format!(
                    " {}{}",
                    place.source,
                    at.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"))
                )
            });
        let args: Vec<String> = finding
            .args
            .iter()
            .map(|(key, value)| format!(" {key}={value}"))
            .collect();
        format!("{}{place}{}\n", finding.code.id(), args.concat())
    };
    site.findings()
        .iter()
        .map(line)
        .collect()
}
