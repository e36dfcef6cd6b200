//! Signs of emphasis that have no effect: never closed, or with a space where none may be.

use std::ops::Range;

use super::Slip;
use super::plain::PlainText;
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;
use crate::source::floor;

/// The most signs to look at, which bounds the time.
const MOST_RUNS: usize = 10_000;

/// The longest text between two signs that belong together, in bytes.
const LONGEST: usize = 2_000;

/// Identifiers of programs that begin with two underscores.
const IDENTIFIERS: [&str; 12] = [
    "attribute",
    "dirname",
    "dict",
    "doc",
    "file",
    "filename",
    "func",
    "init",
    "line",
    "main",
    "name",
    "proto",
];

/// A run of equal signs that is plain text.
#[derive(Clone, Debug)]
struct Run {
    range: Range<usize>,
    sign: char,
    leaf: usize,
    /// The character before it; a space at the start of its paragraph.
    before: char,
    after: char,
    /// Whether it lies next to signs that have an effect: `***a**`.
    is_excess: bool,
    begins_leaf: bool,
}

impl Run {
    fn len(&self) -> usize {
        self.range.len()
    }

    fn is_opening(&self) -> bool {
        let free = |c: char| c.is_whitespace() || "(„\"“‚«[–—".contains(c);
        free(self.before) && (self.after.is_alphanumeric() || "„\"“(".contains(self.after))
    }

    fn is_closing(&self) -> bool {
        let free = |c: char| c.is_whitespace() || ".,;:!?)…“\"–".contains(c);
        free(self.after) && (self.before.is_alphabetic() || ".,;:!?)…“\"”".contains(self.before))
    }

    /// Returns whether it belongs to a formula, a path, a pattern or a name.
    fn is_code(&self) -> bool {
        let signs = "/\\=$@{}<>|`#&";
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        signs.contains(self.before)
            || signs.contains(self.after)
            || inside(self.before) && inside(self.after)
    }
}

/// Reports the signs of emphasis that have no effect.
pub(super) fn report(plain: &PlainText, findings: &mut Findings<'_>) {
    let body = findings.body();
    let runs = runs(plain, body);
    let is_note = |run: &Run| run.sign == '*' && run.begins_leaf && run.after != '*';
    let has_note = runs.iter().any(is_note);
    let stars = runs
        .iter()
        .filter(|run| run.sign == '*');
    let is_one_star = stars.take(2).count() == 1;
    let mut singles = Vec::new();
    let mut rest = runs.as_slice();
    while let [first, others @ ..] = rest {
        rest = others;
        if first.is_excess {
            if let Some(slip) = excess(first, has_note) {
                slip.report(Code::UnclosedEmphasis, findings);
            }
            continue;
        }
        let pair = others
            .first()
            .and_then(|second| pair(body, first, second));
        if let Some(slip) = pair {
            slip.report(Code::UnclosedEmphasis, findings);
            rest = others.get(1..).unwrap_or_default();
        } else {
            singles.push(first);
        }
    }
    let marks = has_notes(&singles);
    for run in &singles {
        if is_unclosed(body, run, marks) || is_one_star && is_lone_star(body, run) {
            Slip::new(run.range.clone(), "open").report(Code::UnclosedEmphasis, findings);
        }
    }
}

/// Finds all runs.
fn runs(plain: &PlainText, body: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let bytes = body.as_bytes();
    for at in memchr::memchr3_iter(b'*', b'_', b'~', bytes) {
        let Some(part) = plain.part(at) else { continue };
        let sign = bytes
            .get(at)
            .copied()
            .map_or(' ', char::from);
        let leaf = part.leaf;
        if let Some(last) = runs.last_mut()
            && (last.range.end, last.sign, last.leaf) == (at, sign, leaf)
        {
            last.range.end = at + 1;
            continue;
        }
        if runs.len() == MOST_RUNS {
            break;
        }
        let first = plain.parts_of(leaf).next();
        runs.push(Run {
            range: at..at + 1,
            sign,
            leaf,
            before: ' ',
            after: ' ',
            is_excess: false,
            begins_leaf: first.is_some_and(|first| first.range.start == at),
        });
    }
    for run in &mut runs {
        let before = slice(body, 0..run.range.start)
            .chars()
            .next_back();
        let after = slice(body, run.range.end..body.len())
            .chars()
            .next();
        run.is_excess = before == Some(run.sign) || after == Some(run.sign);
        run.before = before
            .filter(|_| !run.begins_leaf)
            .unwrap_or(' ');
        run.after = after.unwrap_or(' ');
    }
    runs
}

/// A sign too many, or too few, beside emphasis: `***a**`. Behind it, a star may be the mark of a
/// note, which then begins with a star.
fn excess(run: &Run, has_note: bool) -> Option<Slip> {
    let fits = run.len() == 1 && run.sign != '~' && (run.after == run.sign || !has_note);
    fits.then(|| Slip::new(run.range.clone(), "excess"))
}

/// Two runs that belong together, and have no effect because of a space: `** a**`.
fn pair(body: &str, first: &Run, second: &Run) -> Option<Slip> {
    let inner = first.range.end..second.range.start;
    let belongs = first.sign == second.sign
        && first.len() == second.len()
        && first.len() == 2
        && first.leaf == second.leaf
        && !second.is_excess
        && inner.len() <= LONGEST
        && !first.is_code()
        && !second.is_code();
    if !belongs {
        return None;
    }
    let text = slice(body, inner);
    let spaced = (
        text.starts_with(char::is_whitespace),
        text.ends_with(char::is_whitespace),
    );
    let inner = text.trim();
    let is_tight = inner.starts_with(|c: char| c.is_alphanumeric() || "„\"“‚«([".contains(c))
        && inner.ends_with(|c: char| c.is_alphanumeric() || ".,;:!?)…“\"”’»]%".contains(c));
    let is_word = |word: &str| {
        word.chars()
            .filter(|c| c.is_alphabetic())
            .count()
            >= 3
    };
    let outer = |c: char| !c.is_alphanumeric();
    let fits = outer(first.before)
        && (outer(second.after) || !spaced.0)
        && text.split_whitespace().any(is_word)
        && is_tight;
    if !fits {
        return None;
    }
    let sign = slice(body, first.range.clone());
    let slip = Slip::new(first.range.start..second.range.end, "space");
    let space = if second.after.is_alphanumeric() {
        " "
    } else {
        ""
    };
    Some(slip.fixed(format!("{sign}{}{sign}{space}", text.trim())))
}

/// Returns whether stars are marks of notes: one behind a word, and later one before a text.
fn has_notes(runs: &[&Run]) -> bool {
    let mark = runs
        .iter()
        .position(|run| run.sign == '*' && run.is_closing());
    mark.is_some_and(|mark| {
        runs.iter()
            .skip(mark + 1)
            .any(|run| run.sign == '*' && run.begins_leaf)
    })
}

/// A run of two that opens or closes nothing.
fn is_unclosed(body: &str, run: &Run, has_notes: bool) -> bool {
    if run.len() != 2 || run.is_code() || has_notes && run.sign == '*' {
        return false;
    }
    match run.sign {
        // An identifier may begin with two of them.
        '_' => run.is_opening() && is_prose(body, run.range.end),
        '*' if run.is_opening() => !is_argument(body, run.range.end),
        _ => run.is_opening() || run.is_closing(),
    }
}

/// Returns whether the word at a byte is one of a sentence, not an identifier such as `__dirname`.
fn is_prose(body: &str, at: usize) -> bool {
    let word = word_at(body, at).trim_end_matches(['.', ',', ':', '!', '?']);
    let is_capitalised = || {
        let mut letters = word.chars();
        letters
            .next()
            .is_some_and(char::is_uppercase)
            && letters.all(char::is_lowercase)
    };
    let is_word = word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let is_followed = slice(body, at + word.len()..floor(body, at + LONGEST))
        .split_whitespace()
        .nth(1)
        .is_some();
    is_word && (!word.is_ascii() || is_capitalised())
        || is_word && is_followed && !IDENTIFIERS.contains(&word)
}

/// Returns whether the word at a byte is an argument of a function, such as `**kwargs`.
fn is_argument(body: &str, at: usize) -> bool {
    let word = word_at(body, at);
    let name = word.trim_end_matches([')', ',', '.', ':']);
    matches!(
        name,
        "kwargs" | "kwds" | "args" | "options" | "opts" | "kw" | "params"
    ) || name.contains('_')
        || word.contains("),")
}

/// A single star before a word within a sentence. It counts only if there is no other star in the
/// text: a star before a paragraph, or behind a word, may be the mark of a note.
fn is_lone_star(body: &str, run: &Run) -> bool {
    run.sign == '*'
        && run.len() == 1
        && run.before == ' '
        && !run.begins_leaf
        && run.after.is_alphabetic()
        && !is_family(body, run.range.end)
}

/// Returns whether a star before the word stands for any letters: `*nix` is every Unix.
fn is_family(body: &str, at: usize) -> bool {
    let word = word_at(body, at)
        .split(|c: char| !c.is_alphabetic())
        .next();
    matches!(word, Some("nix" | "NIX" | "ix" | "BSD"))
}

fn word_at(body: &str, at: usize) -> &str {
    slice(body, at..floor(body, at + 80))
        .split_whitespace()
        .next()
        .unwrap_or_default()
}
