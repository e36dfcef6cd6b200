//! A comment that allows a finding leaves no trace: a page with it has the bytes of the page
//! without its line, wherever the line is.

use std::ops::Range;
use std::path::Path;

use pakt::config::{Markdown, RawHtml};
use pakt::files;
use pakt::render::body;
use pakt::site::Mode;
use pakt::source::Source;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use crate::support::{TestSite, file};

const COMMENT: &str = "<!-- pakt-allow P0510: tak to má být -->";

/// The folders of the sites whose pages are tried: that of the pact, and small ones.
const SITES: [&str; 4] = [
    ".",
    "tests/fixtures/languages",
    "tests/fixtures/overlay",
    "tests/fixtures/own-theme",
];

/// Markdown with constructs that lines can split.
const TRICKY: &str = "\
Nadpis
===

Odstavec\\
s tvrdým zalomením  
a dalším řádkem a *kurzívou
přes řádky*.
- těsný
- seznam
  - uvnitř

1. volný

   druhý odstavec

       kód v seznamu

2. konec

> citace
> pokračuje
líně

> [!NOTE]
> poznámka

| a | b |
|---|---|
| c | d |
| e | f |

    kód

    dál

[odkaz]: /tam
[druhý]: /jinam

[odkaz] a [druhý].[^1]

[^1]: poznámka
    dál

    druhý odstavec

pojem
: výklad
: jiný

:::note[Štítek]
uvnitř

- a

- b
:::

::lists

- [ ] úkol
- [x] hotovo

# Nadpis {#id}
text
***
";

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// The ranges of code and raw HTML, where such a line is text. A line right before indented code
/// may be part of it, and one right after raw HTML is.
fn verbatim(body: &str) -> Vec<Range<usize>> {
    let body = body.replace(":::", "***");
    let line_start = |at: usize| {
        body[..at]
            .rfind('\n')
            .map_or(0, |end| end + 1)
    };
    Parser::new_ext(&body, options())
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                Some(line_start(range.start)..range.end)
            }
            Event::Start(Tag::HtmlBlock) => Some(range.start + 1..range.end + 1),
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) | Event::InlineHtml(_) => {
                Some(range.start + 1..range.end)
            }
            _ => None,
        })
        .collect()
}

/// The places in a body where a line can be added: the starts of its lines, outside code and raw
/// HTML.
fn places(body: &str) -> Vec<usize> {
    let taken = verbatim(body);
    let starts = body
        .match_indices('\n')
        .map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(starts)
        .filter(|at| {
            !taken
                .iter()
                .any(|range| range.contains(at))
        })
        .collect()
}

/// The line that fits at a place: with the indentation or `>` of the line after it.
fn line_at(body: &str, at: usize) -> String {
    let next = body[at..]
        .lines()
        .next()
        .unwrap_or_default();
    let prefix = &next[..next.len()
        - next
            .trim_start_matches([' ', '\t', '>'])
            .len()];
    let end = if body.contains("\r\n") { "\r\n" } else { "\n" };
    format!("{prefix}{COMMENT}{end}")
}

/// The sources of a site.
fn sources(site: &str) -> Vec<Source> {
    files::scan(&Path::new(env!("CARGO_MANIFEST_DIR")).join(site))
}

/// The text of a page.
fn text_of(source: &Source) -> Option<&str> {
    let is_page = source.id.as_str().ends_with(".md");
    std::str::from_utf8(source.bytes())
        .ok()
        .filter(|_| is_page)
}

/// Splits a page into front matter and body.
fn split(text: &str) -> (&str, &str) {
    let body = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .map_or(text, |(_, body)| body);
    text.split_at(text.len() - body.len())
}

/// Asserts that a line at any place of a body changes nothing, and returns how many were tried.
fn try_everywhere(name: &str, body: &str, markdown: Markdown) -> usize {
    let without = body::plain(body, markdown);
    let places = places(body);
    for at in &places {
        let (before, after) = body.split_at(*at);
        let with = format!("{before}{}{after}", line_at(body, *at));
        assert_eq!(
            body::plain(&with, markdown),
            without,
            "{name}, {markdown:?}, before: {}",
            after
                .lines()
                .next()
                .unwrap_or_default()
        );
    }
    places.len()
}

#[test]
fn a_body_with_the_line_is_the_body_without_it() {
    for html in [RawHtml::Sanitise, RawHtml::Escape, RawHtml::Allow] {
        let markdown = Markdown {
            html,
            extensions: true,
        };
        let mut tried = try_everywhere("tricky", TRICKY, markdown);
        try_everywhere("tricky", &TRICKY.replace('\n', "\r\n"), markdown);
        for source in SITES[1..]
            .iter()
            .flat_map(|site| sources(site))
        {
            if let Some(text) = text_of(&source) {
                tried += try_everywhere(source.id.as_str(), split(text).1, markdown);
            }
        }
        assert!(tried > 100, "only {tried}");
    }
}

#[test]
fn a_site_with_the_line_everywhere_has_the_bytes_of_the_site_without_it() {
    for site in SITES {
        let sources = sources(site);
        let with = sources
            .iter()
            .map(|source| match text_of(source) {
                Some(text) => file(source.id.as_str(), with_lines(text)),
                None => source.clone(),
            });
        let with = TestSite::of_sources(with.collect(), Mode::default()).artifacts();
        let without = TestSite::of_sources(sources, Mode::default()).artifacts();
        for (route, bytes) in &without {
            assert_eq!(
                with.get(route)
                    .map(|bytes| String::from_utf8_lossy(bytes)),
                Some(String::from_utf8_lossy(bytes)),
                "{site}: {route}"
            );
        }
        assert_eq!(with.len(), without.len());
    }
}

/// A page with a line before every one of its body.
fn with_lines(text: &str) -> String {
    let (front, body) = split(text);
    let mut out = front.to_owned();
    let mut start = 0;
    for at in places(body) {
        out.push_str(&body[start..at]);
        out.push_str(&line_at(body, at));
        start = at;
    }
    out + &body[start..]
}
