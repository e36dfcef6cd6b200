//! The arguments of every command, with help in the reader's language.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, ValueEnum};
use clap_complete::Shell;

use crate::report::Reporter;
use crate::schema::Subject;

pub(super) const QUIET: &str = "quiet";
pub(super) const VERBOSE: &str = "verbose";
pub(super) const COLOR: &str = "color";
pub(super) const ROOT: &str = "root";
pub(super) const LANG: &str = "lang";
pub(super) const OUTPUT: &str = "output";
pub(super) const DRAFTS: &str = "drafts";
pub(super) const PORTABLE: &str = "portable";
pub(super) const STRICT: &str = "strict";
pub(super) const ALL: &str = "all";
pub(super) const ADOPT: &str = "adopt";
pub(super) const AT: &str = "at";
pub(super) const FORMAT: &str = "format";
pub(super) const DIR: &str = "dir";
pub(super) const PAGE: &str = "page";
pub(super) const CODE: &str = "code";
pub(super) const SUBJECT: &str = "subject";
pub(super) const PORT: &str = "port";
pub(super) const HOST: &str = "host";
pub(super) const OPEN: &str = "open";
pub(super) const NO_DRAFTS: &str = "no-drafts";
pub(super) const FOLLOW: &str = "follow";
pub(super) const POLL: &str = "poll";
pub(super) const SHELL: &str = "shell";

/// The order of global options in help: after a command's own.
const GLOBAL_ORDER: usize = 100;

/// The order of help and version: last.
const LAST_ORDER: usize = 200;

/// Builds the whole command line.
pub(super) fn command(reporter: &Reporter) -> Command {
    let arguments = Arguments { reporter };
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let version = version
        .help(arguments.say("cli-version"))
        .display_order(LAST_ORDER);
    let command = Command::new("pakt")
        .about(arguments.say("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true);
    arguments.dressed(
        command
            .args(arguments.global())
            .arg(version)
            .subcommands(arguments.commands()),
        "pakt",
    )
}

/// Returns how a command is called.
pub(super) fn usage(path: &str, command: &Command, reporter: &Reporter) -> String {
    let mut usage = format!("{path} [{}]", reporter.say("cli-usage-options", &[]));
    for argument in command.get_positionals() {
        let name = argument
            .get_value_names()
            .and_then(|names| names.first())
            .map_or("", |name| name.as_str());
        usage.push_str(&if argument.is_required_set() {
            format!(" <{name}>")
        } else {
            format!(" [{name}]")
        });
    }
    if command.has_subcommands() {
        usage.push_str(&format!(" [{}]", reporter.say("cli-usage-command", &[])));
    }
    usage
}

/// Makes arguments whose help is in the reader's language.
struct Arguments<'a> {
    reporter: &'a Reporter,
}

impl Arguments<'_> {
    fn say(&self, key: &str) -> String {
        self.reporter.say(key, &[])
    }

    fn commands(&self) -> Vec<Command> {
        let folder = self.say("cli-value-folder");
        let page = self.given(PAGE, &self.say("cli-value-page"));
        let code = self.given(CODE, &self.say("cli-value-code"));
        vec![
            self.sub("init", vec![self.given(DIR, &folder)]),
            self.sub("new", vec![page.required(true)]),
            self.sub("build", self.build(&folder)),
            self.sub("serve", self.serve()),
            self.sub("check", self.check(&folder)),
            self.sub("routes", self.routes()),
            self.sub("explain", vec![code.required(true)]),
            self.sub("schema", vec![self.subject()]),
            self.sub("completions", vec![self.shell()]),
            self.sub("man", vec![]),
        ]
    }

    fn build(&self, folder: &str) -> Vec<Arg> {
        vec![
            self.flag(DRAFTS),
            self.at(),
            self.flag(PORTABLE),
            self.flag(STRICT),
            self.flag(ALL),
            self.flag(ADOPT),
            self.value(OUTPUT, folder),
        ]
    }

    fn check(&self, folder: &str) -> Vec<Arg> {
        vec![
            self.flag(DRAFTS),
            self.at(),
            self.flag(STRICT),
            self.flag(ALL),
            self.value(OUTPUT, folder),
            self.format("human", "json"),
        ]
    }

    fn routes(&self) -> Vec<Arg> {
        vec![
            self.flag(DRAFTS),
            self.at(),
            self.flag(PORTABLE),
            self.format("text", "json"),
        ]
    }

    /// The formats of a result, the usual one first.
    fn format(&self, usual: &'static str, other: &'static str) -> Arg {
        self.choice(FORMAT, &[usual, other])
            .default_value(usual)
            .hide_default_value(true)
    }

    fn at(&self) -> Arg {
        self.value(AT, &self.say("cli-value-day"))
    }

    fn subject(&self) -> Arg {
        let subjects: Vec<String> = Subject::all()
            .into_iter()
            .map(Subject::name)
            .collect();
        known(self.given(SUBJECT, &subjects.join("|")), subjects)
            .default_value("front")
            .hide_default_value(true)
    }

    fn shell(&self) -> Arg {
        let shells: Vec<&'static str> = vec!["bash", "elvish", "fish", "powershell", "zsh"];
        debug_assert_eq!(
            shells.len(),
            Shell::value_variants().len(),
            "every shell is offered"
        );
        known(self.given(SHELL, "SHELL"), shells).required(true)
    }

    fn serve(&self) -> Vec<Arg> {
        let port = self
            .value(PORT, "PORT")
            .value_parser(clap::value_parser!(u16));
        vec![
            port,
            self.value(HOST, "IP"),
            self.flag(OPEN),
            self.flag(FOLLOW),
            self.flag(POLL),
            self.flag(NO_DRAFTS),
            self.at(),
        ]
    }

    fn global(&self) -> Vec<Arg> {
        let arguments = [
            self.value(ROOT, &self.say("cli-value-folder")),
            self.choice(LANG, &["cs", "en"]),
            self.choice(COLOR, &["auto", "always", "never"]),
            self.flag(QUIET).short('q'),
            self.flag(VERBOSE).short('v'),
        ];
        let ordered = arguments
            .into_iter()
            .zip(GLOBAL_ORDER..);
        ordered
            .map(|(argument, order)| {
                argument
                    .global(true)
                    .display_order(order)
            })
            .collect()
    }

    fn flag(&self, name: &'static str) -> Arg {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(self.say(&format!("cli-{name}")))
    }

    fn value(&self, name: &'static str, kind: &str) -> Arg {
        Arg::new(name)
            .long(name)
            .value_name(kind.to_owned())
            .help(self.say(&format!("cli-{name}")))
    }

    fn choice(&self, name: &'static str, choices: &[&'static str]) -> Arg {
        known(
            self.value(name, &choices.join("|")),
            choices.iter().copied(),
        )
    }

    fn given(&self, name: &'static str, shown: &str) -> Arg {
        Arg::new(name)
            .value_name(shown.to_owned())
            .help(self.say(&format!("cli-argument-{name}")))
    }

    fn sub(&self, name: &'static str, arguments: Vec<Arg>) -> Command {
        self.dressed(
            Command::new(name)
                .about(self.say(&format!("cli-{name}")))
                .args(arguments),
            &format!("pakt {name}"),
        )
    }

    /// Translates a command's help into the reader's language.
    fn dressed(&self, command: Command, path: &str) -> Command {
        let help = Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(self.say("cli-help"));
        let usage = usage(path, &command, self.reporter);
        command
            .disable_help_flag(true)
            .disable_help_subcommand(true)
            .args_override_self(true)
            .arg(help.display_order(LAST_ORDER))
            .mut_args(|argument| {
                let heading = if argument.is_positional() {
                    "cli-arguments"
                } else {
                    "cli-options"
                };
                argument.help_heading(self.say(heading))
            })
            .subcommand_help_heading(self.say("cli-commands"))
            .override_usage(usage)
            .help_template(format!(
                "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
                self.say("cli-usage")
            ))
    }
}

/// Limits an argument to known values, which its help lists in the reader's language.
fn known<V: Into<PossibleValue>>(argument: Arg, values: impl IntoIterator<Item = V>) -> Arg {
    argument
        .value_parser(PossibleValuesParser::new(values))
        .hide_possible_values(true)
}
