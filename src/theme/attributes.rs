//! The attributes that the templates of blocks read: what a template does not read has no effect,
//! and is probably misspelt.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::Source;

/// The variable in which a template sees the attributes of its block.
const VARIABLE: &str = "attrs";

/// The tags that bring in another template.
const BRINGS_IN: &[&str] = &["include", "extends", "import"];

/// The attributes that each block reads. A block whose template passes them all on is not there.
pub(super) type Attributes = BTreeMap<String, BTreeSet<String>>;

/// Finds the attributes that each block reads, among the templates under all their names.
pub(super) fn of_blocks(templates: &BTreeMap<String, Source>) -> Attributes {
    let blocks = templates
        .keys()
        .filter_map(|template| {
            let block = template
                .strip_prefix("blocks/")?
                .strip_suffix(".html")?;
            let mut reader = Reader {
                templates,
                seen: BTreeSet::new(),
                read: BTreeSet::new(),
            };
            reader.template(template)?;
            Some((block.to_owned(), reader.read))
        });
    blocks.collect()
}

/// Reads the templates of one block.
struct Reader<'t> {
    templates: &'t BTreeMap<String, Source>,
    seen: BTreeSet<&'t str>,
    read: BTreeSet<String>,
}

impl<'t> Reader<'t> {
    /// Reads a template and those that it brings in; none if it may read any attribute.
    fn template(&mut self, name: &str) -> Option<()> {
        let (name, source) = self.templates.get_key_value(name)?;
        if !self.seen.insert(name) {
            return Some(());
        }
        let text = std::str::from_utf8(source.bytes()).ok()?;
        for (at, _) in text.match_indices(VARIABLE) {
            let (before, after) = text.split_at_checked(at)?;
            let after = after.strip_prefix(VARIABLE)?;
            if !before.ends_with(is_of_name) && !after.starts_with(is_name_char) {
                self.read
                    .insert(attribute(after)?.to_owned());
            }
        }
        for tag in tags(text) {
            self.tag(tag)?;
        }
        Some(())
    }

    /// Reads the templates that a tag brings in.
    fn tag(&mut self, tag: &'t str) -> Option<()> {
        let tag = tag
            .trim_start_matches('-')
            .trim_start();
        if !BRINGS_IN
            .iter()
            .any(|word| tag.starts_with(word))
        {
            return Some(());
        }
        let mut names = tag
            .split('"')
            .skip(1)
            .step_by(2)
            .peekable();
        names.peek()?;
        names.try_for_each(|name| self.template(name))
    }
}

/// Returns the insides of the tags `{% … %}` of a template.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let tags = text.split("{%").skip(1);
    tags.filter_map(|tag| Some(tag.split_once("%}")?.0))
}

/// Returns the attribute that is read behind the variable: `.href`, `?.href`, `["href"]`.
fn attribute(after: &str) -> Option<&str> {
    let after = after
        .strip_prefix('?')
        .unwrap_or(after);
    if let Some(rest) = after.strip_prefix('.') {
        let name = rest
            .split(|c| !is_name_char(c))
            .next()?;
        return (!name.is_empty()).then_some(name);
    }
    let rest = after.strip_prefix("[\"")?;
    Some(rest.split_once("\"]")?.0)
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Returns whether a character before the variable's name makes it the end of another name.
fn is_of_name(c: char) -> bool {
    is_name_char(c) || c == '.'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Content, SourceId};

    /// The attributes that the block `x` reads; none if it may read any.
    fn read(templates: &[(&str, &str)]) -> Option<Vec<String>> {
        let sources = templates.iter().map(|(name, text)| {
            let source = Source::new(SourceId::new(name), Content::of(*text));
            ((*name).to_owned(), source)
        });
        let read = of_blocks(&sources.collect()).remove("x")?;
        Some(read.into_iter().collect())
    }

    #[test]
    fn attributes_are_read_in_every_notation_and_from_included_templates() {
        let own = "{{ attrs.href or \"\" }}{{ attrs?.open }}{{ page.attrs }}{{ my_attrs.x }}";
        assert_eq!(
            read(&[("blocks/x.html", own)]),
            Some(vec!["href".into(), "open".into()])
        );
        let outer = "{%- include \"partials/y.html\" -%}{{ attrs[\"data-a\"] }}";
        let inner = "{{ attrs.b }}{% include \"partials/y.html\" %}";
        let read_by_both = read(&[("blocks/x.html", outer), ("partials/y.html", inner)]);
        assert_eq!(read_by_both, Some(vec!["b".into(), "data-a".into()]));
        assert_eq!(read(&[("blocks/x.html", "{{ body }}")]), Some(Vec::new()));
    }

    #[test]
    fn a_template_that_passes_attributes_on_may_read_any() {
        for text in [
            "{% for key, value in attrs %}{{ key }}{% endfor %}",
            "{% set all = attrs %}",
            "{{ attrs[key] }}",
            "{% include name %}",
            "{% include \"partials/other.html\" %}",
        ] {
            assert_eq!(read(&[("blocks/x.html", text)]), None, "{text}");
        }
    }
}
