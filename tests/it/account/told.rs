//! Nothing is lost in silence: the account is total, and a finding covers every lost range.

use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::{FRONT, HTML, MARKDOWN, cases, is_whole, written};
use crate::support::file;
use pakt::config::{self, Config};
use pakt::document::{self, Fate, Options};

/// The most findings of one body.
const MOST_FINDINGS: usize = 200;

/// The settings in which every text is tried: all three ways to treat raw HTML.
fn settings() -> [Options; 3] {
    ["sanitise", "escape", "allow"].map(|mode| {
        let settings = file("site.yaml", format!("markdown: {{html: {mode}}}\n"));
        let (config, _): (Config, _) = config::parse(&settings);
        Options::new(&config)
    })
}

/// Returns what is lost without a finding.
fn untold(text: &str, options: &Options) -> Vec<String> {
    let reading = document::parse(&file("content/a.md", text), options);
    if !is_whole(&reading.account, text) {
        return vec!["the account is not whole".to_owned()];
    }
    if reading.diagnostics.len() >= MOST_FINDINGS {
        return Vec::new();
    }
    let told: Vec<_> = reading
        .diagnostics
        .iter()
        .filter_map(|finding| Some(finding.place.as_ref()?.span?.range()))
        .collect();
    let is_read = |c: char| !c.is_whitespace() && !c.is_control();
    let lost = reading
        .account
        .of(Fate::Lost)
        .filter(|range| text[range.clone()].contains(is_read));
    lost.filter(|range| {
        !told
            .iter()
            .any(|told| told.start < range.end && range.start < told.end)
    })
    .map(|range| format!("{range:?} {:?}", &text[range.clone()]))
    .collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_loss_of_markdown_is_told(
        parts in prop::collection::vec(prop::sample::select(MARKDOWN), 0..14)
    ) {
        let text = format!("{FRONT}{}", written(&parts));
        for options in settings() {
            prop_assert_eq!(untold(&text, &options), Vec::<String>::new(), "{}", text);
        }
    }

    #[test]
    fn every_loss_of_raw_html_is_told(
        parts in prop::collection::vec(prop::sample::select(HTML), 0..14)
    ) {
        let text = format!("{FRONT}<div>\n{}", written(&parts));
        for options in settings() {
            prop_assert_eq!(untold(&text, &options), Vec::<String>::new(), "{}", text);
        }
    }
}

/// Markdown of others: of the packages that cargo keeps, and of the system.
#[test]
fn every_loss_of_other_peoples_markdown_is_told() {
    let settings = settings();
    let mut number = 0;
    for path in other_peoples() {
        let Some(body) = read(&path) else { continue };
        number += 1;
        let text = format!("{FRONT}{body}");
        for options in &settings {
            let untold = untold(&text, options);
            assert!(untold.is_empty(), "{}: {untold:?}", path.display());
        }
    }
    if std::env::var_os("PAKT_CASES").is_some() {
        println!("{number} files");
    }
}

/// Returns the Markdown files of packages; every tenth unless `PAKT_CASES` is set.
fn other_peoples() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| {
            let home = std::env::var_os("HOME")?;
            Some(PathBuf::from(home).join(".cargo"))
        });
    let mut found = Vec::new();
    for root in home
        .map(|home| home.join("registry/src"))
        .into_iter()
        .chain([PathBuf::from("/usr/share/doc")])
    {
        add_files(&root, &mut found);
    }
    found.sort();
    let step = match std::env::var_os("PAKT_CASES") {
        Some(_) => 1,
        None => 10,
    };
    found
        .into_iter()
        .step_by(step)
        .collect()
}

#[expect(clippy::disallowed_methods, reason = "these files are of no site")]
fn read(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

fn add_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => add_files(&path, found),
            Ok(kind)
                if kind.is_file()
                    && path
                        .extension()
                        .is_some_and(|it| it == "md") =>
            {
                found.push(path);
            }
            _ => {}
        }
    }
}
