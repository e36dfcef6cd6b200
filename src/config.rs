//! The settings of a site: `site.yaml` read into a [`Config`].
//! What the settings do is told where they are used.

mod contact;
mod organisation;
mod shown;

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::id::{Id, IdVec};
use crate::keys;
use crate::language;
use crate::layout;
use crate::source::{Source, SourceId};
use crate::yaml::{Context, Fields, Key, Kind, Presence, Step, Yaml};

pub use contact::Contact;
pub use organisation::{ORGANISATION, Organisation};

/// The settings of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// The languages; the first is the site's own.
    pub languages: IdVec<Language>,
    /// Where the site is published; ends with `/`.
    pub base_url: Option<BaseUrl>,
    /// The name of the theme.
    pub theme: Located<String>,
    /// The time zone in which a day begins (IANA name).
    pub timezone: String,
    /// Who operates the site.
    pub organisation: Organisation,
    /// The taxonomies, in the order of the file.
    pub taxonomies: IdVec<Taxonomy>,
    /// The pages of the main menu, as links from the content folder.
    pub main_menu: Vec<Located<String>>,
    /// The pages of the footer's menu, as links from the content folder.
    pub footer_menu: Vec<Located<String>>,
    /// How Markdown is read.
    pub markdown: Markdown,
    /// Whether texts are set by the rules of their language, where a page does not say.
    pub typography: bool,
    /// The number of entries in a feed.
    pub feed_limit: usize,
    /// Whether the site can be searched.
    pub search: bool,
}

/// A language of a site.
pub type LanguageId = Id<Language>;

/// A taxonomy of a site.
pub type TaxonomyId = Id<Taxonomy>;

/// One language of a site, with the site's words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47): `cs`.
    pub code: Arc<str>,
    /// Its own name: `Čeština`.
    pub name: String,
    /// The site's title in it, as it is shown.
    pub title: String,
    /// The site's description in it, as it is shown.
    pub description: String,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub place: Place,
}

/// The address at which a site is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

/// A way in which pages are grouped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taxonomy {
    /// The key in a page's front matter, and the folder of its terms' pages.
    pub key: Arc<str>,
    /// Its slug and title in every language.
    pub names: IdVec<Language, TaxonomyName>,
}

/// The slug and title of a taxonomy in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxonomyName {
    /// Its part of the address.
    pub slug: String,
    /// Its title, as it is shown.
    pub title: String,
}

/// How Markdown is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Markdown {
    /// What becomes of raw HTML.
    pub html: RawHtml,
    /// Whether what goes beyond CommonMark is read: tables, footnotes, blocks and so on.
    pub extensions: bool,
}

/// What becomes of raw HTML in a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// It is cleaned of what could run or mislead.
    #[default]
    Sanitise,
    /// It is shown as text.
    Escape,
    /// It is published as it is.
    Allow,
}

impl Default for Markdown {
    fn default() -> Self {
        Self {
            html: RawHtml::Sanitise,
            extensions: true,
        }
    }
}

const LANGUAGE: &[Key] = &[text("name"), text("title"), text("description")];
const TAXONOMY: &[Key] = &[text("slug"), text("title")];
const NAVIGATION: &[Key] = &[
    optional("main", Kind::Texts),
    optional("footer", Kind::Texts),
];
const MARKDOWN: &[Key] = &[
    optional("html", Kind::OneOf(&["sanitise", "escape", "allow"])),
    optional("extensions", Kind::Boolean),
];
const FEEDS: &[Key] = &[optional("limit", Kind::Number)];

/// The keys of `site.yaml`.
pub const KEYS: &[Key] = &[
    Key {
        name: "title",
        kind: Kind::Text,
        presence: Presence::Required,
    },
    text("description"),
    text("base_url"),
    text("language"),
    optional("languages", Kind::Named(&Kind::Map(LANGUAGE))),
    text("theme"),
    text("timezone"),
    optional("organisation", Kind::Map(ORGANISATION)),
    optional(
        "taxonomies",
        Kind::Named(&Kind::Named(&Kind::Map(TAXONOMY))),
    ),
    optional("navigation", Kind::Map(NAVIGATION)),
    optional("markdown", Kind::Map(MARKDOWN)),
    optional("typography", Kind::Boolean),
    optional("feeds", Kind::Map(FEEDS)),
    optional("search", Kind::Boolean),
];

/// The number of entries in a feed where the settings do not say.
const FEED_LIMIT: usize = 20;

/// The language of a site where the settings do not say.
const DEFAULT_LANGUAGE: &str = "cs";

/// The time zone of a site where the settings do not say.
const DEFAULT_TIMEZONE: &str = "Europe/Prague";

/// Reads the settings; what cannot be used is reported and takes its default.
pub fn parse(source: &Source) -> (Config, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let text = match std::str::from_utf8(source.bytes()) {
        Ok(text) => text,
        Err(error) => {
            found.push(Diagnostic::not_utf8(&source.id, error.valid_up_to()));
            ""
        }
    };
    let stripped = text.strip_prefix('\u{feff}').unwrap_or(text);
    let yaml = Yaml {
        source: &source.id,
        hash: source.hash,
        text: stripped,
        offset: text.len() - stripped.len(),
    };
    let fields = if found.is_empty() {
        yaml.fields(KEYS, Context::default(), &mut found)
    } else {
        Fields::default()
    };
    let config = Reader {
        yaml,
        found: &mut found,
    }
    .config(fields);
    (config, found)
}

impl Config {
    /// Returns the settings of a site that says nothing.
    pub fn empty() -> Self {
        let nothing = Source::new(
            SourceId::new(layout::SETTINGS),
            crate::source::Content::of(""),
        );
        parse(&nothing).0
    }

    /// Returns the site's own language.
    pub fn language(&self) -> &Language {
        &self.languages[LanguageId::OWN]
    }

    /// Finds a taxonomy by its key.
    pub fn taxonomy_id(&self, key: &str) -> Option<TaxonomyId> {
        self.taxonomies.find_id(|taxonomy| *taxonomy.key == *key)
    }

    /// Finds a language by its tag.
    pub fn language_id(&self, code: &str) -> Option<LanguageId> {
        self.languages.find_id(|language| &*language.code == code)
    }
}

impl LanguageId {
    /// The site's own language, which every site has.
    pub const OWN: Self = Self::FIRST;

    /// Returns whether it is the site's own language.
    pub fn is_own(self) -> bool {
        self == Self::OWN
    }
}

impl BaseUrl {
    /// Reads an absolute `http` or `https` address without query and fragment; `None` if it is
    /// none.
    pub fn new(text: &str) -> Option<Self> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split('/').next()?;
        let fits = |c: char| c.is_ascii_alphanumeric() || "-._~:/%@[]".contains(c);
        if host.is_empty() || !rest.chars().all(fits) {
            return None;
        }
        Some(Self(if text.ends_with('/') {
            text.to_owned()
        } else {
            format!("{text}/")
        }))
    }

    /// Returns the absolute address of a link from the output's root.
    pub fn join(&self, link: &str) -> String {
        format!("{}{link}", self.0)
    }

    /// Returns the address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the path part, which starts and ends with `/`.
    pub fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        self.0[host..]
            .find('/')
            .map_or("/", |at| &self.0[host + at..])
    }
}

const fn text(name: &'static str) -> Key {
    optional(name, Kind::Text)
}

const fn optional(name: &'static str, kind: Kind) -> Key {
    Key {
        name,
        kind,
        presence: Presence::Optional,
    }
}

/// Turns checked fields into settings.
struct Reader<'a, 'f> {
    yaml: Yaml<'a>,
    found: &'f mut Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn config(mut self, mut fields: Fields) -> Config {
        let typography = fields.flag("typography").unwrap_or(true);
        let languages = IdVec::from(self.languages(&mut fields));
        let theme = fields.text("theme").unwrap_or_else(|| "pakt".to_owned());
        let mut navigation = fields.map("navigation");
        let mut markdown = fields.map("markdown");
        let mut config = Config {
            base_url: self.base_url(&mut fields),
            theme: self.located(theme, &[Step::Key("theme")]),
            timezone: self.timezone(&mut fields),
            organisation: Organisation::read(fields.map("organisation"), &self.yaml, self.found),
            taxonomies: self
                .taxonomies(fields.map("taxonomies"), languages.as_slice())
                .into(),
            main_menu: self.menu(&mut navigation, "main"),
            footer_menu: self.menu(&mut navigation, "footer"),
            markdown: Markdown {
                html: match markdown.text("html").as_deref() {
                    Some("escape") => RawHtml::Escape,
                    Some("allow") => RawHtml::Allow,
                    _ => RawHtml::Sanitise,
                },
                extensions: markdown.flag("extensions").unwrap_or(true),
            },
            feed_limit: fields
                .map("feeds")
                .number("limit")
                .and_then(|limit| usize::try_from(limit).ok())
                .unwrap_or(FEED_LIMIT),
            search: fields.flag("search").unwrap_or(true),
            typography,
            languages,
        };
        if typography {
            config.set();
        }
        config
    }

    /// The site's own language comes first, the others in the order of the file.
    fn languages(&mut self, fields: &mut Fields) -> Vec<Language> {
        let own = fields
            .text("language")
            .unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned());
        let title = fields.text("title").unwrap_or_default();
        let description = fields.text("description").unwrap_or_default();
        let mut others = fields.map("languages");
        let mut codes = others.names();
        codes.retain(|code| *code != own);
        codes.insert(0, own);
        let mut languages = Vec::new();
        for code in codes {
            if !language::is_tag(&code) {
                let place = match languages.is_empty() {
                    true => self.yaml.place(&[Step::Key("language")]),
                    false => self
                        .yaml
                        .key_place(&[Step::Key("languages"), Step::Key(&code)]),
                };
                let finding = Diagnostic::new(Code::UnknownLanguage, place);
                self.found.push(
                    finding
                        .arg("value", &code)
                        .arg("known", "cs, en, uk, de, pl"),
                );
                if !languages.is_empty() {
                    continue;
                }
            }
            let mut words = others.map(&code);
            languages.push(Language {
                name: words.text("name").unwrap_or_else(|| code.clone()),
                title: words.text("title").unwrap_or_else(|| title.clone()),
                description: words
                    .text("description")
                    .unwrap_or_else(|| description.clone()),
                code: Arc::from(code),
            });
        }
        languages
    }

    fn base_url(&mut self, fields: &mut Fields) -> Option<BaseUrl> {
        let text = fields.text("base_url")?;
        let url = BaseUrl::new(&text);
        if url.is_none() {
            self.report(Code::BadBaseUrl, "base_url", &text);
        }
        url
    }

    fn timezone(&mut self, fields: &mut Fields) -> String {
        match fields.text("timezone") {
            Some(name) if language::known_timezone(&name) => name,
            Some(name) => {
                let place = self.yaml.place(&[Step::Key("timezone")]);
                let finding = Diagnostic::new(Code::UnknownTimezone, place).arg("value", &name);
                let known = language::timezone_names();
                self.found
                    .push(finding.nearest(&name, known.iter().map(String::as_str)));
                DEFAULT_TIMEZONE.to_owned()
            }
            None => DEFAULT_TIMEZONE.to_owned(),
        }
    }

    fn taxonomies(&mut self, mut fields: Fields, languages: &[Language]) -> Vec<Taxonomy> {
        let mut taxonomies = Vec::new();
        for key in fields.names() {
            if keys::is_of_front(&key) || language::slug(&key, &languages[0].code) != key {
                let place = self
                    .yaml
                    .key_place(&[Step::Key("taxonomies"), Step::Key(&key)]);
                self.found
                    .push(Diagnostic::new(Code::TaxonomyName, place).arg("name", &key));
                continue;
            }
            let mut names = fields.map(&key);
            let named = |language: &Language| {
                let mut name = names.map(&language.code);
                let slug = name.text("slug").unwrap_or_else(|| key.clone());
                TaxonomyName {
                    title: name.text("title").unwrap_or_else(|| key.clone()),
                    slug,
                }
            };
            let names: Vec<TaxonomyName> = languages.iter().map(named).collect();
            for (name, language) in names.iter().zip(languages) {
                let suggestion = language::slug(&name.slug, &language.code);
                if suggestion != name.slug {
                    let path = [
                        Step::Key("taxonomies"),
                        Step::Key(&key),
                        Step::Key(&language.code),
                        Step::Key("slug"),
                    ];
                    let finding = Diagnostic::new(Code::BadSlug, self.yaml.place(&path))
                        .arg("value", &name.slug);
                    self.found.push(finding.arg("suggestion", suggestion));
                }
            }
            taxonomies.push(Taxonomy {
                key: Arc::from(key),
                names: names.into(),
            });
        }
        taxonomies
    }

    fn menu(&self, navigation: &mut Fields, name: &str) -> Vec<Located<String>> {
        let targets = navigation.texts(name).into_iter().enumerate();
        targets
            .map(|(at, target)| {
                self.located(
                    target,
                    &[Step::Key("navigation"), Step::Key(name), Step::Item(at)],
                )
            })
            .collect()
    }

    fn located<T>(&self, value: T, path: &[Step<'_>]) -> Located<T> {
        Located {
            value,
            place: self.yaml.place(path),
        }
    }

    fn report(&mut self, code: Code, key: &str, value: &str) {
        self.found
            .push(Diagnostic::new(code, self.yaml.place(&[Step::Key(key)])).arg("value", value));
    }
}
