//! The stages of the pipeline one by one: parse, link, render, and Markdown alone, on generated
//! pages; typography on Czech prose.

#![expect(clippy::expect_used, reason = "a bench that cannot measure stops")]

#[expect(dead_code, reason = "the other generators are for whole sites")]
mod work;

use std::sync::Arc;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use pakt::config::Config;
use pakt::document::{self, Entry, Options};
use pakt::language::{Day, Typography};
use pakt::project::{Change, Project, Snapshot};
use pakt::render::body;
use pakt::site::{self, Inputs, Mode, Recipe};
use pakt::source::{Content, Source, SourceId, Tree};
use work::{Generator, Work};

/// How many pages are linked at once.
const PAGES: usize = 10_000;

/// How many pages the site has when only one is measured.
const FEW: usize = 500;

fn main() {
    divan::main();
}

/// A page's file into its document.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let site = Read::new(FEW);
    let source = page(&site.tree);
    bencher
        .counter(BytesCount::new(source.bytes().len()))
        .bench(|| document::parse(source, &site.options));
}

/// All documents into a site: the time is for linking all of them, the throughput is in pages.
#[divan::bench]
fn link(bencher: Bencher<'_, '_>) {
    let site = Read::new(PAGES);
    bencher
        .counter(ItemsCount::new(PAGES))
        .with_inputs(|| site.inputs.clone())
        .bench_values(|inputs| site::link(inputs, &site.entries, &site.tree));
}

/// A save among many pages: of one page's text, or of its title, which lists show and sort by.
#[divan::bench(args = ["text", "title"])]
fn apply(bencher: Bencher<'_, '_>, what: &str) {
    let Read {
        mut project,
        snapshot,
        tree,
        ..
    } = Read::new(PAGES);
    let source = page(&tree).clone();
    let text = String::from_utf8_lossy(source.bytes()).into_owned();
    // The newest snapshot is kept, as in a server, and dropped after the next one has been made.
    let mut newest = Some(snapshot);
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        let text = match what {
            "text" => format!("{text}\nUloženo po {number}.\n"),
            _ => text.replacen("title: ", &format!("title: {number} "), 1),
        };
        let saved = Source::new(source.id.clone(), Content::of(text));
        newest.replace(project.apply(vec![Change::Present(saved)]))
    });
}

/// A page's route into its artifact.
#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let Read { snapshot, .. } = Read::new(FEW);
    let site = snapshot.renderer.site();
    let page = |(_, recipe): &&(_, Recipe)| matches!(recipe, Recipe::Page(_));
    let (route, _) = site
        .routes
        .iter()
        .find(page)
        .expect("a page");
    bencher.bench(|| snapshot.renderer.render(route));
}

/// A page's body into HTML, without a site or template.
#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    let site = Read::new(FEW);
    let document = document::parse(page(&site.tree), &site.options).document;
    let text = document.markdown();
    let settings = site.options.markdown;
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| body::plain(text, settings));
}

/// The typography pass alone, over the collected text of a Czech page of 6 KB.
#[divan::bench]
fn typography(bencher: Bencher<'_, '_>) {
    let text = CZECH.repeat(PAGE / CZECH.len() + 1);
    let end = (0..=PAGE)
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .expect("a boundary");
    let text = &text[..end];
    let mut edits = Vec::new();
    bencher
        .counter(BytesCount::of_str(text))
        .bench_local(|| {
            edits.clear();
            Typography::Czech.edits(divan::black_box(text), &mut edits);
            edits.len()
        });
}

/// A page of Czech prose into its document, with and without typography: the difference is the cost
/// of typography within `parse`.
#[divan::bench(args = [false, true])]
fn typeset(bencher: Bencher<'_, '_>, typography: bool) {
    let mut options = Options::new(&Config::empty());
    options.typography = typography;
    let text = format!("---\ntitle: Co dělat\n---\n{}", czech_body());
    let source = Source::new(SourceId::new("content/a.md"), Content::of(text));
    bencher
        .counter(BytesCount::new(source.bytes().len()))
        .bench(|| document::parse(&source, &options));
}

/// The length of a page's text, in bytes.
const PAGE: usize = 6 * 1024;

/// A page as people write it: paragraphs, a list and a heading, with the spaces, numbers, quotes
/// and dashes of Czech prose.
const CZECH: &str = "Přišli jste o práci, nebo to brzy čekáte? V prvních dnech je dobré udělat několik věcí v klidu a po řadě. Na úřad \
práce se přihlaste do 3 dnů, nejlépe hned 1. den, a vezměte si s sebou občanský průkaz i potvrzení o tom, kolik jste vydělávali. \"Nebojte se \
zeptat,\" říká každý, kdo to zažil. Podle zákona č. 435/2004 Sb. (§ 26) se s vámi úředník domluví na dalším postupu - obvykle do 14. 5. 2026. \
Kdo pracoval aspoň 12 měsíců v posledních 2 letech, může dostat podporu; její výše záleží na věku a na průměrném výdělku, třeba 65 % z něj. \
Do životopisu patří jen to, co je pravda: kde jste pracovali, co umíte a jak se vám dá zavolat... Stačí 1-2 strany. U pohovoru se ptejte na \
mzdu (např. 32 000 Kč za měsíc), na směny a na to, kdo vás zaučí. K tomu všemu najdete návod, i když jste nikdy životopis nepsali.\n";

fn czech_body() -> String {
    let paragraph = CZECH.trim_end();
    let part = format!(
        "## Co udělat v prvním týdnu\n\n{paragraph}\n\n- Zavolejte na **úřad práce** a objednejte se.\n- Přečtěte si [návod k životopisu](zivotopis.md).\n\n"
    );
    part.repeat(PAGE / part.len() + 1)
}

/// A site that has been read into memory.
struct Read {
    tree: Tree,
    options: Options,
    inputs: Inputs,
    entries: Vec<Arc<Entry>>,
    project: Project,
    snapshot: Snapshot,
}

impl Read {
    fn new(pages: usize) -> Self {
        let source =
            |(path, text): (String, String)| Source::new(SourceId::new(path), Content::of(text));
        let tree: Tree = Work::usual(pages)
            .files(Generator::Pakt)
            .map(source)
            .map(|source| (source.id.clone(), source))
            .collect();
        let mut project = Project::new(Mode::default(), Day::parse("2026-11-22").expect("a day"));
        let snapshot = project.apply(
            tree.values()
                .cloned()
                .map(Change::Present)
                .collect(),
        );
        let options = Options::new(&project.config());
        let sources = tree
            .values()
            .filter(|source| source.id.as_str().ends_with(".md"));
        let entries = sources
            .map(|source| {
                document::parse(source, &options)
                    .document
                    .entry
            })
            .collect();
        Self {
            inputs: snapshot
                .renderer
                .site()
                .inputs
                .clone(),
            tree,
            options,
            entries,
            project,
            snapshot,
        }
    }
}

/// A page from the middle.
fn page(tree: &Tree) -> &Source {
    tree.values()
        .filter(|source| source.id.as_str().contains("stranka"))
        .nth(tree.len() / 2)
        .expect("a page")
}
