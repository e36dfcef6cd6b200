//! Tests of answers, without a server.

use super::*;
use crate::check::check;
use crate::diagnostic::Foresight;
use crate::serve::tests::{PANICKING, Stage};
use serde_json::Value;

fn get(stage: &Stage, path: &str) -> Answer {
    ask(stage, path, Action::Get)
}

fn post(stage: &Stage, path: &str, body: &'static [u8]) -> Answer {
    ask(stage, path, Action::Post(Some(Bytes::from_static(body))))
}

fn ask(stage: &Stage, path: &str, action: Action) -> Answer {
    let (path, query) = path
        .split_once('?')
        .unwrap_or((path, ""));
    let query = query
        .split('&')
        .filter_map(|pair| pair.split_once('='));
    let asked = Asked {
        path: path.to_owned(),
        query: query
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        action,
    };
    answer(&stage.live, &asked)
}

/// Returns the status and content of an answer.
fn told(answer: Answer) -> (u16, String) {
    match answer {
        Answer::Bytes { status, path, .. } => (status, path),
        Answer::Page { status, .. } => (status, "page".to_owned()),
        Answer::File(path) => (200, path.to_string_lossy().into_owned()),
        Answer::Redirect(to) => (307, to),
        Answer::Events(_) => (200, "events".to_owned()),
        Answer::Status(status) => (status, String::new()),
        Answer::NotAllowed(methods) => (405, methods.to_owned()),
    }
}

fn json(answer: Answer) -> (u16, Value) {
    let Answer::Bytes { status, bytes, .. } = answer else {
        panic!("no JSON: {:?}", told(answer))
    };
    (status, serde_json::from_slice(&bytes).expect("JSON"))
}

#[test]
fn each_path_gets_its_answer() {
    let page = "---\ntitle: A\n---\n[sound](a.mp3)\n";
    let stage = Stage::new(&[("content/a.md", page), ("content/a.mp3", "sound")]);
    let root = stage.live.options.root.clone();
    let is = |path: &str, status: u16, what: &str| {
        assert_eq!(told(get(&stage, path)), (status, what.to_owned()), "{path}");
    };
    is("/", 200, "page");
    is("/a/", 200, "page");
    is("/a/index.html", 200, "page");
    is("/a", 307, "/a/");
    is("/b/", 404, "page");
    is("/b", 404, "page");
    is("/__pakt/b", 404, "page");
    is("/sitemap.xml", 404, "page");
    is("/search/", 200, "page");
    is(
        "/a.mp3",
        200,
        &root
            .join("content/a.mp3")
            .to_string_lossy(),
    );
    is("/__pakt/live.js", 200, "/__pakt/live.js");
    is("/__pakt/events", 200, "events");
    is("/__pakt/state?path=/", 200, "state.json");
    is("/__pakt/state", 400, "");
    is("/__pakt/drafts", 405, "POST");
}

#[test]
fn only_the_drafts_switch_accepts_a_body() {
    let stage = Stage::new(&[]);
    for path in [
        "/",
        "/a/",
        "/__pakt/state?path=/",
        "/__pakt/live.js",
        "/__pakt/events",
    ] {
        let refused = (405, "GET, HEAD".to_owned());
        assert_eq!(told(post(&stage, path, b"on")), refused, "{path}");
    }
    assert_eq!(told(post(&stage, DRAFTS, b"perhaps")).0, 400);
    assert_eq!(
        told(ask(&stage, DRAFTS, Action::Post(None))).0,
        400,
        "too long"
    );
    assert!(
        stage.tasks.try_recv().is_err(),
        "nothing is asked of the worker"
    );
    for (body, is_on) in [(b"on".as_slice(), true), (b"off", false)] {
        assert_eq!(told(post(&stage, DRAFTS, body)).0, 204);
        let task = stage.tasks.try_recv();
        assert!(matches!(task, Ok(Task::Drafts(drafts)) if drafts == is_on));
    }
}

#[test]
fn the_state_lists_findings_here_and_some_elsewhere() {
    let pages: Vec<String> = (0..60)
        .map(|name| format!("content/p{name}.md"))
        .collect();
    let wrong = "---\ntitle: A\n---\n[b](missing.md)\n\n[c](missing.md)\n";
    let files: Vec<(&str, &str)> = pages
        .iter()
        .map(|path| (path.as_str(), wrong))
        .collect();
    let stage = Stage::new(&files);
    let state = |path: &str| json(get(&stage, &format!("/__pakt/state?path={path}"))).1;
    let codes = |findings: &Value| {
        let findings = findings
            .as_array()
            .expect("a list")
            .iter();
        findings
            .map(|finding| (finding["code"].clone(), finding["place"]["line"].clone()))
            .collect::<Vec<_>>()
    };
    let before = state("/p7/");
    assert_eq!(
        codes(&before["findings"]),
        [("P0401".into(), 4.into()), ("P0401".into(), 6.into())]
    );
    assert_eq!(
        before["elsewhere"],
        json!({ "done": false, "findings": [] })
    );
    let newest = stage.live.newest();
    let found = check(&newest.snapshot, Foresight::Warning, || true).expect("a check");
    stage
        .live
        .take_checked(&newest, found);
    let after = state("/p7/");
    assert_eq!(after["elsewhere"]["done"], true);
    let elsewhere = after["elsewhere"]["findings"]
        .as_array()
        .expect("a list");
    assert_eq!(elsewhere.len(), 50);
    assert!(
        elsewhere
            .iter()
            .all(|finding| finding["place"]["file"] != "content/p7.md")
    );
    assert_eq!(elsewhere[0]["doors"][0]["page"], "/p0/");
    assert!(after["moment"].as_u64() > before["moment"].as_u64());
    assert_eq!(
        (&after["status"], &after["session"]),
        (&500.into(), &"session".into())
    );
}

#[test]
fn the_bar_describes_the_page() {
    let page = "---\ntitle: A\ndraft: true\nupdated: 2026-02-01\n---\nOne, two – 3.\n";
    let translation = "---\ntitle: Á\nupdated: 2026-01-01\n---\n";
    let stage = Stage::new(&[("content/a.md", page), ("content/a.cs.md", translation)]);
    let bar =
        |path: &str| json(get(&stage, &format!("/__pakt/state?path={path}"))).1["bar"].clone();
    let own = bar("/a/");
    assert_eq!(own["source"], "content/a.md");
    assert_eq!(
        (&own["lang"], &own["state"]),
        (&"en".into(), &"draft".into())
    );
    assert_eq!((&own["words"], &own["minutes"]), (&3.into(), &1.into()));
    assert_eq!(own["drafts"], true);
    assert_eq!(own["section"], json!({ "title": "Home", "path": "/" }));
    let [other] = own["translations"]
        .as_array()
        .expect("a list")
        .as_slice()
    else {
        panic!("{own}")
    };
    assert_eq!(
        (&other["state"], &other["path"]),
        (&"older".into(), &"/cs/a/".into())
    );
    assert_eq!(bar("/cs/a/")["translations"][0]["state"], "same");
    let generated = bar("/search/");
    assert_eq!(
        (&generated["state"], &generated["source"]),
        (&"generated".into(), &Value::Null)
    );
    assert_eq!(generated["status"], 200);
}

#[test]
fn a_panicking_answer_is_reported_and_the_site_is_reloaded() {
    let mut stage = Stage::new(&[]);
    let live = Arc::get_mut(&mut stage.live).expect("no other reference");
    live.options.on_step = Some(|step| assert_ne!(*step, Step::Answer(PANICKING.to_owned())));
    assert_eq!(told(get(&stage, "/")), (200, "page".to_owned()));
    assert!(stage.tasks.try_recv().is_err());
    for (path, what) in [
        (PANICKING.to_owned(), "page"),
        (format!("{STATE}?path={PANICKING}"), "state.json"),
    ] {
        assert_eq!(told(get(&stage, &path)), (500, what.to_owned()));
        assert!(matches!(stage.tasks.try_recv(), Ok(Task::Anew(1))));
        assert_eq!(stage.live.failures().len(), 1);
    }
    let (_, state) = json(get(&stage, &format!("{STATE}?path={PANICKING}")));
    assert_eq!(
        (&state["status"], &state["bar"]),
        (&500.into(), &Value::Null)
    );
    assert_eq!(
        state["failures"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}
