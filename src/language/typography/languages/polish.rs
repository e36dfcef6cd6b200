//! The typography of Polish.

use super::{COMMON, Rules};
use crate::language::typography::list::List;

/// Polish: PWN, „Cudzysłów“, „Pauza i półpauza“, „Zasady dzielenia i przenoszenia wyrazów“.
pub(in crate::language::typography) const POLISH: Rules = Rules {
    outer: ["„", "”"],
    inner: ["»", "«"],
    single: false,
    letters: "aiouwz",
    capitals: "AIOUWZ",
    counted: true,
    links: List::of(&["a", "albo", "czy", "i", "lub", "oraz"]),
    weak: List::of(&[
        "albo", "ale", "bez", "by", "był", "była", "było", "czy", "dla", "do", "jak", "jako",
        "jest", "lub", "ma", "na", "nad", "nie", "od", "oraz", "po", "pod", "przez", "przy", "się",
        "są", "ta", "także", "ten", "to", "we", "za", "ze", "że",
    ]),
    units: List::of(&[
        "%", "EUR", "GB", "Hz", "MB", "PLN", "TB", "V", "W", "cm", "euro", "g", "godz", "h", "ha",
        "kB", "kW", "kWh", "kg", "km", "km²", "l", "m", "mg", "min", "ml", "mld", "mln", "mm",
        "m²", "m³", "proc", "r", "t", "tys", "zł",
    ]),
    names: List::of(&[
        "artykuł",
        "cel",
        "część",
        "etap",
        "krok",
        "nr",
        "numer",
        "pkt",
        "priorytet",
        "punkt",
        "rozdział",
        "stron",
        "tabel",
        "witamin",
    ]),
    endings: List::of(&["a", "ach", "e", "em", "ie", "u", "y", "ów", "ą", "ę"]),
    before_number: List::of(&[
        "art.", "godz.", "lp.", "par.", "poz.", "r.", "rozdz.", "rys.", "s.", "str.", "tab.",
        "tel.", "ul.", "ust.", "zob.",
    ]),
    titles: List::of(&[
        "al.", "dr.", "hab.", "inż.", "ks.", "pl.", "prof.", "ul.", "św.",
    ]),
    thousands: List::of(&["tys."]),
    ..COMMON
};
