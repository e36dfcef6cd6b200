//! The files of the search index, as classic scripts: each passes its content to `pakt_search` of
//! the theme's script, so that a page can read them from any folder, even without a server.

mod collect;
mod encode;
mod index;

use serde_json::{Value, json};

use super::Renderer;
use crate::config::LanguageId;
use crate::document::{Document, ProsePart as Prose};
use crate::language::{Typography, cleaned, stop_words};
use crate::site::{PageId, SearchPart, Site, TEXTS, TITLES};

pub(super) use index::{Index, build};

/// Separates paragraphs until they are joined to one line.
const BETWEEN: char = '\u{1e}';

/// Writes a file of the index of a language.
pub(super) fn file(renderer: &Renderer, language: LanguageId, part: SearchPart) -> Option<Vec<u8>> {
    let site = &**renderer.site();
    let search = site.search(language)?;
    let (kind, number, content) = match part {
        SearchPart::Head => ('h', 0, head(renderer, language)?),
        SearchPart::Words(number) => {
            let words = renderer
                .index(language)?
                .files
                .get(number)?;
            ('w', number, Value::from(words.as_str()))
        }
        SearchPart::Titles(number) => {
            let pages = search.chunk(TITLES, number).iter();
            (
                't',
                number,
                pages
                    .map(|page| title(site, *page))
                    .collect(),
            )
        }
        SearchPart::Texts(number) => {
            let pages = search.chunk(TEXTS, number).iter();
            (
                'x',
                number,
                pages
                    .map(|page| text(renderer, *page))
                    .collect(),
            )
        }
    };
    let code = &*site.config().languages[language].code;
    Some(format!("pakt_search({code:?},\"{kind}{number}\",{content});\n").into_bytes())
}

/// What the script must know before it looks for anything.
fn head(renderer: &Renderer, language: LanguageId) -> Option<Value> {
    let site = renderer.site();
    let stops: Vec<String> = stop_words(&site.config().languages[language].code).collect();
    Some(json!({
        "pages": site.search(language)?.pages.len(),
        "titles": TITLES,
        "texts": TEXTS,
        "starts": renderer.index(language)?.starts.join(","),
        "stops": stops.join(","),
    }))
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

/// The text below a heading, or before the first, whose identifier and title are empty.
#[derive(Default)]
struct Section<'d> {
    id: &'d str,
    heading: &'d str,
    text: String,
}

/// A page's text in threes: the identifier and the title of a heading, and the text below it.
fn text(renderer: &Renderer, page: PageId) -> Value {
    let document = renderer.document(page);
    let typography = document
        .entry
        .typography
        .as_deref()
        .and_then(Typography::of);
    let set = |text: &str| {
        let line = cleaned(&one_line(text)).into_owned();
        match typography {
            Some(typography) => typography.set(&line).into_owned(),
            None => line,
        }
    };
    let sections = sections(document).into_iter();
    sections
        .filter(|section| !(section.heading.is_empty() && section.text.trim().is_empty()))
        .flat_map(|section| {
            [
                Value::from(section.id),
                Value::from(section.heading),
                Value::from(set(&section.text)),
            ]
        })
        .collect()
}

/// Divides a page's text by its headings; the description comes first.
fn sections(document: &Document) -> Vec<Section<'_>> {
    let entry = &document.entry;
    let description = entry
        .front
        .description
        .as_deref()
        .unwrap_or_default();
    let mut sections = vec![Section {
        text: description.to_owned(),
        ..Section::default()
    }];
    let mut headings = entry.headings.iter();
    let mut section = Section::default();
    for part in document.prose() {
        match part {
            Prose::Text(text) => section.text.push_str(text),
            Prose::Break => section.text.push(BETWEEN),
            Prose::Heading => {
                let next = headings
                    .next()
                    .map(|heading| Section {
                        id: &heading.id,
                        heading: &heading.shown,
                        text: String::new(),
                    });
                sections.push(std::mem::replace(&mut section, next.unwrap_or_default()));
            }
        }
    }
    sections.push(section);
    sections
}

/// Joins paragraphs, items and cells, with a dot between them where the first has no end mark.
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
                "Vezměte si:\u{1e}průkaz\u{1e} \u{1e}životopis\na  tužku\u{1e}\
                 Hotovo. \u{1e}Kam dál\u{1e}"
            ),
            "Vezměte si: průkaz · životopis a tužku · Hotovo. Kam dál"
        );
        assert_eq!(one_line(" \u{1e}"), "");
    }
}
