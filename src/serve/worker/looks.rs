//! Second looks: new folders are scanned once more, since there may be no events for files created
//! together with a folder.

use std::time::{Duration, Instant};

use crate::source::SourceId;

/// How long after the first scan a new folder is scanned again.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// The folders to scan again, with the time for each.
#[derive(Default)]
pub(super) struct SecondLooks(Vec<(Instant, SourceId)>);

impl SecondLooks {
    /// Schedules a second look at what was scanned now.
    pub(super) fn ask(&mut self, now: Instant, id: SourceId) {
        self.0.push((now + SECOND_LOOK, id));
    }

    /// Removes and returns what is due.
    pub(super) fn take_due(&mut self, now: Instant) -> Vec<SourceId> {
        let due = self
            .0
            .extract_if(.., |(when, _)| *when <= now);
        due.map(|(_, id)| id).collect()
    }

    /// Returns the time until the next one is due.
    pub(super) fn patience(&self, now: Instant) -> Option<Duration> {
        let left = |(when, _): &(Instant, SourceId)| when.saturating_duration_since(now);
        self.0.iter().map(left).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_second_look_is_due_once() {
        let (start, a, b) = (Instant::now(), SourceId::new("a"), SourceId::new("b"));
        let later = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut looks = SecondLooks::default();
        assert_eq!(looks.patience(start), None);
        looks.ask(later(0), a.clone());
        looks.ask(later(40), b.clone());
        assert_eq!(looks.patience(later(100)), Some(Duration::from_millis(50)));
        assert_eq!(looks.take_due(later(149)), []);
        assert_eq!(looks.take_due(later(150)), [a]);
        assert_eq!(looks.patience(later(150)), Some(Duration::from_millis(40)));
        assert_eq!(looks.patience(later(200)), Some(Duration::ZERO));
        assert_eq!(looks.take_due(later(200)), [b]);
        assert_eq!(looks.patience(later(200)), None);
    }
}
