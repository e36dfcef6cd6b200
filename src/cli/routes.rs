//! The command `routes`: lists every route with its recipe and source.

use serde_json::{Value, json};

use super::commands::Call;
use super::site::OpenSite;
use super::{Exit, arguments, result, text};
use crate::config::{LanguageId, TaxonomyId};
use crate::data;
use crate::diagnostic::Diagnostic;
use crate::render::Renderer;
use crate::report::Extent;
use crate::route::Route;
use crate::site::{Recipe, Site};

impl Call<'_> {
    pub(super) fn routes(&self) -> Result<Exit, Exit> {
        let OpenSite {
            project, snapshot, ..
        } = self.open()?;
        let routes = &snapshot.renderer.site().routes;
        let rows = routes
            .iter()
            .map(|(route, recipe)| Row::new(route, recipe, &snapshot.renderer));
        let list = if text(self.matches, arguments::FORMAT) == Some("json") {
            let rows: Vec<Value> = rows.map(|row| row.json()).collect();
            format!("{:#}\n", Value::from(rows))
        } else {
            rows.map(|row| row.text()).collect()
        };
        let exit = result(self.reporter, &list);
        let mut errors = snapshot.diagnostics;
        errors.retain(Diagnostic::is_error);
        self.reporter
            .findings(&errors, &|source| project.text(source), Extent::All);
        Ok(if errors.is_empty() {
            exit
        } else {
            exit.max(Exit::Site)
        })
    }
}

/// One line of the list.
struct Row<'s> {
    route: &'s str,
    recipe: String,
    source: Option<String>,
    /// For a translation, whether someone has checked it.
    is_verified: Option<bool>,
}

impl<'s> Row<'s> {
    fn new(route: &'s Route, recipe: &Recipe, renderer: &Renderer) -> Self {
        let site = renderer.site();
        let source = source_of(recipe, renderer);
        let page = source
            .as_deref()
            .and_then(|source| site.page_of(source));
        Self {
            route: route.as_str(),
            recipe: describe(recipe, site),
            is_verified: page.and_then(|page| site.is_verified(page)),
            source,
        }
    }

    fn json(self) -> Value {
        json!({
            "route": self.route,
            "recipe": self.recipe,
            "source": self.source,
            "verified": self.is_verified,
        })
    }

    fn text(self) -> String {
        let mark = match self.is_verified {
            Some(false) => "\tunverified",
            Some(true) | None => "",
        };
        let source = self.source.unwrap_or_default();
        format!("{}\t{}\t{source}{mark}\n", self.route, self.recipe)
    }
}

/// Describes a recipe as a word and its details.
fn describe(recipe: &Recipe, site: &Site) -> String {
    let code = |language: LanguageId| &site.config().languages[language].code;
    let key = |taxonomy: TaxonomyId| &site.config().taxonomies[taxonomy].key;
    match recipe {
        Recipe::Section { folder, language } if folder.is_empty() => {
            format!("home {}", code(*language))
        }
        Recipe::Section { folder, language } => format!("section {} {folder}", code(*language)),
        Recipe::Taxonomy { taxonomy, language } => {
            format!("taxonomy {} {}", code(*language), key(*taxonomy))
        }
        Recipe::Term(id) => format!(
            "term {} {}/{}",
            code(id.language),
            key(id.taxonomy),
            id.slug
        ),
        Recipe::Feed { folder, language } => format!("feed {} {folder}", code(*language))
            .trim_end()
            .to_owned(),
        Recipe::SearchPage { language } => format!("search {}", code(*language)),
        Recipe::Search { language, part } => {
            format!("search-index {} {}", code(*language), part.describe())
        }
        Recipe::SitemapPart(part) => format!("sitemap {part}"),
        Recipe::Redirect(to) => format!("redirect {to}"),
        Recipe::ThemeAsset(theme, name) => format!("theme-asset {theme} {name}"),
        Recipe::ThemeStatic(theme, name) => format!("theme-static {theme} {name}"),
        Recipe::Page(_) => "page".to_owned(),
        Recipe::Statement => "accessibility-statement".to_owned(),
        Recipe::Sitemap => "sitemap".to_owned(),
        Recipe::Robots => "robots".to_owned(),
        Recipe::Asset(_) => "asset".to_owned(),
        Recipe::NotFound => "not-found".to_owned(),
    }
}

/// Returns the source that a recipe shows, if any.
fn source_of(recipe: &Recipe, renderer: &Renderer) -> Option<String> {
    let site = renderer.site();
    let theme = |name: &str| site.inputs.themes.get(name);
    let source = match recipe {
        Recipe::Asset(source) => source,
        Recipe::Page(_) | Recipe::Section { .. } | Recipe::Taxonomy { .. } | Recipe::Term(_) => {
            &site.pages[site.page_behind(recipe)?]
                .entry
                .source
        }
        Recipe::ThemeAsset(name, asset) => {
            &theme(name)?
                .assets
                .get(&**asset)?
                .source
        }
        Recipe::ThemeStatic(name, file) => &theme(name)?.statics.get(&**file)?.id,
        Recipe::Statement => &data::file(renderer.tree(), data::STATEMENT)?.id,
        Recipe::Feed { .. } | Recipe::Robots | Recipe::Redirect(_) | Recipe::NotFound => {
            return None;
        }
        Recipe::Sitemap
        | Recipe::SitemapPart(_)
        | Recipe::SearchPage { .. }
        | Recipe::Search { .. } => return None,
    };
    Some(source.to_string())
}
