//! The layout of a site's folder: what its files and folders are called. What is in them is known
//! to the rooms that read them.

/// The settings, and the file that makes a folder a site.
pub const SETTINGS: &str = "site.yaml";

/// The folder of the pages and of the files attached to them.
pub const CONTENT: &str = "content";

/// The folder whose files go to the output's root unchanged, whatever their names: `_headers`,
/// `.well-known`.
pub const STATIC: &str = "content/_static";

/// The folder of the data files.
pub const DATA: &str = "data";

/// The folder of the site's own themes, each a folder.
pub const THEMES: &str = "themes";

/// The folder of what pakt keeps between builds. It holds no sources.
pub const MEMORY: &str = ".pakt";

/// The output folder of a build that names no other.
pub const OUTPUT: &str = "public";

/// The folders of the sources.
pub const SOURCE_FOLDERS: [&str; 3] = [CONTENT, DATA, THEMES];

/// Everything in a site's folder that holds sources.
pub const SOURCES: [&str; 4] = [SETTINGS, CONTENT, DATA, THEMES];
