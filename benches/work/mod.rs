//! The work on which pakt and its peers are measured: generated sites of any size, the same on
//! every machine. A site is a list of files; the caller decides whether they are written to a disk
//! or stay in memory.

mod hugo;
mod page;
mod pakt;
mod zola;

pub(crate) use page::Page;

/// The seed of all texts; another one makes other texts of the same kind.
const SEED: u64 = 2026;

/// One file of a site: its path from the site's root, and its text.
pub(crate) type File = (String, String);

/// A site to generate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work {
    /// How many pages it has, besides those of sections and tags.
    pub(crate) pages: usize,
    /// How many sections share the pages.
    pub(crate) sections: usize,
    /// How many tags there are; each page has two.
    pub(crate) tags: usize,
    /// Whether every page has an alias.
    pub(crate) aliases: bool,
    /// Whether the site has a search.
    pub(crate) search: bool,
    /// Whether its vocabulary is that of a whole language, which matters only to the search.
    pub(crate) rich: bool,
    /// Whether every page has three blocks and a line break in raw HTML, which only pakt supports.
    pub(crate) blocks: bool,
}

/// A generator that the site can be written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Generator {
    /// This one.
    Pakt,
    /// Zola, <https://www.getzola.org>.
    Zola,
    /// Hugo, <https://gohugo.io>.
    Hugo,
}

impl Work {
    /// The usual work: 20 sections, 60 tags.
    pub(crate) fn usual(pages: usize) -> Self {
        Self {
            pages,
            sections: 20,
            tags: 60,
            aliases: false,
            search: false,
            rich: false,
            blocks: false,
        }
    }

    /// Makes the site for a generator, file by file.
    pub(crate) fn files(self, generator: Generator) -> Box<dyn Iterator<Item = File>> {
        match generator {
            Generator::Pakt => Box::new(pakt::files(self)),
            Generator::Zola => Box::new(zola::files(self)),
            Generator::Hugo => Box::new(hugo::files(self)),
        }
    }

    /// Returns the section of a page.
    fn section_of(self, page: usize) -> usize {
        page % self.sections
    }

    /// Returns the path of a page's file below the content folder.
    fn path(self, page: usize) -> String {
        format!("{}/stranka-{page:06}.md", section(self.section_of(page)))
    }
}

/// Returns the name of a section's folder.
fn section(number: usize) -> String {
    format!("oddil-{number:02}")
}

/// Returns a tag.
fn tag(number: usize) -> String {
    format!("téma {number:02}")
}
