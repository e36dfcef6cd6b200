//! The day from which on a finding is true. The calendar is in `language`.

use std::fmt;
use std::num::NonZeroU32;

/// A day as the number that the digits of its ISO 8601 date make: 20270110. It is small, because
/// most results of rendering have room for a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FirstDay(NonZeroU32);

impl FirstDay {
    /// Reads `2027-01-10`.
    pub fn parse(day: &str) -> Option<Self> {
        let digits = day.replace('-', "").parse().ok()?;
        NonZeroU32::new(digits).map(Self)
    }
}

impl fmt::Display for FirstDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.get();
        let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_it_was_read() {
        let days = ["2026-11-22", "2027-01-10", "9999-12-31", "0099-01-01"];
        let read = days.map(|day| FirstDay::parse(day).expect("a day"));
        assert_eq!(read.map(|day| day.to_string()), days);
        assert!(read[0] < read[1]);
    }
}
