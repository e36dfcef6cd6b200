//! Text that was meant as a link, a picture or a footnote.

use std::ops::Range;

use super::plain::PlainText;
use super::targets::{is_target, may_be_target};
use super::{LONGEST_LINK, Slip, line_from, line_to, notes, places_of};
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;

/// The most references to undefined footnotes to look at, as many as there are findings of a body.
const MOST_NOTES: usize = 200;

/// The most characters between a bracket and its parenthesis that are taken for a slip.
const MOST_SPACES: usize = 2;

/// The most brackets to look at; it bounds the time that a file of brackets alone takes.
const MOST_BRACKETS: usize = 10_000;

/// Reports text that was meant as a link, a picture or a footnote.
pub(super) fn report(plain: &PlainText, findings: &mut Findings<'_>) {
    let mut seeker = Seeker {
        body: findings.body(),
        plain,
        open: Vec::new(),
        past: 0,
        notes: Vec::new(),
    };
    let body = seeker.body;
    let brackets = memchr::memchr2_iter(b'[', b']', body.as_bytes());
    for at in brackets
        .filter(|at| plain.has(*at))
        .take(MOST_BRACKETS)
    {
        if at < seeker.past {
            continue;
        }
        match body.as_bytes().get(at) {
            Some(b'[') => seeker.opening(at, findings),
            _ => seeker.closing(at, findings),
        }
    }
    for link in plain.links() {
        seeker.parenthesis_behind(link, findings);
    }
    for at in places_of([b'[', b'^'], body).take(MOST_BRACKETS) {
        if plain.has(at) {
            seeker.lone_reference(at, findings);
        }
    }
    seeker.angles(findings);
}

/// Looks at each bracket that is plain text.
struct Seeker<'s, 't> {
    body: &'t str,
    plain: &'s PlainText,
    /// The open brackets, the innermost last.
    open: Vec<usize>,
    /// Everything before this byte has been reported.
    past: usize,
    /// Where notes with a slip at their beginning are, which are reported once.
    notes: Vec<usize>,
}

impl<'t> Seeker<'_, 't> {
    fn report(&mut self, slip: Slip, findings: &mut Findings<'_>) {
        self.past = slip.range.end;
        slip.report(Code::NotALink, findings);
    }

    fn text(&self, range: Range<usize>) -> &'t str {
        slice(self.body, range)
    }

    fn opening(&mut self, at: usize, findings: &mut Findings<'_>) {
        let slip = self
            .reversed(at)
            .or_else(|| self.without_closing(at))
            .or_else(|| self.doubled(at));
        match slip {
            Some(slip) => self.report(slip, findings),
            None => self.open.push(at),
        }
    }

    fn closing(&mut self, at: usize, findings: &mut Findings<'_>) {
        let open = self
            .open
            .pop()
            .filter(|open| self.is_near(*open, at));
        if let Some(found) = open.and_then(|open| self.space_in_link(open, at)) {
            self.past = found.1.end;
            return report_space(found, findings);
        }
        let slip = self
            .behind(open, at)
            .or_else(|| self.swapped(open?, at))
            .or_else(|| self.undefined(open?, at));
        if let Some(slip) = slip {
            self.report(slip, findings);
        }
    }

    /// Reports a reference to an undefined footnote, or what is wrong with its definition; its `[^`
    /// is at byte `at`.
    fn lone_reference(&mut self, at: usize, findings: &mut Findings<'_>) {
        let Some((name, _)) = line_from(self.body, at + 2).split_once(']') else {
            return;
        };
        if name.is_empty() || self.notes.len() == MOST_NOTES {
            return;
        }
        let hash = findings.hash();
        let Some(range) = notes::beginning(self.plain, self.body, name) else {
            self.notes.push(at);
            let range = at..at + 2 + name.len() + 1;
            return findings.named(Code::LoneFootnote, range, name);
        };
        if !self.notes.contains(&range.start) {
            self.notes.push(range.start);
            findings.report(Code::LoneFootnote, range, |finding| {
                finding
                    .arg("name", name)
                    .likely_fix(hash, format!("[^{name}]:"))
            });
        }
    }

    /// Returns whether two brackets can belong together.
    fn is_near(&self, open: usize, close: usize) -> bool {
        let leaf = |at| {
            self.plain
                .part(at)
                .map(|part| part.leaf)
        };
        close - open <= LONGEST_LINK && leaf(open) == leaf(close)
    }

    /// A link whose target contains spaces; its `](` is at byte `at`.
    fn space_in_link(&self, open: usize, at: usize) -> Option<(&'t str, Range<usize>, String)> {
        let rest = line_from(self.body, at + 1).strip_prefix('(')?;
        let (target, _) = rest.split_once(')')?;
        let (first, others) = target.split_once(' ')?;
        if target.contains('"') || target.starts_with('<') {
            return None;
        }
        // The target may have ended, and the parenthesis belong to the sentence.
        if is_target(first) && !is_target(others) && others.contains(['(', '[', ',', ' ']) {
            return None;
        }
        let correction = format!("{}](<{target}>)", self.text(open..at));
        Some((target, open..at + 2 + target.len() + 1, correction))
    }

    /// A character between the bracket and the parenthesis: `[a].(b.md)`.
    fn swapped(&self, open: usize, at: usize) -> Option<Slip> {
        let rest = line_from(self.body, at + 1);
        let (between, target) = rest.split_once('(')?;
        let (word, _) = target.split_once(')')?;
        let between: Option<char> = between
            .chars()
            .next()
            .filter(|c| c.len_utf8() == between.len() && !c.is_whitespace());
        let sign = between.filter(|c| !"[]:".contains(*c))?;
        let end = at + 1 + sign.len_utf8() + 1 + word.len() + 1;
        let label = self.text(open + 1..at);
        let fixed = match sign.is_alphanumeric() {
            true => format!("[{label}{sign}]({word})"),
            false if sign == ')' => format!("[{label}]({word})"),
            false => format!("[{label}]({word}){sign}"),
        };
        let fits = is_target(word) && self.plain.has_all(&(at..end)) && !label.is_empty();
        fits.then(|| Slip::new(open..end, "brackets").fixed(fixed))
    }

    /// A target behind a closing bracket: `[a] (b)`, `[a](b`, `a](b)`, `[a]b)`, `[a]((b)`.
    fn behind(&self, open: Option<usize>, at: usize) -> Option<Slip> {
        let target = TargetBehind::read(line_from(self.body, at + 1));
        let range = at + 1 + target.spaces..at + 1 + target.end;
        if !target.fits(open) || !self.plain.has_all(&range) {
            return None;
        }
        let cause = target.cause(open);
        let Some(open) = open else {
            return Some(Slip::new(at..range.end, cause));
        };
        let label = self
            .text(open + 1..at)
            .trim_end_matches(['(', '[', ']', ')']);
        // A note's number, such as `[1] (www.x.cz)`, is no text of a link.
        if label
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace())
        {
            return None;
        }
        let start = self.with_exclamation(open);
        let slip = Slip::new(start..range.end, cause);
        let sign = self.text(start..open);
        Some(match label.contains(['[', ']']) {
            true => slip,
            false => slip.fixed(format!("{sign}[{label}]({})", target.word)),
        })
    }

    /// Returns where the picture begins whose bracket is at a byte, or the byte itself.
    fn with_exclamation(&self, open: usize) -> usize {
        let before = open.checked_sub(1);
        before
            .filter(|at| self.body.as_bytes().get(*at) == Some(&b'!') && self.plain.has(*at))
            .unwrap_or(open)
    }

    /// `[a][undefined]`, and `[a][]`.
    fn undefined(&self, open: usize, at: usize) -> Option<Slip> {
        let rest = line_from(self.body, at + 1).strip_prefix('[')?;
        let (name, after) = rest.split_once(']')?;
        let label = self.text(open + 1..at);
        let end = at + 2 + name.len() + 1;
        let before = self.text(0..open).chars().next_back();
        let is_index = before.is_some_and(|c| c.is_alphanumeric() || "])}_`".contains(c));
        let is_name = |text: &str| {
            text.chars()
                .filter(|c| c.is_alphabetic())
                .count()
                >= 2
                && !text.starts_with(['^', '!'])
                && !text.contains(['[', '|', '=', '"'])
        };
        let fits = is_name(label)
            && (name.is_empty() || is_name(name))
            && !after.starts_with(['[', ']'])
            && !is_index
            && self.plain.has(at + 1)
            && self.plain.has(end - 1);
        fits.then(|| Slip::new(self.with_exclamation(open)..end, "undefined"))
    }

    /// `(a)[b.md]`; the `[` is at byte `at`.
    fn reversed(&self, at: usize) -> Option<Slip> {
        let before = line_to(self.body, at).strip_suffix(')')?;
        let (word, _) = line_from(self.body, at + 1).split_once(']')?;
        if !is_target(word) || !self.plain.has(at + 1 + word.len()) {
            return None;
        }
        let label = before.rsplit('(').next()?;
        let start = at.checked_sub(label.len() + 2)?;
        let fits = label.len() < before.len() && self.plain.has(start) && !label.contains(')');
        fits.then(|| {
            Slip::new(start..at + word.len() + 2, "reversed").fixed(format!("[{label}]({word})"))
        })
    }

    /// `[a(b.md)`: no bracket closes before the target.
    fn without_closing(&self, at: usize) -> Option<Slip> {
        let rest = line_from(self.body, at + 1);
        let rest = rest.split(['[', ']']).next()?;
        let (label, target) = rest.split_once('(')?;
        let (word, _) = target.split_once(')')?;
        let end = at + 1 + label.len() + 1 + word.len() + 1;
        let is_tight = !label.ends_with(char::is_whitespace);
        let fits = is_tight && is_target(word) && self.plain.has_all(&(end - 1..end));
        let start = self.with_exclamation(at);
        let slip = Slip::new(start..end, "brackets");
        match label {
            _ if !fits => None,
            "" => Some(slip),
            _ => {
                let sign = if start < at { "!" } else { "" };
                Some(slip.fixed(format!("{sign}[{label}]({word})")))
            }
        }
    }

    /// `[[a](b)`: a bracket too many before a link.
    fn doubled(&self, at: usize) -> Option<Slip> {
        let link = self.plain.link_at(at + 1)?;
        let is_closed = line_from(self.body, link.end).contains(']');
        let is_wide = link.len() > LONGEST_LINK;
        (!is_closed && !is_wide && self.text(link.clone()).ends_with(')'))
            .then(|| Slip::new(at..link.end, "brackets").fixed(self.text(link.clone())))
    }

    /// `[a](b))`: a parenthesis too many behind a link.
    fn parenthesis_behind(&mut self, link: &Range<usize>, findings: &mut Findings<'_>) {
        let is_candidate = self.body.as_bytes().get(link.end) == Some(&b')')
            && self.body.as_bytes().get(link.start) != Some(&b'<')
            && self.text(link.clone()).ends_with(')')
            && link.len() <= LONGEST_LINK;
        let Some(part) = self
            .plain
            .part(link.end)
            .filter(|_| is_candidate)
        else {
            return;
        };
        let Some(first) = self.plain.parts_of(part.leaf).next() else {
            return;
        };
        let before = first
            .range
            .start
            .saturating_sub(1)
            .min(link.start)..link.start;
        if before.len() > LONGEST_LINK {
            return;
        }
        let mut depth = 0_usize;
        for c in self.text(before).chars() {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        if depth == 0 {
            let slip = Slip::new(link.start..link.end + 1, "brackets");
            slip.fixed(self.text(link.clone()))
                .report(Code::NotALink, findings);
        }
    }

    /// `<www.x.cz>` and `< https://x.cz >`, which are no addresses for Markdown.
    fn angles(&self, findings: &mut Findings<'_>) {
        for at in memchr::memchr_iter(b'<', self.body.as_bytes())
            .filter(|at| self.plain.has(*at))
            .take(MOST_BRACKETS)
        {
            let inner = line_from(self.body, at + 1);
            let Some((inner, _)) = inner.split_once('>') else {
                continue;
            };
            let word = inner.trim();
            let is_other = word.len() < inner.len() || word.starts_with("www.");
            if is_other && super::targets::is_address(word) {
                let address = match word.starts_with("www.") {
                    true => format!("<https://{word}>"),
                    false => format!("<{word}>"),
                };
                Slip::new(at..at + inner.len() + 2, "angle")
                    .fixed(address)
                    .report(Code::NotALink, findings);
            }
        }
    }
}

/// What may be a target behind a closing bracket.
struct TargetBehind<'t> {
    /// The spaces before it.
    spaces: usize,
    /// As written, with its brackets.
    written: &'t str,
    /// Without brackets, and what ends the sentence.
    word: String,
    /// Where it ends, from the closing bracket.
    end: usize,
}

impl<'t> TargetBehind<'t> {
    /// Reads the rest of a line.
    fn read(rest: &'t str) -> Self {
        let tight = rest.trim_start_matches(' ');
        let spaces = rest.len() - tight.len();
        let ends = |c: char| c.is_whitespace() || c == ',' || c == ';';
        // A space may follow the parenthesis.
        let inner = tight.trim_start_matches(['(', ' ']);
        let start = match tight.starts_with('(') {
            true => tight.len() - inner.len(),
            false => 0,
        };
        let after = slice(tight, start..tight.len());
        let length = start
            + after
                .find(ends)
                .unwrap_or(after.len());
        let written = slice(tight, 0..length);
        let written = match written.rfind(')') {
            Some(end) => slice(written, 0..end + 1),
            None => written.trim_end_matches(['.', ':', '!']),
        };
        let word = written.replace(['[', ']', '(', ')', ' '], "");
        Self {
            spaces,
            written,
            word,
            end: spaces + written.len(),
        }
    }

    fn has_parenthesis(&self) -> bool {
        self.written.starts_with('(')
    }

    fn has_end(&self) -> bool {
        self.written.ends_with(')')
    }

    /// Returns whether it is surely a target, behind the bracket that closes the one at `open`.
    fn fits(&self, open: Option<usize>) -> bool {
        match (self.has_parenthesis(), self.spaces) {
            (true, 0) => may_be_target(&self.word),
            (true, 1..=MOST_SPACES) => {
                self.has_end() && may_be_target(&self.word) && open.is_some()
            }
            (false, 0) => {
                self.has_end() && is_target(&self.word) && self.written.len() == self.word.len() + 1
            }
            _ => false,
        }
    }

    /// Returns the word that selects the message.
    fn cause(&self, open: Option<usize>) -> &'static str {
        match (open, self.has_parenthesis(), self.has_end()) {
            (None, ..) | (_, false, _) => "brackets",
            _ if self.spaces > 0 => "gap",
            (.., false) => "unclosed",
            _ => "brackets",
        }
    }
}

fn report_space(
    (target, range, correction): (&str, Range<usize>, String),
    findings: &mut Findings<'_>,
) {
    let hash = findings.hash();
    findings.report(Code::SpaceInLink, range, |finding| {
        finding
            .arg("target", target)
            .likely_fix(hash, correction)
    });
}
