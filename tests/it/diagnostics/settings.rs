//! The settings of the site.

use super::{Case, SETTINGS, Trigger};
use crate::support::file;
use pakt::diagnostic::Code;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::BadBaseUrl, bad_base_url),
    (Code::UnknownTimezone, unknown_timezone),
    (Code::OrganisationIncomplete, organisation_incomplete),
    (Code::NoHome, no_home),
    (Code::TaxonomyName, taxonomy_name),
    (Code::BadSynonyms, bad_synonyms),
];

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
    Case::of_sources(vec![file("site.yaml", SETTINGS), file("content/pohovor.md", "---\ntitle: Pohovor\n---\n")])
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
    Case::of(&[("site.yaml", SETTINGS), ("data/synonyms.yaml", "cs:\n  - [životopis, CV]\n  - životopis = CV\n  - [\"?\", CV]\nsk: []\n")])
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

    chyba[P0606]: Položka synonym v souboru data/synonyms.yaml není v pořádku: má být pod zkratkou některého jazyka webu, třeba cs.
     --> data/synonyms.yaml:5:1
      |
    5 | sk: []
      | ^^ neznámý jazyk
      |
    rada: Slova se stejným významem napište do hranatých závorek: - [životopis, CV]. Když má slovo najít i jiné, napište: - papíry: [doklady, potvrzení]
    "#);
}
