//! The settings of the site.

use super::{Case, SETTINGS, Trigger};
use crate::support::{TestSite, file};
use pakt::diagnostic::Code;
use pakt::project::Change;
use pakt::source::SourceId;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::BadBaseUrl, bad_base_url),
    (Code::UnknownTimezone, unknown_timezone),
    (Code::OrganisationIncomplete, organisation_incomplete),
    (Code::NoHome, no_home),
    (Code::TaxonomyName, taxonomy_name),
    (Code::BadSynonyms, bad_synonyms),
    (Code::AccessibilityOverdue, accessibility_overdue),
    (
        Code::AccessibilityContradiction,
        accessibility_contradiction,
    ),
    (Code::BadContact, bad_contact),
    (Code::WordTwice, word_twice),
    (Code::DataTwice, data_twice),
];

/// The pages that use the data.
const STATEMENT: (&str, &str) = (
    "content/prohlaseni.md",
    "---\ntitle: Prohlášení\ntemplate: accessibility\n---\n",
);
const GLOSSARY: (&str, &str) = (
    "content/slova.md",
    "---\ntitle: Slova\ntemplate: glossary\n---\n",
);

/// A statement without findings, except that the lines of `changed` replace those with the same
/// key.
fn statement(changed: &[&str]) -> Case {
    let lines = [
        "predpis: zákon č. 99/2019 Sb.",
        "rozsah: [https://www.example.cz/]",
        "stav: castecne",
        "nepristupny_obsah: [{popis: Video nemá titulky., sc: [1.2.2], duvod: nesoulad}]",
        "vypracovano: 2026-01-10",
        "revize: 2026-11-22",
        "metoda: vlastni-posouzeni",
        "zverejneno: 2026-12-01",
        "doklad: _index.md",
        "dozor: {nazev: Agentura, url: https://www.example.cz/, email: a@b.cz, telefon: 123 456 789}",
    ];
    let key = |line: &str| {
        line.split(':')
            .next()
            .map(str::to_owned)
    };
    let line = |line: &str| {
        changed
            .iter()
            .find(|other| key(other) == key(line))
            .map_or(line, |other| other)
            .to_owned()
            + "\n"
    };
    let text: String = lines.into_iter().map(line).collect();
    let settings = format!("{SETTINGS}base_url: https://www.example.cz/\n");
    Case::of(&[
        ("site.yaml", &settings),
        ("data/accessibility.yaml", &text),
        STATEMENT,
    ])
}

fn accessibility_overdue() -> Case {
    statement(&["vypracovano: 2025-11-21", "revize: 2025-11-21"])
}

fn accessibility_contradiction() -> Case {
    statement(&["stav: plne"])
}

fn bad_contact() -> Case {
    Case::of(&[(
        "site.yaml",
        "title: Web\norganisation:\n  operator: O\n  email: Podatelna (a@b.cz)\n  accessibility_contact: Podatelna, a@b.cz\n  phone: 123 456 789, linka 5\n",
    )])
}

#[test]
fn a_contact_is_one_address() {
    insta::assert_snapshot!(bad_contact().czech(), @r#"
    chyba[P0609]: U klíče „email“ má být e-mailová adresa, a „Podatelna (a@b.cz)“ jí není.
     --> site.yaml:4:10
      |
    4 |   email: Podatelna (a@b.cz)
      |          ^^^^^^^^^^^^^^^^^^ není e-mail
      |
    rada: Napište jedinou adresu a nic dalšího, třeba email: posta@example.cz

    chyba[P0609]: U klíče „phone“ má být telefonní číslo, a „123 456 789, linka 5“ jím není.
     --> site.yaml:6:10
      |
    6 |   phone: 123 456 789, linka 5
      |          ^^^^^^^^^^^^^^^^^^^^ není telefonní číslo
      |
    rada: Napište jediné číslo jen z číslic a mezer. Na začátku může být +420.
    "#);
    insta::assert_snapshot!(statement(&["dozor:\n  nazev: Agentura\n  url: www.example.cz"]).english(), @r"
    error[P0609]: “url” must be a full web address, which “www.example.cz” is not.
      --> data/accessibility.yaml:12:8
       |
    12 |   url: www.example.cz
       |        ^^^^^^^^^^^^^^ not a web address
       |
    hint: Write the full address with https://, such as url: https://www.example.cz/
    ");
}

#[test]
fn a_statement_is_reviewed_every_year() {
    assert_eq!(statement(&[]).found, []);
    // The tests take place on 22 November 2026.
    assert_eq!(
        statement(&["vypracovano: 2025-11-22", "revize: 2025-11-22"]).found,
        []
    );
    insta::assert_snapshot!(accessibility_overdue().czech(), @r#"
    chyba[P0607]: Prohlášení o přístupnosti je starší než rok: naposledy ho někdo prošel 2025-11-21.
     --> data/accessibility.yaml:6:9
      |
    6 | revize: 2025-11-21
      |         ^^^^^^^^^^ poslední revize
      |
    rada: Projděte celé prohlášení, opravte, co už neplatí, a do klíče „revize“ napište dnešní datum.
    "#);
}

#[test]
fn a_statement_agrees_with_itself() {
    insta::assert_snapshot!(accessibility_contradiction().english(), @r"
    error[P0608]: The accessibility statement says that the site is fully compliant, but lists content that is not accessible.
     --> data/accessibility.yaml:3:7
      |
    3 | stav: plne
      |       ^^^^ contradiction
      |
    hint: Set the status to “castecne”, or empty the list “nepristupny_obsah” if everything in it has been fixed and tested.
    ");
    for (changed, cause) in [
        ("nepristupny_obsah: []", "empty"),
        (
            "nepristupny_obsah: [{popis: Mapa., sc: [1.1.1], duvod: neprimerena-zatez}]",
            "burden",
        ),
        ("rozsah: [https://jinde.example/]", "scope"),
        ("vypracovano: 2026-11-23", "future"),
        ("revize: 2026-01-09", "order"),
    ] {
        let causes: Vec<String> = statement(&[changed])
            .found
            .iter()
            .flat_map(|finding| {
                finding
                    .args
                    .iter()
                    .map(|(_, value)| value.to_string())
            })
            .collect();
        assert!(
            causes
                .iter()
                .any(|found| found == cause),
            "{changed}: {causes:?}"
        );
    }
    for (changed, code) in [
        ("stav: napul", Code::UnknownValue),
        ("metoda: odhad", Code::UnknownValue),
        ("revize: loni", Code::NoSuchDay),
        ("predpis: \"\"", Code::MissingKey),
        ("dozor: {}", Code::MissingKey),
        (
            "nepristupny_obsah: [{popis: Mapa., duvod: nesoulad}]",
            Code::MissingKey,
        ),
        (
            "nepristupny_obsah: [{popis: Mapa., sc: 1.1.1, duvod: nesoulad}]",
            Code::WrongType,
        ),
        ("nepristupny_obsah: [Mapa.]", Code::WrongType),
        ("nepristupny_obsah: Mapa.", Code::WrongType),
        ("rozsah: https://www.example.cz/", Code::WrongType),
        ("revize: 22. 11. 2026", Code::CzechDate),
        ("zverejneno: brzy", Code::NoSuchDay),
        ("zverejneno: 1. 12. 2026", Code::CzechDate),
        (
            "dozor: {nazev: Agentura, url: www.example.cz}",
            Code::BadContact,
        ),
        ("dozor: {nazev: Agentura, email: posta}", Code::BadContact),
        (
            "dozor: {nazev: Agentura, telefon: ústředna}",
            Code::BadContact,
        ),
        ("doklad: javascript:alert(1)", Code::UnsafeLink),
        ("doklad: ../zprava.pdf", Code::LinkLeavesContent),
        ("doklad: zprava.md", Code::DeadLink),
        ("doklad: mailto:a@b.cz", Code::BadContact),
        ("doklad: \"#zprava\"", Code::BadContact),
    ] {
        assert!(
            statement(&[changed])
                .found
                .iter()
                .any(|finding| finding.code == code),
            "{changed}"
        );
    }
}

fn bad_base_url() -> Case {
    Case::of(&[(
        "site.yaml",
        "title: Web\nbase_url: www.example.cz\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
    )])
}

#[test]
fn bad_base_url_is_explained() {
    let case = bad_base_url();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0601]: Adresa webu „www.example.cz“ v nastavení site.yaml není úplná.
     --> site.yaml:2:11
      |
    2 | base_url: www.example.cz
      |           ^^^^^^^^^^^^^^ neúplná adresa
      |
    rada: Napište celou adresu včetně https:// a s lomítkem na konci, třeba base_url: https://www.example.cz/
    "#);
}

fn unknown_timezone() -> Case {
    Case::of(&[(
        "site.yaml",
        "title: Web\ntimezone: Evropa/Praha\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
    )])
}

#[test]
fn unknown_timezone_is_explained() {
    let case = unknown_timezone();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0602]: Časové pásmo „Evropa/Praha“ pakt nezná.
     --> site.yaml:2:11
      |
    2 | timezone: Evropa/Praha
      |           ^^^^^^^^^^^^ neznámé pásmo
      |
    rada: Nemysleli jste „Europe/Astrakhan“? Pro Česko napište: timezone: Europe/Prague
    "#);
}

fn organisation_incomplete() -> Case {
    Case::of(&[("site.yaml", "title: Web\norganisation:\n  operator: Úřad\n")])
}

#[test]
fn organisation_incomplete_is_explained() {
    let case = organisation_incomplete();
    insta::assert_snapshot!(case.czech(), @r#"
    varování[P0603]: V nastavení site.yaml není vyplněné, kdo web provozuje: email, accessibility_contact.
    --> site.yaml
     |
    rada: Doplňte v site.yaml v části „organisation“ tyto klíče: email, accessibility_contact. Do té doby bude web označený jako ukázka.
    "#);
}

fn no_home() -> Case {
    Case::of_sources(vec![
        file("site.yaml", SETTINGS),
        file("content/pohovor.md", "---\ntitle: Pohovor\n---\n"),
    ])
}

#[test]
fn no_home_is_explained() {
    let case = no_home();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0604]: Web nemá úvodní stránku.
     |
    rada: Vytvořte soubor „content/_index.md“. Stačí v něm hlavička s nadpisem (title).
    "#);
}

fn taxonomy_name() -> Case {
    Case::of(&[(
        "site.yaml",
        "title: Web\ntaxonomies:\n  event: {}\n  Téma: {}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
    )])
}

#[test]
fn taxonomy_name_is_explained() {
    let case = taxonomy_name();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0605]: Třídění se nemůže jmenovat „event“: název má už jiný klíč hlavičky stránky, nebo se jako klíč nedá použít.
     --> site.yaml:3:3
      |
    3 |   event: {}
      |   ^^^^^ nevhodný název
      |
    rada: Zvolte jiný název, jen z malých písmen bez háčků a čárek, číslic a spojovníků. Změňte ho v site.yaml v části „taxonomies“ i v hlavičkách stránek.

    chyba[P0605]: Třídění se nemůže jmenovat „Téma“: název má už jiný klíč hlavičky stránky, nebo se jako klíč nedá použít.
     --> site.yaml:4:3
      |
    4 |   Téma: {}
      |   ^^^^ nevhodný název
      |
    rada: Zvolte jiný název, jen z malých písmen bez háčků a čárek, číslic a spojovníků. Změňte ho v site.yaml v části „taxonomies“ i v hlavičkách stránek.
    "#);
}

fn bad_synonyms() -> Case {
    Case::of(&[
        ("site.yaml", SETTINGS),
        (
            "data/synonyms.yaml",
            "cs:\n  - [životopis, CV]\n  - životopis = CV\n  - [\"?\", CV]\n  - [CV]\nsk: []\n",
        ),
    ])
}

#[test]
fn a_synonym_without_words_to_find_is_an_error() {
    for entry in ["[CV]", "[]", "[CV, CV]", "{}", "{CV: []}"] {
        let case = Case::of(&[
            ("site.yaml", SETTINGS),
            ("data/synonyms.yaml", &format!("cs: [{entry}]\n")),
        ]);
        let causes = case.arguments();
        assert_eq!(causes, ["lone"], "{entry}");
    }
}

#[test]
fn bad_synonyms_are_explained() {
    let case = bad_synonyms();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0606]: Položka synonym v souboru data/synonyms.yaml není v pořádku: má to být seznam slov, nebo slovo a za dvojtečkou další slova.
     --> data/synonyms.yaml:3:5
      |
    3 |   - životopis = CV
      |     ^^^^^^^^^^^^^^ nesprávný zápis
      |
    rada: Slova se stejným významem napište do hranatých závorek: - [životopis, CV]. Když má slovo najít i jiné, napište: - papíry: [doklady, potvrzení]

    chyba[P0606]: Položka synonym v souboru data/synonyms.yaml není v pořádku: některé slovo neobsahuje žádné písmeno ani číslici.
     --> data/synonyms.yaml:4:5
      |
    4 |   - ["?", CV]
      |     ^^^^^^^^^ nesprávný zápis
      |
    rada: Slova se stejným významem napište do hranatých závorek: - [životopis, CV]. Když má slovo najít i jiné, napište: - papíry: [doklady, potvrzení]

    chyba[P0606]: Položka synonym v souboru data/synonyms.yaml není v pořádku: je v ní jediné slovo a chybí k němu aspoň jedno další.
     --> data/synonyms.yaml:5:5
      |
    5 |   - [CV]
      |     ^^^^ jediné slovo
      |
    rada: Slova se stejným významem napište do hranatých závorek: - [životopis, CV]. Když má slovo najít i jiné, napište: - papíry: [doklady, potvrzení]

    chyba[P0606]: Položka synonym v souboru data/synonyms.yaml není v pořádku: má být pod zkratkou některého jazyka webu, třeba cs.
     --> data/synonyms.yaml:6:1
      |
    6 | sk: []
      | ^^ neznámý jazyk
      |
    rada: Slova se stejným významem napište do hranatých závorek: - [životopis, CV]. Když má slovo najít i jiné, napište: - papíry: [doklady, potvrzení]
    "#);
}

fn glossary(text: &str) -> Case {
    Case::of(&[
        ("site.yaml", SETTINGS),
        ("data/glossary.yaml", text),
        GLOSSARY,
    ])
}

fn word_twice() -> Case {
    glossary(
        "cs:\n  - term: dávky\n    meaning: Peníze od státu.\n  - term: Dávky\n    meaning: Pomoc.\n",
    )
}

#[test]
fn a_glossary_explains_a_word_once() {
    insta::assert_snapshot!(word_twice().czech(), @r#"
    chyba[P0610]: Slovo „Dávky“ je ve slovníčku podruhé. Velikost písmen, háčky a čárky ho neodliší.
     --> data/glossary.yaml:4:11
      |
    4 |   - term: Dávky
      |           ^^^^^ podruhé
      |
     ::: data/glossary.yaml:2:11
      |
    2 |   - term: dávky
      |           ----- týká se i tohoto místa
      |
    rada: Nechte jen jednu položku. Další tvary a zkratky téhož slova napište do klíče „also“.
    "#);
    insta::assert_snapshot!(glossary("cs:\n  - term: dávky\n    also: [dávka]\n  - meaning: Pomoc.\n").czech(), @r#"
    chyba[P0208]: Chybí klíč „meaning“, který tu musí být.
     --> data/glossary.yaml:2:5
      |
    2 |   - term: dávky
      |     ^^^^^^^^^^^ tady chybí
      |
    rada: Přidejte řádek, který začíná „meaning:“, a za dvojtečku a mezeru napište hodnotu.

    chyba[P0208]: Chybí klíč „term“, který tu musí být.
     --> data/glossary.yaml:4:5
      |
    4 |   - meaning: Pomoc.
      |     ^^^^^^^^^^^^^^^ tady chybí
      |
    rada: Přidejte řádek, který začíná „term:“, a za dvojtečku a mezeru napište hodnotu.
    "#);
}

#[test]
fn invalid_glossary_entries_are_reported() {
    for (text, code) in [
        ("cs: [{term: \"\", meaning: Pomoc.}]", Code::MissingKey),
        ("cs: [{term: dávky, meaning: }]", Code::MissingKey),
        ("cs: [{term: [a, b], meaning: Pomoc.}]", Code::WrongType),
        (
            "cs: [{term: dávky, also: {x: y}, meaning: Pomoc.}]",
            Code::WrongType,
        ),
        ("cs: [dávky]", Code::WrongType),
        ("cs: {dávky: Pomoc.}", Code::WrongType),
        ("- term: dávky", Code::WrongType),
        ("cs: [{term: \"?\", meaning: Otazník.}]", Code::EmptySlug),
        ("sk: []", Code::UnknownLanguage),
    ] {
        let codes: Vec<Code> = glossary(text)
            .found
            .iter()
            .map(|finding| finding.code)
            .collect();
        assert_eq!(codes, [code], "{text}");
    }
    for text in [
        "",
        "cs:",
        "cs: []",
        "cs: [{term: 50+, also: 55, meaning: Lidé nad padesát.}]",
    ] {
        assert_eq!(glossary(text).found, [], "{text}");
    }
}

#[test]
fn findings_in_a_glossary_are_limited() {
    let text = format!("cs:\n{}", "  - {term: a}\n".repeat(10_000));
    assert_eq!(glossary(&text).found.len(), 100);
}

fn data_twice() -> Case {
    Case::of(&[
        ("data/links.yaml", "nsp: {name: NSP}\n"),
        ("data/links.yml", "nsp: {name: Národní soustava povolání}\n"),
    ])
}

#[test]
fn data_twice_is_explained() {
    let case = data_twice();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0611]: Data „links“ jsou ve dvou souborech: jeden má příponu .yaml, druhý .yml.
    --> data/links.yml
    ::: data/links.yaml
     |
    rada: Přepište všechno do jednoho z nich a druhý smažte.
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0611]: The data “links” is in two files: one ends in .yaml, the other in .yml.
    --> data/links.yml
    ::: data/links.yaml
     |
    hint: Put everything into one of them and delete the other.
    ");
}

#[test]
fn both_extensions_of_data_files_are_read_alike() {
    let glossary = "cs:\n  - term: dávky\n  - term: dávky\n    meaning: Peníze.\n";
    let files = |ending: &str| {
        ["accessibility", "glossary", "synonyms"].map(|name| format!("data/{name}.{ending}"))
    };
    let codes = |names: [String; 3]| {
        let data = [
            (&*names[0], "stav: plne\n"),
            (&*names[1], glossary),
            (&*names[2], "cs: [[práce]]\n"),
        ];
        Case::of(&[data[0], data[1], data[2], STATEMENT, GLOSSARY])
            .site
            .codes()
    };
    let found = codes(files("yaml"));
    assert!(
        [Code::MissingKey, Code::BadSynonyms]
            .iter()
            .all(|code| found.contains(code)),
        "{found:?}"
    );
    assert_eq!(codes(files("yml")), found);
}

#[test]
fn an_unused_data_file_is_not_checked() {
    let silent = format!("{SETTINGS}search: false\n");
    let draft =
        |(path, text): (&'static str, &str)| (path, text.replace("title", "draft: true\ntitle"));
    let unused = |data: (&str, &str), settings: &str, page: (&str, &str)| {
        Case::of(&[data, ("site.yaml", settings), page]).found
    };
    let statement = ("data/accessibility.yaml", "stav: napul");
    let glossary = ("data/glossary.yaml", "cs: [dávky]");
    let synonyms = ("data/synonyms.yaml", "cs: [[CV]]");
    assert_eq!(unused(statement, SETTINGS, GLOSSARY), []);
    assert_eq!(unused(glossary, SETTINGS, STATEMENT), []);
    assert_eq!(unused(synonyms, &silent, STATEMENT), []);
    for (data, (path, text)) in [(statement, draft(STATEMENT)), (glossary, draft(GLOSSARY))] {
        assert_eq!(
            unused(data, SETTINGS, (path, &text)),
            [],
            "{path} is not published"
        );
    }
    assert!(!unused(statement, SETTINGS, STATEMENT).is_empty());
    assert!(!unused(glossary, SETTINGS, GLOSSARY).is_empty());
    assert!(!unused(synonyms, SETTINGS, STATEMENT).is_empty());
    // Templates may show any data file, so broken YAML is always an error.
    assert_eq!(
        unused(("data/glossary.yaml", "cs: ["), SETTINGS, STATEMENT).len(),
        1
    );
}

#[test]
fn a_data_file_is_checked_once_something_uses_it() {
    let mut site = TestSite::new(&[
        ("data/glossary.yaml", "cs: [dávky]"),
        ("data/accessibility.yaml", "stav: napul"),
    ]);
    assert_eq!(site.codes(), []);
    let page = |(path, text): (&str, &str)| Change::Present(file(path, text));
    site.apply(vec![page(GLOSSARY)]);
    assert_eq!(site.codes(), [Code::WrongType]);
    site.apply(vec![
        page(STATEMENT),
        Change::Absent(SourceId::new(GLOSSARY.0)),
    ]);
    assert!(
        site.codes()
            .contains(&Code::UnknownValue)
            && !site
                .codes()
                .contains(&Code::WrongType)
    );
}
