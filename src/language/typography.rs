//! Typography: sets a run of text as its language requires. Some spaces become non-breaking,
//! straight quotes become those of the language, hyphens used as dashes become dashes, three dots
//! an ellipsis, and `x` between numbers a cross; nothing else ever changes. `document` decides what
//! a run is and what in it must stay; `languages` holds what differs between languages.
//!
//! The table of the tests (`tests/typography/cases.yaml`) states the rules. Those of Czech come
//! from the Internet Language Reference Book of the Czech Language Institute (ÚJČ), the others from
//! style guides. Where a rule is in doubt, the text stays as it is.

mod dashes;
mod languages;
mod list;
mod look;
mod quotes;
mod spaces;
mod words;

use std::borrow::Cow;

use crate::source::slice;
use languages::Rules;
use quotes::Quotes;

/// Stands in a run for what is not text but reads like a word: code, an image, an escaped
/// character.
pub const OPAQUE: char = '\u{1A}';

/// Marks a hard line break in a run.
pub const BREAK: char = '\n';

const NBSP: &str = "\u{A0}";
const EN_DASH: &str = "–";
const EM_DASH: &str = "—";
const ELLIPSIS: &str = "…";
const CROSS: &str = "×";

/// The typography of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typography {
    /// Czech.
    Czech,
    /// English.
    English,
    /// German.
    German,
    /// Polish.
    Polish,
    /// Ukrainian.
    Ukrainian,
}

/// A change to a run: the bytes `start..end` become `with`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The replacement.
    pub with: &'static str,
}

impl Typography {
    /// Returns the typography of a language by its tag (BCP 47), if pakt knows it.
    pub fn of(language: &str) -> Option<Self> {
        match super::primary(language) {
            "cs" => Some(Self::Czech),
            "en" => Some(Self::English),
            "de" => Some(Self::German),
            "pl" => Some(Self::Polish),
            "uk" => Some(Self::Ukrainian),
            _ => None,
        }
    }

    /// Returns whether a character may change on its own.
    pub fn may_change(byte: u8) -> bool {
        matches!(
            ByteKind::of(byte),
            ByteKind::Space | ByteKind::Quote | ByteKind::Hyphen | ByteKind::Dot | ByteKind::Cross
        )
    }

    /// Sets a text that is a run by itself: a title, an alternative text.
    pub fn set(self, text: &str) -> Cow<'_, str> {
        let mut edits = Vec::new();
        self.edits(text, &mut edits);
        if edits.is_empty() {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(edited(text, 0, &edits))
        }
    }

    /// Appends the changes to a run to `edits`, in order.
    pub fn edits(self, run: &str, edits: &mut Vec<Edit>) {
        let mut pass = Pass {
            text: run,
            bytes: run.as_bytes(),
            rules: self.rules(),
            edits,
            quotes: Quotes::default(),
        };
        pass.scan();
        pass.finish_quotes();
    }

    fn rules(self) -> &'static Rules {
        match self {
            Self::Czech => &languages::CZECH,
            Self::English => &languages::ENGLISH,
            Self::German => &languages::GERMAN,
            Self::Polish => &languages::POLISH,
            Self::Ukrainian => &languages::UKRAINIAN,
        }
    }
}

/// Applies edits to the part of a run that starts at byte `offset` of it.
pub fn edited(part: &str, offset: usize, edits: &[Edit]) -> String {
    let mut text = String::with_capacity(part.len() + edits.len() * 2);
    let mut at = 0;
    for edit in edits {
        text.push_str(slice(part, at..edit.start - offset));
        text.push_str(edit.with);
        at = edit.end - offset;
    }
    text.push_str(slice(part, at..part.len()));
    text
}

/// One walk over a run.
struct Pass<'t, 'e> {
    text: &'t str,
    bytes: &'t [u8],
    rules: &'static Rules,
    edits: &'e mut Vec<Edit>,
    quotes: Quotes,
}

/// How many bytes are checked at once: as many as a `u64` has bits.
const BLOCK: usize = 64;

/// What a byte may start.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ByteKind {
    Other,
    Space,
    Quote,
    Hyphen,
    Dot,
    Cross,
    /// The first byte of quotes outside ASCII, such as `«` and `„`.
    Lead,
}

impl ByteKind {
    const fn of(byte: u8) -> Self {
        match byte {
            b' ' => Self::Space,
            b'"' | b'\'' => Self::Quote,
            b'-' => Self::Hyphen,
            b'.' => Self::Dot,
            b'x' => Self::Cross,
            0xC2 | 0xE2 => Self::Lead,
            _ => Self::Other,
        }
    }
}

impl Pass<'_, '_> {
    /// Looks at each byte that may start a change. Blocks are searched without a branch per byte,
    /// since a processor cannot predict where words end.
    fn scan(&mut self) {
        let mut next = 0;
        for (block, bytes) in self.bytes.chunks(BLOCK).enumerate() {
            let mut marks = marks(bytes);
            while marks != 0 {
                let at = block * BLOCK + marks.trailing_zeros() as usize;
                marks &= marks - 1;
                if at >= next {
                    next = at + self.look(at);
                }
            }
        }
    }

    /// Handles the byte at `at`, which may start a change, and returns how many bytes it used.
    fn look(&mut self, at: usize) -> usize {
        match ByteKind::of(self.byte(at)) {
            ByteKind::Space => {
                if self.binds(at) {
                    self.edit(at, at + 1, NBSP);
                }
                1
            }
            ByteKind::Quote => {
                self.straight_quote(at);
                1
            }
            ByteKind::Hyphen => self.hyphens(at),
            ByteKind::Dot => self.dots(at),
            ByteKind::Cross => {
                if self.is_cross(at) {
                    self.edit(at, at + 1, CROSS);
                }
                1
            }
            ByteKind::Lead => self.set_quote(at),
            ByteKind::Other => 1,
        }
    }

    fn edit(&mut self, start: usize, end: usize, with: &'static str) {
        self.edits
            .push(Edit { start, end, with });
    }
}

/// Returns a bit for each byte of a block that may start a change.
fn marks(bytes: &[u8]) -> u64 {
    let mut block = [0; BLOCK];
    if let Some(start) = block.get_mut(..bytes.len()) {
        start.copy_from_slice(bytes);
    }
    // Comparisons without branches, which become a few instructions for many bytes at once.
    let flags = block.map(|byte| {
        let (space, quote, lead) = (
            byte == b' ',
            (byte == b'"') | (byte == b'\''),
            (byte == 0xC2) | (byte == 0xE2),
        );
        u8::from(space | quote | lead | (byte == b'-') | (byte == b'.') | (byte == b'x'))
    });
    let eights = flags
        .as_chunks::<8>()
        .0
        .iter()
        .enumerate();
    // Eight bytes of 0 or 1 become eight bits by one multiplication.
    eights.fold(0, |marks, (at, eight)| {
        marks | (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_go_by_the_primary_subtag() {
        assert_eq!(Typography::of("de-AT"), Some(Typography::German));
        assert_eq!(Typography::of("cs"), Some(Typography::Czech));
        assert_eq!(Typography::of("fr"), None);
    }

    #[test]
    fn marks_are_the_bytes_of_a_kind() {
        for byte in 0..=255 {
            let found = marks(&[b'a', byte, b'a']);
            assert_eq!(
                found,
                if ByteKind::of(byte) == ByteKind::Other {
                    0
                } else {
                    0b10
                },
                "{byte}"
            );
        }
        assert_eq!(marks(&[b' '; BLOCK]), u64::MAX);
    }

    #[test]
    fn what_does_not_change_is_borrowed() {
        assert!(matches!(
            Typography::Czech.set("Beze změny, opravdu."),
            Cow::Borrowed(_)
        ));
        assert!(matches!(Typography::Czech.set("v kraji"), Cow::Owned(_)));
    }
}
