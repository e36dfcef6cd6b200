//! Tests of the whole: in-memory sites, real folders and the command line.

mod live;
mod site_items;
mod support;
