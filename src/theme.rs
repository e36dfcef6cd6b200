//! Themes: templates, words and assets, gathered along the chain of parents and compiled once per change.
//! A theme knows no page; what templates ask of a site (`link`, `typography`) is bound in `render`.

mod assets;
mod embedded;
mod facet;
mod functions;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_yaml::Mapping;
use tera::{Tera, Value};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Words;
use crate::source::{Source, SourceId, Span, Tree};
use crate::yaml::{Context, Key, Kind, Presence, Step, Yaml};

pub use assets::Asset;
pub use embedded::{EMBEDDED, embedded_source};
pub(crate) use functions::language;
pub(crate) use templates::failure;

/// The folder that holds a site's own themes.
pub const FOLDER: &str = "themes";

/// The templates that every theme must end up with.
pub const REQUIRED: &[&str] = &["home.html", "page.html", "section.html", "taxonomy.html", "term.html", "redirect.html", "404.html"];

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
    /// The theme's words per language.
    pub words: Arc<BTreeMap<String, Words>>,
}

/// One folder of theme files: of the site or embedded.
struct Layer {
    theme: String,
    files: BTreeMap<String, Source>,
}

/// What the `theme.yaml` of a theme says.
struct Said {
    /// The parent, and where it is named.
    parent: Option<(String, Place)>,
    settings: Mapping,
}

const SETTINGS: &str = "theme.yaml";

/// The keys of `theme.yaml`.
pub const KEYS: &[Key] = &[
    Key { name: "name", kind: Kind::Text, presence: Presence::Optional },
    Key { name: "extends", kind: Kind::Text, presence: Presence::Optional },
    Key { name: "settings", kind: Kind::Named(&Kind::Any), presence: Presence::Optional },
];

impl Theme {
    /// Tells whether a template of this name is there.
    pub fn has_template(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Returns the names of the blocks.
    pub fn blocks(&self) -> impl Iterator<Item = &str> {
        self.files.keys().filter_map(|name| name.strip_prefix("blocks/")?.strip_suffix(".html"))
    }
}

/// Returns the names of all themes that a site can use.
pub fn names(tree: &Tree) -> BTreeSet<&str> {
    let own = tree.keys().filter_map(|id| id.below(FOLDER)?.split_once('/').map(|(name, _)| name));
    own.chain(EMBEDDED.dirs().filter_map(|dir| dir.path().file_name()?.to_str())).collect()
}

/// Compiles the theme of a name; `asked` is where it is named.
///
/// Returns no theme where it cannot be used; then at least one finding is an error.
pub fn compile(name: &str, asked: &Place, tree: &Tree) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let Some((layers, settings)) = chain(name, asked, tree, &mut found) else { return (None, found) };
    let assets = Arc::new(assets::compile(&gathered(&layers, "assets"), &mut found));
    let words = Arc::new(words(&layers, &mut found));
    let functions = functions::Functions { assets: Arc::clone(&assets), words: Arc::clone(&words) };
    let templates = templates::compile(&layers, functions, &mut found);
    let Some((tera, files)) = templates else { return (None, found) };
    for required in REQUIRED.iter().filter(|required| !files.contains_key(**required)) {
        found.push(Diagnostic::new(Code::UnknownTemplate, asked.clone()).arg("name", required).arg("near", ""));
    }
    if found.iter().any(Diagnostic::is_error) {
        return (None, found);
    }
    let value = [("name", Value::normal_string(name)), ("settings", Value::from_serializable(&settings))];
    let value = Value::from(value.into_iter().map(|(key, value)| (tera::value::Key::Str(key), value)).collect::<tera::Map>());
    (Some(Theme { name: name.to_owned(), value, tera, files, assets, statics: gathered(&layers, "static"), words }), found)
}

/// Follows `extends` from a theme, most specific layer first; also returns the settings of all of them.
fn chain(name: &str, asked: &Place, tree: &Tree, found: &mut Vec<Diagnostic>) -> Option<(Vec<Layer>, Mapping)> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut settings: Vec<Mapping> = Vec::new();
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
            found.push(Diagnostic::new(Code::UnknownTheme, asked).arg("name", &name).nearest(&name, names(tree)));
            return None;
        }
        if let Some(source) = own.iter().find_map(|layer| layer.files.get(SETTINGS)) {
            let said = read(source, &name, found);
            settings.push(said.settings);
            next = said.parent;
        }
        layers.extend(own);
    }
    // From the oldest on, so that a child's value takes the place of its parent's.
    Some((layers, settings.into_iter().rev().flatten().collect()))
}

/// Returns the layers of one name: the site's folder over the embedded theme.
fn layers_of(name: &str, tree: &Tree) -> Vec<Layer> {
    let folder = format!("{FOLDER}/{name}");
    let own: BTreeMap<String, Source> = tree
        .range(SourceId::new(format!("{folder}/"))..)
        .map_while(|(id, source)| Some((id.below(&folder)?.to_owned(), source.clone())))
        .collect();
    [own, embedded::files(name)]
        .into_iter()
        .filter(|files| !files.is_empty())
        .map(|files| Layer { theme: name.to_owned(), files })
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
    let yaml = Yaml { source: &source.id, text: stripped, offset: text.len() - stripped.len() };
    let mut fields = yaml.fields(KEYS, Context::default(), found);
    if let Some(name) = fields.text("name").filter(|name| name != folder) {
        let finding = Diagnostic::new(Code::ThemeName, yaml.place(&[Step::Key("name")]));
        found.push(finding.arg("name", name).arg("folder", folder).correction(folder));
    }
    let parent = fields.text("extends").map(|parent| (parent, yaml.place(&[Step::Key("extends")])));
    let settings = fields.value("settings").and_then(|settings| settings.as_mapping().cloned());
    Said { parent, settings: settings.unwrap_or_default() }
}

/// Gathers the files below a folder of every layer; the most specific of a name wins.
fn gathered(layers: &[Layer], folder: &str) -> BTreeMap<String, Source> {
    let mut files = BTreeMap::new();
    for layer in layers {
        for (path, source) in &layer.files {
            if let Some(name) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
                files.entry(name.to_owned()).or_insert_with(|| source.clone());
            }
        }
    }
    files
}

/// Reads the words of every language along the chain.
fn words(layers: &[Layer], found: &mut Vec<Diagnostic>) -> BTreeMap<String, Words> {
    let mut words: BTreeMap<String, Words> = BTreeMap::new();
    for layer in layers {
        for (path, source) in &layer.files {
            let Some(language) = path.strip_prefix("locales/").and_then(|name| name.strip_suffix(".ftl")) else { continue };
            let text = match std::str::from_utf8(source.bytes()) {
                Ok(text) => text,
                Err(error) => {
                    found.push(Diagnostic::not_utf8(&source.id, error.valid_up_to()));
                    continue;
                }
            };
            if let Err(cause) = words.entry(language.to_owned()).or_insert_with(|| Words::new(language)).add(text) {
                found.push(Diagnostic::new(Code::BrokenWords, line_named(&source.id, text, &cause)).arg("cause", cause));
            }
        }
    }
    words
}

/// Points at the line that `line 3: …` names.
fn line_named(source: &SourceId, text: &str, cause: &str) -> Place {
    let number = cause.strip_prefix("line ").and_then(|rest| rest.split(':').next()?.parse::<usize>().ok());
    let Some(before) = number.and_then(|number| number.checked_sub(1)) else { return Place::file(source) };
    let start = text.split_inclusive('\n').take(before).map(str::len).sum::<usize>();
    let line = text[start..].lines().next().unwrap_or_default();
    Place::at(source, Span::new(start..start + line.trim_end().len()))
}
