//! Links and names to nowhere.

use super::{Mistake, body};

pub(super) fn mistakes() -> Vec<Mistake> {
    [markdown(), raw(), headings()]
        .into_iter()
        .flatten()
        .collect()
}

fn markdown() -> Vec<Mistake> {
    vec![
        body("Viz [přihláška]().", "P0409", 1, 5),
        body("Viz [přihláška](<>).", "P0409", 1, 5),
        body("![obrázek]()", "P0409", 1, 1),
        body("::image[Obrázek]", "P0409", 1, 1),
        body("Viz [b](c.md).", "P0401", 1, 5),
        body("Viz [b][x].\n\n[x]: c.md", "P0401", 1, 5),
        body("Viz [b](b.md#nic).", "P0402", 1, 5),
        body("Viz [b](b.md#úřední-hodiny).", "P0411", 1, 5),
        body("Viz [b](b.md#Uredni-hodiny).", "P0411", 1, 5),
        body(
            "## Úřední hodiny\n\n[nahoru](#úřední-hodiny)",
            "P0411",
            3,
            1,
        ),
        body("Viz [b](https://www.example.cz/b/).", "P0410", 1, 5),
        body("Viz [c](https://www.example.cz/nic/).", "P0401", 1, 5),
        body("Viz [b](b.md hodiny).", "P0403", 1, 5),
        body("![](o.png)", "P0404", 1, 1),
        body("![obrázek](https://example.org/x.png)", "P0408", 1, 1),
        body("Viz [b](javascript:x).", "P0406", 1, 5),
        body("Viz [b](../../x.md).", "P0407", 1, 5),
        body("[](b.md)", "P0517", 1, 1),
        body("::button{href=b.md}", "P0517", 1, 1),
    ]
}

fn raw() -> Vec<Mistake> {
    vec![
        body("<p><a href=\"c.md\">c</a></p>", "P0401", 1, 7),
        body("<p><a href=\"b.md#nic\">b</a></p>", "P0402", 1, 7),
        body("<p><a href=\"\">b</a></p>", "P0409", 1, 4),
        body("<p><img src=\"x.png\" alt=\"x\"></p>", "P0401", 1, 9),
        body("<p><img src=\"o.png\"></p>", "P0404", 1, 4),
        body("<p><img alt=\"x\"></p>", "P0409", 1, 4),
        body(
            "<p><img src=\"https://example.org/x.png\" alt=\"x\"></p>",
            "P0408",
            1,
            9,
        ),
        body("Viz <a href=\"c.md\">c</a>.", "P0401", 1, 8),
        body("<p><a href=\"b.md\"></a></p>", "P0517", 1, 4),
        body("<p id=\"x\">a</p>\n\n<p id=\"x\">b</p>", "P0509", 3, 1),
    ]
}

fn headings() -> Vec<Mistake> {
    vec![
        body("# Nadpis", "P0501", 1, 1),
        body("Nadpis\n======", "P0501", 1, 1),
        body("<h1>Nadpis</h1>", "P0501", 1, 1),
        body("##", "P0517", 1, 1),
        body("<h2></h2>", "P0517", 1, 1),
        body("## A\n\n#### B", "P0518", 3, 1),
        body("### A", "P0540", 1, 1),
        body("## A\n\n<h4>B</h4>", "P0518", 3, 1),
        body("## A {#x}\n\n## B {#x}", "P0509", 3, 1),
    ]
}
