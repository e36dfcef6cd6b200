//! Bursts: events that belong together, gathered on the leading edge. Events and time come from the
//! caller, so nothing here sleeps.

use std::collections::BTreeSet;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::time::{Duration, Instant};

use notify::Event;
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};

use crate::files;

/// How long a burst without a finished file may be quiet before it is over.
const QUIET: Duration = Duration::from_millis(5);

/// The longest burst; later events belong to the next one.
const LONGEST_BURST: Duration = Duration::from_millis(30);

/// How long it must be quiet after a burst for the next one to count as a separate save.
const CALM: Duration = Duration::from_millis(25);

/// The longest burst that closely follows another: a quarter of the time allowed for showing 500
/// files.
const LONGEST_STORM: Duration = Duration::from_millis(250);

/// Paths that changed together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::serve) struct Burst {
    /// Files and folders that are new, changed or removed.
    pub(in crate::serve) paths: BTreeSet<PathBuf>,
    /// Whether events were missed, so that everything must be scanned.
    pub(in crate::serve) rescan: bool,
}

/// What the system's watcher reports: an event, or that it missed some.
pub(super) type Heard = notify::Result<Event>;

/// Where further events come from.
pub(super) trait Incoming {
    /// Returns the time.
    fn now(&self) -> Instant;

    /// Waits for the next event; `None` if it does not come in time.
    fn next(&self, patience: Duration) -> Option<Heard>;
}

/// Gathers events into bursts.
pub(super) struct Gatherer {
    root: PathBuf,
    /// When the newest burst ended.
    previous: Option<Instant>,
}

impl Gatherer {
    pub(super) fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            previous: None,
        }
    }

    /// Gathers the burst that starts with `first`; `None` if nothing changed.
    ///
    /// A finished file ends the burst at once, so that a save is shown without delay. A burst that
    /// closely follows another, as during a Git checkout, waits until it is quiet.
    pub(super) fn gather(&mut self, first: Heard, incoming: &impl Incoming) -> Option<Burst> {
        let began = incoming.now();
        let is_storm = self
            .previous
            .is_some_and(|end| began.saturating_duration_since(end) < CALM);
        let longest = if is_storm {
            LONGEST_STORM
        } else {
            LONGEST_BURST
        };
        let mut burst = Burst::default();
        let mut is_finished = burst.take(first, &self.root);
        loop {
            while let Some(event) = incoming.next(Duration::ZERO) {
                is_finished |= burst.take(event, &self.root);
            }
            let is_long = incoming
                .now()
                .saturating_duration_since(began)
                > longest;
            if is_finished && !is_storm || is_long {
                break;
            }
            let Some(event) = incoming.next(QUIET) else {
                break;
            };
            is_finished |= burst.take(event, &self.root);
        }
        let is_empty = burst.paths.is_empty() && !burst.rescan;
        if is_empty {
            return None;
        }
        self.previous = Some(incoming.now());
        Some(burst)
    }
}

impl Burst {
    /// Adds an event, and returns whether it finishes a file. A removal does not, since many
    /// editors then put a new file in its place. Reading a file is not a change.
    fn take(&mut self, event: Heard, root: &Path) -> bool {
        let Ok(event) = event else {
            self.rescan = true;
            return true;
        };
        self.rescan |= event.need_rescan();
        let is_finished = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            EventKind::Access(_) => return false,
            EventKind::Modify(ModifyKind::Name(mode)) => {
                mode != RenameMode::From
                    && event
                        .paths
                        .last()
                        .is_some_and(|to| is_source(to, root))
            }
            _ => false,
        };
        let paths = event.paths.into_iter();
        self.paths
            .extend(paths.filter(|path| !files::is_probe(path)));
        is_finished
    }
}

/// Returns whether a path may be a source, rather than an editor's temporary copy.
fn is_source(path: &Path, root: &Path) -> bool {
    let inner = path
        .strip_prefix(root)
        .ok()
        .and_then(Path::to_str);
    inner.is_some_and(|inner| files::is_reachable(&inner.replace(MAIN_SEPARATOR, "/")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, Flag, RemoveKind};
    use std::cell::{Cell, RefCell};
    use std::collections::VecDeque;

    fn finishes(kind: EventKind, paths: &[&str]) -> bool {
        let root = Path::new("/web");
        let event = paths
            .iter()
            .fold(Event::new(kind), |event, path| {
                event.add_path(root.join(path))
            });
        Burst::default().take(Ok(event), root)
    }

    #[test]
    fn a_file_is_finished_when_it_is_closed_or_renamed_into_its_place() {
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        assert!(finishes(
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
            &["content/a.md"]
        ));
        assert!(finishes(
            renamed(RenameMode::Both),
            &["content/.a.md.tmp", "content/a.md"]
        ));
        assert!(!finishes(
            EventKind::Create(CreateKind::File),
            &["content/a.md"]
        ));
        assert!(!finishes(
            EventKind::Modify(ModifyKind::Data(DataChange::Any)),
            &["content/a.md"]
        ));
        assert!(!finishes(
            EventKind::Access(AccessKind::Open(AccessMode::Any)),
            &["content/a.md"]
        ));
    }

    #[test]
    fn a_file_that_an_editor_moves_aside_is_not_finished() {
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        assert!(!finishes(renamed(RenameMode::From), &["content/a.md"]));
        assert!(!finishes(renamed(RenameMode::To), &["content/a.md~"]));
        assert!(!finishes(
            renamed(RenameMode::Both),
            &["content/a.md", "content/a.md~"]
        ));
        assert!(!finishes(
            EventKind::Remove(RemoveKind::File),
            &["content/a.md"]
        ));
    }

    /// Events with the milliseconds at which they come, on a clock of their own.
    struct Script {
        start: Instant,
        passed: Cell<Duration>,
        events: RefCell<VecDeque<(u64, Heard)>>,
    }

    impl Script {
        fn new(events: impl IntoIterator<Item = (u64, Heard)>) -> Self {
            Self {
                start: Instant::now(),
                passed: Cell::default(),
                events: RefCell::new(events.into_iter().collect()),
            }
        }

        /// Gathers all events, and returns the number of paths in each burst.
        fn bursts(&self) -> Vec<usize> {
            let mut gatherer = Gatherer::new(Path::new("/web"));
            let mut bursts = Vec::new();
            while let Some(first) = self.next(Duration::from_secs(9)) {
                bursts.extend(
                    gatherer
                        .gather(first, self)
                        .map(|burst| burst.paths.len()),
                );
            }
            bursts
        }
    }

    impl Incoming for Script {
        fn now(&self) -> Instant {
            self.start + self.passed.get()
        }

        fn next(&self, patience: Duration) -> Option<Heard> {
            let mut events = self.events.borrow_mut();
            let due = events
                .front()
                .map(|(at, _)| Duration::from_millis(*at));
            let end = self.passed.get() + patience;
            self.passed.set(
                due.unwrap_or(end)
                    .clamp(self.passed.get(), end),
            );
            due.filter(|due| *due <= end)?;
            events
                .pop_front()
                .map(|(_, event)| event)
        }
    }

    /// A file is written and closed.
    fn saved(name: u64) -> Heard {
        let kind = EventKind::Access(AccessKind::Close(AccessMode::Write));
        Ok(Event::new(kind).add_path(PathBuf::from(format!("/web/content/{name}.md"))))
    }

    /// A file begins to be written.
    fn begun(name: u64) -> Heard {
        let kind = EventKind::Create(CreateKind::File);
        Ok(Event::new(kind).add_path(PathBuf::from(format!("/web/content/{name}.md"))))
    }

    #[test]
    fn a_save_ends_a_burst_at_once_with_all_earlier_events() {
        let script = Script::new(
            (0..9)
                .map(|name| (0, saved(name)))
                .chain([(1, saved(9))]),
        );
        let mut gatherer = Gatherer::new(Path::new("/web"));
        let first = script
            .next(Duration::ZERO)
            .expect("an event");
        let burst = gatherer
            .gather(first, &script)
            .expect("a burst");
        assert_eq!((burst.paths.len(), burst.rescan), (9, false));
        assert_eq!(script.passed.get(), Duration::ZERO, "without waiting");
    }

    #[test]
    fn saves_far_apart_are_bursts_of_their_own() {
        let script = Script::new((0..5).map(|name| (25 * name, saved(name))));
        assert_eq!(script.bursts(), [1, 1, 1, 1, 1]);
    }

    #[test]
    fn saves_that_follow_each_other_closely_are_joined_until_it_is_quiet() {
        let script = Script::new((0..50).map(|name| (3 * name, saved(name))));
        assert_eq!(script.bursts(), [1, 49], "the first is shown without delay");
        let pause = (0..50).map(|name| (3 * name + if name < 30 { 0 } else { 6 }, saved(name)));
        assert_eq!(Script::new(pause).bursts(), [1, 29, 20]);
    }

    #[test]
    fn a_storm_is_shown_in_parts() {
        let script = Script::new((0..500).map(|name| (name, saved(name))));
        assert_eq!(script.bursts(), [1, 252, 247]);
    }

    #[test]
    fn a_file_being_written_is_waited_for_but_not_forever() {
        let script = Script::new([(0, begun(0)), (4, begun(1)), (8, saved(0)), (9, saved(1))]);
        assert_eq!(script.bursts(), [2, 1]);
        let script = Script::new((0..50).map(|name| (4 * name, begun(name))));
        assert_eq!(script.bursts()[0], 9, "after 30 milliseconds");
    }

    #[test]
    fn missed_events_cause_a_rescan_and_reading_is_no_change() {
        let script = Script::new([]);
        let mut gatherer = Gatherer::new(Path::new("/web"));
        let failed = Err(notify::Error::generic("overflow"));
        let missed = Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan));
        for event in [failed, missed] {
            let burst = gatherer
                .gather(event, &script)
                .expect("a burst");
            assert!(burst.rescan && burst.paths.is_empty());
        }
        let kind = EventKind::Access(AccessKind::Open(AccessMode::Any));
        let read = Event::new(kind).add_path(PathBuf::from("/web/content/a.md"));
        assert_eq!(gatherer.gather(Ok(read), &script), None);
        let kind = EventKind::Create(CreateKind::File);
        let probe = Event::new(kind).add_path(PathBuf::from("/web/content/.pakt-probe-1"));
        assert_eq!(gatherer.gather(Ok(probe), &script), None);
    }
}
