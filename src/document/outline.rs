//! The outline of a body: headings, identifiers, first paragraph, attachments. This pass also finds
//! what is wrong in the body itself.

mod elements;
mod empty;
mod footnotes;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::blocks::Head;
use super::body;
use super::findings::Findings;
use super::ids::plain_text;
use super::markdown::Piece;
use super::pass::{PageContext, PassContext};
use super::prose::{Prose, ProseBuilder};
use super::slips::{self, PlainText};
use super::target::{self, Target, TargetError};
use crate::diagnostic::Code;
use crate::language::{self, cleaned};
use crate::source::{SourceId, Span};
use empty::{MARKDOWN, OpenText};
use footnotes::Footnotes;

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its level, 1 to 6.
    pub level: u8,
    /// Its identifier, unique on the page.
    pub id: Arc<str>,
    /// Its plain text.
    pub title: Arc<str>,
    /// The title, typeset.
    pub shown: Arc<str>,
}

/// What an entry needs of a body.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) headings: Vec<Heading>,
    /// Where each of them is.
    pub(super) heading_spans: Vec<Span>,
    /// The identifiers of the steps of the front matter.
    pub(super) steps: Vec<Arc<str>>,
    /// Every identifier that a link can lead to, sorted.
    pub(super) anchors: Vec<Arc<str>>,
    /// The text of the first paragraph, shortened and typeset.
    pub(super) first_paragraph: Arc<str>,
    pub(super) attachments: Vec<(SourceId, Span)>,
    /// The plain text of the body, if the search covers the page.
    pub(super) prose: Option<Prose>,
}

/// The most notes that nothing refers to, as many as there are findings of a body.
const MOST_LONE_NOTES: usize = 200;

/// The longest summary, in characters.
const LONGEST_SUMMARY: usize = 200;

/// Makes the outline of a body.
pub(super) fn of(
    pass: PassContext<'_, '_>,
    page: &PageContext<'_>,
    findings: &mut Findings<'_>,
) -> Outline {
    findings.duplicate_ids(&pass.ids.doubles);
    let mut builder = OutlineBuilder::new(pass, page, findings);
    for (at, (piece, range)) in pass.pieces.iter().enumerate() {
        builder.piece(at, piece, range);
    }
    builder.finish()
}

/// Walks the pieces of a body.
struct OutlineBuilder<'p, 't, 'f, 's> {
    pass: PassContext<'p, 't>,
    page: &'p PageContext<'p>,
    findings: &'f mut Findings<'s>,
    outline: Outline,
    notes: Footnotes<'p>,
    prose: Option<ProseBuilder>,
    /// The open heading or first paragraph.
    gathered: Option<GatheredText>,
    /// The open images, the innermost last.
    images: Vec<OpenImage>,
    /// The open headings and links, the innermost last.
    texts: Vec<OpenText>,
    /// The level of the heading before; the title of the page has level 1.
    level: u8,
}

/// An open image.
struct OpenImage {
    target: String,
    range: Range<usize>,
    /// Whether it has no alternative text so far.
    is_bare: bool,
}

/// The text of a heading or paragraph so far.
#[derive(Default)]
struct GatheredText {
    text: String,
    /// The same text, typeset.
    shown: String,
    /// The alternative texts of its pictures, which a heading of pictures alone consists of.
    alternative: String,
    /// The level and identifier of a heading; none for a paragraph.
    heading: Option<(HeadingLevel, Arc<str>)>,
}

impl<'p, 't, 'f, 's> OutlineBuilder<'p, 't, 'f, 's> {
    fn new(
        pass: PassContext<'p, 't>,
        page: &'p PageContext<'p>,
        findings: &'f mut Findings<'s>,
    ) -> Self {
        Self {
            pass,
            page,
            findings,
            outline: Outline::default(),
            notes: Footnotes::default(),
            prose: page
                .search
                .then(|| ProseBuilder::new(pass.html)),
            gathered: None,
            images: Vec::new(),
            texts: Vec::new(),
            level: 1,
        }
    }

    fn piece(&mut self, at: usize, piece: &'p Piece<'t>, range: &Range<usize>) {
        let elements = self.pass.elements;
        for element in elements.of_piece(at) {
            self.element(element);
            self.count_element(element);
        }
        if elements.is_hidden(at) {
            return;
        }
        if let Some(prose) = &mut self.prose {
            prose.piece(piece, range, self.pass.text.body());
        }
        match piece {
            Piece::Open(head) => self.block(at, head, range),
            Piece::Close => {}
            Piece::Markdown(event) => {
                self.notes.event(event, range);
                self.event(at, event, range);
                self.gather(at, event);
            }
        }
    }

    fn block(&mut self, at: usize, head: &Head, range: &Range<usize>) {
        self.lacking(at, head, range);
        for attribute in &head.attributes {
            if matches!(attribute.key.as_str(), "href" | "src") {
                self.target(&attribute.value, &attribute.range);
            }
        }
        for attribute in &head.attributes {
            let is_language = self
                .pass
                .themes
                .is_language(&head.name, &attribute.key);
            if is_language && !language::is_language(&attribute.value) {
                self.findings
                    .unknown_language(attribute);
            }
        }
    }

    fn event(&mut self, at: usize, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(at, tag, range),
            Event::End(TagEnd::Heading(_)) => {
                self.text_end();
                self.close_text();
            }
            Event::End(TagEnd::Paragraph) => self.text_end(),
            Event::End(TagEnd::Link) => self.close_text(),
            Event::End(TagEnd::Image) => self.image_end(),
            _ => {}
        }
    }

    fn start(&mut self, at: usize, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.heading(at, *level, range),
            Tag::Paragraph
                if self
                    .outline
                    .first_paragraph
                    .is_empty() =>
            {
                self.gathered = Some(GatheredText::default());
            }
            Tag::Link { dest_url, .. } => {
                self.open_text("link", range);
                if self.without_target("link", dest_url, range) {
                    return self.settle_texts();
                }
                self.target(dest_url, range);
            }
            Tag::Image { dest_url, .. } => {
                let is_empty = self.without_target("picture", dest_url, range);
                if !is_empty {
                    self.target(dest_url, range);
                }
                self.images.push(OpenImage {
                    target: dest_url.to_string(),
                    range: range.clone(),
                    is_bare: !is_empty,
                });
            }
            _ => {}
        }
    }

    fn heading(&mut self, at: usize, level: HeadingLevel, range: &Range<usize>) {
        self.outline
            .heading_spans
            .push(self.pass.text.span(range));
        if level == HeadingLevel::H1 {
            self.findings.heading_one(range);
        }
        self.count_level(level as u8, range);
        self.open_text("heading", range);
        let id = self
            .pass
            .ids
            .of(at)
            .cloned()
            .unwrap_or_default();
        self.gathered = Some(GatheredText {
            heading: Some((level, id)),
            ..GatheredText::default()
        });
    }

    /// Ends the open heading or first paragraph.
    fn text_end(&mut self) {
        let Some(gathered) = self.gathered.take() else {
            return;
        };
        match gathered.heading {
            Some((level, id)) => {
                let (title, shown) = match gathered.text.trim() {
                    "" => (&gathered.alternative, &gathered.alternative),
                    _ => (&gathered.text, &gathered.shown),
                };
                let title: Arc<str> = Arc::from(cleaned(title.trim()));
                let shown = match &*cleaned(shown.trim()) {
                    shown if *shown == *title => Arc::clone(&title),
                    shown => Arc::from(shown),
                };
                self.outline.headings.push(Heading {
                    level: level as u8,
                    id,
                    title,
                    shown,
                });
            }
            None => self.outline.first_paragraph = Arc::from(shortened(&cleaned(&gathered.shown))),
        }
    }

    fn image_end(&mut self) {
        // A picture without words has a finding of its own.
        self.settle_texts();
        let image = self
            .images
            .pop()
            .filter(|image| image.is_bare);
        if let Some(OpenImage { target, range, .. }) = image {
            self.findings
                .report(Code::NoAlternative, range, |finding| {
                    finding
                        .arg("target", target)
                        .arg("form", MARKDOWN)
                });
        }
    }

    /// Adds the text of an event to the open heading, paragraph and images.
    fn gather(&mut self, at: usize, event: &Event<'_>) {
        let Some(text) = plain_text(event, self.pass.html) else {
            return;
        };
        if !text.trim().is_empty() {
            self.settle_texts();
            // Text in the innermost image is also text in those around it.
            let bare = self.images.iter_mut().rev();
            bare.take_while(|image| image.is_bare)
                .for_each(|image| image.is_bare = false);
        }
        let Some(gathered) = &mut self.gathered else {
            return;
        };
        if !self.images.is_empty() {
            gathered.alternative.push_str(text);
        } else {
            let changes = body::changes_of(self.pass.changes, at);
            gathered.text.push_str(text);
            gathered
                .shown
                .push_str(&body::changed(text, changes));
        }
    }

    /// Notes the target of a link, image or attribute.
    fn target(&mut self, text: &str, range: &Range<usize>) {
        match target::read(text, self.page.source) {
            Ok(target @ Target::File { .. }) => {
                let span = Span::new(self.pass.text.in_file(range));
                let attachment = target
                    .attachment()
                    .map(|source| (source, span));
                self.outline
                    .attachments
                    .extend(attachment);
            }
            Ok(Target::External(_) | Target::Anchor(_)) => {}
            Err(TargetError::Scheme(scheme)) => {
                self.findings
                    .report(Code::UnsafeLink, range.clone(), |finding| {
                        finding.arg("scheme", scheme)
                    });
            }
            Err(TargetError::Outside) => {
                self.findings
                    .report(Code::LinkLeavesContent, range.clone(), |finding| {
                        finding.arg("target", text)
                    });
            }
        }
    }

    fn finish(self) -> Outline {
        lone_notes(self.pass, self.notes, self.findings);
        let mut outline = self.outline;
        outline.prose = self.prose.map(ProseBuilder::finish);
        outline.anchors = self.pass.ids.anchors();
        outline
            .steps
            .clone_from(&self.pass.ids.steps);
        // An outline lives as long as its site, so unused capacity is given back.
        outline.headings.shrink_to_fit();
        outline
    }
}

/// Reports notes that nothing refers to, at what remains of their marks, if anything does.
fn lone_notes(pass: PassContext<'_, '_>, notes: Footnotes<'_>, findings: &mut Findings<'_>) {
    let mut lone = notes
        .lone()
        .take(MOST_LONE_NOTES)
        .peekable();
    if lone.peek().is_none() {
        return;
    }
    let (body, hash) = (findings.body(), findings.hash());
    let plain = PlainText::of(pass.pieces, body);
    for (name, range) in lone {
        let mark = slips::mark(&plain, body, name);
        let place = mark.clone().unwrap_or(range);
        findings.report(Code::LoneFootnote, place, |finding| {
            let finding = finding.arg("name", name);
            match mark {
                Some(_) => finding.likely_fix(hash, format!("[^{name}]")),
                None => finding,
            }
        });
    }
}

/// Cuts a text at a word so that it fits a summary.
fn shortened(text: &str) -> String {
    let text = text.trim();
    let Some((cut, _)) = text
        .char_indices()
        .nth(LONGEST_SUMMARY)
    else {
        return text.to_owned();
    };
    let (start, _) = text.split_at(cut);
    // A summary, like a line, does not break at a non-breaking space.
    let breaks = |c: char| c.is_whitespace() && c != '\u{A0}';
    let (words, _) = start
        .rsplit_once(breaks)
        .unwrap_or((start, ""));
    format!(
        "{}…",
        words.trim_end_matches(|c: char| !c.is_alphanumeric())
    )
}
