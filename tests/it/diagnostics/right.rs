//! Texts as editors of public bodies write them, in which nothing is wrong: dates, laws, telephone
//! numbers, opening hours, marks of notes, names of files.

use super::Case;

/// The texts, as one page.
const RIGHT: &str = include_str!("right.md");

#[test]
fn what_editors_write_is_right() {
    let texts = RIGHT
        .split("\n\n")
        .filter(|text| !text.trim().is_empty());
    assert!(texts.count() > 200);
    for end in ["\n", "\r\n"] {
        let body = RIGHT.replace('\n', end);
        let page = format!("---\ntitle: A\n---\n{body}");
        let case = Case::of(&[("content/a.md", &page)]);
        assert_eq!(case.found.len(), 0, "{}", case.czech());
    }
}
