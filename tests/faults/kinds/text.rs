//! What is shown differs from what was written, and plain text that was meant otherwise.

use super::{Mistake, body};

pub(super) fn mistakes() -> Vec<Mistake> {
    [
        numbers(),
        lines(),
        tables(),
        characters(),
        inline(),
        notations(),
        blocks(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn numbers() -> Vec<Mistake> {
    vec![
        body("Postup:\n\n1. přihláška\n20. května veletrh", "P0511", 4, 1),
        body("5. května 2027 se koná veletrh.", "P0511", 1, 1),
        body("1. ledna 2027 se mění výše podpory.", "P0511", 1, 1),
        body("15. 12. 2026 končí příjem žádostí.", "P0511", 1, 1),
        body("2026. rok byl dobrý.", "P0511", 1, 1),
        body("- 12. 6. 2027 dílna\n- text", "P0511", 1, 3),
        body("> 3. června otevřeme.", "P0511", 1, 3),
        body("3. Oktober 2027 ist Feiertag.", "P0511", 1, 1),
        body("11. listopada 2027 jest święto.", "P0511", 1, 1),
        body("24. серпня 2027 зустріч.", "P0511", 1, 1),
        body("1. první\n2. druhý\n4. čtvrtý", "P0511", 3, 1),
        body("Sejdeme se ve čtvrtek 10. února 2027.", "P0512", 1, 15),
        body("Přijďte v pondělí 2. 12. 2026 ráno.", "P0512", 1, 11),
    ]
}

fn lines() -> Vec<Mistake> {
    vec![
        body("##Kdy přijít", "P0519", 1, 1),
        body("Text.\n\n###Kde", "P0519", 3, 1),
        body("##\u{a0}Kdy přijít", "P0519", 1, 1),
        body("-\u{a0}první\n-\u{a0}druhý", "P0524", 1, 1),
        body("1.\u{a0}první\n2.\u{a0}druhý", "P0524", 1, 1),
        body("• první\n• druhý", "P0524", 1, 1),
        body("– první\n– druhý", "P0524", 1, 1),
        body("a) první\nb) druhý\nc) třetí", "P0524", 1, 1),
        body("Těšíme se na vás\n:-)", "P0523", 2, 1),
        body(
            "Text.\n\n    Na úřad práce přijďte s občanským průkazem.",
            "P0525",
            3,
            5,
        ),
        body(
            "Text.\n\n\tNa úřad práce přijďte s občanským průkazem.",
            "P0525",
            3,
            2,
        ),
        body(
            "<<<<<<< HEAD\nStarý text.\n=======\nNový text.\n>>>>>>> nova",
            "P0528",
            1,
            1,
        ),
    ]
}

fn tables() -> Vec<Mistake> {
    vec![
        body("| a | b |\n| 1 | 2 |", "P0522", 1, 1),
        body("Text.\n\n| a | b |\n| 1 | 2 |\n| 3 | 4 |", "P0522", 3, 1),
        body("| a | b |\n|---|---|\n| 1 |", "P0522", 3, 1),
        body("| a | b |\n|---|---|\n| 1 | 2 | tři |", "P0514", 3, 11),
    ]
}

fn characters() -> Vec<Mistake> {
    vec![
        body("Úřad\u{200b} práce.", "P0526", 1, 5),
        body("Bod \u{f0b7} první.", "P0526", 1, 5),
        body("Text\u{0b}další.", "P0526", 1, 5),
        body("Text s \u{fffd}koda.", "P0526", 1, 8),
        body("Pozor \u{202e}obráceně.", "P0526", 1, 7),
    ]
}

fn inline() -> Vec<Mistake> {
    vec![
        body("Jděte na [odkaz] (b.md) hned.", "P0520", 1, 10),
        body("Jděte na (odkaz)[b.md] hned.", "P0520", 1, 10),
        body("Podle [zákona][zakon] ano.", "P0520", 1, 7),
        body("Jděte na [odkaz](b.md hned.", "P0520", 1, 10),
        body("> [!WARNING] Pozor\n> text", "P0521", 1, 3),
        body("> [!DANGER]\n> text", "P0521", 1, 3),
        body("[!NOTE]\ntext", "P0521", 1, 1),
        body("To je **důležité pro všechny.", "P0527", 1, 7),
        body("To je ** důležité ** pro všechny.", "P0527", 1, 7),
        body("To je __důležité pro všechny.", "P0527", 1, 7),
        body("Podpora ~~už není.", "P0527", 1, 9),
        body("Viz [^zakon] dole.", "P0510", 1, 5),
    ]
}

fn notations() -> Vec<Mistake> {
    vec![
        body("{{< youtube abc >}}", "P0529", 1, 1),
        body("Text {% include x.html %} dál.", "P0529", 1, 6),
        body("{{% notice %}}", "P0529", 1, 1),
        body("!!! note \"Pozor\"\n\nText.", "P0529", 1, 1),
        body("=== \"Karta\"\n\nObsah.", "P0529", 1, 1),
        body("[odkaz](b.md){:target=\"_blank\"}", "P0529", 1, 14),
        body("[[_TOC_]]", "P0529", 1, 1),
        body("[TOC]", "P0529", 1, 1),
        body("Text {# poznámka #} dál.", "P0529", 1, 6),
        body("Řádek\n\n<br>\n[odkaz](b.md) pod ním", "P0530", 4, 1),
        body("<div>\n**tučně**\n</div>", "P0530", 2, 1),
    ]
}

fn blocks() -> Vec<Mistake> {
    vec![
        body(":::note Pozor na to\nText.\n:::", "P0506", 1, 1),
        body(":::note[Pozor\nText.\n:::", "P0506", 1, 1),
        body(":::poznámka\nText.\n:::", "P0502", 1, 1),
        body(":::nte\nText.\n:::", "P0502", 1, 1),
        body("> :::note\n> Text.\n> :::", "P0504", 1, 3),
        body("- bod\n\n  :::note\n  Text.", "P0504", 3, 3),
        body("Text :note[pozor] dál.", "P0531", 1, 6),
        body(":::note\nText.", "P0503", 1, 1),
        body("Text.\n\n:::", "P0505", 3, 1),
        body("::button[Přihláška]", "P0409", 1, 1),
        body(":lang[Job Centre] je úřad.", "P0412", 1, 1),
        body("::button[Přihláška]{hre=b.md href=b.md}", "P0905", 1, 21),
    ]
}
