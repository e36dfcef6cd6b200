//! Reads the YAML of front matter.

use std::borrow::Cow;
use std::sync::Arc;

use tera::Value;

use super::{Front, ListedTerm, Rest, Sort, Spanned};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::{Options, PageKind, allows};
use crate::keys;
use crate::language;
use crate::yaml::{Context, Fields, Step, Yaml, quoted};

/// The longest front matter, in bytes: twenty pages of text, yet short enough to search for the
/// span of every value.
const LONGEST: usize = 1 << 16;

/// The keys whose values are names, so that a comment behind them loses no text.
const NAMES: &[&str] = &[
    "slug", "template", "theme", "aliases", "image", "sort", "lang",
];

/// Reads the front matter.
pub(crate) fn read(
    yaml: &Yaml<'_>,
    options: &Options,
    kind: PageKind,
    found: &mut Vec<Diagnostic>,
) -> Front {
    if yaml.text.len() > LONGEST {
        let place = Place::file(yaml.source);
        found.push(Diagnostic::new(Code::YamlTooComplex, place));
        return Front::default();
    }
    let mut fields = fields(yaml, options, kind, found);
    let allows = allows::of_front(fields.map("allow"), yaml, found);
    let mut front = FrontReader {
        yaml,
        options,
        fields,
    }
    .front();
    front.allows = allows;
    found.extend(unknown_language(&front, yaml, options));
    found.extend(wrong_order(&front, yaml));
    found.extend(lists_as_terms(&front, yaml, options));
    front
}

/// Reads and checks the keys.
fn fields(
    yaml: &Yaml<'_>,
    options: &Options,
    kind: PageKind,
    found: &mut Vec<Diagnostic>,
) -> Fields {
    let taxonomies: Vec<&str> = options
        .taxonomies
        .iter()
        .map(|key| &**key)
        .collect();
    let context = Context {
        texts: &taxonomies,
        index: kind == PageKind::Section,
        names: Some(NAMES),
        ..Context::default()
    };
    yaml.fields(keys::FRONT, context, found)
}

/// Reports a `lang` that is not a language tag.
fn unknown_language(front: &Front, yaml: &Yaml<'_>, options: &Options) -> Option<Diagnostic> {
    let lang = front.lang.as_ref()?;
    if language::is_language(&lang.value) {
        return None;
    }
    let place = Place::at(yaml.source, lang.span);
    let known = options
        .languages
        .as_slice()
        .join(", ");
    let finding = Diagnostic::unknown_language(place, &lang.value, &known);
    Some(match language::meant_language(&lang.value) {
        Some(meant) => finding.meant_language(yaml.hash, meant, meant),
        None => finding,
    })
}

/// Reports days that cannot follow each other: the page would never be published, or was changed
/// before it was there.
fn wrong_order(front: &Front, yaml: &Yaml<'_>) -> impl Iterator<Item = Diagnostic> {
    let pairs = [
        (
            Code::PublicationOrder,
            ("publish_from", front.publish_from),
            ("publish_until", front.publish_until),
        ),
        (
            Code::UpdatedBeforeDate,
            ("date", front.date),
            ("updated", front.updated),
        ),
    ];
    let place = |key| yaml.place(&[Step::Key(key)]);
    pairs
        .into_iter()
        .filter_map(move |(code, (first, from), (second, until))| {
            let (from, until) = (from?, until?);
            let finding = || {
                Diagnostic::new(code, place(second))
                    .related(place(first))
                    .arg("from", from.to_string())
                    .arg("until", until.to_string())
            };
            (until < from).then(finding)
        })
}

/// Reports several terms that are written as one text; YAML reads a list only in brackets.
fn lists_as_terms(
    front: &Front,
    yaml: &Yaml<'_>,
    options: &Options,
) -> impl Iterator<Item = Diagnostic> {
    let listed = front
        .terms
        .iter()
        .filter(|term| term.item == 0 && term.name.contains([',', ';']));
    listed.filter_map(|term| {
        let path = [Step::Key(&options.taxonomies[term.taxonomy])];
        if yaml.written(&path) != &*term.name {
            return None;
        }
        let terms: Vec<Cow<'_, str>> = term
            .name
            .split([',', ';'])
            .map(str::trim)
            .filter(|term| !term.is_empty())
            .map(flow_item)
            .collect();
        let finding = Diagnostic::new(Code::TermList, yaml.place(&path))
            .arg("key", &*options.taxonomies[term.taxonomy])
            .arg("value", &term.name);
        Some(finding.likely_fix(yaml.hash, format!("[{}]", terms.join(", "))))
    })
}

/// Writes a text as an item of a list in brackets.
fn flow_item(text: &str) -> Cow<'_, str> {
    match text.contains(['[', ']', '{', '}', ':', '#', '"', '\'']) {
        true => Cow::Owned(quoted(text)),
        false => Cow::Borrowed(text),
    }
}

/// Takes the values out of the checked fields.
struct FrontReader<'a> {
    yaml: &'a Yaml<'a>,
    options: &'a Options,
    fields: Fields,
}

impl FrontReader<'_> {
    fn front(mut self) -> Front {
        Front {
            title: self.text("title").unwrap_or_default(),
            description: self.text("description"),
            slug: self.spanned("slug"),
            date: self.fields.day("date"),
            updated: self.fields.day("updated"),
            draft: self.flag("draft").unwrap_or_default(),
            weight: self.fields.number("weight"),
            template: self.spanned("template"),
            theme: self.spanned("theme"),
            aliases: self.aliases(),
            image: self.spanned("image"),
            toc: self.flag("toc").unwrap_or_default(),
            search: self.flag("search").unwrap_or(true),
            publish_from: self.fields.day("publish_from"),
            publish_until: self.fields.day("publish_until"),
            feed: self.flag("feed").unwrap_or_default(),
            sort: self.sort(),
            lang: self.spanned("lang"),
            typography: self.flag("typography"),
            allows: Vec::new(),
            terms: self.terms(),
            rest: self.rest(),
        }
    }

    /// Reads what only templates use.
    fn rest(&mut self) -> Rest {
        let value =
            |value: Option<serde_yaml::Value>| value.map(|value| Value::from_serializable(&value));
        Rest {
            image_alt: self.fields.text("image_alt"),
            review_by: self.fields.day("review_by"),
            checked: self.fields.day("checked"),
            owner: self.fields.text("owner"),
            event: value(self.fields.value("event")).unwrap_or_else(Value::none),
            steps: self.fields.texts("steps"),
            time: self.fields.text("time"),
            extra: value(self.fields.value("extra"))
                .unwrap_or_else(|| Value::from(tera::Map::new())),
        }
    }

    fn text(&mut self, key: &str) -> Option<Arc<str>> {
        self.fields.text(key).map(Arc::from)
    }

    fn flag(&mut self, key: &str) -> Option<bool> {
        self.fields.flag(key)
    }

    fn spanned(&mut self, key: &'static str) -> Option<Spanned> {
        Some(Spanned {
            value: self.text(key)?,
            span: self.yaml.span(&[Step::Key(key)]),
        })
    }

    fn aliases(&mut self) -> Vec<Spanned> {
        let aliases = self
            .fields
            .texts("aliases")
            .into_iter()
            .enumerate();
        let spanned = |(at, alias)| Spanned {
            value: Arc::from(alias),
            span: self
                .yaml
                .span(&[Step::Key("aliases"), Step::Item(at)]),
        };
        aliases.map(spanned).collect()
    }

    fn sort(&mut self) -> Sort {
        match self.fields.text("sort").as_deref() {
            Some("date") => Sort::Date,
            Some("title") => Sort::Title,
            _ => Sort::Weight,
        }
    }

    /// Reads the terms of all taxonomies, without duplicates.
    fn terms(&mut self) -> Vec<ListedTerm> {
        let mut terms: Vec<ListedTerm> = Vec::new();
        for (taxonomy, key) in self.options.taxonomies.with_ids() {
            for (item, name) in self
                .fields
                .texts(key)
                .into_iter()
                .enumerate()
            {
                let is_same =
                    |other: &ListedTerm| other.taxonomy == taxonomy && *other.name == *name;
                if !terms.iter().any(is_same) {
                    terms.push(ListedTerm {
                        taxonomy,
                        item,
                        name: Arc::from(name),
                    });
                }
            }
        }
        terms
    }
}
