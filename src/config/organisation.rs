//! Who operates a site: `organisation` in `site.yaml`.

use std::collections::BTreeMap;

use super::contact::Contact;
use crate::diagnostic::Diagnostic;
use crate::yaml::{Fields, Key, Step, Yaml};

/// Who operates a site; every entry may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// The values in `site.yaml`, by key; every known key is present.
    pub entries: BTreeMap<&'static str, Option<String>>,
}

/// The keys of `organisation`; the first three make it complete.
pub(super) const ORGANISATION: &[Key] = &[
    Key::text("operator"),
    Key::text("email"),
    Key::text("accessibility_contact"),
    Key::text("phone"),
    Key::text("address"),
    Key::text("id_number"),
    Key::text("data_box"),
    Key::text("controller"),
    Key::text("data_protection_officer"),
    Key::text("logs_purpose"),
    Key::text("logs_retention"),
];

/// How many keys of [`ORGANISATION`] a site needs to be more than a demonstration.
const NEEDED_KEYS: usize = 3;

/// The keys that pages turn into links. The accessibility contact may also name an office in words.
const CONTACTS: [(&str, Contact); 2] = [("email", Contact::Email), ("phone", Contact::Phone)];

impl Organisation {
    /// Reads the entries, and reports contacts that cannot be links.
    pub(super) fn read(mut fields: Fields, yaml: &Yaml<'_>, found: &mut Vec<Diagnostic>) -> Self {
        let own = Self {
            entries: ORGANISATION
                .iter()
                .map(|key| (key.name, fields.text(key.name)))
                .collect(),
        };
        for (key, contact) in CONTACTS {
            let value = own.get(key).map(str::trim);
            found.extend(value.and_then(|value| {
                contact.finding(
                    key,
                    value,
                    yaml.place(&[Step::Key("organisation"), Step::Key(key)]),
                )
            }));
        }
        own
    }

    /// Returns the value of a key, if it has one.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries.get(key)?.as_deref()
    }

    /// Returns whether the site says who runs it, and is more than a demonstration.
    pub(crate) fn is_complete(&self) -> bool {
        self.missing().is_empty()
    }

    /// Returns the keys that the site still needs to be more than a demonstration.
    pub fn missing(&self) -> Vec<&'static str> {
        let needed = ORGANISATION
            .iter()
            .take(NEEDED_KEYS)
            .map(|key| key.name);
        needed
            .filter(|name| self.get(name).is_none())
            .collect()
    }
}
