//! Data files: where they are and by which names templates know them. What is in one is known to
//! whoever reads it.

use crate::layout::DATA;
use crate::source::{Source, SourceId, Tree};

/// The endings of data files; where there are two of one name, the first counts.
const ENDINGS: [&str; 2] = ["yaml", "yml"];

/// Returns the name of a data file: `links` for `data/links.yaml` and `data/links.yml`.
pub fn data_name(id: &SourceId) -> Option<&str> {
    let (name, ending) = id.below(DATA)?.rsplit_once('.')?;
    ENDINGS.contains(&ending).then_some(name)
}

/// Returns the data file of a name.
pub fn data_file<'t>(tree: &'t Tree, name: &str) -> Option<&'t Source> {
    ENDINGS
        .iter()
        .find_map(|ending| tree.get(format!("{DATA}/{name}.{ending}").as_str()))
}
