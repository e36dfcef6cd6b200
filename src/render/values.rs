//! What templates see: the site, menus, pages and lists as values, shared between pages where
//! possible.

mod lists;
mod page;
mod search;
mod shared;
mod subject;
mod summary;
mod terms;
mod versions;

use tera::value::Key;
use tera::{Map, Value};

pub(super) use lists::insert_subject;
pub(super) use page::{page, with_contents, without_contents};
pub(super) use shared::Shared;
pub(super) use subject::Subject;
pub(super) use summary::summaries;
pub(super) use versions::alternate_routes;

/// Returns a map.
pub(super) fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let entries = entries.into_iter();
    let entries = entries.map(|(key, value)| (Key::Str(key), value));
    Value::from(entries.collect::<Map>())
}

/// Returns a text, or none.
pub(super) fn optional(text: Option<&str>) -> Value {
    text.map_or_else(Value::none, Value::normal_string)
}

fn text(text: &str) -> Value {
    Value::normal_string(text)
}
