//! Mistakes in front matter and YAML.

use super::{Case, Trigger};
use pakt::diagnostic::Code;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::NoFrontMatter, no_front_matter),
    (Code::UnclosedFrontMatter, unclosed_front_matter),
    (Code::BrokenYaml, broken_yaml),
    (Code::UnquotedColon, unquoted_colon),
    (Code::CutByComment, cut_by_comment),
    (Code::UnknownKey, unknown_key),
    (Code::DuplicateKey, duplicate_key),
    (Code::MissingKey, missing_key),
    (Code::WrongType, wrong_type),
    (Code::NotBoolean, not_boolean),
    (Code::CzechDate, czech_date),
    (Code::NoSuchDay, no_such_day),
    (Code::YamlTooComplex, yaml_too_complex),
    (Code::KeyOnlyInIndex, key_only_in_index),
    (Code::TabInYaml, tab_in_yaml),
    (Code::UnknownValue, unknown_value),
    (Code::PublicationOrder, publication_order),
    (Code::UpdatedBeforeDate, updated_before_date),
    (Code::TermList, term_list),
];

fn no_front_matter() -> Case {
    Case::of(&[("content/pohovor.md", "Životopis je vaše vizitka.\n")])
}

#[test]
fn no_front_matter_is_explained() {
    let case = no_front_matter();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0201]: Stránka nezačíná hlavičkou.
     --> content/pohovor.md:1:1
      |
    1 | Životopis je vaše vizitka.
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^ tady má být ---
      |
    rada: Úplně na začátek souboru napište tři řádky: „---“, pod něj „title: Nadpis stránky“ a pod něj znovu „---“.
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0201]: The page does not start with front matter.
     --> content/pohovor.md:1:1
      |
    1 | Životopis je vaše vizitka.
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^ --- is expected here
      |
    hint: At the very top of the file write three lines: “---”, below it “title: Heading of the page”, and below that “---” again.
    ");
}

fn unclosed_front_matter() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n\nPřijďte včas.\n",
    )])
}

#[test]
fn unclosed_front_matter_is_explained() {
    let case = unclosed_front_matter();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0202]: Hlavička stránky nekončí řádkem „---“.
     --> content/pohovor.md:1:1
      |
    1 | ---
      | ^^^ tady začíná
      |
    rada: Za poslední řádek hlavičky, před text stránky, přidejte samostatný řádek se třemi spojovníky: ---
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    error[P0202]: The front matter of the page does not end with a line “---”.
     --> content/pohovor.md:1:1
      |
    1 | ---
      | ^^^ starts here
      |
    hint: After the last line of the front matter, before the text of the page, add a line of three hyphens: ---
    "#);
}

fn broken_yaml() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: \"Pohovor\nweight: 60\n---\n",
    )])
}

#[test]
fn broken_yaml_is_explained() {
    let case = broken_yaml();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0203]: Zápis klíčů a hodnot tu není v pořádku, a tak ho pakt nepřečte.
     --> content/pohovor.md:2:1
      |
    2 | title: "Pohovor
      | ^^^^^^^^^^^^^^^ hledejte chybu tady
      |
    rada: Na označeném řádku a na řádku nad ním zkontrolujte dvojtečky (za každou patří mezera), uvozovky, závorky a odsazení. Technicky: „found unexpected end of stream, while scanning a quoted scalar“
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    error[P0203]: The keys and values here are not written correctly, so pakt cannot read them.
     --> content/pohovor.md:2:1
      |
    2 | title: "Pohovor
      | ^^^^^^^^^^^^^^^ look for the mistake here
      |
    hint: Check the colons (each needs a space after it), quotation marks, brackets and indentation on the marked line and the line above it. Technical detail: “found unexpected end of stream, while scanning a quoted scalar”
    "#);
}

#[test]
fn a_colon_without_a_space_is_explained() {
    let case = Case::of(&[("content/pohovor.md", "---\ntitle:Pohovor\n---\n")]);
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0203]: Zápis klíčů a hodnot tu není v pořádku, a tak ho pakt nepřečte.
     --> content/pohovor.md:2:1
      |
    2 | title:Pohovor
      | ^^^^^^^^^^^^^ hledejte chybu tady
      |
    rada: Za dvojtečkou chybí mezera. Napište to takto:
      |
    2 | title: Pohovor
      |       +
    "#);
}

fn unquoted_colon() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor: jak se připravit\n---\n",
    )])
}

#[test]
fn unquoted_colon_is_explained() {
    let case = unquoted_colon();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0204]: V hodnotě klíče „title“ je dvojtečka, a tak musí být celá hodnota v uvozovkách.
     --> content/pohovor.md:2:8
      |
    2 | title: Pohovor: jak se připravit
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^ dvojtečka bez uvozovek
      |
    rada: Napište to takto:
      |
    2 - title: Pohovor: jak se připravit
    2 + title: "Pohovor: jak se připravit"
      |
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    error[P0204]: The value of the key “title” contains a colon, so the whole value must be in quotation marks.
     --> content/pohovor.md:2:8
      |
    2 | title: Pohovor: jak se připravit
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^ unquoted colon
      |
    hint: Write it like this:
      |
    2 - title: Pohovor: jak se připravit
    2 + title: "Pohovor: jak se připravit"
      |
    "#);
}

fn cut_by_comment() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Práce snů #1 v kraji\n---\n",
    )])
}

#[test]
fn cut_by_comment_is_explained() {
    let case = cut_by_comment();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0205]: Znak # po mezeře začíná poznámku, a tak by z textu zmizelo „#1 v kraji“.
     --> content/pohovor.md:2:8
      |
    2 | title: Práce snů #1 v kraji
      |        ^^^^^^^^^^^^^^^^^^^^ tady se text utne
      |
    rada: Dejte celou hodnotu do uvozovek. Napište to takto:
      |
    2 - title: Práce snů #1 v kraji
    2 + title: "Práce snů #1 v kraji"
      |
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    error[P0205]: A # after a space starts a comment, so “#1 v kraji” would be lost.
     --> content/pohovor.md:2:8
      |
    2 | title: Práce snů #1 v kraji
      |        ^^^^^^^^^^^^^^^^^^^^ text cut off here
      |
    hint: Put the whole value in quotation marks. Write it like this:
      |
    2 - title: Práce snů #1 v kraji
    2 + title: "Práce snů #1 v kraji"
      |
    "#);
}

fn unknown_key() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitel: Pohovor\nnadpis: Pohovor\ntitle: Pohovor\n---\n",
    )])
}

#[test]
fn unknown_key_is_explained() {
    let case = unknown_key();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0206]: Klíč „titel“ tady pakt nezná.
     --> content/pohovor.md:2:1
      |
    2 | titel: Pohovor
      | ^^^^^ neznámý klíč
      |
    rada: Nemysleli jste „title“?

    chyba[P0206]: Klíč „nadpis“ tady pakt nezná.
     --> content/pohovor.md:3:1
      |
    3 | nadpis: Pohovor
      | ^^^^^^ neznámý klíč
      |
    rada: Smažte řádek, nebo opravte název klíče. Všechny klíče vypíše příkaz „pakt schema“.
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0206]: The key “titel” is not known here.
     --> content/pohovor.md:2:1
      |
    2 | titel: Pohovor
      | ^^^^^ unknown key
      |
    hint: Did you mean “title”?

    error[P0206]: The key “nadpis” is not known here.
     --> content/pohovor.md:3:1
      |
    3 | nadpis: Pohovor
      | ^^^^^^ unknown key
      |
    hint: Delete the line, or correct the key. The command “pakt schema” lists all keys.
    ");
}

fn duplicate_key() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\nweight: 1\ntitle: Rozhovor\n---\n",
    )])
}

#[test]
fn duplicate_key_is_explained() {
    let case = duplicate_key();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0207]: Klíč „title“ je tu dvakrát.
     --> content/pohovor.md:4:1
      |
    4 | title: Rozhovor
      | ^^^^^ podruhé
      |
     ::: content/pohovor.md:2:1
      |
    2 | title: Pohovor
      | ----- týká se i tohoto místa
      |
    rada: Nechte jen jeden z obou řádků a druhý smažte.
    "#);
}

fn missing_key() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ndescription: Jak na pohovor.\n---\n",
    )])
}

#[test]
fn missing_key_is_explained() {
    let case = missing_key();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0208]: Chybí klíč „title“, který tu musí být.
     --> content/pohovor.md:2:1
      |
    2 | description: Jak na pohovor.
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tady chybí
      |
    rada: Přidejte řádek, který začíná „title:“, a za dvojtečku a mezeru napište hodnotu.
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0208]: The required key “title” is missing.
     --> content/pohovor.md:2:1
      |
    2 | description: Jak na pohovor.
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing here
      |
    hint: Add a line that starts with “title:” and write the value after the colon and a space.
    ");
}

#[test]
fn a_colon_without_a_space_after_it_is_fixed() {
    for text in [
        "---\ntitle:Pohovor\n---\n",
        "---\ntitle:Pohovor\nweight: 10\n---\n",
        "---\nweight: 10\ntitle:Pohovor\n---\n",
    ] {
        let told = Case::of(&[("content/pohovor.md", text)]).czech();
        assert!(
            told.contains("P0203") && told.contains("| title: Pohovor\n"),
            "{told}"
        );
    }
}

fn wrong_type() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\nweight: první\ndraft: [1]\ntime: {a: 1}\naliases: {a: 1}\ndate: 12\n---\n",
    )])
}

#[test]
fn wrong_type_is_explained() {
    let case = wrong_type();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0209]: U klíče „weight“ má být číslo.
     --> content/pohovor.md:3:9
      |
    3 | weight: první
      |         ^^^^^ není číslo
      |
    rada: Napište za dvojtečku jen číslo, bez uvozovek a jednotek: weight: 10

    chyba[P0209]: U klíče „draft“ má být true (ano), nebo false (ne).
     --> content/pohovor.md:4:8
      |
    4 | draft: [1]
      |        ^^^ není true ani false
      |
    rada: Napište true (ano), nebo false (ne), bez uvozovek: draft: true

    chyba[P0209]: U klíče „time“ má být text.
     --> content/pohovor.md:5:7
      |
    5 | time: {a: 1}
      |       ^^^^^^ není text
      |
    rada: Napište za dvojtečku slova, nejlépe v uvozovkách: time: "text"

    chyba[P0209]: U klíče „aliases“ má být seznam.
     --> content/pohovor.md:6:10
      |
    6 | aliases: {a: 1}
      |          ^^^^^^ není seznam
      |
    rada: Napište hodnoty do hranatých závorek a oddělte je čárkou: aliases: [první, druhá]

    chyba[P0209]: U klíče „date“ má být datum.
     --> content/pohovor.md:7:7
      |
    7 | date: 12
      |       ^^ není datum
      |
    rada: Napište rok, měsíc a den se spojovníky: date: 2026-12-01
    "#);
}

fn not_boolean() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\ndraft: ano\n---\n",
    )])
}

#[test]
fn not_boolean_is_explained() {
    let case = not_boolean();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0210]: U klíče „draft“ je „ano“, ale ano se píše true a ne se píše false.
     --> content/pohovor.md:3:8
      |
    3 | draft: ano
      |        ^^^ true, nebo false
      |
    rada: Napište to takto:
      |
    3 - draft: ano
    3 + draft: true
      |
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0210]: The key “draft” is set to “ano”, but it must be true (yes) or false (no).
     --> content/pohovor.md:3:8
      |
    3 | draft: ano
      |        ^^^ true or false
      |
    hint: Write it like this:
      |
    3 - draft: ano
    3 + draft: true
      |
    ");
}

fn czech_date() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\ndate: 12. 3. 2026\n---\n",
    )])
}

#[test]
fn czech_date_is_explained() {
    let case = czech_date();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0211]: U klíče „date“ je datum „12. 3. 2026“ zapsané česky, ale tady se píše v pořadí rok, měsíc, den.
     --> content/pohovor.md:3:7
      |
    3 | date: 12. 3. 2026
      |       ^^^^^^^^^^^ datum v jiném pořadí
      |
    rada: Napište to takto:
      |
    3 - date: 12. 3. 2026
    3 + date: 2026-03-12
      |
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0211]: The date “12. 3. 2026” of the key “date” is in the Czech format, but must be written year-month-day.
     --> content/pohovor.md:3:7
      |
    3 | date: 12. 3. 2026
      |       ^^^^^^^^^^^ wrong date format
      |
    hint: Write it like this:
      |
    3 - date: 12. 3. 2026
    3 + date: 2026-03-12
      |
    ");
}

fn no_such_day() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\npublish_until: 2026-02-31\n---\n",
    )])
}

#[test]
fn no_such_day_is_explained() {
    let case = no_such_day();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0212]: Hodnota „2026-02-31“ u klíče „publish_until“ není datum, které by pakt znal.
     --> content/pohovor.md:3:16
      |
    3 | publish_until: 2026-02-31
      |                ^^^^^^^^^^ není datum
      |
    rada: Zkontrolujte, že takový den v kalendáři je, a napište rok, měsíc a den se spojovníky, třeba 2026-12-01.
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0212]: The value “2026-02-31” of the key “publish_until” is not a valid date.
     --> content/pohovor.md:3:16
      |
    3 | publish_until: 2026-02-31
      |                ^^^^^^^^^^ not a date
      |
    hint: Check that this day exists, and write the year, the month and the day with hyphens, such as 2026-12-01.
    ");
}

fn yaml_too_complex() -> Case {
    let nested = format!(
        "---\ntitle: Pohovor\nextra: {}{}\n---\n",
        "[".repeat(200),
        "]".repeat(200)
    );
    Case::of(&[("content/pohovor.md", &nested)])
}

#[test]
fn yaml_too_complex_is_explained() {
    let case = yaml_too_complex();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0213]: Údaje jsou v sobě vnořené příliš hluboko, nebo se příliš často opakují.
     --> content/pohovor.md:3:136
      |
    3 | ...[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[...
      |                                                   ^ příliš složité
      |
    rada: Zapište je jednodušeji: s méně úrovněmi odsazení a závorek a bez opakování pomocí znaků & a *.
    "#);
}

fn key_only_in_index() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\nfeed: true\n---\n",
    )])
}

#[test]
fn key_only_in_index_is_explained() {
    let case = key_only_in_index();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0214]: Klíč „feed“ smí mít jen úvodní stránka složky, tedy soubor _index.md.
     --> content/pohovor.md:3:1
      |
    3 | feed: true
      | ^^^^ sem nepatří
      |
    rada: Přesuňte řádek do hlavičky souboru _index.md ve stejné složce, nebo ho smažte.
    "#);
}

fn tab_in_yaml() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\nextra:\n\tzdroj: dokument\n---\n",
    )])
}

#[test]
fn tab_in_yaml_is_explained() {
    let case = tab_in_yaml();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0215]: Řádek je odsazený tabulátorem, ale tady se smí odsazovat jen mezerami.
     --> content/pohovor.md:4:1
      |
    4 |     zdroj: dokument
      | ^ tabulátor
      |
    rada: Smažte prázdné místo na začátku řádku a nahraďte ho mezerami (dvěma za každou úroveň). V Notepad++ to udělá „Úpravy“ → „Operace s prázdnými znaky“ → „Tabulátory na mezery“.
    "#);
}

fn unknown_value() -> Case {
    Case::of(&[("content/_index.md", "---\ntitle: Domů\nsort: dat\n---\n")])
}

#[test]
fn unknown_value_is_explained() {
    let case = unknown_value();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0216]: Klíč „sort“ nemůže mít hodnotu „dat“.
     --> content/_index.md:3:7
      |
    3 | sort: dat
      |       ^^^ neznámá hodnota
      |
    rada: Nemysleli jste „date“? Možné hodnoty jsou: weight, date, title.
    "#);
}

#[test]
fn a_tag_on_nothing_is_no_empty_value() {
    let glossary = (
        "content/slovnik.md",
        "---\ntitle: S\ntemplate: glossary\n---\n",
    );
    let case = Case::of(&[
        glossary,
        ("content/a.md", "---\ntitle: A\nweight: !Deset\n---\n"),
        (
            "data/glossary.yaml",
            "cs:\n  - term: Pakt\n    meaning: !Dohoda\n",
        ),
    ]);
    let told = case.czech();
    for key in ["weight", "meaning"] {
        let expected = format!("P0209]: U\u{a0}klíče „{key}“");
        assert!(told.contains(&expected), "{told}");
    }
    let case = Case::of(&[glossary, ("data/glossary.yaml", "!Slova\n")]);
    assert!(case.czech().contains("P0209"), "{}", case.czech());
}

fn publication_order() -> Case {
    Case::of(&[(
        "content/nabor.md",
        "---\ntitle: Nábor\npublish_from: 2026-12-01\npublish_until: 2026-01-31\n---\n",
    )])
}

#[test]
fn publication_that_ends_before_it_starts_is_explained() {
    let case = publication_order();
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0217]: Zveřejnění stránky má skončit (2026-01-31) dřív, než začne (2026-12-01), a tak by ji nikdo nikdy neviděl.
     --> content/nabor.md:4:16
      |
    4 | publish_until: 2026-01-31
      |                ^^^^^^^^^^ končí dřív, než začne
      |
     ::: content/nabor.md:3:15
      |
    3 | publish_from: 2026-12-01
      |               ---------- týká se i tohoto místa
      |
    rada: Opravte jeden z obou dnů. Má-li stránka na webu zůstat, smažte řádek „publish_until“.
    ");
    insta::assert_snapshot!(case.english(), @r"
    error[P0217]: The page would go offline (2026-01-31) before it is published (2026-12-01), so nobody would ever see it.
     --> content/nabor.md:4:16
      |
    4 | publish_until: 2026-01-31
      |                ^^^^^^^^^^ ends before it starts
      |
     ::: content/nabor.md:3:15
      |
    3 | publish_from: 2026-12-01
      |               ---------- this place is involved, too
      |
    hint: Correct one of the two days. If the page should stay online, delete the line “publish_until”.
    ");
}

fn updated_before_date() -> Case {
    Case::of(&[(
        "content/nabor.md",
        "---\ntitle: Nábor\nupdated: 2026-10-05\ndate: 2026-11-05\n---\n",
    )])
}

#[test]
fn a_change_before_the_date_is_explained() {
    let case = updated_before_date();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0218]: Stránka byla podle hlavičky změněna (2026-10-05) dřív, než vznikla (2026-11-05).
     --> content/nabor.md:3:10
      |
    3 | updated: 2026-10-05
      |          ^^^^^^^^^^ změna před vznikem
      |
     ::: content/nabor.md:4:7
      |
    4 | date: 2026-11-05
      |       ---------- týká se i tohoto místa
      |
    rada: Opravte jeden z obou dnů. Pokud stránku od jejího vzniku nikdo nezměnil, smažte řádek „updated“.
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0218]: The page’s last change (2026-10-05) is before its date (2026-11-05).
     --> content/nabor.md:3:10
      |
    3 | updated: 2026-10-05
      |          ^^^^^^^^^^ changed before it existed
      |
     ::: content/nabor.md:4:7
      |
    4 | date: 2026-11-05
      |       ---------- this place is involved, too
      |
    hint: Correct one of the two days. If nobody has changed the page since its date, delete the line “updated”.
    ");
}

#[test]
fn days_in_order_are_fine() {
    for days in [
        "publish_from: 2026-11-01\npublish_until: 2026-11-01",
        "publish_until: 2026-11-30",
        "date: 2026-11-05\nupdated: 2026-11-05",
        "updated: 2026-11-05",
    ] {
        let text = format!("---\ntitle: A\n{days}\n---\n");
        assert_eq!(Case::of(&[("content/a.md", &text)]).found, [], "{days}");
    }
}

/// Settings with a taxonomy.
const TOPICS: &str = "title: Web\norganisation: {operator: O, email: a@b.cz, \
    accessibility_contact: a@b.cz}\ntaxonomies:\n  topic: {cs: {slug: temata, title: Témata}}\n";

fn term_list() -> Case {
    Case::of(&[
        ("site.yaml", TOPICS),
        (
            "content/nabor.md",
            "---\ntitle: Nábor\ntopic: práce, škola\n---\n",
        ),
    ])
}

#[test]
fn terms_without_brackets_are_explained() {
    let case = term_list();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0904]: Hodnota „práce, škola“ klíče „topic“ je jediný pojem, i když vypadá jako několik.
     --> content/nabor.md:3:8
      |
    3 | topic: práce, škola
      |        ^^^^^^^^^^^^ jeden pojem s čárkou
      |
    rada: Několik pojmů se píše do hranatých závorek. Napište to takto:
      |
    3 - topic: práce, škola
    3 + topic: [práce, škola]
      |
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0904]: The value “práce, škola” of the key “topic” is a single term, although it looks like several.
     --> content/nabor.md:3:8
      |
    3 | topic: práce, škola
      |        ^^^^^^^^^^^^ one term with a comma
      |
    hint: Several terms are written in square brackets. Write it like this:
      |
    3 - topic: práce, škola
    3 + topic: [práce, škola]
      |
    ");
}

#[test]
fn a_term_with_a_comma_is_fine_in_quotation_marks() {
    for terms in [
        "\"práce, škola\"",
        "[práce, škola]",
        "\n  - práce, škola",
        "práce",
    ] {
        let text = format!("---\ntitle: A\ntopic: {terms}\n---\n");
        let case = Case::of(&[("site.yaml", TOPICS), ("content/a.md", &text)]);
        assert_eq!(case.found, [], "{terms}");
    }
}

/// The codes of all findings, with line and column.
fn places(case: &Case) -> Vec<String> {
    let told = case.czech();
    let codes = told.lines().filter_map(|line| {
        Some(
            line.split_once('[')?
                .1
                .split_once("]: ")?
                .0,
        )
    });
    let places = told
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("--> "));
    codes
        .zip(places)
        .map(|(code, place)| format!("{code} {place}"))
        .collect()
}

#[test]
fn a_lost_colon_is_found_on_its_own_line() {
    for (line, fixed) in [
        ("audience rodice", "audience: rodice"),
        ("weight :80", "weight: 80"),
        ("description :Text", "description: Text"),
        ("toc : true", ""),
    ] {
        let text = format!("---\ntitle: A\n{line}\nslug: a\n---\nText.\n");
        let case = Case::of(&[("content/a.md", &text)]);
        let wrong: Vec<_> = case
            .found
            .iter()
            .filter(|f| f.code == Code::BrokenYaml)
            .collect();
        if fixed.is_empty() {
            assert!(wrong.is_empty(), "{line}");
            continue;
        }
        assert_eq!(places(&case), ["P0203 content/a.md:3:1"], "{line}");
        assert_eq!(wrong[0].correction(), Some(fixed), "{line}");
    }
}

#[test]
fn front_matter_of_one_line_without_a_colon_is_explained() {
    let case = Case::of(&[("content/a.md", "---\ntitle Můj nadpis\n---\nText.\n")]);
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0203]: Zápis klíčů a hodnot tu není v pořádku, a tak ho pakt nepřečte.
     --> content/a.md:2:1
      |
    2 | title Můj nadpis
      | ^^^^^^^^^^^^^^^^ hledejte chybu tady
      |
    rada: Za klíčem chybí dvojtečka a mezera. Napište to takto:
      |
    2 | title: Můj nadpis
      |      +
    ");
}

#[test]
fn a_text_cut_by_a_comment_is_found_in_every_file() {
    let cases = [
        (
            "content/a.md",
            "---\ntitle: A\nextra:\n  menu: Krok #1\n---\n",
            "4:9",
        ),
        (
            "content/a.md",
            "---\ntitle: A\nsteps:\n  - Krok #1 a dál\n---\n",
            "4:5",
        ),
        ("data/dny.yaml", "den:\n  name: Den #1\n", "2:9"),
        ("data/dny.yml", "- name: Den #1\n", "1:9"),
    ];
    for (path, text, place) in cases {
        let case = Case::of(&[(path, text)]);
        assert_eq!(places(&case), [format!("P0205 {path}:{place}")], "{text}");
    }
    let settings = TOPICS.replace("title: Web", "title: Web #1");
    let case = Case::of(&[("site.yaml", &settings)]);
    assert_eq!(places(&case), ["P0205 site.yaml:1:8"]);
}

#[test]
fn front_matter_that_cannot_be_read_hides_no_finding_of_the_text() {
    for front in [
        "---\ntitle: \"A\n---\n",
        "---\ntitle: A\n\n",
        "---\ntitle A\n---\n",
        "",
    ] {
        let text = format!("{front}## Část\n\n[x](neni.md)\n");
        let case = Case::of(&[("content/a.md", &text)]);
        let codes: Vec<Code> = case
            .found
            .iter()
            .map(|finding| finding.code)
            .collect();
        assert_eq!(codes.len(), 2, "{text} {codes:?}");
        assert!(codes.contains(&Code::DeadLink), "{text} {codes:?}");
    }
}
