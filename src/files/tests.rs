//! Sites on a real disk, with everything that people and systems leave there.

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::symlink;
use std::path::Path;

use super::*;
use crate::source::{Content, Source, Unusable};

/// Makes a site of files, each containing its own path.
fn site(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    files
        .iter()
        .for_each(|file| put(folder.path(), file));
    folder
}

fn put(root: &Path, file: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, file).unwrap();
}

/// Shows what a scan finds: `text`, `opaque`, or why it cannot be used.
fn shown(sources: &[Source]) -> Vec<String> {
    let content = |source: &Source| match &source.content {
        Content::Text(text) => format!("text {}", text.len()),
        Content::Bytes(bytes) => format!("bytes {}", bytes.len()),
        Content::Opaque { length, .. } => format!("opaque {length}"),
        Content::Unusable(why) => format!("{why:?}"),
    };
    sources
        .iter()
        .map(|source| format!("{} {}", source.id, content(source)))
        .collect()
}

/// Scans, and checks that each source is the same when read alone.
fn scanned(root: &Path) -> Vec<String> {
    let sources = scan(root);
    for source in &sources {
        let alone =
            read_one(root, &source.id).unwrap_or_else(|| panic!("{} is found alone", source.id));
        assert_eq!(
            (alone.hash, &alone.content),
            (source.hash, &source.content),
            "{}",
            source.id
        );
    }
    shown(&sources)
}

#[test]
fn a_scan_finds_the_sources_and_nothing_else_in_order() {
    let site = site(&[
        "site.yaml",
        "README.md",
        "public/index.html",
        "content/b.md",
        "content/a/_index.md",
        "content/a/foto.jpg",
        "content/a.md.txt",
        "content/_static/robots.txt",
        "content/_static/x.svg",
        "content/x.svg",
        "content/_private/x.md",
        "content/.git/config",
        "content/a/_note.md",
        "content/a/b.md~",
        "content/~$b.docx",
        "data/links.yaml",
        "data/t.csv",
        "themes/x/assets/font.woff2",
    ]);
    is(
        &scanned(site.path()),
        "content/_static/robots.txt opaque 26
content/_static/x.svg opaque 21
content/a.md.txt text 16
content/a/_index.md text 19
content/a/foto.jpg opaque 18
content/b.md text 12
content/x.svg text 13
data/links.yaml text 15
data/t.csv opaque 10
site.yaml text 9
themes/x/assets/font.woff2 text 26",
    );
    assert!(read_one(site.path(), &SourceId::new("content/.git/config")).is_none());
    assert!(read_one(site.path(), &SourceId::new("content/../README.md")).is_none());
    assert!(read_one(site.path(), &SourceId::new("content/a")).is_none());
    assert!(read_one(site.path(), &SourceId::new("content/neni.md")).is_none());
    assert!(read_bytes(site.path(), &SourceId::new("README.md")).is_err());
    assert_eq!(
        read_bytes(site.path(), &SourceId::new("content/a/foto.jpg")).unwrap(),
        b"content/a/foto.jpg"
    );
}

fn is(found: &[String], expected: &str) {
    assert_eq!(found.join("\n"), expected);
}

#[test]
fn a_new_folder_is_scanned_alone() {
    let site = site(&[
        "site.yaml",
        "content/a/b/c.md",
        "content/a/d.md",
        "content/e.md",
        "content/_x/f.md",
    ]);
    is(
        &shown(&scan_below(site.path(), &SourceId::new("content/a"))),
        "content/a/b/c.md text 16\ncontent/a/d.md text 14",
    );
    assert!(scan_below(site.path(), &SourceId::new("content/_x")).is_empty());
    assert!(scan_below(site.path(), &SourceId::new("public")).is_empty());
}

#[test]
fn an_empty_or_missing_folder_has_no_sources() {
    let site = site(&[]);
    assert!(scan(site.path()).is_empty());
    assert!(scan(&site.path().join("neni")).is_empty());
}

#[cfg(unix)]
#[test]
fn links_within_the_site_are_followed() {
    let site = site(&[
        "site.yaml",
        "shared/deep/a.md",
        "shared/foto.jpg",
        "content/b.md",
    ]);
    symlink("../shared", site.path().join("content/linked")).unwrap();
    symlink("b.md", site.path().join("content/c.md")).unwrap();
    symlink("shared", site.path().join("data")).unwrap();
    is(
        &scanned(site.path()),
        "content/b.md text 12
content/c.md text 12
content/linked/deep/a.md text 16
content/linked/foto.jpg opaque 15
data/deep/a.md opaque 16
data/foto.jpg opaque 15
site.yaml text 9",
    );
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site_are_reported_and_never_followed() {
    let (site, outside) = (site(&["site.yaml"]), site(&["secret.md"]));
    let content = site.path().join("content");
    fs::create_dir(&content).unwrap();
    symlink(outside.path(), content.join("folder")).unwrap();
    symlink(outside.path().join("secret.md"), content.join("file.md")).unwrap();
    symlink("folder/secret.md", content.join("by-two.md")).unwrap();
    symlink(outside.path(), site.path().join("themes")).unwrap();
    is(
        &scanned(site.path()),
        "content/by-two.md LinkOutside
content/file.md LinkOutside
content/folder LinkOutside
site.yaml text 9
themes LinkOutside",
    );
    for behind in [
        "content/folder/secret.md",
        "content/file.md",
        "themes/secret.md",
    ] {
        assert!(
            read_bytes(site.path(), &SourceId::new(behind)).is_err(),
            "{behind}"
        );
    }
    assert!(read_one(site.path(), &SourceId::new("content/folder/secret.md")).is_none());
}

#[cfg(unix)]
#[test]
fn links_in_a_loop_are_reported_once() {
    let site = site(&["site.yaml", "content/a/b.md", "content/c/d.md"]);
    let content = site.path().join("content");
    symlink("..", content.join("a/up")).unwrap();
    symlink("../..", content.join("a/root")).unwrap();
    symlink("round", content.join("round")).unwrap();
    symlink("two.md", content.join("one.md")).unwrap();
    symlink("one.md", content.join("two.md")).unwrap();
    symlink("../e", content.join("c/e")).unwrap();
    fs::create_dir(content.join("e")).unwrap();
    symlink("../c", content.join("e/c")).unwrap();
    is(
        &scanned(site.path()),
        "content/a/b.md text 14
content/a/root LinkCycle
content/a/up LinkCycle
content/c/d.md text 14
content/c/e/c LinkCycle
content/e/c/d.md text 14
content/e/c/e LinkCycle
content/one.md LinkCycle
content/round LinkCycle
content/two.md LinkCycle
site.yaml text 9",
    );
}

#[cfg(unix)]
#[test]
fn unreadable_files_are_reported_and_never_opened() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let site = site(&["site.yaml", "content/a.md"]);
    let content = site.path().join("content");
    symlink("neni", content.join("dangling.md")).unwrap();
    fs::write(content.join(OsStr::from_bytes(b"caf\xe9.md")), "x").unwrap();
    fs::create_dir(content.join(OsStr::from_bytes(b"d\xe9"))).unwrap();
    fs::write(
        content
            .join(OsStr::from_bytes(b"d\xe9"))
            .join("x.md"),
        "x",
    )
    .unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(content.join("socket.md")).unwrap();
    let piped = std::process::Command::new("mkfifo")
        .arg(content.join("pipe.md"))
        .status()
        .is_ok_and(|status| status.success());
    assert!(piped, "mkfifo works");
    is(
        &scanned(site.path()),
        "content/a.md text 12
content/caf\u{fffd}.md NameNotUtf8
content/dangling.md Unreadable(\"No such file or directory (os error 2)\")
content/d\u{fffd} NameNotUtf8
content/pipe.md NotRegular
content/socket.md NotRegular
site.yaml text 9",
    );
    assert!(read_bytes(site.path(), &SourceId::new("content/pipe.md")).is_err());
}

#[test]
fn a_text_that_is_too_large_is_not_read() {
    let site = site(&["site.yaml", "content/a.md", "content/b.jpg"]);
    for file in ["content/a.md", "content/b.jpg"] {
        fs::File::create(site.path().join(file))
            .unwrap()
            .set_len((64 << 20) + 1)
            .unwrap();
    }
    let sources = scan(site.path());
    assert_eq!(sources[0].content, Content::Unusable(Unusable::TooLarge));
    assert!(matches!(
        sources[1].content,
        Content::Opaque {
            length: 67_108_865,
            ..
        }
    ));
}

#[cfg(target_os = "linux")]
#[test]
fn names_in_another_unicode_form_are_found_and_read() {
    let (nfc, nfd) = ("\u{e9}", "e\u{301}");
    let site = site(&[
        "site.yaml",
        &format!("content/{nfd}/{nfd}.jpg"),
        &format!("content/{nfd}/a.md"),
    ]);
    let names: Vec<_> = scan(site.path())
        .into_iter()
        .map(|source| source.id)
        .collect();
    assert_eq!(
        names,
        [
            format!("content/{nfc}/a.md"),
            format!("content/{nfc}/{nfc}.jpg"),
            "site.yaml".into()
        ]
        .map(SourceId::new)
    );
    scanned(site.path());
    assert_eq!(
        read_bytes(site.path(), &names[1]).unwrap(),
        format!("content/{nfd}/{nfd}.jpg").into_bytes()
    );

    put(site.path(), &format!("content/{nfc}/a.md"));
    put(site.path(), &format!("content/{nfc}/b.md"));
    is(
        &scanned(site.path()),
        "content/\u{e9}/a.md Twins
content/\u{e9}/b.md text 15
content/\u{e9}/\u{e9}.jpg opaque 19
site.yaml text 9",
    );
}

#[test]
fn the_nearest_site_upward_is_found() {
    let outer = site(&[
        "site.yaml",
        "a/b/x.md",
        "a/inner/site.yaml",
        "a/inner/content/x.md",
    ]);
    let root = fs::canonicalize(outer.path()).unwrap();
    assert_eq!(find_site(&root.join("a/b")), Some(root.clone()));
    assert_eq!(
        find_site(&root.join("a/inner/content")),
        Some(root.join("a/inner"))
    );
    assert_eq!(
        find_site(&root.join("a/inner/content/../..")),
        Some(root.clone())
    );
    assert_eq!(find_site(&root.join("neni")), None);
}

#[test]
fn a_new_file_never_replaces_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a/b/c.md");
    create_new(&path, b"one").unwrap();
    assert_eq!(
        create_new(&path, b"two")
            .unwrap_err()
            .kind(),
        io::ErrorKind::AlreadyExists
    );
    assert_eq!(fs::read(&path).unwrap(), b"one");
    #[cfg(unix)]
    {
        symlink("gone", folder.path().join("link")).unwrap();
        assert!(create_new(&folder.path().join("link"), b"x").is_err());
        assert!(!folder.path().join("gone").exists());
    }
}

#[test]
fn a_path_is_resolved_as_far_as_it_exists() {
    let folder = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    fs::create_dir(root.join("a")).unwrap();
    assert_eq!(
        resolve(&root.join("a/../b/./new/../c")).unwrap(),
        root.join("b/c")
    );
    fs::write(root.join("file"), "").unwrap();
    assert!(resolve(&root.join("file/x")).is_err());
}

#[test]
#[ignore = "a figure, not a test: run with --release --nocapture on an idle machine"]
fn time_of_ten_thousand_files() {
    let base = if Path::new("/dev/shm").is_dir() {
        Path::new("/dev/shm")
    } else {
        Path::new("/tmp")
    };
    let site = tempfile::tempdir_in(base).unwrap();
    put(site.path(), "site.yaml");
    for number in 0..10_000 {
        let path = site
            .path()
            .join(format!("content/{}/page-{number}.md", number % 20));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "Práce a podpora. ".repeat(300)).unwrap();
    }
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let count = scan(site.path()).len();
        println!("{count} files: {:?}", start.elapsed());
    }
}
