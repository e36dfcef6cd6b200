//! The background check: checks the whole site after every change for findings elsewhere, and stops
//! as soon as another change comes.

use std::time::Duration;

use super::failure::Step;
use super::live::Live;
use super::panics::caught;
use crate::check::check;
use crate::diagnostic::Foresight;

/// How long the check waits for another change, so that it does not slow down the page being
/// viewed.
const DELAY: Duration = Duration::from_millis(250);

/// Checks the whole site after every change, until live mode ends.
pub(super) fn run(live: &Live) {
    let mut checked = 0;
    while let Some(version) = live
        .pulse
        .wait_for_other_than(checked)
    {
        if live.pulse.stays(version, DELAY) {
            checked = version;
            check_version(live, version, &|| live.step(|| Step::Check));
        }
    }
}

/// Checks a version, calling `before_route` before each route, unless another one comes.
fn check_version(live: &Live, version: u64, before_route: &(impl Fn() + Sync)) {
    let numbered = live.newest();
    let go_on = || {
        before_route();
        live.version() == version
    };
    match caught(|| check(&numbered.snapshot, Foresight::Warning, go_on)) {
        Ok(Some(found)) => live.take_checked(&numbered, found),
        // Another version has come.
        Ok(None) => {}
        Err(panic) => live.fail_and_reload(Step::Check, &panic, version),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Change;
    use crate::serve::Event;
    use crate::serve::tests::Stage;
    use crate::source::{Content, Source, SourceId};
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_check_reports_its_findings_with_its_version() {
        let stage = Stage::new(&[("content/a.md", "---\ntitle: A\n---\n[b](missing.md)\n")]);
        let routes = AtomicUsize::new(0);
        check_version(&stage.live, 1, &|| {
            routes.fetch_add(1, Ordering::Relaxed);
        });
        let event = stage
            .events
            .try_recv()
            .expect("an event");
        assert!(
            matches!(event, Event::Checked { errors: 1, .. }),
            "{event:?}"
        );
        let checked = stage.live.checked();
        assert_eq!(checked.version, 1);
        assert!(
            checked
                .found
                .iter()
                .any(|finding| finding.code.id() == "P0401")
        );
        let all = stage
            .live
            .newest()
            .snapshot
            .renderer
            .site()
            .routes
            .len();
        let asked = routes.load(Ordering::Relaxed);
        assert!(0 < asked && asked <= all, "{asked} of {all}");
    }

    #[test]
    fn a_check_stops_when_a_newer_change_comes() {
        let mut stage = Stage::new(&[]);
        let page = Source::new(
            SourceId::new("content/b.md"),
            Content::of("---\ntitle: B\n---\n"),
        );
        let next = stage
            .project
            .apply(vec![Change::Present(page)]);
        let next = Mutex::new(Some(next));
        check_version(&stage.live, 1, &|| {
            if let Some(next) = next
                .lock()
                .expect("an unpoisoned lock")
                .take()
            {
                stage.live.replace(next, &[]);
            }
        });
        assert_eq!(stage.live.version(), 2);
        assert_eq!(stage.live.checked().version, 0, "no result is kept");
        assert!(stage.events.try_recv().is_err(), "no event");
        check_version(&stage.live, 2, &|| ());
        assert_eq!(stage.live.checked().version, 2);
    }
}
