//! Routes: the addresses of a site as normalised output paths, and links between them. Only here
//! does a request become a route, and a route a path on the disk.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The file served for a folder's address.
pub const INDEX: &str = "index.html";

/// What is percent-encoded in a path segment of a link: all but `/` and the unreserved characters
/// of RFC 3986, section 2.3.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// Names that Windows reserves for devices, with any extension, in any case (Microsoft, "Naming
/// Files, Paths, and Namespaces").
const RESERVED: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The longest segment that common file systems take, in bytes.
const LONGEST_SEGMENT: usize = 255;

/// The address of one artifact: a path from the output's root, in NFC, with `/` between segments:
/// `o-paktu/index.html`.
///
/// No segment is empty, `.`, `..` or reserved on Windows, or contains a control character or one of
/// `\ : * ? " < > |`, so a route joined to the output folder stays in it on every system.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

/// Why a path is not a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteError {
    /// It is empty, or has an empty segment.
    Empty,
    /// It starts with `/` or a drive letter.
    Absolute,
    /// A segment is `.` or `..`.
    Dots,
    /// It contains a control character, or one that file systems do not allow.
    Character,
    /// A segment is a name that Windows reserves, or ends in a dot or a space.
    Reserved,
    /// A segment is longer than 255 bytes.
    Long,
}

impl Route {
    /// Reads a path from the output's root.
    pub fn new(path: &str) -> Result<Self, RouteError> {
        if path.is_empty() {
            return Err(RouteError::Empty);
        }
        if path.starts_with('/') || path.as_bytes().get(1) == Some(&b':') {
            return Err(RouteError::Absolute);
        }
        path.split('/')
            .try_for_each(check_segment)?;
        Ok(Self(match is_nfc_quick(path.chars()) {
            IsNormalized::Yes => Arc::from(path),
            _ => Arc::from(path.nfc().collect::<String>()),
        }))
    }

    /// Makes the route of the page at `address`: checked segments, each followed by `/`; empty for
    /// the home page.
    pub(crate) fn of_page(address: &str) -> Self {
        debug_assert!(
            address.is_empty() || address.ends_with('/'),
            "an address ends with a slash: {address}"
        );
        let mut path = String::with_capacity(address.len() + INDEX.len());
        path.push_str(address);
        path.push_str(INDEX);
        Self(Arc::from(path))
    }

    /// Returns the route for the path of an HTTP request, percent-decoded and without its query. A
    /// folder means its `index.html`.
    pub fn from_request(path: &str) -> Option<Self> {
        let path = path
            .split(['?', '#'])
            .next()?
            .strip_prefix('/')?;
        let decoded: Cow<'_, str> = percent_decode_str(path)
            .decode_utf8()
            .ok()?;
        if decoded.is_empty() || decoded.ends_with('/') {
            return Self::new(&format!("{decoded}{INDEX}")).ok();
        }
        Self::new(&decoded).ok()
    }

    /// Returns the route's path on the disk, below `output`.
    pub fn to_disk(&self, output: &Path) -> PathBuf {
        let mut path = output.to_path_buf();
        path.extend(self.0.split('/'));
        path
    }

    /// Returns the path from the output's root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the folders of the route, each followed by `/`; empty at the output's root.
    pub fn folder(&self) -> &str {
        let end = self
            .0
            .rfind('/')
            .map_or(0, |at| at + 1);
        self.0.split_at(end).0
    }

    /// Returns the relative path from the route to the output's root: `./`, `../`, `../../` …
    pub fn root(&self) -> Cow<'static, str> {
        match self
            .0
            .bytes()
            .filter(|byte| *byte == b'/')
            .count()
        {
            0 => Cow::Borrowed("./"),
            1 => Cow::Borrowed("../"),
            2 => Cow::Borrowed("../../"),
            3 => Cow::Borrowed("../../../"),
            depth => Cow::Owned("../".repeat(depth)),
        }
    }

    /// Returns the route as written in links: from the output's root, percent-encoded.
    pub fn link(&self, style: LinkStyle) -> String {
        let path = match style {
            LinkStyle::Folder => self
                .0
                .strip_suffix(INDEX)
                .filter(|folder| folder.is_empty() || folder.ends_with('/')),
            LinkStyle::File => None,
        };
        utf8_percent_encode(path.unwrap_or(&self.0), SEGMENT).to_string()
    }

    /// Returns a key that is equal for two routes if a case-insensitive file system cannot hold
    /// both: NFC, full case folding, NFC.
    pub fn folded(&self) -> Cow<'_, str> {
        if self
            .0
            .bytes()
            .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
        {
            return Cow::Borrowed(&self.0);
        }
        Cow::Owned(
            icu_casemap::CaseMapper::new()
                .fold_string(&self.0)
                .nfc()
                .collect(),
        )
    }
}

/// Checks one segment of an address by the rules of [`Route`].
pub fn check_segment(segment: &str) -> Result<(), RouteError> {
    if segment.is_empty() {
        return Err(RouteError::Empty);
    }
    if segment == "." || segment == ".." {
        return Err(RouteError::Dots);
    }
    if segment.chars().any(|c| {
        c.is_control()
            || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
            || is_invisible(c)
    }) {
        return Err(RouteError::Character);
    }
    if segment.len() > LONGEST_SEGMENT {
        return Err(RouteError::Long);
    }
    let stem = segment
        .split('.')
        .next()
        .unwrap_or(segment);
    if segment.ends_with(['.', ' '])
        || RESERVED
            .iter()
            .any(|name| name.eq_ignore_ascii_case(stem))
    {
        return Err(RouteError::Reserved);
    }
    Ok(())
}

/// How links refer to a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LinkStyle {
    /// By its folder: `o-paktu/`. A web server adds `index.html`.
    #[default]
    Folder,
    /// By its file: `o-paktu/index.html`, so that links work from a disk.
    File,
}

/// Returns whether `c` is invisible or changes the direction of text, so that two names could look
/// alike.
fn is_invisible(c: char) -> bool {
    const INVISIBLE: [RangeInclusive<char>; 5] = [
        '\u{200B}'..='\u{200F}',
        '\u{202A}'..='\u{202E}',
        '\u{2060}'..='\u{2069}',
        '\u{FEFF}'..='\u{FEFF}',
        // Of private use: a font alone says what they look like.
        '\u{E000}'..='\u{F8FF}',
    ];
    INVISIBLE
        .iter()
        .any(|range| range.contains(&c))
}

impl Borrow<str> for Route {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_stays_in_the_output() {
        for (path, error) in [
            ("", RouteError::Empty),
            ("a//b", RouteError::Empty),
            ("a/", RouteError::Empty),
            ("/etc/passwd", RouteError::Absolute),
            ("C:/x", RouteError::Absolute),
            ("../x", RouteError::Dots),
            ("a/../../x", RouteError::Dots),
            ("./x", RouteError::Dots),
            ("a\\b", RouteError::Character),
            ("a\0b", RouteError::Character),
            ("a\u{202e}b", RouteError::Character),
            ("nul", RouteError::Reserved),
            ("a/Aux.html", RouteError::Reserved),
            ("a./b", RouteError::Reserved),
        ] {
            assert_eq!(Route::new(path), Err(error), "{path:?}");
        }
        assert_eq!(Route::new(&"a".repeat(256)), Err(RouteError::Long));
    }

    #[test]
    fn routes_are_nfc_and_compared_by_case_folding() {
        let composed = Route::new("\u{e9}.txt").expect("a route");
        assert_eq!(Route::new("e\u{301}.txt").expect("a route"), composed);
        assert_eq!(
            Route::new("STRASSE.txt")
                .expect("a route")
                .folded(),
            Route::new("straße.txt")
                .expect("a route")
                .folded()
        );
    }

    #[test]
    fn requests_lead_only_to_routes() {
        let asked = |path: &str| Route::from_request(path).map(|route| route.to_string());
        assert_eq!(asked("/"), Some("index.html".into()));
        assert_eq!(asked("/o-paktu/?q=1"), Some("o-paktu/index.html".into()));
        assert_eq!(asked("/a%20b.pdf"), Some("a b.pdf".into()));
        assert_eq!(asked("/%2e%2e/site.yaml"), None);
        assert_eq!(asked("/a%00b"), None);
        assert_eq!(asked("/a%5cb"), None);
        assert_eq!(asked("o-paktu"), None);
    }

    #[test]
    fn links_are_from_the_root_and_encoded() {
        let page = Route::of_page("o-paktu/");
        assert_eq!(
            (
                page.link(LinkStyle::Folder).as_str(),
                page.link(LinkStyle::File).as_str()
            ),
            ("o-paktu/", "o-paktu/index.html")
        );
        assert_eq!(Route::of_page("").link(LinkStyle::Folder), "");
        assert_eq!(
            Route::new("a b/č.pdf")
                .expect("a route")
                .link(LinkStyle::Folder),
            "a%20b/%C4%8D.pdf"
        );
        assert_eq!(page.root(), "../");
    }
}
