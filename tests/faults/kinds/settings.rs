//! Mistakes in `site.yaml` and data files.

use super::{Mistake, file, settings};

pub(super) fn mistakes() -> Vec<Mistake> {
    vec![
        settings("language: cs", "language: cz", "P0508", (3, 11)),
        settings("  uk: {", "  ua: {", "P0508", (7, 3)),
        settings("title: Web", "title: Web # pakt", "P0205", (1, 8)),
        settings("title: Web", "titel: x\ntitle: Web", "P0206", (1, 1)),
        settings(
            "title: Web",
            "title: Web\ncheck: {P9999: off}",
            "P0913",
            (2, 9),
        ),
        settings(
            "title: Web",
            "title: Web\ncheck: {P0301: off}",
            "P0913",
            (2, 9),
        ),
        settings(
            "title: Web",
            "title: Web\ncheck: {P0512: never}",
            "P0216",
            (2, 16),
        ),
        settings("title: Web", "title: Web\u{200b}", "P0526", (1, 11)),
        settings(
            "title: Web",
            "<<<<<<< HEAD\ntitle: Web\n=======\ntitle: Jiný\n>>>>>>> nova",
            "P0528",
            (1, 1),
        ),
        file("data/odkazy.yml", "a: b # c\n", "P0205", Some((1, 4))),
    ]
}
