//! Pages that consist of the panel alone, since there is nothing else to show; the findings are
//! also text, for browsers without scripts.

use super::live::Live;
use super::page::Showing;
use crate::diagnostic::Diagnostic;
use crate::finding::{self, ToldPlace};
use crate::project::Snapshot;
use crate::render::escaped;

/// The fallback when even the site's own 404 page cannot be rendered.
const MISSING: &[u8] = b"<!doctype html><html><head><title>404</title></head>\
    <body><main><h1>404</h1></main></body></html>";

/// Returns the bytes shown for a page with these findings.
pub(super) fn bytes(
    live: &Live,
    snapshot: &Snapshot,
    showing: Showing,
    found: &[Diagnostic],
) -> Vec<u8> {
    match showing {
        Showing::Current(bytes) | Showing::LastGood(bytes) | Showing::Missing(Some(bytes)) => bytes,
        Showing::NeverGood => findings(live, snapshot, found),
        Showing::Missing(None) => MISSING.to_vec(),
    }
}

/// Writes the page whose answer panicked. It leaves out the cause, whose wording may differ every
/// time, since the page is identified by its bytes.
pub(super) fn failures(live: &Live) -> Vec<u8> {
    let failures = live.failures();
    let items = failures.iter().map(|failure| {
        let sentences = failure.sentences(&live.messages);
        item(sentences.into_iter().take(2), "")
    });
    alone(live, &items.collect::<String>())
}

/// Writes the page that has never been good.
fn findings(live: &Live, snapshot: &Snapshot, found: &[Diagnostic]) -> Vec<u8> {
    let errors = found
        .iter()
        .filter(|finding| finding.is_error());
    let items = errors.map(|finding| {
        let told = finding::told(finding, &live.messages, &|source| snapshot.text(source));
        let places = told
            .place
            .iter()
            .chain(&told.related)
            .map(paragraph_of);
        item(
            [told.message.clone(), told.hint.clone()],
            &places.collect::<String>(),
        )
    });
    alone(live, &items.collect::<String>())
}

fn alone(live: &Live, items: &str) -> Vec<u8> {
    let title = live
        .messages
        .get("panel-title", &[])
        .unwrap_or_default();
    let title = escaped(&title);
    let language = live.options.language.tag();
    format!(
        "<!doctype html>\n\
         <html lang=\"{language}\" data-alone><head><meta charset=\"utf-8\">\
         <link rel=\"icon\" href=\"data:,\"><title>{title}</title></head>\
         <body><noscript><h1>{title}</h1><ul>{items}</ul></noscript></body></html>\n"
    )
    .into_bytes()
}

fn item(texts: impl IntoIterator<Item = Option<String>>, places: &str) -> String {
    let paragraphs: String = texts
        .into_iter()
        .flatten()
        .map(|text| format!("<p>{}</p>", escaped(&text)))
        .collect();
    format!("<li>{paragraphs}{places}</li>")
}

/// Writes a place as people copy it: `content/a.md:7`.
fn paragraph_of(place: &ToldPlace) -> String {
    let text = match place.line {
        Some(line) => format!("{}:{line}", place.file),
        None => place.file.clone(),
    };
    format!("<p><code>{}</code></p>", escaped(&text))
}
