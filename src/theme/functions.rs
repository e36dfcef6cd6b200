//! The functions that templates call: messages, assets, dates and facet pictures. `render`, which
//! knows the site, binds `link`, `pages` and the filter `typography`.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::{Asset, facet, foreign};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::language::{Argument, Day, Messages, Typography, is_same_language};

/// The language of messages that a theme lacks in the page's language.
const FALLBACK: &str = "en";

/// Starts each part of the errors of our functions; the engine's own messages never contain it.
const PART: char = '\u{1f}';

/// The cause that is a finding of its own.
const ASSET: &str = "asset";

/// What the functions of a theme read.
pub(super) struct Functions {
    pub(super) assets: Arc<BTreeMap<String, Asset>>,
    pub(super) messages: Arc<BTreeMap<String, Messages>>,
}

impl Functions {
    /// Registers the functions and the filter. `link` and `pages` fail until they are bound, and
    /// `typography` changes nothing.
    pub(super) fn register(self, tera: &mut Tera) {
        let Self { assets, messages } = self;
        tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| {
            translate(&messages, &kwargs, state)
        });
        tera.register_function("asset", move |kwargs: Kwargs, state: &State<'_>| {
            asset(&assets, &kwargs, state)
        });
        tera.register_function("date", |kwargs: Kwargs, state: &State<'_>| {
            date(&kwargs, state)
        });
        tera.register_function(
            "facet",
            |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
                Ok(Value::safe_string(&facet::svg(
                    kwargs.must_get::<&str>("of")?,
                )))
            },
        );
        tera.register_function("pages", |_: Kwargs, _: &State<'_>| -> TeraResult<Value> {
            Err(Error::message("`pages` is not bound to a site"))
        });
        tera.register_filter("typography", |text: &str, _: Kwargs, _: &State<'_>| {
            text.to_owned()
        });
        tera.register_function("link", |_: Kwargs, _: &State<'_>| -> TeraResult<Value> {
            Err(Error::message("`link` is not bound to a site"))
        });
    }
}

/// Makes the error of a function that cannot do what a template asks: the message of P0704 chooses
/// by `cause` and shows `name`. The engine passes on only a text, so both travel in it.
pub(crate) fn refused(cause: &str, name: &str) -> Error {
    Error::message(format!("{PART}{cause}{PART}{name}"))
}

/// Turns the message of an error of [`refused`] into a finding without a place; none if the message
/// is the engine's.
pub(super) fn refusal(message: &str) -> Option<Diagnostic> {
    let (cause, name) = message
        .strip_prefix(PART)?
        .split_once(PART)?;
    Some(
        match name
            .split_once(PART)
            .filter(|_| cause == ASSET)
        {
            Some((name, near)) => Diagnostic::nowhere(Code::UnknownAsset)
                .arg("name", name)
                .arg("near", near),
            None => Diagnostic::nowhere(Code::TemplateFails)
                .arg("cause", cause)
                .arg("name", name),
        },
    )
}

/// Reads a day that a template passes.
fn day_of(text: &str) -> TeraResult<Day> {
    Day::parse(text).ok_or_else(|| refused("date", text))
}

fn translate(
    messages: &BTreeMap<String, Messages>,
    kwargs: &Kwargs,
    state: &State<'_>,
) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let language = language(kwargs, state)?;
    let mut arguments: Vec<(&str, Argument<'_>)> = Vec::new();
    for (name, value) in kwargs.iter() {
        match (name.as_str(), value.as_str(), value.as_number()) {
            (Some("key" | "lang") | None, _, _) => {}
            (Some(name), Some(text), _) => arguments.push((name, Argument::Text(text))),
            (Some(name), None, Some(number)) => {
                arguments.push((name, Argument::Number(number.as_float())))
            }
            (Some(_), None, None) => {}
        }
    }
    let languages = [language.as_str(), FALLBACK]
        .into_iter()
        .chain(messages.keys().map(String::as_str));
    let (found, text) = languages
        .filter_map(|language| Some((language, messages.get(language)?)))
        .find_map(|(language, messages)| Some((language, messages.get(key, &arguments)?)))
        .ok_or_else(|| refused("words", key))?;
    Ok(match is_same_language(found, &language) {
        true => text,
        false => foreign::marked(&text, found),
    })
}

fn asset(
    assets: &BTreeMap<String, Asset>,
    kwargs: &Kwargs,
    state: &State<'_>,
) -> TeraResult<String> {
    let name = kwargs.must_get::<&str>("name")?;
    let Some(asset) = assets.get(name) else {
        let near = nearest(name, assets.keys().map(String::as_str)).unwrap_or_default();
        return Err(refused(ASSET, &format!("{name}{PART}{near}")));
    };
    let root = text(state, "root")?;
    Ok(format!("{root}{}", asset.link))
}

fn date(kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let day = day_of(kwargs.must_get::<&str>("value")?)?;
    let language = language(kwargs, state)?;
    let written = match kwargs.get::<&str>("until")? {
        Some(last) => day.range(day_of(last)?, &language),
        None => day.long(&language),
    };
    // The CLDR has plain spaces where some languages require non-breaking ones.
    Ok(match Typography::of(&language) {
        Some(typography) => typography.set(&written).into_owned(),
        None => written,
    })
}

/// Returns the language that a template asks for: `lang`, else the page's.
pub(crate) fn language(kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    match kwargs.get::<String>("lang")? {
        Some(language) => Ok(language),
        None => Ok(text(state, "lang")?),
    }
}

/// Returns a text of the page's context, empty if there is none. Reading it as a `String` would
/// format it first.
fn text(state: &State<'_>, name: &str) -> TeraResult<String> {
    let value = state.get::<Value>(name)?;
    Ok(value
        .as_ref()
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned())
}
