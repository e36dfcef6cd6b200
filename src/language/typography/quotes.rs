//! Straight quotes in pairs, nested; also among quotes that are set already.

use super::look::{is_closing, is_opening, is_space, is_wordly};
use super::{Edit, Pass};
use crate::source::slice;

/// The deepest nesting of quotes; what is deeper stays as it is.
const DEEPEST: usize = 8;

/// The quotes of a run as far as it has been walked.
#[derive(Default)]
pub(super) struct Quotes {
    open: Vec<Open>,
    /// The edits that are made only if every quote is sure: of pairs, and of apostrophes that could
    /// belong to one.
    unsure: Vec<usize>,
    /// Whether some edit turned out to be none.
    blank: bool,
    /// Whether a set quote closed nothing among open straight ones. It would close one of them once
    /// that is set, so if any quote stays straight, no pair is sure.
    stray: bool,
    /// Whether a double quote has no partner: then no quote of the run is sure, and all stay.
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

/// A straight quote with the characters beside it.
#[derive(Clone, Copy)]
struct Straight {
    at: usize,
    mark: Mark,
    before: Option<char>,
    after: Option<char>,
}

impl Straight {
    fn is_within_word(self) -> bool {
        self.before.is_some_and(is_wordly) && self.after.is_some_and(is_wordly)
    }

    fn ends_word(self) -> bool {
        self.before
            .is_some_and(char::is_alphabetic)
            && !self.is_within_word()
    }

    fn is_after_digit(self) -> bool {
        self.before
            .is_some_and(|c| c.is_ascii_digit())
    }

    fn may_close(self) -> bool {
        let is_apostrophe = self.mark == Mark::Single && self.is_within_word();
        self.before
            .is_some_and(|c| !is_space(c))
            && !is_apostrophe
    }

    fn may_open(self) -> bool {
        let starts = |c| is_space(c) || is_opening(c) || matches!(c, '–' | '—' | '-' | '/' | '=');
        let goes_on = |c| !is_space(c) && (!is_closing(c) || is_opening(c) || c == '…');
        self.before.is_none_or(starts) && self.after.is_some_and(goes_on)
    }
}

impl Quotes {
    /// Takes the innermost open quote that fits, and drops those opened inside it.
    fn close(&mut self, fits: impl Fn(&Open) -> bool) -> Option<Open> {
        let at = self.open.iter().rposition(fits)?;
        let mut closed = self.open.drain(at..);
        let open = closed.next();
        for inside in closed {
            self.lone |= inside.mark == Mark::Double;
            self.blank |= inside.mark != Mark::Set;
        }
        open
    }
}

/// The replacement of an edit that may still turn out to be none.
const BLANK: &str = "";

/// The apostrophe of English and Ukrainian.
const APOSTROPHE: &str = "’";

impl Pass<'_, '_> {
    /// Decides what the straight quote at byte `at` is: opening, closing, an apostrophe, or a sign
    /// for inches or minutes.
    pub(super) fn straight_quote(&mut self, at: usize) {
        let quote = Straight {
            at,
            mark: match self.byte(at) {
                b'"' => Mark::Double,
                _ => Mark::Single,
            },
            before: self.before(at),
            after: self.after(at + 1),
        };
        if quote.may_close() && self.close_straight(quote) {
            return;
        }
        match quote.mark {
            _ if quote.may_open() && self.opens_here(quote) => self.open(at, quote.mark),
            Mark::Single if self.rules.apostrophe && quote.is_within_word() => self.apostrophe(at),
            Mark::Single if self.rules.possessive && quote.ends_word() => {
                self.quotes
                    .unsure
                    .push(self.edits.len());
                self.apostrophe(at);
            }
            Mark::Double if !quote.is_after_digit() => self.quotes.lone = true,
            Mark::Double | Mark::Single | Mark::Set => {}
        }
    }

    fn opens_here(&self, quote: Straight) -> bool {
        let nested = !self.quotes.open.is_empty();
        // A year without its century ('89) opens nothing.
        let is_year = quote
            .after
            .is_some_and(|c| c.is_ascii_digit());
        self.quotes.open.len() < DEEPEST
            && (quote.mark == Mark::Double || (nested || self.rules.single) && !is_year)
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

    /// Closes the open quote that this one matches, if any.
    fn close_straight(&mut self, quote: Straight) -> bool {
        let Straight { at, mark, .. } = quote;
        // After an opening bracket or quote, a quote is more likely to open a new one.
        let is_inner = |open: &Open| open.mark != mark || at == open.at + 1;
        if quote.may_open()
            && self
                .quotes
                .open
                .last()
                .is_none_or(is_inner)
        {
            return false;
        }
        let Some(open) = self
            .quotes
            .close(|open| open.mark == mark)
        else {
            return false;
        };
        let [left, right] = if open.outer {
            self.rules.outer
        } else {
            self.rules.inner
        };
        replace(self.edits, open.edit, left);
        self.quotes
            .unsure
            .extend([open.edit, self.edits.len()]);
        self.edit(at, at + 1, right);
        true
    }

    fn apostrophe(&mut self, at: usize) {
        self.edit(at, at + 1, APOSTROPHE);
    }

    /// Drops the edits of what turned out not to be quotes.
    pub(super) fn finish_quotes(&mut self) {
        let Quotes {
            open,
            unsure,
            blank,
            stray,
            lone,
        } = &self.quotes;
        let blank = *blank
            || open
                .iter()
                .any(|open| open.mark != Mark::Set);
        let lone = *lone
            || *stray && blank
            || open
                .iter()
                .any(|open| open.mark == Mark::Double);
        for edit in unsure.iter().filter(|_| lone) {
            replace(self.edits, *edit, BLANK);
        }
        if lone || blank {
            self.edits
                .retain(|edit| edit.with != BLANK);
        }
    }

    /// Records a quote at byte `at` that is set already, and returns its length.
    pub(super) fn set_quote(&mut self, at: usize) -> usize {
        let rest = slice(self.text, at..self.text.len());
        let length = rest
            .chars()
            .next()
            .map_or(1, char::len_utf8);
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
            let is_straight = |open: &Open| open.mark != Mark::Set;
            self.quotes.stray |= is(right)
                && self
                    .quotes
                    .open
                    .iter()
                    .any(is_straight);
        }
        length
    }
}

/// Changes what an edit writes.
fn replace(edits: &mut [Edit], at: usize, with: &'static str) {
    let edit = edits.get_mut(at);
    debug_assert!(edit.is_some(), "there is no edit {at}");
    if let Some(edit) = edit {
        edit.with = with;
    }
}
