//! Typography of random Markdown bodies: what never changes.

use proptest::prelude::*;
use pulldown_cmark::{Event, Tag};

use crate::config::Markdown;
use crate::document::ThemeFacts;
use crate::document::markdown::{Change, Piece, PlacedPiece, Typesetting, read, typeset};

/// Bodies made of markup and of what typography looks for.
fn bodies() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "`",
        "[",
        "](#x)",
        "![",
        "<b>",
        "</b>",
        "<code>",
        "</code>",
        "<br>",
        "\\",
        "&quot;",
        "&nbsp;",
        "&#45;",
        "\"",
        "'",
        "-",
        "--",
        "...",
        ".",
        "v",
        "k",
        "lesu",
        "5",
        "%",
        "12",
        "x",
        "§",
        "- ",
        "> ",
        "## ",
        "| ",
        "|---|\n",
        "1. ",
        ":lang[",
        "]{code=en}",
        "\n:::note{lang=en}\n",
        "\n:::\n",
        "<https://x.cz>",
        "~~",
        "    ",
        "\t",
        "č",
        "„",
        "“",
        "[^1]",
        "[^1]: ",
    ]);
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// The text of a piece; the end of a line is a space.
fn text<'p>(piece: &'p Piece<'_>) -> Option<&'p str> {
    match piece {
        Piece::Markdown(Event::Text(text)) => Some(text),
        Piece::Markdown(Event::SoftBreak) => Some(" "),
        _ => None,
    }
}

/// The text of all pieces with its changes applied.
fn set(pieces: &[PlacedPiece<'_>], changes: &[Change]) -> String {
    let mut all = String::new();
    for (at, (piece, _)) in pieces.iter().enumerate() {
        let mut from = 0;
        for change in changes
            .iter()
            .filter(|change| change.piece == at)
        {
            let text = text(piece).expect("only text changes");
            assert!(
                from <= change.start && change.start <= change.end,
                "{change:?}"
            );
            all.push_str(&text[from..change.start]);
            all.push_str(change.with);
            from = change.end;
        }
        all.push_str(text(piece).map_or("", |text| &text[from..]));
    }
    all
}

/// The addresses of links and pictures.
fn addresses(pieces: &[PlacedPiece<'_>]) -> Vec<String> {
    let address = |(piece, _): &PlacedPiece<'_>| match piece {
        Piece::Markdown(Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. })) => {
            Some(dest_url.to_string())
        }
        _ => None,
    };
    pieces
        .iter()
        .filter_map(address)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn markup_letters_and_digits_never_change(body in bodies()) {
        let themes = ThemeFacts::default();
        let both = |language| read(&body, Markdown::default(), |read| {
            let mut pieces = read.pieces;
            let (written, before) = (set(&pieces, &[]), addresses(&pieces));
            let typesetting = Typesetting { body: &body, language, themes: &themes };
            let changes = typeset(&mut pieces, typesetting);
            ((written, before), (set(&pieces, &changes), addresses(&pieces)))
        });
        for language in ["cs", "en", "uk"] {
            let ((written, before), (shown, after)) = both(language);
            prop_assert_eq!(before, after);
            prop_assert_eq!(kept(&written), kept(&shown));
        }
    }
}

#[test]
fn typography_leaves_code_alone() {
    let body = "v kraji\n\n    v kraji\n\n`v kraji`";
    read(body, Markdown::default(), |read| {
        let mut pieces = read.pieces;
        let is_code = |(piece, _): &&PlacedPiece<'_>| {
            matches!(
                piece,
                Piece::Markdown(Event::Start(Tag::CodeBlock(_)) | Event::Code(_))
            )
        };
        assert_eq!(pieces.iter().filter(is_code).count(), 2);
        let changes = typeset(
            &mut pieces,
            Typesetting {
                body,
                language: "cs",
                themes: &ThemeFacts::default(),
            },
        );
        assert_eq!(
            changes
                .iter()
                .map(|change| change.with)
                .collect::<Vec<_>>(),
            ["\u{A0}"]
        );
        assert_eq!(
            set(&pieces, &changes)
                .matches('\u{A0}')
                .count(),
            1
        );
    });
}

/// What must never change in a text: everything but spaces, quotes, hyphens and dashes, dots, and
/// the cross.
fn kept(text: &str) -> String {
    let text = text
        .replace("...", "")
        .replace(['…', ' ', '\u{A0}', '"', '\''], "")
        .replace("--", "")
        .replace(['-', '–', '—'], "");
    text.replace(['„', '“', '”', '‚', '‘', '’', '«', '»', 'x', '×'], "")
}
