//! Words that a theme has only in another language than the page's. A template may put them in a
//! text or an attribute, so they are marked on their way through it, and become elements with a
//! language (WCAG 2.2, 3.1.2) where the finished page shows them as text.

use memchr::memmem;

/// Begins a marked text; its language follows. No text contains these characters: Unicode will
/// never assign them.
const START: char = '\u{FDD0}';

/// Ends the language.
const MIDDLE: char = '\u{FDD1}';

/// Ends the text.
const END: char = '\u{FDD2}';

/// Elements that contain text alone.
const PLAIN: &[&str] = &["<title", "<script", "<style", "<option", "<textarea"];

/// Marks a text as being in a language.
pub(super) fn marked(text: &str, language: &str) -> String {
    format!("{START}{language}{MIDDLE}{text}{END}")
}

/// Turns marked texts of a page into elements that state their language.
pub(crate) fn with_languages(html: Vec<u8>) -> Vec<u8> {
    let mut start = [0; 4];
    let start = START.encode_utf8(&mut start);
    if memmem::find(&html, start.as_bytes()).is_none() {
        return html;
    }
    match String::from_utf8(html) {
        Ok(html) => replaced(&html).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

fn replaced(html: &str) -> String {
    let mut page = String::with_capacity(html.len());
    // Whether each open mark has become an element.
    let mut open: Vec<bool> = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once([START, END]) {
        page.push_str(before);
        let is_start = rest
            .get(before.len()..)
            .is_some_and(|mark| mark.starts_with(START));
        rest = after;
        if is_start {
            let (language, after) = rest
                .split_once(MIDDLE)
                .unwrap_or(("", rest));
            rest = after;
            open.push(shows_elements(&page));
            if open.last() == Some(&true) {
                page.push_str(&format!("<span lang=\"{language}\">"));
            }
        } else if open.pop() == Some(true) {
            page.push_str("</span>");
        }
    }
    page.push_str(rest);
    page
}

/// Returns whether elements can follow: not within a tag, nor where there is only text.
fn shows_elements(html: &str) -> bool {
    let Some((_, tag)) = html
        .rfind('<')
        .and_then(|at| html.split_at_checked(at))
    else {
        return true;
    };
    tag.contains('>')
        && !PLAIN
            .iter()
            .any(|name| tag.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        let html = html.replace("EN", &marked("Menu", "en"));
        let made = with_languages(html.into_bytes());
        assert_eq!(String::from_utf8_lossy(&made), expected);
    }

    #[test]
    fn words_in_another_language_are_elements_where_they_are_text() {
        check("<p>EN</p>", "<p><span lang=\"en\">Menu</span></p>");
        check("EN", "<span lang=\"en\">Menu</span>");
        check(
            "<nav aria-label=\"EN\"><b>EN</b>",
            "<nav aria-label=\"Menu\"><b><span lang=\"en\">Menu</span></b>",
        );
        check("<title>EN – Web</title>", "<title>Menu – Web</title>");
        let outer = marked("a EN b", "de");
        check(
            &outer,
            "<span lang=\"de\">a <span lang=\"en\">Menu</span> b</span>",
        );
    }
}
