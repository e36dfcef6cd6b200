//! Builds on a real disk, covering the rules for the output one by one.

#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at the disk behind the back of `files`"
)]

mod failures;
mod places;
mod recovery;

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::symlink;
use std::time::{Duration, SystemTime};

use super::staged::*;
use super::writer::*;
use super::*;
use crate::diagnostic::{Code, Diagnostic};
use crate::payload::Payload;
use crate::route::Route;
use crate::source::{Hash, SourceId};

/// A site's folder with an output next to its sources.
struct Site {
    folder: tempfile::TempDir,
}

/// What a build wants: route, wave, content.
type Wanted<'a> = &'a [(&'a str, Wave, &'a str)];

const A: &str = "style.0123456789abcdef.css";
const B: &str = "style.fedcba9876543210.css";

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        Self { folder }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn out(&self, path: &str) -> std::path::PathBuf {
        self.root().join("public").join(path)
    }

    fn open_as(&self, adopt: bool) -> Result<Writer, Diagnostic> {
        Writer::open(Destination {
            root: self.root(),
            output: &self.root().join("public"),
            adopt,
        })
    }

    fn open(&self) -> Writer {
        self.open_as(false).unwrap()
    }

    fn build(&self, wanted: Wanted<'_>) -> Result<Summary, Diagnostic> {
        self.build_as(wanted, false)
    }

    fn build_as(&self, wanted: Wanted<'_>, adopt: bool) -> Result<Summary, Diagnostic> {
        let writer = self.open_as(adopt)?;
        let staged = stage(&writer, wanted)?;
        writer.commit(staged)
    }

    fn put(&self, path: &str, content: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Shows the output: every file with its content, every folder and link.
    fn shown(&self) -> String {
        let mut lines = Vec::new();
        for entry in walkdir(&self.root().join("public")) {
            let name = entry
                .strip_prefix(self.root().join("public"))
                .unwrap()
                .display()
                .to_string();
            lines.push(match fs::read_link(&entry) {
                Ok(target) => format!("{name} -> {}", target.display()),
                Err(_) if entry.is_dir() => format!("{name}/"),
                Err(_) => format!("{name}={}", fs::read_to_string(&entry).unwrap()),
            });
        }
        lines.join(" ")
    }

    /// Returns the path of the manifest.
    fn manifest(&self) -> std::path::PathBuf {
        let mut files = fs::read_dir(self.root().join(".pakt"))
            .unwrap()
            .map(|entry| entry.unwrap().path());
        files
            .find(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "manifest")
            })
            .unwrap()
    }

    /// Backdates every file of the output and returns the old times, to tell whether a file was
    /// touched.
    fn age(&self) -> Vec<(std::path::PathBuf, SystemTime)> {
        let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let paths = walkdir(&self.root().join("public"))
            .into_iter()
            .chain([self.root().join("public")]);
        paths
            .map(|path| {
                fs::File::open(&path)
                    .unwrap()
                    .set_modified(old)
                    .unwrap();
                (path, old)
            })
            .collect()
    }
}

fn walkdir(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    let below: Vec<_> = paths
        .iter()
        .filter(|path| path.is_dir() && !path.is_symlink())
        .flat_map(|path| walkdir(path))
        .collect();
    paths.extend(below);
    paths.sort();
    paths
}

fn route(path: &str) -> Route {
    Route::new(path).unwrap()
}

fn bytes(content: &[u8]) -> Payload {
    Payload::Bytes(content.to_vec())
}

fn file_at(path: &Path) -> Payload {
    Payload::File {
        path: path.to_path_buf(),
        source: SourceId::new("content/file"),
    }
}

fn stage(writer: &Writer, wanted: Wanted<'_>) -> Result<Vec<Staged>, Diagnostic> {
    wanted
        .iter()
        .map(|(path, wave, content)| writer.stage(&route(path), *wave, &bytes(content.as_bytes())))
        .collect()
}

fn summary(written: usize, unchanged: usize, removed: usize, foreign: usize) -> Summary {
    Summary {
        written,
        unchanged,
        removed,
        foreign,
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, Diagnostic>) -> (Code, String) {
    let found = result.unwrap_err();
    let path = found
        .args
        .iter()
        .find(|(name, _)| *name == "path")
        .map(|(_, path)| path.to_string());
    (found.code, path.unwrap_or_default())
}

const HOME: (&str, Wave, &str) = ("index.html", Wave::Page, "home");
const PAGE: (&str, Wave, &str) = ("a/b/index.html", Wave::Page, "page");
const FEED: (&str, Wave, &str) = ("feed.xml", Wave::Index, "feed");

#[test]
fn a_build_writes_changes_and_removes() {
    let site = Site::new();
    assert_eq!(site.build(&[HOME, PAGE, FEED]), Ok(summary(3, 0, 0, 0)));
    assert_eq!(
        site.shown(),
        "a/ a/b/ a/b/index.html=page feed.xml=feed index.html=home"
    );
    assert_eq!(
        site.build(&[
            HOME,
            ("a/c/index.html", Wave::Page, "new"),
            ("feed.xml", Wave::Index, "feed 2")
        ]),
        Ok(summary(2, 1, 1, 0))
    );
    assert_eq!(
        site.shown(),
        "a/ a/c/ a/c/index.html=new feed.xml=feed 2 index.html=home"
    );
    assert_eq!(site.build(&[HOME]), Ok(summary(0, 1, 2, 0)));
    assert_eq!(site.shown(), "index.html=home");
}

#[test]
fn unchanged_files_are_not_touched() {
    let site = Site::new();
    site.build(&[HOME, PAGE]).unwrap();
    let stamps = site.age();
    let manifest = fs::metadata(site.manifest())
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(site.build(&[HOME, PAGE]), Ok(summary(0, 2, 0, 0)));
    for (path, stamp) in stamps {
        assert_eq!(
            fs::metadata(&path)
                .unwrap()
                .modified()
                .unwrap(),
            stamp,
            "{}",
            path.display()
        );
    }
    assert_eq!(
        fs::metadata(site.manifest())
            .unwrap()
            .modified()
            .unwrap(),
        manifest
    );

    let stamps = site.age();
    assert_eq!(
        site.build(&[HOME, ("a/b/index.html", Wave::Page, "PAGE")]),
        Ok(summary(1, 1, 0, 0))
    );
    let home = stamps
        .iter()
        .find(|(path, _)| path.ends_with("public/index.html"))
        .unwrap();
    assert_eq!(
        fs::metadata(&home.0)
            .unwrap()
            .modified()
            .unwrap(),
        home.1
    );
}

#[test]
fn an_abandoned_build_leaves_the_output_as_it_was() {
    let site = Site::new();
    let writer = site.open();
    stage(&writer, &[HOME, PAGE]).unwrap();
    assert!(site.shown().starts_with(".pakt-tmp-"));
    assert!(
        !site.out("a").exists(),
        "folders are made in the second phase"
    );
    writer.abandon();
    assert!(!site.out("").exists());

    site.build(&[HOME]).unwrap();
    let (stamps, before) = (site.age(), site.shown());
    let writer = site.open();
    stage(&writer, &[PAGE, ("index.html", Wave::Page, "changed")]).unwrap();
    drop(writer);
    assert_eq!(site.shown(), before);
    for (path, stamp) in stamps {
        assert_eq!(
            fs::metadata(&path)
                .unwrap()
                .modified()
                .unwrap(),
            stamp,
            "{}",
            path.display()
        );
    }
    assert_eq!(site.build(&[HOME]), Ok(summary(0, 1, 0, 0)));
}

#[test]
fn files_are_renamed_before_those_that_need_them() {
    let site = Site::new();
    site.build(&[
        ("z.html", Wave::Page, "old"),
        ("sitemap.xml", Wave::Index, "old"),
    ])
    .unwrap();
    let writer = site.open();
    let wanted = [
        ("sitemap.xml", Wave::Index, "new"),
        ("a-feed.xml", Wave::Index, "new"),
        ("z.html", Wave::Page, "new"),
        ("zz.html", Wave::Page, "new"),
        ("zzz.css", Wave::Asset, "new"),
    ];
    let staged = stage(&writer, &wanted).unwrap();
    let plan = commit::Plan::make(&writer.output, &writer.manifest, staged).unwrap();
    assert_eq!(
        plan.order(),
        ["zzz.css", "zz.html", "z.html", "a-feed.xml", "sitemap.xml"]
    );
}

#[test]
fn foreign_files_are_left_and_counted() {
    let site = Site::new();
    site.put("public/.gitignore", "*");
    site.put("public/.git/HEAD", "ref");
    site.put("public/notes.txt", "mine");
    site.put("public/a/also.txt", "mine");
    assert_eq!(site.build(&[HOME, PAGE]), Ok(summary(2, 0, 0, 2)));
    assert_eq!(site.build(&[HOME]), Ok(summary(0, 1, 1, 2)));
    assert_eq!(
        site.shown(),
        ".git/ .git/HEAD=ref .gitignore=* a/ a/also.txt=mine index.html=home notes.txt=mine"
    );
}

#[test]
fn a_folder_that_pakt_did_not_make_stays() {
    let site = Site::new();
    fs::create_dir_all(site.out("a")).unwrap();
    site.build(&[HOME, PAGE]).unwrap();
    site.build(&[HOME]).unwrap();
    assert_eq!(site.shown(), "a/ index.html=home");
}

#[test]
fn a_foreign_file_is_adopted_if_equal_and_refused_if_different() {
    let site = Site::new();
    site.put("public/index.html", "home");
    site.put("public/a/b/index.html", "mine");
    site.put("public/feed.xml", "mine and longer");
    let before = site.shown();
    let writer = site.open();
    assert!(
        writer
            .stage(&route("index.html"), Wave::Page, &bytes(b"home"))
            .is_ok()
    );
    for (path, _, content) in [PAGE, FEED] {
        let refused = writer.stage(&route(path), Wave::Page, &bytes(content.as_bytes()));
        assert_eq!(
            code(refused),
            (Code::ForeignFile, site.out(path).display().to_string())
        );
    }
    drop(writer);
    assert_eq!(site.shown(), before);
    assert_eq!(
        site.build_as(&[HOME, PAGE, FEED], true),
        Ok(summary(2, 1, 0, 0))
    );
    assert_eq!(site.build(&[]), Ok(summary(0, 0, 3, 0)));
    assert_eq!(
        site.shown(),
        "a/ a/b/",
        "what was adopted is ours, the folders are not"
    );
}

#[test]
fn a_file_that_was_edited_behind_our_back_is_foreign() {
    let site = Site::new();
    site.build(&[HOME, PAGE]).unwrap();
    site.put("public/index.html", "edited");
    site.put("public/a/b/index.html", "edited");
    assert_eq!(
        code(site.build(&[("index.html", Wave::Page, "new")])).0,
        Code::ForeignFile
    );
    assert_eq!(
        site.build(&[]),
        Ok(summary(0, 0, 0, 2)),
        "neither is removed"
    );
    assert_eq!(site.build(&[]), Ok(summary(0, 0, 0, 2)));
    assert_eq!(
        site.shown(),
        "a/ a/b/ a/b/index.html=edited index.html=edited"
    );
}

#[test]
fn what_pakt_wrote_before_the_last_build_is_foreign_when_it_comes_back() {
    let site = Site::new();
    site.build(&[HOME]).unwrap();
    site.build(&[("index.html", Wave::Page, "home 2")])
        .unwrap();
    site.put("public/index.html", "home");
    assert_eq!(
        code(site.build(&[("index.html", Wave::Page, "home 3")])).0,
        Code::ForeignFile
    );
}

#[test]
fn a_file_that_a_power_cut_emptied_is_written_again() {
    let site = Site::new();
    site.build(&[HOME]).unwrap();
    site.put("public/index.html", "");
    assert_eq!(site.build(&[HOME]), Ok(summary(1, 0, 0, 0)));
    site.put("public/feed.xml", "");
    assert_eq!(
        code(site.build(&[FEED])).0,
        Code::ForeignFile,
        "pakt never wrote it"
    );
}

#[test]
fn a_foreign_folder_or_file_in_the_way_is_refused() {
    let site = Site::new();
    fs::create_dir_all(site.out("feed.xml")).unwrap();
    site.put("public/a", "a file");
    for adopt in [false, true] {
        assert_eq!(
            code(site.build_as(&[FEED], adopt)),
            (
                Code::ForeignFile,
                site.out("feed.xml")
                    .display()
                    .to_string()
            )
        );
        assert_eq!(
            code(site.build_as(&[PAGE], adopt)),
            (Code::ForeignFile, site.out(PAGE.0).display().to_string())
        );
    }
    assert_eq!(site.shown(), "a=a file feed.xml/");
}

#[test]
fn a_page_can_become_a_folder_and_a_folder_a_page() {
    let site = Site::new();
    let folder = [
        ("x/a/1.html", Wave::Page, "1"),
        ("x/2.html", Wave::Page, "2"),
    ];
    let file = [("x", Wave::Page, "file")];
    site.build(&folder).unwrap();
    assert_eq!(site.build(&file), Ok(summary(1, 0, 2, 0)));
    assert_eq!(site.shown(), "x=file");
    assert_eq!(site.build(&folder), Ok(summary(2, 0, 1, 0)));
    assert_eq!(site.shown(), "x/ x/2.html=2 x/a/ x/a/1.html=1");

    site.put("public/x/2.html", "edited");
    let before = site.shown();
    assert_eq!(
        code(site.build(&file)),
        (
            Code::ForeignFile,
            site.out("x/2.html")
                .display()
                .to_string()
        )
    );
    site.put("public/x/mine.txt", "mine");
    assert_eq!(
        code(site.build(&file)),
        (Code::ForeignFile, site.out("x").display().to_string())
    );
    fs::remove_file(site.out("x/mine.txt")).unwrap();
    assert_eq!(site.shown(), before);
}

#[test]
fn a_folder_that_became_a_page_is_no_longer_ours() {
    let site = Site::new();
    site.build(&[("x/1.html", Wave::Page, "1")])
        .unwrap();
    site.build(&[("x", Wave::Page, "file")])
        .unwrap();
    fs::remove_file(site.out("x")).unwrap();
    fs::create_dir(site.out("x")).unwrap();
    site.build(&[]).unwrap();
    assert_eq!(site.shown(), "x/");
}

#[test]
fn a_hashed_asset_stays_for_one_more_build() {
    let site = Site::new();
    let plain = ("style.css", Wave::Asset, "plain");
    site.build(&[HOME, (A, Wave::Immutable, "a"), plain])
        .unwrap();
    assert_eq!(
        site.build(&[HOME, (B, Wave::Immutable, "b")]),
        Ok(summary(1, 1, 1, 0))
    );
    assert_eq!(site.shown(), format!("index.html=home {A}=a {B}=b"));
    assert_eq!(
        site.build(&[HOME, (B, Wave::Immutable, "b")]),
        Ok(summary(0, 2, 1, 0))
    );
    assert_eq!(site.shown(), format!("index.html=home {B}=b"));

    site.build(&[HOME]).unwrap();
    assert_eq!(
        site.build(&[HOME, (B, Wave::Immutable, "b")]),
        Ok(summary(0, 2, 0, 0)),
        "it is wanted again"
    );
    assert_eq!(
        site.build(&[HOME]),
        Ok(summary(0, 1, 0, 0)),
        "and stays for one more build"
    );
    assert_eq!(site.build(&[HOME]), Ok(summary(0, 1, 1, 0)));
}

#[test]
fn a_removal_of_a_path_written_in_another_case_is_skipped() {
    let site = Site::new();
    site.build(&[
        ("Stra\u{df}e.html", Wave::Page, "old"),
        ("B.html", Wave::Page, "old"),
    ])
    .unwrap();
    assert_eq!(
        site.build(&[("STRASSE.html", Wave::Page, "new")]),
        Ok(summary(1, 0, 1, 0))
    );
    assert_eq!(site.shown(), "STRASSE.html=new Stra\u{df}e.html=old");
    assert_eq!(
        site.build(&[HOME]),
        Ok(summary(1, 0, 2, 0)),
        "it goes when nothing is like it"
    );
}

#[test]
fn the_second_of_two_builds_at_once_is_refused() {
    let site = Site::new();
    let first = site.open();
    assert_eq!(
        code(site.open_as(false)),
        (
            Code::BuildRunning,
            site.out("")
                .display()
                .to_string()
                .trim_end_matches('/')
                .to_owned()
        )
    );
    let staged = stage(&first, &[HOME]).unwrap();
    assert!(site.open_as(false).is_err());
    assert_eq!(
        first.commit(staged),
        Ok(summary(1, 0, 0, 0)),
        "the second did not disturb it"
    );
    site.open().abandon();
}

#[cfg(unix)]
#[test]
fn two_sites_do_not_write_to_one_output_at_once() {
    let (one, other) = (Site::new(), Site::new());
    let first = one.open();
    let staged = stage(&first, &[HOME]).unwrap();
    let second = Writer::open(Destination {
        root: other.root(),
        output: &one.out(""),
        adopt: false,
    });
    assert_eq!(code(second).0, Code::BuildRunning);
    assert_eq!(first.commit(staged), Ok(summary(1, 0, 0, 0)));
    let second = Writer::open(Destination {
        root: other.root(),
        output: &one.out(""),
        adopt: false,
    })
    .unwrap();
    let staged = stage(&second, &[FEED]).unwrap();
    assert_eq!(
        second.commit(staged),
        Ok(summary(1, 0, 0, 1)),
        "what the other wrote is foreign"
    );
}

#[test]
fn files_are_copied_and_compared() {
    let site = Site::new();
    let (one, other) = ("x".repeat(300_000), "y".repeat(300_000));
    let file = site.root().join("file");
    for (content, expected) in [
        (&one, summary(1, 0, 0, 0)),
        (&one, summary(0, 1, 0, 0)),
        (&other, summary(1, 0, 0, 0)),
    ] {
        fs::write(&file, content).unwrap();
        let writer = site.open();
        let staged = writer
            .stage(&route("a/file.pdf"), Wave::Asset, &file_at(&file))
            .unwrap();
        assert_eq!(staged.hash, Hash::of(content.as_bytes()));
        assert_eq!(writer.commit(vec![staged]), Ok(expected));
        assert_eq!(
            fs::read_to_string(site.out("a/file.pdf")).unwrap(),
            *content
        );
    }
    let writer = site.open();
    let gone = site.root().join("gone");
    for path in ["a/file.pdf", "new.pdf"] {
        assert_eq!(
            code(writer.stage(&route(path), Wave::Asset, &file_at(&gone))).0,
            Code::Vanished
        );
        assert_eq!(
            code(writer.stage(&route(path), Wave::Asset, &file_at(site.root()))).0,
            Code::Unreadable
        );
    }
}

#[test]
fn artifacts_are_staged_from_many_threads() {
    use rayon::prelude::*;
    let site = Site::new();
    let writer = site.open();
    let staged: Result<Vec<_>, _> = (0..500)
        .into_par_iter()
        .map(|n| {
            writer.stage(
                &route(&format!("{n}/index.html")),
                Wave::Page,
                &bytes(format!("{n}").as_bytes()),
            )
        })
        .collect();
    assert_eq!(writer.commit(staged.unwrap()), Ok(summary(500, 0, 0, 0)));
    assert!((0..500).all(
        |n| fs::read_to_string(site.out(&format!("{n}/index.html"))).unwrap() == n.to_string()
    ));
    assert!(size_of::<Staged>() <= 112, "{}", size_of::<Staged>());
}

#[test]
#[ignore = "a figure, not a test: run with --release --nocapture on an idle machine"]
fn time_of_ten_thousand_pages() {
    use rayon::prelude::*;
    use std::time::Instant;
    let base = if Path::new("/dev/shm").is_dir() {
        Path::new("/dev/shm")
    } else {
        Path::new("/tmp")
    };
    let site = Site {
        folder: tempfile::tempdir_in(base).unwrap(),
    };
    for (what, text) in [
        ("first", "Práce a podpora. "),
        ("unchanged", "Práce a podpora. "),
        ("changed", "Podpora a práce. "),
    ] {
        let body = text.repeat(780);
        let start = Instant::now();
        let writer = site.open();
        let opened = start.elapsed();
        let stage = |n| {
            writer.stage(
                &route(&format!("{}/{n}/index.html", n % 20)),
                Wave::Page,
                &bytes(body.as_bytes()),
            )
        };
        let staged: Result<Vec<_>, _> = (0..10_000)
            .into_par_iter()
            .map(stage)
            .collect();
        let done = start.elapsed();
        let summary = writer
            .commit(staged.unwrap())
            .unwrap();
        println!(
            "{what}: open {opened:?}, stage {:?}, commit {:?}, {summary:?}",
            done - opened,
            start.elapsed() - done
        );
    }
}
