//! What the server shows: the newest snapshot, what was good before it, and what the background
//! check found.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::{Notify, broadcast};

use super::failure::{Failure, Failures, Panic, Step};
use super::good::Good;
use super::worker::Task;
use super::{Event, Options};
use crate::diagnostic::{Diagnostic, sorted};
use crate::language::{Messages, tool_messages};
use crate::payload::Payload;
use crate::project::Snapshot;
use crate::render::Artifact;
use crate::route::{INDEX, Route};
use crate::site::{Mode, NOT_FOUND, PageId, Recipe};
use crate::source::{Hash, SourceId};

/// How many messages a slow browser may miss before it is told to look anew.
const MESSAGES: usize = 64;

/// A snapshot with its number.
pub(super) struct Numbered {
    pub(super) version: u64,
    pub(super) snapshot: Snapshot,
    /// Whether it comes from a project that was read anew after a panic.
    pub(super) is_anew: bool,
}

/// What browsers are told.
#[derive(Clone, Debug)]
pub(super) enum Message {
    Change {
        version: u64,
        follow: Option<String>,
    },
    Checked {
        version: u64,
    },
    Failed,
}

/// An answer to a browser.
pub(super) enum Answer {
    /// A page or file from memory.
    Bytes {
        status: u16,
        bytes: Vec<u8>,
        path: String,
        is_html: bool,
    },
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
    pub(super) words: Messages,
    /// Distinguishes this run of the server from the next.
    pub(super) session: String,
    current: RwLock<Arc<Numbered>>,
    /// The newest snapshot that the background check found without errors.
    clean: RwLock<Option<Arc<Numbered>>>,
    good: Mutex<Good>,
    elsewhere: Mutex<(u64, Arc<Vec<Diagnostic>>)>,
    failures: Mutex<Failures>,
    /// Told when live mode fell.
    pub(super) fall: Notify,
    pulse: (Mutex<Pulse>, Condvar),
    messages: broadcast::Sender<Message>,
    /// The number of messages so far.
    told_so_far: AtomicU64,
    /// None once live mode ends.
    tasks: Mutex<Option<Sender<Task>>>,
    told: Box<dyn Fn(Event) + Send + Sync>,
}

/// What threads wait for.
struct Pulse {
    version: u64,
    is_over: bool,
}

impl Live {
    pub(super) fn new(
        options: Options,
        session: String,
        snapshot: Snapshot,
        tasks: Sender<Task>,
        told: Box<dyn Fn(Event) + Send + Sync>,
    ) -> Self {
        Self {
            words: tool_messages(options.language),
            session,
            options,
            current: RwLock::new(Arc::new(Numbered {
                version: 1,
                snapshot,
                is_anew: false,
            })),
            clean: RwLock::new(None),
            good: Mutex::new(Good::default()),
            elsewhere: Mutex::new((0, Arc::new(Vec::new()))),
            failures: Mutex::new(Failures::default()),
            fall: Notify::new(),
            pulse: (
                Mutex::new(Pulse {
                    version: 1,
                    is_over: false,
                }),
                Condvar::new(),
            ),
            messages: broadcast::channel(MESSAGES).0,
            told_so_far: AtomicU64::new(0),
            tasks: Mutex::new(Some(tasks)),
            told,
        }
    }

    pub(super) fn snapshot(&self) -> Arc<Numbered> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn version(&self) -> u64 {
        self.current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .version
    }

    pub(super) fn mode(&self) -> Mode {
        self.snapshot().snapshot.renderer.site().inputs.mode
    }

    /// Returns how much has been told so far: who knows the state of an earlier moment has missed
    /// something.
    pub(super) fn moment(&self) -> u64 {
        self.told_so_far.load(Ordering::SeqCst)
    }

    pub(super) fn subscribe(&self) -> broadcast::Receiver<Message> {
        self.messages.subscribe()
    }

    pub(super) fn set_drafts(&self, drafts: bool) {
        self.ask(Task::Drafts(drafts));
    }

    /// Waits until the version is another one; none: live mode ends.
    pub(super) fn wait_for_other_than(&self, known: u64) -> Option<u64> {
        let (pulse, condition) = &self.pulse;
        let is_same = |pulse: &mut Pulse| pulse.version == known && !pulse.is_over;
        let pulse = condition
            .wait_while(locked(pulse), is_same)
            .unwrap_or_else(PoisonError::into_inner);
        (!pulse.is_over).then_some(pulse.version)
    }

    /// Waits for a time and returns whether the version is still the same.
    pub(super) fn stays(&self, version: u64, time: Duration) -> bool {
        let (pulse, condition) = &self.pulse;
        let is_same = |pulse: &mut Pulse| pulse.version == version && !pulse.is_over;
        condition
            .wait_timeout_while(locked(pulse), time, is_same)
            .unwrap_or_else(PoisonError::into_inner)
            .1
            .timed_out()
    }

    /// Puts the snapshot of a change in place and tells the browsers.
    pub(super) fn replace(&self, snapshot: Snapshot, sources: &[SourceId]) {
        let follow = if self.options.follow {
            followed(&snapshot, sources)
        } else {
            None
        };
        locked(&self.failures).changed();
        self.put(
            Numbered {
                version: self.version() + 1,
                snapshot,
                is_anew: false,
            },
            follow,
        );
    }

    /// Puts the snapshot of a site that was read anew in place.
    pub(super) fn renew(&self, snapshot: Snapshot) {
        self.put(
            Numbered {
                version: self.version() + 1,
                snapshot,
                is_anew: true,
            },
            None,
        );
    }

    fn put(&self, numbered: Numbered, follow: Option<String>) {
        let version = numbered.version;
        let new = Arc::new(numbered);
        let old = std::mem::replace(
            &mut *self.current.write().unwrap_or_else(PoisonError::into_inner),
            new,
        );
        locked(&self.pulse.0).version = version;
        self.pulse.1.notify_all();
        self.tell(Message::Change { version, follow });
        // Last, since giving up a large site takes a moment.
        drop(old);
    }

    /// Takes what the background check found and tells how many errors and warnings there are.
    pub(super) fn checked(&self, numbered: &Arc<Numbered>, found: Vec<Diagnostic>) {
        let found = sorted(
            found
                .into_iter()
                .chain(numbered.snapshot.diagnostics.iter().cloned())
                .collect(),
        );
        let errors = found.iter().filter(|finding| finding.is_error()).count();
        let warnings = found.len() - errors;
        if errors == 0 {
            *self.clean.write().unwrap_or_else(PoisonError::into_inner) =
                Some(Arc::clone(numbered));
        }
        let version = numbered.version;
        *locked(&self.elsewhere) = (version, Arc::new(found));
        locked(&self.failures).checked();
        self.tell(Message::Checked { version });
        self.event(Event::Checked { errors, warnings });
    }

    /// Returns what the newest finished check found, and whether it is of this version.
    pub(super) fn elsewhere(&self, version: u64) -> (bool, Arc<Vec<Diagnostic>>) {
        let (checked, found) = &*locked(&self.elsewhere);
        (*checked == version, Arc::clone(found))
    }

    /// Answers a request for a path.
    pub(super) fn answer(&self, path: &str) -> Answer {
        self.step(|| Step::Answer(path.to_owned()));
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
                        return Answer::Redirect(format!(
                            "{}/",
                            path.split(['?', '#']).next().unwrap_or(path)
                        ));
                    }
                }
            }
        }
        let shown = self.show(&numbered, route);
        Answer::Bytes {
            status: shown.status,
            bytes: shown.bytes,
            path: "page.html".to_owned(),
            is_html: true,
        }
    }

    /// Answers with what is no page: from memory, or as it lies on the disk.
    fn file(&self, snapshot: &Snapshot, route: &Route) -> Answer {
        let artifact = snapshot.renderer.render(route).0;
        let payload = artifact.map(|artifact| Payload::of(artifact, &self.options.root));
        let (status, bytes) = match payload {
            Some(Ok(Payload::File { path, .. })) => return Answer::File(path),
            Some(Ok(Payload::Bytes(bytes))) => (200, bytes),
            Some(Err(_)) => (404, Vec::new()),
            None => (500, Vec::new()),
        };
        Answer::Bytes {
            status,
            bytes,
            path: route.to_string(),
            is_html: false,
        }
    }

    /// Shows a page: as it is if nothing is wrong with it, else as it last was good, else nothing.
    pub(super) fn show(&self, numbered: &Arc<Numbered>, route: Option<Route>) -> Shown {
        let snapshot = &numbered.snapshot;
        let site = snapshot.renderer.site();
        let Some(route) = route.filter(|route| site.recipe(route).is_some()) else {
            return not_found(snapshot);
        };
        let (artifact, mut found) = snapshot.renderer.render(&route);
        let source = page_source(snapshot, &route);
        // A document that is held back shows its last good version, in which nothing is wrong.
        let is_held = source
            .as_ref()
            .is_some_and(|source| snapshot.held.contains(source));
        let is_good = !found.iter().any(Diagnostic::is_error);
        let own = snapshot
            .diagnostics
            .iter()
            .filter(|finding| is_about(finding, source.as_ref()));
        found.extend(own.cloned());
        let found = sorted(found);
        let bytes = match artifact {
            Some(Artifact::Bytes(bytes))
                if is_good && (is_held || !found.iter().any(Diagnostic::is_error)) =>
            {
                locked(&self.good).keep(&route, &bytes);
                return Shown {
                    status: 200,
                    bytes,
                    found,
                    route: Some(route),
                };
            }
            _ => self.last_good(&route),
        };
        match bytes {
            Some(bytes) => Shown {
                status: 200,
                bytes,
                found,
                route: Some(route),
            },
            None => Shown {
                status: 500,
                bytes: self.panel_alone(snapshot, &found),
                found,
                route: Some(route),
            },
        }
    }

    fn last_good(&self, route: &Route) -> Option<Vec<u8>> {
        if let Some(bytes) = locked(&self.good).get(route) {
            return Some(bytes.to_vec());
        }
        let clean = self
            .clean
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()?;
        match clean.snapshot.renderer.render(route) {
            (Some(Artifact::Bytes(bytes)), found) if !found.iter().any(Diagnostic::is_error) => {
                Some(bytes)
            }
            _ => None,
        }
    }

    fn tell(&self, message: Message) {
        self.told_so_far.fetch_add(1, Ordering::SeqCst);
        // Nobody may be listening.
        let _ = self.messages.send(message);
    }

    /// Asks the worker; without one live mode is ending.
    fn ask(&self, task: Task) {
        let _ = locked(&self.tasks).as_ref().map(|tasks| tasks.send(task));
    }

    /// Tells what happens.
    pub(super) fn event(&self, event: Event) {
        (self.told)(event);
    }
}

/// What panics.
impl Live {
    /// Tells that a step is being made.
    pub(super) fn step(&self, step: impl FnOnce() -> Step) {
        if let Some(on_step) = self.options.on_step {
            on_step(&step());
        }
    }

    /// Describes a panic.
    pub(super) fn failure(&self, step: Step, panic: &Panic) -> Failure {
        Failure {
            step,
            cause: self.options.panics.cause(panic),
        }
    }

    /// Tells of a step that panicked.
    pub(super) fn failed(&self, failure: Failure) {
        let is_news = locked(&self.failures).add(failure.clone());
        if is_news {
            self.tell(Message::Failed);
            self.event(Event::Failed(failure));
        }
    }

    /// Tells of a step that panicked on a snapshot, which may be to blame: the site is to be read
    /// anew.
    pub(super) fn doubted(&self, step: Step, panic: &Panic, version: u64) {
        self.failed(self.failure(step, panic));
        self.ask(Task::Anew(version));
    }

    /// Ends live mode, since nothing is left to go on with.
    pub(super) fn fall(&self, failure: Failure) {
        locked(&self.failures).add(failure);
        self.tell(Message::Failed);
        self.fall.notify_one();
    }

    /// Returns why live mode fell, if it did.
    pub(super) fn fallen(&self) -> Option<Failure> {
        locked(&self.failures)
            .all()
            .find(|failure| failure.step.is_vital())
            .cloned()
    }

    /// Lets the other threads end.
    pub(super) fn end(&self) {
        locked(&self.tasks).take();
        locked(&self.pulse.0).is_over = true;
        self.pulse.1.notify_all();
    }

    /// Returns the failures that the panel shows.
    pub(super) fn failures(&self) -> Vec<Failure> {
        locked(&self.failures).all().cloned().collect()
    }
}

/// Returns the tag by which a browser knows whether it has these bytes.
pub(super) fn etag(bytes: &[u8]) -> String {
    format!("\"{}\"", &Hash::of(bytes).hex()[..32])
}

/// Returns the document that a route shows.
pub(super) fn page_source(snapshot: &Snapshot, route: &Route) -> Option<SourceId> {
    let site = snapshot.renderer.site();
    let index = |page: Option<PageId>| page.map(|page| site.pages[page].entry.source.clone());
    match site.recipe(route)? {
        Recipe::Page(source) => Some(source.clone()),
        Recipe::Section { folder, language } => index(site.section(folder, *language)?.index),
        Recipe::Taxonomy { taxonomy, language } => index(
            site.section(&site.config().taxonomies[*taxonomy].key, *language)?
                .index,
        ),
        Recipe::Term(id) => index(site.term(id)?.page),
        _ => None,
    }
}

/// Returns whether a finding is about a document.
pub(super) fn is_about(finding: &Diagnostic, source: Option<&SourceId>) -> bool {
    let places = finding.place.iter().chain(&finding.related);
    source.is_some_and(|source| places.into_iter().any(|place| place.source == *source))
}

/// Returns the address of the page that was saved, if it was one.
fn followed(snapshot: &Snapshot, sources: &[SourceId]) -> Option<String> {
    let site = snapshot.renderer.site();
    let page = sources
        .iter()
        .find_map(|source| site.page_of(source.as_str()))?;
    let page = &site.pages[page];
    page.published
        .then(|| format!("/{}", page.route.link(crate::route::LinkStyle::Folder)))
}

fn not_found(snapshot: &Snapshot) -> Shown {
    let bytes = match Route::new(NOT_FOUND).ok().map(|route| snapshot.renderer.render(&route)) {
        Some((Some(Artifact::Bytes(bytes)), _)) => bytes,
        _ => b"<!doctype html><html><head><title>404</title></head><body><main><h1>404</h1></main></body></html>".to_vec(),
    };
    Shown {
        status: 404,
        bytes,
        found: Vec::new(),
        route: None,
    }
}

/// Locks, also after a thread has panicked: what is guarded is replaced whole and never half.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
