//! The functions and the filter of templates that need the site: `pages`, `link`, `typography`.

use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::escape::suffix;
use super::values;
use crate::config::LanguageId;
use crate::language::{self, Typography};
use crate::site::{Resolved, Site, TermId, data_origin, data_target};
use crate::theme::{self, Theme};

/// Binds the templates of a theme to a site.
pub(super) fn bound(theme: &Theme, site: &Arc<Site>) -> Tera {
    let mut tera = theme.tera.clone();
    let of_pages = Arc::clone(site);
    tera.register_function(
        "pages",
        move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
            pages(&of_pages, &kwargs, state)
        },
    );
    let of_link = Arc::clone(site);
    tera.register_function(
        "link",
        move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
            link(&of_link, &kwargs, state)
        },
    );
    let is_on = site.config().typography;
    tera.register_filter(
        "typography",
        move |text: &str, kwargs: Kwargs, state: &State<'_>| {
            typography(is_on, text, &kwargs, state)
        },
    );
    tera
}

/// Returns the summaries of the pages with a term, in the page's language; none if there are none.
fn pages(site: &Site, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let key = kwargs.must_get::<&str>("taxonomy")?;
    let name = kwargs.must_get::<&str>("term")?;
    let language = page_language(site, state)?;
    let Some(taxonomy) = site.taxonomy_of(key) else {
        return Err(theme::refused("taxonomy", key));
    };
    let code = &site.config().languages[language].code;
    let term = site.term(&TermId {
        taxonomy,
        language,
        slug: Arc::from(language::slug(name, code)),
    });
    let pages = term.map(|term| values::summaries(site, &term.pages));
    Ok(Value::from(pages.unwrap_or_default()))
}

/// Resolves a link in a template, from the content folder.
fn link(site: &Site, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let to = kwargs.must_get::<&str>("to")?;
    let root = state
        .get::<String>("root")?
        .unwrap_or_default();
    let origin = data_origin(page_language(site, state)?);
    let target = data_target(to).map_err(|_| theme::refused("target", to))?;
    match site.resolve(origin, &target) {
        Ok(Resolved::External | Resolved::Here) => Ok(to.to_owned()),
        Ok(Resolved::There { route, .. }) => {
            Ok(format!("{root}{}{}", site.link_to(route), suffix(&target)))
        }
        Err(_) => Err(theme::refused("link", to)),
    }
}

/// Typesets a text of the theme's own data by the rules of `lang`, else of the page's language.
fn typography(is_on: bool, text: &str, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let language = theme::language(kwargs, state)?;
    let typography = Typography::of(&language).filter(|_| is_on);
    Ok(typography.map_or_else(
        || text.to_owned(),
        |typography| typography.set(text).into_owned(),
    ))
}

/// Returns the language of the page, or the site's own if the page has none of the site's.
fn page_language(site: &Site, state: &State<'_>) -> TeraResult<LanguageId> {
    let code = state.get::<String>("lang")?;
    let language = code.and_then(|code| site.config().language_id(&code));
    Ok(language.unwrap_or(LanguageId::OWN))
}
