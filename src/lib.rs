//! pakt turns a folder of Markdown into the public website of an employment pact.
//!
//! **A site is a map from route to recipe.** Everything follows from it:
//!
//! ```text
//! sources ──parse──▶ documents ──link──▶ Site ──render──▶ artifact ──▶ disk | browser
//!         per file             all, cheap   │     one route, pure
//!                                           routes: Route → Recipe, immutable, shared
//! ```
//!
//! 1. [`document::parse`] sees one file and the few settings that it needs, and never fails: it
//!    returns a document, [diagnostics](diagnostic::Diagnostic), and an
//!    [account](document::Account) of every byte. Nothing else reads the Markdown: the document's
//!    [`document::Body`] is HTML over the text that it shares with the tree, with holes for what
//!    other files decide.
//! 2. Linking sees all documents and joins them into one immutable [`site::Site`]. The set of
//!    routes is final then, so a collision, a dead link and a stale file on disk are plain set
//!    operations.
//! 3. A [`site::Recipe`] is data, a closed enum that can be printed (`pakt routes`), compared and
//!    tested.
//! 4. [`render::Renderer::render`], a pure function, turns one route into a [`render::Artifact`]
//!    and fills the holes. [`write`](mod@write) renders all routes and publishes them in two
//!    phases, or not at all.
//! 5. A change is a value: [`project::Project::apply`] reads what changed and links again. A site
//!    holds no texts, so saving only body text keeps the previous one. A build is one call with
//!    everything; live mode, [`serve`], is many small ones. It renders routes of the newest
//!    [`project::Snapshot`] on request, while [`check`] renders all the others in the background
//!    for their findings.
//! 6. The law: after any sequence of changes that ends without errors, rendering gives the same
//!    bytes as a clean build.
//!
//! # Layers
//! A module imports only from the layers above its own line, or from its own room. A test enforces
//! this list.
//!
//! - 0: [`id`], [`layout`], [`route`], [`source`]
//! - 1: [`diagnostic`]
//! - 2: [`files`], [`language`]
//! - 3: [`finding`], [`yaml`]
//! - 4: [`keys`]
//! - 5: [`config`]
//! - 6: [`data`], [`document`], [`theme`]
//! - 7: [`site`]
//! - 8: [`render`]
//! - 9: [`payload`], [`project`]
//! - 10: [`check`]
//! - 11: [`mod@write`], [`serve`], [`scaffold`], [`schema`]
//! - 12: [`report`]
//! - 13: [`cli`]
//!
//! # Kept absent
//! - Only [`files`] touches the file system.
//! - A document knows one file; a recipe reads no other route's artifact.
//! - No statics except embedded files, tables of words and the program's allocator, no locks
//!   except in [`serve`], and one memo: the search index of a [`render::Renderer`], which depends
//!   on nothing else.
//! - Nothing reaches the output in an order that is not fixed.
//! - Only [`report`] prints.

pub mod check;
pub mod cli;
pub mod config;
pub mod data;
pub mod diagnostic;
pub mod document;
pub mod files;
pub mod finding;
pub mod id;
pub mod keys;
pub mod language;
pub mod layout;
pub mod payload;
pub mod project;
pub mod render;
pub mod report;
pub mod route;
pub mod scaffold;
pub mod schema;
pub mod serve;
pub mod site;
pub mod source;
pub mod theme;
pub mod write;
pub mod yaml;
