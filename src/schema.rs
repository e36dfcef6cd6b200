//! The JSON Schema (draft 2020-12) of a page's front matter and of `site.yaml`, made of the tables
//! of keys that reading uses.

use serde_json::{Map, Value, json};

use crate::config;
use crate::keys;
use crate::language::Messages;
use crate::layout;
use crate::yaml::{Key, Kind, Presence};

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The front matter of a page.
    Front,
    /// The settings of a site.
    Site,
}

/// Writes a schema; descriptions are in the language of `words`. A site's taxonomies are keys of
/// its front matters.
pub fn schema(subject: Subject, taxonomies: &[String], words: &Messages) -> String {
    let (name, keys) = match subject {
        Subject::Front => ("front", keys::FRONT),
        Subject::Site => ("site", config::KEYS),
    };
    let mut schema = object(keys, name, words);
    if let (Subject::Front, Some(properties)) = (
        subject,
        schema.get_mut("properties").and_then(Value::as_object_mut),
    ) {
        for taxonomy in taxonomies {
            let mut texts = kind(Kind::Texts, "", words);
            describe(&mut texts, "front-taxonomy", words);
            properties.insert(taxonomy.clone(), Value::Object(texts));
        }
    }
    schema.insert(
        "$schema".to_owned(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    schema.insert(
        "title".to_owned(),
        json!(if subject == Subject::Site {
            layout::SETTINGS
        } else {
            "front matter"
        }),
    );
    format!("{:#}\n", Value::Object(schema))
}

fn object(keys: &[Key], name: &str, words: &Messages) -> Map<String, Value> {
    let property = |key: &Key| {
        let name = format!("{name}-{}", key.name);
        let mut property = kind(key.kind, &name, words);
        describe(&mut property, &name, words);
        (key.name.to_owned(), Value::Object(property))
    };
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.presence == Presence::Required)
        .map(|key| key.name)
        .collect();
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("additionalProperties".to_owned(), json!(false));
    object.insert(
        "properties".to_owned(),
        Value::Object(keys.iter().map(property).collect()),
    );
    if !required.is_empty() {
        object.insert("required".to_owned(), json!(required));
    }
    object
}

fn kind(kind: Kind, name: &str, words: &Messages) -> Map<String, Value> {
    let schema = match kind {
        Kind::Text => json!({ "type": ["string", "number", "boolean"] }),
        Kind::Number => json!({ "type": "integer" }),
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Day => json!({ "type": "string", "format": "date" }),
        Kind::Texts => {
            json!({ "type": ["array", "string"], "items": { "type": ["string", "number", "boolean"] } })
        }
        Kind::OneOf(known) => json!({ "enum": known }),
        Kind::Map(keys) => return object(keys, name, words),
        Kind::Named(inner) => {
            json!({ "type": "object", "additionalProperties": Value::Object(self::kind(*inner, name, words)) })
        }
        Kind::Any => json!({}),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}

fn describe(schema: &mut Map<String, Value>, key: &str, words: &Messages) {
    if let Some(description) = words.get(key, &[]) {
        schema.insert("description".to_owned(), json!(description));
    }
}
