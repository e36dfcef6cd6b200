//! The keys of `site.yaml`. A line here both checks a key and describes it in the JSON Schema; the
//! description is the message `site-<key>`.

use super::organisation::ORGANISATION;
use crate::diagnostic::Setting;
use crate::yaml::{Key, Kind};

/// The keys of `site.yaml`.
pub const KEYS: &[Key] = &[
    Key::required("title", Kind::Text),
    Key::text("description"),
    Key::text("base_url"),
    Key::text("language"),
    Key::optional("languages", Kind::Named(&Kind::Map(OF_LANGUAGE))),
    Key::text("theme"),
    Key::text("timezone"),
    Key::optional("organisation", Kind::Map(ORGANISATION)),
    Key::optional(
        "taxonomies",
        Kind::Named(&Kind::Named(&Kind::Map(OF_TAXONOMY))),
    ),
    Key::optional("navigation", Kind::Map(OF_NAVIGATION)),
    Key::optional("markdown", Kind::Map(OF_MARKDOWN)),
    Key::optional("typography", Kind::Boolean),
    Key::optional("feeds", Kind::Map(OF_FEEDS)),
    Key::optional("search", Kind::Boolean),
    Key::optional("check", Kind::Named(&Kind::OneOf(Setting::NAMES))),
];

/// The keys whose values are names and addresses, so that a comment behind them loses no text.
pub(super) const NAMES: &[&str] = &[
    "base_url", "language", "theme", "timezone", "slug", "main", "footer", "html", "email",
    "phone", "data_box",
];

const OF_LANGUAGE: &[Key] = &[
    Key::text("name"),
    Key::text("title"),
    Key::text("description"),
];

const OF_TAXONOMY: &[Key] = &[Key::text("slug"), Key::text("title")];

const OF_NAVIGATION: &[Key] = &[
    Key::optional("main", Kind::Texts),
    Key::optional("footer", Kind::Texts),
];

const OF_MARKDOWN: &[Key] = &[
    Key::optional("html", Kind::OneOf(&["sanitise", "escape", "allow"])),
    Key::optional("extensions", Kind::Boolean),
];

const OF_FEEDS: &[Key] = &[Key::optional("limit", Kind::Number)];
