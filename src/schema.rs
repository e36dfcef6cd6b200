//! JSON Schemas (draft 2020-12) of front matter, `site.yaml` and data files, generated from the
//! tables that check them.

use serde_json::{Map, Value, json};

use crate::config;
use crate::data;
use crate::keys;
use crate::language::Messages;
use crate::layout;
use crate::yaml::{Key, Kind, Presence};

/// What a schema describes.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    /// The front matter of a page.
    Front,
    /// The settings of a site.
    Site,
    /// A data file that pakt itself uses: its name and kind.
    Data(&'static str, Kind),
}

/// The names that a site adds to schemas.
#[derive(Clone, Debug, Default)]
pub struct SiteNames {
    /// The keys of its taxonomies, which its front matter may have.
    pub taxonomies: Vec<String>,
    /// The tags of its languages, its own first. If empty, any tag is allowed.
    pub languages: Vec<String>,
}

impl Subject {
    /// Returns everything that has a schema.
    pub fn all() -> Vec<Self> {
        let data = data::schemas().map(|schema| Self::Data(schema.name, schema.kind));
        [Self::Front, Self::Site]
            .into_iter()
            .chain(data)
            .collect()
    }

    /// Returns the name that selects the schema: `front`, `site`, `data/glossary`.
    pub fn name(self) -> String {
        match self {
            Self::Front => "front".to_owned(),
            Self::Site => "site".to_owned(),
            Self::Data(name, _) => format!("{}/{name}", layout::DATA),
        }
    }

    fn title(self) -> String {
        match self {
            Self::Front => "front matter".to_owned(),
            Self::Site => layout::SETTINGS.to_owned(),
            Self::Data(..) => format!("{}.yaml", self.name()),
        }
    }
}

/// Writes a schema; descriptions are in the language of `messages`.
pub fn schema(subject: Subject, names: &SiteNames, messages: &Messages) -> String {
    let writer = Writer { names, messages };
    let mut schema = match subject {
        Subject::Front => writer.front(),
        Subject::Site => writer.map(config::KEYS, "site"),
        Subject::Data(name, kind) => writer.kind(kind, &format!("data-{name}")),
    };
    schema.insert(
        "$schema".to_owned(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    schema.insert("title".to_owned(), json!(subject.title()));
    format!("{:#}\n", Value::Object(schema))
}

type Object = Map<String, Value>;

struct Writer<'a> {
    names: &'a SiteNames,
    messages: &'a Messages,
}

impl Writer<'_> {
    fn front(&self) -> Object {
        let mut schema = self.map(keys::FRONT, "front");
        let properties = schema
            .get_mut("properties")
            .and_then(Value::as_object_mut);
        if let Some(properties) = properties {
            for taxonomy in &self.names.taxonomies {
                let terms = self.described(self.kind(Kind::Texts, ""), "front-taxonomy");
                properties.insert(taxonomy.clone(), terms);
            }
        }
        schema
    }

    /// Writes a mapping with these keys and no others; the names of the messages that describe them
    /// start with `name`.
    fn map(&self, keys: &[Key], name: &str) -> Object {
        let property = |key: &Key| {
            let name = format!("{name}-{}", key.name);
            let value = self.kind(key.kind, &name);
            (key.name.to_owned(), self.described(value, &name))
        };
        let mut map = object(keys.iter().map(property).collect(), json!(false));
        let required: Vec<&str> = keys
            .iter()
            .filter(|key| key.presence == Presence::Required)
            .map(|key| key.name)
            .collect();
        if !required.is_empty() {
            map.insert("required".to_owned(), json!(required));
        }
        map
    }

    /// Writes a mapping that may have other keys, and in which known keys may be empty.
    fn open(&self, keys: &[Key], name: &str) -> Object {
        let mut map = self.map(keys, name);
        map.insert("additionalProperties".to_owned(), json!(true));
        let optional = keys
            .iter()
            .filter(|key| key.presence == Presence::Optional)
            .map(|key| key.name);
        let properties = map
            .get_mut("properties")
            .and_then(Value::as_object_mut);
        if let Some(properties) = properties {
            for key in optional {
                let empty = json!([null, ""]);
                properties
                    .entry(key)
                    .and_modify(|value| allow(value, &empty));
            }
        }
        map
    }

    /// Writes an open mapping with translations into the site's other languages.
    fn translated(&self, keys: &[Key], name: &str) -> Object {
        let mut map = self.open(keys, name);
        let mut words = self.open(keys, name);
        words.remove("required");
        let properties = map
            .get_mut("properties")
            .and_then(Value::as_object_mut);
        if let Some(properties) = properties {
            for language in self.names.languages.iter().skip(1) {
                let words = self.described(words.clone(), "data-language");
                properties.insert(language.clone(), words);
            }
        }
        map
    }

    fn by_language(&self, inner: Kind, name: &str) -> Object {
        let value = || {
            let mut value = self.described(self.kind(inner, name), "data-language");
            allow(&mut value, &json!([null]));
            value
        };
        if self.names.languages.is_empty() {
            return object(Map::new(), value());
        }
        let languages = self.names.languages.iter();
        object(
            languages
                .map(|language| (language.clone(), value()))
                .collect(),
            json!(false),
        )
    }

    fn kind(&self, kind: Kind, name: &str) -> Object {
        match kind {
            Kind::Map(keys) => self.map(keys, name),
            Kind::Open(keys) => self.open(keys, name),
            Kind::Translated(keys) => self.translated(keys, name),
            Kind::ByLanguage(value) => self.by_language(*value, name),
            Kind::List(item) => self.container("array", "items", *item, name),
            Kind::Named(value) => self.container("object", "additionalProperties", *value, name),
            Kind::Either(kinds) => {
                let kinds = kinds
                    .iter()
                    .map(|kind| self.kind(*kind, name));
                of(&[("anyOf", kinds.map(Value::Object).collect())])
            }
            _ => plain(kind),
        }
    }

    fn container(&self, kind: &str, key: &str, inner: Kind, name: &str) -> Object {
        let inner = Value::Object(self.kind(inner, name));
        of(&[("type", json!(kind)), (key, inner)])
    }

    fn described(&self, mut schema: Object, message: &str) -> Value {
        if let Some(description) = self.messages.get(message, &[]) {
            schema.insert("description".to_owned(), json!(description));
        }
        Value::Object(schema)
    }
}

fn object(properties: Object, additional: Value) -> Object {
    of(&[
        ("type", json!("object")),
        ("additionalProperties", additional),
        ("properties", Value::Object(properties)),
    ])
}

fn of(entries: &[(&str, Value)]) -> Object {
    entries
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect()
}

/// Writes a scalar value, or a list of texts.
fn plain(kind: Kind) -> Object {
    match kind {
        Kind::Text => of(&[("type", scalar())]),
        Kind::Number => of(&[("type", json!("integer"))]),
        Kind::Boolean => of(&[("type", json!("boolean"))]),
        Kind::Day => of(&[("type", json!("string")), ("format", json!("date"))]),
        Kind::OneOf(known) => of(&[("enum", json!(known))]),
        Kind::Texts => of(&[
            ("type", json!(["array", "string"])),
            ("items", json!({ "type": scalar() })),
        ]),
        _ => Map::new(),
    }
}

/// Returns the types that a text may have.
fn scalar() -> Value {
    json!(["string", "number", "boolean"])
}

/// Also allows a value to be empty; its description stays in place.
fn allow(schema: &mut Value, empty: &Value) {
    let Value::Object(mut inner) = schema.take() else {
        return;
    };
    let description = inner.remove("description");
    let mut outer = of(&[("anyOf", json!([inner, { "enum": empty }]))]);
    if let Some(description) = description {
        outer.insert("description".to_owned(), description);
    }
    *schema = Value::Object(outer);
}
