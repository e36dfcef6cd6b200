//! Themes: their chain, templates, styles and messages.

use super::{Case, Trigger};
use pakt::diagnostic::Code;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::UnknownTheme, unknown_theme),
    (Code::ThemeCycle, theme_cycle),
    (Code::BrokenTemplate, broken_template),
    (Code::TemplateFails, template_fails),
    (Code::TemplateCycle, template_cycle),
    (Code::UnknownTemplate, unknown_template),
    (Code::BrokenStyle, broken_style),
    (Code::UnknownAsset, unknown_asset),
    (Code::BrokenMessages, broken_words),
    (Code::ThemeName, theme_name),
    (Code::ForeignWords, foreign_words),
];

fn unknown_theme() -> Case {
    Case::of(&[(
        "site.yaml",
        "title: Web\ntheme: pakta\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
    )])
}

#[test]
fn unknown_theme_is_explained() {
    let case = unknown_theme();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0701]: Motiv „pakta“ pakt nenašel.
     --> site.yaml:2:8
      |
    2 | theme: pakta
      |        ^^^^^ neznámý motiv
      |
    rada: Nemysleli jste „pakt“?
    "#);
}

fn theme_cycle() -> Case {
    Case::of(&[
        (
            "site.yaml",
            "title: Web\ntheme: zima\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
        ),
        ("themes/zima/theme.yaml", "extends: leto\n"),
        ("themes/leto/theme.yaml", "name: leto\nextends: zima\n"),
    ])
}

#[test]
fn theme_cycle_is_explained() {
    let case = theme_cycle();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0702]: Motivy navazují jeden na druhý dokola: zima → leto → zima.
     --> themes/leto/theme.yaml:2:10
      |
    2 | extends: zima
      |          ^^^^ navazuje dokola
      |
    rada: V jednom z těchto motivů smažte v souboru theme.yaml řádek „extends:“, nebo v něm uveďte jiný motiv.
    "#);
}

#[test]
fn a_chain_that_is_too_long_is_not_called_a_circle() {
    let files: Vec<(String, String)> = (1..=10)
        .map(|at| {
            (
                format!("themes/m{at}/theme.yaml"),
                format!("extends: m{}\n", at + 1),
            )
        })
        .collect();
    let mut files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    files.push(("site.yaml", "title: Web\ntheme: m1\n"));
    let told = Case::of(&files).czech();
    assert!(
        told.contains("Motivů, které na sebe navazují, je víc než devět: m1 → m2"),
        "{told}"
    );
    assert!(
        told.contains("desátý motiv") && !told.contains("dokola"),
        "{told}"
    );
}

fn broken_template() -> Case {
    Case::of(&[(
        "themes/pakt/templates/page.html",
        "<main>\n{% if page.date %}<p>{{ page.date }}</p>\n</main>\n",
    )])
}

#[test]
fn broken_template_is_explained() {
    let case = broken_template();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0703]: V šabloně je chyba v zápisu, a tak ji pakt nemůže použít.
     --> themes/pakt/templates/page.html:2:37
      |
    2 | {% if page.date %}<p>{{ page.date }}</p>
      |                                     ^^^^ chyba v zápisu
      |
    rada: Opravte označené místo, nebo vraťte poslední verzi šablony, která fungovala. Technicky: „Unexpected end of input“
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0703]: The template is not written correctly, so pakt cannot use it.
     --> themes/pakt/templates/page.html:2:37
      |
    2 | {% if page.date %}<p>{{ page.date }}</p>
      |                                     ^^^^ mistake in the template
      |
    hint: Fix the marked place, or restore the last version of the template that worked. Technical detail: “Unexpected end of input”
    ");
}

fn template_fails() -> Case {
    Case::of(&[
        (
            "themes/pakt/templates/page.html",
            "<main>\n<p>{{ page.event.place }}</p>\n</main>\n",
        ),
        ("content/pohovor.md", "---\ntitle: Pohovor\n---\n"),
    ])
}

#[test]
fn template_fails_is_explained() {
    let case = template_fails();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0704]: Šablona si neporadila se stránkou „content/pohovor.md“.
     --> themes/pakt/templates/page.html:2:18
      |
    2 | <p>{{ page.event.place }}</p>
      |                  ^^^^^ tady se zastavila
     ::: content/pohovor.md
      |
    rada: Zkontrolujte, jestli stránka má vše, co šablona čeká, nebo v šabloně ošetřete, že to chybí. Technicky: „Field `place` is not defined.“
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0704]: The template failed on the page “content/pohovor.md”.
     --> themes/pakt/templates/page.html:2:18
      |
    2 | <p>{{ page.event.place }}</p>
      |                  ^^^^^ it failed here
     ::: content/pohovor.md
      |
    hint: Check that the page has everything that the template expects, or make the template work without it. Technical detail: “Field `place` is not defined.”
    ");
}

fn template_cycle() -> Case {
    Case::of(&[
        (
            "themes/pakt/templates/page.html",
            "{% include \"partials/menu.html\" %}",
        ),
        (
            "themes/pakt/templates/partials/menu.html",
            "<nav>{% include \"partials/menu.html\" %}</nav>",
        ),
    ])
}

#[test]
fn template_cycle_is_explained() {
    let case = template_cycle();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0705]: Šablony se vkládají jedna do druhé dokola: page.html → partials/menu.html → partials/menu.html.
     --> themes/pakt/templates/partials/menu.html:1:18
      |
    1 | <nav>{% include "partials/menu.html" %}</nav>
      |                  ^^^^^^^^^^^^^^^^^^ vkládá se dokola
      |
    rada: V jedné z těchto šablon smažte řádek, kterým se k první vrací (include nebo extends).
    "#);
}

fn unknown_template() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\ntemplate: hom\n---\n",
    )])
}

#[test]
fn unknown_template_is_explained() {
    let case = unknown_template();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0706]: Šablonu „hom.html“ motiv nemá.
     --> content/pohovor.md:3:11
      |
    3 | template: hom
      |           ^^^ šablona tu není
      |
    rada: Nemysleli jste „home.html“?
    "#);
}

fn broken_style() -> Case {
    Case::of(&[(
        "themes/pakt/assets/css/base.css",
        "body { color: navy }\nh2 { color: ]; }\n",
    )])
}

#[test]
fn broken_style_is_explained() {
    let case = broken_style();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0707]: V souboru se vzhledem (CSS) je chyba v zápisu.
     --> themes/pakt/assets/css/base.css:2:13
      |
    2 | h2 { color: ]; }
      |             ^ chyba v zápisu
      |
    rada: Opravte označené místo; nejčastěji chybí závorka nebo středník. Technicky: „Unexpected token CloseSquareBracket“
    "#);
}

fn unknown_asset() -> Case {
    Case::of(&[(
        "themes/pakt/assets/css/base.css",
        "body { background: url(pozadi.png) }\n",
    )])
}

#[test]
fn unknown_asset_is_explained() {
    let case = unknown_asset();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0708]: Soubor „pozadi.png“ motiv mezi svými soubory nemá.
     --> themes/pakt/assets/css/base.css:1:24
      |
    1 | body { background: url(pozadi.png) }
      |                        ^^^^^^^^^^ soubor tu není
      |
    rada: Zkontrolujte název. Obrázky, písma a CSS motivu jsou v jeho složce assets.
    "#);
}

fn broken_words() -> Case {
    Case::of(&[("themes/pakt/locales/cs.ftl", "search: Hledat\n")])
}

#[test]
fn broken_words_is_explained() {
    let case = broken_words();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0709]: Soubor se slovy motivu není zapsaný správně.
     --> themes/pakt/locales/cs.ftl:1:1
      |
    1 | search: Hledat
      | ^^^^^^^^^^^^^^ chyba v zápisu
      |
    rada: Opravte označené místo: název, rovnítko a text; další řádky textu musí být odsazené. Technicky: „Expected a token starting with "="“
    "#);
}

fn theme_name() -> Case {
    Case::of(&[("themes/pakt/theme.yaml", "# Náš motiv\nname: Úřad práce\n")])
}

#[test]
fn theme_name_is_explained() {
    let case = theme_name();
    insta::assert_snapshot!(case.czech(), @r#"
    varování[P0710]: Motiv má v souboru theme.yaml název „Úřad práce“, ale jeho složka se jmenuje „pakt“.
     --> themes/pakt/theme.yaml:2:7
      |
    2 | name: Úřad práce
      |       ^^^^^^^^^^ jinak než složka
      |
    rada: Napište sem název složky, nebo celý řádek smažte.
      |
    2 - name: Úřad práce
    2 + name: pakt
      |
    "#);
    insta::assert_snapshot!(case.english(), @r"
    warning[P0710]: The theme is called “Úřad práce” in theme.yaml, but its folder is “pakt”.
     --> themes/pakt/theme.yaml:2:7
      |
    2 | name: Úřad práce
      |       ^^^^^^^^^^ not the folder’s name
      |
    hint: Write the name of the folder here, or delete the line.
      |
    2 - name: Úřad práce
    2 + name: pakt
      |
    ");
}

#[test]
fn a_broken_style_is_explained_in_our_words() {
    let deep = format!("{}{}", "@media print{".repeat(300), "}".repeat(300));
    let circle = "@import \"tokens.css\";";
    for (style, cause) in [(deep.as_str(), "deep"), (circle, "circle")] {
        let files = [
            ("themes/pakt/assets/css/base.css", style),
            ("themes/pakt/assets/css/tokens.css", "@import \"base.css\";"),
        ];
        let case = Case::of(&files);
        let found: Vec<_> = case
            .found
            .iter()
            .filter(|finding| finding.code == Code::BrokenStyle)
            .collect();
        assert!(
            !found.is_empty()
                && found
                    .iter()
                    .all(|finding| &*finding.args[0].1 == cause),
            "{found:?}"
        );
        assert!(
            !case.czech().contains("Technicky")
                && !case
                    .english()
                    .contains("Technical detail"),
            "{}",
            case.czech()
        );
    }
}

#[test]
fn every_mistake_in_a_message_file_has_its_place() {
    let case = Case::of(&[(
        "themes/pakt/locales/cs.ftl",
        "\u{feff}search = Hledat\n\nmenu = Nabídka\nsearch = Najít\n",
    )]);
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0709]: Soubor se slovy motivu není zapsaný správně.
     --> themes/pakt/locales/cs.ftl:4:1
      |
    4 | search = Najít
      | ^^^^^^^^^^^^^^ chyba v zápisu
      |
    rada: Název „search“ je v souboru podruhé. Nechte ho jen jednou.
    "#);
    let case = Case::of(&[("themes/pakt/locales/cs.ftl", "search: Hledat\nmenu = }\n")]);
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0709]: Soubor se slovy motivu není zapsaný správně.
     --> themes/pakt/locales/cs.ftl:1:1
      |
    1 | search: Hledat
      | ^^^^^^^^^^^^^^ chyba v zápisu
      |
    rada: Opravte označené místo: název, rovnítko a text; další řádky textu musí být odsazené. Technicky: „Expected a token starting with "="“

    chyba[P0709]: Soubor se slovy motivu není zapsaný správně.
     --> themes/pakt/locales/cs.ftl:2:1
      |
    2 | menu = }
      | ^^^^^^^^ chyba v zápisu
      |
    rada: Opravte označené místo: název, rovnítko a text; další řádky textu musí být odsazené. Technicky: „Unbalanced closing brace“
    "#);
    let many = Case::of(&[("themes/pakt/locales/cs.ftl", &"x\n".repeat(1_000))]);
    assert_eq!(many.found.len(), 100);
}

fn foreign_words() -> Case {
    Case::of(&[
        (
            "site.yaml",
            "title: Web\nlanguages: {vi: {name: Tiếng Việt}}\n\
             organisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
        ),
        ("content/_index.vi.md", "---\ntitle: Trang chủ\n---\n"),
    ])
}

#[test]
fn a_language_without_words_is_explained() {
    let case = foreign_words();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0711]: Motiv „pakt“ nemá slova v jazyce „vi“.
    --> content/_index.vi.md
     |
    rada: Požádejte správce webu o soubor themes/pakt/locales/vi.ftl s překladem slov motivu.
    ");
}
