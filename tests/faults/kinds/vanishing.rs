//! Text that vanishes.

use super::{Mistake, body};

pub(super) fn mistakes() -> Vec<Mistake> {
    vec![
        body("Napište <jmeno> sem.", "P0513", 1, 9),
        body("Napište <vase jmeno> sem.", "P0513", 1, 9),
        body("## Postup pro <zadatele>", "P0513", 1, 15),
        body(
            "<iframe src=\"https://example.org/x\"></iframe>",
            "P0513",
            1,
            1,
        ),
        body("<form><input name=\"q\"></form>", "P0513", 1, 1),
        body(
            "<video src=\"https://example.org/v.mp4\"></video>",
            "P0513",
            1,
            1,
        ),
        body("<script>text</script>", "P0513", 1, 1),
        body("<style>p { color: red }</style>", "P0513", 1, 1),
        body("Text <b onclick=\"x()\">tučně</b>.", "P0513", 1, 6),
        body("<marquee>Novinka</marquee>", "P0513", 1, 1),
        body("## Formulář {PDF}", "P0514", 1, 13),
        body("Text[^1].\n\n[^1]: První.\n\n[^1]: Druhá.", "P0514", 5, 1),
        body("[úřad].\n\n[úřad]: b.md\n[úřad]: e.md", "P0514", 4, 1),
        body(
            "Text.\n\n<!-- doplnit telefon --\n\nPondělí.",
            "P0515",
            3,
            1,
        ),
        body(
            "Text.\n\n```\nukázka\n\n## Kdy přijít\n\nPondělí.",
            "P0515",
            3,
            1,
        ),
        body("Text.\n\n~~~\nukázka\n\nPondělí.", "P0515", 3, 1),
        body(":::note\n```\nukázka\n\nPondělí.\n:::", "P0515", 2, 1),
        body("Text.\n\n<!--> tajná poznámka -->", "P0516", 3, 1),
    ]
}
