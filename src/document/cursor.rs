//! A cursor over text, for reading character by character.

/// A position in a text being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    rest: &'t str,
    /// Where the text ends.
    end: usize,
}

impl<'t> Cursor<'t> {
    /// Starts at the beginning of `text`, whose first byte is at position `start`.
    pub(super) fn new(text: &'t str, start: usize) -> Self {
        Self {
            rest: text,
            end: start + text.len(),
        }
    }

    /// Returns the position.
    pub(super) fn at(&self) -> usize {
        self.end - self.rest.len()
    }

    /// Returns the rest of the text.
    pub(super) fn rest(&self) -> &'t str {
        self.rest
    }

    /// Consumes a character if it comes next.
    pub(super) fn eat(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Consumes characters while `fits` is true.
    pub(super) fn eat_while(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let length = self
            .rest
            .find(|c: char| !fits(c))
            .unwrap_or(self.rest.len());
        self.take(length)
    }

    /// Consumes everything through the next `sign`, and returns what precedes it; consumes nothing
    /// if there is none.
    pub(super) fn eat_through(&mut self, sign: char) -> Option<&'t str> {
        let (before, rest) = self.rest.split_once(sign)?;
        self.rest = rest;
        Some(before)
    }

    /// Consumes `length` bytes, or all if there are fewer.
    pub(super) fn take(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_tracks_its_position() {
        let mut cursor = Cursor::new("č=\"x\" y", 10);
        assert_eq!(
            (cursor.eat_while(char::is_alphabetic), cursor.at()),
            ("č", 12)
        );
        assert!(!cursor.eat('"') && cursor.eat('='));
        assert_eq!(cursor.eat_through('#'), None);
        assert!(cursor.eat('"'));
        assert_eq!((cursor.eat_through('"'), cursor.at()), (Some("x"), 16));
        assert_eq!((cursor.take(9), cursor.at(), cursor.rest()), (" y", 18, ""));
    }
}
