//! Reads a body: its Markdown is parsed into pieces once, and everything else is a pass over them.
//! A new pass takes a [`PassContext`] and is called in [`passes`], after the passes it depends on.

use std::ops::Range;

use super::Options;
use super::account::{self, Account, Evidence};
use super::allows;
use super::body::{self, Body, ElementContext, RawElements};
use super::findings::Findings;
use super::ids::{IdContext, Ids};
use super::losses::{self, LossContext};
use super::markdown::{self, Change, Parsed, PlacedPiece, Problem, Typesetting};
use super::outline::{self, Outline};
use super::partners;
use super::pass::{PageContext, PassContext};
use super::slips;
use super::text::SourceText;
use crate::diagnostic::{Allow, Diagnostic};

/// The result of reading a body.
pub(super) struct ReadBody {
    pub(super) outline: Outline,
    pub(super) body: Body,
    pub(super) account: Account,
    pub(super) allows: Vec<Allow>,
}

/// Reads the body of a file.
pub(super) fn read(
    text: SourceText<'_>,
    page: &PageContext<'_>,
    found: &mut Vec<Diagnostic>,
) -> ReadBody {
    markdown::read(text.body(), page.options.markdown, |parsed| {
        passes(text, parsed, page, found)
    })
}

/// Runs all passes over the pieces of a body.
fn passes<'t>(
    text: SourceText<'t>,
    parsed: Parsed<'t>,
    page: &PageContext<'_>,
    found: &mut Vec<Diagnostic>,
) -> ReadBody {
    let Parsed {
        mut pieces,
        mut problems,
        definitions,
        comments,
    } = parsed;
    let options = page.options;
    let themes = &*options.themes;
    partners::pair(&mut problems, &pieces, themes);
    let changes = typeset(&mut pieces, text.body(), page);
    let elements = RawElements::of(
        &pieces,
        ElementContext {
            body: text.body(),
            html: options.markdown.html,
            raw: &options.tools.raw,
            source: page.source,
        },
    );
    let ids = Ids::new(
        &pieces,
        IdContext {
            elements: &elements,
            html: options.markdown.html,
            themes,
            language: page.language,
            steps: page.steps,
        },
    );
    let pass = PassContext {
        text,
        pieces: &pieces,
        changes: &changes,
        ids: &ids,
        themes,
        typography: page.typography,
        html: options.markdown.html,
        raw: &options.tools.raw,
        elements: &elements,
    };
    let mut findings = Findings::new(page, text, found);
    let outline = outline::of(pass, page, &mut findings);
    mistakes(pass, &problems, &mut findings);
    let allows = allows::of_comments(&comments, &pieces, &mut findings);
    let (body, taken) = body::write(pass);
    let account = account::take(Evidence {
        pass,
        has_front: page.has_front,
        problems: &problems,
        definitions: &definitions,
        comments: &comments,
        taken: &taken,
    });
    let lost = LossContext {
        pass,
        has_front: page.has_front,
        account: &account,
        definitions: &definitions,
        taken: &taken,
    };
    losses::report(lost, &mut findings);
    ReadBody {
        outline,
        body,
        account,
        allows,
    }
}

/// Reports blocks that cannot be read, and text that was meant otherwise.
fn mistakes(
    pass: PassContext<'_, '_>,
    problems: &[(Problem, Range<usize>)],
    findings: &mut Findings<'_>,
) {
    if !problems.is_empty() {
        findings.problems(problems, losses::swallowing(pass));
    }
    slips::report(pass, problems, findings);
}

/// Applies the page's typography to the pieces, if there is any.
fn typeset(pieces: &mut [PlacedPiece<'_>], body: &str, page: &PageContext<'_>) -> Vec<Change> {
    let Some(language) = page.typography else {
        return Vec::new();
    };
    let typesetting = Typesetting {
        body,
        language,
        themes: &page.options.themes,
    };
    markdown::typeset(pieces, typesetting)
}

/// Reads plain Markdown, without typography and without generated identifiers.
pub(super) fn plain(text: &str, options: &Options) -> Body {
    markdown::read(text, options.markdown, |parsed| {
        let pass = PassContext {
            text: SourceText::new(text, 0),
            pieces: &parsed.pieces,
            changes: &[],
            ids: &Ids::default(),
            themes: &options.themes,
            typography: None,
            html: options.markdown.html,
            raw: &options.tools.raw,
            elements: &RawElements::default(),
        };
        body::write(pass).0
    })
}
