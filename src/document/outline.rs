//! What others need of a body: headings, identifiers, first paragraph, attachments – and what is
//! wrong in it by itself.

mod footnotes;
mod slips;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::Options;
use super::blocks::{Attribute, Head};
use super::body::{self, Passes};
use super::ids::{Ids, plain_text};
use super::markdown::{self, Change, Piece, Problem};
use super::prose::{self, Prose};
use super::target::{self, Target, TargetError};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language;
use crate::source::{Hash, SourceId, Span, floor};
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

/// What reading a body depends on.
pub(super) struct Setting<'a> {
    pub(super) source: &'a SourceId,
    /// The hash of its content.
    pub(super) hash: Hash,
    /// Where the body starts in the file, in bytes.
    pub(super) offset: usize,
    /// Whether what is before the body could be read.
    pub(super) front: bool,
    pub(super) language: &'a str,
    pub(super) options: &'a Options,
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
    /// The identifiers of the steps of the front matter.
    pub(super) steps: Vec<Arc<str>>,
    pub(super) anchors: Vec<Arc<str>>,
    /// The text of the first paragraph as it is shown, shortened.
    pub(super) first_paragraph: Arc<str>,
    pub(super) attachments: Vec<(SourceId, Span)>,
    pub(super) prose: Option<Prose>,
}

/// The longest summary, in characters.
const LONGEST_SUMMARY: usize = 200;

/// The most findings of one body; an author with more fixes these first.
const MOST_FINDINGS: usize = 200;

/// Walks a body once for what others need of it.
pub(super) fn of(
    passes: Passes<'_, '_>,
    problems: &[(Problem, Range<usize>)],
    setting: &Setting<'_>,
    found: &mut Vec<Diagnostic>,
) -> Outline {
    let mut reader = Reader {
        body: &passes.file[passes.offset..],
        setting,
        found,
        outline: Outline::default(),
        reported: 0,
        text: None,
        images: Vec::new(),
        plain: Vec::new(),
        changes: passes.changes,
    };
    reader.pieces(passes.pieces, passes.ids);
    problems
        .iter()
        .for_each(|(problem, range)| reader.problem(problem, range.clone()));
    let mut outline = reader.outline;
    outline.anchors = passes.ids.anchors();
    outline.steps.clone_from(&passes.ids.steps);
    // Outlines are kept as long as the site: room that nothing will fill is worth giving back.
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
    /// The heading or first paragraph whose text is being gathered.
    text: Option<Gathered>,
    /// The images that are open, the innermost last.
    images: Vec<OpenImage>,
    /// Bytes that are plain text, where slips in it may be.
    plain: Vec<Range<usize>>,
    /// What typography changes.
    changes: &'a [Change],
}

/// An image that is open.
struct OpenImage {
    target: String,
    range: Range<usize>,
    /// Whether it has no alternative text so far.
    is_bare: bool,
}

/// Text that is being gathered.
struct Gathered {
    text: String,
    /// The same as it is shown.
    shown: String,
    /// The level and identifier of a heading.
    heading: Option<(HeadingLevel, Arc<str>)>,
}

impl<'a> Reader<'a, '_> {
    fn pieces(&mut self, pieces: &[(Piece<'_>, Range<usize>)], ids: &Ids) {
        for (id, range, first) in &ids.doubles {
            let first = first.clone().map(|first| self.place(first));
            self.report(Code::DuplicateId, range.clone(), |mut finding| {
                finding.related.extend(first);
                finding.arg("id", id)
            });
        }
        let watch_text = self.body.contains("](") || self.body.contains("[^");
        let mut notes = Footnotes::default();
        let mut prose = self.setting.search.then(prose::Gatherer::default);
        for (at, (piece, range)) in pieces.iter().enumerate() {
            prose
                .iter_mut()
                .for_each(|prose| prose.piece(piece, range, self.body));
            match piece {
                Piece::Open(head) => self.block(head),
                Piece::Close => {}
                Piece::Markdown(event) => {
                    notes.event(event, range);
                    match event {
                        Event::Start(tag) => self.start(tag, range, ids.of(at)),
                        Event::End(end) => self.end(*end),
                        Event::Text(_) if watch_text => self.plain.push(range.clone()),
                        _ => {}
                    }
                    self.gather(event, at);
                }
            }
        }
        self.slips_in_text();
        for (name, range) in notes.lone() {
            self.report(Code::LoneFootnote, range, |finding| {
                finding.arg("name", name)
            });
        }
        self.outline.prose = prose.map(prose::Gatherer::finish);
    }

    fn block(&mut self, head: &Head) {
        for attribute in head
            .attributes
            .iter()
            .filter(|attribute| matches!(attribute.key.as_str(), "href" | "src"))
        {
            self.target(&attribute.value, &attribute.range);
        }
        let themes = &self.setting.options.themes;
        let is_language = |attribute: &&Attribute| themes.is_language(&head.name, &attribute.key);
        for code in head
            .attributes
            .iter()
            .filter(is_language)
            .filter(|code| !language::is_tag(&code.value))
        {
            self.report(Code::UnknownLanguage, code.range.clone(), |finding| {
                finding
                    .arg("value", &code.value)
                    .arg("known", "cs, en, uk, de, pl")
            });
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>, id: Option<&Arc<str>>) {
        match tag {
            Tag::Heading { level, .. } => {
                if *level == HeadingLevel::H1 {
                    self.heading_one(range);
                }
                let heading = Some((*level, id.cloned().unwrap_or_default()));
                self.text = Some(Gathered {
                    text: String::new(),
                    shown: String::new(),
                    heading,
                });
            }
            Tag::Paragraph if self.outline.first_paragraph.is_empty() => {
                self.text = Some(Gathered {
                    text: String::new(),
                    shown: String::new(),
                    heading: None,
                });
            }
            Tag::Link { dest_url, .. } => self.target(dest_url, range),
            Tag::Image { dest_url, .. } => {
                self.target(dest_url, range);
                self.images.push(OpenImage {
                    target: dest_url.to_string(),
                    range: range.clone(),
                    is_bare: true,
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) | TagEnd::Paragraph => match self.text.take() {
                Some(Gathered {
                    text,
                    shown,
                    heading: Some((level, id)),
                }) => {
                    let title: Arc<str> = Arc::from(text.trim());
                    let shown = if *title == *shown.trim() {
                        Arc::clone(&title)
                    } else {
                        Arc::from(shown.trim())
                    };
                    self.outline.headings.push(Heading {
                        level: level as u8,
                        id,
                        title,
                        shown,
                    });
                }
                Some(Gathered {
                    shown,
                    heading: None,
                    ..
                }) => self.outline.first_paragraph = Arc::from(shortened(&shown)),
                None => {}
            },
            TagEnd::Image => {
                let image = self.images.pop().filter(|image| image.is_bare);
                if let Some(OpenImage { target, range, .. }) = image {
                    self.report(Code::NoAlternative, range, |finding| {
                        finding.arg("target", target)
                    });
                }
            }
            _ => {}
        }
    }

    fn gather(&mut self, event: &Event<'_>, at: usize) {
        let Some(text) = plain_text(event) else {
            return;
        };
        if !text.trim().is_empty() {
            // Where the innermost has a text, those around it have one.
            self.images
                .iter_mut()
                .rev()
                .take_while(|image| image.is_bare)
                .for_each(|image| image.is_bare = false);
        }
        if let (Some(gathered), true) = (&mut self.text, self.images.is_empty()) {
            gathered.text.push_str(text);
            gathered
                .shown
                .push_str(&body::set(text, body::changes_of(self.changes, at)));
        }
    }

    fn heading_one(&mut self, range: &Range<usize>) {
        let line = self.body[range.clone()].lines().next().unwrap_or_default();
        let correction = line.starts_with("# ").then(|| format!("#{line}"));
        let range = range.start..range.start + line.len();
        let hash = self.setting.hash;
        self.report(Code::HeadingOne, range, |finding| match correction {
            Some(line) => finding.certain_fix(hash, line),
            None => finding,
        });
    }

    fn target(&mut self, text: &str, range: &Range<usize>) {
        match target::read(text, self.setting.source) {
            Ok(target @ Target::File { .. }) => {
                let span = Span::new(range.clone()).shifted(self.setting.offset);
                self.outline
                    .attachments
                    .extend(target.attachment().map(|source| (source, span)));
            }
            Ok(_) => {}
            Err(TargetError::Scheme(scheme)) => {
                self.report(Code::UnsafeLink, range.clone(), |finding| {
                    finding.arg("scheme", scheme)
                })
            }
            Err(TargetError::Outside) => {
                self.report(Code::LinkLeavesContent, range.clone(), |finding| {
                    finding.arg("target", text)
                })
            }
        }
    }

    fn problem(&mut self, problem: &Problem, range: Range<usize>) {
        match problem {
            Problem::Unclosed(name) => self.report(Code::UnclosedBlock, range, |finding| {
                finding.arg("name", name)
            }),
            Problem::Misplaced(name) => self.report(Code::MisplacedBlock, range, |finding| {
                finding.arg("name", name)
            }),
            Problem::Stray => self.report(Code::StrayFence, range, |finding| finding),
            Problem::BadHead(why) => self.report(Code::BadAttributes, range, |finding| {
                finding.arg("cause", why.name())
            }),
            Problem::TooDeep => {
                let end = floor(
                    self.body,
                    range.start + line_from(self.body, range.start).len().min(80),
                );
                self.report(Code::TooDeep, range.start..end, |finding| {
                    finding.arg("limit", markdown::DEEPEST.to_string())
                });
            }
        }
    }

    fn report(
        &mut self,
        code: Code,
        range: Range<usize>,
        finish: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        if self.reported == MOST_FINDINGS {
            return;
        }
        self.reported += 1;
        let place = self.place(range);
        self.found.push(finish(Diagnostic::new(code, place)));
    }

    fn place(&self, range: Range<usize>) -> Place {
        let end = range.start + self.body[range.clone()].trim_end().len();
        Place::at(
            self.setting.source,
            Span::new(range.start..end).shifted(self.setting.offset),
        )
    }
}

/// Cuts a text at a word so that it fits a summary.
fn shortened(text: &str) -> String {
    let text = text.trim();
    let Some((cut, _)) = text.char_indices().nth(LONGEST_SUMMARY) else {
        return text.to_owned();
    };
    // A line does not break at a non-breaking space, and neither does a summary.
    let breaks = |c: char| c.is_whitespace() && c != '\u{A0}';
    let end = text[..cut].rfind(breaks).unwrap_or(cut);
    format!(
        "{}…",
        text[..end].trim_end_matches(|c: char| !c.is_alphanumeric())
    )
}
