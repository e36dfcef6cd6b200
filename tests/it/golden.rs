//! Golden manifests: `hash route` per fixture site. They pin the set of routes and every byte, on
//! one thread and on four, in memory and on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::support::{TestSite, today};
use pakt::files;
use pakt::project::{Change, Project};
use pakt::render::Artifact;
use pakt::site::Mode;
use pakt::source::Hash;
use pakt::write::{self, Destination, Outcome, Summary};

/// The variable that makes a golden test write its result.
const UPDATE: &str = "UPDATE_GOLDEN";

/// The variable that makes a test process publish a site: its folder, `|`, the output.
const PUBLISH: &str = "PAKT_TEST_PUBLISH";

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn fixture(name: &str) -> PathBuf {
    repository()
        .join("tests/fixtures")
        .join(name)
}

/// Reads and links the site in a folder.
fn open(root: &Path) -> TestSite {
    let mut project = Project::new(Mode::default(), today());
    let snapshot = project.apply(
        files::scan(root)
            .into_iter()
            .map(Change::Present)
            .collect(),
    );
    TestSite { project, snapshot }
}

/// One line per route: the first 16 digits of the hash of its bytes, and its path.
fn manifest(root: &Path, threads: usize) -> String {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .expect("a pool of threads");
    pool.install(|| {
        use rayon::prelude::*;
        let site = open(root);
        let errors: Vec<_> = site
            .findings()
            .into_iter()
            .filter(pakt::diagnostic::Diagnostic::is_error)
            .collect();
        assert_eq!(errors, [], "{}", root.display());
        let renderer = &site.snapshot.renderer;
        let line = |(route, _): &(pakt::route::Route, pakt::site::Recipe)| {
            let bytes = match renderer
                .render(route)
                .0
                .expect("an artifact")
            {
                Artifact::Bytes(bytes) => bytes,
                Artifact::File(source) => {
                    fs::read(root.join(source.as_str())).expect("an attachment")
                }
            };
            format!("{} {route}\n", &Hash::of(&bytes).hex()[..16])
        };
        renderer
            .site()
            .routes
            .par_iter()
            .map(line)
            .collect::<Vec<String>>()
            .concat()
    })
}

/// The same for a folder on the disk.
fn manifest_of_folder(folder: &Path) -> String {
    tree(folder)
        .into_iter()
        .map(|(path, (bytes, _))| format!("{} {path}\n", &Hash::of(&bytes).hex()[..16]))
        .collect()
}

/// Every file below a folder, with its bytes and modification time.
fn tree(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
        {
            if entry.is_dir() {
                open.push(entry);
            } else {
                let path = entry
                    .strip_prefix(folder)
                    .expect("a path inside")
                    .to_string_lossy()
                    .replace('\\', "/");
                let changed = fs::metadata(&entry)
                    .and_then(|metadata| metadata.modified())
                    .expect("a time");
                found.insert(path, (fs::read(&entry).expect("a file"), changed));
            }
        }
    }
    found
}

/// Copies a site without its build output.
fn copy(from: &Path, to: &Path) {
    for part in ["site.yaml", "content", "data", "themes"] {
        let part_of = from.join(part);
        if part_of.is_dir() {
            for (path, (bytes, _)) in tree(&part_of) {
                let target = to.join(part).join(path);
                fs::create_dir_all(target.parent().expect("a folder")).expect("a folder is made");
                fs::write(target, bytes).expect("a file is written");
            }
        } else if part_of.is_file() {
            fs::copy(&part_of, to.join(part)).expect("a file is copied");
        }
    }
}

fn publish(root: &Path, output: &Path) -> Summary {
    let site = open(root);
    let destination = Destination {
        root,
        output,
        adopt: false,
    };
    match write::build(
        &site.snapshot.renderer,
        destination,
        |found| {
            !found
                .iter()
                .any(pakt::diagnostic::Diagnostic::is_error)
        },
        || (),
    ) {
        (Outcome::Written(summary), _) => summary,
        (outcome, found) => panic!("{outcome:?}: {found:?}"),
    }
}

/// Compares a site with its golden manifest: on one thread, on four, and written by another process
/// in another environment.
fn check(name: &str, root: &Path) {
    let path = repository()
        .join("tests/golden")
        .join(format!("{name}.txt"));
    let found = manifest(root, 1);
    assert_eq!(
        manifest(root, 4),
        found,
        "{name}: four threads make another site than one"
    );
    let folder = tempfile::tempdir().expect("a folder");
    copy(root, folder.path());
    let environments: [&[(&str, &str)]; 2] = [
        &[
            ("TZ", "Pacific/Kiritimati"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
            ("RAYON_NUM_THREADS", "3"),
        ],
        &[
            ("TZ", "America/Adak"),
            ("LC_ALL", "C"),
            ("LANG", "C"),
            ("RAYON_NUM_THREADS", "1"),
        ],
    ];
    for (at, environment) in environments.into_iter().enumerate() {
        let output = folder
            .path()
            .join(format!("public-{at}"));
        published_elsewhere(folder.path(), &output, environment);
        assert_eq!(
            manifest_of_folder(&output),
            found,
            "{name}: on the disk, in {environment:?}"
        );
    }
    if std::env::var_os(UPDATE).is_some() {
        return fs::write(path, found).expect("the golden manifest is written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    if golden != found {
        let (old, new): (Vec<&str>, Vec<&str>) =
            (golden.lines().collect(), found.lines().collect());
        let gone = old
            .iter()
            .filter(|line| !new.contains(line))
            .map(|line| format!("- {line}\n"));
        let come = new
            .iter()
            .filter(|line| !old.contains(line))
            .map(|line| format!("+ {line}\n"));
        panic!(
            "the site `{name}` is not what {} says:\n{}\nIf it should have changed, run\n    {UPDATE}=1 cargo test --test it golden\nand commit the file.",
            path.display(),
            gone.chain(come).collect::<String>()
        );
    }
}

/// Publishes a site in a separate process, since all tests of a process share its environment.
fn published_elsewhere(root: &Path, output: &Path, environment: &[(&str, &str)]) {
    let order = format!("{}|{}", root.display(), output.display());
    let ended = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "golden::publishes_for_another_test"])
        .envs(environment.iter().copied())
        .env(PUBLISH, order)
        .output()
        .expect("a test process");
    assert!(
        ended.status.success(),
        "{}",
        String::from_utf8_lossy(&ended.stdout)
    );
}

#[test]
fn publishes_for_another_test() {
    if let Ok(order) = std::env::var(PUBLISH) {
        let (root, output) = order
            .split_once('|')
            .expect("two folders");
        assert_eq!(publish(Path::new(root), Path::new(output)).unchanged, 0);
    }
}

#[test]
fn languages() {
    check("languages", &fixture("languages"));
}

#[test]
fn overlay() {
    check("overlay", &fixture("overlay"));
}

#[test]
fn own_theme() {
    check("own-theme", &fixture("own-theme"));
}

#[test]
fn a_second_build_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&fixture("languages"), folder.path());
    let output = folder.path().join("public");
    let first = publish(folder.path(), &output);
    let before = tree(&output);
    assert_eq!(
        first,
        Summary {
            written: before.len(),
            unchanged: 0,
            removed: 0,
            foreign: 0
        }
    );
    let second = publish(folder.path(), &output);
    assert_eq!(
        second,
        Summary {
            written: 0,
            unchanged: before.len(),
            removed: 0,
            foreign: 0
        }
    );
    assert!(
        before == tree(&output),
        "bytes and times of all files are kept"
    );
}

#[test]
fn a_change_touches_only_what_it_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&fixture("languages"), folder.path());
    let output = folder.path().join("public");
    publish(folder.path(), &output);
    let before = tree(&output);
    let page = folder
        .path()
        .join("content/kontakt.md");
    let text = fs::read_to_string(&page).expect("a page");
    fs::write(&page, format!("{text}\nNový odstavec.\n")).expect("a page is written");
    let summary = publish(folder.path(), &output);
    assert_eq!(summary.removed, 0);
    let after = tree(&output);
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, file)| before.get(*path) != Some(file))
        .map(|(path, _)| path)
        .collect();
    let (of_search, changed): (Vec<&String>, Vec<&String>) = changed
        .into_iter()
        .partition(|path| path.starts_with("search/cs"));
    assert_eq!(changed, ["kontakt/index.html"]);
    assert_eq!(summary.written, of_search.len() + 1);
    fs::remove_file(
        folder
            .path()
            .join("content/poradna/01_zivotopis.easy.md"),
    )
    .expect("a page is removed");
    publish(folder.path(), &output);
    assert!(
        !output
            .join("poradna/zivotopis/jednoduse")
            .exists()
    );
}
