//! Codes: every kind of finding, with its usual severity.

use super::Severity;

/// Declares the codes with their usual severity; the documentation of each names its arguments.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal $severity:ident;)+) => {
        /// The kind of a finding. Its texts are the messages in `language` with the same
        /// identifier; `near` may be empty in all of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code, ordered by identifier.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// Returns the identifier: `P0123`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Code::$name => $id,)+
                }
            }

            /// Returns the code with an identifier.
            pub fn of_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.id() == id)
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

impl Code {
    /// Returns whether a site may make its findings less serious: never what leaves a route without
    /// bytes, is unsafe, or may publish what is not meant to be public.
    pub fn may_be_lowered(self) -> bool {
        let id = self.id();
        let may_be = ["P04", "P05", "P09"]
            .iter()
            .any(|group| id.starts_with(group));
        let is_unsafe = matches!(
            self,
            Self::UnsafeLink | Self::LinkLeavesContent | Self::ExternalImage
        );
        (may_be && !is_unsafe) || self == Self::UnknownKey
    }
}

codes! {
    /// A text file is not UTF-8.
    NotUtf8 = "P0101" Error;
    /// A file cannot be read: `cause` (one of name, kind, twins; else the system's message).
    Unreadable = "P0102" Error;
    /// A symbolic link leads outside the site's folder.
    LinkOutside = "P0103" Error;
    /// A symbolic link leads to a folder above itself.
    LinkCycle = "P0104" Error;
    /// A file vanished while the site was being built.
    Vanished = "P0105" Error;
    /// A page is called `*.md.txt`: `name` (as it should be).
    TextSuffix = "P0106" Error;
    /// An attachment could run in the reader's browser (`.html`, `.js`): `extension`.
    ActiveAttachment = "P0107" Error;
    /// An SVG picture is not well-formed XML: `cause` (one of encoding, none, end, deep; else the
    /// XML library's message), `limit`.
    BrokenSvg = "P0108" Error;
    /// A text is larger than pakt reads: `limit` (MB).
    TooLarge = "P0109" Error;

    /// A page does not start with front matter.
    NoFrontMatter = "P0201" Error;
    /// Front matter has no closing `---` line.
    UnclosedFrontMatter = "P0202" Error;
    /// YAML cannot be read: `cause` (one of space, colon, control; else the parser's message, in
    /// English).
    BrokenYaml = "P0203" Error;
    /// An unquoted value contains a colon: `key`; carries the corrected value.
    UnquotedColon = "P0204" Error;
    /// ` #` starts a comment that cuts off a text: `rest` (the part cut off); carries the
    /// corrected value.
    CutByComment = "P0205" Error;
    /// A key is not known here: `key`, `near`.
    UnknownKey = "P0206" Error;
    /// A key occurs twice; the related place is the first: `key`.
    DuplicateKey = "P0207" Error;
    /// A required key is missing: `key`.
    MissingKey = "P0208" Error;
    /// A value has the wrong type: `key`, `expected` (one of text, number, list, map, boolean,
    /// date).
    WrongType = "P0209" Error;
    /// Yes or no in words: `key`, `value`; carries the corrected line.
    NotBoolean = "P0210" Error;
    /// A date in Czech notation: `key`, `value`; carries the corrected line.
    CzechDate = "P0211" Error;
    /// A day that does not exist, or a date in an unknown format: `key`, `value`.
    NoSuchDay = "P0212" Error;
    /// YAML repeats or nests more than pakt allows.
    YamlTooComplex = "P0213" Error;
    /// A key that only `_index.md` may have: `key`.
    KeyOnlyInIndex = "P0214" Error;
    /// A line of YAML is indented with a tab.
    TabInYaml = "P0215" Error;
    /// A value is not one of the known ones: `key`, `value`, `known` (comma-separated), `near`.
    UnknownValue = "P0216" Error;
    /// A page would never be published; the related place is its first day: `from`, `until`.
    PublicationOrder = "P0217" Error;
    /// A page was changed before its own date, the related place: `from`, `until`.
    UpdatedBeforeDate = "P0218" Warning;

    /// Two sources have the same address: `address`; the related place is the other.
    DuplicateAddress = "P0301" Error;
    /// Two addresses differ only in case or Unicode normalisation: `address`, `other`; the related
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
    /// `index.md` is in a folder with other pages.
    IndexBesidePages = "P0307" Error;
    /// A top-level folder is named like a language: `name`.
    LanguageFolder = "P0308" Error;
    /// Two terms of a taxonomy have equal slugs: `term`, `other`, `slug`; the related place is the
    /// other.
    TermsAlike = "P0309" Error;
    /// A name or term has no letter or digit, and so no slug: `value`.
    EmptySlug = "P0310" Error;
    /// A suffix looks like a language that the site does not have: `suffix`, `language` (what was
    /// likely meant, may be empty).
    UnknownSuffix = "P0311" Warning;
    /// A folder has no `_index.md` in a language: `folder`, `file` (to create).
    NoIndex = "P0312" Warning;

    /// A link leads to a file that does not exist: `target`, `near`.
    DeadLink = "P0401" Error;
    /// A link leads to a heading that does not exist: `anchor`, `target`, `near`.
    DeadAnchor = "P0402" Error;
    /// A link's target contains a space; carries the corrected text: `target`.
    SpaceInLink = "P0403" Error;
    /// An image has no alternative text: `target`, `form` (html, if it is raw HTML).
    NoAlternative = "P0404" Error;
    /// A link leads to a page that is not published now, and becomes plain text: `target`.
    LinkToUnpublished = "P0405" Warning;
    /// A link's scheme could run code or is not for the public: `scheme`.
    UnsafeLink = "P0406" Error;
    /// A link leads outside the content folder: `target`.
    LinkLeavesContent = "P0407" Error;
    /// An image is on another site: `target`.
    ExternalImage = "P0408" Error;
    /// A link or picture has no target: `kind` (one of picture; else a link), `form` (one of html,
    /// block; else Markdown).
    EmptyLink = "P0409" Error;
    /// A link is written with the address of the site itself; it carries the corrected text:
    /// `target`, `file`.
    OwnAddress = "P0410" Warning;
    /// A link's anchor is written otherwise than the identifier that is meant; it carries the
    /// corrected text: `anchor`, `meant`.
    AnchorSpelling = "P0411" Warning;
    /// A block lacks an attribute that it needs: `name`, `key`.
    MissingAttribute = "P0412" Error;

    /// A `#` heading in a body, or `<h1>`: `form` (html, if it is raw HTML); carries the corrected
    /// text.
    HeadingOne = "P0501" Error;
    /// The theme does not know a block: `name`, `near`.
    UnknownBlock = "P0502" Error;
    /// A block is not closed: `name`.
    UnclosedBlock = "P0503" Error;
    /// A block's fence is inside a list, quotation or table: `name` (may be empty).
    MisplacedBlock = "P0504" Error;
    /// A closing fence closes nothing.
    StrayFence = "P0505" Error;
    /// The head of a block cannot be read: `cause` (one of quote, brace, name, double, bracket,
    /// title).
    BadAttributes = "P0506" Error;
    /// Blocks or quotations are nested deeper than pakt allows: `limit`.
    TooDeep = "P0507" Error;
    /// A code of a language is not a language tag or not one of the site: `value`, `known`
    /// (comma-separated), `near`.
    UnknownLanguage = "P0508" Error;
    /// An identifier occurs twice on one page: `id`; the related place is the first.
    DuplicateId = "P0509" Error;
    /// A footnote is referred to or defined, but not both: `name`.
    LoneFootnote = "P0510" Warning;
    /// The number at the beginning of a line is shown otherwise, or makes a list of a date: `cause`
    /// (one of day, date, number, order), `written`, `shown`; carries the corrected line.
    Renumbered = "P0511" Error;
    /// A day of the week is not that of the date beside it: `written`, `date`, `right` (its day of
    /// the week), `near` (the nearest date with the written day).
    WrongWeekday = "P0512" Warning;
    /// Cleaning takes an element or attributes out of raw HTML: `name` (of the element), `cause`
    /// (one of made, media, form, script, style, drawing, head, table, attributes, with the names
    /// as `attributes`; else other).
    TakenOut = "P0513" Warning;
    /// Text is not shown: `text` (its beginning), `cause` (one of cell, braces, note, link, unused,
    /// picture, target, label, code; else other). For notes and links the related place is the one
    /// shown.
    NotShown = "P0514" Warning;
    /// Something unclosed swallows the rest of the page: `cause` (one of comment, code, element,
    /// tag), `name` (what it begins with), `end` (what would close it).
    Swallowed = "P0515" Error;
    /// Readers see an editor's comment: `cause` (one of front, escape, indented, ending, nested;
    /// else other).
    PublicComment = "P0516" Error;
    /// A heading, link, button or summary has nothing to read in it: `kind` (one of heading,
    /// button, summary, block, with a `name`; else a link), `form` (html, if it is raw HTML).
    NoWords = "P0517" Error;
    /// A heading is more than one level below the one before it: `level`, `previous`, `right` (the
    /// level that it may have), `form` (html, if it is raw HTML); carries the corrected text.
    SkippedLevel = "P0518" Error;
    /// A line that begins with `#` is no heading; carries the corrected line.
    NotAHeading = "P0519" Warning;
    /// What was meant as a link is plain text: `written`, `cause` (one of gap, reversed, undefined,
    /// unclosed, brackets, angle).
    NotALink = "P0520" Warning;
    /// The mark of an alert has no effect: `written`, `cause` (one of title, kind, place, alone).
    NotAnAlert = "P0521" Warning;
    /// Lines that were meant as a table are none, or a row is too short: `cause` (one of line,
    /// head, delimiter, cells, text, bar), `columns`; carries the corrected line.
    NotATable = "P0522" Warning;
    /// A line that begins with a colon becomes a definition; carries the corrected line.
    NotADefinition = "P0523" Warning;
    /// Lines that were meant as a list are none: `cause` (one of bullet, space, letter, marker,
    /// inside); carries the corrected lines.
    NotAList = "P0524" Warning;
    /// Indented sentences become code.
    CodeOfProse = "P0525" Warning;
    /// A character that nobody means to write: `cause` (one of control, invisible, direction,
    /// private, lost), `sign` (its code point).
    StrangeCharacter = "P0526" Warning;
    /// A sign of emphasis has no effect: `written`, `cause` (one of open, space, excess).
    UnclosedEmphasis = "P0527" Warning;
    /// Two versions of a text, as a version control system leaves them where it cannot decide.
    MergeMark = "P0528" Error;
    /// The notation of another program is plain text: `written`, `cause` (one of shortcode,
    /// template, comment, attributes, remark, tab, contents, wiki, import, directive, include,
    /// emoji, mark, insert).
    ForeignNotation = "P0529" Warning;
    /// Markdown in raw HTML is plain text: `written`.
    MarkdownInHtml = "P0530" Warning;
    /// A block has a form that its theme has no look for: `name`, `form`, `forms`
    /// (hyphen-separated; each is container, line or inline).
    WrongBlockForm = "P0531" Error;
    /// What was meant as a block is plain text: `written`.
    NotABlock = "P0535" Warning;
    /// A tag of raw HTML has no partner: `name`, `cause` (one of start, end).
    LoneTag = "P0538" Warning;
    /// The identifier of a heading is not written correctly, and so is text: `text`, `name` (what
    /// was likely meant).
    BrokenIdentifier = "P0539" Warning;
    /// The first heading of a page is deeper than the title asks for: `level`, `previous`, `form`
    /// (html, if it is raw HTML); carries the corrected text.
    DeepStart = "P0540" Warning;

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
    /// An entry of the synonyms is neither a list of equivalent words nor a word with the words
    /// that it also finds: `cause` (one of language, entry, words, many, lone).
    BadSynonyms = "P0606" Error;
    /// The accessibility statement was last reviewed more than a year ago: `day`.
    AccessibilityOverdue = "P0607" Error;
    /// The accessibility statement contradicts itself: `cause` (one of full, empty, burden, scope,
    /// future, order).
    AccessibilityContradiction = "P0608" Error;
    /// A contact is not a valid address of its kind, so it cannot be linked: `key`, `value`, `kind`
    /// (one of email, phone, web).
    BadContact = "P0609" Error;
    /// A word is in the glossary twice; the related place is the first: `term`.
    WordTwice = "P0610" Error;
    /// Two data files have the same name, one with `.yaml` and one with `.yml`; the related place
    /// is the other: `name`.
    DataTwice = "P0611" Error;

    /// A theme is not known: `name`, `near`.
    UnknownTheme = "P0701" Error;
    /// `extends:` forms a cycle, or a chain of more than nine themes: `chain`, `cause` (one of
    /// circle, length).
    ThemeCycle = "P0702" Error;
    /// A template cannot be parsed: `cause` (the engine's message, in English).
    BrokenTemplate = "P0703" Error;
    /// A template fails on a page; the related place is the page: `cause` (one of words, date,
    /// taxonomy, target, link, with a `name`; else the engine's message, in English), `page`.
    TemplateFails = "P0704" Error;
    /// A template includes or extends itself: `chain`.
    TemplateCycle = "P0705" Error;
    /// A template does not exist: `name`, `near`.
    UnknownTemplate = "P0706" Error;
    /// A style sheet cannot be parsed: `cause` (one of deep, with a `limit`, circle, with a `name`;
    /// else the parser's message, in English).
    BrokenStyle = "P0707" Error;
    /// A theme's asset does not exist: `name`, `near`.
    UnknownAsset = "P0708" Error;
    /// A theme's message file cannot be parsed: `cause` (one of twice, with a `name`; else the
    /// parser's message, in English).
    BrokenMessages = "P0709" Error;
    /// A theme's name differs from its folder's: `name`, `folder`.
    ThemeName = "P0710" Warning;
    /// A theme has no words in a language of the site; the place is a page in it: `theme`,
    /// `language`.
    ForeignWords = "P0711" Warning;

    /// A foreign file is where the site needs to write: `path`.
    ForeignFile = "P0801" Error;
    /// The output folder contains the sources or is inside them: `path`.
    OutputInSources = "P0802" Error;
    /// The output cannot be written: `path`, `cause`.
    OutputNotWritable = "P0803" Error;
    /// Another build writes to the same output: `path`.
    BuildRunning = "P0804" Error;
    /// The manifest of the output cannot be read: `path`.
    BrokenManifest = "P0805" Error;

    /// A file looks like a page or data but is neither because of its name: `kind` (one of page,
    /// data), `near` (the name that it should have).
    PassedOver = "P0901" Warning;
    /// A page or data file is a copy of another, the related place: `kind` (one of page, data),
    /// `original` (its name).
    CopyOfFile = "P0902" Warning;
    /// A term is one letter off a known one; the related place is that one: `term`, `near`; carries
    /// the known one.
    DoubtfulTerm = "P0903" Warning;
    /// Several terms are written as one: `key`, `value`; carries the list.
    TermList = "P0904" Warning;
    /// An attribute that a block does not read: `name` (of the block), `key`, `near`.
    UnreadAttribute = "P0905" Warning;
    /// An attribute names what does not exist: `kind` (one of data, taxonomy, term), `value`, `of`
    /// (the data file or taxonomy), `near`.
    NothingNamed = "P0906" Error;
    /// A finding is allowed without a reason: `code`.
    AllowWithoutReason = "P0911" Warning;
    /// A finding is allowed where it does not occur: `code`, `cause` (one of nothing, line; the
    /// latter for a comment that is not on a line of its own).
    AllowExcusesNothing = "P0912" Warning;
    /// A code in `check:`, `allow:` or a comment is unknown or may not be lowered: `code` (may be
    /// empty), `cause` (one of unknown, fixed, none), `near`.
    NotAllowed = "P0913" Error;
    /// One heading has another level than in the other languages of its page; the related place is
    /// in one of them: `title`, `level`, `other`.
    UnevenHeadings = "P0920" Warning;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_unique_and_sorted() {
        assert!(
            Code::ALL
                .iter()
                .is_sorted_by(|a, b| a.id() < b.id())
        );
    }
}
