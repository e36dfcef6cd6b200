//! The keys of front matter: one table for reading pages, making new ones and writing the schema;
//! no taxonomy may have a name from it. The keys of `site.yaml` are in `config`.

use crate::yaml::{Key, Kind};

/// How a section may order its pages.
const SORTS: &[&str] = &["weight", "date", "title"];

/// The keys of front matter; the site's taxonomies come on top.
pub const FRONT: &[Key] = &[
    Key::required("title", Kind::Text),
    Key::text("description"),
    Key::text("slug"),
    Key::optional("date", Kind::Day),
    Key::optional("updated", Kind::Day),
    Key::optional("draft", Kind::Boolean),
    Key::optional("weight", Kind::Number),
    Key::text("template"),
    Key::of_index("theme", Kind::Text),
    Key::optional("aliases", Kind::Texts),
    Key::text("image"),
    Key::text("image_alt"),
    Key::optional("toc", Kind::Boolean),
    Key::optional("search", Kind::Boolean),
    Key::optional("typography", Kind::Boolean),
    Key::optional("publish_from", Kind::Day),
    Key::optional("publish_until", Kind::Day),
    Key::optional("review_by", Kind::Day),
    Key::optional("checked", Kind::Day),
    Key::text("owner"),
    Key::optional("event", Kind::Any),
    Key::optional("steps", Kind::Texts),
    Key::text("time"),
    Key::of_index("feed", Kind::Boolean),
    Key::of_index("sort", Kind::OneOf(SORTS)),
    Key::text("lang"),
    Key::optional("allow", Kind::Named(&Kind::Text)),
    Key::optional("extra", Kind::Any),
];

/// Returns whether this is a key of front matter on every site.
pub fn is_of_front(name: &str) -> bool {
    FRONT
        .iter()
        .any(|key| key.name == name)
}
