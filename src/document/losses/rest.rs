//! All other text that readers do not see, by what it is part of.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};
use rustc_hash::FxHashMap;

use super::{LossContext, quoted};
use crate::diagnostic::Code;
use crate::document::account::Fate;
use crate::document::findings::Findings;
use crate::document::markdown::{Definition, Piece, PlacedPiece};
use crate::document::text::{SourceText, slice};

/// What a lost text is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A row of a table, with more cells than the table has columns.
    Row,
    Heading,
    /// A note of a name that an earlier note has.
    Note,
    Picture,
    /// A link whose text stays.
    Link,
    /// A link in the description of a picture.
    PictureLink,
    /// The label of a block.
    Label,
    /// Anything else, where a link's definition may be.
    Page,
}

/// The first definition of each link, by what Markdown compares of its label.
type Firsts = FxHashMap<String, Range<usize>>;

/// A piece of lost text, as a range of the body.
struct Loss {
    range: Range<usize>,
    part: Part,
    /// The range of what it is part of.
    around: Range<usize>,
}

/// Reports lost text outside the ranges of the file in `told`.
pub(super) fn report(
    context: LossContext<'_, '_>,
    told: Vec<Range<usize>>,
    findings: &mut Findings<'_>,
) {
    let text = context.pass.text;
    let untold = untold(context, told);
    if untold.is_empty() {
        return;
    }
    let firsts = firsts(context);
    for loss in joined(text, parts(context.pass.pieces, untold)) {
        if findings.is_full() {
            return;
        }
        tell(context, loss, &firsts, findings);
    }
}

/// Returns the lost ranges with something to read, of the body, that no finding covers.
fn untold(context: LossContext<'_, '_>, mut told: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let text = context.pass.text;
    let is_read = |range: &Range<usize>| {
        slice(text.file(), range.clone())
            .chars()
            .any(|c| !c.is_whitespace() && !c.is_control())
    };
    let lost: Vec<Range<usize>> = context
        .account
        .of(Fate::Lost)
        .filter(|range| range.start >= text.offset() && is_read(range))
        .collect();
    if lost.is_empty() {
        return lost;
    }
    told.sort_unstable_by_key(|range| range.start);
    let mut told = told.into_iter().peekable();
    let mut end = 0;
    let is_untold = |range: &Range<usize>| {
        while let Some(told) = told.next_if(|told| told.start < range.end) {
            end = end.max(told.end);
        }
        end <= range.start
    };
    lost.into_iter()
        .filter(is_untold)
        .map(|range| range.start - text.offset()..range.end - text.offset())
        .collect()
}

/// Finds what each range is part of.
fn parts(pieces: &[PlacedPiece<'_>], lost: Vec<Range<usize>>) -> Vec<Loss> {
    let mut losses = Vec::new();
    let mut lost = lost.into_iter().peekable();
    let mut open: Vec<(Range<usize>, Part)> = Vec::new();
    let mut notes = FxHashMap::default();
    let mut take = |open: &mut Vec<(Range<usize>, Part)>, before: usize| {
        while let Some(range) = lost.next_if(|range| range.start < before) {
            while open
                .pop_if(|(own, _)| own.end <= range.start)
                .is_some()
            {}
            let (around, part) = open
                .last()
                .cloned()
                .unwrap_or((0..usize::MAX, Part::Page));
            losses.push(Loss {
                range,
                part,
                around,
            });
        }
    };
    for (piece, range) in pieces {
        if let Some(part) = part_of(piece, &mut notes) {
            take(&mut open, range.start);
            while open
                .pop_if(|(own, _)| own.end <= range.start)
                .is_some()
            {}
            let range = match piece {
                Piece::Open(head) => head.label.clone().unwrap_or_default(),
                Piece::Close | Piece::Markdown(_) => range.clone(),
            };
            let is_described = part == Part::Link
                && open
                    .last()
                    .is_some_and(|(_, around)| *around == Part::Picture);
            open.push((
                range,
                if is_described {
                    Part::PictureLink
                } else {
                    part
                },
            ));
        }
    }
    take(&mut open, usize::MAX);
    losses
}

/// Returns what a piece begins that may lose text.
fn part_of<'p>(piece: &'p Piece<'_>, notes: &mut FxHashMap<&'p str, ()>) -> Option<Part> {
    match piece {
        Piece::Open(head) => head
            .label
            .as_ref()
            .map(|_| Part::Label),
        Piece::Markdown(Event::Start(tag)) => match tag {
            Tag::TableRow | Tag::TableHead => Some(Part::Row),
            Tag::Heading { .. } => Some(Part::Heading),
            Tag::Image { .. } => Some(Part::Picture),
            Tag::Link { .. } => Some(Part::Link),
            Tag::FootnoteDefinition(name) => notes
                .insert(name, ())
                .map(|()| Part::Note),
            _ => None,
        },
        Piece::Close | Piece::Markdown(_) => None,
    }
}

/// Joins losses that are one fault: in the same row, heading or note, or on the page with nothing
/// but spaces between them, unless another definition begins.
fn joined(text: SourceText<'_>, losses: Vec<Loss>) -> Vec<Loss> {
    let mut joined: Vec<Loss> = Vec::new();
    for loss in losses {
        if let Some(last) = joined.last_mut()
            && is_same(text, last, &loss)
        {
            last.range.end = loss.range.end;
            continue;
        }
        joined.push(loss);
    }
    joined
}

fn is_same(text: SourceText<'_>, last: &Loss, next: &Loss) -> bool {
    if last.part != next.part || last.around != next.around {
        return false;
    }
    let between = text.get(&(last.range.end..next.range.start));
    let is_blank = between
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '>' | '\\'));
    match last.part {
        Part::Page => {
            is_blank && between.matches('\n').count() < 2 && !text.get(&next.range).starts_with('[')
        }
        Part::Picture => is_blank,
        Part::Row | Part::Heading | Part::Note | Part::Link | Part::PictureLink | Part::Label => {
            true
        }
    }
}

fn tell(context: LossContext<'_, '_>, loss: Loss, firsts: &Firsts, findings: &mut Findings<'_>) {
    let text = context.pass.text;
    let written = text.get(&loss.range);
    match loss.part {
        Part::Row => not_shown(findings, loss.range, "cell", &quoted(written)),
        Part::Heading => heading(context, loss, findings),
        Part::Note => note(context, &loss, findings),
        Part::Link | Part::PictureLink => {
            let link = quoted(text.get(&loss.around));
            let cause = match loss.part {
                Part::Link => "target",
                _ => "picture",
            };
            not_shown(findings, loss.around, cause, &link);
        }
        Part::Picture => not_shown(findings, loss.range, "picture", &quoted(written)),
        Part::Label => not_shown(findings, loss.range, "label", &quoted(written)),
        Part::Page => match label_of(written) {
            Some(label) => definition(firsts, &loss.range, label, findings),
            None if written.starts_with("<!") || written.starts_with("<?") => {
                not_shown(findings, loss.range, "code", &quoted(written));
            }
            None => not_shown(findings, loss.range, "other", &quoted(written)),
        },
    }
}

fn not_shown(findings: &mut Findings<'_>, range: Range<usize>, cause: &str, text: &str) {
    findings.report(Code::NotShown, range, |finding| {
        finding
            .arg("cause", cause)
            .arg("text", text)
    });
}

/// Text in braces at the end of a heading: readers see it if the braces are escaped.
fn heading(context: LossContext<'_, '_>, loss: Loss, findings: &mut Findings<'_>) {
    let text = context.pass.text;
    let heading = text.get(&loss.around);
    let before = slice(heading, 0..loss.range.start - loss.around.start);
    let after = slice(heading, loss.range.end - loss.around.start..heading.len());
    let (Some(open), Some(close)) = (before.rfind('{'), after.find('}')) else {
        return not_shown(
            findings,
            loss.range.clone(),
            "other",
            &quoted(text.get(&loss.range)),
        );
    };
    let braces = loss.around.start + open..loss.range.end + close + 1;
    let written = text.get(&braces);
    let hash = findings.hash();
    findings.report(Code::NotShown, braces, |finding| {
        let finding = finding
            .arg("cause", "braces")
            .arg("text", quoted(written));
        if written.contains(['#', '.', '=']) {
            return finding;
        }
        let escaped = written
            .replace('{', "\\{")
            .replace('}', "\\}");
        finding.likely_fix(hash, escaped)
    });
}

/// A note whose name an earlier note has.
fn note(context: LossContext<'_, '_>, loss: &Loss, findings: &mut Findings<'_>) {
    let text = context.pass.text;
    let line = text.get(&loss.around);
    let Some((name, _)) = line
        .strip_prefix("[^")
        .and_then(|rest| rest.split_once("]:"))
    else {
        return not_shown(
            findings,
            loss.range.clone(),
            "other",
            &quoted(text.get(&loss.range)),
        );
    };
    let first = context
        .pass
        .pieces
        .iter()
        .find_map(|(piece, range)| match piece {
            Piece::Markdown(Event::Start(Tag::FootnoteDefinition(own))) if **own == *name => {
                Some(range.clone())
            }
            _ => None,
        });
    again(findings, "note", loss.around.clone(), name, first);
}

/// A link's definition that no link uses, or whose name an earlier one has.
fn definition(firsts: &Firsts, range: &Range<usize>, label: &str, findings: &mut Findings<'_>) {
    match firsts.get(&folded(label)) {
        Some(first) if first.start != range.start => {
            again(findings, "link", range.clone(), label, Some(first.clone()));
        }
        _ => not_shown(findings, range.clone(), "unused", label),
    }
}

/// Reports what is defined a second time.
fn again(
    findings: &mut Findings<'_>,
    cause: &str,
    range: Range<usize>,
    name: &str,
    first: Option<Range<usize>>,
) {
    let first = first.map(|first| findings.place(&first));
    findings.report(Code::NotShown, range, |mut finding| {
        finding.related.extend(first);
        finding
            .arg("cause", cause)
            .arg("text", name)
    });
}

/// Returns the label of a link's definition.
fn label_of(written: &str) -> Option<&str> {
    let (label, _) = written
        .strip_prefix('[')?
        .split_once("]:")?;
    Some(label).filter(|label| !label.starts_with('^'))
}

/// Returns what Markdown compares of a label.
fn folded(label: &str) -> String {
    label
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Finds the first definition of each link.
fn firsts(context: LossContext<'_, '_>) -> Firsts {
    let mut firsts = Firsts::default();
    for Definition { range, .. } in context.definitions {
        if let Some(label) = label_of(context.pass.text.get(range)) {
            firsts
                .entry(folded(label))
                .or_insert_with(|| range.clone());
        }
    }
    firsts
}
