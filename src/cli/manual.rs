//! The manual page: all commands on one page, in the reader's language, in man(7) format.

use clap::{Arg, Command};

use super::arguments;
use crate::report::Reporter;

/// Writes the manual page.
pub(super) fn manual(command: &Command, reporter: &Reporter) -> String {
    let say = |key: &str| escaped(&reporter.say(key, &[]));
    let mut page = format!(".TH PAKT 1 \"\" \"pakt {}\"\n", env!("CARGO_PKG_VERSION"));
    page.push_str(&format!(
        ".SH {}\npakt \\- {}\n",
        say("man-name"),
        about(command)
    ));
    page.push_str(&format!(
        ".SH {}\n{}\n",
        say("man-usage"),
        escaped(&arguments::usage("pakt", command, reporter))
    ));
    page.push_str(&format!(".SH {}\n", say("man-commands")));
    for inner in command.get_subcommands() {
        page.push_str(&section_of(inner, reporter));
    }
    page.push_str(&format!(".SH {}\n", say("man-options")));
    page.extend(command.get_arguments().map(explained));
    for part in ["man-codes", "man-environment"] {
        page.push_str(&format!(".SH {}\n", say(part)));
        let list = reporter.say(&format!("{part}.text"), &[]);
        page.extend(list.lines().map(defined));
    }
    page
}

/// Describes one command with its own arguments.
fn section_of(command: &Command, reporter: &Reporter) -> String {
    let usage = arguments::usage(&format!("pakt {}", command.get_name()), command, reporter);
    let mut section = format!(".SS {}\n{}\n", escaped(&usage), about(command));
    section.extend(
        command
            .get_arguments()
            .filter(|argument| is_own(argument))
            .map(explained),
    );
    section
}

fn about(command: &Command) -> String {
    let about = command
        .get_about()
        .map(ToString::to_string);
    escaped(&about.unwrap_or_default())
}

/// Sets a line `name = text` as a term with its definition.
fn defined(line: &str) -> String {
    let (name, text) = line
        .split_once(" = ")
        .unwrap_or((line, ""));
    format!(".TP\n\\fB{}\\fR\n{}\n", escaped(name), escaped(text))
}

/// Returns whether an argument belongs to one command alone.
fn is_own(argument: &Arg) -> bool {
    !argument.is_global_set() && argument.get_id() != "help"
}

fn explained(argument: &Arg) -> String {
    let short = argument
        .get_short()
        .map(|short| format!("-{short}, "))
        .unwrap_or_default();
    let help = argument
        .get_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    format!(
        ".TP\n\\fB{}\\fR\n{}\n",
        escaped(&format!("{short}{argument}")),
        escaped(&help)
    )
}

/// Escapes text for roff: backslashes, minus signs that people will copy, and lines that start with
/// a dot.
fn escaped(text: &str) -> String {
    let text = text
        .replace('\\', "\\e")
        .replace('-', "\\-");
    let is_command = text.starts_with(['.', '\'']);
    if is_command {
        format!("\\&{text}")
    } else {
        text
    }
}
