//! Elements of raw HTML whose text is not prose.

/// Elements of HTML whose text is not prose.
pub(crate) const VERBATIM: [&str; 10] = [
    "code", "kbd", "pre", "samp", "script", "style", "svg", "textarea", "tt", "var",
];

/// The open element of certain names, while tags are read in order.
#[derive(Debug, Default)]
pub(crate) struct OpenElement(Option<String>);

impl OpenElement {
    /// Reads a tag; only elements of these names are noted.
    pub(crate) fn tag(&mut self, tag: &str, names: &[&str]) {
        let closes = tag.starts_with("</");
        let name = element_name(tag);
        if closes && self.0.as_ref() == Some(&name) {
            self.0 = None;
        } else if !closes && !tag.ends_with("/>") && names.contains(&name.as_str()) {
            self.0.get_or_insert(name);
        }
    }

    /// Returns whether one is open.
    pub(crate) fn is_open(&self) -> bool {
        self.0.is_some()
    }
}

/// Returns the name of a tag's element, in lower case.
pub(super) fn element_name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    let name = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next();
    name.unwrap_or_default()
        .to_ascii_lowercase()
}
