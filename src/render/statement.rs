//! The accessibility statement for machines: the data of `data/accessibility.yaml` and who operates
//! the site, as JSON. The form is told in `docs/content.md`; it follows the data, whose keys are
//! Czech, as the law and its forms are.

use tera::value::Key;
use tera::{Map, Value};

use super::{suffix, values};
use crate::config::{Language, LanguageId};
use crate::document::Variant;
use crate::language;
use crate::route::Route;
use crate::site::{PageId, Reader, Resolved, STATEMENT, Site, data_target};
use crate::theme::Theme;

/// The keys of the statement. Only those that are listed here and below are published, and all of
/// them are always there.
const KEYS: [&str; 11] = [
    "predpis",
    "rozsah",
    "stav",
    "nepristupny_obsah",
    "vypracovano",
    "revize",
    "metoda",
    "metoda_popis",
    "doklad",
    "zverejneno",
    "dozor",
];

/// The keys of what is not accessible.
const ITEM: [&str; 5] = ["popis", "sc", "duvod", "zduvodneni", "alternativa"];

/// The keys of the authority.
const AUTHORITY: [&str; 6] = ["nazev", "url", "adresa", "email", "telefon", "overeno"];

/// The keys of the operator, and those of `organisation` in the settings.
const OPERATOR: [(&str, &str); 7] = [
    ("nazev", "operator"),
    ("ico", "id_number"),
    ("adresa", "address"),
    ("email", "email"),
    ("telefon", "phone"),
    ("datova_schranka", "data_box"),
    ("kontakt_pro_pristupnost", "accessibility_contact"),
];

/// Writes the statement as JSON.
pub(super) fn copy(site: &Site) -> Option<Vec<u8>> {
    let data = site.statement()?;
    let own = site.config().language();
    let mut copy = Map::new();
    copy.insert(Key::Str("web"), plain(&own.title));
    copy.insert(Key::Str("jazyk"), plain(&own.code));
    copy.insert(Key::Str("stranky"), pages(site));
    copy.insert(
        Key::Str("ukazka"),
        Value::from(!site.config().organisation.missing().is_empty()),
    );
    let operator = OPERATOR.map(|(key, setting)| {
        (
            Key::Str(key),
            site.config()
                .organisation
                .get(setting)
                .map_or_else(Value::none, plain),
        )
    });
    copy.insert(
        Key::Str("provozovatel"),
        Value::from(operator.into_iter().collect::<Map>()),
    );
    copy.extend(words(site, data, &KEYS));
    let items = data
        .get(&Key::Str("nepristupny_obsah"))
        .and_then(Value::as_array)
        .unwrap_or_default();
    let items = items
        .iter()
        .filter_map(Value::as_map)
        .map(|item| Value::from(words(site, item, &ITEM)));
    copy.insert(
        Key::Str("nepristupny_obsah"),
        Value::from(items.collect::<Vec<Value>>()),
    );
    copy.insert(
        Key::Str("doklad"),
        evidence(site, LanguageId::OWN, |route| address(site, route))
            .map_or_else(Value::none, |link| plain(&link)),
    );
    let authority = data.get(&Key::Str("dozor")).and_then(Value::as_map);
    copy.insert(
        Key::Str("dozor"),
        authority.map_or_else(Value::none, |authority| {
            Value::from(words(site, authority, &AUTHORITY))
        }),
    );
    let mut bytes = serde_json::to_vec_pretty(&Value::from(copy)).ok()?;
    bytes.push(b'\n');
    Some(bytes)
}

/// Makes what the page of the statement sees beside its data: where the copy is, how large, and
/// where the evidence leads.
pub(super) fn value(site: &Site, page: PageId, root: &str) -> Option<Value> {
    if !site.is_shown_by(page, Theme::is_of_statement) {
        return None;
    }
    let language = site.pages[page].entry.position.variant.language;
    let length = copy(site)?.len();
    let size = language::size(length as u64, &site.config().languages[language].code);
    let evidence = evidence(site, language, |route| {
        format!("{root}{}", site.link_to(route))
    });
    Some(values::map([
        ("path", Value::from(STATEMENT)),
        ("size", Value::normal_string(&size)),
        (
            "evidence",
            evidence.map_or_else(Value::none, |link| Value::normal_string(&link)),
        ),
    ]))
}

/// Returns the link to what proves the statement, with that to a route of the site made by `link`.
fn evidence(site: &Site, language: LanguageId, link: impl Fn(&Route) -> String) -> Option<String> {
    let written = site.evidence()?;
    let target = data_target(written).ok()?;
    let reader = Reader {
        variant: Variant::standard(language),
        document: None,
    };
    match site.resolve(reader, &target).ok()? {
        Resolved::External => Some(written.to_owned()),
        Resolved::There { route, .. } => Some(format!("{}{}", link(route), suffix(&target))),
        Resolved::Here => None,
    }
}

/// The pages that show the statement, by language.
fn pages(site: &Site) -> Value {
    let page = |(language, own): (LanguageId, &Language)| {
        let page = &site.pages[site.statement_page(language)?];
        Some((
            Key::from(own.code.to_string()),
            plain(&address(site, &page.route)),
        ))
    };
    Value::from(
        site.config()
            .languages
            .with_ids()
            .filter_map(page)
            .collect::<Map>(),
    )
}

/// Returns the absolute address of a route; where the site's is not known, that from its root.
fn address(site: &Site, route: &Route) -> String {
    site.absolute(route).unwrap_or_else(|| site.link_to(route))
}

/// Picks `keys` of a mapping of the data, and again those of its words in other languages, if it
/// has some.
fn words(site: &Site, data: &Map, keys: &[&'static str]) -> Map {
    let mut words: Map = keys
        .iter()
        .map(|key| {
            (
                Key::Str(key),
                data.get(&Key::Str(key)).map_or_else(Value::none, said),
            )
        })
        .collect();
    for own in &site.config().languages {
        let Some(translated) = data.get(&Key::Str(&own.code)).and_then(Value::as_map) else {
            continue;
        };
        let said = keys
            .iter()
            .filter_map(|key| Some((Key::Str(key), said(translated.get(&Key::Str(key))?))));
        words.insert(
            Key::from(own.code.to_string()),
            Value::from(said.filter(|(_, value)| !value.is_none()).collect::<Map>()),
        );
    }
    words
}

/// Returns a value of the data that is no mapping. An empty text says nothing; lists are of texts,
/// also where YAML takes a criterion for a number.
fn said(value: &Value) -> Value {
    match (value.as_str().map(str::trim), value.as_array()) {
        (Some(""), _) => Value::none(),
        (Some(text), _) => plain(text),
        (None, Some(items)) => Value::from(
            items
                .iter()
                .map(|item| plain(&item.to_string()))
                .collect::<Vec<Value>>(),
        ),
        (None, None) if value.is_map() => Value::none(),
        (None, None) => value.clone(),
    }
}

/// Makes a text as machines compare it: with plain spaces where typography has made them
/// non-breaking.
fn plain(text: &str) -> Value {
    Value::normal_string(&text.replace('\u{a0}', " "))
}
