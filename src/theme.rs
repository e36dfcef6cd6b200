//! Themes: templates, messages and assets, gathered along the chain of parents and compiled once
//! per change. A theme knows no page: `render` binds what templates ask of a site (`link`,
//! `pages`, `typography`).

mod assets;
mod attributes;
mod chain;
mod declaration;
mod embedded;
mod facet;
mod facts;
mod files;
mod foreign;
mod functions;
mod locales;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_yaml::Mapping;
use tera::{Tera, Value};

use crate::diagnostic::{Code, Diagnostic, Place, Rules, Severities, settled};
use crate::language::Messages;
use crate::source::{Source, SourceId, Tree};
use attributes::Attributes;
use chain::Chain;
use facts::BlockFacts;
use functions::Functions;

pub use assets::Asset;
pub use declaration::{KEYS, embedded_facts, facts};
pub use embedded::{EMBEDDED, embedded_source};
pub(crate) use facts::TITLE;
pub use facts::{Facts, Named};
pub(crate) use foreign::with_languages;
pub(crate) use functions::{language, refused};
pub(crate) use templates::failure;

/// The templates that every theme must end up with.
const REQUIRED: &[&str] = &[
    "home.html",
    "page.html",
    "section.html",
    "taxonomy.html",
    "term.html",
    "redirect.html",
    "404.html",
];

/// A compiled theme.
#[derive(Debug)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// What templates see as `theme`.
    pub value: Value,
    /// The templates, with every function bound except those that ask the site.
    pub(crate) tera: Tera,
    /// The file that each template comes from.
    pub(crate) files: BTreeMap<String, SourceId>,
    /// The finished assets by the name under which templates ask for them.
    pub assets: Arc<BTreeMap<String, Asset>>,
    /// Files published under their own names at the root of the output.
    pub statics: BTreeMap<String, Source>,
    /// The messages of the theme per language.
    pub messages: Arc<BTreeMap<String, Messages>>,
    /// What it and its parents declare.
    pub(crate) facts: Facts,
    attributes: Attributes,
}

impl Theme {
    /// Returns whether there is a template of this name.
    pub fn has_template(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Returns whether the texts of a block are links, or become part of one.
    pub fn is_of_links(&self, block: &str) -> bool {
        let facts = self.facts.blocks.get(block);
        facts.is_some_and(|facts| facts.links == Some(true))
    }

    /// Returns the forms that the template of a block is written for; none if its theme does not
    /// say, and then any will do.
    pub fn forms_of(&self, block: &str) -> &[String] {
        let facts = self.facts.blocks.get(block);
        facts
            .and_then(|facts| facts.forms.as_deref())
            .unwrap_or_default()
    }

    /// Returns the block that people mean by a word.
    pub fn block_like(&self, word: &str) -> Option<&str> {
        let word = word.to_lowercase();
        let means = |facts: &BlockFacts| {
            let mut words = facts.like.iter().flatten();
            words.any(|like| *like == word)
        };
        let mut blocks = self.facts.blocks.iter();
        blocks
            .find(|(_, facts)| means(facts))
            .map(|(name, _)| name.as_str())
    }

    /// Returns whether an attribute gives the language of a block, besides `lang`.
    pub(crate) fn is_language(&self, block: &str, attribute: &str) -> bool {
        let facts = self.facts.blocks.get(block);
        facts.is_some_and(|facts| facts.language.as_deref() == Some(attribute))
    }

    /// Returns the attributes without which a block cannot be shown.
    pub(crate) fn needs_of(&self, block: &str) -> &[String] {
        let facts = self.facts.blocks.get(block);
        facts
            .and_then(|facts| facts.needs.as_deref())
            .unwrap_or_default()
    }

    /// Returns the attributes that a block's template reads; none if it may read any.
    pub fn attributes_of(&self, block: &str) -> Option<&BTreeSet<String>> {
        self.attributes.get(block)
    }

    /// Returns what the value of a block's attribute names, if the theme says so.
    pub fn named_by(&self, block: &str, attribute: &str) -> Option<Named<'_>> {
        self.facts
            .blocks
            .get(block)?
            .named_by(attribute)
    }

    /// Returns whether a block shows the contents of the page.
    pub fn is_of_contents(&self, block: &str) -> bool {
        let facts = self.facts.blocks.get(block);
        facts.is_some_and(|facts| facts.contents == Some(true))
    }

    /// Returns whether an asset is a script for the search alone.
    pub fn is_of_search(&self, asset: &str) -> bool {
        let facts = self.facts.scripts.get(asset);
        facts.is_some_and(|facts| facts.search == Some(true))
    }

    /// Returns the taxonomy by whose terms the search page groups its results.
    pub fn search_taxonomy(&self) -> Option<&str> {
        self.facts.search_taxonomy.as_deref()
    }

    /// Returns the names of the blocks.
    pub fn blocks(&self) -> impl Iterator<Item = &str> {
        self.files.keys().filter_map(|name| {
            name.strip_prefix("blocks/")?
                .strip_suffix(".html")
        })
    }
}

/// Compiles the theme of a name; `asked` is where it is named.
///
/// Returns no theme if it cannot be used; then at least one finding is an error.
pub fn compile(
    name: &str,
    asked: &Place,
    tree: &Tree,
    severities: &Severities,
) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let theme = Chain::follow(name, asked, tree, &mut found)
        .and_then(|chain| assemble(name, asked, chain, &mut found));
    let found = settled(found, Rules::of(severities));
    let is_usable = !found.iter().any(Diagnostic::is_error);
    (theme.filter(|_| is_usable), found)
}

/// Compiles what a chain of themes holds.
fn assemble(name: &str, asked: &Place, chain: Chain, found: &mut Vec<Diagnostic>) -> Option<Theme> {
    let browsers = &chain.declared.facts.browsers;
    let assets = Arc::new(assets::compile(&chain.files("assets"), browsers, found));
    let messages = Arc::new(locales::read(&chain.layers, found));
    let functions = Functions {
        assets: Arc::clone(&assets),
        messages: Arc::clone(&messages),
    };
    let templates = templates::all_templates(&chain.layers, found);
    let (tera, files) = templates::compile(&templates, functions, found)?;
    found.extend(missing_templates(&files, asked));
    Some(Theme {
        name: name.to_owned(),
        value: value(name, &chain.declared.settings),
        tera,
        files,
        assets,
        statics: chain.files("static"),
        messages,
        facts: chain.declared.facts,
        attributes: attributes::of_blocks(&templates),
    })
}

/// Reports the required templates that a theme lacks.
fn missing_templates(
    files: &BTreeMap<String, SourceId>,
    asked: &Place,
) -> impl Iterator<Item = Diagnostic> {
    let missing = REQUIRED
        .iter()
        .filter(|name| !files.contains_key(**name));
    missing.map(|name| {
        Diagnostic::new(Code::UnknownTemplate, asked.clone())
            .arg("name", name)
            .arg("near", "")
    })
}

/// Makes what templates see as `theme`.
fn value(name: &str, settings: &Mapping) -> Value {
    let fields = [
        ("name", Value::normal_string(name)),
        ("settings", Value::from_serializable(settings)),
    ];
    let keyed = fields.map(|(key, value)| (tera::value::Key::Str(key), value));
    Value::from(
        keyed
            .into_iter()
            .collect::<tera::Map>(),
    )
}
