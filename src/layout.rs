//! The layout of a site's folder: the names of its files and folders. The rooms that read them know
//! what is inside.

/// The settings; a folder with this file is a site.
pub const SETTINGS: &str = "site.yaml";

/// The folder of pages and their attachments.
pub const CONTENT: &str = "content";

/// The folder whose files are copied to the output's root unchanged, whatever their names:
/// `_headers`, `.well-known`.
pub const STATIC: &str = "content/_static";

/// The folder of the data files.
pub const DATA: &str = "data";

/// The folder of the site's own themes, each in a folder.
pub const THEMES: &str = "themes";

/// The folder where pakt keeps data between builds. It holds no sources.
pub const MEMORY: &str = ".pakt";

/// The default output folder.
pub const OUTPUT: &str = "public";

/// The folders of the sources.
pub const SOURCE_FOLDERS: [&str; 3] = [CONTENT, DATA, THEMES];

/// Everything in a site's folder that holds sources.
pub const SOURCES: [&str; 4] = [SETTINGS, CONTENT, DATA, THEMES];
