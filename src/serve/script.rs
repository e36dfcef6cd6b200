//! The script of live mode: modules joined in a fixed order into one classic script, which is added
//! to pages as they are served and never to built ones.

use serde_json::Value;

/// The modules by subject, in the order in which they are joined. They share one scope; the head of
/// each says what it offers and what it uses. `start.js` is last, since it runs the others.
const MODULES: [&str; 16] = [
    include_str!("script/talk.js"),
    include_str!("script/state.js"),
    include_str!("script/page.js"),
    include_str!("script/patch.js"),
    include_str!("script/align.js"),
    include_str!("script/sheets.js"),
    include_str!("script/files.js"),
    include_str!("script/place.js"),
    include_str!("script/style.js"),
    include_str!("script/dock.js"),
    include_str!("script/findings.js"),
    include_str!("script/panel.js"),
    include_str!("script/copy.js"),
    include_str!("script/bar.js"),
    include_str!("script/elements.js"),
    include_str!("script/start.js"),
];

/// What comes before the modules: a function of the panel's messages, which does nothing on a page
/// where it already runs. The script stores nothing (no cookies, no storage) and adds nothing to
/// the page as HTML; the server decides what is wrong and how to say it.
/// The address of the script.
pub(super) const ADDRESS: &str = "/__pakt/live.js";

const HEAD: &str =
    "((words) => {\n'use strict';\nif (document.querySelector('pakt-live')) return;\n\n";

/// Returns the script as it is served, with the messages of the panel and the bar.
pub(super) fn served(messages: &Value) -> String {
    format!("{HEAD}{}}})({messages});\n", MODULES.join("\n"))
}

/// Adds the script's element at the end of a page. The element carries the page's ETag, since a
/// script cannot read the headers of its own page.
pub(super) fn add_to(page: &mut Vec<u8>, tag: &str) {
    const END: &[u8] = b"</body>";
    let at = page
        .windows(END.len())
        .rposition(|window| window == END)
        .unwrap_or(page.len());
    let element = format!(
        "<script src=\"{ADDRESS}\" data-etag=\"{}\" defer></script>",
        tag.trim_matches('"')
    );
    page.splice(at..at, element.bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "the test compares the list with the folder"
    )]
    fn every_module_is_joined_once_and_says_what_it_offers_and_uses() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/serve/script");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder of the modules")
            .map(|entry| entry.expect("an entry").path())
            .map(|path| std::fs::read_to_string(path).expect("a module"))
            .collect();
        let mut joined = MODULES.map(str::to_owned);
        files.sort_unstable();
        joined.sort_unstable();
        assert_eq!(files, joined);
        for module in MODULES {
            let head: String = module
                .lines()
                .take_while(|line| line.starts_with("// "))
                .collect();
            assert!(
                head.contains("// Offers: ") || head.contains("// Uses: "),
                "{head}"
            );
        }
        assert!(MODULES[MODULES.len() - 1].contains("\ninstall();\n"));
    }

    #[test]
    fn a_page_gets_the_script_before_its_last_end_of_body() {
        let added = |page: &str| {
            let mut page = page.as_bytes().to_vec();
            add_to(&mut page, "\"tag\"");
            String::from_utf8(page).expect("text")
        };
        let element = "<script src=\"/__pakt/live.js\" data-etag=\"tag\" defer></script>";
        assert_eq!(
            added("<pre></body></pre></body></html>"),
            format!("<pre></body></pre>{element}</body></html>")
        );
        assert_eq!(added("<p>a"), format!("<p>a{element}"));
    }
}
