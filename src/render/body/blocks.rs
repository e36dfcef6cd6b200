//! Blocks of bodies, rendered by the templates of the theme.

use tera::value::Key as MapKey;
use tera::{Context, Value};

use super::Surroundings;
use super::fill::Filler;
use crate::diagnostic::{self, Code};
use crate::document::Form;
use crate::document::body::Block;
use crate::render::html::BlockPlace;
use crate::source::slice;
use crate::theme::{TITLE, Theme};

impl<'a> Filler<'a, '_, '_> {
    /// Returns the HTML of a block; an unknown block is replaced by its content.
    pub(super) fn block(&mut self, block: &'a Block) -> String {
        let theme = self
            .surroundings
            .and_then(|around| around.theme);
        let is_of_links = theme.is_some_and(|theme| theme.is_of_links(&block.name));
        self.in_links += usize::from(is_of_links);
        let inside = self.level(block.inside);
        self.in_links -= usize::from(is_of_links);
        let title = block
            .title
            .map(|title| self.level(title));
        let content = BlockContent {
            title: title.as_deref(),
            body: inside.trim_end(),
        };
        match (self.surroundings, theme) {
            (Some(around), Some(theme))
                if theme.has_template(&format!("blocks/{}.html", block.name)) =>
            {
                self.form(theme, block);
                self.by_template(around, theme, block, content)
            }
            (_, Some(theme)) => {
                self.unknown(theme, block);
                content.whole(block.form)
            }
            (_, None) => {
                // Without a theme there is no page, but wrong attributes are still reported.
                self.attributes(block);
                content.whole(block.form)
            }
        }
    }

    /// Reports a block that the theme does not have.
    fn unknown(&mut self, theme: &Theme, block: &Block) {
        let near = theme
            .block_like(&block.name)
            .or_else(|| diagnostic::nearest(&block.name, theme.blocks()));
        let head = slice(self.text, block.span.range());
        let hash = self.hash();
        self.report(Code::UnknownBlock, block.span, |finding| {
            let finding = finding
                .arg("name", &block.name)
                .arg("known", known_blocks(theme))
                .arg("near", near.unwrap_or_default());
            match near {
                Some(near) => finding.likely_fix(hash, head.replacen(&*block.name, near, 1)),
                None => finding,
            }
        });
    }

    /// Reports a block in a form that its theme has no look for.
    fn form(&mut self, theme: &Theme, block: &Block) {
        let forms = theme.forms_of(&block.name);
        let form = block.form.name();
        if !forms.is_empty()
            && !forms
                .iter()
                .any(|known| known == form)
        {
            self.report(Code::WrongBlockForm, block.span, |finding| {
                finding
                    .arg("name", &block.name)
                    .arg("form", form)
                    .arg("forms", forms.join("-"))
            });
        }
    }

    fn by_template(
        &mut self,
        around: &Surroundings<'_>,
        theme: &Theme,
        block: &Block,
        content: BlockContent<'_>,
    ) -> String {
        let is_usable = self.check_attributes(around, theme, block);
        let attributes = self.attributes(block);
        if !is_usable {
            return String::new();
        }
        if !has_needed(theme, block, &attributes) {
            return content.plain(block.form);
        }
        let mut context = Context::new();
        context.insert_value("name", Value::normal_string(&block.name));
        context.insert_value("id", Value::normal_string(&block.id));
        context.insert_value("form", Value::normal_string(block.form.name()));
        context.insert_value(
            "title",
            content
                .title
                .map_or_else(Value::none, Value::safe_string),
        );
        context.insert_value("attrs", Value::from(attributes));
        context.insert_value("body", Value::safe_string(content.body));
        context.insert_value("page", around.page.clone());
        context.insert_value("root", Value::normal_string(around.root));
        let place = BlockPlace {
            entry: around.entry,
            language: block.language.as_deref(),
        };
        match around
            .renderer
            .block(theme, &block.name, context, place)
        {
            Ok(html) => html.trim().to_owned(),
            Err(finding) => {
                self.found.push(finding);
                String::new()
            }
        }
    }

    /// Returns the attributes of a block as its template sees them, with links resolved.
    fn attributes(&mut self, block: &Block) -> tera::Map {
        let mut attributes = tera::Map::new();
        for attribute in &block.attributes {
            let value = match &*attribute.key {
                "href" => self
                    .address(&attribute.value, attribute.span)
                    .map(|(link, _)| link),
                "src" => self.image(&attribute.value, attribute.span),
                _ => Some(attribute.value.to_string()),
            };
            if let Some(value) = value {
                attributes.insert(
                    MapKey::String((&*attribute.key).into()),
                    Value::normal_string(&value),
                );
            }
        }
        attributes
    }
}

/// Lists the names of a theme's blocks for a message.
fn known_blocks(theme: &Theme) -> String {
    let names: Vec<&str> = theme.blocks().collect();
    if names.is_empty() {
        "no-blocks".to_owned()
    } else {
        names.join(", ")
    }
}

/// Returns whether a block has what its template needs. A link to a page that is not published is
/// missing by now; what the author left out has been reported.
fn has_needed(theme: &Theme, block: &Block, attributes: &tera::Map) -> bool {
    let has = |key: &str| {
        attributes.contains_key(&MapKey::String(key.into()))
            || block.language.is_some() && theme.is_language(&block.name, key)
    };
    theme
        .needs_of(&block.name)
        .iter()
        .filter(|key| *key != TITLE)
        .all(|key| has(key))
}

/// The content of a block: its label, which is all of an inline block, and its body.
#[derive(Clone, Copy)]
struct BlockContent<'p> {
    title: Option<&'p str>,
    body: &'p str,
}

impl BlockContent<'_> {
    /// Returns the words of a block that cannot be shown as what it is.
    fn plain(self, form: Form) -> String {
        match (form, self.title) {
            (Form::Inline, title) => title.unwrap_or_default().to_owned(),
            (_, Some(title)) => format!("<p>{title}</p>\n{}", self.body),
            (_, None) => self.body.to_owned(),
        }
    }

    /// Returns what is shown in place of the block.
    fn whole(self, form: Form) -> String {
        if form == Form::Inline {
            self.title
                .unwrap_or_default()
                .to_owned()
        } else {
            self.body.to_owned()
        }
    }
}
