//! Our own site as built by the program, in different environments.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::html::main_of;

/// The files and folders of the site.
const PARTS: [&str; 4] = ["site.yaml", "content", "data", "themes"];

/// The environments that must produce the same bytes.
pub const ENVIRONMENTS: [[(&str, &str); 3]; 2] = [
    [
        ("TZ", "Pacific/Kiritimati"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("RAYON_NUM_THREADS", "3"),
    ],
    [
        ("TZ", "America/Adak"),
        ("LC_ALL", "C"),
        ("RAYON_NUM_THREADS", "1"),
    ],
];

/// A route as printed by `pakt routes`.
#[derive(Clone, Debug, Deserialize)]
pub struct Route {
    pub route: String,
    pub recipe: String,
    pub source: Option<String>,
}

/// A copy of the site and its build.
pub struct Built {
    folder: tempfile::TempDir,
    pub routes: Vec<Route>,
}

impl Built {
    /// The site as it is.
    pub fn own() -> &'static Self {
        static OWN: OnceLock<Built> = OnceLock::new();
        OWN.get_or_init(|| Self::of(|settings| settings))
    }

    /// The site with made-up names of its operator.
    pub fn filled() -> &'static Self {
        static FILLED: OnceLock<Built> = OnceLock::new();
        FILLED.get_or_init(|| Self::of(filled))
    }

    fn of(change: impl Fn(String) -> String) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for part in PARTS {
            copy(&repository().join(part), &folder.path().join(part));
        }
        let settings = folder.path().join("site.yaml");
        let text = fs::read_to_string(&settings).expect("settings");
        fs::write(settings, change(text)).expect("settings are written");
        let mut built = Self {
            folder,
            routes: Vec::new(),
        };
        built.build("public", ENVIRONMENTS[0]);
        let routes = built.pakt(&["routes", "--format", "json"], ENVIRONMENTS[0]);
        built.routes = serde_json::from_str(&routes).expect("routes");
        built
    }

    /// Builds the site into a folder beside it.
    pub fn build(&self, output: &str, environment: [(&str, &str); 3]) {
        let output = self
            .folder
            .path()
            .join(output)
            .display()
            .to_string();
        self.pakt(&["build", "--output", &output], environment);
    }

    /// Runs the program on the site, on the day of its last review.
    pub fn pakt(&self, args: &[&str], environment: [(&str, &str); 3]) -> String {
        let ended = Command::new(env!("CARGO_BIN_EXE_pakt"))
            .args(args)
            .args(["--lang", "en", "--at", &day_of_review()])
            .current_dir(self.folder.path())
            .envs(environment)
            .output()
            .expect("pakt runs");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success(), "pakt {args:?}\n{said}");
        String::from_utf8(ended.stdout).expect("text")
    }

    /// The bytes of all files in an output folder, by their paths.
    pub fn files(&self, output: &str) -> BTreeMap<String, Vec<u8>> {
        let folder = self.folder.path().join(output);
        let files = files_of(&folder)
            .into_iter()
            .map(|path| {
                let bytes = fs::read(&path).expect("a file");
                (below(&folder, &path), bytes)
            });
        files.collect()
    }

    /// The text of a route.
    pub fn text(&self, route: &str) -> String {
        let path = self
            .folder
            .path()
            .join("public")
            .join(route);
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{route}: {error}"))
    }

    /// The pages for people, by address: empty for the home page, others end with a slash.
    pub fn pages(&self) -> BTreeMap<String, String> {
        let routes = self
            .routes
            .iter()
            .filter(|route| !route.recipe.starts_with("redirect"));
        let page = |route: &Route| {
            let address = route
                .route
                .strip_suffix("index.html")?;
            Some((address.to_owned(), self.text(&route.route)))
        };
        routes.filter_map(page).collect()
    }

    /// The main parts of the pages made from sources below a folder of `content/`, by the sources.
    pub fn mains(&self, below: &str) -> BTreeMap<String, String> {
        let page = |route: &Route| {
            let source = route
                .source
                .as_ref()?
                .strip_prefix("content/")?;
            let is_page = route.route.ends_with("index.html");
            let is_wanted = is_page && source.starts_with(below) && source.ends_with(".md");
            is_wanted.then(|| {
                (
                    source.to_owned(),
                    main_of(&self.text(&route.route)).to_owned(),
                )
            })
        };
        self.routes
            .iter()
            .filter_map(page)
            .collect()
    }
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A YAML file of the repository.
pub fn yaml<T: serde::de::DeserializeOwned>(path: &str) -> T {
    let text = fs::read_to_string(repository().join(path)).expect(path);
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The day of the last review of the accessibility statement, which would be overdue a year later.
fn day_of_review() -> String {
    let statement: serde_json::Value = yaml("data/accessibility.yaml");
    statement["revize"]
        .as_str()
        .expect("a day")
        .to_owned()
}

/// Fills in the empty settings that an operator must provide.
fn filled(settings: String) -> String {
    let values = [
        ("operator", "Zkušební provozovatel"),
        ("email", "web@pakt.test"),
        ("accessibility_contact", "pristupnost@pakt.test"),
    ];
    values
        .iter()
        .fold(settings, |settings, (key, value)| {
            settings.replace(
                &format!("\n  {key}: \"\""),
                &format!("\n  {key}: \"{value}\""),
            )
        })
}

/// Every file below a folder, or the file itself.
fn files_of(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let entries = fs::read_dir(path).expect("a folder");
    entries
        .flat_map(|entry| files_of(&entry.expect("an entry").path()))
        .collect()
}

fn below(folder: &Path, path: &Path) -> String {
    let path = path
        .strip_prefix(folder)
        .expect("a path below");
    path.to_string_lossy()
        .replace('\\', "/")
}

fn copy(from: &Path, to: &Path) {
    for file in files_of(from) {
        let target = to.join(
            file.strip_prefix(from)
                .expect("a path below"),
        );
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder is made");
        fs::copy(
            file,
            target
                .components()
                .collect::<PathBuf>(),
        )
        .expect("a file is copied");
    }
}
