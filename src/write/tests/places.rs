//! Where an output may be, and that links never lead out of it.

use super::*;

#[test]
fn an_output_around_or_inside_the_sources_is_refused() {
    let site = Site::new();
    site.put("site.yaml", "");
    let outputs = [
        "",
        "..",
        "content",
        "content/x/y",
        "data",
        "themes/x",
        ".pakt",
        ".pakt/x",
        "site.yaml",
        "new/../content",
        "public/..",
    ];
    for output in outputs {
        let opened = Writer::open(Destination {
            root: site.root(),
            output: &site.root().join(output),
            adopt: true,
        });
        assert_eq!(code(opened).0, Code::OutputInSources, "{output:?}");
    }
    assert!(!site.root().join(".pakt").exists());
    for output in ["public", "content-2", "build/deep/er"] {
        let output = site.root().join(output);
        Writer::open(Destination {
            root: site.root(),
            output: &output,
            adopt: false,
        })
        .unwrap()
        .abandon();
        assert!(!output.exists(), "{}", output.display());
    }
    assert!(!site.root().join("build").exists());
}

#[cfg(unix)]
#[test]
fn an_output_linked_to_the_sources_is_refused() {
    let site = Site::new();
    symlink("content", site.root().join("public")).unwrap();
    assert_eq!(code(site.open_as(true)).0, Code::OutputInSources);
    symlink("texts", site.root().join("data")).unwrap();
    fs::create_dir(site.root().join("texts")).unwrap();
    let opened = Writer::open(Destination {
        root: site.root(),
        output: &site.root().join("texts/x"),
        adopt: false,
    });
    assert_eq!(code(opened).0, Code::OutputInSources);
}

#[cfg(unix)]
#[test]
fn an_output_may_be_a_link_to_a_folder() {
    let (site, elsewhere) = (Site::new(), tempfile::tempdir().unwrap());
    symlink(elsewhere.path(), site.root().join("public")).unwrap();
    assert_eq!(site.build(&[HOME, PAGE]), Ok(summary(2, 0, 0, 0)));
    assert_eq!(
        fs::read(
            elsewhere
                .path()
                .join("a/b/index.html")
        )
        .unwrap(),
        b"page"
    );
    assert_eq!(site.build(&[HOME]), Ok(summary(0, 1, 1, 0)));
    assert!(
        site.root()
            .join("public")
            .is_symlink()
    );
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_output_is_never_followed() {
    let (site, elsewhere) = (Site::new(), tempfile::tempdir().unwrap());
    fs::write(elsewhere.path().join("index.html"), "theirs").unwrap();
    fs::create_dir_all(site.out("a")).unwrap();
    symlink(elsewhere.path(), site.out("a/b")).unwrap();
    symlink(elsewhere.path().join("index.html"), site.out("index.html")).unwrap();
    let before = site.shown();
    for adopt in [false, true] {
        assert_eq!(
            code(site.build_as(&[PAGE], adopt)),
            (Code::ForeignFile, site.out("a/b").display().to_string())
        );
    }
    assert_eq!(code(site.build(&[HOME])).0, Code::ForeignFile);
    assert_eq!(
        code(site.build(&[("index.html", Wave::Page, "theirs")])).0,
        Code::ForeignFile,
        "not even if equal"
    );
    assert_eq!(site.shown(), before);
    assert_eq!(
        site.build_as(&[HOME], true),
        Ok(summary(1, 0, 0, 1)),
        "the link is replaced, not what it leads to"
    );
    assert_eq!(
        fs::read(elsewhere.path().join("index.html")).unwrap(),
        b"theirs"
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_removed_behind_a_link() {
    let (site, elsewhere) = (Site::new(), tempfile::tempdir().unwrap());
    site.build(&[HOME, PAGE]).unwrap();
    fs::rename(site.out("a"), elsewhere.path().join("a")).unwrap();
    symlink(elsewhere.path().join("a"), site.out("a")).unwrap();
    assert_eq!(site.build(&[HOME]), Ok(summary(0, 1, 0, 1)));
    assert_eq!(
        fs::read(
            elsewhere
                .path()
                .join("a/b/index.html")
        )
        .unwrap(),
        b"page"
    );
}
