//! The first use of a word of the glossary on a page: it leads to where the word is explained.

use std::borrow::Cow;

use super::fill::Filler;
use crate::render::escaped;
use crate::render::glossary::Glossary;

/// Signs of text as HTML writes them, and as people read them.
const SIGNS: [(&str, &str); 5] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&nbsp;", "\u{a0}"),
];

impl<'s> Filler<'_, 's, '_> {
    /// Returns the glossary to which words lead here.
    pub(super) fn glossary(&self) -> Option<&'s Glossary> {
        let around = self.surroundings.filter(|_| self.in_links == 0)?;
        around.renderer.glossary(around.entry)
    }

    /// Writes a run of text, with links at the first uses of the glossary's words.
    pub(super) fn run(&mut self, run: &str, glossary: &Glossary, html: &mut String) {
        let Some(around) = self.surroundings else {
            return;
        };
        let text = read(run);
        let uses = glossary.first_uses(&text, &mut self.explained);
        if uses.is_empty() {
            return html.push_str(run);
        }
        let path = escaped(&around.link_to_page(glossary.page));
        let mut cursor = Cursor {
            run,
            at: 0,
            read: 0,
        };
        for (range, term) in uses {
            html.push_str(cursor.up_to(range.start));
            html.push_str(&format!(
                "<a class=\"term\" href=\"{path}#{}\">",
                escaped(glossary.id(term))
            ));
            html.push_str(cursor.up_to(range.end));
            html.push_str("</a>");
        }
        html.push_str(&run[cursor.at..]);
    }
}

/// Returns a text as people read it.
fn read(html: &str) -> Cow<'_, str> {
    if !html.contains('&') {
        return Cow::Borrowed(html);
    }
    let mut text = String::with_capacity(html.len());
    let mut cursor = Cursor {
        run: html,
        at: 0,
        read: 0,
    };
    while let Some((sign, _)) = cursor.next() {
        text.push_str(sign);
    }
    Cow::Owned(text)
}

/// A text as HTML writes it, followed along with how people read it.
struct Cursor<'r> {
    run: &'r str,
    /// How many bytes of the HTML have been passed.
    at: usize,
    /// How many bytes that are as people read them.
    read: usize,
}

impl<'r> Cursor<'r> {
    /// Returns the next part as people read it, and how long it is in HTML: a sign, or what comes
    /// before the next.
    fn next(&mut self) -> Option<(&'r str, usize)> {
        let rest = self.run.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (read, length) = match SIGNS.iter().find(|(written, _)| rest.starts_with(written)) {
            Some((written, read)) => (*read, written.len()),
            None => {
                let length = rest
                    .char_indices()
                    .skip(1)
                    .find(|(_, c)| *c == '&')
                    .map_or(rest.len(), |(at, _)| at);
                (&rest[..length], length)
            }
        };
        self.at += length;
        self.read += read.len();
        Some((read, length))
    }

    /// Passes on to a byte of the text as people read it, and returns the HTML in between.
    fn up_to(&mut self, end: usize) -> &'r str {
        let start = self.at;
        while self.read < end {
            let Some((read, length)) = self.next() else {
                break;
            };
            // A part without signs is as long in HTML, and may be passed in part.
            if self.read > end && read.len() == length {
                self.at -= self.read - end;
                self.read = end;
            }
        }
        &self.run[start..self.at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_followed_by_bytes_of_the_text() {
        let html = "a &amp; b&nbsp;c&lt;d";
        assert_eq!(read(html), "a & b\u{a0}c<d");
        let mut cursor = Cursor {
            run: html,
            at: 0,
            read: 0,
        };
        assert_eq!(cursor.up_to(2), "a ");
        assert_eq!(cursor.up_to(3), "&amp;");
        assert_eq!(cursor.up_to(8), " b&nbsp;c");
        assert_eq!(&html[cursor.at..], "&lt;d");
    }
}
