//! Our own site with one fault at a time: a character of its markup or keys is dropped, doubled or
//! swapped with the next one, at places drawn by a seed. Whatever changes a published byte must be
//! found in the right file, at the right line.
//!
//! `PAKT_FAULTS=1000` sets how many are drawn, `PAKT_SEED=7` another seed.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "tests look at the disk themselves, and stop where they fail"
)]

mod constructs;
mod corpus;
mod draw;
mod judge;
mod kinds;

use std::collections::BTreeMap;

use constructs::Construct;
use draw::{Fault, Random};
use judge::{Judge, Verdict};

/// How many faults are drawn unless `PAKT_FAULTS` says otherwise.
const SAMPLE: u64 = 50;

/// The seed unless `PAKT_SEED` says otherwise.
const SEED: u64 = 1;

/// The share of faults that must be found, in percent.
const MUST_BE_FOUND: usize = 98;

fn setting(name: &str, usual: u64) -> u64 {
    let set = std::env::var(name).ok();
    set.map_or(usual, |set| set.parse().expect("a number"))
}

#[test]
fn faults_in_markup_and_keys_are_found_at_their_line() {
    let mut judge = Judge::new();
    assert_eq!(judge.findings_of_the_clean_site(), Vec::<String>::new());

    let places = judge.places();
    let mut random = Random::new(setting("PAKT_SEED", SEED));
    let mut counts: BTreeMap<Construct, Counts> = BTreeMap::new();
    for _ in 0..setting("PAKT_FAULTS", SAMPLE) {
        let fault = Fault::draw(&places, &mut random);
        let verdict = judge.verdict(&fault);
        counts
            .entry(fault.place.construct)
            .or_default()
            .add(&fault, verdict);
    }
    let mut all = Counts::default();
    for (construct, counts) in &counts {
        println!("{construct:?}: {}", counts.line());
        all.merge(counts);
    }
    println!("all: {}", all.line());
    println!("{}", all.missed.join("\n"));
    assert!(
        all.found * 100 >= (all.found + all.missed.len()) * MUST_BE_FOUND,
        "too many are silent or found elsewhere: {}\n{}",
        all.line(),
        all.missed.join("\n")
    );
}

/// What became of faults.
#[derive(Default)]
struct Counts {
    found: usize,
    /// The output is the same.
    harmless: usize,
    /// Silent, or found only elsewhere.
    missed: Vec<String>,
}

impl Counts {
    fn add(&mut self, fault: &Fault<'_>, verdict: Verdict) {
        match verdict {
            Verdict::Found => self.found += 1,
            Verdict::SameOutput => self.harmless += 1,
            Verdict::Elsewhere(found) => self
                .missed
                .push(format!("{fault} · elsewhere: {found}")),
            Verdict::Silent => self
                .missed
                .push(format!("{fault} · silent")),
        }
    }

    fn merge(&mut self, other: &Self) {
        self.found += other.found;
        self.harmless += other.harmless;
        self.missed
            .extend(other.missed.iter().cloned());
    }

    fn line(&self) -> String {
        format!(
            "{} found, {} missed, {} with the same output",
            self.found,
            self.missed.len(),
            self.harmless
        )
    }
}
