//! A project: the only thing that changes. It holds the sources and what has been read of them, and
//! turns changes into snapshots.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;

use crate::accessibility;
use crate::config::{self, Config, Glossaries, Synonyms};
use crate::diagnostic::{Audience, Code, Diagnostic, Place, settled, sorted};
use crate::document::{self, Document, Options, Reading, ThemeFacts};
use crate::language::Day;
use crate::layout;
use crate::render::Renderer;
use crate::site::{self, Inputs, Mode, Parts, Site};
use crate::source::{Content, Source, SourceId, Tree};
use crate::theme::{self, Facts, Theme};
use crate::yaml::Yaml;

/// One change of what a site is made of.
#[derive(Clone, Debug)]
pub enum Change {
    /// A file is there, with this content.
    Present(Source),
    /// A file is gone.
    Absent(SourceId),
    /// It is another day.
    Today(Day),
    /// The site is built in another way.
    Mode(Mode),
}

impl Change {
    /// Returns the file that changes, if it is one.
    pub fn source(&self) -> Option<&SourceId> {
        match self {
            Self::Present(source) => Some(&source.id),
            Self::Absent(id) => Some(id),
            Self::Today(_) | Self::Mode(_) => None,
        }
    }
}

/// A site at one moment, with everything that reading and linking found wrong.
pub struct Snapshot {
    /// The site, ready to render.
    pub renderer: Renderer,
    /// What reading and linking found, in order of place; rendering finds more.
    pub diagnostics: Vec<Diagnostic>,
    /// The documents that are shown in their last good version, since the present one has errors.
    pub held: BTreeSet<SourceId>,
}

/// The sources of a site and what has been read of them.
pub struct Project {
    tree: Arc<Tree>,
    mode: Mode,
    today: Day,
    config: Kept<Config>,
    options: Options,
    data: Kept<Value>,
    synonyms: Kept<Synonyms>,
    glossaries: Kept<Glossaries>,
    themes: BTreeMap<String, Kept<Theme>>,
    /// What the themes of the site say of themselves, by their files.
    facts: BTreeMap<SourceId, Kept<Facts>>,
    /// What the embedded themes say of themselves.
    embedded: Vec<Facts>,
    documents: BTreeMap<SourceId, Parsed>,
    /// The newest site, until something changes that linking sees.
    linked: Option<Linked>,
}

/// A site and what linking found wrong.
#[derive(Clone)]
struct Linked {
    site: Arc<Site>,
    found: Vec<Diagnostic>,
}

/// Something read, in its last good version, with what is wrong with the present one.
struct Kept<T> {
    good: Option<Arc<T>>,
    found: Vec<Diagnostic>,
}

/// A document as it is, or in its last good version, with what is wrong with it as it is.
struct Parsed {
    document: Arc<Document>,
    is_good: bool,
    found: Vec<Diagnostic>,
}

impl<T> Kept<T> {
    fn nothing() -> Self {
        Self {
            good: None,
            found: Vec::new(),
        }
    }

    /// Takes a new version; one with errors leaves the last good one in its place.
    fn update(&mut self, new: Option<T>, found: Vec<Diagnostic>) {
        if let Some(new) = new
            && (self.good.is_none() || !found.iter().any(Diagnostic::is_error))
        {
            self.good = Some(Arc::new(new));
        }
        self.found = found;
    }
}

/// Which parts of a project changes reach.
#[derive(Default)]
struct Reach {
    config: bool,
    data: bool,
    themes: bool,
    documents: Vec<SourceId>,
    /// Whether anything else changed: an attachment, the day, the mode.
    others: bool,
}

impl Reach {
    /// Returns whether documents are all that changed.
    fn is_documents_alone(&self) -> bool {
        !(self.config || self.data || self.themes || self.others)
    }
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
            data: Kept::nothing(),
            synonyms: Kept::nothing(),
            glossaries: Kept::nothing(),
            themes: BTreeMap::new(),
            facts: BTreeMap::new(),
            embedded: theme::embedded_facts().collect(),
            documents: BTreeMap::new(),
            linked: None,
        }
    }

    /// Applies changes and links anew; equal content is no change, and equal entries link to the
    /// same site.
    pub fn apply(&mut self, changes: Vec<Change>) -> Snapshot {
        let reach = self.take(changes);
        if !reach.is_documents_alone() {
            self.linked = None;
        }
        if reach.config {
            self.read_config();
        }
        if reach.themes {
            self.read_facts();
        }
        self.read_documents(reach.documents);
        if reach.data || self.data.good.is_none() {
            self.read_data();
        }
        if reach.data || reach.config {
            self.read_words();
        }
        self.read_themes(reach.themes);
        self.snapshot()
    }

    /// Returns the text of a source, so that findings in it can be shown.
    pub fn text(&self, source: &SourceId) -> Option<Cow<'_, str>> {
        text_in(&self.tree, source)
    }

    /// Returns the sources at and below a path from the site's root.
    pub fn sources_below(&self, path: &SourceId) -> Vec<SourceId> {
        let below = SourceId::new(format!("{path}/"));
        let inside = self
            .tree
            .range(below..)
            .map(|(id, _)| id)
            .take_while(|id| id.below(path.as_str()).is_some());
        self.tree
            .get_key_value(path)
            .map(|(id, _)| id)
            .into_iter()
            .chain(inside)
            .cloned()
            .collect()
    }

    /// Returns whether a change would change anything.
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

    /// Returns the day on which the project is.
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

    /// Puts changes into the tree and tells what they reach.
    fn take(&mut self, changes: Vec<Change>) -> Reach {
        let mut reach = Reach::default();
        let tree = Arc::make_mut(&mut self.tree);
        for change in changes {
            let id = match change {
                Change::Today(day) => {
                    self.today = day;
                    reach.others = true;
                    continue;
                }
                Change::Mode(mode) => {
                    self.mode = mode;
                    reach.others = true;
                    continue;
                }
                Change::Present(source) => {
                    if tree
                        .get(&source.id)
                        .is_some_and(|known| known.hash == source.hash)
                    {
                        continue;
                    }
                    let id = source.id.clone();
                    tree.insert(id.clone(), source);
                    id
                }
                Change::Absent(id) => {
                    if tree.remove(&id).is_none() {
                        continue;
                    }
                    id
                }
            };
            if id.as_str() == layout::SETTINGS {
                reach.config = true;
            } else if id.below(layout::DATA).is_some() {
                reach.data = true;
            } else if id.below(layout::THEMES).is_some() {
                reach.themes = true;
            } else if is_document(&id) {
                reach.documents.push(id);
            } else {
                reach.others = true;
            }
        }
        reach
    }

    fn read_config(&mut self) {
        match self.tree.get(layout::SETTINGS) {
            Some(source) => {
                let (config, mut found) = config::parse(source);
                if let Content::Unusable(why) = &source.content {
                    found = vec![document::unusable(&source.id, why)];
                }
                if self.documents.is_empty() {
                    // Before anything has been read there is no last good version to keep.
                    self.config.good = None;
                }
                self.config.update(Some(config), found);
            }
            None => self.config.update(Some(Config::empty()), Vec::new()),
        }
    }

    /// Reads what themes say of themselves, also those that nothing uses: every text is read by
    /// what all of them say.
    fn read_facts(&mut self) {
        let mut known = std::mem::take(&mut self.facts);
        for (id, facts, found) in theme::facts(&self.tree) {
            let mut kept = known.remove(&id).unwrap_or_else(Kept::nothing);
            kept.update(Some(facts), found);
            self.facts.insert(id, kept);
        }
    }

    /// Joins what all themes say: a text is read alike, whichever of them shows it.
    fn theme_facts(&self) -> ThemeFacts {
        let mut joined = ThemeFacts::default();
        for facts in self
            .embedded
            .iter()
            .chain(self.facts.values().filter_map(|kept| kept.good.as_deref()))
        {
            joined.main.extend(facts.main.as_deref().map(Arc::from));
            for (name, said) in &facts.blocks {
                let name: Arc<str> = Arc::from(name.as_str());
                if said.numbered == Some(true) {
                    joined.numbered.insert(Arc::clone(&name));
                }
                if let Some(key) = &said.language {
                    joined
                        .languages
                        .entry(name)
                        .or_default()
                        .insert(Arc::from(key.as_str()));
                }
            }
        }
        joined
    }

    /// Reads the documents that changed; all of them if the settings changed what reading depends
    /// on.
    fn read_documents(&mut self, changed: Vec<SourceId>) {
        let options = self
            .options
            .renewed(&self.config())
            .with_themes(Arc::new(self.theme_facts()));
        let agrees = options.agrees(&self.options);
        let ids: Vec<SourceId> = if agrees {
            changed
        } else {
            let gone = changed.into_iter().filter(|id| !self.tree.contains_key(id));
            self.tree
                .keys()
                .filter(|id| is_document(id))
                .cloned()
                .chain(gone)
                .collect()
        };
        self.options = options;
        let (tree, options) = (&self.tree, &self.options);
        // Accounts are not kept: all of them together would be a third of what a large site holds.
        let parsed: Vec<(SourceId, Option<_>)> = ids
            .into_par_iter()
            .map(|id| {
                let reading = tree.get(&id).map(|source| document::parse(source, options));
                (
                    id,
                    reading.map(
                        |Reading {
                             document,
                             diagnostics,
                             ..
                         }| (document, diagnostics),
                    ),
                )
            })
            .collect();
        for (id, parsed) in parsed {
            match parsed {
                Some(read) => self.keep_document(id, read, !agrees),
                None => {
                    self.documents.remove(&id);
                    self.linked = None;
                }
            }
        }
    }

    /// Takes a document as it is, unless its last good version stays; `renewed` tells that the
    /// settings read it differently now. In a draft that is not built, errors are warnings.
    fn keep_document(
        &mut self,
        id: SourceId,
        (document, found): (Document, Vec<Diagnostic>),
        renewed: bool,
    ) {
        let audience = if document.entry.front.draft && !self.mode.drafts {
            Audience::Nobody
        } else {
            Audience::Readers
        };
        let found = settled(found, audience);
        let is_good = !found.iter().any(Diagnostic::is_error);
        let mut document = Arc::new(document);
        let known = self.documents.get(&id);
        let held = known.filter(|known| known.is_good && !is_good);
        if let Some(held) = held {
            // Languages and taxonomies are known by their places in the settings.
            document = if renewed {
                Arc::new(held.document.read_again(&self.options))
            } else {
                Arc::clone(&held.document)
            };
        }
        let is_good = is_good || held.is_some();
        if known.is_none_or(|known| known.document.entry != document.entry) {
            self.linked = None;
        }
        self.documents.insert(
            id,
            Parsed {
                document,
                is_good,
                found,
            },
        );
    }

    fn read_data(&mut self) {
        let mut found = Vec::new();
        let mut data = tera::Map::new();
        for (id, source) in self
            .tree
            .iter()
            .filter(|(id, _)| id.below(layout::DATA).is_some())
        {
            let Some(name) = config::data_name(id) else {
                continue;
            };
            if let Some(first) = config::data_file(&self.tree, name).filter(|first| first.id != *id)
            {
                found.push(
                    Diagnostic::new(Code::DataTwice, Place::file(id))
                        .arg("name", name)
                        .related(Place::file(&first.id)),
                );
                continue;
            }
            if let Content::Unusable(why) = &source.content {
                found.push(document::unusable(id, why));
                continue;
            }
            match std::str::from_utf8(source.bytes()) {
                Ok(text) => {
                    let text = text.trim_start_matches('\u{feff}');
                    let value = Yaml {
                        source: id,
                        hash: source.hash,
                        text,
                        offset: source.bytes().len() - text.len(),
                    }
                    .value(&mut found);
                    data.insert(
                        tera::value::Key::String(name.into()),
                        value.map_or_else(Value::none, |value| Value::from_serializable(&value)),
                    );
                }
                Err(error) => found.push(Diagnostic::not_utf8(id, error.valid_up_to())),
            }
        }
        self.data.update(Some(Value::from(data)), found);
    }

    /// Reads the synonyms of the search and the glossaries, in the languages of the settings.
    fn read_words(&mut self) {
        let config = self.config();
        let mut found = Vec::new();
        let source = config::data_file(&self.tree, config::SYNONYMS);
        let synonyms = source.map_or_else(Synonyms::new, |source| {
            config::synonyms(source, &config.languages, &mut found)
        });
        self.synonyms
            .update(Some(synonyms), std::mem::take(&mut found));
        let source = config::data_file(&self.tree, config::GLOSSARY);
        let glossaries = source.map_or_else(Glossaries::new, |source| {
            config::glossaries(source, &config.languages, &mut found)
        });
        self.glossaries.update(Some(glossaries), found);
    }

    /// Compiles the themes in use: all of them if a theme's file changed, else those that are new.
    fn read_themes(&mut self, changed: bool) {
        let config = self.config();
        let mut wanted: BTreeMap<String, Place> = BTreeMap::new();
        for parsed in self.documents.values() {
            let entry = &parsed.document.entry;
            if let Some(theme) = &entry.front.theme {
                wanted
                    .entry(theme.value.to_string())
                    .or_insert_with(|| Place::at(&entry.source, theme.span));
            }
        }
        wanted.insert(config.theme.value.clone(), config.theme.place.clone());
        self.themes.retain(|name, _| wanted.contains_key(name));
        for (name, asked) in wanted {
            let is_new = !self.themes.contains_key(&name);
            let kept = self
                .themes
                .entry(name.clone())
                .or_insert_with(Kept::nothing);
            if is_new || changed || kept.good.is_none() {
                let (theme, found) = theme::compile(&name, &asked, &self.tree);
                kept.update(theme, found);
            }
        }
    }

    fn link(&self) -> Linked {
        let inputs = Inputs {
            config: self.config(),
            themes: self
                .themes
                .iter()
                .filter_map(|(name, kept)| Some((name.clone(), Arc::clone(kept.good.as_ref()?))))
                .collect(),
            data: self
                .data
                .good
                .as_deref()
                .cloned()
                .unwrap_or_else(Value::none),
            synonyms: self.synonyms.good.clone().unwrap_or_default(),
            glossaries: self.glossaries.good.clone().unwrap_or_default(),
            today: self.today,
            mode: self.mode,
        };
        let entries = self
            .documents
            .values()
            .map(|parsed| Arc::clone(&parsed.document.entry))
            .collect();
        let (site, found) = site::link(Parts {
            inputs,
            entries,
            tree: &self.tree,
        });
        Linked {
            site: Arc::new(site),
            found,
        }
    }

    fn snapshot(&mut self) -> Snapshot {
        let linked = self.linked.take().unwrap_or_else(|| self.link());
        let Linked {
            site,
            found: mut diagnostics,
        } = self.linked.insert(linked).clone();
        diagnostics.extend(self.config.found.iter().cloned());
        diagnostics.extend(self.data.found.iter().cloned());
        diagnostics.extend(
            self.synonyms
                .found
                .iter()
                .filter(|_| site.uses_data(config::SYNONYMS))
                .cloned(),
        );
        diagnostics.extend(
            self.glossaries
                .found
                .iter()
                .filter(|_| site.uses_data(config::GLOSSARY))
                .cloned(),
        );
        diagnostics.extend(
            self.themes
                .values()
                .flat_map(|kept| kept.found.iter().cloned()),
        );
        diagnostics.extend(
            self.documents
                .values()
                .flat_map(|parsed| parsed.found.iter().cloned()),
        );
        diagnostics.extend(
            self.facts
                .values()
                .flat_map(|kept| kept.found.iter().cloned()),
        );
        diagnostics.extend(self.unusable());
        diagnostics.extend(self.incomplete());
        if let Some(source) = config::data_file(&self.tree, accessibility::NAME)
            .filter(|_| site.uses_data(accessibility::NAME))
        {
            diagnostics.extend(accessibility::check(source, &site));
        }
        if self.config.found.iter().any(Diagnostic::is_error)
            && self.config().language().title.is_empty()
        {
            // Settings that cannot be read at all make every page look wrong.
            diagnostics.clone_from(&self.config.found);
        }
        let is_held =
            |parsed: &Parsed| parsed.is_good && parsed.found.iter().any(Diagnostic::is_error);
        let held = self
            .documents
            .iter()
            .filter(|(_, parsed)| is_held(parsed))
            .map(|(id, _)| id.clone())
            .collect();
        let documents = self
            .documents
            .values()
            .map(|parsed| Arc::clone(&parsed.document))
            .collect();
        Snapshot {
            renderer: Renderer::new(site, documents, Arc::clone(&self.tree)),
            diagnostics: sorted(diagnostics),
            held,
        }
    }

    /// Files that are there and cannot be used, but those that something reads and reports itself.
    fn unusable(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        self.tree
            .values()
            .filter_map(|source| match &source.content {
                Content::Unusable(why)
                    if !is_document(&source.id)
                        && source.id.below(layout::DATA).is_none()
                        && source.id.as_str() != layout::SETTINGS =>
                {
                    Some(document::unusable(&source.id, why))
                }
                _ => None,
            })
    }

    fn incomplete(&self) -> Option<Diagnostic> {
        let source = self.tree.get(layout::SETTINGS)?;
        let missing = self.config().organisation.missing();
        let finding = || {
            Diagnostic::new(Code::OrganisationIncomplete, Place::file(&source.id))
                .arg("missing", missing.join(", "))
        };
        (!missing.is_empty()).then(finding)
    }
}

/// Returns the text of a source of a tree, or of an embedded theme; what is not UTF-8 in it is
/// shown as such.
fn text_in<'t>(tree: &'t Tree, source: &SourceId) -> Option<Cow<'t, str>> {
    tree.get(source)
        .map(Source::bytes)
        .or_else(|| theme::embedded_source(source))
        .map(String::from_utf8_lossy)
}

impl Snapshot {
    /// Returns the text of a source at this moment.
    pub fn text(&self, source: &SourceId) -> Option<Cow<'_, str>> {
        text_in(self.renderer.tree(), source)
    }
}

/// Returns whether a source is a page, also one whose name hides it.
fn is_document(id: &SourceId) -> bool {
    let name = id.file_name();
    id.below(layout::CONTENT).is_some()
        && id.below(layout::STATIC).is_none()
        && (document::is_page_name(name) || name.ends_with(".md.txt"))
}
