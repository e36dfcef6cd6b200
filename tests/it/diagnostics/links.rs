//! Links and images that are dead, or lead where they must not.

use super::{Case, Folder, Trigger};
use pakt::diagnostic::Code;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::DeadLink, dead_link),
    (Code::DeadAnchor, dead_anchor),
    (Code::SpaceInLink, space_in_link),
    (Code::NoAlternative, no_alternative),
    (Code::LinkToUnpublished, link_to_unpublished),
    (Code::UnsafeLink, unsafe_link),
    (Code::LinkLeavesContent, link_leaves_content),
    (Code::ExternalImage, external_image),
    (Code::OwnAddress, own_address),
    (Code::AnchorSpelling, anchor_spelling),
    (Code::MissingAttribute, missing_attribute),
    (Code::EmptyLink, empty_link),
];

fn dead_link() -> Case {
    Case::of(&[
        ("content/poradna/_index.md", "---\ntitle: Poradna\n---\n"),
        (
            "content/poradna/zivotopis.md",
            "---\ntitle: Životopis\n---\n## Časté otázky\n",
        ),
        (
            "content/pohovor.md",
            "---\ntitle: Pohovor\n---\nNapište si [životopis](zivotopis.md) a [dopis](dopis.md).\n",
        ),
    ])
}

#[test]
fn dead_link_is_explained() {
    let case = dead_link();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0401]: Odkaz vede na soubor „zivotopis.md“, který tu není.
     --> content/pohovor.md:4:12
      |
    4 | Napište si [životopis](zivotopis.md) a [dopis](dopis.md).
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^ soubor tu není
      |
    rada: Nemysleli jste „poradna/zivotopis.md“?

    chyba[P0401]: Odkaz vede na soubor „dopis.md“, který tu není.
     --> content/pohovor.md:4:40
      |
    4 | Napište si [životopis](zivotopis.md) a [dopis](dopis.md).
      |                                        ^^^^^^^^^^^^^^^^^ soubor tu není
      |
    rada: Zkontrolujte název souboru i složku. Cesta se píše od stránky, na které odkaz je; „../“ znamená o složku výš, „/“ na začátku znamená složku content. Adresa jiného webu začíná https://
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0401]: The link points to the file “zivotopis.md”, which does not exist.
     --> content/pohovor.md:4:12
      |
    4 | Napište si [životopis](zivotopis.md) a [dopis](dopis.md).
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^ no such file
      |
    hint: Did you mean “poradna/zivotopis.md”?

    error[P0401]: The link points to the file “dopis.md”, which does not exist.
     --> content/pohovor.md:4:40
      |
    4 | Napište si [životopis](zivotopis.md) a [dopis](dopis.md).
      |                                        ^^^^^^^^^^^^^^^^^ no such file
      |
    hint: Check the names of the file and its folder. The path starts from the page with the link; “../” means one folder up, and “/” at the start means the folder content. The address of another site starts with https://
    ");
}

#[test]
fn a_file_that_pakt_ignores_is_not_offered() {
    let folder = Folder::site();
    folder.write(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nViz [leták](letak.pdf).\n",
    );
    for name in [
        "_letak.pdf",
        ".letak.pdf",
        "~letak.pdf",
        "letak.pdf~",
        "_sklad/letak.pdf",
        ".git/letak.pdf",
    ] {
        folder.write(&format!("content/{name}"), "PDF");
    }
    let near = |folder: &Folder| {
        folder
            .case()
            .found
            .iter()
            .map(|finding| finding.args[1].1.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(near(&folder), [""]);
    folder.write("content/letaky.pdf", "PDF");
    assert_eq!(near(&folder), ["letaky.pdf"]);
}

fn dead_anchor() -> Case {
    Case::of(&[
        ("content/poradna/_index.md", "---\ntitle: Poradna\n---\n"),
        (
            "content/poradna/zivotopis.md",
            "---\ntitle: Životopis\n---\n## Časté otázky\n",
        ),
        (
            "content/pohovor.md",
            "---\ntitle: Pohovor\n---\nČtěte [otázky](poradna/zivotopis.md#caste-otazka).\n",
        ),
    ])
}

#[test]
fn dead_anchor_is_explained() {
    let case = dead_anchor();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0402]: Na stránce „poradna/zivotopis.md“ není místo s kotvou „caste-otazka“.
     --> content/pohovor.md:4:7
      |
    4 | Čtěte [otázky](poradna/zivotopis.md#caste-otazka).
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ kotva tu není
      |
    rada: Nemysleli jste „caste-otazky“?
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0402]: The page “poradna/zivotopis.md” has no anchor “caste-otazka”.
     --> content/pohovor.md:4:7
      |
    4 | Čtěte [otázky](poradna/zivotopis.md#caste-otazka).
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no such anchor
      |
    hint: Did you mean “caste-otazky”?
    ");
}

fn space_in_link() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nStáhněte si [mapu](mapa kraje.pdf).\n",
    )])
}

#[test]
fn space_in_link_is_explained() {
    let case = space_in_link();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0403]: V cíli odkazu „mapa kraje.pdf“ je mezera, a tak z něj odkaz nevznikne.
     --> content/pohovor.md:4:13
      |
    4 | Stáhněte si [mapu](mapa kraje.pdf).
      |             ^^^^^^^^^^^^^^^^^^^^^^ mezera v odkazu
      |
    rada: Dejte cíl do špičatých závorek. Napište to takto:
      |
    4 - Stáhněte si [mapu](mapa kraje.pdf).
    4 + Stáhněte si [mapu](<mapa kraje.pdf>).
      |
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0403]: The link target “mapa kraje.pdf” contains a space, so this is not a link.
     --> content/pohovor.md:4:13
      |
    4 | Stáhněte si [mapu](mapa kraje.pdf).
      |             ^^^^^^^^^^^^^^^^^^^^^^ space in a link
      |
    hint: Put the target in angle brackets. Write it like this:
      |
    4 - Stáhněte si [mapu](mapa kraje.pdf).
    4 + Stáhněte si [mapu](<mapa kraje.pdf>).
      |
    ");
}

fn no_alternative() -> Case {
    Case::of(&[
        (
            "content/pohovor.md",
            "---\ntitle: Pohovor\n---\n![](mapa.png)\n",
        ),
        ("content/mapa.png", "x"),
    ])
}

#[test]
fn no_alternative_is_explained() {
    let case = no_alternative();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0404]: Obrázek „mapa.png“ nemá popis pro lidi, kteří ho nevidí.
     --> content/pohovor.md:4:1
      |
    4 | ![](mapa.png)
      | ^^^^^^^^^^^^^ chybí popis
      |
    rada: Do hranatých závorek napište, co je na obrázku vidět. Je-li jen na ozdobu, napište: ::image[]{src=mapa.png}
    "#);
    insta::assert_snapshot!(case.english(), @r"
    error[P0404]: The image “mapa.png” has no description for people who cannot see it.
     --> content/pohovor.md:4:1
      |
    4 | ![](mapa.png)
      | ^^^^^^^^^^^^^ description missing
      |
    hint: In the square brackets, write what the image shows. If it is only decoration, write: ::image[]{src=mapa.png}
    ");
}

fn link_to_unpublished() -> Case {
    Case::of(&[
        ("content/poradna/_index.md", "---\ntitle: Poradna\n---\n"),
        (
            "content/poradna/zivotopis.md",
            "---\ntitle: Životopis\ndraft: true\n---\n",
        ),
        (
            "content/pohovor.md",
            "---\ntitle: Pohovor\n---\nČtěte o [životopise](poradna/zivotopis.md).\n",
        ),
    ])
}

#[test]
fn link_to_unpublished_is_explained() {
    let case = link_to_unpublished();
    insta::assert_snapshot!(case.czech(), @r#"
    varování[P0405]: Odkaz vede na stránku „poradna/zivotopis.md“, která teď není zveřejněná, a tak z něj zůstane jen text.
     --> content/pohovor.md:4:9
      |
    4 | Čtěte o [životopise](poradna/zivotopis.md).
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cíl není zveřejněný
      |
    rada: Je-li to v pořádku, nedělejte nic; až stránku zveřejníte, odkaz bude fungovat. Jinak odkaz smažte, nebo v cílové stránce upravte klíče draft, publish_from a publish_until.
    "#);
}

fn unsafe_link() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n[Přihláška](file:///C:/prihlaska.pdf) a [trik](javascript:alert(1))\n",
    )])
}

#[test]
fn unsafe_link_is_explained() {
    let case = unsafe_link();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0406]: Odkaz, který začíná „file:“, na veřejný web nepatří.
     --> content/pohovor.md:4:1
      |
    4 | [Přihláška](file:///C:/prihlaska.pdf) a [trik](javascript:alert(1))
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nevhodný odkaz
      |
    rada: Použijte odkaz, který začíná https://, mailto: nebo tel:, nebo cestu k souboru na tomto webu.

    chyba[P0406]: Odkaz, který začíná „javascript:“, na veřejný web nepatří.
     --> content/pohovor.md:4:41
      |
    4 | [Přihláška](file:///C:/prihlaska.pdf) a [trik](javascript:alert(1))
      |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ nevhodný odkaz
      |
    rada: Použijte odkaz, který začíná https://, mailto: nebo tel:, nebo cestu k souboru na tomto webu.
    "#);
}

fn link_leaves_content() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\nViz [plán](../dokumenty/plan.pdf).\n",
    )])
}

#[test]
fn link_leaves_content_is_explained() {
    let case = link_leaves_content();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0407]: Odkaz „../dokumenty/plan.pdf“ vede ven ze složky content.
     --> content/pohovor.md:4:5
      |
    4 | Viz [plán](../dokumenty/plan.pdf).
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ vede ven
      |
    rada: Zkopírujte soubor do složky vedle stránky a odkažte na něj jen názvem. Je-li soubor ve složce content, uberte jedno „../“.
    "#);
}

fn external_image() -> Case {
    Case::of(&[(
        "content/pohovor.md",
        "---\ntitle: Pohovor\n---\n![Dílna](https://jiny-web.cz/dilna.jpg)\n",
    )])
}

#[test]
fn external_image_is_explained() {
    let case = external_image();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0408]: Obrázek „https://jiny-web.cz/dilna.jpg“ leží na jiném webu.
     --> content/pohovor.md:4:1
      |
    4 | ![Dílna](https://jiny-web.cz/dilna.jpg)
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cizí web
      |
    rada: Uložte obrázek do složky vedle stránky a uveďte jen jeho název, například ![Popis obrázku](obrazek.jpg).
    "#);
}

/// A site with an address, and a page with this body.
fn with_address(body: &str) -> Case {
    let settings = format!(
        "{}base_url: https://www.example.cz/pakt/\n",
        super::SETTINGS
    );
    let page = format!("---\ntitle: A\n---\n{body}\n");
    Case::of(&[
        ("site.yaml", &settings),
        ("content/a.md", &page),
        (
            "content/oddil/b.md",
            "---\ntitle: B\n---\n## Úřední hodiny\n",
        ),
        ("content/leták.pdf", "PDF"),
    ])
}

fn own_address() -> Case {
    with_address("Viz [stránku](https://www.example.cz/pakt/oddil/b/#uredni-hodiny).")
}

#[test]
fn addresses_of_the_site_itself_lead_to_files() {
    let case = own_address();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0410]: Odkaz na vlastní web je zapsaný celou adresou „https://www.example.cz/pakt/oddil/b/#uredni-hodiny“.
     --> content/a.md:4:5
      |
    4 | Viz [stránku](https://www.example.cz/pakt/oddil/b/#uredni-hodiny).
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stačí soubor
      |
    rada: Odkažte na soubor: „oddil/b.md#uredni-hodiny“. Takový odkaz pakt pohlídá a bude fungovat i v náhledu.
      |
    4 - Viz [stránku](https://www.example.cz/pakt/oddil/b/#uredni-hodiny).
    4 + Viz [stránku](oddil/b.md#uredni-hodiny).
      |

    varování[P0312]: Složka nemá úvodní stránku: chybí soubor „content/oddil/_index.md“.
    --> content/oddil/b.md
     |
    rada: Vytvořte ho. Stačí v něm hlavička s nadpisem (title).
    ");
    let html = case.site.text("a/index.html");
    assert!(html.contains("<a href=\"../oddil/b/#uredni-hodiny\">stránku</a>"));
    let codes = |body: &str| {
        let case = with_address(body);
        let codes = case
            .found
            .iter()
            .map(|finding| finding.code);
        codes
            .filter(|code| *code != Code::NoIndex)
            .collect::<Vec<_>>()
    };
    let dead = [Code::DeadLink];
    assert_eq!(codes("[x](https://www.example.cz/pakt/nic/)"), dead);
    assert_eq!(codes("[x](HTTP://WWW.example.cz/pakt/nic)"), dead);
    assert_eq!(codes("<a href=\"//www.example.cz/pakt/nic\">x</a>"), dead);
    let own = [Code::OwnAddress];
    assert_eq!(codes("[x](https://www.example.cz/pakt)"), own);
    assert_eq!(codes("[x](https://www.example.cz/pakt/oddil/b)"), own);
    // The sitemap is nobody's file, and other sites are other sites.
    assert_eq!(codes("[x](https://www.example.cz/pakt/sitemap.xml)"), []);
    assert_eq!(codes("[x](https://www.example.cz/)"), []);
    assert_eq!(codes("[x](https://www.example.cz.example.org/pakt/)"), []);
}

fn anchor_spelling() -> Case {
    with_address("## Časté otázky\n\n[hodiny](oddil/b.md#úřední-hodiny), [otázky](#Časté-otázky)")
}

#[test]
fn anchors_as_other_programs_write_them_work() {
    let case = anchor_spelling();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0411]: Kotva „#úřední-hodiny“ se správně píše „#uredni-hodiny“.
     --> content/a.md:6:1
      |
    6 | [hodiny](oddil/b.md#úřední-hodiny), [otázky](#Časté-otázky)
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ jinak zapsaná kotva
      |
    rada: Opravte kotvu na „#uredni-hodiny“. Odkaz zatím funguje.
      |
    6 - [hodiny](oddil/b.md#úřední-hodiny), [otázky](#Časté-otázky)
    6 + [hodiny](oddil/b.md#uredni-hodiny), [otázky](#Časté-otázky)
      |

    varování[P0411]: Kotva „#Časté-otázky“ se správně píše „#caste-otazky“.
     --> content/a.md:6:37
      |
    6 | [hodiny](oddil/b.md#úřední-hodiny), [otázky](#Časté-otázky)
      |                                     ^^^^^^^^^^^^^^^^^^^^^^^ jinak zapsaná kotva
      |
    rada: Opravte kotvu na „#caste-otazky“. Odkaz zatím funguje.
      |
    6 - [hodiny](oddil/b.md#úřední-hodiny), [otázky](#Časté-otázky)
    6 + [hodiny](oddil/b.md#úřední-hodiny), [otázky](#caste-otazky)
      |

    varování[P0312]: Složka nemá úvodní stránku: chybí soubor „content/oddil/_index.md“.
    --> content/oddil/b.md
     |
    rada: Vytvořte ho. Stačí v něm hlavička s nadpisem (title).
    ");
    let html = case.site.text("a/index.html");
    assert!(html.contains("href=\"../oddil/b/#uredni-hodiny\""));
    assert!(html.contains("href=\"#caste-otazky\""));
    // The top and the main part of every page are there without headings.
    let case = with_address("[x](#top) [y](oddil/b.md#TOP) [z](#obsah)");
    let codes = case
        .found
        .iter()
        .map(|finding| finding.code);
    assert_eq!(codes.collect::<Vec<_>>(), [Code::NoIndex]);
}

fn missing_attribute() -> Case {
    with_address("Úřad :lang[Job Centre] vám poradí.")
}

#[test]
fn a_block_without_what_it_needs_is_its_words() {
    let case = missing_attribute();
    insta::assert_snapshot!(case.czech(), @r"
    chyba[P0412]: Bloku „lang“ chybí údaj code.
     --> content/a.md:4:6
      |
    4 | Úřad :lang[Job Centre] vám poradí.
      |      ^^^^^^^^^^^^^^^^^ chybí code
      |
    rada: Doplňte do složených závorek {code=…}. Bez něj blok nefunguje.

    varování[P0312]: Složka nemá úvodní stránku: chybí soubor „content/oddil/_index.md“.
    --> content/oddil/b.md
     |
    rada: Vytvořte ho. Stačí v něm hlavička s nadpisem (title).
    ");
    let html = case.site.text("a/index.html");
    assert!(html.contains("<p>Úřad Job Centre vám poradí.</p>"));
    let case = with_address("::button[Přihláška]{href=koncept.md}");
    assert!(
        !case
            .site
            .text("a/index.html")
            .contains("href=\"\"")
    );
}

fn empty_link() -> Case {
    Case::of(&[(
        "content/kurzy.md",
        "---\ntitle: Kurzy\n---\nVezměte si <a href=\"\">přihlášku</a>. <img alt=\"Mapa\">\n",
    )])
}

#[test]
fn empty_link_is_explained() {
    let case = empty_link();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0409]: Odkaz nikam nevede.
     --> content/kurzy.md:4:12
      |
    4 | Vezměte si <a href="">přihlášku</a>. <img alt="Mapa">
      |            ^^^^^^^^^^^ chybí cíl
      |
    rada: Doplňte do značky, kam odkaz vede: <a href="stranka.md">. Nemá-li text být odkazem, značky <a> a </a> smažte.

    chyba[P0409]: U obrázku není uvedený soubor.
     --> content/kurzy.md:4:38
      |
    4 | Vezměte si <a href="">přihlášku</a>. <img alt="Mapa">
      |                                      ^^^^^^^^^^^^^^^^ chybí soubor
      |
    rada: Doplňte do značky název souboru: <img src="obrazek.jpg" alt="Popis obrázku">
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    error[P0409]: The link leads nowhere.
     --> content/kurzy.md:4:12
      |
    4 | Vezměte si <a href="">přihlášku</a>. <img alt="Mapa">
      |            ^^^^^^^^^^^ target missing
      |
    hint: In the tag, write where the link leads: <a href="page.md">. If the text should not be a link, delete the tags <a> and </a>.

    error[P0409]: The image does not say which file to show.
     --> content/kurzy.md:4:38
      |
    4 | Vezměte si <a href="">přihlášku</a>. <img alt="Mapa">
      |                                      ^^^^^^^^^^^^^^^^ file missing
      |
    hint: In the tag, write the name of the file: <img src="picture.jpg" alt="What it shows">
    "#);
}
