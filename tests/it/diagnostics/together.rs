//! All mistakes of a site are reported at once, and a site with mistakes leaves the published one
//! as it was.

use std::process::{Command, Output};

use pakt::project::Change;
use pakt::source::SourceId;

use super::{Folder, SETTINGS};
use crate::support::{TestSite, file};

/// Runs pakt on a folder, in a hermetic environment.
fn pakt(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    command
        .env_clear()
        .current_dir(folder.root())
        .args(arguments)
        .args(["--lang", "cs", "--color", "never"]);
    command.output().expect("pakt runs")
}

/// Ten mistakes, each in a file of its own, and their codes.
const MISTAKES: [(&str, &[u8], &str); 10] = [
    (
        "content/a.md",
        b"---\ntitle: Pohovor: jak na to\n---\n",
        "P0204",
    ),
    ("content/b.md", b"---\ntitle: B\ndraft: ano\n---\n", "P0210"),
    ("content/c.md", b"bez hlavi\xc4\x8dky\n", "P0201"),
    ("content/d.md", b"---\ntitle: p\xf8ij\xedt\n---\n", "P0101"),
    (
        "content/e.md",
        b"---\ntitle: E\n---\n[x](neni.md)\n",
        "P0401",
    ),
    ("content/f.md", b"---\ntitle: F\n---\n# F\n", "P0501"),
    ("content/g.md", b"---\ntitle: G\n---\n:::note\n", "P0503"),
    ("content/h.md.txt", b"---\ntitle: H\n---\n", "P0106"),
    ("data/odkazy.yaml", b"a: [1\n", "P0203"),
    ("themes/pakt/locales/cs.ftl", b"hledat: Hledat\n", "P0709"),
];

#[test]
fn ten_mistakes_are_reported_at_once_and_leave_the_output_alone() {
    let folder = Folder::site();
    folder.write("content/e.md", "---\ntitle: E\n---\n");
    let built = pakt(&folder, &["build"]);
    assert_eq!(
        built.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    let before = folder.listing("public");
    assert!(
        before.contains_key("public/e/index.html"),
        "{:?}",
        before.keys()
    );

    for (path, content, _) in MISTAKES {
        folder.write(path, content);
    }
    for command in ["build", "check"] {
        let refused = pakt(&folder, &[command]);
        let report = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(1), "{report}");
        for (path, _, code) in MISTAKES {
            let told = report
                .split("\n\n")
                .any(|finding| finding.contains(&format!("[{code}]")) && finding.contains(path));
            assert!(
                told,
                "{command} does not report {code} for {path}:\n{report}"
            );
        }
        assert!(
            folder.listing("public") == before,
            "{command} changed the output"
        );
    }
}

#[test]
fn a_site_whose_mistakes_are_fixed_is_as_if_there_had_been_none() {
    let mut site = TestSite::new(&[
        ("content/e.md", "---\ntitle: E\n---\n[g](g.md)\n"),
        ("content/g.md", "---\ntitle: G\n---\n"),
    ]);
    let before = site.artifacts();
    site.apply(
        MISTAKES
            .iter()
            .map(|(path, content, _)| Change::Present(file(path, content)))
            .collect(),
    );
    let codes = site.codes();
    assert!(
        MISTAKES.iter().all(|(_, _, id)| codes
            .iter()
            .any(|code| code.id() == *id)),
        "{codes:?}"
    );
    site.apply(
        MISTAKES
            .iter()
            .map(|(path, _, _)| Change::Absent(SourceId::new(path)))
            .collect(),
    );
    site.apply(vec![
        Change::Present(file("content/e.md", "---\ntitle: E\n---\n[g](g.md)\n")),
        Change::Present(file("content/g.md", "---\ntitle: G\n---\n")),
    ]);
    assert_eq!(site.findings(), []);
    assert!(site.artifacts() == before);
}

#[test]
fn settings_that_cannot_be_read_are_reported_alone() {
    let folder = Folder::site();
    folder.write("site.yaml", "title: Web: paktu\n");
    folder.write("content/a.md", "---\ntitle: A\ntopic: [x]\n---\n");
    let refused = pakt(&folder, &["build"]);
    let report = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{report}");
    assert!(
        report.contains("P0204") && !report.contains("P0206"),
        "{report}"
    );
    assert!(
        !folder
            .path("public")
            .join("index.html")
            .exists()
    );
}

#[test]
fn what_is_wrong_with_the_output_is_not_the_sites_fault() {
    let folder = Folder::site();
    folder.write("site.yaml", SETTINGS);
    folder.write("public/index.html", "cizí");
    let refused = pakt(&folder, &["build"]);
    let report = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{report}");
    assert!(report.contains("P0801"), "{report}");
    assert_eq!(
        folder
            .listing("public")
            .into_keys()
            .collect::<Vec<_>>(),
        ["public/index.html"]
    );
}

#[test]
fn a_mistake_in_a_draft_does_not_hold_up_the_site() {
    let folder = Folder::site();
    folder.write(
        "content/a.md",
        "---\ntitle: A\ndraft: true\nslug: Á\n---\n# A\n\n[x](neni.md)\n",
    );
    let built = pakt(&folder, &["build"]);
    let report = String::from_utf8_lossy(&built.stderr).into_owned();
    assert_eq!(built.status.code(), Some(0), "{report}");
    assert!(report.contains("varování[P0501]"), "{report}");
    assert_eq!(
        pakt(&folder, &["build", "--strict"])
            .status
            .code(),
        Some(1)
    );
    assert_eq!(
        pakt(&folder, &["build", "--drafts"])
            .status
            .code(),
        Some(1)
    );
}

#[test]
fn an_unusable_theme_hides_nothing_of_glossary_and_statement() {
    let site = TestSite::new(&[
        ("site.yaml", "title: Web\ntheme: neni\n"),
        (
            "content/slovnik.md",
            "---\ntitle: S\ntemplate: glossary\n---\n",
        ),
        (
            "content/prohlaseni.md",
            "---\ntitle: P\ntemplate: accessibility\n---\n[CV](slovnik.md#cv)\n",
        ),
        (
            "data/glossary.yaml",
            "cs:\n  - {term: CV, meaning: Životopis.}\n",
        ),
        (
            "data/accessibility.yaml",
            "stav: plne\nrevize: 2020-01-01\n",
        ),
    ]);
    let codes: Vec<&str> = site
        .findings()
        .iter()
        .map(|finding| finding.code.id())
        .filter(|code| *code != "P0603")
        .collect();
    assert_eq!(
        codes,
        [
            "P0208", "P0208", "P0208", "P0208", "P0208", "P0607", "P0701"
        ]
    );
}

#[test]
fn a_page_that_lost_its_address_and_a_draft_hide_none_of_their_mistakes() {
    let folder = Folder::site();
    let page = |front: &str| format!("---\ntitle: T\n{front}\n---\n## Část\n\n[x](neni.md)\n");
    folder.write("content/prvni.md", page("slug: stejna"));
    folder.write("content/druha.md", page("slug: stejna"));
    folder.write("content/temata/prace.md", page("draft: true"));
    for command in ["check", "build"] {
        let run = pakt(&folder, &[command]);
        assert_eq!(run.status.code(), Some(1), "{command}");
        let told = String::from_utf8_lossy(&run.stderr);
        let has = |severity: &str, file: &str| {
            told.split("\n\n").any(|finding| {
                let first = finding.trim_start();
                first.starts_with(&format!("{severity}[P0401]"))
                    && first.contains(&format!("{file}:7:1"))
            })
        };
        assert!(told.contains("P0301"), "{told}");
        for (severity, file) in [
            ("chyba", "content/prvni.md"),
            ("chyba", "content/druha.md"),
            ("varování", "content/temata/prace.md"),
        ] {
            assert!(has(severity, file), "{file}:\n{told}");
        }
    }
}
