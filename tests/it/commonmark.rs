//! The examples of the CommonMark specification through pakt's own pipeline, with everything beyond CommonMark switched off.

use std::path::PathBuf;
use std::process::Command;

use pakt::config::{Markdown, RawHtml};
use pakt::render::body::plain;

/// At least so many examples must be found: version 0.31.2 of the specification has 652.
const LEAST: usize = 640;

/// Returns the text of the examples, which the published package of pulldown-cmark brings along.
fn suite() -> String {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let package = packages.iter().find(|package| package["name"] == "pulldown-cmark").expect("pakt depends on it");
    let manifest = PathBuf::from(package["manifest_path"].as_str().expect("a path"));
    let file = manifest.with_file_name("tests").join("suite").join("spec.rs");
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Reads name, Markdown and HTML of every example.
fn examples(suite: &str) -> Vec<(&str, &str, &str)> {
    let example = |test| Some((before(test, "(")?, literal(test, "original")?, literal(test, "expected")?));
    suite.split("fn spec_test_").skip(1).map(|test| example(test).unwrap_or_else(|| panic!("no example: {test}"))).collect()
}

/// Returns what a variable of an example holds.
fn literal<'a>(test: &'a str, name: &str) -> Option<&'a str> {
    before(test.split_once(&format!("let {name} = r##\""))?.1, "\"##;")
}

fn before<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    Some(text.split_once(mark)?.0)
}

/// Makes the HTML of two writers comparable, as pulldown-cmark's own suite does.
fn normalised(html: &str) -> String {
    let html = html.replace("<br>", "<br />").replace("<br/>", "<br />").replace("<hr>", "<hr />").replace("<hr/>", "<hr />");
    html.replace(">\n<", "><")
}

#[test]
fn every_example_of_the_specification_is_read_as_it_says() {
    let markdown = Markdown { extensions: false, html: RawHtml::Allow };
    let suite = suite();
    let examples = examples(&suite);
    assert!(examples.len() >= LEAST, "only {} examples", examples.len());
    let failed = examples.iter().filter_map(|(name, original, expected)| {
        let html = plain(original, markdown);
        (normalised(&html) != normalised(expected)).then(|| format!("example {name}\n{original}\nexpected\n{expected}\nbut got\n{html}"))
    });
    assert_eq!(failed.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn blocks_and_extensions_leave_the_specification_as_it_is_where_nothing_asks_for_them() {
    // With extensions on, an example may only differ where its text uses the notation of one of them.
    let off = Markdown { extensions: false, html: RawHtml::Allow };
    let on = Markdown { extensions: true, html: RawHtml::Allow };
    let suite = suite();
    let plain_text =
        |text: &str| !text.contains(['|', '~', '{', ':']) && !text.contains("[^") && !text.contains("[ ]") && !text.contains("[!");
    let mut compared = 0;
    for (name, original, _) in examples(&suite).into_iter().filter(|(_, original, _)| plain_text(original)) {
        assert_eq!(plain(original, on), plain(original, off), "example {name}");
        compared += 1;
    }
    assert!(compared > 500, "only {compared} examples");
}
