//! Every diagnostic, triggered by real input and shown as users see it: place, message, hint and
//! corrected text.

mod addresses;
mod ahead;
mod files;
mod fixes;
mod front;
mod inline;
mod lines;
mod links;
mod losses;
mod messages;
mod nowhere;
mod output;
mod passed_over;
mod right;
mod robustness;
mod security;
mod settings;
mod severities;
mod text;
mod themes;
mod together;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pakt::diagnostic::{Code, Diagnostic};
use pakt::language::ToolLanguage;
use pakt::site::Mode;
use pakt::source::Source;
use pakt::write::{self, Destination, Outcome};

use crate::support::TestSite;

/// Makes the input that triggers a code.
type Trigger = fn() -> Case;

/// The triggers of all groups.
const TRIGGERS: &[&[(Code, Trigger)]] = &[
    files::TRIGGERS,
    front::TRIGGERS,
    addresses::TRIGGERS,
    links::TRIGGERS,
    text::TRIGGERS,
    losses::TRIGGERS,
    inline::TRIGGERS,
    lines::TRIGGERS,
    settings::TRIGGERS,
    themes::TRIGGERS,
    output::TRIGGERS,
    passed_over::TRIGGERS,
    severities::TRIGGERS,
];

/// Settings without findings.
const SETTINGS: &str =
    "title: Web\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n";

#[test]
fn every_code_has_an_input_that_triggers_it() {
    let triggers: BTreeMap<Code, Trigger> = TRIGGERS
        .iter()
        .copied()
        .flatten()
        .copied()
        .collect();
    for code in Code::ALL {
        let Some(trigger) = triggers.get(code) else {
            panic!("no test triggers {} ({code:?})", code.id())
        };
        let case = trigger();
        let Some(finding) = case
            .found
            .iter()
            .find(|finding| finding.code == *code)
        else {
            panic!("no {code:?} in:\n{}", case.czech())
        };
        messages::check_values(finding);
    }
}

/// A bad input and its findings.
struct Case {
    site: TestSite,
    found: Vec<Diagnostic>,
    /// A folder that differs on every run, and so is not shown.
    folder: Option<PathBuf>,
}

impl Case {
    /// Reads, links and renders a site in memory; settings and a home page are added where they are
    /// missing.
    fn of(files: &[(&str, &str)]) -> Self {
        Self::of_site(TestSite::new(files))
    }

    /// Reads, links and renders sources without additions.
    fn of_sources(sources: Vec<Source>) -> Self {
        Self::of_site(TestSite::of_sources(sources, Mode::default()))
    }

    fn of_site(site: TestSite) -> Self {
        Self {
            found: site.findings(),
            site,
            folder: None,
        }
    }

    /// Returns the values of all arguments of all findings, in order.
    fn arguments(&self) -> Vec<&str> {
        let findings = self.found.iter();
        let arguments = findings.flat_map(|finding| &finding.args);
        arguments
            .map(|(_, value)| &**value)
            .collect()
    }

    fn czech(&self) -> String {
        self.drawn(ToolLanguage::Cs)
    }

    fn english(&self) -> String {
        self.drawn(ToolLanguage::En)
    }

    fn drawn(&self, language: ToolLanguage) -> String {
        let drawn = self.site.draw(&self.found, language);
        match &self.folder {
            Some(folder) => drawn.replace(&folder.display().to_string(), "[SLOŽKA]"),
            None => drawn,
        }
    }

    /// Writes the site to `public` beside it, and adds the finding if that fails.
    fn publish(&mut self, folder: &Folder) {
        self.publish_to(folder, "public");
    }

    fn publish_to(&mut self, folder: &Folder, output: &str) {
        let output = folder.path(output);
        let destination = folder.destination(&output);
        let is_fine = |found: &[Diagnostic]| !found.iter().any(Diagnostic::is_error);
        let (outcome, found) =
            write::build(&self.site.snapshot.renderer, destination, is_fine, || {});
        self.found.extend(found);
        if let Outcome::Failed(failure) = outcome {
            self.found.push(*failure);
        }
        self.folder = Some(folder.root().to_owned());
    }
}

/// A site in a folder on the disk.
struct Folder(tempfile::TempDir);

#[expect(
    clippy::disallowed_methods,
    reason = "tests make the folders that `files` is to read"
)]
impl Folder {
    fn empty() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// Makes a site with settings and a home page.
    fn site() -> Self {
        let folder = Self::empty();
        folder.write("site.yaml", SETTINGS);
        folder.write("content/_index.md", "---\ntitle: Domů\n---\n");
        folder
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, content).expect("a file is written");
    }

    /// Writes a sparse file of `length` bytes.
    fn write_sparse(&self, path: &str, length: u64) {
        fs::File::create(self.path(path))
            .and_then(|file| file.set_len(length))
            .expect("a file is written");
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file is removed");
    }

    /// The destination of a build.
    fn destination<'a>(&'a self, output: &'a Path) -> Destination<'a> {
        Destination {
            root: self.root(),
            output,
            adopt: false,
        }
    }

    /// Corrupts the manifest.
    fn corrupt_manifest(&self) {
        for entry in fs::read_dir(self.path(".pakt")).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path
                .extension()
                .is_some_and(|extension| extension == "manifest")
            {
                fs::write(path, "něco jiného").expect("a file is written");
            }
        }
    }

    /// Reads, links and renders what is in the folder.
    fn case(&self) -> Case {
        Case::of_sources(pakt::files::scan(self.root()))
    }

    /// Every file below the folder, with its bytes and modification time.
    fn listing(&self, below: &str) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.path(below)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path.clone());
                }
                let name = path
                    .strip_prefix(self.root())
                    .expect("a path below")
                    .to_string_lossy()
                    .into_owned();
                let modified = fs::symlink_metadata(&path)
                    .and_then(|metadata| metadata.modified())
                    .expect("a time stamp");
                found.insert(name, (fs::read(&path).unwrap_or_default(), modified));
            }
        }
        found
    }
}
