//! The front matter of a page: where it is in the file, its keys, and its values.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use tera::Value;
use tera::value::Key as MapKey;

use super::place::Kind as PageKind;
use super::{Options, text_value};
use crate::config::TaxonomyId;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::keys;
use crate::language::{Day, Typography};
use crate::source::Span;
use crate::yaml::{Context, Fields, Step, Yaml, cut_by_comment};

/// The longest front matter, in bytes: twenty pages of text, and few enough to look for the place
/// of everything in it.
const LONGEST: usize = 1 << 16;

/// The line that opens and closes a front matter.
const FENCE: &str = "---";

/// The front matter of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    /// The title, which is the h1.
    pub title: Arc<str>,
    /// One sentence for lists, search engines and shared links.
    pub description: Option<Arc<str>>,
    /// Its part of the address.
    pub slug: Option<Spanned>,
    /// The day that it bears.
    pub date: Option<Day>,
    /// The day of its last change.
    pub updated: Option<Day>,
    /// Whether it is unfinished.
    pub draft: bool,
    /// What orders it among its neighbours, light first.
    pub weight: Option<i64>,
    /// The template that renders it.
    pub template: Option<Spanned>,
    /// The theme of its section.
    pub theme: Option<Spanned>,
    /// Former addresses, which lead here.
    pub aliases: Vec<Spanned>,
    /// The picture that stands for it.
    pub image: Option<Spanned>,
    /// Whether it has a table of contents.
    pub toc: bool,
    /// Whether the search finds it.
    pub search: bool,
    /// The first day on which it is published.
    pub publish_from: Option<Day>,
    /// The last day on which it is published.
    pub publish_until: Option<Day>,
    /// Whether its section has a feed.
    pub feed: bool,
    /// How its section orders its pages.
    pub sort: Sort,
    /// The language of its text, where the name's suffix cannot say it.
    pub lang: Option<Spanned>,
    /// Whether its text is set by the rules of its language, if the page says so.
    pub typography: Option<bool>,
    /// The terms that it carries: taxonomy, place in the list, term.
    pub terms: Vec<(TaxonomyId, usize, Arc<str>)>,
    /// What only templates read: checked values by key.
    rest: Rest,
}

/// What only templates read of a front matter.
#[derive(Clone, Debug, PartialEq)]
struct Rest {
    image_alt: Option<String>,
    review_by: Option<Day>,
    checked: Option<Day>,
    owner: Option<String>,
    event: Value,
    steps: Vec<String>,
    time: Option<String>,
    extra: Value,
}

impl Default for Rest {
    fn default() -> Self {
        let extra = Value::from(tera::Map::new());
        Self {
            image_alt: None,
            review_by: None,
            checked: None,
            owner: None,
            event: Value::none(),
            steps: Vec::new(),
            time: None,
            extra,
        }
    }
}

/// A text and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned {
    /// The text.
    pub value: Arc<str>,
    /// Its bytes in the file.
    pub span: Span,
}

/// How a section orders its pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By weight or number, then by title.
    #[default]
    Weight,
    /// By date, the newest first.
    Date,
    /// By title.
    Title,
}

impl Front {
    /// Returns whether the page is published on a day.
    pub fn is_published_on(&self, day: Day) -> bool {
        self.publish_from.is_none_or(|from| from <= day)
            && self.publish_until.is_none_or(|until| day <= until)
    }

    /// Returns the day on which the page last changed, as far as it says.
    pub fn changed(&self) -> Option<Day> {
        self.updated.or(self.date)
    }

    /// Returns the next day after `day` on which the page appears or is gone.
    pub fn next_change(&self, day: Day) -> Option<Day> {
        let gone = self.publish_until.map(Day::next);
        [self.publish_from, gone]
            .into_iter()
            .flatten()
            .filter(|change| *change > day)
            .min()
    }

    /// Returns how many steps there are.
    pub(super) fn steps(&self) -> usize {
        self.rest.steps.len()
    }

    /// Returns what a template sees beside a summary, in the order of the file's keys; `step_ids`
    /// are the identifiers of the steps.
    pub(crate) fn details(&self, step_ids: &[Arc<str>]) -> [(&'static str, Value); 6] {
        let day = |day: Option<Day>| text_value(day.map(|day| day.to_string()).as_deref());
        let step = |(text, id): (&String, &Arc<str>)| {
            let step = [
                ("id", Value::normal_string(id)),
                ("text", Value::normal_string(text)),
            ];
            Value::from(
                step.into_iter()
                    .map(|(key, value)| (MapKey::Str(key), value))
                    .collect::<tera::Map>(),
            )
        };
        let steps: Vec<Value> = self.rest.steps.iter().zip(step_ids).map(step).collect();
        [
            ("review_by", day(self.rest.review_by)),
            ("checked", day(self.rest.checked)),
            ("publish_until", day(self.publish_until)),
            ("owner", text_value(self.rest.owner.as_deref())),
            ("event", self.rest.event.clone()),
            (
                "steps",
                if steps.is_empty() {
                    Value::none()
                } else {
                    Value::from(steps)
                },
            ),
        ]
    }

    /// Returns the day on which somebody opened the sources of the text, or compared a translation
    /// with its original.
    pub fn checked(&self) -> Option<Day> {
        self.rest.checked
    }

    /// Sets the texts that only templates read.
    pub(super) fn set(&mut self, typography: Option<Typography>) {
        let Some(typography) = typography else { return };
        let Rest {
            image_alt,
            owner,
            time,
            steps,
            ..
        } = &mut self.rest;
        for text in [image_alt, owner, time].into_iter().flatten().chain(steps) {
            if let Cow::Owned(set) = typography.set(text) {
                *text = set;
            }
        }
    }

    /// Returns the title for menus, if the page has a shorter one: `extra.menu`.
    pub(super) fn menu_title(&self) -> Option<&str> {
        self.rest
            .extra
            .as_map()?
            .get(&MapKey::Str("menu"))?
            .as_str()
    }

    /// Returns how long it takes, as it is shown.
    pub(crate) fn time(&self) -> Option<&str> {
        self.rest.time.as_deref()
    }

    /// Returns further values for templates.
    pub(crate) fn extra(&self) -> &Value {
        &self.rest.extra
    }

    /// Returns the alternative text of the page's picture.
    pub(crate) fn image_alt(&self) -> &str {
        self.rest.image_alt.as_deref().unwrap_or_default()
    }
}

/// Where a file's parts are, in bytes.
pub(super) struct Parts {
    pub(super) first_line: Span,
    pub(super) yaml: Range<usize>,
    pub(super) body: Range<usize>,
    pub(super) problem: Option<Code>,
}

/// Splits a file into front matter and body. A file without a front matter is all body.
pub(super) fn split(text: &str) -> Parts {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut lines = text[mark..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let start = mark + first.len();
    let first_line = Span::new(mark..mark + first.trim_end().len());
    if first.trim_end() != FENCE {
        return Parts {
            first_line,
            yaml: mark..mark,
            body: mark..text.len(),
            problem: Some(Code::NoFrontMatter),
        };
    }
    let mut at = start;
    for line in lines {
        if line.trim_end() == FENCE {
            return Parts {
                first_line,
                yaml: start..at,
                body: at + line.len()..text.len(),
                problem: None,
            };
        }
        at += line.len();
    }
    Parts {
        first_line,
        yaml: start..start,
        body: text.len()..text.len(),
        problem: Some(Code::UnclosedFrontMatter),
    }
}

/// Reads the front matter.
pub(super) fn read(
    yaml: &Yaml<'_>,
    options: &Options,
    kind: PageKind,
    found: &mut Vec<Diagnostic>,
) -> Front {
    let taxonomies: Vec<&str> = options.taxonomies.iter().map(|key| &**key).collect();
    let before = found.len();
    if yaml.text.len() > LONGEST {
        found.push(Diagnostic::new(
            Code::YamlTooComplex,
            Place::file(yaml.source),
        ));
        return Front::default();
    }
    let mut fields = yaml.fields(
        keys::FRONT,
        Context {
            texts: &taxonomies,
            index: kind == PageKind::Section,
            ..Context::default()
        },
        found,
    );
    if !found[before..]
        .iter()
        .any(|finding| finding.code == Code::CutByComment)
    {
        found.extend(
            ["title", "description"]
                .iter()
                .filter_map(|key| cut_by_comment(yaml, key)),
        );
    }
    let front = front(yaml, options, &mut fields);
    if let Some(lang) = front
        .lang
        .as_ref()
        .filter(|lang| !crate::language::is_tag(&lang.value))
    {
        let finding = Diagnostic::new(Code::UnknownLanguage, Place::at(yaml.source, lang.span))
            .arg("value", &lang.value);
        found.push(finding.arg("known", options.languages.as_slice().join(", ")));
    }
    front
}

fn front(yaml: &Yaml<'_>, options: &Options, fields: &mut Fields) -> Front {
    let spanned = |fields: &mut Fields, key: &'static str| {
        let value = fields.text(key)?;
        Some(Spanned {
            value: Arc::from(value),
            span: yaml.span(&[Step::Key(key)]),
        })
    };
    let aliases = fields.texts("aliases").into_iter().enumerate();
    Front {
        title: Arc::from(fields.text("title").unwrap_or_default()),
        description: fields.text("description").map(Arc::from),
        slug: spanned(fields, "slug"),
        date: fields.day("date"),
        updated: fields.day("updated"),
        draft: fields.flag("draft").unwrap_or_default(),
        weight: fields.number("weight"),
        template: spanned(fields, "template"),
        theme: spanned(fields, "theme"),
        aliases: aliases
            .map(|(at, alias)| Spanned {
                value: Arc::from(alias),
                span: yaml.span(&[Step::Key("aliases"), Step::Item(at)]),
            })
            .collect(),
        image: spanned(fields, "image"),
        toc: fields.flag("toc").unwrap_or_default(),
        search: fields.flag("search").unwrap_or(true),
        publish_from: fields.day("publish_from"),
        publish_until: fields.day("publish_until"),
        feed: fields.flag("feed").unwrap_or_default(),
        sort: match fields.text("sort").as_deref() {
            Some("date") => Sort::Date,
            Some("title") => Sort::Title,
            _ => Sort::Weight,
        },
        lang: spanned(fields, "lang"),
        typography: fields.flag("typography"),
        terms: terms(options, fields),
        rest: Rest {
            image_alt: fields.text("image_alt"),
            review_by: fields.day("review_by"),
            checked: fields.day("checked"),
            owner: fields.text("owner"),
            event: fields
                .value("event")
                .map_or_else(Value::none, |event| Value::from_serializable(&event)),
            steps: fields.texts("steps"),
            time: fields.text("time"),
            extra: fields.value("extra").map_or_else(
                || Value::from(tera::Map::new()),
                |extra| Value::from_serializable(&extra),
            ),
        },
    }
}

fn terms(options: &Options, fields: &mut Fields) -> Vec<(TaxonomyId, usize, Arc<str>)> {
    let mut terms: Vec<(TaxonomyId, usize, Arc<str>)> = Vec::new();
    for (taxonomy, key) in options.taxonomies.with_ids() {
        for (at, name) in fields.texts(key).into_iter().enumerate() {
            if !terms
                .iter()
                .any(|(other, _, known)| *other == taxonomy && **known == *name)
            {
                terms.push((taxonomy, at, Arc::from(name)));
            }
        }
    }
    terms
}
