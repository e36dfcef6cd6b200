//! The command line: turns arguments into calls of the rooms below, and their results into messages
//! and an exit code.

mod arguments;
mod build;
mod check;
mod commands;
mod live;
mod manual;
mod routes;
mod site;

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Command};

use crate::config;
use crate::files;
use crate::language::{Argument, ToolLanguage};
use crate::layout;
use crate::report::{Color, Reporter, Verbosity};
use crate::serve::Step;
use crate::source::SourceId;

/// The stack of a rendering thread, in bytes: templates include each other recursively, and this is
/// enough for twenty levels without optimisation.
pub const STACK: usize = 32 << 20;

/// The exit code of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done, perhaps with warnings.
    Done = 0,
    /// Something is wrong with a file of the site.
    Site = 1,
    /// Wrong usage, no site, or a failure of the environment.
    Usage = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What a command reads from its environment.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// The working folder.
    pub folder: PathBuf,
    /// The locale of messages: `LC_ALL`, else `LC_MESSAGES`, else `LANG`.
    pub locale: Option<String>,
    /// Whether `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// The link that opens a place in a text editor, from the user's own settings.
    pub editor: Option<String>,
    /// `SOURCE_DATE_EPOCH`, seconds since 1970.
    pub source_date_epoch: Option<String>,
    /// Called in every step of live mode; only tests set it, to make a step panic.
    pub on_step: Option<fn(&Step)>,
}

impl Environment {
    /// Reads the environment of this process.
    pub fn of_process() -> Self {
        let variable = |name: &str| {
            std::env::var(name)
                .ok()
                .filter(|value| !value.is_empty())
        };
        Self {
            folder: std::env::current_dir().unwrap_or_default(),
            locale: variable("LC_ALL")
                .or_else(|| variable("LC_MESSAGES"))
                .or_else(|| variable("LANG")),
            no_color: variable("NO_COLOR").is_some(),
            editor: editor(
                variable("XDG_CONFIG_HOME")
                    .map(PathBuf::from)
                    .or_else(|| Some(std::env::home_dir()?.join(".config"))),
            ),
            source_date_epoch: variable("SOURCE_DATE_EPOCH"),
            on_step: None,
        }
    }

    /// Returns the path that an argument names from the working folder, as people would write it:
    /// without `.`, and without `..` at its start. A later `..` stays, since it may follow a
    /// symbolic link.
    fn path(&self, argument: &str) -> PathBuf {
        let mut path = self.folder.clone();
        let mut is_above = true;
        for component in Path::new(argument).components() {
            match component {
                Component::CurDir => {}
                Component::ParentDir if is_above => drop(path.pop()),
                component => {
                    path.push(component);
                    is_above = false;
                }
            }
        }
        path
    }
}

/// Reads the user's own settings: `pakt/settings.yaml` with the key `editor`.
fn editor(folder: Option<PathBuf>) -> Option<String> {
    let text = files::user_settings(&folder?)?;
    let settings: std::collections::BTreeMap<String, String> = serde_yaml::from_str(&text).ok()?;
    settings.get("editor").cloned()
}

/// Runs one command.
pub fn run(arguments: &[OsString], environment: &Environment) -> Exit {
    // It fails only if this process already has such threads.
    let _ = rayon::ThreadPoolBuilder::new()
        .stack_size(STACK)
        .build_global();
    let language = language(arguments, environment);
    let silent = Reporter::new(
        language,
        Verbosity::Usual,
        Color::Auto,
        environment.no_color,
    );
    let mut command = arguments::command(&silent);
    match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => {
            let reporter = Reporter::new(
                language,
                verbosity(&matches),
                color(&matches),
                environment.no_color,
            );
            commands::run(&matches, &mut command, environment, &reporter)
        }
        Err(error) => Misuse {
            error: &error,
            command: &command,
            arguments,
        }
        .tell(&silent),
    }
}

/// A call that the command line does not accept.
struct Misuse<'a> {
    error: &'a clap::Error,
    command: &'a Command,
    arguments: &'a [OsString],
}

impl Misuse<'_> {
    /// Explains what is wrong with the call, in our own words.
    fn tell(&self, reporter: &Reporter) -> Exit {
        if matches!(
            self.error.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
        ) {
            return result(reporter, &self.error.render().to_string());
        }
        let command = self.context(&[ContextKind::InvalidSubcommand]);
        let argument = self.context(&[ContextKind::InvalidArg]);
        let is_option = argument.starts_with('-');
        let argument = argument
            .split([' ', '='])
            .next()
            .unwrap_or_default()
            .trim_matches(['<', '>', '[', ']']);
        let value = self.context(&[ContextKind::InvalidValue]);
        let key = match self.error.kind() {
            ErrorKind::InvalidSubcommand => "usage-unknown-command",
            ErrorKind::UnknownArgument if is_option => "usage-unknown-option",
            ErrorKind::UnknownArgument => "usage-too-many",
            ErrorKind::InvalidValue if value.is_empty() => "usage-no-value",
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-wrong-value",
            ErrorKind::MissingRequiredArgument => "usage-missing",
            _ => "usage-wrong",
        };
        let name = if command.is_empty() {
            argument
        } else {
            &command
        };
        reporter.failure(
            key,
            &[
                ("name", Argument::Text(name)),
                ("value", Argument::Text(&value)),
            ],
        );
        self.advise(reporter);
        Exit::Usage
    }

    /// Prints what was likely meant, else the possible values, and where to read more.
    fn advise(&self, reporter: &Reporter) {
        let near = self.context(&[
            ContextKind::SuggestedArg,
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedValue,
        ]);
        let known = self.context(&[ContextKind::ValidValue]);
        if !near.is_empty() {
            reporter.failure("usage-near", &[("near", Argument::Text(&near))]);
        } else if !known.is_empty() {
            reporter.failure("usage-known", &[("known", Argument::Text(&known))]);
        }
        let given = self
            .arguments
            .iter()
            .skip(1)
            .filter_map(|argument| argument.to_str());
        let command = given
            .filter_map(|argument| self.command.find_subcommand(argument))
            .next();
        let call = command.map_or_else(
            || "pakt --help".to_owned(),
            |command| format!("pakt {} --help", command.get_name()),
        );
        reporter.failure("usage-help", &[("call", Argument::Text(&call))]);
    }

    fn context(&self, kinds: &[ContextKind]) -> String {
        let texts = kinds
            .iter()
            .filter_map(|kind| match self.error.get(*kind)? {
                ContextValue::String(text) => Some(text.clone()),
                ContextValue::Strings(texts) => Some(texts.join(", ")),
                _ => None,
            });
        texts.collect::<Vec<_>>().join(", ")
    }
}

/// Prints a result; failing to is a failure of the environment.
fn result(reporter: &Reporter, text: &str) -> Exit {
    match reporter.result(text) {
        Ok(()) => Exit::Done,
        Err(error) => {
            reporter.failure(
                "result-lost",
                &[("cause", Argument::Text(&error.to_string()))],
            );
            Exit::Usage
        }
    }
}

/// Finds the language of messages: `--lang`, else the locale, else the site's own, else Czech.
fn language(arguments: &[OsString], environment: &Environment) -> ToolLanguage {
    let arguments: Vec<&str> = arguments
        .iter()
        .filter_map(|argument| argument.to_str())
        .collect();
    let asked = value_of(&arguments, "--lang").and_then(tool_language);
    let root = value_of(&arguments, "--root").unwrap_or_default();
    asked
        .or_else(|| tool_language(environment.locale.as_deref()?))
        .or_else(|| site_language(&environment.path(root)))
        .unwrap_or_default()
}

/// Finds the value of an option before clap parses the arguments, since its errors need a language.
fn value_of<'a>(arguments: &[&'a str], name: &str) -> Option<&'a str> {
    let mut rest = arguments.iter();
    let next = rest
        .find(|argument| **argument == name)
        .and(rest.next());
    next.copied().or_else(|| {
        arguments.iter().find_map(|argument| {
            argument
                .strip_prefix(name)?
                .strip_prefix('=')
        })
    })
}

/// Returns the language of messages for a locale or language code (`cs_CZ.UTF-8`).
fn tool_language(code: &str) -> Option<ToolLanguage> {
    match code.split(['_', '-', '.']).next() {
        Some("cs") => Some(ToolLanguage::Cs),
        Some("en") => Some(ToolLanguage::En),
        _ => None,
    }
}

/// Returns the language of messages for the site around a folder; English unless the site's is
/// supported.
fn site_language(folder: &Path) -> Option<ToolLanguage> {
    let source = files::read_one(&files::find_site(folder)?, &SourceId::new(layout::SETTINGS))?;
    let (config, _) = config::parse(&source);
    Some(tool_language(&config.language().code).unwrap_or(ToolLanguage::En))
}

fn verbosity(matches: &ArgMatches) -> Verbosity {
    if flag(matches, arguments::QUIET) {
        Verbosity::Quiet
    } else if flag(matches, arguments::VERBOSE) {
        Verbosity::Verbose
    } else {
        Verbosity::Usual
    }
}

fn color(matches: &ArgMatches) -> Color {
    match text(matches, arguments::COLOR) {
        Some("always") => Color::Always,
        Some("never") => Color::Never,
        _ => Color::Auto,
    }
}

/// Returns whether a flag is given.
fn flag(matches: &ArgMatches, name: &str) -> bool {
    matches
        .try_get_one::<bool>(name)
        .ok()
        .flatten()
        .copied()
        .unwrap_or_default()
}

/// Returns the value of an argument.
fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches
        .try_get_one::<String>(name)
        .ok()
        .flatten()
        .map(String::as_str)
}

/// Returns a path as shown in messages.
fn display(path: &Path) -> String {
    path.display().to_string()
}
