//! Builds after a crash or a failure, and after the manifest was lost.

use super::*;

#[test]
fn a_build_after_a_crash_before_the_renames_finishes_the_work() {
    let site = Site::new();
    site.build(&[HOME, PAGE, (A, Wave::Immutable, "a")])
        .unwrap();
    let wanted = [
        ("index.html", Wave::Page, "home 2"),
        FEED,
        (B, Wave::Immutable, "b"),
    ];
    let writer = site.open();
    let staged = stage(&writer, &wanted).unwrap();
    let plan = commit::Plan::make(&writer.output, &writer.manifest, staged).unwrap();
    plan.remember(&writer.output);
    // The temporary files stay, as after a kill.
    fs::create_dir(site.out(".pakt-tmp-1")).unwrap();
    fs::write(site.out(".pakt-tmp-1/0"), "half").unwrap();
    drop(writer);

    let third = [
        ("index.html", Wave::Page, "home 3"),
        FEED,
        (B, Wave::Immutable, "b"),
    ];
    assert_eq!(site.build(&third), Ok(summary(3, 0, 1, 0)));
    assert_eq!(
        site.shown(),
        format!("feed.xml=feed index.html=home 3 {A}=a {B}=b")
    );
}

#[test]
fn a_build_after_a_crash_among_the_renames_finishes_the_work() {
    let site = Site::new();
    site.build(&[HOME, PAGE]).unwrap();
    let wanted = [
        ("index.html", Wave::Page, "home 2"),
        ("c/index.html", Wave::Page, "c"),
        FEED,
    ];
    let writer = site.open();
    let staged = stage(&writer, &wanted).unwrap();
    let plan = commit::Plan::make(&writer.output, &writer.manifest, staged).unwrap();
    plan.remember(&writer.output);
    drop(writer);
    site.put("public/c/index.html", "c");
    site.put("public/index.html", "home 2");

    let third = [
        ("index.html", Wave::Page, "home 3"),
        ("c/index.html", Wave::Page, "c 3"),
        FEED,
    ];
    assert_eq!(site.build(&third), Ok(summary(3, 0, 1, 0)));
    assert_eq!(
        site.shown(),
        "c/ c/index.html=c 3 feed.xml=feed index.html=home 3"
    );
    assert_eq!(site.build(&[]), Ok(summary(0, 0, 3, 0)));
    assert_eq!(site.shown(), "", "the folder of the crashed build is ours");
}

#[test]
fn a_build_after_a_failure_among_the_renames_finishes_the_work() {
    let site = Site::new();
    site.build(&[HOME, PAGE]).unwrap();
    let writer = site.open();
    let staged = stage(
        &writer,
        &[
            ("index.html", Wave::Page, "home 2"),
            ("c/index.html", Wave::Page, "c"),
            FEED,
        ],
    )
    .unwrap();
    fs::create_dir(site.out("feed.xml")).unwrap();
    assert_eq!(
        code(writer.commit(staged)),
        (
            Code::OutputNotWritable,
            site.out("feed.xml")
                .display()
                .to_string()
        )
    );
    assert_eq!(
        site.shown(),
        "a/ a/b/ a/b/index.html=page c/ c/index.html=c feed.xml/ index.html=home 2",
        "no temporary files are left"
    );
    fs::remove_dir(site.out("feed.xml")).unwrap();
    assert_eq!(
        site.build(&[("index.html", Wave::Page, "home 3"), FEED]),
        Ok(summary(2, 0, 2, 0))
    );
    assert_eq!(site.shown(), "feed.xml=feed index.html=home 3");
}

#[test]
fn a_lost_manifest_is_no_disaster() {
    let site = Site::new();
    site.build(&[HOME, PAGE]).unwrap();
    fs::remove_dir_all(site.root().join(".pakt")).unwrap();
    assert_eq!(site.build(&[HOME, PAGE]), Ok(summary(0, 2, 0, 0)));
    fs::remove_dir_all(site.root().join(".pakt")).unwrap();
    assert_eq!(
        code(site.build(&[("index.html", Wave::Page, "new")])).0,
        Code::ForeignFile
    );
    assert_eq!(
        site.build(&[HOME]),
        Ok(summary(0, 1, 0, 1)),
        "files missing from the manifest are foreign"
    );
}

#[test]
fn a_site_that_was_moved_knows_its_output() {
    let site = Site::new();
    site.build(&[HOME, PAGE]).unwrap();
    let moved = Site {
        folder: tempfile::tempdir().unwrap(),
    };
    for name in ["content", "public", ".pakt"] {
        fs::rename(site.root().join(name), moved.root().join(name)).unwrap();
    }
    assert_eq!(
        moved.build(&[("index.html", Wave::Page, "new")]),
        Ok(summary(1, 0, 1, 0))
    );
}

#[test]
fn a_broken_manifest_is_reported() {
    let site = Site::new();
    site.build(&[HOME]).unwrap();
    for garbage in [&b""[..], b"garbage\n", b"\xff\xfe"] {
        fs::write(site.manifest(), garbage).unwrap();
        assert_eq!(
            code(site.build(&[HOME])),
            (
                Code::BrokenManifest,
                fs::canonicalize(site.manifest())
                    .unwrap()
                    .display()
                    .to_string()
            )
        );
    }
}
