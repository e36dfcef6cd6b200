//! Contact addresses in settings and data: whether they can be links.

use crate::diagnostic::{Code, Diagnostic, Place};

/// The fewest digits of a phone number: a short number such as 112.
const SHORTEST_PHONE: usize = 3;

/// The most digits of a phone number (ITU-T E.164).
const LONGEST_PHONE: usize = 15;

/// A kind of address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contact {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// The address of another site.
    Web,
}

impl Contact {
    /// Returns whether a text is exactly one address of this kind.
    fn fits(self, text: &str) -> bool {
        match self {
            Self::Email => is_email(text),
            Self::Phone => is_phone(text),
            Self::Web => is_web(text),
        }
    }

    /// Reports the value of a key if it is not such an address.
    pub(crate) fn finding(self, key: &str, value: &str, place: Place) -> Option<Diagnostic> {
        let kind = match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Web => "web",
        };
        let finding = || {
            Diagnostic::new(Code::BadContact, place)
                .arg("key", key)
                .arg("value", value)
                .arg("kind", kind)
        };
        (!self.fits(value)).then(finding)
    }
}

/// Before the `@`, what RFC 5321 allows unquoted, plus letters of any language (RFC 6531); after
/// it, a host with a dot.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let fits = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    !name.is_empty()
        && name.chars().all(fits)
        && host.contains('.')
        && host.split('.').all(is_label)
}

/// A part of a host's name.
fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-')
}

/// One number, with the separators that RFC 3966 allows between digits, and spaces, which templates
/// remove.
fn is_phone(text: &str) -> bool {
    let digits = text
        .chars()
        .filter(char::is_ascii_digit)
        .count();
    let number = text.strip_prefix('+').unwrap_or(text);
    let fits = |c: char| c.is_ascii_digit() || c == ' ' || c == '\u{a0}' || "-.()".contains(c);
    (SHORTEST_PHONE..=LONGEST_PHONE).contains(&digits) && number.chars().all(fits)
}

fn is_web(text: &str) -> bool {
    let Some(rest) = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
    else {
        return false;
    };
    let host = rest
        .split(['/', '?', '#', ':'])
        .next()
        .unwrap_or_default();
    let fits = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
    host.split('.').all(is_label) && rest.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_addresses_can_be_links() {
        for (kind, good, bad) in [
            (
                Contact::Email,
                &[
                    "a@b.cz",
                    "jana.nova+web@urad-prace.example.cz",
                    "pošta@úřad.cz",
                ][..],
                &[
                    "a",
                    "a@b",
                    "@b.cz",
                    "a@b@c.cz",
                    "a b@c.cz",
                    "a@b..cz",
                    "Jana <a@b.cz>",
                    "a@b.cz, c@d.cz",
                    "a@b.cz?subject=x",
                ][..],
            ),
            (
                Contact::Phone,
                &[
                    "112",
                    "+420 123 456 789",
                    "(123) 456-789",
                    "+420\u{a0}123456789",
                ][..],
                &[
                    "12",
                    "1234567890123456",
                    "123 456 789, 123 456 780",
                    "123 456 789 linka 5",
                    "420+123",
                    "telefon",
                ][..],
            ),
            (
                Contact::Web,
                &[
                    "https://www.example.cz/",
                    "http://localhost:8080",
                    "https://example.cz/a?b=c#d",
                    "https://úřad.cz",
                ][..],
                &[
                    "www.example.cz",
                    "https://",
                    "https:///a",
                    "javascript:alert(1)",
                    "https://a b.cz/",
                    "https://a..cz",
                    "mailto:a@b.cz",
                ][..],
            ),
        ] {
            assert!(
                good.iter()
                    .all(|text| kind.fits(text)),
                "{kind:?}: {good:?}"
            );
            assert!(!bad.iter().any(|text| kind.fits(text)), "{kind:?}: {bad:?}");
        }
    }
}
