//! Common slips in YAML, each recognised from the YAML library's message and fixed in one line.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Yaml;
use super::locate::{key_end, part};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::{Day, Strange, Stranger, strangers};
use crate::source::{Span, line_start};

/// How people say yes, in the languages of our editors.
const YES: &[&str] = &["ano", "yes", "y", "on", "так", "ja", "tak", "pravda"];
const NO: &[&str] = &["ne", "no", "n", "off", "ні", "nein", "nie", "nepravda"];

/// Turns an error of the YAML library into the most helpful finding.
pub(super) fn explain(yaml: &Yaml<'_>, error: &serde_yaml::Error) -> Diagnostic {
    let cause = error.to_string();
    if cause.contains("limit exceeded") {
        return Diagnostic::new(Code::YamlTooComplex, Place::file(yaml.source));
    }
    if let Some(finding) = control(yaml)
        .or_else(|| tab(yaml))
        .or_else(|| duplicate(yaml))
    {
        return finding;
    }
    let line = unclosed_line(&cause).or_else(|| {
        error
            .location()
            .map(|location| location.line())
    });
    let line = line.map_or(0..0, |line| line_at(yaml.text, line));
    let before = || line_before(yaml.text, line.start);
    let slip = colon(yaml, line.clone())
        .or_else(|| colon(yaml, before()))
        .or_else(|| unspaced(yaml, line.clone()))
        .or_else(|| unspaced(yaml, before()))
        .or_else(|| without_colon(yaml, line.end));
    slip.unwrap_or_else(|| {
        Diagnostic::new(Code::BrokenYaml, at(yaml, line.clone()))
            .arg("cause", without_positions(&cause))
    })
}

/// Finds a key with no space after its colon: to YAML, `title:Pohovor` is one word.
fn unspaced(yaml: &Yaml<'_>, line: Range<usize>) -> Option<Diagnostic> {
    let (key, value) = part(yaml.text, &line).split_once(':')?;
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

/// Explains a text that is not a mapping, if it is a key with no space after its colon, or with no
/// colon.
pub(super) fn first_unspaced(yaml: &Yaml<'_>) -> Option<Diagnostic> {
    unspaced(yaml, line_at(yaml.text, 1)).or_else(|| without_colon(yaml, yaml.text.len()))
}

/// Finds the first line up to byte `end` that should be a key and its value but has no colon
/// followed by a space: `slug kontakt`, `weight :80`. The library stops only on the line after it.
fn without_colon(yaml: &Yaml<'_>, end: usize) -> Option<Diagnostic> {
    let mut of_map = lines(yaml.text)
        .take_while(|(start, _)| *start < end)
        .map(|(start, line)| (start, line.trim_end()));
    let (start, line) = of_map.find(|(_, line)| {
        line.starts_with(|c: char| c.is_ascii_lowercase()) && key_end(line).is_none()
    })?;
    let (key, value) = line.split_once([' ', ':'])?;
    let value = value.trim_start_matches([' ', ':']);
    let is_key = key
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if !is_key || value.is_empty() {
        return None;
    }
    let place = at(yaml, start..start + line.len());
    let finding = Diagnostic::new(Code::BrokenYaml, place).arg("cause", "colon");
    Some(finding.likely_fix(yaml.hash, format!("{key}: {value}")))
}

/// Returns the line on which an unclosed quotation or bracket starts; the library stops only at the
/// end of the text.
fn unclosed_line(cause: &str) -> Option<usize> {
    let (_, rest) = [
        "scanning a quoted scalar at line ",
        "parsing a flow sequence at line ",
        "parsing a flow mapping at line ",
    ]
    .iter()
    .find_map(|start| cause.split_once(start))?;
    rest.split(' ').next()?.parse().ok()
}

/// Drops the positions from the library's message: they count from the start of the front matter,
/// those of the finding from the start of the file.
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

/// Reads a date in Czech order.
pub(super) fn czech_day(text: &str) -> Option<Day> {
    Day::parse_czech(text).ok().flatten()
}

/// Writes a text as a double-quoted YAML scalar.
pub(crate) fn quoted(text: &str) -> String {
    format!(
        "\"{}\"",
        text.trim()
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
    )
}

/// Finds a control character, which is no YAML.
fn control(yaml: &Yaml<'_>) -> Option<Diagnostic> {
    let is_control = |stranger: &Stranger| stranger.why == Strange::Control;
    let Stranger { at, sign, .. } = strangers(yaml.text)
        .into_iter()
        .find(is_control)?;
    let place = self::at(yaml, at..at + sign.len_utf8());
    let finding = Diagnostic::new(Code::BrokenYaml, place).arg("cause", "control");
    Some(finding.certain_fix(yaml.hash, ""))
}

fn tab(yaml: &Yaml<'_>) -> Option<Diagnostic> {
    let indent = |(start, line): (usize, &str)| {
        let content = line.trim_start_matches([' ', '\t']);
        let indent = start..start + line.len() - content.len();
        let has_tab = part(yaml.text, &indent).contains('\t') && !content.trim().is_empty();
        has_tab.then_some(indent)
    };
    let indent = lines(yaml.text).find_map(indent)?;
    Some(Diagnostic::new(Code::TabInYaml, at(yaml, indent)))
}

/// Finds a key that starts two lines.
fn duplicate(yaml: &Yaml<'_>) -> Option<Diagnostic> {
    let mut seen: FxHashMap<&str, Range<usize>> = FxHashMap::default();
    let of_map = lines(yaml.text).filter(|(_, line)| !line.starts_with([' ', '\t', '#', '-']));
    for (start, line) in of_map {
        let Some(key) = key_end(line).and_then(|end| line.get(..end)) else {
            continue;
        };
        let range = start..start + key.len();
        if let Some(first) = seen.insert(key, range.clone()) {
            let finding = Diagnostic::new(Code::DuplicateKey, at(yaml, range)).arg("key", key);
            return Some(finding.related(at(yaml, first)));
        }
    }
    None
}

/// Finds `key: value: more`, the slip that YAML reads as a mapping within a mapping.
fn colon(yaml: &Yaml<'_>, line: Range<usize>) -> Option<Diagnostic> {
    let text = part(yaml.text, &line);
    let (before, value) = text.split_at_checked(key_end(text)?)?;
    let value = value.strip_prefix(':')?.trim();
    if value.starts_with(['"', '\'', '[', '{', '|', '>']) || key_end(value).is_none() {
        return None;
    }
    let key = before.trim_start_matches([' ', '-']);
    let place = at(yaml, line.end - value.len()..line.end);
    let finding = Diagnostic::new(Code::UnquotedColon, place).arg("key", key);
    Some(finding.certain_fix(yaml.hash, quoted(value)))
}

/// Returns the lines of a text, each with the byte where it starts, and including its end.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    text.split_inclusive('\n')
        .map(move |line| {
            let start = end;
            end += line.len();
            (start, line)
        })
}

/// Returns the bytes of a line, from 1, without its end; of the last one if the number is too high.
fn line_at(text: &str, number: usize) -> Range<usize> {
    let line = lines(text).take(number.max(1)).last();
    line.map_or(0..0, |(start, line)| start..start + line.trim_end().len())
}

fn line_before(text: &str, start: usize) -> Range<usize> {
    let before = part(text, &(0..start)).trim_end_matches(['\n', '\r']);
    line_start(text, before.len())..before.len()
}

fn at(yaml: &Yaml<'_>, range: Range<usize>) -> Place {
    Place::at(yaml.source, Span::new(range).shifted(yaml.offset))
}
