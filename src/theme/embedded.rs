//! The themes that live in the binary.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::layout::THEMES;
use crate::source::{Content, Source, SourceId};

/// The embedded themes, a folder each.
pub static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// Returns the files of an embedded theme by their path in it.
pub(super) fn files(name: &str) -> BTreeMap<String, Source> {
    let mut files = BTreeMap::new();
    if let Some(dir) = EMBEDDED.get_dir(name) {
        gather(dir, name, &mut files);
    }
    files
}

/// Returns the embedded source of a name, so that findings in it can be shown.
pub fn embedded_source(id: &SourceId) -> Option<&'static [u8]> {
    Some(EMBEDDED.get_file(id.below(THEMES)?)?.contents())
}

fn gather(dir: &Dir<'static>, name: &str, files: &mut BTreeMap<String, Source>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let Some(inner) = path
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('/'))
        {
            let id = SourceId::new(format!("{THEMES}/{path}"));
            files.insert(
                inner.to_owned(),
                Source::new(id, Content::of(file.contents())),
            );
        }
    }
    for inner in dir.dirs() {
        gather(inner, name, files);
    }
}
