//! Targets of links and images as written, before it is known whether they exist.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::language;
use crate::layout::CONTENT;
use crate::source::SourceId;

/// Schemes that a public page may link to.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms", "geo"];

/// The target of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// An address elsewhere, with a scheme or starting with `//`.
    External(&'a str),
    /// A file or folder in the content folder, and the rest of the target.
    File {
        /// The file or folder.
        source: SourceId,
        /// The anchor in it.
        anchor: Option<String>,
        /// Everything from `?` on, without the anchor.
        query: &'a str,
    },
    /// An anchor on the page itself.
    Anchor(String),
}

/// Why a target cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetError<'a> {
    /// Its scheme is not allowed on public pages.
    Scheme(&'a str),
    /// It is outside the content folder.
    Outside,
}

impl Target<'_> {
    /// Returns the file, if it is an attachment.
    pub fn attachment(self) -> Option<SourceId> {
        match self {
            Target::File { source, .. } if is_attachment(&source) => Some(source),
            _ => None,
        }
    }
}

/// Returns whether a source is neither a page nor, by its name, a folder.
fn is_attachment(source: &SourceId) -> bool {
    let name = source.file_name();
    name.contains('.') && !super::is_page_name(name)
}

/// Reads a target in the document `from`.
pub fn read<'a>(text: &'a str, from: &SourceId) -> Result<Target<'a>, TargetError<'a>> {
    if let Some(scheme) = scheme(text) {
        return match is_public(scheme) {
            true => Ok(Target::External(text)),
            false => Err(TargetError::Scheme(scheme)),
        };
    }
    if text.starts_with("//") {
        return Ok(Target::External(text));
    }
    let (rest, anchor) = match text.split_once('#') {
        Some((rest, anchor)) => (rest, Some(decoded(anchor).into_owned())),
        None => (text, None),
    };
    let (path, query) = rest
        .find('?')
        .map_or((rest, ""), |at| rest.split_at(at));
    if path.is_empty() {
        return Ok(Target::Anchor(anchor.unwrap_or_default()));
    }
    let source = resolve(&language::composed(&decoded(path)), from).ok_or(TargetError::Outside)?;
    Ok(Target::File {
        source,
        anchor: anchor.filter(|anchor| !anchor.is_empty()),
        query,
    })
}

/// Follows `path` from the folder of `from`; `None` if it leaves the content folder.
fn resolve(path: &str, from: &SourceId) -> Option<SourceId> {
    let (folder, _) = from
        .as_str()
        .rsplit_once('/')
        .unwrap_or_default();
    let mut segments: Vec<&str> = if path.starts_with('/') {
        vec![CONTENT]
    } else {
        folder.split('/').collect()
    };
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." if segments.len() > 1 => {
                segments.pop();
            }
            ".." => return None,
            name => segments.push(name),
        }
    }
    (segments.first() == Some(&CONTENT)).then(|| SourceId::new(segments.join("/")))
}

fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let fits = |(at, c): (usize, char)| {
        if at == 0 {
            c.is_ascii_alphabetic()
        } else {
            c.is_ascii_alphanumeric() || "+-.".contains(c)
        }
    };
    (!scheme.is_empty() && scheme.char_indices().all(fits)).then_some(scheme)
}

fn is_public(scheme: &str) -> bool {
    let mut known = SCHEMES.iter();
    known.any(|known| known.eq_ignore_ascii_case(scheme))
}

fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text)
        .decode_utf8()
        .unwrap_or(Cow::Borrowed(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> Option<String> {
        match read(text, &SourceId::new("content/a/b.md")) {
            Ok(Target::File { source, anchor, .. }) => {
                Some(format!("{source}#{}", anchor.unwrap_or_default()))
            }
            _ => None,
        }
    }

    #[test]
    fn targets_are_relative_to_the_document() {
        assert_eq!(file("c.md#x").as_deref(), Some("content/a/c.md#x"));
        assert_eq!(
            file("../d/_index.md").as_deref(),
            Some("content/d/_index.md#")
        );
        assert_eq!(file("/e%20f.pdf").as_deref(), Some("content/e f.pdf#"));
        assert_eq!(
            file("z\u{30c}a\u{301}dost.pdf").as_deref(),
            Some("content/a/\u{17e}\u{e1}dost.pdf#")
        );
        assert_eq!(
            file("ze%CC%8C.pdf").as_deref(),
            Some("content/a/z\u{11b}.pdf#")
        );
        assert_eq!(
            read("../../x.md", &SourceId::new("content/a/b.md")),
            Err(TargetError::Outside)
        );
        assert_eq!(
            read("../../../etc/passwd", &SourceId::new("content/a/b.md")),
            Err(TargetError::Outside)
        );
    }

    #[test]
    fn schemes_that_run_code_are_refused() {
        let at = SourceId::new("content/a.md");
        assert_eq!(
            read("javascript:alert(1)", &at),
            Err(TargetError::Scheme("javascript"))
        );
        assert_eq!(
            read("JaVaScRiPt:x", &at),
            Err(TargetError::Scheme("JaVaScRiPt"))
        );
        assert!(matches!(
            read("https://www.nsp.cz/", &at),
            Ok(Target::External(_))
        ));
        assert_eq!(read("#x", &at), Ok(Target::Anchor("x".into())));
    }
}
