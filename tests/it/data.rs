//! Data files: their JSON Schemas agree with pakt's own checks, and a file with errors keeps its
//! last good version.

use pakt::diagnostic::Code;
use pakt::language::{ToolLanguage, tool_messages};
use pakt::project::Change;
use pakt::schema::{SiteNames, Subject, schema};
use serde_json::Value;

use crate::support::{TestSite, file};

const SETTINGS: &str = "title: Web\nlanguages: {cs: {}, en: {}, uk: {}}\n\
    organisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n";

/// The data files that pakt itself uses, as this repository has them.
const OWN: [(&str, &str); 3] = [
    (
        "data/accessibility",
        include_str!("../../data/accessibility.yaml"),
    ),
    ("data/glossary", include_str!("../../data/glossary.yaml")),
    ("data/synonyms", include_str!("../../data/synonyms.yaml")),
];

/// A statement without findings.
const STATEMENT: &str = "predpis: P\nrozsah: [https://www.example.cz/]\nstav: castecne\n\
    nepristupny_obsah:\n  - {popis: P, sc: [1.1.1], duvod: nesoulad}\nvypracovano: 2026-01-10\n\
    revize: 2026-11-22\nmetoda: vlastni-posouzeni\ndozor: {nazev: N}\n";

/// The schema of a data file, for the site's languages.
fn schema_of(name: &str) -> Value {
    let subject = Subject::all()
        .into_iter()
        .find(|subject| subject.name() == name)
        .expect("a schema");
    let names = SiteNames {
        taxonomies: Vec::new(),
        languages: ["cs", "en", "uk"]
            .map(str::to_owned)
            .to_vec(),
    };
    let text = schema(subject, &names, &tool_messages(ToolLanguage::En));
    serde_json::from_str(&text).expect("JSON")
}

/// Returns whether a value is valid by the keywords that pakt writes; `format` is ignored.
fn is_valid(value: &Value, schema: &Value) -> bool {
    let any = |key: &str, fits: &dyn Fn(&Value) -> bool| {
        schema[key]
            .as_array()
            .is_none_or(|known| known.iter().any(fits))
    };
    let types = match &schema["type"] {
        Value::Array(types) => types.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    };
    let has_required = schema["required"]
        .as_array()
        .is_none_or(|keys| {
            keys.iter().all(|key| {
                value
                    .get(key.as_str().expect("a key"))
                    .is_some()
            })
        });
    let items = value.as_array().into_iter().flatten();
    let entries = value
        .as_object()
        .into_iter()
        .flatten();
    (types.is_empty()
        || types
            .iter()
            .any(|name| name == type_of(value)))
        && any("enum", &|known| known == value)
        && any("anyOf", &|kind| is_valid(value, kind))
        && (!value.is_object() || has_required)
        && (schema["items"].is_null()
            || items
                .clone()
                .all(|item| is_valid(item, &schema["items"])))
        && entries.clone().all(|(key, value)| {
            let own = schema["properties"].get(key);
            match own.unwrap_or(&schema["additionalProperties"]) {
                Value::Bool(allowed) => *allowed,
                Value::Null => true,
                schema => is_valid(value, schema),
            }
        })
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The findings about a data file on a site that uses all of them.
fn codes(name: &str, text: &str) -> Vec<Code> {
    let page = |template: &str| format!("---\ntitle: Stránka\ntemplate: {template}\n---\n");
    TestSite::new(&[
        ("site.yaml", SETTINGS),
        ("content/a.md", &page("accessibility")),
        ("content/b.md", &page("glossary")),
        (&format!("{name}.yaml"), text),
    ])
    .snapshot
    .diagnostics
    .iter()
    .map(|finding| finding.code)
    .collect()
}

#[test]
fn the_schemas_agree_with_the_checks() {
    let yaml =
        |text: &str| -> Value { serde_yaml::from_str(text).expect("YAML that JSON can say") };
    for (name, text) in OWN {
        assert!(is_valid(&yaml(text), &schema_of(name)), "{name}");
    }
    let changed = |from: &str, to: &str| STATEMENT.replace(from, to);
    for (name, text) in [
        ("data/glossary", "cs: [{term: a, meaning: b}]".to_owned()),
        (
            "data/glossary",
            "cs: [{term: 50, also: c, meaning: b, zdroj: d}]".to_owned(),
        ),
        ("data/glossary", "cs:\nen: []".to_owned()),
        ("data/glossary", "cs: [{term: a}]".to_owned()),
        ("data/glossary", "cs: [a]".to_owned()),
        ("data/glossary", "de: []".to_owned()),
        (
            "data/glossary",
            "cs: [{term: a, meaning: b, also: {c: d}}]".to_owned(),
        ),
        (
            "data/synonyms",
            "cs: [[a, b], {c: d, e: [f, 5]}]".to_owned(),
        ),
        ("data/synonyms", "cs: [a]".to_owned()),
        ("data/synonyms", "cs: [[a, [b]]]".to_owned()),
        ("data/synonyms", "cs: [{a: {b: c}}]".to_owned()),
        ("data/synonyms", "- [a, b]".to_owned()),
        ("data/accessibility", STATEMENT.to_owned()),
        ("data/accessibility", changed("P\nrozsah", "[P]\nrozsah")),
        ("data/accessibility", changed("castecne", "napul")),
        ("data/accessibility", changed("[1.1.1]", "1.1.1")),
        ("data/accessibility", changed("popis: P, ", "")),
        (
            "data/accessibility",
            changed("nazev: N", "nazev: N, telefon: 123, url: \"\", cs: {}"),
        ),
        (
            "data/accessibility",
            changed("nazev: N", "nazev: N, overeno: možná"),
        ),
        (
            "data/accessibility",
            format!("{STATEMENT}en: {{predpis: Act}}\nnaše: 1\n"),
        ),
        (
            "data/accessibility",
            format!("{STATEMENT}en: {{predpis: [Act]}}\n"),
        ),
    ] {
        let found = codes(name, &text);
        assert_eq!(
            is_valid(&yaml(&text), &schema_of(name)),
            found.is_empty(),
            "{name}\n{text}\n{found:?}"
        );
    }
}

#[test]
fn a_misspelt_key_is_reported_and_other_keys_are_left_alone() {
    let with = |line: &str| codes("data/accessibility", &format!("{STATEMENT}{line}\n"));
    assert_eq!(with("metoda_popsi: x"), [Code::UnknownKey]);
    assert_eq!(with("poznamka: x\nmetoda_druha: y\nde: {predpis: G}"), []);
    assert_eq!(with("metoda_popis: x\nmetoda_popis2: y"), []);
    let entry = |key: &str| {
        codes(
            "data/glossary",
            &format!("cs: [{{{key}: x, term: a, meaning: b}}]"),
        )
    };
    assert_eq!(entry("als"), [Code::UnknownKey]);
    assert_eq!(entry("zdroj"), []);
    assert_eq!(entry("en"), []);
}

#[test]
fn templates_get_what_was_checked() {
    let mut site = TestSite::new(&[
        (
            "themes/t/templates/page.html",
            "{% set e = data.glossary.cs[0] %}{{ e.term }} {{ e.also | join(sep='+') }} \
             {{ e.zdroj }} {{ data.x.v }}",
        ),
        ("themes/t/theme.yaml", "extends: pakt\n"),
        ("site.yaml", &format!("{SETTINGS}theme: t\n")),
        ("content/a.md", "---\ntitle: A\n---\n"),
        ("content/g.md", "---\ntitle: G\ntemplate: glossary\n---\n"),
        ("data/x.yaml", "v: 1.10\n"),
        (
            "data/glossary.yaml",
            "cs:\n  - term: 1.10\n    also: x\n    meaning: M\n    zdroj: z\n",
        ),
    ]);
    assert_eq!(site.text("a/index.html"), "1.10 x z 1.1");
    let page = site.text("g/index.html");
    // Only the file that cannot be read keeps its last good version.
    site.apply(vec![
        Change::Present(file("data/glossary.yaml", "cs: [")),
        Change::Present(file("data/x.yaml", "v: 2\n")),
    ]);
    assert_eq!(site.text("a/index.html"), "1.10 x z 2");
    assert_eq!(site.text("g/index.html"), page);
    // pakt itself leaves out what does not fit, but templates see the file as it is.
    site.apply(vec![Change::Present(file(
        "data/glossary.yaml",
        "cs: [{term: 1.20, also: [y], meaning: [M], zdroj: z}]\n",
    ))]);
    assert_eq!(site.text("a/index.html"), "1.2 y z 2");
    assert_eq!(site.text("g/index.html"), page);
}
