//! Turns the checked fields of `site.yaml` into settings.

use std::sync::Arc;

use super::{
    BaseUrl, Config, Language, Located, Markdown, Organisation, RawHtml, Taxonomy, TaxonomyName,
};
use crate::diagnostic::{Code, Diagnostic, Place, Setting, Severities};
use crate::id::IdVec;
use crate::keys;
use crate::language;
use crate::yaml::{Fields, Step, Yaml};

/// The default number of entries in a feed.
const FEED_LIMIT: usize = 20;

/// The default language of a site.
const DEFAULT_LANGUAGE: &str = "cs";

/// The languages that a message suggests instead of an unknown one.
const USUAL_LANGUAGES: &str = "cs, en, uk, de, pl";

/// The default theme of a site.
const DEFAULT_THEME: &str = "pakt";

/// The default time zone of a site.
const DEFAULT_TIMEZONE: &str = "Europe/Prague";

/// Reads settings and collects what is wrong with them.
pub(super) struct SettingsReader<'a, 'f> {
    pub(super) yaml: Yaml<'a>,
    pub(super) found: &'f mut Vec<Diagnostic>,
}

impl SettingsReader<'_, '_> {
    pub(super) fn config(mut self, mut fields: Fields) -> Config {
        let languages = IdVec::from(self.languages(&mut fields));
        let mut navigation = fields.map("navigation");
        let mut config = Config {
            base_url: self.base_url(&mut fields),
            theme: self.theme(&mut fields),
            timezone: self.timezone(&mut fields),
            organisation: Organisation::read(fields.map("organisation"), &self.yaml, self.found),
            taxonomies: self
                .taxonomies(fields.map("taxonomies"), &languages)
                .into(),
            main_menu: self.menu(&mut navigation, "main"),
            footer_menu: self.menu(&mut navigation, "footer"),
            markdown: markdown(fields.map("markdown")),
            feed_limit: feed_limit(fields.map("feeds")),
            search: fields.flag("search").unwrap_or(true),
            severities: self.severities(fields.map("check")),
            typography: fields
                .flag("typography")
                .unwrap_or(true),
            languages,
        };
        if config.typography {
            config.typeset();
        }
        config
    }

    /// The site's own language comes first, the others in the order of the file.
    fn languages(&mut self, fields: &mut Fields) -> Vec<Language> {
        let own = fields
            .text("language")
            .unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned());
        let of_site = Language {
            code: Arc::from(""),
            name: String::new(),
            title: fields
                .text("title")
                .unwrap_or_default(),
            description: fields
                .text("description")
                .unwrap_or_default(),
        };
        let mut said = fields.map("languages");
        if !language::is_language(&own) {
            let place = self
                .yaml
                .place(&[Step::Key("language")]);
            self.report_language(place, &own);
        }
        let mut codes = said.names();
        codes.retain(|code| *code != own && self.is_language(code));
        codes.insert(0, own);
        let language = |code: String| Language::read(said.map(&code), code, &of_site);
        codes
            .into_iter()
            .map(language)
            .collect()
    }

    /// Returns whether a key of `languages` is a language tag, and reports it if it is not that
    /// of a language. A well-formed tag is kept nonetheless: without it, every page in that
    /// language would be wrong, too.
    fn is_language(&mut self, code: &str) -> bool {
        if !language::is_language(code) {
            let path = [Step::Key("languages"), Step::Key(code)];
            let place = self.yaml.key_place(&path);
            self.report_language(place, code);
        }
        language::is_tag(code)
    }

    fn report_language(&mut self, place: Place, code: &str) {
        let finding = Diagnostic::unknown_language(place, code, USUAL_LANGUAGES);
        let finding = match language::meant_language(code) {
            Some(meant) => finding.meant_language(self.yaml.hash, meant, meant),
            None => finding,
        };
        self.found.push(finding);
    }

    fn base_url(&mut self, fields: &mut Fields) -> Option<BaseUrl> {
        let text = fields.text("base_url")?;
        let url = BaseUrl::new(&text);
        if url.is_none() {
            let place = self
                .yaml
                .place(&[Step::Key("base_url")]);
            let finding = Diagnostic::new(Code::BadBaseUrl, place);
            self.found
                .push(finding.arg("value", &text));
        }
        url
    }

    fn theme(&self, fields: &mut Fields) -> Located<String> {
        let theme = fields.text("theme");
        let theme = theme.unwrap_or_else(|| DEFAULT_THEME.to_owned());
        self.located(theme, &[Step::Key("theme")])
    }

    fn timezone(&mut self, fields: &mut Fields) -> String {
        let default = || DEFAULT_TIMEZONE.to_owned();
        let Some(name) = fields.text("timezone") else {
            return default();
        };
        if language::known_timezone(&name) {
            return name;
        }
        let place = self
            .yaml
            .place(&[Step::Key("timezone")]);
        let known = language::timezone_names();
        let finding = Diagnostic::new(Code::UnknownTimezone, place)
            .arg("value", &name)
            .nearest(&name, known.iter().map(String::as_str));
        self.found.push(finding);
        default()
    }

    fn taxonomies(&mut self, mut fields: Fields, languages: &IdVec<Language>) -> Vec<Taxonomy> {
        let mut taxonomies = Vec::new();
        for key in fields.names() {
            if !self.is_taxonomy(&key, languages) {
                continue;
            }
            let mut said = fields.map(&key);
            let names = languages.map(|_, language| {
                let name = TaxonomyName::read(said.map(&language.code), &key);
                self.check_slug(&key, &name.slug, language);
                name
            });
            taxonomies.push(Taxonomy {
                key: Arc::from(key),
                names,
            });
        }
        taxonomies
    }

    /// Returns whether a name can be that of a taxonomy: a key in front matter and a part of
    /// addresses. Reports it if not.
    fn is_taxonomy(&mut self, key: &str, languages: &IdVec<Language>) -> bool {
        let own = languages.as_slice().first();
        let is_slug = own.is_some_and(|own| language::slug(key, &own.code) == key);
        let fits = is_slug && !keys::is_of_front(key);
        if !fits {
            let path = [Step::Key("taxonomies"), Step::Key(key)];
            let finding = Diagnostic::new(Code::TaxonomyName, self.yaml.key_place(&path));
            self.found
                .push(finding.arg("name", key));
        }
        fits
    }

    fn check_slug(&mut self, taxonomy: &str, slug: &str, language: &Language) {
        let suggestion = language::slug(slug, &language.code);
        if suggestion == slug {
            return;
        }
        let path = ["taxonomies", taxonomy, &language.code, "slug"].map(Step::Key);
        let finding = Diagnostic::new(Code::BadSlug, self.yaml.place(&path))
            .arg("value", slug)
            .arg("suggestion", suggestion);
        self.found.push(finding);
    }

    fn menu(&self, navigation: &mut Fields, name: &str) -> Vec<Located<String>> {
        let targets = navigation
            .texts(name)
            .into_iter()
            .enumerate();
        let located = |(item, target)| {
            let path = [Step::Key("navigation"), Step::Key(name), Step::Item(item)];
            self.located(target, &path)
        };
        targets.map(located).collect()
    }

    fn severities(&mut self, mut fields: Fields) -> Severities {
        let mut settings = Vec::new();
        for name in fields.names() {
            let Some(setting) = fields
                .text(&name)
                .and_then(|text| Setting::of_name(&text))
            else {
                continue;
            };
            let may_be = |code: &Code| code.may_be_lowered() || !setting.lowers(code.severity());
            match Code::of_id(&name).filter(may_be) {
                Some(code) => settings.push((code, setting)),
                None => {
                    let path = [Step::Key("check"), Step::Key(&name)];
                    let place = self.yaml.key_place(&path);
                    self.found
                        .push(Diagnostic::not_allowed(place, &name, self.yaml.hash));
                }
            }
        }
        Severities::new(settings)
    }

    fn located<T>(&self, value: T, path: &[Step<'_>]) -> Located<T> {
        Located {
            value,
            place: self.yaml.place(path),
        }
    }
}

impl Language {
    /// Reads the texts in one language; a missing one defaults to the whole site's.
    fn read(mut said: Fields, code: String, of_site: &Self) -> Self {
        let or = |said: Option<String>, default: &String| said.unwrap_or_else(|| default.clone());
        Self {
            name: or(said.text("name"), &code),
            title: or(said.text("title"), &of_site.title),
            description: or(said.text("description"), &of_site.description),
            code: Arc::from(code),
        }
    }
}

impl TaxonomyName {
    fn read(mut said: Fields, key: &str) -> Self {
        Self {
            slug: said
                .text("slug")
                .unwrap_or_else(|| key.to_owned()),
            title: said
                .text("title")
                .unwrap_or_else(|| key.to_owned()),
        }
    }
}

fn markdown(mut fields: Fields) -> Markdown {
    Markdown {
        html: match fields.text("html").as_deref() {
            Some("escape") => RawHtml::Escape,
            Some("allow") => RawHtml::Allow,
            _ => RawHtml::Sanitise,
        },
        extensions: fields
            .flag("extensions")
            .unwrap_or(true),
    }
}

fn feed_limit(mut fields: Fields) -> usize {
    let limit = fields.number("limit");
    limit
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(FEED_LIMIT)
}
