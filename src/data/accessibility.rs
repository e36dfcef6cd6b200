//! The accessibility statement: `data/accessibility.yaml`. Its keys are Czech, like the law and its
//! forms. It must agree with itself, with the settings and with the date; `site` checks that its
//! evidence exists. Templates show what it says; nothing here changes that, least of all its
//! status.

use serde_yaml::{Mapping, Value as Yaml};
use tera::value::Key as TeraKey;
use tera::{Map, Value};

use crate::config::{Config, Contact, Located};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Day;
use crate::yaml::{Fields, Key, Kind, Step};

use super::form::{Form, Reading, Schema};

/// The name of the data file.
pub(crate) const NAME: &str = "accessibility";

/// The keys of the statement.
const KEYS: &[Key] = &[
    Key::required("predpis", Kind::Text),
    Key::required(SCOPE, Kind::List(&Kind::Text)),
    Key::required(STATUS, Kind::OneOf(&["plne", "castecne", "neni"])),
    Key::optional(INACCESSIBLE, Kind::List(&Kind::Translated(ITEM))),
    Key::required(MADE, Kind::Day),
    Key::required(REVIEWED, Kind::Day),
    Key::required(
        "metoda",
        Kind::OneOf(&["vlastni-posouzeni", "treti-strana"]),
    ),
    Key::text("metoda_popis"),
    Key::text(EVIDENCE),
    Key::optional("zverejneno", Kind::Day),
    Key::required(AUTHORITY, Kind::Translated(AUTHORITY_KEYS)),
];

/// The keys of an inaccessible item. The reason is that it fails the standard, that fixing it would
/// cost too much, or that the act does not apply to it.
const ITEM: &[Key] = &[
    Key::required("popis", Kind::Text),
    Key::required("sc", Kind::List(&Kind::Text)),
    Key::required(REASON, Kind::OneOf(&["nesoulad", BURDEN, "mimo-pusobnost"])),
    Key::text(JUSTIFICATION),
    Key::text("alternativa"),
];

/// The keys of the authority.
const AUTHORITY_KEYS: &[Key] = &[
    Key::required("nazev", Kind::Text),
    Key::text("url"),
    Key::text("adresa"),
    Key::text("email"),
    Key::text("telefon"),
    Key::optional("overeno", Kind::Boolean),
];

const SCOPE: &str = "rozsah";
const STATUS: &str = "stav";
const INACCESSIBLE: &str = "nepristupny_obsah";
const MADE: &str = "vypracovano";
const REVIEWED: &str = "revize";
const AUTHORITY: &str = "dozor";
const REASON: &str = "duvod";
const JUSTIFICATION: &str = "zduvodneni";

/// The reason that needs a justification.
const BURDEN: &str = "neprimerena-zatez";

/// The key of the evidence for the statement.
pub(crate) const EVIDENCE: &str = "doklad";

/// The authority's contacts, and the kind of each.
const CONTACTS: [(&str, Contact); 3] = [
    ("url", Contact::Web),
    ("email", Contact::Email),
    ("telefon", Contact::Phone),
];

/// A statement must be reviewed within this many days (Implementing Decision (EU) 2018/1523: at
/// least once a year).
const LONGEST: i64 = 365;

/// An accessibility statement.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// Everything it says, for machines: every known key, with `null` for empty ones, and the
    /// translations.
    pub(crate) said: Map,
    /// The link to the evidence.
    pub(crate) evidence: Option<Located<String>>,
    made: Option<Located<Day>>,
    reviewed: Option<Located<Day>>,
}

impl Form for Statement {
    const SCHEMA: Schema = Schema {
        name: NAME,
        kind: Kind::Translated(KEYS),
        own: None,
    };

    fn read(mut fields: Fields, reading: &mut Reading<'_>) -> Self {
        let said = said(&fields, KEYS, reading.config);
        let days = [MADE, REVIEWED].map(|key| {
            let day = fields.day(key);
            reading.located(key, day)
        });
        let evidence = trimmed(&mut fields, EVIDENCE);
        let items = fields
            .maps(INACCESSIBLE)
            .unwrap_or_default();
        check_status(fields.text(STATUS).as_deref(), &items, reading);
        check_burdens(items, reading);
        check_scope(&fields.texts(SCOPE), reading);
        check_contacts(fields.map(AUTHORITY), reading);
        let [made, reviewed] = days;
        let statement = Self {
            said,
            evidence: reading.located(EVIDENCE, evidence),
            made,
            reviewed,
        };
        if statement.is_reviewed_before_made() {
            contradict(reading, "order", &[Step::Key(REVIEWED)]);
        }
        statement
    }
}

impl Statement {
    fn is_reviewed_before_made(&self) -> bool {
        let (made, reviewed) = (self.made.as_ref(), self.reviewed.as_ref());
        made.zip(reviewed)
            .is_some_and(|(made, reviewed)| reviewed.value < made.value)
    }

    /// Returns what is wrong with the statement on a day: it is dated later, or too old.
    pub(crate) fn findings_on(&self, today: Day) -> Vec<Diagnostic> {
        let days = [&self.made, &self.reviewed]
            .into_iter()
            .flatten();
        let mut found: Vec<Diagnostic> = days
            .filter(|day| day.value > today)
            .map(|day| contradiction("future", day.place.clone()))
            .collect();
        if let Some(Located { value, place }) = &self.reviewed
            && today.days_since(*value) > LONGEST
        {
            let finding = Diagnostic::new(Code::AccessibilityOverdue, place.clone());
            found.push(finding.arg("day", value.to_string()));
        }
        found
    }
}

/// The status must agree with the list of inaccessible items.
fn check_status(status: Option<&str>, items: &[Fields], reading: &mut Reading<'_>) {
    let cause = match status {
        Some("plne") if !items.is_empty() => "full",
        Some("castecne" | "neni") if items.is_empty() => "empty",
        _ => return,
    };
    contradict(reading, cause, &[Step::Key(STATUS)]);
}

/// A disproportionate burden needs a justification.
fn check_burdens(items: Vec<Fields>, reading: &mut Reading<'_>) {
    for (position, mut item) in items.into_iter().enumerate() {
        let is_burden = item.text(REASON).as_deref() == Some(BURDEN);
        if is_burden && item.text(JUSTIFICATION).is_none() {
            let item = Step::Item(position);
            let reason = [Step::Key(INACCESSIBLE), item, Step::Key(REASON)];
            contradict(reading, "burden", &reason);
        }
    }
}

/// The addresses that the statement covers include the site's own.
fn check_scope(addresses: &[String], reading: &mut Reading<'_>) {
    let Some(base) = &reading.config.base_url else {
        return;
    };
    let own = base.as_str().trim_end_matches('/');
    let is_own = |address: &String| address.trim_end_matches('/') == own;
    if !addresses.is_empty() && !addresses.iter().any(is_own) {
        contradict(reading, "scope", &[Step::Key(SCOPE)]);
    }
}

/// The authority's contacts can be links.
fn check_contacts(mut authority: Fields, reading: &mut Reading<'_>) {
    for (key, contact) in CONTACTS {
        let place = || reading.place(&[Step::Key(AUTHORITY), Step::Key(key)]);
        let value = trimmed(&mut authority, key);
        let finding = value.and_then(|value| contact.finding(key, &value, place()));
        reading.found.extend(finding);
    }
}

fn contradict(reading: &mut Reading<'_>, cause: &str, path: &[Step<'_>]) {
    let place = reading.place(path);
    reading
        .found
        .push(contradiction(cause, place));
}

fn contradiction(cause: &str, place: Place) -> Diagnostic {
    Diagnostic::new(Code::AccessibilityContradiction, place).arg("cause", cause)
}

fn trimmed(fields: &mut Fields, key: &str) -> Option<String> {
    Some(fields.text(key)?.trim().to_owned())
}

/// Collects the values of `keys`, with `null` for empty ones, and their translations into the
/// site's languages.
fn said(fields: &Fields, keys: &[Key], config: &Config) -> Map {
    let mut said: Map = keys
        .iter()
        .map(|key| {
            let value = published(fields.get(key.name), key.kind, config);
            (TeraKey::Str(key.name), value)
        })
        .collect();
    for language in &config.languages {
        if let Some(words) = fields
            .get(&language.code)
            .and_then(|words| words.as_mapping())
        {
            let words = translated(words, keys, config);
            said.insert(TeraKey::from(language.code.to_string()), words.into());
        }
    }
    said
}

/// Collects the values of `keys` in another language.
fn translated(words: &Mapping, keys: &[Key], config: &Config) -> Map {
    let word = |key: &Key| {
        let value = published(Some(words.get(key.name)?), key.kind, config);
        (!value.is_none()).then_some((TeraKey::Str(key.name), value))
    };
    keys.iter().filter_map(word).collect()
}

/// Converts a value for machines. A list is always present, even if empty.
fn published(value: Option<&Yaml>, kind: Kind, config: &Config) -> Value {
    match (kind, value) {
        (_, Some(Yaml::String(text))) => plain(text),
        (Kind::List(inner), value) => {
            let items = value
                .and_then(Yaml::as_sequence)
                .into_iter()
                .flatten();
            let items = items.map(|item| published(Some(item), *inner, config));
            Value::from(
                items
                    .filter(|item| !item.is_none())
                    .collect::<Vec<Value>>(),
            )
        }
        (Kind::Translated(keys), Some(Yaml::Mapping(mapping))) => {
            said(&Fields::new(mapping.clone()), keys, config).into()
        }
        (_, Some(Yaml::Bool(flag))) => Value::from(*flag),
        _ => Value::none(),
    }
}

/// Converts a text for machines to compare: non-breaking spaces from typography become plain ones.
/// An empty text becomes `null`.
pub(crate) fn plain(text: &str) -> Value {
    match text.trim() {
        "" => Value::none(),
        text => Value::normal_string(&text.replace('\u{a0}', " ")),
    }
}
