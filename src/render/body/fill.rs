//! From segments and holes to HTML, in the order of the text: each block is finished in place, and
//! each footnote where it is defined.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::Surroundings;
use crate::diagnostic::Diagnostic;
use crate::document::Body;
use crate::document::body::{Hole, Level, Message, Note, Segment};
use crate::render::escaped;
use crate::render::glossary::EntryId;
use crate::source::{Hash, Span, slice};

/// Fills the holes of a body.
pub(super) struct Filler<'a, 's, 'f> {
    pub(super) body: &'a Body,
    /// The whole file.
    pub(super) text: &'a str,
    /// Its hash, once it is needed.
    hash: OnceCell<Hash>,
    pub(super) surroundings: Option<&'s Surroundings<'s>>,
    pub(super) found: &'f mut Vec<Diagnostic>,
    /// Which holes have been met: sanitising may have removed or duplicated one.
    met: Vec<bool>,
    /// The finished footnotes, by number.
    notes: BTreeMap<u32, (Note, String)>,
    /// What each open link ends with; none if only its text remains.
    pub(super) links: Vec<Option<String>>,
    /// How many open blocks turn their text into links.
    pub(super) in_links: usize,
    /// The glossary entries that the page has linked so far.
    pub(super) explained: Vec<EntryId>,
}

impl<'a, 's, 'f> Filler<'a, 's, 'f> {
    pub(super) fn new(
        body: &'a Body,
        text: &'a str,
        surroundings: Option<&'s Surroundings<'s>>,
        found: &'f mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            body,
            text,
            hash: OnceCell::new(),
            surroundings,
            found,
            met: vec![false; body.holes().len()],
            notes: BTreeMap::new(),
            links: Vec::new(),
            in_links: 0,
            explained: Vec::new(),
        }
    }

    /// Returns the hash of the file.
    pub(super) fn hash(&self) -> Hash {
        *self
            .hash
            .get_or_init(|| Hash::of(self.text.as_bytes()))
    }

    /// Returns the bytes of the file at a span.
    pub(super) fn written(&self, span: Span) -> &'a str {
        slice(self.text, span.range())
    }

    /// Returns the HTML of the whole body.
    pub(super) fn page(mut self) -> String {
        let mut html = String::with_capacity(self.text.len());
        self.write(self.body.root(), &mut html);
        // What is not shown is rendered too, to find what is wrong in it.
        for place in 0..self.met.len() {
            if self.met.get(place) == Some(&false) {
                self.hole(place, &mut String::new());
            }
        }
        self.footnotes(&mut html);
        html
    }

    /// Returns the HTML of a level.
    pub(super) fn level(&mut self, level: Level) -> String {
        let mut html = String::new();
        self.write(level, &mut html);
        html
    }

    fn write(&mut self, level: Level, html: &mut String) {
        let mut segments = self
            .body
            .segments(level, self.text)
            .peekable();
        while let Some(segment) = segments.next() {
            match segment {
                Segment::Html(part) => html.push_str(part),
                Segment::Text(part) => match self.glossary() {
                    None => html.push_str(part),
                    Some(glossary) => {
                        let mut run = part.to_owned();
                        while let Some(Segment::Text(part)) =
                            segments.next_if(|segment| matches!(segment, Segment::Text(_)))
                        {
                            run.push_str(part);
                        }
                        self.run(&run, glossary, html);
                    }
                },
                Segment::Hole(place) => self.hole(place, html),
                Segment::LinkEnd => self.link_end(html),
                Segment::TableEnd => html.push_str(self.table_end()),
            }
        }
    }

    /// Fills a hole; findings in it are reported once.
    fn hole(&mut self, place: usize, html: &mut String) {
        let Some(hole) = self.body.holes().get(place) else {
            return;
        };
        let told = self.found.len();
        let met = self.met.get_mut(place);
        let is_first = met.is_some_and(|met| !std::mem::replace(met, true));
        match hole {
            Hole::Link(link) => self.link(link, html),
            Hole::Picture(picture) => self.picture(picture, html),
            Hole::Address(address) => self.attribute(address, html),
            Hole::Table { number, heading } => html.push_str(&self.table_start(*number, *heading)),
            Hole::Block(block) => {
                let finished = self
                    .body
                    .blocks()
                    .get(*block as usize)
                    .map(|block| self.block(block));
                html.push_str(&finished.unwrap_or_default());
            }
            Hole::Note(note) => self.note(*note as usize),
            Hole::Message(message) => html.push_str(&escaped(&self.say(*message))),
        }
        if !is_first {
            self.found.truncate(told);
        }
    }

    fn note(&mut self, place: usize) {
        if let Some(note) = self.body.notes().get(place) {
            // Of notes with the same name, the first is shown, even around another.
            let is_first = !self.notes.contains_key(&note.number);
            if is_first {
                self.notes
                    .insert(note.number, (*note, String::new()));
            }
            let text = self.level(note.inside);
            if is_first {
                self.notes
                    .insert(note.number, (*note, text));
            }
        }
    }

    fn say(&self, message: Message) -> String {
        self.surroundings
            .and_then(|around| around.word(message.key))
            .unwrap_or_else(|| message.fallback.to_owned())
    }

    /// Writes the footnotes, each with links back to its references.
    fn footnotes(&self, html: &mut String) {
        if self.notes.is_empty() {
            return;
        }
        let back = escaped(&self.say(Message {
            key: "footnote-back",
            fallback: "↩",
        }));
        html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (number, (note, text)) in &self.notes {
            html.push_str(&format!("<li id=\"fn-{number}\">\n{text}"));
            let link = |time: u32| {
                let id = Note::reference_id(*number, time);
                format!(
                    "<a href=\"#{id}\" role=\"doc-backlink\" aria-label=\"{back} {number}\">↩</a>"
                )
            };
            if note.references > 0 {
                html.push_str(&format!(
                    "<p class=\"footnote-back\">{}</p>\n",
                    (1..=note.references)
                        .map(link)
                        .collect::<Vec<_>>()
                        .join(" ")
                ));
            }
            html.push_str("</li>\n");
        }
        html.push_str("</ol>\n</section>\n");
    }
}
