//! Files and names that are passed over, and days.

use super::{Mistake, file, front};

pub(super) fn mistakes() -> Vec<Mistake> {
    [front_matter(), files()]
        .into_iter()
        .flatten()
        .collect()
}

fn front_matter() -> Vec<Mistake> {
    vec![
        front("title: A\ntitel: B", "P0206", 3, 1),
        front("title: A\ndraft: ano", "P0210", 3, 8),
        front("title: A\ndate: 30. 11. 2026", "P0211", 3, 7),
        front("title: A\ndate: 2026-02-30", "P0212", 3, 7),
        front("title: A\ntitle: B", "P0207", 3, 1),
        front("description: A", "P0208", 2, 1),
        front("title: A: b", "P0204", 2, 8),
        front("title: A # b", "P0205", 2, 8),
        front("title: A\nweight: první", "P0209", 3, 9),
        front("title: A\ntopic: [rekvalifkace]", "P0903", 3, 9),
        front("title: A\ntopic: [rekvalifikacee]", "P0903", 3, 9),
        front("title: A\ntopic: dávky, rekvalifikace", "P0904", 3, 8),
        front(
            "title: A\npublish_from: 2027-02-01\npublish_until: 2027-01-01",
            "P0217",
            4,
            16,
        ),
        front(
            "title: A\ndate: 2026-11-05\nupdated: 2026-11-04",
            "P0218",
            4,
            10,
        ),
        front("title: A\ndescription: Text\u{200b}.", "P0526", 3, 18),
        front(
            "title: A\n<<<<<<< HEAD\nweight: 1\n=======\nweight: 2\n>>>>>>> nova",
            "P0528",
            3,
            1,
        ),
        front("title: A\nallow: {P0512: \"\"}", "P0911", 3, 9),
        front("title: A\nallow: {P0301: důvod}", "P0913", 3, 9),
        front("title: A\nallow: {P0512: důvod}", "P0912", 3, 9),
        front("title: A\nimage: x.png\nimage_alt: X", "P0401", 3, 8),
    ]
}

fn files() -> Vec<Mistake> {
    let page = "---\ntitle: Jiná\n---\nJiný text.\n";
    let copy = "---\ntitle: B\ntopic: [rekvalifikace]\n---\n## Úřední hodiny\n\nPondělí a úterý.\n";
    vec![
        file("content/e.txt", "text", "P0901", None),
        file("content/b.markdown", page, "P0901", None),
        file("content/c.mdx", page, "P0901", None),
        file("content/d.md ", page, "P0901", None),
        file("content/zapis.docx", "PK", "P0901", None),
        file("content/zapis.odt", "PK", "P0901", None),
        file("content/x.md.txt", page, "P0106", None),
        file("data/odkazy.json", "{}", "P0901", None),
        file("content/b – kopie.md", copy, "P0902", None),
        file("content/b (1).md", copy, "P0902", None),
        file("content/b-KANCELAR2.md", copy, "P0902", None),
        file(
            "content/b (conflicted copy 2026-11-30).md",
            copy,
            "P0902",
            None,
        ),
        file("content/c.cz.md", page, "P0311", None),
    ]
}
