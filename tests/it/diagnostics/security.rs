//! What no source may cause: a file outside the output, or content that runs or contacts other
//! servers.

use std::collections::BTreeSet;

use pakt::diagnostic::{Code, Diagnostic};
use pakt::language::ToolLanguage;
use pakt::project::Change;
use pakt::site::Mode;
use pakt::source::SourceId;
use pakt::write::{self, Outcome};

use super::{Folder, SETTINGS};
use crate::support::{TestSite, file};

/// Publishes a site despite its errors, and returns every path that appeared.
fn appeared(files: &[(&str, &str)], mode: Mode) -> (BTreeSet<String>, TestSite) {
    let folder = Folder::empty();
    folder.write("deep/er/site/site.yaml", SETTINGS);
    for (path, content) in files {
        if pakt::route::Route::new(path).is_ok() {
            folder.write(&format!("deep/er/site/{path}"), content);
        }
    }
    let before: BTreeSet<String> = folder
        .listing("")
        .into_keys()
        .collect();
    let site = TestSite::with_mode(files, mode);
    let (root, output) = (
        folder.path("deep/er/site"),
        folder.path("deep/er/site/public"),
    );
    let destination = write::Destination {
        root: &root,
        output: &output,
        adopt: false,
    };
    write::build(&site.snapshot.renderer, destination, |_| true, || {});
    let after = folder.listing("").into_keys();
    (
        after
            .filter(|path| !before.contains(path) && !path.starts_with("deep/er/site/.pakt"))
            .collect(),
        site,
    )
}

fn is_inside(path: &str) -> bool {
    path == "deep/er/site/public" || path.starts_with("deep/er/site/public/")
}

/// Names that lead elsewhere, on this system or on another.
const EVIL: [&str; 14] = [
    "..",
    "../x",
    "../../../x",
    "a/../../../x",
    "/etc/x",
    "//host/x",
    "C:/x",
    "c:x",
    "a\\..\\..\\x",
    "\\\\host\\x",
    "a\u{0}b",
    "%2e%2e/%2e%2e/x",
    "..%5c..%5cx",
    "\u{ff0e}\u{ff0e}/x",
];

#[test]
fn slugs_and_aliases_stay_in_the_output() {
    const FRONT: &str = "slug: \"{}\"\naliases: [\"{}\", \"/{}\", \"{}/\", \"{}.html\"]";
    for evil in EVIL {
        let quoted = evil
            .replace('\\', "\\\\")
            .replace('\0', "\\0");
        let page = |draft: &str| {
            format!(
                "---\ntitle: A\n{draft}{}\n---\n[p](c/p.pdf)\n",
                FRONT.replace("{}", &quoted)
            )
        };
        let (page, draft) = (page(""), page("draft: true\n"));
        // What is below a section and a bundle takes its folder's address from them, and is
        // published although they are drafts.
        let mut files: Vec<(String, &str)> = vec![
            ("content/a.md".to_owned(), &page),
            ("content/_index.md".to_owned(), &page),
        ];
        for (folder, text, index) in [
            ("b", &page, "_index"),
            ("c", &page, "index"),
            ("d", &draft, "_index"),
            ("e", &draft, "index"),
            ("f", &page, "index.easy"),
        ] {
            files.push((format!("content/{folder}/{index}.md"), text));
            files.push((
                format!("content/{folder}/c/d.md"),
                "---\ntitle: C\n---\n[p](p.pdf)\n",
            ));
            files.push((format!("content/{folder}/c/p.pdf"), "p"));
        }
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, text)| (path.as_str(), *text))
            .collect();
        let (paths, _) = appeared(&files, Mode::default());
        assert!(
            paths
                .iter()
                .all(|path| is_inside(path)),
            "{evil}: {paths:?}"
        );
    }
}

#[test]
fn a_slug_that_leads_outside_has_no_effect_even_in_a_draft() {
    let files = [
        (
            "content/b/index.md",
            "---\ntitle: B\ndraft: true\nslug: ../../../x\n---\n",
        ),
        ("content/b/c/_index.md", "---\ntitle: C\n---\n"),
        ("content/b/c/d.md", "---\ntitle: D\n---\n"),
    ];
    let site = TestSite::new(&files);
    assert!(
        site.paths()
            .contains(&"b/c/d/index.html".to_owned()),
        "{:?}",
        site.paths()
    );
    assert!(
        !site
            .findings()
            .iter()
            .any(Diagnostic::is_error)
    );
}

#[test]
fn names_of_files_stay_in_the_output() {
    for evil in EVIL {
        let folders = [
            "content/_static",
            "themes/pakt/static",
            "themes/pakt/assets",
            "content",
        ];
        let paths = folders
            .iter()
            .flat_map(|folder| [format!("{folder}/{evil}"), format!("{folder}/{evil}.pdf")]);
        let mut files: Vec<(String, String)> = paths
            .map(|path| (path, "x".to_owned()))
            .collect();
        files.push((
            "content/a.md".to_owned(),
            format!("---\ntitle: A\n---\n[a](<{evil}>) [b](<{evil}.pdf>)\n"),
        ));
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let (paths, _) = appeared(&files, Mode::default());
        assert!(
            paths
                .iter()
                .all(|path| is_inside(path)),
            "{evil}: {paths:?}"
        );
    }
}

#[test]
fn folders_have_valid_addresses() {
    for (folder, code) in [
        ("…", Code::EmptySlug),
        ("aux", Code::ReservedName),
        ("..", Code::EmptySlug),
    ] {
        let path = format!("content/{folder}/a.md");
        let site = TestSite::new(&[(path.as_str(), "---\ntitle: A\n---\n")]);
        assert!(
            site.codes().contains(&code),
            "{folder}: {:?} {:?}",
            site.codes(),
            site.paths()
        );
        assert!(
            site.paths()
                .iter()
                .all(|path| pakt::route::Route::new(path).is_ok() || folder == "aux"),
            "{:?}",
            site.paths()
        );
    }
}

#[test]
fn the_output_is_written_when_names_are_strange_but_valid() {
    let files = [
        ("content/Žluťoučký kůň?.md", "---\ntitle: K\n---\n"),
        ("content/_static/.well-known/x", "x"),
    ];
    let (paths, site) = appeared(&files, Mode::default());
    assert!(
        paths.contains("deep/er/site/public/zlutoucky-kun/index.html")
            || !site.findings().is_empty(),
        "{paths:?}"
    );
}

/// Content that runs, contacts other servers or misleads, in raw HTML and in Markdown.
const ACTIVE: [&str; 40] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//zly.example/x.js></SCRIPT>",
    "<p onclick=\"alert(1)\">x</p>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\" &#106;avascript:alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=\"vbscript:x\">x</a>",
    "<img src=\"https://zly.example/x.png\" alt=\"x\">",
    "<img src=\"//zly.example/x.png\" alt=\"x\">",
    "<img src=\"/\\zly.example/x.png\" alt=\"x\">",
    "<img src=\"\\\\zly.example/x.png\" alt=\"x\">",
    "<img src=\"https:zly.example/x.png\" alt=\"x\">",
    "<img src=\"/\t/zly.example/x.png\" alt=\"x\">",
    "<img src=\" //zly.example/x.png\" alt=\"x\">",
    "<img src=\"x.png\" srcset=\"//zly.example/x.png 2x\" alt=\"x\">",
    "<img src=x onerror=alert(1)>",
    "<style>@import '//zly.example/x.css'</style>",
    "<p style=\"background:url(//zly.example/x.png)\">x</p>",
    "<iframe src=\"https://zly.example/\"></iframe>",
    "<base href=\"https://zly.example/\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://zly.example/\">",
    "<link rel=\"stylesheet\" href=\"//zly.example/x.css\">",
    "<form action=\"https://zly.example/\"><input name=x><button formaction=//zly.example>x</button></form>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<video src=\"https://zly.example/x.mp4\" poster=\"//zly.example/p.png\"></video>",
    "<object data=\"https://zly.example/\"></object><embed src=\"//zly.example/\">",
    "<table background=\"//zly.example/x.png\"><tr><td>x</td></tr></table>",
    "[x](javascript:alert(1))",
    "[x]( JaVaScRiPt:alert(1) )",
    "[x](&#106;avascript:alert(1))",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](https:zly.example/x.png)",
    "![x](//zly.example/x.png)",
    "::button[x]{href=\"javascript:alert(1)\"}",
    "::image[]{src=\"https://zly.example/x.png\"}",
    "::image[]{src=\"//zly.example/x.png\"}",
];

/// Finds elements and attributes that must never be in a page of the theme.
fn active(html: &str) -> Vec<String> {
    let html = html.to_lowercase();
    // The page header comes from the theme alone; it has a facet picture.
    let html = html
        .split_once("</header>")
        .map_or(html.as_str(), |(_, rest)| rest);
    let mut found = Vec::new();
    for tag in html.split('<').skip(1) {
        // `>` may remain in text; only what a browser reads as a tag counts.
        let tag = tag
            .split('>')
            .next()
            .unwrap_or_default();
        let name: String = tag
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let forbidden = [
            "script", "style", "iframe", "base", "meta", "form", "input", "object", "embed", "svg",
            "math", "video", "link",
        ];
        if forbidden.contains(&name.as_str()) {
            found.push(tag.to_owned());
        }
        let has = |what: &str| tag.contains(what);
        if has("javascript:")
            || has("data:")
            || has("vbscript:")
            || has(" on")
            || has(" style=")
            || has("srcset")
            || has("background=")
        {
            found.push(tag.to_owned());
        }
        if has("src=") && has("zly.example") {
            found.push(tag.to_owned());
        }
    }
    found
}

#[test]
fn nothing_active_survives_sanitising() {
    let mut site = TestSite::new(&[]);
    for body in ACTIVE {
        for around in [
            "{}\n",
            ":::note\n{}\n:::\n\n<b>x</b>\n",
            "- {}\n",
            "| a |\n|---|\n| {} |\n",
            ":::note[{}]\nx\n:::\n",
            "x[^1]\n\n[^1]: {}\n",
        ] {
            let page = format!("---\ntitle: A\n---\n{}", around.replace("{}", body));
            // A new page every time: one with an error would keep its last good version.
            site.apply(vec![Change::Absent(SourceId::new("content/a.md"))]);
            site.apply(vec![Change::Present(file("content/a.md", &page))]);
            let main = site.main("a/index.html");
            assert_eq!(active(&main), [""; 0], "{page}\n{main}");
        }
    }
}

#[test]
fn a_block_does_not_get_into_an_attribute() {
    // If a page could forge the mark where a block is filled in, the block's text would end the
    // attribute and start another.
    for mark in ["\u{f8ff}", "&#xf8ff;", "&#63743;"] {
        let body = format!(
            ":::note\n<i>x</i> \" onmouseover=\"alert(1)\" x=\"\n:::\n\n<b title=\"{mark}0{mark}\">y</b>\n\na {mark} :::\n\n:::note\nz\n:::\n"
        );
        let site = TestSite::new(&[("content/a.md", &format!("---\ntitle: A\n---\n{body}"))]);
        let main = site.main("a/index.html");
        assert_eq!(active(&main), [""; 0], "{main}");
        assert_eq!(main.matches("onmouseover").count(), 1, "{main}");
        assert!(main.contains("<p>z</p>"), "{main}");
    }
}

#[test]
fn a_block_in_an_unclosed_attribute_is_left_out() {
    let body =
        "<div title=\"\n\n:::note\n<i>x</i> \" onmouseover=\"alert(1)\" x=\"\n:::\n\n\">y</div>\n";
    let site = TestSite::new(&[("content/a.md", &format!("---\ntitle: A\n---\n{body}"))]);
    let main = site.main("a/index.html");
    assert_eq!(active(&main), [""; 0], "{main}");
    assert!(!main.contains("onmouseover"), "{main}");
}

#[test]
fn escaping_shows_raw_html_as_text() {
    let settings = format!("{SETTINGS}markdown: {{html: escape}}\n");
    let mut site = TestSite::new(&[("site.yaml", &settings)]);
    for body in ACTIVE
        .iter()
        .filter(|body| body.starts_with('<') && !body.starts_with("<javascript"))
    {
        let page = format!("---\ntitle: A\n---\n{body}\n\nx {body} y\n");
        site.apply(vec![Change::Present(file("content/a.md", &page))]);
        let main = site.main("a/index.html");
        assert_eq!(active(&main), [""; 0], "{page}\n{main}");
        assert!(main.contains("&lt;"), "{page}\n{main}");
    }
}

#[test]
fn dangerous_links_in_markdown_are_reported() {
    for (body, code) in [
        ("[x](javascript:alert(1))", Code::UnsafeLink),
        ("<javascript:alert(1)>", Code::UnsafeLink),
        ("[x][r]\n\n[r]: javascript:alert(1)", Code::UnsafeLink),
        (
            "::button[x]{href=\"javascript:alert(1)\"}",
            Code::UnsafeLink,
        ),
        ("![x](https://zly.example/x.png)", Code::ExternalImage),
        ("![x](https:zly.example/x.png)", Code::ExternalImage),
        (
            "::image[]{src=\"https://zly.example/x.png\"}",
            Code::ExternalImage,
        ),
    ] {
        let site = TestSite::new(&[("content/a.md", &format!("---\ntitle: A\n---\n{body}\n"))]);
        assert_eq!(site.codes(), [code], "{body}");
    }
}

#[test]
fn pictures_are_cleaned() {
    let svg = r##"<?xml version="1.0"?><?xml-stylesheet href="https://zly.example/x.css"?><!DOCTYPE svg [<!ENTITY x "y">]>
<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><style>@import url(https://zly.example/x.css)</style>
<a href="javascript:alert(1)"><text>x</text></a><image href="https://zly.example/x.png"/><foreignObject><iframe src="https://zly.example/"/></foreignObject>
<use href="https://zly.example/x.svg#a"/><use href="data:image/svg+xml,zly"/><use xlink:href="DATA:zly"/><set attributeName="onclick" to="alert(1)"/><animate attributeName="href" to="javascript:alert(1)"/>
<path d="M0 0" fill="url(https://zly.example/a)"/><path d="M1 1" fill="&#117;rl(https://zly.example/b)"/>
<path d="M2 2" style="fill:&#117;rl(https://zly.example/c)"/><path d="M3 3" style="background:image-set('https://zly.example/d' 1x)"/>
<path d="M4 4" style="fill:\75rl(https://zly.example/e)"/><path d="M5 5" style="fill:red"/><rect onclick="alert(1)" width="1"/></svg>"##;
    let page = "---\ntitle: A\n---\n![x](x.svg) [y](Y.SVG)\n";
    let site = TestSite::new(&[
        ("content/a.md", page),
        ("content/x.svg", svg),
        ("content/Y.SVG", svg),
    ]);
    for path in ["x.svg", "y.svg"] {
        let clean = site.text(path);
        for sign in ["zly", "data:", "script", "alert"] {
            assert!(!clean.to_lowercase().contains(sign), "{sign} in {clean}");
        }
        assert!(
            clean.contains("d=\"M0 0\"") && clean.contains("style=\"fill:red\""),
            "{clean}"
        );
    }
}

#[test]
fn a_file_that_could_run_is_not_published() {
    for name in [
        "a.html", "a.HTM", "a.xhtml", "a.xht", "a.js", "a.mjs", "a.xml", "a.svgz", "a.mhtml",
        "á.ĥtml",
    ] {
        let page = format!("---\ntitle: A\n---\n[x](<{name}>)\n");
        let path = format!("content/{name}");
        let site = TestSite::new(&[
            ("content/a.md", &page),
            (&path, "<script>alert(1)</script>"),
        ]);
        assert!(
            site.codes()
                .contains(&Code::ActiveAttachment),
            "{name}: {:?}",
            site.paths()
        );
    }
}

#[test]
fn findings_contain_no_control_characters() {
    let page = "---\ntitle: A\nslug: \"\\e[2J\\a\"\n\"\\e]0;x\\a\": 1\n---\n[\u{1b}[2Jx](<\u{1b}[31m.md>)\n";
    let site = TestSite::new(&[
        ("content/a.md", page),
        ("content/\u{1b}[2J.md", "x\u{9b}2J\n"),
        ("content/b.md", "---\ntitle: a\u{1b}[2J: b\n---\n"),
    ]);
    assert!(site.findings().len() >= 5, "{:?}", site.codes());
    for language in [ToolLanguage::Cs, ToolLanguage::En] {
        let drawn = site.drawn(language);
        assert!(
            !drawn.contains(|c: char| c.is_control() && c != '\n'),
            "{drawn:?}"
        );
    }
}

#[test]
fn nothing_is_read_from_outside_the_site() {
    let folder = Folder::empty();
    folder.write("tajne.txt", "tajné");
    folder.write("site/site.yaml", SETTINGS);
    folder.write(
        "site/content/_index.md",
        "---\ntitle: Domů\nimage: ../../tajne.txt\n---\n[x](../tajne.txt) [y](/../../tajne.txt)\n",
    );
    let site = TestSite::of_sources(pakt::files::scan(&folder.path("site")), Mode::default());
    let (outcome, _) = {
        let (root, output) = (folder.path("site"), folder.path("site/public"));
        write::build(
            &site.snapshot.renderer,
            write::Destination {
                root: &root,
                output: &output,
                adopt: false,
            },
            |_| true,
            || {},
        )
    };
    assert!(matches!(outcome, Outcome::Written(_)), "{outcome:?}");
    for (path, (bytes, _)) in folder.listing("site/public") {
        assert!(!String::from_utf8_lossy(&bytes).contains("tajné"), "{path}");
    }
}
