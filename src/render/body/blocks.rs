//! Blocks of bodies, made by the templates of the theme.

use tera::value::Key as MapKey;
use tera::{Context, Value};

use super::Surroundings;
use super::fill::Filler;
use crate::diagnostic::Code;
use crate::document::blocks::Form;
use crate::document::body::{Block, Level};
use crate::render::BlockPlace;

impl<'a> Filler<'a, '_, '_> {
    /// Returns the HTML of a block; an unknown block becomes what is in it.
    pub(super) fn block(&mut self, block: &'a Block) -> String {
        let is_of_links = self.surroundings.and_then(|around| around.theme).is_some_and(|theme| theme.block(&block.name).links);
        self.in_links += usize::from(is_of_links);
        let inside = self.level(block.inside);
        let title = block.title.map(|title: Level| self.level(title));
        self.in_links -= usize::from(is_of_links);
        let inside = match (block.form, &title) {
            (Form::Inline, Some(title)) if !self.is_known(block) => title,
            _ => inside.trim_end(),
        };
        match self.surroundings.filter(|_| self.is_known(block)) {
            Some(around) => self.by_template(around, block, (title.as_deref(), inside)),
            None => {
                self.tell_unknown(block);
                inside.to_owned()
            }
        }
    }

    /// Returns whether the theme makes the block; without a theme nothing is known to be wrong.
    fn is_known(&self, block: &Block) -> bool {
        let Some(around) = self.surroundings else { return false };
        around.theme.is_none_or(|theme| theme.has_template(&format!("blocks/{}.html", block.name)))
    }

    fn tell_unknown(&mut self, block: &Block) {
        if let Some(theme) = self.surroundings.and_then(|around| around.theme) {
            let known: Vec<&str> = theme.blocks().collect();
            self.report(Code::UnknownBlock, block.span, |finding| finding.arg("name", &block.name).nearest(&block.name, known));
        }
    }

    fn by_template(&mut self, around: &Surroundings<'_>, block: &Block, (title, inside): (Option<&str>, &str)) -> String {
        let attributes = self.attributes(block);
        let Some(theme) = around.theme else { return inside.to_owned() };
        let body = if block.form == Form::Inline { "" } else { inside };
        let mut context = Context::new();
        context.insert_value("name", Value::normal_string(&block.name));
        context.insert_value("id", Value::normal_string(&block.id));
        context.insert_value("form", Value::normal_string(block.form.name()));
        context.insert_value("title", title.map_or_else(Value::none, Value::safe_string));
        context.insert_value("attrs", Value::from(attributes));
        context.insert_value("body", Value::safe_string(body));
        context.insert_value("page", around.page.clone());
        context.insert_value("root", Value::normal_string(around.root));
        let place = BlockPlace { entry: around.entry, language: block.language.as_deref() };
        match around.renderer.block(theme, &block.name, context, place) {
            Ok(html) => html.trim().to_owned(),
            Err(finding) => {
                self.found.push(finding);
                String::new()
            }
        }
    }

    /// Returns the attributes of a block as its template sees them, with links led to their routes.
    fn attributes(&mut self, block: &Block) -> tera::Map {
        let mut attributes = tera::Map::new();
        for attribute in &block.attributes {
            let value = match &*attribute.key {
                "href" => self.address(&attribute.value, attribute.span).map(|(link, _)| link),
                "src" => self.image(&attribute.value, attribute.span),
                _ => Some(attribute.value.to_string()),
            };
            if let Some(value) = value {
                attributes.insert(MapKey::String((&*attribute.key).into()), Value::normal_string(&value));
            }
        }
        attributes
    }
}
