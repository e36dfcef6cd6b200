//! The command `routes`: every route with its recipe and source.

use serde_json::{Value, json};

use super::commands::Call;
use super::site::OpenSite;
use super::{Exit, arguments, result, text};
use crate::config::{LanguageId, TaxonomyId};
use crate::data;
use crate::diagnostic::Diagnostic;
use crate::render::Renderer;
use crate::route::Route;
use crate::site::{PageId, Recipe, Site};

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
            .findings(&errors, &|source| project.text(source));
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
    /// For a translation, whether somebody has checked it.
    is_verified: Option<bool>,
}

impl<'s> Row<'s> {
    fn new(route: &'s Route, recipe: &Recipe, renderer: &Renderer) -> Self {
        let site = renderer.site();
        let source = source_of(recipe, renderer);
        let page = source.as_deref().and_then(|source| site.page_of(source));
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

/// Writes a recipe in one word and what distinguishes it.
fn describe(recipe: &Recipe, site: &Site) -> String {
    let code = |language: LanguageId| &site.config().languages[language].code;
    let key = |taxonomy: TaxonomyId| &site.config().taxonomies[taxonomy].key;
    match recipe {
        Recipe::Page(_) => "page".to_owned(),
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
        Recipe::Statement => "accessibility-statement".to_owned(),
        Recipe::Sitemap => "sitemap".to_owned(),
        Recipe::SitemapPart(part) => format!("sitemap {part}"),
        Recipe::Robots => "robots".to_owned(),
        Recipe::Redirect(to) => format!("redirect {to}"),
        Recipe::Asset(_) => "asset".to_owned(),
        Recipe::ThemeAsset(theme, name) => format!("theme-asset {theme} {name}"),
        Recipe::ThemeStatic(theme, name) => format!("theme-static {theme} {name}"),
        Recipe::NotFound => "not-found".to_owned(),
    }
}

/// Returns the source that a recipe shows, if there is one.
fn source_of(recipe: &Recipe, renderer: &Renderer) -> Option<String> {
    let site = renderer.site();
    let of_page = |page: Option<PageId>| page.map(|page| site.pages[page].entry.source.to_string());
    match recipe {
        Recipe::Page(source) | Recipe::Asset(source) => Some(source.to_string()),
        Recipe::Section { folder, language } => of_page(site.section(folder, *language)?.index),
        Recipe::Taxonomy { taxonomy, language } => of_page(
            site.section(&site.config().taxonomies[*taxonomy].key, *language)?
                .index,
        ),
        Recipe::Term(id) => of_page(site.term(id)?.page),
        Recipe::ThemeAsset(theme, name) => {
            let theme = site.inputs.themes.get(&**theme)?;
            Some(theme.assets.get(&**name)?.source.to_string())
        }
        Recipe::ThemeStatic(theme, name) => {
            let theme = site.inputs.themes.get(&**theme)?;
            Some(theme.statics.get(&**name)?.id.to_string())
        }
        Recipe::Statement => Some(data::file(renderer.tree(), data::STATEMENT)?.id.to_string()),
        Recipe::Feed { .. } | Recipe::Robots | Recipe::Redirect(_) | Recipe::NotFound => None,
        Recipe::Sitemap
        | Recipe::SitemapPart(_)
        | Recipe::SearchPage { .. }
        | Recipe::Search { .. } => None,
    }
}
