//! Lines that Markdown reads otherwise than people, and characters that no text should have.

use super::{Case, Trigger};
use pakt::diagnostic::{Code, Diagnostic};
use pakt::source::line_and_column;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::Renumbered, || {
        page("5. května dílna\n20. května veletrh")
    }),
    (Code::WrongWeekday, || page("Přijďte v pátek 1. 12. 2026.")),
    (Code::NotAHeading, || page("##Kde")),
    (Code::NotATable, || page("| a | b |\n| 1 | 2 |")),
    (Code::NotADefinition, || page("Na shledanou\n:)")),
    (Code::NotAList, || page("• jeden\n• dva")),
    (Code::CodeOfProse, || {
        page("    Tento řádek je tu odsazený.")
    }),
    (Code::StrangeCharacter, || page("Úřad\u{200b} práce")),
    (Code::MergeMark, || {
        page("<<<<<<< a\nx\n=======\ny\n>>>>>>> b")
    }),
];

/// The number of lines of front matter of [`page`].
const FRONT_LINES: usize = 3;

fn page(body: &str) -> Case {
    Case::of(&[("content/a.md", &text(body))])
}

fn text(body: &str) -> String {
    format!("---\ntitle: A\n---\n{body}")
}

/// The findings of a body: code, line and column in it, and the corrected text.
fn found(body: &str) -> Vec<(String, usize, usize, Option<String>)> {
    let text = text(body);
    let findings = page(body).found.into_iter();
    findings
        .map(|finding| {
            let (line, column) = place(&finding, &text);
            let fixed = finding
                .correction()
                .map(str::to_owned);
            (
                finding.code.id().to_owned(),
                line - FRONT_LINES,
                column,
                fixed,
            )
        })
        .collect()
}

fn place(finding: &Diagnostic, text: &str) -> (usize, usize) {
    let span = finding
        .place
        .as_ref()
        .and_then(|place| place.span);
    line_and_column(text, span.expect("a span").start as usize)
}

/// Returns a body after all corrections, if one of its mistakes is still there. A correction may
/// reveal the next mistake of the same list, so it takes a few rounds.
fn still_wrong(body: &str) -> Option<String> {
    let mut text = text(body);
    for _ in 0..4 {
        let mut findings = Case::of(&[("content/a.md", &text)]).found;
        findings.retain(|finding| finding.correction().is_some());
        if findings.is_empty() {
            return None;
        }
        for finding in findings.iter().rev() {
            let span = finding
                .place
                .as_ref()
                .and_then(|place| place.span);
            let range = span.expect("a span").range();
            text.replace_range(
                range,
                finding
                    .correction()
                    .expect("a correction"),
            );
        }
    }
    Some(text)
}

/// Code, line, column and correction of a finding.
type Expected<'e> = (&'e str, usize, usize, &'e str);

/// Checks that each body has exactly these findings: code, line, column and correction.
#[track_caller]
fn check(cases: &[(&str, &[Expected<'_>])]) {
    let mut wrong = String::new();
    for (body, expected) in cases {
        let found = found(body);
        let found: Vec<Expected<'_>> = found
            .iter()
            .map(|(code, line, column, fixed)| {
                (
                    code.as_str(),
                    *line,
                    *column,
                    fixed.as_deref().unwrap_or_default(),
                )
            })
            .collect();
        if let Some(text) = still_wrong(body) {
            wrong.push_str(&format!("{body:?}\n  corrected {text:?}\n"));
        }
        if found != *expected {
            wrong.push_str(&format!(
                "{body:?}\n  expected {expected:?}\n  found    {found:?}\n"
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Checks that bodies have no findings.
#[track_caller]
fn silent(bodies: &[&str]) {
    let cases: Vec<(&str, &[_])> = bodies
        .iter()
        .map(|body| (*body, [].as_slice()))
        .collect();
    check(&cases);
}

#[test]
fn numbers_shown_otherwise_are_found() {
    check(&[
        (
            "Termíny:\n\n5. května dílna\n20. května veletrh",
            &[
                ("P0511", 3, 1, "5\\. května dílna"),
                ("P0511", 4, 1, "20\\. května veletrh"),
            ],
        ),
        (
            "5. května a\n20. května b\n3. června c\n\n1. ledna 2027 d",
            &[
                ("P0511", 1, 1, "5\\. května a"),
                ("P0511", 2, 1, "20\\. května b"),
                ("P0511", 3, 1, "3\\. června c"),
                ("P0511", 5, 1, "1\\. ledna 2027 d"),
            ],
        ),
        ("1. leden\n", &[("P0511", 1, 1, "1\\. leden")]),
        (
            "Text.\n\n15. 12. 2026 končí příjem.",
            &[("P0511", 3, 1, "15\\. 12. 2026 končí příjem.")],
        ),
        (
            "5. – 9. května 2027",
            &[("P0511", 1, 1, "5\\. – 9. května 2027")],
        ),
        ("1. a 2. 5. 2027", &[("P0511", 1, 1, "1\\. a 2. 5. 2027")]),
        ("2025. rok", &[("P0511", 1, 1, "2025\\. rok")]),
        (
            "3. ročník veletrhu",
            &[("P0511", 1, 1, "3\\. ročník veletrhu")],
        ),
        (
            "- 12. 6. 2027 dílna\n- text",
            &[("P0511", 1, 3, "12\\. 6. 2027 dílna")],
        ),
        (
            "- 3. ledna\n- 4. února",
            &[("P0511", 1, 3, "3\\. ledna"), ("P0511", 2, 3, "4\\. února")],
        ),
        (
            "> 3. června otevřeme.",
            &[("P0511", 1, 3, "3\\. června otevřeme.")],
        ),
        (
            ":::note\n3. Oktober 2027\n:::",
            &[("P0511", 2, 1, "3\\. Oktober 2027")],
        ),
        (
            "Text[^1]\n\n[^1]: 24. серпня 2027",
            &[("P0511", 3, 7, "24\\. серпня 2027")],
        ),
        (
            "11. listopada 2027 święto",
            &[("P0511", 1, 1, "11\\. listopada 2027 święto")],
        ),
        (
            "19. 1. 2027 schůze\n5. 1. 2027 uzávěrka",
            &[
                ("P0511", 1, 1, "19\\. 1. 2027 schůze"),
                ("P0511", 2, 1, "5\\. 1. 2027 uzávěrka"),
            ],
        ),
        (
            "1. první\r\n2. druhý\r\n4. čtvrtý",
            &[("P0511", 3, 1, "3. čtvrtý")],
        ),
        ("1. a\n2. b\n33. c\n4. d", &[("P0511", 3, 1, "3. c")]),
        ("1. a\n2. b\n4. c\n5. d", &[("P0511", 3, 1, "3. c")]),
        ("11. a\n2. b\n3. c", &[("P0511", 1, 1, "1. a")]),
    ]);
}

#[test]
fn right_numbers_are_silent() {
    silent(&[
        "1. a\n1. b\n1. c",
        "0. a\n1. b",
        "0. a\n0. b",
        "1) a\n2) b\n3) c",
        "1. Zavolejte.\n2. Přijďte.",
        "1. Jediný bod",
        "5. Bod\n6. Bod",
        "1. a\n\n   text\n\n2. b",
        "1. a\n\n```\nx\n```\n\n2. b",
        "20\\. května",
        "Otevřeme 20. května.",
        "`5. května`\n\n```\n5. května\n20. května\n```",
        "5. května\n6. května",
        "- 1. a\n- b",
    ]);
}

#[test]
fn wrong_days_of_the_week_are_found() {
    check(&[
        (
            "Sejdeme se ve čtvrtek 10. února 2027.",
            &[("P0512", 1, 15, "")],
        ),
        ("**Středa** 11. 2. 2027", &[("P0512", 1, 3, "")]),
        ("On Thursday, 10 February 2027", &[("P0512", 1, 4, "")]),
        ("On Thursday, February 10, 2027", &[("P0512", 1, 4, "")]),
        ("On Thu the 10th of February\n2027", &[("P0512", 1, 4, "")]),
        ("Dne 10. 2. 2027 (čtvrtek)", &[("P0512", 1, 5, "")]),
        ("2027-02-10, čtvrtek.", &[("P0512", 1, 1, "")]),
        ("Donnerstag, den 10. Februar 2027", &[("P0512", 1, 1, "")]),
        ("w czwartek 10 lutego 2027", &[("P0512", 1, 3, "")]),
        ("у четвер, 10 лютого 2027 року", &[("P0512", 1, 3, "")]),
        ("до 10 лютого 2027 року (четвер)", &[("P0512", 1, 4, "")]),
        ("čt. 10.2.2027", &[("P0512", 1, 1, "")]),
    ]);
    silent(&[
        "ve středu 10. února 2027",
        "středa 10. 2. 2027, čtvrtek 11. 2. 2027",
        "Wednesday, February 10, 2027",
        "ve čtvrtek 10. února",
        "čtvrtek 10. – pátek 12. února 2027",
        "`čtvrtek 10. února 2027`",
        "Dne 31. 2. 2027 (čtvrtek)",
        "v sobotu 13. a v neděli 14. února 2027",
        "po 10. 2. 2027, ne 11. 2. 2027",
    ]);
    insta::assert_snapshot!(page("Ve čtvrtek 10. února 2027.").czech(), @r#"
    varování[P0512]: Den „10. února 2027“ je středa, ne čtvrtek.
     --> content/a.md:4:4
      |
    4 | Ve čtvrtek 10. února 2027.
      |    ^^^^^^^^^^^^^^^^^^^^^^ jiný den v týdnu
      |
    rada: Opravte den v týdnu, nebo datum: čtvrtek je například 11. února 2027.
    "#);
}

#[test]
fn days_of_the_week_in_front_matter_are_checked() {
    let case = Case::of(&[(
        "content/a.md",
        "---\ntitle: Dílna ve čtvrtek 10. února 2027\ndate: 2027-02-10\n---\n",
    )]);
    let codes: Vec<&str> = case
        .found
        .iter()
        .map(|finding| finding.code.id())
        .collect();
    assert_eq!(codes, ["P0512"]);
}

#[test]
fn headings_without_a_space_are_found() {
    check(&[
        ("##Kdy", &[("P0519", 1, 1, "## Kdy")]),
        ("Text.\n\n###Kde\nText", &[("P0519", 3, 1, "### Kde")]),
        ("Text\n##Kde", &[("P0519", 2, 1, "## Kde")]),
        ("##\u{a0}Kdy", &[("P0519", 1, 1, "## Kdy")]),
        ("- ##Kdy", &[("P0519", 1, 3, "## Kdy")]),
        ("> ##Kdy", &[("P0519", 1, 3, "## Kdy")]),
        ("####### Kdy", &[("P0519", 1, 1, "###### Kdy")]),
        ("## #Kdy", &[("P0519", 1, 1, "### Kdy")]),
        ("##**Kdy**", &[("P0519", 1, 1, "## **Kdy**")]),
    ]);
    silent(&[
        "#hashtag", "## Kdy", "\\##Kdy", "## #123", "`##x`", "C## x", "## C#",
    ]);
}

#[test]
fn an_empty_line_that_is_missing_is_drawn_as_added() {
    let drawn = page("> | a | b |\n> |---|---|\n> | 1 | 2 |\n> Text").czech();
    assert!(drawn.contains("\n7 + > \n8 + > Text\n"), "{drawn}");
}

#[test]
fn tables_without_delimiters_are_found() {
    check(&[
        (
            "| a | b |\n| 1 | 2 |",
            &[("P0522", 1, 1, "| a | b |\n|---|---|")],
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2 \n|\n| 3 | 4 |",
            &[("P0522", 3, 1, "| 1 | 2 |")],
        ),
        (
            "| a | b \n|\n|---|---|\n| 1 | 2 |",
            &[("P0522", 1, 1, "| a | b |")],
        ),
        (
            "Text:\n| a | b |\n| 1 | 2 |",
            &[("P0522", 2, 1, "\n| a | b |\n|---|---|")],
        ),
        (
            "> | a | b |\n> | 1 | 2 |\n> | 3 | 4 |",
            &[("P0522", 1, 3, "| a | b |\n> |---|---|")],
        ),
        (
            "| a | b |\n|---|---|\n| 1 |",
            &[("P0522", 3, 1, "| 1 |  |")],
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2\n|",
            &[("P0522", 3, 1, "| 1 | 2 |")],
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |\nText",
            &[("P0522", 4, 1, "\nText")],
        ),
        (
            "> | a | b |\n> |---|---|\n> Text\n> a další",
            &[("P0522", 3, 3, "\n> Text")],
        ),
        (
            "| a | b |\n|------|\n| 1 | 2 |",
            &[("P0522", 2, 1, "|---|---|")],
        ),
        (
            "| a | b |\n|---|---||\n| 1 | 2 |",
            &[("P0522", 2, 1, "|---|---|")],
        ),
        (
            "| a | b ||\n|---|---|\n| 1 | 2 |",
            &[("P0522", 1, 1, "| a | b |")],
        ),
        (
            "|| a | b |\n|---|---|\n| 1 | 2 |",
            &[("P0522", 1, 1, "| a | b |")],
        ),
        (
            "| a |\n|---|---|\n| 1 | 2 |",
            &[("P0522", 1, 1, "| a |  |")],
        ),
        (
            "| a | b |\n|---|::|\n| 1 | 2 |",
            &[("P0522", 2, 1, "|---|---|")],
        ),
        (
            "| a || b |\r\n|---|---|\r\n| 1 | 2 |\r\n| 3 | 4 |",
            &[("P0522", 1, 1, "| a | b |")],
        ),
        ("a | b\n---|---|---\n1 | 2", &[("P0522", 2, 1, "|---|---|")]),
        (
            "| a | b | c |\n|---|---|\n| 1 | 2 |",
            &[("P0522", 2, 1, "|---|---|---|")],
        ),
    ]);
    silent(&[
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "a | b\n--|--\n1 | 2\n\nText",
        "| a |\n|---|\n| 1 |",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| |\n| 3 | 4 |",
        "| a | b |\n|---|---|\n| 1 | x \\| y |",
        "|x| je absolutní hodnota",
        "```\n| a | b |\n| 1 | 2 |\n```",
    ]);
}

#[test]
fn colons_are_found() {
    check(&[
        ("Těšíme se\n:-)", &[("P0523", 2, 1, "\\:-)")]),
        ("> Těšíme se\n> :)", &[("P0523", 2, 3, "\\:)")]),
        ("Těšíme se\n\n:poznámka", &[("P0523", 3, 1, "\\:poznámka")]),
    ]);
    silent(&[
        "Pojem\n: vysvětlení",
        "Pojem\n:   vysvětlení",
        "Text :-)",
        "Text\n\\:-)",
    ]);
}

#[test]
fn lists_that_are_none_are_found() {
    check(&[
        ("• jeden\n• dva", &[("P0524", 1, 1, "- jeden\n- dva")]),
        (
            "Text:\n· jeden\n· dva",
            &[("P0524", 2, 1, "- jeden\n- dva")],
        ),
        (
            "\u{f0b7} jeden\n\u{f0b7} dva",
            &[("P0524", 1, 1, "- jeden\n- dva")],
        ),
        ("• jeden\n\n• dva", &[("P0524", 1, 1, "- jeden\n\n- dva")]),
        ("> – jeden\n> – dva", &[("P0524", 1, 3, "- jeden\n> - dva")]),
        (
            "a) jeden\nb) dva\nc) tři",
            &[("P0524", 1, 1, "- a) jeden\n- b) dva\n- c) tři")],
        ),
        (
            "-\u{a0}jeden\n-\u{a0}dva",
            &[("P0524", 1, 1, "- jeden\n- dva")],
        ),
        (
            "1.\u{a0}jeden\r\n2.\u{a0}dva",
            &[("P0524", 1, 1, "1. jeden\r\n2. dva")],
        ),
        ("Text:\n2. dva\n3. tři", &[("P0524", 2, 1, "\n2. dva")]),
        ("1.. jeden\n2. dva\n3. tři", &[("P0524", 1, 1, "1. jeden")]),
        ("-Jeden\n- dva\n- tři", &[("P0524", 1, 1, "- Jeden")]),
        ("- jeden\n-Dva\n- tři", &[("P0524", 2, 1, "- Dva")]),
        (
            "- jeden\n-[dva](https://a.cz)",
            &[("P0524", 2, 1, "- [dva](https://a.cz)")],
        ),
        ("- jeden\n-* *dva**\n- tři", &[("P0524", 2, 1, "- **dva**")]),
        ("- jeden\n -Dva\n- tři", &[("P0524", 2, 2, "- Dva")]),
        ("- jeden\n-- dva\n- tři", &[("P0524", 2, 1, "- dva")]),
        ("- jeden\n Dva\n- tři", &[("P0524", 2, 2, "- Dva")]),
        (
            "1. jeden\n2 .**dva**\n3. tři",
            &[("P0524", 2, 1, "2. **dva**")],
        ),
        (
            "1. jeden\n.2 **dva**\n3. tři",
            &[("P0524", 2, 1, "2. **dva**")],
        ),
        (
            "1. jeden\n. **dva**\n3. tři",
            &[("P0524", 2, 1, "2. **dva**")],
        ),
        (
            "5. jeden\n6 **dva**\n7. tři",
            &[("P0524", 2, 1, "6. **dva**")],
        ),
        ("5. **jeden**\n6 **dva**", &[("P0524", 2, 1, "6. **dva**")]),
        (
            "1. jeden\n2.* *dva**\n3. tři",
            &[("P0524", 2, 1, "2. **dva**")],
        ),
        (
            "- jeden\n **Dva** a\n- tři",
            &[("P0524", 2, 2, "- **Dva** a")],
        ),
        ("1 jeden\n2. dva\n3. tři", &[("P0524", 1, 1, "1. jeden")]),
        (
            "Text.\n\n [Jeden](https://a.cz)\n- dva",
            &[("P0524", 3, 2, "- [Jeden](https://a.cz)")],
        ),
        ("1. jeden\n2.dva", &[("P0524", 2, 1, "2. dva")]),
    ]);
    silent(&[
        "- jeden\n- dva",
        "– Kam jdeš?\n\n– Domů.",
        "– Jeden řádek",
        "a) jeden\n\nb) dva",
        "Jeden · dva\n· tři",
        "- jeden\n  pokračuje\n- dva",
        "- jeden\n pokračuje\n- dva\n pokračuje",
        "1. jeden\n   20 dní\n2. dva",
        "1. jeden\n20 dní pokračuje\n2. dva",
        "Text končí rokem\n2026. Další věta.",
        "1.\u{a0}ledna\n2.\u{a0}ledna",
        "-\u{a0}Jeden",
        "[A](https://a.cz)\n• [B](https://b.cz)\n• [C](https://c.cz)",
        "*jeden* a\n- dva",
        "[A](https://a.cz)\n• [B](https://b.cz)\n• [C](https://c.cz)\n• [D](https://d.cz)",
    ]);
}

#[test]
fn sentences_that_become_code_are_found() {
    check(&[
        (
            "Text.\n\n    Na úřad přijďte s občanským průkazem.",
            &[("P0525", 3, 5, "")],
        ),
        (
            "Text.\n\n\tNa úřad přijďte s občanským průkazem.",
            &[("P0525", 3, 2, "")],
        ),
        (
            "- bod\n\n      Na úřad přijďte s občanským průkazem.",
            &[("P0525", 3, 7, "")],
        ),
    ]);
    silent(&[
        "    let x = 5;",
        "    cargo install pakt and run it.",
        "    Usage: pakt build [--drafts] now.",
        "```\nNa úřad přijďte s občanským průkazem.\n```",
        "    jeden\n    dva",
    ]);
}

#[test]
fn strange_characters_are_found() {
    check(&[
        ("Úřad\u{200b} práce", &[("P0526", 1, 5, "")]),
        ("Bod \u{f0b7} jeden", &[("P0526", 1, 5, "")]),
        ("Text\u{b}další", &[("P0526", 1, 5, " ")]),
        ("a\u{200b}\u{200b}b", &[("P0526", 1, 2, "")]),
        ("Text \u{fffd}koda `\u{fffd}`", &[("P0526", 1, 6, "")]),
        ("Pozor \u{202e}obráceně", &[("P0526", 1, 7, "")]),
        (
            "Znak &#x10; a &#1;",
            &[("P0526", 1, 6, ""), ("P0526", 1, 15, "")],
        ),
    ]);
    silent(&[
        "„Úřad“\u{a0}– 👩\u{200d}💻 …",
        "`&#x10;`",
        "@\u{200b}jméno",
        "שלום\u{200f}",
        "Místo písmene uvidíte znak U+FFFD, tedy \u{fffd}.",
    ]);
}

#[test]
fn conflicts_are_alone() {
    check(&[
        (
            "Text\n<<<<<<< HEAD\n##Starý\n# x\n=======\n[a](b.md)\n>>>>>>> nova\n##Dál",
            &[("P0528", 2, 1, ""), ("P0519", 8, 1, "## Dál")],
        ),
        (
            "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n\n>>>>>>> d",
            &[("P0528", 1, 1, ""), ("P0528", 7, 1, "")],
        ),
    ]);
    silent(&["```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n```"]);
}

#[test]
fn settings_and_data_have_such_findings_too() {
    let case = Case::of(&[
        ("content/a.md", "---\ntitle: A\u{200b}\n---\n"),
        (
            "content/b.md",
            "---\ntitle: B\n<<<<<<< HEAD\ndraft: true\n=======\n>>>>>>> c\n---\n",
        ),
        ("content/c.md", "---\ntitle: C\u{b}c\n---\n"),
        (
            "data/x.yaml",
            "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> c\n",
        ),
    ]);
    let codes: Vec<(&str, &str)> = case
        .found
        .iter()
        .map(|finding| {
            (
                finding
                    .place
                    .as_ref()
                    .map_or("", |place| place.source.as_str()),
                finding.code.id(),
            )
        })
        .collect();
    assert_eq!(
        codes,
        [
            ("content/a.md", "P0526"),
            ("content/b.md", "P0528"),
            ("content/c.md", "P0203"),
            ("data/x.yaml", "P0528"),
        ]
    );
}
