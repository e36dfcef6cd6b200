//! Live mode: how long it takes to serve a save, how soon the server is ready, and how much memory
//! it uses.
//!
//! `cargo bench --bench live -- [--pages 10000] [--saves 50]`
//!
//! A save writes a whole file; it counts as served when the page, requested repeatedly, shows it.

#![expect(clippy::print_stdout, reason = "figures are for people to read")]
#![expect(clippy::disallowed_methods, reason = "a bench writes its own sites")]
#![expect(clippy::expect_used, reason = "a bench that cannot measure stops")]
#![expect(dead_code, reason = "other benches use the rest of `work`")]

mod work;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use work::{Generator, Work};

/// The RAM disk of Linux.
const RAM_DISK: &str = "/dev/shm";

/// How many files change at once, as during a Git checkout.
const BURST: usize = 500;

/// How long the server is watched while nothing happens.
const IDLE: Duration = Duration::from_secs(5);

/// The longest wait for a change to be served.
const PATIENCE: Duration = Duration::from_secs(30);

fn main() {
    let (mut pages, mut saves) = (vec![10_000, 200], 50);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut number = || {
            words
                .next()
                .and_then(|word| word.parse().ok())
                .expect("a number")
        };
        match word.as_str() {
            "--pages" => pages = vec![number()],
            "--saves" => saves = number(),
            // Cargo adds `--bench`.
            _ => {}
        }
    }
    println!(
        "load before: {}",
        fs::read_to_string("/proc/loadavg")
            .unwrap_or_default()
            .trim()
    );
    pages
        .into_iter()
        .for_each(|pages| measure(pages, saves));
}

/// Measures one site.
fn measure(pages: usize, saves: usize) {
    let disk = if Path::new(RAM_DISK).is_dir() {
        PathBuf::from(RAM_DISK)
    } else {
        std::env::temp_dir()
    };
    let root = disk.join(format!("pakt-live-{}", std::process::id()));
    let mut files = Vec::new();
    for (path, text) in Work::usual(pages).files(Generator::Pakt) {
        let place = root.join(&path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(&place, &text).expect("a file");
        let name = path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned();
        if path.starts_with("content/") && name.ends_with(".md") && !name.starts_with('_') {
            files.push((place, text));
        }
    }
    let server = Server::start(&root);
    println!("{pages} pages");
    println!(
        "  ready after                {:8.1} ms",
        server.ready.as_secs_f64() * 1e3
    );
    server.settle();
    for (what, edit) in [("text", Edit::Text), ("title", Edit::Title)] {
        let mut times: Vec<Duration> = (0..saves)
            .map(|save| server.save(&files[save * 7919 % files.len()], &root, edit, save))
            .collect();
        times.sort_unstable();
        let shown = |at: usize| times[at].as_secs_f64() * 1e3;
        let (median, longest) = (shown(times.len() / 2), shown(times.len() - 1));
        println!(
            "  {what:<5} saved to served      {median:8.1} ms median, {longest:.1} ms longest of {saves}"
        );
    }
    println!(
        "  {BURST} files at once          {:8.1} ms",
        server
            .burst(&files, &root)
            .as_secs_f64()
            * 1e3
    );
    server.settle();
    println!(
        "  memory                     {:8.1} MB",
        server.memory() as f64 / 1e6
    );
    let before = server.ticks();
    sleep(IDLE);
    println!(
        "  processor time while idle  {:8.1} ms of {} s",
        (server.ticks() - before) as f64 * 10.0,
        IDLE.as_secs()
    );
    drop(server);
    fs::remove_dir_all(&root).expect("a folder that can be removed");
}

/// What a save changes.
#[derive(Clone, Copy)]
enum Edit {
    /// The end of the text, which only the page shows.
    Text,
    /// The title, which lists show and are ordered by.
    Title,
}

impl Edit {
    /// Puts `mark` into a page.
    fn apply(self, text: &str, mark: &str) -> String {
        match self {
            Self::Text => format!("{text}\n{mark}\n"),
            Self::Title => text.replacen("title: ", &format!("title: {mark} "), 1),
        }
    }
}

/// A running server.
struct Server {
    child: Child,
    address: String,
    ready: Duration,
}

impl Server {
    fn start(root: &Path) -> Self {
        let began = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
        command
            .args(["serve", "--port", "0", "--lang", "en", "--root"])
            .arg(root)
            .stderr(Stdio::piped())
            .stdout(Stdio::null());
        let mut child = command.spawn().expect("pakt");
        let mut lines = BufReader::new(
            child
                .stderr
                .take()
                .expect("its words"),
        )
        .lines()
        .map_while(Result::ok);
        let line = lines
            .find(|line| line.contains("http://"))
            .expect("an address");
        let ready = began.elapsed();
        std::thread::spawn(move || lines.for_each(drop));
        let (_, address) = line
            .split_once("http://")
            .expect("an address");
        Self {
            child,
            address: address
                .trim_end_matches('/')
                .to_owned(),
            ready,
        }
    }

    /// Requests a path on a new connection.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        )
        .expect("a request");
        let mut answer = Vec::new();
        stream
            .read_to_end(&mut answer)
            .expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Waits until the background check is done, so that it does not distort the next figure.
    fn settle(&self) {
        let began = Instant::now();
        while !self
            .get("/__pakt/state?path=/")
            .contains("\"done\":true")
            && began.elapsed() < PATIENCE
        {
            sleep(Duration::from_millis(50));
        }
    }

    /// Saves a change to a page and returns how long it took to be served.
    fn save(
        &self,
        (file, text): &(PathBuf, String),
        root: &Path,
        edit: Edit,
        number: usize,
    ) -> Duration {
        let mark = match edit {
            Edit::Text => format!("Uloženo po {number}."),
            Edit::Title => format!("Přejmenováno po {number}"),
        };
        let path = address(file, root);
        let began = Instant::now();
        fs::write(file, edit.apply(text, &mark)).expect("a save");
        self.wait_for(&path, &mark);
        let time = began.elapsed();
        self.settle();
        time
    }

    /// Saves many files and returns how long it took until the last was served.
    fn burst(&self, files: &[(PathBuf, String)], root: &Path) -> Duration {
        let files = &files[..BURST.min(files.len())];
        let mark = "Vše najednou.";
        let began = Instant::now();
        for (file, text) in files {
            fs::write(file, Edit::Text.apply(text, mark)).expect("a save");
        }
        for (file, _) in [files.first(), files.last()]
            .into_iter()
            .flatten()
        {
            self.wait_for(&address(file, root), mark);
        }
        began.elapsed()
    }

    fn wait_for(&self, path: &str, mark: &str) {
        let began = Instant::now();
        while !self.get(path).contains(mark) {
            assert!(
                began.elapsed() < PATIENCE,
                "{path} does not show the change"
            );
        }
    }

    /// The memory that the server uses, in bytes.
    fn memory(&self) -> u64 {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| {
            line.trim()
                .strip_suffix(" kB")?
                .parse::<u64>()
                .ok()
        })
        .unwrap_or_default()
            * 1024
    }

    /// The CPU time that the server has used, in hundredths of a second.
    fn ticks(&self) -> u64 {
        let stat =
            fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let fields: Vec<&str> = stat
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        [11, 12]
            .iter()
            .filter_map(|at| fields.get(*at)?.parse::<u64>().ok())
            .sum()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child
            .kill()
            .and_then(|()| self.child.wait())
            .expect("the server ends");
    }
}

/// The address of a page with a plain name.
fn address(file: &Path, root: &Path) -> String {
    let path = file
        .strip_prefix(root.join("content"))
        .expect("a page")
        .with_extension("");
    format!("/{}/", path.display())
}
