//! Severities that a site sets, and findings that a page allows.

use pakt::diagnostic::{Code, Severity};
use pakt::project::Change;
use pakt::site::Mode;

use super::{Case, SETTINGS, Trigger};
use crate::support::{TestSite, file};

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::AllowWithoutReason, allow_without_reason),
    (Code::AllowExcusesNothing, allow_excuses_nothing),
    (Code::NotAllowed, not_allowed),
];

/// A page with a body.
fn page(body: &str) -> String {
    format!("---\ntitle: A\n---\n{body}")
}

/// The findings of one page: code, line and column of each.
fn found_in(text: &str) -> Vec<(&'static str, usize, usize)> {
    found(&[("content/a.md", text)])
}

fn found(files: &[(&str, &str)]) -> Vec<(&'static str, usize, usize)> {
    let site = TestSite::new(files);
    let of = |finding: &pakt::diagnostic::Diagnostic| {
        let place = finding.place.as_ref();
        let at = place.and_then(|place| {
            let text = site.project.text(&place.source)?;
            Some(pakt::source::line_and_column(
                &text,
                place.span?.range().start,
            ))
        });
        let (line, column) = at.unwrap_or_default();
        (finding.code.id(), line, column)
    };
    site.findings()
        .iter()
        .map(of)
        .collect()
}

fn allow_without_reason() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nÚvod.\n\n<!-- pakt-allow P0501 -->\n# Co s sebou\n",
    )])
}

#[test]
fn allow_without_reason_is_explained() {
    let case = allow_without_reason();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0911]: Výjimka pro P0501 nemá důvod.
     --> content/pohovor.md:6:17
      |
    6 | <!-- pakt-allow P0501 -->
      |                 ^^^^^ chybí důvod
      |
    rada: Za kód patří dvojtečka a důvod: napište, proč tady nález P0501 nevadí.
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0911]: P0501 is allowed without a reason.
     --> content/pohovor.md:6:17
      |
    6 | <!-- pakt-allow P0501 -->
      |                 ^^^^^ reason missing
      |
    hint: After the code come a colon and the reason: write why P0501 is fine here.
    ");
}

fn allow_excuses_nothing() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n## Co s sebou\n\n<!-- pakt-allow P0501: nadpis z pozvánky -->\nObčanku.\n",
    )])
}

#[test]
fn allow_excuses_nothing_is_explained() {
    let case = allow_excuses_nothing();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0912]: Výjimka pro P0501 tady nic neomlouvá.
     --> content/pohovor.md:6:17
      |
    6 | <!-- pakt-allow P0501: nadpis z pozvánky -->
      |                 ^^^^^ nic neomlouvá
      |
    rada: Je-li nález už opravený, výjimku smažte. V textu patří výjimka na řádek těsně před odstavec, kterého se týká.
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0912]: P0501 is allowed here, but does not occur.
     --> content/pohovor.md:6:17
      |
    6 | <!-- pakt-allow P0501: nadpis z pozvánky -->
      |                 ^^^^^ excuses nothing
      |
    hint: If it has been fixed, delete this. In a text, it belongs on the line right before the paragraph that it is about.
    ");
}

#[test]
fn a_comment_within_a_line_is_explained() {
    let case = Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nVezměte <!-- pakt-allow P0501: nadpis --> občanku.\n",
    )]);
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0912]: Tato výjimka neplatí, protože není na samostatném řádku.
     --> content/pohovor.md:4:9
      |
    4 | Vezměte <!-- pakt-allow P0501: nadpis --> občanku.
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nic neomlouvá
      |
    rada: Napište ji celou na samostatný řádek před odstavec, kterého se týká, mimo značky HTML.
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0912]: This comment allows nothing, because it is not on a line of its own.
     --> content/pohovor.md:4:9
      |
    4 | Vezměte <!-- pakt-allow P0501: nadpis --> občanku.
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ excuses nothing
      |
    hint: Write all of it on a line of its own before the paragraph that it is about, outside HTML tags.
    ");
}

fn not_allowed() -> Case {
    Case::of(&[(
        "site.yaml",
        &format!("{SETTINGS}check: {{P501: warning, P0301: off}}\n"),
    )])
}

#[test]
fn not_allowed_is_explained() {
    let case = not_allowed();
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0913]: pakt nezná kód nálezu „P501“.
     --> site.yaml:3:9
      |
    3 | check: {P501: warning, P0301: off}
      |         ^^^^ neznámý kód
      |
    rada: Nemysleli jste „P0501“?
      |
    3 | check: {P0501: warning, P0301: off}
      |          +

    chyba[P0913]: Nález P0301 nejde povolit, vypnout ani zmírnit.
     --> site.yaml:3:24
      |
    3 | check: {P501: warning, P0301: off}
      |                        ^^^^^ musí zůstat
      |
    rada: Smažte ho odsud a opravte, co hlásí. Co nález znamená, řekne příkaz pakt explain P0301.
    ");
    insta::assert_snapshot!(case.english(), @r"
    error[P0913]: pakt knows no finding “P501”.
     --> site.yaml:3:9
      |
    3 | check: {P501: warning, P0301: off}
      |         ^^^^ unknown code
      |
    hint: Did you mean “P0501”?
      |
    3 | check: {P0501: warning, P0301: off}
      |          +

    error[P0913]: P0301 cannot be allowed, turned off or made less serious.
     --> site.yaml:3:24
      |
    3 | check: {P501: warning, P0301: off}
      |                        ^^^^^ must stay
      |
    hint: Remove it here, and fix what it reports. To learn what it means, run: pakt explain P0301
    ");
}

#[test]
fn a_site_turns_errors_into_warnings_and_off() {
    let body = page("# Nadpis\n\n[x](neni.md)\n");
    let severities = |check: &str| -> Vec<(&'static str, Severity)> {
        let settings = format!("{SETTINGS}{check}\n");
        let site = TestSite::new(&[("site.yaml", &settings), ("content/a.md", &body)]);
        let found = site.findings();
        found
            .iter()
            .map(|finding| (finding.code.id(), finding.severity))
            .collect()
    };
    use Severity::{Error, Warning};
    assert_eq!(severities(""), [("P0501", Error), ("P0401", Error)]);
    assert_eq!(
        severities("check: {P0501: warning, P0401: warning}"),
        [("P0501", Warning), ("P0401", Warning)]
    );
    assert_eq!(
        severities("check: {P0501: off, P0401: error}"),
        [("P0401", Error)]
    );
}

#[test]
fn settings_are_checked_like_any_key() {
    let at = |check: &str| found(&[("site.yaml", &format!("{SETTINGS}{check}\n"))]);
    assert_eq!(at("check: {P9999: off}"), [("P0913", 3, 9)]);
    assert_eq!(at("check:\n  P0301: off"), [("P0913", 4, 3)]);
    assert_eq!(at("check:\n  P0312: off"), [("P0913", 4, 3)]);
    assert_eq!(at("check: {P0510: never}"), [("P0216", 3, 16)]);
    assert_eq!(
        at("check: {P0510: warning, P0312: error, P0301: error}"),
        []
    );
    assert_eq!(at("check:"), []);
    assert_eq!(at("check: []"), [("P0209", 3, 8)]);
}

#[test]
fn a_key_that_decides_publication_stays_an_error() {
    let settings = format!("{SETTINGS}check: {{P0206: off}}\n");
    let with = |key: &str| {
        found(&[
            ("site.yaml", &settings),
            ("content/a.md", &format!("---\ntitle: A\n{key}\n---\n")),
        ])
    };
    assert_eq!(with("titulek: B"), []);
    assert_eq!(with("drafft: true"), [("P0206", 3, 1)]);
    assert_eq!(with("publish_form: 2030-01-01"), [("P0206", 3, 1)]);
}

#[test]
fn the_front_matter_allows_a_finding_on_the_whole_page() {
    let front = |allow: &str| {
        found_in(&format!(
            "---\ntitle: A\n{allow}\n---\n# B\n\n[x](neni.md)\n"
        ))
    };
    assert_eq!(front(""), [("P0501", 5, 1), ("P0401", 7, 1)]);
    assert_eq!(
        front("allow: {P0501: nadpis z pozvánky}"),
        [("P0401", 7, 1)]
    );
    assert_eq!(front("allow: {P0501: nadpis, P0401: stránka přijde}"), []);
    assert_eq!(
        front("allow: {P0501: \"\", P0401: důvod}"),
        [("P0911", 3, 9)]
    );
    assert_eq!(
        front("allow: {P0301: důvod, P0501: a, P0401: b}"),
        [("P0913", 3, 9)]
    );
    assert_eq!(
        front("allow: {P0510: důvod, P0501: a, P0401: b}"),
        [("P0912", 3, 9)]
    );
    assert_eq!(
        found_in("---\ntitle: A\nallow:\n  P0501:\n---\n# B\n"),
        [("P0911", 4, 3)]
    );
}

#[test]
fn a_comment_allows_a_finding_in_the_block_that_follows() {
    const DEAD: &str = "[x](neni.md)";
    const ALLOW: &str = "<!-- pakt-allow P0401: přijde později -->";
    let silent = [
        format!("{ALLOW}\n{DEAD}\n"),
        format!("{ALLOW}\n\n{DEAD}\n"),
        format!("a\n{ALLOW}\n{DEAD}\n"),
        format!("{DEAD}\n{ALLOW}\nb\n"),
        format!("- {DEAD}\n- b\n{ALLOW}\n- c\n"),
        format!("- a\n\n  {ALLOW}\n  {DEAD}\n"),
        format!("{ALLOW}\n- a\n- b\n  - {DEAD}\n"),
        format!("> a\n>\n> {ALLOW}\n> {DEAD}\n"),
        format!("{ALLOW}\n> a\n>\n> {DEAD}\n"),
        format!("{ALLOW}\n:::note\na\n\n{DEAD}\n:::\n"),
        format!(":::note\n{ALLOW}\n{DEAD}\n:::\n"),
        format!("{ALLOW}\n## {DEAD}\n"),
        format!("| a | b |\n|---|---|\n| c | d |\n{ALLOW}\n| {DEAD} | e |\n"),
        format!("{ALLOW}\n| a | b |\n|---|---|\n| c | {DEAD} |\n"),
        format!("{ALLOW}\r\n{DEAD}\r\n"),
        format!("a[^1]\n\n[^1]: b\n\n    {ALLOW}\n    {DEAD}\n"),
        format!("<!--pakt-allow P0510,P0401:přijde-->\n[^1]: c {DEAD}\n"),
        format!("{ALLOW}\n<!-- pakt-allow P0501: nadpis -->\n# {DEAD}\n"),
    ];
    for body in silent {
        assert_eq!(found_in(&page(&body)), [], "{body}");
    }
    for (body, line) in [
        (format!("{ALLOW}\na\n\n{DEAD}\n"), 7),
        (format!("{DEAD}\n\n{ALLOW}\n"), 4),
        (format!("> {DEAD}\n>\n> {ALLOW}\n> a\n"), 4),
    ] {
        let found = found_in(&page(&body));
        assert!(
            found
                .iter()
                .any(|found| found.0 == "P0401" && found.1 == line)
                && found
                    .iter()
                    .any(|found| found.0 == "P0912"),
            "{body}: {found:?}"
        );
    }
}

#[test]
fn text_in_code_allows_nothing() {
    for body in [
        "```\n<!-- pakt-allow P0401: x -->\n```\n\n[x](neni.md)\n",
        "a\n\n    <!-- pakt-allow P0401: x -->\n\n[x](neni.md)\n",
        "`<!-- pakt-allow P0401: x -->`\n\n[x](neni.md)\n",
    ] {
        let found = found_in(&page(body));
        let is_of_comment = |found: &&(&str, usize, usize)| found.0.starts_with("P091");
        assert_eq!(found.iter().find(is_of_comment), None, "{body}");
        assert!(
            found
                .iter()
                .any(|found| found.0 == "P0401"),
            "{body}: {found:?}"
        );
    }
}

#[test]
fn comments_that_cannot_count_are_reported() {
    for (body, expected) in [
        ("<!-- pakt-allow P0301: x -->\na\n", ("P0913", 4, 17)),
        ("<!-- pakt-allow P501: x -->\na\n", ("P0913", 4, 17)),
        ("<!-- pakt-allow: x -->\na\n", ("P0913", 4, 1)),
        ("<!-- pakt-allow P0401 -->\n[x](y.md)\n", ("P0911", 4, 17)),
        ("a <!-- pakt-allow P0501: x -->\n", ("P0912", 4, 3)),
        (
            "<div>\n<!-- pakt-allow P0501: x -->\n</div>\n",
            ("P0912", 5, 1),
        ),
        ("- <!-- pakt-allow P0501: x -->\n  a\n", ("P0912", 4, 3)),
        ("<!-- pakt-allow P0501: x,\ny -->\na\n", ("P0912", 4, 1)),
    ] {
        assert_eq!(found_in(&page(body)), [expected], "{body}");
    }
}

#[test]
fn what_a_draft_allows_is_used() {
    let draft = "---\ntitle: A\ndraft: true\nallow: {P0401: přijde}\n---\n[x](neni.md)\n";
    assert_eq!(found_in(draft), []);
}

#[test]
fn what_is_held_follows_the_settings() {
    let settings = |check: &str| Change::Present(file("site.yaml", format!("{SETTINGS}{check}\n")));
    let good = page("Dobrý text.\n");
    let bad = page("# Špatný nadpis\n");
    let mut site = TestSite::of_sources(
        vec![
            file("site.yaml", SETTINGS),
            file("content/_index.md", "---\ntitle: Domů\n---\n"),
            file("content/a.md", &good),
        ],
        Mode::default(),
    );
    site.apply(vec![Change::Present(file("content/a.md", &bad))]);
    assert!(
        site.main("a/index.html")
            .contains("Dobrý text")
    );
    assert_eq!(site.snapshot.held.len(), 1);
    site.apply(vec![settings("check: {P0501: warning}")]);
    assert!(
        site.main("a/index.html")
            .contains("Špatný nadpis")
    );
    assert!(site.snapshot.held.is_empty());
    site.apply(vec![settings("check: {P0501: off}")]);
    assert_eq!(site.findings(), []);
    site.apply(vec![settings("")]);
    assert!(
        site.findings()
            .iter()
            .any(|found| found.is_error())
    );
    let excused = page("<!-- pakt-allow P0501: z pozvánky -->\n# Jiný nadpis\n");
    site.apply(vec![Change::Present(file("content/a.md", &excused))]);
    assert!(
        site.main("a/index.html")
            .contains("Jiný nadpis")
    );
    assert_eq!(site.findings(), []);
}

#[test]
fn a_theme_is_used_once_its_errors_are_warnings() {
    let theme = "name: mine\nextends: pakt\nbarvy: 1\n";
    let files = |check: &str| {
        let settings = format!("{SETTINGS}theme: mine\n{check}\n");
        TestSite::new(&[("site.yaml", &settings), ("themes/mine/theme.yaml", theme)])
    };
    assert!(
        files("")
            .findings()
            .iter()
            .any(|found| found.is_error())
    );
    let site = files("check: {P0206: off}");
    assert_eq!(site.findings(), []);
    assert!(
        site.text("index.html")
            .contains("<main")
    );
}
