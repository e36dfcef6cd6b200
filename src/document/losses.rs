//! Losses: what the account says readers do not see, and what they see by mistake, told as
//! findings. Every lost range of a file is covered by a finding, of this pass or an earlier one.

mod comments;
mod elements;
mod fences;
mod headings;
mod rest;
mod tags;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

pub(super) use fences::swallowing;

use super::account::Account;
use super::blocks::Form;
use super::body::Taken;
use super::findings::Findings;
use super::markdown::{Definition, Piece};
use super::pass::PassContext;
use crate::config::RawHtml;

/// The most characters of a lost text that a message quotes.
const LONGEST_QUOTE: usize = 60;

/// What the findings are made from.
#[derive(Clone, Copy)]
pub(super) struct LossContext<'e, 't> {
    pub(super) pass: PassContext<'e, 't>,
    /// Whether the front matter could be read.
    pub(super) has_front: bool,
    pub(super) account: &'e Account,
    pub(super) definitions: &'e [Definition],
    /// What sanitising took out.
    pub(super) taken: &'e Taken,
}

/// Reports everything lost in a file, and comments that are not.
pub(super) fn report(context: LossContext<'_, '_>, findings: &mut Findings<'_>) {
    let mut told: Vec<Range<usize>> = findings.places().collect();
    let has_open_code = fences::report(context.pass, findings);
    told.extend(elements::report(context, findings));
    let hidden = comments::report(context, findings);
    headings::report(context, findings);
    // What is swallowed may have the partners of tags.
    let is_whole = hidden.is_empty() && context.taken.hiding.is_empty() && !has_open_code;
    told.extend(hidden);
    if is_whole && context.pass.html != RawHtml::Escape {
        for level in raw_levels(context.pass) {
            tags::report(context.pass, &level, findings);
        }
    }
    rest::report(context, told, findings);
}

/// Returns the ranges of raw HTML in the body, for the page and each block and note on its own.
fn raw_levels(pass: PassContext<'_, '_>) -> Vec<Vec<Range<usize>>> {
    if memchr::memchr(b'<', pass.text.body().as_bytes()).is_none() {
        return Vec::new();
    }
    let mut levels = Vec::new();
    let mut open = vec![Vec::new()];
    for (piece, range) in pass.pieces {
        match piece {
            Piece::Open(head) if head.form != Form::Line => open.push(Vec::new()),
            Piece::Markdown(Event::Start(Tag::FootnoteDefinition(_))) => open.push(Vec::new()),
            Piece::Close | Piece::Markdown(Event::End(TagEnd::FootnoteDefinition)) => {
                levels.extend(open.pop());
            }
            Piece::Markdown(Event::Html(_) | Event::InlineHtml(_)) => {
                if let Some(level) = open.last_mut() {
                    level.push(range.clone());
                }
            }
            _ => {}
        }
    }
    levels.extend(open);
    levels.retain(|level| !level.is_empty());
    levels
}

/// Returns the beginning of a text, on one line.
fn quoted(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
        if let Some((end, _)) = words
            .char_indices()
            .nth(LONGEST_QUOTE)
        {
            words.truncate(end);
            words.push('…');
            break;
        }
    }
    words
}
