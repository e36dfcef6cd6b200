//! The rules of our own site, which editors keep: its routes, its links, its texts. They look at
//! what the program makes of the site, and none of the program's tests depends on them.

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
