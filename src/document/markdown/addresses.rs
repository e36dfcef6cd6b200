//! Bare addresses and e-mail addresses in text become links, by the rules of GitHub's extended
//! autolinks (spec 0.29, section 6.9).

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::verbatim::OpenElement;
use super::{Piece, PlacedPiece};
use crate::document::blocks::Form;
use crate::document::text::has;
use crate::document::text::{is_verbatim, slice};
use crate::source::floor;

/// The elements of raw HTML in which no address becomes a link.
const UNLINKED: [&str; 13] = [
    "a", "button", "code", "kbd", "option", "pre", "samp", "script", "style", "svg", "textarea",
    "tt", "var",
];

/// The longest address, in bytes.
const LONGEST: usize = 2_000;

/// The longest local part of an e-mail address, in bytes (RFC 5321, section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// The longest domain, in bytes (RFC 5321, section 4.5.3.1.2).
const LONGEST_DOMAIN: usize = 255;

/// Makes links of the bare addresses in a body.
pub(super) fn link<'t>(body: &'t str, pieces: Vec<PlacedPiece<'t>>) -> Vec<PlacedPiece<'t>> {
    if !has_sign(body) {
        return pieces;
    }
    let mut linker = Linker {
        body,
        found: Vec::new(),
        element: OpenElement::default(),
        closed: 0,
        in_code: false,
        run: 0..0,
    };
    for (piece, range) in &pieces {
        linker.piece(piece, range);
    }
    linker.run_end(None);
    match linker.found.as_slice() {
        [] => pieces,
        found => with_links(body, pieces, found),
    }
}

fn has_sign(body: &str) -> bool {
    has(body, "://") || has(body, "www.") || memchr::memchr(b'@', body.as_bytes()).is_some()
}

/// An address in a text.
struct Found {
    range: Range<usize>,
    /// What is missing before it.
    prefix: &'static str,
    is_email: bool,
}

/// Finds addresses in the runs of text of a body.
struct Linker<'t> {
    body: &'t str,
    found: Vec<Found>,
    /// The open element of raw HTML in which nothing becomes a link.
    element: OpenElement,
    /// How many links, pictures and inline blocks are open, in which nothing becomes a link.
    closed: usize,
    in_code: bool,
    /// Texts directly behind each other.
    run: Range<usize>,
}

impl<'t> Linker<'t> {
    fn piece(&mut self, piece: &Piece<'t>, range: &Range<usize>) {
        match piece {
            Piece::Markdown(Event::Text(text)) if self.is_free(text, range) => {
                if self.run.end != range.start {
                    self.run_end(Some(range.start));
                    self.run = range.start..range.start;
                }
                self.run.end = range.end;
                return;
            }
            Piece::Markdown(Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)) => {
                return self.run_end(Some(range.start));
            }
            _ => self.run_end(None),
        }
        match piece {
            Piece::Open(head) if head.form == Form::Inline => self.closed += 1,
            Piece::Open(_) => self.closed = 0,
            Piece::Close => self.closed = self.closed.saturating_sub(1),
            Piece::Markdown(event) => self.event(event),
        }
    }

    fn event(&mut self, event: &Event<'t>) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => self.closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => {
                self.closed = self.closed.saturating_sub(1);
            }
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::Paragraph) => self.element = OpenElement::default(),
            Event::InlineHtml(html) => self.element.tag(html, &UNLINKED),
            _ => {}
        }
    }

    fn is_free(&self, text: &str, range: &Range<usize>) -> bool {
        self.closed == 0
            && !self.in_code
            && !self.element.is_open()
            && is_verbatim(self.body, range, text)
    }

    /// Finds the addresses of the run; text or emphasis that begins at `next` may continue it.
    fn run_end(&mut self, next: Option<usize>) {
        let run = std::mem::take(&mut self.run);
        if run.is_empty() {
            return;
        }
        let text = slice(self.body, run.clone());
        let before = slice(self.body, 0..run.start)
            .chars()
            .next_back();
        // An escaped character, or emphasis within an address: it is not clear where it ends.
        let is_continued =
            next.is_some_and(|next| next <= run.end + 1) && !text.ends_with(char::is_whitespace);
        let is_escaped = before == Some('\\');
        // Only an address behind the last space can reach the end.
        let last_word = match is_continued {
            true => text
                .rfind(char::is_whitespace)
                .unwrap_or_default(),
            false => text.len(),
        };
        let mut past = usize::from(is_escaped) * first_word(text);
        let mut found = Vec::new();
        for at in memchr::memchr3_iter(b':', b'.', b'@', text.as_bytes()) {
            if at < past {
                continue;
            }
            let Some(one) = at_sign(text, past, at, before) else {
                continue;
            };
            past = one.range.end;
            if one.range.end > last_word {
                continue;
            }
            found.push(Found {
                range: run.start + one.range.start..run.start + one.range.end,
                ..one
            });
        }
        self.found.extend(found);
    }
}

fn first_word(text: &str) -> usize {
    text.find(char::is_whitespace)
        .unwrap_or(text.len())
}

/// Reads the address whose `:`, first `.` or `@` is at a byte; what is before `past` is used.
fn at_sign(text: &str, past: usize, at: usize, before: Option<char>) -> Option<Found> {
    let rest = slice(text, at..text.len());
    let start = match rest.as_bytes() {
        [b':', b'/', b'/', ..] => ["https", "http"]
            .iter()
            .find(|scheme| ends_with(text, at, scheme))
            .map(|scheme| at - scheme.len())?,
        [b'.', ..] if ends_with(text, at, "www") => at - 3,
        [b'@', ..] => return email(text, past, at, before),
        _ => return None,
    };
    let preceding = slice(text, 0..start)
        .chars()
        .next_back()
        .or(before);
    let may_precede = |c: char| c.is_whitespace() || "*_~(>[\"'„“‚‘«»–—|".contains(c);
    if start < past || !preceding.is_none_or(may_precede) {
        return None;
    }
    let prefix = if rest.starts_with('.') {
        "https://"
    } else {
        ""
    };
    let host = if prefix.is_empty() { at + 3 } else { start };
    let end = address_end(text, host)?;
    Some(Found {
        range: start..end,
        prefix,
        is_email: false,
    })
}

/// Returns whether a text before a byte ends with a word, in any case.
fn ends_with(text: &str, at: usize, word: &str) -> bool {
    at.checked_sub(word.len())
        .and_then(|start| text.get(start..at))
        .is_some_and(|found| found.eq_ignore_ascii_case(word))
}

/// Returns where an address ends whose host begins at a byte.
fn address_end(text: &str, host: usize) -> Option<usize> {
    let rest = slice(text, host..floor(text, host + LONGEST));
    let of_domain = slice(rest, 0..floor(rest, LONGEST_DOMAIN));
    let domain_end = of_domain.find(|c: char| !c.is_alphanumeric() && !"-_.".contains(c));
    let domain = slice(of_domain, 0..domain_end.unwrap_or(of_domain.len()));
    let labels: Vec<&str> = domain
        .trim_end_matches('.')
        .split('.')
        .collect();
    let is_valid = labels.len() > 1
        && labels
            .iter()
            .all(|label| !label.is_empty())
        && labels
            .iter()
            .rev()
            .take(2)
            .all(|label| !label.contains('_'))
        && labels
            .last()
            .is_some_and(|last| !last.starts_with('-') && !last.ends_with('-'));
    if !is_valid {
        return None;
    }
    let stops = |c: char| c.is_whitespace() || "<>\"„“”‚»«|`".contains(c);
    let whole = trimmed(slice(rest, 0..rest.find(stops).unwrap_or(rest.len())));
    (whole.len() >= domain.trim_end_matches('.').len()).then_some(host + whole.len())
}

/// Cuts off what ends the sentence: punctuation, a parenthesis that was opened before the address,
/// and an entity.
fn trimmed(address: &str) -> &str {
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    let mut rest = address;
    loop {
        let shorter = rest.trim_end_matches(|c: char| "?!.,:*_~'’‘…–;]".contains(c));
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if closed > opened => {
                closed -= 1;
                inner
            }
            _ => shorter,
        };
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// Reads the e-mail address whose `@` is at a byte.
fn email(text: &str, past: usize, at: usize, before: Option<char>) -> Option<Found> {
    let from = floor(text, at.saturating_sub(LONGEST_LOCAL)).max(past);
    let local = local_part(slice(text, from..at));
    let start = at - local.len();
    let preceding = slice(text, 0..start)
        .chars()
        .next_back()
        .or(before);
    let domain = domain(slice(text, at + 1..floor(text, at + LONGEST_DOMAIN)))?;
    let end = at + 1 + domain.len();
    let is_free = !preceding.is_some_and(|c| c.is_alphanumeric() || "/\\@=".contains(c));
    let fits = !local.is_empty()
        && !local.ends_with('.')
        && is_free
        && !continues(slice(text, end..text.len()));
    fits.then_some(Found {
        range: start..end,
        prefix: "",
        is_email: true,
    })
}

/// Returns the local part of an e-mail address at the end of a text.
fn local_part(text: &str) -> &str {
    let is_local = |c: char| c.is_ascii_alphanumeric() || ".+-_".contains(c);
    let start = text.trim_end_matches(is_local).len();
    slice(text, start..text.len()).trim_start_matches(['.', '-', '_'])
}

/// Returns the domain at the start of a text, if it has a top-level one.
fn domain(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c));
    let domain = slice(text, 0..end.unwrap_or(text.len())).trim_end_matches(['.', '-', '_']);
    let (name, top) = domain.rsplit_once('.')?;
    let fits = !name.is_empty()
        && !domain.starts_with(['.', '-'])
        && !domain.contains("..")
        && top.len() > 1
        && top
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic());
    fits.then_some(domain)
}

/// Returns whether what follows an e-mail address shows that it is none, as in
/// `git@github.com:a/b`.
fn continues(after: &str) -> bool {
    let is_path = after
        .strip_prefix(':')
        .is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
    is_path || after.starts_with(['/', '@'])
}

/// Splits the texts at the addresses.
fn with_links<'t>(
    body: &'t str,
    pieces: Vec<PlacedPiece<'t>>,
    found: &[Found],
) -> Vec<PlacedPiece<'t>> {
    let mut linked = Vec::with_capacity(pieces.len() + 4 * found.len());
    let mut found = found.iter().peekable();
    for (piece, range) in pieces {
        let is_text = matches!(piece, Piece::Markdown(Event::Text(_)));
        let touches = |one: &&Found| one.range.start < range.end;
        if !is_text || !found.peek().is_some_and(touches) {
            linked.push((piece, range));
            continue;
        }
        let mut at = range.start;
        while let Some(one) = found.next_if(|one| one.range.end <= range.end) {
            push_text(&mut linked, body, at..one.range.start);
            push_start(&mut linked, body, one, at);
            push_text(&mut linked, body, one.range.start.max(at)..one.range.end);
            linked.push((Piece::Markdown(Event::End(TagEnd::Link)), one.range.clone()));
            at = one.range.end;
        }
        if let Some(one) = found
            .peek()
            .filter(|one| one.range.start < range.end)
        {
            push_text(&mut linked, body, at..one.range.start);
            push_start(&mut linked, body, one, at);
            at = at.max(one.range.start);
        }
        push_text(&mut linked, body, at..range.end);
    }
    linked
}

fn push_text<'t>(pieces: &mut Vec<PlacedPiece<'t>>, body: &'t str, range: Range<usize>) {
    if range.start < range.end {
        let text = Event::Text(CowStr::from(slice(body, range.clone())));
        pieces.push((Piece::Markdown(text), range));
    }
}

/// Begins the link of an address, unless it began before byte `at`.
fn push_start<'t>(pieces: &mut Vec<PlacedPiece<'t>>, body: &'t str, found: &Found, at: usize) {
    if found.range.start < at {
        return;
    }
    let address = slice(body, found.range.clone());
    let dest_url = match found.prefix {
        "" => CowStr::from(address),
        prefix => CowStr::from(format!("{prefix}{address}")),
    };
    let link = Tag::Link {
        link_type: match found.is_email {
            true => LinkType::Email,
            false => LinkType::Autolink,
        },
        dest_url,
        title: CowStr::from(""),
        id: CowStr::from(""),
    };
    pieces.push((Piece::Markdown(Event::Start(link)), found.range.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Markdown;
    use crate::document::markdown::read;

    /// The links of a body: their targets and texts.
    fn links(body: &str) -> Vec<String> {
        read(body, Markdown::default(), |parsed| {
            let mut found = Vec::new();
            let mut open = 0_usize;
            for (piece, _) in &parsed.pieces {
                match piece {
                    Piece::Markdown(Event::Start(Tag::Link { dest_url, .. })) => {
                        found.push(format!("{dest_url} "));
                        open += 1;
                    }
                    Piece::Markdown(Event::Text(text)) if open > 0 => {
                        if let Some(last) = found.last_mut() {
                            last.push_str(text);
                        }
                    }
                    Piece::Markdown(Event::End(TagEnd::Link)) => open -= 1,
                    _ => {}
                }
            }
            assert_eq!(open, 0, "{body}");
            found
        })
    }

    #[test]
    fn bare_addresses_are_links() {
        for (body, link) in [
            (
                "Viz https://www.nsp.cz.",
                "https://www.nsp.cz https://www.nsp.cz",
            ),
            ("(http://a.cz/b_(c))", "http://a.cz/b_(c) http://a.cz/b_(c)"),
            ("www.nsp.cz, dál", "https://www.nsp.cz www.nsp.cz"),
            (
                "**https://a.cz/x_y_z**",
                "https://a.cz/x_y_z https://a.cz/x_y_z",
            ),
            ("„https://a.cz“", "https://a.cz https://a.cz"),
            (
                "https://a.cz/?a=1&b=2",
                "https://a.cz/?a=1&b=2 https://a.cz/?a=1&b=2",
            ),
            ("## Na www.a.cz", "https://www.a.cz www.a.cz"),
            ("- a\n  - www.a.cz/č", "https://www.a.cz/č www.a.cz/č"),
            ("| www.a.cz |\n|---|\n", "https://www.a.cz www.a.cz"),
            (
                "Pište: jan_novak@uradprace.cz.",
                "jan_novak@uradprace.cz jan_novak@uradprace.cz",
            ),
            ("<br>www.a.cz", "https://www.a.cz www.a.cz"),
            ("HTTPS://A.cz", "HTTPS://A.cz HTTPS://A.cz"),
        ] {
            let expected: Vec<&str> = if link.is_empty() { vec![] } else { vec![link] };
            assert_eq!(links(body), expected, "{body}");
        }
        assert_eq!(links("a@b.cz, c@d.cz a www.e.cz").len(), 3);
        assert_eq!(links("https://a.cz\nhttps://b.cz").len(), 2);
    }

    #[test]
    fn other_text_is_no_address() {
        for body in [
            "`https://a.cz`",
            "    www.a.cz",
            "```\nwww.a.cz\n```",
            "<a href=\"x\">www.a.cz</a>",
            "<code>a@b.cz</code>",
            "http://localhost:80/",
            "www. a.cz",
            "xhttps://a.cz",
            "\\https://a.cz",
            "\\www.a.cz",
            "foo@1.2.3",
            "git@github.com:a/b.git",
            "@jmeno",
            "a@b",
            "x www..cz",
            ":lang[www.a.cz]{code=en}",
            "https://a.cz/x\\_y",
            "https://a_b.c_d",
        ] {
            assert_eq!(links(body), Vec::<String>::new(), "{body}");
        }
        assert_eq!(links("[www.a.cz](b.md)"), ["b.md www.a.cz"]);
        assert_eq!(links("<https://a.cz>"), ["https://a.cz https://a.cz"]);
        assert_eq!(links("![www.a.cz](b.png)").len(), 0);
    }
}
