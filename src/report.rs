//! Reports for people and programs: the only room that prints. The JSON of findings is in
//! `finding`.

mod summary;
mod terminal;

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::finding::TextOf;
use crate::language::{Argument, Messages, ToolLanguage, tool_messages};

/// How much is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Findings only.
    Quiet,
    /// Findings and the outcome.
    #[default]
    Usual,
    /// Also what has been done.
    Verbose,
}

/// Whether colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How many findings are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All if there are few; of many, the first and a summary.
    #[default]
    Summary,
    /// All.
    All,
}

/// Prints results to standard output and everything else to standard error.
#[derive(Clone, Debug)]
pub struct Reporter {
    messages: Arc<Messages>,
    language: ToolLanguage,
    verbosity: Verbosity,
    is_styled: bool,
}

impl Reporter {
    /// Makes a reporter for a language.
    pub fn new(language: ToolLanguage, verbosity: Verbosity, color: Color, no_color: bool) -> Self {
        let is_styled = match color {
            Color::Auto => io::stderr().is_terminal() && !no_color,
            Color::Always => true,
            Color::Never => false,
        };
        Self {
            messages: Arc::new(tool_messages(language)),
            language,
            verbosity,
            is_styled,
        }
    }

    /// Returns its language.
    pub fn language(&self) -> ToolLanguage {
        self.language
    }

    /// Returns whether it also prints what is being done.
    pub fn is_verbose(&self) -> bool {
        self.verbosity == Verbosity::Verbose
    }

    /// Returns one of the tool's messages; the key itself if there is none, so that nothing goes
    /// unsaid.
    pub fn say(&self, key: &str, args: &[(&str, Argument<'_>)]) -> String {
        self.messages
            .get(key, args)
            .unwrap_or_else(|| key.to_owned())
    }

    /// Prints a result.
    ///
    /// # Errors
    /// Fails if standard output cannot be written, such as a file on a full disk; a closed pipe is
    /// not an error.
    pub fn result(&self, text: &str) -> io::Result<()> {
        print(&mut io::stdout().lock(), text)
    }

    /// Prints a sentence about the outcome, unless quiet.
    pub fn note(&self, key: &str, args: &[(&str, Argument<'_>)]) {
        if self.verbosity > Verbosity::Quiet {
            tell(&(self.say(key, args) + "\n"));
        }
    }

    /// Prints a sentence about what has been done, if verbose.
    pub fn detail(&self, key: &str, args: &[(&str, Argument<'_>)]) {
        if self.is_verbose() {
            tell(&(self.say(key, args) + "\n"));
        }
    }

    /// Prints why the command failed, and what to do next.
    pub fn failure(&self, key: &str, args: &[(&str, Argument<'_>)]) {
        tell(&(self.say(key, args) + "\n"));
    }

    /// Draws findings and counts them. The worst come last, nearest the prompt; of many, the first
    /// are drawn and all are summarised by kind.
    pub fn findings(&self, found: &[Diagnostic], text_of: &TextOf<'_>, extent: Extent) {
        let is_summary = extent == Extent::Summary && found.len() > summary::MOST_DRAWN;
        let of = |severity| {
            let found = found.iter();
            found.filter(move |finding| finding.severity == severity)
        };
        let drawn: Vec<&Diagnostic> = if is_summary {
            let worst_first = of(Severity::Error).chain(of(Severity::Warning));
            worst_first
                .take(summary::FIRST)
                .collect()
        } else {
            of(Severity::Warning)
                .chain(of(Severity::Error))
                .collect()
        };
        let mut text = String::new();
        for finding in drawn {
            text.push_str(&self.draw(finding, text_of));
            text.push_str("\n\n");
        }
        if is_summary {
            text.push_str(&summary::summary(found, &self.messages, text_of));
        }
        tell(&text);
        let count = |severity| {
            found
                .iter()
                .filter(|finding| finding.severity == severity)
                .count()
        };
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        if errors + warnings > 0 {
            let args = [("errors", number(errors)), ("warnings", number(warnings))];
            tell(&(self.say("findings-count", &args) + "\n"));
        }
    }

    /// Draws one finding as text, in colours if they are wanted.
    pub fn draw(&self, finding: &Diagnostic, text_of: &TextOf<'_>) -> String {
        terminal::draw(finding, &self.messages, text_of, self.is_styled)
    }

    /// Returns the tool's messages.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Starts a progress bar of `length` steps; it is drawn only on a terminal.
    pub fn progress(&self, length: usize) -> indicatif::ProgressBar {
        if self.verbosity == Verbosity::Quiet || !io::stderr().is_terminal() {
            return indicatif::ProgressBar::hidden();
        }
        indicatif::ProgressBar::new(length as u64).with_finish(indicatif::ProgressFinish::AndClear)
    }
}

/// Returns a count as an argument of a sentence.
pub fn number(count: usize) -> Argument<'static> {
    Argument::Number(count as f64)
}

/// Writes to the standard error; if that fails, there is nobody left to tell.
fn tell(text: &str) {
    let _ = print(&mut io::stderr().lock(), text);
}

/// Writes a text; a closed pipe is not an error.
fn print(out: &mut impl Write, text: &str) -> io::Result<()> {
    match out
        .write_all(text.as_bytes())
        .and_then(|()| out.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
