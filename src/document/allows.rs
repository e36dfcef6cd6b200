//! What a page allows: a finding with a reason, in the front matter for the whole page, or in a
//! comment such as `<!-- pakt-allow P0512: the invitation says so -->` on a line of its own for the
//! block that follows. `markdown` reads the text as if such a line were not there.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::findings::Findings;
use super::markdown::{Piece, PlacedPiece};
use super::text::{has, slice};
use crate::diagnostic::{Allow, Code, Diagnostic, Place};
use crate::yaml::{Fields, Step, Yaml};

/// The word that begins such a comment.
const WORD: &str = "pakt-allow";

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The most codes that one page allows in its front matter; each is located from the start.
const MOST_ALLOWED: usize = 100;

/// A line that may be such a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// The bytes of the line with its end.
    pub(super) line: Range<usize>,
    /// Where the comment starts in it.
    pub(super) open: usize,
    /// The bytes after the word.
    said: Range<usize>,
}

/// Finds every line of `body` that has the shape of such a comment.
pub(super) fn comments(body: &str) -> Vec<Comment> {
    let mut found = Vec::new();
    if !has(body, WORD) {
        return found;
    }
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        found.extend(comment(line, start));
        start += line.len();
    }
    found
}

/// Reads a line that starts at byte `start`, if it is such a comment, alone or in a quotation.
fn comment(line: &str, start: usize) -> Option<Comment> {
    let text = line.trim_start_matches([' ', '\t', '>']);
    let said = said(text)?;
    let open = start + line.len() - text.len();
    let ends = text.split_once(CLOSE)?.1;
    ends.trim()
        .is_empty()
        .then(|| Comment {
            line: start..start + line.len(),
            open,
            said: open + said.start..open + said.end,
        })
}

/// Returns what a comment says after the word, if a text begins with one that has the word.
fn said(text: &str) -> Option<Range<usize>> {
    let inner = text
        .strip_prefix(OPEN)?
        .split_once(CLOSE)?
        .0;
    let after = inner
        .trim_start()
        .strip_prefix(WORD)?;
    let is_word = after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || c == ':');
    let end = OPEN.len() + inner.len();
    is_word.then_some(end - after.len()..end)
}

/// Returns what the comments of a body allow, and reports those that allow nothing.
pub(super) fn of_comments(
    comments: &[Comment],
    pieces: &[PlacedPiece<'_>],
    findings: &mut Findings<'_>,
) -> Vec<Allow> {
    let body = findings.body();
    if !has(body, WORD) {
        return Vec::new();
    }
    elsewhere(pieces, findings);
    let scopes = scopes(comments, pieces);
    let mut allows = Vec::new();
    for (comment, scope) in comments.iter().zip(scopes) {
        let said = slice(body, comment.said.clone());
        let (codes, reason) = said
            .split_once(':')
            .unwrap_or((said, ""));
        let scope = scope.unwrap_or(comment.line.end..comment.line.end);
        let has_reason = !reason.trim().is_empty();
        let named = codes_of(codes, comment);
        for range in named {
            let id = match slice(body, range.clone()) {
                OPEN => "",
                id => id,
            };
            let Some(code) = lowerable(id) else {
                findings.not_allowed(range, id);
                continue;
            };
            if !has_reason {
                findings.report(Code::AllowWithoutReason, range.clone(), |finding| {
                    finding.arg("code", code.id())
                });
            }
            allows.push(Allow {
                code,
                named: findings.span(&range),
                scope: Some(findings.span(&scope)),
                has_reason,
            });
        }
    }
    allows
}

/// Returns the ranges of the codes that a comment names; its first signs if it names none.
fn codes_of(codes: &str, comment: &Comment) -> Vec<Range<usize>> {
    let start = comment.said.start;
    let mut found = Vec::new();
    let mut at = start;
    for part in codes.split_inclusive(|c: char| c == ',' || c.is_whitespace()) {
        let code = part.trim_end_matches(|c: char| c == ',' || c.is_whitespace());
        if !code.is_empty() {
            found.push(at..at + code.len());
        }
        at += part.len();
    }
    if found.is_empty() {
        found.push(comment.open..comment.open + OPEN.len());
    }
    found
}

fn lowerable(id: &str) -> Option<Code> {
    Code::of_id(id).filter(|code| code.may_be_lowered())
}

/// Reports comments with the word that are not on a line of their own.
fn elsewhere(pieces: &[PlacedPiece<'_>], findings: &mut Findings<'_>) {
    for (piece, range) in pieces {
        if let Piece::Markdown(Event::Html(html) | Event::InlineHtml(html)) = piece {
            for (at, _) in html.match_indices(OPEN) {
                misplaced(slice(html, at..html.len()), range.start + at, findings);
            }
        }
    }
}

/// Reports a comment with the word; it starts at byte `start` of the body.
fn misplaced(text: &str, start: usize, findings: &mut Findings<'_>) {
    let inner = slice(text, OPEN.len()..text.len()).trim_start();
    if !inner.starts_with(WORD) || findings.is_full() {
        return;
    }
    let line = text
        .lines()
        .next()
        .unwrap_or_default();
    let length = line
        .find(CLOSE)
        .map_or(line.len(), |at| at + CLOSE.len());
    findings.report(
        Code::AllowExcusesNothing,
        start..start + length,
        |finding| {
            finding
                .arg("code", "")
                .arg("cause", "line")
        },
    );
}

/// Returns the range in which each comment counts: the whole list or table that it is in, else the
/// paragraph that it is in, else the block that follows. Comments are in order.
fn scopes(comments: &[Comment], pieces: &[PlacedPiece<'_>]) -> Vec<Option<Range<usize>>> {
    let mut scopes = Vec::with_capacity(comments.len());
    let mut open: Vec<(Level, &Range<usize>)> = Vec::new();
    let mut left = comments.iter().peekable();
    for (at, (piece, range)) in pieces.iter().enumerate() {
        if left.peek().is_none() {
            break;
        }
        if let Piece::Close | Piece::Markdown(Event::End(_)) = piece {
            open.pop();
            continue;
        }
        let is_before = |comment: &&Comment| comment.line.end <= range.start;
        if left.peek().is_some_and(is_before) {
            let scope = around(&open).or_else(|| whole(pieces, at));
            let scope = scope.unwrap_or_else(|| range.clone());
            while left.next_if(is_before).is_some() {
                scopes.push(Some(scope.clone()));
            }
        }
        if let Some(level) = Level::of(piece) {
            open.push((level, range));
        }
    }
    scopes.resize(comments.len(), None);
    scopes
}

/// How an open piece affects a comment in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// The comment counts for the whole of it.
    Collection,
    /// The same, unless that is in a collection.
    Leaf,
    /// The comment counts for a block in it.
    Container,
}

impl Level {
    /// Returns the level of a piece that has an end.
    fn of(piece: &Piece<'_>) -> Option<Self> {
        match piece {
            Piece::Open(head) if head.form == super::Form::Line => None,
            Piece::Open(head) if head.form == super::Form::Inline => Some(Self::Leaf),
            Piece::Open(_) => Some(Self::Container),
            Piece::Markdown(Event::Start(tag)) => Some(match tag {
                Tag::List(_) | Tag::DefinitionList | Tag::Table(_) => Self::Collection,
                Tag::Item
                | Tag::BlockQuote(_)
                | Tag::FootnoteDefinition(_)
                | Tag::DefinitionListDefinition => Self::Container,
                _ => Self::Leaf,
            }),
            _ => None,
        }
    }
}

/// Returns the innermost list or table around a comment, else the outermost paragraph or the like.
fn around(open: &[(Level, &Range<usize>)]) -> Option<Range<usize>> {
    let is = |wanted: Level| move |(level, _): &&(Level, &Range<usize>)| *level == wanted;
    open.iter()
        .rev()
        .find(is(Level::Collection))
        .or_else(|| open.iter().find(is(Level::Leaf)))
        .map(|(_, range)| (*range).clone())
}

/// Returns the range of a container block that starts at a piece, to its end.
fn whole(pieces: &[PlacedPiece<'_>], at: usize) -> Option<Range<usize>> {
    let (first, range) = pieces.get(at)?;
    if !matches!(first, Piece::Open(head) if head.form != super::Form::Line) {
        return None;
    }
    let mut depth = 0_usize;
    for (piece, inner) in pieces.iter().skip(at) {
        match piece {
            Piece::Open(head) if head.form != super::Form::Line => depth += 1,
            Piece::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(range.start..inner.end);
        }
    }
    None
}

/// Reads what the front matter allows, and reports codes without a reason and those that may not be
/// allowed.
pub(super) fn of_front(
    mut fields: Fields,
    yaml: &Yaml<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Allow> {
    let mut allows = Vec::new();
    for id in fields
        .names()
        .into_iter()
        .take(MOST_ALLOWED)
    {
        let has_reason = fields.text(&id).is_some();
        let place = yaml.key_place(&[Step::Key("allow"), Step::Key(&id)]);
        let Some((code, named)) = lowerable(&id).zip(place.span) else {
            found.push(Diagnostic::not_allowed(place, &id, yaml.hash));
            continue;
        };
        if !has_reason {
            let finding = Diagnostic::new(Code::AllowWithoutReason, Place::at(yaml.source, named));
            found.push(finding.arg("code", code.id()));
        }
        allows.push(Allow {
            code,
            named,
            scope: None,
            has_reason,
        });
    }
    allows
}
