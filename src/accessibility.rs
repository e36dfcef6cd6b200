//! The accessibility statement's data, `data/accessibility.yaml`: whether it is complete, agrees
//! with itself and is not too old. What it says is shown by a template; nothing here changes it,
//! least of all its status.

use serde_yaml::{Mapping, Value};

use crate::config::{Config, Contact, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Variant;
use crate::document::target::{Target, TargetError};
use crate::language::Day;
use crate::site::{Reader, STATEMENT_DATA, Site, Written, data_target};
use crate::source::{Source, SourceId};
use crate::yaml::{Step, Yaml};

/// The data file.
pub const NAME: &str = STATEMENT_DATA;

/// After so many days a statement must have been reviewed (Implementing Decision (EU) 2018/1523: at
/// least once a year).
const LONGEST: i64 = 365;

/// What a status can be: in full, in part, not.
const STATUSES: [&str; 3] = ["plne", "castecne", "neni"];

/// Why something is not accessible: it fails, it would cost too much, the act does not apply to it.
const REASONS: [&str; 3] = ["nesoulad", "neprimerena-zatez", "mimo-pusobnost"];

/// How the statement was made: by oneself, by others.
const METHODS: [&str; 2] = ["vlastni-posouzeni", "treti-strana"];

/// The addresses of the authority, and what each has to be.
const CONTACTS: [(&str, Contact); 3] = [
    ("url", Contact::Web),
    ("email", Contact::Email),
    ("telefon", Contact::Phone),
];

/// Checks the file on the day of the site that it belongs to.
pub fn check(source: &Source, site: &Site) -> Vec<Diagnostic> {
    let Ok(text) = std::str::from_utf8(source.bytes()) else {
        return Vec::new();
    };
    let stripped = text.trim_start_matches('\u{feff}');
    let yaml = Yaml {
        source: &source.id,
        hash: source.hash,
        text: stripped,
        offset: text.len() - stripped.len(),
    };
    // What cannot be read at all has been reported where data are read.
    let Some(Value::Mapping(data)) = yaml.value(&mut Vec::new()) else {
        return Vec::new();
    };
    let mut checker = Checker {
        yaml,
        source: &source.id,
        found: Vec::new(),
    };
    checker.status(&data);
    checker.scope(&data, site.config());
    checker.days(&data, site.inputs.today);
    checker.evidence(&data, site);
    checker.required(&data, "predpis", &[]);
    checker.one_of(&data, "metoda", &[], &METHODS);
    match data.get("dozor") {
        Some(Value::Mapping(authority)) => checker.authority(authority),
        _ => checker.missing("dozor"),
    }
    checker.found
}

/// Gathers findings.
struct Checker<'a> {
    yaml: Yaml<'a>,
    source: &'a SourceId,
    found: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn missing(&mut self, key: &str) {
        self.found
            .push(Diagnostic::new(Code::MissingKey, Place::file(self.source)).arg("key", key));
    }

    fn required(&mut self, data: &Mapping, key: &str, path: &[Step<'_>]) {
        if said(data, key).is_none() {
            let place = if path.is_empty() {
                Place::file(self.source)
            } else {
                self.yaml.key_place(path)
            };
            self.found
                .push(Diagnostic::new(Code::MissingKey, place).arg("key", key));
        }
    }

    fn one_of(
        &mut self,
        data: &Mapping,
        key: &'static str,
        path: &[Step<'_>],
        known: &[&str],
    ) -> Option<String> {
        self.required(data, key, path);
        let value = said(data, key)?;
        if !known.contains(&value.as_str()) {
            let place = self.yaml.place(&[path, &[Step::Key(key)]].concat());
            let finding = Diagnostic::new(Code::UnknownValue, place)
                .arg("key", key)
                .arg("value", &value)
                .arg("known", known.join(", "));
            self.found
                .push(finding.nearest(&value, known.iter().copied()));
            return None;
        }
        Some(value)
    }

    fn contradiction(&mut self, cause: &str, path: &[Step<'_>]) {
        self.found.push(
            Diagnostic::new(Code::AccessibilityContradiction, self.yaml.place(path))
                .arg("cause", cause),
        );
    }

    /// The status and the list of what is not accessible must say the same.
    fn status(&mut self, data: &Mapping) {
        let status = self.one_of(data, "stav", &[], &STATUSES);
        let items = self.list(data, "nepristupny_obsah", &[]);
        match status.as_deref() {
            Some("plne") if !items.is_empty() => self.contradiction("full", &[Step::Key("stav")]),
            Some("castecne" | "neni") if items.is_empty() => {
                self.contradiction("empty", &[Step::Key("stav")])
            }
            _ => {}
        }
        for (at, item) in items.iter().enumerate() {
            let path = [Step::Key("nepristupny_obsah"), Step::Item(at)];
            let Value::Mapping(item) = item else {
                self.wrong("nepristupny_obsah", "map", &path);
                continue;
            };
            self.required(item, "popis", &path);
            self.required(item, "sc", &path);
            self.list(item, "sc", &path);
            let reason = self.one_of(item, "duvod", &path, &REASONS);
            if reason.as_deref() == Some("neprimerena-zatez") && said(item, "zduvodneni").is_none()
            {
                self.contradiction("burden", &[path[0], path[1], Step::Key("duvod")]);
            }
        }
    }

    /// The addresses that the statement is about hold the site's own.
    fn scope(&mut self, data: &Mapping, config: &Config) {
        self.required(data, "rozsah", &[]);
        let Some(base) = &config.base_url else { return };
        let addresses = self.list(data, "rozsah", &[]);
        let is_own =
            |address: &str| base.as_str().trim_end_matches('/') == address.trim_end_matches('/');
        if !addresses.is_empty() && !addresses.iter().filter_map(Value::as_str).any(is_own) {
            self.contradiction("scope", &[Step::Key("rozsah")]);
        }
    }

    fn days(&mut self, data: &Mapping, today: Day) {
        let made = self.day(data, "vypracovano", today);
        let reviewed = self.day(data, "revize", today);
        self.written_day(data, "zverejneno");
        if let (Some(made), Some(reviewed)) = (made, reviewed)
            && reviewed < made
        {
            self.contradiction("order", &[Step::Key("revize")]);
        }
        if let Some(reviewed) = reviewed.filter(|day| today.days_since(*day) > LONGEST) {
            let place = self.yaml.place(&[Step::Key("revize")]);
            self.found.push(
                Diagnostic::new(Code::AccessibilityOverdue, place).arg("day", reviewed.to_string()),
            );
        }
    }

    fn day(&mut self, data: &Mapping, key: &'static str, today: Day) -> Option<Day> {
        self.required(data, key, &[]);
        let day = self.written_day(data, key);
        match day {
            None => {}
            Some(day) if day > today => self.contradiction("future", &[Step::Key(key)]),
            Some(_) => {}
        }
        day
    }

    /// Reads a day; what is none is reported.
    fn written_day(&mut self, data: &Mapping, key: &str) -> Option<Day> {
        let written = said(data, key)?;
        let day = Day::parse(&written);
        if day.is_none() {
            self.found
                .push(self.yaml.no_day(key, &written, &[Step::Key(key)]));
        }
        day
    }

    /// Returns the items of a list; what is there and is none is reported.
    fn list<'d>(&mut self, data: &'d Mapping, key: &str, path: &[Step<'_>]) -> &'d [Value] {
        match data.get(key) {
            Some(Value::Sequence(items)) => items,
            Some(value) if !value.is_null() => {
                self.wrong(key, "list", &[path, &[Step::Key(key)]].concat());
                &[]
            }
            _ => &[],
        }
    }

    fn wrong(&mut self, key: &str, expected: &str, path: &[Step<'_>]) {
        self.found.push(
            Diagnostic::new(Code::WrongType, self.yaml.place(path))
                .arg("key", key)
                .arg("expected", expected),
        );
    }

    /// The authority has a name, and addresses of which links can be made.
    fn authority(&mut self, authority: &Mapping) {
        let path = [Step::Key("dozor")];
        self.required(authority, "nazev", &path);
        for (key, contact) in CONTACTS {
            let value = said(authority, key);
            let place = || self.yaml.place(&[path[0], Step::Key(key)]);
            self.found
                .extend(value.and_then(|value| contact.finding(key, &value, place())));
        }
    }

    /// What proves the statement is on another site, or a file of this one.
    fn evidence(&mut self, data: &Mapping, site: &Site) {
        let Some(written) = said(data, "doklad") else {
            return;
        };
        let place = self.yaml.place(&[Step::Key("doklad")]);
        let reader = Reader {
            variant: Variant::standard(LanguageId::OWN),
            document: None,
        };
        let finding = match data_target(&written) {
            Ok(Target::External(_) | Target::Anchor(_)) => {
                Contact::Web.finding("doklad", &written, place)
            }
            Ok(target) => {
                let why = site.resolve(reader, &target).err();
                why.map(|why| {
                    site.explain_missing(
                        why,
                        reader,
                        &target,
                        Written {
                            text: &written,
                            place,
                        },
                    )
                })
            }
            Err(TargetError::Scheme(scheme)) => {
                Some(Diagnostic::new(Code::UnsafeLink, place).arg("scheme", scheme))
            }
            Err(TargetError::Outside) => {
                Some(Diagnostic::new(Code::LinkLeavesContent, place).arg("target", &written))
            }
        };
        self.found.extend(finding);
    }
}

/// Returns what a key says as text; lists say something if they are not empty.
fn said(data: &Mapping, key: &str) -> Option<String> {
    match data.get(key)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Sequence(items) => (!items.is_empty()).then(String::new),
        _ => None,
    }
}
