//! A project: the only thing that changes. It holds the sources and what was read from them, and
//! turns changes into snapshots.

mod change;
mod copies;
mod kept;
mod read;
mod snapshot;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use self::change::Reach;
use self::copies::{Copies, Originals};
use self::kept::{Kept, Parsed};
use crate::config::Config;
use crate::data::Data;
use crate::diagnostic::Diagnostic;
use crate::document::Options;
use crate::language::Day;
use crate::site::{Mode, Site};
use crate::source::{Source, SourceId, Tree, files_below};
use crate::theme::{self, Facts, Theme};

pub use change::Change;
pub use snapshot::Snapshot;

/// The sources of a site and what was read from them.
pub struct Project {
    tree: Arc<Tree>,
    mode: Mode,
    today: Day,
    config: Kept<Config>,
    options: Options,
    /// The data files, each in its last good version.
    data: Arc<Data>,
    /// The data files in their present version.
    newest_data: Arc<Data>,
    themes: BTreeMap<String, Kept<Theme>>,
    /// What the themes of the site say about themselves, by file.
    facts: BTreeMap<SourceId, Kept<Facts>>,
    /// What the embedded themes say about themselves.
    embedded: Vec<Facts>,
    documents: BTreeMap<SourceId, Parsed>,
    /// The documents that may be copies of others.
    copies: Copies,
    /// The newest site, until something changes that linking depends on.
    linked: Option<Linked>,
}

/// A site and the findings of linking.
#[derive(Clone)]
struct Linked {
    site: Arc<Site>,
    /// The documents that are copies, and so no pages.
    copies: Arc<Originals>,
    found: Vec<Diagnostic>,
}

impl Project {
    /// Starts without any sources, on a day in the site's time zone.
    pub fn new(mode: Mode, today: Day) -> Self {
        let config = Config::empty();
        Self {
            tree: Arc::new(Tree::new()),
            mode,
            today,
            options: Options::new(&config),
            config: Kept {
                good: Some(Arc::new(config)),
                found: Vec::new(),
            },
            data: Arc::default(),
            newest_data: Arc::default(),
            themes: BTreeMap::new(),
            facts: BTreeMap::new(),
            embedded: theme::embedded_facts().collect(),
            documents: BTreeMap::new(),
            copies: Copies::default(),
            linked: None,
        }
    }

    /// Applies changes and links again; equal content is no change, and equal entries keep the same
    /// site.
    pub fn apply(&mut self, changes: Vec<Change>) -> Snapshot {
        let mut reach = self.take(changes);
        if !reach.is_only_documents() {
            self.linked = None;
        }
        let severities = self.config().severities.clone();
        if reach.config {
            self.read_config();
        }
        // What is wrong with themes decides whether they are used.
        reach.themes |= severities != self.config().severities;
        if reach.themes {
            self.read_facts();
        }
        self.read_documents(reach.documents);
        if reach.data || reach.config {
            self.read_data();
        }
        self.read_themes(reach.themes);
        self.snapshot()
    }

    /// Returns the text of a source, so that findings in it can be shown.
    pub fn text(&self, source: &SourceId) -> Option<Cow<'_, str>> {
        text_in(&self.tree, source)
    }

    /// Returns the sources at or below a path from the site's root.
    pub fn sources_below(&self, path: &SourceId) -> Vec<SourceId> {
        let inside = files_below(&self.tree, path.as_str()).map(|(_, source)| &source.id);
        self.tree
            .get_key_value(path)
            .map(|(id, _)| id)
            .into_iter()
            .chain(inside)
            .cloned()
            .collect()
    }

    /// Returns whether a change would have any effect.
    pub fn is_news(&self, change: &Change) -> bool {
        match change {
            Change::Present(source) => self
                .tree
                .get(&source.id)
                .is_none_or(|known| known.hash != source.hash),
            Change::Absent(id) => self.tree.contains_key(id),
            Change::Today(day) => *day != self.today,
            Change::Mode(mode) => *mode != self.mode,
        }
    }

    /// Returns the project's present day.
    pub fn today(&self) -> Day {
        self.today
    }

    /// Returns the settings.
    pub fn config(&self) -> Arc<Config> {
        self.config
            .good
            .clone()
            .unwrap_or_else(|| Arc::new(Config::empty()))
    }

    /// Applies changes to the tree and returns what they affect.
    fn take(&mut self, changes: Vec<Change>) -> Reach {
        let mut reach = Reach::default();
        let tree = Arc::make_mut(&mut self.tree);
        for change in changes {
            let changed = match change {
                Change::Today(day) => {
                    self.today = day;
                    reach.others = true;
                    None
                }
                Change::Mode(mode) => {
                    self.mode = mode;
                    reach.others = true;
                    None
                }
                Change::Present(source) => change::insert(tree, source),
                Change::Absent(id) => tree.remove(&id).map(|_| id),
            };
            if let Some(id) = changed {
                reach.add(id);
            }
        }
        reach
    }
}

/// Returns the text of a source in a tree or an embedded theme; invalid UTF-8 is replaced.
fn text_in<'t>(tree: &'t Tree, source: &SourceId) -> Option<Cow<'t, str>> {
    tree.get(source)
        .map(Source::bytes)
        .or_else(|| theme::embedded_source(source))
        .map(String::from_utf8_lossy)
}
