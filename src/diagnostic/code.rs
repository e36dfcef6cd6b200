//! Codes: what a finding can be, with the severity that it usually has.

use super::Severity;

/// Declares the codes with their usual severity; the documentation of each names its arguments.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal $severity:ident;)+) => {
        /// What a finding is. Its texts are the messages of the same identifier in `language`;
        /// `near` may be empty in all of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code, in the order of their identifiers.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// Returns the identifier: `P0123`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Code::$name => $id,)+
                }
            }

            /// Returns the usual severity.
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$name => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    /// A text file is not UTF-8.
    NotUtf8 = "P0101" Error;
    /// A file cannot be read: `cause` (one of name, kind, twins; else the system's words).
    Unreadable = "P0102" Error;
    /// A symbolic link leads out of the site's folder.
    LinkOutside = "P0103" Error;
    /// A symbolic link leads to a folder above itself.
    LinkCycle = "P0104" Error;
    /// A file vanished while the site was being built.
    Vanished = "P0105" Error;
    /// A page is called `*.md.txt`: `name` (as it should be).
    TextSuffix = "P0106" Error;
    /// An attachment could run in the reader's browser (`.html`, `.js`): `extension`.
    ActiveAttachment = "P0107" Error;
    /// An SVG picture is no well-formed XML: `cause` (one of encoding, none, end, deep; else the
    /// XML library's words), `limit`.
    BrokenSvg = "P0108" Error;
    /// A text is larger than pakt reads: `limit` (MB).
    TooLarge = "P0109" Error;

    /// A page does not start with a front matter.
    NoFrontMatter = "P0201" Error;
    /// A front matter has no closing `---` line.
    UnclosedFrontMatter = "P0202" Error;
    /// YAML cannot be read: `cause` (one of space; else the parser's words, English).
    BrokenYaml = "P0203" Error;
    /// A value holds a colon and is not quoted: `key`; the corrected line comes with it.
    UnquotedColon = "P0204" Error;
    /// ` #` starts a comment and cuts a title: `rest` (what is cut); the corrected line comes with
    /// it.
    CutByComment = "P0205" Error;
    /// A key is not known here: `key`, `near`.
    UnknownKey = "P0206" Error;
    /// A key stands twice; the related place is the first: `key`.
    DuplicateKey = "P0207" Error;
    /// A key that must be there is missing: `key`.
    MissingKey = "P0208" Error;
    /// A value is of the wrong kind: `key`, `expected` (one of text, number, list, map, boolean,
    /// date).
    WrongType = "P0209" Error;
    /// Yes or no in words: `key`, `value`; the corrected line comes with it.
    NotBoolean = "P0210" Error;
    /// A date in the Czech way: `key`, `value`; the corrected line comes with it.
    CzechDate = "P0211" Error;
    /// A day that does not exist or a date in no known form: `key`, `value`.
    NoSuchDay = "P0212" Error;
    /// YAML repeats or nests more than pakt allows.
    YamlTooComplex = "P0213" Error;
    /// A key that only `_index.md` may have: `key`.
    KeyOnlyInIndex = "P0214" Error;
    /// A line of YAML is indented by a tab.
    TabInYaml = "P0215" Error;
    /// A value is none of the known ones: `key`, `value`, `known` (comma-separated), `near`.
    UnknownValue = "P0216" Error;

    /// Two sources have one address: `address`; the related place is the other.
    DuplicateAddress = "P0301" Error;
    /// Two addresses differ only by case or by their Unicode form: `address`, `other`; the related
    /// place is the other.
    LookalikeAddress = "P0302" Error;
    /// A file has the address of another route's folder: `address`; the related place is the other.
    FileIsFolder = "P0303" Error;
    /// A `slug` cannot be part of an address: `value`, `suggestion` (may be empty).
    BadSlug = "P0304" Error;
    /// An alias cannot be an address: `value`.
    BadAlias = "P0305" Error;
    /// A name is reserved on Windows or cannot be stored everywhere: `value`.
    ReservedName = "P0306" Error;
    /// `index.md` stands beside other pages.
    IndexBesidePages = "P0307" Error;
    /// A top folder has the name of a language: `name`.
    LanguageFolder = "P0308" Error;
    /// Two terms of a taxonomy have equal slugs: `term`, `other`, `slug`; the related place is the
    /// other.
    TermsAlike = "P0309" Error;
    /// A name or a term holds no letter or digit, so it has no slug: `value`.
    EmptySlug = "P0310" Error;
    /// A suffix looks like a language that the site does not have: `suffix`, `language` (what was
    /// likely meant, may be empty).
    UnknownSuffix = "P0311" Warning;
    /// A folder has no `_index.md` in a language: `folder`, `file` (to create).
    NoIndex = "P0312" Warning;

    /// A link leads to a file that is not there: `target`, `near`.
    DeadLink = "P0401" Error;
    /// A link leads to a heading that is not there: `anchor`, `target`, `near`.
    DeadAnchor = "P0402" Error;
    /// A link's target holds a space; the corrected text comes with it: `target`.
    SpaceInLink = "P0403" Error;
    /// An image has no alternative text: `target`.
    NoAlternative = "P0404" Error;
    /// A link leads to a page that is not published now and becomes its text: `target`.
    LinkToUnpublished = "P0405" Warning;
    /// A link's scheme could run code or is not for the public: `scheme`.
    UnsafeLink = "P0406" Error;
    /// A link leads out of the content folder: `target`.
    LinkLeavesContent = "P0407" Error;
    /// An image is on another site: `target`.
    ExternalImage = "P0408" Error;

    /// A `#` heading in a body; the corrected text comes with it.
    HeadingOne = "P0501" Error;
    /// A block is not known to the theme: `name`, `near`.
    UnknownBlock = "P0502" Error;
    /// A block is not closed: `name`.
    UnclosedBlock = "P0503" Error;
    /// A block's fence stands inside a list, quotation or table: `name` (may be empty).
    MisplacedBlock = "P0504" Error;
    /// A closing fence closes nothing.
    StrayFence = "P0505" Error;
    /// The attributes of a block cannot be read: `cause` (one of quote, brace, name, double,
    /// bracket).
    BadAttributes = "P0506" Error;
    /// Blocks or quotations are nested deeper than pakt allows: `limit`.
    TooDeep = "P0507" Error;
    /// A code of a language is not a language tag or not one of the site: `value`, `known`
    /// (comma-separated).
    UnknownLanguage = "P0508" Error;
    /// An identifier stands twice in one page: `id`; the related place is the first.
    DuplicateId = "P0509" Error;
    /// A footnote is referred to or defined, but not both: `name`.
    LoneFootnote = "P0510" Warning;

    /// `base_url` is not an absolute http(s) address: `value`.
    BadBaseUrl = "P0601" Error;
    /// A time zone is not known: `value`, `near`.
    UnknownTimezone = "P0602" Error;
    /// `organisation` is not complete: `missing` (comma-separated keys).
    OrganisationIncomplete = "P0603" Warning;
    /// The site has no home page: `file` (to create).
    NoHome = "P0604" Error;
    /// The name of a taxonomy collides with a key of the front matter: `name`.
    TaxonomyName = "P0605" Error;
    /// An entry of the synonyms is neither a list of equal words nor a word with those that it
    /// finds too: `cause` (one of language, entry, words, many, lone).
    BadSynonyms = "P0606" Error;
    /// The accessibility statement was last reviewed more than a year ago: `day`.
    AccessibilityOverdue = "P0607" Error;
    /// The accessibility statement contradicts itself: `cause` (one of full, empty, burden, scope,
    /// future, order).
    AccessibilityContradiction = "P0608" Error;
    /// A contact is no address of its kind, so no link can be made of it: `key`, `value`, `kind`
    /// (one of email, phone, web).
    BadContact = "P0609" Error;
    /// A word stands twice in the glossary; the related place is the first: `term`.
    WordTwice = "P0610" Error;
    /// Two data files have one name, with `.yaml` and with `.yml`; the related place is the other:
    /// `name`.
    DataTwice = "P0611" Error;

    /// A theme is not known: `name`, `near`.
    UnknownTheme = "P0701" Error;
    /// `extends:` goes round in a circle: `chain`.
    ThemeCycle = "P0702" Error;
    /// A template cannot be read: `cause` (the engine's words, English).
    BrokenTemplate = "P0703" Error;
    /// A template fails on a page; the related place is the page: `cause` (one of words, date,
    /// taxonomy, target, link, with a `name`; else the engine's words, English), `page`.
    TemplateFails = "P0704" Error;
    /// A template includes or extends itself: `chain`.
    TemplateCycle = "P0705" Error;
    /// A template is not there: `name`, `near`.
    UnknownTemplate = "P0706" Error;
    /// A style sheet cannot be read: `cause` (one of deep, with a `limit`, circle, with a `name`;
    /// else the parser's words, English).
    BrokenStyle = "P0707" Error;
    /// A theme's asset is not there: `name`, `near`.
    UnknownAsset = "P0708" Error;
    /// A theme's file of words cannot be read: `cause` (one of twice, with a `name`; else the
    /// parser's words, English).
    BrokenMessages = "P0709" Error;
    /// A theme is called by another name than its folder: `name`, `folder`.
    ThemeName = "P0710" Warning;

    /// A foreign file stands where the site wants to write: `path`.
    ForeignFile = "P0801" Error;
    /// The output folder contains or lies in the sources: `path`.
    OutputInSources = "P0802" Error;
    /// The output cannot be written: `path`, `cause`.
    OutputNotWritable = "P0803" Error;
    /// Another build writes to the same output: `path`.
    BuildRunning = "P0804" Error;
    /// The manifest of the output cannot be read: `path`.
    BrokenManifest = "P0805" Error;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_unique_and_sorted() {
        assert!(Code::ALL.iter().is_sorted_by(|a, b| a.id() < b.id()));
    }
}
