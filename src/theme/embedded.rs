//! The themes embedded in the binary.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::layout::THEMES;
use crate::source::{Content, Source, SourceId};

/// The embedded themes, one folder each.
pub static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// Returns the names of the embedded themes.
pub(super) fn names<'n>() -> impl Iterator<Item = &'n str> {
    EMBEDDED
        .dirs()
        .filter_map(|dir| dir.path().file_name()?.to_str())
}

/// Returns the files of an embedded theme by their path in it.
pub(super) fn files(name: &str) -> BTreeMap<String, Source> {
    let mut files = BTreeMap::new();
    if let Some(dir) = EMBEDDED.get_dir(name) {
        add_files(dir, name, &mut files);
    }
    files
}

/// Returns the embedded source of a name, so that findings in it can be shown.
pub fn embedded_source(id: &SourceId) -> Option<&'static [u8]> {
    Some(
        EMBEDDED
            .get_file(id.below(THEMES)?)?
            .contents(),
    )
}

/// Adds the files of a folder of the theme `name`, and of those below it.
fn add_files(dir: &Dir<'static>, name: &str, files: &mut BTreeMap<String, Source>) {
    for file in dir.files() {
        let path = file
            .path()
            .to_string_lossy()
            .replace('\\', "/");
        let rest = path.strip_prefix(name);
        if let Some(inner) = rest.and_then(|rest| rest.strip_prefix('/')) {
            let id = SourceId::new(format!("{THEMES}/{path}"));
            let source = Source::new(id, Content::of(file.contents()));
            files.insert(inner.to_owned(), source);
        }
    }
    for inner in dir.dirs() {
        add_files(inner, name, files);
    }
}
