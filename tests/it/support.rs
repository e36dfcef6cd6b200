//! Shared by tests: sites built in memory from a few files, rendered and inspected.

use std::collections::BTreeMap;

use pakt::diagnostic::{Code, Diagnostic};
use pakt::language::{Day, ToolLanguage};
use pakt::project::{Change, Project, Snapshot};
use pakt::render::Artifact;
use pakt::report::{Color, Reporter, Verbosity};
use pakt::site::{Mode, Recipe};
use pakt::source::{Content, Source, SourceId};

/// The day on which the tests run.
pub fn today() -> Day {
    Day::parse("2026-11-22").expect("a day")
}

/// A source that pakt reads.
pub fn file(path: &str, text: impl AsRef<[u8]>) -> Source {
    Source::new(SourceId::new(path), Content::of(text.as_ref()))
}

/// A site in memory.
pub struct TestSite {
    pub project: Project,
    pub snapshot: Snapshot,
}

impl TestSite {
    /// Builds a site of `(path, text)` pairs, adding a `site.yaml` and a home page if missing.
    pub fn new(files: &[(&str, &str)]) -> Self {
        Self::with_mode(files, Mode::default())
    }

    /// Builds a site in a mode.
    pub fn with_mode(files: &[(&str, &str)], mode: Mode) -> Self {
        let mut all: BTreeMap<&str, &str> = BTreeMap::from([
            (
                "site.yaml",
                "title: Web\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n",
            ),
            ("content/_index.md", "---\ntitle: Domů\n---\n"),
        ]);
        all.extend(files.iter().copied());
        Self::of_sources(
            all.into_iter()
                .map(|(path, text)| file(path, text))
                .collect(),
            mode,
        )
    }

    /// Builds a site of sources without additions.
    pub fn of_sources(sources: Vec<Source>, mode: Mode) -> Self {
        let mut project = Project::new(mode, today());
        let snapshot = project.apply(
            sources
                .into_iter()
                .map(Change::Present)
                .collect(),
        );
        Self { project, snapshot }
    }

    /// Applies changes.
    pub fn apply(&mut self, changes: Vec<Change>) {
        self.snapshot = self.project.apply(changes);
    }

    /// Every finding of reading, linking and rendering, in order.
    pub fn findings(&self) -> Vec<Diagnostic> {
        self.rendered().1
    }

    /// The codes of all findings.
    pub fn codes(&self) -> Vec<Code> {
        self.findings()
            .iter()
            .map(|finding| finding.code)
            .collect()
    }

    /// All findings drawn as the terminal shows them, in a language.
    pub fn drawn(&self, language: ToolLanguage) -> String {
        self.draw(&self.findings(), language)
    }

    /// Some findings drawn as the terminal shows them, in a language.
    pub fn draw(&self, found: &[Diagnostic], language: ToolLanguage) -> String {
        let reporter = Reporter::new(language, Verbosity::Usual, Color::Never, true);
        let text_of = |source: &SourceId| self.project.text(source);
        found
            .iter()
            .map(|finding| reporter.draw(finding, &text_of) + "\n\n")
            .collect()
    }

    /// The routes with their recipes, one per line.
    pub fn routes(&self) -> String {
        self.snapshot
            .renderer
            .site()
            .routes
            .iter()
            .map(|(route, recipe)| format!("{route} {recipe:?}\n"))
            .collect()
    }

    /// The routes alone, without those of the theme and of the search.
    pub fn paths(&self) -> Vec<String> {
        let of_search =
            |recipe: &Recipe| matches!(recipe, Recipe::SearchPage { .. } | Recipe::Search { .. });
        let routes = self
            .snapshot
            .renderer
            .site()
            .routes
            .iter()
            .filter(|(_, recipe)| !of_search(recipe));
        let routes = routes.map(|(route, _)| route.to_string());
        routes
            .filter(|route| !route.starts_with("assets/") && route != "favicon.svg")
            .collect()
    }

    /// The text of a route's artifact.
    pub fn text(&self, path: &str) -> String {
        let site = self.snapshot.renderer.site();
        let (route, _) = site
            .routes
            .iter()
            .find(|(route, _)| route.as_str() == path)
            .unwrap_or_else(|| panic!("no route {path}:\n{}", self.routes()));
        match self.snapshot.renderer.render(route) {
            (Some(Artifact::Bytes(bytes)), _) => String::from_utf8(bytes).expect("text"),
            (Some(Artifact::File(source)), _) => format!("file {source}"),
            (None, found) => panic!("{path} cannot be rendered: {found:?}"),
        }
    }

    /// The contents of a page's `<main>`; the whole page under a minimal theme without it.
    pub fn main(&self, path: &str) -> String {
        let text = self.text(path);
        let start = text
            .find("<main")
            .and_then(|at| Some(at + text[at..].find('>')? + 1))
            .unwrap_or_default();
        text[start
            ..text
                .find("</main>")
                .unwrap_or(text.len())]
            .trim()
            .to_owned()
    }

    /// Every artifact by its route.
    pub fn artifacts(&self) -> BTreeMap<String, Vec<u8>> {
        self.rendered().0
    }

    /// Every artifact by its route, and the findings of all, in order.
    pub fn rendered(&self) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
        let renderer = &self.snapshot.renderer;
        let mut found = self.snapshot.diagnostics.clone();
        let mut artifacts = BTreeMap::new();
        for (route, _) in &renderer.site().routes {
            let (artifact, findings) = renderer.render(route);
            let bytes = match artifact {
                Some(Artifact::Bytes(bytes)) => bytes,
                Some(Artifact::File(source)) => source.as_str().as_bytes().to_vec(),
                None => b"nothing".to_vec(),
            };
            artifacts.insert(route.to_string(), bytes);
            found.extend(findings);
        }
        let of_others = pakt::check::check_unrouted(renderer, || true);
        found.extend(of_others.unwrap_or_default());
        found.extend(renderer.unused_excuses());
        found.sort();
        found.dedup();
        (artifacts, found)
    }
}
