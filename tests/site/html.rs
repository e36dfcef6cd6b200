//! Extracts the parts, links and text of a page for tests.

/// The text between the first occurrences of two marks.
pub fn between<'h>(html: &'h str, (start, end): (&str, &str)) -> &'h str {
    let rest = html
        .split_once(start)
        .map_or("", |(_, rest)| rest);
    rest.split_once(end)
        .map_or(rest, |(part, _)| part)
}

/// The main part of a page.
pub fn main_of(html: &str) -> &str {
    between(html, ("<main", "</main>"))
}

/// The language of a page.
pub fn language_of(html: &str) -> &str {
    between(html, ("<html lang=\"", "\""))
}

/// The targets of the links in a part of a page, without anchors, and their texts.
pub fn links(html: &str, page: &str) -> Vec<(String, String)> {
    let link = |link: &str| {
        let target = between(link, ("href=\"", "\""));
        let text = between(link, (">", "</a>"));
        (address(page, target), plain(text))
    };
    html.split("<a ")
        .skip(1)
        .map(link)
        .collect()
}

/// The address of a link's target, seen from a page; addresses of other sites are left alone.
fn address(page: &str, target: &str) -> String {
    let target = target
        .split('#')
        .next()
        .unwrap_or_default();
    if target.contains(':') {
        return target.to_owned();
    }
    let mut folders: Vec<&str> = page.split_terminator('/').collect();
    for part in target.split_terminator('/') {
        match part {
            "." => {}
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    folders
        .iter()
        .map(|folder| format!("{folder}/"))
        .collect()
}

/// The text that readers see, with plain spaces.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if in_tag => {}
            '\u{a0}' => text.push(' '),
            c => text.push(c),
        }
    }
    let text = text
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words of each sentence of a text. A paragraph, an item or a cell ends one too.
pub fn sentences(html: &str) -> Vec<Vec<String>> {
    let html = HIDDEN
        .iter()
        .fold(html.to_owned(), |html, part| without(&html, *part));
    let html = ENDS
        .iter()
        .fold(html, |html, end| html.replace(end, ". "));
    let text = plain(&html);
    let parts: Vec<&str> = text.split_whitespace().collect();
    let words = |parts: &[&str]| -> Vec<String> {
        let words = parts
            .iter()
            .filter(|part| part.contains(char::is_alphanumeric));
        words
            .map(|word| (*word).to_owned())
            .collect()
    };
    let sentences = parts
        .split_inclusive(|part| is_last(part))
        .map(words);
    sentences
        .filter(|words| !words.is_empty())
        .collect()
}

/// Returns whether a word is the last one of a sentence.
fn is_last(word: &str) -> bool {
    word.trim_end_matches(['“', '”', '"', ')'])
        .ends_with(['.', '!', '?'])
}

/// Parts of a page that are not sentences of its text.
const HIDDEN: [(&str, &str); 3] = [
    ("<span class=\"visually-hidden\">", "</span>"),
    ("<h2", "</h2>"),
    ("<h3", "</h3>"),
];

/// End tags that also end a sentence.
const ENDS: [&str; 7] = [
    "</p>",
    "</li>",
    "</td>",
    "</th>",
    "</dt>",
    "</dd>",
    "</summary>",
];

/// A text without the parts between two marks.
fn without(html: &str, (start, end): (&str, &str)) -> String {
    let mut parts = html.split(start);
    let first = parts
        .next()
        .unwrap_or_default()
        .to_owned();
    let after = |part: &str| {
        part.split_once(end)
            .map_or(String::new(), |(_, rest)| rest.to_owned())
    };
    parts.fold(first, |text, part| text + ". " + &after(part))
}
