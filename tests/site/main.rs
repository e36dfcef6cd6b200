//! The rules that our own site must follow: its routes, links and texts. They check the built site;
//! the program's own tests do not depend on them.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "tests look at the disk themselves, stop where they fail, and share what is in `built`"
)]

mod built;
mod html;
mod links;
mod routes;
mod texts;
