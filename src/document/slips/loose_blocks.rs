//! What was meant as a block, but is not read as one: in a quotation, with a bracket or a brace
//! missing, or with the wrong number of colons.

use std::ops::Range;

use super::plain::PlainText;
use super::{Slip, begins_line, line_from, line_to};
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::markdown::Problem;
use crate::document::text::slice;
use crate::document::themes::ThemeFacts;

/// The most signs to look at, which bounds the time.
const MOST_SIGNS: usize = 10_000;

/// Reports what was meant as a block.
pub(super) fn report(
    plain: &PlainText,
    problems: &[(Problem, Range<usize>)],
    themes: &ThemeFacts,
    findings: &mut Findings<'_>,
) {
    let known = problems
        .iter()
        .map(|(_, range)| range.start)
        .collect();
    let mut seeker = Seeker {
        known,
        body: findings.body(),
        plain,
        themes,
    };
    let reported = seeker.colons(findings);
    seeker.known.extend(reported);
    seeker.known.sort_unstable();
    seeker.braces(findings);
}

/// Looks for blocks in plain text.
struct Seeker<'s, 't> {
    body: &'t str,
    plain: &'s PlainText,
    themes: &'s ThemeFacts,
    /// Where the blocks begin whose problems are reported already, in order.
    known: Vec<usize>,
}

/// Colons at the beginning of a line or word, and what follows them.
struct Colons<'t> {
    at: usize,
    count: usize,
    name: &'t str,
    /// The rest of the line, behind the name.
    after: &'t str,
    /// Where the line ends.
    end: usize,
}

impl<'t> Seeker<'_, 't> {
    /// Returns the plain places of a sign.
    fn places(&self, sign: u8) -> impl Iterator<Item = usize> {
        memchr::memchr_iter(sign, self.body.as_bytes())
            .filter(|at| self.plain.has(*at))
            .take(MOST_SIGNS)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.body.as_bytes().get(at).copied()
    }

    /// Reports colons of blocks; returns where they are.
    fn colons(&self, findings: &mut Findings<'_>) -> Vec<usize> {
        let mut reported = Vec::new();
        let mut in_block = false;
        let mut past = 0;
        for at in self.places(b':') {
            if at < past {
                continue;
            }
            let colons = self.read(at);
            past = at + colons.count;
            let range = at..colons.end;
            if self.is_misplaced(&colons) {
                past = colons.end;
                // The end of a block whose beginning was reported is no fault of its own.
                let is_end = colons.name.is_empty();
                if !(is_end && in_block) {
                    findings.named(Code::MisplacedBlock, range, colons.name);
                }
                in_block = !is_end;
            } else if let Some(slip) = self.loose(&colons) {
                past = slip.range.end;
                reported.push(at);
                slip.report(Code::NotABlock, findings);
            }
        }
        reported
    }

    fn read(&self, at: usize) -> Colons<'t> {
        let line = line_from(self.body, at).trim_end();
        let rest = line.trim_start_matches(':');
        let count = line.len() - rest.len();
        let rest = if count > 2 {
            rest.trim_start_matches(' ')
        } else {
            rest
        };
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-');
        let name = slice(rest, 0..end.unwrap_or(rest.len()));
        Colons {
            at,
            count,
            name,
            after: slice(rest, name.len()..rest.len()),
            end: at + line.len(),
        }
    }

    /// Returns whether a fence is in a list or quotation, on the line of its sign.
    fn is_misplaced(&self, colons: &Colons<'_>) -> bool {
        let before = line_to(self.body, colons.at);
        let is_name = colons
            .name
            .starts_with(char::is_alphabetic);
        colons.count > 2
            && !before.is_empty()
            && begins_line(self.body, colons.at)
            && (is_name || colons.name.is_empty() && colons.after.is_empty())
    }

    /// The name of a block that is not read as one.
    fn loose(&self, colons: &Colons<'_>) -> Option<Slip> {
        if let Some(slip) = self.broken_name(colons) {
            return Some(slip);
        }
        let block = self.themes.block(colons.name)?;
        let before = slice(self.body, 0..colons.at)
            .chars()
            .next_back();
        let is_free = !before.is_some_and(|c| c.is_alphanumeric() || "\\:".contains(c));
        let has_head = colons.after.starts_with(['[', '{']);
        let begins = begins_line(self.body, colons.at);
        let fits = match colons.count {
            1 => begins && colons.after.is_empty() || has_head && !colons.name.is_ascii(),
            2 => begins || has_head,
            _ => false,
        };
        if !fits || !is_free {
            return None;
        }
        let slip = Slip::new(colons.at..colons.end, "");
        let text = colons.after.trim();
        Some(match (colons.count, has_head) {
            (1, false) => slip.fixed(format!("::{block}")),
            (1, true) => {
                let end = colons.at + 1 + colons.name.len();
                Slip::new(colons.at..end, "").fixed(format!(":{block}"))
            }
            (_, false) if begins && !text.contains(['[', ']', '{', '}']) && !text.is_empty() => {
                slip.fixed(format!("::{block}[{text}]"))
            }
            (_, true) if !begins => {
                let end = colons.at + 2 + colons.name.len();
                Slip::new(colons.at..end, "").fixed(format!(":{block}"))
            }
            _ => slip,
        })
    }

    /// `::n:ote[a]`: a whole line like a block but for its name.
    fn broken_name(&self, colons: &Colons<'_>) -> Option<Slip> {
        let rest = colons.after.strip_prefix(':')?;
        let name = rest.find(['[', '{'])?;
        let is_name = slice(rest, 0..name)
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-');
        let fits = colons.count == 2
            && begins_line(self.body, colons.at)
            && is_name
            && name > 0
            && rest.ends_with([']', '}']);
        fits.then(|| Slip::new(colons.at..colons.end, ""))
    }

    /// Attributes without the block that they belong to: `:lang a]{code=en}`, `:lang[a]code=en}`,
    /// `:lang[a]{code=en}}`.
    fn braces(&self, findings: &mut Findings<'_>) {
        for at in self.places(b'}') {
            let line = at - line_to(self.body, at).len();
            let first = self
                .known
                .partition_point(|known| *known < line);
            let is_known = self
                .known
                .get(first)
                .is_some_and(|known| *known < at);
            if let Some(range) = self.brace(at).filter(|_| !is_known) {
                Slip::new(range, "").report(Code::NotABlock, findings);
            }
        }
    }

    fn brace(&self, at: usize) -> Option<Range<usize>> {
        let line = line_to(self.body, at);
        if line.ends_with('}') && !self.plain.has(at.checked_sub(1)?) {
            let is_block = line.contains("]{") && line.contains(':');
            return is_block.then_some(at - 1..at + 1);
        }
        let (before, inner) = line.rsplit_once(']')?;
        let bracket = at - inner.len() - 1;
        let has_brace = inner.starts_with('{');
        let inner = inner.trim_start_matches('{');
        let (key, value) = inner.split_once('=')?;
        let is_key = !key.is_empty()
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric());
        if !is_key || value.contains(['[', '{']) {
            return None;
        }
        if !has_brace {
            // An inline block ended at the bracket.
            let ended = !self.plain.has(bracket) && self.byte(bracket) == Some(b']');
            return (ended && is_head(before, self.themes)).then_some(bracket..at + 1);
        }
        let is_meant = self.plain.has(bracket) && is_head(before, self.themes);
        is_meant.then_some(bracket..at + 1)
    }
}

/// Returns whether a line has the name of a block behind colons, or before a bracket.
pub(super) fn is_head(line: &str, themes: &ThemeFacts) -> bool {
    let is_block = |word: &str| themes.block(word).is_some();
    let behind = line
        .rsplit_once(':')
        .is_some_and(|(_, rest)| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-');
            let name = slice(rest, 0..end.unwrap_or(rest.len()));
            is_block(name)
                || themes
                    .words
                    .keys()
                    .any(|word| name.starts_with(&**word))
        });
    let before = line
        .rsplit_once('[')
        .is_some_and(|(rest, _)| {
            let word = rest
                .rsplit(|c: char| !c.is_alphanumeric() && c != '-')
                .next();
            let token = rest
                .rsplit(char::is_whitespace)
                .next();
            is_block(word.unwrap_or_default()) || token.is_some_and(|token| token.contains(':'))
        });
    behind || before
}
