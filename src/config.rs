//! The settings of a site: `site.yaml` read into a [`Config`]. Each setting is interpreted where it
//! is used.

mod base_url;
mod contact;
mod keys;
mod organisation;
mod read;
mod typeset;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rules, Severities, settled};
use crate::id::{Id, IdVec};
use crate::layout;
use crate::source::{Content, Source, SourceId};
use crate::yaml::{Context, Fields, Yaml};

use self::read::SettingsReader;

pub use base_url::BaseUrl;
pub(crate) use contact::Contact;
pub use keys::KEYS;
pub use organisation::Organisation;

/// The settings of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// The languages; the first is the site's own.
    pub languages: IdVec<Language>,
    /// Where the site is published; ends with `/`.
    pub base_url: Option<BaseUrl>,
    /// The name of the theme.
    pub theme: Located<String>,
    /// The time zone (IANA name), which decides when a day begins.
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
    /// Whether to apply typography where a page does not say.
    pub typography: bool,
    /// The number of entries in a feed.
    pub feed_limit: usize,
    /// Whether the site can be searched.
    pub search: bool,
    /// Which findings are more or less serious than usual.
    pub severities: Severities,
}

/// A language of a site.
pub type LanguageId = Id<Language>;

/// A taxonomy of a site.
pub type TaxonomyId = Id<Taxonomy>;

/// One language of a site, with the site's texts in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47): `cs`.
    pub code: Arc<str>,
    /// Its own name: `Čeština`.
    pub name: String,
    /// The site's title in this language, typeset.
    pub title: String,
    /// The site's description in this language, typeset.
    pub description: String,
}

/// A value and its place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub place: Place,
}

/// A way of grouping pages.
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
    /// Its title, typeset.
    pub title: String,
}

/// How Markdown is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Markdown {
    /// How raw HTML is treated.
    pub html: RawHtml,
    /// Whether to read more than CommonMark: tables, footnotes, blocks and so on.
    pub extensions: bool,
}

/// How raw HTML in a body is treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// Anything that could run or mislead is removed.
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

/// Reads the settings. An unusable value is reported and replaced by its default.
pub fn parse(source: &Source) -> (Config, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let context = Context {
        names: Some(keys::NAMES),
        ..Context::default()
    };
    let (yaml, fields) = match Yaml::of(source) {
        Ok(yaml) => (yaml, yaml.fields(KEYS, context, &mut found)),
        Err(finding) => {
            found.push(finding);
            (Yaml::empty(source), Fields::default())
        }
    };
    let reader = SettingsReader {
        yaml,
        found: &mut found,
    };
    let config = reader.config(fields);
    let found = settled(found, Rules::of(&config.severities));
    (config, found)
}

impl Config {
    /// Returns the settings of an empty `site.yaml`.
    pub fn empty() -> Self {
        let nothing = Source::new(SourceId::new(layout::SETTINGS), Content::of(""));
        parse(&nothing).0
    }

    /// Returns the site's own language.
    pub fn language(&self) -> &Language {
        &self.languages[LanguageId::OWN]
    }

    /// Finds a taxonomy by its key.
    pub fn taxonomy_id(&self, key: &str) -> Option<TaxonomyId> {
        self.taxonomies
            .find_id(|taxonomy| *taxonomy.key == *key)
    }

    /// Finds a language by its tag.
    pub fn language_id(&self, code: &str) -> Option<LanguageId> {
        self.languages
            .find_id(|language| &*language.code == code)
    }
}

impl LanguageId {
    /// The site's own language, which every site has.
    pub const OWN: Self = Self::FIRST;

    /// Returns whether this is the site's own language.
    pub fn is_own(self) -> bool {
        self == Self::OWN
    }
}
