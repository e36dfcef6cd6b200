//! Documents: one Markdown file read into what others need of it. A document knows no other file.
//! Its Markdown is read here, once; what other files decide stays open as holes of the body, which
//! `render` fills.

mod account;
pub mod blocks;
pub mod body;
mod front;
mod ids;
pub mod markdown;
mod outline;
mod place;
mod prose;
mod reading;
pub mod target;
mod themes;
mod varint;

use std::borrow::Cow;
use std::sync::Arc;

use tera::Value;

use crate::config::{Config, Language, LanguageId, Markdown, Taxonomy, TaxonomyId};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::id::IdVec;
use crate::language::{self, Collation, Typography};
use crate::layout;
use crate::source::{Content, Source, SourceId, Span};
use crate::yaml::{Step, Yaml};

pub use account::{Account, Fate};
pub use body::Body;
use body::Raw;
pub use front::{Front, Sort};
pub use outline::Heading;
use outline::Setting;
pub use place::{Kind, Position, Variant};
pub(crate) use place::{is_at_or_below, is_page_name, numbered, parent};
pub use prose::Part;
use prose::Prose;
pub use themes::ThemeFacts;

/// The few settings on which reading a document depends.
#[derive(Clone, Debug)]
pub struct Options {
    /// The tags of the site's languages, its own first.
    pub languages: IdVec<Language, Arc<str>>,
    /// The keys of its taxonomies.
    pub taxonomies: IdVec<Taxonomy, Arc<str>>,
    /// How its Markdown is read.
    pub markdown: Markdown,
    /// Whether the texts are kept for the search.
    pub search: bool,
    /// Whether texts are set by the rules of their language.
    pub typography: bool,
    /// What the themes say of identifiers and blocks.
    pub themes: Arc<ThemeFacts>,
    /// What cleans raw HTML.
    raw: Arc<Raw>,
    /// One collation per language.
    collations: Arc<IdVec<Language, Collation>>,
}

/// One Markdown file: what others need of it, and its text.
#[derive(Clone, Debug)]
pub struct Document {
    /// What others need of it.
    pub entry: Arc<Entry>,
    /// The whole file, shared with the tree.
    text: Arc<str>,
    /// Where the body begins in it, in bytes.
    offset: usize,
    /// What the body becomes.
    body: Body,
    /// What people read of the body, unless the search leaves the page out.
    prose: Option<Prose>,
}

/// What the rest of a site needs of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The file.
    pub source: SourceId,
    /// Where its name puts it.
    pub position: Position,
    /// Its part of the address.
    pub slug: Arc<str>,
    /// The front matter.
    pub front: Front,
    /// The language by whose rules its text is set; none if it stays as it is written.
    pub typography: Option<Arc<str>>,
    /// The title as it is shown, with typography.
    pub title: Arc<str>,
    /// The title that menus show: `extra.menu`, else the title.
    pub menu_title: Arc<str>,
    /// The description, or the plain text of the first paragraph, as it is shown.
    pub summary: Arc<str>,
    /// Its weight, or the number before its name, then its title's collation key.
    pub order: (i64, Box<[u8]>),
    /// The headings of the body.
    pub headings: Vec<Heading>,
    /// The identifiers of the steps of the front matter.
    pub steps: Vec<Arc<str>>,
    /// Every identifier that a link can lead to, sorted.
    pub anchors: Vec<Arc<str>>,
    /// The attachments that it links to or shows.
    pub attachments: Vec<(SourceId, Span)>,
    /// The terms that it carries.
    pub terms: Vec<TermUse>,
}

/// A term as a page carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// The taxonomy.
    pub taxonomy: TaxonomyId,
    /// The term as it is written.
    pub name: Arc<str>,
    /// Its part of the address.
    pub slug: Arc<str>,
    /// Where it is written.
    pub span: Span,
}

impl Options {
    /// Takes what reading a document needs from the settings.
    pub fn new(config: &Config) -> Self {
        let languages = config
            .languages
            .map(|_, language| Arc::clone(&language.code));
        let collations = config
            .languages
            .map(|_, language| Collation::new(&language.code));
        Self::of(
            config,
            languages,
            (Arc::new(collations), Arc::new(Raw::new())),
        )
    }

    /// Takes it anew, and keeps what is costly to make where it would be the same.
    #[must_use]
    pub fn renewed(&self, config: &Config) -> Self {
        if !config
            .languages
            .iter()
            .map(|language| &language.code)
            .eq(&self.languages)
        {
            return Self::new(config);
        }
        Self::of(
            config,
            self.languages.clone(),
            (Arc::clone(&self.collations), Arc::clone(&self.raw)),
        )
    }

    fn of(
        config: &Config,
        languages: IdVec<Language, Arc<str>>,
        (collations, raw): (Arc<IdVec<Language, Collation>>, Arc<Raw>),
    ) -> Self {
        Self {
            languages,
            taxonomies: config
                .taxonomies
                .map(|_, taxonomy| Arc::clone(&taxonomy.key)),
            markdown: config.markdown,
            search: config.search,
            typography: config.typography,
            themes: Arc::default(),
            raw,
            collations,
        }
    }

    /// Adds what the themes of the site say.
    #[must_use]
    pub fn with_themes(self, themes: Arc<ThemeFacts>) -> Self {
        Self { themes, ..self }
    }

    /// Returns whether a document read with `other` reads the same with these.
    pub fn agrees(&self, other: &Self) -> bool {
        let key = |options: &Self| (options.markdown, options.search, options.typography);
        (&self.languages, &self.taxonomies, &self.themes, key(self))
            == (
                &other.languages,
                &other.taxonomies,
                &other.themes,
                key(other),
            )
    }
}

impl Document {
    /// Reads the same text by other settings.
    pub(crate) fn read_again(&self, options: &Options) -> Self {
        parse(
            &Source::new(
                self.entry.source.clone(),
                Content::Text(Arc::clone(&self.text)),
            ),
            options,
        )
        .document
    }

    /// Returns the whole file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the Markdown of the body.
    pub fn markdown(&self) -> &str {
        &self.text[self.offset..]
    }

    /// Returns what the body becomes.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Returns what people read of the body; nothing if the search leaves the page out.
    pub fn prose(&self) -> impl Iterator<Item = Part<'_>> {
        self.prose
            .iter()
            .flat_map(|prose| prose.parts(self.markdown()))
    }
}

impl Entry {
    /// Returns the path of the file below the content folder.
    pub fn path(&self) -> &str {
        self.source
            .below(layout::CONTENT)
            .unwrap_or(self.source.as_str())
    }

    /// Points at the whole file.
    pub fn place(&self) -> Place {
        Place::file(&self.source)
    }
}

/// What a file was read into.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document; whatever is wrong with the file, there is one.
    pub document: Document,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// What became of every byte of the file.
    pub account: Account,
}

/// Reads a Markdown file, once.
pub fn parse(source: &Source, options: &Options) -> Reading {
    let mut found = Vec::new();
    let text = match &source.content {
        Content::Text(text) => Arc::clone(text),
        Content::Bytes(bytes) => {
            found.extend(
                std::str::from_utf8(bytes)
                    .err()
                    .map(|error| Diagnostic::not_utf8(&source.id, error.valid_up_to())),
            );
            Arc::from("")
        }
        Content::Unusable(why) => {
            found.push(Diagnostic::unusable(&source.id, why));
            Arc::from("")
        }
        Content::Opaque { .. } => Arc::from(""),
    };
    let usable = found.is_empty();
    let parts = front::split(&text);
    if usable {
        found.extend(
            parts
                .problem
                .map(|code| Diagnostic::new(code, Place::at(&source.id, parts.first_line))),
        );
    }
    let position = place::read(&source.id, options, &mut found);
    let yaml = Yaml {
        source: &source.id,
        hash: source.hash,
        text: &text[parts.yaml.clone()],
        offset: parts.yaml.start,
    };
    let front = match parts.problem {
        None if usable => front::read(&yaml, options, position.kind, &mut found),
        _ => Front::default(),
    };
    let is_read = parts.problem.is_none();
    let builder = Builder {
        source,
        options,
        yaml,
        found: &mut found,
    };
    let Read {
        entry,
        body,
        prose,
        account,
    } = builder.read(
        position,
        front,
        Text {
            file: &text,
            offset: parts.body.start,
            is_read,
        },
    );
    let document = Document {
        entry: Arc::new(entry),
        offset: parts.body.start,
        body,
        prose,
        text,
    };
    Reading {
        document,
        diagnostics: found,
        account,
    }
}

/// Reads plain Markdown into what it becomes: without typography, and with no identifiers but those
/// that are written.
pub(crate) fn plain(text: &str, markdown: Markdown) -> Body {
    reading::plain(
        text,
        &Options {
            markdown,
            ..Options::new(&Config::empty())
        },
    )
}

/// Puts an entry together.
struct Builder<'a, 'f> {
    source: &'a Source,
    options: &'a Options,
    yaml: Yaml<'a>,
    found: &'f mut Vec<Diagnostic>,
}

/// The text of a file.
struct Text<'a> {
    file: &'a str,
    /// Where the body begins, in bytes.
    offset: usize,
    /// Whether what is before it could be read.
    is_read: bool,
}

/// The parts of a reading.
struct Read {
    entry: Entry,
    body: Body,
    prose: Option<Prose>,
    account: Account,
}

impl Builder<'_, '_> {
    fn read(mut self, position: Position, mut front: Front, text: Text<'_>) -> Read {
        let language = &self.options.languages[position.variant.language];
        if front.title.is_empty() {
            front.title = position.name.clone();
        }
        let text_language = front.lang.as_ref().map_or(language, |lang| &lang.value);
        let typography = front
            .typography
            .unwrap_or(self.options.typography)
            .then(|| Arc::clone(text_language));
        let search = self.options.search && front.search;
        let setting = Setting {
            source: &self.source.id,
            hash: self.source.hash,
            offset: text.offset,
            front: text.is_read,
            language,
            options: self.options,
            steps: front.steps(),
            search,
            typography: typography.as_deref(),
        };
        let reading::Read {
            outline,
            body,
            account,
        } = reading::read(text.file, &setting, self.found);
        let set = typography.as_deref().and_then(Typography::of);
        front.set(set);
        let title = shown(&front.title, set);
        let menu_title = front
            .menu_title()
            .map_or_else(|| Arc::clone(&title), |short| shown(&Arc::from(short), set));
        let summary = front
            .description
            .as_ref()
            .map_or(outline.first_paragraph, |description| {
                shown(description, set)
            });
        let mut attachments = outline.attachments;
        attachments.extend(front.image.iter().filter_map(|image| {
            let target = target::read(&image.value, &self.source.id).ok()?;
            Some((target.attachment()?, image.span))
        }));
        let order = (
            front.weight.or(position.number).unwrap_or(UNORDERED),
            self.options.collations[position.variant.language].key(&front.title),
        );
        let entry = Entry {
            slug: self.slug(&front, &position, language),
            terms: self.terms(&front, language),
            source: self.source.id.clone(),
            order,
            headings: outline.headings,
            steps: outline.steps,
            anchors: outline.anchors,
            typography,
            title,
            menu_title,
            summary,
            attachments,
            front,
            position,
        };
        Read {
            entry,
            body,
            prose: outline.prose,
            account,
        }
    }

    /// The slug that the front matter sets, else the name's.
    fn slug(&mut self, front: &Front, position: &Position, language: &str) -> Arc<str> {
        if let Some(slug) = &front.slug {
            let suggestion = language::slug(&slug.value, language);
            if *suggestion == *slug.value {
                if crate::route::check_segment(&suggestion).is_err() {
                    self.report(Code::ReservedName, slug.span, &slug.value);
                }
                return slug.value.clone();
            }
            let finding = Diagnostic::new(Code::BadSlug, Place::at(&self.source.id, slug.span))
                .arg("value", &slug.value);
            self.found.push(finding.arg("suggestion", &suggestion));
        }
        if position.is_home() {
            return Arc::from("");
        }
        let slug = language::slug(&position.name, &self.options.languages[LanguageId::OWN]);
        if slug.is_empty() {
            self.found.push(
                Diagnostic::new(Code::EmptySlug, Place::file(&self.source.id))
                    .arg("value", &position.name),
            );
            return Arc::from("-");
        }
        if crate::route::check_segment(&slug).is_err() {
            self.found.push(
                Diagnostic::new(Code::ReservedName, Place::file(&self.source.id))
                    .arg("value", &slug),
            );
        }
        Arc::from(slug)
    }

    fn terms(&mut self, front: &Front, language: &str) -> Vec<TermUse> {
        let mut terms = Vec::with_capacity(front.terms.len());
        for (taxonomy, at, name) in &front.terms {
            let slug = language::slug(name, language);
            let span = self.yaml.span(&[
                Step::Key(&self.options.taxonomies[*taxonomy]),
                Step::Item(*at),
            ]);
            if slug.is_empty() {
                self.report(Code::EmptySlug, span, name);
                continue;
            }
            terms.push(TermUse {
                taxonomy: *taxonomy,
                name: name.clone(),
                slug: Arc::from(slug),
                span,
            });
        }
        terms
    }

    fn report(&mut self, code: Code, span: Span, value: &str) {
        self.found
            .push(Diagnostic::new(code, Place::at(&self.source.id, span)).arg("value", value));
    }
}

/// The order of what has neither a weight nor a number: after everything that has.
pub(crate) const UNORDERED: i64 = i64::MAX;

/// Returns a text as it is shown; the same one where nothing changes.
pub(crate) fn shown(text: &Arc<str>, typography: Option<Typography>) -> Arc<str> {
    match typography.map(|typography| typography.set(text)) {
        Some(Cow::Owned(set)) => Arc::from(set),
        Some(Cow::Borrowed(_)) | None => Arc::clone(text),
    }
}

/// Returns a text as a template value.
pub(crate) fn text_value(text: Option<&str>) -> Value {
    text.map_or_else(Value::none, Value::normal_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_shares_the_text_of_its_source() {
        let source = Source::new(
            SourceId::new("content/a.md"),
            Content::of("---\ntitle: A\n---\n[a](b.md) text\n"),
        );
        let document = parse(&source, &Options::new(&Config::empty())).document;
        assert!(std::ptr::eq(document.text().as_bytes(), source.bytes()));
    }
}
