//! The rules of this codebase, checked by reading it: layers, documentation, size of functions.

mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Generated folders.
const MADE: [&str; 6] = [
    ".git",
    ".pakt",
    "target",
    "public",
    "node_modules",
    ".insta",
];

/// Our own site's content, in which commands and paths may be anything.
const CONTENT: &str = "content/";

/// A text file of the repository.
struct Text {
    /// Its path from the root.
    path: String,
    text: String,
}

impl Text {
    /// Its numbered lines, without comments and test-only code.
    fn code(&self) -> Vec<(usize, &str)> {
        let mut code = Vec::new();
        let mut skipped: Option<&str> = None;
        let mut lines = self.text.lines().zip(1..).peekable();
        while let Some((line, number)) = lines.next() {
            let indent = &line[..line.len() - line.trim_start().len()];
            if let Some(end) = skipped {
                skipped = (line.strip_prefix(end) != Some("}")).then_some(end);
            } else if line.trim() == "#[cfg(test)]" {
                match lines.peek() {
                    Some((item, _)) if item.ends_with(';') => drop(lines.next()),
                    _ => skipped = Some(indent),
                }
            } else if !line.trim_start().starts_with("//") {
                code.push((number, line));
            }
        }
        code
    }

    /// The room of `src` that the file belongs to: `site` for `src/site.rs` and `src/site/link.rs`.
    fn room(&self) -> &str {
        let path = self
            .path
            .strip_prefix("src/")
            .unwrap_or(&self.path);
        path.split(['/', '.'])
            .next()
            .unwrap_or(path)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text of the repository, in order.
fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    let mut folders = vec![root().to_path_buf()];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<PathBuf> = fs::read_dir(&folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        entries.sort();
        for entry in entries {
            let name = entry
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if MADE.contains(&name.as_str()) {
                continue;
            }
            if entry.is_dir() {
                folders.push(entry);
            } else if let Ok(text) = fs::read_to_string(&entry) {
                let path = entry
                    .strip_prefix(root())
                    .expect("below the root")
                    .to_string_lossy()
                    .replace('\\', "/");
                texts.push(Text { path, text });
            }
        }
    }
    texts
}

/// The Rust files below a folder, except tests.
fn sources(folder: &str) -> Vec<Text> {
    let is_test = |text: &Text| {
        text.path.ends_with("/tests.rs")
            || text.path.starts_with("src/") && text.path.contains("/tests/")
    };
    let is_source =
        |text: &Text| text.path.starts_with(folder) && text.path.ends_with(".rs") && !is_test(text);
    let sources: Vec<Text> = texts()
        .into_iter()
        .filter(is_source)
        .collect();
    assert!(!sources.is_empty(), "there are files in {folder}");
    sources
}

/// Fails with the places that break a rule, if any.
fn held(rule: &str, broken: Vec<String>) {
    assert!(broken.is_empty(), "{rule}\n{}", broken.join("\n"));
}

#[test]
fn every_file_starts_with_a_summary() {
    let rust = texts()
        .into_iter()
        .filter(|text| text.path.ends_with(".rs"));
    let broken = rust
        .filter(|text| !text.text.starts_with("//! "))
        .map(|text| text.path)
        .collect();
    held(
        "A Rust file starts with `//!`: what is in it, what is not.",
        broken,
    );
}

/// The layers listed in the doc comment of `src/lib.rs`.
fn layers() -> BTreeMap<String, usize> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    let mut layers = BTreeMap::new();
    for line in lib
        .lines()
        .filter_map(|line| line.strip_prefix("//! - "))
    {
        let Some((number, rooms)) = line.split_once(": ") else {
            continue;
        };
        let Ok(number) = number.parse::<usize>() else {
            continue;
        };
        for room in rooms.split(", ") {
            let room = room
                .trim_matches(['[', ']', '`'])
                .trim_start_matches("mod@");
            assert_eq!(
                layers.insert(room.to_owned(), number),
                None,
                "{room} is in the list twice"
            );
        }
    }
    layers
}

/// The names after `crate::` in a line.
fn imports(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::")
        .filter_map(|(at, found)| {
            let rest = &line[at + found.len()..];
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            let is_word =
                line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
            (!is_word).then_some(&rest[..end])
        })
}

#[test]
fn a_module_imports_from_lower_layers_only() {
    let layers = layers();
    let mut broken = Vec::new();
    for source in sources("src/")
        .iter()
        .filter(|source| !["src/lib.rs", "src/main.rs"].contains(&source.path.as_str()))
    {
        let own = layers
            .get(source.room())
            .unwrap_or_else(|| panic!("{} has no layer in the list of src/lib.rs", source.path));
        for (number, line) in source.code() {
            for other in imports(line).filter(|other| *other != source.room()) {
                match layers.get(other) {
                    Some(layer) if layer < own => {}
                    Some(layer) => broken.push(format!(
                        "{}:{number}: layer {own} imports `{other}` of layer {layer}",
                        source.path
                    )),
                    None => broken.push(format!(
                        "{}:{number}: `crate::{other}` is no module of the list",
                        source.path
                    )),
                }
            }
        }
    }
    held(
        "A module imports only from lower layers, or from its own room.",
        broken,
    );
}

#[test]
fn the_list_of_layers_has_every_module() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    let modules: BTreeSet<String> = lib
        .lines()
        .filter_map(|line| {
            line.strip_prefix("pub mod ")?
                .strip_suffix(';')
        })
        .map(str::to_owned)
        .collect();
    assert_eq!(
        layers()
            .into_keys()
            .collect::<BTreeSet<String>>(),
        modules
    );
}

/// Finds lines of `src` that contain one of `signs`, outside tests.
fn lines_with(signs: &[&str], is_exempt: impl Fn(&Text) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources("src/")
        .iter()
        .filter(|source| !is_exempt(source))
    {
        for (number, line) in source.code() {
            found.extend(
                signs
                    .iter()
                    .filter(|sign| line.contains(**sign))
                    .map(|sign| format!("{}:{number}: {sign}", source.path)),
            );
        }
    }
    found
}

#[test]
fn only_files_touches_the_file_system() {
    let signs = [
        "std::fs",
        "fs::",
        "File::open",
        "File::create",
        "OpenOptions",
        "WalkDir",
        "std::{fs",
    ];
    held(
        "Only `files` touches the file system.",
        lines_with(&signs, |source| source.room() == "files"),
    );
}

#[test]
fn only_report_prints() {
    let signs = ["println!", "print!(", "io::stdout()", "io::stderr()"];
    held(
        "Only `report` prints.",
        lines_with(&signs, |source| source.room() == "report"),
    );
}

#[test]
fn no_test_calls_cargo() {
    // Concatenated, so that this file is not a match itself. What cargo has downloaded differs on
    // every machine.
    let signs = [
        concat!("env!(\"CAR", "GO\")"),
        concat!("new(\"car", "go\")"),
        concat!("var(\"CAR", "GO"),
    ];
    let mut broken = Vec::new();
    for text in sources("tests/") {
        for (number, line) in text.code() {
            broken.extend(
                signs
                    .iter()
                    .filter(|sign| line.contains(**sign))
                    .map(|sign| format!("{}:{number}: {sign}", text.path)),
            );
        }
    }
    held("A test needs nothing of cargo's.", broken);
}

#[test]
fn nothing_panics_on_purpose() {
    let signs = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
        "dbg!(",
    ];
    held("A failure is a value.", lines_with(&signs, |_| false));
}

#[test]
fn the_changelog_has_an_unreleased_section() {
    let log = fs::read_to_string(root().join("CHANGELOG.md")).expect("CHANGELOG.md");
    let section = log
        .split("\n## ")
        .find_map(|section| section.strip_prefix("[Unreleased]"))
        .expect("a section `## [Unreleased]`");
    assert!(
        section
            .lines()
            .any(|line| line.starts_with("- ")),
        "the section says something"
    );
}

/// The pakt commands in a text, without `pakt`: in code blocks and code spans.
fn calls(text: &str) -> Vec<String> {
    let mut calls = Vec::new();
    let (mut is_fenced, mut before) = (false, "");
    for line in text.lines() {
        is_fenced ^= line.trim_start().starts_with("```");
        let is_indented = line.starts_with("    ") && before.trim().is_empty();
        let spans = line
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|_| !is_fenced);
        for code in spans.chain((is_fenced || is_indented).then_some(line)) {
            let code = code
                .split(" #")
                .next()
                .unwrap_or(code)
                .trim();
            let call = code
                .strip_prefix("pakt ")
                .or_else(|| code.strip_prefix("cargo run --release -- "));
            calls.extend(call.map(|call| {
                call.split(" > ")
                    .next()
                    .unwrap_or(call)
                    .to_owned()
            }));
        }
        before = line;
    }
    calls
}

/// Checks the commands in a text by adding `--help`, which works only if the rest of the command is
/// valid.
fn check_calls(path: &str, text: &str) {
    for call in calls(text) {
        let mut pakt = Command::new(env!("CARGO_BIN_EXE_pakt"));
        let output = pakt
            .env_clear()
            .env("LC_ALL", "en")
            .args(call.split_whitespace())
            .arg("--help")
            .stdin(Stdio::null())
            .output();
        let output = output.expect("pakt runs");
        assert!(
            output.status.success(),
            "{path}: pakt {call}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn the_commands_of_the_readme_exist() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    check_calls("README.md", &readme);
    for needed in ["build", "init", "new", "check", "routes", "explain"] {
        assert!(
            calls(&readme)
                .iter()
                .any(|call| call.split(' ').next() == Some(needed)),
            "the README shows `pakt {needed}`"
        );
    }
}

#[test]
fn the_commands_of_all_guides_exist() {
    let guides = texts()
        .into_iter()
        .filter(|text| text.path.ends_with(".md") && !text.path.starts_with(CONTENT));
    let mut shown = 0;
    for guide in guides {
        check_calls(&guide.path, &guide.text);
        shown += calls(&guide.text).len();
    }
    assert!(shown > 15, "only {shown} commands were found");
}

#[test]
fn the_links_of_the_readme_lead_to_files() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let targets = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#']).next());
    for target in targets.filter(|target| !target.is_empty() && !target.contains("://")) {
        assert!(root().join(target).exists(), "{target}");
    }
}

/// The folders that the paths of files start with.
const FOLDERS: [&str; 4] = ["src/", "tests/", "benches/", "docs/"];

/// The files and folders of the repository that a line names.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-')))
        .filter_map(|word| {
            let path = word
                .trim_start_matches("../")
                .trim_end_matches('.');
            (FOLDERS
                .iter()
                .any(|folder| path.starts_with(folder))
                && !path
                    .split('/')
                    .any(|name| MADE.contains(&name)))
            .then_some(path)
        })
}

#[test]
fn the_files_named_in_texts_exist() {
    let (mut named, mut broken) = (0, Vec::new());
    let is_ours = |text: &Text| !text.path.starts_with(CONTENT);
    for text in texts().into_iter().filter(is_ours) {
        for (line, number) in text.text.lines().zip(1..) {
            named += paths(line).count();
            let missing = paths(line).filter(|path| !root().join(path).exists());
            broken.extend(missing.map(|path| format!("{}:{number}: {path}", text.path)));
        }
    }
    assert!(named > 30, "only {named} paths");
    held("Files named in texts must exist.", broken);
}

/// Returns whether a line refers to an issue or pull request by number.
fn has_number(line: &str) -> bool {
    let line = line.to_lowercase();
    ["issue ", "issue #", "issues/", "pull/", "(#"]
        .iter()
        .any(|before| {
            let digits = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
            line.match_indices(before)
                .any(|(at, _)| digits(&line[at + before.len()..]))
        })
}

#[test]
fn nothing_refers_to_issues_or_machines() {
    // Concatenated, so that this file is not a match itself.
    let signs = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("regis", "try+"),
        concat!("crates", ".io"),
        concat!("issues", " show"),
    ];
    let mut broken = Vec::new();
    for text in texts()
        .iter()
        .filter(|text| text.path != "Cargo.lock")
    {
        for (line, number) in text.text.lines().zip(1..) {
            if has_number(line)
                || signs
                    .iter()
                    .any(|sign| line.contains(sign))
            {
                broken.push(format!("{}:{number}: {line}", text.path));
            }
        }
    }
    held(
        "No issue numbers, no paths of a machine, no registries.",
        broken,
    );
}

#[test]
fn packages_come_from_the_public_registry() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let public = concat!(
        "regis",
        "try+https://github.com/rust-lang/crates",
        ".io-index"
    );
    let sources: BTreeSet<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = "))
        .map(|line| line.trim_matches('"'))
        .collect();
    assert_eq!(sources, BTreeSet::from([public]));
}

/// Returns whether a text names a package; a module path with the same name does not count.
fn names(text: &Text, package: &str, is_module: bool) -> bool {
    let name = if is_module {
        format!("::{package}::")
    } else {
        format!("{package}::")
    };
    text.text
        .match_indices(&name)
        .any(|(at, _)| {
            !text.text[..at]
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '>'))
        })
}

#[test]
fn every_package_of_the_manifest_is_used() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let sources = sources("src/");
    let section = manifest
        .split("[dependencies]\n")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .expect("dependencies");
    let packages: Vec<String> = section
        .lines()
        .filter_map(|line| {
            Some(
                line.split_once(" = ")?
                    .0
                    .replace('-', "_"),
            )
        })
        .collect();
    assert!(packages.len() > 30, "only {packages:?}");
    let is_used = |package: &&String| {
        let is_module = sources.iter().any(|source| {
            source
                .path
                .ends_with(&format!("/{package}.rs"))
        });
        sources
            .iter()
            .any(|source| names(source, package, is_module))
    };
    let broken = packages
        .iter()
        .filter(|package| !is_used(package))
        .cloned()
        .collect();
    held("A package that nothing uses is no dependency.", broken);
}

/// The messages and attributes of a Fluent file, with the variables that each uses.
fn messages(ftl: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut entry) = (String::new(), String::new());
    for line in ftl
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let name = line
            .split(" =")
            .next()
            .filter(|name| line.len() > name.len() && !name.contains(['{', '"', '[']));
        match name.map(|name| (name.trim_start(), name.starts_with(' '))) {
            Some((name, false)) => {
                message = name.to_owned();
                entry = message.clone();
            }
            Some((name, true)) if name.starts_with('.') => entry = format!("{message}{name}"),
            _ => {}
        }
        let values = line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
                .collect()
        });
        messages
            .entry(entry.clone())
            .or_default()
            .extend::<Vec<String>>(values.collect());
    }
    messages
}

/// The messages of one owner by language; a key is the file's name, if there are several, and the
/// message's.
type ByLanguage = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The owner of a Fluent file, its language, and its name if there are several.
fn owner(path: &str) -> (&str, &str, &str) {
    let own = path.strip_prefix("src/language/messages/");
    match own.and_then(|path| path.split_once('/')) {
        Some((language, file)) => ("pakt", language, file),
        None => {
            let (folder, name) = path
                .rsplit_once('/')
                .expect("a folder");
            (folder, name.trim_end_matches(".ftl"), "")
        }
    }
}

/// The messages of pakt and of each theme.
fn all_messages() -> BTreeMap<String, ByLanguage> {
    let mut all: BTreeMap<String, ByLanguage> = BTreeMap::new();
    let is_wanted = |text: &Text| text.path.ends_with(".ftl") && !text.path.starts_with("tests/");
    for Text { path, text } in texts().into_iter().filter(is_wanted) {
        let (owner, language, file) = owner(&path);
        let languages = all
            .entry(owner.to_owned())
            .or_default();
        let known = languages
            .entry(language.to_owned())
            .or_default();
        let named = |(key, values)| (format!("{file} {key}"), values);
        known.extend(messages(&text).into_iter().map(named));
    }
    all
}

#[test]
fn messages_are_complete_in_every_language() {
    let all = all_messages();
    let languages = |owner: &str| {
        all[owner]
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(languages("pakt"), ["cs", "en"]);
    assert_eq!(languages("themes/pakt/locales"), ["cs", "en", "uk"]);
    for (owner, languages) in &all {
        let (first, messages) = languages
            .iter()
            .next()
            .expect("a language");
        assert!(messages.len() > 1, "{owner} has messages");
        for (language, others) in languages {
            let keys: Vec<&String> = messages.keys().collect();
            assert_eq!(
                others.keys().collect::<Vec<_>>(),
                keys,
                "{owner}: {language} beside {first}"
            );
            for (key, values) in messages {
                assert_eq!(
                    &others[key], values,
                    "{owner}: {key} uses other variables in {language}"
                );
            }
        }
    }
}
