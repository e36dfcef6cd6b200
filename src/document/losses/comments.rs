//! Editors' comments that hide more than they should, or nothing: those without an end, and those
//! that readers see.

use std::cell::OnceCell;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::LossContext;
use crate::config::RawHtml;
use crate::diagnostic::Code;
use crate::document::account::Fate;
use crate::document::findings::Findings;
use crate::document::markdown::Piece;
use crate::document::text::{has, slice};

/// How a comment begins and ends.
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The end that browsers know and Markdown does not.
const BROWSERS_CLOSE: &str = "--!>";

/// What people write in place of the end.
const NEARLY_CLOSED: &[&str] = &["-- >", "– >", "— >", "–>", "—>", "->", "--", "–", "—"];

/// What begins a comment if a program put a dash in place of the hyphens, or one is missing.
const NEARLY_OPEN: &[&str] = &["<!-", "<!–", "<!—"];

/// What follows the name of a link target that hides a comment, if quotation marks or brackets
/// follow.
const NOWHERE: &[&str] = &["]: # ", "]: <> "];

/// Reports comments, and returns the ranges of the file that they hide by mistake.
pub(super) fn report(
    context: LossContext<'_, '_>,
    findings: &mut Findings<'_>,
) -> Vec<Range<usize>> {
    if context.has_front {
        front(context, findings);
    }
    let body = context.pass.text.body();
    let is_alike = has(body, "<!");
    let is_target = has(body, "]: ")
        && NOWHERE
            .iter()
            .any(|sign| has(body, sign));
    if !is_alike && !is_target {
        return Vec::new();
    }
    let mut comments = Comments {
        context,
        body,
        last_close: body.rfind(CLOSE).unwrap_or_default(),
        codes: OnceCell::new(),
        hiding: Vec::new(),
        findings,
    };
    let mut at = 0;
    while let Some(next) = slice(body, at..body.len()).find(OPEN) {
        let start = at + next;
        at = comments
            .comment(start)
            .max(start + OPEN.len());
        if comments.findings.is_full() {
            break;
        }
    }
    if is_target
        || NEARLY_OPEN
            .iter()
            .any(|sign| has(body, sign))
    {
        comments.unlike();
    }
    comments.hiding
}

/// Front matter has no such comments: there, they are part of a value.
fn front(context: LossContext<'_, '_>, findings: &mut Findings<'_>) {
    let text = context.pass.text;
    let front = slice(text.file(), 0..text.offset());
    if !front.contains(OPEN) {
        return;
    }
    let mut start = 0;
    for line in front.split_inclusive('\n') {
        if let Some(at) = line.find(OPEN)
            && !line.trim_start().starts_with('#')
        {
            let end = end_of_comment(line, at).unwrap_or(line.trim_end().len());
            let comment = start + at..start + end;
            findings.report_in_file(Code::PublicComment, comment, |finding| {
                finding.arg("cause", "front")
            });
        }
        start += line.len();
    }
}

/// Returns where the comment at byte `at` of a text ends.
fn end_of_comment(text: &str, at: usize) -> Option<usize> {
    let inner = at + OPEN.len();
    let close = slice(text, inner..text.len()).find(CLOSE)?;
    Some(inner + close + CLOSE.len())
}

/// Returns the range of a line and the text of a comment that begins with other dashes.
fn nearly_open(line: &str) -> Option<(Range<usize>, &str)> {
    let start = NEARLY_OPEN
        .iter()
        .filter_map(|sign| line.find(sign))
        .min()?;
    let rest = slice(line, start..line.len());
    if rest.starts_with(OPEN) {
        return None;
    }
    let end = rest.find('>')? + 1;
    let inner = slice(rest, 2..end - 1);
    let inner = inner.trim_matches(|sign: char| sign.is_whitespace() || "-–—".contains(sign));
    (!inner.is_empty()).then_some((start..start + end, inner))
}

/// Returns the range of a line and the text of a comment that is written as a link target, but
/// without the marks around its text.
fn target_nowhere(line: &str) -> Option<(Range<usize>, &str)> {
    let line = line.trim_end();
    let name = line.strip_prefix('[')?;
    let (at, sign) = NOWHERE
        .iter()
        .find_map(|sign| Some((name.find(sign)?, sign)))?;
    let is_name = !slice(name, 0..at).contains([']', '[']);
    let inner = slice(name, at + sign.len()..name.len()).trim();
    (is_name && !inner.is_empty()).then_some((0..line.len(), inner))
}

/// Returns the rest of the line from a byte.
fn line_at(text: &str, start: usize) -> &str {
    let rest = slice(text, start..text.len());
    rest.lines()
        .next()
        .unwrap_or_default()
}

/// The comments of a body.
struct Comments<'r, 'e, 't, 'f> {
    context: LossContext<'e, 't>,
    body: &'t str,
    /// Where the last comment may end.
    last_close: usize,
    /// The ranges of code; true if it is code because it is indented.
    codes: OnceCell<Vec<(Range<usize>, bool)>>,
    /// What comments hide by mistake, as ranges of the file.
    hiding: Vec<Range<usize>>,
    findings: &'r mut Findings<'f>,
}

impl Comments<'_, '_, '_, '_> {
    /// Looks at the comment at byte `start` of the body, and returns where to look on.
    fn comment(&mut self, start: usize) -> usize {
        let Some((range, fate)) = self.fate(start) else {
            return start;
        };
        match fate {
            Fate::Lost => self.lost(start, range.end),
            Fate::Shown => self.shown(start),
            Fate::Markup => self.hidden(start),
        }
    }

    /// Reports what was meant as a comment, and is text since it begins otherwise.
    fn unlike(&mut self) {
        let mut start = 0;
        for line in self.body.split_inclusive('\n') {
            let found = nearly_open(line).or_else(|| target_nowhere(line));
            if let Some((range, inner)) = found
                && self.is_shown(start + range.start + 1)
                && !slice(self.body, 0..start + range.start).ends_with('\\')
            {
                let hash = self.findings.hash();
                let range = start + range.start..start + range.end;
                self.findings
                    .report(Code::PublicComment, range, |finding| {
                        finding
                            .arg("cause", "unlike")
                            .likely_fix(hash, format!("{OPEN} {inner} {CLOSE}"))
                    });
            }
            start += line.len();
        }
    }

    /// Returns the fate of a byte, and the range of the body around it that has the same.
    fn fate(&self, byte: usize) -> Option<(Range<usize>, Fate)> {
        let offset = self.context.pass.text.offset();
        let (range, fate) = self
            .context
            .account
            .at(byte + offset)?;
        Some((range.start.saturating_sub(offset)..range.end - offset, fate))
    }

    /// A comment that hides more than was meant; the bytes up to `end` are lost with its beginning.
    fn lost(&mut self, start: usize, end: usize) -> usize {
        let offset = self.context.pass.text.offset();
        let hiding = self.context.taken.hiding.iter();
        let swallowed = hiding
            .filter(|range| range.start == start + offset)
            .map(|range| range.end - offset)
            .max();
        let end = end.max(swallowed.unwrap_or_default());
        let written = slice(self.body, start..end);
        if let Some(close) = written.find(BROWSERS_CLOSE) {
            // What follows is not hidden by it, and is looked at on its own.
            let end = start + close + BROWSERS_CLOSE.len();
            self.hiding
                .push(start + offset..end + offset);
            self.browsers_close(start, start + close);
            return end;
        }
        self.hiding
            .push(start + offset..end + offset);
        // A comment with an end may be lost with something around it.
        if swallowed.is_some() || !written.contains(CLOSE) {
            self.swallowed(start, end);
        }
        end
    }

    /// Reports a comment without an end: at its first line if that is where the end was meant, else
    /// up to where it ends.
    fn swallowed(&mut self, start: usize, end: usize) {
        let line = line_at(self.body, start).trim_end();
        let hash = self.findings.hash();
        let nearly = NEARLY_CLOSED
            .iter()
            .filter(|_| line.len() > OPEN.len() + 1)
            .find_map(|sign| line.strip_suffix(sign))
            .filter(|rest| rest.len() >= OPEN.len());
        let end = match nearly {
            Some(_) => start + line.len(),
            None => end,
        };
        self.findings
            .report(Code::Swallowed, start..end, |finding| {
                let finding = finding
                    .arg("cause", "comment")
                    .arg("name", OPEN)
                    .arg("end", CLOSE);
                match nearly {
                    Some(rest) => finding.likely_fix(hash, format!("{rest}{CLOSE}")),
                    None => finding,
                }
            });
    }

    /// A comment that readers see, unless it is code that shows one or its author escaped it.
    fn shown(&mut self, start: usize) -> usize {
        if slice(self.body, 0..start).ends_with('\\') {
            return start;
        }
        let cause = match self.code_at(start) {
            Some((code, true)) if self.is_comment(&code) => "indented",
            Some((code, _)) => return code.end,
            None if self.context.pass.html == RawHtml::Escape => "escape",
            None => "other",
        };
        let line = line_at(self.body, start).trim_end();
        let end = start + end_of_comment(line, 0).unwrap_or(line.len());
        self.public(start..end, cause);
        end
    }

    /// A comment that readers do not see may end before its author meant it to.
    fn hidden(&mut self, start: usize) -> usize {
        if self.last_close < start {
            return start;
        }
        let rest = slice(self.body, start..self.body.len());
        let abrupt = ["<!-->", "<!--->"]
            .into_iter()
            .find(|sign| rest.starts_with(sign));
        let Some(end) = abrupt
            .map(|sign| start + sign.len())
            .or_else(|| end_of_comment(self.body, start))
        else {
            return start;
        };
        let written = slice(self.body, start..end);
        if let Some(close) = written.find(BROWSERS_CLOSE) {
            self.browsers_close(start, start + close);
            return end;
        }
        let inner = slice(written, OPEN.len()..written.len());
        let is_nested = abrupt.is_some() || inner.contains(OPEN);
        let is_cut = inner.matches('`').count() % 2 == 1;
        if !is_nested && !is_cut {
            return end;
        }
        let rest = slice(self.body, end..self.body.len());
        let rest = rest
            .split(OPEN)
            .next()
            .unwrap_or_default();
        let near = match is_nested {
            true => rest,
            false => rest
                .split("\n\n")
                .next()
                .unwrap_or_default(),
        };
        if let Some(close) = near.find(CLOSE)
            && self.is_shown(end + close)
        {
            let end = end + close + CLOSE.len();
            self.public(start..end, "nested");
            return end;
        }
        end
    }

    /// Reports a comment that only browsers take to end at byte `close`.
    fn browsers_close(&mut self, start: usize, close: usize) {
        let hash = self.findings.hash();
        let written = slice(self.body, start..close);
        let range = start..close + BROWSERS_CLOSE.len();
        self.findings
            .report(Code::PublicComment, range, |finding| {
                finding
                    .arg("cause", "ending")
                    .certain_fix(hash, format!("{written}{CLOSE}"))
            });
    }

    fn public(&mut self, range: Range<usize>, cause: &'static str) {
        self.findings
            .report(Code::PublicComment, range, |finding| {
                finding.arg("cause", cause)
            });
    }

    fn is_shown(&self, byte: usize) -> bool {
        self.code_at(byte).is_none()
            && self
                .fate(byte)
                .is_some_and(|(_, fate)| fate == Fate::Shown)
    }

    /// Returns whether a whole range is one comment.
    fn is_comment(&self, range: &Range<usize>) -> bool {
        let text = slice(self.body, range.clone()).trim();
        text.starts_with(OPEN) && end_of_comment(text, 0) == Some(text.len())
    }

    /// Returns the range of the code around a byte, and whether it is code because it is indented.
    fn code_at(&self, byte: usize) -> Option<(Range<usize>, bool)> {
        let codes = self.codes.get_or_init(|| {
            let pieces = self.context.pass.pieces.iter();
            pieces
                .filter_map(|(piece, range)| Some((range.clone(), is_indented_code(piece)?)))
                .collect()
        });
        let at = codes.partition_point(|(code, _)| code.end <= byte);
        codes
            .get(at)
            .filter(|(code, _)| code.contains(&byte))
            .cloned()
    }
}

/// Returns whether code is code because it is indented; none if a piece is no code.
fn is_indented_code(piece: &Piece<'_>) -> Option<bool> {
    match piece {
        Piece::Markdown(Event::Code(_)) => Some(false),
        Piece::Markdown(Event::Start(Tag::CodeBlock(kind))) => {
            Some(matches!(kind, CodeBlockKind::Indented))
        }
        _ => None,
    }
}
