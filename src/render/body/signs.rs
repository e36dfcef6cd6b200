//! What a body adds to its text: where links lead, type and size of files, names of tables. The
//! words are messages of the theme; without them, nothing is added.

use super::fill::Filler;
use crate::document::target::{self, Target};
use crate::language::{self, Argument};
use crate::render::escaped;
use crate::source::{Content, Source, SourceId};

impl Filler<'_, '_, '_> {
    /// Returns what the text of a link ends with: a sign if it leaves the site, or the type and
    /// size of a file.
    pub(super) fn sign(&self, target: &str) -> Option<String> {
        let around = self.surroundings?;
        match target::read(target, &around.entry.source).ok()? {
            Target::External(address) if address.starts_with("http") => {
                let site = around.renderer.site();
                if site.is_own_address(address) {
                    return None;
                }
                let word = around.word("other-site")?;
                Some(format!(
                    "<span class=\"sign\"></span><span class=\"visually-hidden\"> ({})</span>",
                    escaped(&word)
                ))
            }
            file @ Target::File { .. } => {
                let source = file.attachment()?;
                let word = self.facts(&source)?;
                Some(format!(
                    " <span class=\"file-facts\">({})</span>",
                    escaped(&word)
                ))
            }
            Target::External(_) | Target::Anchor(_) => None,
        }
    }

    fn facts(&self, source: &SourceId) -> Option<String> {
        let around = self.surroundings?;
        let kind = source
            .file_name()
            .rsplit_once('.')?
            .1
            .to_uppercase();
        let size = language::size(
            length(around.renderer.tree().get(source)?)?,
            around.language(),
        );
        around.word_with(
            "file-facts",
            &[
                ("kind", Argument::Text(&kind)),
                ("size", Argument::Text(&size)),
            ],
        )
    }

    /// Opens the wrapper of a table. If the theme has the message, the wrapper has a name and
    /// scrolls on its own, also by keyboard.
    pub(super) fn table_start(&self, number: u32, heading: Option<u32>) -> String {
        let number = Argument::Number(f64::from(number));
        let named = self
            .surroundings
            .and_then(|around| Some((around, around.word_with("table", &[("number", number)])?)));
        let Some((around, word)) = named else {
            return String::new();
        };
        let heading = heading.and_then(|heading| {
            around
                .entry
                .headings
                .get(heading as usize)
        });
        let name = heading.map_or_else(
            || word.clone(),
            |heading| format!("{word}: {}", heading.title),
        );
        format!(
            "<div class=\"table\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">",
            escaped(&name)
        )
    }

    pub(super) fn table_end(&self) -> &'static str {
        let scrolls = self
            .surroundings
            .is_some_and(|around| {
                around
                    .word_with("table", &[("number", Argument::Number(1.0))])
                    .is_some()
            });
        if scrolls { "</div>" } else { "" }
    }
}

fn length(source: &Source) -> Option<u64> {
    match &source.content {
        Content::Text(_) | Content::Bytes(_) => Some(source.bytes().len() as u64),
        Content::Opaque { length, .. } => Some(*length),
        Content::Unusable(_) => None,
    }
}
