//! Words that are surely targets of links.

/// The endings of files that people link to.
const ENDINGS: [&str; 25] = [
    "md", "html", "htm", "php", "pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "ppt", "pptx",
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "zip", "ics", "mp3", "mp4", "csv",
];

/// The beginnings of addresses.
const ADDRESSES: [&str; 5] = ["https://", "http://", "mailto:", "tel:", "www."];

/// Returns whether a word is a file, or an address elsewhere.
pub(super) fn is_target(word: &str) -> bool {
    is_address(word) || is_file(word)
}

/// Returns whether a word may be a target where one is expected: a folder or an anchor, too.
pub(super) fn may_be_target(word: &str) -> bool {
    let folder = word
        .strip_prefix(['#', '/'])
        .or_else(|| word.strip_prefix("./"))
        .or_else(|| word.strip_prefix("../"));
    is_target(word)
        || folder.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_alphabetic() || c == '.') && is_clean(rest)
        })
}

/// Returns whether a word is an address elsewhere.
pub(super) fn is_address(word: &str) -> bool {
    ADDRESSES.iter().any(|start| {
        word.get(..start.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(start))
            && word
                .get(start.len()..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '+'))
    }) && is_clean(word)
}

fn is_file(word: &str) -> bool {
    let path = word
        .split(['#', '?'])
        .next()
        .unwrap_or_default();
    let Some((stem, ending)) = path.rsplit_once('.') else {
        return false;
    };
    let is_known = ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known));
    is_known && stem.ends_with(|c: char| c.is_alphanumeric() || "_-)".contains(c)) && is_clean(word)
}

fn is_clean(word: &str) -> bool {
    !word.contains(|c: char| c.is_whitespace() || "<>[](){}\"|\\`*".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_files_and_addresses() {
        for word in [
            "b.md",
            "../a/b.md#c",
            "Žádost.PDF",
            "https://x.cz",
            "www.x.cz",
            "mailto:a@b.cz",
            "tel:+420",
        ] {
            assert!(is_target(word), "{word}");
        }
        for word in ["b", "e.g.", "1.5", "x.y", ".md", "https://", "#a", "(b.md"] {
            assert!(!is_target(word), "{word}");
        }
        assert!(may_be_target("#otazky") && may_be_target("/o-nas/") && may_be_target("../a"));
        assert!(!may_be_target("#") && !may_be_target("/") && !may_be_target("#1"));
    }
}
