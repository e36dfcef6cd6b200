//! Messages: texts of a theme or of pakt, written in Fluent, with plurals; pakt's own are embedded.
//! `theme` knows which files a theme has, `report` draws diagnostics.

use std::convert::Infallible;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::numbers::decimal;
use crate::diagnostic::Diagnostic;

/// Messages in one language. The first message of a name stays: a theme is added before the one
/// that it extends.
pub struct Messages(FluentBundle<FluentResource>);

/// A value that a message names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Argument<'a> {
    /// A text, put into the message as it is.
    Text(&'a str),
    /// A number, by which the message may choose its plural; it is written as the language writes
    /// it: `1 234,5` in Czech.
    Number(f64),
}

/// What is wrong in a file of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageError {
    /// The byte at which it is.
    pub at: usize,
    /// What it is.
    pub why: MessageFault,
}

/// Why a file of messages cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageFault {
    /// It is not Fluent: the text is the library's, in English.
    Syntax(String),
    /// A message of this name occurs in it twice.
    Twice(String),
}

/// A language that the tool itself speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ToolLanguage {
    /// Czech.
    #[default]
    Cs,
    /// English.
    En,
}

impl Messages {
    /// Makes an empty set of messages whose plurals are those of `language` (CLDR), or of English
    /// if the language is not known.
    pub fn new(language: &str) -> Self {
        let language: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // U+2068 and U+2069 around every value would land in HTML, in titles and in what people
        // copy.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(written));
        Self(bundle)
    }

    /// Adds the messages of a Fluent file, except those that exist already; a message is added with
    /// its attributes or not at all.
    ///
    /// # Errors
    /// Returns everything that is wrong, including messages that occur twice; then nothing of the
    /// file is added.
    pub fn add(&mut self, ftl: &str) -> Result<(), Vec<MessageError>> {
        let text = ftl
            .strip_prefix('\u{feff}')
            .unwrap_or(ftl);
        let moved = |wrong: MessageError| MessageError {
            at: wrong.at + ftl.len() - text.len(),
            ..wrong
        };
        let resource = read(text).map_err(|wrong| {
            wrong
                .into_iter()
                .map(moved)
                .collect::<Vec<_>>()
        })?;
        // The only remaining errors are about messages that existed before and stay.
        let _ = self.0.add_resource(resource);
        Ok(())
    }

    /// Returns the message of `key`, or of its attribute if the key is like `P0206.hint`; a value
    /// that is not given stays `{$name}`.
    pub fn get(&self, key: &str, args: &[(&str, Argument<'_>)]) -> Option<String> {
        let (id, attribute) = key
            .split_once('.')
            .map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.0.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, word)| (*name, FluentValue::from(*word)))
            .collect();
        Some(
            self.0
                .format_pattern(pattern, Some(&args), &mut Vec::new())
                .into_owned(),
        )
    }
}

/// Returns the tool's own messages.
pub fn tool_messages(language: ToolLanguage) -> Messages {
    let mut messages = Messages::new(language.tag());
    for file in language.files() {
        // A test holds the embedded files to the syntax.
        let _ = messages.add(file);
    }
    messages
}

impl ToolLanguage {
    /// Returns the tag of the language.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Cs => "cs",
            Self::En => "en",
        }
    }

    /// Returns the embedded files.
    fn files(self) -> [&'static str; 3] {
        match self {
            Self::Cs => [
                include_str!("messages/cs/diagnostics.ftl"),
                include_str!("messages/cs/tool.ftl"),
                include_str!("messages/cs/keys.ftl"),
            ],
            Self::En => [
                include_str!("messages/en/diagnostics.ftl"),
                include_str!("messages/en/tool.ftl"),
                include_str!("messages/en/keys.ftl"),
            ],
        }
    }
}

impl<'a> From<Argument<'a>> for FluentValue<'a> {
    fn from(value: Argument<'a>) -> Self {
        match value {
            Argument::Text(text) => text.into(),
            Argument::Number(number) => number.into(),
        }
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages")
            .field("languages", &self.0.locales)
            .finish_non_exhaustive()
    }
}

/// The language of messages, for ICU.
struct MessageLocale(Locale);

impl Memoizable for MessageLocale {
    type Args = ();
    type Error = Infallible;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        Ok(Self(super::locale(&language.to_string())))
    }
}

/// Writes a number as the language of a message does (CLDR); none for other values, and for numbers
/// without digits.
fn written(value: &FluentValue<'_>, languages: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    languages
        .with_try_get((), |language: &MessageLocale| {
            decimal(&number.as_string(), &language.0)
        })
        .ok()?
}

/// Reads a file of messages.
fn read(ftl: &str) -> Result<FluentResource, Vec<MessageError>> {
    let resource = FluentResource::try_new(ftl.to_owned()).map_err(|(_, errors)| {
        let wrong = errors
            .into_iter()
            .map(|error| MessageError {
                at: error.pos.start,
                why: MessageFault::Syntax(error.kind.to_string()),
            });
        wrong.collect::<Vec<_>>()
    })?;
    let twice = twice(&resource);
    if twice.is_empty() {
        Ok(resource)
    } else {
        Err(twice)
    }
}

/// Finds the messages that occur twice in a file, by adding the file to an empty bundle.
fn twice(resource: &FluentResource) -> Vec<MessageError> {
    let Err(errors) = FluentBundle::new_concurrent(Vec::new()).add_resource(resource) else {
        return Vec::new();
    };
    let twice = errors
        .into_iter()
        .filter_map(|error| match error {
            FluentError::Overriding { id, .. } => Some(MessageError {
                at: last_entry(resource.source(), &id),
                why: MessageFault::Twice(id),
            }),
            FluentError::ParserError(_) | FluentError::ResolverError(_) => None,
        });
    twice.collect()
}

/// Finds the byte at which the last message or term called `id` starts.
fn last_entry(ftl: &str, id: &str) -> usize {
    let starts = ftl
        .split_inclusive('\n')
        .scan(0, |next, line| {
            let start = *next;
            *next += line.len();
            Some((start, line))
        });
    let named = |line: &str| {
        line.trim_start_matches('-')
            .strip_prefix(id)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    starts
        .filter(|(_, line)| named(line))
        .last()
        .map_or(0, |(start, _)| start)
}

impl Messages {
    /// Returns the language's tag.
    pub fn language(&self) -> String {
        let first = self.0.locales.first();
        first
            .map(ToString::to_string)
            .unwrap_or_default()
    }

    /// Returns the message of a finding, or one of its parts: `.label`, `.hint`, `.explain`.
    pub fn message(&self, finding: &Diagnostic, part: &str) -> Option<String> {
        // Characters that could control a terminal are replaced; drawings do the same with the
        // lines of a file.
        let harmless = |value: &str| value.replace(char::is_control, "\u{FFFD}");
        let values: Vec<(&str, String)> = finding
            .args
            .iter()
            .map(|(name, value)| (*name, harmless(value)))
            .collect();
        let args: Vec<(&str, Argument<'_>)> = values
            .iter()
            .map(|(name, value)| (*name, Argument::Text(value)))
            .collect();
        self.get(&format!("{}{part}", finding.code.id()), &args)
    }

    /// Returns the hint of a finding: the more specific one if a likely name is known.
    pub fn hint(&self, finding: &Diagnostic) -> Option<String> {
        let is_known = |name: &str| {
            finding
                .args
                .iter()
                .any(|(known, value)| *known == name && !value.is_empty())
        };
        let near = ["near", "suggestion", "language"]
            .iter()
            .any(|name| is_known(name));
        near.then(|| self.message(finding, ".hint-near"))
            .flatten()
            .or_else(|| self.message(finding, ".hint"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(language: &str, files: &[&str]) -> Messages {
        let mut messages = Messages::new(language);
        for file in files {
            messages
                .add(file)
                .expect("a file of messages");
        }
        messages
    }

    fn number(messages: &Messages, number: f64) -> String {
        messages
            .get("pages", &[("count", Argument::Number(number))])
            .expect("a message")
    }

    const PAGES: &str = "
pages = { $count ->
    [one] { $count } stránka
    [few] { $count } stránky
    [many] { $count } stránky
   *[other] { $count } stránek
}
";

    #[test]
    fn plurals_are_those_of_the_language() {
        let czech = messages("cs", &[PAGES]);
        let written: Vec<String> = [1.0, 2.0, 5.0, 22.0, 1.5]
            .map(|n| number(&czech, n))
            .into();
        assert_eq!(
            written,
            [
                "1 stránka",
                "2 stránky",
                "5 stránek",
                "22 stránek",
                "1,5 stránky"
            ]
        );
        assert_eq!(number(&messages("uk", &[PAGES]), 22.0), "22 stránky");
        for language in ["xx", "", "not a tag", "und"] {
            assert_eq!(
                number(&messages(language, &[PAGES]), 2.0),
                "2 stránek",
                "{language}"
            );
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        for (language, expected) in [
            ("cs", "12\u{a0}345,5 stránky"),
            ("en", "12,345.5 stránek"),
            ("uk", "12\u{a0}345,5 stránek"),
            ("de", "12.345,5 stránek"),
            ("not a tag", "12,345.5 stránek"),
        ] {
            assert_eq!(
                number(&messages(language, &[PAGES]), 12_345.5),
                expected,
                "{language}"
            );
        }
        assert_eq!(
            number(&messages("cs", &[PAGES]), f64::INFINITY),
            "inf stránek"
        );
    }

    #[test]
    fn values_are_put_in_without_invisible_characters() {
        let messages = messages(
            "cs",
            &[
                "P0206 = Klíč { $key } neznáme.\n    .hint = Nejspíš { $near }.\n\
                 label =\n    .title = Popis\n",
            ],
        );
        assert_eq!(
            messages
                .get("P0206", &[("key", Argument::Text("titel"))])
                .as_deref(),
            Some("Klíč titel neznáme.")
        );
        assert_eq!(
            messages
                .get("P0206.hint", &[("near", Argument::Text("<b>"))])
                .as_deref(),
            Some("Nejspíš <b>.")
        );
        assert_eq!(
            messages.get("P0206", &[]).as_deref(),
            Some("Klíč {$key} neznáme.")
        );
        for missing in ["P0207", "P0206.x", "label", "label.title.x", "", "."] {
            assert_eq!(messages.get(missing, &[]), None, "{missing}");
        }
    }

    #[test]
    fn what_was_added_first_is_kept() {
        let messages = messages(
            "cs",
            &[
                "-name = Pakt\na = dítě { -name }",
                "-name = Rodič\na = rodič\n    .x = x\nb = rodič { a } { -name }",
            ],
        );
        assert_eq!(messages.get("a", &[]).as_deref(), Some("dítě Pakt"));
        assert_eq!(messages.get("a.x", &[]), None);
        assert_eq!(
            messages.get("b", &[]).as_deref(),
            Some("rodič dítě Pakt Pakt")
        );
    }

    #[test]
    fn a_broken_file_is_described_by_its_place_and_adds_nothing() {
        let syntax = |at, messages: &str| MessageError {
            at,
            why: MessageFault::Syntax(messages.to_owned()),
        };
        let twice = |at, name: &str| MessageError {
            at,
            why: MessageFault::Twice(name.to_owned()),
        };
        for (ftl, expected) in [
            (
                "a = A\nb B\n",
                vec![syntax(8, "Expected a token starting with \"=\"")],
            ),
            (
                "a = { $x\n",
                vec![syntax(9, "Expected a token starting with \"}\"")],
            ),
            (
                "a = { $x ->\n    [one] 1\n}\n",
                vec![syntax(
                    24,
                    "The select expression must have a default variant",
                )],
            ),
            (
                "ž = 1\na = }\n",
                vec![
                    syntax(0, "Expected one of \"a-zA-Z\""),
                    syntax(11, "Unbalanced closing brace"),
                ],
            ),
            ("a = 1\nb = 2\na = 3\n", vec![twice(12, "a")]),
            ("name = 1\n\n-name = 2\n", vec![twice(10, "name")]),
            ("\u{feff}a = 1\na = 2\n", vec![twice(9, "a")]),
        ] {
            let mut messages = Messages::new("cs");
            assert_eq!(messages.add(ftl), Err(expected), "{ftl}");
            assert_eq!(messages.get("a", &[]), None);
        }
    }

    #[test]
    fn files_from_windows_are_read() {
        let messages = messages("cs", &["\u{feff}a = A\r\nb =\r\n    jedna\r\n    dvě\r\n"]);
        assert_eq!(messages.get("a", &[]).as_deref(), Some("A"));
        assert_eq!(messages.get("b", &[]).as_deref(), Some("jedna\ndvě"));
    }

    #[test]
    fn a_message_that_names_itself_ends() {
        let messages = messages("cs", &["a = { b }\nb = { a }\n"]);
        assert!(messages.get("a", &[]).is_some());
    }

    #[test]
    fn the_tools_own_files_can_be_read() {
        for language in [ToolLanguage::Cs, ToolLanguage::En] {
            for file in language.files() {
                assert_eq!(Messages::new(language.tag()).add(file), Ok(()));
            }
        }
        assert_eq!(tool_messages(ToolLanguage::Cs).get("none", &[]), None);
    }

    #[test]
    fn messages_are_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Messages>();
    }
}
