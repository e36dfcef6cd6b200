//! What many pages share, made once per language: the site, its menus and its data.

use tera::value::Key;
use tera::{Context, Map, Value};

use super::{map, optional, search, text};
use crate::config::{Language, LanguageId};
use crate::id::IdVec;
use crate::language::is_right_to_left;
use crate::route::Route;
use crate::site::{FEED, Menu, Recipe, Site};
use crate::theme::Theme;

/// Values that many pages share, per language.
pub(in crate::render) struct Shared {
    languages: IdVec<Language, PerLanguage>,
    data: Value,
    pub(super) demo: bool,
}

struct PerLanguage {
    code: Value,
    direction: Value,
    site: Value,
    nav: Value,
}

impl Shared {
    pub(in crate::render) fn new(site: &Site) -> Self {
        let languages = &site.config().languages;
        let demo = !site
            .config()
            .organisation
            .is_complete();
        Self {
            languages: languages.map(|language, _| PerLanguage::new(site, language, demo)),
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

    /// Adds what both pages and blocks see.
    pub(in crate::render) fn add_to_block(
        &self,
        context: &mut Context,
        language: LanguageId,
        theme: &Theme,
    ) {
        let own = &self.languages[language];
        context.insert_value("site", own.site.clone());
        context.insert_value("lang", own.code.clone());
        context.insert_value("dir", own.direction.clone());
        context.insert_value("theme", theme.value.clone());
        context.insert_value("data", self.data.clone());
    }
}

impl PerLanguage {
    fn new(site: &Site, language: LanguageId, demo: bool) -> Self {
        let menus = site.menus(language);
        let code = &site.config().languages[language].code;
        let nav = [
            ("main", menu(site, &menus.main)),
            ("footer", menu(site, &menus.footer)),
        ];
        Self {
            code: text(code),
            direction: text(if is_right_to_left(code) { "rtl" } else { "ltr" }),
            site: site_value(site, language, demo),
            nav: map(nav),
        }
    }
}

/// Returns `site`.
fn site_value(site: &Site, language: LanguageId, demo: bool) -> Value {
    let config = site.config();
    let own = &config.languages[language];
    let base_url = config
        .base_url
        .as_ref()
        .map(|base| base.as_str());
    map([
        ("title", text(&own.title)),
        ("description", text(&own.description)),
        ("language", text(&config.language().code)),
        ("base_url", optional(base_url)),
        ("languages", languages(site)),
        ("home", text(&home(site, language))),
        ("demo", Value::from(demo)),
        ("organisation", organisation(site)),
        ("feed", feed(site, "", language, &own.title)),
        ("search", search::of_site(site, language)),
        (
            "generator",
            text(concat!("pakt ", env!("CARGO_PKG_VERSION"))),
        ),
    ])
}

/// Returns the list of the site's languages, with their home pages.
pub(super) fn languages(site: &Site) -> Value {
    let languages = site.config().languages.with_ids();
    let values = languages.map(|(id, language)| language_value(site, id, language));
    Value::from(values.collect::<Vec<Value>>())
}

fn language_value(site: &Site, id: LanguageId, language: &Language) -> Value {
    map([
        ("lang", text(&language.code)),
        ("name", text(&language.name)),
        ("path", text(&home(site, id))),
        ("title", text(&language.title)),
    ])
}

/// Returns the list of the languages that have pages.
pub(super) fn languages_with_pages(site: &Site) -> Value {
    let languages = site.config().languages.with_ids();
    let with_pages = languages.filter(|(id, _)| id.is_own() || site.section("", *id).is_some());
    let values = with_pages.map(|(id, language)| language_value(site, id, language));
    Value::from(values.collect::<Vec<Value>>())
}

/// Returns the link to a language's home page, or to the site's own if it has none.
fn home(site: &Site, language: LanguageId) -> String {
    let home = site.section("", language);
    let home = home.or_else(|| site.section("", LanguageId::OWN));
    home.map(|home| site.link_to(&home.route))
        .unwrap_or_default()
}

fn organisation(site: &Site) -> Value {
    let entries = site
        .config()
        .organisation
        .entries
        .iter();
    let values = entries.map(|(key, value)| {
        let value = value
            .as_deref()
            .map_or_else(Value::none, Value::from);
        (Key::Str(key), value)
    });
    Value::from(values.collect::<Map>())
}

fn menu(site: &Site, menu: &Menu) -> Value {
    let values = menu.iter().map(|(page, title)| {
        map([
            ("title", text(title)),
            ("path", text(&site.link_to(&site.pages[*page].route))),
        ])
    });
    Value::from(values.collect::<Vec<Value>>())
}

/// Returns the feed of a folder in a language, if it has one.
pub(super) fn feed(site: &Site, folder: &str, language: LanguageId, title: &str) -> Value {
    let section = site.section(folder, language);
    let route =
        section.and_then(|section| Route::new(&format!("{}{FEED}", section.route.folder())).ok());
    match route.filter(|route| matches!(site.recipe(route), Some(Recipe::Feed { .. }))) {
        Some(route) => map([
            ("path", text(&site.link_to(&route))),
            ("title", text(title)),
        ]),
        None => Value::none(),
    }
}
