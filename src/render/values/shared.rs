//! What many pages share, made once per language: the site, its menus and its data.

use std::sync::Arc;

use tera::value::Key;
use tera::{Context, Map, Value};

use super::{feed, home, language_value, map, optional, search, text};
use crate::config::{Language, LanguageId};
use crate::id::IdVec;
use crate::site::{PageId, Site};
use crate::theme::Theme;

/// Values that many pages share, per language.
pub(in crate::render) struct Shared {
    languages: IdVec<Language, PerLanguage>,
    data: Value,
    pub(super) demo: bool,
}

struct PerLanguage {
    code: Value,
    site: Value,
    nav: Value,
}

impl Shared {
    pub(in crate::render) fn new(site: &Site) -> Self {
        let languages = &site.config().languages;
        let demo = !site.config().organisation.missing().is_empty();
        Self {
            languages: languages.map(|language, _| per_language(site, language, demo)),
            data: site.inputs.data.value().clone(),
            demo,
        }
    }

    /// Starts the context of a page.
    pub(in crate::render) fn context(
        &self,
        language: LanguageId,
        theme: &Theme,
        root: &str,
    ) -> Context {
        let mut context = Context::new();
        self.add_to_block(&mut context, language, theme);
        context.insert_value("nav", self.languages[language].nav.clone());
        context.insert_value("root", Value::normal_string(root));
        for absent in ["section", "taxonomy", "term"] {
            context.insert_value(absent, Value::none());
        }
        context
    }

    /// Adds what pages and blocks alike see.
    pub(in crate::render) fn add_to_block(
        &self,
        context: &mut Context,
        language: LanguageId,
        theme: &Theme,
    ) {
        let own = &self.languages[language];
        context.insert_value("site", own.site.clone());
        context.insert_value("lang", own.code.clone());
        context.insert_value("theme", theme.value.clone());
        context.insert_value("data", self.data.clone());
    }
}

fn per_language(site: &Site, language: LanguageId, demo: bool) -> PerLanguage {
    let config = site.config();
    let own = &config.languages[language];
    let home = home(site, language);
    let organisation = config.organisation.entries.iter().map(|(key, value)| {
        (
            Key::Str(key),
            value.as_deref().map_or_else(Value::none, Value::from),
        )
    });
    let organisation: Map = organisation.collect();
    let languages: Vec<Value> = config
        .languages
        .ids()
        .map(|language| language_value(site, language))
        .collect();
    let values = [
        ("title", text(&own.title)),
        ("description", text(&own.description)),
        ("language", text(&config.language().code)),
        (
            "base_url",
            optional(config.base_url.as_ref().map(|base| base.as_str())),
        ),
        ("languages", Value::from(languages)),
        ("home", text(&home)),
        ("demo", Value::from(demo)),
        ("organisation", Value::from(organisation)),
        ("feed", feed(site, "", language, &own.title)),
        ("search", search::of_site(site, language)),
        (
            "generator",
            text(concat!("pakt ", env!("CARGO_PKG_VERSION"))),
        ),
    ];
    let menu = |entries: &[(PageId, Arc<str>)]| {
        let entry = |(page, title): &(PageId, Arc<str>)| {
            map([
                ("title", text(title)),
                ("path", text(&site.link_to(&site.pages[*page].route))),
            ])
        };
        Value::from(entries.iter().map(entry).collect::<Vec<Value>>())
    };
    let menus = site.menus(language);
    let nav = map([("main", menu(&menus.main)), ("footer", menu(&menus.footer))]);
    PerLanguage {
        code: text(&own.code),
        site: map(values),
        nav,
    }
}
