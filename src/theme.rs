//! Themes: templates, messages and assets, gathered along the chain of parents and compiled once per
//! change. A theme knows no page; what templates ask of a site (`link`, `typography`) is bound in
//! `render`.

mod assets;
mod embedded;
mod facet;
mod facts;
mod functions;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_yaml::Mapping;
use tera::{Tera, Value};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::{MessageError, MessageFault, Messages};
use crate::layout::THEMES;
use crate::source::{Source, SourceId, Span, Tree, floor, line_start};
use crate::yaml::{Context, Key, Kind, Step, Yaml};
use facts::Inherit;

pub use assets::Asset;
pub use embedded::{EMBEDDED, embedded_source};
pub use facts::{BlockFacts, Facts};
pub(crate) use functions::{language, refused};
pub(crate) use templates::failure;

/// The templates that every theme must end up with.
pub const REQUIRED: &[&str] = &[
    "home.html",
    "page.html",
    "section.html",
    "taxonomy.html",
    "term.html",
    "redirect.html",
    "404.html",
];

/// The template that shows the glossary, unless its theme says otherwise.
const GLOSSARY: &str = "glossary";

/// The template that shows the accessibility statement, unless its theme says otherwise.
const STATEMENT: &str = "accessibility";

/// The most findings in one file of words; an author with many mistakes fixes these first.
const MOST_FINDINGS: usize = 100;

/// The longest chain of parents; nobody inherits from more.
const LONGEST_CHAIN: usize = 8;

/// A compiled theme.
#[derive(Debug)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// What templates see as `theme`.
    pub value: Value,
    /// The templates, with every function bound but those that ask the site.
    pub(crate) tera: Tera,
    /// Which file each template comes from.
    pub(crate) files: BTreeMap<String, SourceId>,
    /// The finished assets by the name under which templates ask for them.
    pub assets: Arc<BTreeMap<String, Asset>>,
    /// Files that are published under their own names from the output's root.
    pub statics: BTreeMap<String, Source>,
    /// The messages of the theme per language.
    pub messages: Arc<BTreeMap<String, Messages>>,
    /// What it and its parents say of themselves.
    facts: Facts,
}

/// One folder of theme files: of the site or embedded.
struct Layer {
    theme: String,
    files: BTreeMap<String, Source>,
}

/// What the `theme.yaml` of a theme says.
#[derive(Default)]
struct Said {
    /// The parent, and where it is named.
    parent: Option<(String, Place)>,
    settings: Mapping,
    facts: Facts,
}

impl Said {
    /// Adds what is below: of the embedded theme, or of a parent. A value of one's own stays.
    fn inherit(&mut self, below: Self) {
        let own = std::mem::replace(&mut self.settings, below.settings);
        self.settings.extend(own);
        self.facts.inherit(below.facts);
    }
}

const SETTINGS: &str = "theme.yaml";

/// The keys of `theme.yaml`.
pub const KEYS: &[Key] = &[
    Key::optional("name", Kind::Text),
    Key::optional("extends", Kind::Text),
    Key::optional("settings", Kind::Named(&Kind::Any)),
    facts::MAIN,
    facts::BLOCKS,
    facts::TEMPLATES,
    facts::SCRIPTS,
    facts::SEARCH,
    facts::BROWSERS,
];

impl Theme {
    /// Returns whether a template of this name is there.
    pub fn has_template(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Returns whether the texts of a block are links, or become parts of one.
    pub fn is_of_links(&self, block: &str) -> bool {
        let facts = self.facts.blocks.get(block);
        facts.is_some_and(|facts| facts.links == Some(true))
    }

    /// Returns whether a block shows the contents of the page.
    pub fn is_of_contents(&self, block: &str) -> bool {
        let facts = self.facts.blocks.get(block);
        facts.is_some_and(|facts| facts.contents == Some(true))
    }

    /// Returns whether a template shows the glossary.
    pub fn is_of_glossary(&self, template: &str) -> bool {
        let name = facts::template_name(template);
        let said = self
            .facts
            .templates
            .get(name)
            .and_then(|facts| facts.glossary);
        said.unwrap_or(name == GLOSSARY)
    }

    /// Returns whether a template shows the accessibility statement.
    pub fn is_of_statement(&self, template: &str) -> bool {
        let name = facts::template_name(template);
        let said = self
            .facts
            .templates
            .get(name)
            .and_then(|facts| facts.statement);
        said.unwrap_or(name == STATEMENT)
    }

    /// Returns whether an asset is a script for nothing but the search.
    pub fn is_of_search(&self, asset: &str) -> bool {
        let facts = self.facts.scripts.get(asset);
        facts.is_some_and(|facts| facts.search == Some(true))
    }

    /// Returns the taxonomy by whose terms the search page lists what it finds.
    pub fn search_taxonomy(&self) -> Option<&str> {
        self.facts.search_taxonomy.as_deref()
    }

    /// Returns the names of the blocks.
    pub fn blocks(&self) -> impl Iterator<Item = &str> {
        self.files
            .keys()
            .filter_map(|name| name.strip_prefix("blocks/")?.strip_suffix(".html"))
    }
}

/// Returns the names of all themes that a site can use.
pub fn names(tree: &Tree) -> BTreeSet<&str> {
    let own = tree
        .keys()
        .filter_map(|id| id.below(THEMES)?.split_once('/').map(|(name, _)| name));
    own.chain(
        EMBEDDED
            .dirs()
            .filter_map(|dir| dir.path().file_name()?.to_str()),
    )
    .collect()
}

/// Compiles the theme of a name; `asked` is where it is named.
///
/// Returns no theme where it cannot be used; then at least one finding is an error.
pub fn compile(name: &str, asked: &Place, tree: &Tree) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let Some((layers, said)) = chain(name, asked, tree, &mut found) else {
        return (None, found);
    };
    let files = gathered(&layers, "assets");
    let assets = assets::compile(&files, &said.facts.browsers, &mut found);
    let assets = Arc::new(assets);
    let messages = Arc::new(messages(&layers, &mut found));
    let functions = functions::Functions {
        assets: Arc::clone(&assets),
        messages: Arc::clone(&messages),
    };
    let templates = templates::compile(&layers, functions, &mut found);
    let Some((tera, files)) = templates else {
        return (None, found);
    };
    for required in REQUIRED
        .iter()
        .filter(|required| !files.contains_key(**required))
    {
        found.push(
            Diagnostic::new(Code::UnknownTemplate, asked.clone())
                .arg("name", required)
                .arg("near", ""),
        );
    }
    if found.iter().any(Diagnostic::is_error) {
        return (None, found);
    }
    let value = [
        ("name", Value::normal_string(name)),
        ("settings", Value::from_serializable(&said.settings)),
    ];
    let value = Value::from(
        value
            .into_iter()
            .map(|(key, value)| (tera::value::Key::Str(key), value))
            .collect::<tera::Map>(),
    );
    let statics = gathered(&layers, "static");
    (
        Some(Theme {
            name: name.to_owned(),
            value,
            tera,
            files,
            assets,
            statics,
            messages,
            facts: said.facts,
        }),
        found,
    )
}

/// Follows `extends` from a theme, most specific layer first; also returns what all of them say,
/// key by key.
fn chain(
    name: &str,
    asked: &Place,
    tree: &Tree,
    found: &mut Vec<Diagnostic>,
) -> Option<(Vec<Layer>, Said)> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut all = Said::default();
    let mut next = Some((name.to_owned(), asked.clone()));
    while let Some((name, asked)) = next.take() {
        if layers.iter().any(|layer| layer.theme == name) || layers.len() > LONGEST_CHAIN {
            let mut names: Vec<&str> = layers.iter().map(|layer| layer.theme.as_str()).collect();
            names.dedup();
            names.push(&name);
            found.push(Diagnostic::new(Code::ThemeCycle, asked).arg("chain", names.join(" → ")));
            return None;
        }
        let own = layers_of(&name, tree);
        if own.is_empty() {
            found.push(
                Diagnostic::new(Code::UnknownTheme, asked)
                    .arg("name", &name)
                    .nearest(&name, names(tree)),
            );
            return None;
        }
        for source in own.iter().filter_map(|layer| layer.files.get(SETTINGS)) {
            let mut said = read(source, &name, found);
            next = next.or(said.parent.take());
            all.inherit(said);
        }
        layers.extend(own);
    }
    Some((layers, all))
}

/// Returns the layers of one name: the site's folder over the embedded theme.
fn layers_of(name: &str, tree: &Tree) -> Vec<Layer> {
    let folder = format!("{THEMES}/{name}");
    let own: BTreeMap<String, Source> = tree
        .range(SourceId::new(format!("{folder}/"))..)
        .map_while(|(id, source)| Some((id.below(&folder)?.to_owned(), source.clone())))
        .collect();
    [own, embedded::files(name)]
        .into_iter()
        .filter(|files| !files.is_empty())
        .map(|files| Layer {
            theme: name.to_owned(),
            files,
        })
        .collect()
}

/// Reads the `theme.yaml` in the folder of a theme.
fn read(source: &Source, folder: &str, found: &mut Vec<Diagnostic>) -> Said {
    let text = match std::str::from_utf8(source.bytes()) {
        Ok(text) => text,
        Err(error) => {
            found.push(Diagnostic::not_utf8(&source.id, error.valid_up_to()));
            ""
        }
    };
    let stripped = text.trim_start_matches('\u{feff}');
    let yaml = Yaml {
        source: &source.id,
        hash: source.hash,
        text: stripped,
        offset: text.len() - stripped.len(),
    };
    let mut fields = yaml.fields(KEYS, Context::default(), found);
    if let Some(name) = fields.text("name").filter(|name| name != folder) {
        let finding = Diagnostic::new(Code::ThemeName, yaml.place(&[Step::Key("name")]));
        found.push(
            finding
                .arg("name", name)
                .arg("folder", folder)
                .likely_fix(source.hash, folder),
        );
    }
    let parent = fields
        .text("extends")
        .map(|parent| (parent, yaml.place(&[Step::Key("extends")])));
    let settings = fields
        .value("settings")
        .and_then(|settings| settings.as_mapping().cloned());
    Said {
        parent,
        settings: settings.unwrap_or_default(),
        facts: Facts::read(&yaml, &mut fields, found),
    }
}

/// Returns what the embedded themes say of themselves.
pub fn embedded_facts() -> impl Iterator<Item = Facts> {
    let names = EMBEDDED
        .dirs()
        .filter_map(|dir| dir.path().file_name()?.to_str());
    names.filter_map(|name| {
        Some(
            read(
                &embedded::files(name).remove(SETTINGS)?,
                name,
                &mut Vec::new(),
            )
            .facts,
        )
    })
}

/// Returns what the themes of a site say of themselves, by their files, with what is wrong there.
pub fn facts(tree: &Tree) -> impl Iterator<Item = (SourceId, Facts, Vec<Diagnostic>)> {
    let from = SourceId::new(format!("{THEMES}/"));
    let own = tree
        .range(from..)
        .map_while(|(id, source)| Some((id.below(THEMES)?, source)));
    let own = own.filter(|(path, _)| {
        path.split_once('/')
            .is_some_and(|(_, file)| file == SETTINGS)
    });
    own.map(|(path, source)| {
        let mut found = Vec::new();
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        let facts = read(source, folder, &mut found).facts;
        (source.id.clone(), facts, found)
    })
}

/// Gathers the files below a folder of every layer; the most specific of a name wins.
fn gathered(layers: &[Layer], folder: &str) -> BTreeMap<String, Source> {
    let mut files = BTreeMap::new();
    for layer in layers {
        for (path, source) in &layer.files {
            if let Some(name) = path
                .strip_prefix(folder)
                .and_then(|rest| rest.strip_prefix('/'))
            {
                files
                    .entry(name.to_owned())
                    .or_insert_with(|| source.clone());
            }
        }
    }
    files
}

/// Reads the words of every language along the chain.
fn messages(layers: &[Layer], found: &mut Vec<Diagnostic>) -> BTreeMap<String, Messages> {
    let mut messages: BTreeMap<String, Messages> = BTreeMap::new();
    for layer in layers {
        for (path, source) in &layer.files {
            let Some(language) = path
                .strip_prefix("locales/")
                .and_then(|name| name.strip_suffix(".ftl"))
            else {
                continue;
            };
            let text = match std::str::from_utf8(source.bytes()) {
                Ok(text) => text,
                Err(error) => {
                    found.push(Diagnostic::not_utf8(&source.id, error.valid_up_to()));
                    continue;
                }
            };
            let added = messages
                .entry(language.to_owned())
                .or_insert_with(|| Messages::new(language))
                .add(text);
            found.extend(
                added
                    .err()
                    .into_iter()
                    .flatten()
                    .take(MOST_FINDINGS)
                    .map(|wrong| broken_message(&source.id, text, wrong)),
            );
        }
    }
    messages
}

/// Makes the finding about a file of words, at the line that is wrong.
fn broken_message(source: &SourceId, text: &str, wrong: MessageError) -> Diagnostic {
    let start = line_start(text, floor(text, wrong.at));
    let line = text[start..].lines().next().unwrap_or_default();
    let finding = Diagnostic::new(
        Code::BrokenMessages,
        Place::at(source, Span::new(start..start + line.trim_end().len())),
    );
    match wrong.why {
        MessageFault::Syntax(words) => finding.arg("cause", words),
        MessageFault::Twice(name) => finding.arg("cause", "twice").arg("name", name),
    }
}
