//! What the panel and the editor's bar show, as JSON for the browser's script.

use serde_json::{Value, json};

use super::live::{Live, Numbered, Shown, etag, is_about, page_source};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Variant;
use crate::language::Day;
use crate::project::Snapshot;
use crate::render::escaped;
use crate::route::{LinkStyle, Route};
use crate::site::{Page, Site};
use crate::source::{SourceId, floor, line_and_column, line_start};

/// How many words people read in a minute, the usual figure for prose.
const WORDS_PER_MINUTE: usize = 200;

/// The longest excerpt of a line, in characters.
const LONGEST_EXCERPT: usize = 300;

/// The most findings about other pages that the panel lists.
const MOST_ELSEWHERE: usize = 50;

/// The words of the panel and the bar, by the keys that the script knows; in the files of words they start with `panel-`.
const WORDS: &[&str] = &[
    "lang",
    "title",
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
        let numbered = self.snapshot();
        let shown = self.show(&numbered, Route::from_request(path));
        let source = shown.route.as_ref().and_then(|route| page_source(&numbered.snapshot, route));
        json!({
            "version": numbered.version,
            "session": self.session,
            "etag": etag(&shown.bytes),
            "status": shown.status,
            "findings": shown.found.iter().map(|finding| self.finding(&numbered.snapshot, finding)).collect::<Vec<Value>>(),
            "elsewhere": self.elsewhere_value(&numbered, source.as_ref()),
            "bar": self.bar(&numbered.snapshot, &shown, source.as_ref()),
            "words": WORDS.iter().filter_map(|key| Some(((*key).to_owned(), Value::from(self.words.get(&format!("panel-{key}"), &[])?)))).collect::<serde_json::Map<String, Value>>(),
        })
    }

    /// Writes the page that never was good: its findings as text for those without scripts.
    pub(super) fn panel_alone(&self, snapshot: &Snapshot, found: &[Diagnostic]) -> Vec<u8> {
        let title = self.words.get("panel-title", &[]).unwrap_or_default();
        let item = |finding: &Diagnostic| {
            let message = self.words.message(finding, "").unwrap_or_default();
            let hint = self.words.hint(finding).unwrap_or_default();
            let place = self.place(snapshot, finding).map(|(file, line, _)| format!("{file}:{line}")).unwrap_or_default();
            format!("<li><p>{}</p><p>{}</p><p><code>{}</code></p></li>", escaped(&message), escaped(&hint), escaped(&place))
        };
        let items: String = found.iter().filter(|finding| finding.is_error()).map(item).collect();
        let language = self.options.language.tag();
        format!("<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>{0}</title></head><body><noscript><h1>{0}</h1><ul>{items}</ul></noscript></body></html>\n", escaped(&title)).into_bytes()
    }

    fn elsewhere_value(&self, numbered: &Numbered, source: Option<&SourceId>) -> Value {
        let (done, found) = self.elsewhere(numbered.version);
        let others = found.iter().filter(|finding| !is_about(finding, source)).take(MOST_ELSEWHERE);
        json!({ "done": done, "findings": others.map(|finding| self.finding(&numbered.snapshot, finding)).collect::<Vec<Value>>() })
    }

    fn finding(&self, snapshot: &Snapshot, finding: &Diagnostic) -> Value {
        let place = self.place(snapshot, finding);
        let (line, column) = place.as_ref().map_or((1, 1), |(_, line, column)| (*line, *column));
        let page = finding.place.iter().chain(&finding.related).find_map(|place| {
            let site = snapshot.renderer.site();
            let page = &site.pages[site.page_of(place.source.as_str())?];
            page.published.then(|| address(&page.route))
        });
        json!({
            "code": finding.code.id(),
            "severity": match finding.severity { Severity::Error => "error", Severity::Warning => "warning" },
            "message": self.words.message(finding, ""),
            "label": self.words.message(finding, ".label"),
            "hint": self.words.hint(finding),
            "correction": finding.correction.as_deref(),
            "file": place.as_ref().map(|(file, _, _)| file.as_str()),
            "line": line,
            "column": column,
            "excerpt": excerpt(snapshot, finding),
            "editor": place.as_ref().and_then(|(file, line, column)| self.editor(file, *line, *column)),
            "page": page,
        })
    }

    /// Returns the file, line and column of a finding.
    fn place(&self, snapshot: &Snapshot, finding: &Diagnostic) -> Option<(SourceId, usize, usize)> {
        let place = finding.place.as_ref()?;
        let text = snapshot.text(&place.source).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let (line, column) = text.zip(place.span).map_or((1, 1), |(text, span)| line_and_column(text, span.start as usize));
        Some((place.source.clone(), line, column))
    }

    /// Returns the link that opens a place in the editor's program.
    fn editor(&self, file: &SourceId, line: usize, column: usize) -> Option<String> {
        let path = self.options.root.join(file.as_str());
        let template = self.options.editor.as_ref()?;
        let path = path.to_string_lossy().replace(' ', "%20");
        Some(template.replace("{path}", &path).replace("{line}", &line.to_string()).replace("{column}", &column.to_string()))
    }

    fn bar(&self, snapshot: &Snapshot, shown: &Shown, source: Option<&SourceId>) -> Value {
        let site = snapshot.renderer.site();
        let drafts = site.inputs.mode.drafts;
        let Some((source, index)) = source.and_then(|source| Some((source, site.page_of(source.as_str())?))) else {
            let lang = &site.config().language();
            return json!({ "source": null, "editor": null, "lang": &*lang.code, "language": lang.name, "translations": [], "state": "generated",
                "next_change": null, "words": 0, "minutes": 0, "section": null, "drafts": drafts, "status": shown.status });
        };
        let page = &site.pages[index];
        let words =
            snapshot.renderer.document(index).markdown().split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
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

/// Returns the marked line of a finding.
fn excerpt(snapshot: &Snapshot, finding: &Diagnostic) -> Option<Value> {
    let place = finding.place.as_ref()?;
    let text = std::str::from_utf8(snapshot.text(&place.source)?).ok()?;
    let span = place.span?.range();
    let at = floor(text, span.start);
    let start = line_start(text, at);
    let line = text[start..].lines().next().unwrap_or_default();
    let from = text[start..at].chars().count();
    let end = floor(text, span.end.min(start + line.len()).max(at));
    let to = from + text[at..end].chars().count();
    let (number, _) = line_and_column(text, at);
    let shown: String = line.chars().take(LONGEST_EXCERPT).collect();
    Some(json!([{ "number": number, "text": shown, "from": from.min(LONGEST_EXCERPT), "to": to.min(LONGEST_EXCERPT) }]))
}

/// Tells whether a page is out, and if not, why.
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
fn translations(site: &Site, index: usize) -> Vec<Value> {
    let page = &site.pages[index];
    let own = page.entry.position.variant;
    let updated = |page: &Page| page.entry.front.updated.or(page.entry.front.date);
    let others = (0..site.config().languages.len()).filter(|language| *language != own.language);
    let value = |language: usize| {
        let words = &site.config().languages[language];
        let other = site.version(index, Variant { language, ..own }).map(|other| &site.pages[other]);
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
    let title = section.index.map_or_else(|| section.name.clone(), |index| site.pages[index].entry.front.title.clone());
    Some(json!({ "title": &*title, "path": address(section.route.as_ref()?) }))
}

/// Returns the address of a route on this server.
fn address(route: &Route) -> String {
    format!("/{}", route.link(LinkStyle::Folder))
}
