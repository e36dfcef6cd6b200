//! The usual slips in YAML, each told apart from what the YAML library says and mended in one line.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Yaml;
use super::locate::key_end;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Day;
use crate::source::{Span, line_start};

/// Words by which people say yes and no, in the languages of our editors.
const YES: &[&str] = &["ano", "yes", "y", "on", "так", "ja", "tak", "pravda"];
const NO: &[&str] = &["ne", "no", "n", "off", "ні", "nein", "nie", "nepravda"];

/// Turns an error of the YAML library into the finding that helps most.
pub(super) fn explain(yaml: &Yaml<'_>, error: &serde_yaml::Error) -> Diagnostic {
    let cause = error.to_string();
    if cause.contains("limit exceeded") {
        return Diagnostic::new(Code::YamlTooComplex, Place::file(yaml.source));
    }
    if let Some(finding) = tab(yaml).or_else(|| duplicate(yaml)) {
        return finding;
    }
    let line = begun(&cause).or_else(|| error.location().map(|location| location.line()));
    let line = line.map_or(0..0, |line| line_at(yaml.text, line));
    if let Some(finding) =
        colon(yaml, line.clone()).or_else(|| colon(yaml, line_before(yaml.text, line.start)))
    {
        return finding;
    }
    if let Some(finding) =
        unspaced(yaml, line.clone()).or_else(|| unspaced(yaml, line_before(yaml.text, line.start)))
    {
        return finding;
    }
    Diagnostic::new(Code::BrokenYaml, at(yaml, line)).arg("cause", without_positions(&cause))
}

/// Finds a key with no space behind its colon: to YAML, `title:Pohovor` is one word.
fn unspaced(yaml: &Yaml<'_>, line: Range<usize>) -> Option<Diagnostic> {
    let (key, value) = yaml.text[line.clone()].split_once(':')?;
    let is_key = !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if !is_key || value.is_empty() || value.starts_with([' ', '/']) || key_end(value).is_some() {
        return None;
    }
    let finding = Diagnostic::new(Code::BrokenYaml, at(yaml, line)).arg("cause", "space");
    Some(finding.certain_fix(yaml.hash, format!("{key}: {value}")))
}

/// Explains a text that is no mapping, if it is a key with no space behind its colon.
pub(super) fn first_unspaced(yaml: &Yaml<'_>) -> Option<Diagnostic> {
    unspaced(yaml, line_at(yaml.text, 1))
}

/// Returns the line on which the quotation or bracket starts that is not closed; the library stops
/// only where the text ends.
fn begun(cause: &str) -> Option<usize> {
    let (_, rest) = [
        "scanning a quoted scalar at line ",
        "parsing a flow sequence at line ",
        "parsing a flow mapping at line ",
    ]
    .iter()
    .find_map(|begun| cause.split_once(begun))?;
    rest.split(' ').next()?.parse().ok()
}

/// Drops the positions from the library's words: they count from the front matter's start, the
/// finding's from the file's.
fn without_positions(cause: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut rest = cause.split(' ');
    while let Some(word) = rest.next() {
        if word == "at" && rest.clone().next() == Some("line") {
            // `line 3 column 1`; what follows the number, such as a comma, stays.
            let column = rest.nth(3).unwrap_or_default();
            let end = column.trim_start_matches(|c: char| c.is_ascii_digit());
            words.extend((!end.is_empty()).then_some(end));
        } else {
            words.push(word);
        }
    }
    words.join(" ").replace(" ,", ",")
}

/// Finds a title or description that ` #` cuts.
pub(crate) fn cut_by_comment(yaml: &Yaml<'_>, key: &str) -> Option<Diagnostic> {
    if !yaml.text.contains(" #") {
        return None;
    }
    let mut start = 0;
    for line in yaml.text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let Some(value) = line
            .trim_end()
            .strip_prefix(key)
            .and_then(|rest| rest.strip_prefix(':'))
        else {
            continue;
        };
        let value = value.trim_start();
        if value.starts_with(['"', '\'', '|', '>', '#']) {
            return None;
        }
        let (_, rest) = value.split_once(" #")?;
        let finding =
            Diagnostic::new(Code::CutByComment, at(yaml, range)).arg("rest", format!("#{rest}"));
        return Some(finding.likely_fix(yaml.hash, format!("{key}: {}", quoted(value))));
    }
    None
}

/// Reads yes or no in words.
pub(super) fn boolean(word: &str) -> Option<bool> {
    let word = word.trim().to_lowercase();
    if YES.contains(&word.as_str()) {
        Some(true)
    } else if NO.contains(&word.as_str()) {
        Some(false)
    } else {
        word.parse().ok()
    }
}

/// Reads a day in the Czech order.
pub(super) fn czech_day(text: &str) -> Option<Day> {
    Day::parse_czech(text).ok().flatten()
}

/// Writes a text as a double-quoted YAML scalar.
pub(crate) fn quoted(text: &str) -> String {
    format!(
        "\"{}\"",
        text.trim().replace('\\', "\\\\").replace('"', "\\\"")
    )
}

fn tab(yaml: &Yaml<'_>) -> Option<Diagnostic> {
    let mut start = 0;
    for line in yaml.text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line[..indent].contains('\t') && !line.trim().is_empty() {
            return Some(Diagnostic::new(
                Code::TabInYaml,
                at(yaml, start..start + indent),
            ));
        }
        start += line.len();
    }
    None
}

fn duplicate(yaml: &Yaml<'_>) -> Option<Diagnostic> {
    let mut seen: FxHashMap<&str, Range<usize>> = FxHashMap::default();
    let mut start = 0;
    for line in yaml.text.split_inclusive('\n') {
        let end = if line.starts_with([' ', '\t', '#', '-']) {
            None
        } else {
            key_end(line)
        };
        if let Some(end) = end {
            let range = start..start + end;
            if let Some(first) = seen.insert(&line[..end], range.clone()) {
                let finding =
                    Diagnostic::new(Code::DuplicateKey, at(yaml, range)).arg("key", &line[..end]);
                return Some(finding.related(at(yaml, first)));
            }
        }
        start += line.len();
    }
    None
}

/// Finds `key: value: more`, the slip that YAML reads as a mapping within a mapping.
fn colon(yaml: &Yaml<'_>, line: Range<usize>) -> Option<Diagnostic> {
    let text = &yaml.text[line.clone()];
    let end = key_end(text)?;
    let value = text[end + 1..].trim();
    if value.starts_with(['"', '\'', '[', '{', '|', '>']) || key_end(value).is_none() {
        return None;
    }
    let key = text[..end].trim_start_matches([' ', '-']);
    let finding = Diagnostic::new(Code::UnquotedColon, at(yaml, line)).arg("key", key);
    let line = format!("{}: {}", &text[..end], quoted(value));
    Some(finding.certain_fix(yaml.hash, line))
}

/// Returns the bytes of a line, from 1, without its end.
fn line_at(text: &str, number: usize) -> Range<usize> {
    let mut start = 0;
    let mut last = 0..0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        last = start..start + line.trim_end().len();
        if at + 1 == number {
            return last;
        }
        start += line.len();
    }
    last
}

fn line_before(text: &str, start: usize) -> Range<usize> {
    let end = text[..start].trim_end_matches(['\n', '\r']).len();
    line_start(text, end)..end
}

fn at(yaml: &Yaml<'_>, range: Range<usize>) -> Place {
    Place::at(yaml.source, Span::new(range).shifted(yaml.offset))
}
