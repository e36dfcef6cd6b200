//! Tests of the worker, with tasks and events of their own; no files are watched.

use super::*;
use crate::serve::tests::{Stage, day, write};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::Receiver;

/// How long a step may take on a loaded machine before a test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// A burst of these paths.
fn burst(root: &Path, paths: &[&str]) -> Task {
    let paths: BTreeSet<_> = paths
        .iter()
        .map(|path| root.join(path))
        .collect();
    let burst = Burst {
        paths,
        rescan: false,
    };
    Task::Burst(burst, Instant::now())
}

/// The sources of each reported change.
fn changes(events: &Receiver<Event>) -> Vec<Vec<String>> {
    let sources = |event| match event {
        Event::Changed { sources, .. } => Some(
            sources
                .iter()
                .map(|source| source.to_string())
                .collect(),
        ),
        _ => None,
    };
    events
        .try_iter()
        .filter_map(sources)
        .collect()
}

#[test]
fn queued_bursts_are_one_change() {
    let Stage {
        folder: _folder,
        project,
        live,
        tasks,
        events,
    } = Stage::new(&[]);
    let root = live.options.root.clone();
    for name in ["c", "a", "b"] {
        write(&root, &format!("content/{name}.md"), "---\ntitle: A\n---\n");
        live.tasks
            .send(burst(&root, &[&format!("content/{name}.md")]));
    }
    live.tasks.send(Task::Drafts(false));
    live.tasks.close();
    Worker::new(project, &live).run(&tasks);
    assert_eq!(live.version(), 2, "all of them are linked once");
    assert!(!live.mode().drafts, "the switch is applied too");
    assert_eq!(
        changes(&events),
        [["content/a.md", "content/b.md", "content/c.md"]]
    );
}

#[test]
fn an_unchanged_file_is_no_change() {
    let page = ("content/a.md", "---\ntitle: A\n---\n");
    let stage = Stage::new(&[page]);
    let root = stage.live.options.root.clone();
    write(&root, page.0, page.1);
    stage
        .live
        .tasks
        .send(burst(&root, &[page.0, "content/a.md~", "elsewhere"]));
    stage.live.tasks.close();
    Worker::new(stage.project, &stage.live).run(&stage.tasks);
    assert_eq!((stage.live.version(), changes(&stage.events).len()), (1, 0));
}

#[test]
fn a_new_folder_is_scanned_twice() {
    const FIRST: &str = "content/new/first.md";
    const SECOND: &str = "content/new/deep/second.md";
    // The second file is created after the first has been read, without an event.
    let stage = Stage::at(Some(day("2026-11-22")), &[], |root, event| {
        if let Event::Changed { sources, .. } = event
            && *sources == [SourceId::new(FIRST)]
        {
            write(root, SECOND, "---\ntitle: Second\n---\n");
        }
    });
    let root = stage.live.options.root.clone();
    write(&root, FIRST, "---\ntitle: First\n---\n");
    stage
        .live
        .tasks
        .send(burst(&root, &["content/new"]));
    let worker = Worker::new(stage.project, &stage.live);
    let tasks = stage.tasks;
    let thread = std::thread::spawn(move || worker.run(&tasks));
    for expected in [FIRST, SECOND] {
        let event = stage
            .events
            .recv_timeout(PATIENCE)
            .expect("a change");
        let Event::Changed { sources, .. } = event else {
            panic!("{event:?}")
        };
        assert_eq!(sources, [SourceId::new(expected)]);
    }
    stage.live.end();
    thread
        .join()
        .expect("the worker ends");
}

#[test]
fn only_folders_and_missing_paths_get_a_second_look() {
    let stage = Stage::new(&[("content/a.md", "---\ntitle: A\n---\n")]);
    let root = stage.live.options.root.clone();
    let mut worker = Worker::new(stage.project, &stage.live);
    let now = Instant::now();
    let mut is_asked = |path: &str| {
        worker.first_look(SourceId::new(path));
        !worker
            .second_looks
            .take_due(Instant::now() + PATIENCE)
            .is_empty()
    };
    assert!(!is_asked("content/a.md"), "a file");
    assert!(is_asked("content/b.md"), "a missing path");
    files::make_folder(&root.join("content/empty")).expect("a folder");
    assert!(is_asked("content/empty"), "an empty folder");
    write(&root, "content/full/a.md", "---\ntitle: A\n---\n");
    assert!(is_asked("content/full"), "a folder with files");
    worker.first_look(SourceId::new("content/full"));
    assert!(
        worker.patience(now) < CLOCK,
        "it wakes in time for the look"
    );
    worker
        .second_looks
        .take_due(Instant::now() + PATIENCE);
    assert_eq!(worker.patience(now), CLOCK);
}

#[test]
fn a_new_day_is_a_change() {
    let page = "---\ntitle: A\npublish_from: 2026-11-22\n---\n";
    let stage = Stage::at(None, &[("content/a.md", page)], |_, _| {});
    let is_published = |live: &Live| {
        let numbered = live.newest();
        let site = numbered.snapshot.renderer.site();
        let page = site
            .page_of("content/a.md")
            .expect("a page");
        (site.inputs.today, site.pages[page].published)
    };
    assert_eq!(is_published(&stage.live), (day("2000-01-01"), false));
    let mut worker = Worker::new(stage.project, &stage.live);
    worker.clock = Duration::ZERO;
    assert!(
        worker
            .turn(&stage.tasks)
            .is_continue()
    );
    let (today, published) = is_published(&stage.live);
    assert!(today > day("2026-01-01") && published, "{today}");
    assert_eq!(changes(&stage.events), [Vec::<String>::new()]);
    assert!(
        worker
            .turn(&stage.tasks)
            .is_continue()
    );
    assert_eq!(stage.live.version(), 2, "the same day is no change");
}

#[test]
fn a_fixed_day_does_not_change() {
    let stage = Stage::at(Some(day("2000-01-01")), &[], |_, _| {});
    let mut worker = Worker::new(stage.project, &stage.live);
    worker.clock = Duration::ZERO;
    assert!(
        worker
            .turn(&stage.tasks)
            .is_continue()
    );
    assert_eq!((stage.live.version(), changes(&stage.events).len()), (1, 0));
}
