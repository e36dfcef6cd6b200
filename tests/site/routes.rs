//! The routes of the site with their sources, the same in every environment.

use std::fs;

use crate::built::{Built, ENVIRONMENTS, Route, repository};

/// The variable that makes a test write its result.
const UPDATE: &str = "UPDATE_GOLDEN";

/// The expected routes, with their recipes and sources.
const GOLDEN: &str = "tests/site/routes.txt";

/// A line of the list, without the hash in an asset's name, so that only new and removed routes
/// change the list.
fn line(route: &Route) -> String {
    let parts = route
        .route
        .split('.')
        .map(|part| if is_hash(part) { "*" } else { part });
    let name = parts.collect::<Vec<_>>().join(".");
    let source = route.source.as_deref().unwrap_or("-");
    format!("{name}  {}  {source}\n", route.recipe)
}

fn is_hash(part: &str) -> bool {
    part.len() == 16
        && part
            .chars()
            .all(|c| c.is_ascii_hexdigit())
}

#[test]
fn the_routes_are_those_of_the_list() {
    let found: String = Built::own()
        .routes
        .iter()
        .map(line)
        .collect();
    let path = repository().join(GOLDEN);
    if std::env::var_os(UPDATE).is_some() {
        return fs::write(path, found).expect("the list is written");
    }
    let golden = fs::read_to_string(path).unwrap_or_default();
    let only = |one: &str, other: &str, sign: &str| -> String {
        let lines = one.lines().filter(|line| {
            !other
                .lines()
                .any(|other| other == *line)
        });
        lines
            .map(|line| format!("{sign} {line}\n"))
            .collect()
    };
    assert!(
        golden == found,
        "The routes are not those of {GOLDEN}:\n{}{}\nIf they should have changed, run\n    \
         {UPDATE}=1 cargo test --test site\nand commit the list.",
        only(&golden, &found, "-"),
        only(&found, &golden, "+"),
    );
}

#[test]
fn the_site_has_no_errors() {
    let found = Built::own().pakt(&["check", "--format", "json"], ENVIRONMENTS[0]);
    let found: Vec<serde_json::Value> = serde_json::from_str(&found).expect("findings");
    let errors: Vec<_> = found
        .iter()
        .filter(|found| found["severity"] == "error")
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn the_bytes_are_the_same_in_any_environment() {
    let site = Built::own();
    site.build("elsewhere", ENVIRONMENTS[1]);
    let (files, others) = (site.files("public"), site.files("elsewhere"));
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        others.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in files {
        assert!(others[&path] == bytes, "{path} is different");
    }
}
