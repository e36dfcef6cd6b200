//! YAML as people write it: read into checked fields, with every slip a located diagnostic and its
//! fix. Tables of [`Key`]s say what is allowed; the caller decides what values are for.

mod check;
mod comments;
mod fields;
mod key;
mod locate;
mod slips;

use std::borrow::Cow;

use serde_yaml::{Mapping, Value};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::{Strange, Stranger, cleaned, code_point, strangers};
use crate::source::{Hash, Source, SourceId, Span, conflicts};

use check::{Checker, Spot};
pub use fields::Fields;
pub use key::{Key, Kind, Presence};
pub(crate) use locate::Step;
pub(crate) use slips::quoted;

/// The longest YAML that pakt reads, in bytes: front matter of a few lines and settings of a few
/// pages are far below.
const LONGEST: usize = 1 << 20;

/// The deepest nesting of brackets and braces. The YAML library has the same limit, but its scanner
/// takes quadratic time before it refuses.
const DEEPEST: usize = 128;

/// The most findings of one mapping; an author with more fixes these first.
const MOST_FINDINGS: usize = 200;

/// A YAML text within a source file.
#[derive(Clone, Copy, Debug)]
pub struct Yaml<'a> {
    /// The file.
    pub source: &'a SourceId,
    /// The hash of its content.
    pub hash: Hash,
    /// The YAML.
    pub text: &'a str,
    /// Where the YAML starts in the file, in bytes.
    pub offset: usize,
}

/// The properties of a file that the check of its values depends on.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Keys of texts besides those in the table: the site's taxonomies.
    pub texts: &'a [&'a str],
    /// Whether the file is the `_index.md` of a section.
    pub index: bool,
    /// The keys whose values are names rather than texts, if texts must not end at a comment.
    pub(crate) names: Option<&'a [&'a str]>,
    /// The tags of the site's languages.
    pub(crate) languages: &'a [&'a str],
    /// Whether it is a data file.
    pub(crate) is_data: bool,
    /// The code with which a data file reports everything that does not fit, if it has its own.
    pub(crate) own: Option<Code>,
    /// The most findings.
    pub(crate) most: usize,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Self {
            texts: &[],
            index: false,
            names: None,
            languages: &[],
            is_data: false,
            own: None,
            most: MOST_FINDINGS,
        }
    }
}

impl<'a> Yaml<'a> {
    /// Takes the text of a file that is all YAML.
    ///
    /// # Errors
    /// The finding for a file that is not UTF-8.
    pub(crate) fn of(source: &'a Source) -> Result<Self, Diagnostic> {
        let text = std::str::from_utf8(source.bytes())
            .map_err(|error| Diagnostic::not_utf8(&source.id, error.valid_up_to()))?;
        let stripped = text.trim_start_matches('\u{feff}');
        Ok(Self {
            source: &source.id,
            hash: source.hash,
            text: stripped,
            offset: text.len() - stripped.len(),
        })
    }

    /// Stands in for the text of a file that cannot be read.
    pub(crate) fn empty(source: &'a Source) -> Self {
        Self {
            source: &source.id,
            hash: source.hash,
            text: "",
            offset: 0,
        }
    }

    /// Reads a mapping with `keys`; unusable values are reported and left out.
    pub fn fields(
        &self,
        keys: &[Key],
        context: Context<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Fields {
        let Some(mapping) = self.mapping(found) else {
            return Fields::default();
        };
        found.extend(
            context
                .names
                .into_iter()
                .flat_map(|names| comments::cut(self, names)),
        );
        let checked = Checker::new(self, context, found).map(mapping, keys, Spot::top(""));
        Fields::new(checked)
    }

    /// Reads a value of any shape.
    pub fn value(&self, found: &mut Vec<Diagnostic>) -> Option<Value> {
        match self.read() {
            Ok(value) => {
                found.extend(self.strange());
                Some(value)
            }
            Err(finding) if finding.code == Code::MergeMark => {
                found.extend(self.merge_marks());
                None
            }
            Err(finding) => {
                found.push(finding);
                None
            }
        }
    }

    /// Returns the findings of characters that nobody means to write. Controls are no YAML, so they
    /// are found when it is read.
    pub(crate) fn strange(&self) -> Vec<Diagnostic> {
        let strangers = strangers(self.text).into_iter();
        let finding = |Stranger { at, sign, why }| {
            let span = Span::new(at..at + sign.len_utf8()).shifted(self.offset);
            let place = Place::at(self.source, span);
            let finding = Diagnostic::new(Code::StrangeCharacter, place)
                .arg("cause", why.name())
                .arg("sign", code_point(sign));
            match why {
                Strange::Private | Strange::Lost => finding,
                _ => finding.certain_fix(self.hash, ""),
            }
        };
        strangers
            .map(finding)
            .take(MOST_FINDINGS)
            .collect()
    }

    /// Returns the findings of unmerged versions.
    fn merge_marks(&self) -> impl Iterator<Item = Diagnostic> {
        let conflicts = conflicts(self.text).into_iter();
        conflicts.map(|range| Diagnostic::merge_mark(self.source, self.text, range, self.offset))
    }

    pub(crate) fn read(&self) -> Result<Value, Diagnostic> {
        if self.text.len() > LONGEST {
            return Err(Diagnostic::new(
                Code::YamlTooComplex,
                Place::file(self.source),
            ));
        }
        if let Some(at) = too_deep(self.text) {
            let place = Place::at(self.source, Span::new(at..at + 1).shifted(self.offset));
            return Err(Diagnostic::new(Code::YamlTooComplex, place));
        }
        if let Some(finding) = self.merge_marks().next() {
            return Err(finding);
        }
        let mut value =
            serde_yaml::from_str(self.text).map_err(|error| slips::explain(self, &error))?;
        // Controls can only be written as escapes.
        if self.text.contains('\\') {
            clean(&mut value);
        }
        Ok(value)
    }

    /// Checks a value that has been read; messages call it `name`. None if it does not fit at all.
    pub(crate) fn checked(
        &self,
        (name, value): (&str, Value),
        kind: Kind,
        context: Context<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Value> {
        Checker::new(self, context, found).value(value, kind, Spot::top(name))
    }

    /// Returns the place of the key that `path` leads to.
    pub(crate) fn key_place(&self, path: &[Step<'_>]) -> Place {
        Place::at(
            self.source,
            Span::new(locate::key(self.text, path)).shifted(self.offset),
        )
    }

    /// Returns the place of the value that `path` leads to.
    pub(crate) fn place(&self, path: &[Step<'_>]) -> Place {
        Place::at(self.source, self.span(path))
    }

    pub(crate) fn span(&self, path: &[Step<'_>]) -> Span {
        Span::new(locate::value(self.text, path)).shifted(self.offset)
    }

    /// Returns the value that `path` leads to as it is written, without the lines after its first.
    pub(crate) fn written(&self, path: &[Step<'_>]) -> &'a str {
        locate::part(self.text, &locate::value(self.text, path))
    }

    /// Finds the texts that a comment cuts off.
    pub(crate) fn cut_by_comments(&self) -> Vec<Diagnostic> {
        comments::cut(self, &[])
    }

    /// Returns the finding that the value of `key` is not a date; for one in Czech order, with a
    /// fix.
    fn not_a_day(&self, key: &str, value: &str, path: &[Step<'_>]) -> Diagnostic {
        let finding = |code| {
            Diagnostic::new(code, self.place(path))
                .arg("key", key)
                .arg("value", value)
        };
        match slips::czech_day(value) {
            Some(day) => finding(Code::CzechDate).certain_fix(self.hash, day.to_string()),
            None => finding(Code::NoSuchDay),
        }
    }

    fn mapping(&self, found: &mut Vec<Diagnostic>) -> Option<Mapping> {
        match self.value(found)? {
            Value::Mapping(mapping) => Some(mapping),
            Value::Null => Some(Mapping::new()),
            _ => {
                found.push(slips::first_unspaced(self).unwrap_or_else(|| self.not_a_mapping()));
                None
            }
        }
    }

    fn not_a_mapping(&self) -> Diagnostic {
        let whole = Span::new(0..self.text.trim_end().len()).shifted(self.offset);
        Diagnostic::new(Code::WrongType, Place::at(self.source, whole))
            .arg("key", "")
            .arg("expected", "map")
    }
}

/// Takes out of all texts what no output can hold.
fn clean(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(cleaned) = cleaned(text) {
                *text = cleaned;
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(clean),
        Value::Mapping(mapping) => mapping.values_mut().for_each(clean),
        _ => {}
    }
}

/// Returns the byte at which brackets and braces are nested too deeply; those in texts count too,
/// since they mostly come in pairs.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}
