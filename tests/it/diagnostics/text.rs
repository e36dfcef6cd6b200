//! Headings, blocks and footnotes.

use super::{Case, SETTINGS, Trigger};
use pakt::diagnostic::Code;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::HeadingOne, heading_one),
    (Code::UnknownBlock, unknown_block),
    (Code::UnclosedBlock, unclosed_block),
    (Code::MisplacedBlock, misplaced_block),
    (Code::StrayFence, stray_fence),
    (Code::BadAttributes, bad_attributes),
    (Code::TooDeep, too_deep),
    (Code::UnknownLanguage, unknown_language),
    (Code::DuplicateId, duplicate_id),
    (Code::LoneFootnote, lone_footnote),
    (Code::NoWords, no_words),
    (Code::UnevenHeadings, uneven_headings),
    (Code::SkippedLevel, skipped_level),
    (Code::DeepStart, deep_start),
];

fn heading_one() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nÚvod.\n\n# Co s sebou\n",
    )])
}

#[test]
fn heading_one_is_explained() {
    let case = heading_one();
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0501]: V textu je nadpis s jedním znakem #, ale hlavní nadpis stránky je title v hlavičce.
     --> content/pohovor.md:6:1
      |
    6 | # Co s sebou
      | ^^^^^^^^^^^^ druhý hlavní nadpis
      |
    rada: Přidejte na začátek řádku znak #. Napište to takto:
      |
    6 | ## Co s sebou
      | +
    ");
    insta::assert_snapshot!(case.english(), @r#"
    error[P0501]: The text has a heading with a single #, but the main heading of the page is the title in the front matter.
     --> content/pohovor.md:6:1
      |
    6 | # Co s sebou
      | ^^^^^^^^^^^^ second main heading
      |
    hint: Add one more # at the start of the line. Write it like this:
      |
    6 | ## Co s sebou
      | +
    "#);
}

fn unknown_block() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n:::notte\nVezměte si občanku.\n:::\n",
    )])
}

#[test]
fn unknown_block_is_explained() {
    let case = unknown_block();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0502]: Blok „notte“ motiv webu nezná.
     --> content/pohovor.md:4:1
      |
    4 | :::notte
      | ^^^^^^^^ neznámý blok
      |
    rada: Nemysleli jste „note“?
      |
    4 - :::notte
    4 + :::note
      |
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0502]: The site’s theme has no block “notte”.
     --> content/pohovor.md:4:1
      |
    4 | :::notte
      | ^^^^^^^^ unknown block
      |
    hint: Did you mean “note”?
      |
    4 - :::notte
    4 + :::note
      |
    ");
}

fn unclosed_block() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n:::note\nVezměte si občanku.\n",
    )])
}

#[test]
fn unclosed_block_is_explained() {
    let case = unclosed_block();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0503]: Blok „note“ není ukončený.
     --> content/pohovor.md:4:1
      |
    4 | :::note
      | ^^^^^^^ tady blok začíná
      |
    rada: Za poslední řádek bloku přidejte samostatný řádek s dvojtečkami. Musí jich být stejně jako na začátku bloku: :::
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0503]: The block “note” is not closed.
     --> content/pohovor.md:4:1
      |
    4 | :::note
      | ^^^^^^^ the block starts here
      |
    hint: After the last line of the block, add a line with as many colons as at its start: :::
    ");
}

fn misplaced_block() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n- občanka\n  :::note\n  Musí platit.\n  :::\n",
    )])
}

#[test]
fn misplaced_block_is_explained() {
    let case = misplaced_block();
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0504]: Řádek „:::note“ je uvnitř seznamu, citace nebo tabulky, a tam blok být nemůže.
     --> content/pohovor.md:5:3
      |
    5 |   :::note
      |   ^^^^^^^ tady blok být nemůže
      |
    rada: Přesuňte blok před seznam, citaci nebo tabulku, nebo až za ně, a začněte ho úplně na kraji řádku.
    ");
}

fn stray_fence() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nVezměte si občanku.\n\n:::\n",
    )])
}

#[test]
fn stray_fence_is_explained() {
    let case = stray_fence();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0505]: Tyto dvojtečky mají ukončit blok, ale žádný blok tu není otevřený.
     --> content/pohovor.md:6:1
      |
    6 | :::
      | ^^^ není co ukončit
      |
    rada: Řádek smažte. Má-li blok ukončit, zkontrolujte, že jeho začátek má stejný počet dvojteček a název, třeba :::note
    "#);
}

fn bad_attributes() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n::links[]{ids=\"mpsv}\n\n::links[Odkazy\n\n::links[]{ids=a ids=b}\n\n::links[]{=a}\n\n::links[]{ids=a\n",
    )])
}

#[test]
fn bad_attributes_is_explained() {
    let case = bad_attributes();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0506]: Údaje za názvem bloku nejsou zapsané správně: chybí druhá uvozovka.
     --> content/pohovor.md:4:1
      |
    4 | ::links[]{ids="mpsv}
      | ^^^^^^^^^^^^^^^^^^^^ chybí uvozovka
      |
    rada: Za hodnotu doplňte rovnou uvozovku (").

    chyba[P0506]: Údaje za názvem bloku nejsou zapsané správně: chybí pravá hranatá závorka.
     --> content/pohovor.md:6:1
      |
    6 | ::links[Odkazy
      | ^^^^^^^^^^^^^^ chybí závorka
      |
    rada: Za nadpis bloku doplňte pravou hranatou závorku: ]

    chyba[P0506]: Údaje za názvem bloku nejsou zapsané správně: jeden údaj je tu dvakrát.
     --> content/pohovor.md:8:1
      |
    8 | ::links[]{ids=a ids=b}
      | ^^^^^^^^^^^^^^^^^^^^^^ podruhé
      |
    rada: Nechte jen jeden z obou údajů a druhý smažte.

    chyba[P0506]: Údaje za názvem bloku nejsou zapsané správně: název některého údaje není v pořádku.
      --> content/pohovor.md:10:1
       |
    10 | ::links[]{=a}
       | ^^^^^^^^^^^^^ nesprávný název
       |
    rada: Údaj zapište jako název, rovnítko a hodnotu bez mezer kolem rovnítka. Název začíná písmenem.

    chyba[P0506]: Údaje za názvem bloku nejsou zapsané správně: pravá složená závorka chybí, nebo je za ní ještě něco.
      --> content/pohovor.md:12:1
       |
    12 | ::links[]{ids=a
       | ^^^^^^^^^^^^^^^ chyba u závorky
       |
    rada: Za poslední údaj napište pravou složenou závorku a za ní už nic: }
    "#);
}

fn too_deep() -> Case {
    let quoted = format!("---\ntitle: Pohovor\n---\n{} Dobrý den\n", ">".repeat(65));
    Case::of(&[("content/pohovor.md", &quoted)])
}

#[test]
fn too_deep_is_explained() {
    let case = too_deep();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0507]: Bloky nebo citace jsou vložené do sebe příliš hluboko (nejvýš 64×).
     --> content/pohovor.md:4:65
      |
    4 | >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Dobrý den
      |                                                                 ^^^^^^^^^^^ příliš hluboko
      |
    rada: Některý z vnitřních bloků nebo citací zrušte, nebo ho přesuňte ven.
    "#);
}

fn unknown_language() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\nlang: cs_CZ\n---\nText :lang[Job Centre]{code=e}.\n",
    )])
}

#[test]
fn unknown_language_is_explained() {
    let case = unknown_language();
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0508]: Kód jazyka „cs_CZ“ tu nejde použít.
     --> content/pohovor.md:3:7
      |
    3 | lang: cs_CZ
      |       ^^^^^ neznámý jazyk
      |
    rada: Nemysleli jste „cs“? Kódy jazyků nejsou kódy států. Napište to takto:
      |
    3 - lang: cs_CZ
    3 + lang: cs
      |

    chyba[P0508]: Kód jazyka „e“ tu nejde použít.
     --> content/pohovor.md:5:24
      |
    5 | Text :lang[Job Centre]{code=e}.
      |                        ^^^^^^ neznámý jazyk
      |
    rada: Použijte některý z kódů: cs, en, uk, de, pl. Čeština je cs, angličtina en, ukrajinština uk.
    ");
}

fn duplicate_id() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n## V Liberci {#kontakt}\n\n## V Turnově {#kontakt}\n",
    )])
}

#[test]
fn duplicate_id_is_explained() {
    let case = duplicate_id();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0509]: Kotva „kontakt“ je na této stránce dvakrát.
     --> content/pohovor.md:6:1
      |
    6 | ## V Turnově {#kontakt}
      | ^^^^^^^^^^^^^^^^^^^^^^^ podruhé
      |
     ::: content/pohovor.md:4:1
      |
    4 | ## V Liberci {#kontakt}
      | ----------------------- týká se i tohoto místa
      |
    rada: Jednu z kotev přejmenujte, třeba na {#kontakt-2}, a upravte odkazy, které na ni vedou.
    "#);
}

fn lone_footnote() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nPlatí to od ledna.[^zakon]\n\n[^jine]: Viz zákon.\n",
    )])
}

#[test]
fn lone_footnote_is_explained() {
    let case = lone_footnote();
    insta::assert_snapshot!(case.czech(), @r#"
    varování[P0510]: Poznámka pod čarou „zakon“ má jen jednu ze dvou částí: buď značku v textu, nebo samotné znění.
     --> content/pohovor.md:4:19
      |
    4 | Platí to od ledna.[^zakon]
      |                   ^^^^^^^^ chybí druhá část
      |
    rada: V textu má být [^zakon] a jinde na samostatném řádku [^zakon]: znění poznámky. Doplňte, co chybí, nebo smažte, co zbylo.

    varování[P0510]: Poznámka pod čarou „jine“ má jen jednu ze dvou částí: buď značku v textu, nebo samotné znění.
     --> content/pohovor.md:6:1
      |
    6 | [^jine]: Viz zákon.
      | ^^^^^^^^^^^^^^^^^^^ chybí druhá část
      |
    rada: V textu má být [^jine] a jinde na samostatném řádku [^jine]: znění poznámky. Doplňte, co chybí, nebo smažte, co zbylo.
    "#);
}

/// A page in two or three languages with these bodies.
fn in_languages(czech: &str, english: &str, ukrainian: Option<&str>) -> Case {
    let page = |body: &str| format!("---\ntitle: A\n---\n{body}\n");
    let settings = format!(
        "{SETTINGS}languages:\n  cs: {{name: Čeština}}\n  en: {{name: English}}\n  uk: {{name: Українська}}\n"
    );
    let (czech, english) = (page(czech), page(english));
    let ukrainian = ukrainian.map(page);
    let mut files = vec![
        ("site.yaml", &*settings),
        ("content/a.md", &czech),
        ("content/a.en.md", &english),
    ];
    files.extend(
        ukrainian
            .as_deref()
            .map(|text| ("content/a.uk.md", text)),
    );
    Case::of(&files)
}

const EVEN: &str = "## A\n\n## B\n\n### C";

fn uneven_headings() -> Case {
    in_languages(EVEN, "## A\n\n### B\n\n### C", Some(EVEN))
}

#[test]
fn the_heading_that_differs_from_all_languages_is_named() {
    insta::assert_snapshot!(uneven_headings().czech(), @r#"
    varování[P0312]: Složka nemá úvodní stránku: chybí soubor „content/_index.en.md“.
    --> content/a.en.md
     |
    rada: Vytvořte ho. Stačí v něm hlavička s nadpisem (title).

    varování[P0920]: Nadpis „B“ má tu jinou úroveň než v ostatních jazycích.
     --> content/a.en.md:6:1
      |
    6 | ### B
      | ^^^^^ tady je úroveň 3, jinde 2
      |
     ::: content/a.md:6:1
      |
    6 | ## B
      | ---- týká se i tohoto místa
      |
    rada: Porovnejte počet znaků # s ostatními jazyky: 3 tady, 2 jinde.

    varování[P0312]: Složka nemá úvodní stránku: chybí soubor „content/_index.uk.md“.
    --> content/a.uk.md
     |
    rada: Vytvořte ho. Stačí v něm hlavička s nadpisem (title).
    "#);
    // Of two languages it is the translation, with the original beside it.
    insta::assert_snapshot!(in_languages("## A\n\n### B", "## A\n\n## B", None).english(), @r"
    warning[P0312]: The folder has no main page: the file “content/_index.en.md” is missing.
    --> content/a.en.md
     |
    hint: Create it. Front matter with a title is enough.

    warning[P0920]: The heading “B” has a different level here from that in the other languages.
     --> content/a.en.md:6:1
      |
    6 | ## B
      | ^^^^ level 2 here, 3 elsewhere
      |
     ::: content/a.md:6:1
      |
    6 | ### B
      | ----- this place is involved, too
      |
    hint: Compare the number of # signs with the other languages: 2 here, 3 there.
    ");
}

#[test]
fn free_translations_are_not_compared() {
    let silent = [
        in_languages(EVEN, EVEN, Some(EVEN)),
        in_languages(EVEN, "## A\n\n### B\n\n## C", Some(EVEN)),
        in_languages(EVEN, "## A\n\n### B", Some(EVEN)),
        in_languages("## A\n\n## B", "## A\n\n### B", Some("Text")),
    ];
    let counts: Vec<usize> = silent
        .iter()
        .map(|case| {
            case.found
                .iter()
                .filter(|finding| finding.code == Code::UnevenHeadings)
                .count()
        })
        .collect();
    assert_eq!(counts, [0, 0, 0, 1]);
}

fn skipped_level() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n## Doklady\n\n#### Občanský průkaz\n",
    )])
}

#[test]
fn a_skipped_level_is_explained() {
    insta::assert_snapshot!(skipped_level().czech(), @r"
    chyba[P0518]: Nadpis přeskakuje úroveň: po 2. úrovni je tu hned 4.
     --> content/pohovor.md:6:1
      |
    6 | #### Občanský průkaz
      | ^^^^^^^^^^^^^^^^^^^^ přeskočená úroveň
      |
    rada: Nadpis smí být nejvýš o jednu úroveň níž než ten před ním. Napište to takto:
      |
    6 - #### Občanský průkaz
    6 + ### Občanský průkaz
      |
    ");
    let codes = |body: &str| {
        let page = format!("---\ntitle: A\n---\n{body}\n");
        let case = Case::of(&[("content/a.md", &page)]);
        case.found
            .iter()
            .map(|finding| finding.code)
            .collect::<Vec<_>>()
    };
    assert_eq!(codes("### A"), [Code::DeepStart], "after the title");
    assert_eq!(
        codes("## A\n\n### B\n\n## C\n\n### D\n\n#### E\n\n## F"),
        []
    );
    assert_eq!(
        codes(":::note\n#### A\n:::"),
        [Code::DeepStart],
        "in a block"
    );
}

fn no_words() -> Case {
    Case::of(&[(
        "content/kurzy.md",
        "---\ntitle: Kurzy\n---\n<h2></h2>\n\nZde <a href=\"/_index.md\"></a> dál.\n",
    )])
}

#[test]
fn no_words_is_explained() {
    let case = no_words();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0517]: Nadpis je prázdný.
     --> content/kurzy.md:4:1
      |
    4 | <h2></h2>
      | ^^^^^^^^^ chybí text
      |
    rada: Nadpis dopište. Je-li tu navíc, celý ho smažte.

    chyba[P0517]: Odkaz nemá žádný text.
     --> content/kurzy.md:6:5
      |
    6 | Zde <a href="/_index.md"></a> dál.
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^ chybí text
      |
    rada: Napište text odkazu, ze kterého je zřejmé, kam vede. Je-li v odkazu jen obrázek, doplňte jeho popis.
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    error[P0517]: The heading is empty.
     --> content/kurzy.md:4:1
      |
    4 | <h2></h2>
      | ^^^^^^^^^ text missing
      |
    hint: Write the heading. If it is not needed, delete all of it.

    error[P0517]: The link has no text.
     --> content/kurzy.md:6:5
      |
    6 | Zde <a href="/_index.md"></a> dál.
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^ text missing
      |
    hint: Write a text that says where the link leads. If there is only an image in the link, add its description.
    "#);
}

#[test]
fn a_main_heading_of_raw_html_is_explained() {
    let case = Case::of(&[(
        "content/kurzy.md",
        "---\ntitle: Kurzy\n---\nÚvod.\n\n<H1 class=\"a\">Co <b>s sebou</b></H1>\n",
    )]);
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0501]: V textu je nadpis <h1>, ale hlavní nadpis stránky je title v hlavičce.
     --> content/kurzy.md:6:1
      |
    6 | <H1 class="a">Co <b>s sebou</b></H1>
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ druhý hlavní nadpis
      |
    rada: Použijte nadpis o úroveň nižší. Napište to takto:
      |
    6 - <H1 class="a">Co <b>s sebou</b></H1>
    6 + <h2 class="a">Co <b>s sebou</b></h2>
      |
    "#);
}

fn deep_start() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nÚvod.\n\n### Doklady\n",
    )])
}
