//! Addresses that are not allowed, or that clash.

use super::{Case, SETTINGS, Trigger};
use pakt::diagnostic::Code;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::DuplicateAddress, duplicate_address),
    (Code::LookalikeAddress, lookalike_address),
    (Code::FileIsFolder, file_is_folder),
    (Code::BadSlug, bad_slug),
    (Code::BadAlias, bad_alias),
    (Code::ReservedName, reserved_name),
    (Code::IndexBesidePages, index_beside_pages),
    (Code::LanguageFolder, language_folder),
    (Code::TermsAlike, terms_alike),
    (Code::EmptySlug, empty_slug),
    (Code::UnknownSuffix, unknown_suffix),
    (Code::NoIndex, no_index),
];

fn duplicate_address() -> Case {
    Case::of(&[
        ("content/pohovor.md", "---\ntitle: Pohovor\n---\n"),
        ("content/Pohovor!.md", "---\ntitle: Pohovor\n---\n"),
    ])
}

#[test]
fn duplicate_address_is_explained() {
    let case = duplicate_address();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0301]: Adresu „/pohovor/“ mají dva soubory zároveň.
    --> content/pohovor.md
    ::: content/Pohovor!.md
     |
    rada: Jeden ze souborů přejmenujte, nebo mu dejte v hlavičce jinou adresu klíčem slug.
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0301]: Two files have the same address “/pohovor/”.
    --> content/pohovor.md
    ::: content/Pohovor!.md
     |
    hint: Rename one of the files, or set a different slug in its front matter.
    ");
}

fn lookalike_address() -> Case {
    Case::of(&[
        ("content/_static/mapa.pdf", "a"),
        ("content/_static/Mapa.pdf", "b"),
    ])
}

#[test]
fn lookalike_address_is_explained() {
    let case = lookalike_address();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0302]: Adresy „/Mapa.pdf“ a „/mapa.pdf“ se liší jen velikostí písmen nebo tím, jak jsou uložené háčky a čárky.
    --> content/_static/Mapa.pdf
    ::: content/_static/mapa.pdf
     |
    rada: Jeden ze souborů přejmenujte tak, aby se názvy lišily aspoň jedním písmenem.
    "#);
}

fn file_is_folder() -> Case {
    Case::of(&[
        ("content/pohovor.md", "---\ntitle: Pohovor\n---\n"),
        ("content/_static/pohovor", "x"),
    ])
}

#[test]
fn file_is_folder_is_explained() {
    let case = file_is_folder();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0303]: Na adrese „/pohovor“ by měl být soubor a zároveň složka.
    --> content/_static/pohovor
    ::: content/pohovor.md
     |
    rada: Jedno z nich přejmenujte: přílohu, složku, nebo klíč slug v hlavičce stránky.
    "#);
}

fn bad_slug() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\nslug: ../../Časté otázky\n---\n",
    )])
}

#[test]
fn bad_slug_is_explained() {
    let case = bad_slug();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0304]: Slovo „../../Časté otázky“ u klíče slug nemůže být částí adresy.
     --> content/pohovor.md:3:7
      |
    3 | slug: ../../Časté otázky
      |       ^^^^^^^^^^^^^^^^^^ nevhodné do adresy
      |
    rada: Napište třeba: slug: caste-otazky
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0304]: The slug “../../Časté otázky” cannot be part of an address.
     --> content/pohovor.md:3:7
      |
    3 | slug: ../../Časté otázky
      |       ^^^^^^^^^^^^^^^^^^ not allowed in an address
      |
    hint: Write, for example: slug: caste-otazky
    ");
}

fn bad_alias() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\naliases: [/stary/, \"https://www.example.cz/stary/\", \"/a/../../b/\"]\n---\n",
    )])
}

#[test]
fn bad_alias_is_explained() {
    let case = bad_alias();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0305]: Dřívější adresa „https://www.example.cz/stary/“ u klíče aliases není adresa na tomto webu.
     --> content/pohovor.md:3:20
      |
    3 | aliases: [/stary/, "https://www.example.cz/stary/", "/a/../../b/"]
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ není adresa
      |
    rada: Napište jen cestu od začátku webu, bez https:// a bez jména webu, třeba /poradna/zivotopis/

    chyba[P0305]: Dřívější adresa „/a/../../b/“ u klíče aliases není adresa na tomto webu.
     --> content/pohovor.md:3:53
      |
    3 | aliases: [/stary/, "https://www.example.cz/stary/", "/a/../../b/"]
      |                                                     ^^^^^^^^^^^^^ není adresa
      |
    rada: Napište jen cestu od začátku webu, bez https:// a bez jména webu, třeba /poradna/zivotopis/
    "#);
}

fn reserved_name() -> Case {
    Case::of(&[("content/aux.md", "---\ntitle: Pomůcky\n---\n")])
}

#[test]
fn reserved_name_is_explained() {
    let case = reserved_name();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0306]: Název „aux“ nejde uložit na každém počítači.
    --> content/aux.md
     |
    rada: Zvolte jiný, jednoduchý název. Nesmí to být con, prn, aux, nul, com1 ani lpt1, nesmí končit tečkou nebo mezerou a nesmí v něm být žádný ze znaků \ : * ? " < > |
    "#);
}

fn index_beside_pages() -> Case {
    Case::of(&[
        ("content/poradna/index.md", "---\ntitle: Poradna\n---\n"),
        ("content/poradna/pohovor.md", "---\ntitle: Pohovor\n---\n"),
    ])
}

#[test]
fn index_beside_pages_is_explained() {
    let case = index_beside_pages();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0307]: Soubor index.md leží ve složce s dalšími stránkami.
    --> content/poradna/index.md
    ::: content/poradna/pohovor.md
     |
    rada: Je-li to úvod celé složky, přejmenujte ho na _index.md. Je-li to samostatná stránka s přílohami, přesuňte ji i s nimi do vlastní složky.
    "#);
}

fn language_folder() -> Case {
    Case::of(&[
        (
            "site.yaml",
            "title: Web\nlanguages: {en: {}}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
        ),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/en/_index.md", "---\ntitle: English\n---\n"),
        ("content/en/pohovor.md", "---\ntitle: Pohovor\n---\n"),
    ])
}

#[test]
fn language_folder_is_explained() {
    let case = language_folder();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0301]: Adresu „/en/“ mají dva soubory zároveň.
    --> content/en/_index.md
    ::: content/_index.en.md
     |
    rada: Jeden ze souborů přejmenujte, nebo mu dejte v hlavičce jinou adresu klíčem slug.

    chyba[P0308]: Složka „en“ se jmenuje stejně jako jeden z jazyků webu.
    --> content/en/_index.md
     |
    rada: Přejmenujte složku. Jsou-li v ní překlady, přesuňte je k původním stránkám a jazyk napište před konec názvu: zivotopis.en.md
    "#);
}

fn terms_alike() -> Case {
    Case::of(&[
        (
            "site.yaml",
            "title: Web\ntaxonomies: {topic: {}}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
        ),
        (
            "content/pohovor.md",
            "---\ntitle: Pohovor\ntopic: [Hledání práce]\n---\n",
        ),
        (
            "content/zivotopis.md",
            "---\ntitle: Životopis\ntopic: [Hledani prace]\n---\n",
        ),
    ])
}

#[test]
fn terms_alike_is_explained() {
    let case = terms_alike();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0309]: Pojmy „Hledani prace“ a „Hledání práce“ by měly stejnou adresu „hledani-prace“.
     --> content/zivotopis.md:3:9
      |
    3 | topic: [Hledani prace]
      |         ^^^^^^^^^^^^^ stejná adresa pojmu
      |
     ::: content/pohovor.md:3:9
      |
    3 | topic: [Hledání práce]
      |         ------------- týká se i tohoto místa
      |
    rada: Je-li to jeden a týž pojem, pište ho na všech stránkách stejně. Jinak jeden z nich přejmenujte.
    "#);
}

fn empty_slug() -> Case {
    Case::of(&[("content/….md", "---\ntitle: Další rady\n---\n")])
}

#[test]
fn empty_slug_is_explained() {
    let case = empty_slug();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0310]: V názvu „…“ není žádné písmeno ani číslice, a tak z něj nejde udělat adresa.
    --> content/….md
     |
    rada: Dejte do názvu aspoň jedno písmeno nebo číslici.
    "#);
}

fn unknown_suffix() -> Case {
    Case::of(&[
        (
            "site.yaml",
            "title: Web\nlanguages: {uk: {}}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
        ),
        ("content/_index.uk.md", "---\ntitle: Дім\n---\n"),
        ("content/pohovor.ua.md", "---\ntitle: Pohovor\n---\n"),
        ("content/pohovor.fr.md", "---\ntitle: Pohovor\n---\n"),
    ])
}

#[test]
fn unknown_suffix_is_explained() {
    let case = unknown_suffix();
    insta::assert_snapshot!(case.czech(), @r#"
    varování[P0311]: Přípona „fr“ vypadá jako jazyk, ale takový jazyk web nemá.
    --> content/pohovor.fr.md
     |
    rada: Jazyky webu jsou v site.yaml v části „languages“. Není-li to jazyk, nahraďte tečku v názvu spojovníkem.

    varování[P0311]: Přípona „ua“ vypadá jako jazyk, ale takový jazyk web nemá.
    --> content/pohovor.ua.md
     |
    rada: Nemysleli jste jazyk „uk“? Pak ho napište do názvu souboru místo „ua“.
    "#);
}

fn no_index() -> Case {
    Case::of(&[("content/poradna/pohovor.md", "---\ntitle: Pohovor\n---\n")])
}

#[test]
fn no_index_is_explained() {
    let case = no_index();
    insta::assert_snapshot!(case.czech(), @r#"
    varování[P0312]: Složka nemá úvodní stránku: chybí soubor „content/poradna/_index.md“.
    --> content/poradna/pohovor.md
     |
    rada: Vytvořte ho. Stačí v něm hlavička s nadpisem (title).
    "#);
}

#[test]
fn a_term_that_no_file_system_takes_is_reported_and_has_no_page() {
    for name in ["con", "lpt1", &"slovo ".repeat(50)] {
        let page = format!("---\ntitle: A\ntopic: [\"{name}\"]\n---\n");
        let case = Case::of(&[
            (
                "site.yaml",
                &format!("{SETTINGS}taxonomies: {{topic: {{}}}}\n"),
            ),
            ("content/a.md", &page),
        ]);
        assert_eq!(case.site.codes(), [Code::ReservedName], "{name}");
    }
}
