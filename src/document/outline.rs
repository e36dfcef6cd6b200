//! What others need of a body: headings, identifiers, first paragraph, attachments – and what is wrong in it by itself.

mod footnotes;
mod slips;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::blocks::{Attribute, Form, Head};
use super::markdown::{self, Body, Masked, Piece, Problem};
use super::prose::{self, Prose};
use super::target::{self, Target, TargetError};
use crate::config::Markdown;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language;
use crate::source::{SourceId, Span, floor};
use footnotes::Footnotes;
use slips::line_from;

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its level, 1 to 6.
    pub level: u8,
    /// Its identifier, unique on the page.
    pub id: Arc<str>,
    /// Its plain text.
    pub title: Arc<str>,
    /// The same as it is shown, with typography.
    pub shown: Arc<str>,
}

/// A block of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its name.
    pub name: Arc<str>,
    /// Its identifier, unique on the page.
    pub id: Arc<str>,
    /// Its opening line.
    pub span: Span,
    /// The identifiers of its steps, if it is the block `steps`.
    pub steps: Vec<Arc<str>>,
}

/// What reading an outline depends on.
pub(super) struct Setting<'a> {
    pub(super) source: &'a SourceId,
    /// Where the body starts in the file, in bytes.
    pub(super) offset: usize,
    pub(super) language: &'a str,
    pub(super) markdown: Markdown,
    /// How many steps the front matter has.
    pub(super) steps: usize,
    /// Whether the text is wanted for the search.
    pub(super) search: bool,
    /// The language by whose rules the text is set, if it is.
    pub(super) typography: Option<&'a str>,
}

/// What others need of a body.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) headings: Vec<Heading>,
    pub(super) blocks: Vec<Block>,
    /// The identifiers of the steps of the front matter.
    pub(super) steps: Vec<Arc<str>>,
    pub(super) anchors: Vec<Arc<str>>,
    /// The text of the first paragraph as it is shown, shortened.
    pub(super) first_paragraph: Arc<str>,
    pub(super) attachments: Vec<(SourceId, Span)>,
    pub(super) prose: Option<Prose>,
}

/// The identifier of the page's main part, which every theme gives it.
const MAIN_ID: &str = "obsah";

/// The longest summary, in characters.
const LONGEST_SUMMARY: usize = 200;

/// The most findings of one body; who has more begins with these.
const MOST_FINDINGS: usize = 200;

/// Reads the outline of a body.
pub(super) fn read(body: &str, setting: &Setting<'_>, found: &mut Vec<Diagnostic>) -> Outline {
    let masked = Masked::new(body, setting.markdown);
    let Body { pieces, problems } = masked.read();
    let mut reader = Reader {
        body,
        setting,
        found,
        outline: Outline::default(),
        reported: 0,
        ids: FxHashMap::default(),
        numbers: FxHashMap::default(),
        text: None,
        image: None,
        plain: Vec::new(),
        open: Vec::new(),
    };
    reader.ids.insert(Arc::from(MAIN_ID), None);
    reader.explicit_ids(&pieces);
    reader.outline.steps = (1..=setting.steps).map(|number| reader.free_id(&format!("step-{number}"))).collect();
    reader.outline.anchors.clone_from(&reader.outline.steps);
    let watch_text = body.contains("](") || body.contains("[^");
    let mut notes = Footnotes::default();
    let mut prose = setting.search.then(prose::Gatherer::default);
    for (at, (piece, range)) in pieces.iter().enumerate() {
        prose.iter_mut().for_each(|prose| prose.piece(piece, range, body));
        match piece {
            Piece::Open(head) => reader.block(head, range),
            Piece::Close => drop(reader.open.pop()),
            Piece::Markdown(event) => {
                notes.event(event, range);
                reader.event(event, range, watch_text);
                match event {
                    Event::Start(tag) => reader.start(tag, range, at),
                    Event::End(end) => reader.end(*end, &pieces[..at]),
                    _ => {}
                }
            }
        }
    }
    reader.slips_in_text();
    for (name, range) in notes.lone() {
        reader.report(Code::LoneFootnote, range, |finding| finding.arg("name", name));
    }
    problems.into_iter().for_each(|(problem, range)| reader.problem(problem, range));
    let mut outline = reader.outline;
    outline.prose = prose.map(prose::Gatherer::finish);
    outline.anchors.sort_unstable();
    // Outlines are kept as long as the site: room that nothing will fill is worth giving back.
    outline.anchors.shrink_to_fit();
    outline.headings.shrink_to_fit();
    outline
}

/// Walks a body once.
struct Reader<'a, 'f> {
    body: &'a str,
    setting: &'a Setting<'a>,
    found: &'f mut Vec<Diagnostic>,
    outline: Outline,
    reported: usize,
    /// Identifiers in use and, for those that authors chose, where.
    ids: FxHashMap<Arc<str>, Option<Range<usize>>>,
    /// The number that the next equal wish gets.
    numbers: FxHashMap<String, usize>,
    /// The heading or first paragraph whose text is being gathered.
    text: Option<Gathered>,
    /// The image whose alternative text is being gathered.
    image: Option<(String, String, Range<usize>)>,
    /// Bytes that are plain text, where slips in it may be.
    plain: Vec<Range<usize>>,
    /// The open blocks.
    open: Vec<Opened>,
}

/// A block that is open.
struct Opened {
    /// Its language, if it has one of its own.
    language: Option<String>,
    /// Its place among the blocks, if its items are steps.
    steps: Option<usize>,
    /// How many lists are open in it.
    lists: usize,
}

/// The block whose items are steps.
const STEPS: &str = "steps";

/// Text that is being gathered.
struct Gathered {
    text: String,
    /// The piece that it starts with.
    start: usize,
    heading: Option<(HeadingLevel, Option<Arc<str>>)>,
}

impl<'a> Reader<'a, '_> {
    /// Identifiers that authors chose come first, so that numbered ones go around them.
    fn explicit_ids(&mut self, pieces: &[(Piece<'_>, Range<usize>)]) {
        for (piece, range) in pieces {
            match piece {
                Piece::Markdown(Event::Start(Tag::Heading { id: Some(id), .. })) => self.chosen_id(id, range),
                Piece::Open(head) => {
                    if let Some(id) = head.attribute("id") {
                        self.chosen_id(id, range);
                    }
                }
                Piece::Markdown(_) | Piece::Close => {}
            }
        }
    }

    fn chosen_id(&mut self, id: &str, range: &Range<usize>) {
        match self.ids.get(id).cloned() {
            Some(first) => {
                let first = first.map(|first| self.place(first));
                self.report(Code::DuplicateId, range.clone(), |mut finding| {
                    finding.related.extend(first);
                    finding.arg("id", id)
                });
            }
            None => {
                self.ids.insert(Arc::from(id), Some(range.clone()));
            }
        }
    }

    /// Returns `wish`, or `wish-2`, `wish-3` … if it is taken.
    fn free_id(&mut self, wish: &str) -> Arc<str> {
        let mut id: Arc<str> = Arc::from(wish);
        while self.ids.contains_key(&id) {
            let number = self.numbers.entry(wish.to_owned()).or_insert(1);
            *number += 1;
            id = Arc::from(format!("{wish}-{number}"));
        }
        self.ids.insert(Arc::clone(&id), None);
        id
    }

    fn block(&mut self, head: &Head, range: &Range<usize>) {
        let id = match head.attribute("id") {
            Some(id) => Arc::from(id),
            None => self.free_id(&head.name.to_ascii_lowercase()),
        };
        self.outline.anchors.push(Arc::clone(&id));
        let span = Span::new(range.clone()).shifted(self.setting.offset);
        if head.form != Form::Line {
            let steps = (head.name == STEPS).then_some(self.outline.blocks.len());
            self.open.push(Opened { language: head.language().map(str::to_owned), steps, lists: 0 });
        }
        self.outline.blocks.push(Block { name: Arc::from(head.name.as_str()), id, span, steps: Vec::new() });
        for attribute in head.attributes.iter().filter(|attribute| matches!(attribute.key.as_str(), "href" | "src")) {
            self.target(&attribute.value, &attribute.range);
        }
        let is_language = |attribute: &&Attribute| attribute.key == "lang" || attribute.key == "code" && head.name == "lang";
        for code in head.attributes.iter().filter(is_language).filter(|code| !language::is_tag(&code.value)) {
            self.report(Code::UnknownLanguage, code.range.clone(), |finding| {
                finding.arg("value", &code.value).arg("known", "cs, en, uk, de, pl")
            });
        }
    }

    /// Gives an item its identifier, if it is a step.
    fn step(&mut self) {
        let Some(Opened { steps: Some(at), lists: 1, .. }) = self.open.last() else { return };
        let at = *at;
        let block = &self.outline.blocks[at];
        let id = self.free_id(&format!("{}-{}", block.id, block.steps.len() + 1));
        self.outline.anchors.push(Arc::clone(&id));
        self.outline.blocks[at].steps.push(id);
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>, watch_text: bool) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                self.gather(text);
                if watch_text && matches!(event, Event::Text(_)) {
                    self.plain.push(range.clone());
                }
            }
            Event::SoftBreak | Event::HardBreak => self.gather(" "),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>, at: usize) {
        match tag {
            Tag::Heading { level, id, .. } => {
                if *level == HeadingLevel::H1 {
                    self.heading_one(range);
                }
                self.text = Some(Gathered { text: String::new(), start: at, heading: Some((*level, id.as_deref().map(Arc::from))) });
            }
            Tag::Paragraph if self.outline.first_paragraph.is_empty() => {
                self.text = Some(Gathered { text: String::new(), start: at, heading: None });
            }
            Tag::List(_) => self.open.last_mut().into_iter().for_each(|open| open.lists += 1),
            Tag::Item => self.step(),
            Tag::Link { dest_url, .. } => self.target(dest_url, range),
            Tag::Image { dest_url, .. } => {
                self.target(dest_url, range);
                self.image = Some((dest_url.to_string(), String::new(), range.clone()));
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd, pieces: &[(Piece<'_>, Range<usize>)]) {
        match end {
            TagEnd::Heading(_) | TagEnd::Paragraph => {
                if let Some(Gathered { text, start, heading }) = self.text.take() {
                    let shown = self.shown(&pieces[start..]).unwrap_or_else(|| text.clone());
                    match heading {
                        Some((level, id)) => self.heading(level, id, &text, shown.trim()),
                        None => self.outline.first_paragraph = Arc::from(shortened(&shown)),
                    }
                }
            }
            TagEnd::List(_) => self.open.last_mut().into_iter().for_each(|open| open.lists = open.lists.saturating_sub(1)),
            TagEnd::Image => {
                if let Some((target, alternative, range)) = self.image.take()
                    && alternative.trim().is_empty()
                {
                    self.report(Code::NoAlternative, range, |finding| finding.arg("target", target));
                }
            }
            _ => {}
        }
    }

    fn gather(&mut self, text: &str) {
        if let Some((_, alternative, _)) = &mut self.image {
            alternative.push_str(text);
        } else if let Some(gathered) = &mut self.text {
            gathered.text.push_str(text);
        }
    }

    /// Returns the text of some pieces as it is shown, if that may differ from what is written.
    fn shown(&self, pieces: &[(Piece<'_>, Range<usize>)]) -> Option<String> {
        let language = self.setting.typography?;
        let language = self.open.iter().rev().find_map(|open| open.language.as_deref()).unwrap_or(language);
        let mut pieces = pieces.to_vec();
        markdown::typeset(&mut pieces, self.body, language);
        let (mut text, mut images) = (String::new(), 0);
        for (piece, _) in &pieces {
            match piece {
                Piece::Markdown(Event::Start(Tag::Image { .. })) => images += 1,
                Piece::Markdown(Event::End(TagEnd::Image)) => images -= 1,
                Piece::Markdown(Event::Text(part) | Event::Code(part)) if images == 0 => text.push_str(part),
                Piece::Markdown(Event::SoftBreak | Event::HardBreak) if images == 0 => text.push(' '),
                _ => {}
            }
        }
        Some(text)
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<Arc<str>>, text: &str, shown: &str) {
        let title = text.trim();
        let id = match id {
            Some(id) => id,
            None => {
                let slug = language::slug(title, self.setting.language);
                self.free_id(if slug.is_empty() { language::heading_slug(self.setting.language) } else { &slug })
            }
        };
        self.outline.anchors.push(Arc::clone(&id));
        let title: Arc<str> = Arc::from(title);
        let shown = if *title == *shown { Arc::clone(&title) } else { Arc::from(shown) };
        self.outline.headings.push(Heading { level: level as u8, id, title, shown });
    }

    fn heading_one(&mut self, range: &Range<usize>) {
        let line = self.body[range.clone()].lines().next().unwrap_or_default();
        let correction = line.starts_with("# ").then(|| format!("#{line}"));
        let range = range.start..range.start + line.len();
        self.report(Code::HeadingOne, range, |mut finding| {
            finding.correction = correction.map(Arc::from);
            finding
        });
    }

    fn target(&mut self, text: &str, range: &Range<usize>) {
        match target::read(text, self.setting.source) {
            Ok(target @ Target::File { .. }) => {
                let span = Span::new(range.clone()).shifted(self.setting.offset);
                self.outline.attachments.extend(target.attachment().map(|source| (source, span)));
            }
            Ok(_) => {}
            Err(TargetError::Scheme(scheme)) => self.report(Code::UnsafeLink, range.clone(), |finding| finding.arg("scheme", scheme)),
            Err(TargetError::Outside) => self.report(Code::LinkLeavesContent, range.clone(), |finding| finding.arg("target", text)),
        }
    }

    fn problem(&mut self, problem: Problem, range: Range<usize>) {
        match problem {
            Problem::Unclosed(name) => self.report(Code::UnclosedBlock, range, |finding| finding.arg("name", name)),
            Problem::Misplaced(name) => self.report(Code::MisplacedBlock, range, |finding| finding.arg("name", name)),
            Problem::Stray => self.report(Code::StrayFence, range, |finding| finding),
            Problem::BadHead(why) => self.report(Code::BadAttributes, range, |finding| finding.arg("cause", why.name())),
            Problem::TooDeep => {
                let end = floor(self.body, range.start + line_from(self.body, range.start).len().min(80));
                self.report(Code::TooDeep, range.start..end, |finding| finding.arg("limit", markdown::DEEPEST.to_string()));
            }
        }
    }

    fn report(&mut self, code: Code, range: Range<usize>, finish: impl FnOnce(Diagnostic) -> Diagnostic) {
        if self.reported == MOST_FINDINGS {
            return;
        }
        self.reported += 1;
        let place = self.place(range);
        self.found.push(finish(Diagnostic::new(code, place)));
    }

    fn place(&self, range: Range<usize>) -> Place {
        let end = range.start + self.body[range.clone()].trim_end().len();
        Place::at(self.setting.source, Span::new(range.start..end).shifted(self.setting.offset))
    }
}

/// Cuts a text at a word so that it fits a summary.
fn shortened(text: &str) -> String {
    let text = text.trim();
    let Some((cut, _)) = text.char_indices().nth(LONGEST_SUMMARY) else { return text.to_owned() };
    // A line does not break at a non-breaking space, and neither does a summary.
    let breaks = |c: char| c.is_whitespace() && c != '\u{A0}';
    let end = text[..cut].rfind(breaks).unwrap_or(cut);
    format!("{}…", text[..end].trim_end_matches(|c: char| !c.is_alphanumeric()))
}
