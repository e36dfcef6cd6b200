//! Problems with files themselves.

use super::{Case, Folder, SETTINGS, Trigger};
use crate::support::file;
use pakt::diagnostic::Code;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::NotUtf8, not_utf8),
    (Code::Unreadable, unreadable),
    (Code::LinkOutside, link_outside),
    (Code::LinkCycle, link_cycle),
    (Code::Vanished, vanished),
    (Code::TextSuffix, text_suffix),
    (Code::ActiveAttachment, active_attachment),
    (Code::BrokenSvg, broken_svg),
    (Code::TooLarge, too_large),
];

fn not_utf8() -> Case {
    Case::of_sources(vec![
        file("content/_index.md", "---\ntitle: Domů\n---\n"),
        file(
            "content/pohovor.md",
            b"---\ntitle: Pohovor\n---\nKdy p\xf8ij\xedt?\n",
        ),
    ])
}

#[test]
fn not_utf8_is_explained() {
    let case = not_utf8();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0101]: Soubor není uložený v kódování UTF-8, a tak by se v něm pokazila písmena s háčky a čárkami.
     --> content/pohovor.md:4:6
      |
    4 | Kdy p�ij�t?
      |      ^ nečitelný znak
      |
    rada: V Notepad++ zvolte menu „Formát“ (někde „Kódování“) → „Konvertovat do UTF-8“ (někde „Převést na UTF-8“) a stiskněte Ctrl+S. V Poznámkovém bloku zvolte „Soubor“ → „Uložit jako“ → „Kódování: UTF-8“.
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0101]: The file is not saved as UTF-8, so accented letters would come out wrong.
     --> content/pohovor.md:4:6
      |
    4 | Kdy p�ij�t?
      |      ^ unreadable character
      |
    hint: In Notepad++ choose “Encoding” → “Convert to UTF-8” and press Ctrl+S. In Notepad choose “File” → “Save as” → “Encoding: UTF-8”.
    ");
}

fn unreadable() -> Case {
    let folder = Folder::site();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path("content/pohovor.md"))
        .expect("a socket");
    folder.case()
}

#[test]
fn unreadable_is_explained() {
    let case = unreadable();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0102]: Soubor nejde otevřít a přečíst.
    --> content/pohovor.md
     |
    rada: Není to obyčejný soubor, ale roura, soket nebo zařízení. Přesuňte ho ze složky webu jinam.
    "#);
}

#[test]
fn a_refused_file_is_explained_in_our_words() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::site();
    let name = std::ffi::OsStr::from_bytes(b"content/caf\xe9.md");
    std::fs::write(folder.root().join(name), "").expect("a file");
    folder.write("content/\u{e9}.md", "");
    folder.write("content/e\u{301}.md", "");
    let case = folder.case();
    let causes = case.arguments();
    assert_eq!(causes, ["name", "twins"]);
    assert!(
        !case.czech().contains("Technicky")
            && !case
                .english()
                .contains("Technical detail"),
        "{}",
        case.czech()
    );
}

fn link_outside() -> Case {
    let folder = Folder::site();
    std::os::unix::fs::symlink("/etc", folder.path("content/plany")).expect("a link");
    folder.case()
}

#[test]
fn link_outside_is_explained() {
    let case = link_outside();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0103]: Zástupce (symbolický odkaz) vede ven ze složky webu.
    --> content/plany
     |
    rada: Zástupce smažte a na jeho místo zkopírujte soubory, ke kterým vedl.
    "#);
}

fn link_cycle() -> Case {
    let folder = Folder::site();
    folder.write("content/poradna/_index.md", "---\ntitle: Poradna\n---\n");
    std::os::unix::fs::symlink("..", folder.path("content/poradna/zpet")).expect("a link");
    folder.case()
}

#[test]
fn link_cycle_is_explained() {
    let case = link_cycle();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0104]: Zástupce (symbolický odkaz) vede do složky, ve které sám leží.
    --> content/poradna/zpet
     |
    rada: Zástupce smažte. Chcete-li na jinou stránku jen odkázat, napište do textu odkaz.
    "#);
}

fn vanished() -> Case {
    let folder = Folder::site();
    folder.write("content/_static/letak.pdf", "PDF");
    let mut case = folder.case();
    folder.remove("content/_static/letak.pdf");
    case.publish(&folder);
    case
}

#[test]
fn vanished_is_explained() {
    let case = vanished();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0105]: Soubor zmizel, zatímco pakt sestavoval web.
    --> content/_static/letak.pdf
     |
    rada: Pokud jste ho smazali nebo přejmenovali schválně, spusťte příkaz znovu. Jinak soubor vraťte, třeba z Koše.
    "#);
}

fn text_suffix() -> Case {
    Case::of(&[("content/pohovor.md.txt", "---\ntitle: Pohovor\n---\n")])
}

#[test]
fn text_suffix_is_explained() {
    let case = text_suffix();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0106]: Název stránky končí na „.md.txt“, a tak ji pakt nepozná jako stránku.
    --> content/pohovor.md.txt
     |
    rada: Přejmenujte soubor na „pohovor.md“. Nevidíte-li konec „.txt“, zapněte v Průzkumníku v menu „Zobrazit“ volbu „Přípony názvů souborů“.
    "#);
}

fn active_attachment() -> Case {
    Case::of(&[
        (
            "content/pohovor.md",
            "---\ntitle: Pohovor\n---\nViz [leták](letak.html).\n",
        ),
        ("content/letak.html", "<script>"),
    ])
}

#[test]
fn active_attachment_is_explained() {
    let case = active_attachment();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0107]: Příloha s příponou „html“ by se čtenáři mohla v prohlížeči spustit jako program.
     --> content/pohovor.md:4:5
      |
    4 | Viz [leták](letak.html).
      |     ^^^^^^^^^^^^^^^^^^^ nebezpečná příloha
      |
    rada: Uložte přílohu jako PDF, nebo její obsah napište jako stránku (.md). Musí-li příloha zůstat, jaká je, nastaví správce v site.yaml v části „markdown“ řádek „html: allow“.
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0107]: An attachment that ends in “html” could run as a program in the reader’s browser.
     --> content/pohovor.md:4:5
      |
    4 | Viz [leták](letak.html).
      |     ^^^^^^^^^^^^^^^^^^^ unsafe attachment
      |
    hint: Save the attachment as a PDF, or write its content as a page (.md). If it must be published as it is, ask the webmaster to set “html: allow” under “markdown” in site.yaml.
    ");
}

fn broken_svg() -> Case {
    Case::of(&[
        (
            "content/pohovor.md",
            "---\ntitle: Pohovor\n---\n![Plán](plan.svg)\n",
        ),
        ("content/plan.svg", "<svg><circle r=\"5\"></svg>"),
    ])
}

#[test]
fn broken_svg_is_explained() {
    let case = broken_svg();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0108]: Obrázek SVG je poškozený nebo neúplný.
    --> content/plan.svg
     |
    rada: Uložte obrázek znovu v programu, ve kterém vznikl (třeba v Inkscape), nebo použijte PNG. Technicky: „ill-formed document: expected `</circle>`, but `</svg>` was found“
    "#);
}

#[test]
fn a_broken_picture_is_explained_in_our_words() {
    let deep = format!("<svg>{}{}</svg>", "<g>".repeat(300), "</g>".repeat(300));
    for (svg, cause) in [
        (&b"<svg><title>Pl\xe1n</title></svg>"[..], "encoding"),
        (b"<html></html>", "none"),
        (b"", "none"),
        (b"<svg><g></g>", "end"),
        (deep.as_bytes(), "deep"),
    ] {
        let home = file(
            "content/_index.md",
            "---\ntitle: Dom\u{16f}\n---\n![Pl\u{e1}n](plan.svg)\n",
        );
        let case = Case::of_sources(vec![
            file("site.yaml", SETTINGS),
            home,
            file("content/plan.svg", svg),
        ]);
        let causes: Vec<&str> = case
            .found
            .iter()
            .map(|finding| &*finding.args[0].1)
            .collect();
        assert_eq!(causes, [cause]);
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

fn too_large() -> Case {
    let folder = Folder::site();
    folder.write_sparse("content/pohovor.md", 65 << 20);
    folder.case()
}

#[test]
fn too_large_is_explained() {
    let case = too_large();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0109]: Soubor s textem je větší než 64 MB. Tak velké texty pakt nečte.
    --> content/pohovor.md
     |
    rada: Rozdělte text do několika souborů. Je-li v něm vložený obrázek jako dlouhá řada písmen, uložte ho vedle stránky jako samostatný soubor.
    "#);
}
