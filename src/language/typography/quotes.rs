//! Straight quotes in pairs, nested; also among quotes that are set already.

use super::Pass;
use super::look::{is_closing, is_opening, is_space, is_wordly};

/// The deepest nesting of quotes; what is deeper stays as it is.
const DEEPEST: usize = 8;

/// The quotes of a run as far as it has been walked.
#[derive(Default)]
pub(super) struct Quotes {
    open: Vec<Open>,
    /// The edits that stand and fall with all quotes: of those in pairs, and of apostrophes that
    /// could be one of a pair.
    unsure: Vec<usize>,
    /// Whether some edit turned out to be none.
    blank: bool,
    /// A double quote without a partner: then no quote of the run is sure, and all stay.
    lone: bool,
}

/// A quote that is open.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    mark: Mark,
    /// Whether it is of the outer kind.
    outer: bool,
    /// Its edit, which is blank until it has a partner.
    edit: usize,
}

/// How a quote is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double,
    Single,
    Set,
}

impl Quotes {
    /// Finds the innermost open quote of a kind, and forgets what is open inside it.
    fn close(&mut self, fits: impl Fn(&Open) -> bool) -> Option<Open> {
        let at = self.open.iter().rposition(fits)?;
        self.lone |= self.open[at + 1..]
            .iter()
            .any(|open| open.mark == Mark::Double);
        let open = self.open[at];
        self.blank |= self.open[at + 1..]
            .iter()
            .any(|open| open.mark != Mark::Set);
        self.open.truncate(at);
        Some(open)
    }
}

/// What stands in an edit that may yet be none.
const BLANK: &str = "";

/// The apostrophe of English and Ukrainian.
const APOSTROPHE: &str = "’";

impl Pass<'_, '_> {
    /// Takes the straight quote at byte `at` for what it is: opening, closing, an apostrophe, a
    /// sign for inches or minutes.
    pub(super) fn straight_quote(&mut self, at: usize) {
        let (before, after) = (self.before(at), self.after(at + 1));
        let mark = if self.bytes[at] == b'"' {
            Mark::Double
        } else {
            Mark::Single
        };
        let is_within = before.is_some_and(is_wordly) && after.is_some_and(is_wordly);
        let closes = before.is_some_and(|c| !is_space(c)) && !(mark == Mark::Single && is_within);
        let opens = before.is_none_or(|c| {
            is_space(c) || is_opening(c) || matches!(c, '–' | '—' | '-' | '/' | '=')
        }) && after
            .is_some_and(|c| !is_space(c) && (!is_closing(c) || is_opening(c) || c == '…'));
        let is_empty = matches!(before, Some('"' | '\''))
            && self
                .quotes
                .open
                .last()
                .is_some_and(|open| open.at + 1 == at);
        if closes && !(opens && is_empty) && self.close_straight(at, mark, opens) {
            return;
        }
        match mark {
            _ if opens && self.opens_here(mark, after) => self.open(at, mark),
            Mark::Single if self.rules.apostrophe && is_within => self.apostrophe(at),
            Mark::Single
                if self.rules.possessive && closes && before.is_some_and(char::is_alphabetic) =>
            {
                self.quotes.unsure.push(self.edits.len());
                self.apostrophe(at);
            }
            Mark::Double if !before.is_some_and(|c| c.is_ascii_digit()) => self.quotes.lone = true,
            Mark::Double | Mark::Single | Mark::Set => {}
        }
    }

    fn opens_here(&self, mark: Mark, after: Option<char>) -> bool {
        let nested = !self.quotes.open.is_empty();
        // A year without its century ('89) opens nothing.
        self.quotes.open.len() < DEEPEST
            && (mark == Mark::Double
                || (nested || self.rules.single) && !after.is_some_and(|c| c.is_ascii_digit()))
    }

    fn open(&mut self, at: usize, mark: Mark) {
        let outer = match self.quotes.open.last() {
            Some(around) => !around.outer,
            None => mark == Mark::Double,
        };
        self.quotes.open.push(Open {
            at,
            mark,
            outer,
            edit: self.edits.len(),
        });
        self.edit(at, at + 1, BLANK);
    }

    /// Closes the quote that is open, if this one fits it.
    fn close_straight(&mut self, at: usize, mark: Mark, opens: bool) -> bool {
        // After an opening bracket or quote, a quote rather opens anew.
        if opens
            && self
                .quotes
                .open
                .last()
                .is_none_or(|open| open.mark != mark || at == open.at + 1)
        {
            return false;
        }
        let Some(open) = self.quotes.close(|open| open.mark == mark) else {
            return false;
        };
        let [left, right] = if open.outer {
            self.rules.outer
        } else {
            self.rules.inner
        };
        self.edits[open.edit].with = left;
        self.quotes.unsure.extend([open.edit, self.edits.len()]);
        self.edit(at, at + 1, right);
        true
    }

    fn apostrophe(&mut self, at: usize) {
        self.edit(at, at + 1, APOSTROPHE);
    }

    /// Takes back what turned out to be no quotes.
    pub(super) fn finish_quotes(&mut self) {
        let Quotes {
            open,
            unsure,
            blank,
            lone,
        } = &self.quotes;
        let lone = *lone || open.iter().any(|open| open.mark == Mark::Double);
        for edit in unsure.iter().filter(|_| lone) {
            self.edits[*edit].with = BLANK;
        }
        if lone || *blank || open.iter().any(|open| open.mark != Mark::Set) {
            self.edits.retain(|edit| edit.with != BLANK);
        }
    }

    /// Keeps account of a quote that is set already, at byte `at`, and returns its length.
    pub(super) fn set_quote(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let length = rest.chars().next().map_or(1, char::len_utf8);
        let is = |mark: &str| rest.starts_with(mark);
        for (outer, [left, right]) in [(true, self.rules.outer), (false, self.rules.inner)] {
            if is(right)
                && self
                    .quotes
                    .close(|open| open.mark == Mark::Set && open.outer == outer)
                    .is_some()
            {
                return length;
            }
            if is(left) && self.quotes.open.len() < DEEPEST {
                self.quotes.open.push(Open {
                    at,
                    mark: Mark::Set,
                    outer,
                    edit: usize::MAX,
                });
                return length;
            }
        }
        length
    }
}
