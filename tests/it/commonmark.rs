//! Runs the examples of the CommonMark specification through pakt's pipeline, with everything
//! beyond CommonMark switched off.
//!
//! We may not copy them here, so they come from the specification's npm package, pinned by the lock
//! file in `tests/browser/`. No crate provides them in a place that a test may rely on.

use std::path::Path;

use pakt::config::{Markdown, RawHtml};
use pakt::render::body::plain;

/// The specification, as `npm ci` in `tests/browser/` leaves it.
const SPECIFICATION: &str = "tests/browser/node_modules/commonmark-spec/spec.txt";

/// The fences around an example.
const OPENING: &str = "\n```````````````````````````````` example\n";
const CLOSING: &str = "\n````````````````````````````````\n";

/// The least number of examples to be found: version 0.31.2 of the specification has 652.
const LEAST: usize = 652;

/// One example, by its number in the specification.
struct Example {
    number: usize,
    markdown: String,
    html: String,
}

/// Reads all examples.
fn examples() -> Vec<Example> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SPECIFICATION);
    let text = std::fs::read_to_string(&path);
    let text = text.unwrap_or_else(|error| {
        panic!(
            "{}: {error}; run `npm ci` in tests/browser, as tests/run does",
            path.display()
        )
    });
    let text = text
        .replace("\r\n", "\n")
        .replace('→', "\t");
    let examples: Vec<Example> = text
        .split(OPENING)
        .skip(1)
        .zip(1..)
        .map(|(text, number)| example(text, number))
        .collect();
    assert!(examples.len() >= LEAST, "only {} examples", examples.len());
    examples
}

/// Reads the example at the start of a text: Markdown, a line with a dot, and HTML, which may be
/// missing.
fn example(text: &str, number: usize) -> Example {
    let body = text
        .split(CLOSING)
        .next()
        .unwrap_or_default();
    let parts = body
        .split_once("\n.\n")
        .map(|(markdown, html)| (markdown, format!("{html}\n")));
    let parts = parts.or_else(|| Some((body.strip_suffix("\n.")?, String::new())));
    let (markdown, html) = parts.unwrap_or_else(|| panic!("no example {number}: {body}"));
    Example {
        number,
        markdown: format!("{markdown}\n"),
        html,
    }
}

/// Evens out how two HTML writers differ: in closing void elements, in line ends between tags, and
/// in quotes outside tags.
fn normalised(html: &str) -> String {
    let html = html
        .replace("<br>", "<br />")
        .replace("<br/>", "<br />")
        .replace("<hr>", "<hr />")
        .replace("<hr/>", "<hr />");
    let unquoted = |piece: &str| match piece.split_once('>') {
        Some((tag, text)) => format!("{tag}>{}", text.replace("&quot;", "\"")),
        None => piece.replace("&quot;", "\""),
    };
    html.replace(">\n<", "><")
        .split('<')
        .map(unquoted)
        .collect::<Vec<_>>()
        .join("<")
}

#[test]
fn every_example_of_the_specification_holds() {
    let markdown = Markdown {
        extensions: false,
        html: RawHtml::Allow,
    };
    let failed = examples().into_iter().filter_map(
        |Example {
             number,
             markdown: original,
             html: expected,
         }| {
            let html = plain(&original, markdown);
            (normalised(&html) != normalised(&expected)).then(|| {
                format!("example {number}\n{original}\nexpected\n{expected}\nbut got\n{html}")
            })
        },
    );
    assert_eq!(failed.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn extensions_change_only_examples_that_use_their_notation() {
    // With extensions on, an example may differ only where its text uses the notation of one.
    let off = Markdown {
        extensions: false,
        html: RawHtml::Allow,
    };
    let on = Markdown {
        extensions: true,
        html: RawHtml::Allow,
    };
    let plain_text = |text: &str| {
        !text.contains(['|', '~', '{', ':', '@'])
            && !text.contains("[^")
            && !text.contains("[ ]")
            && !text.contains("[!")
    };
    let mut compared = 0;
    for Example {
        number, markdown, ..
    } in examples()
        .into_iter()
        .filter(|example| plain_text(&example.markdown))
    {
        assert_eq!(
            plain(&markdown, on),
            plain(&markdown, off),
            "example {number}"
        );
        compared += 1;
    }
    assert!(compared > 500, "only {compared} examples");
}
