//! The arguments of every command, with help in the reader's language.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};

use crate::report::Reporter;

pub(super) const QUIET: &str = "quiet";
pub(super) const VERBOSE: &str = "verbose";
pub(super) const COLOR: &str = "color";
pub(super) const ROOT: &str = "root";
pub(super) const LANG: &str = "lang";
pub(super) const OUTPUT: &str = "output";
pub(super) const DRAFTS: &str = "drafts";
pub(super) const PORTABLE: &str = "portable";
pub(super) const STRICT: &str = "strict";
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
pub(super) const SHELL: &str = "shell";

/// Describes the whole command line.
pub(super) fn command(reporter: &Reporter) -> Command {
    let say = |key: &str| reporter.say(key, &[]);
    let sub = |name: &'static str, arguments: Vec<Arg>| {
        let command = Command::new(name).about(say(&format!("cli-{name}"))).args(arguments);
        dressed(command, reporter)
    };
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(&format!("cli-{name}")));
    let value = |name: &'static str, kind: &'static str| Arg::new(name).long(name).value_name(kind).help(say(&format!("cli-{name}")));
    let site = || vec![flag(DRAFTS), value(AT, "YYYY-MM-DD")];
    let format = |kinds: [&'static str; 2]| {
        value(FORMAT, "FORMAT").value_parser(PossibleValuesParser::new(kinds)).default_value(kinds[0]).hide_default_value(true)
    };
    let build = [site(), vec![flag(PORTABLE), flag(STRICT), flag(ADOPT), value(OUTPUT, "DIR")]].concat();
    let serve = vec![
        value(PORT, "N").value_parser(clap::value_parser!(u16)),
        value(HOST, "ADDR"),
        flag(OPEN),
        flag(FOLLOW),
        flag(NO_DRAFTS),
        value(AT, "YYYY-MM-DD"),
    ];
    let routes = [site(), vec![flag(PORTABLE), format(["text", "json"])]].concat();
    let check = [site(), vec![flag(STRICT), format(["human", "json"])]].concat();
    let given = |name: &'static str, shown: &'static str| Arg::new(name).value_name(shown).help(say(&format!("cli-argument-{name}")));
    let global = [
        value(ROOT, "DIR").global(true),
        value(LANG, "cs|en").value_parser(PossibleValuesParser::new(["cs", "en"])).hide_possible_values(true).global(true),
        value(COLOR, "auto|always|never")
            .value_parser(PossibleValuesParser::new(["auto", "always", "never"]))
            .hide_possible_values(true)
            .global(true),
        flag(QUIET).short('q').global(true),
        flag(VERBOSE).short('v').global(true),
    ];
    let command = Command::new("pakt").about(say("cli-about")).version(env!("CARGO_PKG_VERSION")).args(global).subcommands([
        sub("init", vec![given(DIR, "DIR")]),
        sub("new", vec![given(PAGE, "PATH").required(true)]),
        sub("build", build),
        sub("serve", serve),
        sub("check", check),
        sub("routes", routes),
        sub("explain", vec![given(CODE, "CODE").required(true)]),
        sub(
            "schema",
            vec![
                given(SUBJECT, "front|site")
                    .value_parser(PossibleValuesParser::new(["front", "site"]))
                    .default_value("front")
                    .hide_default_value(true)
                    .hide_possible_values(true),
            ],
        ),
        sub("completions", vec![given(SHELL, "SHELL").required(true).value_parser(clap::value_parser!(clap_complete::Shell))]),
        sub("man", vec![]),
    ]);
    dressed(command, reporter).disable_version_flag(true).arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(reporter.say("cli-version", &[]))
            .help_heading(reporter.say("cli-options", &[])),
    )
}

/// Puts a command's help into the reader's language.
fn dressed(command: Command, reporter: &Reporter) -> Command {
    let say = |key: &str| reporter.say(key, &[]);
    let (usage, options) = (say("cli-usage"), say("cli-options"));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(say("cli-help")).help_heading(options.clone());
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .mut_args(|argument| {
            let heading = if argument.is_positional() { say("cli-arguments") } else { options.clone() };
            argument.help_heading(heading)
        })
        .subcommand_help_heading(say("cli-commands"))
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n"))
}
