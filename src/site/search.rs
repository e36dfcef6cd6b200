//! The search of a site: which pages it finds, and how many files its index has. `render`, which
//! has the texts, makes the files.

use super::{PageId, Site};
use crate::config::LanguageId;
use crate::route::Route;

/// The template of the search page; a theme without it has no search.
pub(crate) const TEMPLATE: &str = "search.html";

/// The folder of the output that holds the files of the index.
pub(crate) const FOLDER: &str = "search";

/// How many pages share a file of titles: about 2 KB.
pub(crate) const TITLES: usize = 32;

/// How many pages share a file of texts, from which results show an excerpt: about 10 KB.
pub(crate) const TEXTS: usize = 4;

/// The most files of words.
const MOST_WORDS: usize = 1024;

/// One file of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchPart {
    /// Read first: which words are in which file.
    Head,
    /// Words, and the pages that contain them.
    Words(usize),
    /// Titles and addresses of pages.
    Titles(usize),
    /// Texts of pages.
    Texts(usize),
}

/// The search in one language.
#[derive(Debug)]
pub struct Search {
    /// The pages that it finds, in the order of their files.
    pub pages: Vec<PageId>,
    /// The page that shows the results.
    pub route: Route,
}

impl SearchPart {
    /// Returns what distinguishes the part from the others: `head`, `words 3`.
    pub fn describe(self) -> String {
        match self {
            Self::Head => "head".to_owned(),
            Self::Words(number) => format!("words {number}"),
            Self::Titles(number) => format!("titles {number}"),
            Self::Texts(number) => format!("texts {number}"),
        }
    }

    /// Returns the name of the file, which depends only on the language and the number of the part.
    pub(crate) fn name(self, language: &str) -> String {
        match self {
            Self::Head => format!("{FOLDER}/{language}.js"),
            Self::Words(number) => format!("{FOLDER}/{language}-w{number}.js"),
            Self::Titles(number) => format!("{FOLDER}/{language}-t{number}.js"),
            Self::Texts(number) => format!("{FOLDER}/{language}-x{number}.js"),
        }
    }
}

impl Search {
    pub(super) fn new(pages: Vec<PageId>, route: Route) -> Self {
        Self { pages, route }
    }

    /// Returns every file of the index; how many depends only on the number of pages.
    pub fn parts(&self) -> impl Iterator<Item = SearchPart> {
        let pages = self.pages.len();
        let titles = (0..pages.div_ceil(TITLES)).map(SearchPart::Titles);
        let texts = (0..pages.div_ceil(TEXTS)).map(SearchPart::Texts);
        [SearchPart::Head]
            .into_iter()
            .chain((0..self.words_files()).map(SearchPart::Words))
            .chain(titles)
            .chain(texts)
    }

    /// Returns the number of word files: their number and size both grow with the square root of
    /// the number of pages.
    pub(crate) fn words_files(&self) -> usize {
        (self.pages.len().isqrt() * 5).clamp(1, MOST_WORDS)
    }

    /// Returns the pages of a file of titles or texts.
    pub(crate) fn chunk(&self, size: usize, number: usize) -> &[PageId] {
        self.pages
            .chunks(size)
            .nth(number)
            .unwrap_or_default()
    }
}

impl Site {
    /// Returns the search in a language, if it has one.
    pub fn search(&self, language: LanguageId) -> Option<&Search> {
        self.indexes.searches[language].as_ref()
    }
}
