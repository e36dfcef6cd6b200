//! The marks that version control leaves in a text where it could not merge two versions.

use std::ops::Range;

use memchr::memmem;

/// The mark before the first version; a name follows it.
const BEGIN: &str = "<<<<<<<";

/// The mark behind the second version; a name follows it.
const END: &str = ">>>>>>>";

/// Returns the conflicts in a text: from the first mark of each through the last, or a mark alone
/// if the other is missing.
pub(crate) fn conflicts(text: &str) -> Vec<Range<usize>> {
    let mut conflicts: Vec<Range<usize>> = Vec::new();
    let has = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    if !has(BEGIN) && !has(END) {
        return conflicts;
    }
    let mut is_open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len();
        if is_mark(line, BEGIN) {
            conflicts.push(range);
            is_open = true;
        } else if is_mark(line, END) {
            match conflicts
                .last_mut()
                .filter(|_| is_open)
            {
                Some(conflict) => conflict.end = range.end,
                None => conflicts.push(range),
            }
            is_open = false;
        }
    }
    conflicts
}

/// Returns whether a line is a mark: the signs alone, or a space and a name behind them.
fn is_mark(line: &str, mark: &str) -> bool {
    let rest = line.trim_end().strip_prefix(mark);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, usize)> {
        let conflicts = conflicts(text).into_iter();
        conflicts
            .map(|range| (range.start, range.end))
            .collect()
    }

    #[test]
    fn conflicts_reach_from_mark_to_mark() {
        let text = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\r\ne\n";
        assert_eq!(found(text), [(2, 36)]);
        assert_eq!(found("<<<<<<< HEAD\nb\n"), [(0, 12)]);
        assert_eq!(found("b\n>>>>>>> d"), [(2, 11)]);
        assert_eq!(found("a\n=======\n <<<<<<< b\n>>>>>>>> c\n"), []);
    }
}
