//! What a page's path says: folder, name, order, language, and whether it is the plain-reading
//! version.

use std::sync::Arc;

use super::Options;
use crate::config::LanguageId;
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Place};
use crate::language;
use crate::layout;
use crate::source::SourceId;

/// The extension of pages.
const SUFFIX: &str = ".md";

/// The suffix of the plain-reading version.
const EASY: &str = "easy";

/// Where a document is in the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The folder below the content folder, without a final `/`; empty at the top.
    pub folder: Arc<str>,
    /// The name without suffixes and number; the folder's for `index.md` and `_index.md`.
    pub name: Arc<str>,
    /// The number before the name, which orders it.
    pub number: Option<i64>,
    /// Its role in the folder.
    pub kind: PageKind,
    /// Its language and version.
    pub variant: Variant,
    /// The path without suffixes, which all versions share.
    pub key: Arc<str>,
}

/// The role of a document in its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PageKind {
    /// A page of its own.
    Page,
    /// `index.md`: the folder is a page with its attachments.
    Bundle,
    /// `_index.md`: it describes the section.
    Section,
}

/// A language and version of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Variant {
    /// The language.
    pub language: LanguageId,
    /// Whether it is the plain-reading version.
    pub easy: bool,
}

impl Variant {
    /// Returns the version that is not the plain-reading one.
    pub fn standard(language: LanguageId) -> Self {
        let easy = false;
        Self { language, easy }
    }
}

impl Position {
    /// Returns whether this is the home page of its language.
    pub fn is_home(&self) -> bool {
        self.kind == PageKind::Section && self.folder.is_empty()
    }

    /// Returns the folder that lists the document; none for the home page.
    pub fn parent(&self) -> Option<&str> {
        match self.kind {
            PageKind::Page => Some(&self.folder),
            PageKind::Bundle | PageKind::Section if self.folder.is_empty() => None,
            PageKind::Bundle | PageKind::Section => Some(parent(&self.folder)),
        }
    }
}

/// The order of pages with neither a weight nor a number: after all others.
pub(crate) const UNORDERED: i64 = i64::MAX;

/// Returns the parent of a folder.
pub(crate) fn parent(folder: &str) -> &str {
    folder
        .rsplit_once('/')
        .map_or("", |(parent, _)| parent)
}

/// Returns the last part of a path.
pub(crate) fn last_part(path: &str) -> &str {
    path.rsplit_once('/')
        .map_or(path, |(_, last)| last)
}

/// Returns whether `path` is `folder` or inside it.
pub(crate) fn is_at_or_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Splits off the number that orders a name: `01_uvod` is `(Some(1), "uvod")`.
pub(crate) fn numbered(name: &str) -> (Option<i64>, &str) {
    let is_number = |text: &str| {
        text.len() == 2
            && text
                .bytes()
                .all(|b| b.is_ascii_digit())
    };
    match name.split_once('_') {
        Some((number, rest)) if is_number(number) && !rest.is_empty() => {
            (number.parse().ok(), rest)
        }
        _ => (None, name),
    }
}

/// Reads a file's name.
pub(super) fn read(source: &SourceId, options: &Options, found: &mut Vec<Diagnostic>) -> Position {
    let path = source
        .below(layout::CONTENT)
        .unwrap_or(source.as_str());
    let (folder, file) = path
        .rsplit_once('/')
        .unwrap_or(("", path));
    let (stem, variant) = suffixes(stem(file, source, found), options);
    found.extend(unknown_suffix(stem, source, options));
    let kind = match stem {
        "_index" => PageKind::Section,
        "index" => PageKind::Bundle,
        _ => PageKind::Page,
    };
    let own = match kind {
        PageKind::Page => stem,
        PageKind::Bundle | PageKind::Section => folder
            .rsplit('/')
            .next()
            .unwrap_or_default(),
    };
    let (number, name) = numbered(own);
    let key = match kind {
        PageKind::Page if folder.is_empty() => Arc::from(stem),
        PageKind::Page | PageKind::Section => Arc::from(format!("{folder}/{stem}")),
        PageKind::Bundle => Arc::from(folder),
    };
    Position {
        folder: Arc::from(folder),
        name: Arc::from(name),
        number,
        kind,
        variant,
        key,
    }
}

/// Returns a file's name without `.md`, or the `.txt` that some editors append.
fn stem<'f>(file: &'f str, source: &SourceId, found: &mut Vec<Diagnostic>) -> &'f str {
    let paths = (
        file.strip_suffix(".txt"),
        source.as_str().strip_suffix(".txt"),
    );
    let (Some(name), Some(path)) = paths else {
        return without_suffix(file);
    };
    let rename = Edit::Rename {
        source: source.clone(),
        to: SourceId::new(path),
    };
    let finding = Diagnostic::new(Code::TextSuffix, Place::file(source)).arg("name", name);
    found.push(finding.fix(Fix::certain(rename)));
    without_suffix(name)
}

/// Reports a suffix that looks like a language but is not one of the site's, such as `.cz`.
fn unknown_suffix(stem: &str, source: &SourceId, options: &Options) -> Option<Diagnostic> {
    let (_, suffix) = stem.rsplit_once('.')?;
    let language = language::looks_like_language(suffix)?;
    let meant = options
        .languages
        .iter()
        .find(|known| ***known == *language);
    let finding = Diagnostic::new(Code::UnknownSuffix, Place::file(source)).arg("suffix", suffix);
    Some(finding.arg("language", meant.map_or("", |known| &**known)))
}

/// Returns whether a file's name is that of a page, in upper or lower case.
pub(crate) fn is_page_name(name: &str) -> bool {
    without_suffix(name).len() < name.len()
}

/// Returns a page's name without `.md`, in upper or lower case.
fn without_suffix(name: &str) -> &str {
    let at = name
        .len()
        .saturating_sub(SUFFIX.len());
    match name.split_at_checked(at) {
        Some((stem, suffix)) if suffix.eq_ignore_ascii_case(SUFFIX) => stem,
        _ => name,
    }
}

/// Splits `stem` into the name and what its suffixes say.
fn suffixes<'a>(stem: &'a str, options: &Options) -> (&'a str, Variant) {
    let mut variant = Variant::standard(LanguageId::OWN);
    let mut rest = stem;
    if let Some((name, suffix)) = rest.rsplit_once('.')
        && let Some(language) = options
            .languages
            .find_id(|code| **code == *suffix)
        && !name.is_empty()
    {
        variant.language = language;
        rest = name;
    }
    if let Some((name, EASY)) = rest.rsplit_once('.')
        && !name.is_empty()
    {
        variant.easy = true;
        rest = name;
    }
    (rest, variant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{self, Config};
    use crate::source::{Content, Source};

    fn config() -> Config {
        let settings = "title: x\nlanguages: {en: {}, uk: {}}";
        let source = SourceId::new(layout::SETTINGS);
        config::parse(&Source::new(source, Content::of(settings))).0
    }

    fn language(code: &str) -> LanguageId {
        config()
            .language_id(code)
            .expect("a language")
    }

    fn position(path: &str) -> (Position, Vec<Diagnostic>) {
        let mut found = Vec::new();
        (
            read(
                &SourceId::new(format!("content/{path}")),
                &Options::new(&config()),
                &mut found,
            ),
            found,
        )
    }

    #[test]
    fn suffixes_give_language_and_easy_version() {
        let variant = |path| position(path).0.variant;
        assert_eq!(
            variant("a/zivotopis.md"),
            Variant::standard(LanguageId::OWN)
        );
        assert_eq!(
            variant("a/zivotopis.uk.md"),
            Variant::standard(language("uk"))
        );
        assert_eq!(
            variant("a/zivotopis.easy.en.md"),
            Variant {
                language: language("en"),
                easy: true
            }
        );
        assert_eq!(
            position("a/zivotopis.easy.md")
                .0
                .key
                .as_ref(),
            "a/zivotopis"
        );
    }

    #[test]
    fn other_dots_belong_to_the_name() {
        assert_eq!(
            position("verze-1.2.md")
                .0
                .name
                .as_ref(),
            "verze-1.2"
        );
        let (wrong, found) = position("pohovor.cz.md");
        assert_eq!(
            (wrong.name.as_ref(), found[0].code),
            ("pohovor.cz", Code::UnknownSuffix)
        );
    }

    #[test]
    fn two_digits_and_an_underscore_give_the_order() {
        let order = |path| {
            let position = position(path).0;
            (position.number, position.name.to_string())
        };
        assert_eq!(order("01_uvod.md"), (Some(1), "uvod".into()));
        assert_eq!(order("50-plus.md"), (None, "50-plus".into()));
        assert_eq!(order("02_sekce/_index.md"), (Some(2), "sekce".into()));
        assert_eq!(order("123_x.md"), (None, "123_x".into()));
    }
}
