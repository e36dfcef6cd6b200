//! The identifiers of a body: those that authors chose, and those of headings, blocks and steps.
//! Each is on the page once.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::ThemeFacts;
use super::blocks::{Form, Head};
use super::markdown::Piece;
use crate::language;

/// The identifiers of a body.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// Those of pieces that begin something, by the places of the pieces, in order.
    by_piece: Vec<(usize, Arc<str>)>,
    /// Those of the steps of the front matter.
    pub(super) steps: Vec<Arc<str>>,
    /// Those that authors chose a second time: the identifier, where, and where first.
    pub(super) doubles: Vec<(String, Range<usize>, Option<Range<usize>>)>,
}

/// What identifiers depend on beside the body.
#[derive(Clone, Copy)]
pub(super) struct Wishes<'a> {
    pub(super) themes: &'a ThemeFacts,
    /// The language of headings, from which slugs are made.
    pub(super) language: &'a str,
    /// How many steps the front matter has.
    pub(super) steps: usize,
}

impl Ids {
    /// Gives everything in a body its identifier.
    pub(super) fn new(pieces: &[(Piece<'_>, Range<usize>)], wishes: Wishes<'_>) -> Self {
        let mut giver = Giver {
            wishes,
            ids: Self::default(),
            taken: FxHashMap::default(),
            numbers: FxHashMap::default(),
            open: Vec::new(),
        };
        giver
            .taken
            .extend(wishes.themes.main.iter().map(|id| (Arc::clone(id), None)));
        giver.chosen(pieces);
        giver.ids.steps = (1..=wishes.steps)
            .map(|number| giver.free(&format!("step-{number}")))
            .collect();
        giver.given(pieces);
        giver.ids.by_piece.sort_unstable_by_key(|(piece, _)| *piece);
        giver.ids
    }

    /// Returns the identifier of what begins with a piece.
    pub(super) fn of(&self, piece: usize) -> Option<&Arc<str>> {
        let at = self
            .by_piece
            .binary_search_by_key(&piece, |(piece, _)| *piece)
            .ok()?;
        Some(&self.by_piece[at].1)
    }

    /// Returns all, sorted.
    pub(super) fn anchors(&self) -> Vec<Arc<str>> {
        let mut anchors = Vec::with_capacity(self.steps.len() + self.by_piece.len());
        anchors.extend(
            self.steps
                .iter()
                .chain(self.by_piece.iter().map(|(_, id)| id))
                .cloned(),
        );
        anchors.sort_unstable();
        anchors
    }
}

/// Gives identifiers.
struct Giver<'a> {
    wishes: Wishes<'a>,
    ids: Ids,
    /// Identifiers in use and, for those that authors chose, where.
    taken: FxHashMap<Arc<str>, Option<Range<usize>>>,
    /// The number that the next equal wish gets.
    numbers: FxHashMap<String, usize>,
    /// The open blocks.
    open: Vec<Opened>,
}

/// A block that is open.
struct Opened {
    /// Its identifier and how many steps it has so far, if its items are steps.
    steps: Option<(Arc<str>, usize)>,
    /// How many lists are open in it.
    lists: usize,
}

impl Giver<'_> {
    /// Identifiers that authors chose come first, so that numbered ones go around them.
    fn chosen(&mut self, pieces: &[(Piece<'_>, Range<usize>)]) {
        for (piece, range) in pieces {
            let id = match piece {
                Piece::Markdown(Event::Start(Tag::Heading { id: Some(id), .. })) => Some(&**id),
                Piece::Open(head) => head.attribute("id"),
                Piece::Markdown(_) | Piece::Close => None,
            };
            let Some(id) = id else { continue };
            match self.taken.get(id) {
                Some(first) => self
                    .ids
                    .doubles
                    .push((id.to_owned(), range.clone(), first.clone())),
                None => drop(self.taken.insert(Arc::from(id), Some(range.clone()))),
            }
        }
    }

    fn given(&mut self, pieces: &[(Piece<'_>, Range<usize>)]) {
        let mut heading: Option<(usize, String)> = None;
        let mut images = 0_usize;
        for (at, (piece, _)) in pieces.iter().enumerate() {
            match piece {
                Piece::Open(head) => self.block(at, head),
                Piece::Close => drop(self.open.pop()),
                Piece::Markdown(Event::Start(tag)) => match tag {
                    Tag::Heading { id: Some(id), .. } => {
                        self.ids.by_piece.push((at, Arc::from(&**id)))
                    }
                    Tag::Heading { .. } => heading = Some((at, String::new())),
                    Tag::List(_) => self
                        .open
                        .last_mut()
                        .into_iter()
                        .for_each(|open| open.lists += 1),
                    Tag::Item => self.step(at),
                    Tag::Image { .. } => images += 1,
                    _ => {}
                },
                Piece::Markdown(Event::End(end)) => match end {
                    TagEnd::Heading(_) => {
                        if let Some((start, text)) = heading.take() {
                            self.heading(start, &text);
                        }
                    }
                    TagEnd::List(_) => self
                        .open
                        .last_mut()
                        .into_iter()
                        .for_each(|open| open.lists = open.lists.saturating_sub(1)),
                    TagEnd::Image => images = images.saturating_sub(1),
                    _ => {}
                },
                Piece::Markdown(event) => {
                    if let (Some((_, title)), 0) = (&mut heading, images) {
                        title.push_str(plain_text(event).unwrap_or_default());
                    }
                }
            }
        }
    }

    fn block(&mut self, at: usize, head: &Head) {
        let id = match head.attribute("id") {
            Some(id) => Arc::from(id),
            None => self.free(&head.name.to_ascii_lowercase()),
        };
        if head.form != Form::Line {
            let steps = self
                .wishes
                .themes
                .numbered
                .contains(&*head.name)
                .then(|| (Arc::clone(&id), 0));
            self.open.push(Opened { steps, lists: 0 });
        }
        self.ids.by_piece.push((at, id));
    }

    /// Gives an item its identifier, if it is a step.
    fn step(&mut self, at: usize) {
        let Some(Opened {
            steps: Some((block, number)),
            lists: 1,
        }) = self.open.last_mut()
        else {
            return;
        };
        *number += 1;
        let wish = format!("{block}-{number}");
        let id = self.free(&wish);
        self.ids.by_piece.push((at, id));
    }

    fn heading(&mut self, at: usize, text: &str) {
        let slug = language::slug(text.trim(), self.wishes.language);
        let id = self.free(if slug.is_empty() {
            language::heading_slug(self.wishes.language)
        } else {
            &slug
        });
        self.ids.by_piece.push((at, id));
    }

    /// Returns `wish`, or `wish-2`, `wish-3` … if it is taken.
    fn free(&mut self, wish: &str) -> Arc<str> {
        let mut id: Arc<str> = Arc::from(wish);
        while self.taken.contains_key(&id) {
            let number = self.numbers.entry(wish.to_owned()).or_insert(1);
            *number += 1;
            id = Arc::from(format!("{wish}-{number}"));
        }
        self.taken.insert(Arc::clone(&id), None);
        id
    }
}

/// Returns the text of an event as it is written, before typography.
pub(super) fn plain_text<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    }
}
