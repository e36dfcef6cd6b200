//! Markdown in a block of raw HTML, where it is text: a line with a tag is directly above it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::targets::may_be_target;
use super::{Slip, first_line, line_to};
use crate::diagnostic::Code;
use crate::document::account::Fate;
use crate::document::body::comments_and_texts;
use crate::document::findings::Findings;
use crate::document::markdown::{Piece, VERBATIM};
use crate::document::pass::PassContext;
use crate::document::text::{has, slice};

/// Reports Markdown in raw HTML, once a block.
pub(super) fn report(pass: PassContext<'_, '_>, findings: &mut Findings<'_>) {
    let mut lines: Vec<Range<usize>> = Vec::new();
    for (piece, range) in pass.pieces {
        if findings.is_full() {
            return;
        }
        match piece {
            Piece::Markdown(Event::Start(Tag::HtmlBlock)) => lines.clear(),
            Piece::Markdown(Event::Html(_)) => lines.push(range.clone()),
            Piece::Markdown(Event::End(TagEnd::HtmlBlock)) => block(&lines, findings),
            _ => {}
        }
    }
}

/// Reports the first sign of Markdown in a block.
fn block(lines: &[Range<usize>], findings: &mut Findings<'_>) {
    let body = findings.body();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let whole = slice(body, first.start..last.end);
    let is_verbatim = || {
        let html = whole.to_ascii_lowercase();
        VERBATIM
            .iter()
            .any(|name| html.contains(&format!("<{name}")))
    };
    if !whole.contains(['[', '*', '#', '_']) || is_verbatim() {
        return;
    }
    let texts = comments_and_texts(body, lines)
        .into_iter()
        .filter(|(_, fate)| *fate == Fate::Shown);
    for (range, _) in texts {
        if let Some(found) = sign(slice(body, range.clone())) {
            let start = range.start + found.start;
            let range = start..range.start + found.end;
            return slip(body, range).report(Code::MarkdownInHtml, findings);
        }
    }
}

/// Returns the slip, with an empty line before a sign that begins a line.
fn slip(body: &str, range: Range<usize>) -> Slip {
    let before = line_to(body, range.start);
    let is_shallow = before.len() < 4 && before.trim().is_empty();
    let text = slice(body, range.clone());
    let end = if has(body, "\r\n") { "\r\n" } else { "\n" };
    let slip = Slip::new(range, "");
    match is_shallow {
        true => slip.fixed(format!("{end}{before}{text}")),
        false => slip,
    }
}

/// Finds the first full form of Markdown in a text of raw HTML.
fn sign(text: &str) -> Option<Range<usize>> {
    let found = [link(text), strong(text), heading(text)];
    found
        .into_iter()
        .flatten()
        .min_by_key(|range| range.start)
}

fn link(text: &str) -> Option<Range<usize>> {
    text.match_indices("](")
        .take(100)
        .find_map(|(at, _)| {
            let (target, _) = first_line(slice(text, at + 2..text.len())).split_once(')')?;
            let open = line_to(text, at).rfind('[')?;
            let start = at - line_to(text, at).len() + open;
            let start = start - usize::from(slice(text, 0..start).ends_with('!'));
            may_be_target(target).then_some(start..at + 2 + target.len() + 1)
        })
}

fn strong(text: &str) -> Option<Range<usize>> {
    text.match_indices("**")
        .take(100)
        .find_map(|(at, _)| {
            let (inner, _) = first_line(slice(text, at + 2..text.len())).split_once("**")?;
            let is_tight = inner.trim() == inner && inner.starts_with(char::is_alphabetic);
            is_tight.then_some(at..at + inner.len() + 4)
        })
}

/// A heading of two signs or more; one alone may be a number.
fn heading(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let written = line.trim();
        let title = written.trim_start_matches('#');
        let signs = written.len() - title.len();
        if (2..=6).contains(&signs) && title.starts_with(' ') && !title.trim().is_empty() {
            let start = at + line.len() - line.trim_start().len();
            return Some(start..start + written.len());
        }
        at += line.len();
    }
    None
}
