//! pakt turns a folder of Markdown into the public website of an employment pact.
pub mod diagnostic;
pub mod files;
pub mod route;
pub mod source;
pub mod write;
