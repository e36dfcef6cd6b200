//! Lists that are none: with bullets of a word processor, a no-break space behind the marker, or
//! one marker that is broken.

use std::ops::Range;

use super::lines::{After, Line, Lines, List, prefix};
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;
use crate::language::month_after_a_stop;
use crate::source::line_start;

/// The bullets of word processors; those of the symbol fonts are in the private use area.
const BULLETS: [char; 15] = [
    '•', '·', '‣', '▪', '▫', '◦', '●', '○', '■', '□', '➢', '➤', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}',
];

/// The longest list in which every item is looked at for one line.
const LONGEST: usize = 200;

/// What is told of lists.
#[derive(Debug, Default)]
pub(super) struct Debris {
    /// The lists with a broken item.
    pub(super) lists: Vec<usize>,
    /// The ranges of findings.
    ranges: Vec<Range<usize>>,
}

/// What a line begins with as if it were an item.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Marker {
    Bullet(char),
    Dash(char),
    /// A marker of Markdown with a no-break space behind it.
    Spaced(char),
    /// A number with a no-break space behind it.
    SpacedNumber(u64),
    Number(u64),
    Letter(u8),
}

impl Debris {
    /// Returns whether a byte is in a finding.
    pub(super) fn holds(&self, at: usize) -> bool {
        self.ranges
            .iter()
            .any(|range| range.contains(&at))
    }

    fn tell(
        &mut self,
        cause: &str,
        range: Range<usize>,
        fixed: String,
        findings: &mut Findings<'_>,
    ) {
        let hash = findings.hash();
        findings.report(Code::NotAList, range.clone(), |finding| {
            finding
                .arg("cause", cause)
                .likely_fix(hash, fixed)
        });
        self.ranges.push(range);
    }
}

/// Reports all such lists of a body.
pub(super) fn report(lines: &Lines, findings: &mut Findings<'_>) -> Debris {
    let mut debris = Debris::default();
    let mut before: Option<&Line> = None;
    let mut rest = lines.lines.as_slice();
    while let [line, others @ ..] = rest
        && !findings.is_full()
    {
        let length = run(before, line, others, findings, &mut debris);
        if length == 0 {
            broken(line, lines, findings, &mut debris);
        }
        let (told, next) = rest
            .split_at_checked(length.max(1))
            .unwrap_or((rest, &[]));
        before = told.last();
        rest = next;
    }
    debris
}

/// Reports lines that follow each other like items; returns how many they are.
fn run(
    before: Option<&Line>,
    line: &Line,
    others: &[Line],
    findings: &mut Findings<'_>,
    debris: &mut Debris,
) -> usize {
    let body = findings.body();
    let Some((first, _)) = Marker::of(slice(body, line.range.clone())) else {
        return 0;
    };
    // In an item, such a line is a broken item at most.
    if matches!(first, Marker::Number(_)) && line.item.is_some() {
        return 0;
    }
    let mut run = vec![line];
    let mut marker = first;
    for next in others {
        let last = run.last().copied().unwrap_or(line);
        let Some((after, _)) = Marker::of(slice(body, next.range.clone())) else {
            break;
        };
        if next.number != last.number + 1
            || !marker.precedes(after)
            || !marker.may_follow(next.after)
        {
            break;
        }
        marker = after;
        run.push(next);
    }
    if let (Marker::Number(number), After::Line) = (first, line.after) {
        return inside(before, number, &run, findings, debris);
    }
    if run.len() < 2 {
        return 0;
    }
    if is_row_of_links(line, body) {
        return run.len();
    }
    let end = run
        .last()
        .map_or(line.range.end, |last| last.range.end);
    debris.tell(
        first.cause(),
        line.range.start..end,
        as_list(&run, body),
        findings,
    );
    run.len()
}

/// Reports numbered lines that are text, since a paragraph is not interrupted by a list that begins
/// with another number than 1. If the line above has a broken number, that one is to blame.
fn inside(
    before: Option<&Line>,
    number: u64,
    run: &[&Line],
    findings: &mut Findings<'_>,
    debris: &mut Debris,
) -> usize {
    let body = findings.body();
    let Some(line) = run.first() else { return 0 };
    let above = before
        .filter(|before| before.number + 1 == line.number)
        .and_then(|above| {
            let text = slice(body, above.range.clone());
            let expected = number.checked_sub(1)?;
            let fixed = numbered(text, expected).or_else(|| unstopped(text, expected))?;
            Some((above, fixed))
        });
    match above {
        Some((above, fixed)) => debris.tell("marker", above.range.clone(), fixed, findings),
        None if run.len() > 1 => {
            let prefix = prefix(body, line.range.start);
            let fixed = format!("\n{prefix}{}", slice(body, line.range.clone()));
            debris.tell("inside", line.range.clone(), fixed, findings);
        }
        None => return 0,
    }
    run.len()
}

/// Returns lines as items of a list.
fn as_list(run: &[&Line], body: &str) -> String {
    let mut list = String::new();
    let mut at = run
        .first()
        .map_or(0, |line| line.range.start);
    for line in run {
        let text = slice(body, line.range.clone());
        let Some((marker, length)) = Marker::of(text) else {
            continue;
        };
        list.push_str(slice(body, at..line.range.start));
        let kept = text
            .get(..length)
            .unwrap_or_default()
            .trim_end();
        match marker {
            Marker::Letter(_) => list.push_str(&format!("- {kept} ")),
            Marker::Number(_) | Marker::SpacedNumber(_) | Marker::Spaced(_) => {
                list.push_str(&format!("{kept} "));
            }
            Marker::Bullet(_) | Marker::Dash(_) => list.push_str("- "),
        }
        list.push_str(text.get(length..).unwrap_or_default());
        at = line.range.end;
    }
    list
}

/// Returns whether the line above belongs to a row of links between which bullets stand.
fn is_row_of_links(line: &Line, body: &str) -> bool {
    let above = line_start(body, line.range.start).checked_sub(1);
    let above = above.map(|end| slice(body, line_start(body, end)..end).trim_start());
    line.after != After::Block && above.is_some_and(|above| above.starts_with(['[', '<', '!']))
}

/// Reports a line between items, or right before the first, whose own marker is broken.
fn broken(line: &Line, lines: &Lines, findings: &mut Findings<'_>, debris: &mut Debris) {
    let body = findings.body();
    let text = slice(body, line.range.clone());
    let fixed = match line
        .item
        .and_then(|(list, item)| Some((lines.lists.get(list)?, item)))
    {
        Some((list, item)) if line.after == After::Line => {
            let at = list
                .items
                .get(item)
                .copied()
                .unwrap_or_default();
            (column(body, line.range.start) <= column(body, at) + 1)
                .then(|| between(text, list, item, line, body))
                .flatten()
        }
        None if line.after == After::Block => before_first(text, line, body),
        _ => None,
    };
    if let Some(fixed) = fixed {
        debris
            .lists
            .extend(line.item.map(|(list, _)| list));
        debris.tell("marker", line.range.clone(), fixed, findings);
    }
}

/// Returns the item that a line between others was meant to be.
fn between(text: &str, list: &List, item: usize, line: &Line, body: &str) -> Option<String> {
    let own = slice(body, *list.items.get(item)?..body.len());
    if list.first.is_none() {
        let sign = own.chars().next()?;
        return bullet(text, sign)
            .or_else(|| is_bare(text, list, item, line, body).then(|| format!("{sign} {text}")));
    }
    let expected = leading_number(own)?.checked_add(1)?;
    let next = list
        .items
        .get(item + 1)
        .and_then(|at| leading_number(slice(body, *at..body.len())));
    let is_gap = next == expected.checked_add(1);
    // The last item has no next one, but it may begin in bold as the one before it does.
    let is_alike = |item: &str| next.is_none() && own.contains(". **") && item.contains(". **");
    numbered(text, expected)
        .or_else(|| unstopped(text, expected).filter(|item| is_gap || is_alike(item)))
}

/// Returns the item that a paragraph right before a list was meant to be.
fn before_first(text: &str, line: &Line, body: &str) -> Option<String> {
    let next = body
        .get(line.range.end..)?
        .split_once('\n')?
        .1;
    let indent = column(body, line.range.start);
    let next = next
        .split('\n')
        .next()?
        .get(indent.saturating_sub(1)..)?
        .trim_start();
    let sign = next
        .chars()
        .next()
        .filter(|sign| matches!(sign, '-' | '*' | '+'))?;
    next.strip_prefix(sign)?
        .strip_prefix(' ')?;
    let is_bare = indent == 1 && may_begin_item(text);
    bullet(text, sign).or_else(|| is_bare.then(|| format!("{sign} {text}")))
}

/// Returns the item of a line whose bullet has no space behind it or is doubled.
fn bullet(text: &str, sign: char) -> Option<String> {
    let rest = text
        .strip_prefix(sign)
        .filter(|_| matches!(sign, '-' | '*' | '+'))?;
    let is_doubled = rest
        .strip_prefix(sign)
        .is_some_and(|rest| rest.starts_with(' '));
    let next = rest.chars().next()?;
    let begins =
        next.is_alphanumeric() || matches!(next, '[' | '*' | '_' | '`' | '„' | '“' | '"' | '(');
    if is_doubled {
        return Some(rest.to_owned());
    }
    (begins && next != sign).then(|| format!("{sign} {}", unswapped(rest)))
}

/// Returns the item of a line with a broken number that was meant to be `expected`: `1.. a`,
/// `.3 a`, `2 .a`, `3.a`, `. a`.
fn numbered(text: &str, expected: u64) -> Option<String> {
    let end =
        text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ')' | ' ' | '\u{a0}'))?;
    let (head, rest) = text.split_at_checked(end)?;
    let digits: String = head
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let has_stop = head.contains(['.', ')']);
    let is_right = match digits.is_empty() {
        true => head.starts_with(['.', ')']),
        false => digits.parse() == Ok(expected),
    };
    (has_stop && is_right).then(|| format!("{expected}. {}", unswapped(rest)))
}

/// Returns the item of a line whose number lacks its full stop.
fn unstopped(text: &str, expected: u64) -> Option<String> {
    let rest = text.strip_prefix(&expected.to_string())?;
    let rest = rest.strip_prefix(' ')?;
    Some(format!("{expected}. {rest}"))
}

/// Undoes `* *text`, where a space and a `*` changed places.
fn unswapped(rest: &str) -> String {
    match rest.strip_prefix("* *") {
        Some(rest) => format!("**{rest}"),
        None => rest.to_owned(),
    }
}

/// Returns whether a line has lost its bullet: it is indented by one space, and no other item of
/// its list has a second line.
fn is_bare(text: &str, list: &List, item: usize, line: &Line, body: &str) -> bool {
    let ends = list
        .items
        .iter()
        .skip(1)
        .chain([&list.end]);
    let lengths = list
        .items
        .iter()
        .zip(ends)
        .enumerate()
        .map(|(at, (start, end))| {
            let lines = slice(body, *start..(*end).max(*start))
                .trim_end()
                .lines()
                .take(3)
                .count();
            (at, lines)
        });
    may_begin_item(text)
        && (2..=LONGEST).contains(&list.items.len())
        && column(body, line.range.start) == 1
        && lengths
            .into_iter()
            .all(|(at, lines)| lines == 1 + usize::from(at == item))
}

/// Returns whether a text begins like that of an item, not like a marker.
fn may_begin_item(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '*' | '_' | '[' | '„'))
}

fn leading_number(text: &str) -> Option<u64> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    text.get(..end)?.parse().ok()
}

fn column(body: &str, at: usize) -> usize {
    at - line_start(body, at)
}

impl Marker {
    /// Reads the marker that a line begins with, and its length with the space behind it.
    fn of(text: &str) -> Option<(Self, usize)> {
        let mut chars = text.chars();
        let sign = chars.next()?;
        let rest = chars.as_str();
        let space = |rest: &str| {
            rest.chars()
                .next()
                .filter(|c| c.is_whitespace())
                .map(char::len_utf8)
        };
        let spaced = |marker, rest: &str| Some((marker, text.len() - rest.len() + space(rest)?));
        match sign {
            '-' | '*' | '+' if rest.starts_with('\u{a0}') => spaced(Self::Spaced(sign), rest),
            '–' | '—' => spaced(Self::Dash(sign), rest),
            sign if BULLETS.contains(&sign) => spaced(Self::Bullet(sign), rest),
            'a'..='z' | 'A'..='Z' => spaced(
                Self::Letter(u8::try_from(sign).ok()?),
                rest.strip_prefix(')')?,
            ),
            '0'..='9' => {
                let number = leading_number(text)?;
                let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
                let rest = rest.strip_prefix(['.', ')'])?;
                let word = rest
                    .trim_start()
                    .split(|c: char| !c.is_alphabetic())
                    .next()?;
                match month_after_a_stop(word) {
                    Some(_) => None,
                    None if rest.starts_with('\u{a0}') => spaced(Self::SpacedNumber(number), rest),
                    None => spaced(Self::Number(number), rest),
                }
            }
            _ => None,
        }
    }

    /// Returns whether another marker is that of the next item.
    fn precedes(self, next: Self) -> bool {
        match (self, next) {
            (Self::SpacedNumber(number), Self::SpacedNumber(next))
            | (Self::Number(number), Self::Number(next)) => number.checked_add(1) == Some(next),
            (Self::Letter(letter), Self::Letter(next)) => letter + 1 == next,
            _ => self == next,
        }
    }

    /// Returns whether a line with such a marker may be an item after what stands before it.
    fn may_follow(self, after: After) -> bool {
        matches!(
            (self, after),
            (_, After::Line)
                | (Self::Bullet(_), After::Block | After::Break)
                | (Self::Spaced(_) | Self::SpacedNumber(_), After::Break)
        )
    }

    /// Returns the word that selects the message.
    fn cause(self) -> &'static str {
        match self {
            Self::Bullet(_) | Self::Dash(_) => "bullet",
            Self::Spaced(_) | Self::SpacedNumber(_) => "space",
            Self::Number(_) => "inside",
            Self::Letter(_) => "letter",
        }
    }
}
