//! The identifiers of a body: those chosen by authors, and generated ones for headings, blocks and
//! steps. Each is unique on the page.

mod notes;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::ThemeFacts;
use super::blocks::{Form, Head};
use super::body::{RawElements, separates};
use super::markdown::{Piece, PlacedPiece};
use crate::config::RawHtml;
use crate::language;
use notes::NoteIds;

/// The identifiers of a body.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// Those of headings, blocks and items, by index of the piece that begins them, in order.
    by_piece: Vec<(usize, Arc<str>)>,
    /// Those of the steps of the front matter.
    pub(super) steps: Vec<Arc<str>>,
    /// Those of raw HTML.
    raw: Vec<Arc<str>>,
    /// Those that authors chose more than once.
    pub(super) doubles: Vec<DuplicateId>,
}

/// An identifier that is already taken.
#[derive(Debug)]
pub(super) struct DuplicateId {
    pub(super) id: String,
    pub(super) range: Range<usize>,
    /// Where it was first chosen; none if the theme uses it.
    pub(super) first: Option<Range<usize>>,
}

/// What identifiers depend on besides the body.
#[derive(Clone, Copy)]
pub(super) struct IdContext<'a> {
    pub(super) elements: &'a RawElements,
    /// How raw HTML is treated.
    pub(super) html: RawHtml,
    pub(super) themes: &'a ThemeFacts,
    /// The language of headings, for their slugs.
    pub(super) language: &'a str,
    /// How many steps the front matter has.
    pub(super) steps: usize,
}

impl Ids {
    /// Assigns all identifiers of a body.
    pub(super) fn new(pieces: &[PlacedPiece<'_>], context: IdContext<'_>) -> Self {
        let mut builder = IdBuilder::new(pieces, context);
        // Numbered identifiers avoid those that authors chose.
        builder.take_chosen(pieces);
        builder.ids.steps = (1..=context.steps)
            .map(|number| builder.unique(&format!("step-{number}")))
            .collect();
        for (at, (piece, _)) in pieces.iter().enumerate() {
            if !context.elements.is_hidden(at) {
                builder.piece(at, piece);
            }
        }
        let mut ids = builder.ids;
        ids.by_piece
            .sort_unstable_by_key(|(piece, _)| *piece);
        ids
    }

    /// Returns the identifier of what a piece begins.
    pub(super) fn of(&self, piece: usize) -> Option<&Arc<str>> {
        let at = self
            .by_piece
            .binary_search_by_key(&piece, |(at, _)| *at);
        self.by_piece
            .get(at.ok()?)
            .map(|(_, id)| id)
    }

    /// Returns all, sorted.
    pub(super) fn anchors(&self) -> Vec<Arc<str>> {
        let count = self.steps.len() + self.raw.len() + self.by_piece.len();
        let mut anchors = Vec::with_capacity(count);
        let of_pieces = self.by_piece.iter().map(|(_, id)| id);
        anchors.extend(
            self.steps
                .iter()
                .chain(&self.raw)
                .chain(of_pieces)
                .cloned(),
        );
        anchors.sort_unstable();
        anchors
    }
}

/// Assigns identifiers.
struct IdBuilder<'a> {
    context: IdContext<'a>,
    /// Those of footnotes, which have none of their own choice.
    notes: NoteIds<'a>,
    ids: Ids,
    /// The identifiers in use and, if chosen by authors, where.
    taken: FxHashMap<Arc<str>, Option<Range<usize>>>,
    /// The last number appended to each identifier that was requested more than once.
    numbers: FxHashMap<String, usize>,
    /// The open blocks.
    open: Vec<OpenBlock>,
    /// The open heading without an identifier.
    heading: Option<OpenHeading>,
    /// The number of open images.
    images: usize,
}

/// An open heading.
struct OpenHeading {
    piece: usize,
    text: String,
    /// The alternative texts of its pictures, for a heading without any other text.
    alternative: String,
}

/// An open block.
struct OpenBlock {
    /// Its identifier and the number of steps so far, if its items are steps.
    steps: Option<(Arc<str>, usize)>,
    /// The number of open lists in it.
    lists: usize,
}

impl<'a> IdBuilder<'a> {
    fn new(pieces: &'a [PlacedPiece<'a>], context: IdContext<'a>) -> Self {
        let mut taken = FxHashMap::default();
        taken.extend(
            context
                .themes
                .main
                .iter()
                .map(|id| (Arc::clone(id), None)),
        );
        Self {
            context,
            notes: NoteIds::of(pieces),
            ids: Ids::default(),
            taken,
            numbers: FxHashMap::default(),
            open: Vec::new(),
            heading: None,
            images: 0,
        }
    }

    fn take_chosen(&mut self, pieces: &[PlacedPiece<'_>]) {
        let mut raw = self
            .context
            .elements
            .iter()
            .peekable();
        for (at, (piece, range)) in pieces.iter().enumerate() {
            while let Some(element) = raw.next_if(|element| element.piece <= at) {
                for id in &element.ids {
                    let id = self.choose(&id.value, &element.tag);
                    self.ids.raw.extend(id);
                }
            }
            if let Some(id) = chosen(piece) {
                self.choose(id, range);
            }
        }
    }

    /// Takes an identifier that an author chose, unless it is taken already.
    fn choose(&mut self, id: &str, range: &Range<usize>) -> Option<Arc<str>> {
        let first = match self.taken.get(id) {
            Some(first) => first.clone(),
            None if self.notes.has(id) => None,
            None => {
                let id: Arc<str> = Arc::from(id);
                self.taken
                    .insert(Arc::clone(&id), Some(range.clone()));
                return Some(id);
            }
        };
        self.ids.doubles.push(DuplicateId {
            id: id.to_owned(),
            range: range.clone(),
            first,
        });
        None
    }

    fn piece(&mut self, at: usize, piece: &Piece<'_>) {
        match piece {
            Piece::Open(head) => self.block(at, head),
            Piece::Close => drop(self.open.pop()),
            Piece::Markdown(Event::Start(tag)) => self.start(at, tag),
            Piece::Markdown(Event::End(end)) => self.end(*end),
            Piece::Markdown(event) => self.text(event),
        }
    }

    fn start(&mut self, at: usize, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { id: Some(id), .. } => self.assign(at, Arc::from(&**id)),
            Tag::Heading { id: None, .. } => {
                self.heading = Some(OpenHeading {
                    piece: at,
                    text: String::new(),
                    alternative: String::new(),
                });
            }
            Tag::List(_) => self.count_lists(|lists| lists + 1),
            Tag::Item => self.step(at),
            Tag::Image { .. } => self.images += 1,
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) => self.heading_end(),
            TagEnd::List(_) => self.count_lists(|lists| lists.saturating_sub(1)),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            _ => {}
        }
    }

    /// Adds text to the open heading.
    fn text(&mut self, event: &Event<'_>) {
        if let Some(heading) = &mut self.heading {
            let text = plain_text(event, self.context.html).unwrap_or_default();
            match self.images {
                0 => heading.text.push_str(text),
                _ => heading.alternative.push_str(text),
            }
        }
    }

    fn block(&mut self, at: usize, head: &Head) {
        let id = match head.attribute("id") {
            Some(id) => Arc::from(id),
            None => self.unique(&head.name.to_ascii_lowercase()),
        };
        if head.form != Form::Line {
            let is_numbered = self
                .context
                .themes
                .numbered
                .contains(&*head.name);
            let steps = is_numbered.then(|| (Arc::clone(&id), 0));
            self.open
                .push(OpenBlock { steps, lists: 0 });
        }
        self.assign(at, id);
    }

    fn count_lists(&mut self, count: impl FnOnce(usize) -> usize) {
        if let Some(open) = self.open.last_mut() {
            open.lists = count(open.lists);
        }
    }

    /// Assigns an item its identifier, if it is a step.
    fn step(&mut self, at: usize) {
        let Some(OpenBlock {
            steps: Some((block, number)),
            lists: 1,
        }) = self.open.last_mut()
        else {
            return;
        };
        *number += 1;
        let wish = format!("{block}-{number}");
        let id = self.unique(&wish);
        self.assign(at, id);
    }

    fn heading_end(&mut self) {
        let Some(heading) = self.heading.take() else {
            return;
        };
        let text = match heading.text.trim() {
            "" => heading.alternative.trim(),
            text => text,
        };
        let language = self.context.language;
        let slug = language::slug(text, language);
        let id = self.unique(match &*slug {
            "" => language::heading_slug(language),
            slug => slug,
        });
        self.assign(heading.piece, id);
    }

    fn assign(&mut self, piece: usize, id: Arc<str>) {
        self.ids.by_piece.push((piece, id));
    }

    /// Returns `wish`, or `wish-2`, `wish-3` … if it is taken.
    fn unique(&mut self, wish: &str) -> Arc<str> {
        let mut id: Arc<str> = Arc::from(wish);
        while self.taken.contains_key(&id) || self.notes.has(&id) {
            let number = self
                .numbers
                .entry(wish.to_owned())
                .or_insert(1);
            *number += 1;
            id = Arc::from(format!("{wish}-{number}"));
        }
        self.taken
            .insert(Arc::clone(&id), None);
        id
    }
}

/// Returns the identifier that an author chose in a piece.
fn chosen<'p>(piece: &'p Piece<'_>) -> Option<&'p str> {
    match piece {
        Piece::Markdown(Event::Start(Tag::Heading { id, .. })) => id.as_deref(),
        Piece::Open(head) => head.attribute("id"),
        Piece::Markdown(_) | Piece::Close => None,
    }
}

/// Returns the plain text of an event, before typography. Raw HTML, unless it is shown as text, is
/// at most a space between words.
pub(super) fn plain_text<'e>(event: &'e Event<'_>, html: RawHtml) -> Option<&'e str> {
    match event {
        Event::InlineHtml(tag) if html == RawHtml::Escape => Some(tag),
        Event::InlineHtml(tag) => separates(tag).then_some(" "),
        Event::Text(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    }
}
