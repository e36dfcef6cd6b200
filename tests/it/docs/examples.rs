//! Runs every example of the guides: it must have no findings.

use super::{GUIDES, guide, is_sound, site_with};
use crate::support::TestSite;
use pakt::site::Mode;
use pakt::source::{Content, Source, SourceId};

/// An example of a guide. The word after its language is its file, or `front` for front matter
/// keys.
struct Example<'t> {
    place: String,
    file: &'t str,
    text: String,
}

/// The page of an example that names no file.
const PAGE: &str = "content/pripravenost/zivotopis.md";

/// Languages of examples that are not for pakt: commands, which another test checks, and the
/// settings of an editor.
const OTHERS: [&str; 2] = ["sh", "yaml"];

/// Finds the examples of a guide.
fn examples<'t>(name: &str, text: &'t str) -> Vec<Example<'t>> {
    let mut examples = Vec::new();
    let mut lines = text.lines().zip(1..);
    while let Some((line, number)) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let text: String = lines
            .by_ref()
            .map(|(line, _)| line)
            .take_while(|line| *line != "```")
            .map(|line| format!("{line}\n"))
            .collect();
        let place = format!("{name}:{number}: {info}");
        match info.split_once(' ') {
            Some((_, file)) => examples.push(Example { place, file, text }),
            None => {
                assert!(
                    name == "README.md" && OTHERS.contains(&info),
                    "{place}: which file is it?"
                )
            }
        }
    }
    examples
}

/// Builds the example site with an example.
fn site_of(example: &Example<'_>) -> TestSite {
    let Example { file, text, .. } = example;
    let page = |text: &str| {
        if text.starts_with("---\n") {
            text.to_owned()
        } else {
            format!("---\ntitle: Životopis\n---\n{text}")
        }
    };
    match file.split('/').next() {
        Some("site.yaml") => site_with(text, &[]),
        Some("front") => site_with(
            "",
            &[(PAGE, &format!("---\ntitle: Životopis\n{text}---\n"))],
        ),
        Some("content") => site_with("", &[(file, &page(text))]),
        Some("data") => site_with("", &[(file, text)]),
        Some("themes") => site_with("theme: urad", &[(file, text)]),
        _ => panic!("{}: no such file in a site", example.place),
    }
}

#[test]
fn examples_have_no_findings() {
    let mut count = 0;
    for (name, text) in GUIDES {
        for example in examples(name, text) {
            is_sound(&site_of(&example), &example.place);
            count += 1;
        }
    }
    assert!(count > 15, "only {count} examples were found");
}

#[test]
fn the_site_of_the_examples_has_no_findings() {
    is_sound(&site_with("", &[]), "the site alone");
    is_sound(
        &site_with("theme: urad", &[]),
        "the site with its own theme",
    );
}

#[test]
fn the_examples_of_the_editors_guide_work_in_the_starter() {
    let page = "content/aktuality/den-otevrenych-dveri.md";
    let mut files = starter();
    files.push(("content/aktuality/schuzka.jpg".to_owned(), "jpg".to_owned()));
    files.push((
        "content/aktuality/linka.svg".to_owned(),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>".to_owned(),
    ));
    let guide = guide("NAVOD.md");
    let mut body = String::new();
    for example in guide
        .split("\n\n")
        .filter(|part| part.starts_with("    ") && !part.starts_with("    pakt "))
    {
        let text: String = example
            .lines()
            .map(|line| format!("{}\n", &line[4..]))
            .collect();
        match text.starts_with("cs:") {
            true => files.push(("data/synonyms.yaml".to_owned(), text)),
            false => body.push_str(&format!("{text}\n")),
        }
    }
    let line_block = guide
        .split('`')
        .find(|code| code.starts_with("::image"))
        .expect("a block");
    files.push((
        page.to_owned(),
        format!("---\ntitle: Den otevřených dveří\n---\n{body}{line_block}\n"),
    ));
    assert!(
        body.contains("](../o-nas.md)")
            && body.contains("![")
            && files
                .iter()
                .any(|(path, _)| path == "data/synonyms.yaml")
    );
    let sources = files.iter().map(|(path, text)| {
        Source::new(SourceId::new(path.as_str()), Content::of(text.as_bytes()))
    });
    let site = TestSite::of_sources(sources.collect(), Mode::default());
    let codes: Vec<&str> = site
        .codes()
        .iter()
        .map(|code| code.id())
        .collect();
    assert_eq!(
        codes,
        ["P0603"],
        "the starter has no operator yet, and nothing else is wrong"
    );
}

/// The files of the starter, by their paths in a site.
fn starter() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scaffold/starter");
    let files = pakt::files::scan(&root);
    files
        .into_iter()
        .map(|source| {
            (
                source.id.to_string(),
                String::from_utf8_lossy(source.bytes()).into_owned(),
            )
        })
        .collect()
}
