//! Text within lines that was meant otherwise: links, alerts, emphasis, blocks, and the notation of
//! other programs.

use super::{Case, Trigger};
use pakt::diagnostic::{Code, Diagnostic};
use pakt::source::line_and_column;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::NotALink, not_a_link),
    (Code::NotAnAlert, not_an_alert),
    (Code::UnclosedEmphasis, unclosed_emphasis),
    (Code::ForeignNotation, foreign_notation),
    (Code::MarkdownInHtml, markdown_in_html),
    (Code::WrongBlockForm, wrong_block_form),
    (Code::NotABlock, not_a_block),
];

/// The lines before a body.
const FRONT: &str = "---\ntitle: A\n---\n";

fn page(body: &str) -> Case {
    Case::of(&[
        ("content/a.md", &format!("{FRONT}{body}\n")),
        ("content/b.md", "---\ntitle: B\n---\n## Otázky\n"),
    ])
}

fn not_a_link() -> Case {
    page("Čtěte [pohovor] (b.md).")
}

fn not_an_alert() -> Case {
    page("> [!TIP] Víte, že?\n> Text.")
}

fn unclosed_emphasis() -> Case {
    page("Přijďte ** včas**.")
}

fn foreign_notation() -> Case {
    page("!!! tip \"Rada\"\n    Text.\n\nDál.")
}

fn markdown_in_html() -> Case {
    page("<div>\n**Důležité**\n</div>")
}

fn wrong_block_form() -> Case {
    page("Přijďte :warning[včas].")
}

fn not_a_block() -> Case {
    page("Anglicky ::lang[Job Centre]{code=en} je úřad práce.")
}

/// What is found in a body, as `code line:column correction`; lines are those of the body.
fn found(body: &str) -> Vec<String> {
    let case = page(body);
    let text = format!("{FRONT}{body}\n");
    let shown = |finding: &Diagnostic| {
        let place = finding
            .place
            .as_ref()
            .expect("a place");
        let span = place.span.expect("a span");
        let (line, column) = line_and_column(&text, span.range().start);
        let correction = finding
            .correction()
            .map(|text| format!(" {text}"));
        format!(
            "{} {}:{column}{}",
            finding.code.id(),
            line - 3,
            correction.unwrap_or_default()
        )
    };
    case.found.iter().map(shown).collect()
}

/// Compares what is found in bodies, each with one finding.
fn check(cases: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (body, expected) in cases {
        let found = found(body);
        if found != [*expected] {
            wrong.push_str(&format!("{body}\n  is  {found:?}\n  not {expected}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Checks that nothing is found in any body.
fn silent(bodies: &[&str]) {
    let mut wrong = String::new();
    for body in bodies {
        let found = found(body);
        if !found.is_empty() {
            wrong.push_str(&format!("{body}\n  has {found:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn links_with_a_slip_are_found() {
    check(&[
        ("Viz [b] (b.md).", "P0520 1:5 [b](b.md)"),
        ("Viz [b]  (#a) dál.", "P0520 1:5 [b](#a)"),
        ("Viz ![b] (b.png).", "P0520 1:5 ![b](b.png)"),
        ("- a\n- Viz (b)[b.md].", "P0520 2:7 [b](b.md)"),
        ("> (b)[https://x.cz]", "P0520 1:3 [b](https://x.cz)"),
        ("Viz [zákon][predpis] dál.", "P0520 1:5"),
        ("Viz [zákon][] dál.", "P0520 1:5"),
        ("Viz ![plán][plan].", "P0520 1:5"),
        ("[Pohovor](b.md a dál.", "P0520 1:1 [Pohovor](b.md)"),
        ("Konec [b](b.md", "P0520 1:7 [b](b.md)"),
        ("[Pohovor(b.md) dál.", "P0520 1:1 [Pohovor](b.md)"),
        ("[Pohovor]b.md) dál.", "P0520 1:1 [Pohovor](b.md)"),
        ("Pohovor](b.md) dál.", "P0520 1:8"),
        ("[[Pohovor](b.md) dál.", "P0520 1:1 [Pohovor](b.md)"),
        ("[Pohovor](b.md)) dál.", "P0520 1:1 [Pohovor](b.md)"),
        ("[Pohovor]((b.md) dál.", "P0520 1:1 [Pohovor](b.md)"),
        (
            "Viz <www.example.cz>.",
            "P0520 1:5 <https://www.example.cz>",
        ),
        ("Viz < https://x.cz >.", "P0520 1:5 <https://x.cz>"),
        ("| a |\n|---|\n| [b] (b.md) |", "P0520 3:3 [b](b.md)"),
        (
            "[Mapa](mapa kraje.pdf)",
            "P0403 1:1 [Mapa](<mapa kraje.pdf>)",
        ),
    ]);
}

#[test]
fn right_links_and_brackets_are_left_alone() {
    silent(&[
        "[a](b.md) (viz [a](b.md)) [a](<b.md> \"t\")",
        "`[a] (b.md)` a \\[a] (b.md) a [a\\] (b.md)",
        "    [a] (b.md)\n",
        "```\n[a](b c) [a][b] **x\n```",
        "<code>[ab][cd] ** x**</code>",
        "Pole a[i][j] a [1][2] a [x] a [...] a [str][0].",
        "[a][b]\n\n[b]: b.md",
        "[zákon]\n\n[zákon]: b.md",
        "Viz [1] (https://x.cz) a [2] (ne).",
        "Text [poznámka autora] (a dál).",
        "1) první, 2) druhé, viz \\([a](b.md)) ne.",
        "- [ ] (b.md)\n- [x] hotovo",
    ]);
}

#[test]
fn one_sign_dropped_doubled_or_swapped_is_found() {
    check(&[
        ("[Pohovor]( b.md dál", "P0520 1:1 [Pohovor](b.md)"),
        ("Viz [b].(b.md) dál.", "P0520 1:5 [b](b.md)."),
        ("Viz [b])(b.md).", "P0520 1:5 [b](b.md)"),
        ("Viz [pohovo]r(b.md).", "P0520 1:5 [pohovor](b.md)"),
        ("Viz [b(]b.md).", "P0520 1:5 [b](b.md)"),
        ("::p:oznámka[Text]", "P0535 1:1"),
        ("A l:ang[Job]{code=en} b", "P0535 1:12"),
        ("A lang[Job]{code=en} b", "P0535 1:11"),
        ("A :lang[Job]{code=en}} b", "P0535 1:21"),
        ("Je to __dobré pro všechny.", "P0527 1:7"),
    ]);
}

#[test]
fn notes_with_a_slip_are_found_where_the_slip_is() {
    check(&[
        ("Platí.[^1\n\n[^1]: Zákon.", "P0510 1:7 [^1]"),
        ("Platí.^1]\n\n[^1]: Zákon.", "P0510 1:7 [^1]"),
        ("Platí.[1]\n\n[^1]: Zákon.", "P0510 1:7 [^1]"),
        ("Platí.[^]1\n\n[^1]: Zákon.", "P0510 1:7 [^1]"),
        ("Platí.^[1]\n\n[^1]: Zákon.", "P0510 1:7 [^1]"),
        ("Platí.[1^]\n\n[^1]: Zákon.", "P0510 1:7 [^1]"),
        ("Platí.[^1]\n\n[^1: Zákon.", "P0510 3:1 [^1]:"),
        ("Platí.[^1]\n\n^1]: Zákon.", "P0510 3:1 [^1]:"),
        ("Platí.[^1]\n\n[1]: Zákon o práci.", "P0510 3:1 [^1]:"),
        ("Platí.[^1] I zde.[^1]\n\n[^]1: Zákon.", "P0510 3:1 [^1]:"),
        ("Platí.[^1]\n\n[^1] Zákon.", "P0510 3:1 [^1]:"),
        ("Platí.[^1] Ale `[1]` ne.", "P0510 1:7"),
        ("Ale `[1]` ne.\n\n[^1]: Zákon.", "P0510 3:1"),
    ]);
}

#[test]
fn alerts_without_effect_are_found() {
    check(&[
        (
            "> [!WARNING] Pozor na to\n> text",
            "P0521 1:3 [!WARNING]\n> **Pozor na to**\n>",
        ),
        (
            "- > [!TIP] Rada\n  > text",
            "P0521 1:5 [!TIP]\n  > **Rada**\n  >",
        ),
        ("> [!DANGER]\n> text", "P0521 1:3 [!CAUTION]"),
        ("> [!poznámka]\n> text", "P0521 1:3 [!NOTE]"),
        (
            "> [!note]- Sbalené\n> text",
            "P0521 1:3 [!NOTE]\n> **Sbalené**\n>",
        ),
        ("> [!COKOLI]\n> text", "P0521 1:3"),
        ("> text\n> [!NOTE]\n> dál", "P0521 2:3"),
        ("Úvod.\n\n[!NOTE]\ntext", "P0521 3:1 > [!NOTE]\n> text"),
        ("[!TIP] Rada", "P0521 1:1"),
    ]);
    silent(&[
        "> [!NOTE]\n> text",
        "> [!caution]\n> text",
        "`[!NOTE]` a [!NOTE] uprostřed.",
        "[!](b.md)",
    ]);
}

#[test]
fn emphasis_without_effect_is_found() {
    check(&[
        ("Je to ** tučně** tady.", "P0527 1:7 **tučně**"),
        ("Je to **tučně ** tady.", "P0527 1:7 **tučně**"),
        ("Je to ** tučně ** tady.", "P0527 1:7 **tučně**"),
        ("**Pozor!**Dál", "P0527 1:1 **Pozor!** "),
        ("__ tučně__ tady.", "P0527 1:1 __tučně__"),
        ("~~ zrušeno~~ tady.", "P0527 1:1 ~~zrušeno~~"),
        ("- a\n- **Pozor na to.", "P0527 2:3"),
        ("Pozor** na to.", "P0527 1:6"),
        ("***Pozor** na to.", "P0527 1:1"),
        ("**Pozor* na to.", "P0527 1:1"),
        ("Tohle je *důležité slovo.", "P0527 1:10"),
        ("__Pozor na to.", "P0527 1:1"),
        ("~~Zrušeno od ledna.", "P0527 1:1"),
    ]);
    assert_eq!(found("> **Pozor\n>\n> na to.**").len(), 2);
}

#[test]
fn stars_that_are_no_emphasis_are_left_alone() {
    silent(&[
        "2 ** 3 a 2**n a a ** b a 5 * 3 * 2.",
        "Cena* a sleva**.\n\n\\* Bez DPH.\n\n** S DPH.",
        "Soubory src/**/*.rs a **/*.md a *.txt a foo(**kwargs, *args).",
        "`** a**` a \\*\\* a\\*\\* a &ast;&ast;a",
        "__init__ a __dirname a snake_case a __ . __ . 2026",
        "*kurzíva* **tučně** ***obojí*** ~~ne~~ Mitarbeiter*innen ~5 km",
        "Jméno: ____ \n\n* povinné údaje\n",
        "Cena* je 5 Kč.\n\n\\*bez DPH",
        "Hotel 4** a vzorec a*b*c.",
        "Vyhledávač zná * i ** (libovolný text) a další.",
        "Program běží na *nix/Windows.",
        "Program běží na *BSD.",
    ]);
}

#[test]
fn notation_of_other_programs_is_found() {
    check(&[
        ("{{< youtube abc >}}", "P0529 1:1"),
        ("A {{% notice tip %}} b", "P0529 1:3"),
        ("A {% include x.html %} b", "P0529 1:3"),
        ("A {{ site.title }} b", "P0529 1:3"),
        ("{{#if x}} b", "P0529 1:1"),
        ("[text]({{< ref \"b.md\" >}})", "P0529 1:8"),
        ("{# poznámka #}", "P0529 1:1"),
        ("a {>>poznámka<<} b", "P0529 1:3"),
        ("{/* poznámka */}", "P0529 1:1"),
        ("[a](b.md){:target=\"_blank\"}", "P0529 1:10 "),
        ("[a](b.md){.button}", "P0529 1:10 "),
        ("Odstavec.\n{: .lead}", "P0529 2:1 "),
        ("!!! note\n\nText.", "P0529 1:1"),
        (
            "!!! note \"Pozor\"\n    Text.\n\n    Dál.\n\nKonec.",
            "P0529 1:1 :::note[Pozor]\nText.\n\nDál.\n:::",
        ),
        (
            "??? danger \"Pozor\"\n    Text.",
            "P0529 1:1 :::warning[Pozor]\nText.\n:::",
        ),
        ("=== \"Karta\"", "P0529 1:1 ### Karta"),
        ("[[_TOC_]]", "P0529 1:1 ::toc"),
        ("[TOC]\n\nText.", "P0529 1:1 ::toc"),
        ("Viz [[Jiná stránka|jinde]].", "P0529 1:5"),
        ("Je to ==důležité== tady.", "P0529 1:7 **důležité**"),
        ("A %%poznámka pro nás%% b", "P0529 1:3"),
        ("import Karta from '../karta.js';", "P0529 1:1"),
        (".. note::\n   Text.", "P0529 1:1"),
        ("<<< @/x.js", "P0529 1:1"),
        ("Hotovo :tada: a dost.", "P0529 1:8 🎉"),
        ("- a\n\n  > {{< x >}}", "P0529 3:5"),
    ]);
    silent(&[
        "`{{< x >}}` a \\{{ x }} a {a} a {} a {{}} a $x^{{2}}$",
        "```\n{% x %}\n!!! note\n=== \"x\"\n```",
        "POZOR!!! Opravdu. !!! Pozor !!! Co???",
        "## Nadpis {#kotva .trida}",
        "a == b a C++ a i++ a 10:30:45 a poměr 1:x:2",
        "Nadpis\n---\n\n:lang[x]{code=en}",
        "Import zboží from Praha. [seznam] a [1, 2].",
        "a [[1, 2], [3, 4]] b a::b::c",
        "Sleva 10 %% a 20 %% dnes.",
    ]);
}

#[test]
fn markdown_in_html_is_found_once_a_block() {
    check(&[
        ("<div>\n[a](b.md)\n**b**\n</div>", "P0530 2:1 \n[a](b.md)"),
        ("<div>**Důležité**</div>", "P0530 1:6"),
        (
            "<div>\n\n<p>\n  **b** c\n</p>\n\n</div>",
            "P0530 4:3 \n  **b**",
        ),
        ("<div>\n## Nadpis\n</div>", "P0530 2:1 \n## Nadpis"),
        ("<br>\n![a](b.md) text", "P0530 2:1 \n![a](b.md)"),
    ]);
    silent(&[
        "<div>\n\n[a](b.md) **b**\n\n</div>",
        "<pre>\n[a](b.md) **b**\n</pre>",
        "<!-- [a](b.md) **b** -->",
        "<p title=\"[a](b.md)\">2 ** 3 ** 4 # 5</p>",
        "text <b>\n**b** c</b>",
    ]);
}

#[test]
fn blocks_with_a_slip_are_found() {
    check(&[
        (
            ":::note Na vědomí\nText.\n:::",
            "P0506 1:1 :::note[Na vědomí]",
        ),
        ("::: note Na [x\nText.\n:::", "P0506 1:1 ::: note[Na \\[x]"),
        (
            ":::details Víc {open}\nText.\n:::",
            "P0506 1:1 :::details[Víc]{open}",
        ),
        (
            ":::details{open} Víc\nText.\n:::",
            "P0506 1:1 :::details[Víc]{open}",
        ),
        (":::poznámka\nText.\n:::", "P0502 1:1 :::note"),
        (":::Warning\nText.\n:::", "P0502 1:1 :::warning"),
        (":::tip[Rada]\nText.\n:::", "P0502 1:1 :::note[Rada]"),
        (
            "::tlačítko[Dál]{href=b.md}",
            "P0502 1:1 ::button[Dál]{href=b.md}",
        ),
        (":::замітка\nText.\n:::", "P0502 1:1 :::note"),
        ("> :::note\n> Text.\n> :::", "P0504 1:3"),
        ("- :::note\n  Text.", "P0504 1:3"),
        ("Přijďte :note[včas].", "P0531 1:9"),
        ("::note[Text]", "P0531 1:1"),
        (":::toc\nText.\n:::", "P0531 1:1"),
        ("A ::lang[Job]{code=en} b", "P0535 1:3 :lang"),
        ("A :lang Job]{code=en} b", "P0535 1:12"),
        ("A :jazyk[Job]{code=en} b", "P0502 1:3 :lang[Job]{code=en}"),
        ("Viz :tlačítko[Dál]{href=b.md} b", "P0535 1:5 :button"),
        (":toc", "P0535 1:1 ::toc"),
        ("::toc Obsah", "P0535 1:1 ::toc[Obsah]"),
    ]);
    silent(&[
        "::: note\nText.\n:::",
        ":::note\n> a\n:::\n\n::toc",
        "Viz std::list a a::b[c] a poznámka:list.",
        "`:::note` a \\:::note",
        "::toc\n\n- a\n\n  b\n\n:::note\nx\n:::",
    ]);
}

#[test]
fn the_messages_name_what_is_written() {
    insta::assert_snapshot!(not_a_link().czech(), @r"
    varování[P0520]: „[pohovor] (b.md)“ měl být nejspíš odkaz, ale na stránce to bude obyčejný text: mezi hranatou a kulatou závorkou je mezera.
     --> content/a.md:4:7
      |
    4 | Čtěte [pohovor] (b.md).
      |       ^^^^^^^^^^^^^^^^ mezera navíc
      |
    rada: Mezeru smažte. Napište to takto:
      |
    4 - Čtěte [pohovor] (b.md).
    4 + Čtěte [pohovor](b.md).
      |
    ");
    insta::assert_snapshot!(wrong_block_form().czech(), @r#"
    chyba[P0531]: Blok „warning“ se takto zapsat nedá: uvnitř řádku by rozbil odstavec.
     --> content/a.md:4:9
      |
    4 | Přijďte :warning[včas].
      |         ^^^^^^^^^^^^^^ nesprávný zápis bloku
      |
    rada: Zapište ho takto: :::warning, pod tím text a na konci samostatný řádek :::
    "#);
    insta::assert_snapshot!(foreign_notation().english(), @r#"
    warning[P0529]: “!!! tip "Rada"” is the notation of another program (a framed remark), and readers will see it as it is.
     --> content/a.md:4:1
      |
    4 | !!! tip "Rada"
      | ^^^^^^^^^^^^^^ notation of another program
      |
    hint: A framed remark is a block: a line :::note[Title], the text below it, and a line ::: at the end.
      |
    4 + :::note[Rada]
    5 + Text.
    6 + :::
      |
    "#);
}

#[test]
fn a_container_that_lost_a_colon_is_reported_where_it_begins() {
    let codes = |body: &str| {
        let page = format!("---\ntitle: A\n---\n{body}\n");
        let case = Case::of(&[("content/a.md", &page)]);
        case.found
            .iter()
            .map(|finding| finding.code)
            .collect::<Vec<_>>()
    };
    let short = "::checklist[S sebou]\n- občanka\n:::\n";
    assert_eq!(codes(short), [Code::WrongBlockForm]);
    assert_eq!(
        codes(&format!("{short}\n:::note\nText.\n:::")),
        [Code::WrongBlockForm]
    );
    assert_eq!(
        codes(&format!("{short}\n:::")),
        [Code::WrongBlockForm, Code::StrayFence]
    );
    assert_eq!(codes("::toc\n\n## A\n\n:::"), [Code::StrayFence]);
}
