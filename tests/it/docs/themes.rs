//! Checks the claims of the theme guide about templates, their variables, and the theme `pakt`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{between, codes, guide, is_sound, lists_the_same, section, site_with, table};
use crate::support::TestSite;
use pakt::diagnostic::Code;
use pakt::theme::Theme;

const THEMES: &str = "themes.md";

fn pakt(site: &TestSite) -> &Theme {
    &site
        .snapshot
        .renderer
        .site()
        .inputs
        .themes["pakt"]
}

/// The names of the files in a folder of the theme `pakt`.
fn files_of_pakt(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("themes/pakt")
        .join(folder);
    let files = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"));
    files
        .filter(|file| file.path().is_file())
        .map(|file| {
            file.file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}

fn text_of_pakt(path: &str) -> String {
    fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("themes/pakt")
            .join(path),
    )
    .expect("a file")
}

/// Returns whether a theme with these templates lacks one that it must have. The site of the
/// examples also asks for `glossary.html`.
fn lacks_a_template<'n>(names: impl Iterator<Item = &'n str>) -> bool {
    let files: Vec<(String, &str)> = names
        .chain(["glossary.html"])
        .map(|name| (format!("themes/holy/templates/{name}"), "x"))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), *text))
        .collect();
    site_with("theme: holy", &files)
        .codes()
        .contains(&Code::UnknownTemplate)
}

#[test]
fn the_required_templates_are_those_in_the_table() {
    let rows = table(guide(THEMES), "| template | page |");
    let is_needed =
        |template: &&str| *template != "search.html" && !template.starts_with("blocks/");
    let required: Vec<&str> = rows
        .iter()
        .map(|row| codes(&row[0])[0])
        .filter(is_needed)
        .collect();
    assert!(!lacks_a_template(required.iter().copied()));
    for missing in &required {
        let kept = required.iter().copied();
        assert!(
            lacks_a_template(kept.filter(|name| name != missing)),
            "{missing} is not missed"
        );
    }
}

/// Pages on which every variable has a value.
const FULL: [(&str, &str); 5] = [
    (
        "content/pripravenost/zivotopis.md",
        "---\ntitle: Životopis\ntopic: [prava]\nimage: mapa.png\ntoc: true\nsteps: [Krok]\ndate: 2026-01-01\nextra: {motto: x}\n---\n## A\n",
    ),
    (
        "content/pripravenost/zivotopis.en.md",
        "---\ntitle: CV\n---\n",
    ),
    (
        "content/pripravenost/_index.md",
        "---\ntitle: Připravenost\nfeed: true\n---\n",
    ),
    (
        "content/pripravenost/_index.en.md",
        "---\ntitle: Readiness\n---\n",
    ),
    (
        "content/stara.md",
        "---\ntitle: Stará\naliases: [/byvala/]\n---\n",
    ),
];

/// Settings with menu entries.
const MENU: &str = "theme: urad\nnavigation: {main: [o-nas.md], footer: [o-nas.md]}";

/// A template and a page rendered with it.
type Place = (&'static str, &'static str);

const PAGE: Place = ("zkus.html", "pripravenost/zivotopis/index.html");
const SECTION: Place = ("section.html", "pripravenost/index.html");
const TAXONOMY: Place = ("taxonomy.html", "topic/index.html");
const TERM: Place = ("term.html", "topic/prava/index.html");
const SEARCH: Place = ("search.html", "hledani/index.html");

/// Compares the guide's keys of maps with the real ones, which a template prints line by line.
#[track_caller]
fn have_keys(maps: &[(Place, &str, Vec<&str>)]) {
    let print =
        |map: &str| format!("{map}: {{% for key, value in {map} %}}{{{{ key }}}} {{% endfor %}}\n");
    let template = |place: Place| {
        let lines = maps
            .iter()
            .filter(|(other, ..)| *other == place)
            .map(|(_, map, _)| print(map));
        (
            format!("themes/urad/templates/{}", place.0),
            lines.collect::<String>(),
        )
    };
    let templates = [PAGE, SECTION, TAXONOMY, TERM, SEARCH].map(template);
    let page = FULL[0]
        .1
        .replace("title:", "template: zkus\ntitle:");
    let mut files = FULL.to_vec();
    files.extend(
        templates
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    files.push((FULL[0].0, &page));
    let site = site_with(MENU, &files);
    for ((_, route), map, told) in maps {
        let text = site.text(route);
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{map}: ")));
        lists_the_same(
            told.iter().copied(),
            line.expect("a line")
                .split_whitespace(),
        );
    }
}

/// Returns the second cell of the row of a key.
fn cell<'r>(rows: &'r [Vec<String>], key: &str) -> &'r str {
    let row = rows
        .iter()
        .find(|row| codes(&row[0]).contains(&key));
    &row.unwrap_or_else(|| panic!("no row of {key}"))[1]
}

#[test]
fn pages_have_the_keys_in_the_tables() {
    let summary = table(section(guide(THEMES), "### Summary"), "| key | value |");
    let page = table(section(guide(THEMES), "### `page`"), "| key | value |");
    let of_summary: Vec<&str> = summary
        .iter()
        .flat_map(|row| codes(&row[0]))
        .collect();
    let of_page: Vec<&str> = of_summary
        .iter()
        .copied()
        .chain(
            page.iter()
                .flat_map(|row| codes(&row[0])),
        )
        .collect();
    let (terms, of_term) = cell(&page, "terms")
        .split_once("(list of")
        .expect("terms");
    have_keys(&[
        (SECTION, "section.pages[0]", of_summary.clone()),
        (PAGE, "page", of_page),
        (PAGE, "page.image", codes(cell(&summary, "image"))),
        (PAGE, "page.breadcrumbs[0]", of_summary),
        (
            PAGE,
            "page.toc[0]",
            codes(between(cell(&page, "toc"), "list of", ":")),
        ),
        (
            PAGE,
            "page.translations[0]",
            codes(between(cell(&page, "translations"), ": ", ".")),
        ),
        (
            PAGE,
            "page.alternates[0]",
            codes(between(cell(&page, "alternates"), "list of", "for")),
        ),
        (PAGE, "page.terms[0]", codes(terms)),
        (
            PAGE,
            "page.terms[0].terms[0]",
            codes(between(of_term, "", ")")),
        ),
        (
            PAGE,
            "page.steps[0]",
            between(cell(&page, "steps"), "`{", "}")
                .split(", ")
                .collect(),
        ),
        (
            SECTION,
            "page.feed",
            codes(between(cell(&page, "feed"), "", "of")),
        ),
    ]);
}

/// Removes what is in parentheses or after a colon: keys of nested maps.
fn outer(cell: &str) -> String {
    let mut depth = 0_usize;
    let outer = cell.chars().filter(|c| {
        depth = depth + usize::from(*c == '(') - usize::from(*c == ')');
        depth == 0
    });
    outer
        .collect::<String>()
        .split(": list")
        .next()
        .unwrap_or_default()
        .replace("or `none`", "")
}

#[test]
fn the_other_variables_have_the_keys_in_the_table() {
    let rows = table(
        section(guide(THEMES), "### The others"),
        "| variable | keys |",
    );
    let own =
        ["section", "taxonomy", "term", "site", "nav"].map(|variable| outer(cell(&rows, variable)));
    let [section, taxonomy, term, site, nav] = own.each_ref().map(|cell| codes(cell));
    let below = |variable, from, to| codes(between(cell(&rows, variable), from, to));
    let of_groups = cell(&rows, "search")
        .replace("(list of `title`, `path`)", "")
        .replace("(true", "");
    have_keys(&[
        (SECTION, "section", section),
        (TAXONOMY, "taxonomy", taxonomy),
        (
            TAXONOMY,
            "taxonomy.terms[0]",
            below("taxonomy", "list of", "|"),
        ),
        (TERM, "term", term),
        (TERM, "term.taxonomy", below("term", "`taxonomy` (", ")")),
        (PAGE, "site", site),
        (PAGE, "site.languages[0]", below("site", "(list of", ")")),
        (PAGE, "site.feed", below("site", "`feed` (", ")")),
        (PAGE, "site.search", below("site", "`search` (", ")")),
        (PAGE, "nav", nav),
        (PAGE, "nav.main[0]", below("nav", "lists of", "|")),
        (
            SEARCH,
            "search.groups[0]",
            codes(between(&of_groups, "list of", "|")),
        ),
        (
            SEARCH,
            "search.groups[0].pages[0]",
            below("search", "(list of", ")"),
        ),
    ]);
}

/// Returns the variables of a template, which the engine lists when one is missing.
fn variables(template: &str, route: &str) -> Vec<String> {
    let path = format!("themes/urad/templates/{template}");
    let site = site_with(
        MENU,
        &[
            &FULL[..],
            &[
                (&path, "{{ missing }}"),
                ("content/blok.md", "---\ntitle: B\n---\n::print\n"),
            ],
        ]
        .concat(),
    );
    let found = site.findings();
    let names = |finding: &pakt::diagnostic::Diagnostic| {
        let (_, cause) = finding
            .args
            .iter()
            .find(|(name, _)| *name == "cause")?;
        Some(
            between(cause, "Available variables: ", "\n")
                .split(", ")
                .map(str::to_owned)
                .collect(),
        )
    };
    found
        .iter()
        .find_map(names)
        .unwrap_or_else(|| panic!("{route}: {found:?}"))
}

#[test]
fn templates_have_the_variables_in_the_guide() {
    let text = section(guide(THEMES), "## Variables");
    let of_page = codes(between(text, "Every page template gets", "."))[0];
    lists_the_same(
        of_page.split(' '),
        variables("page.html", "o-nas/index.html"),
    );
    lists_the_same(
        of_page
            .split(' ')
            .chain(["languages"]),
        variables("404.html", "404.html"),
    );
    let redirect = section(guide(THEMES), "### `404.html` and `redirect.html`");
    let absent = codes(between(
        redirect,
        "the variables of every page except",
        ", and also",
    ));
    let own = codes(between(redirect, "and also", "or `none`"))
        .into_iter()
        .chain(codes(between(redirect, "or `none`)", ".")));
    let others = of_page
        .split(' ')
        .filter(|name| !absent.contains(name));
    lists_the_same(
        own.chain(others),
        variables("redirect.html", "byvala/index.html"),
    );
    let block = section(guide(THEMES), "### Blocks");
    let rows = table(block, "| variable | what it is |");
    let others = codes(between(block, "It also gets", "(with"));
    lists_the_same(
        rows.iter()
            .flat_map(|row| codes(&row[0]))
            .chain(others),
        variables("blocks/print.html", "blok/index.html"),
    );
}

#[test]
fn functions_can_be_called_as_the_guide_does() {
    let text = section(guide(THEMES), "## Functions");
    let rows = table(text, "| function | result |");
    let calls = rows
        .iter()
        .flat_map(|row| codes(&row[0]))
        .map(|call| format!("{{{{ {call} }}}}"));
    let others = codes(text)
        .into_iter()
        .filter(|code| code.starts_with("{{"))
        .map(str::to_owned);
    let calls: Vec<String> = calls.chain(others).collect();
    assert!(calls.len() >= 7, "{calls:?}");
    for call in calls {
        let call = call.replace("entry.about", "data.links.nsk.name");
        let page = FULL[0]
            .1
            .replace("title:", "template: zkus\ntitle:");
        let template = ("themes/urad/templates/zkus.html", call.as_str());
        is_sound(
            &site_with(
                "theme: urad",
                &[
                    ("content/x.md", &page.replace("mapa", "pripravenost/mapa")),
                    template,
                ],
            ),
            &call,
        );
    }
}

#[test]
fn the_parts_of_the_theme_are_those_in_the_guide() {
    let own = section(guide(THEMES), "## The theme `pakt`");
    let partials = table(own, "| partial | part |");
    lists_the_same(
        partials.iter().map(|row| {
            codes(&row[0])[0]
                .trim_start_matches("partials/")
                .to_owned()
        }),
        files_of_pakt("templates/partials"),
    );
    let styles = between(own, "CSS: ", "It supports");
    lists_the_same(
        codes(styles)
            .into_iter()
            .map(|name| name.trim_start_matches("assets/css/")),
        files_of_pakt("assets/css"),
    );
    let blocks_of = |file: &str| -> Vec<String> {
        let text = text_of_pakt(file);
        text.split("{% block ")
            .chain(text.split("{%- block ").skip(1))
            .skip(1)
            .map(|rest| {
                rest.split(' ')
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect()
    };
    let frame = between(own, "`base.html` has the blocks", "; `article.html`");
    let frame: Vec<&str> = frame
        .split('(')
        .flat_map(|part| {
            codes(
                part.rsplit(')')
                    .next()
                    .unwrap_or_default(),
            )
        })
        .collect();
    lists_the_same(frame, blocks_of("templates/base.html"));
    let article = blocks_of("templates/article.html");
    for told in codes(between(own, "extend, has", "within")) {
        assert!(
            article
                .iter()
                .any(|known| known == told),
            "article.html has no block {told}"
        );
    }
    let site = site_with("", &[]);
    for template in [
        "contact.html",
        "privacy.html",
        "accessibility.html",
        "glossary.html",
    ] {
        assert!(
            own.contains(&format!("`{template}`")) && pakt(&site).has_template(template),
            "{template}"
        );
    }
}

#[test]
fn the_messages_of_the_theme_are_those_in_the_guide() {
    let text = section(guide(THEMES), "### Its messages").replace('\n', " ");
    let (told, prefixes) = text
        .split_once(", and those that begin with")
        .expect("prefixes");
    let told: BTreeSet<&str> = codes(told)
        .into_iter()
        .filter(|code| *code != "count")
        .flat_map(|list| list.split_whitespace())
        .collect();
    let names: Vec<&str> = told
        .iter()
        .map(|word| word.split('(').next().unwrap_or(word))
        .filter(|name| !name.ends_with(')'))
        .collect();
    let words = text_of_pakt("locales/cs.ftl");
    let known = words
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(name, _)| name)
        .filter(|name| !name.contains([' ', '#', '*', '[']));
    let is_told = |name: &&str| {
        !codes(prefixes)
            .iter()
            .any(|prefix| name.starts_with(prefix))
    };
    lists_the_same(names, known.filter(is_told));
}

/// A value for each attribute that a block may have.
const VALUES: [(&str, &str); 8] = [
    ("href", "href=kontakt.md"),
    ("src", "src=mapa.png"),
    ("ids", "ids=nsk"),
    ("code", "code=en"),
    ("taxonomy", "taxonomy=topic"),
    ("term", "term=prava"),
    ("open", "open"),
    ("never", "never"),
];

/// Writes a block in a form.
fn written(name: &str, form: &str, attributes: &str) -> String {
    match form {
        "container" => {
            format!(":::{name}[Text]{{{attributes}}}\n- [Pohovor](pohovor.md) – text\n:::\n")
        }
        "line" => format!("::{name}[Text]{{{attributes}}}\n"),
        "inline" => format!("Text :{name}[Text]{{{attributes}}} text.\n"),
        other => panic!("no form {other}"),
    }
}

fn forms(cell: &str) -> Vec<&str> {
    if cell == "all" {
        vec!["container", "line", "inline"]
    } else {
        cell.split(", ").collect()
    }
}

#[test]
fn blocks_have_the_forms_and_attributes_in_the_guides() {
    let rows = table(
        section(guide(THEMES), "### Its blocks"),
        "| block | forms | attributes | HTML |",
    );
    let for_writers = table(guide("content.md"), "| block | form | what it is |");
    let named = |rows: &[Vec<String>]| -> Vec<String> {
        rows.iter()
            .flat_map(|row| {
                codes(&row[0])
                    .into_iter()
                    .map(|name| format!("{name}: {}", row[1]))
            })
            .collect()
    };
    lists_the_same(named(&rows), named(&for_writers));
    let site = site_with("", &[]);
    lists_the_same(
        rows.iter()
            .flat_map(|row| codes(&row[0])),
        pakt(&site).blocks(),
    );
    let mut examples: Vec<(&str, String)> = Vec::new();
    for row in &rows {
        let values = codes(&row[2])
            .into_iter()
            .filter_map(|key| {
                VALUES
                    .iter()
                    .find(|(known, _)| *known == key)
            });
        let attributes: String = values
            .map(|(_, value)| format!("{value} "))
            .collect();
        for name in codes(&row[0]) {
            examples.extend(
                forms(&row[1])
                    .into_iter()
                    .map(|form| (name, written(name, form, &format!("{attributes}lang=de")))),
            );
        }
    }
    let page = |(at, (_, text)): (usize, &(&str, String))| {
        (
            format!("content/pripravenost/blok-{at}.md"),
            format!("---\ntitle: B\n---\n{text}"),
        )
    };
    let pages: Vec<(String, String)> = examples
        .iter()
        .enumerate()
        .map(page)
        .collect();
    let site = site_with(
        "",
        &pages
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect::<Vec<_>>(),
    );
    is_sound(&site, "all blocks");
    for (at, (name, text)) in examples.iter().enumerate() {
        let html = site.main(&format!("pripravenost/blok-{at}/index.html"));
        assert!(!html.contains("::"), "{text}\n{html}");
        assert_eq!(
            html.contains(" lang=\"de\""),
            !["image", "toc"].contains(name),
            "the language of {text}\n{html}"
        );
    }
}

#[test]
fn texts_have_the_classes_in_the_guide() {
    let text = section(guide(THEMES), "## Classes in the HTML of texts");
    let told = codes(text)
        .into_iter()
        .flat_map(|code| code.split(' '));
    let tags = ["th", "td", "span", "sup", "blockquote", "div"];
    let is_class = |code: &&str| {
        !tags.contains(code)
            && code
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    let words = ["alert-note", "alert-tip", "other-site"];
    let mut classes: BTreeSet<String> = told
        .filter(is_class)
        .filter(|code| !words.contains(code))
        .map(str::to_owned)
        .collect();
    let kinds = ["note", "tip", "important", "warning", "caution"];
    classes.retain(|class| !class.starts_with('-') && class != "steps" && class != "file-facts");
    classes.extend(kinds.map(|kind| format!("markdown-alert-{kind}")));
    let alerts: String = kinds
        .iter()
        .map(|kind| format!("> [!{}]\n> Text\n\n", kind.to_uppercase()))
        .collect();
    let body = "| a | b | c |\n|:--|:-:|--:|\n| d | e | f |\n\n- [ ] a\n- [x] b\n\nPozn.[^1] [Leták](<pripravenost/letak k akci.pdf>) \
        <https://nsk.example/> [NSK](https://nsk.example/) rekvalifikace\n\n[^1]: Text.\n\n";
    let page = format!("---\ntitle: X\n---\n{body}{alerts}");
    let glossary = (
        "data/glossary.yaml",
        "cs: [{term: rekvalifikace, meaning: Příprava.}]",
    );
    let site = site_with("", &[("content/x.md", &page), glossary]);
    is_sound(&site, "a page with all classes");
    let html = site.main("x/index.html");
    assert!(classes.len() > 15, "{classes:?}");
    for class in &classes {
        let is_there = html
            .split("class=\"")
            .skip(1)
            .any(|rest| {
                rest.split('"')
                    .next()
                    .unwrap_or_default()
                    .split(' ')
                    .any(|known| known == class)
            });
        assert!(is_there, "no element has the class {class}\n{html}");
    }
}
