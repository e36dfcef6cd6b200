//! The settings that reading a document depends on.

use std::sync::Arc;

use super::body::Raw;
use super::themes::ThemeFacts;
use crate::config::{Config, Language, Markdown, Taxonomy};
use crate::diagnostic::Severities;
use crate::id::IdVec;
use crate::language::Collation;

/// The few settings that reading a document depends on.
#[derive(Clone, Debug)]
pub struct Options {
    /// The tags of the site's languages, its own first.
    pub languages: IdVec<Language, Arc<str>>,
    /// The keys of its taxonomies.
    pub taxonomies: IdVec<Taxonomy, Arc<str>>,
    /// How Markdown is read.
    pub markdown: Markdown,
    /// Whether plain texts are kept for the search.
    pub search: bool,
    /// Whether typography is applied.
    pub typography: bool,
    /// Which findings are more or less serious than usual.
    pub severities: Severities,
    /// What the themes say about identifiers and blocks.
    pub themes: Arc<ThemeFacts>,
    /// The parts that are expensive to build.
    pub(super) tools: Tools,
}

/// What is expensive to build and depends only on the languages.
#[derive(Clone, Debug)]
pub(super) struct Tools {
    /// The sanitiser of raw HTML.
    pub(super) raw: Arc<Raw>,
    /// One collation per language.
    pub(super) collations: Arc<IdVec<Language, Collation>>,
}

impl Options {
    /// Extracts what is needed from the settings.
    pub fn new(config: &Config) -> Self {
        let collations = config
            .languages
            .map(|_, language| Collation::new(&language.code));
        let tools = Tools {
            raw: Arc::new(Raw::new()),
            collations: Arc::new(collations),
        };
        Self::with_tools(config, tools)
    }

    /// Updates the options to new settings, reusing what is expensive to build if the languages are
    /// the same.
    #[must_use]
    pub fn renewed(&self, config: &Config) -> Self {
        let languages = config
            .languages
            .iter()
            .map(|language| &language.code);
        if languages.eq(&self.languages) {
            Self::with_tools(config, self.tools.clone())
        } else {
            Self::new(config)
        }
    }

    fn with_tools(config: &Config, tools: Tools) -> Self {
        Self {
            languages: config
                .languages
                .map(|_, language| Arc::clone(&language.code)),
            taxonomies: config
                .taxonomies
                .map(|_, taxonomy| Arc::clone(&taxonomy.key)),
            markdown: config.markdown,
            search: config.search,
            typography: config.typography,
            severities: config.severities.clone(),
            themes: Arc::default(),
            tools,
        }
    }

    /// Adds the facts of the site's themes.
    #[must_use]
    pub fn with_themes(self, themes: Arc<ThemeFacts>) -> Self {
        Self { themes, ..self }
    }

    /// Returns whether documents and their findings are the same with these options as with
    /// `other`.
    pub fn agrees(&self, other: &Self) -> bool {
        let key = |options: &Self| (options.markdown, options.search, options.typography);
        key(self) == key(other)
            && self.languages == other.languages
            && self.taxonomies == other.taxonomies
            && self.severities == other.severities
            && self.themes == other.themes
    }
}
