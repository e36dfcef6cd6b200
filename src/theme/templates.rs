//! The templates of a chain of themes as one Tera instance, and its errors as findings.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind, Tera};

use super::chain::Layer;
use super::files::{character_at, mention, text_of};
use super::functions::{Functions, refusal};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::{Source, SourceId, Span};

/// Compiles the templates of a chain, given under all their names.
pub(super) fn compile(
    templates: &BTreeMap<String, Source>,
    functions: Functions,
    found: &mut Vec<Diagnostic>,
) -> Option<(Tera, BTreeMap<String, SourceId>)> {
    let mut tera = Tera::default();
    functions.register(&mut tera);
    let texts = templates
        .iter()
        .map(|(name, source)| {
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
            found.extend(broken(&error, templates));
            None
        }
    }
}

/// Gathers the templates of a chain under all their names: those of a parent, its own or inherited,
/// are also known as `<parent>/<name>`, so that a theme can extend what it replaces.
pub(super) fn all_templates(
    layers: &[Layer],
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Source> {
    let mut templates: BTreeMap<String, Source> = BTreeMap::new();
    for (depth, layer) in layers.iter().enumerate() {
        for (path, source) in &layer.files {
            let Some(name) = path
                .strip_prefix("templates/")
                .filter(|name| name.ends_with(".html"))
            else {
                continue;
            };
            text_of(source, found);
            templates
                .entry(name.to_owned())
                .or_insert_with(|| source.clone());
            for heir in layers.iter().take(depth + 1) {
                templates
                    .entry(format!("{}/{name}", heir.theme))
                    .or_insert_with(|| source.clone());
            }
        }
    }
    templates
}

/// Turns an error of compiling into findings.
fn broken(error: &Error, templates: &BTreeMap<String, Source>) -> Vec<Diagnostic> {
    let finding = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let source = templates.get(report.filename());
            let span = || Span::new(report.span().range.clone());
            Some(Diagnostic {
                place: source.map(|source| Place::at(&source.id, span())),
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
        } => cycle(template, chain, templates),
        ErrorKind::MissingParent { current, parent } => missing_parent(current, parent, templates),
        _ => return reports(&error.to_string(), templates),
    };
    let nowhere = || Diagnostic::nowhere(Code::BrokenTemplate).arg("cause", error.to_string());
    vec![finding.unwrap_or_else(nowhere)]
}

/// Reports templates that extend or include each other.
fn cycle(
    template: &str,
    chain: &[String],
    templates: &BTreeMap<String, Source>,
) -> Option<Diagnostic> {
    // The last template is one of those before it; the one before the last names it.
    let (by, named) = match chain {
        [.., by, named] => (by.as_str(), named.as_str()),
        _ => (template, template),
    };
    let place = mention(templates.get(by)?, named);
    Some(Diagnostic::new(Code::TemplateCycle, place).arg("chain", chain.join(" → ")))
}

/// Reports that a template extends one that does not exist.
fn missing_parent(
    current: &str,
    parent: &str,
    templates: &BTreeMap<String, Source>,
) -> Option<Diagnostic> {
    let place = mention(templates.get(current)?, parent);
    let finding = Diagnostic::new(Code::UnknownTemplate, place).arg("name", parent);
    Some(finding.nearest(parent, templates.keys().map(String::as_str)))
}

/// Reads the reports that Tera writes as text, separated by blank lines.
fn reports(text: &str, templates: &BTreeMap<String, Source>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for report in text.split("\n\n") {
        let finding = reported(report, templates);
        // A parent's template has two names, but an error in it is one finding.
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    found
}

/// Reads a report: a line `error: …`, then a line `--> file:line:column`.
fn reported(report: &str, templates: &BTreeMap<String, Source>) -> Diagnostic {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or_default();
    let cause = message.trim_start_matches("error: ");
    Diagnostic {
        place: lines
            .next()
            .and_then(|line| reported_place(line, templates)),
        ..Diagnostic::nowhere(Code::BrokenTemplate).arg("cause", cause)
    }
}

/// Reads a line `--> file:line:column`, both numbers from 1.
fn reported_place(line: &str, templates: &BTreeMap<String, Source>) -> Option<Place> {
    let mut parts = line
        .trim()
        .strip_prefix("--> ")?
        .rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let source = templates.get(parts.next()?)?;
    let text = std::str::from_utf8(source.bytes()).ok()?;
    let span = character_at(text, line.checked_sub(1)?, column.checked_sub(1)?);
    Some(Place::at(&source.id, span))
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
