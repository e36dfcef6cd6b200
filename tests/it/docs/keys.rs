//! Checks the tables of keys in the guides: every key, its type and its default match the program.

use std::collections::BTreeMap;

use super::{between, codes, guide, lists_the_same, section, site_with, table};
use pakt::config;
use pakt::diagnostic::Code;
use pakt::keys;
use pakt::site::SitemapLimits;
use pakt::theme;
use pakt::yaml::{Key, Kind, Presence};

/// Returns the guides' name for a type of value; `of_names` is what the keys of a map with free
/// names are.
fn type_of(kind: Kind, of_names: &str) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Boolean => "yes/no".to_owned(),
        Kind::Day => "day".to_owned(),
        Kind::Texts | Kind::List(_) => "list".to_owned(),
        Kind::Map(_) | Kind::Open(_) | Kind::Translated(_) | Kind::ByLanguage(_) => {
            "map".to_owned()
        }
        Kind::Named(_) if of_names.is_empty() => "map".to_owned(),
        Kind::Named(_) => format!("map by {of_names}"),
        Kind::Any | Kind::Either(_) => "anything".to_owned(),
        Kind::OneOf(known) => match known {
            [others @ .., last] => format!("`{}` or `{last}`", others.join("`, `")),
            [] => String::new(),
        },
    }
}

/// The rows of a table as keys with types, without the backticks around keys.
fn keys_and_types(rows: &[Vec<String>]) -> Vec<String> {
    rows.iter()
        .map(|row| {
            format!(
                "{}: {}",
                row[0].trim_matches('`'),
                row[1].replace("list of texts", "list")
            )
        })
        .collect()
}

#[test]
fn the_front_matter_keys_are_those_of_the_program() {
    let mut rows = table(guide("content.md"), "| key | type | where | what it does |");
    let of_taxonomy = rows.pop().expect("a last row");
    assert!(
        of_taxonomy[0].contains("taxonomy") && of_taxonomy[1] == type_of(Kind::Texts, ""),
        "{of_taxonomy:?}"
    );
    lists_the_same(
        keys_and_types(&rows),
        keys::FRONT
            .iter()
            .map(|key| format!("{}: {}", key.name, type_of(key.kind, ""))),
    );
    let only_in_index = rows
        .iter()
        .filter(|row| row[2] == "`_index.md`")
        .map(|row| row[0].trim_matches('`'));
    lists_the_same(
        only_in_index,
        keys::FRONT
            .iter()
            .filter(|key| key.presence == Presence::IndexOnly)
            .map(|key| key.name),
    );
}

/// How guides write a freely chosen name, by the key above it.
const NAMES: [(&str, &str); 4] = [
    ("check", "code"),
    ("languages", "tag"),
    ("taxonomies", "key"),
    ("taxonomies.<key>", "tag"),
];

/// Lists keys and nested keys as guides write them: `languages.<tag>.name: text`.
fn flat(keys: &[Key], above: &str) -> Vec<String> {
    keys.iter()
        .flat_map(|key| below(key.kind, &format!("{above}{}", key.name)))
        .collect()
}

fn below(kind: Kind, path: &str) -> Vec<String> {
    let name = NAMES
        .iter()
        .find(|(key, _)| *key == path)
        .map_or("", |(_, name)| *name);
    let own = (!path.ends_with('>')).then(|| format!("{path}: {}", type_of(kind, name)));
    let inner = match kind {
        Kind::Map(keys) => flat(keys, &format!("{path}.")),
        Kind::Named(kind) => below(*kind, &format!("{path}.<{name}>")),
        _ => Vec::new(),
    };
    own.into_iter().chain(inner).collect()
}

/// The heads of the tables of keys in the settings guide.
const HEADS: [&str; 2] = [
    "| key | type | default | meaning |",
    "| key | type | meaning |",
];

/// The rows of all tables of keys in the settings guide; the default is empty in a table without
/// defaults.
fn settings() -> Vec<Vec<String>> {
    let guide = guide("settings.md");
    let starts = HEADS.iter().flat_map(|head| {
        guide
            .match_indices(head)
            .map(move |(at, _)| (at, *head))
    });
    starts
        .flat_map(|(at, head)| table(&guide[at..], head))
        .collect()
}

#[test]
fn the_settings_keys_are_those_of_the_program() {
    lists_the_same(keys_and_types(&settings()), flat(config::KEYS, ""));
    let required = settings()
        .into_iter()
        .filter(|row| row[2] == "– (required)")
        .map(|row| row[0].trim_matches('`').to_owned());
    lists_the_same(
        required,
        config::KEYS
            .iter()
            .filter(|key| key.presence == Presence::Required)
            .map(|key| key.name),
    );
}

/// A value other than the default for every setting that has one; it changes the site below.
const OTHERS: [(&str, &str); 8] = [
    ("language", "en"),
    ("theme", "urad"),
    ("timezone", "UTC"),
    ("typography", "false"),
    ("search", "false"),
    ("markdown.html", "escape"),
    ("markdown.extensions", "false"),
    ("feeds.limit", "3"),
];

/// Every artifact of a site that all settings affect, with one more setting.
fn artifacts(settings: &str) -> BTreeMap<String, Vec<u8>> {
    let page = |number| {
        (
            format!("content/den-{number}.md"),
            format!("---\ntitle: Den\ndate: 2026-01-{number}\n---\n\"A\" <b>b</b> ~~c~~\n"),
        )
    };
    let mut files: Vec<(String, String)> = (10..31).map(page).collect();
    files.push((
        "themes/urad/templates/page.html".to_owned(),
        "{{ content }}".to_owned(),
    ));
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    site_with(settings, &files).artifacts()
}

/// Writes a setting: `feeds.limit` is `limit` in `feeds`.
fn setting(key: &str, value: &str) -> String {
    match key.split_once('.') {
        Some((above, key)) => format!("{above}: {{{key}: {value}}}"),
        None => format!("{key}: {value}"),
    }
}

#[test]
fn omitted_settings_have_the_default_in_the_guide() {
    let without = artifacts("");
    let mut told = Vec::new();
    for row in settings()
        .iter()
        .filter(|row| row.len() == 4 && !row[0].contains('<'))
    {
        let key = row[0].trim_matches('`');
        let default = codes(&row[2])
            .first()
            .map_or(row[2].as_str(), |code| code);
        if row[2].starts_with('`') || default.parse::<u32>().is_ok() {
            assert!(
                artifacts(&setting(key, default)) == without,
                "{key}: {default} makes another site"
            );
            told.push(key.to_owned());
        }
    }
    lists_the_same(told, OTHERS.map(|(key, _)| key));
    for (key, other) in OTHERS {
        assert!(
            artifacts(&setting(key, other)) != without,
            "{key}: {other} makes the same site, so the test is worth nothing"
        );
    }
}

#[test]
fn names_of_languages_and_taxonomies_default_to_what_the_guide_says() {
    let full = "description: D\nlanguages:\n  cs: {name: cs, title: Web, description: D}\n  en: {name: en, title: Web, description: D}\n\
        taxonomies:\n  topic:\n    cs: {slug: topic, title: topic}\n    en: {slug: topic, title: topic}\n";
    let short = "description: D\nlanguages:\n  en:\ntaxonomies:\n  topic:\n";
    let page = [
        ("content/x.md", "---\ntitle: X\ntopic: [a]\n---\n"),
        ("content/x.en.md", "---\ntitle: X\ntopic: [a]\n---\n"),
    ];
    assert_eq!(
        site_with(full, &page).findings(),
        site_with(short, &page).findings()
    );
    assert!(
        site_with(full, &page).artifacts() == site_with(short, &page).artifacts(),
        "the two sites differ"
    );
}

#[test]
fn the_keys_of_a_theme_are_those_of_the_program() {
    let text = section(guide("themes.md"), "### `theme.yaml`");
    let compare = |header: &str, keys: &[Key]| {
        lists_the_same(
            keys_and_types(&table(text, header)),
            keys.iter()
                .map(|key| format!("{}: {}", key.name, type_of(key.kind, ""))),
        );
    };
    compare("| key | type | what it is |", theme::KEYS);
    let tables = [
        ("blocks", "| key of a block | type | what it is |"),
        ("templates", "| key of a template | type | what it is |"),
        ("scripts", "| key of a script | type | what it is |"),
        ("search", "| key of the search | type | what it is |"),
        ("browsers", "| browser | type | what it is |"),
    ];
    let inner = |name: &str| match theme::KEYS
        .iter()
        .find(|key| key.name == name)?
        .kind
    {
        Kind::Map(keys) | Kind::Named(&Kind::Map(keys)) => Some(keys),
        _ => None,
    };
    for (name, header) in tables {
        compare(header, inner(name).expect("a map of keys"));
    }
    let maps = theme::KEYS
        .iter()
        .filter_map(|key| inner(key.name));
    assert_eq!(maps.count(), tables.len(), "every map has a table");
}

#[test]
fn mistakes_in_settings_are_the_findings_that_the_guide_names() {
    let text = section(guide("settings.md"), "## Rules for the whole file");
    let slips = [
        ("nadpis: a", Code::UnknownKey),
        ("theme: pakt\ntheme: pakt", Code::DuplicateKey),
        ("feeds: {limit: 1, limit: 2}", Code::BrokenYaml),
        ("markdown:\n\thtml: escape", Code::TabInYaml),
        ("description: a: b", Code::UnquotedColon),
        ("search: ano", Code::NotBoolean),
        ("feeds: {limit: mnoho}", Code::WrongType),
        ("markdown: {html: permit}", Code::UnknownValue),
        (
            &*format!("languages: {}", "{a: ".repeat(130)),
            Code::YamlTooComplex,
        ),
    ];
    for (settings, code) in slips {
        let found = site_with(settings, &[]).codes();
        assert!(
            found.contains(&code) && text.contains(code.id()),
            "{settings}: {found:?}"
        );
    }
    for passed_over in [
        "description: \"\"",
        "description:",
        "languages:\n  en:",
        "taxonomies: {topic: {xx: {title: X}}}",
        "title: 1.10",
    ] {
        assert_eq!(site_with(passed_over, &[]).codes(), [], "{passed_over}");
    }
}

#[test]
fn the_sitemap_limits_are_those_in_the_guide() {
    let text = between(guide("settings.md"), "A sitemap file may hold ", ";");
    let SitemapLimits { addresses, bytes } = SitemapLimits::default();
    assert_eq!(
        text,
        format!(
            "{},{:03} addresses and {} MB",
            addresses / 1000,
            addresses % 1000,
            bytes >> 20
        )
    );
}
