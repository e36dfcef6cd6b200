//! Tests of the whole: in-memory sites, real folders and the command line.

mod diagnostics;
mod site_items;
mod support;
