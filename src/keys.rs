//! The keys of a front matter: one table for who reads a page, for the settings (no taxonomy may
//! take such a name), for new pages and for the schema. The keys of `site.yaml` stand in `config`.

use crate::yaml::{Key, Kind, Presence};

/// How a section may order its pages.
pub const SORTS: &[&str] = &["weight", "date", "title"];

/// The keys of a front matter; the site's taxonomies come on top.
pub const FRONT: &[Key] = &[
    Key {
        name: "title",
        kind: Kind::Text,
        presence: Presence::Required,
    },
    optional("description", Kind::Text),
    optional("slug", Kind::Text),
    optional("date", Kind::Day),
    optional("updated", Kind::Day),
    optional("draft", Kind::Boolean),
    optional("weight", Kind::Number),
    optional("template", Kind::Text),
    of_index("theme", Kind::Text),
    optional("aliases", Kind::Texts),
    optional("image", Kind::Text),
    optional("image_alt", Kind::Text),
    optional("toc", Kind::Boolean),
    optional("search", Kind::Boolean),
    optional("typography", Kind::Boolean),
    optional("publish_from", Kind::Day),
    optional("publish_until", Kind::Day),
    optional("review_by", Kind::Day),
    optional("checked", Kind::Day),
    optional("owner", Kind::Text),
    optional("event", Kind::Any),
    optional("steps", Kind::Texts),
    optional("time", Kind::Text),
    of_index("feed", Kind::Boolean),
    of_index("sort", Kind::OneOf(SORTS)),
    optional("lang", Kind::Text),
    optional("extra", Kind::Any),
];

/// Returns whether a front matter has this key of its own.
pub fn is_of_front(name: &str) -> bool {
    FRONT.iter().any(|key| key.name == name)
}

const fn optional(name: &'static str, kind: Kind) -> Key {
    Key {
        name,
        kind,
        presence: Presence::Optional,
    }
}

const fn of_index(name: &'static str, kind: Kind) -> Key {
    Key {
        name,
        kind,
        presence: Presence::IndexOnly,
    }
}
