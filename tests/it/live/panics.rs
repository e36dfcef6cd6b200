//! Panics in live mode: they are reported, the site is reloaded, and live mode ends if it cannot
//! continue. The steps panic in a separate process, which runs the whole command line with a hook
//! for tests.

use std::ffi::OsString;
use std::fs;
use std::net::Ipv4Addr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{ARGUMENTS, PATIENCE, Served, small_site, write};
use crate::panicking::{self, PANICS};
use crate::support::today;
use pakt::files;
use pakt::language::ToolLanguage;
use pakt::project::{Change, Project};
use pakt::serve::{self, Options, Panics, ServeError, Step};
use pakt::site::Mode;

/// The variable that makes a test process serve a site: its folder.
const SERVE: &str = "PAKT_TEST_SERVE";

/// The variable with further arguments for it.
const MORE: &str = "PAKT_TEST_MORE";

/// The variable that makes a test process check that everything ends with live mode: the site's
/// folder.
const END: &str = "PAKT_TEST_END";

/// The file that names the steps to panic, in an unwatched folder of the site.
const TOLD: &str = "panics/steps";

/// A test process of this program.
fn process(test: &str, variable: &str, root: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command
        .args(["--exact", &format!("live::panics::{test}"), "--nocapture"])
        .env(variable, root)
        .env(PANICS, root.join(TOLD));
    command
}

/// Starts a server whose steps panic on demand.
fn start(more: &str) -> Served {
    let folder = small_site();
    let mut command = process("serves_for_another_test", SERVE, folder.path());
    command.env(MORE, more);
    Served::of(folder, command)
}

#[test]
#[expect(
    clippy::exit,
    reason = "the code of the command is that of the process"
)]
fn serves_for_another_test() {
    if let Some(root) = std::env::var_os(SERVE) {
        let mut arguments: Vec<OsString> = ["pakt"]
            .iter()
            .chain(&ARGUMENTS)
            .map(OsString::from)
            .collect();
        arguments.push(root);
        arguments.extend(std::env::var_os(MORE).filter(|more| !more.is_empty()));
        std::process::exit(panicking::run(&arguments) as i32);
    }
}

impl Served {
    /// Saves a file atomically, as careful editors do, so that it is one change.
    fn save(&self, path: &str, text: &str) {
        write(self.path(), ".saved", text);
        fs::rename(self.path().join(".saved"), self.path().join(path)).expect("renamed");
    }

    fn panics(&self, steps: &str) {
        write(self.path(), TOLD, steps);
    }

    /// Waits until the state of a page is as expected, and returns it.
    fn state(
        &self,
        path: &str,
        is_wanted: impl Fn(&serde_json::Value) -> bool,
    ) -> serde_json::Value {
        let began = Instant::now();
        loop {
            let state = serde_json::from_slice(
                &self
                    .get(&format!("/__pakt/state?path={path}"), "")
                    .2,
            )
            .expect("JSON");
            if is_wanted(&state) {
                return state;
            }
            assert!(began.elapsed() < PATIENCE, "not as expected: {state:#}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until the command ends, and returns its code.
    fn code(&mut self) -> Option<i32> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Some(status) = self
                .child
                .try_wait()
                .expect("a process")
            {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the command does not end: {}", self.told());
    }
}

fn messages(state: &serde_json::Value) -> Vec<&str> {
    let failures = state["failures"]
        .as_array()
        .expect("a list");
    failures
        .iter()
        .map(|failure| {
            failure["words"][0]
                .as_str()
                .expect("words")
        })
        .collect()
}

fn has_failed(state: &serde_json::Value) -> bool {
    !messages(state).is_empty()
}

const OF_CHANGE: &str = "pakt itself failed while reading a change (content/strana.md). The program is at fault, not you.";
const OF_CHECK: &str =
    "pakt itself failed while checking the whole site. The program is at fault, not you.";
const OF_ANSWER: &str =
    "pakt itself failed while preparing /strana/. The program is at fault, not you.";

#[test]
fn after_a_panic_of_the_worker_the_site_is_reloaded() {
    let served = start("");
    served.settles("the start");
    served.panics("change\n");
    served.save(
        "content/strana.md",
        "---\ntitle: Strana\n---\n\nUloženo přes selhání.\n",
    );
    let state = served.state("/", has_failed);
    assert_eq!(messages(&state), [OF_CHANGE]);
    served.settles("a panic");
    let cause = state["failures"][0]["words"][2]
        .as_str()
        .expect("a cause");
    assert!(
        cause.contains("the test wants: change, panic 0 (tests/it/../browser/panicking.rs:"),
        "{cause}"
    );
    served.hears(&[OF_CHANGE, cause]);
    assert!(!served.told().contains("panicked at"), "{}", served.told());
    served.panics("");
    served.save(
        "content/strana.md",
        "---\ntitle: Strana\n---\n\nUloženo po selhání.\n",
    );
    served.state("/", |state| !has_failed(state));
    served.settles("a save after the panic");
}

#[test]
fn a_site_that_cannot_be_reloaded_ends_the_command() {
    for (more, rust_speaks) in [("", false), ("-v", true)] {
        let mut served = start(more);
        served.settles("the start");
        served.panics("change\nanew\n");
        served.save("content/strana.md", "---\ntitle: Strana\n---\n\nJinak.\n");
        assert_eq!(served.code(), Some(2), "{}", served.told());
        served.hears(&[
            "The site could not be read from disk again (last change: content/strana.md): pakt itself failed",
            "Your files are as you saved them.",
            "the test wants: change, panic 0 (tests/it/../browser/panicking.rs:",
            "the test wants: anew, panic 1 (tests/it/../browser/panicking.rs:",
        ]);
        assert!(
            !served
                .told()
                .contains("was read from disk again"),
            "{}",
            served.told()
        );
        assert_eq!(
            served.told().contains("panicked at"),
            rust_speaks,
            "{}",
            served.told()
        );
    }
}

#[test]
fn a_panicked_check_does_not_count_as_a_check() {
    let served = start("");
    let before = served.state("/", |state| state["elsewhere"]["done"] == true)["version"]
        .as_u64()
        .expect("a number");
    served.panics("check\n");
    served.save(
        "content/strana.md",
        "---\ntitle: Strana\n---\n\n[nikam](neni.md)\n",
    );
    served.hears(&[OF_CHECK, "Technical detail: pakt "]);
    let first = served.told();
    // The check of the reloaded site panics too; that is no reason to reload or report again.
    let cause = |state: &serde_json::Value| {
        state["failures"][0]["words"][2]
            .as_str()
            .expect("a cause")
            .to_owned()
    };
    let anew = served.state("/", |state| {
        has_failed(state) && !first.contains(&cause(state))
    });
    assert_eq!(
        (messages(&anew), &anew["elsewhere"]["done"]),
        (vec![OF_CHECK], &false.into())
    );
    assert_eq!(anew["failures"][0]["is_check"], true);
    assert_eq!(
        served
            .told()
            .matches(OF_CHECK)
            .count(),
        1,
        "{}",
        served.told()
    );
    served.panics("");
    served.save(
        "content/strana.md",
        "---\ntitle: Strana\n---\n\n[nikam](jinde.md)\n",
    );
    let healed = served.state("/", |state| state["elsewhere"]["done"] == true);
    assert_eq!(healed["elsewhere"]["findings"][0]["code"], "P0401");
    assert_eq!(messages(&healed), [""; 0]);
    assert_eq!(healed["version"], before + 3, "a save, one reload, a save");
}

#[test]
fn a_panicking_answer_shows_the_panel_and_the_others_continue() {
    let served = start("");
    served.settles("the start");
    served.panics("answer /strana/\n");
    let (status, head, body) = served.get("/strana/", "");
    let body = String::from_utf8(body).expect("text");
    assert_eq!(status, 500);
    assert!(
        head.contains("text/html") && body.contains(OF_ANSWER) && body.contains("/__pakt/live.js"),
        "{head}\n{body}"
    );
    assert_eq!(served.get("/", "").0, 200);
    let (status, _, state) = served.get("/__pakt/state?path=/strana/", "");
    let state: serde_json::Value = serde_json::from_slice(&state).expect("JSON");
    assert_eq!(
        (status, &state["status"], messages(&state)),
        (500, &500.into(), vec![OF_ANSWER])
    );
    let tag = head
        .lines()
        .find_map(|line| line.strip_prefix("etag: "))
        .expect("a tag");
    assert_eq!(state["etag"], tag);
    served.state("/", |state| state["version"] == 2);
    served.hears(&[OF_ANSWER]);
    served.panics("");
    assert_eq!(served.get("/strana/", "").0, 200);
    served.save("content/strana.md", "---\ntitle: Strana\n---\n\nJinak.\n");
    served.state("/strana/", |state| {
        !has_failed(state) && state["version"] == 3
    });
    served.settles("the failure");
}

#[test]
fn live_mode_without_a_server_ends() {
    let mut served = start("");
    served.settles("the start");
    served.panics("server\n");
    served.save("content/strana.md", "---\ntitle: Strana\n---\n\nJinak.\n");
    assert_eq!(served.code(), Some(2), "{}", served.told());
    served.hears(&[
        "pakt itself failed, and the preview had to stop",
        "the test wants: server",
    ]);
}

#[test]
fn the_released_program_cannot_be_made_to_panic() {
    let folder = small_site();
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    command
        .args(ARGUMENTS)
        .arg(folder.path())
        .env(PANICS, folder.path().join(TOLD));
    let served = Served::of(folder, command);
    served.panics("change\nanew\ncheck\nanswer /strana/\nserver\n");
    served.save("content/strana.md", "---\ntitle: Strana\n---\n\nJinak.\n");
    served.settles("a save");
    served.state("/strana/", |state| {
        state["elsewhere"]["done"] == true && state["version"] == 2 && !has_failed(state)
    });
}

#[test]
fn nothing_of_live_mode_is_left_after_its_end() {
    let folder = small_site();
    for steps in ["change\nanew\n", "server\n"] {
        write(folder.path(), TOLD, steps);
        let output = process("ends_for_another_test", END, folder.path())
            .stdin(Stdio::null())
            .output()
            .expect("a test process");
        assert!(
            output.status.success(),
            "{steps}: {}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
}

#[test]
fn ends_for_another_test() {
    let Some(root) = std::env::var_os(END) else {
        return;
    };
    let root = Path::new(&root).to_path_buf();
    let mode = Mode {
        drafts: true,
        ..Mode::default()
    };
    let mut project = Project::new(mode, today());
    let snapshot = project.apply(
        files::scan(&root)
            .into_iter()
            .map(Change::Present)
            .collect(),
    );
    let options = Options {
        root: root.clone(),
        address: Ipv4Addr::LOCALHOST.into(),
        port: 0,
        host: None,
        mode,
        at: Some(today()),
        follow: false,
        poll: false,
        language: ToolLanguage::En,
        editor: None,
        panics: Panics::default(),
        on_step: Some(panicking::panic_as_told),
    };
    let kept = Arc::new(());
    let told = Arc::clone(&kept);
    let tell = move |event| {
        let _told = &told;
        if matches!(event, serve::Event::Ready { .. }) {
            let text = format!("---\ntitle: Jinak\n---\n\n{}\n", std::process::id());
            fs::write(root.join("content/strana.md"), text).expect("the file is written");
        }
    };
    let ended = serve::serve(options, project, snapshot, Instant::now(), tell);
    let Err(ServeError::Failed(failure)) = ended else {
        panic!("{ended:?}")
    };
    assert!(
        matches!(failure.step, Step::Anew(_) | Step::Server),
        "{failure:?}"
    );
    let began = Instant::now();
    while Arc::strong_count(&kept) > 1 {
        assert!(began.elapsed() < PATIENCE, "a thread holds on to live mode");
        std::thread::sleep(Duration::from_millis(10));
    }
}
