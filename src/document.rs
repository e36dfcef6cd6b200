//! Documents: a Markdown file read into what the rest of the site needs. A document does not depend
//! on other files. Its Markdown is parsed here, once; whatever other files decide is left as holes
//! in the body, which `render` fills.

mod account;
mod allows;
mod blocks;
pub mod body;
mod cursor;
mod entry;
mod findings;
mod front;
mod ids;
mod losses;
mod markdown;
mod options;
mod outline;
mod partners;
mod pass;
mod place;
mod prose;
mod reading;
mod slips;
pub mod target;
mod text;
mod themes;
mod varint;

use std::borrow::Cow;
use std::sync::Arc;

use tera::Value;

use crate::config::{Config, Markdown};
use crate::diagnostic::{Allow, Code, Diagnostic, Place};
use crate::language::Typography;
use crate::source::{Content, Source, Span, conflicts};
use crate::yaml::Yaml;

pub use account::{Account, Fate};
pub(crate) use blocks::COMMON_ATTRIBUTES;
pub use blocks::Form;
pub use body::Body;
use entry::EntryBuilder;
pub use entry::{Entry, TermUse};
pub use front::{Front, Sort};
pub use options::Options;
pub use outline::Heading;
use pass::PageContext;
pub use place::{PageKind, Position, Variant};
pub(crate) use place::{UNORDERED, is_at_or_below, is_page_name, last_part, numbered, parent};
use prose::Prose;
pub use prose::ProsePart;
use reading::ReadBody;
use text::{SourceText, slice};
pub use themes::ThemeFacts;

/// A Markdown file: its entry, its text and its body.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the rest of the site may know about it.
    pub entry: Arc<Entry>,
    /// The whole file, shared with the tree.
    text: Arc<str>,
    /// Where the body starts in it, in bytes.
    offset: usize,
    body: Body,
    /// The plain text of the body, unless the page is left out of the search.
    prose: Option<Prose>,
    /// Where each heading of the entry is.
    headings: Box<[Span]>,
    /// The findings that its author allows.
    allows: Box<[Allow]>,
}

/// The result of reading a file.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document; even a broken file has one.
    pub document: Document,
    /// The findings.
    pub diagnostics: Vec<Diagnostic>,
    /// What became of every byte of the file.
    pub account: Account,
}

impl Document {
    /// Reads the same text with other settings.
    pub(crate) fn read_again(&self, options: &Options) -> Self {
        let content = Content::Text(Arc::clone(&self.text));
        let source = Source::new(self.entry.source.clone(), content);
        parse(&source, options).document
    }

    /// Returns the whole file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the Markdown of the body.
    pub fn markdown(&self) -> &str {
        SourceText::new(&self.text, self.offset).body()
    }

    /// Returns the body, with its holes.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Returns where the heading at a position among those of the entry is.
    pub(crate) fn heading_span(&self, at: usize) -> Option<Span> {
        self.headings.get(at).copied()
    }

    /// Returns the findings that its author allows.
    pub(crate) fn allows(&self) -> &[Allow] {
        &self.allows
    }

    /// Returns the plain text of the body; nothing if the page is left out of search.
    pub fn prose(&self) -> impl Iterator<Item = ProsePart<'_>> {
        self.prose
            .iter()
            .flat_map(|prose| prose.parts(self.markdown()))
    }
}

/// Reads a Markdown file, once.
pub fn parse(source: &Source, options: &Options) -> Reading {
    let mut found = Vec::new();
    let text = text_of(source, &mut found);
    let reading = read(source, Arc::clone(&text), options, found);
    match reading
        .diagnostics
        .iter()
        .any(|finding| finding.code == Code::MergeMark)
    {
        true => without_conflicts(source, &text, options, reading),
        false => reading,
    }
}

/// Reads a file with unmerged conflicts again as if they were not there, so that nothing else is
/// said of their lines.
fn without_conflicts(
    source: &Source,
    text: &Arc<str>,
    options: &Options,
    first: Reading,
) -> Reading {
    let mut marks = first.diagnostics;
    marks.retain(|finding| finding.code == Code::MergeMark);
    let start_of = |finding: &Diagnostic| {
        Some(
            finding
                .place
                .as_ref()?
                .span?
                .range()
                .start,
        )
    };
    let starts: Vec<usize> = marks
        .iter()
        .filter_map(start_of)
        .collect();
    let mut masked = text.to_string();
    for range in conflicts(text) {
        if starts.contains(&range.start) {
            let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
            let blank: String = slice(text, range.clone())
                .bytes()
                .map(blank)
                .collect();
            masked.replace_range(range, &blank);
        }
    }
    let mut reading = read(source, Arc::from(masked), options, Vec::new());
    reading.document.text = Arc::clone(text);
    reading.account = first.account;
    let front = front::split(text).yaml;
    if starts
        .iter()
        .any(|at| front.contains(at))
    {
        // What is missing may be in one of the versions.
        reading
            .diagnostics
            .retain(|finding| start_of(finding).is_some_and(|at| at >= front.end));
    }
    reading.diagnostics.extend(marks);
    reading
}

/// Reads the text of a file.
fn read(source: &Source, text: Arc<str>, options: &Options, mut found: Vec<Diagnostic>) -> Reading {
    let split = split(source, &text, &mut found);
    let has_front = split.problem.is_none();
    let position = place::read(&source.id, options, &mut found);
    let yaml = Yaml {
        source: &source.id,
        hash: source.hash,
        text: slice(&text, split.yaml.clone()),
        offset: split.yaml.start,
    };
    let mut front = front_of(has_front.then_some(&yaml), &position, options, &mut found);
    let language = &options.languages[position.variant.language];
    let typography = front.typeset_language(language, options);
    let page = PageContext {
        source: &source.id,
        hash: source.hash,
        options,
        has_front,
        language,
        typography: typography.as_deref(),
        steps: front.steps(),
        search: options.search && front.search,
    };
    let ReadBody {
        mut outline,
        body,
        account,
        allows,
    } = reading::read(SourceText::new(&text, split.body.start), &page, &mut found);
    let prose = outline.prose.take();
    let headings = std::mem::take(&mut outline.heading_spans);
    let allows = all_allows(&mut front, allows);
    let entry = EntryBuilder {
        yaml,
        options,
        language,
        found: &mut found,
    }
    .build(position, front, typography, outline);
    let document = Document {
        entry: Arc::new(entry),
        offset: split.body.start,
        body,
        prose,
        headings: headings.into_boxed_slice(),
        allows,
        text,
    };
    Reading {
        document,
        diagnostics: found,
        account,
    }
}

/// Splits a file into front matter and body. What is wrong with the front matter is reported,
/// unless the file has no usable text, which is reported already.
fn split(source: &Source, text: &str, found: &mut Vec<Diagnostic>) -> front::Split {
    let split = front::split(text);
    if let Some(code) = split
        .problem
        .filter(|_| found.is_empty())
    {
        let place = Place::at(&source.id, split.first_line);
        found.push(Diagnostic::new(code, place));
    }
    split
}

/// Reads the front matter, if there is one to read. A page without a title takes its file's name.
fn front_of(
    yaml: Option<&Yaml<'_>>,
    position: &Position,
    options: &Options,
    found: &mut Vec<Diagnostic>,
) -> Front {
    let mut front = yaml.map_or_else(Front::default, |yaml| {
        front::read(yaml, options, position.kind, found)
    });
    if front.title.is_empty() {
        front.title = position.name.clone();
    }
    front
}

/// Takes what the front matter allows, together with what the body does.
fn all_allows(front: &mut Front, of_body: Vec<Allow>) -> Box<[Allow]> {
    let mut allows = std::mem::take(&mut front.allows);
    allows.extend(of_body);
    allows.into_boxed_slice()
}

/// Returns the text of a file; reports why if it has none, and returns an empty one.
fn text_of(source: &Source, found: &mut Vec<Diagnostic>) -> Arc<str> {
    match &source.content {
        Content::Text(text) => return Arc::clone(text),
        Content::Bytes(bytes) => {
            let error = std::str::from_utf8(bytes).err();
            found.extend(error.map(|error| Diagnostic::not_utf8(&source.id, error.valid_up_to())));
        }
        Content::Unusable(why) => found.push(Diagnostic::unusable(&source.id, why)),
        Content::Opaque { .. } => {}
    }
    Arc::from("")
}

/// Reads plain Markdown, without typography and without generated identifiers.
pub(crate) fn plain(text: &str, markdown: Markdown) -> Body {
    let options = Options {
        markdown,
        ..Options::new(&Config::empty())
    };
    reading::plain(text, &options)
}

/// Applies typography to a text; returns the same one if nothing changes.
pub(crate) fn typeset(text: &Arc<str>, typography: Option<Typography>) -> Arc<str> {
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
    use crate::source::SourceId;

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
