//! How a word is written in a file of the index: a line that the script in the browser reads.
//!
//! ```text
//! zivotopis|,em,u,y|cv|A3B|kGB
//! ```
//! The beginning that all forms share; the rest of each; forms that pages show instead; the pages,
//! each as the distance from the one before; how the word occurs on each page. A line that starts
//! with `!` is for a very common word.

use super::collect::{Posting, STANDING_BITS};

/// The digits: 64 characters that need no escape anywhere.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes the line of a word.
pub(super) fn line(
    out: &mut String,
    forms: &[&str],
    shown_as: &[String],
    postings: &[Posting],
    is_common: bool,
) {
    if is_common {
        out.push('!');
    }
    let shared = shared(forms);
    out.push_str(shared);
    out.push('|');
    join(
        out,
        forms
            .iter()
            .filter_map(|form| form.strip_prefix(shared)),
    );
    out.push('|');
    join(out, shown_as.iter().map(String::as_str));
    out.push('|');
    let mut before = 0;
    for page in postings
        .iter()
        .map(|posting| posting >> STANDING_BITS)
    {
        number(out, page - before);
        before = page;
    }
    out.push('|');
    for posting in postings {
        out.push(digit(posting & 63));
    }
    out.push('\n');
}

/// Returns the beginning that sorted texts share.
fn shared<'a>(forms: &[&'a str]) -> &'a str {
    let (Some(first), Some(last)) = (forms.first(), forms.last()) else {
        return "";
    };
    let letters = first.chars().zip(last.chars());
    let length = letters
        .take_while(|(a, b)| a == b)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    first.split_at(length).0
}

fn join<'a>(out: &mut String, texts: impl Iterator<Item = &'a str>) {
    for (at, text) in texts.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(text);
    }
}

/// Writes a number in digits of five bits, the lowest first; a digit of 32 or more says that others
/// follow.
fn number(out: &mut String, mut number: u32) {
    while number >= 32 {
        out.push(digit(32 | number & 31));
        number >>= 5;
    }
    out.push(digit(number));
}

fn digit(value: u32) -> char {
    char::from(DIGITS[(value & 63) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_the_script_reads() {
        let mut out = String::new();
        line(
            &mut out,
            &["prace", "praci"],
            &[],
            &[1 << 6 | 0x30, 40 << 6 | 1],
            false,
        );
        line(&mut out, &["cv"], &["zivotopis".to_owned()], &[0], true);
        assert_eq!(
            out,
            "prac|e,i||BnB|wB\n!cv|||A|A\n".replace("!cv|||", "!cv||zivotopis|")
        );
        assert_eq!(shared(&["če", "čer"]), "če");
        assert_eq!(shared(&["č", "ž"]), "");
    }
}
