//! Builds of whole sites, compared in one run: pakt, a plain copy of its output, and Zola and Hugo
//! where they are installed.
//!
//! `cargo bench --bench sites -- [--pages 10000] [--sections 20] [--tags 60] [--aliases] [--runs 5]
//! [--large] [--search] [--blocks] [--against PAKT] [--keep]`
//!
//! `--against` names another pakt, such as that of an earlier commit, to compare with; `--blocks`
//! gives each page three blocks and raw HTML.
//!
//! Everything is on a RAM disk. Commands take turns, so that other load on the machine affects all
//! of them equally.

#![expect(clippy::print_stdout, reason = "figures are for people to read")]
#![expect(clippy::disallowed_methods, reason = "a bench writes its own sites")]
#![expect(clippy::expect_used, reason = "a bench that cannot measure stops")]

mod work;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use work::{Generator, Work};

/// The RAM disk of Linux.
const RAM_DISK: &str = "/dev/shm";

/// How many pages the large site has.
const LARGE: usize = 100_000;

/// How often the large site is built: it takes long, and its noise is small.
const LARGE_RUNS: usize = 3;

/// How often the memory of a running build is sampled.
const GLANCE: Duration = Duration::from_millis(20);

fn main() {
    let arguments = Arguments::read();
    let place = Place::new(arguments.keep);
    println!(
        "{} pages, {} runs, in {}",
        arguments.work.pages,
        arguments.runs,
        place.0.display()
    );
    println!("load before: {}", load());
    let usual = compare(&place, arguments.work, arguments.runs);
    if let Some(other) = &arguments.against {
        against(&place, &arguments, other);
    }
    if arguments.large {
        large(&place, arguments.work, usual);
    }
    if arguments.search {
        search(&place, arguments.work, arguments.runs);
    }
    println!("load after: {}", load());
}

/// The command-line arguments.
struct Arguments {
    work: Work,
    runs: usize,
    large: bool,
    search: bool,
    against: Option<PathBuf>,
    keep: bool,
}

impl Arguments {
    fn read() -> Self {
        let mut read = Self {
            work: Work::usual(10_000),
            runs: 5,
            large: false,
            search: false,
            against: None,
            keep: false,
        };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let mut number = || {
                words
                    .next()
                    .and_then(|word| word.parse().ok())
                    .filter(|number| *number > 0)
                    .expect("a number")
            };
            match word.as_str() {
                "--pages" => read.work.pages = number(),
                "--sections" => read.work.sections = number(),
                "--tags" => read.work.tags = number(),
                "--runs" => read.runs = number(),
                "--blocks" => read.work.blocks = true,
                "--against" => read.against = words.next().map(PathBuf::from),
                "--aliases" => read.work.aliases = true,
                "--large" => read.large = true,
                "--search" => read.search = true,
                "--keep" => read.keep = true,
                // Cargo adds `--bench`.
                _ => {}
            }
        }
        read
    }
}

/// The working folder, removed at the end unless kept.
struct Place(PathBuf, bool);

impl Place {
    fn new(keep: bool) -> Self {
        let ram = Path::new(RAM_DISK);
        let disk = if ram.is_dir() {
            ram.to_path_buf()
        } else {
            std::env::temp_dir()
        };
        if !ram.is_dir() {
            println!("there is no RAM disk here: figures are those of the disk");
        }
        let folder = disk.join(format!("pakt-bench-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder, keep)
    }

    /// Writes a site and returns its folder.
    fn write(&self, name: &str, work: Work, generator: Generator) -> PathBuf {
        let root = self.0.join(name);
        for (path, text) in work.files(generator) {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        root
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.1 {
            remove(&self.0);
        }
    }
}

/// Measures another pakt on the same work, taking turns: full builds, builds without changes, and
/// with `--large` the memory for the large site.
fn against(place: &Place, arguments: &Arguments, other: &Path) {
    let own = Path::new(env!("CARGO_BIN_EXE_pakt"));
    let roots = ["own", "other"].map(|name| place.write(name, arguments.work, Generator::Pakt));
    let mut times: [[Vec<Times>; 2]; 2] = Default::default();
    for _ in 0..arguments.runs {
        for (at, program) in [own, other].into_iter().enumerate() {
            remove(&roots[at].join("public"));
            remove(&roots[at].join(".pakt"));
            for times in &mut times[at] {
                times.push(time(&mut build_with(program, &roots[at])));
            }
        }
    }
    println!(
        "{} pages, against {}:",
        arguments.work.pages,
        other.display()
    );
    let [[fresh, again], [other_fresh, other_again]] = times.map(|times| times.map(median));
    line("the other, fresh", Some(other_fresh), other_fresh);
    line("this one, fresh", Some(fresh), other_fresh);
    line("the other, unchanged", Some(other_again), other_again);
    line("this one, unchanged", Some(again), other_again);
    if arguments.large {
        let root = place.write(
            "large-against",
            Work {
                pages: LARGE,
                ..arguments.work
            },
            Generator::Pakt,
        );
        for program in [other, own] {
            remove(&root.join("public"));
            remove(&root.join(".pakt"));
            let memory = watch(
                build_with(program, &root)
                    .spawn()
                    .expect("pakt"),
            );
            println!(
                "{LARGE} pages: peak memory {:.0} MB with {}",
                memory as f64 / 1e6,
                program.display()
            );
        }
        remove(&root);
    }
}

/// What the large site is compared with.
struct Usual {
    fresh: Times,
    copied: Times,
}

/// Measures pakt and its peers on one work; returns the medians of pakt's full build and of the
/// copy.
fn compare(place: &Place, work: Work, runs: usize) -> Usual {
    let root = place.write("pakt", work, Generator::Pakt);
    let (output, copy) = (root.join("public"), place.0.join("copy"));
    let zola = installed("zola", "--version")
        .map(|version| (version, place.write("zola", work, Generator::Zola)));
    let hugo = installed("hugo", "version")
        .map(|version| (version, place.write("hugo", work, Generator::Hugo)));
    let [mut full, mut again, mut copied, mut by_zola, mut by_hugo] = [const { Vec::new() }; 5];
    for _ in 0..runs {
        remove(&output);
        remove(&root.join(".pakt"));
        full.push(time(&mut pakt(&root)));
        again.push(time(&mut pakt(&root)));
        remove(&copy);
        copied.push(time(
            Command::new("cp")
                .arg("-r")
                .arg(&output)
                .arg(&copy),
        ));
        if let Some((_, root)) = &zola {
            remove(&root.join("public"));
            by_zola.push(time(
                Command::new("zola")
                    .arg("build")
                    .current_dir(root),
            ));
        }
        if let Some((_, root)) = &hugo {
            remove(&root.join("public"));
            remove(&root.join("resources"));
            by_hugo.push(time(
                Command::new("hugo")
                    .arg("--quiet")
                    .current_dir(root),
            ));
        }
    }
    let (files, bytes) = size(&output);
    println!("output: {files} files, {:.1} MB", bytes as f64 / 1e6);
    let (full, unit) = (median(full), median(copied));
    line("cp -r of the output", Some(unit), unit);
    line("pakt build, fresh", Some(full), unit);
    line("pakt build, unchanged", Some(median(again)), unit);
    for (name, peer, times) in [("zola build", zola, by_zola), ("hugo", hugo, by_hugo)] {
        let version = peer.map_or_else(String::new, |(version, _)| format!(" ({version})"));
        line(
            &format!("{name}{version}"),
            (!times.is_empty()).then(|| median(times)),
            unit,
        );
    }
    remove(&copy);
    Usual {
        fresh: full,
        copied: unit,
    }
}

/// Measures pakt on the large site.
fn large(place: &Place, work: Work, usual: Usual) {
    let root = place.write(
        "large",
        Work {
            pages: LARGE,
            ..work
        },
        Generator::Pakt,
    );
    let (output, copy) = (root.join("public"), place.0.join("copy"));
    let (mut times, mut copied, mut peak) = (Vec::new(), Vec::new(), 0);
    for _ in 0..LARGE_RUNS {
        remove(&output);
        remove(&root.join(".pakt"));
        let clock = Clock::start();
        let memory = watch(pakt(&root).spawn().expect("pakt"));
        times.push(clock.stop());
        peak = peak.max(memory);
        copied.push(time(
            Command::new("cp")
                .arg("-r")
                .arg(&output)
                .arg(&copy),
        ));
        remove(&copy);
    }
    println!("{LARGE} pages against {}:", work.pages);
    // If copying takes more than ten times as long as for a tenth of the site, the excess is due to
    // the disk.
    line("cp -r of the output", Some(median(copied)), usual.copied);
    line("pakt build, fresh", Some(median(times)), usual.fresh);
    println!("{LARGE} pages: peak memory {:.0} MB", peak as f64 / 1e6);
}

/// How many pages the small site has for which search loads are measured.
const SMALL: usize = 100;

/// How many results the search shows at once below its field.
const SHOWN: usize = 6;

/// Measures the cost of the search index: the same work built with and without it, taking turns,
/// and how much of it a browser loads.
fn search(place: &Place, work: Work, runs: usize) {
    let without = place.write(
        "without-search",
        Work {
            search: false,
            ..work
        },
        Generator::Pakt,
    );
    let with = place.write(
        "with-search",
        Work {
            search: true,
            ..work
        },
        Generator::Pakt,
    );
    let (mut plain, mut searched) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        for (root, times) in [(&without, &mut plain), (&with, &mut searched)] {
            remove(&root.join("public"));
            remove(&root.join(".pakt"));
            times.push(time(&mut pakt(root)));
        }
    }
    let unit = median(plain);
    println!("{} pages, the search index:", work.pages);
    line("pakt build without it", Some(unit), unit);
    line("pakt build with it", Some(median(searched)), unit);
    for pages in [SMALL, work.pages] {
        let rich = place.write(
            &format!("rich-{pages}"),
            Work {
                pages,
                search: true,
                rich: true,
                ..work
            },
            Generator::Pakt,
        );
        time(&mut pakt(&rich));
        loaded(&rich.join("public"), pages);
        remove(&rich);
    }
}

/// Prints how much is loaded before the first result of some queries, each file compressed by `gzip
/// -6`.
fn loaded(output: &Path, pages: usize) {
    let folder = output.join("search");
    let (files, bytes) = size(&folder);
    println!(
        "{pages} pages: {files} files of the index, {:.2} MB",
        bytes as f64 / 1e6
    );
    let head = fs::read_to_string(folder.join("cs.js")).expect("the head of the index");
    let starts = head
        .split("\"starts\":\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("the starts of the files");
    let sizes = |kind: &str, count: usize| {
        let mut sizes: Vec<usize> = (0..count)
            .map(|number| folder.join(format!("cs-{kind}{number}.js")))
            .filter(|file| file.is_file())
            .map(|file| compressed(&file))
            .collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes
    };
    let (words, titles) = (sizes("w", starts.split(',').count() + 1), sizes("t", pages));
    let (head, shown) = (
        compressed(&folder.join("cs.js")),
        titles
            .iter()
            .take(SHOWN)
            .sum::<usize>(),
    );
    println!(
        "  head {:.1} KB, titles of {SHOWN} results at worst {:.1} KB",
        head as f64 / 1e3,
        shown as f64 / 1e3
    );
    let line = |name: &str, words: usize| {
        println!(
            "  before the first result, {name}: {:.1} KB",
            (head + shown + words) as f64 / 1e3
        )
    };
    line("a usual word", words[words.len() / 2]);
    line("the largest file of words", words[0]);
    line(
        "three words in the largest files",
        words.iter().take(3).sum(),
    );
    let script = fs::read_dir(output.join("assets/js"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let scripts: usize = script
        .map(|file| compressed(&file))
        .sum();
    println!("  the scripts themselves: {:.1} KB", scripts as f64 / 1e3);
}

/// Returns the size of a file compressed by `gzip -6`.
fn compressed(file: &Path) -> usize {
    Command::new("gzip")
        .arg("-6c")
        .arg(file)
        .output()
        .expect("gzip")
        .stdout
        .len()
}

/// The command that builds a site.
fn pakt(root: &Path) -> Command {
    build_with(Path::new(env!("CARGO_BIN_EXE_pakt")), root)
}

fn build_with(program: &Path, root: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .args(["build", "-q", "--at", "2026-11-22", "--root"])
        .arg(root);
    command
}

/// How long a command took: wall-clock time, and CPU time, which says more on a shared machine.
#[derive(Clone, Copy)]
struct Times {
    wall: Duration,
    processors: Duration,
}

/// A clock for one command.
struct Clock {
    began: Instant,
    processors: Duration,
}

impl Clock {
    fn start() -> Self {
        Self {
            began: Instant::now(),
            processors: processors(),
        }
    }

    fn stop(self) -> Times {
        Times {
            wall: self.began.elapsed(),
            processors: processors().saturating_sub(self.processors),
        }
    }
}

/// The CPU time of all finished children of this process; zero where the system does not report it.
fn processors() -> Duration {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may contain spaces; the children's user and system
    // ticks are fields 16 and 17 (proc(5)).
    let fields = text
        .rsplit_once(')')
        .map_or("", |(_, fields)| fields)
        .split_whitespace()
        .skip(13)
        .take(2);
    Duration::from_millis(
        fields
            .filter_map(|ticks| ticks.parse::<u64>().ok())
            .sum::<u64>()
            * TICK,
    )
}

/// A clock tick of Linux in milliseconds, as on all common machines.
const TICK: u64 = 10;

/// Runs a command and returns how long it took.
fn time(command: &mut Command) -> Times {
    let clock = Clock::start();
    let status = command
        .stdout(Stdio::null())
        .status()
        .expect("a program");
    assert!(status.success(), "{command:?} failed");
    clock.stop()
}

/// Waits for a program and returns its peak memory in bytes; 0 where the system does not report it.
fn watch(mut child: Child) -> u64 {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child
        .try_wait()
        .expect("a program")
        .is_none()
    {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line
            .and_then(|line| {
                line.trim()
                    .strip_suffix(" kB")?
                    .parse::<u64>()
                    .ok()
            })
            .unwrap_or_default();
        peak = peak.max(kilobytes * 1024);
        std::thread::sleep(GLANCE);
    }
    peak
}

/// Returns the version of a program, if it is installed.
fn installed(program: &str, argument: &str) -> Option<String> {
    let output = Command::new(program)
        .arg(argument)
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split_whitespace()
        .find(|word| {
            word.trim_start_matches('v')
                .starts_with(|c: char| c.is_ascii_digit())
        })
        .map(str::to_owned)
}

/// Prints times, and their ratio to `unit`.
fn line(name: &str, times: Option<Times>, unit: Times) {
    let figure = |time: Duration, unit: Duration| {
        format!(
            "{:9} ms {:6.2} ×",
            time.as_millis(),
            time.as_secs_f64() / unit.as_secs_f64()
        )
    };
    match times {
        Some(times) => {
            println!(
                "{name:32} {}   processors {}",
                figure(times.wall, unit.wall),
                figure(times.processors, unit.processors)
            );
        }
        None => println!("{name:32} not installed"),
    }
}

fn median(times: Vec<Times>) -> Times {
    let middle = |time: fn(&Times) -> Duration| {
        let mut times: Vec<Duration> = times.iter().map(time).collect();
        times.sort_unstable();
        times[times.len() / 2]
    };
    Times {
        wall: middle(|times| times.wall),
        processors: middle(|times| times.processors),
    }
}

/// Counts the files below a folder and their total bytes.
fn size(folder: &Path) -> (usize, u64) {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten();
    entries.fold((0, 0), |(files, bytes), entry| match entry.metadata() {
        Ok(metadata) if metadata.is_dir() => {
            let (more, larger) = size(&entry.path());
            (files + more, bytes + larger)
        }
        Ok(metadata) => (files + 1, bytes + metadata.len()),
        Err(_) => (files, bytes),
    })
}

/// The machine's recent load average, to judge how reliable the figures are.
fn load() -> String {
    fs::read_to_string("/proc/loadavg")
        .unwrap_or_default()
        .trim()
        .to_owned()
}

fn remove(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("a folder that can be removed");
    }
}
