//! Link definitions, and whether anything refers to them.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, RefDefs, Tag};

/// A link definition: `[label]: target`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    /// Its range of the body.
    pub(crate) range: Range<usize>,
    /// Whether a link or picture uses it.
    pub(crate) is_used: bool,
}

/// The labels by which links and pictures refer to definitions.
#[derive(Default)]
pub(super) struct References<'t>(Vec<CowStr<'t>>);

impl<'t> References<'t> {
    pub(super) fn event(&mut self, event: &Event<'t>) {
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) =
            event
            && matches!(
                link_type,
                LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
            )
        {
            self.0.push(id.clone());
        }
    }

    /// Returns all definitions in order.
    pub(super) fn definitions(&self, all: &RefDefs<'_>) -> Vec<Definition> {
        let mut used: Vec<usize> = self
            .0
            .iter()
            .filter_map(|label| Some(all.get(label)?.span.start))
            .collect();
        used.sort_unstable();
        let spans = all
            .iter()
            .map(|(_, definition)| definition.span.clone());
        let definition = |range: Range<usize>| Definition {
            is_used: used
                .binary_search(&range.start)
                .is_ok(),
            range,
        };
        let mut definitions: Vec<Definition> = spans.map(definition).collect();
        definitions.sort_unstable_by_key(|definition| definition.range.start);
        definitions
    }
}
