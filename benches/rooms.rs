//! The rooms of the pipeline one by one: parse, link, render, and Markdown alone, on the pages of the work.

#![expect(clippy::expect_used, reason = "a bench that cannot measure ends")]

#[expect(dead_code, reason = "the other generators are for whole sites")]
mod work;

use std::sync::Arc;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use pakt::document::{self, Document, Options};
use pakt::language::Day;
use pakt::project::{Change, Project, Snapshot};
use pakt::render::body;
use pakt::site::{self, Inputs, Mode, Parts, Recipe};
use pakt::source::{Content, Source, SourceId, Tree};
use work::{Generator, Work};

/// How many pages are linked at once.
const PAGES: usize = 10_000;

/// How many pages are there where only one is looked at.
const FEW: usize = 500;

fn main() {
    divan::main();
}

/// A page's file into its document.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let site = Read::new(FEW);
    let source = site.page();
    bencher.counter(BytesCount::new(source.bytes().len())).bench(|| document::parse(source, &site.options));
}

/// All documents into a site: the time is per link of all, the throughput in pages.
#[divan::bench]
fn link(bencher: Bencher<'_, '_>) {
    let site = Read::new(PAGES);
    let parts = || Parts { inputs: site.inputs.clone(), documents: site.documents.clone(), tree: &site.tree };
    bencher.counter(ItemsCount::new(PAGES)).with_inputs(parts).bench_values(site::link);
}

/// A page's route into its artifact.
#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let Read { snapshot, .. } = Read::new(FEW);
    let site = snapshot.renderer.site();
    let page = |(_, recipe): &&(_, Recipe)| matches!(recipe, Recipe::Page(_));
    let (route, _) = site.routes.iter().find(page).expect("a page");
    bencher.bench(|| snapshot.renderer.render(route));
}

/// A page's body into HTML, with neither site nor template.
#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    let site = Read::new(FEW);
    let (document, _) = document::parse(site.page(), &site.options);
    let (text, _) = document.body();
    let settings = site.options.markdown;
    bencher.counter(BytesCount::of_str(text)).bench(|| body::plain(text, settings));
}

/// A site that has been read into memory.
struct Read {
    tree: Tree,
    options: Options,
    inputs: Inputs,
    documents: Vec<Arc<Document>>,
    snapshot: Snapshot,
}

impl Read {
    fn new(pages: usize) -> Self {
        let source = |(path, text): (String, String)| Source::new(SourceId::new(path), Content::Bytes(Arc::from(text.as_bytes())));
        let tree: Tree = Work::usual(pages).files(Generator::Pakt).map(source).map(|source| (source.id.clone(), source)).collect();
        let mut project = Project::new(Mode::default(), Day::parse("2026-11-22").expect("a day"));
        let snapshot = project.apply(tree.values().cloned().map(Change::Present).collect());
        let options = Options::new(&project.config());
        let sources = tree.values().filter(|source| source.id.as_str().ends_with(".md"));
        let documents = sources.map(|source| Arc::new(document::parse(source, &options).0)).collect();
        Self { inputs: snapshot.renderer.site().inputs.clone(), tree, options, documents, snapshot }
    }

    /// A page in the middle.
    fn page(&self) -> &Source {
        self.tree.values().filter(|source| source.id.as_str().contains("stranka")).nth(self.tree.len() / 2).expect("a page")
    }
}
