//! Tables of keys: what a mapping may contain, and the kind of each value.

use serde_yaml::Value;

/// A key that a mapping may have.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// The kind of its value.
    pub kind: Kind,
    /// Whether it must or may be present.
    pub presence: Presence,
}

/// Where a key may or must be present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It may be left out.
    Optional,
    /// It must be present.
    Required,
    /// Only the `_index.md` of a section may have it.
    IndexOnly,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text; a number or boolean keeps its spelling.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A date such as `2026-12-01`.
    Day,
    /// A list of texts; a single text is a list of one.
    Texts,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A list of values of one kind.
    List(&'static Kind),
    /// A mapping with these keys and no others.
    Map(&'static [Key]),
    /// A mapping with these keys, and any others for templates.
    Open(&'static [Key]),
    /// Like [`Open`](Self::Open), with the same keys again under the tags of the site's languages,
    /// for translations.
    Translated(&'static [Key]),
    /// A mapping from names that the author chooses to values of one kind.
    Named(&'static Kind),
    /// A mapping from the tags of the site's languages to values of one kind.
    ByLanguage(&'static Kind),
    /// A value of the first of these kinds that has its shape.
    Either(&'static [Kind]),
    /// Anything.
    Any,
}

impl Key {
    /// Makes a key that may be left out.
    pub(crate) const fn optional(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            presence: Presence::Optional,
        }
    }

    /// Makes a required key.
    pub(crate) const fn required(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            presence: Presence::Required,
        }
    }

    /// Makes a key that only the `_index.md` of a section may have.
    pub(crate) const fn of_index(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            presence: Presence::IndexOnly,
        }
    }

    /// Makes the key of a text that may be left out.
    pub(crate) const fn text(name: &'static str) -> Self {
        Self::optional(name, Kind::Text)
    }
}

impl Kind {
    /// Returns the name of the kind in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text | Self::OneOf(_) | Self::Any => "text",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Day => "date",
            Self::Texts | Self::List(_) => "list",
            Self::Map(_)
            | Self::Open(_)
            | Self::Translated(_)
            | Self::Named(_)
            | Self::ByLanguage(_) => "map",
            Self::Either(kinds) => kinds
                .first()
                .map_or("text", |kind| kind.name()),
        }
    }

    /// Returns whether a value has the shape of the kind: list, mapping or neither.
    pub(super) fn has_shape_of(self, value: &Value) -> bool {
        match self.name() {
            "list" => value.is_sequence(),
            "map" => value.is_mapping(),
            _ => !value.is_sequence() && !value.is_mapping(),
        }
    }
}
