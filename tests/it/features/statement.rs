//! The machine-readable accessibility statement: when it is published, and what it contains.

use pakt::site::Mode;
use serde_json::{Value, json};

use super::site;
use crate::support::TestSite;

const DATA: &str = "\
predpis: zákon č. 99/2019 Sb.
rozsah: [https://pakt.example/web/]
stav: castecne
nepristupny_obsah:
  - {popis: Video nemá titulky., sc: [1.2.2, 1.1], duvod: nesoulad, en: {popis: The video has no captions.}}
vypracovano: 2026-01-10
revize: 2026-11-22
metoda: vlastni-posouzeni
doklad: soubory/Zpráva.pdf
zverejneno: \"\"
dozor: {nazev: Agentura, overeno: false, en: {nazev: Agency}}
poznamka: jen pro redakci
en: {predpis: Act No. 99/2019 Coll.}
";

const PAGE: &str = "---\ntitle: Prohlášení\ntemplate: accessibility\n---\n";

/// A site with these files and a template that prints its variables besides the data.
fn shown(files: &[(&str, &str)]) -> TestSite {
    let template = "{% if statement %}{{ root }}{{ statement.path }} {{ statement.size }} {{ statement.evidence or '–' }}{% endif %}";
    site(
        &[
            &[("themes/t/templates/accessibility.html", template)],
            files,
        ]
        .concat(),
    )
}

#[test]
fn the_copy_contains_the_data_and_the_settings() {
    let site = shown(&[
        ("data/accessibility.yaml", DATA),
        ("content/prohlaseni.md", PAGE),
        ("content/prohlaseni.easy.md", PAGE),
        ("content/_index.en.md", "---\ntitle: Home\n---\n"),
        ("content/prohlaseni.en.md", PAGE),
        ("content/soubory/Zpráva.pdf", "pdf"),
    ]);
    assert_eq!(site.findings(), []);
    let copy: Value = serde_json::from_str(&site.text("accessibility.json")).expect("JSON");
    let wanted = json!({
        "web": "Web",
        "jazyk": "cs",
        "stranky": { "cs": "https://pakt.example/web/prohlaseni/", "en": "https://pakt.example/web/en/prohlaseni/" },
        "ukazka": false,
        "provozovatel": {
            "nazev": "Úřad", "ico": null, "adresa": null, "email": "a@b.cz", "telefon": null, "datova_schranka": null,
            "kontakt_pro_pristupnost": "a@b.cz",
        },
        "predpis": "zákon č. 99/2019 Sb.",
        "rozsah": ["https://pakt.example/web/"],
        "stav": "castecne",
        "nepristupny_obsah": [{
            "popis": "Video nemá titulky.", "sc": ["1.2.2", "1.1"], "duvod": "nesoulad", "zduvodneni": null, "alternativa": null,
            "en": { "popis": "The video has no captions." },
        }],
        "vypracovano": "2026-01-10",
        "revize": "2026-11-22",
        "metoda": "vlastni-posouzeni",
        "metoda_popis": null,
        "doklad": "https://pakt.example/web/soubory/zprava.pdf",
        "zverejneno": null,
        "dozor": {
            "nazev": "Agentura", "url": null, "adresa": null, "email": null, "telefon": null, "overeno": false,
            "en": { "nazev": "Agency" },
        },
        "en": { "predpis": "Act No. 99/2019 Coll." },
    });
    assert_eq!(copy, wanted);
    let size = site.text("accessibility.json").len();
    assert!((950..1_500).contains(&size), "{size} bytes are 1 kB");
    assert_eq!(
        site.text("prohlaseni/index.html"),
        "../accessibility.json 1\u{a0}kB ../soubory/zprava.pdf"
    );
    assert_eq!(
        site.text("prohlaseni/jednoduse/index.html"),
        "../../accessibility.json 1\u{a0}kB ../../soubory/zprava.pdf"
    );
    assert_eq!(
        site.text("en/prohlaseni/index.html"),
        "../../accessibility.json 1\u{a0}kB ../../soubory/zprava.pdf"
    );
}

#[test]
fn there_is_no_copy_without_a_page_or_without_data() {
    let is_there = |files: &[(&str, &str)]| {
        shown(files)
            .paths()
            .contains(&"accessibility.json".to_owned())
    };
    assert!(is_there(&[
        ("data/accessibility.yaml", DATA),
        ("content/p.md", PAGE)
    ]));
    assert!(!is_there(&[("content/p.md", PAGE)]));
    assert!(!is_there(&[
        ("data/accessibility.yaml", DATA),
        ("content/p.md", "---\ntitle: P\n---\n")
    ]));
    assert!(!is_there(&[
        ("data/accessibility.yaml", DATA),
        (
            "content/p.md",
            "---\ntitle: P\ntemplate: accessibility\ndraft: true\n---\n"
        )
    ]));
    assert_eq!(shown(&[("content/p.md", PAGE)]).text("p/index.html"), "");
}

#[test]
fn without_an_address_links_start_at_the_root() {
    let files = [
        ("data/accessibility.yaml", DATA),
        ("content/p.md", PAGE),
        ("themes/t/templates/accessibility.html", ""),
        ("site.yaml", "title: Web\ntheme: t\n"),
    ];
    let site = super::site_in(&files, Mode::default());
    let copy: Value = serde_json::from_str(&site.text("accessibility.json")).expect("JSON");
    assert_eq!(copy["stranky"], json!({ "cs": "p/" }));
    assert_eq!(copy["ukazka"], true, "nobody operates it yet");
    assert_eq!(copy["doklad"], Value::Null, "the file does not exist");
}

#[test]
fn a_phone_number_of_the_authority_needs_no_quotes() {
    let data = DATA
        .replace("overeno: false", "telefon: 224951111, overeno: false")
        .replace("doklad: soubory/Zpráva.pdf\n", "");
    let site = TestSite::new(&[
        ("data/accessibility.yaml", &data),
        ("content/prohlaseni.md", PAGE),
    ]);
    assert!(
        site.text("prohlaseni/index.html")
            .contains("<a href=\"tel:224951111\">224951111</a>"),
        "{}",
        site.main("prohlaseni/index.html")
    );
}
