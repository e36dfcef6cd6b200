//! Characters that no author means to write: controls, invisible ones, those of a symbol font, and
//! what a broken conversion leaves. Those that XML cannot hold never reach an output.

use std::borrow::Cow;

use memchr::memmem;

/// Why a character is strange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strange {
    /// It is a control character or not a character at all.
    Control,
    /// It is invisible and has no width.
    Invisible,
    /// It reverses or isolates the direction of text.
    Direction,
    /// It is in the private use area: what it shows depends on a font such as Symbol.
    Private,
    /// It replaces what a conversion could not read.
    Lost,
}

/// A strange character in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stranger {
    /// Its first byte.
    pub(crate) at: usize,
    pub(crate) sign: char,
    pub(crate) why: Strange,
}

/// The bytes that are looked at together; a compiler makes one comparison of them.
const BLOCK: usize = 64;

impl Strange {
    /// Classifies a character.
    pub(crate) fn of(sign: char) -> Option<Self> {
        match sign {
            '\t' | '\n' | '\r' => None,
            c if c.is_control() || is_no_character(c) => Some(Self::Control),
            '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => Some(Self::Invisible),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                Some(Self::Direction)
            }
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Some(Self::Private),
            '\u{fffd}' => Some(Self::Lost),
            _ => None,
        }
    }

    /// Returns the word that selects the message.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Control => "control",
            Self::Invisible => "invisible",
            Self::Direction => "direction",
            Self::Private => "private",
            Self::Lost => "lost",
        }
    }
}

/// Returns the strange characters of a text, in order. Marks of direction are strange only where
/// nothing is written from right to left.
pub(crate) fn strangers(text: &str) -> Vec<Stranger> {
    let mut found: Vec<Stranger> = Vec::new();
    let blocks = text
        .as_bytes()
        .chunks(BLOCK)
        .enumerate();
    for (number, block) in blocks.filter(|(_, block)| has_suspect(block)) {
        let suspects = block
            .iter()
            .enumerate()
            .filter(|(_, byte)| is_suspect(**byte));
        found.extend(suspects.filter_map(|(at, _)| stranger(text, number * BLOCK + at)));
    }
    if found
        .iter()
        .any(|stranger| stranger.why == Strange::Direction)
        && text
            .chars()
            .any(is_from_right_to_left)
    {
        found.retain(|stranger| stranger.why != Strange::Direction);
    }
    found
}

/// Writes a character as `U+200B`.
pub(crate) fn code_point(sign: char) -> String {
    format!("U+{:04X}", u32::from(sign))
}

/// Returns a text without what XML 1.0 cannot hold (section 2.2). Word's line break within a
/// paragraph is such a character, and becomes a space.
pub(crate) fn cleaned(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let has_control = bytes.chunks(BLOCK).any(|block| {
        block
            .iter()
            .fold(false, |any, byte| any | is_control(*byte))
    });
    if !has_control
        && memmem::find(bytes, "\u{fffe}".as_bytes()).is_none()
        && memmem::find(bytes, "\u{ffff}".as_bytes()).is_none()
    {
        return Cow::Borrowed(text);
    }
    let allowed = |sign| match sign {
        '\u{b}' | '\u{c}' => Some(' '),
        '\u{fffe}' | '\u{ffff}' => None,
        sign if sign.is_ascii() && is_control(sign as u8) => None,
        sign => Some(sign),
    };
    Cow::Owned(
        text.chars()
            .filter_map(allowed)
            .collect(),
    )
}

/// Returns whether a byte is an ASCII control character other than white space.
fn is_control(byte: u8) -> bool {
    (byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7f)
}

/// Returns whether a strange character may begin with this byte; no continuation byte is one.
fn is_suspect(byte: u8) -> bool {
    is_control(byte) | (byte == 0xc2) | (byte == 0xe2) | (byte >= 0xee) & (byte != 0xf0)
}

fn has_suspect(block: &[u8]) -> bool {
    block
        .iter()
        .fold(false, |any, byte| any | is_suspect(*byte))
}

fn stranger(text: &str, at: usize) -> Option<Stranger> {
    let sign = text.get(at..)?.chars().next()?;
    let why = Strange::of(sign)?;
    Some(Stranger { at, sign, why })
}

fn is_no_character(sign: char) -> bool {
    matches!(u32::from(sign) & 0xffff, 0xfffe | 0xffff) || matches!(sign, '\u{fdd0}'..='\u{fdef}')
}

fn is_from_right_to_left(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdcf}')
        || matches!(sign, '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strange_characters_are_found_wherever_they_are() {
        let found = |text: &str| {
            let found = strangers(text).into_iter();
            found
                .map(|stranger| (stranger.at, stranger.sign, stranger.why))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("„Úřad“ – práce\u{a0}… § 1 €\r\n\tdál 🙂 a\u{ad}b"),
            []
        );
        assert_eq!(
            found("Ú\u{200b}ř\u{b}ad\u{f0b7}\u{fffd}\u{202e}\u{85}\u{feff}\u{ffff}"),
            [
                (2, '\u{200b}', Strange::Invisible),
                (7, '\u{b}', Strange::Control),
                (10, '\u{f0b7}', Strange::Private),
                (13, '\u{fffd}', Strange::Lost),
                (16, '\u{202e}', Strange::Direction),
                (19, '\u{85}', Strange::Control),
                (21, '\u{feff}', Strange::Invisible),
                (24, '\u{ffff}', Strange::Control),
            ]
        );
        let far = format!("{}\u{200b}", "č".repeat(100));
        assert_eq!(found(&far), [(200, '\u{200b}', Strange::Invisible)]);
        assert_eq!(found("שלום\u{200f}"), []);
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(cleaned("a\u{b}b\u{1}c\u{ffff}\td\n"), "a bc\td\n");
        assert!(matches!(cleaned("čistý text\u{a0}–"), Cow::Borrowed(_)));
    }
}
