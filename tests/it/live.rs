//! Live mode over real files: whatever happens on the disk, the served site ends up equal to a
//! clean build.

mod panics;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::support::today;
use pakt::files;
use pakt::project::{Change, Project};
use pakt::render::Artifact;
use pakt::route::LinkStyle;
use pakt::site::Mode;

/// How long a change may take on a loaded machine before the test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// The arguments of the server; the site's folder comes last.
const ARGUMENTS: [&str; 8] = [
    "serve",
    "--port",
    "0",
    "--at",
    "2026-11-22",
    "--lang",
    "en",
    "--root",
];

/// A server of a site in a temporary folder.
struct Served {
    folder: tempfile::TempDir,
    child: Child,
    address: SocketAddr,
    /// What it has printed since it was ready.
    told: Arc<Mutex<String>>,
}

/// A small site in a temporary folder.
fn small_site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(
        folder.path(),
        "site.yaml",
        "title: Web\nlanguages: {en: {}}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
    );
    write(
        folder.path(),
        "content/_index.md",
        "---\ntitle: Domů\n---\n\n[Strana](strana.md)\n",
    );
    write(
        folder.path(),
        "content/strana.md",
        "---\ntitle: Strana\n---\n\nText.\n",
    );
    folder
}

impl Served {
    /// Starts the server of a small site and waits until it is ready.
    fn start() -> Self {
        let folder = small_site();
        let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
        command
            .args(ARGUMENTS)
            .arg(folder.path());
        Self::of(folder, command)
    }

    /// Starts a server with a command and waits until it is ready.
    fn of(folder: tempfile::TempDir, mut command: Command) -> Self {
        let mut child = command
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut lines = BufReader::new(
            child
                .stderr
                .take()
                .expect("its words"),
        )
        .lines()
        .map_while(Result::ok);
        let address = lines
            .by_ref()
            .find_map(|line| {
                line.split_once("http://")
                    .and_then(|(_, rest)| {
                        rest.trim_end_matches('/')
                            .parse()
                            .ok()
                    })
            })
            .expect("its address");
        let told = Arc::new(Mutex::new(String::new()));
        let heard = Arc::clone(&told);
        std::thread::spawn(move || {
            lines.for_each(|line| {
                *heard
                    .lock()
                    .expect("an unpoisoned lock") += &format!("{line}\n")
            })
        });
        Self {
            folder,
            child,
            address,
            told,
        }
    }

    /// What it told since it was ready.
    fn told(&self) -> String {
        self.told
            .lock()
            .expect("an unpoisoned lock")
            .clone()
    }

    /// Waits until it has printed everything in a list.
    fn hears(&self, expected: &[&str]) {
        let began = Instant::now();
        while let Some(missing) = expected
            .iter()
            .find(|words| !self.told().contains(**words))
        {
            assert!(
                began.elapsed() < PATIENCE,
                "{missing:?} is not printed: {}",
                self.told()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Requests a path and returns the status, headers and body.
    fn get(&self, path: &str, headers: &str) -> (u16, String, Vec<u8>) {
        get(self.address, path, headers)
    }

    /// Returns the number of the newest snapshot.
    fn version(&self) -> u64 {
        let (_, _, state) = self.get("/__pakt/state?path=/", "");
        let state: serde_json::Value = serde_json::from_slice(&state).expect("JSON");
        state["version"]
            .as_u64()
            .expect("a number")
    }

    /// Opens the event stream and returns its greeting.
    fn greeting(&self) -> serde_json::Value {
        let mut stream = TcpStream::connect(self.address).expect("the server listens");
        write!(
            stream,
            "GET /__pakt/events HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address
        )
        .expect("the request is sent");
        let hello = BufReader::new(stream)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                Some(
                    line.strip_prefix("data: ")?
                        .to_owned(),
                )
            });
        serde_json::from_str(&hello.expect("a greeting")).expect("JSON")
    }

    /// Waits until every route of a clean build is served with its bytes.
    fn settles(&self, what: &str) {
        let began = Instant::now();
        let mut wrong = String::new();
        while began.elapsed() < PATIENCE {
            let expected = clean_build(self.path());
            let different = expected.iter().find(|(path, bytes)| {
                let (status, _, body) = self.get(path, "");
                let is_right = (status == 200 || path.ends_with("404.html"))
                    && without_script(&body) == **bytes;
                if !is_right {
                    wrong = format!("{path} ({status}): {}", String::from_utf8_lossy(&body));
                }
                !is_right
            });
            if different.is_none() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("after {what}, what is served is not what a clean build makes: {wrong}");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How many times 500 files created together may be linked: far fewer than there are files. The
/// number depends on how long writing takes, which varies on a busy machine.
const MOST_RELINKS: u64 = 125;

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
    fs::write(path, text).expect("the file is written");
}

fn get(address: SocketAddr, path: &str, headers: &str) -> (u16, String, Vec<u8>) {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream
        .set_read_timeout(Some(PATIENCE))
        .expect("a time-out");
    let host = if headers.contains("Host:") {
        String::new()
    } else {
        format!("Host: {address}\r\n")
    };
    write!(
        stream,
        "GET {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n"
    )
    .expect("the request is sent");
    let mut answer = Vec::new();
    stream
        .read_to_end(&mut answer)
        .expect("an answer");
    let head_end = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .expect("a head");
    let head = String::from_utf8_lossy(&answer[..head_end]).into_owned();
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .expect("a status");
    (status, head, answer[head_end + 4..].to_vec())
}

/// Every artifact of a clean build by the path that a browser requests.
fn clean_build(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut project = Project::new(
        Mode {
            drafts: true,
            ..Mode::default()
        },
        today(),
    );
    let snapshot = project.apply(
        files::scan(root)
            .into_iter()
            .map(Change::Present)
            .collect(),
    );
    let renderer = &snapshot.renderer;
    let bytes = |artifact| match artifact {
        Artifact::Bytes(bytes) => bytes,
        Artifact::File(source) => files::read_bytes(root, &source).unwrap_or_default(),
    };
    let routes = renderer.site().routes.iter();
    routes
        .filter_map(|(route, _)| {
            Some((
                format!("/{}", route.link(LinkStyle::Folder)),
                bytes(renderer.render(route).0?),
            ))
        })
        .collect()
}

fn without_script(body: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(body) else {
        return body.to_vec();
    };
    let Some((before, rest)) = text.split_once("<script src=\"/__pakt/live.js\"") else {
        return body.to_vec();
    };
    let after = rest
        .split_once("</script>")
        .map_or("", |(_, after)| after);
    format!("{before}{after}").into_bytes()
}

#[test]
fn every_kind_of_change_is_served() {
    let served = Served::start();
    let root = served.path();
    served.settles("the start");
    write(
        root,
        "content/strana.md",
        "---\ntitle: Strana\n---\n\nJiný text.\n",
    );
    served.settles("an edit");
    write(root, "content/sekce/_index.md", "---\ntitle: Sekce\n---\n");
    write(
        root,
        "content/sekce/hluboko/nova.md",
        "---\ntitle: Nová\n---\n",
    );
    served.settles("files made together with their folders");
    fs::rename(
        root.join("content/sekce/hluboko"),
        root.join("content/sekce/jinde"),
    )
    .expect("renamed");
    served.settles("the renaming of a folder");
    fs::rename(
        root.join("content/sekce/jinde/nova.md"),
        root.join("content/presunuta.md"),
    )
    .expect("renamed");
    served.settles("the renaming of a page");
    write(root, "content/soubor.txt", "příloha");
    write(
        root,
        "content/presunuta.md",
        "---\ntitle: Nová\n---\n\n[příloha](soubor.txt)\n",
    );
    served.settles("an attachment");
    write(root, "content/soubor.txt", "jiná příloha");
    served.settles("an edit of an attachment");
    write(
        root,
        "themes/pakt/templates/blocks/note.html",
        "<div class=\"muj-blok\">{{ body }}</div>",
    );
    write(
        root,
        "content/strana.md",
        "---\ntitle: Strana\n---\n\n:::note\nText.\n:::\n",
    );
    served.settles("a block of the theme");
    write(
        root,
        "themes/pakt/assets/css/site.css",
        "body { color: #123456 }\n",
    );
    served.settles("a style sheet");
    write(
        root,
        "themes/pakt/locales/cs.ftl",
        "skip-to-content = Jinam\n",
    );
    served.settles("words of the theme");
    write(
        root,
        "data/links.yaml",
        "a: {name: A, url: 'https://a.example/'}\n",
    );
    write(
        root,
        "content/strana.md",
        "---\ntitle: Strana\n---\n\n::links[]{ids=\"a\"}\n",
    );
    served.settles("data");
    write(
        root,
        "site.yaml",
        "title: Jiný web\nlanguages: {en: {}, uk: {}}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
    );
    served.settles("settings");
    write(
        root,
        "content/.strana.md.tmp",
        "---\ntitle: Přes přejmenování\n---\n",
    );
    fs::rename(
        root.join("content/.strana.md.tmp"),
        root.join("content/strana.md"),
    )
    .expect("renamed");
    served.settles("a save by renaming");
    fs::rename(
        root.join("content/strana.md"),
        root.join("content/strana.md~"),
    )
    .expect("renamed");
    write(root, "content/strana.md", "---\ntitle: Jako vim\n---\n");
    served.settles("a save as vim does it");
    fs::remove_file(root.join("content/presunuta.md")).expect("removed");
    served.settles("a deletion");
    assert_eq!(served.get("/presunuta/", "").0, 404);
    fs::remove_dir_all(root.join("content/sekce")).expect("removed");
    served.settles("the deletion of a folder");
    let before = served.version();
    for number in 0..500 {
        write(
            root,
            &format!("content/mnoho/{}/strana-{number}.md", number % 7),
            &format!("---\ntitle: Strana {number}\n---\n"),
        );
    }
    served.settles("500 files at once");
    let relinked = served.version() - before;
    assert!(
        relinked <= MOST_RELINKS,
        "500 files made together were linked {relinked} times"
    );
    assert!(!root.join("public").exists(), "nothing is written");
}

#[cfg(unix)]
#[test]
fn a_linked_file_changes_under_all_its_paths() {
    use std::os::unix::fs::symlink;

    let folder = small_site();
    let page = |text: &str| format!("---\ntitle: Sdílená\n---\n\n{text}\n");
    write(folder.path(), "content/real/r.md", &page("První."));
    write(folder.path(), "sdilene/s.md", &page("První."));
    let link = |target: &str, path: &str| {
        symlink(target, folder.path().join(path)).expect("a link");
    };
    link("real", "content/alias");
    link("../sdilene/s.md", "content/s.md");
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    command
        .args(ARGUMENTS)
        .arg(folder.path());
    let served = Served::of(folder, command);
    let root = served.path();
    served.settles("the start");
    write(root, "content/real/r.md", &page("Druhá."));
    served.settles("a file in a folder with two names");
    write(root, "content/alias/r.md", &page("Třetí."));
    served.settles("the same file by its other name");
    write(root, "sdilene/s.md", &page("Druhá."));
    served.settles("a file outside the sources");
    write(root, "content/real/novy.md", &page("Nový."));
    served.settles("a new file in a folder with two names");
    fs::remove_file(root.join("content/real/r.md")).expect("removed");
    served.settles("a removed file in a folder with two names");
    // A link that comes later, and then leads elsewhere.
    write(root, "sdilene/t.md", &page("Jiná."));
    symlink("../sdilene/t.md", root.join("content/t.md")).expect("a link");
    served.settles("a new link");
    write(root, "sdilene/t.md", &page("Jinak."));
    served.settles("what the new link leads to");
    symlink("../sdilene/s.md", root.join("content/.t")).expect("a link");
    fs::rename(root.join("content/.t"), root.join("content/t.md")).expect("renamed");
    served.settles("a link that leads elsewhere");
    write(root, "sdilene/s.md", &page("Obě."));
    served.settles("a file under two names");
}

#[test]
fn files_are_polled_when_asked() {
    let folder = small_site();
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    command
        .arg("serve")
        .arg("--poll")
        .args(&ARGUMENTS[1..])
        .arg(folder.path());
    let served = Served::of(folder, command);
    let (_, _, state) = served.get("/__pakt/state?path=/", "");
    let state: serde_json::Value = serde_json::from_slice(&state).expect("JSON");
    assert_eq!(state["bar"]["polling"], true);
    let root = served.path();
    write(root, "content/nova.md", "---\ntitle: Nová\n---\n");
    served.settles("a new file");
    fs::remove_file(root.join("content/nova.md")).expect("removed");
    served.settles("a removed file");
}

#[test]
fn the_bare_command_serves_the_site_around_it() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "site.yaml", "title: Web\n");
    write(
        folder.path(),
        "content/_index.md",
        "---\ntitle: Domů\n---\n",
    );
    // Without `PATH` there is no browser to open.
    let command = Command::new(env!("CARGO_BIN_EXE_pakt"))
        .env_clear()
        .current_dir(folder.path().join("content"))
        .stderr(Stdio::piped())
        .spawn();
    let mut child = command.expect("it starts");
    let lines = BufReader::new(
        child
            .stderr
            .take()
            .expect("its words"),
    )
    .lines()
    .map_while(Result::ok);
    let ready = lines
        .into_iter()
        .find(|line| line.contains("http://127.0.0.1:"));
    child
        .kill()
        .and_then(|()| child.wait())
        .expect("it ends");
    assert!(ready.is_some_and(|line| line.starts_with("Náhled webu:")));
}

#[test]
fn a_mistake_leaves_the_last_good_page() {
    let served = Served::start();
    served.settles("the start");
    let good = served.get("/strana/", "").2;
    write(
        served.path(),
        "content/strana.md",
        "---\ntitle: Strana\n---\n\nNové. [nikam](neni.md)\n",
    );
    let state = || {
        String::from_utf8(
            served
                .get("/__pakt/state?path=/strana/", "")
                .2,
        )
        .expect("JSON")
    };
    let until = |wanted: &str| {
        let began = Instant::now();
        while !state().contains(wanted) {
            assert!(began.elapsed() < PATIENCE, "{wanted} is not in {}", state());
            std::thread::sleep(Duration::from_millis(10));
        }
    };
    until("P0401");
    assert_eq!(served.get("/strana/", "").2, good);
    write(
        served.path(),
        "content/spatna.md",
        "---\ntitle Spatna\n---\n",
    );
    let began = Instant::now();
    while served.get("/spatna/", "").0 == 404 && began.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(served.get("/spatna/", "").0, 500);
    write(
        served.path(),
        "content/strana.md",
        "---\ntitle: Strana\n---\n\nNové.\n",
    );
    write(
        served.path(),
        "content/spatna.md",
        "---\ntitle: Opravená\n---\n",
    );
    served.settles("the mending");
}

#[test]
fn a_page_is_shown_once_its_errors_are_warnings() {
    const SETTINGS: &str = "title: Web\nlanguages: {en: {}}\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n";
    let served = Served::start();
    served.settles("the start");
    let shows = |wanted: &str| {
        let began = Instant::now();
        let page = || String::from_utf8(served.get("/strana/", "").2).expect("a page");
        while !page().contains(wanted) {
            assert!(began.elapsed() < PATIENCE, "{wanted} is not in {}", page());
            std::thread::sleep(Duration::from_millis(10));
        }
    };
    let page = |text: &str| {
        let text = format!("---\ntitle: Strana\n---\n\n{text}\n");
        write(served.path(), "content/strana.md", &text);
    };
    page("První.");
    shows("První.");
    page("# Druhý\n\n[nikam](neni.md)");
    write(
        served.path(),
        "content/dalsi.md",
        "---\ntitle: Další\n---\n",
    );
    shows("První.");
    let began = Instant::now();
    while served.get("/dalsi/", "").0 == 404 && began.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(10));
    }
    shows("První.");
    let settings = format!("{SETTINGS}check: {{P0501: warning, P0401: off}}\n");
    write(served.path(), "site.yaml", &settings);
    shows("Druhý");
    served.settles("the setting");
    write(served.path(), "site.yaml", SETTINGS);
    page("<!-- pakt-allow P0501, P0401: tak to má být -->\n# Třetí [nikam](neni.md)");
    shows("Třetí");
    served.settles("the comment");
}

#[test]
fn the_panel_and_the_json_have_the_same_findings() {
    let served = Served::start();
    write(
        served.path(),
        "content/druha.md",
        "---\ntitle: Druhá\nslug: strana\n---\n",
    );
    write(
        served.path(),
        "content/dvakrat.md",
        "---\ntitle: Dvakrát\nweight: 1\nweight: 2\n---\n\n[nikam](neni.md)\n",
    );
    let checked = Command::new(env!("CARGO_BIN_EXE_pakt"))
        .args([
            "check",
            "--format",
            "json",
            "--at",
            "2026-11-22",
            "--lang",
            "en",
            "--root",
        ])
        .arg(served.path())
        .output()
        .expect("pakt runs");
    let expected: serde_json::Value = serde_json::from_slice(&checked.stdout).expect("JSON");
    let of_code = |code: &str| {
        expected
            .as_array()
            .expect("a list")
            .iter()
            .find(|finding| finding["code"] == code)
            .expect("a finding")
    };
    let clash = of_code("P0301");
    let files = [&clash["place"]["file"], &clash["related"][0]["file"]];
    assert_eq!(files, ["content/strana.md", "content/druha.md"]);
    assert_eq!(clash["related"][0]["label"], "this place is involved, too");
    let twice = &of_code("P0207")["related"][0];
    assert_eq!(
        (&twice["line"], &twice["excerpt"]["text"]),
        (&3.into(), &"weight: 1".into()),
        "{twice}"
    );
    let began = Instant::now();
    loop {
        let state: serde_json::Value = serde_json::from_slice(
            &served
                .get("/__pakt/state?path=/", "")
                .2,
        )
        .expect("JSON");
        let told = state["elsewhere"]["findings"]
            .as_array()
            .expect("a list")
            .iter()
            .map(without_doors);
        if told.clone().eq(expected
            .as_array()
            .expect("a list")
            .iter()
            .cloned())
        {
            break;
        }
        assert!(
            began.elapsed() < PATIENCE,
            "{:#}\nis not\n{expected:#}",
            told.collect::<serde_json::Value>()
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A finding without the links that only the panel has.
fn without_doors(finding: &serde_json::Value) -> serde_json::Value {
    let mut finding = finding.clone();
    let doors = finding
        .as_object_mut()
        .and_then(|finding| finding.remove("doors"))
        .expect("doors");
    assert_eq!(
        doors.as_array().map(Vec::len),
        finding["related"]
            .as_array()
            .map(|related| related.len() + 1)
    );
    finding
}

#[test]
fn constant_messages_come_once_with_the_script() {
    let served = Served::start();
    let text = |path: &str| String::from_utf8(served.get(path, "").2).expect("text");
    let (script, state) = (text("/__pakt/live.js"), text("/__pakt/state?path=/strana/"));
    let words = script
        .trim_end()
        .strip_suffix(");")
        .and_then(|script| script.rsplit_once(")("))
        .expect("a call")
        .1;
    let words: BTreeMap<String, String> = serde_json::from_str(words).expect("words");
    assert_eq!(words["minutes"], "Reading time (minutes)");
    let repeated: Vec<&String> = words
        .values()
        .filter(|word| word.contains(' ') && state.contains(*word))
        .collect();
    assert!(repeated.is_empty(), "{repeated:?} in {state}");
}

#[test]
fn a_late_connection_learns_that_something_was_missed() {
    let served = Served::start();
    let state = || -> serde_json::Value {
        serde_json::from_slice(
            &served
                .get("/__pakt/state?path=/", "")
                .2,
        )
        .expect("JSON")
    };
    let began = Instant::now();
    let (mut early, mut late) = (state(), state());
    while late["elsewhere"]["done"] != true {
        assert!(began.elapsed() < PATIENCE, "{late}");
        (early, late) = (late, state());
    }
    let hello = served.greeting();
    // The check may have been announced between the answer and its moment.
    let late = state();
    assert_eq!(
        (&hello["moment"], &early["version"]),
        (&late["moment"], &late["version"])
    );
    assert!(
        early["elsewhere"]["done"] == true || early["moment"] != hello["moment"],
        "{early} and {hello}"
    );
}

#[test]
fn every_run_has_an_unguessable_token() {
    let runs = [Served::start(), Served::start()];
    let tokens = runs.each_ref().map(|served| {
        let (_, _, state) = served.get("/__pakt/state?path=/", "");
        let state: serde_json::Value = serde_json::from_slice(&state).expect("JSON");
        assert_eq!(served.greeting()["session"], state["session"]);
        state["session"]
            .as_str()
            .expect("a token")
            .to_owned()
    });
    assert_ne!(tokens[0], tokens[1]);
    for token in &tokens {
        assert_eq!(token.len(), 32, "{token}");
        let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        assert!(token.bytes().all(is_hex), "{token}");
    }
}

#[test]
fn only_our_own_pages_may_send_requests() {
    let served = Served::start();
    let port = served.address.port();
    assert_eq!(
        served
            .get("/", "Host: localhost\r\n")
            .0,
        200
    );
    assert_eq!(
        served
            .get("/", &format!("Host: [::1]:{port}\r\n"))
            .0,
        200
    );
    assert_eq!(
        served
            .get("/", "Host: evil.example\r\n")
            .0,
        403
    );
    assert_eq!(
        served
            .get("/", &format!("Host: 127.0.0.1.evil.example:{port}\r\n"))
            .0,
        403
    );
    assert_eq!(
        served
            .get("/__pakt/state?path=/", "Origin: http://evil.example\r\n")
            .0,
        403
    );
    assert_eq!(
        served
            .get("/__pakt/state?path=/", "Sec-Fetch-Site: cross-site\r\n")
            .0,
        403
    );
    for path in [
        "/../site.yaml",
        "/%2e%2e/site.yaml",
        "/..%2fsite.yaml",
        "/%5c..%5csite.yaml",
        "/site.yaml",
        "/content/_index.md",
        "//etc/passwd",
        "/%00",
        "/.",
    ] {
        let (status, _, body) = served.get(path, "");
        assert_eq!(status, 404, "{path}");
        assert!(
            !String::from_utf8_lossy(&body).contains("organisation:"),
            "{path}"
        );
    }
    let (_, head, _) = served.get("/", "");
    assert!(
        head.to_lowercase()
            .contains("cache-control: no-store"),
        "{head}"
    );
}

#[test]
fn ranges_head_and_redirects_work() {
    let served = Served::start();
    write(
        served.path(),
        "content/strana.md",
        "---\ntitle: Strana\n---\n\n[záznam](zaznam.mp3)\n",
    );
    write(served.path(), "content/zaznam.mp3", "0123456789");
    served.settles("the attachment");
    let (status, head, body) = served.get("/zaznam.mp3", "Range: bytes=2-4\r\n");
    assert_eq!(
        (status, body.as_slice()),
        (206, b"234".as_slice()),
        "{head}"
    );
    let (status, head, _) = served.get("/strana", "");
    assert_eq!(status, 307);
    assert!(
        head.to_lowercase()
            .contains("location: /strana/"),
        "{head}"
    );
    let (_, head, _) = served.get("/strana/", "");
    let tag = head
        .lines()
        .find_map(|line| {
            line.to_lowercase()
                .starts_with("etag:")
                .then(|| line[5..].trim().to_owned())
        })
        .expect("a tag");
    assert_eq!(
        served
            .get("/strana/", &format!("If-None-Match: {tag}\r\n"))
            .0,
        304
    );
}

/// The number of edits in the storm, unless `PAKT_STORM` sets another.
const EDITS: usize = 2_000;

#[test]
fn a_storm_of_edits_ends_like_a_clean_build() {
    let served = Served::start();
    let edits = std::env::var("PAKT_STORM")
        .ok()
        .and_then(|edits| edits.parse().ok())
        .unwrap_or(EDITS);
    let is_over = AtomicBool::new(false);
    let (asked, broken) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for reader in 0..8_u64 {
            let (served, is_over, asked, broken) = (&served, &is_over, &asked, &broken);
            scope.spawn(move || {
                let mut dice = Dice(reader + 99);
                while !is_over.load(Ordering::Relaxed) {
                    let page = dice.roll(20);
                    let path = if dice.roll(3) == 0 {
                        "/".to_owned()
                    } else {
                        format!("/s{}/p{page}/", page % 3)
                    };
                    let (status, _, body) = served.get(&path, "");
                    asked.fetch_add(1, Ordering::Relaxed);
                    // A page that is being written for the first time may be seen half written.
                    if status >= 500 && path == "/" {
                        broken.fetch_add(1, Ordering::Relaxed);
                        eprintln!("{path}: {}", String::from_utf8_lossy(&body));
                    }
                }
            });
        }
        let mut dice = Dice(7);
        for edit in 0..edits {
            random_edit(served.path(), &mut dice, edit);
        }
        is_over.store(true, Ordering::Relaxed);
    });
    served.settles("the storm");
    assert!(asked.load(Ordering::Relaxed) > 50, "the readers read");
    assert_eq!(
        broken.load(Ordering::Relaxed),
        0,
        "the home page was always served"
    );
}

fn random_edit(root: &Path, dice: &mut Dice, edit: usize) {
    let page = dice.roll(20);
    let path = root.join(format!("content/s{}/p{page}.md", page % 3));
    let text = format!(
        "---\ntitle: Strana {page}\nweight: {}\n---\n\nÚprava {edit}.\n",
        dice.roll(9)
    );
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    let _ = match dice.roll(6) {
        0 => fs::remove_file(&path),
        1 => fs::rename(
            &path,
            root.join(format!("content/s{}/p{}.md", page % 3, (page + 3) % 21)),
        ),
        2 => fs::write(path.with_extension("tmp"), &text)
            .and_then(|()| fs::rename(path.with_extension("tmp"), &path)),
        3 => fs::remove_dir_all(root.join(format!("content/s{}", dice.roll(3)))),
        4 => fs::write(
            root.join("content/_index.md"),
            format!("---\ntitle: Domů {edit}\n---\n\n[Strana](strana.md)\n"),
        ),
        _ => fs::write(&path, &text),
    };
}

/// Pseudorandom numbers, the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}
