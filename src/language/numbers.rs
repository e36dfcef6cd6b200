//! Numbers and sizes of files as a language writes them (CLDR, by ICU).

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;

/// The smallest unit of size.
const SMALLEST: &str = "kB";

/// The units above it, each a thousand times the one before.
const LARGER: [&str; 2] = ["MB", "GB"];

/// Returns a length in bytes as people of a language read it: three digits at most, with its unit.
pub fn size(bytes: u64, language: &str) -> String {
    let mut size = bytes as f64 / 1000.0;
    let mut unit = SMALLEST;
    for larger in LARGER {
        if size < 999.5 {
            break;
        }
        size /= 1000.0;
        unit = larger;
    }
    let digits = if size >= 9.95 || unit == SMALLEST {
        format!("{:.0}", size.max(1.0))
    } else {
        format!("{size:.1}")
    };
    let number = decimal(&digits, &super::locale(language)).unwrap_or(digits);
    format!("{number}\u{a0}{unit}")
}

/// Returns a number such as `-1234.5` as people of a language write it; none if it is no number.
pub(super) fn decimal(digits: &str, locale: &Locale) -> Option<String> {
    let decimal: Decimal = digits.parse().ok()?;
    let formatter =
        DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()?;
    Some(formatter.format(&decimal).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        for (bytes, wanted) in [
            (0, "1 kB"),
            (1_499, "1 kB"),
            (120_400, "120 kB"),
            (999_700, "1.0 MB"),
            (2_349_000, "2.3 MB"),
            (48_000_000, "48 MB"),
            (7_200_000_000, "7.2 GB"),
            (7_200_000_000_000, "7,200 GB"),
        ] {
            assert_eq!(size(bytes, "en").replace('\u{a0}', " "), wanted);
        }
    }

    #[test]
    fn sizes_are_written_as_the_language_writes_them() {
        for (language, wanted) in [
            ("cs", "2,3\u{a0}MB"),
            ("uk", "2,3\u{a0}MB"),
            ("de", "2,3\u{a0}MB"),
            ("de-CH", "2.3\u{a0}MB"),
            ("pl", "2,3\u{a0}MB"),
            ("en", "2.3\u{a0}MB"),
            ("not a tag", "2.3\u{a0}MB"),
        ] {
            assert_eq!(size(2_349_000, language), wanted, "{language}");
        }
    }
}
