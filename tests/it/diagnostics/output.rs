//! The output folder.

use pakt::diagnostic::{Code, Diagnostic};
use pakt::write;

use super::{Case, Folder, Trigger};

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::ForeignFile, foreign_file),
    (Code::OutputInSources, output_in_sources),
    (Code::OutputNotWritable, output_not_writable),
    (Code::BuildRunning, build_running),
    (Code::BrokenManifest, broken_manifest),
];

fn foreign_file() -> Case {
    let folder = Folder::site();
    folder.write("public/index.html", "cizí");
    let mut case = folder.case();
    case.publish(&folder);
    case
}

#[test]
fn foreign_file_is_explained() {
    let case = foreign_file();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0801]: Na místě „[SLOŽKA]/public/index.html“, kam má pakt zapsat svůj soubor, už leží cizí soubor.
     |
    rada: Přesuňte ho jinam. Smí-li ho pakt přepsat, spusťte: pakt build --adopt
    "#);
}

fn output_in_sources() -> Case {
    let folder = Folder::site();
    let mut case = folder.case();
    case.publish_to(&folder, "content/public");
    case
}

#[test]
fn output_in_sources_is_explained() {
    let case = output_in_sources();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0802]: Výstup „[SLOŽKA]/content/public“ a složka se zdroji webu leží jeden v druhém.
     |
    rada: Zvolte pro výstup jinou složku, třeba: pakt build --output public
    "#);
}

fn output_not_writable() -> Case {
    let folder = Folder::site();
    folder.write("web", "soubor, ne složka");
    let mut case = folder.case();
    case.publish_to(&folder, "web/public");
    case
}

#[test]
fn output_not_writable_is_explained() {
    let case = output_not_writable();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0803]: Výstup „[SLOŽKA]/web/public“ nejde zapsat.
     |
    rada: Zkontrolujte, že na disku je místo, že do složky smíte zapisovat, že její soubory nemá otevřené jiný program a že na jejím místě neleží soubor. Technicky: „Not a directory (os error 20)“
    "#);
}

fn build_running() -> Case {
    let folder = Folder::site();
    let (other, mut case) = (folder.case(), folder.case());
    let output = folder.path("public");
    let renderer = &other.site.snapshot.renderer;
    let meanwhile = |_: &[Diagnostic]| {
        case.publish(&folder);
        false
    };
    write::build(renderer, folder.destination(&output), meanwhile, || {});
    case
}

#[test]
fn build_running_is_explained() {
    let case = build_running();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0804]: Do výstupu „[SLOŽKA]/public“ právě zapisuje jiné spuštění programu pakt.
     |
    rada: Počkejte, až skončí, a zkuste to znovu.
    "#);
}

fn broken_manifest() -> Case {
    let folder = Folder::site();
    let mut case = folder.case();
    case.publish(&folder);
    folder.corrupt_manifest();
    case.publish(&folder);
    case
}

#[test]
fn broken_manifest_is_explained() {
    let case = broken_manifest();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0805]: Seznam souborů, které pakt do výstupu zapsal („[SLOŽKA]/.pakt/b8be71968078978e.manifest“), nejde přečíst.
     |
    rada: Vraťte seznam ze zálohy. Nemáte-li ji, smažte ho a spusťte: pakt build --adopt
    "#);
}

/// The codes of what `check` finds in the output folder, without writing there.
fn inspected(case: &Case, folder: &Folder, output: &str) -> Vec<Code> {
    let output = folder.path(output);
    let renderer = &case.site.snapshot.renderer;
    let found = write::inspect(renderer, folder.destination(&output));
    found
        .iter()
        .map(|finding| finding.code)
        .collect()
}

#[test]
fn a_check_finds_what_would_stop_a_build() {
    let folder = Folder::site();
    let mut case = folder.case();
    assert_eq!(inspected(&case, &folder, "public"), []);
    assert!(!folder.path("public").exists() && !folder.path(".pakt").exists());
    case.publish(&folder);
    assert_eq!(inspected(&case, &folder, "public"), []);
    // What pakt did not write, unless it is the same.
    folder.write("public/index.html", "cizí");
    assert_eq!(inspected(&case, &folder, "public"), [Code::ForeignFile]);
    assert_eq!(
        inspected(&case, &folder, "content/public"),
        [Code::OutputInSources]
    );
    folder.write("web", "soubor, ne složka");
    assert_eq!(
        inspected(&case, &folder, "web/public"),
        [Code::OutputNotWritable]
    );
    folder.corrupt_manifest();
    assert_eq!(inspected(&case, &folder, "public"), [Code::BrokenManifest]);
}

#[test]
fn a_check_finds_attachments_that_vanished_or_cannot_be_read() {
    let folder = Folder::site();
    folder.write("content/a.md", "---\ntitle: A\n---\n[a](a.pdf)\n");
    folder.write("content/a.pdf", "pdf");
    let case = folder.case();
    assert_eq!(inspected(&case, &folder, "public"), []);
    folder.remove("content/a.pdf");
    assert_eq!(inspected(&case, &folder, "public"), [Code::Vanished]);
}
