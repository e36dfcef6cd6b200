//! What the panel and the editor's bar show, as JSON for the browser's script.

use serde_json::{Value, json};

use super::failure::{Failure, Step};
use super::live::{Live, Numbered, Shown, etag, is_about, page_source};
use crate::config::LanguageId;
use crate::diagnostic::Diagnostic;
use crate::document::Variant;
use crate::finding::{self, ToldPlace};
use crate::language::Day;
use crate::project::Snapshot;
use crate::render::escaped;
use crate::route::{LinkStyle, Route};
use crate::site::{Page, PageId, Site};
use crate::source::SourceId;

/// How many words people read in a minute, the usual figure for prose.
const WORDS_PER_MINUTE: usize = 200;

/// The most findings about other pages that the panel lists.
const MOST_ELSEWHERE: usize = 50;

/// The words of the panel and the bar, by the keys that the script knows; in the files of words
/// they start with `panel-`.
const WORDS: &[&str] = &[
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
];

impl Live {
    /// Describes the page at a path as it is shown now.
    pub(super) fn state(&self, path: &str) -> Value {
        self.step(|| Step::Answer(path.to_owned()));
        let moment = self.moment();
        let numbered = self.snapshot();
        let shown = self.show(&numbered, Route::from_request(path));
        let source = shown
            .route
            .as_ref()
            .and_then(|route| page_source(&numbered.snapshot, route));
        json!({
            "version": numbered.version,
            "moment": moment,
            "session": self.session,
            "etag": etag(&shown.bytes),
            "status": shown.status,
            "findings": shown.found.iter().map(|finding| self.finding(&numbered.snapshot, finding)).collect::<Vec<Value>>(),
            "elsewhere": self.elsewhere_value(&numbered, source.as_ref()),
            "bar": self.bar(&numbered.snapshot, &shown, source.as_ref()),
            "failures": self.failures_value(),
        })
    }

    /// Describes a page whose answer panicked: nothing of it is looked at again.
    pub(super) fn state_of_failure(&self) -> Value {
        json!({
            "version": self.version(),
            "moment": self.moment(),
            "session": self.session,
            "etag": etag(&self.panel_of_failure()),
            "status": 500,
            "findings": [],
            "elsewhere": null,
            "bar": null,
            "failures": self.failures_value(),
        })
    }

    /// Describes the failures of pakt itself: what failed, what to do next, the cause.
    pub(super) fn failures_value(&self) -> Value {
        let value = |failure: Failure| json!({ "words": self.in_words(&failure), "is_check": failure.step == Step::Check });
        self.failures().into_iter().map(value).collect()
    }

    fn in_words(&self, failure: &Failure) -> Vec<Option<String>> {
        let mut words = Vec::new();
        failure.tell(|key, args| words.push(self.words.get(key, args)));
        words
    }

    /// Returns the words that the script is given, by its keys.
    pub(super) fn panel_words(&self) -> Value {
        let word = |key: &&str| {
            Some((
                (*key).to_owned(),
                Value::from(self.words.get(&format!("panel-{key}"), &[])?),
            ))
        };
        WORDS.iter().filter_map(word).collect()
    }

    /// Writes the page that never was good: its findings as text for those without scripts.
    pub(super) fn panel_alone(&self, snapshot: &Snapshot, found: &[Diagnostic]) -> Vec<u8> {
        let item = |finding: &Diagnostic| {
            let told = finding::told(finding, &self.words, &|source| snapshot.text(source));
            let places = told
                .place
                .iter()
                .chain(&told.related)
                .map(|place| format!("<p><code>{}</code></p>", escaped(&located(place))));
            format!(
                "<li>{}{}</li>",
                paragraphs([told.message, told.hint]),
                places.collect::<String>()
            )
        };
        self.alone(
            &found
                .iter()
                .filter(|finding| finding.is_error())
                .map(item)
                .collect::<String>(),
        )
    }

    /// Writes the page whose answer panicked, in the same way. The cause is not in it: it may be in
    /// other words every time, and the page is known by its bytes.
    pub(super) fn panel_of_failure(&self) -> Vec<u8> {
        let item = |failure| {
            format!(
                "<li>{}</li>",
                paragraphs(self.in_words(&failure).into_iter().take(2))
            )
        };
        self.alone(&self.failures().into_iter().map(item).collect::<String>())
    }

    fn alone(&self, items: &str) -> Vec<u8> {
        let title = escaped(&self.words.get("panel-title", &[]).unwrap_or_default());
        let language = self.options.language.tag();
        format!("<!doctype html>\n<html lang=\"{language}\" data-alone><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>{title}</title></head><body><noscript><h1>{title}</h1><ul>{items}</ul></noscript></body></html>\n").into_bytes()
    }

    fn elsewhere_value(&self, numbered: &Numbered, source: Option<&SourceId>) -> Value {
        let (done, found) = self.elsewhere(numbered.version);
        let others = found
            .iter()
            .filter(|finding| !is_about(finding, source))
            .take(MOST_ELSEWHERE);
        json!({ "done": done, "findings": others.map(|finding| self.finding(&numbered.snapshot, finding)).collect::<Vec<Value>>() })
    }

    /// Describes a finding as `pakt check --format json` does, with what opens each of its places:
    /// the editor's program and its page.
    fn finding(&self, snapshot: &Snapshot, finding: &Diagnostic) -> Value {
        let told = finding::told(finding, &self.words, &|source| snapshot.text(source));
        let door = |place: &ToldPlace| {
            let source = SourceId::new(&place.file);
            let editor = self.editor(&source, place.line.unwrap_or(1), place.column.unwrap_or(1));
            json!({ "editor": editor, "page": page_of(snapshot, &source) })
        };
        let doors: Vec<Value> = told.place.iter().chain(&told.related).map(door).collect();
        let mut value = json!(told);
        value["doors"] = doors.into();
        value
    }

    /// Returns the link that opens a place in the editor's program.
    fn editor(&self, file: &SourceId, line: usize, column: usize) -> Option<String> {
        let path = self.options.root.join(file.as_str());
        let template = self.options.editor.as_ref()?;
        let path = path.to_string_lossy().replace(' ', "%20");
        Some(
            template
                .replace("{path}", &path)
                .replace("{line}", &line.to_string())
                .replace("{column}", &column.to_string()),
        )
    }

    fn bar(&self, snapshot: &Snapshot, shown: &Shown, source: Option<&SourceId>) -> Value {
        let site = snapshot.renderer.site();
        let drafts = site.inputs.mode.drafts;
        let Some((source, index)) =
            source.and_then(|source| Some((source, site.page_of(source.as_str())?)))
        else {
            let lang = &site.config().language();
            return json!({ "source": null, "editor": null, "lang": &*lang.code, "language": lang.name, "translations": [], "state": "generated",
                "next_change": null, "words": 0, "minutes": 0, "section": null, "drafts": drafts, "status": shown.status });
        };
        let page = &site.pages[index];
        let words = snapshot
            .renderer
            .document(index)
            .markdown()
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count();
        let language = &site.config().languages[page.entry.position.variant.language];
        let today = site.inputs.today;
        json!({
            "source": source.as_str(),
            "editor": self.editor(source, 1, 1),
            "lang": &*language.code,
            "language": language.name,
            "translations": translations(site, index),
            "state": state(page, today),
            "next_change": page.entry.front.next_change(today).map(|day| day.long(self.options.language.tag())),
            "words": words,
            "minutes": words.div_ceil(WORDS_PER_MINUTE),
            "section": section(site, page),
            "drafts": drafts,
        })
    }
}

fn paragraphs(texts: impl IntoIterator<Item = Option<String>>) -> String {
    texts
        .into_iter()
        .flatten()
        .map(|text| format!("<p>{}</p>", escaped(&text)))
        .collect()
}

/// Writes a place as people copy it: `content/a.md:7`.
fn located(place: &ToldPlace) -> String {
    place.line.map_or_else(
        || place.file.clone(),
        |line| format!("{}:{line}", place.file),
    )
}

/// Returns the address of the page that a source makes.
fn page_of(snapshot: &Snapshot, source: &SourceId) -> Option<String> {
    let site = snapshot.renderer.site();
    let page = &site.pages[site.page_of(source.as_str())?];
    page.published.then(|| address(&page.route))
}

/// Returns whether a page is out, and if not, why.
fn state(page: &Page, today: Day) -> &'static str {
    let front = &page.entry.front;
    if front.draft {
        "draft"
    } else if front.publish_from.is_some_and(|from| from > today) {
        "scheduled"
    } else if front.publish_until.is_some_and(|until| until < today) {
        "expired"
    } else {
        "published"
    }
}

/// The page in the other languages: missing, older than the original, or as new.
fn translations(site: &Site, index: PageId) -> Vec<Value> {
    let page = &site.pages[index];
    let own = page.entry.position.variant;
    let updated = |page: &Page| page.entry.front.updated.or(page.entry.front.date);
    let others = site
        .config()
        .languages
        .ids()
        .filter(|language| *language != own.language);
    let value = |language: LanguageId| {
        let words = &site.config().languages[language];
        let other = site
            .version(index, Variant { language, ..own })
            .map(|other| &site.pages[other]);
        let is_older = other.is_some_and(|other| updated(other) < updated(page));
        let state = match other {
            None => "missing",
            Some(_) if is_older => "older",
            Some(_) => "same",
        };
        json!({ "lang": &*words.code, "name": words.name, "state": state, "path": other.map(|other| address(&other.route)) })
    };
    others.map(value).collect()
}

fn section(site: &Site, page: &Page) -> Option<Value> {
    let position = &page.entry.position;
    let section = site.section(position.parent()?, position.variant.language)?;
    let title = section.index.map_or_else(
        || section.name.clone(),
        |index| site.pages[index].entry.front.title.clone(),
    );
    Some(json!({ "title": &*title, "path": address(&section.route) }))
}

/// Returns the address of a route on this server.
fn address(route: &Route) -> String {
    format!("/{}", route.link(LinkStyle::Folder))
}
