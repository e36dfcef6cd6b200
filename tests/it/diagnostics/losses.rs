//! What is written and not shown, and comments that are.

use super::{Case, SETTINGS, Trigger};
use pakt::diagnostic::{Code, Diagnostic, Edit};

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::TakenOut, taken_out),
    (Code::NotShown, not_shown),
    (Code::Swallowed, swallowed),
    (Code::PublicComment, public_comment),
    (Code::LoneTag, lone_tag),
    (Code::BrokenIdentifier, broken_identifier),
];

const FRONT: &str = "---\ntitle: Pohovor\n---\n";

fn page(body: &str) -> Case {
    page_with("", body)
}

/// A page of a site with more settings.
fn page_with(settings: &str, body: &str) -> Case {
    Case::of(&[
        ("site.yaml", &format!("{SETTINGS}{settings}")),
        ("content/pohovor.md", &format!("{FRONT}{body}")),
    ])
}

/// Returns code, line of the body and column of each finding, and the corrected text if there is
/// one.
fn places(case: &Case) -> Vec<String> {
    case.found
        .iter()
        .map(|finding| {
            let corrected = finding
                .correction()
                .map(|text| format!(" {text}"));
            format!(
                "{} {}{}",
                finding.code.id(),
                position(case, finding),
                corrected.unwrap_or_default()
            )
        })
        .collect()
}

/// Returns line and column of a finding; the body begins at line 1.
fn position(case: &Case, finding: &Diagnostic) -> String {
    let place = finding
        .place
        .as_ref()
        .expect("a place");
    let text = case
        .site
        .project
        .text(&place.source)
        .expect("a text");
    let before = &text[..place.span.expect("a span").start as usize];
    let line = before.matches('\n').count() + 1;
    let start = before
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let column = before[start..].chars().count() + 1;
    format!("{}:{column}", line as isize - 3)
}

/// Checks the findings of bodies.
#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (body, expected) in cases {
        assert_eq!(places(&page(body)), *expected, "{body}");
    }
}

fn taken_out() -> Case {
    page("Do předmětu napište <Jmeno>.\n\n<iframe src=\"https://example.cz/\">\n</iframe>\n")
}

#[test]
fn taken_out_is_explained() {
    let case = taken_out();
    insta::assert_snapshot!(case.czech(), @r#"
    varování[P0513]: Text <Jmeno> čtenáři neuvidí: špičaté závorky z něj dělají značku HTML.
     --> content/pohovor.md:4:21
      |
    4 | Do předmětu napište <Jmeno>.
      |                     ^^^^^^^ čtenáři neuvidí
      |
    rada: Jestli ten text na stránku nepatří, smažte ho. Mají-li ho čtenáři vidět, dejte před každou závorku zpětné lomítko. Napište to takto:
      |
    4 - Do předmětu napište <Jmeno>.
    4 + Do předmětu napište \<Jmeno\>.
      |

    varování[P0513]: Vložený obsah (<iframe>) se na stránku nedostane.
     --> content/pohovor.md:6:1
      |
    6 | <iframe src="https://example.cz/">
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ na stránku se nedostane
      |
    rada: Napište místo toho odkaz na obsah, například [Záznam setkání](https://…). Vlastní soubor uložte vedle stránky a také na něj odkažte.
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    warning[P0513]: Readers will not see the text <Jmeno>: the angle brackets make it an HTML tag.
     --> content/pohovor.md:4:21
      |
    4 | Do předmětu napište <Jmeno>.
      |                     ^^^^^^^ readers will not see this
      |
    hint: If that text does not belong on the page, delete it. If readers are to see it, put a backslash before each bracket. Write it like this:
      |
    4 - Do předmětu napište <Jmeno>.
    4 + Do předmětu napište \<Jmeno\>.
      |

    warning[P0513]: The embedded content (<iframe>) will not be on the page.
     --> content/pohovor.md:6:1
      |
    6 | <iframe src="https://example.cz/">
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ will not be on the page
      |
    hint: Write a link to the content instead, such as [Recording of the meeting](https://…). Save a file of your own next to the page, and link to it, too.
    "#);
}

#[test]
fn each_element_that_is_taken_out_is_told_once() {
    check(&[
        (
            "Zadejte <heslo> a <pin>.\n",
            &["P0513 1:9 \\<heslo\\>", "P0513 1:19 \\<pin\\>"],
        ),
        ("## Pro <zadatele>\n", &["P0513 1:8 \\<zadatele\\>"]),
        (
            "- a\n  - b <cislo smlouvy>\n",
            &["P0513 2:7 \\<cislo smlouvy\\>"],
        ),
        (":::note\n> <kdo>\n:::\n", &["P0513 2:3 \\<kdo\\>"]),
        (
            "<heslo>\na <pin>\n",
            &["P0513 1:1 \\<heslo\\>", "P0513 2:3 &lt;pin&gt;"],
        ),
        ("<div>\n<pin>\n</div>\n", &["P0513 2:1 &lt;pin&gt;"]),
        (
            "Text[^1] a\n\n[^1]: Pak <pin>.\n",
            &["P0513 3:11 \\<pin\\>"],
        ),
        (
            "| <den> | b |\n|---|---|\n| c | d |\n",
            &["P0513 1:3 \\<den\\>"],
        ),
        ("a\r\n\r\nb <pin>\r\n", &["P0513 3:3 \\<pin\\>"]),
        (
            "<video controls><source src=\"a.mp4\"><track src=b></video>\n",
            &["P0513 1:1"],
        ),
        ("a <audio src=\"a.mp3\"></audio> b\n", &["P0513 1:3"]),
        (
            "<object data=\"a.pdf\">\n<embed src=\"a.pdf\">\n</object>\n",
            &["P0513 1:1"],
        ),
        (
            "<form action=\"x\">\n<label>Jméno <input name=\"q\"></label>\n<select><option>a</option></select>\n\
             <button>Poslat</button>\n</form>\n",
            &["P0513 1:1"],
        ),
        (
            "<form>\n\n<iframe src=\"x\"></iframe>\n\n</form>\n",
            &["P0513 1:1", "P0513 3:1"],
        ),
        (
            "<script>\nlet a = 1;\n\nlet b = 2;\n</script>\n\nText.\n",
            &["P0513 1:1"],
        ),
        ("<style>\n.a { b: c }\n</style>\n", &["P0513 1:1"]),
        (
            "<svg width=\"9\"><g><path d=\"M0\"/></g></svg>\n",
            &["P0513 1:1"],
        ),
        ("<font color=\"red\">Pozor</font>\n", &["P0513 1:1"]),
        (
            "a <span style=\"color:red\" onclick=\"x()\" class=\"b\">c</span>\n",
            &["P0513 1:3"],
        ),
        ("<td>a</td>\n", &["P0513 1:1"]),
    ]);
}

#[test]
fn html_that_stays_is_not_told() {
    check(&[
        ("a <b>b</b> <br> c<br/>d &lt;e&gt; `<f>` \\<g>\n", &[]),
        ("```\n<jmeno>\n```\n\n    <jmeno>\n", &[]),
        ("<details>\n<summary>a</summary>\n\nb\n\n</details>\n", &[]),
        (
            "<ul>\n<li>a\n<li>b\n</ul>\n\n<p>a\n\n<b><i>a</b></i>\n",
            &[],
        ),
        ("<https://example.cz> a <a@example.cz> 1 < 2 > 0\n", &[]),
        ("<table>\n<tr><td colspan=\"2\">a\n</table>\n", &[]),
        ("<vaše jméno> a <č. j.>\n", &[]),
        ("<span lang=\"en\" title=\"x\">a</span>\n", &[]),
        ("<details open>\n\na\n\n</details>\n", &[]),
    ]);
}

#[test]
fn a_made_up_tag_vanishes_even_where_html_is_allowed() {
    let case = page_with(
        "markdown: {html: allow}\n",
        "a <Jmeno> b <my-tag></my-tag> <svg><g></g></svg> <b onclick=\"x\">c</b> <iframe></iframe>\n",
    );
    assert_eq!(places(&case), ["P0513 1:3 \\<Jmeno\\>"]);
    let case = page_with("markdown: {html: escape}\n", "a <jmeno> <b>\n");
    assert_eq!(places(&case), [""; 0]);
}

#[test]
fn the_fix_of_a_made_up_tag_shows_both_ends() {
    let case = page("a <jmeno>b</jmeno>\n");
    let fix = case.found[0]
        .fix
        .as_ref()
        .expect("a fix");
    let texts: Vec<&str> = fix
        .edits
        .iter()
        .filter_map(|edit| match edit {
            Edit::Text { text, .. } => Some(&**text),
            Edit::Rename { .. } => None,
        })
        .collect();
    assert_eq!(texts, ["\\<jmeno\\>", "\\</jmeno\\>"]);
}

fn not_shown() -> Case {
    page("| Den | Hodiny |\n|---|---|\n| pondělí | 8–17 | po objednání |\n\n## Tiskopis {PDF}\n")
}

#[test]
fn not_shown_is_explained() {
    let case = not_shown();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0514]: Řádek tabulky má víc buněk než záhlaví, a tak čtenáři neuvidí: po objednání
     --> content/pohovor.md:6:20
      |
    6 | | pondělí | 8–17 | po objednání |
      |                    ^^^^^^^^^^^^ čtenáři neuvidí
      |
    rada: Přidejte sloupec do záhlaví tabulky i do řádku s pomlčkami pod ním, nebo přebytečnou svislou čáru smažte.

    varování[P0514]: Složené závorky na konci nadpisu čtenáři neuvidí: {PDF}
     --> content/pohovor.md:8:13
      |
    8 | ## Tiskopis {PDF}
      |             ^^^^^ čtenáři neuvidí
      |
    rada: Složené závorky na konci nadpisu jsou pro kotvu bez mezer: {#kotva}. Mají-li být vidět, dejte před každou zpětné lomítko.
      |
    8 - ## Tiskopis {PDF}
    8 + ## Tiskopis \{PDF\}
      |
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0514]: This row has more cells than the table’s header, so readers will not see: po objednání
     --> content/pohovor.md:6:20
      |
    6 | | pondělí | 8–17 | po objednání |
      |                    ^^^^^^^^^^^^ readers will not see this
      |
    hint: Add a column to the table’s header and to the line of dashes below it, or delete the extra vertical bar.

    warning[P0514]: Readers will not see the braces at the end of the heading: {PDF}
     --> content/pohovor.md:8:13
      |
    8 | ## Tiskopis {PDF}
      |             ^^^^^ readers will not see this
      |
    hint: Braces at the end of a heading are for an anchor without spaces: {#anchor}. If readers are to see them, put a backslash before each.
      |
    8 - ## Tiskopis {PDF}
    8 + ## Tiskopis \{PDF\}
      |
    ");
}

#[test]
fn a_link_in_a_description_is_told_as_such() {
    let drawn = page("![a [b](https://example.cz)](c.png)\n").english();
    assert!(
        drawn.contains("The description of an image can only be plain text"),
        "{drawn}"
    );
}

#[test]
fn text_that_vanishes_is_told() {
    check(&[
        ("| a |\n|---|\n| b | c | d |\n| e |\n", &["P0514 3:7"]),
        ("- x\n\n  | a |\n  |---|\n  | b | **c** |\n", &["P0514 5:9"]),
        ("## a {DOCX, 2 MB}\n", &["P0514 1:6 \\{DOCX, 2 MB\\}"]),
        ("a {PDF}\n---\n", &["P0514 1:3 \\{PDF\\}"]),
        ("## a {#b onclick=c}\n", &["P0514 1:6"]),
        (
            "a[^1] b\n\n[^1]: První.\n\n[^1]: Druhá\n    **poznámka**.\n",
            &["P0514 5:1"],
        ),
        (
            "[a] b\n\n[a]: https://example.cz\n[a]: https://example.com \"b c\"\n",
            &["P0514 4:1"],
        ),
        (
            "> [a] b\n>\n> [a]: https://example.cz\n> [A]: https://example.com\n",
            &["P0514 4:3"],
        ),
        (
            "a\n\n[b]: https://example.cz\n[c]: https://example.com\n",
            &["P0514 3:1", "P0514 4:1"],
        ),
        ("a <?php echo 1 ?> b\n", &["P0514 1:3"]),
        ("<!DOCTYPE html>\n\na\n", &["P0514 1:1"]),
        ("::toc[Viz [a](https://example.cz)]{#a}\n", &["P0514 1:11"]),
        (
            "![a [b](https://example.cz)](c.png)\n",
            &["P0401 1:1", "P0514 1:5"],
        ),
        ("Deska 200*300*50 mm.\n", &["P0514 1:10 \\*300\\*"]),
        ("- a\n- 2*3*4*5\n", &["P0514 2:4 \\*3\\*"]),
        ("Volejte *21*485000000.\n", &["P0514 1:9 \\*21\\*"]),
    ]);
}

#[test]
fn markup_is_not_told() {
    check(&[
        (
            "a [b][] c ![d][] e\n\n[b]: https://example.cz\n[d]: https://example.cz\n",
            &["P0408 1:11"],
        ),
        (
            "[//]: # (poznámka)\n\n[//]: # \"a\"\n\n[komentář]: # (b\nc)\n\n[comment]: <> (d)\n",
            &[],
        ),
        ("> [//]: # (a)\n> b\n", &[]),
        (
            "[a] b\n\n[a]: https://example.cz\n[a]: https://example.cz\n",
            &[],
        ),
        ("## a {#b .c}\n\n## d \\{PDF\\}\n", &[]),
        (
            "2 * 3 * 4, *5*, 6 *7* 8, 9*a*10, 20**27**1, 2\\*3\\*4, `2*3*4`\n",
            &[],
        ),
        ("| a | b |\n|:-:|--:|\n| c | |\n| d | e |\n", &[]),
        ("> [!NOTE]\n> a\n\n- [x] b\n\n1) c\n\n***\n", &[]),
    ]);
}

fn swallowed() -> Case {
    page("<!-- doplnit telefon --\n\n## Kdy přijít\n\nV pondělí.\n")
}

#[test]
fn swallowed_is_explained() {
    let case = swallowed();
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0515]: Poznámka redakce není ukončená a schová všechno, co je za ní.
     --> content/pohovor.md:4:1
      |
    4 | <!-- doplnit telefon --
      | ^^^^^^^^^^^^^^^^^^^^^^^ tady poznámka začíná
      |
    rada: Na konec poznámky napište -->
      |
    4 | <!-- doplnit telefon -->
      |                        +
    ");
    insta::assert_snapshot!(case.english(), @r"
    error[P0515]: This editor’s comment has no end, and hides everything after it.
     --> content/pohovor.md:4:1
      |
    4 | <!-- doplnit telefon --
      | ^^^^^^^^^^^^^^^^^^^^^^^ the comment starts here
      |
    hint: At the end of the comment, write -->
      |
    4 | <!-- doplnit telefon -->
      |                        +
    ");
}

#[test]
fn what_swallows_the_rest_is_told_at_its_first_line() {
    check(&[
        ("a\n\n<!-- b\n\nc\n", &["P0515 3:1"]),
        ("- a\n\n  <!-- b\n\n  c\n\nd\n", &["P0515 3:3"]),
        ("<div>\n<!-- b\n\nc --> d\n\n</div>\n", &["P0515 2:1"]),
        (":::note\n<!-- a ->\n:::\n\nb\n", &["P0515 2:1 <!-- a -->"]),
        ("a\r\n\r\n<!-- b —>\r\n\r\nc\r\n", &["P0515 3:1 <!-- b -->"]),
        ("a\n\n```\nb\n\n## c\n", &["P0515 3:1"]),
        ("a\n\n~~~~ css\nb\n~~~\n", &["P0515 3:1"]),
        ("```\na\n``\n", &["P0515 1:1"]),
        ("> ```\n> a\n\nb\n", &["P0515 1:3"]),
        ("- ```js\n  a\n\nb\n", &["P0515 1:3"]),
        (":::note\n```\na\n:::\n\nb\n", &["P0515 2:1"]),
        ("::::note\n:::warning\n```\na\n:::\n::::\n", &["P0515 3:1"]),
        ("a\n\n```", &["P0515 3:1"]),
        ("a <script> b\n\nc\n", &["P0515 1:3"]),
        ("<style>\n.a { b: c }\n\n## d\n", &["P0515 1:1"]),
        ("<div title=\"a>\nb\n\nc\n", &["P0515 1:1"]),
    ]);
}

#[test]
fn what_has_an_end_is_not_told() {
    check(&[
        ("```\na\n```\n\n~~~\n```\n~~~~  \n", &[]),
        ("> ```\n> a\n> ```\n\n- b\n\n  ````\n  ```\n  ````\n", &[]),
        ("```\r\na\r\n```\r\n\r\nb\r\n", &[]),
        ("```\na\n```", &[]),
        ("```\n```\n", &[]),
        ("   ```\n   a\n  ```\n", &[]),
        ("a ``` b ```\n", &[]),
        ("<!-- a -->\n\n<!--\nb\n\nc\n-->\n\nd <!-- e --> f\n", &[]),
    ]);
}

fn public_comment() -> Case {
    page("Otevřeno je v pondělí. <!-- ověřit\n\nu paní vedoucí -->\n")
}

#[test]
fn a_tag_is_no_script_if_its_text_stays() {
    for name in ["noscript", "slot"] {
        let message = page(&format!("a <{name}>b</{name}> c\n")).english();
        let told = format!("The tag <{name}> will not be on the page.");
        assert!(message.contains(&told), "{message}");
    }
}

#[test]
fn public_comment_is_explained() {
    let case = public_comment();
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0516]: Poznámku redakce uvidí čtenáři: nemá konec, nebo je na místě, kde poznámka být nemůže.
     --> content/pohovor.md:4:24
      |
    4 | Otevřeno je v pondělí. <!-- ověřit
      |                        ^^^^^^^^^^^ čtenáři uvidí
      |
    rada: Dejte poznámku na samostatný řádek a ukončete ji znaky -->. Mají-li ji čtenáři vidět, dejte před ni zpětné lomítko: \<!--
    ");
    insta::assert_snapshot!(case.english(), @r"
    error[P0516]: Readers will see this editor’s comment: it has no end, or is where a comment cannot be.
     --> content/pohovor.md:4:24
      |
    4 | Otevřeno je v pondělí. <!-- ověřit
      |                        ^^^^^^^^^^^ readers will see this
      |
    hint: Put the comment on a line of its own, and end it with -->. If readers are to see it, put a backslash before it: \<!--
    ");
}

#[test]
fn comments_that_readers_see_are_told() {
    check(&[
        ("- a <!-- b\n- c -->\n", &["P0516 1:5"]),
        ("a\n\n    <!-- b -->\n", &["P0516 3:5"]),
        ("<!-- a <!-- b --> c -->\n", &["P0516 1:1"]),
        ("<!--> a -->\n", &["P0516 1:1"]),
        ("<!-- a --!>\n\nb\n", &["P0516 1:1 <!-- a -->"]),
        ("a <!-- b --!> c --> d\n", &["P0516 1:3 <!-- b -->"]),
        ("a <!-- konec je `-->` --> b\n", &["P0516 1:3"]),
        ("a <!- b -> c\n", &["P0516 1:3 <!-- b -->"]),
        ("- a\r\n- <!– b –> c\r\n", &["P0516 2:3 <!-- b -->"]),
        ("<!— b -->", &["P0516 1:1 <!-- b -->"]),
        ("[//]: # b\n", &["P0516 1:1 <!-- b -->"]),
        ("a\n\n[pozn]: <> b c\n", &["P0516 3:1 <!-- b c -->"]),
        ("a `<!- b ->` \\<!- b -> c\n", &[]),
        ("    <!- b ->\n\n[//]: # (b)\n[//]: <> \"b\"\n", &[]),
    ]);
    let case = page_with(
        "markdown: {html: escape}\n",
        "<!-- a -->\n\nb <!-- c --> d\n",
    );
    assert_eq!(places(&case), ["P0516 1:1", "P0516 3:3"]);
    let front = "---\ntitle: A <!-- b -->\n# <!-- c -->\n---\n";
    let case = Case::of(&[("content/pohovor.md", front)]);
    assert_eq!(places(&case), ["P0516 -1:10"]);
}

#[test]
fn comments_that_nobody_sees_are_not_told() {
    check(&[
        ("a `<!-- b` c \\<!-- d &lt;!-- e\n\n```\n<!-- f\n```\n", &[]),
        (
            "<!-- a -- b - > c -->\n\n<!---->\n\n<!-- `a -->\n\nb\n",
            &[],
        ),
        ("<!-- a --> A --> B\n", &[]),
        (":::note[a <!-- b -->]\nc\n:::\n", &[]),
        ("- a\n\n      <!-- v kódu -->\n      <b>c</b>\n", &[]),
    ]);
}

fn lone_tag() -> Case {
    page("Přineste <b>občanku.\n\nText</i>.\n")
}

#[test]
fn lone_tag_is_explained() {
    let case = lone_tag();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0538]: Značka <b> není ukončená.
     --> content/pohovor.md:4:10
      |
    4 | Přineste <b>občanku.
      |          ^^^ chybí konec
      |
    rada: Za text, kterého se týká, doplňte </b>, nebo ji smažte.

    varování[P0538]: Značka </i> nemá co ukončit.
     --> content/pohovor.md:6:5
      |
    6 | Text</i>.
      |     ^^^^ chybí začátek
      |
    rada: Smažte ji, nebo před text, kterého se týká, doplňte <i>.
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0538]: The tag <b> is not closed.
     --> content/pohovor.md:4:10
      |
    4 | Přineste <b>občanku.
      |          ^^^ end missing
      |
    hint: After the text that it is for, add </b>, or delete it.

    warning[P0538]: The tag </i> closes nothing.
     --> content/pohovor.md:6:5
      |
    6 | Text</i>.
      |     ^^^^ start missing
      |
    hint: Delete it, or add <i> before the text that it is for.
    ");
}

#[test]
fn tags_without_a_partner_are_told() {
    check(&[
        ("<details>\n<summary>a</summary>\n\nb\n", &["P0538 1:1"]),
        ("a\n\n</div>\n", &["P0538 3:1"]),
        (
            ":::note\n<div>\n\na\n\n:::\n\n</div>\n",
            &["P0538 2:1", "P0538 8:1"],
        ),
        ("- a <em>b\n- c\n", &["P0538 1:5"]),
    ]);
    let case = page_with("markdown: {html: allow}\n", "<div>\n\na\n");
    assert_eq!(places(&case), ["P0538 1:1"]);
}

fn broken_identifier() -> Case {
    page("## Časté otázky {#otazky\n")
}

#[test]
fn broken_identifier_is_explained() {
    let case = broken_identifier();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0539]: Kotva nadpisu není zapsaná správně: {#otazky
     --> content/pohovor.md:4:17
      |
    4 | ## Časté otázky {#otazky
      |                 ^^^^^^^^ takhle kotva nevznikne
      |
    rada: Kotva se píše na konec nadpisu: mezera, levá složená závorka, jeden znak #, název bez mezer a pravá složená závorka.
      |
    4 | ## Časté otázky {#otazky}
      |                         +
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0539]: The anchor of this heading is not written correctly: {#otazky
     --> content/pohovor.md:4:17
      |
    4 | ## Časté otázky {#otazky
      |                 ^^^^^^^^ not an anchor
      |
    hint: An anchor goes at the end of the heading: a space, an opening brace, one #, a name without spaces, and a closing brace.
      |
    4 | ## Časté otázky {#otazky}
      |                         +
    ");
}

#[test]
fn identifiers_with_wrong_braces_are_told() {
    check(&[
        ("## A {#b}}\n", &["P0539 1:6 {#b}"]),
        ("## A {{#b}\n", &["P0539 1:6 {#b}"]),
        ("## A {##b}\n", &["P0539 1:6 {#b}"]),
        ("## A #b}\n", &["P0539 1:6 {#b}"]),
        ("A *b* {#b\n---\n", &["P0539 1:7 {#b}"]),
        ("> ## A {#b}c\n", &["P0539 1:8"]),
        ("## A {#b} {#c}\n", &["P0539 1:6"]),
        ("## A {#b} ##\n", &["P0539 1:6"]),
    ]);
}

#[test]
fn braces_that_are_text_are_not_told() {
    check(&[
        ("## A {#b}\n\n### C{#d}\n\n#### E {#f .g}\n", &[]),
        ("## Množina {x} a C#\n\n## `{#a}` b\n\n## \\{#c\\}\n", &[]),
        ("Text {#a\n", &[]),
    ]);
}
