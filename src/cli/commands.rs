//! What each command does.

use std::convert::identity;

use clap::{ArgMatches, Command, ValueEnum};
use clap_complete::Shell;

use super::{Environment, Exit, arguments, display, flag, manual, result, text};
use crate::config::{self, Config};
use crate::diagnostic::Code;
use crate::files;
use crate::language::Argument;
use crate::layout;
use crate::report::{Reporter, number};
use crate::scaffold::{self, ScaffoldError};
use crate::schema::{self, SiteNames, Subject};
use crate::source::{Source, SourceId};

/// Runs the given command.
pub(super) fn run(
    matches: &ArgMatches,
    command: &mut Command,
    environment: &Environment,
    reporter: &Reporter,
) -> Exit {
    let call = |matches| Call {
        matches,
        environment,
        reporter,
    };
    match matches.subcommand() {
        Some(("init", matches)) => call(matches).init(),
        Some(("new", matches)) => call(matches).new_page(),
        Some(("build", matches)) => call(matches)
            .build()
            .unwrap_or_else(identity),
        Some(("serve", matches)) => call(matches).serve(flag(matches, arguments::OPEN)),
        Some(("check", matches)) => call(matches)
            .check()
            .unwrap_or_else(identity),
        Some(("routes", matches)) => call(matches)
            .routes()
            .unwrap_or_else(identity),
        Some(("explain", matches)) => call(matches).explain(),
        Some(("schema", matches)) => call(matches).schema(),
        Some(("completions", matches)) => completions(matches, command, reporter),
        Some(("man", _)) => {
            command.build();
            result(reporter, &manual::manual(command, reporter))
        }
        _ => call(matches).nothing(command),
    }
}

/// One call of a command.
pub(super) struct Call<'a> {
    pub(super) matches: &'a ArgMatches,
    pub(super) environment: &'a Environment,
    pub(super) reporter: &'a Reporter,
}

impl Call<'_> {
    /// Without a command: live mode in a site's folder; elsewhere, what pakt is and how to start.
    fn nothing(&self, command: &mut Command) -> Exit {
        if self.root().is_some() {
            return self.serve(true);
        }
        let exit = result(self.reporter, &command.render_help().to_string());
        self.reporter.note("start-init", &[]);
        exit
    }

    fn init(&self) -> Exit {
        let folder = self
            .environment
            .path(text(self.matches, arguments::DIR).unwrap_or_default());
        match scaffold::init(&folder) {
            Ok(files) => {
                self.reporter.note(
                    "init-done",
                    &[
                        ("folder", Argument::Text(&display(&folder))),
                        ("count", number(files.len())),
                    ],
                );
                Exit::Done
            }
            Err(error) => self.refused(&error),
        }
    }

    fn new_page(&self) -> Exit {
        let Some(root) = self.root() else {
            return self.no_site();
        };
        let page = text(self.matches, arguments::PAGE).unwrap_or_default();
        match scaffold::new_page(&root, page, &settings(&root), self.reporter.messages()) {
            Ok(path) => {
                let exit = result(self.reporter, &format!("{}\n", display(&path)));
                self.reporter.note("new-done", &[]);
                exit
            }
            Err(error) => self.refused(&error),
        }
    }

    fn refused(&self, error: &ScaffoldError) -> Exit {
        match error {
            ScaffoldError::Exists(path) => self.reporter.failure(
                "scaffold-exists",
                &[("path", Argument::Text(&display(path)))],
            ),
            ScaffoldError::Path(path) => self
                .reporter
                .failure("scaffold-path", &[("path", Argument::Text(path))]),
            ScaffoldError::Io(path, cause) => {
                self.reporter.failure(
                    "scaffold-io",
                    &[
                        ("path", Argument::Text(&display(path))),
                        ("cause", Argument::Text(&cause.to_string())),
                    ],
                );
            }
        }
        Exit::Usage
    }

    fn explain(&self) -> Exit {
        let wanted = text(self.matches, arguments::CODE)
            .unwrap_or_default()
            .to_uppercase();
        let Some(code) = Code::ALL
            .iter()
            .find(|code| code.id() == wanted)
        else {
            self.reporter
                .failure("explain-unknown", &[("code", Argument::Text(&wanted))]);
            return Exit::Usage;
        };
        let part = |part: &str| {
            self.reporter
                .messages()
                .get(&format!("{}.{part}", code.id()), &[])
                .unwrap_or_default()
        };
        let explanation = part("explain");
        result(
            self.reporter,
            &format!(
                "{} – {}\n\n{}\n",
                code.id(),
                part("label"),
                explanation.trim_end()
            ),
        )
    }

    fn schema(&self) -> Exit {
        let config = self
            .root()
            .map(|root| settings(&root));
        let names = config
            .as_ref()
            .map(site_names)
            .unwrap_or_default();
        let wanted = text(self.matches, arguments::SUBJECT);
        let subject = Subject::all()
            .into_iter()
            .find(|subject| Some(&*subject.name()) == wanted)
            .unwrap_or(Subject::Front);
        result(
            self.reporter,
            &schema::schema(subject, &names, self.reporter.messages()),
        )
    }
}

fn completions(matches: &ArgMatches, command: &mut Command, reporter: &Reporter) -> Exit {
    let Some(shell) =
        text(matches, arguments::SHELL).and_then(|name| Shell::from_str(name, true).ok())
    else {
        return Exit::Usage;
    };
    let mut bytes = Vec::new();
    clap_complete::generate(shell, command, "pakt", &mut bytes);
    result(reporter, &String::from_utf8_lossy(&bytes))
}

fn settings(root: &std::path::Path) -> Config {
    files::read_one(root, &SourceId::new(layout::SETTINGS))
        .map_or_else(Config::empty, |source: Source| config::parse(&source).0)
}

fn site_names(config: &Config) -> SiteNames {
    let taxonomies = config.taxonomies.iter();
    let languages = config.languages.iter();
    SiteNames {
        taxonomies: taxonomies
            .map(|known| known.key.to_string())
            .collect(),
        languages: languages
            .map(|known| known.code.to_string())
            .collect(),
    }
}
