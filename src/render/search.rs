//! The files of the search index, as classic scripts: each calls `pakt_search` of the theme's
//! script with what it holds, so that a page may read them from any folder and from a disk, without
//! asking a server.

mod encode;
mod gather;
mod index;

use serde_json::{Value, json};

use super::Renderer;
use crate::config::LanguageId;
use crate::document::ProsePart as Prose;
use crate::language::{Typography, stop_words};
use crate::site::{PageId, SearchPart, Site, TEXTS, TITLES};

pub(super) use index::{Index, build};

/// Stands between paragraphs until they are one line. A text that has it gets a dot there.
const BETWEEN: char = '\u{1e}';

/// Writes a file of the index of a language.
pub(super) fn file(renderer: &Renderer, language: LanguageId, part: SearchPart) -> Option<Vec<u8>> {
    let site = &**renderer.site();
    let search = site.search(language)?;
    let code = &site.config().languages[language].code;
    let (kind, number, content) = match part {
        SearchPart::Head => {
            let stops: Vec<String> = stop_words(code).collect();
            let starts = renderer.index(language)?.starts.join(",");
            (
                'h',
                0,
                json!({ "pages": search.pages.len(), "titles": TITLES, "texts": TEXTS, "starts": starts, "stops": stops.join(",") }),
            )
        }
        SearchPart::Words(number) => (
            'w',
            number,
            Value::from(renderer.index(language)?.files.get(number)?.as_str()),
        ),
        SearchPart::Titles(number) => (
            't',
            number,
            search
                .chunk(TITLES, number)
                .iter()
                .map(|page| title(site, *page))
                .collect(),
        ),
        SearchPart::Texts(number) => (
            'x',
            number,
            search
                .chunk(TEXTS, number)
                .iter()
                .map(|page| text(renderer, *page))
                .collect(),
        ),
    };
    Some(format!("pakt_search({:?},\"{kind}{number}\",{content});\n", &**code).into_bytes())
}

/// A page's title and address, and 1 if it is a version for plain reading.
fn title(site: &Site, page: PageId) -> Value {
    let (entry, route) = (&site.pages[page].entry, &site.pages[page].route);
    json!([
        *entry.title,
        site.link_to(route),
        u8::from(entry.position.variant.easy)
    ])
}

/// A page's text in threes: the identifier and the title of a heading (empty before the first), and
/// what stands below it.
fn text(renderer: &Renderer, page: PageId) -> Value {
    let document = renderer.document(page);
    let entry = &document.entry;
    let typography = entry.typography.as_deref().and_then(Typography::of);
    let mut parts: Vec<(&str, &str, String)> = vec![(
        "",
        "",
        entry
            .front
            .description
            .as_deref()
            .unwrap_or_default()
            .to_owned(),
    )];
    let mut headings = entry.headings.iter();
    let mut own = ("", "", String::new());
    for part in document.prose() {
        match part {
            Prose::Text(text) => own.2.push_str(text),
            Prose::Break => own.2.push(BETWEEN),
            Prose::Heading => {
                let next = headings.next().map_or(("", "", String::new()), |heading| {
                    (&*heading.id, &*heading.shown, String::new())
                });
                parts.push(std::mem::replace(&mut own, next));
            }
        }
    }
    parts.push(own);
    let shown = |text: &str| {
        let line = one_line(text);
        typography.map_or_else(
            || line.clone(),
            |typography| typography.set(&line).into_owned(),
        )
    };
    let parts = parts
        .iter()
        .filter(|(_, heading, text)| !(heading.is_empty() && text.trim().is_empty()));
    parts
        .flat_map(|(id, heading, text)| {
            [
                Value::from(*id),
                Value::from(*heading),
                Value::from(shown(text)),
            ]
        })
        .collect()
}

/// Joins paragraphs, items and cells; a dot stands between them where no sign ends the first.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for paragraph in text.split(BETWEEN) {
        let mut words = paragraph.split_whitespace();
        let Some(first) = words.next() else { continue };
        if !line.is_empty() {
            line.push_str(if line.ends_with(['.', '!', '?', ':', ';', ',', '…']) {
                " "
            } else {
                " · "
            });
        }
        line.push_str(first);
        for word in words {
            line.push(' ');
            line.push_str(word);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn paragraphs_become_a_line() {
        assert_eq!(
            one_line(
                "Vezměte si:\u{1e}průkaz\u{1e} \u{1e}životopis\na  tužku\u{1e}Hotovo. \u{1e}Kam dál\u{1e}"
            ),
            "Vezměte si: průkaz · životopis a tužku · Hotovo. Kam dál"
        );
        assert_eq!(one_line(" \u{1e}"), "");
    }
}
