//! Decides by name alone which files of a site are sources, and which of them pakt reads.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::layout;

/// The suffixes of the files in the content folder that pakt reads.
const CONTENT_TEXTS: &[&str] = &[".md", ".md.txt", ".svg"];

/// The suffixes of the data files that pakt reads.
const DATA_TEXTS: &[&str] = &[".yaml", ".yml"];

/// What pakt does with a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SourceKind {
    /// Reads it.
    Text,
    /// Publishes it unchanged, if at all.
    Opaque,
}

/// Returns what kind of source the file `id` is; `None` if it is not a source.
pub(super) fn kind(id: &str) -> Option<SourceKind> {
    let Some((top, path)) = id.split_once('/') else {
        return (id == layout::SETTINGS).then_some(SourceKind::Text);
    };
    let name = path
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .to_ascii_lowercase();
    let ends_in = |ends: &[&str]| {
        ends.iter()
            .any(|end| name.ends_with(end))
    };
    let is_text = match top {
        layout::CONTENT => !is_at_or_below(id, layout::STATIC) && ends_in(CONTENT_TEXTS),
        layout::DATA => ends_in(DATA_TEXTS),
        layout::THEMES => true,
        _ => return None,
    };
    Some(if is_text {
        SourceKind::Text
    } else {
        SourceKind::Opaque
    })
}

/// Returns whether the last segment of `id`, the path of a file or folder from the site's root,
/// excludes it and everything below from the sources.
pub(super) fn is_ignored(id: &str) -> bool {
    let (folder, name) = id
        .rsplit_once('/')
        .unwrap_or(("", id));
    if is_at_or_below(folder, layout::STATIC) {
        return false;
    }
    let is_private = name.starts_with('_')
        && is_at_or_below(folder, layout::CONTENT)
        && !is_index(name)
        && id != layout::STATIC;
    is_private || is_scratch(name)
}

/// Returns whether `id` is a well-formed path without ignored names, so that a source may be there.
pub(crate) fn is_reachable(id: &str) -> bool {
    let is_plain = id
        .split('/')
        .all(|name| !matches!(name, "" | "." | ".."))
        && !id.contains(['\\', '\0']);
    let folders = id
        .match_indices('/')
        .filter_map(|(end, _)| id.get(..end));
    is_plain
        && folders
            .chain([id])
            .all(|path| !is_ignored(path))
        && layout::SOURCES.contains(&id.split('/').next().unwrap_or(id))
}

/// Returns `name` in NFC, the Unicode form used for the names of sources.
pub(super) fn nfc(name: Cow<'_, str>) -> Cow<'_, str> {
    if name.is_ascii() || is_nfc_quick(name.chars()) == IsNormalized::Yes {
        return name;
    }
    Cow::Owned(name.nfc().collect())
}

/// Returns whether `path` is `folder` or is inside it.
fn is_at_or_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Returns whether programs use such names for temporary files.
fn is_scratch(name: &str) -> bool {
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
}

/// Returns whether `name` is a section's own page, in any language, or one with the mistaken `.txt`
/// that is reported.
fn is_index(name: &str) -> bool {
    name.starts_with("_index.") && (name.ends_with(".md") || name.ends_with(".md.txt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_depends_on_folder_and_ending() {
        for (id, expected) in [
            ("site.yaml", Some(SourceKind::Text)),
            ("README.md", None),
            ("content", None),
            ("content/o-paktu/_index.md", Some(SourceKind::Text)),
            ("content/A.MD", Some(SourceKind::Text)),
            ("content/a.md.txt", Some(SourceKind::Text)),
            ("content/logo.svg", Some(SourceKind::Text)),
            ("content/foto.jpg", Some(SourceKind::Opaque)),
            ("content/_static/logo.svg", Some(SourceKind::Opaque)),
            ("content/_static/deep/page.md", Some(SourceKind::Opaque)),
            ("data/links.yml", Some(SourceKind::Text)),
            ("data/table.csv", Some(SourceKind::Opaque)),
            ("themes/pakt/assets/font.woff2", Some(SourceKind::Text)),
            ("public/index.html", None),
        ] {
            assert_eq!(kind(id), expected, "{id}");
        }
    }

    #[test]
    fn scratch_files_and_private_names_are_ignored() {
        for id in [
            "content/.git",
            "content/~$a.docx",
            "content/a.md~",
            "content/.a.md.swp",
            "content/a.tmp",
            "data/.x",
            "themes/.x",
        ] {
            assert!(is_ignored(id), "{id}");
        }
        for id in [
            "content/_drafts",
            "content/a/_static",
            "content/a/_notes.md",
            "content/_index.html",
            "content/_indexes.md",
        ] {
            assert!(is_ignored(id), "{id}");
        }
        for id in [
            "content/_static",
            "content/_static/_headers",
            "content/_static/.well-known",
            "content/_index.md",
            "content/a/_index.easy.uk.md",
            "content/_index.md.txt",
            "themes/x/_part.html",
        ] {
            assert!(!is_ignored(id), "{id}");
        }
    }

    #[test]
    fn a_source_is_reached_only_by_plain_names() {
        for id in ["content/a/b.md", "site.yaml", "content/_static/x.svg"] {
            assert!(is_reachable(id), "{id}");
        }
        for id in [
            "",
            "content/../site.yaml",
            "/etc/passwd",
            "content//a.md",
            "content/.git/config",
            "content/_x/a.md",
            "public/a",
            "content\\a",
        ] {
            assert!(!is_reachable(id), "{id}");
        }
    }
}
