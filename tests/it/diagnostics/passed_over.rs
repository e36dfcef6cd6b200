//! Files and names that are passed over.

use super::{Case, Folder, Trigger};
use crate::support::{TestSite, file};
use pakt::diagnostic::Code;
use pakt::project::Change;
use pakt::source::SourceId;

pub(super) const TRIGGERS: &[(Code, Trigger)] = &[
    (Code::PassedOver, passed_over),
    (Code::CopyOfFile, copy_of_file),
    (Code::DoubtfulTerm, doubtful_term),
    (Code::UnreadAttribute, unread_attribute),
    (Code::NothingNamed, nothing_named),
];

/// Settings with a taxonomy.
const TOPICS: &str = "title: Web\norganisation: {operator: O, email: a@b.cz, \
    accessibility_contact: a@b.cz}\ntaxonomies:\n  topic: {cs: {slug: temata, title: Témata}}\n";

/// The findings of a case: their codes and files.
fn files(case: &Case) -> Vec<String> {
    case.found
        .iter()
        .map(|finding| {
            let file = finding
                .place
                .as_ref()
                .map(|place| place.source.as_str());
            format!("{} {}", finding.code.id(), file.unwrap_or_default())
        })
        .collect()
}

fn passed_over() -> Case {
    Case::of(&[
        ("content/a.markdown", "---\ntitle: A\n---\n"),
        ("content/letak.docx", "PK"),
        ("data/odkazy.json", "{}"),
    ])
}

#[test]
fn files_that_are_passed_over_are_explained() {
    let case = passed_over();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0901]: Soubor na webu není: název stránky končí na „.md“, a tento ne. Žádná stránka na něj ani neodkazuje.
    --> content/a.markdown
     |
    rada: Má-li to být stránka, přejmenujte soubor na „a.md“. Patří-li jen vám, začněte jeho název podtržítkem.

    varování[P0901]: Soubor na webu není: název stránky končí na „.md“, a tento ne. Žádná stránka na něj ani neodkazuje.
    --> content/letak.docx
     |
    rada: Má-li to být stránka, zkopírujte text do nového souboru, jehož název končí na „.md“. Má-li být ke stažení, dejte na něj odkaz na některé stránce. Patří-li jen vám, začněte jeho název podtržítkem.

    varování[P0901]: Soubor ve složce data pakt nečte, protože jeho název nekončí na „.yaml“.
    --> data/odkazy.json
     |
    rada: Přejmenujte soubor na „odkazy.yaml“.
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0901]: The file is not on the site: the name of a page ends in “.md”, and this one does not. No page links to it either.
    --> content/a.markdown
     |
    hint: If it should be a page, rename the file to “a.md”. If it is only for you, start its name with an underscore.

    warning[P0901]: The file is not on the site: the name of a page ends in “.md”, and this one does not. No page links to it either.
    --> content/letak.docx
     |
    hint: If it should be a page, copy the text to a new file whose name ends in “.md”. If it should be downloaded, link to it on a page. If it is only for you, start its name with an underscore.

    warning[P0901]: pakt does not read this file in the data folder, because its name does not end in “.yaml”.
    --> data/odkazy.json
     |
    hint: Rename the file to “odkazy.yaml”.
    ");
}

#[test]
fn every_file_that_looks_like_a_page_or_data_is_reported() {
    let page = "---\ntitle: A\n---\n";
    for (path, renamed) in [
        ("content/x.txt", "x.md"),
        ("content/x.TXT", "x.md"),
        ("content/x.mdx", "x.md"),
        ("content/x.markdown", "x.md"),
        ("content/a/x.en.mkd", "x.en.md"),
        ("content/x.md ", "x.md"),
        ("content/x.md.", "x.md"),
        ("content/x.MD.txt", "x.MD"),
        ("content/x.odt", ""),
        ("content/x.rtf", ""),
        ("content/x.html", ""),
        ("data/x.JSON", "x.yaml"),
        ("data/x.toml", ""),
        ("data/x.csv", ""),
        ("data/x.YAML", "x.yaml"),
        ("data/x.yml.txt", "x.yml"),
        ("data/x.yaml ", "x.yaml"),
    ] {
        let case = Case::of(&[(path, page)]);
        assert_eq!(files(&case), [format!("P0901 {path}")]);
        assert_eq!(case.arguments()[1], renamed, "{path}");
    }
}

#[test]
fn attachments_and_other_files_are_not_reported() {
    let page = "---\ntitle: A\n---\n[k](letak.docx) [t](/text.txt)\n";
    let draft = "---\ntitle: B\ndraft: true\n---\n[k](plan.odt) [c](c.md)\n";
    let case = Case::of(&[
        ("content/a.md", page),
        ("content/b.md", draft),
        ("content/c.md", "---\ntitle: C\ndraft: true\n---\n"),
        ("content/letak.docx", "PK"),
        ("content/plan.odt", "PK"),
        ("content/text.txt", "Text"),
        ("content/foto.jpg", "x"),
        ("content/tabulka.xlsx", "x"),
        ("content/_static/klic.txt", "x"),
        ("data/README.md", "x"),
    ]);
    assert_eq!(files(&case), [] as [&str; 0]);
}

#[test]
fn a_misspelt_link_to_a_file_is_one_finding() {
    let page = "---\ntitle: A\n---\n[k](letek.docx)\n";
    let case = Case::of(&[("content/a.md", page), ("content/letak.docx", "PK")]);
    assert_eq!(files(&case), ["P0401 content/a.md"]);
    let case = Case::of(&[("content/a.md", page), ("content/jiny/letak.docx", "PK")]);
    let found = files(&case);
    assert!(
        found.contains(&"P0901 content/jiny/letak.docx".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_file_that_cannot_be_renamed_has_no_fix() {
    let page = "---\ntitle: A\n---\n";
    let case = Case::of(&[("content/x.md", page), ("content/x.markdown", page)]);
    assert_eq!(files(&case), ["P0901 content/x.markdown"]);
    assert!(case.found[0].fix.is_none());
}

#[test]
fn a_file_with_an_underscore_is_passed_over_in_silence() {
    let folder = Folder::site();
    folder.write("content/_poznamky.txt", "x");
    folder.write("content/~$letak.docx", "x");
    assert_eq!(files(&folder.case()), [] as [&str; 0]);
}

#[test]
fn a_space_behind_the_ending_is_found_on_the_disk() {
    let folder = Folder::site();
    folder.write("content/a.md ", "---\ntitle: A\n---\n");
    assert_eq!(files(&folder.case()), ["P0901 content/a.md "]);
}

const CONTACT: &str = "---\ntitle: Kontakt\n---\nZavolejte nám.\n\nNebo napište.\n";

fn copy_of_file() -> Case {
    Case::of(&[
        ("content/kontakt.md", CONTACT),
        ("content/kontakt – kopie.md", CONTACT),
        ("data/dny.yaml", "po: 8"),
        ("data/dny-KANCELAR2.yaml", "po: 8"),
    ])
}

#[test]
fn a_copy_is_explained_and_is_no_page() {
    let case = copy_of_file();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0902]: Soubor je kopie stránky „kontakt.md“, a tak ho pakt nezveřejní.
    --> content/kontakt – kopie.md
    ::: content/kontakt.md
     |
    rada: Je-li v kopii něco, co v původním souboru chybí, přeneste to tam a kopii smažte. Má-li to být jiná stránka, dejte souboru jiný název i nadpis.

    varování[P0902]: Soubor je kopie souboru „dny.yaml“ se stejnými daty. Web používá jen původní.
    --> data/dny-KANCELAR2.yaml
    ::: data/dny.yaml
     |
    rada: Je-li v kopii něco, co v původním souboru chybí, přeneste to tam a kopii smažte. Mají-li to být jiná data, dejte souboru jiný název.
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0902]: This file is a copy of the page “kontakt.md”, so it is not published.
    --> content/kontakt – kopie.md
    ::: content/kontakt.md
     |
    hint: If the copy contains something that the original lacks, move it there, and delete the copy. If it should be another page, give it another name and title.

    warning[P0902]: This file is a copy of “dny.yaml” with the same data. The site uses only the original.
    --> data/dny-KANCELAR2.yaml
    ::: data/dny.yaml
     |
    hint: If the copy contains something that the original lacks, move it there, and delete the copy. If these should be other data, give the file another name.
    ");
    let site = case.site.snapshot.renderer.site();
    assert!(
        site.page_of("content/kontakt.md")
            .is_some()
    );
    assert!(
        site.page_of("content/kontakt – kopie.md")
            .is_none()
    );
}

#[test]
fn a_copy_has_the_title_or_most_lines_of_its_original() {
    let other_title = CONTACT.replace("Kontakt", "Kontakty");
    let other_lines = "---\ntitle: Kontakt\n---\nPřijďte k nám.\n";
    let broken = CONTACT.replace("title: Kontakt", "title: \"Kontakt");
    for copy in [CONTACT, &other_title, other_lines, &broken] {
        let case = Case::of(&[("content/k.md", CONTACT), ("content/k (1).md", copy)]);
        assert_eq!(files(&case), ["P0902 content/k (1).md"], "{copy}");
    }
    let other = "---\ntitle: Jiný\n---\nPřijďte k nám.\n\nNebo napište.\n";
    let case = Case::of(&[("content/k.md", CONTACT), ("content/k (1).md", other)]);
    assert_eq!(files(&case), [] as [&str; 0]);
    let case = Case::of(&[("content/Kopie dokladů.md", CONTACT)]);
    assert_eq!(files(&case), [] as [&str; 0]);
}

#[test]
fn a_change_of_a_text_makes_a_page_of_a_copy_and_a_copy_of_a_page() {
    let mut case = Case::of(&[
        ("content/k.md", CONTACT),
        ("content/k-PC.md", &CONTACT.replace("Kontakt", "Jiný")),
    ]);
    let is_page = |case: &Case| {
        let site = case.site.snapshot.renderer.site();
        site.page_of("content/k-PC.md")
            .is_some()
    };
    assert!(!is_page(&case));
    let original = CONTACT.replace("Zavolejte nám.", "Přijďte k nám.\n\nPište nám.");
    let original = original.replace("Nebo napište.", "Pošlete dopis.");
    for (text, expected) in [(&*original, true), (CONTACT, false)] {
        case.site
            .apply(vec![Change::Present(file("content/k.md", text))]);
        assert_eq!(is_page(&case), expected, "{text}");
        let clean = TestSite::new(&[
            ("content/k.md", text),
            ("content/k-PC.md", &CONTACT.replace("Kontakt", "Jiný")),
        ]);
        assert_eq!(case.site.findings(), clean.findings());
        assert!(case.site.artifacts() == clean.artifacts());
    }
    case.site
        .apply(vec![Change::Absent(SourceId::new("content/k.md"))]);
    assert!(is_page(&case));
}

/// A page with terms.
fn page(terms: &str) -> String {
    format!("---\ntitle: A\ntopic: [{terms}]\n---\n")
}

fn doubtful_term() -> Case {
    Case::of(&[
        ("site.yaml", TOPICS),
        ("content/topic/mladez.md", "---\ntitle: Mladí lidé\n---\n"),
        ("content/a.md", &page("mladdez")),
    ])
}

#[test]
fn a_doubtful_term_is_explained() {
    let case = doubtful_term();
    insta::assert_snapshot!(case.czech(), @r"
    varování[P0903]: Pojem „mladdez“ se jen jediným písmenem liší od pojmu „mladez“.
     --> content/a.md:3:9
      |
    3 | topic: [mladdez]
      |         ^^^^^^^ překlep?
     ::: content/topic/mladez.md
      |
    rada: Zkontrolujte, jestli nemá být stejný. Je-li to opravdu jiný pojem, dejte mu ve složce třídění vlastní stránku.
      |
    3 - topic: [mladdez]
    3 + topic: [mladez]
      |
    ");
    insta::assert_snapshot!(case.english(), @r"
    warning[P0903]: The term “mladdez” is only one letter off the term “mladez”.
     --> content/a.md:3:9
      |
    3 | topic: [mladdez]
      |         ^^^^^^^ misspelt?
     ::: content/topic/mladez.md
      |
    hint: Check whether they should be the same. If it really is another term, give it a page of its own in the folder of the taxonomy.
      |
    3 - topic: [mladdez]
    3 + topic: [mladez]
      |
    ");
}

/// The places of doubtful terms, and what is offered, on a site where two pages have the term
/// `rekvalifikace`, one has `kurz 2026`, and there are pages of the terms `mladez` and `prava`.
fn doubts(terms: &str) -> Vec<String> {
    let case = Case::of(&[
        ("site.yaml", TOPICS),
        ("content/topic/mladez.md", "---\ntitle: Mladí lidé\n---\n"),
        ("content/topic/prava.md", "---\ntitle: Práva\n---\n"),
        (
            "content/topic/praha.md",
            "---\ntitle: Praha\ndraft: true\n---\n",
        ),
        ("content/a.md", &page("rekvalifikace, kurz 2026")),
        ("content/b.md", &page("rekvalifikace, kurz 2026")),
        ("content/c.md", &page(terms)),
    ]);
    case.found
        .iter()
        .map(|finding| {
            let near = finding
                .args
                .last()
                .map(|(_, near)| &**near);
            format!("{} {}", finding.code.id(), near.unwrap_or_default())
        })
        .collect()
}

#[test]
fn one_letter_less_more_other_or_swapped_is_doubtful() {
    for (terms, near) in [
        ("mladz", "mladez"),
        ("mmladez", "mladez"),
        ("mlazed", ""),
        ("mladze", "mladez"),
        ("mlaďez", ""),
        ("praav", "prava"),
        ("prva", "prava"),
        ("rekvalifkace", "rekvalifikace"),
        ("Rekvalifikacee", "rekvalifikace"),
        ("rekvalifikaze", "rekvalifikace"),
        ("rekvalifkce", ""),
        ("kurz 2027", ""),
        ("praha", ""),
        ("mladez, prava", ""),
        ("něco jiného", ""),
    ] {
        let expected: Vec<String> = match near {
            "" => Vec::new(),
            near => vec![format!("P0903 {near}")],
        };
        let doubts: Vec<String> = doubts(terms)
            .into_iter()
            .filter(|doubt| doubt.starts_with("P0903"))
            .collect();
        assert_eq!(doubts, expected, "{terms}");
    }
}

/// A page with a block, on a site with a taxonomy and links.
fn block(text: &str) -> Case {
    let text = format!("---\ntitle: A\ntopic: [prava]\n---\nText.\n\n{text}\n");
    Case::of(&[
        ("site.yaml", TOPICS),
        (
            "data/links.yaml",
            "uradprace: {name: Úřad práce, url: \"https://uradprace.cz/\"}\n",
        ),
        (
            "content/b.md",
            "---\ntitle: B\ndraft: true\ntopic: [davky]\n---\n",
        ),
        ("content/a.md", &text),
    ])
}

fn unread_attribute() -> Case {
    block("::links[Odkazy]{idss=\"uradprace\"}")
}

#[test]
fn an_attribute_without_effect_is_explained() {
    let case = unread_attribute();
    insta::assert_snapshot!(case.czech(), @r#"
    varování[P0905]: Blok „links“ nezná údaj „idss“, a tak by údaj nic neudělal.
     --> content/a.md:7:17
      |
    7 | ::links[Odkazy]{idss="uradprace"}
      |                 ^^^^^^^^^^^^^^^^ neznámý údaj
      |
    rada: Nemysleli jste „ids“?
      |
    7 - ::links[Odkazy]{idss="uradprace"}
    7 + ::links[Odkazy]{ids="uradprace"}
      |
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    warning[P0905]: The block “links” does not know the attribute “idss”, so it would have no effect.
     --> content/a.md:7:17
      |
    7 | ::links[Odkazy]{idss="uradprace"}
      |                 ^^^^^^^^^^^^^^^^ unknown attribute
      |
    hint: Did you mean “ids”?
      |
    7 - ::links[Odkazy]{idss="uradprace"}
    7 + ::links[Odkazy]{ids="uradprace"}
      |
    "#);
}

fn nothing_named() -> Case {
    block(
        "::links[Odkazy]{ids=\"uradprace uradpraace\"}\n\n::list[Práva]{taxonomy=topik term=prava}\n\n\
        ::list[Práva]{term=praav}",
    )
}

#[test]
fn an_attribute_that_names_nothing_is_explained() {
    let case = nothing_named();
    insta::assert_snapshot!(case.czech(), @r#"
    chyba[P0906]: V souboru data/links.yaml není „uradpraace“.
     --> content/a.md:7:32
      |
    7 | ::links[Odkazy]{ids="uradprace uradpraace"}
      |                                ^^^^^^^^^^ nic takového není
      |
    rada: Nemysleli jste „uradprace“?
      |
    7 - ::links[Odkazy]{ids="uradprace uradpraace"}
    7 + ::links[Odkazy]{ids="uradprace uradprace"}
      |

    chyba[P0906]: Třídění „topik“ na webu není.
     --> content/a.md:9:24
      |
    9 | ::list[Práva]{taxonomy=topik term=prava}
      |                        ^^^^^ nic takového není
      |
    rada: Nemysleli jste „topic“?
      |
    9 - ::list[Práva]{taxonomy=topik term=prava}
    9 + ::list[Práva]{taxonomy=topic term=prava}
      |

    chyba[P0906]: Ve třídění „topic“ není pojem „praav“.
      --> content/a.md:11:20
       |
    11 | ::list[Práva]{term=praav}
       |                    ^^^^^ nic takového není
       |
    rada: Nemysleli jste „prava“?
       |
    11 - ::list[Práva]{term=praav}
    11 + ::list[Práva]{term=prava}
       |
    "#);
    insta::assert_snapshot!(case.english(), @r#"
    error[P0906]: There is no “uradpraace” in the file data/links.yaml.
     --> content/a.md:7:32
      |
    7 | ::links[Odkazy]{ids="uradprace uradpraace"}
      |                                ^^^^^^^^^^ no such thing
      |
    hint: Did you mean “uradprace”?
      |
    7 - ::links[Odkazy]{ids="uradprace uradpraace"}
    7 + ::links[Odkazy]{ids="uradprace uradprace"}
      |

    error[P0906]: The site has no taxonomy “topik”.
     --> content/a.md:9:24
      |
    9 | ::list[Práva]{taxonomy=topik term=prava}
      |                        ^^^^^ no such thing
      |
    hint: Did you mean “topic”?
      |
    9 - ::list[Práva]{taxonomy=topik term=prava}
    9 + ::list[Práva]{taxonomy=topic term=prava}
      |

    error[P0906]: The taxonomy “topic” has no term “praav”.
      --> content/a.md:11:20
       |
    11 | ::list[Práva]{term=praav}
       |                    ^^^^^ no such thing
       |
    hint: Did you mean “prava”?
       |
    11 - ::list[Práva]{term=praav}
    11 + ::list[Práva]{term=prava}
       |
    "#);
}

#[test]
fn attributes_with_an_effect_are_fine() {
    for text in [
        "::links[O]{ids=\"uradprace\" #o .siroke lang=cs}",
        ":::details[O]{open}\nText.\n:::",
        ":::quote[O]{href=\"_index.md\"}\nText.\n:::",
        "::list[O]{taxonomy=topic term=prava}",
        "::list[O]{term=Práva}",
        "::list[O]{term=davky}",
        ":lang[Job Centre]{code=en}",
        ":print[O]{never}",
    ] {
        assert_eq!(files(&block(text)), [] as [&str; 0], "{text}");
    }
}
