//! What each command does.

use std::path::PathBuf;
use std::time::Instant;

use clap::{ArgMatches, Command, ValueEnum};
use clap_complete::Shell;
use serde_json::{Value, json};

use super::{Environment, Exit, arguments, flag, manual, result, shown, text};
use crate::check;
use crate::config::{self, Config, LanguageId, TaxonomyId};
use crate::data;
use crate::diagnostic::{Code, Diagnostic, Tolerance, sorted};
use crate::files;
use crate::finding::{self, Told};
use crate::language::{Argument, Day};
use crate::layout;
use crate::project::{Change, Project, Snapshot};
use crate::render::Renderer;
use crate::report::{Reporter, number};
use crate::route::LinkStyle;
use crate::scaffold::{self, ScaffoldError};
use crate::schema::{self, SiteNames, Subject};
use crate::site::{Mode, PageId, Recipe, Site};
use crate::source::{Source, SourceId};
use crate::write::{self, Destination, Outcome};

/// Runs the command that was given.
pub(super) fn run(
    matches: &ArgMatches,
    command: &mut Command,
    environment: &Environment,
    reporter: &Reporter,
) -> Exit {
    let call = |matches| Call {
        matches,
        environment,
        reporter,
    };
    match matches.subcommand() {
        Some(("init", matches)) => call(matches).init(),
        Some(("new", matches)) => call(matches).new_page(),
        Some(("build", matches)) => call(matches).build(),
        Some(("serve", matches)) => call(matches).serve(flag(matches, arguments::OPEN)),
        Some(("check", matches)) => call(matches).check(),
        Some(("routes", matches)) => call(matches).routes(),
        Some(("explain", matches)) => call(matches).explain(),
        Some(("schema", matches)) => call(matches).schema(),
        Some(("completions", matches)) => completions(matches, command, reporter),
        Some(("man", _)) => {
            command.build();
            result(reporter, &manual::manual(command, reporter))
        }
        _ => call(matches).nothing(command),
    }
}

/// One call of a command.
pub(super) struct Call<'a> {
    pub(super) matches: &'a ArgMatches,
    pub(super) environment: &'a Environment,
    pub(super) reporter: &'a Reporter,
}

/// A site that has been read.
pub(super) struct Opened {
    pub(super) root: PathBuf,
    pub(super) project: Project,
    pub(super) snapshot: Snapshot,
}

impl Call<'_> {
    /// Without a command: in a site's folder live mode, elsewhere what pakt is and how to begin.
    fn nothing(&self, command: &mut Command) -> Exit {
        if self.root().is_some() {
            return self.serve(true);
        }
        let exit = result(self.reporter, &command.render_help().to_string());
        self.reporter.note("start-init", &[]);
        exit
    }

    fn init(&self) -> Exit {
        let folder = self
            .environment
            .path(text(self.matches, arguments::DIR).unwrap_or_default());
        match scaffold::init(&folder) {
            Ok(files) => {
                self.reporter.note(
                    "init-done",
                    &[
                        ("folder", Argument::Text(&shown(&folder))),
                        ("count", number(files.len())),
                    ],
                );
                Exit::Done
            }
            Err(error) => self.refused(&error),
        }
    }

    fn new_page(&self) -> Exit {
        let Some(root) = self.root() else {
            return self.no_site();
        };
        let page = text(self.matches, arguments::PAGE).unwrap_or_default();
        match scaffold::new_page(&root, page, &settings(&root), self.reporter.words()) {
            Ok(path) => {
                let exit = result(self.reporter, &format!("{}\n", shown(&path)));
                self.reporter.note("new-done", &[]);
                exit
            }
            Err(error) => self.refused(&error),
        }
    }

    fn refused(&self, error: &ScaffoldError) -> Exit {
        match error {
            ScaffoldError::Exists(path) => self
                .reporter
                .failure("scaffold-exists", &[("path", Argument::Text(&shown(path)))]),
            ScaffoldError::Path(path) => self
                .reporter
                .failure("scaffold-path", &[("path", Argument::Text(path))]),
            ScaffoldError::Io(path, cause) => {
                self.reporter.failure(
                    "scaffold-io",
                    &[
                        ("path", Argument::Text(&shown(path))),
                        ("cause", Argument::Text(&cause.to_string())),
                    ],
                );
            }
        }
        Exit::Usage
    }

    fn build(&self) -> Exit {
        let began = Instant::now();
        let Opened {
            root,
            project,
            snapshot,
        } = match self.open() {
            Ok(opened) => opened,
            Err(exit) => return exit,
        };
        let site = snapshot.renderer.site();
        let output = match text(self.matches, arguments::OUTPUT) {
            Some(output) => self.environment.path(output),
            None => root.join(layout::OUTPUT),
        };
        let destination = Destination {
            root: &root,
            output: &output,
            adopt: flag(self.matches, arguments::ADOPT),
        };
        let bar = self.reporter.progress(site.routes.len());
        let tick = || bar.inc(1);
        let is_fine = |found: &[Diagnostic]| !self.fails(found);
        let (outcome, mut found) = if is_fine(&snapshot.diagnostics) {
            write::build(&snapshot.renderer, destination, is_fine, tick)
        } else {
            (Outcome::Refused, self.check_all(&snapshot, tick))
        };
        bar.finish_and_clear();
        found = sorted(
            found
                .into_iter()
                .chain(snapshot.diagnostics.iter().cloned())
                .collect(),
        );
        if let Outcome::Failed(failure) = &outcome {
            found.push((**failure).clone());
        }
        self.reporter
            .findings(&found, &|source| project.text(source));
        match outcome {
            Outcome::Written(summary) => {
                self.built(site, &summary, began);
                Exit::Done
            }
            Outcome::Refused => {
                self.reporter.note(
                    "build-refused",
                    &[("folder", Argument::Text(&shown(&output)))],
                );
                Exit::Site
            }
            Outcome::Failed(_) => Exit::Usage,
        }
    }

    /// Tells what a build did, and when the site will change by itself.
    fn built(&self, site: &Site, summary: &write::Summary, began: Instant) {
        let pages = site
            .routes
            .iter()
            .filter(|(route, recipe)| {
                route.as_str().ends_with(".html") && !matches!(recipe, Recipe::Redirect(_))
            })
            .count();
        let seconds = format!("{:.1}", began.elapsed().as_secs_f64());
        let seconds = if self.reporter.language().tag() == "cs" {
            seconds.replace('.', ",")
        } else {
            seconds
        };
        let counts = [
            ("pages", number(pages)),
            ("written", number(summary.written)),
            ("unchanged", number(summary.unchanged)),
            ("removed", number(summary.removed)),
            ("seconds", Argument::Text(&seconds)),
        ];
        self.reporter.note("build-done", &counts);
        if summary.foreign > 0 {
            self.reporter
                .note("build-foreign", &[("count", number(summary.foreign))]);
        }
        if let Some(day) = site.next_change {
            self.reporter.note(
                "build-next-change",
                &[(
                    "day",
                    Argument::Text(&day.long(self.reporter.language().tag())),
                )],
            );
        }
    }

    fn check(&self) -> Exit {
        let Opened {
            project, snapshot, ..
        } = match self.open() {
            Ok(opened) => opened,
            Err(exit) => return exit,
        };
        let bar = self
            .reporter
            .progress(snapshot.renderer.site().routes.len());
        let mut found = self.check_all(&snapshot, || bar.inc(1));
        bar.finish_and_clear();
        found = sorted(found.into_iter().chain(snapshot.diagnostics).collect());
        let text_of = |source: &SourceId| project.text(source);
        let mut exit = if self.fails(&found) {
            Exit::Site
        } else {
            Exit::Done
        };
        if text(self.matches, arguments::FORMAT) == Some("json") {
            let list: Vec<Told> = found
                .iter()
                .map(|found| finding::told(found, self.reporter.words(), &text_of))
                .collect();
            exit = exit.max(result(self.reporter, &format!("{:#}\n", json!(list))));
        } else {
            self.reporter.findings(&found, &text_of);
            if found.is_empty() {
                self.reporter.note("check-clean", &[]);
            }
        }
        exit
    }

    /// Renders every route for its findings, telling `tick` after each.
    fn check_all(&self, snapshot: &Snapshot, tick: impl Fn() + Sync) -> Vec<Diagnostic> {
        let go_on = || {
            tick();
            true
        };
        check::check(&snapshot.renderer, go_on).unwrap_or_default()
    }

    fn routes(&self) -> Exit {
        let Opened {
            project, snapshot, ..
        } = match self.open() {
            Ok(opened) => opened,
            Err(exit) => return exit,
        };
        let site = snapshot.renderer.site();
        let rows = site.routes.iter().map(|(route, recipe)| {
            let source = source_of(recipe, &snapshot.renderer);
            let is_verified = source
                .as_deref()
                .and_then(|source| site.page_of(source))
                .and_then(|page| site.is_verified(page));
            (route.as_str(), describe(recipe, site), source, is_verified)
        });
        let list = if text(self.matches, arguments::FORMAT) == Some("json") {
            let row = |(route, recipe, source, is_verified)| json!({ "route": route, "recipe": recipe, "source": source, "verified": is_verified });
            format!("{:#}\n", Value::from(rows.map(row).collect::<Vec<Value>>()))
        } else {
            rows.map(|(route, recipe, source, is_verified)| {
                let mark = if is_verified == Some(false) {
                    "\tunverified"
                } else {
                    ""
                };
                format!("{route}\t{recipe}\t{}{mark}\n", source.unwrap_or_default())
            })
            .collect()
        };
        let exit = result(self.reporter, &list);
        let errors: Vec<Diagnostic> = snapshot
            .diagnostics
            .into_iter()
            .filter(Diagnostic::is_error)
            .collect();
        self.reporter
            .findings(&errors, &|source| project.text(source));
        if errors.is_empty() {
            exit
        } else {
            exit.max(Exit::Site)
        }
    }

    fn explain(&self) -> Exit {
        let wanted = text(self.matches, arguments::CODE)
            .unwrap_or_default()
            .to_uppercase();
        let Some(code) = Code::ALL.iter().find(|code| code.id() == wanted) else {
            self.reporter
                .failure("explain-unknown", &[("code", Argument::Text(&wanted))]);
            return Exit::Usage;
        };
        let part = |part: &str| {
            self.reporter
                .words()
                .get(&format!("{}.{part}", code.id()), &[])
                .unwrap_or_default()
        };
        let explanation = part("explain");
        result(
            self.reporter,
            &format!(
                "{} – {}\n\n{}\n",
                code.id(),
                part("label"),
                explanation.trim_end()
            ),
        )
    }

    fn schema(&self) -> Exit {
        let config = self.root().map(|root| settings(&root));
        let names = config.as_ref().map(site_names).unwrap_or_default();
        let wanted = text(self.matches, arguments::SUBJECT);
        let subject = Subject::all()
            .into_iter()
            .find(|subject| Some(&*subject.name()) == wanted)
            .unwrap_or(Subject::Front);
        result(
            self.reporter,
            &schema::schema(subject, &names, self.reporter.words()),
        )
    }

    /// Finds, reads and links the site.
    fn open(&self) -> Result<Opened, Exit> {
        let links = if flag(self.matches, arguments::PORTABLE) {
            LinkStyle::File
        } else {
            LinkStyle::Folder
        };
        self.open_in(Mode {
            drafts: flag(self.matches, arguments::DRAFTS),
            links,
            ..Mode::default()
        })
    }

    pub(super) fn open_in(&self, mode: Mode) -> Result<Opened, Exit> {
        let Some(root) = self.root() else {
            return Err(self.no_site());
        };
        let sources = files::scan(&root);
        let timezone = sources
            .iter()
            .find(|source| source.id.as_str() == layout::SETTINGS)
            .map(|source| config::parse(source).0.timezone);
        let today = self.today(&timezone.unwrap_or_default())?;
        let mut project = Project::new(mode, today);
        self.reporter.detail(
            "open-done",
            &[
                ("count", number(sources.len())),
                ("folder", Argument::Text(&shown(&root))),
            ],
        );
        let snapshot = project.apply(sources.into_iter().map(Change::Present).collect());
        Ok(Opened {
            root,
            project,
            snapshot,
        })
    }

    /// The day: `--at`, else `SOURCE_DATE_EPOCH`, else the clock's in the site's time zone.
    fn today(&self, timezone: &str) -> Result<Day, Exit> {
        let wrong = |key: &str, value: &str| {
            self.reporter
                .failure(key, &[("value", Argument::Text(value))]);
            Exit::Usage
        };
        if let Some(at) = text(self.matches, arguments::AT) {
            return Day::parse(at).ok_or_else(|| wrong("at-wrong", at));
        }
        let day = match &self.environment.source_date_epoch {
            Some(epoch) => epoch
                .parse()
                .ok()
                .and_then(|seconds| Day::at(seconds, timezone))
                .ok_or_else(|| wrong("epoch-wrong", epoch))?,
            None => Day::now(timezone).ok_or_else(|| wrong("clock-wrong", timezone))?,
        };
        Ok(day)
    }

    fn root(&self) -> Option<PathBuf> {
        match text(self.matches, arguments::ROOT) {
            Some(root) => Some(self.environment.path(root))
                .filter(|root| files::is_there(&root.join(layout::SETTINGS))),
            None => files::find_site(&self.environment.folder),
        }
    }

    fn no_site(&self) -> Exit {
        let environment = self.environment;
        match text(self.matches, arguments::ROOT) {
            Some(root) => self.reporter.failure(
                "no-site-here",
                &[("folder", Argument::Text(&shown(&environment.path(root))))],
            ),
            None => self.reporter.failure(
                "no-site",
                &[("folder", Argument::Text(&shown(&environment.folder)))],
            ),
        }
        Exit::Usage
    }

    /// Returns whether findings keep the site from being published.
    fn fails(&self, found: &[Diagnostic]) -> bool {
        let tolerance = if flag(self.matches, arguments::STRICT) {
            Tolerance::Nothing
        } else {
            Tolerance::Warnings
        };
        tolerance.refuses(found)
    }
}

fn completions(matches: &ArgMatches, command: &mut Command, reporter: &Reporter) -> Exit {
    let Some(shell) =
        text(matches, arguments::SHELL).and_then(|name| Shell::from_str(name, true).ok())
    else {
        return Exit::Usage;
    };
    let mut bytes = Vec::new();
    clap_complete::generate(shell, command, "pakt", &mut bytes);
    result(reporter, &String::from_utf8_lossy(&bytes))
}

fn settings(root: &std::path::Path) -> Config {
    files::read_one(root, &SourceId::new(layout::SETTINGS))
        .map_or_else(Config::empty, |source: Source| config::parse(&source).0)
}

fn site_names(config: &Config) -> SiteNames {
    let taxonomies = config.taxonomies.iter();
    let languages = config.languages.iter();
    SiteNames {
        taxonomies: taxonomies.map(|known| known.key.to_string()).collect(),
        languages: languages.map(|known| known.code.to_string()).collect(),
    }
}

/// Writes a recipe in one word and what distinguishes it.
fn describe(recipe: &Recipe, site: &Site) -> String {
    let code = |language: LanguageId| &site.config().languages[language].code;
    let key = |taxonomy: TaxonomyId| &site.config().taxonomies[taxonomy].key;
    match recipe {
        Recipe::Page(_) => "page".to_owned(),
        Recipe::Section { folder, language } if folder.is_empty() => {
            format!("home {}", code(*language))
        }
        Recipe::Section { folder, language } => format!("section {} {folder}", code(*language)),
        Recipe::Taxonomy { taxonomy, language } => {
            format!("taxonomy {} {}", code(*language), key(*taxonomy))
        }
        Recipe::Term(id) => format!(
            "term {} {}/{}",
            code(id.language),
            key(id.taxonomy),
            id.slug
        ),
        Recipe::Feed { folder, language } => format!("feed {} {folder}", code(*language))
            .trim_end()
            .to_owned(),
        Recipe::SearchPage { language } => format!("search {}", code(*language)),
        Recipe::Search { language, part } => {
            format!("search-index {} {}", code(*language), part.describe())
        }
        Recipe::Statement => "accessibility-statement".to_owned(),
        Recipe::Sitemap => "sitemap".to_owned(),
        Recipe::SitemapPart(part) => format!("sitemap {part}"),
        Recipe::Robots => "robots".to_owned(),
        Recipe::Redirect(to) => format!("redirect {to}"),
        Recipe::Asset(_) => "asset".to_owned(),
        Recipe::ThemeAsset(theme, name) => format!("theme-asset {theme} {name}"),
        Recipe::ThemeStatic(theme, name) => format!("theme-static {theme} {name}"),
        Recipe::NotFound => "not-found".to_owned(),
    }
}

/// Returns the source that a recipe shows, if there is one.
fn source_of(recipe: &Recipe, renderer: &Renderer) -> Option<String> {
    let site = renderer.site();
    let of_page = |page: Option<PageId>| page.map(|page| site.pages[page].entry.source.to_string());
    match recipe {
        Recipe::Page(source) | Recipe::Asset(source) => Some(source.to_string()),
        Recipe::Section { folder, language } => of_page(site.section(folder, *language)?.index),
        Recipe::Taxonomy { taxonomy, language } => of_page(
            site.section(&site.config().taxonomies[*taxonomy].key, *language)?
                .index,
        ),
        Recipe::Term(id) => of_page(site.term(id)?.page),
        Recipe::ThemeAsset(theme, name) => Some(
            site.inputs
                .themes
                .get(&**theme)?
                .assets
                .get(&**name)?
                .source
                .to_string(),
        ),
        Recipe::ThemeStatic(theme, name) => Some(
            site.inputs
                .themes
                .get(&**theme)?
                .statics
                .get(&**name)?
                .id
                .to_string(),
        ),
        Recipe::Statement => Some(data::file(renderer.tree(), data::STATEMENT)?.id.to_string()),
        Recipe::Feed { .. } | Recipe::Robots | Recipe::Redirect(_) | Recipe::NotFound => None,
        Recipe::Sitemap
        | Recipe::SitemapPart(_)
        | Recipe::SearchPage { .. }
        | Recipe::Search { .. } => None,
    }
}
