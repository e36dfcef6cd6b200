//! What the server shows: the newest snapshot, what was good before it, and what the background check found.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use tokio::sync::broadcast;

use super::{Options, Task, send};
use crate::diagnostic::{Diagnostic, sorted};
use crate::files;
use crate::language::{Words, tool_words};
use crate::project::Snapshot;
use crate::render::Artifact;
use crate::route::{INDEX, Route};
use crate::site::{Mode, NOT_FOUND, Recipe};
use crate::source::{Hash, SourceId};

/// The most bytes of good pages that are kept for the time when they are not.
const MOST_GOOD_BYTES: usize = 48 << 20;

/// How many messages a slow browser may miss before it is told to look anew.
const MESSAGES: usize = 64;

/// A snapshot with its number.
pub(super) struct Numbered {
    pub(super) version: u64,
    pub(super) snapshot: Snapshot,
}

/// What browsers are told.
#[derive(Clone, Debug)]
pub(super) enum Message {
    Change { version: u64, follow: Option<String> },
    Checked { version: u64 },
}

/// An answer to a browser.
pub(super) enum Answer {
    /// A page or file from memory.
    Bytes { status: u16, bytes: Vec<u8>, path: String, is_html: bool },
    /// A file of the site as it is.
    File(PathBuf),
    /// The address with the slash that it lacks.
    Redirect(String),
}

/// A page as it is shown.
pub(super) struct Shown {
    pub(super) status: u16,
    pub(super) bytes: Vec<u8>,
    pub(super) found: Vec<Diagnostic>,
    pub(super) route: Option<Route>,
}

/// What all connections share.
pub(super) struct Live {
    pub(super) options: Options,
    pub(super) words: Words,
    /// Distinguishes this run of the server from the next.
    pub(super) session: String,
    current: RwLock<Arc<Numbered>>,
    /// The newest snapshot that the background check found without errors.
    clean: RwLock<Option<Arc<Numbered>>>,
    good: Mutex<Good>,
    elsewhere: Mutex<(u64, Arc<Vec<Diagnostic>>)>,
    changed: (Mutex<u64>, Condvar),
    messages: broadcast::Sender<Message>,
    tasks: Mutex<Sender<Task>>,
}

/// The last good bytes of pages that were looked at, the oldest forgotten first.
#[derive(Default)]
struct Good {
    pages: FxHashMap<Route, Vec<u8>>,
    order: VecDeque<Route>,
    bytes: usize,
}

impl Live {
    pub(super) fn new(options: Options, snapshot: Snapshot, tasks: Sender<Task>) -> Self {
        let started = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_nanos());
        Self {
            words: tool_words(options.language),
            session: format!("{started:x}-{:x}", std::process::id()),
            options,
            current: RwLock::new(Arc::new(Numbered { version: 1, snapshot })),
            clean: RwLock::new(None),
            good: Mutex::new(Good::default()),
            elsewhere: Mutex::new((0, Arc::new(Vec::new()))),
            changed: (Mutex::new(1), Condvar::new()),
            messages: broadcast::channel(MESSAGES).0,
            tasks: Mutex::new(tasks),
        }
    }

    pub(super) fn snapshot(&self) -> Arc<Numbered> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn version(&self) -> u64 {
        self.current.read().unwrap_or_else(PoisonError::into_inner).version
    }

    pub(super) fn mode(&self) -> Mode {
        self.snapshot().snapshot.renderer.site().inputs.mode
    }

    pub(super) fn subscribe(&self) -> broadcast::Receiver<Message> {
        self.messages.subscribe()
    }

    pub(super) fn set_drafts(&self, drafts: bool) {
        send(&locked(&self.tasks), Task::Drafts(drafts));
    }

    /// Waits until the version is another one.
    pub(super) fn wait_for_other_than(&self, known: u64) -> u64 {
        let (version, condition) = &self.changed;
        let version = condition.wait_while(locked(version), |version| *version == known).unwrap_or_else(PoisonError::into_inner);
        *version
    }

    /// Puts a new snapshot in place and tells the browsers.
    pub(super) fn replace(&self, snapshot: Snapshot, sources: &[SourceId]) {
        let version = self.version() + 1;
        let follow = if self.options.follow { followed(&snapshot, sources) } else { None };
        let old = {
            let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *current, Arc::new(Numbered { version, snapshot }))
        };
        *locked(&self.changed.0) = version;
        self.changed.1.notify_all();
        self.tell(Message::Change { version, follow });
        // Last, since giving up a large site takes a moment.
        drop(old);
    }

    /// Takes what the background check found and tells how many errors and warnings there are.
    pub(super) fn checked(&self, version: u64, numbered: &Arc<Numbered>, found: Vec<Diagnostic>) -> (usize, usize) {
        let found = sorted(found.into_iter().chain(numbered.snapshot.diagnostics.iter().cloned()).collect());
        let errors = found.iter().filter(|finding| finding.is_error()).count();
        let warnings = found.len() - errors;
        if errors == 0 {
            *self.clean.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(numbered));
        }
        *locked(&self.elsewhere) = (version, Arc::new(found));
        self.tell(Message::Checked { version });
        (errors, warnings)
    }

    /// Returns what the newest finished check found, and whether it is of this version.
    pub(super) fn elsewhere(&self, version: u64) -> (bool, Arc<Vec<Diagnostic>>) {
        let (checked, found) = &*locked(&self.elsewhere);
        (*checked == version, Arc::clone(found))
    }

    /// Answers a request for a path.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let numbered = self.snapshot();
        let snapshot = &numbered.snapshot;
        let site = snapshot.renderer.site();
        let route = Route::from_request(path);
        if let Some(route) = &route {
            match site.recipe(route) {
                Some(_) if route.as_str().ends_with(".html") => {}
                Some(_) => return self.file(snapshot, route),
                None => {
                    let folder = Route::new(&format!("{route}/{INDEX}")).ok();
                    if folder.is_some_and(|folder| site.recipe(&folder).is_some()) {
                        return Answer::Redirect(format!("{}/", path.split(['?', '#']).next().unwrap_or(path)));
                    }
                }
            }
        }
        let shown = self.show(&numbered, route);
        Answer::Bytes { status: shown.status, bytes: shown.bytes, path: "page.html".to_owned(), is_html: true }
    }

    /// Answers with what is no page: from memory, or as it lies on the disk.
    fn file(&self, snapshot: &Snapshot, route: &Route) -> Answer {
        match snapshot.renderer.render(route).0 {
            Some(Artifact::Bytes(bytes)) => Answer::Bytes { status: 200, bytes, path: route.to_string(), is_html: false },
            Some(Artifact::File(source)) => match files::path_of(&self.options.root, &source) {
                Ok(path) => Answer::File(path),
                Err(_) => Answer::Bytes { status: 404, bytes: Vec::new(), path: route.to_string(), is_html: false },
            },
            None => Answer::Bytes { status: 500, bytes: Vec::new(), path: route.to_string(), is_html: false },
        }
    }

    /// Shows a page: as it is if nothing is wrong with it, else as it last was good, else nothing.
    pub(super) fn show(&self, numbered: &Arc<Numbered>, route: Option<Route>) -> Shown {
        let snapshot = &numbered.snapshot;
        let site = snapshot.renderer.site();
        let Some(route) = route.filter(|route| site.recipe(route).is_some()) else { return not_found(snapshot) };
        let (artifact, mut found) = snapshot.renderer.render(&route);
        let source = page_source(snapshot, &route);
        // A document that is held back shows its last good version, in which nothing is wrong.
        let is_held = source.as_ref().is_some_and(|source| snapshot.held.contains(source));
        let is_good = !found.iter().any(Diagnostic::is_error);
        let own = snapshot.diagnostics.iter().filter(|finding| is_about(finding, source.as_ref()));
        found.extend(own.cloned());
        let found = sorted(found);
        let bytes = match artifact {
            Some(Artifact::Bytes(bytes)) if is_good && (is_held || !found.iter().any(Diagnostic::is_error)) => {
                locked(&self.good).keep(&route, &bytes);
                return Shown { status: 200, bytes, found, route: Some(route) };
            }
            _ => self.last_good(&route),
        };
        match bytes {
            Some(bytes) => Shown { status: 200, bytes, found, route: Some(route) },
            None => Shown { status: 500, bytes: self.panel_alone(snapshot, &found), found, route: Some(route) },
        }
    }

    fn last_good(&self, route: &Route) -> Option<Vec<u8>> {
        if let Some(bytes) = locked(&self.good).pages.get(route) {
            return Some(bytes.clone());
        }
        let clean = self.clean.read().unwrap_or_else(PoisonError::into_inner).clone()?;
        match clean.snapshot.renderer.render(route) {
            (Some(Artifact::Bytes(bytes)), found) if !found.iter().any(Diagnostic::is_error) => Some(bytes),
            _ => None,
        }
    }

    fn tell(&self, message: Message) {
        // Nobody may be listening.
        let _ = self.messages.send(message);
    }
}

impl Good {
    fn keep(&mut self, route: &Route, bytes: &[u8]) {
        self.bytes += bytes.len();
        match self.pages.insert(route.clone(), bytes.to_vec()) {
            Some(old) => self.bytes -= old.len(),
            None => self.order.push_back(route.clone()),
        }
        while self.bytes > MOST_GOOD_BYTES {
            let Some(oldest) = self.order.pop_front() else { return };
            self.bytes -= self.pages.remove(&oldest).map_or(0, |old| old.len());
        }
    }
}

/// Returns the tag by which a browser knows whether it has these bytes.
pub(super) fn etag(bytes: &[u8]) -> String {
    format!("\"{}\"", &Hash::of(bytes).hex()[..32])
}

/// Returns the document that a route shows.
pub(super) fn page_source(snapshot: &Snapshot, route: &Route) -> Option<SourceId> {
    let site = snapshot.renderer.site();
    let index = |page: Option<usize>| page.map(|page| site.pages[page].entry.source.clone());
    match site.recipe(route)? {
        Recipe::Page(source) => Some(source.clone()),
        Recipe::Section { folder, language } => index(site.section(folder, *language)?.index),
        Recipe::Taxonomy { taxonomy, language } => index(site.section(&site.config().taxonomies[*taxonomy].key, *language)?.index),
        Recipe::Term(id) => index(site.term(id)?.page),
        _ => None,
    }
}

/// Tells whether a finding is about a document.
pub(super) fn is_about(finding: &Diagnostic, source: Option<&SourceId>) -> bool {
    let places = finding.place.iter().chain(&finding.related);
    source.is_some_and(|source| places.into_iter().any(|place| place.source == *source))
}

/// Returns the address of the page that was saved, if it was one.
fn followed(snapshot: &Snapshot, sources: &[SourceId]) -> Option<String> {
    let site = snapshot.renderer.site();
    let page = sources.iter().find_map(|source| site.page_of(source.as_str()))?;
    let page = &site.pages[page];
    page.published.then(|| format!("/{}", page.route.link(crate::route::LinkStyle::Folder)))
}

fn not_found(snapshot: &Snapshot) -> Shown {
    let bytes = match Route::new(NOT_FOUND).ok().map(|route| snapshot.renderer.render(&route)) {
        Some((Some(Artifact::Bytes(bytes)), _)) => bytes,
        _ => b"<!doctype html><html><head><title>404</title></head><body><main><h1>404</h1></main></body></html>".to_vec(),
    };
    Shown { status: 404, bytes, found: Vec::new(), route: None }
}

/// Locks, also after a thread has panicked: what is guarded is replaced whole and never half.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
