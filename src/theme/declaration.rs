//! What the `theme.yaml` of a theme declares: its parent, settings for its templates, and facts for
//! the program.

use serde_yaml::Mapping;

use super::embedded;
use super::facts::{self, Facts, Inherit};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::layout::THEMES;
use crate::source::{Source, SourceId, Tree, files_below};
use crate::yaml::{Context, Key, Kind, Step, Yaml};

/// The file that declares a theme.
pub(super) const FILE: &str = "theme.yaml";

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

/// The content of a `theme.yaml`, or of all those along a chain.
#[derive(Default)]
pub(super) struct Declaration {
    /// The parent, and where it is named.
    pub(super) parent: Option<(String, Place)>,
    pub(super) settings: Mapping,
    pub(super) facts: Facts,
}

impl Declaration {
    /// Reads the `theme.yaml` in a theme's folder.
    pub(super) fn read(source: &Source, folder: &str, found: &mut Vec<Diagnostic>) -> Self {
        let yaml = Yaml::of(source).unwrap_or_else(|finding| {
            found.push(finding);
            Yaml::empty(source)
        });
        let mut fields = yaml.fields(KEYS, Context::default(), found);
        if let Some(name) = fields
            .text("name")
            .filter(|name| name != folder)
        {
            found.push(wrong_name(&yaml, &name, folder));
        }
        let parent = fields
            .text("extends")
            .map(|parent| (parent, yaml.place(&[Step::Key("extends")])));
        let settings = fields
            .value("settings")
            .and_then(|settings| settings.as_mapping().cloned());
        Self {
            parent,
            settings: settings.unwrap_or_default(),
            facts: Facts::read(&yaml, &mut fields, found),
        }
    }

    /// Adds what a less specific layer declares; values that are already set stay.
    pub(super) fn inherit(&mut self, below: Self) {
        let own = std::mem::replace(&mut self.settings, below.settings);
        self.settings.extend(own);
        self.facts.inherit(below.facts);
    }
}

/// Reports a name that differs from that of the folder.
fn wrong_name(yaml: &Yaml<'_>, name: &str, folder: &str) -> Diagnostic {
    Diagnostic::new(Code::ThemeName, yaml.place(&[Step::Key("name")]))
        .arg("name", name)
        .arg("folder", folder)
        .likely_fix(yaml.hash, folder)
}

/// Returns the facts that the embedded themes declare.
pub fn embedded_facts() -> impl Iterator<Item = Facts> {
    embedded::names().filter_map(|name| {
        let source = embedded::files(name).remove(FILE)?;
        Some(Declaration::read(&source, name, &mut Vec::new()).facts)
    })
}

/// Returns the facts that the themes of a site declare, by file, with the findings there.
pub fn facts(tree: &Tree) -> impl Iterator<Item = (SourceId, Facts, Vec<Diagnostic>)> {
    files_below(tree, THEMES).filter_map(|(path, source)| {
        let (folder, _) = path
            .split_once('/')
            .filter(|(_, file)| *file == FILE)?;
        let mut found = Vec::new();
        let facts = Declaration::read(source, folder, &mut found).facts;
        Some((source.id.clone(), facts, found))
    })
}
