//! Checks the attributes of blocks: whether the theme's block reads them, and whether what they
//! name exists.

use tera::Value;
use tera::value::Key;

use super::Surroundings;
use super::fill::Filler;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::document::COMMON_ATTRIBUTES;
use crate::document::body::{Attribute, Block};
use crate::language;
use crate::source::Span;
use crate::theme::{Named, Theme};

/// The length in letters from which two of a term may be wrong; in shorter ones, one.
const LONG: usize = 8;

impl Filler<'_, '_, '_> {
    /// Reports attributes that have no effect or name nothing. Returns whether the template of the
    /// block can be used.
    pub(super) fn check_attributes(
        &mut self,
        around: &Surroundings<'_>,
        theme: &Theme,
        block: &Block,
    ) -> bool {
        let mut is_usable = true;
        for attribute in &block.attributes {
            if !is_read(theme, block, attribute) {
                self.unread(around, theme, block, attribute);
            }
            match theme.named_by(&block.name, &attribute.key) {
                Some(Named::Data(file)) => self.unknown_entries(around, attribute, file),
                Some(Named::Taxonomy) => {
                    is_usable &= self.is_taxonomy(around, attribute);
                }
                Some(Named::Term(usual)) => {
                    self.unknown_term(around, theme, block, (attribute, usual))
                }
                None => {}
            }
        }
        is_usable
    }

    /// Reports an attribute that the block's template does not read.
    fn unread(
        &mut self,
        around: &Surroundings<'_>,
        theme: &Theme,
        block: &Block,
        attribute: &Attribute,
    ) {
        let known = theme.attributes_of(&block.name);
        let known = known
            .into_iter()
            .flatten()
            .map(String::as_str);
        let near = nearest(&attribute.key, known.chain(COMMON_ATTRIBUTES)).unwrap_or_default();
        let finding = Diagnostic::new(
            Code::UnreadAttribute,
            Place::at(&around.entry.source, attribute.span),
        )
        .arg("name", &block.name)
        .arg("key", &attribute.key)
        .arg("near", near);
        let written = self.written(attribute.span);
        let value = written
            .strip_prefix(&*attribute.key)
            .filter(|value| value.starts_with('=') && !near.is_empty());
        let source = around
            .renderer
            .tree()
            .get(&around.entry.source);
        self.found
            .push(match (value, source) {
                (Some(value), Some(source)) => {
                    finding.likely_fix(source.hash, format!("{near}{value}"))
                }
                _ => finding,
            });
    }

    /// Reports the words of an attribute that are no entries of a data file.
    fn unknown_entries(&mut self, around: &Surroundings<'_>, attribute: &Attribute, file: &str) {
        let data = around
            .renderer
            .site()
            .inputs
            .data
            .value();
        let entries = data
            .as_map()
            .and_then(|data| data.get(&Key::String(file.into())))
            .and_then(Value::as_map);
        let known: Vec<&str> = entries
            .into_iter()
            .flat_map(|entries| entries.keys())
            .filter_map(Key::as_str)
            .collect();
        for word in attribute.value.split_whitespace() {
            if !known.contains(&word) {
                let near = nearest(word, known.iter().copied());
                self.unnamed(around, (attribute, word), ("data", file), near);
            }
        }
    }

    /// Returns whether an attribute names a taxonomy of the site; reports one that does not.
    fn is_taxonomy(&mut self, around: &Surroundings<'_>, attribute: &Attribute) -> bool {
        let site = around.renderer.site();
        if site
            .taxonomy_of(&attribute.value)
            .is_some()
        {
            return true;
        }
        let taxonomies = site.config().taxonomies.iter();
        let near = nearest(&attribute.value, taxonomies.map(|taxonomy| &*taxonomy.key));
        self.unnamed(
            around,
            (attribute, &attribute.value),
            ("taxonomy", ""),
            near,
        );
        false
    }

    /// Reports an attribute that names no term of the taxonomy that the block names, else of the
    /// `usual` one.
    fn unknown_term(
        &mut self,
        around: &Surroundings<'_>,
        theme: &Theme,
        block: &Block,
        (attribute, usual): (&Attribute, &str),
    ) {
        let is_taxonomy = |other: &&Attribute| {
            matches!(
                theme.named_by(&block.name, &other.key),
                Some(Named::Taxonomy)
            )
        };
        let named = block
            .attributes
            .iter()
            .find(is_taxonomy);
        let key = named.map_or(usual, |named| &*named.value);
        let site = around.renderer.site();
        // An unknown taxonomy is reported for itself.
        let Some(taxonomy) = site.taxonomy_of(key) else {
            return;
        };
        let own = around.entry.position.variant.language;
        let slug = language::slug(&attribute.value, &site.config().languages[own].code);
        if around
            .renderer
            .has_term(taxonomy, &slug)
        {
            return;
        }
        // The list of a term that no page has yet is empty and says so; only slips are reported.
        let slips = if slug.len() < LONG { 1 } else { 2 };
        let near = site
            .terms(taxonomy, own)
            .map(|(id, _)| &*id.slug)
            .find(|known| strsim::osa_distance(known, &slug) <= slips);
        if near.is_none() {
            return;
        }
        self.unnamed(around, (attribute, &attribute.value), ("term", key), near);
    }

    /// Reports a word of an attribute that names nothing of a kind.
    fn unnamed(
        &mut self,
        around: &Surroundings<'_>,
        (attribute, word): (&Attribute, &str),
        (kind, of): (&str, &str),
        near: Option<&str>,
    ) {
        let span = self.span_of(attribute, word);
        let finding = Diagnostic::new(Code::NothingNamed, Place::at(&around.entry.source, span))
            .arg("kind", kind)
            .arg("value", word)
            .arg("of", of)
            .arg("near", near.unwrap_or_default());
        let source = around
            .renderer
            .tree()
            .get(&around.entry.source);
        self.found.push(match (near, source) {
            (Some(near), Some(source)) if self.written(span) == word => {
                finding.likely_fix(source.hash, near)
            }
            _ => finding,
        });
    }

    /// Returns where a word of an attribute's value is; the whole attribute if it is written
    /// differently.
    fn span_of(&self, attribute: &Attribute, word: &str) -> Span {
        let written = self.written(attribute.span);
        let after_key = written.find('=').unwrap_or_default();
        let found = written
            .match_indices(word)
            .find(|(at, _)| *at > after_key);
        found.map_or(attribute.span, |(at, word)| {
            let start = attribute.span.start as usize + at;
            Span::new(start..start + word.len())
        })
    }
}

/// Returns whether an attribute has an effect: the block's template reads it, or it gives the
/// language of the text.
fn is_read(theme: &Theme, block: &Block, attribute: &Attribute) -> bool {
    COMMON_ATTRIBUTES.contains(&&*attribute.key)
        || theme.is_language(&block.name, &attribute.key)
        || block.language.as_deref() == Some(&*attribute.value)
        || theme
            .attributes_of(&block.name)
            .is_none_or(|read| read.contains(&*attribute.key))
}
