//! Days: the dates of a site, read in ISO and Czech notation, written for people and for feeds; and
//! time zones by name. There are no times of day here except the midnight of feeds; `cli` and
//! `project` decide which day is today.

use std::fmt;

use icu_calendar::{Date as CalendarDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_locale_core::Locale;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the Gregorian calendar, shown and stored in ISO 8601: `2026-11-22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// The error for a day that does not exist, such as 31 February.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDay;

impl Day {
    /// Reads exactly `2026-11-22`; none if it is written otherwise or does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let lengths = (year.len(), month.len(), day.len());
        (lengths == (4, 2, 2)).then(|| Self::from_digits(year, month, day))?
    }

    /// Reads `22. 11. 2026`, with or without spaces and leading zeros, so that its ISO form can be
    /// offered; none if it is written otherwise.
    ///
    /// # Errors
    /// Fails if the day is written in Czech notation but does not exist.
    pub fn parse_czech(text: &str) -> Result<Option<Self>, NoSuchDay> {
        let parts: Vec<&str> = text
            .split('.')
            .map(str::trim)
            .collect();
        let [day, month, year] = parts[..] else {
            return Ok(None);
        };
        let written =
            (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && year.len() == 4;
        if !written
            || !parts
                .iter()
                .all(|part| is_digits(part))
        {
            return Ok(None);
        }
        Self::from_digits(year, month, day)
            .map(Some)
            .ok_or(NoSuchDay)
    }

    /// Returns the day that it is in `timezone` at a time given in seconds since 1970 (UTC); none
    /// if either is not known.
    pub fn at(timestamp_seconds: i64, timezone: &str) -> Option<Self> {
        Some(Self::of(
            Timestamp::from_second(timestamp_seconds).ok()?,
            &zone(timezone)?,
        ))
    }

    /// Returns the day that it is in `timezone` by the clock; none if the time zone is not known.
    pub fn now(timezone: &str) -> Option<Self> {
        Some(Self::of(Timestamp::now(), &zone(timezone)?))
    }

    /// Returns the day after this one; the last day of the year 9999 returns itself.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.tomorrow().unwrap_or(self.0))
    }

    /// Makes the day of numbers, if it exists.
    pub(crate) fn of_numbers(year: i16, month: u8, day: u8) -> Option<Self> {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day)
            .ok()
            .map(Self)
    }

    /// Returns the day of the week; Monday is 0.
    pub(crate) fn weekday(self) -> usize {
        usize::try_from(
            self.0
                .weekday()
                .to_monday_zero_offset(),
        )
        .unwrap_or_default()
    }

    /// Returns the nearest day, earlier or later, that is this day of the week.
    #[must_use]
    pub(crate) fn nearest_on(self, weekday: usize) -> Self {
        let near = (1..=3_i64).flat_map(|days| [days, -days]);
        near.filter_map(|days| self.0.checked_add(days.days()).ok())
            .map(Self)
            .find(|day| day.weekday() == weekday)
            .unwrap_or(self)
    }

    /// Returns how many days have passed since `earlier`; negative if that is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0
            .duration_since(earlier.0)
            .as_hours()
            / 24
    }

    /// Writes the day in full as people write it in `language`: `22. listopadu 2026`. ISO if the
    /// language is not known.
    ///
    /// Words and their order are those of the CLDR, with its no-break spaces; plain `en` is
    /// British, as public bodies in Europe write.
    pub fn long(self, language: &str) -> String {
        let language = if language.eq_ignore_ascii_case("en") {
            "en-GB"
        } else {
            language
        };
        // The words of no language in particular are `M11` and the like.
        let is_nobodys = |written: &str| written.contains(&format!("M{:02}", self.0.month()));
        self.long_in(super::locale(language))
            .filter(|written| !is_nobodys(written))
            .unwrap_or_else(|| self.to_string())
    }

    /// Writes the days from this one to `last` as people write them in `language`: `1.–5. prosince
    /// 2026`, `29. listopadu – 3. prosince 2026`.
    ///
    /// The end that both dates share is written once if the language begins a date with the day. A
    /// single day is written alone.
    pub fn range(self, last: Self, language: &str) -> String {
        let (from, to) = (self.long(language), last.long(language));
        if self == last {
            return from;
        }
        let first = match from.starts_with(|c: char| c.is_ascii_digit()) {
            true => without_shared_end(&from, &to),
            false => from.as_str(),
        };
        // A dash between single words has no spaces, otherwise it has; no line begins with it.
        if first.contains(char::is_whitespace) {
            format!("{first}\u{a0}– {to}")
        } else {
            format!("{first}–{to}")
        }
    }

    /// Writes the first moment of the day in `timezone` as RFC 3339, for feeds:
    /// `2026-11-22T00:00:00+01:00`. UTC if the zone is not known.
    pub fn rfc3339(self, timezone: &str) -> String {
        let midnight = zone(timezone).and_then(|zone| self.0.to_zoned(zone).ok());
        match midnight {
            Some(midnight) => midnight
                .timestamp()
                .display_with_offset(midnight.offset())
                .to_string(),
            None => format!("{self}T00:00:00Z"),
        }
    }

    /// Makes the day of a moment.
    fn of(moment: Timestamp, zone: &TimeZone) -> Self {
        Self(zone.to_datetime(moment).date())
    }

    /// Makes a day of its digits.
    fn from_digits(year: &str, month: &str, day: &str) -> Option<Self> {
        if ![year, month, day]
            .into_iter()
            .all(is_digits)
        {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            .ok()
            .map(Self)
    }

    /// Writes the day in full by the data of `locale`.
    fn long_in(self, locale: Locale) -> Option<String> {
        let formatter =
            FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.into(), YMD::long())
                .ok()?;
        let (month, day) = (
            u8::try_from(self.0.month()).ok()?,
            u8::try_from(self.0.day()).ok()?,
        );
        let date = CalendarDate::try_new_gregorian(self.0.year().into(), month, day).ok()?;
        Some(formatter.format(&date).to_string())
    }
}

/// Returns whether `name` is a time zone of the IANA database (`Europe/Prague`), in any case.
pub fn known_timezone(name: &str) -> bool {
    zone(name).is_some()
}

/// Returns the names of all time zones, so that the nearest can be offered.
pub fn timezone_names() -> Vec<String> {
    let mut names: Vec<String> = TimeZoneDatabase::bundled()
        .available()
        .map(|name| name.to_string())
        .collect();
    names.sort_unstable();
    names
}

/// Finds a time zone in the embedded database, which is the same on every machine.
fn zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled()
        .get(name)
        .ok()
        .filter(|zone| !zone.is_unknown())
}

/// Returns a text without the words at its end that another ends with too, but at least one word.
fn without_shared_end<'t>(text: &'t str, other: &str) -> &'t str {
    let ends = text.split_whitespace().rev();
    let shared = ends.zip(other.split_whitespace().rev());
    let shared = shared
        .take_while(|(a, b)| a == b)
        .count();
    let mut rest = text.trim_end();
    for _ in 0..shared {
        let Some((before, _)) = rest.rsplit_once(char::is_whitespace) else {
            break;
        };
        rest = before.trim_end();
    }
    rest
}

/// Returns whether `text` consists of ASCII digits.
fn is_digits(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for NoSuchDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no calendar has this day")
    }
}

impl std::error::Error for NoSuchDay {}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            de::Error::custom(format_args!("`{text}` is no day such as `2026-11-22`"))
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn ranges_write_once_what_days_share() {
        let range = |from: &str, to: &str, language: &str| {
            day(from)
                .range(day(to), language)
                .replace('\u{a0}', "~")
        };
        for (from, to, language, expected) in [
            ("2026-12-01", "2026-12-05", "cs", "1.–5. prosince 2026"),
            (
                "2026-11-29",
                "2026-12-03",
                "cs",
                "29. listopadu~– 3. prosince 2026",
            ),
            (
                "2026-12-29",
                "2027-01-03",
                "cs",
                "29. prosince 2026~– 3. ledna 2027",
            ),
            ("2026-12-01", "2026-12-01", "cs", "1. prosince 2026"),
            ("2026-12-05", "2026-12-05", "en", "5 December 2026"),
            ("2026-12-01", "2026-12-05", "en", "1–5 December 2026"),
            (
                "2026-12-01",
                "2026-12-05",
                "uk",
                "1–5 грудня 2026\u{202f}р.",
            ),
            ("2026-12-01", "2026-12-05", "de", "1.–5. Dezember 2026"),
            (
                "2026-12-01",
                "2026-12-05",
                "en-US",
                "December 1, 2026~– December 5, 2026",
            ),
        ] {
            assert_eq!(
                range(from, to, language),
                expected,
                "{from} {to} {language}"
            );
        }
    }

    #[test]
    fn iso_days_are_read_strictly() {
        assert_eq!(day("2026-11-22").to_string(), "2026-11-22");
        assert!(Day::parse("2024-02-29").is_some());
        for text in [
            "",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-11-2",
            "26-11-22",
            "2026-11-22T10:00",
            " 2026-11-22",
            "20261122",
            "+026-11-22",
            "-2026-11-22",
            "2026-11-22-",
            "2026-+1-22",
            "22. 11. 2026",
            "２０２６-11-22",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn czech_days_are_recognised() {
        for text in [
            "22. 11. 2026",
            "22.11.2026",
            " 22.\u{a0}11.\u{a0}2026 ",
            "22 . 11 .2026",
        ] {
            assert_eq!(
                Day::parse_czech(text),
                Ok(Some(day("2026-11-22"))),
                "{text}"
            );
        }
        assert_eq!(Day::parse_czech("1. 2. 2026"), Ok(Some(day("2026-02-01"))));
        assert_eq!(Day::parse_czech("01.02.2026"), Ok(Some(day("2026-02-01"))));
        for text in [
            "",
            "1. 2. 26",
            "2026-11-22",
            "22. listopadu 2026",
            "22/11/2026",
            "1.2.2026.",
            "v1.2.2026",
            "001.2.2026",
            "..",
            "1.2",
            "+1.2.2026",
        ] {
            assert_eq!(Day::parse_czech(text), Ok(None), "{text}");
        }
        for text in ["31. 2. 2026", "29. 2. 2026", "1. 13. 2026", "0. 1. 2026"] {
            assert_eq!(Day::parse_czech(text), Err(NoSuchDay), "{text}");
        }
    }

    #[test]
    fn a_day_depends_on_the_time_zone() {
        let evening = 1_795_390_200; // 2026-11-22 23:30 UTC
        assert_eq!(Day::at(evening, "UTC"), Some(day("2026-11-22")));
        assert_eq!(Day::at(evening, "Europe/Prague"), Some(day("2026-11-23")));
        assert_eq!(Day::at(evening, "Europe/Praha"), None);
        assert_eq!(Day::at(i64::MAX, "UTC"), None);
        assert_eq!(Day::at(-1, "UTC"), Some(day("1969-12-31")));
        assert!(Day::now("Europe/Prague") >= Some(day("2026-01-01")));
    }

    #[test]
    fn time_zones_are_known_by_name() {
        for name in ["Europe/Prague", "europe/prague", "UTC", "Europe/Kyiv"] {
            assert!(known_timezone(name), "{name}");
        }
        for name in ["", "Praha", "Etc/Unknown", "CET-1CEST", "../etc/passwd"] {
            assert!(!known_timezone(name), "{name}");
        }
        let names = timezone_names();
        assert!(
            names.is_sorted()
                && names
                    .iter()
                    .all(|name| known_timezone(name))
        );
        assert_eq!(
            crate::diagnostic::nearest("Europe/Prag", names.iter().map(String::as_str)),
            Some("Europe/Prague")
        );
    }

    #[test]
    fn the_next_day_crosses_months_and_years() {
        assert_eq!(day("2026-12-31").next(), day("2027-01-01"));
        assert_eq!(day("2024-02-28").next(), day("2024-02-29"));
        assert_eq!(day("9999-12-31").next(), day("9999-12-31"));
    }

    #[test]
    fn days_are_written_in_full() {
        let written = |language| day("2026-11-22").long(language);
        assert_eq!(written("cs"), "22. listopadu 2026");
        assert_eq!(written("cs-CZ"), "22. listopadu 2026");
        assert_eq!(written("en"), "22 November 2026");
        assert_eq!(written("en-US"), "November 22, 2026");
        assert_eq!(written("uk"), "22 листопада 2026\u{202f}р.");
        assert_eq!(written("de"), "22. November 2026");
        assert_eq!(written("pl"), "22 listopada 2026");
        assert_eq!(written("sk"), "22. novembra 2026");
        for unknown in ["xx", "und", "", "not a tag"] {
            assert_eq!(written(unknown), "2026-11-22", "{unknown}");
        }
        assert_eq!(day("2026-05-01").long("cs"), "1. května 2026");
    }

    #[test]
    fn feeds_get_midnight_with_its_offset() {
        assert_eq!(
            day("2026-11-22").rfc3339("Europe/Prague"),
            "2026-11-22T00:00:00+01:00"
        );
        assert_eq!(
            day("2026-07-01").rfc3339("Europe/Prague"),
            "2026-07-01T00:00:00+02:00"
        );
        assert_eq!(
            day("2026-07-01").rfc3339("UTC"),
            "2026-07-01T00:00:00+00:00"
        );
        assert_eq!(day("2026-07-01").rfc3339("Praha"), "2026-07-01T00:00:00Z");
        // In Beirut clocks go forward at midnight: the day starts at one.
        assert_eq!(
            day("2022-03-27").rfc3339("Asia/Beirut"),
            "2022-03-27T01:00:00+03:00"
        );
    }

    #[test]
    fn days_are_texts_in_data() {
        let read: Result<Vec<Day>, _> = serde_json::from_str(r#"["2026-11-22"]"#);
        assert_eq!(read.expect("days"), [day("2026-11-22")]);
        assert_eq!(
            serde_json::to_string(&day("2026-11-22")).expect("JSON"),
            r#""2026-11-22""#
        );
        assert!(serde_json::from_str::<Day>(r#""22. 11. 2026""#).is_err());
        let read: Day = serde_yaml::from_str("2026-11-22").expect("a day");
        assert_eq!(read, day("2026-11-22"));
    }

    proptest! {
        #[test]
        fn every_day_is_read_as_it_is_written(
            year in 0_i16..=9999,
            month in 1_i8..=12,
            number in 1_i8..=31,
        ) {
            let czech = Day::parse_czech(&format!("{number}. {month}. {year:04}"));
            if let Ok(date) = Date::new(year, month, number) {
                prop_assert_eq!(Day::parse(&Day(date).to_string()), Some(Day(date)));
                prop_assert_eq!(czech, Ok(Some(Day(date))));
            } else {
                prop_assert_eq!(czech, Err(NoSuchDay));
            }
        }
    }
}
