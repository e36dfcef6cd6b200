//! The one reading of a body: its Markdown becomes pieces once, and everything else is a pass over
//! them.

use super::Options;
use super::account::{self, Account, Evidence};
use super::body::{self, Body, Passes};
use super::ids::{Ids, Wishes};
use super::markdown::{self, Typesetting, typeset};
use super::outline::{self, Outline, Setting};
use crate::diagnostic::Diagnostic;

/// What a body was read into.
pub(super) struct Read {
    pub(super) outline: Outline,
    pub(super) body: Body,
    pub(super) account: Account,
}

/// Reads the body of a file.
pub(super) fn read(file: &str, setting: &Setting<'_>, found: &mut Vec<Diagnostic>) -> Read {
    let options = setting.options;
    markdown::read(&file[setting.offset..], options.markdown, |read| {
        let markdown::Body {
            mut pieces,
            problems,
            definitions,
        } = read;
        let (text, themes) = (&file[setting.offset..], &*options.themes);
        let set = |language| {
            typeset(
                &mut pieces,
                Typesetting {
                    body: text,
                    language,
                    themes,
                },
            )
        };
        let changes = setting.typography.map(set).unwrap_or_default();
        let ids = Ids::new(
            &pieces,
            Wishes {
                themes,
                language: setting.language,
                steps: setting.steps,
            },
        );
        let passes = Passes {
            file,
            offset: setting.offset,
            pieces: &pieces,
            changes: &changes,
            ids: &ids,
            themes,
            typography: setting.typography,
            html: options.markdown.html,
            raw: &options.raw,
        };
        let outline = outline::of(passes, &problems, setting, found);
        let (body, taken) = body::write(passes);
        let (problems, definitions) = (&problems, &definitions);
        let account = account::take(Evidence {
            passes,
            front: setting.front,
            problems,
            definitions,
            taken: &taken,
        });
        Read {
            outline,
            body,
            account,
        }
    })
}

/// Reads plain Markdown into what it becomes: without typography, and with no identifiers but those
/// that are written.
pub(super) fn plain(text: &str, options: &Options) -> Body {
    markdown::read(text, options.markdown, |read| {
        let passes = Passes {
            file: text,
            offset: 0,
            pieces: &read.pieces,
            changes: &[],
            ids: &Ids::default(),
            themes: &options.themes,
            typography: None,
            html: options.markdown.html,
            raw: &options.raw,
        };
        body::write(passes).0
    })
}
