//! Other people's Markdown, which is right as it is: READMEs and documents of the packages that
//! this program is built from, found on the machine. Text that was meant otherwise is rare there,
//! so almost every finding of that kind is a false alarm.
//!
//! `PAKT_SHOW=1` prints all findings, to be judged by eye.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use pakt::config::Config;
use pakt::diagnostic::Diagnostic;
use pakt::document::{Options, parse};
use pakt::source::{Content, Source, SourceId, line_and_column};

/// The codes for text that was meant otherwise.
const MEANT_OTHERWISE: [&str; 16] = [
    "P0511", "P0512", "P0519", "P0520", "P0521", "P0522", "P0523", "P0524", "P0525", "P0526",
    "P0527", "P0528", "P0529", "P0530", "P0535", "P0536",
];

/// Fewer files say nothing.
const FEWEST: usize = 500;

/// The most findings for 100 files. Read with `PAKT_SHOW`, they are mostly right.
const MOST_FOR_A_HUNDRED: usize = 100;

/// The folders with other people's Markdown.
fn folders() -> impl Iterator<Item = PathBuf> {
    let own = env::var_os("CARGO_HOME").map(PathBuf::from);
    let usual = || Some(Path::new(&env::var_os("HOME")?).join(".cargo"));
    let packages = own
        .or_else(usual)
        .map(|home| home.join("registry/src"));
    let of_system = ["/usr/share/doc", "/usr/share/nodejs"].map(PathBuf::from);
    packages.into_iter().chain(of_system)
}

fn texts() -> Vec<(PathBuf, String)> {
    let files = folders()
        .flat_map(walkdir::WalkDir::new)
        .filter_map(Result::ok);
    let pages = files.filter(|file| {
        let name = file.file_name().to_string_lossy();
        name.ends_with(".md")
            && !name
                .to_ascii_lowercase()
                .contains("changelog")
    });
    let mut texts: Vec<(PathBuf, String)> = pages
        .filter_map(|page| {
            let text = fs::read_to_string(page.path()).ok()?;
            Some((page.into_path(), text))
        })
        .collect();
    texts.sort();
    // The same package in two versions counts once.
    texts.sort_by(|a, b| a.1.cmp(&b.1));
    texts.dedup_by(|a, b| a.1 == b.1);
    texts
}

/// Returns what is said of a text to have been meant otherwise.
fn meant_otherwise(text: &str, options: &Options) -> Vec<Diagnostic> {
    let page = format!("---\ntitle: A\n---\n{text}");
    let source = Source::new(SourceId::new("content/a.md"), Content::of(page.as_str()));
    let found = parse(&source, options).diagnostics;
    found
        .into_iter()
        .filter(|finding| MEANT_OTHERWISE.contains(&finding.code.id()))
        .collect()
}

fn line(finding: &Diagnostic, path: &Path, text: &str) -> String {
    let span = finding
        .place
        .as_ref()
        .and_then(|place| place.span);
    let page = format!("---\ntitle: A\n---\n{text}");
    let start = span.map_or(0, |span| span.range().start);
    let (line, column) = line_and_column(&page, start);
    let shown = page
        .lines()
        .nth(line - 1)
        .unwrap_or_default();
    let shown: String = shown.chars().take(120).collect();
    let line = line.saturating_sub(3);
    format!(
        "{} {}:{line}:{column}  {shown}",
        finding.code.id(),
        path.display()
    )
}

#[test]
fn other_peoples_right_markdown_has_few_findings() {
    let texts = texts();
    if texts.len() < FEWEST {
        println!("skipped: only {} files of Markdown are here", texts.len());
        return;
    }
    let options = Options::new(&Config::empty());
    let mut lines = Vec::new();
    for (path, text) in &texts {
        let found = meant_otherwise(text, &options);
        lines.extend(
            found
                .iter()
                .map(|finding| line(finding, path, text)),
        );
    }
    if env::var_os("PAKT_SHOW").is_some() {
        println!("{}", lines.join("\n"));
    }
    println!("{} findings in {} files", lines.len(), texts.len());
    assert!(
        lines.len() * 100 <= texts.len() * MOST_FOR_A_HUNDRED,
        "{} findings in {} files",
        lines.len(),
        texts.len()
    );
}
