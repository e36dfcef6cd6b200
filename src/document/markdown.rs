//! The body of a document as a list of pieces: Markdown events and blocks, with ranges of the body.
//!
//! pulldown-cmark decides what is code, raw HTML, a list or a quotation: it sees every fence of a
//! block as a thematic break of the same length, and each that comes back as one at the top level
//! is a fence. The lines of comments that allow a finding are left out of what it sees.

mod addresses;
mod builder;
mod definitions;
mod inline;
mod mask;
mod rounds;
mod typeset;
mod verbatim;

use std::ops::Range;

use pulldown_cmark::Event;

use super::allows::Comment;
use super::blocks::{BadHead, Head};

pub(super) use definitions::Definition;
pub(super) use rounds::read;
pub(super) use typeset::{Change, Typesetting, typeset};
pub(super) use verbatim::{OpenElement, VERBATIM};

/// The deepest nesting of quotations, lists and blocks; people stay under ten.
pub(super) const DEEPEST: usize = 64;

/// A piece of a body.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// An event of Markdown.
    Markdown(Event<'a>),
    /// The beginning of a block; a line block has no end.
    Open(Box<Head>),
    /// The end of the innermost block.
    Close,
}

/// A piece and its range of the body.
pub(super) type PlacedPiece<'a> = (Piece<'a>, Range<usize>);

/// A parsed body.
#[derive(Debug, Default)]
pub(super) struct Parsed<'a> {
    pub(super) pieces: Vec<PlacedPiece<'a>>,
    /// What is wrong with the blocks, with ranges of the body.
    pub(super) problems: Vec<(Problem, Range<usize>)>,
    /// The link definitions, in order.
    pub(super) definitions: Vec<Definition>,
    /// The comments that allow a finding; the pieces are those of the text without their lines.
    pub(super) comments: Vec<Comment>,
}

/// What can be wrong with blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// A block of this name is not closed.
    Unclosed(String),
    /// A fence is in a list, quotation or footnote; the name of a closing one is empty.
    Misplaced(String),
    /// A closing fence closes nothing.
    Stray,
    /// A closing fence closes a block that is reported where it begins.
    EndOfReported,
    /// The head cannot be read.
    BadHead(BadHead),
    /// The nesting is deeper than [`DEEPEST`].
    TooDeep,
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::Tag;

    use super::*;
    use crate::config::Markdown;

    fn shape(body: &str) -> String {
        read(body, Markdown::default(), drawn)
    }

    fn drawn(read: Parsed<'_>) -> String {
        let mut out = String::new();
        for (piece, _) in &read.pieces {
            match piece {
                Piece::Open(head) => out.push_str(&format!("<{} {}>", head.form.name(), head.name)),
                Piece::Close => out.push_str("</>"),
                Piece::Markdown(Event::Text(text)) => out.push_str(text),
                Piece::Markdown(Event::Code(text)) => out.push_str(&format!("`{text}`")),
                Piece::Markdown(Event::Start(Tag::Item)) => out.push_str("* "),
                Piece::Markdown(Event::Start(Tag::Emphasis)) => out.push('_'),
                Piece::Markdown(Event::Rule) => out.push_str("---"),
                Piece::Markdown(_) => {}
            }
        }
        for (problem, range) in read.problems {
            out.push_str(&format!(" !{problem:?} {range:?}"));
        }
        out
    }

    #[test]
    fn containers_nest_and_end_markdown() {
        assert_eq!(
            shape("text\n:::note\n- a\n:::\nb"),
            "text<container note>* a</>b"
        );
        assert_eq!(
            shape("::::a\n:::b\nx\n:::\n::::"),
            "<container a><container b>x</></>"
        );
        assert_eq!(shape("::x[Y]{k=v}\n***"), "<line x>---");
    }

    #[test]
    fn fences_in_code_and_html_are_text() {
        assert_eq!(
            shape("```\n:::note\n```\n\n:::a\nx\n:::"),
            ":::note\n<container a>x</>"
        );
        assert_eq!(shape("<div>\n:::note\n</div>\n"), "");
    }

    #[test]
    fn misplaced_unclosed_and_stray_fences_are_problems() {
        assert_eq!(
            shape("- a\n\n  :::note\n"),
            "* a !Misplaced(\"note\") 5..14"
        );
        assert_eq!(
            shape(":::note\nx"),
            "<container note>x</> !Unclosed(\"note\") 0..7"
        );
        assert_eq!(shape("x\n\n:::"), "x !Stray 3..6");
        assert_eq!(
            shape("::::a\n:::b\nx\n::::"),
            "<container a><container b>x</></> !Unclosed(\"b\") 6..10"
        );
    }

    #[test]
    fn inline_blocks_hold_markdown() {
        assert_eq!(
            shape("Na :lang[Job *Centre*]{code=en} teď."),
            "Na <inline lang>Job _Centre</> teď."
        );
        assert_eq!(shape("a:b[c] \\:lang[x] 1:x[y]"), "a:b[c] :lang[x] 1:x[y]");
        assert_eq!(
            shape(":a[x :b[y]{k=\"1 2\"} z] w"),
            "<inline a>x <inline b>y</> z</> w"
        );
        assert_eq!(shape("`:lang[x]`"), "`:lang[x]`");
        // At the beginning of a line it is not a definition, which also begins with a colon.
        assert_eq!(
            shape("Text.\n\n:lang[Job]{code=en} x"),
            "Text.<inline lang>Job</> x"
        );
        assert_eq!(
            shape("Text\n:lang[Job]{code=en} x\n:lang[a]{code=en}"),
            "Text<inline lang>Job</> x<inline lang>a</>"
        );
        assert_eq!(
            shape("- Text\n\n  :lang[a]{code=en}\n\n:::note\nx\n\n:lang[b]{code=en}\n:::"),
            "* Text<inline lang>a</><container note>x<inline lang>b</></>"
        );
        assert_eq!(
            shape("Text\n: :lang[a]{code=en} b"),
            "Text<inline lang>a</> b"
        );
        assert_eq!(
            shape("`x\n:lang[a] b`\n:lang[c]{code=en}"),
            "`xlang[a] b`<inline lang>c</>"
        );
    }

    #[test]
    fn a_footnote_may_be_defined_outside_a_block() {
        let is_reference = |(piece, _): &PlacedPiece<'_>| {
            matches!(piece, Piece::Markdown(Event::FootnoteReference(_)))
        };
        assert!(read(
            ":::note\nx[^1]\n:::\n\n[^1]: y",
            Markdown::default(),
            |body| body.pieces.iter().any(is_reference)
        ));
    }
}
