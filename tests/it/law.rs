//! The law (DESIGN 1.6): after any sequence of changes that ends without errors, the project is
//! what a clean build of its files is.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::{TestSite, file, today};
use pakt::diagnostic::Diagnostic;
use pakt::language::Day;
use pakt::project::{Change, Project};
use pakt::site::Mode;
use pakt::source::SourceId;

/// A file and the versions that edits give it. Few paths and few versions, so that edits meet:
/// links gain and lose their targets, addresses clash, terms and languages come and go. Every path
/// has versions with errors.
type Versions = (&'static str, &'static [&'static str]);

const FILES: &[Versions] = &[
    (
        "site.yaml",
        &[
            "title: Web\ntheme: t\nbase_url: https://x.example/\nlanguages: {en: {}}\ntaxonomies: {topic: {}}\n",
            "title: Web\ntheme: t\nsearch: false\ntaxonomies: {topic: {cs: {slug: temata}}}\nnavigation: {main: [a.md, s/_index.md]}\n",
            "title: Jinak\ntheme: u\nlanguage: en\nlanguages: {cs: {title: Web}}\nmarkdown: {html: escape}\n",
            "title: Web\ntheme: t\nlanguages: {en: {}}\ntaxonomies: {topic: {}, druh: {}}\nbase_url: https://x.example/w/\nmarkdown: {extensions: false}\n",
            "title: Web\ntheme: t\nbase_url: https://x.example/\nlanguages: {en: {}}\ntaxonomies: {topic: {}}\ntypography: false\n",
            "title: Web\ntitel: x\n",
            "title: [\n",
        ],
    ),
    (
        "content/_index.md",
        &[
            "---\ntitle: Domů\n---\n[a](a.md) [s](s)\n",
            "---\ntitle: Domů\naliases: [/driv/]\n---\n",
            "---\ntitle: Domů\ntheme: u\n---\n",
            "bez hlavičky",
        ],
    ),
    (
        "content/_index.en.md",
        &[
            "---\ntitle: Home\n---\n[a](a.md)\n",
            "---\ntitle: Home\ndraft: true\n---\n",
            "---\ntitle: \n---\n",
        ],
    ),
    (
        "content/a.md",
        &[
            "---\ntitle: A i \\\"B\\\"\n---\n[b](s/b.md#cast) ![o v ráji](o.png) - v \"kraji\"\n",
            "---\ntitle: A\ntopic: [x, Y]\ndate: 2026-11-20\n---\n<b>x</b>\n\n:::note\nx[^1]\n:::\n\n[^1]: y\n",
            "---\ntitle: Á\nslug: b\nweight: 1\ntopic: y\n---\n",
            "---\ntitle: A\nsearch: false\n---\nslovo\n",
            "---\ntitle: A\npublish_from: 2026-11-23\naliases: [/driv/]\n---\n",
            "---\ntitle: A\ndraft: true\n---\n# Chyba\n",
            "---\ntitle: A\ndraft: ano\n---\n",
            "---\ntitle: A\n---\n[neni](neni.md)\n",
            "\u{feff}---\r\ntitle: A\r\n---\r\n## Část\r\n",
        ],
    ),
    (
        "content/a.en.md",
        &[
            "---\ntitle: A en\n---\n[b](s/b.md)\n",
            "---\ntitle: A en\ntopic: [x]\nslug: ay\n---\n",
            "---\ntitle: A en\n",
        ],
    ),
    (
        "content/a.easy.md",
        &["---\ntitle: A snadno\n---\n[a](a.md)\n"],
    ),
    ("content/A.md", &["---\ntitle: Velké A\n---\n"]),
    (
        "content/b/index.md",
        &[
            "---\ntitle: Balík\n---\n[o](o.pdf)\n",
            "---\ntitle: Balík\npublish_until: 2026-11-22\n---\n[o](o.pdf) [a](../a.md)\n",
        ],
    ),
    ("content/b/o.pdf", &["1", "2"]),
    (
        "content/s/_index.md",
        &[
            "---\ntitle: S\n---\n",
            "---\ntitle: S\nsort: date\nfeed: true\nslug: es\n---\n",
            "---\ntitle: S\ntheme: u\npublish_until: 2026-11-22\n---\n",
            "---\ntitle: S\ntheme: neni\n---\n",
        ],
    ),
    (
        "content/s/_index.en.md",
        &["---\ntitle: S en\nslug: section\n---\n"],
    ),
    (
        "content/s/01_b.md",
        &["---\ntitle: Pořadí\ntopic: [x]\n---\n"],
    ),
    (
        "content/s/b.md",
        &[
            "---\ntitle: B\ndate: 2026-11-21\n---\n## Část\n",
            "---\ntitle: B\nimage: ../o.png\n---\n## Část\n\n[a](../a.md)\n",
            "---\ntitle: B\n---\n:::note\n",
        ],
    ),
    (
        "content/s/c/d.md",
        &[
            "---\ntitle: D\n---\n[b](../b.md)\n",
            "---\ntitle: D\ntemplate: list\n---\n",
        ],
    ),
    (
        "content/topic/x.md",
        &[
            "---\ntitle: Téma X\n---\n[a](../a.md)\n",
            "---\ntitle: Téma X\nslug: iks\ndraft: true\n---\n",
        ],
    ),
    ("content/topic/_index.md", &["---\ntitle: Témata\n---\n"]),
    ("content/o.png", &["1", "2"]),
    ("content/_static/a/index.html", &["1"]),
    ("content/_static/s.txt", &["1", "2"]),
    (
        "data/synonyms.yaml",
        &[
            "cs: [[pořadí, řada]]\n",
            "cs: [[A, b], {x: [pořadí, [y]]}]\n",
            "en: [[A, ay]]\n",
        ],
    ),
    ("data/d.yaml", &["x: 1\n", "x: 2\n", "x: [\n"]),
    (
        "themes/t/theme.yaml",
        &[
            "extends: zaklad\n",
            "extends: u\nsettings: {s: 1}\n",
            "extends: neni\n",
            "extends: zaklad\nblocks: {note: {numbered: true}}\n",
        ],
    ),
    (
        "themes/t/templates/page.html",
        &[
            "{% extends \"base.html\" %}{% block b %}{{ content }} {{ t(key='w') }}{% endblock %}",
            "{{ page.title }} {{ data.d?.x or '–' }} {% if page.next %}{{ root }}{{ page.next.path }}{% endif %}",
            "{{ link(to='a.md') }}",
            "{% if %}",
        ],
    ),
    ("themes/t/templates/list.html", &["LIST {{ content }}"]),
    ("themes/t/locales/cs.ftl", &["w = slovo\n", "w = { \n"]),
    (
        "themes/t/assets/a.css",
        &[
            "@import \"b.css\";\na{color:red}",
            "a{color:blue}",
            "@import \"neni.css\";",
        ],
    ),
    (
        "themes/u/theme.yaml",
        &[
            "extends: zaklad\n",
            "extends: t\n",
            "extends: zaklad\nmain: cast\n",
            "blocks: 1\n",
        ],
    ),
    ("themes/u/templates/page.html", &["U {{ content }}"]),
    (
        "themes/zaklad/assets/b.css",
        &["b{color:red}", "b{color:green}"],
    ),
    ("themes/zaklad/locales/en.ftl", &["w = word\n"]),
];

/// Files that are always there: a theme that others extend, which prints what pages know of each
/// other.
fn base() -> BTreeMap<&'static str, String> {
    const PAGE: &str = "{% block b %}{{ page.title }} {{ page.url or '' }}\n{% for c in page.breadcrumbs %}{{ root }}{{ c.path }} {{ c.title }};{% endfor %}\n{% for t in page.translations %}{{ t.lang }} {{ t.path }} {{ t.title }} {{ t.exists }};{% endfor %}\n{% for g in page.terms %}{% for t in g.terms %}{{ t.title }} {{ t.path }};{% endfor %}{% endfor %}\n{% for m in nav.main %}{{ m.title }} {{ m.path }};{% endfor %}\n{% if page.previous %}<{{ page.previous.path }}{% endif %}{% if page.next %}>{{ page.next.path }}{% endif %}{% if page.easy_version %} {{ page.easy_version.path }}{% endif %}\n{% if section %}{% for p in section.pages %}{{ p.title }} {{ p.path }} {{ p.description }};{% endfor %}{% for s in section.sections %}{{ s.title }} {{ s.path }};{% endfor %}{% endif %}{% if term %}{% for p in term.pages %}{{ p.path }};{% endfor %}{% endif %}{% if taxonomy %}{% for t in taxonomy.terms %}{{ t.title }} {{ t.path }} {{ t.count }};{% endfor %}{% endif %}\n{{ content }} {{ site.title }} {{ site.demo }}{% endblock %}";
    let mut files = BTreeMap::from([
        ("themes/zaklad/theme.yaml", "name: zaklad\n".to_owned()),
        ("themes/zaklad/templates/base.html", "[{% block b %}{% endblock %}]".to_owned()),
        ("themes/zaklad/templates/blocks/note.html", "<aside id=\"{{ id }}\">{{ body }}</aside>".to_owned()),
        (
            "themes/zaklad/templates/search.html",
            "{{ page.title }} {{ site.search.path }} {% for g in search.groups %}{{ g.title }} {{ g.path }}: {% for p in g.pages %}{{ p.title }} {{ p.path }};{% endfor %}{% endfor %}".to_owned(),
        ),
        ("themes/zaklad/templates/redirect.html", "{{ target }} {{ title }}".to_owned()),
        (
            "themes/zaklad/templates/404.html",
            "{% for l in languages %}{{ root }}{{ l.path }} {% endfor %}{{ nav.main | length }}".to_owned(),
        ),
    ]);
    let pages = ["home", "page", "section", "taxonomy", "term"];
    let names = [
        "themes/zaklad/templates/home.html",
        "themes/zaklad/templates/page.html",
        "themes/zaklad/templates/section.html",
        "themes/zaklad/templates/taxonomy.html",
        "themes/zaklad/templates/term.html",
    ];
    files.extend(
        names
            .into_iter()
            .zip(pages)
            .map(|(path, _)| (path, PAGE.to_owned())),
    );
    files
}

/// The files of a site.
type Files = BTreeMap<String, String>;

/// An edit of one file, as a person or an editor makes it.
#[derive(Clone, Debug)]
enum Edit {
    /// A file gets one of its versions, also if it was not there.
    Write(Index, Index),
    Delete(Index),
    /// A page takes another's name; what was there is gone.
    Rename(Index, Index),
    /// A day on which something is published or hidden.
    Day(Day),
}

impl Edit {
    /// Makes the edit and returns what it changes.
    fn make(&self, files: &mut Files, day: &mut Day) -> Vec<Change> {
        let path = |at: &Index| FILES[at.index(FILES.len())].0.to_owned();
        match self {
            Self::Write(at, version) => {
                let (path, versions) = FILES[at.index(FILES.len())];
                let text = versions[version.index(versions.len())];
                files.insert(path.to_owned(), text.to_owned());
                vec![Change::Present(file(path, text))]
            }
            Self::Delete(at) => {
                files.remove(&path(at));
                vec![Change::Absent(SourceId::new(path(at)))]
            }
            Self::Rename(from, to) => {
                let (from, to) = (path(from), path(to));
                let same_kind = from.rsplit('.').next() == to.rsplit('.').next() && from != to;
                match files.remove(&from).filter(|_| same_kind) {
                    Some(text) => {
                        files.insert(to.clone(), text.clone());
                        vec![
                            Change::Absent(SourceId::new(&from)),
                            Change::Present(file(&to, text)),
                        ]
                    }
                    None => vec![Change::Absent(SourceId::new(&from))],
                }
            }
            Self::Day(new) => {
                *day = *new;
                vec![Change::Today(*new)]
            }
        }
    }
}

fn edits() -> impl Strategy<Value = Vec<Vec<Edit>>> {
    let day = select(vec!["2026-11-22", "2026-11-23", "2026-11-24"])
        .prop_map(|day| Edit::Day(Day::parse(day).expect("a day")));
    let index = any::<Index>;
    let edit = prop_oneof![
        12 => (index(), index()).prop_map(|(at, version)| Edit::Write(at, version)),
        3 => index().prop_map(Edit::Delete),
        2 => (index(), index()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => day,
    ];
    // Each inner list is applied at once, as the events of one save.
    prop::collection::vec(prop::collection::vec(edit, 1..4), 1..14)
}

/// Builds a site of files as if nothing had been before.
fn clean(files: &Files, day: Day) -> TestSite {
    let mut project = Project::new(Mode::default(), day);
    let snapshot = project.apply(
        files
            .iter()
            .map(|(path, text)| Change::Present(file(path, text)))
            .collect(),
    );
    TestSite { project, snapshot }
}

fn start() -> Files {
    let mut files: Files = base()
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text))
        .collect();
    files.extend(
        FILES
            .iter()
            .map(|(path, versions)| ((*path).to_owned(), versions[0].to_owned())),
    );
    files.remove("content/A.md");
    files.remove("content/b/index.md");
    files.remove("content/s/01_b.md");
    files.remove("content/_static/a/index.html");
    files
}

/// Mends what is wrong by taking the files to blame back to their first version, or away;
/// everything if that does not help.
fn mend(files: &mut Files, day: Day) -> Vec<Change> {
    let start = start();
    let mut changes = Vec::new();
    for round in 0..4 {
        let errors: Vec<Diagnostic> = clean(files, day)
            .findings()
            .into_iter()
            .filter(Diagnostic::is_error)
            .collect();
        if errors.is_empty() {
            break;
        }
        let places = errors
            .iter()
            .flat_map(|error| error.place.iter().chain(&error.related));
        let blamed: Vec<String> = match round {
            3 => files.keys().chain(start.keys()).cloned().collect(),
            _ => places
                .map(|place| place.source.to_string())
                .chain(["site.yaml".to_owned()])
                .collect(),
        };
        for path in blamed {
            changes.push(match start.get(&path) {
                Some(text) => {
                    files.insert(path.clone(), text.clone());
                    Change::Present(file(&path, text))
                }
                None => {
                    files.remove(&path);
                    Change::Absent(SourceId::new(path))
                }
            });
        }
    }
    changes
}

/// Everything that people get of a site: artifacts and findings.
fn seen(site: &TestSite) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    (site.artifacts(), site.findings())
}

fn text(seen: &(BTreeMap<String, Vec<u8>>, Vec<Diagnostic>)) -> String {
    let artifacts = seen
        .0
        .iter()
        .map(|(route, bytes)| format!("# {route}\n{}\n", String::from_utf8_lossy(bytes)));
    artifacts
        .chain(seen.1.iter().map(|finding| format!("{finding:?}\n")))
        .collect()
}

/// How many sequences are tried; each builds a dozen sites.
const CASES: u32 = 40;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_a_project_is_what_a_clean_build_is(batches in edits(), mended_halfway in any::<bool>()) {
        let (mut files, mut day) = (start(), today());
        let mut site = clean(&files, day);
        let half = batches.len() / 2;
        for (at, batch) in batches.iter().enumerate() {
            let changes = batch.iter().flat_map(|edit| edit.make(&mut files, &mut day)).collect();
            site.apply(changes);
            if at == half && mended_halfway {
                let changes = mend(&mut files, day);
                site.apply(changes);
                prop_assert_eq!(text(&seen(&site)), text(&seen(&clean(&files, day))));
            }
        }
        let changes = mend(&mut files, day);
        site.apply(changes);
        let built = clean(&files, day);
        prop_assert!(!built.findings().iter().any(Diagnostic::is_error), "{:?}", built.findings());
        prop_assert_eq!(site.routes(), built.routes());
        prop_assert_eq!(text(&seen(&site)), text(&seen(&built)));
    }

    #[test]
    fn the_order_of_changes_in_one_step_does_not_matter(batches in edits(), seed in any::<u64>()) {
        let (mut files, mut day) = (start(), today());
        let (mut one, mut other) = (clean(&files, day), clean(&files, day));
        for batch in batches {
            // One change per file: several of one file are the last of them.
            let mut last: BTreeMap<String, Change> = BTreeMap::new();
            for change in batch.iter().flat_map(|edit| edit.make(&mut files, &mut day)) {
                let key = match &change {
                    Change::Present(source) => source.id.to_string(),
                    Change::Absent(id) => id.to_string(),
                    Change::Today(_) | Change::Mode(_) => String::new(),
                };
                last.insert(key, change);
            }
            let changes: Vec<Change> = last.into_values().collect();
            let mut shuffled = changes.clone();
            let by = usize::try_from(seed % 7).unwrap_or_default() % shuffled.len().max(1);
            shuffled.rotate_left(by);
            if seed % 2 == 0 {
                shuffled.reverse();
            }
            one.apply(changes);
            other.apply(shuffled);
            prop_assert_eq!(text(&seen(&one)), text(&seen(&other)));
        }
    }
}

#[test]
fn an_error_keeps_the_last_good_version_until_it_is_mended() {
    let mut files = start();
    let mut site = clean(&files, today());
    let good = site.artifacts();
    for (path, broken) in [
        ("site.yaml", "title: [\n"),
        ("content/a.md", "bez hlavičky"),
        ("data/d.yaml", "x: [\n"),
        ("themes/t/templates/page.html", "{% if %}"),
        ("themes/t/assets/a.css", "@import \"neni.css\";"),
    ] {
        site.apply(vec![Change::Present(file(path, broken))]);
        assert!(
            site.snapshot.diagnostics.iter().any(Diagnostic::is_error),
            "{path}"
        );
        assert_eq!(site.artifacts(), good, "{path}");
        site.apply(vec![Change::Present(file(path, &files[path]))]);
        assert_eq!(seen(&site), seen(&clean(&files, today())), "{path}");
    }
    files.insert(
        "content/a.md".to_owned(),
        "---\ntitle: Nové\n---\n".to_owned(),
    );
    site.apply(vec![Change::Present(file(
        "content/a.md",
        &files["content/a.md"],
    ))]);
    assert_eq!(seen(&site), seen(&clean(&files, today())));
    assert_ne!(site.artifacts(), good);
}

#[test]
fn who_changes_only_a_text_has_the_same_site() {
    let mut site = clean(&start(), today());
    let mut is_same = |text: &str| {
        let before = Arc::clone(site.snapshot.renderer.site());
        site.apply(vec![Change::Present(file("content/a.md", text))]);
        Arc::ptr_eq(&before, site.snapshot.renderer.site())
    };
    assert!(!is_same("---\ntitle: A\n---\nPrvní.\n"));
    assert!(is_same("---\ntitle: A\n---\nPrvní.\n\nDruhý.\n"));
    assert!(
        !is_same("---\ntitle: A\n---\nJinak.\n"),
        "lists show the first paragraph"
    );
    assert!(
        !is_same("---\ntitle: A\n---\nJinak.\n\n## Část\n"),
        "links may lead to a heading"
    );
    assert!(site.text("a/index.html").contains("Část"));
}

#[test]
fn the_search_follows_a_text_and_nothing_but_its_words() {
    let mut files = start();
    let mut site = clean(&files, today());
    let search = |site: &TestSite| -> BTreeMap<String, Vec<u8>> {
        site.artifacts()
            .into_iter()
            .filter(|(path, _)| path.starts_with("search/"))
            .collect()
    };
    let mut edit = |text: &str| {
        files.insert("content/a.md".to_owned(), text.to_owned());
        site.apply(vec![Change::Present(file("content/a.md", text))]);
        let made = search(&site);
        assert_eq!(made, search(&clean(&files, today())), "{text}");
        made
    };
    let first = edit("---\ntitle: A\n---\nPrvní.\n\nDruhý, třetí.\n");
    assert_ne!(
        edit("---\ntitle: A\n---\nPrvní.\n\nDruhý, čtvrtý.\n"),
        first,
        "another word, in the same site"
    );
    assert_eq!(
        edit("---\ntitle: A\n---\nPrvní.\n\nDruhý, **třetí**.\n"),
        first,
        "the same words, marked"
    );
    assert_eq!(
        edit("---\ntitle: A\nweight: 5\n---\n\n\nPrvní.\n\n[Druhý](s/b.md),\ntřetí.\n\n---\n"),
        first,
        "the same words, elsewhere"
    );
}

#[test]
fn a_last_good_version_is_read_by_the_settings_of_the_day() {
    let mut site = clean(&start(), today());
    // The term of a taxonomy that is no more makes the page wrong; what stays of it knows no
    // taxonomy either.
    site.apply(vec![Change::Present(file(
        "content/a.md",
        "---\ntitle: A\ntopic: [x]\n---\n",
    ))]);
    site.apply(vec![Change::Absent(SourceId::new("site.yaml"))]);
    assert!(
        site.findings()
            .iter()
            .any(|finding| finding.code.id() == "P0206")
    );
    assert!(site.text("a/index.html").contains("<h1>A</h1>"));
}

#[test]
fn a_page_that_becomes_a_draft_is_gone_even_with_errors_in_it() {
    let mut files = start();
    let mut site = clean(&files, today());
    let path = "content/s/c/d.md";
    for (text, is_error) in [
        ("---\ntitle: D\ndraft: true\n---\n# Chyba\n", false),
        ("---\ntitle: D\n---\n# Chyba\n", true),
        ("---\ntitle: D\ndraft: true\ntitel: D\n---\n", false),
    ] {
        files.insert(path.to_owned(), text.to_owned());
        site.apply(vec![Change::Present(file(path, text))]);
        assert_eq!(
            site.findings().iter().any(Diagnostic::is_error),
            is_error,
            "{text}"
        );
        assert!(
            !site.paths().contains(&"s/c/d/index.html".to_owned()),
            "{text}"
        );
        assert!(
            is_error || seen(&site) == seen(&clean(&files, today())),
            "{text}"
        );
    }
}
