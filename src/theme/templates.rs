//! Templates of a chain of themes as one Tera instance, and its errors as findings.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind, Tera};

use super::Layer;
use super::functions::{Functions, refusal};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::{Source, SourceId, Span};

/// Compiles the templates of a chain. What a parent has, of its own or from its parents, is also
/// known as `<parent>/<name>`, so that a theme can extend what it replaces.
pub(super) fn compile(
    layers: &[Layer],
    functions: Functions,
    found: &mut Vec<Diagnostic>,
) -> Option<(Tera, BTreeMap<String, SourceId>)> {
    let templates = gather(layers, found);
    let mut tera = Tera::default();
    functions.register(&mut tera);
    let texts = templates.iter().map(|(name, source)| {
        (
            name.as_str(),
            std::str::from_utf8(source.bytes()).unwrap_or_default(),
        )
    });
    let files: BTreeMap<String, SourceId> = templates
        .iter()
        .map(|(name, source)| (name.clone(), source.id.clone()))
        .collect();
    match tera.add_raw_templates(texts) {
        Ok(()) => Some((tera, files)),
        Err(error) => {
            found.extend(broken(&error, &files, &templates));
            None
        }
    }
}

fn gather(layers: &[Layer], found: &mut Vec<Diagnostic>) -> BTreeMap<String, Source> {
    let mut templates: BTreeMap<String, Source> = BTreeMap::new();
    for (depth, layer) in layers.iter().enumerate() {
        for (path, source) in &layer.files {
            let Some(name) = path
                .strip_prefix("templates/")
                .filter(|name| name.ends_with(".html"))
            else {
                continue;
            };
            if let Err(error) = std::str::from_utf8(source.bytes()) {
                found.push(Diagnostic::not_utf8(&source.id, error.valid_up_to()));
            }
            templates
                .entry(name.to_owned())
                .or_insert_with(|| source.clone());
            for heir in &layers[..=depth] {
                templates
                    .entry(format!("{}/{name}", heir.theme))
                    .or_insert_with(|| source.clone());
            }
        }
    }
    templates
}

/// Turns an error of compiling into findings.
fn broken(
    error: &Error,
    files: &BTreeMap<String, SourceId>,
    templates: &BTreeMap<String, Source>,
) -> Vec<Diagnostic> {
    let finding = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let source = files.get(report.filename());
            let span = || Span::new(report.span().range.clone());
            Some(Diagnostic {
                place: source.map(|source| Place::at(source, span())),
                ..Diagnostic::nowhere(Code::BrokenTemplate).arg("cause", report.message())
            })
        }
        ErrorKind::CircularExtend {
            tpl: template,
            inheritance_chain: chain,
        }
        | ErrorKind::CircularInclude {
            tpl: template,
            include_chain: chain,
        } => cycle(template, chain, files, templates),
        ErrorKind::MissingParent { current, parent } => {
            missing_parent(current, parent, files, templates)
        }
        _ => return reports(&error.to_string(), files, templates),
    };
    let nowhere = || Diagnostic::nowhere(Code::BrokenTemplate).arg("cause", error.to_string());
    vec![finding.unwrap_or_else(nowhere)]
}

/// Makes the finding about templates that extend or include each other.
fn cycle(
    template: &str,
    chain: &[String],
    files: &BTreeMap<String, SourceId>,
    templates: &BTreeMap<String, Source>,
) -> Option<Diagnostic> {
    // The last template is one of those before it, and named by the one before the last.
    let (by, named) = match chain {
        [.., by, named] => (by.as_str(), named.as_str()),
        _ => (template, template),
    };
    let place = mention(files.get(by)?, named, templates.get(by));
    Some(Diagnostic::new(Code::TemplateCycle, place).arg("chain", chain.join(" → ")))
}

/// Makes the finding that a template extends one that does not exist.
fn missing_parent(
    current: &str,
    parent: &str,
    files: &BTreeMap<String, SourceId>,
    templates: &BTreeMap<String, Source>,
) -> Option<Diagnostic> {
    let place = mention(files.get(current)?, parent, templates.get(current));
    let finding = Diagnostic::new(Code::UnknownTemplate, place).arg("name", parent);
    Some(finding.nearest(parent, files.keys().map(String::as_str)))
}

/// Points at the place in a file where `name` is mentioned.
fn mention(source: &SourceId, name: &str, file: Option<&Source>) -> Place {
    let text = file
        .and_then(|file| std::str::from_utf8(file.bytes()).ok())
        .unwrap_or_default();
    match text.find(name) {
        Some(at) => Place::at(source, Span::new(at..at + name.len())),
        None => Place::file(source),
    }
}

/// Reads the reports that Tera gives as text: a line `error: …`, then a line `-->
/// file:line:column`.
fn reports(
    text: &str,
    files: &BTreeMap<String, SourceId>,
    templates: &BTreeMap<String, Source>,
) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for report in text.split("\n\n") {
        let mut lines = report.lines();
        let message = lines
            .next()
            .unwrap_or_default()
            .trim_start_matches("error: ");
        let place = lines.next().and_then(|line| {
            let mut parts = line.trim().strip_prefix("--> ")?.rsplitn(3, ':');
            let column: usize = parts.next()?.parse().ok()?;
            let line: usize = parts.next()?.parse().ok()?;
            let name = parts.next()?;
            let text = std::str::from_utf8(templates.get(name)?.bytes()).ok()?;
            let start = text
                .split_inclusive('\n')
                .take(line.checked_sub(1)?)
                .map(str::len)
                .sum::<usize>();
            let at = start
                + text[start..]
                    .chars()
                    .take(column.checked_sub(1)?)
                    .map(char::len_utf8)
                    .sum::<usize>();
            Some(Place::at(
                files.get(name)?,
                Span::new(at..at + text[at..].chars().next().map_or(0, char::len_utf8)),
            ))
        });
        let finding = Diagnostic {
            place,
            ..Diagnostic::nowhere(Code::BrokenTemplate).arg("cause", message)
        };
        // A parent's template is known by two names; its error is one.
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    found
}

/// Turns an error of rendering into a finding about the template, with the page as the second
/// place.
pub(crate) fn failure(
    error: &Error,
    files: &BTreeMap<String, SourceId>,
    page: &SourceId,
) -> Diagnostic {
    let fails = |cause: &str| Diagnostic::nowhere(Code::TemplateFails).arg("cause", cause);
    let finding = match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            let place = files
                .get(report.filename())
                .map(|source| Place::at(source, Span::new(report.span().range.clone())));
            Diagnostic {
                place,
                ..refusal(report.message()).unwrap_or_else(|| fails(report.message()))
            }
        }
        ErrorKind::TemplateNotFound(name) => Diagnostic::nowhere(Code::UnknownTemplate)
            .arg("name", name)
            .nearest(name, files.keys().map(String::as_str)),
        _ => fails(&error.to_string()),
    };
    finding
        .arg("page", page.as_str())
        .related(Place::file(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_that_is_missing_is_named_with_the_nearest() {
        let error = Tera::default()
            .render("hom.html", &tera::Context::new())
            .expect_err("there is none");
        let files = BTreeMap::from([(
            "home.html".to_owned(),
            SourceId::new("themes/t/templates/home.html"),
        )]);
        let finding = failure(&error, &files, &SourceId::new("content/a.md"));
        assert_eq!(finding.code, Code::UnknownTemplate);
        let args: Vec<(&str, &str)> = finding
            .args
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        assert_eq!(
            args,
            [
                ("name", "hom.html"),
                ("near", "home.html"),
                ("page", "content/a.md")
            ]
        );
    }
}
