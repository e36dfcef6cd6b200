//! The messages of a chain of themes, from the files `locales/<language>.ftl`.

use std::collections::BTreeMap;

use super::chain::Layer;
use super::files::text_of;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::{MessageError, MessageFault, Messages};
use crate::source::{Source, SourceId, Span, floor, line_start, slice};

/// The most findings in one file of messages; an author with many mistakes fixes these first.
const MOST_FINDINGS: usize = 100;

/// Reads the messages of every language along the chain; the most specific layer comes first.
pub(super) fn read(layers: &[Layer], found: &mut Vec<Diagnostic>) -> BTreeMap<String, Messages> {
    let mut messages: BTreeMap<String, Messages> = BTreeMap::new();
    for (path, source) in layers
        .iter()
        .flat_map(|layer| &layer.files)
    {
        let name = path.strip_prefix("locales/");
        let Some(language) = name.and_then(|name| name.strip_suffix(".ftl")) else {
            continue;
        };
        add(source, language, &mut messages, found);
    }
    messages
}

/// Adds a file to the messages of its language.
fn add(
    source: &Source,
    language: &str,
    messages: &mut BTreeMap<String, Messages>,
    found: &mut Vec<Diagnostic>,
) {
    let Some(text) = text_of(source, found) else {
        return;
    };
    let added = messages
        .entry(language.to_owned())
        .or_insert_with(|| Messages::new(language))
        .add(text);
    let errors = added
        .err()
        .into_iter()
        .flatten()
        .take(MOST_FINDINGS);
    found.extend(errors.map(|wrong| broken_message(&source.id, text, wrong)));
}

/// Reports an error in a file of messages, at its line.
fn broken_message(source: &SourceId, text: &str, wrong: MessageError) -> Diagnostic {
    let start = line_start(text, floor(text, wrong.at));
    let rest = slice(text, start..text.len());
    let line = rest
        .lines()
        .next()
        .unwrap_or_default()
        .trim_end();
    let place = Place::at(source, Span::new(start..start + line.len()));
    let finding = Diagnostic::new(Code::BrokenMessages, place);
    match wrong.why {
        MessageFault::Syntax(cause) => finding.arg("cause", cause),
        MessageFault::Twice(name) => finding
            .arg("cause", "twice")
            .arg("name", name),
    }
}
