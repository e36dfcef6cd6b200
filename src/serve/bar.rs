//! The content of the editor's bar, as JSON for the browser's script.

use serde_json::{Value, json};

use super::editor::editor_link;
use super::live::Live;
use super::page::{Facts, InSection, Publication, Translation, TranslationState, address};
use crate::project::Snapshot;
use crate::site::Site;
use crate::source::SourceId;

/// How many words people read per minute, the usual figure for prose.
const WORDS_PER_MINUTE: usize = 200;

/// Describes the page of a source, answered with this status, for the bar.
pub(super) fn bar(
    live: &Live,
    snapshot: &Snapshot,
    source: Option<&SourceId>,
    status: u16,
) -> Value {
    let facts = source.and_then(|source| Some((source, Facts::of(snapshot, source)?)));
    let site = snapshot.renderer.site();
    let Some((source, facts)) = facts else {
        return of_generated(live, site, status);
    };
    let language = &site.config().languages[facts.language];
    let tag = live.options.language.tag();
    json!({
        "source": source.as_str(),
        "editor": editor_link(live, source.as_str(), 1, 1),
        "lang": &*language.code,
        "language": language.name,
        "translations": translations(site, &facts.translations),
        "state": publication_key(facts.publication),
        "next_change": facts.next_change.map(|day| day.long(tag)),
        "words": facts.words,
        "minutes": facts.words.div_ceil(WORDS_PER_MINUTE),
        "section": facts.section.as_ref().map(section),
        "drafts": site.inputs.mode.drafts,
        "polling": live.is_polling(),
    })
}

/// Describes a page that no document makes.
fn of_generated(live: &Live, site: &Site, status: u16) -> Value {
    let language = site.config().language();
    json!({
        "source": null,
        "editor": null,
        "lang": &*language.code,
        "language": language.name,
        "translations": [],
        "state": "generated",
        "next_change": null,
        "words": 0,
        "minutes": 0,
        "section": null,
        "drafts": site.inputs.mode.drafts,
        "polling": live.is_polling(),
        "status": status,
    })
}

fn translations(site: &Site, all: &[Translation]) -> Vec<Value> {
    let described = |translation: &Translation| {
        let language = &site.config().languages[translation.language];
        json!({
            "lang": &*language.code,
            "name": language.name,
            "state": translation_key(translation.state),
            "path": translation.route.as_ref().map(address),
        })
    };
    all.iter().map(described).collect()
}

fn section(section: &InSection) -> Value {
    json!({ "title": &*section.title, "path": address(&section.route) })
}

fn publication_key(publication: Publication) -> &'static str {
    match publication {
        Publication::Published => "published",
        Publication::Draft => "draft",
        Publication::Scheduled => "scheduled",
        Publication::Expired => "expired",
    }
}

fn translation_key(state: TranslationState) -> &'static str {
    match state {
        TranslationState::Missing => "missing",
        TranslationState::Older => "older",
        TranslationState::Same => "same",
    }
}
