//! The typography of German.

use super::{COMMON, Rules};
use crate::language::typography::list::List;

/// German: Duden, „Anführungszeichen“, „Gedankenstrich“, „Abkürzungen“.
pub(in crate::language::typography) const GERMAN: Rules = Rules {
    outer: ["„", "“"],
    inner: ["‚", "‘"],
    joins_capitals: true,
    units: List::of(&[
        "%", "EUR", "Euro", "GB", "Hz", "Kč", "MB", "MHz", "Min", "Mio", "Mrd", "Prozent", "Std",
        "TB", "Tsd", "Uhr", "V", "W", "cm", "dl", "g", "h", "ha", "kB", "kW", "kWh", "kg", "km",
        "km²", "l", "m", "mg", "min", "ml", "mm", "m²", "m³", "t",
    ]),
    weak: List::of(&[
        "als", "am", "an", "auf", "aus", "bei", "bis", "das", "der", "die", "für", "im", "in",
        "ist", "mit", "oder", "sind", "und", "zu",
    ]),
    names: List::of(&[
        "Absatz", "Artikel", "Kapitel", "Nummer", "Paragraf", "Punkt", "Schritt", "Seite", "Stufe",
        "Tabelle", "Teil", "Vitamin", "Ziel",
    ]),
    endings: List::of(&["n", "s"]),
    before_number: List::of(&[
        "Abb.", "Abs.", "Art.", "Bd.", "Kap.", "Nr.", "S.", "Tab.", "Tel.", "Ziff.", "lit.", "vgl.",
    ]),
    before_letter: List::of(&["lit."]),
    titles: List::of(&["Dipl.-Ing.", "Dr.", "Fr.", "Hr.", "Prof.", "St."]),
    thousands: List::of(&["Mio.", "Mrd.", "Tsd."]),
    months: List::of(&[
        "April",
        "August",
        "Dezember",
        "Februar",
        "Januar",
        "Juli",
        "Juni",
        "Jänner",
        "Mai",
        "März",
        "November",
        "Oktober",
        "September",
    ]),
    ..COMMON
};
