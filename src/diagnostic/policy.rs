//! What a site says about findings: other severities for some codes, and places where a finding is
//! allowed. `severity` applies both.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustc_hash::FxHashMap;

use super::{Code, Diagnostic, Place, Severity};
use crate::source::{Hash, SourceId, Span};

/// The most wrong letters of a code for which the nearest code is offered.
const MOST_SLIPS: usize = 1;

/// What `check:` in `site.yaml` makes of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// It is not reported.
    Off,
    /// It has this severity.
    As(Severity),
}

impl Setting {
    /// The names of all settings.
    pub(crate) const NAMES: &[&str] = &["error", "warning", "off"];

    /// Returns the setting of a name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        match name {
            "error" => Some(Self::As(Severity::Error)),
            "warning" => Some(Self::As(Severity::Warning)),
            "off" => Some(Self::Off),
            _ => None,
        }
    }

    /// Returns whether it makes a finding of this severity less serious.
    pub(crate) fn lowers(self, severity: Severity) -> bool {
        match self {
            Self::Off => true,
            Self::As(own) => own < severity,
        }
    }
}

/// The severities that a site sets, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Severities(Arc<[(Code, Setting)]>);

impl Severities {
    /// Takes the settings; of two for one code, the first counts.
    pub fn new(mut settings: Vec<(Code, Setting)>) -> Self {
        settings.sort_by_key(|(code, _)| *code);
        settings.dedup_by_key(|(code, _)| *code);
        Self(Arc::from(settings))
    }

    /// Returns what the site makes of a finding, if it says so and may do so.
    pub(super) fn of(&self, finding: &Diagnostic) -> Option<Setting> {
        let at = self
            .0
            .binary_search_by_key(&finding.code, |(code, _)| *code)
            .ok()?;
        let (_, setting) = self.0.get(at)?;
        (finding.may_be_lowered() || !setting.lowers(finding.severity)).then_some(*setting)
    }
}

/// A finding that an author allows, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The code.
    pub code: Code,
    /// Where the author names the code.
    pub named: Span,
    /// The bytes of the file in which it is allowed; `None` means the whole file.
    pub scope: Option<Span>,
    /// Whether there is a reason; one that lacks it is reported for that alone.
    pub has_reason: bool,
}

impl Allow {
    fn excuses(&self, finding: &Diagnostic, span: Option<Span>) -> bool {
        let is_inside = match (self.scope, span) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(scope), Some(span)) => scope
                .range()
                .contains(&span.range().start),
        };
        self.code == finding.code && is_inside && finding.may_be_lowered()
    }
}

/// The allowed findings of some files, and which of them have occurred.
#[derive(Debug, Default)]
pub struct Excuses(FxHashMap<SourceId, Vec<Excuse>>);

#[derive(Debug)]
struct Excuse {
    allow: Allow,
    /// Set by whoever first finds what is allowed. It only ever becomes true, and the same
    /// rendering always sets the same, so the order of threads does not matter.
    is_used: AtomicBool,
}

impl Clone for Excuse {
    fn clone(&self) -> Self {
        Self {
            allow: self.allow.clone(),
            is_used: AtomicBool::new(self.is_used.load(Ordering::Relaxed)),
        }
    }
}

impl Excuses {
    /// Takes what one file allows.
    pub(crate) fn of(source: &SourceId, allows: &[Allow]) -> Self {
        let mut excuses = Self::default();
        if !allows.is_empty() {
            let new = |allow: &Allow| Excuse {
                allow: allow.clone(),
                is_used: AtomicBool::new(false),
            };
            excuses
                .0
                .insert(source.clone(), allows.iter().map(new).collect());
        }
        excuses
    }

    /// Adds those of other files, as they are now.
    pub(crate) fn add(&mut self, others: &Self) {
        let others = others.0.iter();
        self.0
            .extend(others.map(|(source, excuses)| (source.clone(), excuses.clone())));
    }

    /// Returns them as if all had occurred, so that none is reported as useless.
    pub(crate) fn used(&self) -> Self {
        let mut all = Self::default();
        all.add(self);
        for excuse in all.0.values().flatten() {
            excuse
                .is_used
                .store(true, Ordering::Relaxed);
        }
        all
    }

    /// Returns whether a finding is allowed where it is, and remembers that it occurred.
    pub(super) fn excuse(&self, finding: &Diagnostic) -> bool {
        let Some(place) = finding
            .place
            .as_ref()
            .filter(|_| !self.0.is_empty())
        else {
            return false;
        };
        let mut is_excused = false;
        for excuse in self
            .0
            .get(&place.source)
            .into_iter()
            .flatten()
        {
            if excuse
                .allow
                .excuses(finding, place.span)
            {
                excuse
                    .is_used
                    .store(true, Ordering::Relaxed);
                is_excused = true;
            }
        }
        is_excused
    }

    /// Reports what is allowed but has not occurred.
    pub(crate) fn unused(&self) -> Vec<Diagnostic> {
        let excuses = self
            .0
            .iter()
            .flat_map(|(source, excuses)| {
                excuses
                    .iter()
                    .map(move |excuse| (source, excuse))
            });
        excuses
            .filter(|(_, excuse)| {
                excuse.allow.has_reason && !excuse.is_used.load(Ordering::Relaxed)
            })
            .map(|(source, excuse)| {
                let place = Place::at(source, excuse.allow.named);
                Diagnostic::new(Code::AllowExcusesNothing, place)
                    .arg("code", excuse.allow.code.id())
                    .arg("cause", "nothing")
            })
            .collect()
    }
}

impl Diagnostic {
    /// Returns whether a site may make this finding less serious. A misspelt key that decides
    /// whether a page is public never may be.
    pub fn may_be_lowered(&self) -> bool {
        let near = || {
            let near = self
                .args
                .iter()
                .find(|(name, _)| *name == "near");
            near.map_or("", |(_, near)| near)
        };
        let is_of_publication = || near() == "draft" || near().starts_with("publish_");
        self.code.may_be_lowered() && !(self.code == Code::UnknownKey && is_of_publication())
    }

    /// Makes the finding that a code, named at a place, is unknown or may not be lowered; `hash` is
    /// the file's.
    pub(crate) fn not_allowed(place: Place, named: &str, hash: Hash) -> Self {
        let (cause, near) = match Code::of_id(named) {
            Some(_) => ("fixed", None),
            None if named.is_empty() => ("none", None),
            None => ("unknown", nearest_code(named)),
        };
        let finding = Self::new(Code::NotAllowed, place)
            .arg("code", named)
            .arg("cause", cause)
            .arg("near", near.unwrap_or_default());
        match near {
            Some(near) => finding.likely_fix(hash, near),
            None => finding,
        }
    }
}

/// Returns the code that was probably meant, of those that may be lowered.
fn nearest_code(text: &str) -> Option<&'static str> {
    let text = text.to_ascii_uppercase();
    let codes = Code::ALL
        .iter()
        .filter(|code| code.may_be_lowered());
    let near = codes
        .map(|code| (strsim::osa_distance(code.id(), &text), code.id()))
        .filter(|(slips, _)| *slips <= MOST_SLIPS);
    near.min().map(|(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_code_is_offered() {
        assert_eq!(nearest_code("p0501"), Some("P0501"));
        assert_eq!(nearest_code("P501"), Some("P0501"));
        assert_eq!(nearest_code("P9999"), None);
        assert_eq!(nearest_code("nadpis"), None);
    }

    #[test]
    fn a_misspelt_key_of_publication_is_never_lowered() {
        let unknown = |near: &str| Diagnostic::nowhere(Code::UnknownKey).arg("near", near);
        assert!(unknown("title").may_be_lowered());
        for near in ["draft", "publish_from", "publish_until"] {
            assert!(!unknown(near).may_be_lowered(), "{near}");
        }
    }

    #[test]
    fn raising_is_always_allowed() {
        let severities = Severities::new(vec![
            (Code::NoIndex, Setting::As(Severity::Error)),
            (Code::DuplicateAddress, Setting::Off),
            (Code::HeadingOne, Setting::As(Severity::Warning)),
        ]);
        let of = |code| severities.of(&Diagnostic::nowhere(code));
        assert_eq!(of(Code::NoIndex), Some(Setting::As(Severity::Error)));
        assert_eq!(of(Code::DuplicateAddress), None);
        assert_eq!(of(Code::HeadingOne), Some(Setting::As(Severity::Warning)));
        assert_eq!(of(Code::DeadLink), None);
    }
}
