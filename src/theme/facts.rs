//! The facts that a `theme.yaml` declares for the program, so that the code knows nothing of a
//! particular theme.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Fields, Key, Kind, Step, Yaml};

/// The key of the identifier of the main part.
pub(super) const MAIN: Key = Key::optional("main", Kind::Text);

/// The key for facts about blocks.
pub(super) const BLOCKS: Key = Key::optional("blocks", Kind::Named(&Kind::Map(OF_BLOCK)));

/// The key for facts about templates.
pub(super) const TEMPLATES: Key = Key::optional("templates", Kind::Named(&Kind::Map(OF_TEMPLATE)));

/// The key for facts about scripts.
pub(super) const SCRIPTS: Key = Key::optional("scripts", Kind::Named(&Kind::Map(OF_SCRIPT)));

/// The key for facts about the search.
pub(super) const SEARCH: Key = Key::optional("search", Kind::Map(OF_SEARCH));

/// The key of the browsers that style sheets are written for.
pub(super) const BROWSERS: Key = Key::optional("browsers", Kind::Map(OF_BROWSERS));

const OF_BLOCK: &[Key] = &[
    Key::optional("numbered", Kind::Boolean),
    Key::optional("language", Kind::Text),
    Key::optional("links", Kind::Boolean),
    Key::optional("contents", Kind::Boolean),
    Key::optional("forms", Kind::List(&Kind::OneOf(FORMS))),
    Key::optional("like", Kind::Texts),
    Key::optional("needs", Kind::Texts),
    Key::optional("names", Kind::Named(&Kind::Text)),
];

/// The form of a block around Markdown.
const CONTAINER: &str = "container";

/// The forms of blocks.
const FORMS: &[&str] = &[CONTAINER, "line", "inline"];

const OF_TEMPLATE: &[Key] = &[
    Key::optional("glossary", Kind::Boolean),
    Key::optional("statement", Kind::Boolean),
];

const OF_SCRIPT: &[Key] = &[Key::optional("search", Kind::Boolean)];

const OF_SEARCH: &[Key] = &[Key::optional("taxonomy", Kind::Text)];

/// The browsers that the CSS compiler knows, by its own names for them.
const OF_BROWSERS: &[Key] = &[
    Key::optional("android", Kind::Number),
    Key::optional("chrome", Kind::Number),
    Key::optional("edge", Kind::Number),
    Key::optional("firefox", Kind::Number),
    Key::optional("ie", Kind::Number),
    Key::optional("ios_saf", Kind::Number),
    Key::optional("opera", Kind::Number),
    Key::optional("safari", Kind::Number),
    Key::optional("samsung", Kind::Number),
];

/// What stands for the label or content of a block among the attributes that it needs.
pub(crate) const TITLE: &str = "title";

/// The template that shows the glossary, unless its theme says otherwise.
const GLOSSARY: &str = "glossary";

/// The template that shows the accessibility statement, unless its theme says otherwise.
const STATEMENT: &str = "accessibility";

/// The facts of a theme; what it leaves out comes from its parent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The identifier of the main part of its pages.
    pub main: Option<String>,
    /// Facts about its blocks, by their names.
    pub blocks: BTreeMap<String, BlockFacts>,
    /// Facts about its templates, by their names without `.html`.
    pub(super) templates: BTreeMap<String, TemplateFacts>,
    /// Facts about its scripts, by the names of their assets.
    pub(super) scripts: BTreeMap<String, ScriptFacts>,
    /// The taxonomy by whose terms the search page lists what it finds.
    pub(super) search_taxonomy: Option<String>,
    /// The oldest browsers that its style sheets are written for: their versions, by the names that
    /// the CSS compiler has for them.
    pub(super) browsers: BTreeMap<String, u16>,
}

/// Facts about a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockFacts {
    /// Whether the items in it are steps, each with an identifier of its own.
    pub numbered: Option<bool>,
    /// The attribute that names its language, besides `lang`.
    pub language: Option<String>,
    /// Whether its texts are links, or become parts of one.
    pub(super) links: Option<bool>,
    /// Whether it shows the contents of the page.
    pub(super) contents: Option<bool>,
    /// The forms that its template is written for, by their names.
    pub(super) forms: Option<Vec<String>>,
    /// The words that people write instead of its name.
    pub like: Option<Vec<String>>,
    /// The attributes without which it cannot be shown; `title` is its label or content.
    pub needs: Option<Vec<String>>,
    /// What the values of its attributes name, by their keys.
    names: BTreeMap<String, String>,
}

/// What the value of an attribute names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<'f> {
    /// Entries of this data file, separated by spaces: `data/links`.
    Data(&'f str),
    /// A taxonomy of the site: `taxonomy`.
    Taxonomy,
    /// A term of the taxonomy that another attribute names, else of this one: `term/topic`.
    Term(&'f str),
}

/// Facts about a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TemplateFacts {
    /// Whether it shows the glossary.
    pub(super) glossary: Option<bool>,
    /// Whether it shows the accessibility statement.
    pub(super) statement: Option<bool>,
}

/// Facts about a script.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ScriptFacts {
    /// Whether only the search uses it.
    pub(super) search: Option<bool>,
}

impl Facts {
    /// Reads the facts from the checked fields of a `theme.yaml`.
    pub(super) fn read(yaml: &Yaml<'_>, fields: &mut Fields, found: &mut Vec<Diagnostic>) -> Self {
        Self {
            main: fields.text(MAIN.name),
            blocks: named(fields, BLOCKS, BlockFacts::read),
            templates: named(fields, TEMPLATES, TemplateFacts::read)
                .into_iter()
                .map(|(name, facts)| (template_name(&name).to_owned(), facts))
                .collect(),
            scripts: named(fields, SCRIPTS, ScriptFacts::read),
            search_taxonomy: fields
                .map(SEARCH.name)
                .text("taxonomy"),
            browsers: browsers(yaml, fields.map(BROWSERS.name), found),
        }
    }

    /// Returns whether a template shows the glossary.
    pub(crate) fn is_of_glossary(&self, template: &str) -> bool {
        let name = template_name(template);
        let facts = self.templates.get(name);
        let declared = facts.and_then(|facts| facts.glossary);
        declared.unwrap_or(name == GLOSSARY)
    }

    /// Returns whether a template shows the accessibility statement.
    pub(crate) fn is_of_statement(&self, template: &str) -> bool {
        let name = template_name(template);
        let facts = self.templates.get(name);
        let declared = facts.and_then(|facts| facts.statement);
        declared.unwrap_or(name == STATEMENT)
    }
}

impl BlockFacts {
    /// Returns whether its template is written for containers alone.
    pub(crate) fn is_only_container(&self) -> bool {
        self.forms
            .as_deref()
            .is_some_and(|forms| forms == [CONTAINER])
    }

    fn read(mut fields: Fields) -> Self {
        Self {
            numbered: fields.flag("numbered"),
            language: fields.text("language"),
            links: fields.flag("links"),
            contents: fields.flag("contents"),
            forms: texts(&mut fields, "forms"),
            like: texts(&mut fields, "like"),
            needs: texts(&mut fields, "needs"),
            names: names(fields.map("names")),
        }
    }

    /// Returns what the value of an attribute names.
    pub(super) fn named_by(&self, attribute: &str) -> Option<Named<'_>> {
        let kind = self.names.get(attribute)?;
        match kind.split_once('/') {
            Some(("data", file)) => Some(Named::Data(file)),
            Some(("term", taxonomy)) => Some(Named::Term(taxonomy)),
            None if kind == "taxonomy" => Some(Named::Taxonomy),
            _ => None,
        }
    }
}

impl TemplateFacts {
    fn read(mut fields: Fields) -> Self {
        Self {
            glossary: fields.flag("glossary"),
            statement: fields.flag("statement"),
        }
    }
}

impl ScriptFacts {
    fn read(mut fields: Fields) -> Self {
        Self {
            search: fields.flag("search"),
        }
    }
}

/// Takes a list of texts; an empty one counts as missing.
fn texts(fields: &mut Fields, key: &str) -> Option<Vec<String>> {
    Some(fields.texts(key)).filter(|texts| !texts.is_empty())
}

/// Takes what the values of attributes name.
fn names(mut fields: Fields) -> BTreeMap<String, String> {
    let keys = fields.names();
    keys.into_iter()
        .filter_map(|key| {
            let kind = fields.text(&key)?;
            Some((key, kind))
        })
        .collect()
}

/// Returns the name of a template as facts know it: a page may name it with `.html` or without.
pub(super) fn template_name(name: &str) -> &str {
    name.strip_suffix(".html")
        .unwrap_or(name)
}

/// Reads facts about things by their names.
fn named<F>(fields: &mut Fields, key: Key, read: fn(Fields) -> F) -> BTreeMap<String, F> {
    let mut things = fields.map(key.name);
    let names = things.names();
    names
        .into_iter()
        .map(|name| {
            let facts = read(things.map(&name));
            (name, facts)
        })
        .collect()
}

/// Takes the versions of browsers; a number that is no version is reported and left out.
fn browsers(
    yaml: &Yaml<'_>,
    mut fields: Fields,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, u16> {
    let mut browsers = BTreeMap::new();
    for name in fields.names() {
        let Some(number) = fields.number(&name) else {
            continue;
        };
        match u16::try_from(number)
            .ok()
            .filter(|version| *version > 0)
        {
            Some(version) => {
                browsers.insert(name, version);
            }
            None => {
                let place = yaml.place(&[Step::Key(BROWSERS.name), Step::Key(&name)]);
                found.push(
                    Diagnostic::new(Code::WrongType, place)
                        .arg("key", &name)
                        .arg("expected", "number"),
                );
            }
        }
    }
    browsers
}

/// Facts that a theme can inherit from its parent.
pub(super) trait Inherit {
    /// Adds the parent's facts; existing ones stay.
    fn inherit(&mut self, parent: Self);
}

impl<T> Inherit for Option<T> {
    fn inherit(&mut self, parent: Self) {
        *self = self.take().or(parent);
    }
}

impl<F: Inherit> Inherit for BTreeMap<String, F> {
    fn inherit(&mut self, parent: Self) {
        for (name, theirs) in parent {
            match self.entry(name) {
                Entry::Occupied(mut own) => own.get_mut().inherit(theirs),
                Entry::Vacant(place) => {
                    place.insert(theirs);
                }
            }
        }
    }
}

impl Inherit for u16 {
    fn inherit(&mut self, _parent: Self) {}
}

impl Inherit for String {
    fn inherit(&mut self, _parent: Self) {}
}

impl Inherit for Facts {
    fn inherit(&mut self, parent: Self) {
        self.main.inherit(parent.main);
        self.blocks.inherit(parent.blocks);
        self.templates
            .inherit(parent.templates);
        self.scripts.inherit(parent.scripts);
        self.search_taxonomy
            .inherit(parent.search_taxonomy);
        self.browsers.inherit(parent.browsers);
    }
}

impl Inherit for BlockFacts {
    fn inherit(&mut self, parent: Self) {
        self.numbered.inherit(parent.numbered);
        self.language.inherit(parent.language);
        self.links.inherit(parent.links);
        self.contents.inherit(parent.contents);
        self.forms.inherit(parent.forms);
        self.like.inherit(parent.like);
        self.needs.inherit(parent.needs);
        self.names.inherit(parent.names);
    }
}

impl Inherit for TemplateFacts {
    fn inherit(&mut self, parent: Self) {
        self.glossary.inherit(parent.glossary);
        self.statement
            .inherit(parent.statement);
    }
}

impl Inherit for ScriptFacts {
    fn inherit(&mut self, parent: Self) {
        self.search.inherit(parent.search);
    }
}
