//! Fixes as values: the edits that resolve a finding. No file is touched here.

use std::sync::Arc;

use crate::source::{self, Content, Source, SourceId, Span, Tree};

/// What resolves a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fix {
    /// The edits, applied together or not at all. Spans refer to the files as they were read.
    pub edits: Vec<Edit>,
    /// Whether the file alone makes clear what was meant, so nobody has to be asked.
    pub certain: bool,
}

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Replaces some text with another.
    Text {
        /// The file.
        source: SourceId,
        /// The hash of its content; the edit is refused if the content differs.
        hash: source::Hash,
        /// The bytes to replace; an empty span inserts.
        span: Span,
        /// The new text.
        text: Arc<str>,
    },
    /// Renames a file.
    Rename {
        /// The file.
        source: SourceId,
        /// Its new name, which no other file may have.
        to: SourceId,
    },
}

/// Why a fix cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixError {
    /// The file is gone, or its content has changed since it was read.
    Changed(SourceId),
    /// The new name belongs to another file.
    Taken(SourceId),
    /// The spans do not fit the text, or overlap.
    Span(SourceId),
}

impl Fix {
    /// Makes a fix of one edit that is certain from the file alone.
    pub fn certain(edit: Edit) -> Self {
        Self {
            edits: vec![edit],
            certain: true,
        }
    }

    /// Makes a fix of one edit that is only likely.
    pub fn likely(edit: Edit) -> Self {
        Self {
            edits: vec![edit],
            certain: false,
        }
    }

    /// Returns a site's sources after the fix.
    ///
    /// # Errors
    /// Fails if any of the edits cannot be made.
    pub fn applied(&self, tree: &Tree) -> Result<Tree, FixError> {
        let mut fixed = tree.clone();
        self.write_texts(tree, &mut fixed)?;
        for edit in &self.edits {
            if let Edit::Rename { source, to } = edit {
                rename(&mut fixed, source, to)?;
            }
        }
        Ok(fixed)
    }

    fn write_texts(&self, tree: &Tree, fixed: &mut Tree) -> Result<(), FixError> {
        // From the end of each file, so that the spans of earlier edits stay valid.
        let mut edits: Vec<&Edit> = self.edits.iter().collect();
        edits.sort_by(|a, b| b.cmp(a));
        let mut later: Option<(&SourceId, u32)> = None;
        for edit in edits {
            let Edit::Text {
                source,
                hash,
                span,
                text,
            } = edit
            else {
                continue;
            };
            is_as_read(tree, source, *hash)?;
            let later = later.replace((source, span.start));
            let overlaps = later.is_some_and(|(id, start)| id == source && span.end > start);
            if overlaps || !replace(fixed, source, *span, text) {
                return Err(FixError::Span(source.clone()));
            }
        }
        Ok(())
    }
}

fn is_as_read(tree: &Tree, id: &SourceId, hash: source::Hash) -> Result<(), FixError> {
    match tree.get(id) {
        Some(source) if source.hash == hash => Ok(()),
        _ => Err(FixError::Changed(id.clone())),
    }
}

/// Replaces bytes of a file; returns false if the file has no text or the span splits a character.
fn replace(tree: &mut Tree, id: &SourceId, span: Span, text: &str) -> bool {
    let Some(Content::Text(old)) = tree
        .get(id)
        .map(|source| &source.content)
    else {
        return false;
    };
    if old.get(span.range()).is_none() {
        return false;
    }
    let mut new = old.to_string();
    new.replace_range(span.range(), text);
    tree.insert(id.clone(), Source::new(id.clone(), Content::of(new)));
    true
}

fn rename(tree: &mut Tree, from: &SourceId, to: &SourceId) -> Result<(), FixError> {
    if tree.contains_key(to) {
        return Err(FixError::Taken(to.clone()));
    }
    let Some(source) = tree.remove(from) else {
        return Err(FixError::Changed(from.clone()));
    };
    tree.insert(to.clone(), Source::new(to.clone(), source.content));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        let sources = files
            .iter()
            .map(|(path, text)| Source::new(SourceId::new(path), Content::of(*text)));
        sources
            .map(|source| (source.id.clone(), source))
            .collect()
    }

    /// An edit of the file `a`, which holds `one two`.
    fn edit(span: std::ops::Range<usize>, text: &str) -> Edit {
        Edit::Text {
            source: SourceId::new("a"),
            hash: source::Hash::of(b"one two"),
            span: Span::new(span),
            text: Arc::from(text),
        }
    }

    fn fixed(edits: &[Edit], files: &[(&str, &str)]) -> Result<String, FixError> {
        let fix = Fix {
            edits: edits.to_vec(),
            certain: true,
        };
        let tree = fix.applied(&tree(files))?;
        let shown =
            |source: &Source| format!("{}={}", source.id, String::from_utf8_lossy(source.bytes()));
        Ok(tree
            .values()
            .map(shown)
            .collect::<Vec<_>>()
            .join(" "))
    }

    #[test]
    fn edits_of_one_file_are_made_together() {
        let edits = [edit(0..3, "1"), edit(4..4, "and "), edit(4..7, "2")];
        assert_eq!(fixed(&edits, &[("a", "one two")]), Ok("a=1 and 2".into()));
        let rename = Edit::Rename {
            source: SourceId::new("a"),
            to: SourceId::new("b"),
        };
        assert_eq!(
            fixed(std::slice::from_ref(&rename), &[("a", "x")]),
            Ok("b=x".into())
        );
        assert_eq!(
            fixed(&[rename], &[("a", "x"), ("b", "y")]),
            Err(FixError::Taken(SourceId::new("b")))
        );
    }

    #[test]
    fn an_edit_that_does_not_fit_is_refused() {
        let a = SourceId::new("a");
        for files in [&[][..], &[("a", "one two, changed")]] {
            let refused = fixed(&[edit(0..3, "1")], files);
            assert_eq!(refused, Err(FixError::Changed(a.clone())));
        }
        let overlapping = [edit(0..5, "1"), edit(4..7, "2")];
        for edits in [&overlapping[..], &[edit(4..9, "2")]] {
            let refused = fixed(edits, &[("a", "one two")]);
            assert_eq!(refused, Err(FixError::Span(a.clone())));
        }
    }
}
