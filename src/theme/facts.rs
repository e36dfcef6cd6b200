//! What a theme says of itself in `theme.yaml` that the program must know: nothing of a theme is
//! written into the program.

use std::collections::BTreeMap;

use crate::yaml::{Fields, Key, Kind, Presence};

/// The key of the identifier of the main part.
pub(super) const MAIN: Key = Key {
    name: "main",
    kind: Kind::Text,
    presence: Presence::Optional,
};

/// The key of what is said of blocks.
pub(super) const BLOCKS: Key = Key {
    name: "blocks",
    kind: Kind::Named(&Kind::Map(OF_BLOCK)),
    presence: Presence::Optional,
};

const OF_BLOCK: &[Key] = &[
    Key {
        name: "numbered",
        kind: Kind::Boolean,
        presence: Presence::Optional,
    },
    Key {
        name: "language",
        kind: Kind::Text,
        presence: Presence::Optional,
    },
    Key {
        name: "links",
        kind: Kind::Boolean,
        presence: Presence::Optional,
    },
    Key {
        name: "contents",
        kind: Kind::Boolean,
        presence: Presence::Optional,
    },
];

/// What a theme says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The identifier of the main part of its pages.
    pub main: Option<String>,
    /// What it says of its blocks, by their names.
    pub blocks: BTreeMap<String, BlockFacts>,
}

/// What a theme says of a block; what it leaves out, its parent may say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockFacts {
    /// Whether the items in it are steps, each with an identifier of its own.
    pub numbered: Option<bool>,
    /// The attribute that says in which language it is, beside `lang`.
    pub language: Option<String>,
    /// Whether its texts are links, or become parts of one.
    pub links: Option<bool>,
    /// Whether it shows the contents of the page.
    pub contents: Option<bool>,
}

impl Facts {
    pub(super) fn read(fields: &mut Fields) -> Self {
        let main = fields.text(MAIN.name);
        let mut blocks = fields.map(BLOCKS.name);
        let names = blocks.names();
        let of_block = |name: String| {
            let mut said = blocks.map(&name);
            let facts = BlockFacts {
                numbered: said.flag("numbered"),
                language: said.text("language"),
                links: said.flag("links"),
                contents: said.flag("contents"),
            };
            (name, facts)
        };
        Self {
            main,
            blocks: names.into_iter().map(of_block).collect(),
        }
    }

    /// Adds what a parent says and the theme does not, key by key.
    pub(super) fn inherit(&mut self, parent: Self) {
        self.main = self.main.take().or(parent.main);
        for (name, theirs) in parent.blocks {
            let own = self.blocks.entry(name).or_default();
            own.numbered = own.numbered.or(theirs.numbered);
            own.language = own.language.take().or(theirs.language);
            own.links = own.links.or(theirs.links);
            own.contents = own.contents.or(theirs.contents);
        }
    }
}
