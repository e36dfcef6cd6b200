//! Blocks of bodies, made by the templates of the theme.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use tera::value::Key as MapKey;
use tera::{Context, Value};

use super::MARK;
use super::writer::{Level, Writer};
use crate::config::RawHtml;
use crate::diagnostic::Code;
use crate::document::blocks::{Form, Head};

/// Keeps a label from being read as a list or heading, so that it is text within a line.
/// It is punctuation (the word separator middle dot), beside which `_` and `*` open as at the start of a line.
const GUARD: char = '\u{2E31}';

impl<'a> Writer<'a, '_, '_> {
    pub(super) fn open(&mut self, head: Box<Head>, range: Range<usize>) {
        let index = self.blocks;
        self.blocks += 1;
        match head.form {
            Form::Container | Form::Inline => self.levels.push(Level { head: Some((head, index, range)), ..Level::default() }),
            Form::Line => {
                let title = head.label.clone().map(|label| self.label(label));
                let html = self.block((&head, index, range), title.as_deref(), "");
                self.keep(html, Form::Line);
            }
        }
    }

    pub(super) fn close(&mut self) {
        let Some(Level { events, head: Some((head, index, range)), .. }) = self.levels.pop() else { return };
        let body = self.level_html(events);
        let form = head.form;
        let html = match form {
            Form::Inline => self.block((&head, index, range), Some(&body), ""),
            Form::Container | Form::Line => {
                let title = head.label.clone().map(|label| self.label(label));
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
        match around.renderer.block(theme, &head.name, context, around.entry) {
            Ok(html) => html.trim().to_owned(),
            Err(finding) => {
                self.found.push(finding);
                String::new()
            }
        }
    }

    /// Turns the label of a block into HTML within a line.
    fn label(&mut self, label: Range<usize>) -> String {
        let source = format!("{GUARD}{}", &self.text[label]);
        let options = Options::ENABLE_STRIKETHROUGH;
        let events = Parser::new_ext(&source, options).filter(|event| match event {
            Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough),
            Event::End(end) => matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough),
            Event::Text(_) | Event::Code(_) => true,
            _ => false,
        });
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, events);
        html.strip_prefix(GUARD).map(str::to_owned).unwrap_or(html)
    }
}
