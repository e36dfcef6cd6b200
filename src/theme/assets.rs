//! Finished assets: images first, then style sheets, bundled and minified. All are named by their
//! content.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use super::files::{character_at, mention, text_of};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::route::{LinkStyle, Route};
use crate::source::{Hash, Source, SourceId, Span};

/// The folder of the output that holds a theme's assets.
const FOLDER: &str = "assets";

/// How many hexadecimal digits of the content's hash a name has: 64 bits tell all versions of a
/// file apart.
const DIGITS: usize = 16;

/// The deepest nesting in a style sheet: the CSS compiler is recursive, and people nest less than
/// ten deep.
const DEEPEST: usize = 32;

/// A finished asset.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its route: `assets/css/site.0123456789abcdef.css`.
    pub route: Route,
    /// Its link from the output's root.
    pub link: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// The file that it is made from.
    pub source: SourceId,
}

/// Finishes the assets of a theme, given by name; style sheets are written for `browsers`, the
/// oldest versions to support by name.
pub(super) fn compile(
    files: &BTreeMap<String, Source>,
    browsers: &BTreeMap<String, u16>,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Asset> {
    let mut compiler = Compiler {
        files,
        targets: targets(browsers),
        finished: BTreeMap::new(),
        imported: BTreeSet::new(),
        found,
    };
    for (name, source) in files
        .iter()
        .filter(|(name, _)| !name.ends_with(".css"))
    {
        compiler.finish(name, source, source.bytes().into());
    }
    let bundles: Vec<(&String, &Source, String)> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".css"))
        .map(|(name, source)| (name, source, compiler.bundle(name, &mut Vec::new())))
        .collect();
    for (name, source, css) in bundles {
        if !compiler.imported.contains(name) {
            let css = compiler.minified(source, &css);
            compiler.finish(name, source, css.into_bytes().into());
        }
    }
    compiler.finished
}

/// Converts the browsers for the CSS compiler: a version there is three numbers, the last two of a
/// byte each.
fn targets(browsers: &BTreeMap<String, u16>) -> Targets {
    let version = |name: &str| {
        browsers
            .get(name)
            .map(|version| u32::from(*version) << 16)
    };
    Targets::from(Browsers {
        android: version("android"),
        chrome: version("chrome"),
        edge: version("edge"),
        firefox: version("firefox"),
        ie: version("ie"),
        ios_saf: version("ios_saf"),
        opera: version("opera"),
        safari: version("safari"),
        samsung: version("samsung"),
    })
}

/// Finishes one asset after another.
struct Compiler<'a, 'f> {
    files: &'a BTreeMap<String, Source>,
    targets: Targets,
    finished: BTreeMap<String, Asset>,
    imported: BTreeSet<String>,
    found: &'f mut Vec<Diagnostic>,
}

impl Compiler<'_, '_> {
    fn finish(&mut self, name: &str, source: &Source, bytes: Arc<[u8]>) {
        let hash = Hash::of(&bytes).hex();
        let (stem, extension) = name
            .rsplit_once('.')
            .unwrap_or((name, ""));
        let (version, _) = hash.split_at(DIGITS);
        let Ok(route) = Route::new(&format!("{FOLDER}/{stem}.{version}.{extension}")) else {
            let finding = Diagnostic::new(Code::ReservedName, Place::file(&source.id));
            self.found
                .push(finding.arg("value", name));
            return;
        };
        let asset = Asset {
            link: route.link(LinkStyle::File),
            route,
            bytes,
            source: source.id.clone(),
        };
        self.finished
            .insert(name.to_owned(), asset);
    }

    /// Returns a style sheet with its imports in place and its `url()`s pointing to finished
    /// assets.
    fn bundle(&mut self, name: &str, open: &mut Vec<String>) -> String {
        let Some(source) = self.files.get(name) else {
            return String::new();
        };
        let Some(text) = text_of(source, self.found) else {
            return String::new();
        };
        open.push(name.to_owned());
        let (mut css, dependencies) = self.analysed(source, text);
        let mut imports = String::new();
        for dependency in dependencies {
            match dependency {
                Dependency::Import(import) => {
                    let inner = self.import(&import.url, name, source, open);
                    imports.push_str(&wrapped(
                        inner,
                        import.media.as_deref(),
                        import.supports.as_deref(),
                    ));
                }
                Dependency::Url(url) => {
                    if let Some(link) = self.url(&url.url, name, source, open) {
                        css = css.replace(&url.placeholder, &link);
                    }
                }
            }
        }
        open.pop();
        imports + &css
    }

    /// Reads a style sheet on its own: its text without imports and with placeholders for `url()`s,
    /// and what it depends on. Both are empty if it is broken.
    fn analysed(&mut self, source: &Source, text: &str) -> (String, Vec<Dependency>) {
        let printed = match too_deep(text) {
            Some(at) => {
                let place = Place::at(&source.id, Span::new(at..at + 1));
                Err(Diagnostic::new(Code::BrokenStyle, place)
                    .arg("cause", "deep")
                    .arg("limit", DEEPEST.to_string()))
            }
            None => dependencies(source, text),
        };
        printed.unwrap_or_else(|finding| {
            self.found.push(finding);
            (String::new(), Vec::new())
        })
    }

    fn import(&mut self, url: &str, from: &str, source: &Source, open: &mut Vec<String>) -> String {
        match relative(from, url).filter(|name| self.files.contains_key(name)) {
            Some(name) if open.contains(&name) => {
                self.found.push(
                    Diagnostic::new(Code::BrokenStyle, mention(source, url))
                        .arg("cause", "circle")
                        .arg("name", name),
                );
                String::new()
            }
            Some(name) => {
                let inner = self.bundle(&name, open);
                self.imported.insert(name);
                inner
            }
            None => {
                self.unknown(url, source);
                String::new()
            }
        }
    }

    /// Returns the link to the finished asset that `url` names in the style sheet `from`: from the
    /// outermost of the `open` ones, into which all others are put.
    fn url(&mut self, url: &str, from: &str, source: &Source, open: &[String]) -> Option<String> {
        let bundle = open
            .first()
            .map_or(from, String::as_str);
        if url.starts_with("data:") || url.starts_with('#') {
            return Some(url.to_owned());
        }
        let (path, fragment) = url
            .find(['?', '#'])
            .map_or((url, ""), |at| url.split_at(at));
        match relative(from, path).and_then(|name| self.finished.get(&name)) {
            Some(asset) => Some(format!(
                "{}{}{fragment}",
                "../".repeat(bundle.matches('/').count() + 1),
                asset.link
            )),
            None => {
                self.unknown(url, source);
                None
            }
        }
    }

    fn unknown(&mut self, url: &str, source: &Source) {
        let near = nearest(url, self.files.keys().map(String::as_str))
            .unwrap_or_default()
            .to_owned();
        self.found.push(
            Diagnostic::new(Code::UnknownAsset, mention(source, url))
                .arg("name", url)
                .arg("near", near),
        );
    }

    fn minified(&mut self, source: &Source, css: &str) -> String {
        let targets = self.targets;
        let printed = StyleSheet::parse(css, ParserOptions::default())
            .map_err(|error| error.to_string())
            .and_then(|mut sheet| {
                sheet
                    .minify(MinifyOptions {
                        targets,
                        ..MinifyOptions::default()
                    })
                    .map_err(|error| error.to_string())?;
                sheet
                    .to_css(PrinterOptions {
                        minify: true,
                        targets,
                        ..PrinterOptions::default()
                    })
                    .map_err(|error| error.to_string())
            });
        match printed {
            Ok(printed) => printed.code,
            Err(cause) => {
                self.found.push(
                    Diagnostic::new(Code::BrokenStyle, Place::file(&source.id)).arg("cause", cause),
                );
                String::new()
            }
        }
    }
}

/// Parses a style sheet, and separates its text from what it depends on.
fn dependencies(source: &Source, text: &str) -> Result<(String, Vec<Dependency>), Diagnostic> {
    let options = PrinterOptions {
        analyze_dependencies: Some(DependencyOptions {
            remove_imports: true,
        }),
        ..PrinterOptions::default()
    };
    let printed = StyleSheet::parse(text, ParserOptions::default())
        .map_err(|error| (error.kind.to_string(), error.loc))
        .and_then(|sheet| {
            let printed = sheet.to_css(options);
            printed.map_err(|error| (error.kind.to_string(), error.loc))
        });
    match printed {
        Ok(printed) => Ok((
            printed.code,
            printed
                .dependencies
                .unwrap_or_default(),
        )),
        Err((cause, location)) => {
            // The CSS compiler counts lines from 0 and columns from 1.
            let (line, column) = location.map_or((0, 0), |location| {
                (
                    location.line as usize,
                    location.column.saturating_sub(1) as usize,
                )
            });
            let place = Place::at(&source.id, character_at(text, line, column));
            Err(Diagnostic::new(Code::BrokenStyle, place).arg("cause", cause))
        }
    }
}

/// Returns the byte at which brackets are nested too deeply; those in strings count too, since they
/// mostly come in pairs.
fn too_deep(css: &str) -> Option<usize> {
    let mut depth = 0_usize;
    css.bytes().position(|byte| {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

/// Follows `path` from the folder of the asset `from`.
fn relative(from: &str, path: &str) -> Option<String> {
    if path.starts_with('/') || path.contains("//") {
        return None;
    }
    let mut segments: Vec<&str> = from.split('/').collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

fn wrapped(css: String, media: Option<&str>, supports: Option<&str>) -> String {
    let css = match media {
        Some(media) if !media.is_empty() => format!("@media {media} {{\n{css}\n}}\n"),
        _ => css,
    };
    match supports {
        Some(supports) => format!("@supports {supports} {{\n{css}\n}}\n"),
        None => css,
    }
}
