//! A theme with those that it extends, as layers of files.

use std::collections::{BTreeMap, BTreeSet};

use super::declaration::{self, Declaration};
use super::embedded;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::layout::THEMES;
use crate::source::{Source, Tree, files_below};

/// The most themes in a chain; nobody needs more.
const LONGEST: usize = 9;

/// A theme and its parents.
#[derive(Default)]
pub(super) struct Chain {
    /// The layers, most specific first.
    pub(super) layers: Vec<Layer>,
    /// What all of them declare, key by key.
    pub(super) declared: Declaration,
}

/// A folder of theme files, either of the site or embedded.
pub(super) struct Layer {
    pub(super) theme: String,
    pub(super) files: BTreeMap<String, Source>,
}

impl Chain {
    /// Follows `extends` from a theme; `asked` is where the theme is named.
    pub(super) fn follow(
        name: &str,
        asked: &Place,
        tree: &Tree,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let mut chain = Self::default();
        let mut next = Some((name.to_owned(), asked.clone()));
        while let Some((name, asked)) = next.take() {
            if chain.holds(&name) || chain.names().len() == LONGEST {
                found.push(chain.cycle(&name, asked));
                return None;
            }
            let layers = layers_of(&name, tree);
            if layers.is_empty() {
                found.push(
                    Diagnostic::new(Code::UnknownTheme, asked)
                        .arg("name", &name)
                        .nearest(&name, names(tree)),
                );
                return None;
            }
            next = chain.add(layers, found);
        }
        Some(chain)
    }

    /// Gathers the files below a folder of every layer; the most specific file of a name wins.
    pub(super) fn files(&self, folder: &str) -> BTreeMap<String, Source> {
        let mut files = BTreeMap::new();
        for (path, source) in self
            .layers
            .iter()
            .flat_map(|layer| &layer.files)
        {
            let rest = path.strip_prefix(folder);
            if let Some(name) = rest.and_then(|rest| rest.strip_prefix('/')) {
                files
                    .entry(name.to_owned())
                    .or_insert_with(|| source.clone());
            }
        }
        files
    }

    /// Returns the names of its themes, each once.
    fn names(&self) -> Vec<&str> {
        let layers = self.layers.iter();
        let mut names: Vec<&str> = layers
            .map(|layer| layer.theme.as_str())
            .collect();
        names.dedup();
        names
    }

    fn holds(&self, name: &str) -> bool {
        self.layers
            .iter()
            .any(|layer| layer.theme == name)
    }

    /// Adds the layers of one theme, and returns its parent.
    fn add(&mut self, layers: Vec<Layer>, found: &mut Vec<Diagnostic>) -> Option<(String, Place)> {
        let mut parent = None;
        for layer in &layers {
            let Some(source) = layer.files.get(declaration::FILE) else {
                continue;
            };
            let mut declared = Declaration::read(source, &layer.theme, found);
            parent = parent.or(declared.parent.take());
            self.declared.inherit(declared);
        }
        self.layers.extend(layers);
        parent
    }

    /// Reports that `name` closes a circle, or makes the chain too long.
    fn cycle(&self, name: &str, asked: Place) -> Diagnostic {
        let mut names = self.names();
        names.push(name);
        let cause = if self.holds(name) { "circle" } else { "length" };
        Diagnostic::new(Code::ThemeCycle, asked)
            .arg("chain", names.join(" → "))
            .arg("cause", cause)
    }
}

/// Returns the names of all themes that a site can use.
fn names(tree: &Tree) -> BTreeSet<&str> {
    let own = files_below(tree, THEMES)
        .filter_map(|(path, _)| path.split_once('/'))
        .map(|(name, _)| name);
    own.chain(embedded::names()).collect()
}

/// Returns the layers of one name: the site's folder over the embedded theme.
fn layers_of(name: &str, tree: &Tree) -> Vec<Layer> {
    let folder = format!("{THEMES}/{name}");
    let own: BTreeMap<String, Source> = files_below(tree, &folder)
        .map(|(path, source)| (path.to_owned(), source.clone()))
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
