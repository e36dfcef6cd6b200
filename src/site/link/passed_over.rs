//! Files that look like pages or data but are neither, because of their names: nothing of them is
//! published.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::Linker;
use crate::data;
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Place, nearest};
use crate::document;
use crate::layout;
use crate::route::Route;
use crate::source::{Content, Source, SourceId, files_below};

/// Other endings of Markdown; renamed, such a file is a page.
const MARKDOWN: &[&str] = &[
    "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtxt", "mdtext",
];

/// Endings of texts that are probably pages, and slips of the finger in `md`.
const TEXTS: &[&str] = &["txt", "text", "mdx", "rmd", "qmd", "mdd", "mmd", "dm", "nd"];

/// Endings of documents of other programs and notations.
const DOCUMENTS: &[&str] = &[
    "doc", "docx", "docm", "dot", "dotx", "odt", "ott", "fodt", "rtf", "pages", "wpd", "gdoc",
    "rst", "adoc", "asciidoc", "textile", "org", "html", "htm", "xhtml",
];

/// Endings of data in other formats. JSON is YAML, too.
const DATA: &[&str] = &[
    "json", "json5", "jsonc", "toml", "csv", "tsv", "xls", "xlsx", "ods", "xml", "txt",
];

/// The name that a file should have, and whether the file alone makes that clear.
enum Meant {
    Certainly(String),
    Probably(String),
    /// It needs more than another name.
    Other,
}

impl Linker<'_> {
    /// Reports files that look like pages or data but are neither. One to which a page links, even
    /// an unpublished one, is an attachment.
    pub(super) fn passed_over(&mut self, attachments: &BTreeMap<SourceId, Route>) {
        let of_pages: Vec<(&SourceId, Meant)> = self
            .pages
            .files
            .iter()
            .filter(|id| id.below(layout::STATIC).is_none() && !attachments.contains_key(*id))
            .filter_map(|id| Some((id, page_meant(id.file_name())?)))
            .collect();
        if !of_pages.is_empty() {
            let linked: FxHashSet<&SourceId> = self
                .pages
                .iter()
                .flat_map(|page| &page.entry.attachments)
                .map(|(source, _)| source)
                .collect();
            for (id, meant) in of_pages {
                // A misspelt link to it is dead, which says it all.
                let is_misspelt = || {
                    linked.iter().any(|target| {
                        document::parent(target.as_str()) == document::parent(id.as_str())
                            && !self.tree.contains_key(*target)
                            && nearest(target.file_name(), [id.file_name()]).is_some()
                    })
                };
                if !linked.contains(id) && !is_misspelt() {
                    self.pass_over(id, "page", meant);
                }
            }
        }
        for (path, source) in files_below(self.tree, layout::DATA) {
            if let Some(meant) = data_meant(path) {
                self.pass_over(&source.id, "data", meant);
            }
        }
    }

    fn pass_over(&mut self, id: &SourceId, kind: &str, meant: Meant) {
        let is_usable = |source: &Source| !matches!(source.content, Content::Unusable(_));
        if !self
            .tree
            .get(id)
            .is_some_and(is_usable)
        {
            // That has been reported.
            return;
        }
        let (name, is_certain) = match meant {
            Meant::Certainly(name) => (name, true),
            Meant::Probably(name) => (name, false),
            Meant::Other => (String::new(), false),
        };
        let finding = Diagnostic::new(Code::PassedOver, Place::file(id))
            .arg("kind", kind)
            .arg("near", &name);
        let folder = id
            .as_str()
            .strip_suffix(id.file_name())
            .unwrap_or_default();
        let to = SourceId::new(format!("{folder}{name}"));
        let is_free = !name.is_empty() && !self.tree.contains_key(&to);
        let rename = Edit::Rename {
            source: id.clone(),
            to,
        };
        self.found
            .push(match (is_free, is_certain) {
                (false, _) => finding,
                (true, true) => finding.fix(Fix::certain(rename)),
                (true, false) => finding.fix(Fix::likely(rename)),
            });
    }
}

/// Returns what a file in the content folder should be called, if it looks like a page.
fn page_meant(name: &str) -> Option<Meant> {
    let trimmed = trimmed(name);
    if trimmed != name && document::is_page_name(trimmed) {
        return Some(Meant::Certainly(trimmed.to_owned()));
    }
    let (stem, ending) = trimmed.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let is_page = document::is_page_name(stem);
    match &*ending {
        // It is a page, reported for its name.
        "txt" if stem.ends_with(".md") && trimmed == name => None,
        "txt" if is_page => Some(Meant::Certainly(stem.to_owned())),
        ending if MARKDOWN.contains(&ending) => Some(Meant::Certainly(format!("{stem}.md"))),
        ending if TEXTS.contains(&ending) => Some(Meant::Probably(format!("{stem}.md"))),
        ending if DOCUMENTS.contains(&ending) => Some(Meant::Other),
        _ => None,
    }
}

/// Returns what a file in the data folder should be called, if it looks like data.
fn data_meant(path: &str) -> Option<Meant> {
    let name = document::last_part(path);
    if data::is_file_name(name) {
        return None;
    }
    let lower = trimmed(name).to_ascii_lowercase();
    let lower = lower
        .strip_suffix(".txt")
        .unwrap_or(&lower);
    if data::is_file_name(lower) {
        let (_, ending) = lower.rsplit_once('.')?;
        let end = lower.len() - ending.len();
        return Some(Meant::Certainly(format!("{}{ending}", name.get(..end)?)));
    }
    let (stem, ending) = lower.rsplit_once('.')?;
    match ending {
        "json" => Some(Meant::Probably(format!("{}.yaml", name.get(..stem.len())?))),
        ending if DATA.contains(&ending) => Some(Meant::Other),
        _ => None,
    }
}

/// Returns a name without what Windows hides or drops at its end.
fn trimmed(name: &str) -> &str {
    name.trim_end_matches(|c: char| c == '.' || c.is_whitespace())
}
