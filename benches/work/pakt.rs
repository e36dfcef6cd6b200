//! The work as a pakt site, with the built-in theme.

use super::{File, Page, Work, section, tag};

/// Makes the files of the site.
pub(super) fn files(work: Work) -> impl Iterator<Item = File> {
    let index = |number: usize| {
        (
            format!("content/{}/_index.md", section(number)),
            format!("---\ntitle: Oddíl {number}\n---\n"),
        )
    };
    [
        settings(work),
        (
            "content/_index.md".to_owned(),
            "---\ntitle: Domů\nextra: {list: false}\n---\nVítejte.\n".to_owned(),
        ),
    ]
    .into_iter()
    .chain((0..work.sections).map(index))
    .chain((0..work.pages).map(move |number| page(work, number)))
}

fn settings(work: Work) -> File {
    let menu: String = (0..work.sections)
        .map(|number| format!("    - {}/_index.md\n", section(number)))
        .collect();
    let text = format!(
        "title: Práce v kraji\nbase_url: https://pakt.example/\nlanguage: cs\ntheme: pakt\n\
         organisation: {{operator: Pakt, email: pakt@pakt.example, accessibility_contact: pakt@pakt.example}}\n\
         taxonomies:\n  tags:\n    cs: {{slug: temata, title: Témata}}\n\
         navigation:\n  main:\n{menu}feeds:\n  limit: 20\nsearch: {}\n",
        work.search
    );
    ("site.yaml".to_owned(), text)
}

fn page(work: Work, number: usize) -> File {
    let page = Page::new(work, number);
    let [first, second] = page.tags.map(tag);
    let aliases = if work.aliases {
        format!("aliases: [/stare/{number}/]\n")
    } else {
        String::new()
    };
    let head = format!(
        "---\ntitle: {}\ndate: {}\ntoc: true\ntags: [{first}, {second}]\n{aliases}---\n",
        page.title, page.date
    );
    (
        format!("content/{}", work.path(number)),
        head + &page.body(|to| format!("../{}", work.path(to))),
    )
}
