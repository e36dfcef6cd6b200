//! Scaffolds: a new site and a new page, written once and never over anything.

use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::config::Config;
use crate::document::{self, Options};
use crate::files;
use crate::keys;
use crate::language::Messages;
use crate::layout;
use crate::route;
use crate::source::{Content, Source, SourceId};
use crate::yaml::{self, Key, Kind, Presence};

/// The starter site, embedded in the binary.
const STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/starter");

/// Files of the starter whose names packages or tools would mishandle, and their names in a site.
const RENAMED: &[(&str, &str)] = &[("gitignore", ".gitignore"), ("NAVOD.md", "NÁVOD.md")];

/// Why nothing was written.
#[derive(Debug)]
pub enum ScaffoldError {
    /// A file of this name exists already.
    Exists(PathBuf),
    /// The path does not name a page in the content folder.
    Path(String),
    /// The disk refused.
    Io(PathBuf, io::Error),
}

/// Writes the starter site into a folder and returns the files; writes nothing if one of them
/// exists already.
///
/// # Errors
/// Fails if a file of the starter exists already, or if the disk fails.
pub fn init(folder: &Path) -> Result<Vec<PathBuf>, ScaffoldError> {
    let mut starter = Vec::new();
    add_files(&STARTER, &mut starter);
    let files: Vec<(PathBuf, &[u8])> = starter
        .into_iter()
        .map(|(name, bytes)| (folder.join(name), bytes))
        .collect();
    if let Some((path, _)) = files
        .iter()
        .find(|(path, _)| files::is_there(path))
    {
        return Err(ScaffoldError::Exists(path.clone()));
    }
    for (path, bytes) in &files {
        create(path, bytes)?;
    }
    Ok(files
        .into_iter()
        .map(|(path, _)| path)
        .collect())
}

/// Writes a new page, with every key of its front matter explained, and returns the file.
///
/// # Errors
/// Fails if the file exists already, if `page` does not lead into the content folder, or if the
/// disk fails.
pub fn new_page(
    root: &Path,
    page: &str,
    config: &Config,
    messages: &Messages,
) -> Result<PathBuf, ScaffoldError> {
    let id = source_of(page).ok_or_else(|| ScaffoldError::Path(page.to_owned()))?;
    let path = root.join(id.as_str());
    create(&path, page_text(&id, config, messages).as_bytes())?;
    Ok(path)
}

/// Returns the source that `page` names, with or without the content folder and `.md`; none if pakt
/// would not read a page there.
fn source_of(page: &str) -> Option<SourceId> {
    let inner = page
        .strip_prefix("./")
        .unwrap_or(page);
    let inner = inner
        .strip_prefix(layout::CONTENT)
        .and_then(|inner| inner.strip_prefix('/'))
        .unwrap_or(inner)
        .trim_end_matches('/');
    let name = inner
        .len()
        .checked_sub(".md".len())
        .and_then(|at| inner.split_at_checked(at));
    let inner = name
        .filter(|(_, suffix)| suffix.eq_ignore_ascii_case(".md"))
        .map_or(inner, |(name, _)| name);
    let id = format!("{}/{inner}.md", layout::CONTENT);
    let is_plain = inner
        .split('/')
        .all(|segment| route::check_segment(segment).is_ok());
    (is_plain && files::is_text_source(&id)).then(|| SourceId::new(&id))
}

/// Writes the text of a new page: a draft with a title, and every other key as a comment.
fn page_text(id: &SourceId, config: &Config, messages: &Messages) -> String {
    let nothing = Source::new(id.clone(), Content::of(""));
    let position = document::parse(&nothing, &Options::new(config))
        .document
        .entry
        .position
        .clone();
    let explain = |key: &str| {
        messages
            .get(&format!("front-{key}"), &[])
            .unwrap_or_default()
    };
    let fits = |key: &&Key| {
        key.presence != Presence::IndexOnly || position.kind == document::PageKind::Section
    };
    let mut text = String::from("---\n");
    for key in keys::FRONT.iter().filter(fits) {
        text.push_str(&format!("# {}\n", explain(key.name)));
        text.push_str(&match key.name {
            "title" => format!("title: {}\n", yaml::quoted(&title(&position.name, config))),
            "draft" => "draft: true\n".to_owned(),
            _ => format!("#{}: {}\n", key.name, example(key)).replace(": \n", ":\n"),
        });
    }
    for taxonomy in &config.taxonomies {
        text.push_str(&format!(
            "# {}\n#{}: []\n",
            explain("taxonomy"),
            taxonomy.key
        ));
    }
    text.push_str("---\n\n");
    text
}

/// Makes a title of a file's name; the home page has none of its own.
fn title(name: &str, config: &Config) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(
        || config.language().title.clone(),
        |first| {
            first
                .to_uppercase()
                .chain(letters)
                .collect()
        },
    )
}

/// Returns a value that shows what a key takes.
fn example(key: &Key) -> &'static str {
    match key.kind {
        Kind::Number => "10",
        Kind::Boolean => "true",
        Kind::Day => "2026-12-01",
        Kind::Texts | Kind::List(_) => "[]",
        Kind::Named(_) => "{}",
        Kind::OneOf(known) => known
            .first()
            .copied()
            .unwrap_or_default(),
        _ => "",
    }
}

fn create(path: &Path, bytes: &[u8]) -> Result<(), ScaffoldError> {
    files::create_new(path, bytes).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => ScaffoldError::Exists(path.to_path_buf()),
        _ => ScaffoldError::Io(path.to_path_buf(), error),
    })
}

fn add_files(dir: &Dir<'static>, files: &mut Vec<(PathBuf, &'static [u8])>) {
    for file in dir.files() {
        let renamed = RENAMED
            .iter()
            .find(|(name, _)| file.path() == Path::new(name));
        files.push((
            renamed.map_or_else(
                || file.path().to_path_buf(),
                |(_, name)| PathBuf::from(name),
            ),
            file.contents(),
        ));
    }
    dir.dirs()
        .for_each(|inner| add_files(inner, files));
}
