//! Judges faults: builds the site with each, and looks for a finding or a changed byte.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use crate::constructs::{self, Place};
use crate::draw::Fault;
use pakt::diagnostic::Diagnostic;
use pakt::files;
use pakt::language::Day;
use pakt::project::{Change, Project, Snapshot};
use pakt::render::Artifact;
use pakt::site::{Mode, Recipe};
use pakt::source::{Content, Hash, Source, SourceId, line_and_column};

/// What became of a fault.
pub(crate) enum Verdict {
    /// A finding is at its line, or at the line that opens its construct.
    Found,
    /// Nothing that is published differs.
    SameOutput,
    /// There are findings, but none of them there.
    Elsewhere(String),
    /// Something differs and nothing is said.
    Silent,
}

/// Our own site.
pub(crate) struct Judge {
    project: Project,
    clean: Snapshot,
    published: BTreeMap<String, Option<Hash>>,
    pages: Vec<Source>,
}

impl Judge {
    pub(crate) fn new() -> Self {
        let sources = files::scan(Path::new(env!("CARGO_MANIFEST_DIR")));
        let is_page = |source: &&Source| {
            source.id.below("content").is_some() && source.id.as_str().ends_with(".md")
        };
        let pages: Vec<Source> = sources
            .iter()
            .filter(is_page)
            .cloned()
            .collect();
        let today = Day::parse("2026-12-01").expect("a day");
        let mut project = Project::new(Mode::default(), today);
        let clean = project.apply(
            sources
                .into_iter()
                .map(Change::Present)
                .collect(),
        );
        Self {
            published: rendered(&clean).0,
            project,
            clean,
            pages,
        }
    }

    /// Returns what is found in the site as it is, but for who operates it.
    pub(crate) fn findings_of_the_clean_site(&self) -> Vec<String> {
        let found = self.clean.diagnostics.iter().cloned();
        let found = found.chain(rendered(&self.clean).1);
        found
            .filter(|finding| finding.code.id() != "P0603")
            .map(|finding| format!("{finding:?}"))
            .collect()
    }

    /// Returns the places of markup and keys in all pages, by construct.
    pub(crate) fn places(&self) -> Vec<Vec<Place>> {
        let texts = self
            .pages
            .iter()
            .map(|page| (page.id.as_str(), text_of(page)));
        constructs::places(texts)
    }

    pub(crate) fn verdict(&mut self, fault: &Fault<'_>) -> Verdict {
        let page = self
            .pages
            .iter()
            .find(|page| page.id.as_str() == fault.place.file)
            .expect("a page")
            .clone();
        let text = fault.apply(text_of(&page));
        let faulty = Source::new(SourceId::new(&fault.place.file), Content::of(&*text));
        let snapshot = self
            .project
            .apply(vec![Change::Present(faulty)]);
        let verdict = self.compare(&snapshot, fault, &text);
        self.project
            .apply(vec![Change::Present(page)]);
        verdict
    }

    fn compare(&self, snapshot: &Snapshot, fault: &Fault<'_>, text: &str) -> Verdict {
        let (published, of_rendering) = rendered(snapshot);
        let found: Vec<Diagnostic> = snapshot
            .diagnostics
            .iter()
            .chain(&of_rendering)
            .filter(|finding| {
                !self
                    .clean
                    .diagnostics
                    .contains(finding)
            })
            .cloned()
            .collect();
        if found
            .iter()
            .any(|finding| is_there(finding, fault, text))
        {
            return Verdict::Found;
        }
        let first = found.first();
        match first {
            Some(first) => Verdict::Elsewhere(drawn(first, text)),
            None if published == self.published => Verdict::SameOutput,
            None => Verdict::Silent,
        }
    }
}

fn drawn(finding: &Diagnostic, text: &str) -> String {
    let place = finding.place.as_ref();
    let line = place
        .and_then(|place| place.span)
        .map(|span| line_of(text, span.range().start));
    format!(
        "{} {} line {line:?}",
        finding.code.id(),
        place.map_or("", |place| place.source.as_str())
    )
}

/// Returns whether a finding is in the fault's file, at its line or the one that opens its
/// construct. A sign that changed places with a line break is on the next line.
fn is_there(finding: &Diagnostic, fault: &Fault<'_>, text: &str) -> bool {
    let place = fault.place;
    let last = place.line + usize::from(fault.moves_line_break(text));
    let own = finding.place.iter();
    own.chain(&finding.related)
        .filter(|found| found.source.as_str() == place.file)
        .filter_map(|found| found.span)
        .any(|span| {
            let lines = line_of(text, span.range().start)..=line_of(text, span.range().end);
            let is_at_fault = *lines.start() <= last && place.line <= *lines.end();
            is_at_fault || *lines.start() == place.opened
        })
}

fn line_of(text: &str, at: usize) -> usize {
    line_and_column(text, at).0
}

/// Renders all routes but the search's index: the hash of each, and the findings.
fn rendered(snapshot: &Snapshot) -> (BTreeMap<String, Option<Hash>>, Vec<Diagnostic>) {
    let renderer = &snapshot.renderer;
    let routes = renderer
        .site()
        .routes
        .par_iter()
        .filter(|(_, recipe)| !matches!(recipe, Recipe::Search { .. }));
    let rendered: Vec<_> = routes
        .map(|(route, _)| {
            let (artifact, found) = renderer.render(route);
            (
                route.to_string(),
                artifact.map(|artifact| hash_of(&artifact)),
                found,
            )
        })
        .collect();
    let mut published = BTreeMap::new();
    let mut findings = Vec::new();
    for (route, hash, found) in rendered {
        published.insert(route, hash);
        findings.extend(found);
    }
    (published, findings)
}

fn hash_of(artifact: &Artifact) -> Hash {
    match artifact {
        Artifact::Bytes(bytes) => Hash::of(bytes),
        Artifact::File(source) => Hash::of(source.as_str().as_bytes()),
    }
}

fn text_of(page: &Source) -> &str {
    std::str::from_utf8(page.bytes()).expect("UTF-8")
}
