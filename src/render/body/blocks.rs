//! Blocks of bodies, made by the templates of the theme.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use tera::value::Key as MapKey;
use tera::{Context, Value};

use super::MARK;
use super::terms::is_unlinked_block;
use super::writer::{Level, Writer};
use crate::config::RawHtml;
use crate::diagnostic::Code;
use crate::document::blocks::{Form, Head};
use crate::document::markdown::{Piece, typeset};
use crate::language::Typography;
use crate::render::BlockPlace;

/// Keeps a label from being read as a list or heading, so that it is text within a line.
/// It is punctuation (the word separator middle dot), beside which `_` and `*` open as at the start of a line.
const GUARD: char = '\u{2E31}';

impl<'a> Writer<'a, '_, '_> {
    pub(super) fn open(&mut self, head: Box<Head>, range: Range<usize>) {
        let index = self.blocks;
        self.blocks += 1;
        match head.form {
            Form::Container | Form::Inline => {
                self.unlinked += usize::from(is_unlinked_block(&head));
                self.levels.push(Level { head: Some((head, index, range)), ..Level::default() });
            }
            Form::Line => {
                let title = self.label(&head);
                let html = self.block((&head, index, range), title.as_deref(), "");
                self.keep(html, Form::Line);
            }
        }
    }

    pub(super) fn close(&mut self) {
        let Some(Level { events, head: Some((head, index, range)), .. }) = self.levels.pop() else { return };
        self.unlinked -= usize::from(is_unlinked_block(&head));
        let body = self.level_html(events);
        let form = head.form;
        let html = match form {
            Form::Inline => self.block((&head, index, range), Some(&body), ""),
            Form::Container | Form::Line => {
                let title = self.label(&head);
                self.block((&head, index, range), title.as_deref(), body.trim_end())
            }
        };
        self.keep(html, form);
    }

    /// Puts a finished block into the level around it: as it is, or as a mark while raw HTML there is cleaned.
    fn keep(&mut self, html: String, form: Form) {
        let html = if self.raw == Some(RawHtml::Sanitise) {
            self.finished.push(html);
            format!("{}{}{MARK}", self.mark, self.finished.len() - 1)
        } else {
            html
        };
        self.raw_html(if form == Form::Inline { html } else { html + "\n" });
    }

    /// Renders the template of a block; an unknown block becomes what is in it.
    fn block(&mut self, (head, index, range): (&Head, usize, Range<usize>), title: Option<&str>, body: &str) -> String {
        let Some(around) = self.surroundings else { return body.to_owned() };
        if let Some(theme) = around.theme.filter(|theme| !theme.has_template(&format!("blocks/{}.html", head.name))) {
            let known: Vec<&str> = theme.blocks().collect();
            self.report(Code::UnknownBlock, range, |finding| finding.arg("name", &head.name).nearest(&head.name, known));
            return body.to_owned();
        }
        let mut attributes = tera::Map::new();
        for attribute in &head.attributes {
            let value = match attribute.key.as_str() {
                "href" => self.address(&attribute.value, attribute.range.clone()).map(|(link, _)| link),
                "src" => self.image(&attribute.value, attribute.range.clone()),
                "alt" | "title" | "aria-label" => Some(self.shown(head, &attribute.value)),
                _ => Some(attribute.value.clone()),
            };
            if let Some(value) = value {
                attributes.insert(MapKey::String(attribute.key.as_str().into()), Value::normal_string(&value));
            }
        }
        let Some(theme) = around.theme else { return body.to_owned() };
        let id = around.entry.blocks.get(index).map_or("", |block| &*block.id);
        let mut context = Context::new();
        context.insert_value("name", Value::normal_string(&head.name));
        context.insert_value("id", Value::normal_string(id));
        context.insert_value("form", Value::normal_string(head.form.name()));
        context.insert_value("title", title.map_or_else(Value::none, Value::safe_string));
        context.insert_value("attrs", Value::from(attributes));
        context.insert_value("body", Value::safe_string(body));
        context.insert_value("page", around.page.clone());
        context.insert_value("root", Value::normal_string(around.root));
        let place = BlockPlace { entry: around.entry, language: self.marked(head) };
        match around.renderer.block(theme, head, context, place) {
            Ok(html) => html.trim().to_owned(),
            Err(finding) => {
                self.found.push(finding);
                String::new()
            }
        }
    }

    /// Turns the label of a block into HTML within a line.
    fn label(&mut self, head: &Head) -> Option<String> {
        let source = format!("{GUARD}{}", &self.text[head.label.clone()?]);
        let events = Parser::new_ext(&source, Options::ENABLE_STRIKETHROUGH).into_offset_iter().filter(|(event, _)| match event {
            Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough),
            Event::End(end) => matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough),
            Event::Text(_) | Event::Code(_) => true,
            _ => false,
        });
        let mut pieces: Vec<(Piece<'_>, Range<usize>)> = events.map(|(event, range)| (Piece::Markdown(event), range)).collect();
        // The guard is no part of the text.
        if let Some((Piece::Markdown(Event::Text(text)), range)) = pieces.first_mut() {
            *text = text.strip_prefix(GUARD).unwrap_or(text).to_owned().into();
            range.start += GUARD.len_utf8();
        }
        if let Some(language) = self.language(head) {
            typeset(&mut pieces, &source, &language);
        }
        let events = pieces.into_iter().filter_map(|(piece, _)| match piece {
            Piece::Markdown(event) => Some(event),
            Piece::Open(_) | Piece::Close => None,
        });
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, events);
        Some(html)
    }

    /// Returns the value of an attribute that is read as text, set by the rules of its language.
    fn shown(&self, head: &Head, text: &str) -> String {
        let typography = self.language(head).and_then(|language| Typography::of(&language));
        typography.map_or_else(|| text.to_owned(), |typography| typography.set(text).into_owned())
    }

    /// Returns the language of a block by whose rules its text is set, if any is to be set.
    fn language(&self, head: &Head) -> Option<String> {
        let own = self.surroundings?.entry.typography.as_deref()?;
        Some(self.marked(head).unwrap_or(own).to_owned())
    }

    /// Returns the language that a block or one around it is marked as.
    fn marked<'h>(&'h self, head: &'h Head) -> Option<&'h str> {
        head.language().or_else(|| self.levels.iter().rev().find_map(|level| level.head.as_ref()?.0.language()))
    }
}
