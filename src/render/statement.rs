//! The accessibility statement for machines: what it says, and the site's operator, as JSON.
//! `docs/content.md` describes the format.

use tera::value::Key;
use tera::{Map, Value};

use super::escape::suffix;
use super::values;
use crate::config::{Language, LanguageId};
use crate::data::{EVIDENCE, plain};
use crate::language;
use crate::route::Route;
use crate::site::{PageId, Resolved, STATEMENT, Site, data_origin, data_target};
use crate::theme::Facts;

/// The keys of the operator, and their keys in `organisation` in the settings.
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
    let statement = site.statement()?;
    let own = site.config().language();
    let is_demo = !site
        .config()
        .organisation
        .is_complete();
    let about_site = [
        ("web", plain(&own.title)),
        ("jazyk", plain(&own.code)),
        ("stranky", pages(site)),
        ("ukazka", Value::from(is_demo)),
        ("provozovatel", operator(site)),
    ];
    let mut copy: Map = about_site
        .map(|(key, value)| (Key::Str(key), value))
        .into();
    let said = statement.said.iter();
    copy.extend(said.map(|(key, value)| (key.clone(), value.clone())));
    let evidence = evidence(site, LanguageId::OWN, |route| address(site, route));
    copy.insert(
        Key::Str(EVIDENCE),
        evidence.map_or_else(Value::none, |link| plain(&link)),
    );
    let mut bytes = serde_json::to_vec_pretty(&Value::from(copy)).ok()?;
    bytes.push(b'\n');
    Some(bytes)
}

/// Returns what the page of the statement sees besides its data: path and size of the copy, and the
/// link to the evidence.
pub(super) fn value(site: &Site, page: PageId, root: &str) -> Option<Value> {
    if !site.is_shown_by(page, Facts::is_of_statement) {
        return None;
    }
    let language = site.pages[page].language();
    let code = &site.config().languages[language].code;
    let size = language::size(copy(site)?.len() as u64, code);
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

/// Returns the link to the evidence for the statement; `link` makes the link to a route of the
/// site.
fn evidence(site: &Site, language: LanguageId, link: impl Fn(&Route) -> String) -> Option<String> {
    let written = &site.evidence()?.value;
    let target = data_target(written).ok()?;
    match site
        .resolve(data_origin(language), &target)
        .ok()?
    {
        Resolved::External => Some(written.clone()),
        Resolved::There { route, .. } => Some(format!("{}{}", link(route), suffix(&target))),
        Resolved::Here => None,
    }
}

fn operator(site: &Site) -> Value {
    let organisation = &site.config().organisation;
    let said = OPERATOR.map(|(key, setting)| {
        let value = organisation.get(setting);
        (Key::Str(key), value.map_or_else(Value::none, plain))
    });
    Value::from(said.into_iter().collect::<Map>())
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
    let languages = site.config().languages.with_ids();
    Value::from(
        languages
            .filter_map(page)
            .collect::<Map>(),
    )
}

/// Returns the absolute address of a route, or from the root if the site's address is not known.
fn address(site: &Site, route: &Route) -> String {
    site.absolute(route)
        .unwrap_or_else(|| site.link_to(route))
}
