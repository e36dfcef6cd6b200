//! Notation of other programs, which readers would see as it is written. Only full forms count,
//! each with what it is called in messages.

use std::ops::Range;

use super::loose_blocks::is_head;
use super::plain::PlainText;
use super::{Slip, begins_line, line_from, line_to};
use crate::diagnostic::Code;
use crate::document::findings::Findings;
use crate::document::text::slice;
use crate::document::themes::ThemeFacts;
use crate::source::floor;

/// The longest notation within a paragraph, in bytes.
const LONGEST: usize = 1_000;

/// The most signs of one kind to look at, which bounds the time.
const MOST_SIGNS: usize = 10_000;

/// What encloses the notation of a template, a shortcode or a comment; the longest first.
const BRACES: [(&str, &str, &str); 7] = [
    ("{{<", ">}}", "shortcode"),
    ("{{%", "%}}", "shortcode"),
    ("{{", "}}", "template"),
    ("{%", "%}", "template"),
    ("{#", "#}", "comment"),
    ("{/*", "*/}", "comment"),
    ("{>>", "<<}", "comment"),
];

/// What encloses marked text.
const PAIRS: [(&str, &str); 3] = [("==", "mark"), ("++", "insert"), ("%%", "comment")];

/// The kinds of remarks of other programs, with the block of a theme that is most like them.
const REMARKS: [&str; 20] = [
    "note",
    "abstract",
    "summary",
    "info",
    "todo",
    "tip",
    "hint",
    "important",
    "success",
    "check",
    "question",
    "warning",
    "caution",
    "attention",
    "failure",
    "danger",
    "error",
    "bug",
    "example",
    "quote",
];

/// Emoji whose names are common in texts of developers; only these, since a word between colons may
/// also be something else.
const EMOJI: [(&str, &str); 48] = [
    ("smile", "😄"),
    ("smiley", "😃"),
    ("grinning", "😀"),
    ("slightly_smiling_face", "🙂"),
    ("wink", "😉"),
    ("joy", "😂"),
    ("heart", "❤️"),
    ("thumbsup", "👍"),
    ("+1", "👍"),
    ("thumbsdown", "👎"),
    ("-1", "👎"),
    ("clap", "👏"),
    ("wave", "👋"),
    ("pray", "🙏"),
    ("muscle", "💪"),
    ("point_right", "👉"),
    ("eyes", "👀"),
    ("warning", "⚠️"),
    ("rotating_light", "🚨"),
    ("no_entry", "⛔"),
    ("information_source", "ℹ️"),
    ("question", "❓"),
    ("exclamation", "❗"),
    ("white_check_mark", "✅"),
    ("heavy_check_mark", "✔️"),
    ("x", "❌"),
    ("star", "⭐"),
    ("sparkles", "✨"),
    ("tada", "🎉"),
    ("rocket", "🚀"),
    ("fire", "🔥"),
    ("zap", "⚡"),
    ("boom", "💥"),
    ("bulb", "💡"),
    ("bell", "🔔"),
    ("mega", "📣"),
    ("memo", "📝"),
    ("pencil", "📝"),
    ("book", "📖"),
    ("books", "📚"),
    ("calendar", "📅"),
    ("date", "📅"),
    ("phone", "☎️"),
    ("telephone_receiver", "📞"),
    ("email", "📧"),
    ("envelope", "✉️"),
    ("link", "🔗"),
    ("house", "🏠"),
];

/// Reports the notation of other programs.
pub(super) fn report(plain: &PlainText, themes: &ThemeFacts, findings: &mut Findings<'_>) {
    let body = findings.body();
    let reader = Reader {
        body,
        plain,
        themes,
    };
    let mut slips: Vec<Slip> = Vec::new();
    slips.extend(reader.at_each("{", Reader::brace));
    slips.extend(reader.at_each("!!!", Reader::remark));
    slips.extend(reader.at_each("???", Reader::remark));
    slips.extend(reader.at_each("===", Reader::tab));
    slips.extend(reader.at_each("[", Reader::contents_or_wiki));
    slips.extend(reader.at_each("import ", Reader::import));
    slips.extend(reader.at_each(".. ", Reader::directive));
    slips.extend(reader.at_each("<<<", Reader::snippet));
    slips.extend(reader.at_each(":", Reader::emoji));
    for (sign, cause) in PAIRS {
        slips.extend(reader.pairs(sign, cause));
    }
    slips.sort_by_key(|slip| slip.range.start);
    let mut past = 0;
    for slip in slips {
        if slip.range.start >= past {
            past = slip.range.end;
            slip.report(Code::ForeignNotation, findings);
        }
    }
}

/// Reads notation in the plain text of a body.
struct Reader<'r, 't> {
    body: &'t str,
    plain: &'r PlainText,
    themes: &'r ThemeFacts,
}

impl<'t> Reader<'_, 't> {
    /// Reads the notation that begins at each plain occurrence of a sign.
    fn at_each(&self, sign: &str, read: fn(&Self, usize) -> Option<Slip>) -> Vec<Slip> {
        let mut past = 0;
        let mut found = Vec::new();
        let places = self
            .body
            .match_indices(sign)
            .map(|(at, _)| at);
        for at in places
            .filter(|at| self.plain.has(*at))
            .take(MOST_SIGNS)
        {
            if at >= past
                && let Some(slip) = read(self, at)
            {
                past = slip.range.end;
                found.push(slip);
            }
        }
        found
    }

    fn text(&self, range: Range<usize>) -> &'t str {
        slice(self.body, range)
    }

    /// Returns the text from a byte, as far as a notation may reach.
    fn from(&self, at: usize) -> &'t str {
        let text = self.text(at..floor(self.body, at + LONGEST));
        text.split("\n\n")
            .next()
            .unwrap_or_default()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text(0..at).chars().next_back()
    }

    /// Shortcodes, templates, comments and attributes.
    fn brace(&self, at: usize) -> Option<Slip> {
        let rest = self.from(at);
        let is_free = !matches!(self.before(at), Some('\\' | '^' | '_' | '$' | '{' | '#'));
        for (opening, closing, cause) in BRACES {
            let Some(inner) = rest.strip_prefix(opening) else {
                continue;
            };
            let inner = inner
                .split_once(closing)
                .map(|(inner, _)| inner);
            // Editorial marks stand tight around their text.
            let is_tight = opening == "{>>";
            let fits = |inner: &&str| {
                is_free && (is_tight || is_inside(inner, cause)) && !inner.contains('{')
            };
            if let Some(inner) = inner.filter(fits) {
                let end = at + opening.len() + inner.len() + closing.len();
                return Some(Slip::new(at..end, cause));
            }
        }
        self.attributes(at)
    }

    /// Attributes in braces behind a link or picture, or alone on a line.
    fn attributes(&self, at: usize) -> Option<Slip> {
        let (inner, after) = line_from(self.body, at + 1).split_once('}')?;
        let is_alone = begins_line(self.body, at) && after.trim().is_empty();
        // Behind a bracket, they may be those of a block that is not read as one.
        let is_behind = match self.before(at) {
            Some(']') => !is_head(line_to(self.body, at), self.themes),
            before => matches!(before, Some(')' | '`' | '>' | '*')),
        };
        let is_at_end = after.trim().is_empty() && self.before(at) == Some(' ');
        let kramdown = inner.strip_prefix(':');
        let mut words = kramdown
            .unwrap_or(inner)
            .split_whitespace()
            .peekable();
        let is_any = words.peek().is_some();
        let is_sure = is_alone || is_behind || is_at_end && kramdown.is_some();
        let fits = is_sure && is_any && words.all(|word| is_attribute(word, kramdown.is_some()));
        fits.then(|| Slip::new(at..at + inner.len() + 2, "attributes").fixed(""))
    }

    /// `!!! note "Title"`, with its text indented below.
    fn remark(&self, at: usize) -> Option<Slip> {
        let line = line_from(self.body, at).trim_end();
        let (_, rest) = line.split_at_checked(3)?;
        let rest = rest
            .strip_prefix('+')
            .unwrap_or(rest)
            .strip_prefix(' ')?;
        let (word, title) = rest
            .split_once(' ')
            .unwrap_or((rest, ""));
        let title = title.trim();
        let text = title
            .strip_prefix('"')
            .and_then(|title| title.strip_suffix('"'));
        let is_title = title.is_empty() || text.is_some() || title == "inline";
        if !REMARKS.contains(&word) || !is_title || !begins_line(self.body, at) {
            return None;
        }
        let slip = Slip::new(at..at + line.len(), "remark");
        let is_top = line_to(self.body, at).is_empty();
        Some(
            match self
                .themes
                .block(word)
                .filter(|_| is_top)
            {
                Some(block) => self.remark_as_block(slip, block, text),
                None => slip,
            },
        )
    }

    /// Returns a remark as a block around the lines that are indented below it.
    fn remark_as_block(&self, slip: Slip, block: &str, title: Option<&str>) -> Slip {
        let start = slip.range.end;
        let mut end = start;
        let mut at = start;
        let mut inside = String::new();
        let mut empty = String::new();
        for line in self
            .text(start..floor(self.body, start + LONGEST))
            .split_inclusive('\n')
        {
            at += line.len();
            let text = line.trim_end();
            match (text.strip_prefix("    "), text.is_empty()) {
                (Some(text), _) => {
                    inside.push_str(&empty);
                    inside.push_str(text);
                    empty = String::from("\n");
                    end = at - (line.len() - line.trim_end().len());
                }
                (None, true) => empty.push_str(if at > start + line.len() { "\n" } else { "" }),
                (None, false) => break,
            }
        }
        if inside.is_empty() {
            return slip;
        }
        let head = title.map_or_else(String::new, |title| format!("[{title}]"));
        let whole = slip.range.start..end;
        Slip::new(whole, slip.cause).fixed(format!(":::{block}{head}\n{}\n:::", inside.trim()))
    }

    /// `=== "Name"`: a tab.
    fn tab(&self, at: usize) -> Option<Slip> {
        let line = line_from(self.body, at).trim_end();
        let name = line.strip_prefix("===")?;
        let name = name
            .strip_prefix(['!', '+'])
            .unwrap_or(name)
            .strip_prefix(" \"")?
            .strip_suffix('"')?;
        let fits = !name.is_empty() && begins_line(self.body, at);
        fits.then(|| {
            let slip = Slip::new(at..at + line.len(), "tab");
            slip.fixed(format!("### {name}"))
        })
    }

    /// `[TOC]` and `[[_TOC_]]` alone on a line, and `[[a page]]`.
    fn contents_or_wiki(&self, at: usize) -> Option<Slip> {
        let line = line_from(self.body, at).trim_end();
        let is_alone = begins_line(self.body, at);
        if is_alone
            && matches!(
                line,
                "[TOC]" | "[toc]" | "[[TOC]]" | "[[toc]]" | "[[_TOC_]]"
            )
        {
            let slip = Slip::new(at..at + line.len(), "contents");
            return Some(match self.themes.block("toc") {
                Some(block) => slip.fixed(format!("::{block}")),
                None => slip,
            });
        }
        let (name, rest) = line
            .strip_prefix("[[")?
            .split_once("]]")?;
        let is_name = name.starts_with(|c: char| c.is_alphanumeric() || c == '#')
            && name.chars().any(char::is_alphabetic)
            && !name.contains(['[', ']', '(', ')', '"', '`', '=', ','])
            && !name.contains("::");
        let is_free = !self
            .before(at)
            .is_some_and(|c| c.is_alphanumeric() || "])".contains(c));
        let end = at + name.len() + 4;
        let fits = is_name
            && is_free
            && !rest.starts_with(['(', '[', ':', ']'])
            && self.plain.has(at + 1)
            && self.plain.has(end - 1);
        fits.then(|| Slip::new(at..end, "wiki"))
    }

    /// `import X from '…'` of MDX.
    fn import(&self, at: usize) -> Option<Slip> {
        let line = line_from(self.body, at).trim_end();
        let (_, path) = line.split_once(" from ")?;
        let path = path.trim_end_matches(';');
        let is_quoted =
            |quote: char| path.len() > 2 && path.starts_with(quote) && path.ends_with(quote);
        let fits = begins_line(self.body, at) && (is_quoted('\'') || is_quoted('"'));
        fits.then(|| Slip::new(at..at + line.len(), "import"))
    }

    /// `.. note::` of reStructuredText.
    fn directive(&self, at: usize) -> Option<Slip> {
        let line = line_from(self.body, at).trim_end();
        let (name, _) = line
            .strip_prefix(".. ")?
            .split_once("::")?;
        let is_name = !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        (is_name && begins_line(self.body, at)).then(|| Slip::new(at..at + line.len(), "directive"))
    }

    /// `<<< @/file`: a file that is to be shown.
    fn snippet(&self, at: usize) -> Option<Slip> {
        let line = line_from(self.body, at).trim_end();
        let path = line.strip_prefix("<<< ")?;
        (path.starts_with(['@', '.', '/']) && begins_line(self.body, at))
            .then(|| Slip::new(at..at + line.len(), "include"))
    }

    /// `:smile:`.
    fn emoji(&self, at: usize) -> Option<Slip> {
        let rest = self.text(at + 1..floor(self.body, at + 32));
        let (name, after) = rest.split_once(':')?;
        let (_, sign) = EMOJI
            .iter()
            .find(|(known, _)| *known == name)?;
        let is_free =
            |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || "_:/`[{".contains(c));
        let end = at + name.len() + 2;
        let fits = is_free(self.before(at)) && is_free(after.chars().next());
        fits.then(|| Slip::new(at..end, "emoji").fixed(*sign))
    }

    /// Text between two equal signs, such as `==marked==`.
    fn pairs(&self, sign: &str, cause: &'static str) -> Vec<Slip> {
        let mut found = Vec::new();
        let mut past = 0;
        for (at, _) in self
            .body
            .match_indices(sign)
            .filter(|(at, _)| self.plain.has(*at))
            .take(MOST_SIGNS)
        {
            if at < past {
                continue;
            }
            if let Some(end) = self.pair_end(at, sign) {
                past = end;
                let text = self.text(at + sign.len()..end - sign.len());
                let slip = Slip::new(at..end, cause);
                found.push(match cause {
                    "mark" | "insert" => slip.fixed(format!("**{text}**")),
                    _ => slip,
                });
            }
        }
        found
    }

    /// Returns where a pair ends that begins at a byte.
    fn pair_end(&self, at: usize, sign: &str) -> Option<usize> {
        let own = sign.chars().next()?;
        let (text, after) = line_from(self.body, at + sign.len()).split_once(sign)?;
        let end = at + sign.len() + text.len() + sign.len();
        let is_outside = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == own);
        let letters = text
            .chars()
            .filter(|c| c.is_alphabetic())
            .count();
        let is_code = text.contains(['=', '&', '|', ';', '{', '"', '%', '+', '`']);
        let is_tight = own == '%' || text.trim() == text;
        let starts = |c: char| c.is_alphabetic() || c == '„' || c.is_whitespace() && own == '%';
        let fits = is_outside(self.before(at))
            && is_outside(after.chars().next())
            && is_tight
            && !is_code
            && letters > 2
            && text.starts_with(starts)
            && self.plain.has(end - 1);
        fits.then_some(end)
    }
}

/// Returns whether a text in braces is what the notation holds.
fn is_inside(inner: &str, cause: &str) -> bool {
    let text = inner
        .trim_start_matches(['-', '~'])
        .trim();
    let starts = |c: char| c.is_alphabetic() || "#/>!%^&$._".contains(c);
    match cause {
        "comment" => inner.starts_with(char::is_whitespace) && !text.is_empty(),
        _ => text.starts_with(starts),
    }
}

/// Returns whether a word is an attribute: `.class`, `#id` or `key=value`.
fn is_attribute(word: &str, is_kramdown: bool) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_alphabetic())
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "-_:".contains(c))
    };
    if let Some(name) = word.strip_prefix(['.', '#']) {
        return is_name(name);
    }
    match word.split_once('=') {
        Some((key, value)) => is_name(key) && !value.is_empty(),
        // What a space within quotation marks cut off, or a name alone: `{:toc}`.
        None => is_kramdown && (is_name(word) || word.ends_with(['"', '\''])),
    }
}
