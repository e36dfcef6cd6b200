//! The work as a Zola 0.22 site, with templates that show what pakt's own theme shows.

use super::{File, Page, Work, section, tag};

const BASE: &str = r##"<!DOCTYPE html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ config.title }}{% endblock %}</title>
<link rel="alternate" type="application/atom+xml" title="{{ config.title }}" href="{{ get_url(path="atom.xml") }}">
{% block head %}{% endblock %}
</head>
<body>
<a class="skip-link" href="#obsah">Přejít k obsahu</a>
<header class="site-header">
<a class="brand" href="{{ get_url(path="/") }}">{{ config.title }}</a>
<nav class="menu" aria-label="Hlavní nabídka"><ul>
{%- for item in config.extra.menu %}
<li><a href="{{ get_url(path=item.path) }}"{% if current_path and current_path == item.path %} aria-current="page"{% endif %}>{{ item.title }}</a></li>
{%- endfor %}
</ul></nav>
</header>
{% block breadcrumbs %}{% endblock %}
<main id="obsah">{% block main %}{% endblock %}</main>
<footer class="site-footer"><p><a href="{{ get_url(path="atom.xml") }}">Novinky</a></p></footer>
</body>
</html>
"##;

const INDEX: &str = r#"{% extends "base.html" %}
{% block main %}<h1>{{ section.title }}</h1><div class="prose">{{ section.content | safe }}</div>{% endblock %}
"#;

const SECTION: &str = r#"{% extends "base.html" %}
{% block title %}{{ section.title }} – {{ config.title }}{% endblock %}
{% block breadcrumbs %}<nav class="breadcrumbs"><ol>
{%- for ancestor in section.ancestors %}{% set above = get_section(path=ancestor) %}<li><a href="{{ above.permalink }}">{{ above.title }}</a></li>{% endfor -%}
</ol></nav>{% endblock %}
{% block main %}<h1>{{ section.title }}</h1>
<ul class="list">
{%- for page in section.pages %}
<li><h2><a href="{{ page.permalink }}">{{ page.title }}</a></h2>
<p class="when"><time datetime="{{ page.date }}">{{ page.date }}</time></p>
<p>{{ page.description }}</p></li>
{%- endfor %}
</ul>{% endblock %}
"#;

const PAGE: &str = r##"{% extends "base.html" %}
{% block title %}{{ page.title }} – {{ config.title }}{% endblock %}
{% block head %}<meta name="description" content="{{ page.description }}">
<link rel="canonical" href="{{ page.permalink }}">
<meta property="og:title" content="{{ page.title }}">
<meta property="og:url" content="{{ page.permalink }}">{% endblock %}
{% block breadcrumbs %}<nav class="breadcrumbs"><ol>
{%- for ancestor in page.ancestors %}{% set above = get_section(path=ancestor) %}<li><a href="{{ above.permalink }}">{{ above.title }}</a></li>{% endfor -%}
</ol></nav>{% endblock %}
{% block main %}<article>
<h1>{{ page.title }}</h1>
<nav class="toc"><ol>
{%- for h2 in page.toc %}<li><a href="#{{ h2.id }}">{{ h2.title }}</a>
{%- if h2.children %}<ol>{% for h3 in h2.children %}<li><a href="#{{ h3.id }}">{{ h3.title }}</a></li>{% endfor %}</ol>{% endif %}</li>{% endfor -%}
</ol></nav>
<div class="prose">{{ page.content | safe }}</div>
<dl class="terms">{% for tag in page.taxonomies.tags %}<dd><a href="{{ get_taxonomy_url(kind="tags", name=tag) }}">{{ tag }}</a></dd>{% endfor %}</dl>
<p><time datetime="{{ page.date }}">{{ page.date }}</time></p>
<nav class="pager"><ul>
{%- if page.lower %}<li><a href="{{ page.lower.permalink }}" rel="prev">{{ page.lower.title }}</a></li>{% endif -%}
{%- if page.higher %}<li><a href="{{ page.higher.permalink }}" rel="next">{{ page.higher.title }}</a></li>{% endif -%}
</ul></nav>
</article>{% endblock %}
"##;

const TAGS: &str = r#"{% extends "base.html" %}
{% block main %}<h1>Témata</h1>
<ul class="cards">{% for term in terms %}<li><h2><a href="{{ term.permalink }}">{{ term.name }}</a></h2><p>{{ term.page_count }}</p></li>{% endfor %}</ul>{% endblock %}
"#;

const TAG: &str = r#"{% extends "base.html" %}
{% block main %}<h1>{{ term.name }}</h1>
<ul class="list">
{%- for page in term.pages %}
<li><h2><a href="{{ page.permalink }}">{{ page.title }}</a></h2>
<p class="when"><time datetime="{{ page.date }}">{{ page.date }}</time></p>
<p>{{ page.description }}</p></li>
{%- endfor %}
</ul>{% endblock %}
"#;

/// Makes the files of the site.
pub(super) fn files(work: Work) -> impl Iterator<Item = File> {
    let fixed = [
        ("templates/base.html", BASE),
        ("templates/index.html", INDEX),
        ("templates/section.html", SECTION),
        ("templates/page.html", PAGE),
        ("templates/tags/list.html", TAGS),
        ("templates/tags/single.html", TAG),
        (
            "content/_index.md",
            "+++\ntitle = \"Domů\"\n+++\nVítejte.\n",
        ),
    ];
    let index = |number: usize| {
        (
            format!("content/{}/_index.md", section(number)),
            format!("+++\ntitle = \"Oddíl {number}\"\nsort_by = \"title\"\n+++\n"),
        )
    };
    let fixed = fixed.map(|(path, text)| (path.to_owned(), text.to_owned()));
    fixed
        .into_iter()
        .chain([settings(work)])
        .chain((0..work.sections).map(index))
        .chain((0..work.pages).map(move |number| page(work, number)))
}

fn settings(work: Work) -> File {
    let entry = |number: usize| {
        format!(
            "  {{ title = \"Oddíl {number}\", path = \"/{}/\" }},\n",
            section(number)
        )
    };
    let menu: String = (0..work.sections)
        .map(entry)
        .collect();
    let text = format!(
        "base_url = \"https://pakt.example\"\ntitle = \"Práce v kraji\"\ndefault_language = \"cs\"\n\
         generate_feeds = true\nfeed_filenames = [\"atom.xml\"]\nfeed_limit = 20\nbuild_search_index = false\n\
         taxonomies = [{{ name = \"tags\", feed = false }}]\n\n[markdown]\nbottom_footnotes = true\n\n[extra]\nmenu = [\n{menu}]\n"
    );
    ("config.toml".to_owned(), text)
}

fn page(work: Work, number: usize) -> File {
    let page = Page::new(work, number);
    let [first, second] = page.tags.map(tag);
    let aliases = if work.aliases {
        format!("aliases = [\"stare/{number}\"]\n")
    } else {
        String::new()
    };
    let (title, date) = (page.title.clone(), page.date.clone());
    let body = page.body(|to| format!("@/{}", work.path(to)));
    let description = body
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(200)
        .collect::<String>();
    let head = format!(
        "+++\ntitle = \"{title}\"\ndescription = \"{description}\"\ndate = {date}\n{aliases}\n[taxonomies]\ntags = [\"{first}\", \"{second}\"]\n+++\n"
    );
    (format!("content/{}", work.path(number)), head + &body)
}
