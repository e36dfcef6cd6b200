//! The content of the panel, as JSON for the browser's script.

use std::sync::Arc;

use serde_json::{Value, json};

use super::bar::bar;
use super::editor::editor_link;
use super::failure::{Failure, Step};
use super::http::etag;
use super::live::Live;
use super::page::{Page, address_of, is_about};
use super::{alone, numbered::Numbered};
use crate::diagnostic::Diagnostic;
use crate::finding::{self, ToldPlace};
use crate::language::Messages;
use crate::project::Snapshot;
use crate::route::Route;
use crate::source::SourceId;

/// The most findings about other pages that the panel lists.
const MOST_ELSEWHERE: usize = 50;

/// The messages of the panel and the bar, by the keys that the script knows; in the Fluent files
/// they start with `panel-`.
const MESSAGES: &[&str] = &[
    "lang",
    "title",
    "failed",
    "errors",
    "warnings",
    "error",
    "warning",
    "elsewhere",
    "checking",
    "last-good",
    "never-good",
    "all-well",
    "hint",
    "correction",
    "copy",
    "copied",
    "open-editor",
    "open-page",
    "minimise",
    "bar",
    "bar-hide",
    "bar-show",
    "reconnecting",
    "source",
    "language",
    "translation-older",
    "translation-missing",
    "state-published",
    "state-draft",
    "state-scheduled",
    "state-expired",
    "state-generated",
    "next-change",
    "words",
    "minutes",
    "section",
    "drafts",
    "polling",
];

/// Describes the page at a path as shown now.
pub(super) fn state(live: &Live, path: &str) -> Value {
    let moment = live.notices.moment();
    let numbered = live.newest();
    let snapshot = &numbered.snapshot;
    let Page {
        source,
        showing,
        found,
    } = Page::of(snapshot, Route::from_request(path), &live.past);
    let (drawer, source) = (Drawer { live, snapshot }, source.as_ref());
    let status = showing.status();
    json!({
        "version": numbered.version,
        "moment": moment,
        "session": live.session,
        "etag": etag(&alone::bytes(live, snapshot, showing, &found)),
        "status": status,
        "findings": drawer.findings(found.iter()),
        "elsewhere": elsewhere(&drawer, &numbered, source),
        "bar": bar(live, snapshot, source, status),
        "failures": failures(live),
    })
}

/// Describes a page whose answer panicked, without rendering it again.
pub(super) fn state_of_failure(live: &Live) -> Value {
    json!({
        "version": live.version(),
        "moment": live.notices.moment(),
        "session": live.session,
        "etag": etag(&alone::failures(live)),
        "status": 500,
        "findings": [],
        "elsewhere": null,
        "bar": null,
        "failures": failures(live),
    })
}

/// Describes the failures of pakt itself: what failed, what to do next, the cause.
pub(super) fn failures(live: &Live) -> Value {
    let described = |failure: Failure| {
        json!({
            "words": failure.sentences(&live.messages),
            "is_check": failure.step == Step::Check,
        })
    };
    live.failures()
        .into_iter()
        .map(described)
        .collect()
}

/// Returns the messages for the script, by its keys.
pub(super) fn messages(messages: &Messages) -> Value {
    let message = |key: &&str| {
        let text = messages.get(&format!("panel-{key}"), &[])?;
        Some(((*key).to_owned(), Value::from(text)))
    };
    MESSAGES
        .iter()
        .filter_map(message)
        .collect()
}

/// Describes the findings of the newest finished check on other pages.
fn elsewhere(drawer: &Drawer<'_>, numbered: &Arc<Numbered>, source: Option<&SourceId>) -> Value {
    let checked = drawer.live.checked();
    let others = checked
        .found
        .iter()
        .filter(|finding| !is_about(finding, source))
        .take(MOST_ELSEWHERE);
    json!({
        "done": checked.version == numbered.version,
        "findings": drawer.findings(others),
    })
}

/// Describes findings of a snapshot.
struct Drawer<'a> {
    live: &'a Live,
    snapshot: &'a Snapshot,
}

impl Drawer<'_> {
    fn findings<'f>(&self, found: impl Iterator<Item = &'f Diagnostic>) -> Vec<Value> {
        found
            .map(|finding| self.finding(finding))
            .collect()
    }

    /// Describes a finding as `pakt check --format json` does, with links from each of its places
    /// to the text editor and to its page.
    fn finding(&self, finding: &Diagnostic) -> Value {
        let told = finding::told(finding, &self.live.messages, &|source| {
            self.snapshot.text(source)
        });
        let places = told.place.iter().chain(&told.related);
        let doors: Vec<Value> = places
            .map(|place| self.door(place))
            .collect();
        let mut value = json!(told);
        if let Some(value) = value.as_object_mut() {
            value.insert("doors".to_owned(), doors.into());
        }
        value
    }

    fn door(&self, place: &ToldPlace) -> Value {
        let (line, column) = (place.line.unwrap_or(1), place.column.unwrap_or(1));
        let page = address_of(self.snapshot.renderer.site(), &SourceId::new(&place.file));
        json!({
            "editor": editor_link(self.live, &place.file, line, column),
            "page": page,
        })
    }
}
