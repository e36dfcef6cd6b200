//! The address at which a site is published.

/// The address at which a site is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads an absolute `http` or `https` address without query and fragment, or `None`.
    pub fn new(text: &str) -> Option<Self> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split('/').next()?;
        let fits = |c: char| c.is_ascii_alphanumeric() || "-._~:/%@[]".contains(c);
        if host.is_empty() || !rest.chars().all(fits) {
            return None;
        }
        let end = if text.ends_with('/') { "" } else { "/" };
        Some(Self(format!("{text}{end}")))
    }

    /// Returns the absolute address of a link from the output's root.
    pub fn join(&self, link: &str) -> String {
        format!("{}{link}", self.0)
    }

    /// Returns the address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the path part, which starts and ends with `/`.
    pub fn path(&self) -> &str {
        let after_scheme = self
            .0
            .split_once("://")
            .map_or("", |(_, rest)| rest);
        let start = after_scheme.find('/');
        start
            .and_then(|start| after_scheme.get(start..))
            .unwrap_or("/")
    }
}
