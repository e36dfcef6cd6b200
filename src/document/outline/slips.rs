//! Slips in the text of a body: what was meant as a link or footnote and is plain text.

use super::Reader;
use crate::diagnostic::Code;
use crate::source::floor;

/// How far from a `](` its label and target are looked for, in bytes; people write links far
/// shorter.
const LONGEST_LINK: usize = 2_000;

impl Reader<'_, '_> {
    /// Finds what was meant as a link or footnote and is plain text.
    pub(super) fn slips_in_text(&mut self) {
        let plain = std::mem::take(&mut self.plain);
        let is_plain = |at: usize| {
            plain
                .get(plain.partition_point(|range| range.end <= at))
                .is_some_and(|range| range.start <= at)
        };
        for at in places_of([']', '('], self.body).filter(|at| is_plain(*at)) {
            let Some(end) = line_from(self.body, at + 2).find(')') else {
                continue;
            };
            let target = &self.body[at + 2..at + 2 + end];
            let spaced = target.contains(' ') && !target.contains('"') && !target.starts_with('<');
            let before = floor(self.body, at.saturating_sub(LONGEST_LINK));
            if let (true, Some(open)) = (
                spaced,
                self.body[before..at].rfind('[').map(|found| before + found),
            ) {
                let correction = format!("{}(<{target}>)", &self.body[open..=at]);
                let hash = self.setting.hash;
                self.report(Code::SpaceInLink, open..at + 2 + end + 1, |finding| {
                    finding.arg("target", target).likely_fix(hash, correction)
                });
            }
        }
        for at in places_of(['[', '^'], self.body).filter(|at| is_plain(*at)) {
            let rest = line_from(self.body, at + 2);
            if let Some(end) = rest.find(']').filter(|end| *end > 0) {
                self.report(Code::LoneFootnote, at..at + end + 3, |finding| {
                    finding.arg("name", &rest[..end])
                });
            }
        }
    }
}

/// Finds two ASCII characters side by side. To look for one of them is several times as fast as for
/// both.
fn places_of([first, second]: [char; 2], body: &str) -> impl Iterator<Item = usize> {
    body.match_indices(first)
        .map(|(at, _)| at)
        .filter(move |at| body[at + 1..].starts_with(second))
}

/// Returns what follows byte `at` on its line, as far as a link may reach.
pub(super) fn line_from(body: &str, at: usize) -> &str {
    let rest = &body[at..floor(body, at + LONGEST_LINK)];
    &rest[..rest.find('\n').unwrap_or(rest.len())]
}
