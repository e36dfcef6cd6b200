//! A failed write leaves the old site.

use super::*;

#[test]
fn an_output_that_cannot_be_written_is_reported() {
    let site = Site::new();
    site.put("file", "");
    for output in ["file", "file/public"] {
        let opened = Writer::open(Destination {
            root: site.root(),
            output: &site.root().join(output),
            adopt: false,
        });
        assert_eq!(
            code(opened),
            (
                Code::OutputNotWritable,
                site.root()
                    .join(output)
                    .display()
                    .to_string()
            )
        );
    }
    fs::remove_dir_all(site.root().join(".pakt")).unwrap();
    site.put(".pakt", "");
    assert_eq!(code(site.open_as(false)).0, Code::OutputNotWritable);
}

/// A mounted file system of 64 KB, unmounted when dropped.
#[cfg(target_os = "linux")]
struct Small(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl Small {
    fn mount(folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let mut mount = std::process::Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", "size=64k", "none"])
            .arg(folder)
            .stderr(std::process::Stdio::null());
        mount
            .status()
            .is_ok_and(|status| status.success())
            .then(|| Self(folder.to_path_buf()))
    }
}

#[cfg(target_os = "linux")]
impl Drop for Small {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount")
            .arg(&self.0)
            .status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site() {
    let site = Site::new();
    let Some(_disk) = Small::mount(&site.out("")) else {
        println!("skipped: no file system can be mounted here");
        return;
    };
    site.build(&[HOME, PAGE]).unwrap();
    let before = site.shown();
    let large = "x".repeat(200_000);
    let file = site.root().join("large");
    fs::write(&file, &large).unwrap();
    let writer = site.open();
    writer
        .stage(&route("index.html"), Wave::Page, &bytes(b"new"))
        .unwrap();
    for body in [&bytes(large.as_bytes()), &file_at(&file)] {
        let staged = writer.stage(&route("large.html"), Wave::Page, body);
        assert_eq!(
            code(staged),
            (
                Code::OutputNotWritable,
                site.out("large.html")
                    .display()
                    .to_string()
            )
        );
    }
    drop(writer);
    assert_eq!(site.shown(), before);
}

#[test]
fn a_failure_before_the_first_rename_leaves_the_old_site() {
    let site = Site::new();
    site.build(&[HOME]).unwrap();
    let before = site.shown();
    let writer = site.open();
    let staged = stage(
        &writer,
        &[
            ("index.html", Wave::Page, "new"),
            PAGE,
            ("b/index.html", Wave::Page, "b"),
        ],
    )
    .unwrap();
    site.put("public/b", "a file that somebody made meanwhile");
    assert_eq!(
        code(writer.commit(staged)),
        (Code::OutputNotWritable, site.out("b").display().to_string())
    );
    fs::remove_file(site.out("b")).unwrap();
    assert_eq!(site.shown(), before);
    assert_eq!(site.build(&[HOME, PAGE]), Ok(summary(1, 1, 0, 0)));
}
