//! Where the front matter and body of a file are.

use std::ops::Range;

use crate::diagnostic::Code;
use crate::source::Span;

/// The line that opens and closes front matter.
const FENCE: &str = "---";

/// Where a file's parts are, in bytes.
pub(crate) struct Split {
    pub(crate) first_line: Span,
    pub(crate) yaml: Range<usize>,
    pub(crate) body: Range<usize>,
    /// Why the front matter could not be found.
    pub(crate) problem: Option<Code>,
}

/// Splits a file into front matter and body. A file without front matter is all body.
pub(crate) fn split(text: &str) -> Split {
    let unmarked = text.trim_start_matches('\u{feff}');
    let mark = text.len() - unmarked.len();
    let mut lines = unmarked.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let first_line = Span::new(mark..mark + first.trim_end().len());
    let of = |yaml: Range<usize>, body: usize, problem| Split {
        first_line,
        yaml,
        body: body..text.len(),
        problem,
    };
    if first.trim_end() != FENCE {
        return of(mark..mark, mark, Some(Code::NoFrontMatter));
    }
    let start = mark + first.len();
    let mut at = start;
    let mut blank = None;
    for line in lines {
        match line.trim_end() {
            FENCE => return of(start..at, at + line.len(), None),
            "" => _ = blank.get_or_insert(at),
            _ => {}
        }
        at += line.len();
    }
    // The text most likely starts after the first empty line; what is wrong in it is reported, too.
    let body = blank.unwrap_or(text.len());
    of(start..start, body, Some(Code::UnclosedFrontMatter))
}
