//! Elements of raw HTML: where they and their attributes are.

use std::fmt::Write;

use super::*;
use crate::config::Markdown;
use crate::document::markdown;

/// Describes the elements of a body: each start tag with its kind, attributes and end tag.
fn shape(body: &str) -> String {
    let source = SourceId::new("content/a.md");
    let raw = Raw::new();
    let context = ElementContext {
        body,
        html: RawHtml::Sanitise,
        raw: &raw,
        source: &source,
    };
    markdown::read(body, Markdown::default(), |parsed| {
        let elements = RawElements::of(&parsed.pieces, context);
        let mut shape = String::new();
        for element in elements.iter() {
            let text = |range: &Range<usize>| slice(body, range.clone());
            write!(shape, "{:?} {}", element.kind, text(&element.tag)).unwrap();
            let values = element
                .ids
                .iter()
                .chain(&element.addresses);
            for value in values.chain(&element.alternative) {
                let own = value.text_in(body);
                write!(shape, " | {} = {}", text(&value.range), text(&own)).unwrap();
            }
            if let Some(end) = &element.end {
                let words = if element.has_words { "…" } else { "" };
                write!(shape, " {words} {}", text(end)).unwrap();
            }
            shape.push('\n');
        }
        for hidden in &elements.hidden {
            writeln!(shape, "hidden {}", hidden.len()).unwrap();
        }
        shape
    })
}

#[test]
fn attributes_are_found_however_they_are_written() {
    assert_eq!(
        shape(
            "č <a href=b.md>b</a> <A HREF='c.md' ID = \"d\">c</A> <img alt src=e.png/> <a id=\"\" href=\"\"> x\n"
        ),
        "Link <a href=b.md> | href=b.md = b.md … </a>\n\
         Link <A HREF='c.md' ID = \"d\"> | ID = \"d\" = d | HREF='c.md' = c.md … </A>\n\
         Picture <img alt src=e.png/> | src=e.png/ = e.png/ | alt = \n\
         Link <a id=\"\" href=\"\">\n"
    );
    assert_eq!(
        shape("<div\n  id=\"a\">\n<h2 id=x>Nadpis</h2>\n</div>\n"),
        "Other <div\n  id=\"a\"> | id=\"a\" = a\nHeading(2) <h2 id=x> | id=x = x … </h2>\n"
    );
}

#[test]
fn elements_are_found_in_quotations_and_lists() {
    assert_eq!(
        shape("> - x <a\n>   href=\"b.md\">b</a>\n>\n>   <h3>c</h3>\n"),
        "Link <a\n>   href=\"b.md\"> | href=\"b.md\" = b.md … </a>\nHeading(3) <h3> … </h3>\n"
    );
}

#[test]
fn an_element_has_words_if_anything_in_it_can_be_read() {
    let is_empty = |body: &str| shape(body).contains("  </");
    for empty in [
        "<h2></h2>\n",
        "<h2> &nbsp; <b></b></h2>\n",
        "x <a href=b.md><img src=c.png alt=\"\"></a>\n",
        "<summary>\n</summary>\n",
    ] {
        assert!(is_empty(empty), "{empty}: {}", shape(empty));
    }
    for full in [
        "<h2>a</h2>\n",
        "x <a href=b.md>*a*</a>\n",
        "x <a href=b.md>![a](c.png)</a>\n",
        "x <a href=b.md><img src=c.png alt=a></a>\n",
        "x <a href=b.md aria-label=a></a>\n",
        "<details><summary>\n\na\n\n</summary></details>\n",
    ] {
        assert!(!is_empty(full), "{full}: {}", shape(full));
    }
}

#[test]
fn scripts_and_comments_hide_elements_and_text() {
    assert_eq!(
        shape("a <script>b <a href=c.md>d</a></script> <!-- <a href=e.md> --> f\n"),
        "hidden 4\n"
    );
    assert_eq!(shape("<style>\n<a href=c.md>\n</style>\n"), "hidden 1\n");
}

#[test]
fn separate_elements_keep_words_apart() {
    for tag in ["<br>", "<br/>", "<BR />", "</p>", "<td colspan=2>"] {
        assert!(separates(tag), "{tag}");
    }
    for tag in ["<b>", "</wbr>", "<wbr>", "<a href=x>", "<!-- br -->"] {
        assert!(!separates(tag), "{tag}");
    }
}
