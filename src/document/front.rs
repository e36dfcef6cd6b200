//! The front matter of a page.

mod reader;
mod split;

use std::borrow::Cow;
use std::sync::Arc;

use tera::Value;
use tera::value::Key as MapKey;

use super::{Options, text_value};
use crate::config::TaxonomyId;
use crate::diagnostic::Allow;
use crate::language::{Day, Typography};
use crate::source::Span;

pub(super) use reader::read;
pub(super) use split::{Split, split};

/// The front matter of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    /// The title, which is the h1.
    pub title: Arc<str>,
    /// One sentence for lists, search engines and shared links.
    pub description: Option<Arc<str>>,
    /// Its part of the address.
    pub slug: Option<Spanned>,
    /// Its date.
    pub date: Option<Day>,
    /// The day it was last changed.
    pub updated: Option<Day>,
    /// Whether it is unfinished.
    pub draft: bool,
    /// Its sort key among siblings; the lightest comes first.
    pub weight: Option<i64>,
    /// The template that renders it.
    pub template: Option<Spanned>,
    /// The theme of its section.
    pub theme: Option<Spanned>,
    /// Former addresses, which redirect here.
    pub aliases: Vec<Spanned>,
    /// Its picture in lists and shared links.
    pub image: Option<Spanned>,
    /// Whether it has a table of contents.
    pub toc: bool,
    /// Whether the search covers it.
    pub search: bool,
    /// The first day on which it is published.
    pub publish_from: Option<Day>,
    /// The last day on which it is published.
    pub publish_until: Option<Day>,
    /// Whether its section has a feed.
    pub feed: bool,
    /// How its section orders its pages.
    pub sort: Sort,
    /// The language of its text, if it differs from the file's.
    pub lang: Option<Spanned>,
    /// Whether typography is applied, if the page says so.
    pub typography: Option<bool>,
    /// The findings that it allows, until the document takes them.
    pub(super) allows: Vec<Allow>,
    /// Its terms.
    pub(super) terms: Vec<ListedTerm>,
    /// The values that only templates use.
    rest: Rest,
}

/// The front matter values that only templates use.
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

/// A term as listed in front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListedTerm {
    pub(super) taxonomy: TaxonomyId,
    /// The index in the list.
    pub(super) item: usize,
    pub(super) name: Arc<str>,
}

/// A text and its span.
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
        self.publish_from
            .is_none_or(|from| from <= day)
            && self
                .publish_until
                .is_none_or(|until| day <= until)
    }

    /// Returns the day on which the page last changed, if it says so.
    pub fn changed(&self) -> Option<Day> {
        self.updated.or(self.date)
    }

    /// Returns the next day after `day` on which the page appears or disappears.
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

    /// Returns the language whose typography applies, if any; `own` is that of the file.
    pub(super) fn typeset_language(&self, own: &Arc<str>, options: &Options) -> Option<Arc<str>> {
        let language = self
            .lang
            .as_ref()
            .map_or(own, |lang| &lang.value);
        let is_set = self
            .typography
            .unwrap_or(options.typography);
        is_set.then(|| Arc::clone(language))
    }

    /// Returns what a template sees besides a summary, in the order of the file's keys; `step_ids`
    /// are the identifiers of the steps.
    pub(crate) fn details(&self, step_ids: &[Arc<str>]) -> [(&'static str, Value); 6] {
        let day = |day: Option<Day>| {
            text_value(
                day.map(|day| day.to_string())
                    .as_deref(),
            )
        };
        [
            ("review_by", day(self.rest.review_by)),
            ("checked", day(self.rest.checked)),
            ("publish_until", day(self.publish_until)),
            ("owner", text_value(self.rest.owner.as_deref())),
            ("event", self.rest.event.clone()),
            ("steps", self.steps_value(step_ids)),
        ]
    }

    /// Returns the steps as a template sees them, or nothing.
    fn steps_value(&self, step_ids: &[Arc<str>]) -> Value {
        let step = |(text, id): (&String, &Arc<str>)| {
            let keys = [
                (MapKey::Str("id"), Value::normal_string(id)),
                (MapKey::Str("text"), Value::normal_string(text)),
            ];
            Value::from(
                keys.into_iter()
                    .collect::<tera::Map>(),
            )
        };
        let steps: Vec<Value> = self
            .rest
            .steps
            .iter()
            .zip(step_ids)
            .map(step)
            .collect();
        if steps.is_empty() {
            return Value::none();
        }
        Value::from(steps)
    }

    /// Returns the day on which somebody checked the sources of the text, or compared a translation
    /// with its original.
    pub fn checked(&self) -> Option<Day> {
        self.rest.checked
    }

    /// Typesets the texts that only templates use.
    pub(super) fn set(&mut self, typography: Option<Typography>) {
        let Some(typography) = typography else { return };
        let Rest {
            image_alt,
            owner,
            time,
            steps,
            ..
        } = &mut self.rest;
        for text in [image_alt, owner, time]
            .into_iter()
            .flatten()
            .chain(steps)
        {
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

    /// Returns how long it takes, typeset.
    pub(crate) fn time(&self) -> Option<&str> {
        self.rest.time.as_deref()
    }

    /// Returns the author's own values for templates.
    pub(crate) fn extra(&self) -> &Value {
        &self.rest.extra
    }

    /// Returns the alternative text of the page's picture.
    pub(crate) fn image_alt(&self) -> &str {
        self.rest
            .image_alt
            .as_deref()
            .unwrap_or_default()
    }
}
