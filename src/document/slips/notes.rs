//! What remains of one part of a footnote when a sign is missing or misplaced, found when the other
//! part has none.

use std::ops::Range;

use memchr::memmem;

use super::begins_line;
use super::plain::PlainText;

/// The most places to look at for one note, which bounds the time.
const MOST_PLACES: usize = 100;

/// Returns what was meant as the mark of a note in the text: `[^1`, `^1]`, `[1]`, `[^]1`.
pub(in crate::document) fn mark(plain: &PlainText, body: &str, name: &str) -> Option<Range<usize>> {
    let forms = [
        format!("[^]{name}"),
        format!("^[{name}]"),
        format!("[{name}^]"),
        format!("[^{name}"),
        format!("^{name}]"),
        format!("[{name}]"),
        String::from("[^]"),
    ];
    forms
        .iter()
        .find_map(|form| place(plain, body, form, |range| is_apart(body, range)))
}

/// Returns what was meant as the beginning of a note: `[^1:`, `^1]:`, `[1]:`, `[^]1:`, `[^1]`.
pub(super) fn beginning(plain: &PlainText, body: &str, name: &str) -> Option<Range<usize>> {
    let forms = [
        format!("[^{name}:"),
        format!("^{name}]:"),
        format!("[^]{name}:"),
        format!("^[{name}]:"),
        format!("[{name}^]:"),
        format!("[^{name}:]"),
        format!("[{name}]:"),
        format!("[^^{name}]:"),
        String::from("[^]:"),
    ];
    let begins = |range: &Range<usize>| begins_line(body, range.start);
    let broken = forms
        .iter()
        .find_map(|form| place(plain, body, form, begins));
    // Without its colon, a note looks like a second mark at the beginning of a line.
    let whole = format!("[^{name}]");
    let marks = || {
        memmem::find_iter(body.as_bytes(), &whole)
            .take(MOST_PLACES)
            .filter(|at| plain.has(*at))
            .take(2)
            .count()
    };
    broken.or_else(|| place(plain, body, &whole, begins).filter(|_| marks() == 2))
}

/// Finds the first place of a form that fits.
fn place(
    plain: &PlainText,
    body: &str,
    form: &str,
    fits: impl Fn(&Range<usize>) -> bool,
) -> Option<Range<usize>> {
    memmem::find_iter(body.as_bytes(), form)
        .map(|at| at..at + form.len())
        .take(MOST_PLACES)
        .find(|range| plain.has_all(range) && fits(range))
}

/// Returns whether no further sign of a note, and no letter or digit of a longer name, touches a
/// range.
fn is_apart(body: &str, range: &Range<usize>) -> bool {
    let before = body
        .get(..range.start)
        .and_then(|before| before.chars().next_back());
    let after = body
        .get(range.end..)
        .and_then(|after| after.chars().next());
    let touches = |c: char| c.is_alphanumeric() || "[]^(:".contains(c);
    !before.is_some_and(|c| "[^".contains(c)) && !after.is_some_and(touches)
}
