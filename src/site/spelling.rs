//! Anchors as other programs spell them: from the text of a heading, with accents stored apart.

use rustc_hash::FxHashMap;

use crate::document::Entry;
use crate::language;

/// Finds the anchor that differs only in how accents are stored.
pub(super) fn composed(entry: &Entry, wanted: &str) -> Option<String> {
    let wanted = language::composed(wanted);
    let mut anchors = entry.anchors.iter();
    let anchor = anchors.find(|known| language::composed(known) == wanted);
    anchor.map(ToString::to_string)
}

/// Finds the heading from whose text GitHub, or pakt, would make this anchor.
pub(super) fn of_heading(entry: &Entry, wanted: &str, language: &str) -> Option<String> {
    let wanted = language::composed(wanted).to_lowercase();
    let mut times: FxHashMap<String, usize> = FxHashMap::default();
    let by_github = entry.headings.iter().find(|heading| {
        let slug = github_slug(&heading.title);
        let times = times.entry(slug.clone()).or_insert(0);
        *times += 1;
        match *times {
            1 => slug == wanted,
            time => format!("{slug}-{}", time - 1) == wanted,
        }
    });
    let by_slug = || {
        let slug = language::slug(&wanted, language);
        let mut headings = entry.headings.iter();
        headings
            .find(|heading| !slug.is_empty() && language::slug(&heading.title, language) == slug)
    };
    let heading = by_github.or_else(by_slug)?;
    Some(heading.id.to_string())
}

/// Makes the anchor of a heading as GitHub does: lower case, spaces are hyphens, punctuation is
/// left out (`github-slugger`, which editors follow).
fn github_slug(title: &str) -> String {
    let title = language::composed(title).to_lowercase();
    let kept = |c: char| match c {
        ' ' | '\u{a0}' => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
        _ => None,
    };
    title
        .chars()
        .filter_map(kept)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_makes_anchors_from_texts() {
        for (title, slug) in [
            ("Úřední hodiny", "úřední-hodiny"),
            ("Co dělat? (1. krok)", "co-dělat-1-krok"),
            ("A/B – testy", "ab--testy"),
        ] {
            assert_eq!(github_slug(title), slug);
        }
    }
}
