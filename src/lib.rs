//! pakt turns a folder of Markdown into the public website of an employment pact.
pub mod diagnostic;
pub mod language;
pub mod route;
pub mod source;
