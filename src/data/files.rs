//! Which files are data files, and their names.

use crate::layout::DATA;
use crate::source::{Source, Tree, files_below};

/// The extensions of data files; if two files have the same name, the first counts.
const ENDINGS: [&str; 2] = ["yaml", "yml"];

/// Returns the data file with a name: `data/links.yaml` or `data/links.yml` for `links`.
pub(crate) fn file<'t>(tree: &'t Tree, name: &str) -> Option<&'t Source> {
    ENDINGS
        .iter()
        .find_map(|ending| tree.get(format!("{DATA}/{name}.{ending}").as_str()))
}

/// Returns all data files with their names, in order of path.
pub(super) fn in_order(tree: &Tree) -> impl Iterator<Item = (&str, &Source)> {
    files_below(tree, DATA).filter_map(|(path, source)| Some((name(path)?, source)))
}

/// Returns whether a file's name is that of a data file.
pub(crate) fn is_file_name(file: &str) -> bool {
    name(file).is_some()
}

fn name(path: &str) -> Option<&str> {
    let (name, ending) = path.rsplit_once('.')?;
    ENDINGS
        .contains(&ending)
        .then_some(name)
}
