//! The position of a value during a check.

use crate::yaml::Step;

/// The position of a value: the steps to it, and the key that messages name.
#[derive(Clone, Copy)]
pub(in crate::yaml) struct Spot<'s> {
    above: Option<&'s Spot<'s>>,
    step: Option<Step<'s>>,
    pub(super) name: &'s str,
}

impl<'s> Spot<'s> {
    /// The top of a YAML text.
    pub(in crate::yaml) fn top(name: &'s str) -> Self {
        Self {
            above: None,
            step: None,
            name,
        }
    }

    pub(super) fn key(&'s self, name: &'s str) -> Self {
        Self {
            above: Some(self),
            step: Some(Step::Key(name)),
            name,
        }
    }

    pub(super) fn item(&'s self, at: usize) -> Self {
        Self {
            above: Some(self),
            step: Some(Step::Item(at)),
            name: self.name,
        }
    }

    pub(super) fn is_top(&self) -> bool {
        self.step.is_none()
    }

    pub(super) fn steps(&self) -> Vec<Step<'s>> {
        let mut steps = self
            .above
            .map_or_else(Vec::new, Self::steps);
        steps.extend(self.step);
        steps
    }
}
