//! Which files of a site are sources, and which of them pakt reads: by name alone, nothing is
//! opened here.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// What the site's folder holds of sources; all else in it is none of pakt's business.
pub(super) const TOPS: [&str; 4] = [super::SETTINGS, "content", "data", "themes"];

/// The folder whose files go to the output's root as they are, whatever their names: `_headers`,
/// `.well-known`.
const STATIC: &str = "content/_static";

/// What pakt does with a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It reads it.
    Text,
    /// It publishes it as it is, if at all.
    Opaque,
}

/// Tells what the file `id` is to pakt; none if it is no source.
pub(super) fn kind(id: &str) -> Option<Kind> {
    let (top, path) = match id.split_once('/') {
        Some(parts) => parts,
        None => return (id == super::SETTINGS).then_some(Kind::Text),
    };
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let is_text = match top {
        "content" => {
            !path.starts_with("_static/")
                && [".md", ".md.txt", ".svg"]
                    .iter()
                    .any(|end| name.ends_with(end))
        }
        "data" => name.ends_with(".yaml") || name.ends_with(".yml"),
        "themes" => true,
        _ => return None,
    };
    Some(if is_text { Kind::Text } else { Kind::Opaque })
}

/// Returns whether the last name of `id`, a file's or a folder's path from the site's root, keeps
/// it and all below from being a source.
pub(super) fn is_ignored(id: &str) -> bool {
    let (folder, name) = id.rsplit_once('/').unwrap_or(("", id));
    if folder == STATIC
        || folder
            .strip_prefix(STATIC)
            .is_some_and(|rest| rest.starts_with('/'))
    {
        return false;
    }
    let is_scratch = name.starts_with(['.', '~'])
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".tmp");
    is_scratch
        || (name.starts_with('_') && is_in_content(folder) && !is_index(name) && id != STATIC)
}

/// Returns whether `id` is a well-formed path to which a source may stand, no name on the way being
/// ignored.
pub(crate) fn is_reachable(id: &str) -> bool {
    let is_plain =
        id.split('/').all(|name| !matches!(name, "" | "." | "..")) && !id.contains(['\\', '\0']);
    let ends = id.match_indices('/').map(|(at, _)| at).chain([id.len()]);
    is_plain
        && ends.map(|end| &id[..end]).all(|path| !is_ignored(path))
        && TOPS.contains(&id.split('/').next().unwrap_or(id))
}

/// Returns `name` in Unicode's form NFC, in which sources are named.
pub(super) fn nfc(name: Cow<'_, str>) -> Cow<'_, str> {
    if name.is_ascii() || is_nfc_quick(name.chars()) == IsNormalized::Yes {
        return name;
    }
    Cow::Owned(name.nfc().collect())
}

/// Returns whether `folder` is the content's or lies in it.
fn is_in_content(folder: &str) -> bool {
    folder == "content" || folder.starts_with("content/")
}

/// Returns whether `name` is that of a section's own page, in any language, or such a page with the
/// ending that its check complains of.
fn is_index(name: &str) -> bool {
    name.starts_with("_index.") && (name.ends_with(".md") || name.ends_with(".md.txt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_depends_on_folder_and_ending() {
        for (id, expected) in [
            ("site.yaml", Some(Kind::Text)),
            ("README.md", None),
            ("content", None),
            ("content/o-paktu/_index.md", Some(Kind::Text)),
            ("content/A.MD", Some(Kind::Text)),
            ("content/a.md.txt", Some(Kind::Text)),
            ("content/logo.svg", Some(Kind::Text)),
            ("content/foto.jpg", Some(Kind::Opaque)),
            ("content/_static/logo.svg", Some(Kind::Opaque)),
            ("content/_static/deep/page.md", Some(Kind::Opaque)),
            ("data/links.yml", Some(Kind::Text)),
            ("data/table.csv", Some(Kind::Opaque)),
            ("themes/pakt/assets/font.woff2", Some(Kind::Text)),
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
