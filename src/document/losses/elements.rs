//! WrittenElements and attributes that cleaning takes out of raw HTML.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{LossContext, quoted, raw_levels};
use crate::config::RawHtml;
use crate::diagnostic::{Code, Diagnostic, Fix};
use crate::document::body::{TakenElement, WrittenElement, WrittenElements};
use crate::document::findings::Findings;
use crate::document::markdown::Piece;
use crate::document::pass::PassContext;
use crate::document::text::slice;

/// What an element that cannot stay is for; its advice differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// No element of HTML: a placeholder such as `<name>`.
    Made,
    Media,
    Form,
    Script,
    Style,
    Drawing,
    /// What belongs in the head or frame of a page.
    Head,
    /// A part of a table outside of one.
    Table,
    Other,
}

/// The elements of HTML that pakt's cleaning takes out, by kind; what is neither here nor kept is
/// made up.
const KINDS: &[(Kind, &[&str])] = &[
    (
        Kind::Media,
        &[
            "applet", "audio", "embed", "iframe", "object", "param", "source", "track", "video",
        ],
    ),
    (
        Kind::Form,
        &[
            "button", "datalist", "fieldset", "form", "input", "label", "legend", "meter",
            "optgroup", "option", "output", "progress", "select", "textarea",
        ],
    ),
    (Kind::Script, &["script", "template"]),
    (Kind::Style, &["link", "style"]),
    (Kind::Drawing, &["canvas", "math", "svg"]),
    (
        Kind::Head,
        &[
            "base", "body", "frame", "frameset", "head", "html", "meta", "noframes", "title",
        ],
    ),
    (
        Kind::Table,
        &[
            "caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr",
        ],
    ),
    (
        Kind::Other,
        &[
            "a",
            "abbr",
            "acronym",
            "address",
            "area",
            "article",
            "aside",
            "b",
            "basefont",
            "bdi",
            "bdo",
            "big",
            "blink",
            "blockquote",
            "br",
            "center",
            "cite",
            "code",
            "data",
            "dd",
            "del",
            "details",
            "dfn",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "font",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "i",
            "image",
            "img",
            "ins",
            "kbd",
            "li",
            "listing",
            "main",
            "map",
            "mark",
            "marquee",
            "menu",
            "nav",
            "nobr",
            "noembed",
            "noscript",
            "ol",
            "p",
            "picture",
            "plaintext",
            "pre",
            "q",
            "rb",
            "rp",
            "rt",
            "rtc",
            "ruby",
            "s",
            "samp",
            "search",
            "section",
            "slot",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "time",
            "tt",
            "u",
            "ul",
            "var",
            "wbr",
            "xmp",
        ],
    ),
];

impl Kind {
    fn of(name: &str) -> Self {
        KINDS
            .iter()
            .find(|(_, names)| names.contains(&name))
            .map_or(Self::Made, |(kind, _)| *kind)
    }

    /// Returns how messages call it.
    fn name(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Media => "media",
            Self::Form => "form",
            Self::Script => "script",
            Self::Style => "style",
            Self::Drawing => "drawing",
            Self::Head => "head",
            Self::Table => "table",
            Self::Other => "other",
        }
    }

    /// Returns whether its contents vanish with it, or make no sense without it.
    fn is_whole(self) -> bool {
        matches!(
            self,
            Self::Media | Self::Script | Self::Style | Self::Drawing
        )
    }

    /// Returns whether an element inside it is a part of it, and not told on its own.
    fn has_part(self, part: Self) -> bool {
        self == Self::Drawing || self == part && matches!(self, Self::Media | Self::Form)
    }
}

/// Reports what cleaning took out, and returns the ranges of the file that this explains.
pub(super) fn report(
    context: LossContext<'_, '_>,
    findings: &mut Findings<'_>,
) -> Vec<Range<usize>> {
    let mut elements = match context.pass.html {
        RawHtml::Sanitise => context.taken.elements.clone(),
        RawHtml::Allow => made_up(context.pass),
        RawHtml::Escape => Vec::new(),
    };
    elements.sort_by_key(|taken| taken.element.tag.start);
    let mut reporter = Reporter {
        pass: context.pass,
        known: findings.places().collect(),
        findings,
        told: Vec::new(),
        told_until: 0,
        around: None,
        blocks: None,
    };
    let mut hiding = context.taken.hiding.clone();
    hiding.sort_unstable_by_key(|range| range.start);
    let mut hiding = hiding.into_iter().peekable();
    for taken in &elements {
        let start = taken.element.tag.start;
        while let Some(range) = hiding.next_if(|range| range.start <= start) {
            reporter.hiding(&range);
        }
        reporter.element(taken);
    }
    for range in hiding {
        reporter.hiding(&range);
    }
    reporter.told
}

/// Returns the made-up elements of a body whose raw HTML stays. Names with a hyphen are elements
/// that scripts define.
fn made_up(pass: PassContext<'_, '_>) -> Vec<TakenElement> {
    let levels = raw_levels(pass);
    let elements = levels
        .iter()
        .flat_map(|level| WrittenElements::at(pass.text.body(), level).all);
    let mut found = Vec::new();
    let mut drawing = 0;
    for mut element in elements {
        let kind = Kind::of(&element.name);
        if kind == Kind::Drawing {
            drawing = drawing.max(element.whole.end);
        }
        let is_drawn = element.tag.start < drawing;
        if kind == Kind::Made && !is_drawn && !element.name.contains('-') {
            element.tag = pass.text.in_file(&element.tag);
            element.whole = pass.text.in_file(&element.whole);
            element.end = element
                .end
                .map(|end| pass.text.in_file(&end));
            found.push(TakenElement {
                element,
                attributes: Vec::new(),
            });
        }
    }
    found
}

/// Reports elements in the order of their start tags.
struct Reporter<'r, 'e, 't, 'f> {
    pass: PassContext<'e, 't>,
    findings: &'r mut Findings<'f>,
    /// The places of earlier findings.
    known: Vec<Range<usize>>,
    /// The ranges of the file that the findings explain.
    told: Vec<Range<usize>>,
    /// Where the last of them ends; all of them begin before the next element.
    told_until: usize,
    /// The last element that has parts, and where it ends.
    around: Option<(Kind, usize)>,
    /// The blocks of raw HTML, once they are needed.
    blocks: Option<Vec<Range<usize>>>,
}

impl<'t> Reporter<'_, '_, 't, '_> {
    /// Notes that a finding explains a range.
    fn explain(&mut self, range: Range<usize>) {
        self.told_until = self.told_until.max(range.end);
        self.told.push(range);
    }

    fn element(&mut self, taken: &TakenElement) {
        let element = &taken.element;
        let kind = Kind::of(&element.name);
        if element.tag.end <= self.told_until || self.findings.is_full() {
            return;
        }
        let around = self
            .around
            .filter(|(_, end)| element.tag.start < *end);
        if around.is_some_and(|(outer, _)| outer.has_part(kind)) {
            return self.explain(element.tag.clone());
        }
        if !taken.attributes.is_empty() {
            return self.attributes(taken);
        }
        if element.is_unclosed_text() {
            return self.swallowed(element);
        }
        if matches!(kind, Kind::Media | Kind::Form | Kind::Drawing) {
            self.around = Some((kind, element.whole.end));
        }
        let place = match kind.is_whole() || kind == Kind::Form {
            true => element.whole.clone(),
            false => element.tag.clone(),
        };
        // A form may be around other text, which is not explained by it.
        self.explain(match kind {
            Kind::Form => element.tag.clone(),
            _ => place.clone(),
        });
        let fix = (kind == Kind::Made).then(|| self.escaped(element));
        let name = self.written_name(element);
        self.findings
            .report_in_file(Code::TakenOut, place, |finding| {
                let finding = told(finding, kind.name(), name, "");
                Diagnostic { fix, ..finding }
            });
    }

    /// Returns the name of an element as its author wrote it, in upper or lower case.
    fn written_name(&self, element: &WrittenElement) -> &'t str {
        let start = element.tag.start + 1;
        let written = self
            .pass
            .text
            .file()
            .get(start..start + element.name.len());
        // A name that goes on behind the `>` of a quotation is not in one piece.
        written.unwrap_or_default()
    }

    /// Reports the attributes of an element, but those with a finding of their own, such as an
    /// unsafe address.
    fn attributes(&mut self, taken: &TakenElement) {
        let known = &self.known;
        let is_new = |range: &Range<usize>| {
            !known
                .iter()
                .any(|known| range.start <= known.start && known.end <= range.end)
        };
        let attributes = || {
            taken
                .attributes
                .iter()
                .filter(|(_, range)| is_new(range))
        };
        let names: Vec<&str> = attributes()
            .map(|(name, _)| &**name)
            .collect();
        if names.is_empty() {
            return;
        }
        let explained: Vec<Range<usize>> = attributes()
            .map(|(_, range)| range.clone())
            .collect();
        explained
            .into_iter()
            .for_each(|range| self.explain(range));
        let tag = taken.element.tag.clone();
        self.findings
            .report_in_file(Code::TakenOut, tag, |finding| {
                let names = names.join(", ");
                told(finding, "attributes", &taken.element.name, &names)
            });
    }

    /// Reports a tag or instruction that hides more than itself; comments have their own pass.
    fn hiding(&mut self, range: &Range<usize>) {
        let written = slice(self.pass.text.file(), range.clone());
        if written.starts_with("<!--") {
            return;
        }
        self.explain(range.clone());
        if written.starts_with("<!") || written.starts_with("<?") {
            return self
                .findings
                .report_in_file(Code::NotShown, range.clone(), |finding| {
                    finding
                        .arg("cause", "code")
                        .arg("text", quoted(written))
                });
        }
        let name = written
            .split(|c: char| c.is_whitespace() || c == '>')
            .next()
            .unwrap_or_default();
        self.findings
            .report_in_file(Code::Swallowed, range.clone(), |finding| {
                finding
                    .arg("cause", "tag")
                    .arg("name", name)
                    .arg("end", ">")
            });
    }

    /// Reports an element that swallows everything after it as text.
    fn swallowed(&mut self, element: &WrittenElement) {
        self.explain(element.whole.clone());
        let name = &element.name;
        self.findings
            .report_in_file(Code::Swallowed, element.whole.clone(), |finding| {
                finding
                    .arg("cause", "element")
                    .arg("name", format!("<{name}>"))
                    .arg("end", format!("</{name}>"))
            });
    }

    /// Returns the fix that shows a made-up tag as text.
    fn escaped(&mut self, element: &WrittenElement) -> Fix {
        let tags = std::iter::once(&element.tag).chain(&element.end);
        let mut edits = Vec::new();
        for tag in tags {
            let written = slice(self.pass.text.file(), tag.clone());
            let text = match self.is_in_block(tag.start) {
                true => written
                    .replace('<', "&lt;")
                    .replace('>', "&gt;"),
                false => written
                    .replace('<', "\\<")
                    .replace('>', "\\>"),
            };
            edits.push(self.findings.edit(tag.clone(), &text));
        }
        Fix {
            edits,
            certain: false,
        }
    }

    /// Returns whether a tag is in a block of raw HTML that something else begins; there, a
    /// backslash is text.
    fn is_in_block(&mut self, tag: usize) -> bool {
        let text = self.pass.text;
        let pieces = self.pass.pieces;
        let blocks = self.blocks.get_or_insert_with(|| {
            pieces
                .iter()
                .filter(|(piece, _)| matches!(piece, Piece::Markdown(Event::Start(Tag::HtmlBlock))))
                .map(|(_, range)| text.in_file(range))
                .collect()
        });
        let block = blocks.get(blocks.partition_point(|block| block.end <= tag));
        block.is_some_and(|block| {
            let before = slice(text.file(), block.start..tag.max(block.start));
            block.start <= tag && !before.trim().is_empty()
        })
    }
}

fn told(finding: Diagnostic, cause: &'static str, name: &str, attributes: &str) -> Diagnostic {
    finding
        .arg("cause", cause)
        .arg("name", name)
        .arg("attributes", attributes)
}
