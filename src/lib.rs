//! pakt turns a folder of Markdown into the public website of an employment pact.
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod files;
pub mod language;
pub mod project;
pub mod render;
pub mod report;
pub mod route;
pub mod scaffold;
pub mod schema;
pub mod site;
pub mod source;
pub mod theme;
pub mod write;
pub mod yaml;
