//! pakt
fn main() {}
