//! Answers requests: for pages and files of the site, and from the script of live mode.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::body::Bytes;
use serde_json::{Value, json};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;

use super::failure::Step;
use super::http::{Action, Answer, Asked, Events, READ, Told};
use super::live::Live;
use super::notices::Notice;
use super::page::Page;
use super::panics::caught;
use super::tasks::Task;
use super::{alone, panel, script};
use crate::payload::Payload;
use crate::project::Snapshot;
use crate::route::{INDEX, Route};

/// Where the script listens for events.
const EVENTS: &str = "/__pakt/events";

/// Where the script asks for the state of a page.
const STATE: &str = "/__pakt/state";

/// Where the script says whether drafts are shown.
const DRAFTS: &str = "/__pakt/drafts";

/// Answers a request. If that panics, the answer is the panel with status 500, and the site is
/// reloaded.
pub(super) fn answer(live: &Arc<Live>, asked: &Asked) -> Answer {
    let version = live.version();
    match caught(|| usual(live, asked)) {
        Ok(answer) => answer,
        Err(panic) => {
            let path = page_path(asked)
                .unwrap_or(&asked.path)
                .to_owned();
            live.fail_and_reload(Step::Answer(path), &panic, version);
            of_failure(live, asked)
        }
    }
}

fn usual(live: &Arc<Live>, asked: &Asked) -> Answer {
    match (asked.path.as_str(), &asked.action) {
        (script::ADDRESS, Action::Get) => {
            javascript(script::served(&panel::messages(&live.messages)))
        }
        (EVENTS, Action::Get) => Answer::Events(events(live)),
        (STATE, Action::Get) => state(live, asked),
        (DRAFTS, Action::Post(body)) => drafts(live, body.as_ref()),
        (DRAFTS, Action::Get) => Answer::NotAllowed("POST"),
        (_, Action::Post(_)) => Answer::NotAllowed(READ),
        (path, Action::Get) => of_site(live, path),
    }
}

/// Returns the path of the page whose state is asked for.
fn page_path(asked: &Asked) -> Option<&str> {
    let mut query = asked
        .query
        .iter()
        .filter(|_| asked.path == STATE);
    let (_, path) = query.find(|(name, _)| name == "path")?;
    Some(path)
}

fn of_failure(live: &Live, asked: &Asked) -> Answer {
    if asked.path == STATE {
        return in_json(500, &panel::state_of_failure(live));
    }
    Answer::Page {
        status: 500,
        bytes: alone::failures(live),
    }
}

fn state(live: &Live, asked: &Asked) -> Answer {
    let Some(path) = page_path(asked) else {
        return Answer::Status(400);
    };
    live.step(|| Step::Answer(path.to_owned()));
    in_json(200, &panel::state(live, path))
}

fn drafts(live: &Live, body: Option<&Bytes>) -> Answer {
    let drafts = match body.map(Bytes::as_ref) {
        Some(b"on") => true,
        Some(b"off") => false,
        _ => return Answer::Status(400),
    };
    live.tasks.send(Task::Drafts(drafts));
    Answer::Status(204)
}

/// Returns the notices from now on. The greeting's moment covers earlier ones.
fn events(live: &Arc<Live>) -> Events {
    let notices = BroadcastStream::new(live.notices.listen());
    let greeting = json!({ "moment": live.notices.moment(), "session": live.session });
    let live = Arc::clone(live);
    let told = notices.map(move |notice| match notice {
        Ok(notice) => told(&live, &notice),
        // A browser that missed something refreshes.
        Err(_) => event(
            "change",
            &json!({ "version": live.version(), "follow": null }),
        ),
    });
    Box::pin(tokio_stream::once(event("hello", &greeting)).chain(told))
}

fn told(live: &Live, notice: &Notice) -> Told {
    match notice {
        Notice::Change { version, follow } => {
            event("change", &json!({ "version": version, "follow": follow }))
        }
        Notice::Checked { version } => event("checked", &json!({ "version": version })),
        Notice::Failed => event("failed", &panel::failures(live)),
    }
}

fn event(name: &'static str, data: &Value) -> Told {
    Told {
        name,
        data: data.to_string(),
    }
}

/// Answers with a page or file of the site.
fn of_site(live: &Live, path: &str) -> Answer {
    live.step(|| Step::Answer(path.to_owned()));
    let numbered = live.newest();
    let snapshot = &numbered.snapshot;
    let site = snapshot.renderer.site();
    let route = Route::from_request(path);
    if let Some(route) = &route {
        let is_there = site.recipe(route).is_some();
        if is_there && !route.as_str().ends_with(".html") {
            return file(live, snapshot, route);
        }
        let folder = Route::new(&format!("{route}/{INDEX}")).ok();
        if !is_there && folder.is_some_and(|folder| site.recipe(&folder).is_some()) {
            return Answer::Redirect(format!("{path}/"));
        }
    }
    let Page { showing, found, .. } = Page::of(snapshot, route, &live.past);
    Answer::Page {
        status: showing.status(),
        bytes: alone::bytes(live, snapshot, showing, &found),
    }
}

/// Answers with a file other than a page, from memory or from the disk.
fn file(live: &Live, snapshot: &Snapshot, route: &Route) -> Answer {
    let artifact = snapshot.renderer.render(route).0;
    let payload = artifact.map(|artifact| Payload::of(artifact, &live.options.root));
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
    }
}

fn in_json(status: u16, value: &Value) -> Answer {
    Answer::Bytes {
        status,
        bytes: value.to_string().into_bytes(),
        path: "state.json".to_owned(),
    }
}

fn javascript(text: String) -> Answer {
    Answer::Bytes {
        status: 200,
        bytes: text.into_bytes(),
        path: script::ADDRESS.to_owned(),
    }
}
