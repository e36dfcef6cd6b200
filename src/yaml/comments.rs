//! Texts that a comment cuts off: to YAML, ` #` starts one, and what follows is silently lost.

use std::ops::Range;

use super::Yaml;
use super::locate::{key_end, part};
use super::slips::quoted;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Day;
use crate::source::Span;

/// Finds every unquoted text that ` #` cuts off, except under `plain` keys, whose values are names
/// rather than texts. Two spaces before the `#`, or a number or date before it, make clear that a
/// comment is meant.
pub(super) fn cut(yaml: &Yaml<'_>, plain: &[&str]) -> Vec<Diagnostic> {
    if !yaml.text.contains(" #") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut lines = Lines::default();
    let mut start = 0;
    for line in yaml.text.split_inclusive('\n') {
        let cut = lines.value(line).and_then(|value| {
            let key = value.key.trim_matches(['"', '\'']);
            let range = value.range.start + start..value.range.end + start;
            (!plain.contains(&key)).then(|| cut_value(yaml, range))?
        });
        found.extend(cut);
        start += line.len();
    }
    found
}

/// Reports a value with a comment that was probably meant to be its text.
fn cut_value(yaml: &Yaml<'_>, range: Range<usize>) -> Option<Diagnostic> {
    let value = part(yaml.text, &range);
    let (text, rest) = value.split_once(" #")?;
    if text.ends_with(' ') || is_complete(text) {
        return None;
    }
    let place = Place::at(yaml.source, Span::new(range).shifted(yaml.offset));
    let finding = Diagnostic::new(Code::CutByComment, place).arg("rest", format!("#{rest}"));
    Some(finding.likely_fix(yaml.hash, quoted(value)))
}

/// Returns whether a value says all that it can: a number, a date, an address.
fn is_complete(text: &str) -> bool {
    let is_word = ["true", "false", "null", "~"].contains(&text);
    let is_web = text.contains("://") && !text.contains(' ');
    is_word || is_web || text.parse::<f64>().is_ok() || Day::parse(text).is_some()
}

/// What is known of the lines so far.
#[derive(Default)]
struct Lines {
    /// The indent of a key whose text is in the lines below it, indented more.
    block: Option<usize>,
    /// The quotation mark of a text that goes on.
    quote: Option<char>,
}

/// A plain value on a line.
struct Value<'l> {
    key: &'l str,
    /// Its bytes in the line.
    range: Range<usize>,
}

impl Lines {
    /// Returns the plain value of a line, if it has one.
    fn value<'l>(&mut self, line: &'l str) -> Option<Value<'l>> {
        let content = line.trim();
        let indent = line.len() - line.trim_start().len();
        if let Some(quote) = self.quote {
            self.quote = Some(quote).filter(|quote| !content.contains(*quote));
            return None;
        }
        if self
            .block
            .is_some_and(|block| indent > block)
            || content.is_empty()
        {
            return None;
        }
        self.block = None;
        let marks = content.len()
            - content
                .trim_start_matches(['-', ' '])
                .len();
        let after_marks = content.get(marks..)?;
        let (key, value) = match key_end(after_marks) {
            Some(end) => after_marks.split_at_checked(end)?,
            None if marks > 0 => ("", after_marks),
            None => return None,
        };
        let value = value.trim_start_matches([':', ' ']);
        let first = value.chars().next()?;
        match first {
            '|' | '>' => self.block = Some(indent),
            '"' | '\'' if value.matches(first).count() == 1 => self.quote = Some(first),
            _ => {}
        }
        let end = line.trim_end().len();
        let range = end - value.len()..end;
        (!"\"'|>[{#&*!".contains(first)).then_some(Value { key, range })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Content, Source, SourceId};

    fn cuts(text: &str) -> Vec<String> {
        let source = Source::new(SourceId::new("data/a.yaml"), Content::of(text));
        let yaml = Yaml::of(&source).expect("a text");
        cut(&yaml, &["slug"])
            .iter()
            .filter_map(|finding| {
                finding
                    .correction()
                    .map(str::to_owned)
            })
            .collect()
    }

    #[test]
    fn a_text_that_goes_on_behind_a_comment_sign_is_found_wherever_it_is() {
        let text = "a: Číslo #1\nb:\n  c: Dům #2\n  list:\n    - Byt #3\n    - d: Patro #4\n";
        let expected = ["\"Číslo #1\"", "\"Dům #2\"", "\"Byt #3\"", "\"Patro #4\""];
        assert_eq!(cuts(text), expected);
        assert_eq!(cuts("a: Číslo #1\r\n"), ["\"Číslo #1\""]);
    }

    #[test]
    fn comments_quotations_and_blocks_are_left_alone() {
        for text in [
            "# Poznámka #1\n",
            "a: 3 # pořadí\n",
            "a: 2026-12-01 # den\n",
            "a: true # ano\n",
            "a: https://www.example.cz/ # web\n",
            "a: \"Číslo\" # poznámka\n",
            "a: [b, c] # seznam\n",
            "a: Text  # poznámka\n",
            "a: # poznámka\n  b: c\n",
            "a: |\n  Číslo #1\n  b: Dům #2\n",
            "- >\n  Číslo #1\n",
            "a: \"Číslo\n  b: 1 #2\"\n",
            "slug: kontakt # adresa\n",
        ] {
            assert!(cuts(text).is_empty(), "{text}");
        }
    }
}
