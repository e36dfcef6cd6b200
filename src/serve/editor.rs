//! Links that open a place in a text editor.

use super::live::Live;

/// Returns the link that opens a place in a text editor, if one is configured.
pub(super) fn editor_link(live: &Live, file: &str, line: usize, column: usize) -> Option<String> {
    let template = live.options.editor.as_ref()?;
    let path = live.options.root.join(file);
    let path = path
        .to_string_lossy()
        .replace(' ', "%20");
    let link = template
        .replace("{path}", &path)
        .replace("{line}", &line.to_string())
        .replace("{column}", &column.to_string());
    Some(link)
}
